"""Facts under judgements: what people say of a pair splits, joins, disputes and settles, and can be undone."""

import pytest

from service.flows.fact_story import find_fact_story
from service.flows.facts import ensure_facts
from service.flows.review import judge_comparison, undo
from service.flows.takedown import take_down
from service.store.facts import find_fact

CLOSED = "The harbour bridge was closed to all lorries on Monday."
SHUT = "The harbour bridge was closed to lorries on Monday, the town said."
OPEN = "The harbour bridge was open to all lorries on Monday."


def test_a_judgement_splits_and_its_undoing_gives_the_fact_back(workspace, add, facts, pairs, article):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"))
    (fact,) = facts(workspace)
    (pair,) = pairs(workspace, "agrees")
    judge_comparison(workspace, pair.id, verdict="contradicts")
    assert facts(workspace) == []
    with workspace.store.reading() as connection:
        ended = find_fact(connection, fact.id)
    assert ended.ended_at is not None and ended.merged_into is None
    undo(workspace, pair.id)
    assert [one.id for one in facts(workspace)] == [fact.id]
    events = [event.kind for event in find_fact_story(workspace, fact.id).events]
    assert events == ["formed", "dissolved", "restored"]


def test_a_dismissed_contradiction_disputes_nothing_any_more(workspace, add, facts, pairs, article):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(OPEN, "Courier"))
    for pair in pairs(workspace, "contradicts"):
        judge_comparison(workspace, pair.id, verdict="not_worth")
    (fact,) = facts(workspace)
    assert fact.standing.flags == ()
    assert find_fact_story(workspace, fact.id).disputes == ()


def test_a_person_joins_two_facts_and_the_old_id_answers_with_where_it_went(workspace, make_two, facts, pairs, outlets):
    make_two("framing", "A fire broke out on the pier.", "A fire broke out on the ferry.")
    one, two = facts(workspace)
    pair, *_ = pairs(workspace, "framing")
    judge_comparison(workspace, pair.id, verdict="agrees")
    (left,) = facts(workspace)
    (gone,) = {one.id, two.id} - {left.id}
    assert set(outlets(workspace, left)) == set("ABCD")
    with workspace.store.reading() as connection:
        assert find_fact(connection, gone).merged_into == left.id
    events = find_fact_story(workspace, left.id).events
    assert [(event.kind, event.other) for event in events] == [("formed", None), ("absorbed", gone)]
    undo(workspace, pair.id)
    assert {one.id for one in facts(workspace)} == {left.id, gone}
    events = find_fact_story(workspace, gone).events
    assert [(event.kind, event.other) for event in events][-2:] == [("merged", left.id), ("restored", left.id)]


def test_as_of_a_time_before_it_a_judgement_is_not_told(workspace, add, clock, facts, pairs, *, article):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(OPEN, "Courier"))
    fact = next(one for one in facts(workspace) if one.claim.said.quote != OPEN)
    clock.day = "2026-01-05"
    for pair in pairs(workspace, "contradicts"):
        judge_comparison(workspace, pair.id, verdict="contradicts", judged_by="Ada")
    told = {day: find_fact_story(workspace, fact.id, as_of=day).disputes for day in ("2026-01-01", "2026-01-05")}
    assert [one.judgement for one in told["2026-01-01"]] == [None, None]
    assert [one.judgement.judged_by for one in told["2026-01-05"]] == ["Ada", "Ada"]


@pytest.mark.usefixtures("nothing_said")
def test_what_says_too_little_is_no_fact_until_a_person_says_that_it_agrees(workspace, add, facts, pairs, article):
    add(article("The old harbour bridge was closed.", "Gazette"), article("The harbour bridge was closed.", "Mail"))
    assert facts(workspace) == []
    (pair,) = pairs(workspace, "agrees")
    judge_comparison(workspace, pair.id, verdict="agrees")
    assert [fact.standing.outlets for fact in facts(workspace)] == [2]


def test_only_a_contradiction_that_is_shown_or_that_a_person_confirms_disputes(workspace, add, facts, pairs, article):
    workspace.settings = workspace.settings.model_copy(update={"contradictions_from": 0.99})
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(OPEN, "Courier"))
    (fact,) = facts(workspace)
    assert fact.standing.flags == ()
    pair, *_ = pairs(workspace, "contradicts")
    assert pair.verdict.confidence < 0.99
    judge_comparison(workspace, pair.id, verdict="contradicts")
    assert facts(workspace)[0].standing.flags == ("disputed",)
    undo(workspace, pair.id)
    assert facts(workspace)[0].standing.flags == ()
    workspace.settings = workspace.settings.model_copy(update={"contradictions_from": 0.15})
    ensure_facts(workspace)
    assert facts(workspace)[0].standing.flags == ("disputed",)


def test_a_judgement_of_one_pair_dissolves_the_fact_of_its_copies_too(
    workspace, add, facts, outlets, between, *, article
):
    """Claims of the copies are looked at too, not only those of the pair that was judged."""
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(CLOSED, "Star"), article(SHUT, "Echo"))
    (fact,) = facts(workspace)
    assert set(outlets(workspace, fact)) == {"Gazette", "Mail", "Star", "Echo"}
    judge_comparison(workspace, between(workspace, "Gazette", "Mail").id, verdict="contradicts")
    assert {frozenset(outlets(workspace, one)) for one in facts(workspace)} == {
        frozenset({"Gazette", "Star"}),
        frozenset({"Mail", "Echo"}),
    }
    assert {one.standing.flags for one in facts(workspace)} == {("disputed",)}
    undo(workspace, between(workspace, "Star", "Echo").id)
    (again,) = facts(workspace)
    assert (again.standing.claims, again.standing.flags) == (4, ())


def test_a_dismissal_of_one_pair_ends_the_dispute_over_its_copies_and_a_takedown_brings_it_back(
    workspace, add, facts, between, article
):
    ids = add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(OPEN, "Courier"), article(OPEN, "Star"))
    agreed = next(one for one in facts(workspace) if one.claim.said.quote != OPEN)
    for outlet in ("Gazette", "Mail"):
        judge_comparison(workspace, between(workspace, outlet, "Courier").id, verdict="not_worth")
    assert facts(workspace, flag="disputed") == []
    take_down(workspace, ids[2])
    assert [one.id for one in facts(workspace, flag="disputed")] == [agreed.id]
    story = find_fact_story(workspace, agreed.id)
    assert {one.other.source.outlet for one in story.disputes} == {"Star"}


@pytest.mark.usefixtures("credulous")
def test_a_person_who_says_that_opposites_agree_is_obeyed(workspace, add, facts, outlets, between, *, article):
    add(article(CLOSED, "A"), article(OPEN, "B"))
    assert facts(workspace) == []
    judge_comparison(workspace, between(workspace, "A", "B").id, verdict="agrees")
    assert [sorted(outlets(workspace, fact)) for fact in facts(workspace)] == [["A", "B"]]
    undo(workspace, between(workspace, "A", "B").id)
    assert facts(workspace) == []
