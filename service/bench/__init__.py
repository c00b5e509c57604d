"""Measures the product: how right it is on labelled pairs, and how fast on articles."""
