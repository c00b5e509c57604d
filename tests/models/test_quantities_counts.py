"""What numbers mean in context, each rule where it fires and where it does not."""

import pytest

from models.quantities_values import find_values

Row = tuple[str, float, float, str | None, str | None]


def rows(text: str) -> list[Row]:
    """Words, bounds, unit or noun, approximator."""
    return [(q.words, q.low, q.high, q.unit or q.of, q.approximator) for q in find_values(text).quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between seven and nine years", [("seven and nine years", 7, 9, "years", None)]),
        ("a hundred and five ships", [("a hundred and five ships", 105, 105, "ships", None)]),
        (
            "two eight-hour sessions",
            [("two", 2, 2, "sessions", None), ("eight-hour", 8, 8, "hours", None)],
        ),
        ("twenty-one boats", [("twenty-one boats", 21, 21, "boats", None)]),
        ("two or three dozen boats", [("two or three dozen boats", 24, 36, "boats", None)]),
        ("two to three million people", [("two to three million people", 2e6, 3e6, "people", None)]),
        ("12-45,000 people", [("12-45,000 people", 12_000, 45_000, "people", None)]),
        ("900 to 1,000 people", [("900 to 1,000 people", 900, 1000, "people", None)]),
        ("$4 billion in four years", [("$4 billion", 4e9, 4e9, "USD", None), ("four years", 4, 4, "years", None)]),
        ("one in five voters", [("one in five", 20, 20, "percent", None)]),
        ("six quarters of growth", [("six quarters", 6, 6, "quarters", None)]),
        ("three quarters of the fleet", [("three quarters", 75, 75, "percent", None)]),
        ("three-quarters of a billion dollars", [("three-quarters of a billion dollars", 75e7, 75e7, "USD", None)]),
        ("49%-46%", [("49%", 49, 49, "percent", None), ("46%", 46, 46, "percent", None)]),
        ("at -5 degrees", [("-5 degrees", -5, -5, "degrees", None)]),
        ("paid 0 million", []),
    ],
)
def test_numbers_that_are_one_and_numbers_that_are_two(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "value", "approximator"),
    [
        ("a 3% pace or higher", "3% pace or higher", 3, "at least"),
        ("six months or longer", "six months or longer", 6, "at least"),
        ("40 people or so", "40 people or so", 40, "about"),
        ("40 people and over it all a cloud", "40 people", 40, None),
        ("expected to exceed $1 trillion", "to exceed $1 trillion", 1e12, "more than"),
        ("it may take over a month", "over a month", 1, "more than"),
        ("he took over two firms", "two firms", 2, None),
        ("below 15 percent", "below 15 percent", 15, "less than"),
        ("below the 15 percent mark", "15 percent", 15, None),
        ("up to 19 percent", "up to 19 percent", 19, "at most"),
        ("climbing up to 19 percent", "19 percent", 19, None),
        ("for over two days", "over two days", 2, "more than"),
    ],
)
def test_approximators(text: str, words: str, value: float, approximator: str | None) -> None:
    (found,) = find_values(text).quantities
    assert (found.words, found.low, found.approximator) == (words, value, approximator)


def test_hours_over_two_days_are_spread_over_them() -> None:
    assert rows("24 hours over two days") == [
        ("24 hours", 24, 24, "hours", None),
        ("two days", 2, 2, "days", None),
    ]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("one person shouts", "person"),
        ("one person notably absent", "person"),
        ("one internationally known expert", "expert"),
        ("the first time Odo Rell came", "time"),
        ("the first woman Minister", "minister"),
        ("the third way's vision", "way"),
        ("three Rutland librarians", "librarians"),
        ("two trades members", "members"),
        ("two people lists", "people"),
        ("six brothers and sisters", "brothers and sisters"),
        ("six dogs and sisters", "dogs"),
        ("four key 2020 states", "states"),
        ("20 yes votes", "votes"),
        ("15% of the state's voters", "voters"),
        ("there is one obvious and hidden", None),
        ("the 12th Annual Brandt-Rell 40 Boats ball", None),
        ("for three years the Greens", None),
        ("three years of talks", "talks"),
    ],
)
def test_what_is_counted(text: str, noun: str | None) -> None:
    assert [q.of for q in find_values(text).quantities if q.words != "40 Boats"][:1] in ([noun], [])


def test_a_noun_in_doubt_is_no_noun() -> None:
    assert rows("the 12th Annual Brandt-Rell 40 Boats ball")[0] == ("12th", 12, 12, None, None)
    assert rows("there is one obvious and hidden way") == []


@pytest.mark.parametrize(
    "text",
    [
        "in one direction or another",
        "one thing is sure",
        "one step at a time",
        "one by one",
        "on the one hand",
        "one last time",
        "“The 360” shows it",
        "on 60 Minutes",
        "on day 2",
        "the 737 MAX fleet",
        "the 3.5 37 8 9 1 Rell",
        "2/2 When it rained",
        "the Gang of Eight",
    ],
)
def test_idioms_and_names_count_nothing(text: str) -> None:
    assert [q for q in find_values(text).quantities if q.words != "3.5"] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("one day after the vote", "one day"),
        ("one ship sank", "one ship"),
        ("for 60 minutes", "60 minutes"),
        ("within 2 days", "2 days"),
        ("The bill costs Two Trillion Dollars", "Two Trillion Dollars"),
        ("A month after the vote", "A month"),
    ],
)
def test_what_looks_like_them_is_read(text: str, words: str) -> None:
    assert [q.words for q in find_values(text).quantities] == [words]


def test_a_year_and_a_half() -> None:
    assert rows("for more than a year and a half") == [("more than a year and a half", 1.5, 1.5, "year", "more than")]
    assert rows("two days and a half") == [("two days and a half", 2.5, 2.5, "days", None)]
    assert rows("two days and a night") == [("two days", 2, 2, "days", None)]


@pytest.mark.parametrize(("text", "unit"), [("5 mins", "minutes"), ("6GW of gas", "GW"), ("6G of gas", None)])
def test_short_units(text: str, unit: str | None) -> None:
    assert [q.unit for q in find_values(text).quantities if q.kind == "measure"] == ([unit] if unit else [])


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("a woman in her 70s", [(70, 79)]),
        ("a man in his mid-forties", [(44, 46)]),
        ("people in their 40s and 50s", [(40, 49), (50, 59)]),
        ("215 in their 80s and 11 in their 90s", [(80, 89), (90, 99)]),
        ("temperatures in the 70s", []),
        ("a sailor 65 years or older", [(65, 65)]),
        ("65 years or more", []),
        ("Ada, who's only 24, left", [(24, 24)]),
        ("the tally was 24, she said", []),
        ("The man was 15 when he came", [(15, 15)]),
        ("paid to everybody over 18.", [(18, 18)]),
        ("the oldest, 78, against the youngest, 38.", [(78, 78), (38, 38)]),
        ("the sums, in pounds, 38.", []),
    ],
)
def test_ages(text: str, ages: list[tuple[int, int]]) -> None:
    assert [(q.low, q.high) for q in find_values(text).quantities if q.kind == "age"] == ages


def test_vague_sums_are_money_without_a_currency() -> None:
    (found,) = find_values("It will spend billions on rails.").quantities
    assert (found.words, found.kind, found.unit, found.low) == ("billions", "money", None, 2_000_000_000)
    assert find_values("They walked billions.").quantities == ()


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("Brandt placed third in Ost, Rell fourth in Velm", [3, 4]),
        ("Odo is second, Ada fifth and Tamm sixth.", [2, 5, 6]),
        ("he had risen to third nationally", [3]),
        ("Second, the mayor lied, third, he fled", []),
        ("He was first elected here", []),
        ("the first couple held hands", []),
    ],
)
def test_ranks(text: str, ranks: list[int]) -> None:
    assert [q.low for q in find_values(text).quantities] == ranks
