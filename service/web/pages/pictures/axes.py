"""Axes: from values and days to places, and round numbers and first days of months to mark on them."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True)
class Tick:
    """A mark on an axis: its place and what it says."""

    at: float
    label: str


@dataclass(frozen=True)
class Scale:
    """A straight way from values, `low` to `high`, to places, `start` to `end`; the middle where all are alike."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of a value, rounded to a tenth of a pixel."""
        span = self.high - self.low
        share = (value - self.low) / span if span else 0.5
        return round(self.start + share * (self.end - self.start), 1)


def find_round_numbers(low: float, high: float, most: int = 5) -> list[float]:
    """Round numbers (1, 2 or 5 times a power of ten apart) that enclose `low` to `high`; about `most` of them."""
    step = _round_step((high - low or abs(high) or 1.0) / max(most - 1, 1))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(at * step, 12) for at in range(first, max(last, first + 1) + 1)]


def _round_step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return next(size * power for size in (1, 2, 5, 10) if size * power >= least * (1 - 1e-9))


def number_words(value: float) -> str:
    """A number as it is read: "1,200", "2.5"; millions and more are shortened: "3.4 million"."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{_bare(value / size)} {name}"
    return _bare(value)


def _bare(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def day_words(day: date) -> str:
    """A day as "8 Dec 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def find_day_ticks(first: date, last: date, most: int = 6) -> list[tuple[date, str]]:
    """Days to mark from first to last, at most `most` and one or two more: days, first days of months, or years."""
    length = (last - first).days
    step = next((days for days in _DAYS if length / days <= most), None)
    if step:
        return [(day, _day_label(day, first)) for day in _days(first, last, step)]
    months = length / 30.4
    step = next((some for some in _MONTHS if months / some <= most), _MONTHS[-1])
    return [(day, str(day.year) if step >= 12 else _month_label(day)) for day in _first_days(first, last, step)]


def _days(first: date, last: date, step: int) -> Iterator[date]:
    for past in range(0, (last - first).days + 1, step):
        yield first + timedelta(days=past)


def _first_days(first: date, last: date, step: int) -> Iterator[date]:
    """First days of every `step`th month, counted from the year 0, so that years stand where years begin."""
    begin = first.year * 12 + first.month - 1 + (first.day > 1)
    for month in range(math.ceil(begin / step) * step, last.year * 12 + last.month, step):
        yield date(month // 12, month % 12 + 1, 1)


def _day_label(day: date, first: date) -> str:
    return day_words(day) if day == first else f"{day.day} {MONTHS[day.month - 1]}"


def _month_label(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"
