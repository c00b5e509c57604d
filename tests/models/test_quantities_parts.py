"""Stretches of periods, ranges of years and seasons, names with days in them, and who is counted, both ways."""

import pytest

from models.quantities_values import find_values

_WEDNESDAY = "2020-05-20"


def _days(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(d.words, d.first, d.last) for d in find_values(text, published_at=_WEDNESDAY).dates]


def _counts(text: str) -> list[tuple[str, float, str | None, str | None]]:
    found = find_values(text, published_at=_WEDNESDAY).quantities
    return [(q.words, q.low, q.of, q.approximator) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell in the first three months of 2020.", [("first three months of 2020", "2020-01-01", "2020-03-31")]),
        ("It fell in the first two weeks of May.", [("first two weeks of May", "2020-05-01", "2020-05-14")]),
        ("It fell in the last two months of 2019.", [("last two months of 2019", "2019-11-01", "2019-12-31")]),
        (
            "It fell in the first four weeks of this year.",
            [("first four weeks of this year", "2020-01-01", "2020-01-28")],
        ),
        ("It fell in the first 10 days of April.", [("first 10 days of April", "2020-04-01", "2020-04-10")]),
        ("It fell in the first half of 2019.", [("first half of 2019", "2019-01-01", "2019-06-30")]),
        ("It fell in the second half of April.", [("second half of April", "2020-04-16", "2020-04-30")]),
        ("It fell in the first half of the 1990s.", [("first half of the 1990s", "1990-01-01", "1994-12-31")]),
        ("It fell in the first three months of his term.", []),
        ("It fell in the first half of the game.", []),
        ("Those who died in early and mid-April were sailors.", [("early and mid-April", "2020-04-01", "2020-04-20")]),
        ("It was found in mid-to-late April.", [("mid-to-late April", "2020-04-11", "2020-04-30")]),
        ("It was found in early April.", [("early April", "2020-04-01", "2020-04-10")]),
    ],
)
def test_parts_of_periods(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert _days(text) == expected


def test_a_stretch_that_is_a_date_is_no_length() -> None:
    assert _counts("It fell in the first three months of 2020.") == []
    assert _counts("It fell in the first three months of his term.") == [("three months", 3, "term", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was built between 2010 and 2017.", [("2010 and 2017", "2010-01-01", "2017-12-31")]),
        (
            "The difference between 2010 and 2017 is small.",
            [("2010", "2010-01-01", "2010-12-31"), ("2017", "2017-01-01", "2017-12-31")],
        ),
        ("In 2010 and 2017 it burned.", [("2010", "2010-01-01", "2010-12-31"), ("2017", "2017-01-01", "2017-12-31")]),
        ("In the spring or summer of 1993 he left.", [("spring or summer of 1993", "1993-03-01", "1993-08-31")]),
        ("In the summer of 1993 he left.", [("summer of 1993", "1993-06-01", "1993-08-31")]),
        (
            "In the fall and winter of 1993 he left.",
            [("fall", "1993-09-01", "1993-11-30"), ("winter of 1993", None, None)],
        ),
    ],
)
def test_ranges(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert _days(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She told a Saturday Evening Post man.", []),
        ("She sold it to the Sunday Express.", []),
        ("She told a man on Saturday evening.", ["Saturday evening"]),
        ("The show Odo Rell Tonight airs.", []),
        ("He was on “The Tonight Show”.", []),
        ("Tonight Rell said so.", ["Tonight"]),
        ("It airs tonight.", ["tonight"]),
    ],
)
def test_days_in_names(text: str, words: list[str]) -> None:
    assert [d[0] for d in _days(text)] == words


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("But by Sunday, Rell’s crew said he would sail to win.", "2020-05-17"),
        ("But by Sunday, all ports must close.", "2020-05-24"),
        ("But by Sunday, Rell said, all ports will be closed.", "2020-05-24"),
        ("He spoke of his decision to shut ports in February.", "2020-02-01"),
        ("The council will vote before the end of the year.", "2020-12-31"),
        ("Ships sank before the end of the year.", None),
    ],
)
def test_behind_or_ahead(text: str, first: str | None) -> None:
    assert [d[1] for d in _days(text)] == [first]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call Odo at (414) 555-0145.", []),
        ("Call 555-0145 now.", []),
        ("Some 200-1000 ships came.", [("Some 200-1000 ships", 200, "ships", "about")]),
        ("It had (414) ships.", [("414", 414, None, None)]),
        ("Millions of often unseen Rovians wept.", [("Millions of often unseen Rovians", 2e6, "rovians", None)]),
        ("Removing 42 “special” tolls", [("42 “special” tolls", 42, "tolls", None)]),
        ("Six “wards” left for ports.", [("Six “wards", 6, "wards", None)]),
        (
            "Six of Velm’s 10 most exposed ports",
            [("Six", 6, "ports", None), ("10 most exposed ports", 10, "ports", None)],
        ),
        ("Six of the mayor’s friends", [("Six of the mayor’s friends", 6, "friends", None)]),
        (
            "An estimated 400 gulls and 50 seals died.",
            [("An estimated 400 gulls", 400, "gulls", "about"), ("50 seals", 50, "seals", "about")],
        ),
        (
            "An estimated 400 gulls and two seals died.",
            [("An estimated 400 gulls", 400, "gulls", "about"), ("two seals", 2, "seals", None)],
        ),
        (
            "More than 400 gulls and 50 seals died.",
            [("More than 400 gulls", 400, "gulls", "more than"), ("50 seals", 50, "seals", None)],
        ),
        ("Wipe it once a day.", [("once a day", 1, "per day", None)]),
        ("Wipe it once a day — no more.", [("once a day", 1, "per day", None)]),
        ("He came at least once a week.", [("at least once a week", 1, "per week", "at least")]),
        ("Once a day had passed, he left.", []),
        ("He missed one day of work.", [("one day", 1, "work", None)]),
        ("One day of the week is free.", []),
        ("He ran along the eighth floor hall.", [("eighth", 8, "floor", None)]),
        ("the second-annual harbour race", [("second", 2, "race", None)]),
    ],
)
def test_counts(text: str, expected: list[tuple[str, float, str | None, str | None]]) -> None:
    assert _counts(text) == expected
