"""Dates in context: direct words, tweets, fiscal years, named periods; each rule in both directions."""

import pytest

from models.quantities_links import blank_links
from models.quantities_values import find_values

TUESDAY = "2020-01-14"


def days(text: str, published: str = TUESDAY) -> list[tuple[str, str | None]]:
    return [(d.words, d.first) for d in find_values(text, published_at=published).dates]


@pytest.mark.parametrize(
    "text",
    [
        "Rell wrote, “I will sail home tomorrow at last.”",
        "We will vote tomorrow,” Brandt said.",
        '"We vote tomorrow',
        "Rell texted, “call me tomorrow,’’ and slept.",
        "@MayorRell, not @odo, comes tomorrow.",
        "I will be there tomorrow.",
        "RELL: We come tomorrow.",
    ],
)
def test_tomorrow_in_direct_words_of_an_unknown_day_is_open(text: str) -> None:
    assert days(text) == [("tomorrow", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The council votes tomorrow.",
        "The “brave” council votes tomorrow.",
        "WASHINGTON: The council votes tomorrow.",
        "Ada Brandt (I-VT) comes tomorrow.",
        "He said it was ″brave and bold” and would vote tomorrow.",
    ],
)
def test_tomorrow_of_the_article_is_known(text: str) -> None:
    assert days(text) == [("tomorrow", "2020-01-15")]


def test_direct_words_are_seen_from_the_day_that_their_speaker_spoke() -> None:
    assert days("“We will vote tomorrow,” Brandt said Monday.") == [
        ("tomorrow", "2020-01-14"),
        ("Monday", "2020-01-13"),
    ]
    assert days("“We vote tomorrow,” Brandt said Sunday and Monday.")[0] == ("tomorrow", None)


def test_years_in_direct_words_are_those_of_the_article() -> None:
    assert days("“We closed it last year,” he said.") == [("last year", "2019-01-01")]


@pytest.mark.parametrize("text", ["fiscal 2020", "FY2020", "the 2020 fiscal year", "the 2019-20 school year"])
def test_fiscal_years_are_left_open(text: str) -> None:
    assert [first for _, first in days(text)] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the year 2020", [("2020", "2020-01-01")]),
        ("In the year 410 Ost fell.", [("410", "0410-01-01")]),
        ("In 44 BC Ost fell.", [("44 BC", None)]),
        ("said this on Jan. 13: “No”", [("Jan. 13", "2020-01-13")]),
        ("in the 90s", [("90s", "1990-01-01")]),
        ("in the 1930s and 40s", [("1930s", "1930-01-01"), ("40s", "1940-01-01")]),
        ("temperatures in the 70s", []),
        ("at year's end it had money", [("year's end", "2019-12-31")]),
        ("It will open by year's end.", [("year's end", "2020-12-31")]),
        ("January of last year", [("January", "2019-01-01"), ("last year", "2019-01-01")]),
        ("It met on Friday of last week.", [("Friday", "2020-01-10"), ("last week", "2020-01-06")]),
        ("whose death last fall shook it", [("last fall", "2019-09-01")]),
        ("on “This Week,” he spoke", []),
        ("He spoke this week.", [("this week", "2020-01-13")]),
        ("It was raised in January to raise more.", [("January", "2020-01-01")]),
    ],
)
def test_years_and_periods(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The “Velm deal”: two men who'll appeal were arraigned Monday.", "2020-01-13"),
        ("Two men will be arraigned Thursday.", "2020-01-16"),
        ("They wandered past Monday's market.", "2020-01-13"),
        ("This past Friday it rained.", "2020-01-10"),
        ("It airs Monday nights.", None),
        ("It aired Monday night.", "2020-01-13"),
        ("his Friday prayer sermons", None),
        ("It fell on a Monday.", None),
        ("The state votes on Wednesday.", "2020-01-15"),
        ("candidates are sharper before Thursday's vote", "2020-01-16"),
        ("He spoke on Fox News Monday.", "2020-01-13"),
    ],
)
def test_weekdays(text: str, first: str | None) -> None:
    assert [found for _, found in days(text)] == [first]


@pytest.mark.parametrize(
    ("text", "part"), [("at one o'clock", None), ("at noon", "12:00"), ("by midnight", "00:00"), ("at 5 p.m.", "17:00")]
)
def test_clock_times(text: str, part: str | None) -> None:
    assert [(d.precision, d.part) for d in find_values(text).dates] == [("time", part)]


def test_times_of_day_that_are_no_clock_times() -> None:
    assert find_values("the midnight train; one clock").dates == ()


def test_headlines_glued_into_a_sentence_say_nothing() -> None:
    text = "Ada Jean BrandtHarbour mayor sells 5 ships Monday MORE (R) lost 3 ships in 2019."
    found = find_values(text, published_at=TUESDAY)
    assert [v.words for v in (*found.quantities, *found.dates)] == ["3 ships", "2019"]
    assert len(blank_links(text)) == len(text)


def test_more_in_a_plain_sentence_is_a_word() -> None:
    text = "McRell sells 5 ships and MORE."
    assert [q.words for q in find_values(text).quantities] == ["5 ships"]
