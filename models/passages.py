"""How a pair of passages is written out for the pair model: the words first, then who, how much later, and where."""

import re
from datetime import date

from models.base import Passage

_CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen"}
_SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion", "tn": "trillion"}
_NUMBER = r"(\d(?:[\d.,]*\d)?)"
_MONEY = re.compile(
    rf"(?:\bUS)?([$€£¥])\s?{_NUMBER}(?:[\s-]?(thousand|million|billion|trillion|k|mn?|bn?|tn)\b)?",
    re.IGNORECASE,
)
_PERCENT = re.compile(rf"{_NUMBER}\s?(?:%|per\scent\b)", re.IGNORECASE)


def render(a: Passage, b: Passage) -> tuple[str, str]:
    """The two texts that the pair model reads; what is unknown is left out.

    The words come first, so that truncation takes the context and not the claim. Dates are given as the
    distance between the two: a small network reads "3 days later", and cannot subtract.
    """
    days = _days_between(a.published_at, b.published_at)
    return _render(a, None if days is None else -days), _render(b, days)


def _render(passage: Passage, days_later: int | None) -> str:
    context = [
        f"said by {passage.speaker}" if passage.speaker else "",
        "" if days_later is None else _distance(days_later),
        f"in: {passage.title}" if passage.title else "",
    ]
    return " | ".join([write_out(passage.text), *(part for part in context if part)])


def write_out(text: str) -> str:
    """The text with sums of money and shares in words: "€60m" becomes "60 million euros", "5 per cent" "5 percent".

    Outlets write them in many ways, and a small network that meets "60", "##m" does not find a million in it.
    """
    return _PERCENT.sub(r"\1 percent", _MONEY.sub(_write_sum, text))


def _write_sum(match: re.Match[str]) -> str:
    symbol, number, scale = match.groups()
    low = (scale or "").lower()
    return " ".join(part for part in (number, _SCALES.get(low, low), _CURRENCIES[symbol]) if part)


def _distance(days: int) -> str:
    if days == 0:
        return "same day"
    size, unit = _largest_unit(abs(days))
    return f"{size} {unit}{'s' if size > 1 else ''} {'later' if days > 0 else 'earlier'}"


def _largest_unit(days: int) -> tuple[int, str]:
    for length, unit in ((365, "year"), (30, "month"), (7, "week")):
        if days >= 2 * length or (unit == "year" and days >= length):
            return round(days / length), unit
    return days, "day"


def _days_between(first: str | None, second: str | None) -> int | None:
    try:
        return (_day(second) - _day(first)).days
    except (TypeError, ValueError):
        return None


def _day(published_at: str | None) -> date:
    return date.fromisoformat((published_at or "")[:10])
