"""Facts over time: withdrawals, takedowns, what was known then; kept in step, and the same when found anew."""

import pytest

from service.errors import BadInputError, NotFoundError
from service.flows.fact_story import find_fact_story
from service.flows.facts import ensure_facts, rebuild_facts
from service.flows.review import judge_comparison
from service.flows.takedown import take_down
from service.store.fact_changes import find_rule, mark_stale

CLOSED = "The harbour bridge was closed to all lorries on Monday."
SHUT = "The harbour bridge was closed to lorries on Monday, the town said."
OPEN = "The harbour bridge was open to all lorries on Monday."
OTHER = "The council will meet again on Tuesday evening."


def test_an_article_that_goes_on_otherwise_withdraws_and_may_say_it_again(workspace, add, facts, article):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"))
    add(article(OTHER, "Gazette"))
    (fact,) = facts(workspace, flag="withdrawn")
    assert (fact.standing.claims, fact.standing.origins, fact.claim.said.quote) == (2, 1, SHUT)
    story = find_fact_story(workspace, fact.id)
    assert [(member.claim.said.quote, member.said) for member in story.members] == [(SHUT, True), (CLOSED, False)]
    assert [(entry.kind, entry.claim.source.outlet) for entry in story.history][-1] == ("withdrawn", "Gazette")
    add(article(CLOSED, "Gazette"))
    (again,) = facts(workspace)
    assert (again.id, again.standing.flags, again.standing.origins) == (fact.id, (), 2)
    assert [entry.kind for entry in find_fact_story(workspace, fact.id).history][-2:] == ["withdrawn", "returned"]


def test_a_dispute_ends_when_the_other_side_withdraws(workspace, add, facts, article):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(OPEN, "Courier"))
    assert facts(workspace, flag="disputed")
    add(article(OTHER, "Courier"))
    assert facts(workspace, flag="disputed") == []
    assert find_fact_story(workspace, facts(workspace)[0].id).disputes == ()


def test_as_of_tells_what_was_known_then(workspace, add, clock, facts, article):
    add(article(CLOSED, "Gazette", "2025-01-01"), article(SHUT, "Mail", "2025-01-02"))
    (fact,) = facts(workspace)
    clock.day = "2026-01-05"
    add(article(OPEN, "Courier", "2025-01-01"))
    clock.day = "2026-01-09"
    add(article(OTHER, "Gazette", "2025-01-03"))
    first, second, third = (
        find_fact_story(workspace, fact.id, as_of=day) for day in ("2026-01-01", "2026-01-05", "2026-01-09")
    )
    assert [story.fact.standing.flags for story in (first, second, third)] == [
        (),
        ("disputed",),
        ("disputed", "withdrawn"),
    ]
    assert [len(story.disputes) for story in (first, second)] == [0, 2]
    assert [[member.said for member in story.members] for story in (first, third)] == [[True, True], [True, False]]
    assert (len(first.history), len(third.history)) == (2, 3)
    with pytest.raises(NotFoundError, match="was not known yet as of 2025-12-31"):
        find_fact_story(workspace, fact.id, as_of="2025-12-31")
    with pytest.raises(BadInputError, match="is not a time"):
        find_fact_story(workspace, fact.id, as_of="soon")


def test_a_takedown_takes_its_claims_and_words_out_of_the_fact(workspace, add, facts, outlets, article):
    gazette, *_ = add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(CLOSED, "Courier"))
    (fact,) = facts(workspace)
    take_down(workspace, gazette)
    (left,) = facts(workspace)
    assert (left.id, set(outlets(workspace, left)), left.standing.claims) == (fact.id, {"Mail", "Courier"}, 2)
    history = find_fact_story(workspace, fact.id).history
    assert {entry.claim.source.outlet for entry in history} == {"Mail", "Courier"}


def test_a_fact_ends_with_its_last_pair_and_goes_with_its_last_article(workspace, add, facts, article):
    gazette, mail = add(article(CLOSED, "Gazette"), article(SHUT, "Mail"))
    (fact,) = facts(workspace)
    take_down(workspace, gazette)
    story = find_fact_story(workspace, fact.id)
    assert story.fact.ended_at is not None
    assert (story.members, [entry.kind for entry in story.history]) == ((), ["reported", "left"])
    take_down(workspace, mail)
    with pytest.raises(NotFoundError, match="No fact is stored"):
        find_fact_story(workspace, fact.id)


def test_a_store_of_before_there_were_facts_gets_them_once(workspace, add, facts, article):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(OPEN, "Courier"))
    before = facts(workspace)
    with workspace.store.writing() as connection:
        for table in ("fact_events", "fact_standings", "fact_members", "facts"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
        connection.exec_driver_sql("DELETE FROM marks WHERE name = 'facts'")
    ensure_facts(workspace)
    (found,) = facts(workspace)
    assert (found.standing, found.claim) == (before[0].standing, before[0].claim)
    with workspace.store.reading() as connection:
        assert find_rule(connection) is not None
    ensure_facts(workspace)
    assert facts(workspace) == [found]


def test_rebuilding_changes_nothing_that_is_right_and_mends_what_is_not(workspace, add, facts, outlets, article):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"))
    (fact,) = facts(workspace)
    assert rebuild_facts(workspace) == 1
    assert facts(workspace) == [fact]
    with workspace.store.writing() as connection:
        connection.exec_driver_sql("UPDATE fact_members SET until = '2026' WHERE number = 1")
        connection.exec_driver_sql("UPDATE facts SET origins = 9")
    rebuild_facts(workspace)
    (mended,) = facts(workspace)
    assert (mended.id, mended.standing) == (fact.id, fact.standing)
    assert set(outlets(workspace, mended)) == {"Gazette", "Mail"}


def test_other_thresholds_find_the_facts_anew(workspace, add, facts, article):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"))
    workspace.settings = workspace.settings.model_copy(update={"shown_from": 0.99})
    ensure_facts(workspace)
    assert facts(workspace) == []


def test_facts_of_an_earlier_rule_that_say_too_little_end_when_the_store_is_opened(
    workspace, add, monkeypatch, facts, article
):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"))
    monkeypatch.setattr("service.flows.facts.is_substantial", lambda _: False)
    monkeypatch.setattr("service.flows.facts.RULE", "later")
    ensure_facts(workspace)
    assert facts(workspace) == []


def test_copies_that_are_found_later_count_the_origins_again(workspace, add, facts, article):
    gazette, _ = add(article(CLOSED, "Gazette"), article(SHUT, "Mail"))
    with workspace.store.writing() as connection:
        connection.exec_driver_sql("UPDATE articles SET text_group = 1")
        mark_stale(connection, [gazette])
    add(article(OTHER, "Courier"))
    assert [fact.standing.origins for fact in facts(workspace)] == [1]


def test_facts_kept_in_step_are_those_that_are_found_anew(workspace, add, facts, between, article):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(CLOSED, "Star"), article(OPEN, "Echo"))
    judge_comparison(workspace, between(workspace, "Star", "Echo").id, verdict="agrees")
    before = [(one.id, one.standing) for one in facts(workspace)]
    rebuild_facts(workspace)
    assert [(one.id, one.standing) for one in facts(workspace)] == before
