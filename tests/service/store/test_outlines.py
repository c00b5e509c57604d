"""Outlines: marks know of a claim what the claim itself does, whatever its speaker is called."""

import pytest

from models.base import Speaker
from service.domain.outlines import Mark
from service.store.articles import add_article
from service.store.claims import add_claims, find_claims
from service.store.cursors import are_most
from service.store.facts import find_facts_of
from service.store.outlines import find_marks
from service.store.schema import claims

TEXT = "The ferry to Tarn is late. Snow fell on the pier."


@pytest.mark.parametrize(
    "name",
    ["Ada Poole", "Zoë “Zed” Li", 'Jo "Jo" \\ Ray', "null", "", "王芳", "\U0001f327", "\ue000d800", "\ud800", "A\x00B"],
)
def test_a_mark_names_the_speaker_as_the_claim_does(writing, make, name):
    speaker = Speaker(name, None, "x", 0, 1, "said")
    stored = add_article(writing, make.article(TEXT), received_at="2025-12-09T00:00:00Z")
    add_claims(writing, stored, [make.claim(TEXT, "Snow fell on the pier.", speaker=speaker)])
    assert_marks_are_those_of_the_claims(writing)


def test_a_claim_without_a_speaker_has_a_mark_without_one(writing, make):
    stored = add_article(writing, make.article(TEXT), received_at="2025-12-09T00:00:00Z")
    add_claims(writing, stored, [make.claim(TEXT, "Snow fell on the pier.", speaker=None)])
    assert_marks_are_those_of_the_claims(writing)


def test_marks_are_narrowed_by_topic_outlet_and_time(writing, make):
    make.one(writing, "Tarn Post", "The ferry is late.")
    make.one(writing, "Moor Mail", "The ferry is early.")
    assert {mark.source.outlet for mark in find_marks(writing, topic="ferry")} == {"Tarn Post", "Moor Mail"}
    assert {mark.source.outlet for mark in find_marks(writing, topic="late")} == {"Tarn Post"}
    assert {mark.source.outlet for mark in find_marks(writing, outlet="Moor Mail")} == {"Moor Mail"}
    assert find_marks(writing, since="2025-12-09") == []
    assert len(find_marks(writing, since="2025-12-08", until="2025-12-08")) == 2


def assert_marks_are_those_of_the_claims(connection):
    (mark,) = find_marks(connection)
    assert mark == Mark.of(find_claims(connection, [mark.claim_id])[mark.claim_id])


@pytest.mark.parametrize("few", [0, 500])
def test_marks_and_outlines_are_the_same_whether_their_claims_are_named_or_all_are_read(
    writing, make, monkeypatch, few
):
    monkeypatch.setattr("service.store.cursors.FEW", few)
    one, other = make.one(writing, "Tarn Post", "The ferry is late."), make.one(writing, "Moor Mail", "It is early.")
    assert are_most(writing, ["a", "b"], claims.c.number) is (few == 0)
    assert not are_most(writing, [], claims.c.number)
    assert {mark.source.outlet for mark in find_marks(writing)} == {"Tarn Post", "Moor Mail"}
    assert find_facts_of(writing, [one, other]) == {}
