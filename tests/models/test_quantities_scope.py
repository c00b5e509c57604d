"""How far the words of a value reach: bounds, what is counted, ages, votes, names; each rule in both directions."""

import pytest

from models.quantities_values import find_values

Row = tuple[str, float, str | None, str | None]


def rows(text: str) -> list[Row]:
    """Words, lower bound, what is counted, approximator."""
    return [(q.words, q.low, q.of, q.approximator) for q in find_values(text).quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll passes 100,000.", [("passes 100,000", 100000, None, "more than")]),
        ("The council passes 12 laws.", [("12 laws", 12, "laws", None)]),
        ("It did not exceed 40 degrees.", [("not exceed 40 degrees", 40, None, "at most")]),
        ("It came until over a week later.", [("over a week", 1, None, "more than")]),
        ("perhaps 80% of cases", [("perhaps 80%", 80, "cases", "about")]),
        ("maybe one day, perhaps one of the best", []),
        ("a debate about one of the best", []),
        ("at least one of the best ships", [("at least one of the best ships", 1, "ships", "at least")]),
        ("in the ballpark of $5", [("in the ballpark of $5", 5, None, "about")]),
        ("at least a $400 fine", [("at least a $400", 400, None, "at least")]),
        ("over a 20-year career", [("20-year", 20, None, None)]),
        ("It edged up to 1.8% from 1.7%.", [("1.8%", 1.8, None, None), ("1.7%", 1.7, None, None)]),
        ("It will add up to 40 jobs.", [("up to 40 jobs", 40, "jobs", "at most")]),
        ("It asked around 100 men.", [("around 100 men", 100, "men", "about")]),
        ("The story revolves around 100 men.", [("100 men", 100, "men", None)]),
        ("plus or minus 4.2 points", [("4.2 points", 4.2, "points", None)]),
        ("another trillion dollars", [("another trillion dollars", 1e12, None, None)]),
        ("half an hour", [("half an hour", 0.5, None, None)]),
        ("Tens of trillions of dollars", [("Tens of trillions of dollars", 20e12, None, None)]),
        ("a couple of hundred million dollars", [("a couple of hundred million dollars", 2e8, None, "about")]),
    ],
)
def test_bounds_reach_as_far_as_their_words(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5% of the voters ends his chances", [("5%", 5, "voters", None)]),
        ("three sales managers", [("three sales managers", 3, "managers", None)]),
        ("one hundred United States Senators", [("one hundred United States Senators", 100, "senators", None)]),
        ("One or more senators vote.", [("One or more senators", 1, "senators", "at least")]),
        ("her family of four spends it", [("four", 4, None, None)]),
        ("a father of two boys", [("two boys", 2, "boys", None)]),
        ("a group of four men", [("four men", 4, "men", None)]),
        ("this one details how", []),
        ("one news outlet", [("one news outlet", 1, "outlet", None)]),
        ("The first charges him.", []),
        ("the first charges", [("first", 1, "charges", None)]),
        ("a third suggested changing it", []),
        ("the sixth-grade teacher", [("sixth", 6, "grade", None)]),
        ("the second-largest city", [("second", 2, "city", None)]),
        ("the first-in-the-nation status", []),
        ("used for the first time last week", [("first", 1, "time", None)]),
        ("its first-ever human passengers", [("first", 1, "passengers", None)]),
        ("40 oil, gas and coal firms", [("40 oil, gas and coal firms", 40, "firms", None)]),
        ("one disorder prior to it", [("one disorder", 1, "disorder", None)]),
        ("one man’s deportation late last year", [("one man", 1, "man", None)]),
        ("It saw one studio claim the prize.", [("one studio", 1, "studio", None)]),
        ("8 wounded American soldiers", [("8 wounded American soldiers", 8, "soldiers", None)]),
        ("8 wounded in Velm", [("8 wounded", 8, "wounded", None)]),
        ("three Dispatch/Herald polls", [("three", 3, None, None)]),
        ("the six weeks of last year", [("six weeks", 6, None, None)]),
        ("the final six weeks of last year", []),  # a date
        ("six weeks of talks", [("six weeks", 6, "talks", None)]),
        ("a three-legged stool", [("three", 3, None, None)]),
        ("a 20-bed ward", [("20-bed", 20, "beds", None)]),
        ("20 times deadlier than it", [("20 times", 20, None, None)]),
    ],
)
def test_what_is_counted_is_near_or_left_out(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("People over 60 stayed.", [(60, 60)]),
        ("The average age in the council is 57.", [(57, 57)]),
        ("The average price in the city is 57.", []),
        ("younger than 21 years", [(21, 21)]),
        ("The rock is older than 5 million years.", []),
        ("the age group – 18 to 34 – is large", [(18, 34)]),
        ("18-29 year olds", [(18, 29)]),
        ("My dad was 98 when he left.", [(98, 98)]),
        ("The result was 98 when counted.", []),
        ("for infants over 12 months", []),
    ],
)
def test_ages(text: str, expected: list[tuple[float, float]]) -> None:
    assert [(q.low, q.high) for q in find_values(text).quantities if q.kind == "age"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("revised down by 10,000 to 256,000", [(10000, 10000), (256000, 256000)]),
        ("leading by 23 to 30 points", [(23, 30)]),
        ("The team was 2-14.", [(2, 2), (14, 14)]),
        ("It takes 2-14 days.", [(2, 14)]),
        ("The motion failed 49-51.", [(49, 49), (51, 51)]),
        ("with a 53-47 Republican majority", [(53, 53), (47, 47)]),
        ("between 15.1 percent and 14.9 percent", [(15.1, 15.1), (14.9, 14.9)]),
        ("between 14.9 percent and 15.1 percent", [(14.9, 15.1)]),
        ("one or two men", [(1, 2)]),
        ("a little bump or two", []),
    ],
)
def test_two_numbers_are_a_range_or_two_values(text: str, expected: list[tuple[float, float]]) -> None:
    assert [(q.low, q.high) for q in find_values(text).quantities] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The one-size-fits-all plan failed.",
        "3M and Brandt said so.",
        "one port after the other shuts",
        "It made them think twice.",
        "one of its Falcon 9 rockets",
        "See Rell v. Odo, 462 U. S., at 462-463.",
        "on day two of the trial",
        "a complete 180 from it",
        "in a tenth of a second",
        "the head of 350.org",
        "the novel virus (2019-nCoV)",
        "higher scores are better",
        "a similar one the next day",
        "when you sneak one mid-trial",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert find_values(text).quantities == ()
    assert [d for d in find_values(text).dates if d.precision == "year"] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3M people came.", "3M people"),
        ("He ran twice.", "twice"),
        ("They won the Super Bowl five times.", "five times"),
        ("That year two men left.", "two men"),
        ("a tenth of voters", "a tenth"),
        ("scores of men", "scores of men"),
        ("180 men", "180 men"),
    ],
)
def test_numbers_that_look_like_them_count(text: str, words: str) -> None:
    assert [q.words for q in find_values(text).quantities] == [words]
