"""Copies of one text are one origin; two papers that say the same in their own words are two."""

from dataclasses import replace

from models.base import ExtractedClaim
from service.comparing.independence import find_copies, find_one_origin
from service.domain.claims import Claim, Source

WORDS = "The port of Velmora will stay closed until the end of the week."


def claim(article, quote=WORDS, *, outlet=None, origin=None, sentence=1, stance="asserts"):
    source = Source(article, outlet or f"The {article} Post", None, None, None, "en", origin)
    said = ExtractedClaim(0, len(quote), quote, quote, None, stance, "fact", 0.5)
    return Claim(f"{article}{sentence}", sentence, source, said)


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


def test_articles_that_share_several_long_sentences_are_copies_also_in_part():
    words = [f"The port of {place} will stay closed until the end of the week." for place in ("Tarn", "Eskil", "Greve")]
    ours = [
        claim("a", text, sentence=i)
        for i, text in enumerate([*words, "Something of its own, and long enough for all."])
    ]
    theirs = [claim("b", text, sentence=i) for i, text in enumerate(words)]
    mentions = {i: [a, b] for i, (a, b) in enumerate(zip(ours, theirs, strict=False))}
    assert find_copies(ours, mentions) == {"b"}
    assert find_copies(ours[:2], mentions) == frozenset()
    assert find_one_origin(ours[3], theirs[0], copies={"b"}) is not None


def test_quotations_that_both_have_make_no_copies():
    said = [f"“The port of {place} will stay closed for all of this week.”" for place in ("Tarn", "Eskil", "Greve")]
    ours = [claim("a", text, sentence=i, stance="quotes") for i, text in enumerate(said)]
    mentions = {c.sentence_id: [c, claim("b", c.said.quote, sentence=c.sentence_id)] for c in ours}
    assert find_copies(ours, mentions) == frozenset()


def test_one_article_is_no_copy_of_itself():
    a = claim("a")
    assert find_one_origin(a, replace(a, id="other")) is None
