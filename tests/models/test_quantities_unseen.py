"""Kinds of numbers and dates that draws of unseen sentences brought up, each where it is one and where it is none."""

import pytest

from models.quantities_values import find_values

Row = tuple[str, float, float, str | None, str | None]


def rows(text: str) -> list[Row]:
    """Words, bounds, unit or noun, approximator."""
    return [(q.words, q.low, q.high, q.unit or q.of, q.approximator) for q in find_values(text).quantities]


def days(published: str, text: str) -> list[tuple[str, str | None, str | None]]:
    return [(d.words, d.first, d.last) for d in find_values(text, published_at=published).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than a third said so.", [("More than a third", 100 / 3, 100 / 3, "percent", "more than")]),
        ("nearly half said no", [("nearly half", 50, 50, "percent", "nearly")]),
        ("about half an hour", [("about half an hour", 0.5, 0.5, "hour", "about")]),
        ("at least a third party", []),
        ("about a quarter century", [("about a quarter century", 0.25, 0.25, "century", "about")]),
        ("a quarter-million gulls", [("a quarter-million gulls", 250_000, 250_000, "gulls", None)]),
        ("two and a half million gulls", [("two and a half million gulls", 25e5, 25e5, "gulls", None)]),
        ("twenty-some gulls", [("twenty-some gulls", 20, 20, "gulls", "about")]),
        ("about one-in-three sailors", [("about one-in-three", 100 / 3, 100 / 3, "percent", "about")]),
        ("his dozen Oslan employees", [("dozen Oslan employees", 12, 12, "employees", None)]),
        ("sold by the dozen in May", []),
        ("24-per-cent of sailors", [("24-per-cent", 24, 24, "percent", None)]),
        ("a 2,000-square-foot hall", [("2,000-square-foot", 2000, 2000, "square feet", None)]),
        ("The 300 page Velm-Oslan report", [("300 page", 300, 300, "pages", None)]),
        ("seven figures", []),
        ("two figures came", [("two figures", 2, 2, "figures", None)]),
        ("It grew by a factor of 14.", [("14", 14, 14, "times", None)]),
        ("a factor of two months", [("two months", 2, 2, "months", None)]),
        ("The whales now number 24,900.", [("24,900", 24_900, 24_900, None, None)]),
        ("the ward number 24", []),
        (
            "Rell trailed 11 percent to 24 percent.",
            [("11 percent", 11, 11, "percent", None), ("24 percent", 24, 24, "percent", None)],
        ),
        ("5 percent to 7 percent of gulls", [("5 percent to 7 percent", 5, 7, "percent", None)]),
        ("Odo Rell 13.3 Ada Brandt 7.1 Averages", []),
        ("Odo Rell has 13.3 points", [("13.3 points", 13.3, 13.3, "points", None)]),
        ("one more example showing that it sank", [("one more example", 1, 1, "example", None)]),
        ("a few times a year or less", []),
        ("for a year or less", [("a year or less", 1, 1, "year", "at most")]),
        ("horns that run over 6 feet", [("over 6 feet", 6, 6, "feet", "more than")]),
        ("the ratio is 5.1-to-1, down", [("5.1-to-1", 5.1, 5.1, "times", None)]),
        ("families of hundreds of gulls", [("hundreds of gulls", 200, 999, "gulls", None)]),
        ("gaps of 0 to 1 point", [("0 to 1 point", 0, 1, "point", None)]),
        ("at least one thing easier", [("at least one thing", 1, 1, "thing", "at least")]),
        ("a 20-man crew", [("20-man", 20, 20, "men", None)]),
        ("He was ripping one up.", []),
        ("one back door", [("one back door", 1, 1, "door", None)]),
        ("a quarter-point cut", [("quarter-point", 0.25, 0.25, "percentage points", None)]),
    ],
)
def test_numbers(text: str, expected: list[Row]) -> None:
    assert [(w, pytest.approx(a), pytest.approx(b), u, n) for w, a, b, u, n in rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ranging from $3 to $5 billion", [("$3 to $5 billion", 3e9, 5e9)]),
        ("between $3 and $5 billion", [("$3 and $5 billion", 3e9, 5e9)]),
        ("fell from $30 to $20", [("$30", 30, 30), ("$20", 20, 20)]),
        ("rose by $2.4 billion to $5.6 billion", [("$2.4 billion", 2.4e9, 2.4e9), ("$5.6 billion", 5.6e9, 5.6e9)]),
        ("fell by $2 million to $3 million", [("$2 million to $3 million", 2e6, 3e6)]),
        ("it will cost $5 a month", [("$5 a month", 5, 5)]),
        ("a $2 trillion-a-year plan", [("$2 trillion-a-year", 2e12, 2e12)]),
        ("the billions that it cost", [("billions", 2e9, 999e9)]),
        ("the billions of gulls", [("billions of gulls", 2e9, 999e9)]),
    ],
)
def test_sums(text: str, expected: list[tuple[str, float, float]]) -> None:
    assert [(w, a, b) for w, a, b, _, _ in rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "approximator"),
    [
        ("Deaths are approaching 3,000.", "nearly"),
        ("The debt is nearing $4 trillion.", "nearly"),
        ("Rates crept up toward 50 percent.", "nearly"),
        ("He is nearing two ports.", None),
        ("She put $3 toward $5 million of debts.", None),
    ],
)
def test_what_is_neared(text: str, approximator: str | None) -> None:
    assert rows(text)[-1][-1] == approximator


@pytest.mark.parametrize(
    "text", ["We work toward a day without war.", "He did not care one bit.", "one ship at a time"]
)
def test_idioms_are_no_values(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tests number in the millions.", ["millions"]),
        ("Millions in the state fell ill.", ["Millions"]),
        ("She drew thousands to the pier.", ["thousands"]),
        ("It has drawn millions into the streets.", ["millions"]),
        ("the millions in the bank", []),
        ("a decadelong strike", ["decadelong"]),
        ("the century-old pier", ["century-old"]),
        ("a 16 year-old pilot", ["16"]),
        ("months-long strikes", []),
        ("Atlas of Velm, P. 627", []),
        ("over 21 Savage’s arrest", []),
        ("over 21 savage dogs", ["over 21 savage dogs"]),
        ("Two, the mayor lied.", []),
        ("Two, maybe three ships", ["Two", "maybe three ships"]),
        ("One over-eager, divisive man", []),
        ("One morning, he left.", []),
        ("One mayor, he said, left.", ["One mayor"]),
    ],
)
def test_words_that_are_numbers_or_none(text: str, words: list[str]) -> None:
    assert [row[0] for row in rows(text)] == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A second letter seen by the Post says so.", [(2, "letter")]),
        ("The mayor’s first ad focuses on ships.", [(1, "ad")]),
        ("Velm 9th grader Odo Rell came.", [(9, "grader")]),
        ("She surged into third place.", [(3, "place")]),
        ("after a distant third-place finish", [(3, "place")]),
        ("Rell is currently seventh nationally.", [(7, None)]),
        ("the second-longest he has held", [(2, None)]),
        ("the second amendment to the bill", [(2, "amendment")]),
        ("the second amendment is old", []),
        ("up from 27th last year", [(27, None)]),
        ("the 27th annual ball", [(27, "ball")]),
        ("the 11th floor hall", [(11, "floor")]),
        ("in the first instance", []),
        ("its third rate cut", [(3, "cut")]),
        ("a third rate act", []),
        ("as the Federalist No. 77 says", []),
        ("as the No. 2 man says", [(2, "man")]),
    ],
)
def test_ordinals(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(q.low, q.of) for q in find_values(text).quantities if q.kind == "ordinal"] == expected


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Half the country supports him.", "country"),
        ("a third of the public views him well", "public"),
        ("27 percent of state delegates", "delegates"),
        ("four more years of Rell means war", "rell"),
    ],
)
def test_wholes_before_a_verb(text: str, of: str) -> None:
    assert find_values(text).quantities[0].of == of


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("a woman in her mid-30s", [(34, 36, None)]),
        ("a man in his late 70s", [(77, 79, None)]),
        ("sailors 15 years old or younger", [(15, 15, "at most")]),
        ("sailors 15 years old and a boat", [(15, 15, None)]),
        ("into their late twenties and early thirties", [(27, 29, None), (30, 33, None)]),
        ("raised the age to buy rum from 18 to 21", [(18, 18, None), (21, 21, None)]),
        ("At that age wages rose from 18 to 21 percent.", []),
    ],
)
def test_ages(text: str, ages: list[tuple[float, float, str | None]]) -> None:
    assert [(q.low, q.high, q.approximator) for q in find_values(text).quantities if q.kind == "age"] == ages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in October and November 2017", [("October", "2017-10-01"), ("November 2017", "2017-11-01")]),
        ("It rose in March and fell in May 2017.", [("March", "2019-03-01"), ("May 2017", "2017-05-01")]),
        ("seen in Velm on November 23,2019", [("November 23,2019", "2019-11-23")]),
        ("in the final quarter of 2018", [("final quarter of 2018", "2018-10-01")]),
        ("the fourth quarter of last year", [("fourth quarter of last year", "2018-10-01")]),
        ("the 2019 Q3 haul", [("2019 Q3", "2019-07-01")]),
        ("the late eighteenth century", [("late eighteenth century", "1760-01-01")]),
        ("at 1 p.m. (1800 GMT)", [("1 p.m.", None)]),
        ("It will melt by 2100.", [("2100", "2100-01-01")]),
        ("It was cut by 2100 homes.", []),
        ("It rose in Fiscal Year 2018.", [("2018", None)]),
        ("around 7:30 at the pier", [("around 7:30", None)]),
        ("He wrote nearly a decade ago.", [("a decade ago", "2008-01-01")]),
        ("In 1999, they met twice, from January 7 on.", [("1999", "1999-01-01"), ("January 7", "1999-01-07")]),
        ("In 1999, they met, and January 7 came.", [("1999", "1999-01-01"), ("January 7", None)]),
        ("Last February, 44 sailors left.", [("February", None)]),
        ("the president of March for Life", []),
        ("He works for Odo 2020 .", []),
        ("Rell told “Today” that he left.", []),
        ("He is so yesterday.", []),
        ("the 9/11 attacks", []),
        ("since 9/11 in Velm", [("9/11", "2001-09-11")]),
    ],
)
def test_dates(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [
        (words, first) for words, first, _ in days("2019-03-20" if "Last" in text else "2019-12-05", text)
    ] == expected


def test_the_half_of_the_day_behind_a_clock_time() -> None:
    times = [d.part for d in find_values("at 5:30 in the afternoon, at 9:15 in the morning and about 7:30").dates]
    assert times == ["17:30", "09:15", None]


@pytest.mark.parametrize(
    ("published", "text", "first"),
    [
        ("2019-11-15", "He’s scheduled to be sentenced on Feb. 6.", "2020-02-06"),
        ("2020-02-05", "They hope that it can be resolved by June.", "2020-06-01"),
        ("2020-02-05", "It was resolved in June.", "2019-06-01"),
        ("2020-02-15", "No matter who is elected in November, he will go.", "2020-11-01"),
        ("2020-02-15", "He was elected in November.", "2019-11-01"),
        ("2020-02-19", "Rell is vying with Odo to run for president in November.", "2020-11-01"),
        ("2019-11-07", "We could lose in November.", "2020-11-01"),
        ("2019-12-05", "The panel scheduled a hearing Monday for the aides.", "2019-12-09"),
        ("2020-01-21", "Weeks after the strike in June, Velm announced changes.", "2019-06-01"),
        ("2019-12-19", "Rell died Feb. 7 at age 92.", "2019-02-07"),
        ("2019-12-18", "It followed last Wednesday’s strike.", "2019-12-11"),
        ("2019-12-19", "It followed last Wednesday’s strike.", None),
        ("2019-11-21", "He has not yet qualified for the December debate.", "2019-12-01"),
        ("2020-01-23", "The rules take effect Friday.", "2020-01-24"),
        ("2019-12-12", "He called a recess until 10:30 a.m. Friday.", "2019-12-13"),
        ("2019-12-20", "After finally striking a deal to reopen it in February, Rell closed it.", "2019-02-01"),
        ("2019-12-23", "This follows Rell’s statement on Thursday that she would delay it.", "2019-12-19"),
        ("2019-12-20", "He will report this spring.", "2020-03-01"),
        ("2019-12-20", "He reported this spring.", "2019-03-01"),
        ("2020-02-05", "Rell, the weakest man running in November, said no.", "2020-11-01"),
        ("2020-02-05", "He was running in November.", "2019-11-01"),
        ("2020-02-11", "The camp said in a Saturday fundraising email that it was over.", "2020-02-08"),
        ("2020-03-02", "Whatever happens on Tuesday, he will stay.", "2020-03-03"),
        ("2020-01-02", "We would be in a better place today.", None),
        ("2020-01-02", "“It is over,” said Rell near the end of today’s argument.", "2020-01-02"),
        ("2020-03-01", "In a poll released in mid-February, 43 percent said so.", "2020-02-11"),
    ],
)
def test_days_to_be_and_days_that_were(published: str, text: str, first: str | None) -> None:
    assert [d for words, d, _ in days(published, text) if "m." not in words] == [first]


def test_two_days_share_their_tense() -> None:
    text = "On Wednesday and Friday, mayors Odo Rell, Ada Brandt are due to speak."
    assert [d for _, d, _ in days("2019-11-12", text)] == ["2019-11-13", "2019-11-15"]
