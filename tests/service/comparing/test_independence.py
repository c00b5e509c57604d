"""Copies of one text are one origin; two papers that say the same in their own words are two."""

from dataclasses import replace

from models.base import ExtractedClaim
from service.comparing.independence import find_one_origin
from service.domain.claims import Claim, Source

WORDS = "The port of Velmora will stay closed until the end of the week."


def claim(article, quote=WORDS, outlet=None, origin=None):
    source = Source(article, outlet or f"The {article} Post", None, None, None, "en", origin)
    return Claim(article, 1, source, ExtractedClaim(0, len(quote), quote, quote, None, "asserts", "fact", 0.5))


def test_two_papers_in_their_own_words_are_independent():
    assert find_one_origin(claim("a"), claim("b", "Velmora's port remains shut all week.")) is None


def test_both_credit_one_wire():
    a, b = claim("a", "One way to say it.", origin="Caspian Wire"), claim("b", "Another.", origin="caspian wire")
    assert find_one_origin(a, b) == "Both come from Caspian Wire."


def test_one_credits_the_other():
    a, b = claim("a", "One way.", outlet="The Ledger"), claim("b", "Another.", origin="Ledger")
    assert find_one_origin(a, b) is not None


def test_a_long_sentence_is_not_written_twice_by_chance():
    assert find_one_origin(claim("a"), claim("b")) == "Both have the same sentence, word for word."
    assert find_one_origin(claim("a", "It is closed."), claim("b", "It is closed.")) is None


def test_one_article_is_no_copy_of_itself():
    a = claim("a")
    assert find_one_origin(a, replace(a, id="other")) is None
