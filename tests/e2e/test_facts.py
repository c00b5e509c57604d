"""Facts of the fixtures against the agreements of the gold: with its own labels, and with the models that ship."""

from itertools import combinations

import pytest

from service.comparing.facts import Link, group_claims
from service.store.claims import find_claims_of
from service.store.facts import find_facts_of


def words_of(side):
    return side["article"], side["quote"]


def components(pairs):
    """What pairs of agreement hold together, as the set of all pairs within."""
    parts: list[set] = []
    for a, b in pairs:
        joined = [part for part in parts if part & {a, b}]
        parts = [part for part in parts if part not in joined] + [set().union({a, b}, *joined)]
    return {frozenset(pair) for part in parts for pair in combinations(sorted(part), 2)}


def pairs_of(gold, *labels):
    return [(words_of(one["a"]), words_of(one["b"])) for one in gold if one["label"] in labels]


def scored(found, expected):
    right = len(found & expected)
    return 2 * right / (len(found) + len(expected))


def test_with_the_labels_of_the_gold_the_groups_of_the_gold_are_found(gold):
    links = [Link(repr(a), repr(b), "agrees", 0.9) for a, b in pairs_of(gold, "agrees")]
    links += [Link(repr(a), repr(b), "apart") for a, b in pairs_of(gold, "contradicts", "changed")]
    found = {frozenset(pair) for group in group_claims(links) for pair in combinations(sorted(group), 2)}
    expected = {frozenset(map(repr, pair)) for pair in components(pairs_of(gold, "agrees"))}
    assert scored(found, expected) >= 0.95
    assert not found & {frozenset((repr(a), repr(b))) for a, b in pairs_of(gold, "contradicts", "changed")}


@pytest.fixture(scope="module")
def claim_of(stored, articles, gold):
    """The claim that holds all words of a side of the gold; the few that are cut into two have none."""
    with stored.store.reading() as connection:
        said = {name: find_claims_of(connection, article.key) for name, article in articles.items()}
    sides = {words_of(one[side]) for one in gold for side in "ab"}
    return {side: claim.id for side in sides if (claim := _find(said[side[0]], articles[side[0]].text, side[1]))}


def _find(claims, text, quote):
    start = text.find(quote)
    return next((c for c in claims if start >= 0 and c.said.start <= start and start + len(quote) <= c.said.end), None)


@pytest.fixture(scope="module")
def found(stored, claim_of):
    """The pairs of claims of the gold that are in one fact."""
    with stored.store.reading() as connection:
        facts = find_facts_of(connection, set(claim_of.values()))
    return {frozenset((a, b)) for a, b in combinations(sorted(facts), 2) if facts[a] == facts[b]}


def as_claims(pairs, claim_of):
    return {frozenset((claim_of[a], claim_of[b])) for a, b in pairs if a in claim_of and b in claim_of}


@pytest.mark.slow
def test_no_fact_holds_two_claims_that_the_gold_calls_contradictory(stored, articles, gold):
    """Here a side is every claim that has any of its words."""
    with stored.store.reading() as connection:
        said = {name: find_claims_of(connection, article.key) for name, article in articles.items()}
        facts = find_facts_of(connection, {claim.id for some in said.values() for claim in some})
    contradictory = pairs_of(gold, "contradicts")
    sides = {
        side: {facts.get(claim.id) for claim in _touching(said[side[0]], articles[side[0]].text, side[1])} - {None}
        for pair in contradictory
        for side in pair
    }
    assert len(contradictory) > 10
    assert [pair for pair in contradictory if sides[pair[0]] & sides[pair[1]]] == []


def _touching(claims, text, quote):
    start = text.index(quote)
    return [claim for claim in claims if claim.said.start < start + len(quote) and start < claim.said.end]


@pytest.mark.slow
def test_facts_against_the_agreements_of_the_gold(found, gold, claim_of):
    expected = as_claims(components(pairs_of(gold, "agrees")), claim_of)
    # Of pairs that the gold does not label nobody knows whether they agree.
    labelled = as_claims(pairs_of(gold, "agrees", "contradicts", "changed", "framing", "related"), claim_of)
    assert scored(found & (labelled | expected), expected) >= FLOOR


FLOOR = 0.45
"""A little below what was measured, 0.48: 7 of the 21 pairs, and one other. The agreements that the models miss are
missing here too; some of the other 14 are less near than `min_nearness`, and one is in French."""
