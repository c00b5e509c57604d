"""Rates, lists that share a unit, multiples told by a verb, and numbers that belong to names, both ways."""

import pytest

from models.quantities_values import find_values

_WEDNESDAY = "2020-05-20"


def _quantities(text: str) -> list[tuple[str, str, float, str | None, str | None]]:
    found = find_values(text, published_at=_WEDNESDAY).quantities
    return [(q.words, q.kind, q.low, q.unit, q.of) for q in found]


def _days(text: str) -> list[tuple[str, str | None]]:
    return [(d.words, d.first) for d in find_values(text, published_at=_WEDNESDAY).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They run 11 tests per 100,000.", [("11 tests per 100,000", "count", 11, None, "tests per 100,000")]),
        ("The isle is at 17 per 100,000.", [("17 per 100,000", "count", 17, None, "per 100,000")]),
        (
            "Velm had just under one death per million people.",
            [("just under one death per million people", "count", 1, None, "death per million people")],
        ),
        ("The rate per 100,000 sailors fell.", []),
        ("Oil cost $56 a barrel.", [("$56 a barrel", "money", 56, "USD", "per barrel")]),
        ("He earns $15 an hour.", [("$15 an hour", "money", 15, "USD", "per hour")]),
        ("They print 16 papers a day.", [("16 papers a day", "count", 16, None, "papers per day")]),
        (
            "They test 70,000 sailors every year.",
            [("70,000 sailors every year", "count", 7e4, None, "sailors per year")],
        ),
        ("Prices rose 4 percent each year.", [("4 percent each year", "share", 4, "percent", "per year")]),
        (
            "They freed 16 sailors a day later.",
            [("16 sailors", "count", 16, None, "sailors"), ("a day", "measure", 1, "day", None)],
        ),
        ("A port of 8,000 people an hour’s drive north.", [("8,000 people", "count", 8000, None, "people")]),
        ("He paid $40 a year ago.", [("$40", "money", 40, "USD", None)]),
        ("Prices rose 4 per cent.", [("4 per cent", "share", 4, "percent", None)]),
        ("Eight of every ten sailors left.", [("Eight of every ten", "share", 80, "percent", "sailors")]),
    ],
)
def test_rates(text: str, expected: list[tuple[object, ...]]) -> None:
    assert _quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It could reach 13, 20, even 30 percent.", [(13, "percent"), (20, "percent"), (30, "percent")]),
        ("It may take 5, 10 or 15 years.", [(5, "years"), (10, "years")]),
        ("Of 300, or 20 percent, nothing is known.", [(300, None), (20, "percent")]),
        ("They won 21, and about half of them were new.", [(21, None), (50, "percent")]),
        ("Of the 300, 20 percent left.", [(300, None), (20, "percent")]),
        ("The flu kills from 25,000 people to 69,000 people a year.", [(25_000, None)]),
        ("The crew grew from 25 people to 69 people.", [(25, None), (69, None)]),
        ("It is almost exactly five years old.", [(5, "years")]),
    ],
)
def test_lists_and_ranges(text: str, values: list[tuple[float, str | None]]) -> None:
    assert [(q[2], q[3]) for q in _quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Turnout doubled in Velm.", [2]),
        ("The wards almost tripled their beds.", [3]),
        ("Emissions will triple by 2050.", [3]),
        ("The deficit has halved.", [0.5]),
        ("It would nearly double the record.", [2]),
        ("The mayor doubled down.", []),
        ("Rates more than doubled over a decade.", [2, 1]),
        ("He doubled over in pain.", []),
        ("She broke into double digits.", []),
        ("It is a double standard, and double-checked.", []),
        ("They doubled as cooks.", []),
    ],
)
def test_what_makes_twice_as_much(text: str, times: list[float]) -> None:
    assert [q[2] for q in _quantities(text)] == times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is a four-way race.", []),
        ("They buy zero-carbon power.", []),
        ("It was an 11th-hour deal.", []),
        ("A force, one Rell hopes to use.", []),
        ("Only one Rovian voted.", [("one Rovian", "count", 1, None, "rovian")]),
        ("He had one senator support him.", [("one senator", "count", 1, None, "senator")]),
        ("said one person familiar with it", [("one person", "count", 1, None, "person")]),
        ("his first Velm swing right after the vote", [("first", "ordinal", 1, None, "swing")]),
        ("Sixteen Thirty Fund paid.", []),
        ("Sixteen Rovian ports paid.", [("Sixteen Rovian ports", "count", 16, None, "ports")]),
        ("a modified 747 painted white", []),
        ("It must (1) alter ports or (2) close them.", []),
        ("By the time the first dose kicks in", [("first", "ordinal", 1, None, "dose")]),
        ("The second lays out the plan.", []),
        ("a loss of $265.66 billion", [("$265.66 billion", "money", 265_660_000_000, "USD", None)]),
        ("between one November and the next", []),
        ("At one end is Velm.", []),
        ("Rell is 59, and Odo just turned 38.", [("59", "age", 59, "years", None), ("38", "age", 38, "years", None)]),
        ("the Oslan 2020 organizers met", []),
        ("Deaths in Oslan were 11.4.", [("11.4", "count", 11.4, None, None)]),
        ("The index was 59.", [("59", "count", 59, None, None)]),
        ("Sailors (ages 23 to 38 in that port)", [("23 to 38", "age", 23, "years", None)]),
        ("the 25-54 age group", [("25-54", "age", 25, "years", None)]),
        ("a second-ranking official", [("second", "ordinal", 2, None, "official")]),
        ("He came in second-to-last.", []),
        ("a seven-figure sum", []),
        ("a 501(c)(4) group", []),
        ("around the 50-yard line", []),
        ("He is over 50 [percent].", [("over 50 [percent]", "share", 50, "percent", None)]),
        (
            "four or five, six hours a day",
            [("four or five", "measure", 4, "hours", None), ("six hours a day", "measure", 6, "hours", "per day")],
        ),
        ("She dialed 911 twice.", [("twice", "count", 2, None, None)]),
        ("He heard 911 calls.", []),
        ("offenses under 41 federal statutes", [("41 federal statutes", "count", 41, None, "statutes")]),
        ("about 100 nautical miles off", [("about 100 nautical miles", "measure", 100, "nautical miles", None)]),
        (
            "Jobs were revised by 37,000 to 184,000.",
            [("37,000", "count", 37_000, None, None), ("184,000", "count", 184_000, None, None)],
        ),
        ("a 42 point gap", [("42 point", "count", 42, None, "points")]),
        ("sailors under age 35", [("35", "age", 35, "years", None)]),
        ("Rell, who just turned 38, lost.", [("38", "age", 38, "years", None)]),
        ("a crowd of 746 waited", [("746", "count", 746, None, None)]),
        ("It gave President Odo Rell one week to answer.", [("one week", "measure", 1, "week", None)]),
        ("a 22,000-strong march", [("22,000", "count", 22_000, None, None)]),
        ("the first third of the talk", []),
        ("the first year and a half", [("year and a half", "measure", 1.5, "year", None)]),
        (
            "a second year-and-a-half term",
            [("second", "ordinal", 2, None, "term"), ("year-and-a-half", "measure", 1.5, "year", None)],
        ),
        ("It took a half century.", [("a half century", "measure", 0.5, "century", None)]),
        ("It will end in a week.", [("a week", "measure", 1, "week", None)]),
        ("with 90 percent of them leaving ports", [("90 percent", "share", 90, "percent", None)]),
        (
            "Eight of the 18 counts fell.",
            [("Eight", "count", 8, None, "counts"), ("18 counts", "count", 18, None, "counts")],
        ),
        (
            "They came with 4,000, not the 8,000 Rell wanted.",
            [("4,000", "count", 4000, None, None), ("8,000", "count", 8000, None, None)],
        ),
    ],
)
def test_names_and_nouns(text: str, expected: list[tuple[object, ...]]) -> None:
    assert _quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Games are still called Oslan 2020 by all.", []),
        ("It broke the Harbour Act 2008.", [("2008", "2008-01-01")]),
        ("The Rovian 2016 campaign was long.", [("2016", "2016-01-01")]),
        ("The index fell by 1000 points or more.", []),
        ("They met at a Fourth of July picnic.", []),
        ("By the end of June it had closed.", [("end of June", "2019-06-26")]),
        ("Last spring eight ships sank.", [("Last spring", "2019-03-01")]),
        ("He wasted time by failing to act during February.", [("February", "2020-02-01")]),
        ("He tried to win over those that hold contests in March.", [("March", None)]),
        ("The contest was held in March.", [("March", "2020-03-01")]),
        ("It said it’s not delaying its June exams.", [("June", None)]),
        ("It sailed at 3.30am.", [("3.30am", None)]),
        ("Four wards hold primaries today.", [("today", "2020-05-20")]),
        ("It is today’s hearing that counts.", [("today", "2020-05-20")]),
        ("It divides today’s Rovian electorate.", [("today", None)]),
        ("She was stabbed to death on 16 March.", [("16 March", "2020-03-16")]),
        ("A witness was to be heard behind closed doors on Tuesday.", [("Tuesday", "2020-05-19")]),
        ("The race is crowded heading into Thursday’s vote.", [("Thursday", "2020-05-21")]),
        ("It voted Thursday.", [("Thursday", None)]),
        ("“In 1978, nobody sailed.”", [("1978", "1978-01-01")]),
        ("The 1619 Project is known.", []),
        ("If, on the first Tuesday of November, Rell wins", [("Tuesday", None), ("November", None)]),
        ("They met on the Sunday before the vote.", [("Sunday", None)]),
        ("In 2019 he won, although they had left him in July.", [("2019", "2019-01-01"), ("July", None)]),
        ("Monday-morning talks are dull.", []),
        ("They must mend it before the November general election.", [("November", "2020-11-01")]),
        ("Nobody was hurt in the August 29 fire.", [("August 29", "2019-08-29")]),
        ("It fell from 65 in 2019 to 29 in January.", [("2019", "2019-01-01"), ("January", "2020-01-01")]),
        ("Rell is recovering after undergoing surgery Tuesday.", [("Tuesday", "2020-05-19")]),
        ("Ships were grounded after the March crash.", [("March", "2020-03-01")]),
        ("It could resonate at the ballot box in November.", [("November", "2020-11-01")]),
        ("After Odo’s March 25 call with Rell, aid stopped.", [("March 25", "2020-03-25")]),
        ("After Odo’s August 25 meeting with Rell, aid stopped.", [("August 25", None)]),
        ("Rell hopes to beat Odo in the Nov. 3 election.", [("Nov. 3", "2020-11-03")]),
        ("It was up to voters to decide his fate in November.", [("November", "2020-11-01")]),
        ("Rell lost the election in November.", [("November", "2019-11-01")]),
        ("It is up from 22 percent in December.", [("December", "2019-12-01")]),
        ("Since launching his campaign in November, Rell has risen.", [("November", "2019-11-01")]),
        ("He bought ships the previous spring.", [("previous spring", None)]),
        ("The bank is splitting its force from Saturday.", [("Saturday", "2020-05-23")]),
        ("That sets the stage for a Saturday vote.", [("Saturday", "2020-05-23")]),
        ("After a victory in Velm Saturday, it is at hand.", [("Saturday", "2020-05-16")]),
        ("It will rise from 81 percent of output today to 98.", [("today", None)]),
        ("The ward was closed today.", [("today", "2020-05-20")]),
        ("Ships rust in the United Isles today.", [("today", None)]),
        ("He urged a self-financed plan by a June 30 deadline.", [("June 30", "2020-06-30")]),
    ],
)
def test_days(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert _days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than the nine contests", ("nine contests", None)),
        ("more than nine contests", ("more than nine contests", "more than")),
        ("What about the 800 sailors?", ("800 sailors", None)),
        ("remarks at a rally about two judges", ("two judges", None)),
        ("about two judges", ("about two judges", "about")),
    ],
)
def test_what_is_no_bound(text: str, expected: tuple[str, str | None]) -> None:
    assert [(q.words, q.approximator) for q in find_values(text).quantities] == [expected]
