"""Grouping claims into facts: what joins, what keeps apart, and which fact a group is."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.comparing.fact_identity import identify_groups
from service.comparing.facts import Link, find_spokesman, group_claims, read_link
from service.domain.fact_links import Compared, Known


def agrees(a, b, strength=0.9, **more):
    return Link(a, b, "agrees", strength, **more)


def groups_of(*links):
    return [set(group) for group in group_claims(links)]


def compared(relation, confidence=0.9, verdict=None):
    return Compared("p", "a", "b", relation, confidence, verdict)


def opposites(*pairs):
    """Words that clash, by pairs of claims."""
    known = {frozenset(pair) for pair in pairs}
    return lambda a, b: frozenset((a, b)) in known


NAMES = st.sampled_from("abcdefgh")
LINKS = st.dictionaries(
    st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] < pair[1]),
    st.tuples(st.sampled_from(["agrees", "agrees", "agrees", "differs", "apart"]), st.integers(4, 10), st.booleans()),
    max_size=20,
).map(
    lambda pairs: [
        Link(a, b, kind, n / 10 if kind == "agrees" else 0.0, sure=kind == "agrees" and n == 10 and sure)
        for (a, b), (kind, n, sure) in pairs.items()
    ]
)


def test_agreement_joins_and_nothing_else_does():
    assert groups_of(agrees("a", "b"), agrees("b", "c"), Link("c", "d", "differs"), agrees("x", "y")) == [
        {"a", "b", "c"},
        {"x", "y"},
    ]


def test_a_contradiction_between_the_ends_of_a_chain_breaks_it_at_its_weaker_link():
    chain = [agrees("a", "b", 0.9), agrees("b", "c", 0.6)]
    assert groups_of(*chain, Link("a", "c", "apart")) == [{"a", "b"}]
    assert groups_of(agrees("a", "b", 0.6), agrees("b", "c", 0.9), Link("a", "c", "apart")) == [{"b", "c"}]


def test_opposites_stay_in_two_facts_whatever_joins_their_friends():
    two = [agrees("a", "b", 0.9), agrees("x", "y", 0.9), Link("a", "x", "apart"), agrees("b", "y", 0.99)]
    found = groups_of(*two)
    assert not any({"a", "x"} <= group for group in found)


def test_a_long_chain_of_single_agreements_breaks():
    names = [f"c{number:02}" for number in range(12)]
    found = groups_of(*(agrees(a, b, 0.9) for a, b in pairwise(names)))
    assert len(found) > 1
    assert max(map(len, found)) <= 6


def test_a_claim_that_most_of_a_group_agrees_with_joins_it():
    core = [agrees(a, b, 0.8) for a, b in combinations("abcd", 2)]
    assert groups_of(*core, agrees("a", "n", 0.8), agrees("b", "n", 0.8)) == [set("abcdn")]
    denied = [Link(other, "n", "differs") for other in "bcd"]
    assert groups_of(*core, agrees("a", "n", 0.8), *denied) == [set("abcd")]


def test_what_a_person_joined_is_joined_against_the_mean():
    core = [agrees(a, b, 0.8) for a, b in combinations("abcd", 2)]
    others = [Link(other, "n", "differs") for other in "bcd"]
    assert groups_of(*core, *others, agrees("a", "n", 1.0, sure=True)) == [set("abcdn")]
    assert groups_of(agrees("a", "n", 1.0, sure=True), agrees("a", "b", 0.9), Link("b", "n", "apart")) == [{"a", "n"}]


def test_facts_that_a_person_joins_are_joined_whole_unless_others_in_them_are_apart():
    two = [agrees("a", "b"), agrees("x", "y"), agrees("a", "x", 1.0, sure=True), Link("b", "x", "differs")]
    assert groups_of(*two, Link("b", "y", "differs")) == [set("abxy")]
    assert groups_of(*two, Link("b", "y", "apart")) == [set("axy")]
    assert groups_of(*two, Link("a", "y", "apart")) == [set("abx")]


def test_claims_that_clash_are_kept_apart_linked_or_at_the_ends_of_a_chain():
    links = [agrees("a", "b", 0.9), agrees("b", "c", 0.8), agrees("b", "d", 0.8), agrees("c", "d", 0.9)]
    assert group_claims(links) == [set("abcd")]
    assert group_claims(links, opposites("ad")) == [set("ab"), set("cd")]
    assert group_claims(links, opposites("bc")) == [set("ab"), set("cd")]
    assert group_claims(links[:1], opposites("ab")) == []
    assert group_claims(links[:1], opposites("xy", "bc")) == [set("ab")]


def test_a_person_is_believed_against_the_words_and_only_of_the_pair():
    links = [agrees("a", "b", 1.0, sure=True), agrees("b", "c", 0.8)]
    assert group_claims(links, opposites("ab")) == [set("abc")]
    assert group_claims(links, opposites("ab", "ac")) == [set("ab")]


@given(LINKS, st.sets(st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] < pair[1]), max_size=6))
def test_no_fact_holds_two_claims_that_clash_unless_a_person_joined_them(links, pairs):
    joined = {frozenset((link.a, link.b)) for link in links if link.sure}
    for group in group_claims(links, opposites(*pairs)):
        assert not any(set(pair) <= group and frozenset(pair) not in joined for pair in pairs)


@given(st.data())
def test_a_persons_word_is_heard_wherever_another_persons_does_not_stand_against_it(data):
    links = [link for link in data.draw(LINKS) if not link.sure]
    pairs = {frozenset((link.a, link.b)) for link in links}
    added = data.draw(st.sampled_from([p for p in map(frozenset, combinations("abcdefgh", 2)) if p not in pairs]))
    found = group_claims([*links, Link(*sorted(added), "agrees", 1.0, sure=True)])
    assert any(added <= group for group in found)


@pytest.mark.parametrize(
    ("seen", "kind"),
    [
        (compared("agrees"), "agrees"),
        (compared("agrees", 0.3), "differs"),
        (compared("agrees", 0.3, "agrees"), "agrees"),
        (compared("agrees", 0.9, "related"), "differs"),
        (compared("agrees", 0.9, "false_alarm"), "differs"),
        (compared("agrees", 0.9, "not_worth"), None),
        (compared("agrees", 0.9, "contradicts"), "apart"),
        (compared("contradicts", 0.1), "apart"),
        (compared("changed", 0.1), "apart"),
        (compared("contradicts", 0.9, "not_worth"), "apart"),
        (compared("contradicts", 0.9, "false_alarm"), None),
        (compared("contradicts", 0.9, "agrees"), "agrees"),
        (compared("framing"), "differs"),
        (compared(None, None), None),
        (compared(None, None, "agrees"), "agrees"),
    ],
)
def test_what_a_comparison_says_of_two_claims_being_one_fact(seen, kind):
    link = read_link(seen, lambda _: 0.4)
    assert (link.kind if link else None) == kind
    if kind == "agrees":
        assert (link.sure, link.strength) == (seen.verdict is not None, 1.0 if seen.verdict else 0.9)


@pytest.mark.parametrize(
    ("relation", "confidence", "agreement", "verdict", "kind"),
    [
        ("contradicts", 0.1, 0.7, None, "agrees"),
        ("changed", 0.1, 0.7, None, "agrees"),
        ("contradicts", 0.1, 0.3, None, "apart"),
        ("contradicts", 0.2, 0.7, None, "apart"),
        ("contradicts", 0.1, 0.7, "contradicts", "apart"),
        ("contradicts", 0.1, 0.7, "not_worth", "apart"),
        ("contradicts", 0.1, 0.7, "related", "differs"),
        ("contradicts", 0.1, 0.7, "false_alarm", None),
    ],
)
def test_a_contradiction_too_unlikely_to_be_shown_of_a_pair_that_rather_agrees_joins(
    relation, confidence, agreement, verdict, kind
):
    seen = Compared("p", "a", "b", relation, confidence, verdict, agreement)
    link = read_link(seen, {"agrees": 0.4, "contradicts": 0.15, "changed": 0.4}.__getitem__)
    assert (link.kind if link else None) == kind
    if kind == "agrees":
        assert (link.sure, link.strength) == (False, 0.7)


@given(LINKS)
def test_no_fact_holds_a_contradicting_pair_and_no_claim_is_in_two(links):
    found = group_claims(links)
    for link in links:
        assert link.kind != "apart" or not any({link.a, link.b} <= group for group in found)
    assert sum(map(len, found)) == len(set().union(*found))


@given(st.data(), LINKS)
def test_the_order_of_arrival_makes_no_difference(data, links):
    other = data.draw(st.permutations(links))
    turned = [Link(one.b, one.a, one.kind, one.strength, sure=one.sure) for one in other]
    assert group_claims(other) == group_claims(links) == group_claims(turned)


@given(LINKS)
def test_a_group_is_held_together_by_agreement(links):
    for group in group_claims(links):
        reached, waiting = set(), {min(group)}
        while waiting:
            reached |= waiting
            inside = [link for link in links if link.kind == "agrees" and {link.a, link.b} <= group]
            waiting = {end for one in inside if {one.a, one.b} & reached for end in (one.a, one.b)} - reached
        assert reached == group


def test_the_claim_that_most_agree_with_speaks_unless_it_is_withdrawn():
    links = [agrees("a", "b"), agrees("b", "c")]
    assert find_spokesman("abc", links, said="abc") == "b"
    assert find_spokesman("abc", links, said="ac") == "a"
    assert find_spokesman("abc", links, said="") == "b"


def known(name, number, claims, **more):
    return Known(name, number, frozenset(claims), **more)


def identify(groups, *facts):
    return identify_groups([frozenset(group) for group in groups], facts)


def test_a_group_keeps_the_id_of_the_fact_it_shares_most_with():
    found = identify(["abcx"], known("F", 2, "abc"), known("G", 1, "xy"))
    assert [placed.known.id for placed in found.placed] == ["F"]
    assert (dict(found.merged), found.dissolved) == ({"G": frozenset("abcx")}, ())


def test_of_two_that_share_alike_the_older_one_stays():
    found = identify(["abxy"], known("F", 2, "ab"), known("G", 1, "xy"))
    assert [placed.known.id for placed in found.placed] == ["G"]
    assert list(found.merged) == ["F"]


def test_a_split_leaves_the_id_with_the_larger_part_and_names_where_the_other_came_from():
    found = identify(["abc", "de"], known("F", 1, "abcde"))
    assert [(placed.known and placed.known.id, placed.split_from) for placed in found.placed] == [
        ("F", None),
        (None, "F"),
    ]


def test_a_fact_without_a_group_is_dissolved_and_taken_up_again():
    assert identify([], known("F", 1, "ab")).dissolved == ("F",)
    (placed,) = identify(["abc"], known("F", 1, "ab", ended=True)).placed
    assert (placed.known.id, placed.split_from) == ("F", None)
    (other,) = identify(["acd"], known("F", 1, "ab", ended=True)).placed
    assert other.known is None


def test_a_merge_that_is_undone_gives_both_facts_back():
    found = identify(["ab", "xyz"], known("F", 1, "abxyz"), known("G", 2, "xyz", ended=True))
    assert [(placed.known.id if placed.known else None) for placed in found.placed] == [None, "F"]
    found = identify(["abc", "xy"], known("F", 1, "abcxy"), known("G", 2, "xy", ended=True))
    assert [(placed.known.id, placed.split_from) for placed in found.placed] == [("F", None), ("G", "F")]
