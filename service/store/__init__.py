"""The source of truth, and the only place with SQL."""
