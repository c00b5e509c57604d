"""Facts as they form from articles and comparisons: which claims are one, which are not, and how they stand."""

import pytest

from service.flows.fact_story import find_fact_story
from service.store.facts import cursor_after_fact, find_facts_of

CLOSED = "The harbour bridge was closed to all lorries on Monday."
SHUT = "The harbour bridge was closed to lorries on Monday, the town said."
OPEN = "The harbour bridge was open to all lorries on Monday."


def test_two_articles_that_agree_make_a_fact_and_one_that_contradicts_disputes_it(
    workspace, add, facts, outlets, article
):
    add(article(CLOSED, "Gazette"))
    assert facts(workspace) == []
    add(article(SHUT, "Mail"))
    (fact,) = facts(workspace)
    assert set(outlets(workspace, fact)) == {"Gazette", "Mail"}
    assert (fact.standing.origins, fact.standing.outlets, fact.standing.flags) == (2, 2, ())
    add(article(OPEN, "Courier"))
    (disputed,) = facts(workspace)
    assert disputed.id == fact.id
    assert disputed.standing.flags == ("disputed",)
    story = find_fact_story(workspace, fact.id)
    assert {one.other.said.quote for one in story.disputes} == {OPEN}
    assert story.since("disputed") == story.standings[-1].at > story.standings[0].at
    assert (story.since("changed"), story.series) == (None, None)


def test_two_claims_of_one_article_are_no_fact(workspace, add, facts, article):
    add(article(f"{CLOSED} {SHUT}", "Gazette"))
    assert facts(workspace) == []


def test_one_text_of_two_outlets_is_one_origin(workspace, add, facts, article):
    add(article(CLOSED, "Gazette"), article(CLOSED, "Mail"))
    (fact,) = facts(workspace)
    assert (fact.standing.outlets, fact.standing.origins) == (2, 1)
    assert facts(workspace, min_origins=2) == []


def test_facts_are_narrowed_and_paged(workspace, add, facts, article):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail", "2025-12-10"), article(OPEN, "Courier"))
    add(article(OPEN + " It rained.", "Times"))
    assert len(facts(workspace)) == 2
    assert len(facts(workspace, outlet="Mail")) == len(facts(workspace, since="2025-12-09")) == 1
    assert facts(workspace, outlet="Mail", until="2025-12-08") == []
    assert (len(facts(workspace, topic="lorries")), facts(workspace, topic="volcano")) == (2, [])
    first = facts(workspace, limit=1)
    rest = facts(workspace, limit=9, cursor=cursor_after_fact(first[0]))
    assert first + rest == facts(workspace)


@pytest.mark.usefixtures("nothing_said")
def test_what_says_too_little_does_not_join_the_fact_of_others(workspace, add, facts, outlets, article):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article("The harbour bridge was closed.", "Courier"))
    (fact,) = facts(workspace)
    assert set(outlets(workspace, fact)) == {"Gazette", "Mail"}


def test_the_order_in_which_articles_come_makes_no_other_facts(workspace, add, facts, outlets, article):
    for text, name in ((OPEN, "C"), (SHUT, "B"), (OPEN + " It rained.", "D"), (CLOSED, "A"), (CLOSED, "E")):
        add(article(text, name))
    assert sorted(sorted(outlets(workspace, fact)) for fact in facts(workspace)) == [["A", "B", "E"], ["C", "D"]]


def test_values_that_move_are_a_series_with_their_sources(workspace, make_two, facts):
    make_two("changed", "At least 12 people were hurt in the fire.", "At least 19 people were hurt in the fire.")
    early, late = sorted(facts(workspace), key=lambda fact: fact.claim.said.quote)
    assert (early.standing.flags, late.standing.flags) == (("changed",), ("changed",))
    for fact in (early, late):
        series = find_fact_story(workspace, fact.id).series
        assert series.moves
        shown = [(p.date, p.low, p.station) for p in series.points]
        assert shown == [("2025-12-08", 12, 0)] * 2 + [("2025-12-10", 19, 1)] * 2
        assert {p.claim.source.outlet for p in series.points} == set("ABCD")
        assert {p.fact_id for p in series.points} == {early.id, late.id}


def test_no_claim_is_in_two_facts(workspace, add, article):
    add(*(article(text, name) for text, name in ((CLOSED, "A"), (SHUT, "B"), (OPEN, "C"), (OPEN + " It rained.", "D"))))
    with workspace.store.reading() as connection:
        rows = connection.exec_driver_sql("SELECT claim_id FROM fact_members WHERE until IS NULL").scalars().all()
        assert len(rows) == len(set(rows)) == 4
        assert find_facts_of(connection, rows).keys() == set(rows)


@pytest.mark.usefixtures("credulous")
def test_opposites_that_the_model_takes_for_agreement_are_two_facts(
    workspace, add, facts, outlets, between, *, article
):
    add(*(article(text, name) for text, name in ((CLOSED, "A"), (SHUT, "B"), (OPEN, "C"), (OPEN + " It rained.", "D"))))
    assert between(workspace, "A", "C").relation == "agrees"
    assert sorted(sorted(outlets(workspace, fact)) for fact in facts(workspace)) == [["A", "B"], ["C", "D"]]


@pytest.mark.usefixtures("credulous")
def test_a_negation_on_another_point_leaves_one_fact(workspace, add, facts, outlets, article):
    add(article(CLOSED, "A"), article(SHUT, "B"), article(CLOSED[:-1] + ", although no one was hurt.", "C"))
    assert [sorted(outlets(workspace, fact)) for fact in facts(workspace)] == [["A", "B", "C"]]


@pytest.mark.usefixtures("credulous")
@pytest.mark.parametrize(
    ("then", "told"),
    [
        ("It does not.", []),
        ("That is untrue.", []),
        ("They did not know.", []),
        ("It does not say when the bridge opens again.", [["A", "B"]]),
        ("It was a cold day.", [["A", "B"]]),
    ],
)
def test_a_claim_that_its_own_article_rejects_confirms_nothing(workspace, add, then, told, facts, *, outlets, article):
    add(article("The mayor said that the plan closes the bridge to all lorries.", "A"))
    add(article(f"The mayor claimed that the plan closes the bridge to all lorries. {then}", "B"))
    shown = [sorted(set(outlets(workspace, fact))) for fact in facts(workspace)]
    assert [one for one in shown if one == ["A", "B"]] == told
