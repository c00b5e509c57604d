"""What reviewing tells: how often people agree with the machine, and everything that they said, to be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import HTMLResponse

from service.comparing.precision import LEAST_JUDGED, TARGET, PrecisionRow
from service.flows.review import find_precision, undo
from service.store.judgement_history import find_history
from service.web.deps import WorkspaceDep
from service.web.pages.guard import SAME_ORIGIN, see_other
from service.web.pages.rendering import render
from service.web.pages.review import LABELS, reviewer_of
from service.web.pages.review_asked import HistoryAsked, PrecisionAsked, UndoSaid

router = APIRouter(include_in_schema=False)

PAGE = 50


@dataclass(frozen=True)
class Table:
    """Rows of one kind, those that were judged most first; `more` are left out."""

    name: str
    about: str
    rows: Sequence[PrecisionRow]
    more: int


@router.get("/review/precision")
def precision_page(
    asked: Annotated[PrecisionAsked, Query()], request: Request, workspace: WorkspaceDep
) -> HTMLResponse:
    """How right the machine was on what people judged, and the thresholds that this speaks for."""
    target = asked.target / 100 if asked.target else TARGET
    with workspace.store.reading() as connection:
        found = find_precision(connection, target=target)
    return render(
        request,
        "precision.html",
        found=found,
        tables=_tables(found.rows),
        least_judged=LEAST_JUDGED,
        shown_from=workspace.settings.least_confidence,
    )


@router.get("/review/history")
def history_page(asked: Annotated[HistoryAsked, Query()], request: Request, workspace: WorkspaceDep) -> HTMLResponse:
    """What people said and took back, the newest first, with what the machine said at that moment."""
    with workspace.store.reading() as connection:
        page = find_history(connection, limit=PAGE, cursor=asked.cursor, reviewer=asked.reviewer)
    return render(request, "history.html", asked=asked, page=page, labels=LABELS)


@router.post("/review/history/undo", dependencies=SAME_ORIGIN)
def undo_one_page(said: Annotated[UndoSaid, Form()], request: Request, workspace: WorkspaceDep) -> Response:
    """Takes back what was said of one pair, whoever said it, and stays in the history."""
    undo(workspace, said.comparison, undone_by=reviewer_of(request))
    return see_other(said.address)


def _tables(rows: Sequence[PrecisionRow]) -> list[Table]:
    of_all = [row for row in rows if row.model is None and row.outlet is None]
    return [
        _table("By relation", "All that was judged.", of_all),
        _table("By model version", "As it was when the pair was judged.", [row for row in rows if row.model]),
        _table("By outlet", "A pair of two outlets counts for both.", [row for row in rows if row.outlet]),
    ]


def _table(name: str, about: str, rows: Sequence[PrecisionRow]) -> Table:
    most = sorted(rows, key=lambda row: -row.all.judged)[:PAGE] if len(rows) > PAGE else rows
    return Table(name, about, most, len(rows) - len(most))
