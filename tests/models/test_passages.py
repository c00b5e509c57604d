"""How a pair is written out for the pair model."""

import pytest

from models.base import Passage
from models.passages import render


def test_words_first_then_speaker_distance_and_title():
    a = Passage("It rained.", speaker="Ilse Brandt", published_at="2025-12-01", title="Wet week")
    b = Passage("It was dry.", published_at="2025-12-04T09:00:00+00:00")
    assert render(a, b) == (
        "It rained. | said by Ilse Brandt | 3 days earlier | in: Wet week",
        "It was dry. | 3 days later",
    )


def test_the_other_order_is_the_same_pair_turned_round():
    a, b = Passage("It rained.", published_at="2025-12-01"), Passage("It was dry.", published_at="2025-12-04")
    assert render(b, a) == tuple(reversed(render(a, b)))


@pytest.mark.parametrize(
    ("second", "distance"),
    [
        ("2025-01-01", "same day"),
        ("2025-01-02", "1 day later"),
        ("2025-01-14", "13 days later"),
        ("2025-01-15", "2 weeks later"),
        ("2025-03-05", "2 months later"),
        ("2026-01-01", "1 year later"),
        ("2029-06-01", "4 years later"),
    ],
)
def test_a_distance_has_the_unit_that_a_person_would_choose(second, distance):
    _, later = render(Passage("A", published_at="2025-01-01"), Passage("B", published_at=second))
    assert later == f"B | {distance}"


@pytest.mark.parametrize("unknown", [None, "", "soon"])
def test_an_unknown_date_is_left_out(unknown):
    assert render(Passage("A", published_at="2025-01-01"), Passage("B", published_at=unknown)) == ("A", "B")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("It cost €60m or $1.3-billion.", "It cost 60 million euros or 1.3 billion dollars."),
        ("A loan of US$350bn, a fee of £4.", "A loan of 350 billion dollars, a fee of 4 pounds."),
        ("Prices rose 3.5% and then 9 per cent.", "Prices rose 3.5 percent and then 9 percent."),
        ("A gift of $2,500,000 to $5 bakers.", "A gift of 2,500,000 dollars to 5 dollars bakers."),
        ("It paid the US $5 million.", "It paid the US 5 million dollars."),
        ("In 60m the road ends; the $ sign stays.", "In 60m the road ends; the $ sign stays."),
    ],
)
def test_sums_and_shares_are_written_in_words(text, written):
    assert render(Passage(text), Passage(text)) == (written, written)
