import math
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.quantities import find_dates, find_quantities, resolve_date

Row = tuple[float, float, str | None, str | None]


def rows(text: str) -> list[Row]:
    return [(q.low, q.high, q.unit, q.approximator) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 40 people were hurt.", [(40, 40, "people", "at least")]),
        ("Exactly 31 sailors drowned.", [(31, 31, "sailors", "exactly")]),
        ("The dam cost $3.5 billion.", [(3.5e9, 3.5e9, "USD", None)]),
        ("Output rose 12%.", [(12, 12, "percent", None)]),
        ("It holds 1,550 deployed nuclear weapons.", [(1550, 1550, "weapons", None)]),
        ("about three dozen Velmian tanks", [(36, 36, "tanks", "about")]),
        ("between 10 and 15 percent of voters", [(10, 15, "percent", None)]),
        ("2 to 3 million people", [(2e6, 3e6, "people", None)]),
        ("a third of the fleet", [(pytest.approx(100 / 3), pytest.approx(100 / 3), "percent", None)]),
        ("one in five children", [(20, 20, "percent", None)]),
        ("a 30-minute speech", [(30, 30, "minutes", None)]),
        ("up to 500,000 euros", [(500_000, 500_000, "EUR", "at most")]),
        ("200 or more arrests", [(200, 200, "arrests", "at least")]),
        ("twenty-five thousand soldiers", [(25_000, 25_000, "soldiers", None)]),
        ("fewer than 9 ships", [(9, 9, "ships", "less than")]),
        ("hundreds of protesters", [(200, 999, "protesters", None)]),
        ("seven of the nation's towns", [(7, 7, "towns", None)]),
        ("26 rural COVID-19 wards", [(26, 26, "wards", None)]),
        ("sales rose from $4 to $5", [(4, 4, "USD", None), (5, 5, "USD", None)]),
        ("one measure of risk", []),
        ("before 9/11 and after", []),
        ("£20m", [(20e6, 20e6, "GBP", None)]),
        ("a rise of 0.25 percentage points", [(0.25, 0.25, "percentage points", None)]),
    ],
)
def test_values(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    ["The talks began at 5 p.m.", "Article 5 applies.", "COVID-19 spread.", "In 2019 it closed.", "on Oct. 31, 2021"],
)
def test_names_clock_times_and_dates_are_no_quantities(text: str) -> None:
    assert find_quantities(text) == []


def test_ordinals_are_told_from_counts() -> None:
    found = find_quantities("the third meeting of the 45th president with 3 aides")
    assert [(q.low, q.unit, q.ordinal) for q in found] == [
        (3, "meeting", True),
        (45, "president", True),
        (3, "aides", False),
    ]


def test_percentage_names_what_it_is_of() -> None:
    (found,) = find_quantities("45 percent of voters agreed")
    assert (found.unit, found.counted) == ("percent", "voters")


def test_bounds_follow_the_approximator() -> None:
    by_words = {text: find_quantities(text)[0].bounds for text in ("at least 40 men", "up to 40 men", "40 men")}
    assert by_words == {
        "at least 40 men": (40, math.inf),
        "up to 40 men": (-math.inf, 40),
        "40 men": (40, 40),
    }


def test_spans_are_the_words() -> None:
    text = "Some 40 people and at least $5 million."
    assert [q.span.of(text) for q in find_quantities(text)] == ["Some 40 people", "at least $5 million"]


def test_dates_with_their_precision() -> None:
    text = "On March 2, 2020, as of April 13, in the late 1940s, in October, since 2019 and Friday; 12/08/2025; 3 May."
    found = [(d.precision, d.year, d.month, d.day, d.weekday, d.ambiguous) for d in find_dates(text)]
    assert found == [
        ("day", 2020, 3, 2, None, False),
        ("day", None, 4, 13, None, False),
        ("decade", 1940, None, None, None, False),
        ("month", None, 10, None, None, False),
        ("year", 2019, None, None, None, False),
        ("weekday", None, None, None, 4, False),
        ("day", 2025, 12, 8, None, True),
        ("day", None, 5, 3, None, False),
    ]


@pytest.mark.parametrize("text", ["February 31, 2020", "45/45/2020", "It may 5 times", "a 20199 model"])
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on Friday", date(2021, 10, 29)),
        ("yesterday", date(2021, 10, 30)),
        ("two weeks ago", date(2021, 10, 17)),
        ("a year ago", date(2020, 10, 31)),
        ("on Jan. 2", date(2022, 1, 2)),
        ("in 2019", None),
    ],
)
def test_dates_seen_from_the_day_of_publication(text: str, day: date | None) -> None:
    assert resolve_date(find_dates(text)[0], date(2021, 10, 31)) == day


@given(st.text(st.characters(), max_size=200) | st.text(st.sampled_from("0123456789.,$%-/ aintofmk "), max_size=60))
def test_any_text_gives_ordered_spans_and_ordered_values(text: str) -> None:
    found = find_quantities(text)
    assert all(q.low <= q.high for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(0 <= q.span.start < q.span.end <= len(text) for q in found)
    find_dates(text)


@given(st.integers(0, 10**12), st.sampled_from(["people", "ships", "votes"]))
def test_plain_counts_are_read_exactly(count: int, noun: str) -> None:
    (found,) = [q for q in find_quantities(f"They counted {count:,} {noun}.") if not q.ordinal]
    assert (found.low, found.high, found.unit) == (count, count, noun)
