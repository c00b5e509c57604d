"""Dates and clock times of a statement, resolved by the day of its publication as far as they can be."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from models.base import Span
from models.quantities import DateMention, find_dates, resolve_date
from service.domain.claims import Statement

_CLOCK = re.compile(
    r"(?<![\d.:])(?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?", re.IGNORECASE
)
_MONTHS_PER_YEAR = 12


@dataclass(frozen=True)
class Moment:
    """A date or clock time; what the words leave open is None. `weekday` is 0 for Monday, `clock` minutes of the day.

    `by_weekday`: the day is the last of that name before publication, and a week may lie between it and what is meant.
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    clock: tuple[int, int | None] | None = None
    by_weekday: bool = False


def find_moments(statement: Statement) -> tuple[Moment, ...]:
    """Dates and clock times in order."""
    published = find_day(statement.published_at)
    dates = [moment for mention in find_dates(statement.text) if (moment := _resolve(mention, published))]
    found = [*_join_brackets(dates, statement.text), *_find_clocks(statement.text)]
    return tuple(sorted(found, key=lambda moment: moment.span.start))


def find_day(written: str | None) -> date | None:
    """The day of a date or time of ISO 8601; None where it is neither."""
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def is_same(p: Moment, q: Moment) -> bool:
    """Whether everything that both words tell is the same, and they tell something in common."""
    fields = _common(p, q)
    return bool(fields) and all(x == y for x, y in fields)


def is_other(p: Moment, q: Moment) -> bool:
    """Whether the words exclude each other. A week's doubt about "on Friday" is no difference."""
    if (p.by_weekday or q.by_weekday) and p.weekday is not None and p.weekday == q.weekday:
        return False
    if ((p.by_weekday and q.day is None) or (q.by_weekday and p.day is None)) and not (p.clock and q.clock):
        return False
    return any(x != y for x, y in _common(p, q))


def _common(p: Moment, q: Moment) -> list[tuple[object, object]]:
    if (p.clock is None) != (q.clock is None):
        return []
    if p.clock and q.clock:
        exact = p.clock[1] is not None and q.clock[1] is not None
        return [(p.clock, q.clock) if exact else (p.clock[0], q.clock[0])]
    pairs = ((p.year, q.year), (p.month, q.month), (p.day, q.day))
    fields: list[tuple[object, object]] = [(x, y) for x, y in pairs if x is not None and y is not None]
    if not fields and p.weekday is not None and q.weekday is not None:
        return [(p.weekday, q.weekday)]
    return fields


def _resolve(mention: DateMention, published: date | None) -> Moment | None:
    if mention.precision in ("decade", "century") or mention.ambiguous:
        return None
    if published is None or mention.year:
        bare = Moment(mention.span, mention.year, mention.month, mention.day, mention.weekday)
        return bare if mention.precision not in ("relative", "week") else None
    found = resolve_date(mention, published)
    if found is None:
        return _resolve_month(mention, published)
    if mention.months_ago is not None:
        whole_years = mention.months_ago % _MONTHS_PER_YEAR == 0
        return Moment(mention.span, found.year, None if whole_years else found.month)
    weekday = mention.precision == "weekday"
    return Moment(mention.span, found.year, found.month, found.day, found.weekday(), by_weekday=weekday)


def _resolve_month(mention: DateMention, published: date) -> Moment | None:
    """A month without a year is the one nearest to publication."""
    if mention.month is None:
        return None
    away = (mention.month - published.month + 6) % _MONTHS_PER_YEAR - 6
    return Moment(mention.span, published.year + (published.month + away - 1) // _MONTHS_PER_YEAR, mention.month)


def _join_brackets(dates: Iterable[Moment], text: str) -> Iterator[Moment]:
    """The dates, but "Monday (13 January 2020)" as one: what stands in brackets was filled in by publication, and is no
    more certain than the weekday."""
    weekday: Moment | None = None
    for moment in dates:
        if weekday and text[weekday.span.end : moment.span.start] == " (":
            yield replace(moment, span=weekday.span, weekday=weekday.weekday, by_weekday=True)
            weekday = None
            continue
        if weekday:
            yield weekday
        weekday = moment if moment.by_weekday else None
        if not weekday:
            yield moment
    if weekday:
        yield weekday


def _find_clocks(text: str) -> Iterator[Moment]:
    for match in _CLOCK.finditer(text):
        hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
        minute = int(match["minute"]) if match["minute"] else None
        yield Moment(Span(match.start(), match.end()), clock=(hour, minute))
