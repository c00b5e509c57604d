"""Shares of small numbers, with how far they can be trusted."""

from math import sqrt


def find_wilson(hits: int, of: int) -> list[float]:
    """The 95% interval of a share (Wilson 1927), rounded to four digits; everything is possible for a share of none."""
    if not of:
        return [0.0, 1.0]
    z, share = 1.96, hits / of
    middle = share + z * z / (2 * of)
    spread = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return [round(max(0.0, (middle + s * spread) / (1 + z * z / of)), 4) for s in (-1, 1)]
