"""Dates of a text with the precision they are given in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from models import lexicon
from models.base import Span

Precision = Literal["day", "month", "year", "decade", "century", "weekday", "relative"]

_MONTH = (
    r"(?P<{0}>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)(?!\w)"
)
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?(?!\w)"
_YEAR = r"(?:1[0-9]|20)\d\d"
_DATE = re.compile(
    rf"\b(?P<iso>{_YEAR}-[01]\d-[0-3]\d)(?!\d)"
    rf"|(?:\b{_WEEKDAY.replace('s?', '')},?\s)?\b(?:"
    rf"{_MONTH.format('m1')}\s(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:.]\d|\d)(?:,?\s(?P<y1>{_YEAR})(?!\d))?"
    rf"|(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH.format('m2')}(?:,?\s(?P<y2>{_YEAR})(?!\d))?"
    rf"|{_MONTH.format('m3')}(?:,|\sof)?\s(?P<y3>{_YEAR})(?!\d))"
    rf"|\b{_WEEKDAY.replace('weekday', 'weekday2')}"
    rf"|(?P<numeric>\b(?P<n1>\d{{1,2}})/(?P<n2>\d{{1,2}})/(?P<n3>{_YEAR}|\d\d)\b)"
    rf"|\b(?P<decade>(?:1[0-9]|20)\d0)s\b"
    r"|\b(?P<century>\d\d?)(?:st|nd|rd|th)[\s-]century"
    rf"|(?<![\w$£€.,:/#-])(?P<year>{_YEAR})(?![\w%]|[,.:]\d|-\w)"
    rf"|\b(?:in|last|this|next|of|since|until|by|early|late|mid)\s{_MONTH.format('m4')}(?!,?\s(?:of\s)?\d)"
    r"|\b(?P<relative>(?i:yesterday|today|tomorrow|tonight"
    r"|(?:last|this|next|past)\s(?:week|month|year|decade|weekend|spring|summer|autumn|fall|winter)"
    r"|(?P<ago>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s(?P<unit>day|week|month|year)s?\s"
    r"(?:ago|earlier)))\b"
)
_NUMERALS = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten".split())} | {
    "a": 1,
    "an": 1,
}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True)
class DateMention:
    """A date as far as the words give it; `ambiguous` when day and month could be exchanged (12/08/2025).

    `year` of a decade or century is its first year; `weekday` is 0 for Monday; `days_ago` and `months_ago` are
    set for relative dates ("two weeks ago") whose distance the words tell.
    """

    span: Span
    precision: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    days_ago: int | None = None
    months_ago: int | None = None
    ambiguous: bool = False


def find_dates(text: str) -> list[DateMention]:
    """Date mentions in order and disjoint; a date that does not exist (31 February) is none."""
    return list(_find_dates(text))


def _find_dates(text: str) -> Iterator[DateMention]:
    for match in _DATE.finditer(text):
        mention = _read(match)
        if mention:
            yield mention


def _read(match: re.Match[str]) -> DateMention | None:
    g = match.groupdict()
    span = Span(match.start(), match.end())
    if g["iso"]:
        year, month, day = map(int, g["iso"].split("-"))
        return _day(span, year, month, day)
    if g["numeric"]:
        return _read_numeric(span, g)
    if period := _read_period(span, g):
        return period
    return _read_relative(span, g) if g["relative"] else _read_named(match, g)


def _read_period(span: Span, g: dict[str, str | None]) -> DateMention | None:
    """Year, decade, century or a lone day of the week."""
    if g["decade"]:
        return DateMention(span, "decade", year=int(g["decade"]))
    if g["century"]:
        return DateMention(span, "century", year=(int(g["century"]) - 1) * 100)
    if g["year"]:
        return DateMention(span, "year", year=int(g["year"]))
    if g["weekday2"]:
        return DateMention(span, "weekday", weekday=_WEEKDAYS.index(g["weekday2"].lower()))
    return None


def _read_named(match: re.Match[str], g: dict[str, str | None]) -> DateMention | None:
    which = next(i for i in "1234" if g["m" + i])
    month = find_month(g["m" + which] or "")
    year = g.get("y" + which)
    day = g.get("d" + which)
    weekday = _WEEKDAYS.index(g["weekday"].lower()) if g["weekday"] else None
    start = match.start("m4") if which == "4" else match.start()
    span = Span(start, match.end())
    if day is None:
        return DateMention(span, "month", year=int(year) if year else None, month=month)
    return _day(span, int(year) if year else None, month, int(day), weekday=weekday)


def find_month(name: str) -> int:
    """1 to 12 for an English month or its abbreviation."""
    return lexicon.MONTH_ABBREVIATIONS.index(name[:3].lower()) + 1


def _day(
    span: Span, year: int | None, month: int, day: int, *, weekday: int | None = None
) -> DateMention | None:  # fmt: skip
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return DateMention(span, "day", year=year, month=month, day=day, weekday=weekday)


def _read_numeric(span: Span, g: dict[str, str | None]) -> DateMention | None:
    """Month first, as American outlets write; the other way when only that exists."""
    first, second, year = int(g["n1"] or 0), int(g["n2"] or 0), int(g["n3"] or 0)
    year += 2000 if year < 100 else 0
    american, other = _day(span, year, first, second), _day(span, year, second, first)
    if american and other and first != second:
        return DateMention(span, "day", year=year, month=first, day=second, ambiguous=True)
    return american or other


def _read_relative(span: Span, g: dict[str, str | None]) -> DateMention:
    words = (g["relative"] or "").lower()
    unit, count = g["unit"], g["ago"]
    if unit and count:
        n = int(count) if count.isdigit() else _NUMERALS[count.lower()]
        days = {"day": n, "week": 7 * n}.get(unit)
        months = {"month": n, "year": 12 * n}.get(unit)
        return DateMention(span, "relative", days_ago=days, months_ago=months)
    near = {"today": 0, "tonight": 0, "yesterday": 1, "tomorrow": -1, "last week": 7, "next week": -7}
    months_of = {"last month": 1, "next month": -1, "last year": 12, "next year": -12}
    return DateMention(span, "relative", days_ago=near.get(words), months_ago=months_of.get(words))


def resolve_date(mention: DateMention, published: date) -> date | None:
    """The day meant, seen from the day of publication: "on Friday" is the last Friday up to that day.

    None where the words give less than a day, or a day without any tie to the publication.
    """
    try:
        return _resolve(mention, published)
    except (ValueError, OverflowError):
        return None


def _resolve(mention: DateMention, published: date) -> date | None:
    if mention.precision == "weekday" and mention.weekday is not None:
        return published - timedelta(days=(published.weekday() - mention.weekday) % 7)
    if mention.days_ago is not None:
        return published - timedelta(days=mention.days_ago)
    if mention.months_ago is not None:
        return published - relativedelta(months=mention.months_ago)
    if mention.precision != "day" or mention.month is None or mention.day is None:
        return None
    if mention.year:
        return date(mention.year, mention.month, mention.day)
    return _nearest_year(mention.month, mention.day, published)


def _nearest_year(month: int, day: int, published: date) -> date:
    """The day without its year: the one nearest to the publication."""
    candidates = [date(published.year + shift, month, day) for shift in (-1, 0, 1)]
    return min(candidates, key=lambda d: abs((d - published).days))
