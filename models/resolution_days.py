"""The date for "on Friday" and its like, to be put behind the words."""

import re
from collections.abc import Iterator
from datetime import date

from models.lexicon import BODY_HEADS
from models.quantities_date_mention import DateMention
from models.quantities_dates import find_dates
from models.quantities_periods import Period, find_period

_NEAR_DAYS = 200
_IS = re.compile(r"\s(?:is|are)\b")
_MODAL = re.compile(r"\s(?:will|would|could|may|might)\b")
_EVENT = re.compile(
    r"(?:^|[,;:—]\s|\b(?:[Bb]ut|[Aa]nd|[Tt]hat)\s|\b[Tt]he\s|[’']s\s)(?:[\w’'-]+\s){0,4}(?P<noun>[a-z]+)\s(?:late\s)?on\s$"
)
_BEFORE_EVENT = re.compile(
    r"\b(?:before|ahead\sof)\s(?:an?|the|his|her|its|their|[A-Z]\w+[’']s)\s(?:[\w’'-]+\s){1,4}(?:on\s)?$", re.IGNORECASE
)
_AHEAD = re.compile(r"\b(?:will|tomorrow|upcoming|next\sweek)\b|[’']ll\b|\b(?:is|are)\s(?:to|set|due|expected)\b")
"""In "There is a debate tomorrow before the vote on Tuesday" the past forms around tell nothing of that Tuesday."""


def find_day_words(quote: str, published: date, *, of_now: bool) -> Iterator[tuple[int, str]]:
    """For each date that only the day of publication completes: where in the quote its words end, and what is added.

    `of_now` is false where the story tells of other years: then "in July" stays as it is.
    """
    for mention in find_dates(quote):
        period = find_period(mention, published)
        if period and mention.year is None and not _is_vague(quote, mention, of_now=of_now):
            words = _complete(mention, period, published, of_now=of_now)
            if words and not quote.startswith((" (", "'s", "’s"), mention.span.end):
                yield mention.span.end, words


def _is_vague(quote: str, mention: DateMention, *, of_now: bool) -> bool:
    """Whether the words leave open which day, or whether a day, is meant: then nothing is put in."""
    before, after = quote[: mention.span.start], quote[mention.span.end :]
    if mention.unit == "day" and mention.offset == 0:
        return not of_now or bool(_IS.match(after))  # "1 in 2013, 2 today", "But tonight is different"
    if mention.precision != "weekday" or mention.offset is not None:
        return False
    if mention.tense == "unsure" or (mention.tense == "future" and _is_of_event(before, after)):
        return True
    awaited = _BEFORE_EVENT.search(before)
    return mention.tense == "past" and awaited is not None and (awaited.start() == 0 or bool(_AHEAD.search(quote)))


def _is_of_event(before: str, after: str) -> bool:
    """ "His showing on Wednesday will raise questions": it may have been; "The Senate on Wednesday will" has not."""
    event = _EVENT.search(before)
    return event is not None and event["noun"] not in BODY_HEADS and bool(_MODAL.match(after))


def _complete(mention: DateMention, period: Period, published: date, *, of_now: bool) -> str | None:
    first = period.first
    if mention.precision == "weekday" or (mention.unit == "day" and period.first == period.last):
        return f" ({first.day} {first:%B %Y})"
    if mention.unit == "month" and abs(mention.offset or 0) <= 1:
        return f" ({first:%B %Y})"
    if mention.unit == "year" and abs(mention.offset or 0) <= 1 and mention.days_ago is None:
        return f" ({first.year})"
    if not of_now or abs((first - published).days) > _NEAR_DAYS:
        return None
    if mention.precision == "day" and mention.end_day is None:
        return f", {first.year}"
    return f" {first.year}" if mention.precision == "month" and mention.offset is None else None
