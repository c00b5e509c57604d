"""From which day a date is seen: that of the publication, that of a speech or tweet, or none that is known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest

from models.attribution_quotes import find_quotations
from models.base import Span
from models.quantities_date_mention import DateMention
from models.quantities_dates import find_dates
from models.quantities_periods import find_period

_PAUSE = re.compile(r"[,;:—–.]|\sto\s(?:just\s|about\s)?[$£€\d]|\s(?:and|but|while|who|that|which)\s")
_IN_YEAR = re.compile(r"(?:^|[.:;“]\s?)In\s$|[:;]\sin\s$")
_BREAK = re.compile(r"[;:—–.]|\s(?:and|but|while|who|that|which)\s")
_PAIR = re.compile(r"(?:,?\s(?:and|or|to|through|until)|,|\s?[-–])\s?")
_IN = re.compile(r",?\sin\s")
_LINK = re.compile(r",?\s(?:of\s|in\s)?$")
_NEAR_BY = 80
_THE_NEXT = re.compile(r"^[^.;:]{0,80}(?<!\bover)(?<!\bin)(?<!\bwithin)(?<!\bfor)(?<!\bduring)(?<!\bof)\sthe\s$")
"""Before "next year", where it is one year and no stretch of twelve months."""
_MARKS = re.compile(r"[“”„«»]|(?<![\w.,!?])\"(?=\S)|(?<=\S)\"")
_TWEET = re.compile(
    r"^(?:RT\s)?\.?@\w|pic\.twitter\.com|https?://t\.co|\(@\w+\)(?=\s[A-Z]|\W*$)|@\w+,?\s(?:\S+\s){0,3}@\w"
)
_TRANSCRIPT = re.compile(r"^(?:[A-Z][A-Z.’'-]+\s?){1,4}(?:\([^)]*\)\s?)?:\s")
_FIRST_PERSON = re.compile(r"(?<![\w'‘(])I\b(?![-–.])")
_YOU_OR_I = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur)\b")
_SAID = re.compile(
    r"\b(?:said|says|told|tweeted|wrote|announced|added|testified|asked|declared|replied|posted|insisted|warned|argued"
    r"|claimed|explained|stated|noted|vowed|promised|responded|interview|statement|press\sconference|speech|remarks)\b"
)
_REPORTER = re.compile(
    r"\b(?:told|tells?|asked)\s(?:me|us)\b|\b(?:I|we)\s(?:spoke|talked|asked|interviewed|surveyed|reported)\b"
)


def find_days(text: str, published: date | None) -> Iterator[tuple[DateMention, date | None]]:
    """The dates of a text in order, each with the day that it is seen from.

    "Tomorrow" in direct words is seen from the day of the speech, where the sentence tells it, else from none.
    """
    completed = list(complete_years(text, list(_follow(text, find_dates(text))), published))
    found = _within_periods(text, completed, published)
    spoken = _find_spoken(text, found) if any(_hangs_on_day(mention) for mention in found) else []
    if not spoken:
        yield from ((mention, published) for mention in found)
        return
    said = _find_day_of_speech(text, found, spoken, published)
    for mention in found:
        direct = _hangs_on_day(mention) and any(s.start <= mention.span.start < s.end for s in spoken)
        yield mention, said if direct else published


def _hangs_on_day(mention: DateMention) -> bool:
    return mention.precision == "weekday" or mention.unit in ("day", "week", "weekend")


def _find_spoken(text: str, found: Sequence[DateMention]) -> list[Span]:
    """Direct words, also where only one of the marks stands in the text; all of a tweet."""
    text = text.replace("’’", "” ").replace("″", '"').replace("''", "” " if "“" in text else "''")
    spans = [quotation.span for quotation in find_quotations(text)]
    transcript = _TRANSCRIPT.match(text)
    if _TWEET.search(_without(text, spans)) or (transcript and _YOU_OR_I.search(text, transcript.end())):
        return [Span(0, len(text))]
    marks = [m.start() for m in _MARKS.finditer(text)]
    loose = [at for at in marks if not any(s.start <= at < s.end for s in spans)]
    if loose:
        opens = text[loose[0]] in "“„«" or not text[: loose[0]].strip()
        return [*spans, Span(loose[0], len(text)) if opens else Span(0, loose[0])]
    if not marks and _FIRST_PERSON.search(text) and not _REPORTER.search(text):
        return [m.span for m in found if m.unit == "day"]  # words out of a longer quotation, or a columnist's
    return spans


def _find_day_of_speech(
    text: str, found: Sequence[DateMention], spoken: Sequence[Span], published: date | None
) -> date | None:
    """The one day that the words around the speech name; in a tweet, the day under it."""
    whole = spoken[0] == Span(0, len(text))  # a tweet
    outside = [m for m in found if whole or not any(s.start <= m.span.start < s.end for s in spoken)]
    if whole:
        outside = [m for m in outside if m.precision == "day" and m.year]
    elif not _SAID.search(_without(text, spoken)):
        return None
    periods = {find_period(m, published) for m in outside if m.precision == "day" or _hangs_on_day(m)}
    days = {period.first for period in periods if period and period.first == period.last}
    return days.pop() if len(days) == len(periods) == 1 else None


def _without(text: str, spans: Sequence[Span]) -> str:
    kept, at = [], 0
    for span in sorted(spans, key=lambda s: s.start):
        kept.append(text[at : span.start])
        at = max(at, span.end)
    return "".join([*kept, text[at:]])


def _follow(text: str, found: Sequence[DateMention]) -> Iterator[DateMention]:
    """ "In 2014 …, and the next year" is 2015; "this summer … in the fall" are of one year."""
    told = [_in_year_after(text, one, two) if one else two for one, two in zip([None, *found], found, strict=False)]
    for at in range(len(told) - 2, -1, -1):
        told[at] = _in_shared_year(text, told[at], told[at + 1])
    yield from told


def _in_shared_year(text: str, mention: DateMention, after: DateMention) -> DateMention:
    """ "In October and November 2017": both are of 2017."""
    shares = after.year and mention.precision == after.precision == "month" and not mention.year
    if not shares or mention.offset is not None or not _PAIR.fullmatch(text, mention.span.end, after.span.start):
        return mention
    return replace(mention, year=after.year) if (mention.month or 0) < (after.month or 0) else mention


def _in_shared_tense(text: str, before: DateMention, mention: DateMention) -> DateMention:
    """ "On Wednesday and Friday, they are due": both lie ahead."""
    days = before.precision == mention.precision == "weekday" and mention.tense == "unsure" != before.tense
    if not days or mention.offset is not None or text[before.span.end : mention.span.start] not in (" and ", " or "):
        return mention
    return replace(mention, tense=before.tense)


def _in_year_after(text: str, before: DateMention, mention: DateMention) -> DateMention:
    mention = _in_shared_tense(text, before, mention)
    between = text[before.span.end : mention.span.start]
    if before.precision == "season" and before.offset == 0 and mention.precision == "season":
        later = mention.offset is None and not mention.year and (mention.month or 0) > (before.month or 0)
        return replace(mention, offset=0) if later and len(between) < _NEAR_BY else mention
    dated = before.year and not before.end_year and before.precision in ("year", "month", "day", "season")
    if not dated or mention.unit != "year" or mention.span.of(text) != "next year" or not _THE_NEXT.search(between):
        return mention
    return replace(mention, precision="year", year=(before.year or 0) + 1, unit=None)


def _within_periods(text: str, found: list[DateMention], published: date | None) -> list[DateMention]:
    """ "January of last year" and "Friday of last week" in the year and week that they name."""
    if not published:
        return found
    pairs = zip_longest(found, found[1:])
    kept = list(_join_years(text, [_within(text, one, two, published) if two else one for one, two in pairs]))
    return [_in_year_before(text, one, two, published) for one, two in zip([None, *kept], kept, strict=False)]


def _join_years(text: str, found: Sequence[DateMention]) -> Iterator[DateMention]:
    """ "June last year" is one date."""
    joined = False
    for one, two in zip_longest(found, found[1:]):
        apart = two is None or text[one.span.end : two.span.start] != " "
        joins = not apart and one.precision == "month" and two.unit == "year" and two.offset is not None
        if not joined:
            yield replace(one, span=Span(one.span.start, two.span.end)) if joins else one
        joined = joins


def _in_year_before(text: str, before: DateMention | None, mention: DateMention, published: date) -> DateMention:
    """ "Last year, in May" is May of last year."""
    if before is None or before.unit != "year" or before.offset is None or mention.precision != "month":
        return mention
    if mention.year or mention.offset is not None or not _IN.fullmatch(text, before.span.end, mention.span.start):
        return mention
    return replace(mention, year=published.year + before.offset)


def _within(text: str, one: DateMention, two: DateMention, published: date) -> DateMention:
    if (
        two.offset is None
        or one.year
        or one.offset is not None
        or not _LINK.fullmatch(text, one.span.end, two.span.start)
    ):
        return one
    if one.precision == "month" and two.unit == "year":
        return replace(one, year=published.year + two.offset)
    if one.precision == "weekday" and two.unit == "week" and one.weekday is not None:
        return _in_week(one, two.offset, published)
    return one


def _in_week(mention: DateMention, offset: int, published: date) -> DateMention:
    if published.weekday() == 6 or abs(offset) > 1 or mention.weekday is None:
        return replace(mention, tense="elsewhere")
    try:
        day = published + timedelta(days=mention.weekday - published.weekday() + 7 * offset)
    except OverflowError:
        return mention
    return replace(mention, precision="day", year=day.year, month=day.month, day=day.day)


def _is_of_year(text: str, year: DateMention, mention: DateMention, published: date) -> bool:
    """An old year, or the last one where what is told had been before: "in 2018 … though they had left in July"."""
    told = (year.year or 0) == published.year - 1 and " had " in text[year.span.end : mention.span.start]
    return told or (year.year or 0) < published.year - 1


def _is_in_clause(text: str, year: Span, day: Span) -> bool:
    """Whether no pause parts them; in "In 1999, they met twice, from March 3 …" commas do not."""
    opens = _IN_YEAR.search(text, max(0, year.start - 8), year.start) and text.startswith(", ", year.end)
    return not (_BREAK if opens else _PAUSE).search(text, year.end, day.start)


def complete_years(text: str, found: Sequence[DateMention], published: date | None) -> Iterator[DateMention]:
    """Days and months in the year that their clause names: "the 1999 trial ended on Feb. 12".

    Where an old year stands elsewhere in the text, they are left open: the story may be of then.
    """
    years = [m for m in found if m.precision == "year" and m.year and not m.end_year]
    for mention in found:
        before = [m for m in years if m.span.end <= mention.span.start]
        if mention.year or mention.precision not in ("day", "month") or mention.offset is not None or not years:
            yield mention
        elif before and _is_in_clause(text, before[-1].span, mention.span):
            yield replace(mention, year=before[-1].year)
        elif published and any(_is_of_year(text, m, mention, published) for m in before):
            yield replace(mention, tense="elsewhere")
        else:
            yield mention
