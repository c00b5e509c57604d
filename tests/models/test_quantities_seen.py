"""Days and periods that their words, the verb of meeting or the day of publication settle, or leave open."""

import pytest

from models.quantities_values import find_values


def days(text: str, published: str = "2021-03-10") -> list[tuple[str, str | None, str | None]]:
    """Words with the first and last day; 2021-03-10 was a Wednesday."""
    return [(d.words, d.first, d.last) for d in find_values(text, published_at=published).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It emerged late last year.", ("late last year", "2020-09-01", "2020-12-31")),
        ("It closed early last week.", ("early last week", "2021-03-01", "2021-03-03")),
        ("It closed mid last month.", ("mid last month", "2021-02-11", "2021-02-20")),
        ("It closed on the last day of May 2020.", ("last day of May 2020", "2020-05-31", "2020-05-31")),
        ("It closed last year.", ("last year", "2020-01-01", "2020-12-31")),
        ("He left in June last year.", ("June last year", "2020-06-01", "2020-06-30")),
        ("It rose in the last week.", ("last week", "2021-03-03", "2021-03-10")),
        ("It rose last week.", ("last week", "2021-03-01", "2021-03-07")),
        ("It rose in the last week of the siege.", ("last week", None, None)),
        ("Respondents had read a paper in the past week.", ("past week", None, None)),
        ("She left a decade ago.", ("a decade ago", "2010-01-01", "2012-12-31")),
        ("She left two decades ago.", ("two decades ago", None, None)),
        ("He scored in the '08-'09 season.", ("'08-'09", "2008-01-01", "2009-12-31")),
        ("It fell from the week before.", ("week before", None, None)),
        ("It fell from the prior day.", ("prior day", None, None)),
    ],
)
def test_periods(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize("text", ["the week before Rell left", "the day before the vote", "in the '08-'19 files"])
def test_what_is_told_from_something_else_is_no_date(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("She faces Rell in November.", "2021-11-01"),
        ("The measure is on the ballot in November.", "2021-11-01"),
        ("They hope to beat Rell in November.", "2021-11-01"),
        ("Brandt was to “defeat Rell in November.”", None),
        ("He chose to face Rell in November.", None),
        ("The measure was on the ballot in November.", "2020-11-01"),
        ("He was hired last March.", "2020-03-01"),
        ("He was hired last February.", None),
        ("He died on the last Saturday in Velm.", None),
        ("My last Saturday there was quiet.", None),
        ("He died last Saturday.", "2021-03-06"),
        ("The mayor's last Saturday in Velm was quiet.", None),
        ("This followed last Saturday’s vote in Velm.", "2021-03-06"),
        ("A ward that cannot beat Rell in November is lost.", "2021-11-01"),
    ],
)
def test_which_one_is_meant(text: str, first: str | None) -> None:
    assert [d[1] for d in days(text)] == [first]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("On Wednesday, in a bid to take control, the council met.", "2021-03-10"),
        ("On Wednesday, a plan to build the port fell through.", "2021-03-10"),
        ("On Wednesday, the mayor, who is ill, withdrew.", "2021-03-10"),
        ("On Wednesday, the council plans to vote.", "2021-03-17"),
    ],
)
def test_a_day_at_the_head_of_a_sentence(text: str, first: str) -> None:
    assert [d[1] for d in days(text, "2021-03-15")] == [first]
