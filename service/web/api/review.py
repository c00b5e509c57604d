"""Reviewing: which pair next, what is left, what was said, and how often people agree with the machine."""

from typing import Annotated

from fastapi import APIRouter, Query

from service.flows.review import find_precision, skip_comparison, undo_last
from service.store.judgement_history import find_history
from service.store.review_queue import QueueFilter, find_left, find_queue, find_queued
from service.web.deps import JSON_ONLY, WorkspaceDep
from service.web.queries import HistoryQuery, LeftQuery, NextQuery, PrecisionQuery, ReviewerQuery
from service.web.requests import InvalidFieldsError, ReviewerBody
from service.web.review_forms import history_form, left_form, next_form, pair_form, precision_form
from service.web.review_shapes import HistoryForm, LeftForm, NextForm, PrecisionForm, ReviewPairForm
from service.workspace import Workspace

router = APIRouter(tags=["review"])


@router.get("/review/next")
def show_next(asked: Annotated[NextQuery, Query()], workspace: WorkspaceDep) -> NextForm:
    """The pair of the greatest worth that nobody judged; copies of it are judged with it.

    With `blind` the answer tells nothing of what the machine said, and the order does not either.
    """
    with workspace.store.reading() as connection:
        return next_form(find_queue(connection, _wanted(asked), after=asked.after), blind=asked.blind)


@router.get("/review/left")
def show_left(asked: Annotated[LeftQuery, Query()], workspace: WorkspaceDep) -> LeftForm:
    """How many pairs are left, copies counted once, by the machine's relation; and how many are judged."""
    with workspace.store.reading() as connection:
        return left_form(find_left(connection, _wanted(asked)))


@router.get("/review/pairs/{comparison_id}")
def show_pair(comparison_id: str, asked: Annotated[ReviewerQuery, Query()], workspace: WorkspaceDep) -> ReviewPairForm:
    """One pair as the queue shows it: to reveal what the machine says to who was blind, or to return to it."""
    return _find_pair(workspace, comparison_id, reviewer=asked.reviewer, blind=asked.blind)


@router.post("/review/pairs/{comparison_id}/skip", dependencies=JSON_ONLY)
def skip(comparison_id: str, said: ReviewerBody, workspace: WorkspaceDep) -> ReviewPairForm:
    """Puts a pair at the end of the reviewer's own queue. Nothing is said of it."""
    skip_comparison(workspace, comparison_id, reviewer=said.judged_by)
    return _find_pair(workspace, comparison_id, reviewer=said.judged_by, blind=said.blind)


@router.post("/review/undo", dependencies=JSON_ONLY)
def undo(said: ReviewerBody, workspace: WorkspaceDep) -> ReviewPairForm:
    """Takes back what the reviewer did last, a judgement or a skip, and returns the pair; 404 when there is nothing."""
    comparison = undo_last(workspace, reviewer=said.judged_by)
    return _find_pair(workspace, comparison.id, reviewer=said.judged_by, blind=said.blind)


@router.get("/review/precision")
def show_precision(asked: Annotated[PrecisionQuery, Query()], workspace: WorkspaceDep) -> PrecisionForm:
    """How right the machine was on what people judged, and the thresholds that this speaks for."""
    with workspace.store.reading() as connection:
        return precision_form(find_precision(connection, target=asked.target), workspace.settings)


@router.get("/judgements")
def list_judgements(asked: Annotated[HistoryQuery, Query()], workspace: WorkspaceDep) -> HistoryForm:
    """A page of what people said and took back, the newest first, with what the machine said at that moment."""
    with workspace.store.reading() as connection:
        return history_form(find_history(connection, **asked.model_dump()))


def _wanted(asked: LeftQuery) -> QueueFilter:
    if asked.blind and asked.relation:
        raise InvalidFieldsError(
            [{"parameter": "relation", "detail": "Leave it out, or blind: a queue of one relation tells what was said"}]
        )
    return QueueFilter(**asked.model_dump(exclude={"after"}))


def _find_pair(workspace: Workspace, comparison_id: str, *, reviewer: str | None, blind: bool) -> ReviewPairForm:
    wanted = QueueFilter(reviewer=reviewer, blind=blind)
    with workspace.store.reading() as connection:
        return pair_form(find_queued(connection, comparison_id, wanted), blind=blind)
