"""Rates: a number together with what it is per ("11 tests per 100,000", "$56 a barrel"), and the base alone."""

import re
from dataclasses import replace

from models.base import Span
from models.quantities_grammar import Quantity
from models.quantities_numbers import SCALE_WORDS, UNIT_WORDS

_TIMES = "second|minute|hour|day|night|week|weekend|month|quarter|season|year|decade"
_PIECES = "barrel|gallon|share|pound|ton|tonne|ounce|bushel|head|person|ticket|plate|pill|dose|test|kilo|liter|litre"
_BASE = rf"(?:\d[\d,.]*\d|\d|(?:an?\s)?(?:{SCALE_WORDS})|{UNIT_WORDS})(?:\s(?:{SCALE_WORDS}))?"
_RATE = re.compile(
    rf"\s(?:per|for\severy|for\seach|out\sof\severy)\s(?P<base>{_BASE}(?:\s(?:[a-z]{{3,}}s|people|men|women|children))?)(?![\w%]|[,.]\d)"
    r"|\sper\s(?P<one>(?!cent\b|se\b|diem\b)[a-z]{3,}(?:\s(?:mile|kilometer|kilometre|foot|meter|metre|yard))?)\b(?!-|[’'])"
    rf"|\s(?:each|every)\s(?P<each>{_TIMES})\b"
    rf"|(?:-an?-|\san?\s)(?P<time>{_TIMES})\b(?!-|[’']|\s(?:ago|before|earlier|later|after|old|long|of|off|or\s(?:two|so|more|less|longer)|and\sa|away|from|ahead)\b)"
)
_PIECE = re.compile(rf"\san?\s(?P<piece>{_PIECES})\b(?![-’'])")
_GIVEN = re.compile(r"\b(?:g[ai]v\w*|sentenced?|buys?|bought|takes?|took|off|needs?|lasted|waited|cost)\s$")
"""In "gave 40 people a year" the year is what they got."""
_PER = re.compile(r"\b(?:per|(?:for|out\sof|of)\severy)\s$")
_PER_BEFORE = 24


def is_base(text: str, at: int) -> bool:
    """Whether the number at `at` only tells what a rate is per: "per 100,000 people", "for every 40 tests"."""
    return bool(_PER.search(text, max(0, at - _PER_BEFORE), at))


def with_rate(text: str, quantity: Quantity) -> Quantity:
    """The quantity as a rate, where the words behind it make it one; a count is then one of "tests per 100,000"."""
    if quantity.kind in ("ordinal", "age", "multiple") or " per " in (quantity.unit or ""):
        return quantity
    match = _RATE.match(text, quantity.span.end)
    if not match and quantity.kind == "money":
        match = _PIECE.match(text, quantity.span.end)
    if not match or (match.lastgroup == "time" and quantity.kind != "money" and _is_given(text, quantity)):
        return quantity
    rate = f"per {match[match.lastgroup or 0]}"
    counted = f"{quantity.counted} {rate}" if quantity.counted and quantity.kind == "count" else rate
    unit = counted if quantity.kind == "count" else quantity.unit
    span = Span(quantity.span.start, match.end())
    return replace(quantity, unit=unit, counted=counted, span=span)


def _is_given(text: str, quantity: Quantity) -> bool:
    return bool(_GIVEN.search(text, max(0, quantity.span.start - _PER_BEFORE), quantity.span.start))
