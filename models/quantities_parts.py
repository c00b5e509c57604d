"""Parts of a period, and times near a clock time: "early February", "the end of 2014", "shortly before noon"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from models.base import Span
from models.quantities_date_mention import DateMention, Precision
from models.quantities_numbers import UNIT_WORDS, read_number
from models.quantities_periods import Period

_WEEKS = ("first", "second", "third", "fourth", "last", "final")
_PART = re.compile(
    r"\b(?:(?:(?P<from>early|mid)[\s-](?:and|or|to)[\s-])?(?P<third>early|mid|late)[\s-](?:in\s(?:the\s)?)?|(?P<week>first|second|third|fourth|last|final)\s(?:full\s)?week\s(?:of|in)\s"
    rf"|(?P<stretch>first|last|final|opening|closing)\s(?P<count>[1-9]\d?\d?|{UNIT_WORDS})\s(?P<of>day|week|month|year)s\s(?:of|in)\s(?:the\s)?"
    r"|(?P<quarter>first|second|third|fourth|final|last)\squarter\s(?:of\s)?(?:the\s)?"
    r"|(?P<half>first|second|latter)\shalf\sof\s(?:the\s)?"
    r"|(?P<day>first|last|final)\sday\sof\s"
    r"|(?<!before\sthe\s)(?P<side>end|beginning|start)\sof\s(?:the\s)?)$",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"\b(?:(?:shortly|just|right|soon|immediately|moments|minutes|well|a\slittle)\s(?P<side>before|after)"
    r"|(?P<about>at\s(?:about|around|roughly|approximately)|around))\s$",
    re.IGNORECASE,
)
_PLACES = {"early": 0, "mid": 1, "late": 2, "beginning": 0, "start": 0, "end": 2}
_QUARTERS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "final": 3, "last": 3}
_PERIODS = ("month", "year", "decade", "century")
_SHIFTED = ("week", "month", "year")
"""Units of "late last year"."""
_MONTH = 31
_WEEK = 7
_HALF_MONTH = 15
_DAYS_OF_WEEK = {3: ((0, 2), (1, 3), (3, 6)), 6: ((0, 1), (2, 3), (4, 6))}
"""Early is Monday to Wednesday, late Thursday to Sunday; the beginning Monday and Tuesday."""
_AROUND = 40


@dataclass(frozen=True)
class Part:
    """The words of a part with all that stands before the date, its precision and days, and its part of the day."""

    span: Span
    precision: Precision
    period: Period | None
    clock: str | None


def find_part(text: str, mention: DateMention, period: Period | None) -> Part | None:
    """The part of the mention that the words before it name; None where they name the whole."""
    before = text[max(0, mention.span.start - _AROUND) : mention.span.start]
    if mention.precision == "time":
        return _find_near(before, mention)
    counts = mention.precision in _PERIODS or (mention.unit in _SHIFTED and mention.offset is not None)
    match = _PART.search(before) if counts else None
    if not match or not _is_part_of(mention, match, before):
        return None
    if mention.end_year:
        return _find_later_start(mention, match, period)
    span = Span(mention.span.start - len(match.group()), mention.span.end)
    for precision, find in _NAMED:
        if match[precision]:
            return Part(span, precision, period and find(period, match[precision].lower()), None)
    return Part(span, "part", period and _find_piece(period, match), None)


def _find_quarter(period: Period, which: str) -> Period:
    """ "The fourth quarter of last year"."""
    first = period.first + relativedelta(months=3 * _QUARTERS[which])
    return Period(first, first + relativedelta(months=3) - timedelta(days=1))


def _find_piece(period: Period, match: re.Match[str]) -> Period:
    if match["stretch"]:
        return _find_stretch(period, match)
    if match["half"]:
        return _find_half(period, first=match["half"].lower() == "first")
    where = _PLACES[(match["third"] or match["side"]).lower()]
    piece = _cut(period, where, 6 if match["side"] else 3)
    return Period(_cut(period, _PLACES[match["from"].lower()], 3).first, piece.last) if match["from"] else piece


def _find_stretch(period: Period, match: re.Match[str]) -> Period:
    """ "The first three months of 2020"; no more than the period itself."""
    length = relativedelta(**{f"{match['of'].lower()}s": int(read_number(match["count"]))})  # type: ignore[arg-type]
    if match["stretch"].lower() in ("first", "opening"):
        return Period(period.first, min(period.last, period.first + length - timedelta(days=1)))
    return Period(max(period.first, period.last + timedelta(days=1) - length), period.last)


def _find_half(period: Period, *, first: bool) -> Period:
    """Of a month the days up to the 15th and those behind it."""
    months = 12 * (period.last.year - period.first.year) + period.last.month - period.first.month + 1
    half = relativedelta(months=months // 2) if months > 1 else timedelta(days=_HALF_MONTH)
    middle = period.first + half
    return Period(period.first, middle - timedelta(days=1)) if first else Period(middle, period.last)


def _is_part_of(mention: DateMention, match: re.Match[str], before: str) -> bool:
    if match["side"] and mention.precision == "year" and before.endswith(" the ") and mention.year:
        return False  # "the end of the 1972 treaty"
    if mention.end_year:
        return bool(match["third"])
    if match["quarter"]:
        return (mention.unit or mention.precision) == "year" and not (mention.year and before.endswith(" the "))
    if match["stretch"] or match["half"]:
        return mention.precision != "day" and mention.unit not in ("week", "weekend", "day")
    return not (match["week"] and mention.precision != "month") and not (
        match["day"] and mention.precision not in ("month", "year")
    )


def _find_later_start(mention: DateMention, match: re.Match[str], period: Period | None) -> Part:
    """ "Late 2010 to 2015"."""
    span = Span(mention.span.start - len(match.group()), mention.span.end)
    if period is None:
        return Part(span, "part", None, None)
    year = Period(period.first, period.first.replace(month=12, day=31))
    return Part(span, "part", Period(_cut(year, _PLACES[match["third"].lower()], 3).first, period.last), None)


def _find_near(before: str, mention: DateMention) -> Part | None:
    match = _NEAR.search(before)
    if not match:
        return None
    span = Span(mention.span.start - len(match.group()), mention.span.end)
    side = (match["side"] or "about").lower()
    return Part(span, "time", None, f"{side} {mention.part}" if mention.part else None)


def _find_day(period: Period, which: str) -> Period:
    """ "The last day of May"."""
    day = period.first if which == "first" else period.last
    return Period(day, day)


def _find_week(period: Period, which: str) -> Period:
    """Seven days from the first, eighth … of the month, or its last seven: near enough to any calendar's week."""
    number = _WEEKS.index(which)
    first = period.first + timedelta(days=7 * number) if number < 4 else period.last - timedelta(days=6)
    return Period(first, first + timedelta(days=6))


def _cut(period: Period, where: int, pieces: int) -> Period:
    """Early, middle and late are a third (four years of a decade); an end or beginning is a sixth."""
    days = (period.last - period.first).days + 1
    if days <= _WEEK:
        begins, ends = _DAYS_OF_WEEK[pieces][where]
        return Period(period.first + timedelta(days=begins), period.first + timedelta(days=ends))
    if days <= _MONTH:
        firsts, length = (0, 10, 20 if pieces == 3 else days - 5), 10 if pieces == 3 else 5
        last = period.last if where == 2 else period.first + timedelta(days=firsts[where] + length - 1)
        return Period(period.first + timedelta(days=firsts[where]), last)
    months = 12 * (period.last.year - period.first.year + 1)
    length = months * 2 // 5 if months > 12 and pieces == 3 else months // pieces
    first = period.first + relativedelta(months=(0, (months - length) // 2, months - length)[where])
    return Period(first, first + relativedelta(months=length) - timedelta(days=1))


_NAMED: tuple[tuple[Literal["day", "week", "quarter"], Callable[[Period, str], Period]], ...] = (
    ("day", _find_day),
    ("week", _find_week),
    ("quarter", _find_quarter),
)
"""Parts that are a day, a week or a quarter, by the group that reads them."""
