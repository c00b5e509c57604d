"""Values that move: numbers of one thing are joined over time, and numbers of other things are left out."""

import pytest

from models.base import ExtractedClaim
from service.comparing.amounts import find_amounts
from service.comparing.series import find_series
from service.comparing.tokens import find_words
from service.domain.articles import PublicationTime
from service.domain.claims import Claim, Source

EARLY = "At least 14 people died in the ferry fire."
LATE = "The ferry fire has killed 19 people, the coastguard said."
ABOARD = "The ferry had 238 people on board when the fire broke out."
HURT = "In the ferry fire 31 people were injured."
TOLL = "The death toll of the ferry fire rose to 21."


def claim(day, text):
    published = PublicationTime(f"2026-03-{day:02}")
    source = Source(f"article {day}", f"Outlet {day}", None, None, published, "en", None)
    return Claim(f"claim {day}", day, source, ExtractedClaim(0, len(text), text, text, None, "asserts", "fact", 0.9))


def series_of(*texts, changes=((0, 1),)):
    claims = [claim(day, text) for day, text in enumerate(texts, 4)]
    pairs = [(claims[a], claims[b]) for a, b in changes]
    return find_series(claims, pairs, fact_of={}, said={one.id for one in claims})


def values_of(series):
    return [(point.date[-2:], point.low) for point in series.points]


def test_a_toll_that_rises_is_one_series_in_any_words():
    assert values_of(series_of(EARLY, LATE, TOLL)) == [("04", 14), ("05", 19), ("06", 21)]


def test_the_people_on_board_and_the_injured_are_no_values_of_the_toll():
    assert values_of(series_of(EARLY, LATE, ABOARD, HURT)) == [("04", 14), ("05", 19)]


def test_a_change_between_numbers_of_other_things_makes_no_series():
    assert series_of(EARLY, ABOARD) is None
    assert series_of(HURT, LATE) is None
    assert values_of(series_of(ABOARD, "The ferry carried 212 people.")) == [("04", 238), ("05", 212)]


def test_of_two_numbers_in_one_claim_the_one_of_the_same_thing_is_taken():
    both = "Of the 238 people on board the ferry, 17 people died in the fire."
    assert values_of(series_of(EARLY, LATE, both)) == [("04", 14), ("05", 19), ("06", 17)]
    assert values_of(series_of(ABOARD, "The ferry carried 212 people.", both))[-1] == ("06", 238)


def test_units_are_not_mixed():
    texts = ["Revenue of the mill rose by 4 percent.", "Revenue of the mill rose by 9 percent."]
    money = "Revenue of the mill rose to 9 million euros."
    assert values_of(series_of(*texts, money)) == [("04", 4), ("05", 9)]
    assert series_of(texts[0], money) is None


@pytest.mark.parametrize(
    ("text", "fates"),
    [
        ("The fire killed 14 people and injured 30.", ["die", "hurt"]),
        ("14 were killed, 30 injured and eight are missing.", ["die", "hurt", "miss"]),
        ("Fourteen people, two of them children, died in the fire.", ["die", "die"]),
        ("Killing 14 passengers, the fire spread.", ["die"]),
        ("Of the 238 people aboard, 14 died and 193 were rescued.", ["aboard", "die", "saved"]),
        ("At least 40 people have fallen ill and two have died.", ["ill", "die"]),
        ("Some 238 passengers were on the ferry when 14 people died.", ["aboard", "die"]),
        ("The mill has 1,150 employees.", [None]),
    ],
)
def test_what_became_of_those_who_are_counted(text, fates):
    assert [amount.fate for amount in find_amounts(text, find_words(text))] == fates
