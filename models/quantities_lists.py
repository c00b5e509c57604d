"""Lists of numbers that share the unit of the last one: "13, 20, even 30 percent"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.quantities_grammar import Quantity

_COMMA = re.compile(r",\s")
_CLOSING = re.compile(
    r"(?:(?P<pause>,)?\s(?:and|or)|,(?:\sor|\sand)?\s(?:even|perhaps|maybe|possibly))\s(?:even\s|perhaps\s)?"
)
_ESTIMATED = re.compile(r"(?:an\s)?estimated\b", re.IGNORECASE)
_FEW = 10
"""Up to here people count, and do not estimate."""
_SHARED = ("share", "measure")


def share_units(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, with bare numbers in a list of shares or measures given the unit of its last member."""
    shared: list[Quantity] = []
    for at in range(len(found) - 1, -1, -1):
        quantity, last = found[at], shared[-1] if shared else None
        if last and last.kind in _SHARED and not last.approximator and _is_listed(text, found, at):
            quantity = replace(quantity, kind=last.kind, unit=last.unit)
        shared.append(quantity)
    return shared[::-1]


def share_estimate(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """ "An estimated 600 gulls and 40 seals": both are estimated."""
    shared: list[Quantity] = []
    if "stimated" not in text:
        return list(found)
    for quantity in found:
        first = shared[-1] if shared else None
        if first and _is_estimated_with(text, first, quantity):
            quantity = replace(quantity, approximator="about")  # noqa: PLW2901
        shared.append(quantity)
    return shared


def _is_estimated_with(text: str, first: Quantity, second: Quantity) -> bool:
    if first.approximator != "about" or second.approximator or not first.kind == second.kind == "count":
        return False
    joined = text[first.span.end : second.span.start] == " and " and min(first.low, second.low) > _FEW
    return joined and bool(_ESTIMATED.match(text, first.span.start))


def _is_listed(text: str, found: Sequence[Quantity], at: int) -> bool:
    """Whether the number is bare and all that stands between it and the end of its list are other bare numbers."""
    last = at
    while _is_bare(found[last]) and last + 1 < len(found):
        between = text[found[last].span.end : found[last + 1].span.start]
        last += 1
        if closing := _CLOSING.fullmatch(between):
            return not (closing["pause"] and last == at + 1)  # "3,979, or 20 percent" is one thing said twice
        if not _COMMA.fullmatch(between):
            return False
    ranges = " or " in found[last].span.of(text) or " or " in found[at].span.of(text)
    return last > at and ranges  # "5, 10 or 15 years", of which two are one range


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind == "count" and quantity.unit is None
