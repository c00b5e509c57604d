"""What is never shown as a contradiction, and what still is."""

import pytest

from service.comparing.gates import find_withheld
from service.comparing.reading import read
from service.domain.claims import Statement


def withheld(a, b, first=None, second=None):
    return find_withheld(read(Statement(a, published_at=first)), read(Statement(b, published_at=second)))


SAYS, DENIES = "The treaty bans every missile test.", "The treaty does not ban missile tests."


def test_statements_of_different_years_do_not_contradict():
    assert "days lie between" in withheld(SAYS, DENIES, "2021-10-31", "2025-12-08")


def test_statements_of_one_week_may():
    assert withheld(SAYS, DENIES, "2025-12-01", "2025-12-08") is None


def test_a_common_date_lets_late_statements_contradict():
    late = ("On 4 May 2019 the dam broke at dawn.", "On 4 May 2019 the dam did not break.")
    assert withheld(*late, "2019-05-05", "2021-10-31") is None


@pytest.mark.parametrize(
    "question",
    [
        "Does the treaty ban missile tests?",
        "“Does the treaty ban missile tests?”",
        "“Does the treaty of St. Orva ban missile tests?” the senator asked.",
    ],
)
def test_a_question_contradicts_nothing(question):
    assert "question" in withheld(SAYS, question)


@pytest.mark.parametrize(
    "answer",
    [
        "“Who says so?” the senator asked, and added that the treaty bans no missile tests of any kind at all.",
        "The treaty bans no missile test (but for how long?)",
        "“Is it a ban?” was never the point of the treaty, the senator said.",
    ],
)
def test_a_statement_that_holds_a_question_may_contradict(answer):
    assert "question" not in (withheld(SAYS, answer) or "")


def test_a_fragment_contradicts_nothing():
    assert "too little" in withheld(SAYS, "Not so.")


CONFIRMED, DENIED = "Odo Rell confirmed that the bribe was paid.", "Mara Dovin said that no bribe was ever paid."


def test_the_names_of_those_who_say_it_are_no_subjects():
    first, second = Statement(CONFIRMED, speaker="Odo Rell"), Statement(DENIED, speaker="Mara Dovin")
    assert find_withheld(read(first), read(second)) is None
    assert "different subjects" in find_withheld(read(Statement(CONFIRMED)), read(Statement(DENIED)))


@pytest.mark.parametrize(
    ("judged", "denied", "expected"),
    [
        (
            "The Kremlin welcomed the new strategy.",
            "A spokesman denied that the Kremlin had been shown the strategy.",
            True,
        ),
        ("On Sunday Moscow hailed the strategy as a step forward.", "Moscow was never asked about the strategy.", True),
        (
            "The Kremlin welcomed the new strategy.",
            "A spokesman denied that the Kremlin had welcomed the strategy.",
            False,
        ),
        (
            "The Kremlin, shown the strategy early, welcomed it.",
            "He denied that the Kremlin had been shown the strategy.",
            False,
        ),
        ("The Kremlin was shown the strategy early.", "He denied that the Kremlin had been shown the strategy.", False),
    ],
)
def test_who_judges_a_thing_is_not_contradicted_by_another_denial_about_it(judged, denied, expected):
    for pair in ((judged, denied), (denied, judged)):
        assert ("something else" in (withheld(*pair) or "")) == expected
