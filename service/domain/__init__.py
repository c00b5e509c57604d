"""Plain values of the product and their rules; imports nothing of ours."""
