"""Volume over time: what was published by day, week, month or year, whichever can be read at a glance."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from service.store.volume import DayVolume

Grain = Literal["day", "week", "month", "year"]

MOST = 60
"""So many bars stand in a picture at most, unless even years are more."""
_LENGTHS: tuple[tuple[Grain, float], ...] = (("day", 1), ("week", 7), ("month", 30.4), ("year", 365.25))


@dataclass(frozen=True)
class Period:
    """One day, week, month or year from `first` to `last`, and what was published in it."""

    first: date
    last: date
    articles: int
    claims: int
    contradictions: int


@dataclass(frozen=True)
class Volume:
    """All periods from the first with an article to the last, empty ones too; `undated` has no day."""

    grain: Grain
    periods: tuple[Period, ...]
    undated: DayVolume


def read_volume(days: Sequence[DayVolume]) -> Volume:
    """The days put together into periods, of a length that makes at most MOST of them."""
    dated = {day: one for one in days if one.day and (day := _read(one.day))}
    undated = _sum([one for one in days if not (one.day and _read(one.day))])
    if not dated:
        return Volume("day", (), undated)
    grain = choose_grain(min(dated), max(dated))
    filled: dict[date, list[DayVolume]] = {first: [] for first in _starts(min(dated), max(dated), grain)}
    for day, one in dated.items():
        filled[_START[grain](day)].append(one)
    return Volume(grain, tuple(_period(first, grain, some) for first, some in filled.items()), undated)


def choose_grain(first: date, last: date) -> Grain:
    """The shortest period of which at most MOST lie between two days."""
    length = (last - first).days + 1
    return next((grain for grain, days in _LENGTHS if length / days <= MOST), "year")


def _period(first: date, grain: Grain, some: Sequence[DayVolume]) -> Period:
    total = _sum(some)
    last = _next(first, grain) - timedelta(days=1)
    return Period(first, last, total.articles, total.claims, total.contradictions)


def _sum(some: Sequence[DayVolume]) -> DayVolume:
    return DayVolume(
        None,
        articles=sum(one.articles for one in some),
        claims=sum(one.claims for one in some),
        contradictions=sum(one.contradictions for one in some),
    )


def _starts(first: date, last: date, grain: Grain) -> Iterator[date]:
    start = _START[grain](first)
    while start <= last:
        yield start
        start = _next(start, grain)


def _next(start: date, grain: Grain) -> date:
    if grain in ("day", "week"):
        return start + timedelta(days=1 if grain == "day" else 7)
    months = start.year * 12 + start.month - 1 + (1 if grain == "month" else 12)
    return date(months // 12, months % 12 + 1, 1)


_START: dict[Grain, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": lambda day: day - timedelta(days=day.weekday()),
    "month": lambda day: day.replace(day=1),
    "year": lambda day: day.replace(month=1, day=1),
}


def _read(day: str) -> date | None:
    """The day; None where it is none, or in the last year that there is, after which nothing can begin."""
    try:
        read = date.fromisoformat(day)
    except ValueError:
        return None
    return read if read.year < date.max.year else None
