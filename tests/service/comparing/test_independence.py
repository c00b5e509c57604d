"""Copies of one text are one origin; two papers that say the same in their own words are two."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.base import ExtractedClaim
from service.comparing.independence import (
    count_origins,
    count_outlets,
    find_joined,
    find_one_origin,
    find_quoted_outlets,
    find_shared_origins,
)
from service.domain.claims import Claim, Source
from service.domain.outlets import UNNAMED_AGENCIES

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


def test_what_a_third_outlet_reported_is_one_origin_however_it_is_passed_on():
    told = claim("a", "The minister told the Caspian Wire that the port stays shut.", outlet="The Ledger")
    wire = claim("b", "The port stays shut, the minister said.", outlet="Caspian Wire")
    also = claim("c", "The port stays shut, the Caspian Wire reported on Monday.", outlet="Tarn Post")
    own = claim("d", "The port stays shut, the minister told the council.", outlet="Eskil News")
    assert find_one_origin(told, wire) == "One passes on what Caspian Wire reported."
    assert find_one_origin(told, also) == "Both pass on what one outlet reported: Caspian Wire."
    assert find_one_origin(told, own) is None


def test_origins_are_counted_over_outlets_credits_and_copies():
    wire = [claim(name, origin="Caspian Wire") for name in "ab"]
    own = claim("c")
    copies = [with_group(claim(name), 7) for name in "de"]
    assert (count_outlets([*wire, own, *copies]), count_origins([*wire, own, *copies])) == (5, 3)
    assert count_origins([own, copies[0]]) == 2
    assert count_origins([own, copies[0]], joined=[("c", "d")]) == 1
    assert count_origins([own, claim("f", outlet="the C Post")]) == 1  # one outlet, written otherwise
    assert count_origins([]) == 0


def test_an_unknown_origin_never_adds_one():
    own, nobody, agencies = claim("a"), claim("b", outlet=" "), claim("c", origin=UNNAMED_AGENCIES)
    assert count_origins([own, nobody]) == 1
    assert count_origins([own, agencies]) == 1
    assert count_origins([nobody]) == count_origins([nobody, agencies]) == 1
    assert count_origins([own, claim("d")]) == 2


def with_group(one, group):
    return replace(one, source=replace(one.source, text_group=group))


def test_one_article_is_no_copy_of_itself():
    a = claim("a")
    assert find_one_origin(a, replace(a, id="other")) is None


@pytest.mark.parametrize(
    "words",
    [
        "The port stays shut, the mayor told the Harbour Gazette.",
        "The mayor told Ada Brandt of the Harbour Gazette that the port stays shut.",
        "That the port stays shut first appeared in the Harbour Gazette.",
        "The Harbour Gazette was first to report that the port stays shut.",
        "A memo seen by the Harbour Gazette says that the port stays shut.",
        "The mayor wrote in the Harbour Gazette that the port stays shut.",
        "The mayor confirmed the Harbour Gazette’s report that the port stays shut.",
        "The mayor confirmed it in a statement to the Harbour Gazette.",
    ],
)
def test_an_outlet_whose_reporting_is_passed_on_is_seen(words):
    ours, wire = claim("a", words, outlet="The Ledger"), claim("b", "The port is shut.", outlet="Harbour Gazette")
    assert "harbour gazette" in find_quoted_outlets(ours)
    assert find_one_origin(ours, wire) is not None
    assert count_origins([ours, wire], find_joined([ours, wire])) == 1


@pytest.mark.parametrize(
    "words",
    [
        "The mayor told the council that the port stays shut.",
        "The Harbour Gazette was sold on Monday.",
        "Readers of the Harbour Gazette met at the port, which stays shut.",
    ],
)
def test_an_outlet_that_is_only_named_is_not_quoted(words):
    ours, other = claim("a", words, outlet="The Ledger"), claim("b", "It is shut.", outlet="Harbour Gazette")
    assert find_one_origin(ours, other) is None


def test_two_that_pass_on_what_an_unknown_third_outlet_reported_are_one_origin():
    a = claim("a", "The mayor told the Harbour Gazette that the port stays shut.", outlet="The Ledger")
    b = claim("b", "The port stays shut, according to the Harbour Gazette.", outlet="The Mail")
    c = claim("c", "The port stays shut, a reporter saw.", outlet="The Courier")
    claims = [a, b, c]
    assert (count_outlets(claims), count_origins(claims, find_joined(claims))) == (3, 2)


SPEECH = "We will keep the port shut until the last pier is safe again"


def test_the_same_words_of_a_speaker_are_one_origin_however_many_quote_them():
    one = claim("a", f"“{SPEECH},” the minister said on Monday.")
    cut = claim("b", f"The minister told reporters: “{SPEECH[8:]}.”")
    whole = claim("c", f"{SPEECH}.", stance="quotes")
    assert find_one_origin(one, cut) == find_one_origin(one, whole) == "Both quote the same words."
    assert count_origins([one, cut, whole], find_shared_origins([one, cut, whole])) == 1


def test_speech_told_in_other_words_or_a_few_of_them_confirms():
    one = claim("a", f"“{SPEECH},” the minister said on Monday.")
    told = claim("b", "The minister said that the port would stay shut until its last pier was safe.")
    few = claim("c", "The port stays closed “until the last pier is safe”, said the minister.")
    assert find_one_origin(one, told) is None
    assert find_one_origin(one, few) is None
    assert count_origins([one, told, few], find_shared_origins([one, told, few])) == 3


NAMES = st.sampled_from([None, "A Post", "B Post", "C Wire", UNNAMED_AGENCIES])


@given(st.lists(st.tuples(NAMES, NAMES, st.sampled_from([None, None, 1, 2])), max_size=6))
def test_origins_are_counted_the_same_whether_or_not_anything_was_joined_besides(told):
    claims = [claim(f"a{n}", outlet=outlet, origin=origin) for n, (outlet, origin, _) in enumerate(told)]
    grouped = [
        replace(one, source=replace(one.source, outlet=outlet, text_group=group))
        for one, (outlet, _, group) in zip(claims, told, strict=True)
    ]
    assert count_origins(grouped) == count_origins(grouped, [("nobody", "nothing")])
