"""What is read once, what is read in both orders."""

import pytest

from service.comparing.verdict import is_settled
from service.domain.articles import Article
from service.domain.claims import Statement
from service.flows.compare import judge, judge_open
from service.flows.ingest import accept
from service.flows.scoring import score_open, score_pairs

CLOSED, OPEN = Statement("The bridge was closed."), Statement("The bridge was open.")
WET = Statement("It rained all night.")


class Counting:
    """Passes on to another pair model, and keeps what it was asked to read."""

    def __init__(self, model):
        self.model, self.version, self.asked = model, model.version, []

    def read(self, pairs):
        self.asked.append([(a.text, b.text) for a, b in pairs])
        return self.model.read(pairs)


@pytest.fixture
def counting(workspace, monkeypatch):
    model = Counting(workspace.pair_model)
    monkeypatch.setattr(type(workspace), "pair_model", model)
    return model


def test_every_pair_is_read_in_both_orders(workspace, counting):
    found = score_pairs(workspace, [(CLOSED, OPEN), (CLOSED, WET)], [0.9, 0.5])
    assert counting.asked[:2] == [
        [(CLOSED.text, OPEN.text), (CLOSED.text, WET.text)],
        [(OPEN.text, CLOSED.text), (WET.text, CLOSED.text)],
    ]
    assert [s.similarity for s in found] == [0.9, 0.5]
    assert max(found[0].relations, key=found[0].relations.get) == "contradicts"


def test_the_second_order_is_spared_where_the_first_leaves_no_doubt(workspace, counting, monkeypatch):
    monkeypatch.setattr("service.comparing.verdict.SETTLED", 0.9)
    found = score_open(workspace, [(CLOSED, WET), (CLOSED, OPEN)], [0.5, 0.9])
    assert counting.asked[1] == [(OPEN.text, CLOSED.text)]
    assert found[0] is None
    assert found[1] == score_pairs(workspace, [(CLOSED, OPEN)], [0.9])[0]


def test_a_likely_contradiction_is_read_again_without_what_clashes(workspace, counting):
    clash, none = score_pairs(workspace, [(CLOSED, OPEN), (CLOSED, WET)], [0.9, 0.5])
    assert counting.asked[2:] == [[(OPEN.text, OPEN.text)], [(OPEN.text, OPEN.text)]]
    assert (round(clash.relations["agrees"]), round(clash.agreement_undone)) == (0, 1)
    assert (none.undone, none.agreement_undone) == (None, None)


def test_a_spared_pair_has_no_verdict_and_keeps_the_place_of_the_others(workspace, monkeypatch):
    monkeypatch.setattr("service.comparing.verdict.SETTLED", 0.9)
    pairs = [(CLOSED, WET), (CLOSED, OPEN), (Statement("Il pleut.", language="fr"), OPEN)]
    settled, decided, unknown = judge_open(workspace, pairs, [0.5, 0.9, 0.4])
    assert settled is None
    assert decided.relation == "contradicts"
    assert unknown.relation is None and "fr" in unknown.not_judged
    assert [v.relation for v in judge(workspace, pairs, [0.5, 0.9, 0.4])] == ["related", "contradicts", None]


def spread(related, unrelated):
    rest = (1 - related - unrelated) / 4
    return dict.fromkeys(("agrees", "contradicts", "changed", "framing"), rest) | {
        "related": related,
        "unrelated": unrelated,
    }


def test_related_and_unrelated_settle_together_and_doubt_does_not():
    assert is_settled(spread(0.6, 0.39))
    assert not is_settled(spread(0.6, 0.3))


def test_a_sentence_is_encoded_once_however_often_it_is_said_and_compared(workspace, settle, monkeypatch):
    asked, encode = [], workspace.encoder.encode
    monkeypatch.setattr(workspace.encoder, "encode", lambda texts: asked.extend(texts) or encode(texts), raising=False)
    sentence = "The harbour bridge was closed to all lorries on Monday."
    accept(workspace, [Article(sentence, outlet=name, url=f"https://{name}.example/1") for name in ("one", "two")])
    settle()
    assert asked == [sentence]
