"""Dates of a text with the precision they are given in."""

import re
from dataclasses import replace
from datetime import date

from models import lexicon
from models.base import Span
from models.quantities_date_grammar import DATE
from models.quantities_date_mention import DateMention, Unit
from models.quantities_date_names import (
    is_counted_day,
    is_last_of_all,
    is_month,
    is_named_day,
    is_rolling,
    is_weekday,
    is_year,
)
from models.quantities_date_tense import with_tense
from models.quantities_numbers import read_number
from models.remembering import remembered

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMED = {
    "yesterday": (-1, None), "today": (0, None), "tomorrow": (1, None), "tonight": (0, "night"),
    "last night": (-1, "night"),
}  # fmt: skip
_OFFSETS = {"this": 0, "last": -1, "past": -1, "previous": -1, "prior": -1, "next": 1, "coming": 1}
SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
"""The months that seasons begin with, north of the equator."""
_SEASON_BEFORE = re.compile(r"\b(?:in|during|over|since|until|by|through|throughout|of)\sthe\s$", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:and|into|before|for|to)\sthe\s$")
_OTHER_SEASON = re.compile(r"\b(?:this|next|last|the)\s(?:spring|summer|fall|autumn|winter)\b", re.IGNORECASE)
_PAIRED_SEASON = re.compile(
    r"\s(?:and|or)\s(?:the\s)?(?:spring|summer|fall|autumn|winter)\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b"
)
_QUARTERS = ("first", "second", "third", "fourth", "final", "last")
_CENTURIES = ("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first")
_ATTACKS = re.compile(r"(?:,?\s2001)?[\s,]+(?:terror(?:ist)?\s)?(?:attack|hijack|terror)")
_CENTURY_FROM = 40
_LOOSE = re.compile(
    r"\b(?:more than|over|at least|less than|under|up to|nearly|almost|about|around|roughly|some|\w+ or)\s$",
    re.IGNORECASE,
)
_OF_THE_DAY = re.compile(
    r"['’]s\s(?:[\w-]+\s){0,3}?(?:hearings?|votes?|debates?|ruling|decision|announcement|report|meeting|news|events?|briefing|testimony|trial"
    r"|session|speech|show|game|edition|paper|deadline|primar(?:y|ies)|elections?|contests?|caucus(?:es)?|results|actions?|statement"
    r"|order|verdict|(?:oral\s)?arguments?|summit|rally|march|interview|episode|newsletter|column|press|conference|attacks?|strike|drop|rise|launch|opinion"
    r"|filing|proceedings?|figures|numbers|data|jobs|story|stories|headlines|post|witness(?:es)?|indictments?|arrests?|sentencing)\b"
)
"""What is of one day, in "today's hearing"; "today's electorate" is that of these days."""
_ALMOST = re.compile(r"\b(?:almost|nearly)\s$", re.IGNORECASE)
_DEGREES = re.compile(r"\b(?:temperatures?|degrees|highs|lows|polls|scored?)\b", re.IGNORECASE)
_EACH_WEEK = re.compile(r"\s(?:prayer\s|night\s)?(?:sermons|services|shows|rallies|protests|columns|editions)\b")
_ANY_WEEK = re.compile(r"\b(?:on\sa|one|that|the\s(?:following|previous|same|next)|any)\s$", re.IGNORECASE)


def find_dates(text: str) -> list[DateMention]:
    """Date mentions in order and disjoint; a date that does not exist (31 February) is none."""
    return list(_find_dates(text))


@remembered(4096)
def _find_dates(text: str) -> tuple[DateMention, ...]:
    """Kept, because the quantities, the worth and the dates of one sentence are asked for one after the other."""
    read = ((match, _READERS[match.lastgroup or ""](match)) for match in DATE.finditer(text))
    return tuple(with_tense(text, found) for match, found in read if found and _is_date(text, match, found))


def _is_date(text: str, match: re.Match[str], found: DateMention) -> bool:
    before, after = text[max(0, found.span.start - 24) : found.span.start], text[found.span.end : found.span.end + 24]
    kind = match.lastgroup
    if kind == "month":
        return is_month(match, before, after)
    if kind == "weekday":
        return is_weekday(match, before, after)
    if kind in ("year", "years"):
        return is_year(found.year or 0, before, after)
    if kind == "decade" and text[found.span.start] in "23456789":
        return not _DEGREES.search(text)
    word = found.span.of(text) if kind == "named" else ""
    if kind == "named" and before.endswith((" too ", " so ")) and not after.startswith((" that", " as")):
        return False  # "he is so yesterday"
    may_be_name = word[:1] in ("T", "Y") and (found.part is None or word == "Tonight")
    return not (may_be_name and is_named_day(word, before, after))


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span(match.lastgroup or 0))


def _read_iso(match: re.Match[str]) -> DateMention | None:
    year, month, day = map(int, match["iso"].split("-"))
    return _day(_span(match), year, month, day)


def _read_month_day(match: re.Match[str]) -> DateMention | None:
    which = "1" if match["m1"] else "2"
    month, day = find_month(match["m" + which]), _number(match["d" + which])
    year = match["y" + which]
    found = _day(_span(match), int(year) if year else None, month, day)
    if found is None:
        return None
    if month == 9 and day == 11 and not year and _ATTACKS.match(match.string, match.end(), match.end() + 30):
        found = replace(found, year=2001)
    weekday, end = match["w" + which], match["e1"]
    found = replace(found, weekday=_WEEKDAYS.index(weekday.lower()) if weekday else None)
    return replace(found, end_day=_number(end)) if end and day < _number(end) <= 31 else found


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def find_month(name: str) -> int:
    """1 to 12 for an English month or its abbreviation."""
    return lexicon.MONTH_ABBREVIATIONS.index(name[:3].lower()) + 1


def _read_month_year(match: re.Match[str]) -> DateMention:
    return DateMention(_span(match), "month", year=int(match["y3"]), month=find_month(match["m3"]))


def _read_month(match: re.Match[str]) -> DateMention:
    """The span leaves "this" and "next" out, as readers expect of "in October"."""
    shift = match["shift4"]
    offset = _OFFSETS[shift.lower()] if shift else None
    return DateMention(Span(*match.span("m4")), "month", month=find_month(match["m4"]), offset=offset)


def _read_weekday(match: re.Match[str]) -> DateMention:
    which = (match["which"] or "").lower()
    before = match.string[max(0, match.start() - 16) : match.start()]
    recurs = bool(match["many"] or match["many3"]) or which in ("every", "each") or bool(_ANY_WEEK.search(before))
    recurs = recurs or bool(_EACH_WEEK.match(match.string, match.end(), match.end() + 24))
    if which == "last" and is_last_of_all(match.string, match.start(), match.end()):
        recurs = True  # "my last Saturday in Velm", "the last Saturday in May"
    recurs = recurs or is_counted_day(match.string, match.start(), match.end())
    if which == "past" and not before.lower().endswith(("this ", "the ")):
        which = ""  # "looked past Tuesday's vote"
    span = Span(match.start("weekday") if which in _OFFSETS else match.start("w3"), match.end("weekday"))
    day = _WEEKDAYS.index(match["w3"].lower())
    return DateMention(
        span, "weekday", weekday=day, offset=_OFFSETS.get(which), part=match["p3"], recurs=recurs
    )  # fmt: skip


def _read_clock(match: re.Match[str]) -> DateMention | None:
    if match["noon"]:
        return DateMention(_span(match), "time", part="12:00" if match["noon"] == "noon" else "00:00")
    if match["plain"]:
        return DateMention(_span(match), "time", part=_read_half_day(match))
    if match["spelled"]:
        return DateMention(_span(match), "time")
    hour, minute = int(match["hour"]), match["minute"] or "00"
    half = (match["half"] or match["half2"] or "").lower()
    if not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return DateMention(_span(match), "time", part=f"{hour:02}:{minute}" if half else None)


def _read_half_day(match: re.Match[str]) -> str | None:
    """ "5:30 in the afternoon" is 17:30; without such words nobody knows."""
    if not match["half3"]:
        return None
    hour, minute = match["plain"].split(":")
    return f"{int(hour) % 12 + 12 * (match['half3'] != 'morning'):02}:{minute}"


def _read_end(match: re.Match[str]) -> DateMention:
    """The year's end: its last day, in the year that the tense tells."""
    return DateMention(_span(match), "day", month=12, day=31)


def _read_era(match: re.Match[str]) -> DateMention:
    """ "The year 410"; the years before our era are left open."""
    return DateMention(_span(match), "year", year=None if match["bc2"] else int(match["y14"]))


def _read_nine_eleven(match: re.Match[str]) -> DateMention:
    return DateMention(_span(match), "day", year=2001, month=9, day=11)


def _read_numeric(match: re.Match[str]) -> DateMention | None:
    """Month first, as American outlets write; the other way when only that exists."""
    span, first, second, year = _span(match), int(match["n1"]), int(match["n2"]), int(match["n3"])
    year += 2000 if year < 100 else 0
    american, other = _day(span, year, first, second), _day(span, year, second, first)
    if american and other and first != second:
        return DateMention(span, "day", year=year, month=first, day=second, ambiguous=True)
    return american or other


def _read_slashed(match: re.Match[str]) -> DateMention | None:
    """ "On 4/8": month first, as American outlets write; others would read 4 August."""
    month, day = int(match["n4"]), int(match["n5"])
    found = _day(_span(match), None, month, day)
    return replace(found, ambiguous=day <= 12 and day != month) if found else None


def _day(span: Span, year: int | None, month: int, day: int) -> DateMention | None:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return DateMention(span, "day", year=year, month=month, day=day)


def _read_quarter(match: re.Match[str]) -> DateMention:
    if match["q10"]:
        return DateMention(_span(match), "quarter", year=int(match["y50"]), month=3 * int(match["q10"]) - 2)
    number = int(match["q1"]) if match["q1"] else min(_QUARTERS.index(match["q2"]) + 1, 4)
    return DateMention(_span(match), "quarter", year=int(match["y5"]), month=3 * number - 2)


def _read_season(match: re.Match[str]) -> DateMention:
    """ "The spring or summer of 1993" are six months."""
    last, year = SEASONS[match["s6"]], int(match["y6"])
    first = SEASONS[match["s60"]] if match["s60"] else last
    return DateMention(
        _span(match), "season", year=year, month=first, end_month=last if last > first else None, unit="season"
    )


def _read_bare_season(match: re.Match[str]) -> DateMention | None:
    """ "In the spring", but not "the fall of the king"."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    beside = _BESIDE.search(before) and _OTHER_SEASON.search(match.string, 0, match.start())
    if not (beside or _SEASON_BEFORE.search(before)):
        return None
    paired = _PAIRED_SEASON.match(match.string, match.end())
    year = int(paired["year"]) if paired else None  # of "the fall and winter of 1993"
    return DateMention(_span(match), "season", year=year, month=SEASONS[match["bare"].lower()], unit="season")


def _read_decade(match: re.Match[str]) -> DateMention:
    digits = match["decade"].lstrip("'’")
    span = Span(match.start("decade"), match.end())
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return DateMention(span, "century" if year % 100 == 0 and year < 2000 else "decade", year=year)


def _read_century(match: re.Match[str]) -> DateMention:
    if match["c1"]:
        return DateMention(_span(match), "century", year=100 * _CENTURIES.index(match["c1"].lower()) + 1400)
    number = _number(match["century"].split("c")[0])
    return DateMention(_span(match), "century", year=None if match["bc"] else (number - 1) * 100)


def _read_years(match: re.Match[str]) -> DateMention | None:
    first, last = int(match["y7"]), int(match["y8"] or match["y10"] or match["y12"])
    last += first // 100 * 100 if last < 100 else 0
    return DateMention(_span(match), "year", year=first, end_year=last) if first < last else None


def _read_short(match: re.Match[str]) -> DateMention | None:
    """ "'08-'09": two years in a row, of this century up to the thirties."""
    first, last = int(match["s1"]), int(match["s2"])
    century = 2000 if first < _CENTURY_FROM else 1900
    return (
        DateMention(_span(match), "year", year=century + first, end_year=century + last) if last == first + 1 else None
    )


def _read_before(match: re.Match[str]) -> DateMention:
    """ "From the week before": told from a day that the words do not give."""
    word = match["u15"] or "day"
    unit: Unit | None = None if word == "quarter" else word  # type: ignore[assignment]
    return DateMention(_span(match), "relative", unit=unit)


def _read_year(match: re.Match[str]) -> DateMention:
    fiscal = match["year"].startswith("FY")
    return DateMention(_span(match) if fiscal else Span(*match.span("y9")), "year", year=int(match["y9"]))


def _read_near(match: re.Match[str]) -> DateMention:
    """ "Today's migrants" are those of these days."""
    words = match["named"].lower()
    offset, part = next(value for name, value in _NAMED.items() if words.startswith(name))
    if (
        words == "today"
        and match.string.startswith(("’s", "'s"), match.end())
        and not _OF_THE_DAY.match(match.string, match.end())
    ):
        return DateMention(_span(match), "relative", unit="day")
    return DateMention(
        _span(match), "relative", days_ago=-offset, offset=offset, unit="day", part=match["p10"] or part
    )  # fmt: skip


def _read_part(match: re.Match[str]) -> DateMention:
    return DateMention(_span(match), "relative", days_ago=0, offset=0, unit="day", part=match["p11"])


def _read_shifted(match: re.Match[str]) -> DateMention | None:
    """ "The next month" is told from a story, "the past year" is twelve months: neither is resolved."""
    if match["u12"][0].isupper() and not match["shifted"].isupper():
        return None  # the show "This Week"
    if "half" in match.group():
        return None  # "the past year and a half" is a length
    word, shift = match["u12"].lower(), match["shift12"].lower()
    unit: Unit = word if word in ("week", "weekend", "month", "year", "decade", "century") else "season"  # type: ignore[assignment]
    before = match.string[max(0, match.start() - 12) : match.start()]
    told = before.lower().endswith("the ") or shift in ("past", "previous", "prior")
    offset = None if told or shift == "coming" else _OFFSETS[shift]
    ago = None if offset is None else -offset
    days = 7 * ago if ago and unit == "week" else None
    months = {"month": 1, "year": 12}.get(unit, 0) * ago if ago and unit in ("month", "year") else None
    if unit == "week" and shift in ("last", "past") and is_rolling(match.string, match.start(), match.end()):
        return DateMention(_span(match), "relative", days_ago=7, unit=unit)
    if unit == "season":
        return DateMention(_span(match), "season", month=SEASONS[word], offset=offset, unit=unit)
    return DateMention(
        _span(match), "relative", days_ago=days, months_ago=months, offset=offset, unit=unit
    )  # fmt: skip


def _read_weekend(match: re.Match[str]) -> DateMention:
    """ "Over the weekend": which one, the tense tells."""
    return DateMention(_span(match), "week", unit="weekend")


def _read_ago(match: re.Match[str]) -> DateMention:
    count, word = match["n13"].lower(), match["u13"].lower()
    unit: Unit = "century" if word == "centurie" else word  # type: ignore[assignment]
    before = match.string[max(0, match.start() - 16) : match.start()]
    loose = _LOOSE.search(before) and not (
        (unit == "decade" or (unit == "year" and count not in ("a", "an", "one"))) and _ALMOST.search(before)
    )
    if loose or count.startswith(("a few", "several", "a couple", "half")):
        return DateMention(_span(match), "relative", unit=unit)
    n = int(read_number(count))
    if unit == "decade":
        return DateMention(_span(match), "relative", months_ago=120 * n, unit=unit)
    days = {"day": n, "week": 7 * n}.get(unit)
    months = {"month": n, "year": 12 * n}.get(unit)
    return DateMention(
        _span(match), "relative", days_ago=days, months_ago=months, offset=-n, unit=unit
    )  # fmt: skip


_READERS = {
    "iso": _read_iso, "mdy": _read_month_day, "dmy": _read_month_day, "my": _read_month_year,
    "weekday": _read_weekday, "month": _read_month, "clock": _read_clock, "end": _read_end, "era": _read_era,
    "nine": _read_nine_eleven,
    "slashed": _read_slashed, "weekend": _read_weekend,
    "numeric": _read_numeric, "quarter": _read_quarter, "season": _read_season, "bare": _read_bare_season,
    "decade": _read_decade, "century": _read_century, "years": _read_years, "year": _read_year,
    "short": _read_short, "before": _read_before,
    "named": _read_near, "part": _read_part, "shifted": _read_shifted, "ago": _read_ago,
}  # fmt: skip
