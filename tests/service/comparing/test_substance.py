"""What says enough to be a fact: names, numbers and plain statements do; fragments and the paper's own views do not."""

import pytest

from models.base import ExtractedClaim, Speaker
from service.comparing.substance import is_substantial
from service.domain.claims import Claim, Source

MAYOR = Speaker("Ilse Brandt", "mayor", "Brandt", 0, 6, "said")


def make_claim(text, *, kind="fact", worth=0.5, speaker=None, language="en"):
    source = Source("one", "Harbour Post", None, None, None, language, None)
    return Claim("c", 1, source, ExtractedClaim(0, len(text), text, text, speaker, "asserts", kind, worth))


@pytest.mark.parametrize(
    "text",
    [
        "The harbour bridge was closed.",
        "Brandt resigned on Monday.",
        "It killed 14.",
        "They met Ilse Brandt there.",
        "The mill burned.",
        "We closed the old mill at the harbour gate.",
        "The vote was 23 to 17.",
    ],
)
def test_a_plain_statement_or_a_short_one_with_a_name_or_a_number_is_enough(text):
    assert is_substantial(make_claim(text))


@pytest.mark.parametrize(
    "text",
    [
        "I don’t think so.",
        "I don't know.",
        "It's too bad.",
        "There are none.",
        "“We have a minor dispute.",
        "It didn’t work.",
        "They ought to be ashamed.",
        "That may be.",
        "And it isn’t before us.",
        "No he won't.",
    ],
)
def test_a_fragment_that_names_nothing_is_not(text):
    assert not is_substantial(make_claim(text))
    assert not is_substantial(make_claim(text, speaker=MAYOR)), "whoever said it, others mean another thing by it"


def test_a_view_is_a_fact_only_of_a_speaker_or_with_something_in_it_to_check():
    view = "The harbour council should be deeply ashamed of closing such a bridge."
    assert not is_substantial(make_claim(view, kind="opinion", worth=0.2))
    assert is_substantial(make_claim(view, kind="opinion", worth=0.2, speaker=MAYOR))
    assert is_substantial(make_claim(view, kind="opinion", worth=0.3))
    assert is_substantial(make_claim("Mending the harbour bridge takes time.", worth=0.2))
    assert not is_substantial(make_claim("Perhaps a wider harbour bridge would help.", worth=0.0))


def test_other_languages_are_not_looked_into():
    assert is_substantial(make_claim("Je ne sais pas.", language="fr"))
