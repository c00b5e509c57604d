"""Times are compared as moments, and a day counts from its beginning to its end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.errors import BadInputError
from service.store.times import (
    ReversedPeriodError,
    check_period,
    instant,
    since_bound,
    sort_key,
    until_bound,
    written,
)


@pytest.mark.parametrize(
    ("until", "first_after"),
    [
        ("2025-12-31", "2026-01-01"),
        ("2024-02", "2024-03-01"),
        ("2025-12", "2026-01-01"),
        ("2024", "2025-01-01"),
        ("2025-12-08T23:59:59+03:00", "2025-12-08T21:00:00Z"),
        ("9999", "9999-12-31T99"),
    ],
)
def test_until_counts_all_of_it(until, first_after):
    assert until_bound(until) == first_after


@given(st.datetimes(), st.datetimes())
def test_written_moments_sort_as_they_follow(first, second):
    a, b = (instant(moment.isoformat()) for moment in (first, second))
    assert (written(a) < written(b)) == (a < b)


@given(st.dates())
def test_every_day_lies_within_itself(day):
    key = sort_key(day.isoformat())
    assert key is not None
    assert since_bound(day.isoformat()) <= key < until_bound(day.isoformat())


@pytest.mark.parametrize("wrong", ["", "soon", "2025-13-01", "2025-1-1", "0001-01-01T00:00:00+09:00"])
def test_what_is_no_time_is_refused(wrong):
    with pytest.raises(BadInputError, match="write it as 2025-12-08"):
        since_bound(wrong)
    assert sort_key(wrong) is None


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (None, None),
        ("2025-12-31", None),
        (None, "2025-12-01"),
        ("2025-12-01", "2025-12-01"),
        ("2025-12-08T23:59:59Z", "2025-12-08"),
        ("2025-12-31", "2025"),
        ("2025-12-08T10:00:00Z", "2025-12-08T10:00:00Z"),
    ],
)
def test_a_period_that_holds_anything_is_one(since, until):
    check_period(since, until)


@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("2025-12-31", "2025-12-01"),
        ("2025-12-02", "2025-12-01T22:00:00Z"),
        ("2026-02", "2025-12"),
        ("2025-12-08T10:00:01Z", "2025-12-08T10:00:00Z"),
    ],
)
def test_a_period_that_ends_before_it_begins_is_refused(since, until):
    with pytest.raises(ReversedPeriodError, match=f"since {since} lies after until {until}.*Swap"):
        check_period(since, until)
