import math
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.quantities import Period, find_dates, find_period, find_quantities, resolve_date

Row = tuple[float, float, str | None, str | None]


def rows(text: str) -> list[Row]:
    return [(q.low, q.high, q.unit, q.approximator) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 40 people were hurt.", [(40, 40, "people", "at least")]),
        ("Exactly 31 sailors drowned.", [(31, 31, "sailors", "exactly")]),
        ("AT LEAST FORTY PEOPLE WERE HURT.", [(40, 40, "people", "at least")]),
        ("In İzmir at least 40 people were hurt.", [(40, 40, "people", "at least")]),  # longer in lower case
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
        ("two and a half years", [(2.5, 2.5, "years", None)]),
        ("half a million people", [(500_000, 500_000, "people", None)]),
        ("tens of thousands of people", [(20_000, 99_999, "people", None)]),
        ("several hundred protesters", [(200, 900, "protesters", None)]),
        ("millions of dollars", [(2e6, 999e6, "USD", None)]),
        ("200 or 300 delegates", [(200, 300, "delegates", None)]),
        ("$15-$20 million", [(15e6, 20e6, "USD", None)]),
        ("60 cents", [(0.6, 0.6, "USD", None)]),
        ("from 31 to 40 people", [(31, 31, "people", None), (40, 40, "people", None)]),
        ("They voted 232-196.", [(232, 232, "votes", None), (196, 196, "votes", None)]),
        ("two freshmen made it", [(2, 2, "freshmen", None)]),
        ("two U.S. officials", [(2, 2, "officials", None)]),
        ("eight of the 18 counts", [(8, 8, "counts", None), (18, 18, "counts", None)]),
        ("served under five mayors", [(5, 5, "mayors", None)]),
        ("a two-thirds majority", [(pytest.approx(200 / 3), pytest.approx(200 / 3), "percent", None)]),
        ("well over 40 ships", [(40, 40, "ships", "more than")]),
        ("minus 5 degrees", [(-5, -5, "degrees", None)]),
        ("five times as much", [(5, 5, "times", None)]),
        ("no one came", []),
        ("F-35 jets and 38 North", []),
        ("the Fortune 500", []),
        ("call 1-800-555-1234", []),
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


@pytest.mark.parametrize(
    ("text", "kind", "counted"),
    [
        ("40 houses", "count", "houses"),
        ("a quarter of the population", "share", "population"),
        ("1 in 5 children", "share", "children"),
        ("three weeks of testimony", "measure", "testimony"),
        ("three weeks", "measure", None),
        ("up to $50 billion of farm goods", "money", "goods"),
        ("Odo Rell, 67, said", "age", None),
        ("a 45-year-old sailor", "age", None),
        ("twice as many ships", "multiple", None),
        ("the third meeting", "ordinal", "meeting"),
    ],
)
def test_kinds_and_what_is_counted(text: str, kind: str, counted: str | None) -> None:
    (found,) = find_quantities(text)
    assert (found.kind, found.counted) == (kind, counted)


def test_all_the_ages_of_a_list() -> None:
    assert [(q.low, q.kind) for q in find_quantities("aged 16, 13 and 7")] == [(16, "age"), (13, "age"), (7, "age")]


@pytest.mark.parametrize(
    "text", ["He first asked the union.", "the First Amendment", "the first lady", "At first, it rained."]
)
def test_what_is_no_ordinal(text: str) -> None:
    assert find_quantities(text) == []


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


SUNDAY = date(2021, 10, 31)
WEDNESDAY = date(2019, 12, 18)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The bridge fell on Monday.", date(2019, 12, 16), date(2019, 12, 16)),
        ("The council will meet on Monday.", date(2019, 12, 23), date(2019, 12, 23)),
        ("On Monday morning, Ada Brandt announced it.", date(2019, 12, 16), date(2019, 12, 16)),
        ("The mayor said Tuesday that he will resign.", date(2019, 12, 17), date(2019, 12, 17)),
        ("last Friday", date(2019, 12, 13), date(2019, 12, 13)),
        ("this Friday", date(2019, 12, 20), date(2019, 12, 20)),
        ("yesterday", date(2019, 12, 17), date(2019, 12, 17)),
        ("last week", date(2019, 12, 9), date(2019, 12, 15)),
        ("this month", date(2019, 12, 1), date(2019, 12, 31)),
        ("last year", date(2018, 1, 1), date(2018, 12, 31)),
        ("two days ago", date(2019, 12, 16), date(2019, 12, 16)),
        ("three years ago", date(2016, 1, 1), date(2016, 12, 31)),
        ("It closed in July.", date(2019, 7, 1), date(2019, 7, 31)),
        ("It will close in July.", date(2020, 7, 1), date(2020, 7, 31)),
        ("It opened on May 9.", date(2019, 5, 9), date(2019, 5, 9)),
        ("from 2011-15", date(2011, 1, 1), date(2015, 12, 31)),
        ("March 3-5, 2020", date(2020, 3, 3), date(2020, 3, 5)),
        ("the third quarter of 2019", date(2019, 7, 1), date(2019, 9, 30)),
        ("in the 1990s", date(1990, 1, 1), date(1999, 12, 31)),
        ("in the 1800s", date(1800, 1, 1), date(1899, 12, 31)),
        ("the Sept. 11 attacks", date(2001, 9, 11), date(2001, 9, 11)),
    ],
)
def test_days_meant(text: str, first: date, last: date) -> None:
    assert find_period(find_dates(text)[0], WEDNESDAY) == Period(first, last)


@pytest.mark.parametrize(
    "text",
    [
        "every Monday",
        "on Sundays",
        "The next month it closed.",
        "the past year",
        "a few weeks ago",
        "more than 20 years ago",
        "12/08/2025",
        "the 5th century B.C.",
        "It fell on Thursday.",
    ],
)
def test_days_that_nobody_can_tell(text: str) -> None:
    """The last: a Wednesday's article that says "on Thursday" of what is past is rather younger than its date."""
    assert find_period(find_dates(text)[0], WEDNESDAY) is None


def test_on_a_sunday_nobody_knows_which_week_is_this_one() -> None:
    assert find_period(find_dates("this week")[0], SUNDAY) is None


def test_without_a_publication_only_whole_dates_are_known() -> None:
    found = [find_period(d, None) for d in find_dates("in 2019, on Friday, on May 9, 2020")]
    assert found == [Period(date(2019, 1, 1), date(2019, 12, 31)), None, Period(date(2020, 5, 9), date(2020, 5, 9))]


@pytest.mark.parametrize(
    ("text", "part"), [("at 5:30 p.m.", "17:30"), ("at 12 a.m.", "00:00"), ("Monday night", "night")]
)
def test_parts_of_the_day(text: str, part: str) -> None:
    assert find_dates(text)[0].part == part


@pytest.mark.parametrize(
    "text", ["Black Friday", "It may rain", "the Today show", "the Sunday Times", "April Ross said"]
)
def test_names_that_look_like_dates(text: str) -> None:
    assert find_dates(text) == []


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


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "12-",
        "one hundred and ",
        "in 2019 ",
        "on Friday, ",
        "May ",
        "first ",
        "$5 to ",
        "3 big red old, and ",
        "a ",
    ],
)
def test_any_length_takes_linear_time(grows_linearly, unit: str) -> None:
    assert grows_linearly(lambda text: (find_quantities(text), find_dates(text)), unit, 32_000)
