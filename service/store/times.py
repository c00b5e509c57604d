"""ISO 8601 times as the store compares them: UTC, to the second, sorting as text."""

import re
from datetime import UTC, date, datetime, timedelta

from service.errors import BadInputError

_DAY = re.compile(r"\d{4}(-\d\d){0,2}")


class ReversedPeriodError(BadInputError):
    """A period that ends before it begins: nothing can lie in it."""

    code = "reversed-period"


def instant(value: str) -> datetime:
    """The moment that an ISO 8601 time names; without a zone it is UTC. Raises BadInputError."""
    try:
        read = datetime.fromisoformat(value)
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadInputError(f"{value!r} is not a time: write it as 2025-12-08 or 2025-12-08T14:30:00Z.") from error


def written(moment: datetime) -> str:
    """A moment as the store writes it, with microseconds, so that two of them sort as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def now() -> str:
    """The time by the clock of this machine, in the form that is stored."""
    return written(datetime.now(UTC))


def sort_key(published: str | None) -> str | None:
    """What a publication time is sorted and filtered by; None for none or one that cannot be read."""
    try:
        return since_bound(published) if published else None
    except BadInputError:
        return None


def since_bound(value: str) -> str:
    """The first key that is not before the day, month, year or moment. Raises BadInputError."""
    if _DAY.fullmatch(value):
        _first_day(value)
        return value
    return _to_the_second(instant(value))


def until_bound(value: str) -> str:
    """The first key that is after all of the day, month, year or moment. Raises BadInputError."""
    try:
        if _DAY.fullmatch(value):
            return _day_after(value)
        return _to_the_second(instant(value) + timedelta(seconds=1))
    except OverflowError:
        return "9999-12-31T99"


def check_period(since: str | None, until: str | None) -> None:
    """Raises ReversedPeriodError when `since` lies after all of `until`, BadInputError for what cannot be read.

    Whoever asks for that has swapped two dates; that nothing was found would be true, and would mislead.
    """
    if since and until and since_bound(since) >= until_bound(until):
        raise ReversedPeriodError(
            f"The period ends before it begins: since {since} lies after until {until}, so nothing can be in it. "
            "Swap the two, or leave one out."
        )


def _to_the_second(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _first_day(value: str) -> date:
    try:
        return date.fromisoformat(value + "-01" * (2 - value.count("-")))
    except ValueError as error:
        raise BadInputError(f"{value!r} is not a date: write it as 2025-12-08.") from error


def _day_after(value: str) -> str:
    longest = {0: 366, 1: 31, 2: 1}[value.count("-")]
    after = _first_day(value) + timedelta(days=longest)
    # 366 or 31 days from the first may land a few days into the period that follows: go to its first.
    starts = {0: after.replace(month=1, day=1), 1: after.replace(day=1), 2: after}
    return starts[value.count("-")].isoformat()
