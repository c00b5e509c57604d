"""Read-only views of what is stored, and their renderings."""
