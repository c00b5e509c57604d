"""Reviewing through the flows: undo, skips, what outlives models and edits, live precision."""

import pytest

from service.domain.articles import Article, PublicationTime
from service.errors import NotFoundError
from service.flows.ingest import accept
from service.flows.reindex import catch_up
from service.flows.review import find_precision, judge_comparison, skip_comparison, undo, undo_last
from service.reports.values import ReportFilter
from service.reports.views import find_report
from service.store.comparisons import ComparisonFilter, find_comparisons
from service.store.review_queue import QueueFilter, find_left, find_queue

CLOSED = "The harbour bridge was closed to all lorries on Monday."
OPEN = "The harbour bridge was open to all lorries on Monday."


def article(text, outlet):
    return Article(text, outlet=outlet, given_id="1", published=PublicationTime("2025-12-08"))


@pytest.fixture
def add(workspace, settle):
    def added(*given):
        accepted = accept(workspace, [article(text, outlet) for text, outlet in given])
        settle()
        return accepted

    return added


@pytest.fixture
def swap(workspace, monkeypatch):
    """Another pair model from now on, which says the same of every pair."""

    def swapped(relation, version="another"):
        model = type(workspace.pair_model)()
        model.version = version
        model._relation = lambda *_: relation
        monkeypatch.setattr(type(workspace), "pair_model", model)

    return swapped


def following(workspace, **wanted):
    with workspace.store.reading() as connection:
        queued = find_queue(connection, QueueFilter(**wanted)).next
        return queued and queued.comparison


def comparisons(workspace, **wanted):
    with workspace.store.reading() as connection:
        return find_comparisons(connection, ComparisonFilter(**wanted))


def reported(workspace):
    with workspace.store.reading() as connection:
        found = find_report(connection, "contradictions", ReportFilter(), generated_at="2026-01-01T00:00:00Z")
    return {one for item in found.items for one in (item.comparison.id, *item.folded)}


def precision(workspace, **wanted):
    with workspace.store.reading() as connection:
        return find_precision(connection, **wanted)


def rebuild(workspace):
    del workspace.__dict__["_live_index"]
    catch_up(workspace)


def test_the_queue_goes_on_and_back(workspace, add):
    add((CLOSED, "Gazette"), (OPEN, "Mail"))
    pair = following(workspace)
    judge_comparison(workspace, pair.id, verdict="false_alarm", judged_by="Ann")
    assert following(workspace) is None
    back = undo_last(workspace, reviewer="Ann")
    assert (back.id, back.relation, back.judgement) == (pair.id, "contradicts", None)
    assert following(workspace).id == pair.id
    with pytest.raises(NotFoundError, match="Nothing is left to take back for Ann"):
        undo_last(workspace, reviewer="Ann")


def test_undo_takes_back_what_this_reviewer_did_last_be_it_a_skip(workspace, add):
    add((CLOSED, "Gazette"), (OPEN, "Mail"), (OPEN.replace("Monday", "Monday night"), "Courier"))
    first = following(workspace)
    judge_comparison(workspace, first.id, verdict="contradicts", judged_by="Ann")
    second = following(workspace)
    skip_comparison(workspace, second.id, reviewer="Ann")
    judge_comparison(workspace, second.id, verdict="agrees", judged_by="Tom")
    undo(workspace, second.id)
    third = following(workspace, reviewer="Ann")
    assert third.id not in (first.id, second.id)
    assert undo_last(workspace, reviewer="Ann").id == second.id
    assert following(workspace, reviewer="Ann").id == second.id
    assert undo_last(workspace, reviewer="Ann").id == first.id
    assert following(workspace, reviewer="Ann").id == first.id


def test_a_skip_of_words_that_were_edited_since_is_taken_back_once(workspace, add):
    text = "Ada Brandt is the mayor of Tarn. She said that the harbour bridge was closed to all lorries on Monday."
    add((text, "Gazette"), (OPEN, "Mail"), (OPEN.replace("Monday", "Monday night"), "Courier"))
    judged, skipped = comparisons(workspace, relation="contradicts")
    judge_comparison(workspace, judged.id, verdict="contradicts", judged_by="Ann")
    skip_comparison(workspace, skipped.id, reviewer="Ann")
    add((text.replace("Ada Brandt", "Eva Stone"), "Gazette"))
    assert [undo_last(workspace, reviewer="Ann").id for _ in range(2)] == [skipped.id, judged.id]
    with pytest.raises(NotFoundError, match="Nothing is left to take back for Ann"):
        undo_last(workspace, reviewer="Ann")


def test_judging_a_skipped_pair_forgets_the_skip(workspace, add):
    add((CLOSED, "Gazette"), (OPEN, "Mail"), (OPEN.replace("Monday", "Monday night"), "Courier"))
    first = following(workspace)
    skip_comparison(workspace, first.id)
    judge_comparison(workspace, first.id, verdict="contradicts")
    assert undo_last(workspace).id == first.id
    assert following(workspace).id == first.id


@pytest.mark.parametrize(("later", "verdict"), [("contradicts", "false_alarm"), ("related", "false_alarm"),
                                               ("related", "contradicts"), ("agrees", "not_worth")])  # fmt: skip
def test_a_judgement_outlives_another_model_the_index_and_new_versions(workspace, add, swap, later, verdict):
    add((CLOSED, "Gazette"), (OPEN, "Mail"))
    pair = following(workspace)
    judge_comparison(workspace, pair.id, verdict=verdict, note="two bridges")
    assert [one.job_id for one in add((CLOSED, "Gazette"), (OPEN, "Mail"))] == [None, None]
    rebuild(workspace)
    swap(later)
    add((CLOSED + " It rained.", "Gazette"), ("It snowed. " + OPEN, "Mail"))
    (again,) = (one for one in comparisons(workspace) if one.id == pair.id)
    assert (again.judgement.verdict, again.judgement.note) == (verdict, "two bridges")
    assert (again.verdict.model, again.verdict.relation) == ("another", later)
    assert (pair.id in reported(workspace)) == (verdict == "contradicts")
    with workspace.store.reading() as connection:
        left = find_queue(connection, QueueFilter()).next
        assert left is None or left.comparison.id != pair.id


def test_what_nobody_judged_still_goes_when_another_model_finds_it_merely_related(workspace, add, swap):
    add((CLOSED, "Gazette"), (OPEN, "Mail"))
    swap("related")
    add((CLOSED + " It rained.", "Gazette"))
    assert comparisons(workspace) == []


def test_a_copy_in_a_third_outlet_goes_with_the_pair_and_comes_back_with_it(workspace, add):
    add((CLOSED, "Gazette"), (OPEN, "Mail"))
    pair = following(workspace)
    judge_comparison(workspace, pair.id, verdict="false_alarm", judged_by="Ann")
    add((OPEN, "Courier"))
    copies = [one for one in comparisons(workspace) if one.id != pair.id and one.verdict.relation == "contradicts"]
    assert [(one.relation, one.judgement.on) for one in copies] == [(None, pair.id)]
    assert following(workspace, relation="contradicts") is None
    assert reported(workspace) == set()
    with workspace.store.reading() as connection:
        assert find_left(connection, QueueFilter()).relations["contradicts"] == 0
    undo_last(workspace, reviewer="Ann")
    with workspace.store.reading() as connection:
        assert find_left(connection, QueueFilter()).relations["contradicts"] == 1
    assert reported(workspace) == {pair.id, copies[0].id}


def test_precision_tells_what_the_machine_said_then(workspace, add, swap):
    add((CLOSED, "Gazette"), (OPEN, "Mail"))
    pair = following(workspace)
    judge_comparison(workspace, pair.id, verdict="false_alarm", blind=True)
    swap("agrees")
    add((CLOSED + " It rained.", "Gazette"))
    found = precision(workspace)
    (row,) = (row for row in found.rows if row.model is None and row.outlet is None)
    assert (row.relation, row.all.judged, row.all.right, row.blind.judged) == ("contradicts", 1, 0, 1)
    assert {row.model for row in found.rows} == {None, "open-or-closed"}
    assert {row.outlet for row in found.rows} == {None, "Gazette", "Mail"}
    assert (found.judged, found.unknown, found.model) == (1, 0, "open-or-closed")
    (proposal,) = found.proposals
    assert (proposal.least, proposal.why_none) == (None, "1 were judged; a threshold needs at least 20.")
    undo(workspace, pair.id)
    assert precision(workspace).rows == precision(workspace).proposals == []


def test_copies_that_were_judged_one_by_one_count_once(workspace, add):
    add((CLOSED, "Gazette"), (OPEN, "Mail"), (OPEN, "Courier"))
    pairs = comparisons(workspace, relation="contradicts")
    assert len(pairs) == 2
    judge_comparison(workspace, pairs[0].id, verdict="false_alarm")
    judge_comparison(workspace, pairs[1].id, verdict="contradicts")
    (row,) = (row for row in precision(workspace).rows if row.model is None and row.outlet is None)
    assert (row.all.judged, row.all.right) == (1, 1)


@pytest.mark.parametrize(("verdict", "stored"), [("contradicts", True), ("false_alarm", True), (None, False)])
def test_a_copy_of_a_judged_pair_is_stored_whatever_the_model_sees_in_it(workspace, add, swap, verdict, stored):
    add((CLOSED, "Gazette"), (OPEN, "Mail"))
    pair = following(workspace)
    if verdict:
        judge_comparison(workspace, pair.id, verdict=verdict)
    swap("related")
    add((OPEN, "Courier"))
    sides = [{one.a.source.outlet, one.b.source.outlet} for one in comparisons(workspace)]
    assert ({"Gazette", "Courier"} in sides) == stored
    assert {"Mail", "Courier"} not in sides, "other words"


def test_what_is_judged_by_way_of_a_copy_leaves_the_queue_and_the_reports(workspace, add):
    add((CLOSED, "Gazette"), (OPEN, "Mail"), (OPEN, "Courier"))
    first, second = comparisons(workspace, relation="contradicts")
    judge_comparison(workspace, first.id, verdict="false_alarm")
    assert following(workspace, relation="contradicts") is None
    assert (reported(workspace), comparisons(workspace, relation="contradicts")) == (set(), [])
    assert dismissed(workspace) == 1, "copies count once"
    undo(workspace, second.id)
    assert reported(workspace) == {first.id, second.id}
    assert dismissed(workspace) == 0
    judge_comparison(workspace, second.id, verdict="contradicts", judged_by="Ann")
    with workspace.store.reading() as connection:
        found = find_report(connection, "contradictions", ReportFilter(), generated_at="2026-01-01T00:00:00Z")
    (item,) = found.items
    assert (item.judgement.judged_by, {item.comparison.id, *item.folded}) == ("Ann", {first.id, second.id})


def dismissed(workspace):
    with workspace.store.reading() as connection:
        found = find_report(connection, "contradictions", ReportFilter(), generated_at="2026-01-01T00:00:00Z")
    return found.counts.dismissed


def test_facts_are_found_anew_for_the_claims_of_all_copies(workspace, add, monkeypatch):
    add((CLOSED, "Gazette"), (OPEN, "Mail"), (OPEN, "Courier"))
    first, second = comparisons(workspace, relation="contradicts")
    ends = {one.id for pair in (first, second) for one in (pair.a, pair.b)}
    seen = []
    monkeypatch.setattr("service.flows.review.update_facts", lambda *given: seen.append(given[2]))
    judge_comparison(workspace, first.id, verdict="false_alarm")
    undo(workspace, second.id)
    assert seen == [ends, ends]
