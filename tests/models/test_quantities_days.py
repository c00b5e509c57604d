"""Days that their verb, their weekday or their distance settles, or leaves open; each rule in both directions."""

import pytest

from models.quantities_values import find_values


def days(text: str, published: str) -> list[tuple[str, str | None]]:
    return [(d.words, d.first) for d in find_values(text, published_at=published).dates]


@pytest.mark.parametrize(
    ("published", "text", "first"),
    [
        ("2020-04-16", "The states extended it until May 15.", "2020-05-15"),
        ("2020-03-29", "On April 30, the council asked for it.", None),
        ("2020-03-29", "On Jan. 30, the council asked for it.", "2020-01-30"),
        ("2019-12-22", "It was not named until January 6th.", None),
        ("2020-01-12", "It will open on Dec. 31.", "2020-12-31"),
        ("2020-03-06", "They will have been named on March 17.", "2020-03-17"),
        ("2020-01-21", "It will be released on March 6.", "2020-03-06"),
        ("2020-03-21", "The poll was released on March 6.", "2020-03-06"),
        ("2020-02-14", "He spoke of an open Feb. 28 hearing.", "2020-02-28"),
        ("2019-11-20", "It came after the July 25 call in which Rell asked.", "2019-07-25"),
        ("2020-02-12", "It could help, though money was needed for the vote on Feb. 22.", "2020-02-22"),
    ],
)
def test_days_far_off_are_left_open_or_lie_ahead(published: str, text: str, first: str | None) -> None:
    assert [d for _, d in days(text, published)] == [first]


@pytest.mark.parametrize(
    ("published", "text", "first"),
    [
        ("2020-01-15", "I ask for a talk on Monday, May 13th.", "2019-05-13"),
        ("2020-01-15", "I ask for a talk on Wednesday, May 13th.", "2020-05-13"),
        ("2020-02-05", "On Friday, Jan. 31, the council met.", "2020-01-31"),
    ],
)
def test_a_weekday_tells_the_year_of_its_date(published: str, text: str, first: str) -> None:
    assert [d for _, d in days(text, published)] == [first]


@pytest.mark.parametrize(
    ("published", "text", "first"),
    [
        ("2020-04-15", "That wasn’t so on Tuesday.", "2020-04-14"),
        ("2020-03-02", "Rell hopes to ride on his win in Velm on Saturday.", "2020-02-29"),
        ("2020-03-02", "Rell hopes to win in Velm on Saturday.", "2020-03-07"),
        ("2020-03-04", "Ballots can arrive as late as Friday and be counted.", "2020-03-06"),
        ("2020-03-06", "It can be blamed on the vote in February, he said.", "2020-02-01"),
        ("2020-02-08", "He has a chance regardless of Tuesday’s vote, though he was weak.", None),
        ("2020-01-31", "Brandt and Odo agree to have the vote on Wednesday.", "2020-02-05"),
        ("2020-01-28", "In April, Rell pledged to leave.", "2019-04-01"),
        ("2020-02-02", "A vote is set for Wednesday.", "2020-02-05"),
        ("2020-02-03", "Classes will not resume until Thursday.", "2020-02-06"),
        ("2020-01-31", "The voting begins Monday in Velm.", "2020-02-03"),
        ("2020-03-03", "Rell did not want to be in Velm on Sunday.", "2020-03-01"),
        ("2020-03-03", "Rell does not want to be in Velm on Sunday.", "2020-03-08"),
        ("2019-11-05", "It would be worth $7 as of Monday’s close.", "2019-11-04"),
        ("2019-12-27", "In June, men who bought one will begin to pay.", "2020-06-01"),
        ("2020-03-04", "“Our task remains defeating Rell in November,” Odo said in a note.", None),
        ("2020-03-04", "“Our task ended in November,” Odo said in a note.", "2019-11-01"),
    ],
)
def test_the_verb_that_tells_the_time(published: str, text: str, first: str | None) -> None:
    assert [d for _, d in days(text, published)] == [first]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 41 percent in 2009 to 69 percent in 2017", [("2009", "2009-01-01"), ("2017", "2017-01-01")]),
        ("from 2009 to 2017", [("2009 to 2017", "2009-01-01")]),
        ("in the 19th and 20th centuries", [("19th", "1800-01-01"), ("20th centuries", "1900-01-01")]),
        ("the end of the 1972 treaty", [("1972", "1972-01-01")]),
        ("at the end of 1972", [("end of 1972", "1972-11-01")]),
        ("films such as “1917” and more", []),
        ("nearly 1800 people came", []),
        ("nearly 2000 of them came", []),
        ("half a century ago", [("half a century ago", None)]),
        ("Last year, in May, he left.", [("Last year", "2019-01-01"), ("May", "2019-05-01")]),
        ("He left in May.", [("May", "2019-05-01")]),
        ("It meddled in the 2016 vote and was urged in July to stop.", [("2016", "2016-01-01"), ("July", None)]),
        ("The 1999 trial ended in July.", [("1999", "1999-01-01"), ("July", "1999-07-01")]),
    ],
)  # fmt: skip
def test_years_and_periods(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert days(text, "2020-02-05") == expected


def test_a_weekend_that_is_told_in_the_past_is_the_last_one() -> None:
    assert days("Rell this weekend failed to come.", "2020-04-21") == [("this weekend", "2020-04-18")]
    assert days("Rell will come this weekend.", "2020-04-21") == [("this weekend", None)]


def test_today_is_generic_where_its_verb_is_present() -> None:
    assert days("Today they act as if it began then.", "2020-02-05") == [("Today", None)]
    assert days("Today the council voted.", "2020-02-05") == [("Today", "2020-02-05")]
