"""Dates of a text as days of the calendar, seen from the day of publication."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from models.quantities_date_mention import DateMention

_NEAR_DAYS = 160
_NEAR_EVENT_DAYS = 75
"""Of "an April 21 talk" nobody knows in November whether it was or will be; of "the Nov. 20 debate" they do."""
_SAME_YEAR_DAYS = 300
"""Of a day farther off, papers tell the year: rather the tense is misread, or the story is of another year."""
_SPRING = 3
_WINTER = 12
_YEAR = 12
_AHEAD = 10
_LATELY = 30
_JUST = 2
"""Days so shortly before the publication that no verb is needed to tell that they are meant."""
_DECADE = 120
_WEEK = 7
_MONTHS_OF = {"month": 1, "year": 12, "decade": 120}


@dataclass(frozen=True)
class Period:
    """Days `first` to `last`, both included."""

    first: date
    last: date


def find_period(mention: DateMention, published: date | None) -> Period | None:
    """The days meant; None where the words and the day of publication do not settle it."""
    if mention.ambiguous or mention.tense == "elsewhere":
        return None
    try:
        return _find_absolute(mention) or (_find_relative(mention, published) if published else None)
    except (ValueError, OverflowError):
        return None


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
    stretch = mention.offset is None and mention.unit in ("week", "decade")
    if mention.days_ago is not None and not stretch:
        return published - timedelta(days=mention.days_ago)
    if mention.months_ago is not None and not stretch:
        return published - relativedelta(months=mention.months_ago)
    if mention.precision != "day" or mention.month is None or mention.day is None:
        return None
    if mention.year:
        return date(mention.year, mention.month, mention.day)
    return _nearest_year(mention.month, mention.day, published)


def _nearest_year(month: int, day: int, published: date) -> date:
    """The day without its year: the one nearest to the publication."""
    candidates = [
        date(year, month, day)
        for year in range(published.year - 4, published.year + 5)
        if day <= calendar.monthrange(year, month)[1]
    ]
    return min(candidates, key=lambda d: abs((d - published).days))


def _find_year(mention: DateMention, month: int, day: int, published: date) -> date | None:
    """The day in its year: the last or the next one, as the tense tells; without a tense only one that is near."""
    days = [d for year in range(published.year - 4, published.year + 5) if (d := _make(year, month, day))]
    if mention.weekday is not None:
        days = [day for day in days if day.weekday() == mention.weekday]
        return min(days, key=lambda d: abs((d - published).days), default=None)
    nearest = min(days, key=lambda d: abs((d - published).days))
    most = _NEAR_EVENT_DAYS if mention.attributive and (mention.tense != "past" or nearest > published) else _NEAR_DAYS
    if mention.tense in ("past", "future") and not mention.attributive:
        told = _in_tense(days, published, past=mention.tense == "past")
        far = abs((told - published).days) > _SAME_YEAR_DAYS
        far = far and not (told.year == published.year and (mention.behind or mention.tense == "future"))
        return told if not far else _find_near(mention, days, published)
    return nearest if abs((nearest - published).days) <= most else None


def _find_near(mention: DateMention, days: Sequence[date], published: date) -> date | None:
    """A day that its verb sets a year back, while the words around it look ahead: the next one, if it is near.

    One that its verb sets a year ahead is the last one, if that has just been: "between Jan. 15 and Feb. 18".
    """
    if mention.tense == "future":
        last = _in_tense(days, published, past=True)
        return last if (published - last).days <= _LATELY else None
    following = _in_tense(days, published, past=False)
    return following if mention.ahead and (following - published).days <= _NEAR_EVENT_DAYS else None


def _in_tense(days: Sequence[date], published: date, *, past: bool) -> date:
    if past:
        return max(d for d in days if d <= published + timedelta(days=1))
    return min(d for d in days if d >= published - timedelta(days=1))


def _make(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day <= calendar.monthrange(year, month)[1] else None


def _find_absolute(mention: DateMention) -> Period | None:
    year = mention.year
    if year is None or (mention.precision == "season" and mention.month == _WINTER):
        return None
    if mention.precision == "day" and mention.month and mention.day:
        first = date(year, mention.month, mention.day)
        return Period(first, _end_of_range(mention, first))
    if mention.precision in ("month", "quarter", "season") and mention.month:
        more = (mention.end_month or mention.month) - mention.month
        return _months(date(year, mention.month, 1), 1 if mention.precision == "month" else 3 + more)
    years = {"year": 1, "decade": 10, "century": 100}[mention.precision]
    return Period(date(year, 1, 1), date(mention.end_year or year + years - 1, 12, 31))


def _end_of_range(mention: DateMention, first: date) -> date:
    end = first.replace(day=mention.end_day) if mention.end_day else first
    return max(first, end)


def _months(first: date, count: int) -> Period:
    return Period(first, first + relativedelta(months=count) - timedelta(days=1))


def _find_relative(mention: DateMention, published: date) -> Period | None:
    if mention.precision == "weekday":
        return _find_weekday(mention, published)
    if mention.precision == "month" and mention.month:
        return _find_month(mention, mention.month, published)
    if mention.precision == "season" and mention.month:
        return _find_season(mention, mention.month, published)
    if mention.precision == "day" and mention.month and mention.day:
        return _find_day(mention, mention.month, mention.day, published)
    if mention.precision == "week" and mention.unit == "weekend":
        return _find_weekend(mention, published)
    find = _find_stretch if mention.offset is None else _find_shifted
    return find(mention, published)


def _find_day(mention: DateMention, month: int, day: int, published: date) -> Period | None:
    if mention.ballot:
        return _find_ballot(date(published.year, month, day), published, months=0)
    first = _find_year(mention, month, day, published)
    return Period(first, _end_of_range(mention, first)) if first else None


def _find_stretch(mention: DateMention, published: date) -> Period | None:
    """ "In the last week", up to the publication; "a decade ago", about ten years before it."""
    if mention.unit == "decade" and mention.months_ago == _DECADE:
        return _months(date(published.year - 11, 1, 1), 3 * _YEAR)
    if mention.unit == "week" and mention.days_ago == _WEEK:
        return Period(published - timedelta(days=_WEEK), published)
    return None


def _find_weekday(mention: DateMention, published: date) -> Period | None:
    """Within a week of the publication; "last" and "next" where only one day can be meant."""
    if mention.weekday is None or mention.recurs:
        return None
    back = (published.weekday() - mention.weekday) % 7
    if mention.offset is None:
        unsure = mention.tense == "unsure" and not mention.ahead and _JUST < back < 6
        if (mention.tense, back) in (("past", 6), ("future", 1)) or unsure:
            if mention.tense == "future" and mention.behind:
                return Period(published - timedelta(days=1), published - timedelta(days=1))  # "was to end on Monday"
            return None  # six days off, people say "last" or "next"; rather the text is newer than its date
        ahead = mention.tense == "future" or (mention.tense == "unsure" and back > _JUST)
        days = (-back) % 7 if ahead else -back
    elif mention.offset == 0:
        days = mention.weekday - published.weekday()
    elif mention.offset < 0:
        days = -(back or 7)  # "last Friday", on a Friday, is not today
        if back == 1:
            return None  # on a Saturday: yesterday, or eight days ago?
    else:
        days = (-back) % 7
        if mention.weekday >= published.weekday():
            return None  # "next Friday", on a Monday: this week's, or the one after?
    day = published + timedelta(days=days)
    return Period(day, day)


def _find_month(mention: DateMention, month: int, published: date) -> Period | None:
    """ "In May" is the last May or the next, as the tense tells."""
    if mention.ballot:
        found = _find_ballot(date(published.year, month, 1), published, months=1)
        if found or mention.tense != "future":
            return found
    back = (published.month - month) % _YEAR
    if mention.offset == 0:
        distance: int | None = published.month - month
    elif mention.offset is not None:
        distance = _find_shift(back, ahead=mention.offset > 0)
    else:
        distance = _find_distance(mention, month, back)
    if distance is None:
        return None
    return _months(date(published.year, published.month, 1) - relativedelta(months=distance), 1)


def _find_shift(back: int, *, ahead: bool) -> int | None:
    """Months back to "last March" or "next March"; of the month just over or just to come, nobody knows."""
    distance = -((_YEAR - back) % _YEAR) if ahead else back
    if abs(distance) == 1:
        return None
    return distance or (-_YEAR if ahead else _YEAR)  # "last March", in March


def _find_distance(mention: DateMention, month: int, back: int) -> int | None:
    """Months back to a month that only the tense settles."""
    ahead = (_YEAR - back) % _YEAR
    if mention.tense == "future":
        return -ahead if ahead <= _AHEAD else None  # "the February data was expected to be weak", in March
    if mention.attributive and back == _YEAR - 1 and month > 1:
        return None  # in March, "an April tour" may be that of next month
    if mention.tense == "unsure":
        return {0: 0, 1: 1, _YEAR - 1: -1}.get(back)
    return back


def _find_ballot(first: date, published: date, *, months: int) -> Period | None:
    """The next such month or day, if it is in an even year, in which all vote."""
    while first < published.replace(day=1):
        first = first.replace(year=first.year + 1)
    if first.year % 2 and months and first == published.replace(day=1):
        first = first.replace(year=first.year + 1)  # told in the month itself, when the other vote has just been
    if first.year % 2:
        return None
    return _months(first, months) if months else Period(first, first)


def _find_season(mention: DateMention, month: int, published: date) -> Period | None:
    """The nearest season that the words can mean. A winter lies in two years; one just over may be "this" or "last"."""
    starts = [date(published.year + shift, month, 1) for shift in (-1, 0, 1)]
    seasons = [_months(start, 3) for start in starts]
    unknown = mention.offset is None and mention.tense == "unsure" and not mention.ballot
    if month == _WINTER or mention.tense == "elsewhere" or unknown:
        return None
    if mention.ballot:
        return _find_ballot(starts[1], published, months=3)
    if mention.offset == 0:
        last = mention.tense == "past" and published.month < _SPRING and month > _SPRING  # told in January
        over = mention.tense == "future" and seasons[1].last < published  # told in December of the spring to come
        return seasons[2 if over else 0 if last else 1]
    if mention.offset == 1 or (mention.offset is None and mention.tense == "future"):
        return next(s for s in seasons if s.first > published)
    return _find_last_season([s for s in seasons if s.first <= published], published, last=mention.offset == -1)


def _find_last_season(past: Sequence[Period], published: date, *, last: bool) -> Period | None:
    """ "Last spring": not the one that lasts, and none where one has just ended."""
    since = (published - past[-1].last).days
    if not last or since >= _LATELY:
        return past[-1]
    return past[-2] if since <= 0 else None


def _find_weekend(mention: DateMention, published: date) -> Period | None:
    """ "Over the weekend": the last one that has begun, or in the future tense the next one that has not ended."""
    if mention.tense not in ("past", "future"):
        return None
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    if mention.tense == "future" and published.weekday() < 5:
        saturday += timedelta(days=7)
    return Period(saturday, saturday + timedelta(days=1))


def _find_shifted(mention: DateMention, published: date) -> Period | None:
    offset, unit = mention.offset or 0, mention.unit
    if unit == "day":
        day = published + timedelta(days=offset)
        return Period(day, day)
    if unit == "week" and abs(offset) > 1:
        day = published + timedelta(days=7 * offset)
        return Period(day - timedelta(days=3), day + timedelta(days=3))
    if unit in ("week", "weekend"):
        return _find_week(unit, offset, published, tense=mention.tense)
    if unit in ("season", "century", None) or (unit == "decade" and abs(offset) > 1):
        return None
    months = _MONTHS_OF[unit]
    first = date(published.year - published.year % 10, 1, 1) if unit == "decade" else published.replace(day=1)
    first = first.replace(month=1) if unit == "year" else first
    return _months(first + relativedelta(months=months * offset), months)


def _find_week(unit: str, offset: int, published: date, *, tense: str) -> Period | None:
    """Monday to Sunday. On a Sunday nobody knows which week is this one, in it which weekend is the last."""
    if unit == "weekend" and offset == 0 and tense == "past" and published.weekday() < 5:
        saturday = published - timedelta(days=published.weekday() + 2)
        return Period(saturday, saturday + timedelta(days=1))
    if published.weekday() == 6 or (unit == "weekend" and published.weekday() in (0, 1, 5)):
        return None
    monday = published - timedelta(days=published.weekday()) + timedelta(days=7 * offset)
    return Period(monday if unit == "week" else monday + timedelta(days=5), monday + timedelta(days=6))
