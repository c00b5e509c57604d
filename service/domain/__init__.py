"""Plain values of the product and their rules; of ours they import only `models.base` and `models.remembering`."""
