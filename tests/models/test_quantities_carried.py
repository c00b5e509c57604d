"""Rates, units carried over, names with a number, and days that the words around them settle, both ways."""

import pytest

from models.quantities_values import find_values

_WEDNESDAY = "2020-05-20"


def _quantities(text: str) -> list[tuple[str, str, float, float, str | None, str | None]]:
    found = find_values(text, published_at=_WEDNESDAY).quantities
    return [(q.words, q.kind, q.low, q.high, q.unit or q.of, q.approximator) for q in found]


def _days(text: str, published: str = _WEDNESDAY) -> list[tuple[str, str | None, str | None]]:
    return [(d.words, d.first, d.last) for d in find_values(text, published_at=published).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Most were people over 80 in one district.",
            [("over 80", "age", 80, 80, "years", "more than"), ("one district", "count", 1, 1, "district", None)],
        ),
        (
            "The storm killed 40 in two counties.",
            [("40", "count", 40, 40, None, None), ("two counties", "count", 2, 2, "counties", None)],
        ),
        ("Four in ten sailors voted.", [("Four in ten", "share", 40, 40, "percent", None)]),
        ("It serves up to two dozens states.", [("up to two dozens states", "count", 24, 24, "states", "at most")]),
        ("Dozens of boats sank.", [("Dozens of boats", "count", 24, 99, "boats", None)]),
        ("At 10 megabits per second.", [("10 megabits per second", "measure", 10, 10, "megabits per second", None)]),
        (
            "It moves 10 miles an hour or 30 feet per second.",
            [
                ("10 miles an hour", "measure", 10, 10, "miles per hour", None),
                ("30 feet per second", "measure", 30, 30, "feet per second", None),
            ],
        ),
        ("It lies 10 miles a little south.", [("10 miles", "measure", 10, 10, "miles", None)]),
        ("She works 40 hours per week.", [("40 hours per week", "measure", 40, 40, "hours", None)]),
        (
            "The term was cut from 12 months to three.",
            [("12 months", "measure", 12, 12, "months", None), ("three", "measure", 3, 3, "months", None)],
        ),
        (
            "The rate rose from 10 percent to 12.",
            [("10 percent", "share", 10, 10, "percent", None), ("12", "share", 12, 12, "percent", None)],
        ),
        (
            "It went from 10 percent to 12 boats.",
            [("10 percent", "share", 10, 10, "percent", None), ("12 boats", "count", 12, 12, "boats", None)],
        ),
        ("Over an eight day span it sank.", [("eight day", "measure", 8, 8, "days", None)]),
        ("They sold eight day passes.", [("eight day passes", "count", 8, 8, "passes", None)]),
        ("They had four months-worth of fuel.", [("four months", "measure", 4, 4, "months", None)]),
        ("It could last a year or more.", [("a year or more", "measure", 1, 1, "year", "at least")]),
        ("She waited a year or two.", []),
        ("The water reached 25C.", [("25C", "measure", 25, 25, "degrees Celsius", None)]),
        ("The heat reached 90°F.", [("90°F", "measure", 90, 90, "degrees Fahrenheit", None)]),
        ("Rell lives in apartment 25C.", []),
    ],
)  # fmt: skip
def test_the_unit_is_carried_and_completed(text: str, expected: list[tuple[object, ...]]) -> None:
    assert _quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A second wave hits hard.", [("second", "ordinal", 2, 2, "wave", None)]),
        ("A third storm looms over Velm.", [("third", "ordinal", 3, 3, "storm", None)]),
        ("Velm had two direct hits.", [("two direct hits", "count", 2, 2, "hits", None)]),
        ("The 5th Circuit Court ruled.", []),
        ("The 5th court ruled.", [("5th court", "ordinal", 5, 5, "court", None)]),
        ("It is a one-stop shop.", []),
        ("The Standard & Poor’s 500 fell.", []),
        ("Poor sailors sold 500 boats.", [("500 boats", "count", 500, 500, "boats", None)]),
        ("The bill is closer to $40 million.", [("closer to $40 million", "money", 40e6, 40e6, "USD", "about")]),
        ("The toll is nearer 50.", [("nearer 50", "count", 50, 50, None, "about")]),
        ("He moved closer to two ports.", [("two ports", "count", 2, 2, "ports", None)]),
        ("The port saw an exodus of millions.", [("millions", "count", 2e6, 999e6, None, None)]),
        ("Many millions, he said, lost their homes.", [("millions", "count", 2e6, 999e6, None, None)]),
        ("He is the talk of millions.", []),
        ("It will cost hundreds of billions.", [("hundreds of billions", "money", 200e9, 999999999999, None, None)]),
        ("It reached hundreds of millions.", [("hundreds of millions", "count", 200e6, 999999999, None, None)]),
        (
            "It will kill hundreds of millions of ants.",
            [("hundreds of millions of ants", "count", 200e6, 999999999, "ants", None)],
        ),
        ("A debate, one inherent in trade, began.", []),
        ("One common port opened.", [("One common port", "count", 1, 1, "port", None)]),
        ("The law left millions underinsured.", [("millions", "count", 2e6, 999e6, None, None)]),
        ("They spent many millions.", [("millions", "money", 2e6, 999e6, None, None)]),
    ],
)
def test_names_verbs_and_scales(text: str, expected: list[tuple[object, ...]]) -> None:
    assert _quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("The council met each June.", _WEDNESDAY, [("June", None, None)]),
        ("The council met in June.", _WEDNESDAY, [("June", "2019-06-01", "2019-06-30")]),
        ("The fair was held every April 15.", _WEDNESDAY, [("April 15", None, None)]),
        ("Today’s children read less.", _WEDNESDAY, [("Today", None, None)]),
        ("The port was closed today.", _WEDNESDAY, [("today", "2020-05-20", "2020-05-20")]),
        ("On the menu today: fish soup.", _WEDNESDAY, [("today", "2020-05-20", "2020-05-20")]),
        ("Most Rovians today live in towns.", _WEDNESDAY, [("today", None, None)]),
        ("Most ships of the fleet left the old harbour of Velm by April 15.", "2020-01-10", [("April 15", None, None)]),
        ("Rell asked the council to answer by April 15.", "2020-01-10", [("April 15", "2020-04-15", "2020-04-15")]),
        ("Papers must be sent by April 15.", "2020-01-10", [("April 15", "2020-04-15", "2020-04-15")]),
        ("The council faces a Sept. 30 deadline.", _WEDNESDAY, [("Sept. 30", "2020-09-30", "2020-09-30")]),
        ("The council missed a May 1 deadline.", _WEDNESDAY, [("May 1", "2020-05-01", "2020-05-01")]),
        ("Dr. Rell had, by January, sold all her ships.", "2020-03-10", [("January", "2020-01-01", "2020-01-31")]),
        ("Dr. Rell will, by January, sell her ships.", "2020-03-10", [("January", "2021-01-01", "2021-01-31")]),
        ("Since 9-11 the port is closed.", _WEDNESDAY, [("9-11", "2001-09-11", "2001-09-11")]),
        ("It closed after 9-11 days.", _WEDNESDAY, []),
        ("It closed almost eight years ago.", _WEDNESDAY, [("eight years ago", "2012-01-01", "2012-12-31")]),
        ("It closed about eight years ago.", _WEDNESDAY, [("eight years ago", None, None)]),
        (
            "He won in 2012 and left the next year.",
            _WEDNESDAY,
            [("2012", "2012-01-01", "2012-12-31"), ("next year", "2013-01-01", "2013-12-31")],
        ),
        (
            "In 2012 he vowed to leave over the next year.",
            _WEDNESDAY,
            [("2012", "2012-01-01", "2012-12-31"), ("next year", None, None)],
        ),
        ("Masks are required starting Friday.", _WEDNESDAY, [("Friday", "2020-05-22", "2020-05-22")]),
        ("The bars were closed starting Friday.", _WEDNESDAY, [("Friday", "2020-05-15", "2020-05-15")]),
        (
            "The port opens this summer and the school in the fall.",
            _WEDNESDAY,
            [("this summer", "2020-06-01", "2020-08-31"), ("fall", "2020-09-01", "2020-11-30")],
        ),
        ("The wall stood in the fall.", "2020-05-20", [("fall", "2019-09-01", "2019-11-30")]),
    ],
)
def test_days_that_the_words_around_settle(
    text: str, published: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert _days(text, published) == expected
