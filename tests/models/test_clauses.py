import pytest

from models.attribution_quotes import Quotation
from models.base import Span
from models.clauses import find_clauses
from models.extraction import extract


def parts(text: str) -> list[str]:
    return [span.of(text) for span in find_clauses(text, Span(0, len(text)), [])]


@pytest.mark.parametrize(
    ("left", "joint", "right"),
    [
        ("The port of Velm closed two docks on Monday", ", and ", "the railway stopped all trains to Orra."),
        ("The union accepted the offer of the harbour office", ", but ", "the shipowners had rejected the plan."),
        ("Odo Rell won the vote in the city of Velm by a margin", "; ", "Ada Brandt won the count in Orra."),
        ("The old bridge was closed for three weeks in May", ", while ", "40 ships were sent around the island."),
    ],
)
def test_halves_that_stand_are_two(left: str, joint: str, right: str) -> None:
    assert parts(left + joint + right) == [left, right]


@pytest.mark.parametrize(
    "text",
    [
        "The port of Velm closed two docks on Monday, and it will close two more docks in the summer.",
        "If the port of Velm closes two docks in June, and the railway has no trains, the city will suffer.",
        "The mayor knew that the port had closed two docks, and the railway had stopped all trains to Orra.",
        "The report names Odo Rell of the harbour office, Ada Brandt, and Jan Toll was not among them at all.",
        "The port of Velm closed two docks on Monday, and their owners were told of the decision by letter.",
        "The port (which closed two docks on Monday, and the railway was warned) had no other choice at all.",
    ],
)
def test_halves_that_lean_on_each_other_stay_one(text: str) -> None:
    assert parts(text) == [text]


def test_direct_words_are_not_cut() -> None:
    text = "“The port of Velm closed two docks on Monday, and the railway stopped all trains” was the headline."
    assert find_clauses(text, Span(0, len(text)), [Quotation(0, 81)]) == [Span(0, len(text))]


def test_each_half_is_a_claim_with_its_own_span() -> None:
    text = "The port of Velm closed two docks on Monday, and the railway stopped all trains to Orra."
    found = extract(text)
    assert [c.quote for c in found] == [
        "The port of Velm closed two docks on Monday",
        "the railway stopped all trains to Orra.",
    ]
    assert all(text[c.start : c.end] == c.quote for c in found)
