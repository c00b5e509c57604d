"""The date for "on Friday" and its like, to be put behind the words."""

from collections.abc import Iterator
from datetime import date

from models.quantities_date_mention import DateMention
from models.quantities_dates import find_dates
from models.quantities_periods import Period, find_period

_NEAR_DAYS = 200


def find_day_words(quote: str, published: date, *, of_now: bool) -> Iterator[tuple[int, str]]:
    """For each date that only the day of publication completes: where in the quote its words end, and what is added.

    `of_now` is false where the story tells of other years: then "in July" stays as it is.
    """
    for mention in find_dates(quote):
        period = find_period(mention, published)
        vague = mention.precision == "weekday" and mention.offset is None and mention.tense == "unsure"
        if period and mention.year is None and not vague:
            words = _complete(mention, period, published, of_now=of_now)
            if words and not quote.startswith((" (", "'s", "’s"), mention.span.end):
                yield mention.span.end, words


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
