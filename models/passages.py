"""How a pair of passages is written out for the pair model: the words first, then who, how much later, and where."""

from datetime import date

from models.base import Passage


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
    return " | ".join([passage.text, *(part for part in context if part)])


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
