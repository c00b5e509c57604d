"""The source of truth: everything that was acknowledged, in one database; the only SQL of the product."""
