"""Sums without a unit: "spend billions", "worth trillions"."""

import re
from collections.abc import Iterator

from models.base import Span
from models.quantities_grammar import Quantity
from models.quantities_numbers import read_vague

_SUM = re.compile(
    r"\b(?:spen[dt]|spending|cost|costs|costing|rais(?:e|ed|es|ing)|invest(?:s|ed|ing)?|pay|pays|paid|paying|earn(?:s|ed|ing)?"
    r"|sav(?:e|es|ed|ing)|wast(?:e|es|ed|ing)|pour(?:s|ed|ing)?|funnel(?:s|ed|ing)?|donat(?:e|es|ed|ing)|worth|owe[sd]?)"
    r"\s(?:out\s|in\s|up\s|them\s|him\s|it\s|us\s|another\s|untold\s|additional\s)?"
    r"(?P<words>millions|billions|trillions)\b(?!\sof\b)",
    re.IGNORECASE,
)


def find_vague_sums(text: str) -> Iterator[Quantity]:
    """Sums of money of which only the scale is told; in which currency stays open."""
    if "illions" not in text.lower():
        return
    for match in _SUM.finditer(text):
        low, high = read_vague(match["words"])
        yield Quantity(low, high, None, None, Span(*match.span("words")), kind="money")
