"""The product: articles, claims, comparisons and reports."""
