"""A pair that a person dismissed stays dismissed: articles that come again, another index, another model, a copy."""

import shutil
from dataclasses import replace

import numpy as np
import pytest

from models.base import RELATION_LABELS, PairScores
from service.flows.ingest import accept
from service.flows.reindex import catch_up, save_index
from service.flows.review import judge_comparison, undo
from service.reports.values import KINDS, ReportFilter
from service.reports.views import find_report
from service.settings import Settings
from service.store.comparisons import ComparisonFilter, find_comparison, find_comparisons
from service.store.review_queue import QueueFilter, find_queue, find_queued
from service.worker import work_off
from service.workspace import Workspace

pytestmark = pytest.mark.slow

WIRE, COPY, OTHER = "strategy-harbour-wire.html", "strategy-sable-wire.txt", "strategy-volga-ministry.html"


class Quarrelsome:
    """To it every two statements contradict each other."""

    version = "quarrelsome-1"

    def read(self, pairs):
        entailment = np.full((len(pairs), 3), [0.01, 0.01, 0.98], np.float32)
        relations = np.full((len(pairs), 6), 0.01, np.float32)
        relations[:, RELATION_LABELS.index("contradicts")] = 0.95
        return PairScores(entailment, relations)


@pytest.fixture
def desk(tmp_path, articles):
    """Two outlets in the store, compared by the models that ship."""
    with Workspace(Settings(data=tmp_path)) as opened:
        add(opened, articles[WIRE], articles[OTHER])
        yield opened


def add(workspace, *given):
    accepted = accept(workspace, given)
    work_off(workspace, lambda *_: None)
    return accepted


def walk(workspace):
    """Every pair of the queue with its copies."""
    found, after = [], None
    with workspace.store.reading() as connection:
        while queued := find_queue(connection, QueueFilter(), after=after).next:
            found += [queued.comparison.id, *(copy.id for copy in queued.copies)]
            after = queued.cursor
    return found


def reported(workspace):
    """Every pair that any report shows as an item."""
    with workspace.store.reading() as connection:
        reports = [
            find_report(connection, kind, ReportFilter(limit=None), generated_at="2026-03-01T00:00:00Z")
            for kind in KINDS
        ]
    items = [item for report in reports for item in (*report.items, *report.same_article)]
    return {one for item in items for one in (item.comparison.id, *item.folded)}


def check_dismissed(workspace, pair_id):
    with workspace.store.reading() as connection:
        found = find_comparison(connection, pair_id)
        listed = {one.id: one for one in find_comparisons(connection, ComparisonFilter())}
    assert (found.relation, found.judgement.verdict) == (None, "false_alarm")
    assert listed[pair_id].judgement.note == "Two different talks."
    assert pair_id not in walk(workspace)
    assert pair_id not in reported(workspace)
    return found


def test_a_dismissed_pair_stays_dismissed(desk, articles, monkeypatch):
    before = walk(desk)
    with desk.store.reading() as connection:
        pair = next(
            queued
            for queued in (find_comparison(connection, one) for one in before)
            if {"Velsky", "Vienna"} & set(queued.a.said.quote.split() + queued.b.said.quote.split())
        )
    assert pair.id in reported(desk)
    judge_comparison(desk, pair.id, verdict="false_alarm", note="Two different talks.", judged_by="Ann")
    assert check_dismissed(desk, pair.id).verdict.model == pair.verdict.model

    assert [one.job_id for one in add(desk, articles[WIRE], articles[OTHER])] == [None, None]
    check_dismissed(desk, pair.id)

    size = len(desk.live_index.index)
    shutil.rmtree(desk.settings.index_folder)
    del desk.__dict__["_live_index"]
    catch_up(desk)
    save_index(desk)
    assert len(desk.live_index.index) == size
    check_dismissed(desk, pair.id)

    monkeypatch.setitem(desk.__dict__, "_pair_model", Quarrelsome())
    newer = [
        replace(one, text=one.text + "\n\nThe editors read this page again.")
        for one in (articles[WIRE], articles[OTHER])
    ]
    assert all(one.job_id for one in add(desk, *newer))
    assert check_dismissed(desk, pair.id).verdict.model == "quarrelsome-1"
    assert set(before) - {pair.id} <= set(walk(desk)), "only what was dismissed is gone"

    # A third outlet runs the same wire text: its copy of the pair was never judged, and is settled all the same.
    add(desk, articles[COPY])
    check_dismissed(desk, pair.id)
    with desk.store.reading() as connection:
        others = find_queued(connection, pair.id).copies
    assert others
    assert not {one.id for one in others} & (set(walk(desk)) | reported(desk))

    undo(desk, pair.id)
    assert pair.id in walk(desk)
    assert pair.id in reported(desk)
