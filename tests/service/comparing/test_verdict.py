"""The verdict: probabilities, decision, reasons, and the properties that hold for every pair."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.comparing.undoing import undo
from service.comparing.verdict import Scores, decide, load_weights, not_judged
from service.domain.claims import Statement
from service.domain.comparisons import RELATIONS, Entailment

OPEN = Entailment(0.1, 0.85, 0.05)
CLASH = Entailment(0.02, 0.06, 0.92)
FOLLOWS = Entailment(0.95, 0.04, 0.01)

SAME_DAY = {"published_at": "2025-12-08"}


def scores(a_to_b, b_to_a, similarity=0.8, **relations):
    spread = {r: relations.get(r, 0.02) for r in RELATIONS}
    return Scores(similarity, a_to_b, b_to_a, spread, "test")


def flipped(found):
    return Scores(found.similarity, found.b_to_a, found.a_to_b, found.relations, found.model)


def test_what_every_score_calls_a_contradiction_is_one_and_says_why():
    a = Statement("The ministry said 40 people died in the Velmora flood.", **SAME_DAY)
    b = Statement("The ministry said only 12 people died in the Velmora flood.", **SAME_DAY)
    verdict = decide(a, b, scores(CLASH, CLASH, contradicts=0.9))
    assert verdict.relation == "contradicts"
    assert verdict.confidence == verdict.relations["contradicts"]
    assert verdict.sentences[0] == "The numbers differ: one says “40 people”, the other “12 people”."
    assert any("exclude each other (0.92)" in sentence for sentence in verdict.sentences)
    assert [span.of(a.text) for span in verdict.highlights[0]] == ["40 people"]


def test_a_clash_without_which_both_say_the_same_is_told_so():
    a = Statement("Rell told Orsk to hold the aid to Velmora.", **SAME_DAY)
    b = Statement("Rell never told Orsk to hold the aid to Velmora.", **SAME_DAY)
    (without,) = undo(a, b)
    found = replace(scores(CLASH, CLASH, contradicts=0.9), undone=without, agreement_undone=0.88)
    verdict = decide(a, b, found)
    assert verdict.sentences[1] == "Without “never” the two would say the same (0.88)."
    assert any("never" in span.of(b.text) for span in verdict.highlights[1])


def test_the_more_agreement_the_clash_leaves_the_likelier_is_a_contradiction():
    a = Statement("Rell told Orsk to hold the aid to Velmora.", **SAME_DAY)
    b = Statement("Rell never told Orsk to hold the aid to Velmora.", **SAME_DAY)
    (without,) = undo(a, b)
    said = scores(OPEN, OPEN, contradicts=0.3)
    much, little = (decide(a, b, replace(said, undone=without, agreement_undone=p)) for p in (0.9, 0.01))
    assert much.relations["contradicts"] > little.relations["contradicts"]


def test_what_follows_both_ways_agrees():
    a = Statement("Voters in Velmora rejected the bridge.", **SAME_DAY)
    b = Statement("The bridge was rejected by voters in Velmora.", **SAME_DAY)
    verdict = decide(a, b, scores(FOLLOWS, FOLLOWS, 0.95, agrees=0.9))
    assert verdict.relation == "agrees"
    assert "each follows from the other" in verdict.sentences[-1]


def test_a_contradiction_over_years_is_withheld_with_the_reason():
    a = Statement("The army keeps 1,500 warheads in the valley.", published_at="2021-10-31")
    b = Statement("The army keeps no warheads in the valley.", published_at="2025-12-08")
    verdict = decide(a, b, scores(CLASH, CLASH, contradicts=0.95))
    assert verdict.relation != "contradicts"
    assert verdict.withheld in verdict.sentences


def test_a_pair_model_without_relations_is_judged_by_weights_of_its_own():
    a, b = Statement("The dam held.", **SAME_DAY), Statement("The dam broke.", **SAME_DAY)
    verdict = decide(a, b, Scores(0.9, CLASH, CLASH, None, "entailment only"))
    assert sum(verdict.relations.values()) == pytest.approx(1.0)
    assert "model_agrees" not in load_weights("entailment").inputs


def test_what_was_not_judged_has_no_relation_and_says_why():
    verdict = not_judged("No model for 'fr'.", similarity=0.7, model="m")
    assert (verdict.relation, verdict.confidence, verdict.not_judged) == (None, None, "No model for 'fr'.")


@given(
    st.text(min_size=1, max_size=80),
    st.text(min_size=1, max_size=80),
    st.lists(st.floats(0, 1), min_size=3, max_size=3),
)
def test_either_order_gives_the_same_probabilities(first, second, drawn):
    total = sum(drawn) + 1e-6
    found = scores(Entailment(*(d / total for d in drawn)), OPEN)
    there = decide(Statement(first), Statement(second), found)
    back = decide(Statement(second), Statement(first), flipped(found))
    assert there.relation == back.relation
    assert there.relations == pytest.approx(back.relations)
    assert sum(there.relations.values()) == pytest.approx(1.0)
