"""Volume: days put together into what can be read at a glance."""

from datetime import date

import pytest

from service.reports.volume import MOST, choose_grain, read_volume
from service.store.volume import DayVolume


@pytest.mark.parametrize(
    ("last", "grain"),
    [
        (date(2025, 1, 1), "day"),
        (date(2025, 3, 1), "day"),
        (date(2025, 3, 2), "week"),
        (date(2026, 3, 1), "month"),
        (date(2035, 1, 1), "year"),
        (date(2500, 1, 1), "year"),
    ],
)
def test_the_shortest_period_that_fits_is_taken(last, grain):
    assert choose_grain(date(2025, 1, 1), last) == grain


def test_days_without_anything_are_shown_too():
    volume = read_volume([DayVolume("2025-12-08", 2, 9, 1), DayVolume("2025-12-10", 1, 4), DayVolume(None, 3, 5)])
    assert volume.grain == "day"
    assert [(one.first.day, one.articles, one.claims, one.contradictions) for one in volume.periods] == [
        (8, 2, 9, 1), (9, 0, 0, 0), (10, 1, 4, 0),
    ]  # fmt: skip
    assert volume.undated == DayVolume(None, 3, 5)


def test_weeks_begin_on_monday_and_sum_their_days():
    volume = read_volume([DayVolume("2025-01-01", 1), DayVolume("2025-01-05", 2), DayVolume("2025-06-01", 4)])
    assert volume.grain == "week"
    first, last = volume.periods[0], volume.periods[-1]
    assert (first.first, first.last, first.articles) == (date(2024, 12, 30), date(2025, 1, 5), 3)
    assert (last.last, last.articles) == (date(2025, 6, 1), 4)
    assert len(volume.periods) <= MOST


def test_months_and_years_go_over_the_turn_of_the_year():
    months = read_volume([DayVolume("2024-11-30", 1), DayVolume("2026-02-01", 1)])
    assert [one.first for one in months.periods][:3] == [date(2024, 11, 1), date(2024, 12, 1), date(2025, 1, 1)]
    years = read_volume([DayVolume("1925-11-30", 1), DayVolume("2025-12-31", 1)])
    assert (len(years.periods), years.periods[-1].last) == (101, date(2025, 12, 31))


@pytest.mark.parametrize("day", ["9999-12-31", "2025-02-30"])
def test_a_day_that_cannot_be_drawn_is_no_day(day):
    volume = read_volume([DayVolume(day, 1, 2, 3)])
    assert (volume.periods, volume.undated) == ((), DayVolume(None, 1, 2, 3))
    assert read_volume([]).periods == ()
