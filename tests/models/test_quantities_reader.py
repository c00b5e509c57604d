"""What a reader of values found wrong: each rule where it fires and where it does not."""

import pytest

from models.quantities_values import find_values

TUESDAY = "2020-01-14"
Row = tuple[str, float, float, str | None]


def rows(text: str) -> list[Row]:
    """Words, bounds, approximator."""
    return [(q.words, q.low, q.high, q.approximator) for q in find_values(text).quantities]


def days(text: str, published: str = TUESDAY) -> list[tuple[str, str, str | None, str | None]]:
    return [(d.words, d.precision, d.first, d.last) for d in find_values(text, published_at=published).dates]


@pytest.mark.parametrize(
    ("text", "value"),
    [("1/2 of the fleet", 50), ("about 3/4 of them", 75), ("4/8 of the ships", 50), ("on 1/4 of the fleet", 25),
     ("a 3/8 inch nail", 37.5), ("It closed 4/20.", None), ("It closed 4/8", None),
     ("4/5 sailors agree", None)],
)  # fmt: skip
def test_usual_fractions_are_shares_and_days_are_none(text: str, value: float | None) -> None:
    shares = [q.low for q in find_values(text).quantities if q.kind == "share"]
    assert shares == ([value] if value else [])
    assert find_values(text).dates == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [("It opened on 4/20.", "4/20"), ("Update 4/8: he left", "4/8"), ("a note dated 12/31", "12/31"),
     ("4/20: the mayor left", "4/20"), ("Friday, 4/8, at sea", "4/8")],
)  # fmt: skip
def test_slashed_days(text: str, words: str) -> None:
    found = find_values(text, published_at="2020-05-01")
    assert [d.words for d in found.dates if d.precision == "day"] == [words]
    assert found.quantities == ()


def test_a_slashed_day_that_could_be_read_both_ways_is_ambiguous() -> None:
    (day,) = find_values("It opened on 4/8.", published_at="2020-05-01").dates
    assert (day.first, day.ambiguous) == (None, True)
    (day,) = find_values("It opened on 4/20.", published_at="2020-05-01").dates
    assert (day.first, day.ambiguous) == ("2020-04-20", False)
    assert find_values("It opened on 4/31 and on 13/2.").dates == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It climbed past 3,800.", [("past 3,800", 3800, 3800, "more than")]),
        ("The toll rose past 40.", [("past 40", 40, 40, "more than")]),
        ("They sailed past 40 ships.", [("40 ships", 40, 40, None)]),
        ("in the past 30 days", [("30 days", 30, 30, None)]),
        ("at least the seventh storm", [("at least the seventh", 7, 7, "at least")]),
        ("the seventh storm", [("seventh", 7, 7, None)]),
        ("for 30-odd years", [("30-odd years", 30, 30, "about")]),
        ("30 odd boats", [("30 odd boats", 30, 30, None)]),
        ("a fraction of 1 percent", [("a fraction of 1 percent", 1, 1, "less than")]),
        ("a fraction of the 40 ships", [("40 ships", 40, 40, None)]),
    ],
)
def test_bounds(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "ages"),
    [("20-somethings came", [(20, 29)]), ("a thirty-something sailor", [(30, 39)]), ("20 ships or something", [])],
)
def test_somethings_are_ages(text: str, ages: list[tuple[int, int]]) -> None:
    assert [(q.low, q.high) for q in find_values(text).quantities if q.kind == "age"] == ages
    assert all(q.kind == "age" or q.of == "ships" for q in find_values(text).quantities)


@pytest.mark.parametrize(
    "text", ["S&P 500 companies", "the Fortune 500 firms", "the Russell 2000 companies", "Nasdaq 100 firms"]
)
def test_the_number_of_an_index_counts_nothing(text: str) -> None:
    assert rows(text) == []


def test_numbers_behind_other_names_count() -> None:
    assert rows("Fortune named 500 companies") == [("500 companies", 500, 500, None)]
    assert rows("S&P cut 500 jobs") == [("500 jobs", 500, 500, None)]


@pytest.mark.parametrize(
    ("text", "words"),
    [("It makes one prone to falls.", []), ("leaves one vulnerable to storms", []),
     ("It makes one ship.", ["one ship"]),
     ("no one came", []), ("this one sank", []), ("one ship sank", ["one ship"])],
)  # fmt: skip
def test_one_as_a_pronoun(text: str, words: list[str]) -> None:
    assert [q.words for q in find_values(text).quantities] == words


def test_vague_numbers_joined_are_a_range_over_both() -> None:
    text = "thousands or hundreds of thousands of ships"
    assert rows(text) == [(text, 2000, 999_999, None)]
    assert [q.low for q in find_values("from hundreds to thousands of ships").quantities] == [2000]
    assert rows("hundreds, if not thousands of ships")[0][1:3] == (200, 9999)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("billions more in loans", "money"), ("millions in federal aid", "money"), ("millions more in votes", "count"),
     ("billions of birds", "count")],
)  # fmt: skip
def test_vague_sums_before_words_of_money(text: str, kind: str) -> None:
    assert [q.kind for q in find_values(text).quantities] == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the first week of February 2019", ("first week of February 2019", "week", "2019-02-01", "2019-02-07")),
        ("the last week of March 2019", ("last week of March 2019", "week", "2019-03-25", "2019-03-31")),
        ("in mid-February 2019", ("mid-February 2019", "part", "2019-02-11", "2019-02-20")),
        ("in late June 2019", ("late June 2019", "part", "2019-06-21", "2019-06-30")),
        ("in the early 2000s", ("early 2000s", "part", "2000-01-01", "2003-12-31")),
        ("at the end of 2014", ("end of 2014", "part", "2014-11-01", "2014-12-31")),
        ("late in the 1990s", ("late in the 1990s", "part", "1996-01-01", "1999-12-31")),
        ("early in 2019", ("early in 2019", "part", "2019-01-01", "2019-04-30")),
        ("the end of June 2019", ("end of June 2019", "part", "2019-06-26", "2019-06-30")),
        ("by the end of 2014", ("end of 2014", "part", "2014-11-01", "2014-12-31")),
        ("before the end of 2014", ("2014", "year", "2014-01-01", "2014-12-31")),
        ("from late 2010 to 2015", ("late 2010 to 2015", "part", "2010-09-01", "2015-12-31")),
        ("in June 2019", ("June 2019", "month", "2019-06-01", "2019-06-30")),
    ],
)
def test_parts_of_periods(text: str, expected: tuple[str, str, str, str]) -> None:
    found = find_values(text, published_at=TUESDAY)
    assert days(text) == [expected]
    assert found.quantities == ()


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [("It sank shortly before noon.", "shortly before noon", "before 12:00"),
     ("just after 5 p.m.", "just after 5 p.m.", "after 17:00"),
     ("It sank before noon.", "noon", "12:00"), ("It sank at noon.", "noon", "12:00")],
)  # fmt: skip
def test_near_a_clock_time(text: str, words: str, part: str) -> None:
    assert [(d.words, d.part) for d in find_values(text).dates] == [(words, part)]


@pytest.mark.parametrize(
    ("text", "published", "first"),
    [
        ("They met over the weekend.", TUESDAY, "2020-01-11"),
        ("They met over the weekend.", "2020-01-12", "2020-01-11"),
        ("It will rain over the weekend.", TUESDAY, "2020-01-18"),
        ("over the weekend", TUESDAY, None),
    ],
)
def test_over_the_weekend(text: str, published: str, first: str | None) -> None:
    assert [(words.lower(), day) for words, _, day, _ in days(text, published)] == [("over the weekend", first)]


def test_weekends_that_are_not_near_are_no_dates() -> None:
    assert days("It was the weekend of the fair; over a weekend it rained.") == []


@pytest.mark.parametrize(
    ("text", "months"),
    [("He wrote it in a March letter.", ["March"]), ("its May vote", ["May"]), ("a March to Velm", []),
     ("a March organizer", []), ("You may letter it.", [])],
)  # fmt: skip
def test_months_that_describe_a_noun(text: str, months: list[str]) -> None:
    assert [words for words, *_ in days(text)] == months
