"""Pairs with a clash undone or put in: their words and their labels."""

import random

import pytest

from benchmarks.contrast_pairs import find_contrasts

SAID, DENIED = "Orsk said Rell told him to hold the aid.", "Rell never told Orsk to hold the aid."
ALSO_DENIED = "Rell denied that he told Orsk to hold the aid."


def pair(a, b, label, **known):
    return {"a": {"text": a, "stance": "asserts"}, "b": {"text": b, "stance": "asserts"}, "label": label, **known}


def made(*rows, seed=1):
    return [(row["a"]["text"], row["b"]["text"], row["label"]) for row in find_contrasts(rows, random.Random(seed))]


def test_a_contradiction_without_its_negation_agrees():
    assert made(pair(SAID, DENIED, "contradicts")) == [(SAID, "Rell told Orsk to hold the aid.", "agrees")]


def test_a_denial_taken_back_contradicts_the_other():
    (a, b, label) = made(pair(DENIED, ALSO_DENIED, "agrees"))[0]
    assert label == "contradicts"
    assert (a == DENIED) != (b == ALSO_DENIED)


def test_another_number_contradicts():
    a, b = "The flood killed 40 people in Velmora.", "In Velmora 40 people died in the flood."
    ((first, second, label),) = made(pair(a, b, "agrees"))
    assert label == "contradicts"
    assert ("40" in first) != ("40" in second)


def test_a_vague_number_is_left_alone():
    assert made(pair("The flood killed about 40 people in Velmora.", "In Velmora 40 people died.", "agrees")) == []


def test_what_is_related_stays_so_without_its_negation():
    rows = [pair(f"Rell did not go to town {n}.", "The harbour opened at dawn.", "related") for n in range(40)]
    found = made(*rows)
    assert 0 < len(found) < 40
    assert {(a.startswith("Rell did go"), label) for a, _, label in found} == {(True, "related")}


@pytest.mark.parametrize(("sure", "count"), [(1, 0), (2, 1)])
def test_doubtful_agreements_are_left_out(sure, count):
    assert len(made(pair(DENIED, ALSO_DENIED, "agrees", label_confidence=sure))) == count


def test_nothing_is_known_of_the_stance_of_changed_words():
    (row,) = find_contrasts([pair(SAID, DENIED, "contradicts")], random.Random(1))
    assert (row["a"]["stance"], row["b"]["stance"]) == ("asserts", None)
