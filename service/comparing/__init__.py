"""Pure functions over domain values: what speaks for which relation between two claims, and the verdict."""
