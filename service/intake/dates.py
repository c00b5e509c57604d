"""Dates as newspapers write them, with both readings where there are two."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dateutil import parser

from service.domain.articles import PublicationTime

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_CLOCK = (
    r"(?P<clock>[T\s,|·–-]{0,3}(?:at\s)?\s?(?:[01]?\d|2[0-3])"
    r"(?:[:.][0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?\s?(?:[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?))"
    r"(?:\s?(?P<zone>Z\b|(?:GMT|UTC)\s?[+-]\d{1,2}(?::?\d{2})?\b|[+-]\d{2}:?\d{2}\b|(?-i:[A-Z]{2,4})\b))?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(rf"(?<![\w/.-]){form}(?![\d/])(?:{_CLOCK})?", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?P<mark>[-/])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        rf"(?P<name>{_MONTHS})\.?\s{_DAY},?\s(?P<year>\d{{4}})",
        rf"{_DAY}\.?\s(?:of\s)?(?P<name>{_MONTHS})\.?,?\s(?P<year>\d{{4}})",
        r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})",
    )
)
_NUMERIC = _FORMS[-1]
_YEAR = re.compile(r"\d{4}")
# dateutil takes 14.30 for the 14th and 4.15 pm for four: it must see a colon. A date with dots (8.12.2025) is no clock.
_DOTTED_CLOCK = re.compile(r"(?<![\d.:])([01]?\d|2[0-3])\.([0-5]\d)(?!\.?\d)")
# Letters before an offset: with them dateutil takes "GMT+1" for an hour to the west.
_LETTERS = re.compile(r"\b(?:GMT|UTC)\s?(?=[+-]\d)", re.IGNORECASE)
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?$")
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)
# Letters that newspapers put behind a time; all others are kept out, because they name several zones.
_ZONES = {
    **dict.fromkeys(("Z", "UTC", "GMT"), "UTC"),
    **dict.fromkeys(("ET", "EST", "EDT"), "America/New_York"),
    **dict.fromkeys(("CT", "CDT"), "America/Chicago"),
    **dict.fromkeys(("PT", "PST", "PDT"), "America/Los_Angeles"),
    **dict.fromkeys(("CET", "CEST"), "Europe/Berlin"),
    **dict.fromkeys(("EET", "EEST"), "Europe/Athens"),
    "MSK": "Europe/Moscow",
}
# Two-letter domains that say nothing of a country, and the countries that write the month first.
_NO_COUNTRY = {"ai", "co", "fm", "gg", "io", "ly", "me", "tv", "us", "ph"}
_NEAR = dt.timedelta(days=14)
_FIRST_YEAR = 1600


@dataclass(frozen=True)
class WrittenDate:
    """A date as it stands in a text, at code points start:end; two readings at most, the likelier first."""

    start: int
    end: int
    readings: tuple[dt.date, ...]
    moment: dt.datetime | None = None

    @property
    def published(self) -> PublicationTime:
        """The date as a publication time; a clock time counts only with a zone that is known."""
        if self.moment is not None:
            return PublicationTime(self.moment.isoformat(timespec="seconds"))
        first, *other = [reading.isoformat() for reading in self.readings]
        return PublicationTime(first, other[0] if other else None)


def find_dates(text: str, *, day_first: bool = False) -> list[WrittenDate]:
    """The full dates (day, month and year) in `text`, in the order they stand there.

    A purely numeric date whose day and month may be swapped has two readings; `day_first` says which comes
    first, except that dots (8.12.2025) always mean day first.
    """
    if not _YEAR.search(text):
        return []
    found = (_written(match, day_first) for form in _FORMS for match in form.finditer(text))
    return sorted((one for one in found if one), key=lambda one: one.start)


def read_date(written: str, *, day_first: bool = False) -> PublicationTime | None:
    """The publication time that `written` as a whole says, None when it is no date or has more in it.

    A time without a known zone is kept as a date: the zone could move it by a day, and none is guessed.
    """
    stripped = _with_colon(written.strip())
    try:
        return _published(dt.datetime.fromisoformat(stripped))
    except ValueError:
        pass
    rest = _WEEKDAY.sub("", stripped)
    for one in find_dates(rest, day_first=day_first):
        if one.start == 0 and one.end >= len(rest.rstrip(". ")):
            return one.published
    return _read_loosely(stripped)


def prefers_day_first(text: str, *, language: str = "en", url: str | None = None) -> bool:
    """Whether numeric dates in `text` put the day first, by the first evidence there is.

    In order: another numeric date there with only one reading (25/12/2025); a date written out in full that
    lies within two weeks of only one reading; the country of the address; the language, where English puts
    the month first.
    """
    # Only a numeric date has two readings to choose from; a whole text is long to look through for the others.
    told = (_by_example(text), _by_neighbours(find_dates(text))) if _NUMERIC.search(text) else ()
    return next((known for known in (*told, _by_country(url)) if known is not None), language != "en")


def _written(match: re.Match[str], day_first: bool) -> WrittenDate | None:
    parts = match.groupdict()
    readings = tuple(_readings(parts, day_first))
    if not readings:
        return None
    moment = _moment(readings[0], parts) if len(readings) == 1 else None
    return WrittenDate(match.start(), match.end(), readings, moment)


def _readings(parts: dict[str, str | None], day_first: bool) -> Iterator[dt.date]:
    year = int(parts["year"] or 0)
    if parts.get("name"):
        yield from _date(year, _month(parts["name"] or ""), int(parts["day"] or 0))
        return
    if parts.get("month"):
        yield from _date(year, int(parts["month"] or 0), int(parts["day"] or 0))
        return
    one, two = int(parts["first"] or 0), int(parts["second"] or 0)
    orders = [(two, one), (one, two)] if day_first or parts["mark"] == "." else [(one, two), (two, one)]
    for month, day in dict.fromkeys(orders):
        yield from _date(year, month, day)


def _date(year: int, month: int, day: int) -> Iterator[dt.date]:
    # Whatever claims to come from the far future is no publication date, but a clock may be a little wrong.
    if _FIRST_YEAR <= year <= dt.date.today().year + 1:
        try:
            yield dt.date(year, month, day)
        except ValueError:
            return


def _month(name: str) -> int:
    return ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].index(
        name[:3].lower()
    ) + 1


def _moment(day: dt.date, parts: dict[str, str | None]) -> dt.datetime | None:
    zone = _zone(parts.get("zone"))
    clock = (parts.get("clock") or "").strip("T ,|·–-").lower().removeprefix("at").strip().replace(".m", "m")
    if zone is None or not clock:
        return None
    try:
        time = parser.parse(_with_colon(clock)).time()
    except (ValueError, OverflowError):
        return None
    return dt.datetime.combine(day, time.replace(microsecond=0), zone)


def _with_colon(written: str) -> str:
    return _DOTTED_CLOCK.sub(r"\1:\2", written)


def _zone(written: str | None) -> dt.tzinfo | None:
    if written is None:
        return None
    if told := _OFFSET.search(written):
        offset = dt.timedelta(hours=int(told["hours"]), minutes=int(told["minutes"] or 0))
        return dt.timezone(-offset if told["sign"] == "-" else offset) if offset < dt.timedelta(days=1) else None
    name = _ZONES.get(written.upper())
    return dt.UTC if name == "UTC" else ZoneInfo(name) if name else None


def _published(moment: dt.datetime) -> PublicationTime | None:
    if not _FIRST_YEAR <= moment.year <= dt.date.today().year + 1:
        return None
    if moment.tzinfo is None:
        return PublicationTime(moment.date().isoformat())
    return PublicationTime(moment.isoformat(timespec="seconds"))


def _read_loosely(written: str) -> PublicationTime | None:
    """What dateutil makes of it, if it fills in no day, month or year of its own: two defaults must agree."""
    if len(written) > 80:
        return None
    try:
        plain = _LETTERS.sub("", written)
        one, two = (parser.parse(plain, default=dt.datetime(*day)) for day in ((2001, 1, 1), (2004, 2, 2)))
        return _published(one) if one.date() == two.date() else None
    except (ValueError, OverflowError, TypeError, AttributeError):  # an offset of days shows only when it is written
        return None


def _by_example(text: str) -> bool | None:
    for match in _NUMERIC.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        if max(first, second) > 12 and min(first, second) <= 12:
            return first > 12
    return None


def _by_neighbours(dates: list[WrittenDate]) -> bool | None:
    certain = {one.readings[0] for one in dates if len(one.readings) == 1}
    for one in dates:
        if len(one.readings) == 2:
            near = [any(abs(day - other) <= _NEAR for other in certain) for day in one.readings]
            if near[0] != near[1]:
                return near[1]
    return None


def _by_country(url: str | None) -> bool | None:
    try:
        country = (urlsplit(url or "").hostname or "").rpartition(".")[2]
    except ValueError:
        return None
    return True if len(country) == 2 and country not in _NO_COUNTRY else None
