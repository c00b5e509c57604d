"""Which stored sentences a claim is compared with, and which a question finds first."""

import numpy as np
import pytest

from service.domain.articles import Article
from service.domain.claims import Statement
from service.flows.compare import NEIGHBOURS_HERE
from service.flows.ingest import accept
from service.flows.neighbours import find_neighbours
from service.flows.query import find_near
from service.flows.takedown import take_down
from service.store.comparisons import ComparisonFilter, find_comparisons
from service.store.vectors import find_texts


def find(workspace, text, floor=0.0):
    (row,) = find_neighbours(workspace, [text], workspace.encoder.encode([text]), limit=10, floor=floor)
    with workspace.store.reading() as connection:
        texts = find_texts(connection, {one.sentence_id for one in row})
    return [(texts[one.sentence_id], one) for one in row]


@pytest.fixture
def stored(workspace, settle):
    told = ["The harbour bridge was closed to all lorries.", "The council met in Westbury.", "Rain fell on Tuesday."]
    accepted = accept(workspace, [Article(text, outlet=f"O{at}") for at, text in enumerate(told)])
    settle()
    return accepted


def test_the_nearest_come_first_and_none_below_the_floor(workspace, stored):
    found = find(workspace, "The harbour bridge was closed to all lorries.")
    assert found[0][0] == "The harbour bridge was closed to all lorries."
    assert (found[0][1].similarity, found[0][1].nearness) == (pytest.approx(1), pytest.approx(1))
    nearness = [one.nearness for _, one in found]
    assert nearness == sorted(nearness, reverse=True)
    assert [one for _, one in find(workspace, "The harbour bridge was closed to all lorries.", floor=0.9)] == [
        found[0][1]
    ]


def test_what_shares_rare_words_comes_before_what_is_only_as_similar(workspace, settle, monkeypatch):
    accept(workspace, [Article(f"Mayor {name} opened the bridge.", outlet=name) for name in ("Abel", "Berg", "Cole")])
    settle()
    monkeypatch.setattr(type(workspace.encoder), "encode", lambda self, texts: np.ones((len(texts), 1)) @ _one(self))
    for name in ("Abel", "Berg", "Cole"):
        near = find_near(workspace, Statement(f"Mayor {name} opened the bridge."))
        assert near[0].claim.source.outlet == name


def _one(encoder):
    return np.full((1, encoder.dimension), encoder.dimension**-0.5, np.float32)


def test_a_sentence_that_was_taken_down_is_no_neighbour(workspace, stored):
    take_down(workspace, stored[0].article_id)
    assert "lorries" not in "".join(
        text for text, _ in find(workspace, "The harbour bridge was closed to all lorries.")
    )


def test_its_own_article_does_not_crowd_out_the_others(workspace, settle):
    many = [f"The harbour bridge was closed to all lorries on day {day}." for day in range(1, 31)]
    accept(workspace, [Article("The harbour bridge was closed to all heavy lorries on day 40.", outlet="Mail")])
    accept(workspace, [Article(" ".join(many), outlet="Gazette")])
    settle()
    with workspace.store.reading() as connection:
        found = find_comparisons(connection, ComparisonFilter(include_same_article=True, limit=500))
    across = [one for one in found if one.a.source.outlet != one.b.source.outlet]
    here = [one for one in found if one.a.source.outlet == one.b.source.outlet]
    assert len(across) == len(many)
    assert 0 < len(here) <= NEIGHBOURS_HERE * len(many)


def test_what_another_article_says_word_for_word_is_no_sentence_of_its_own_alone(workspace, settle):
    shared = "The harbour bridge was closed to all lorries on day 40."
    many = [f"The harbour bridge was closed to all lorries on day {day}." for day in range(1, 31)]
    accept(workspace, [Article(shared, outlet="Mail")])
    accept(workspace, [Article(" ".join([*many, shared]), outlet="Gazette")])
    settle()
    with workspace.store.reading() as connection:
        found = find_comparisons(connection, ComparisonFilter(include_same_article=True, limit=500))
    assert len([one for one in found if one.a.source.outlet != one.b.source.outlet]) == len(many) + 1
