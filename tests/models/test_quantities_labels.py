"""Verbs, labels and hyperbole are no quantities; large words and lengths without a number are."""

import pytest

from models.quantities_values import find_values


def rows(text: str) -> list[tuple[str, float, float, str | None]]:
    """Words, low, high and what is counted."""
    return [(q.words, q.low, q.high, q.of) for q in find_values(text).quantities]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One biographer found that he lied.", [("One biographer", 1, 1, "biographer")]),
        ("One study heard the bells.", [("One study", 1, 1, "study")]),
        ("Of 40, 500 forbids trade.", [("40", 40, 40, None), ("500", 500, 500, None)]),
        ("One lost-and-found desk opened.", [("One lost-and-found desk", 1, 1, "desk")]),
        ("They held 40 permits.", [("40 permits", 40, 40, "permits")]),
    ],
)
def test_a_verb_is_never_what_is_counted(text: str, expected: list[tuple[str, float, float, str | None]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "H.B. 500 is law.",
        "They passed S.B. 8, A.B. 5 and HB 40.",
        "House Bill 500 forbids it.",
        "Under S. 1790 the port closed.",
        "Phases two and three come later.",
        "Titles one to four, Articles 4 and 5 of the treaty.",
        "It broke sections 4 and 5.",
    ],
)
def test_labels_are_no_numbers(text: str) -> None:
    found = find_values(text, published_at="2021-03-10")
    assert (found.quantities, found.dates) == ((), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She read the pages 40 times.", [("40 times", 40, 40, "times")]),
        ("The bill passed with 500 votes.", [("500 votes", 500, 500, "votes")]),
        ("the 12th Congressional District primary", []),
        ("the 9th and 8th Congressional districts", []),
        ("under the 41st Amendment’s clause", []),
        ("the 12th Rovian saint", [("12th Rovian saint", 12, 12, "saint")]),
        ("the first Seventh Street Rovian chaplain", [("first", 1, 1, "chaplain")]),
        ("his second campaign looks very familiar", [("second", 2, 2, "campaign")]),
        ("one of a half-dozen former aides", [("half-dozen former aides", 6, 6, "aides")]),
        ("more than a half-dozen aides", [("more than a half-dozen aides", 6, 6, "aides")]),
        ("half a dozen aides", [("half a dozen aides", 6, 6, "aides")]),
        ("the 12th port strike", [("12th port strike", 12, 12, "strike")]),
    ],
)
def test_what_only_looks_like_a_label_counts(text: str, expected: list[tuple[str, float, float, str | None]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It has a thousand other uses.",
        "There are a million reasons.",
        "He paid a hundred times over.",
        "He paid a dozen times over.",
    ],
)
def test_hyperbole_is_no_value(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("A thousand people came.", "A thousand people"), ("more than a hundred reasons", "more than a hundred reasons")],
)
def test_a_real_thousand_is_a_value(text: str, words: str) -> None:
    assert [r[0] for r in rows(text)] == [words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hundreds say they saw it.", [("Hundreds", 200, 999, None)]),
        ("It left thousands dying there.", [("thousands", 2000, 9999, None)]),
        ("The fire killed dozens.", [("dozens", 24, 99, None)]),
        ("The port lost billions.", [("billions", 2e9, 999e9, None)]),
        ("The port lost thousands.", []),
        ("They left by the hundreds.", []),
    ],
)
def test_large_words_alone(text: str, expected: list[tuple[str, float, float, str | None]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("a month's worth of food", ("a month", 1, "month")),
        ("over the past year and a half", ("year and a half", 1.5, "year")),
    ],
)
def test_lengths_in_other_words(text: str, length: tuple[str, float, str]) -> None:
    found = find_values(text, published_at="2021-03-10")
    assert ([(q.words, q.low, q.unit) for q in found.quantities], found.dates) == ([length], ())
