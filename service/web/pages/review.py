"""Review: one pair after the other is shown side by side, and what a person says of it is recorded."""

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote, unquote

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import HTMLResponse

from models.base import Span
from service.domain.comparisons import Dismissal, Relation, Verdict
from service.errors import NotFoundError
from service.flows.review import can_undo, find_note_taken_back, judge_comparison, skip_comparison, undo_last
from service.reports.folding import fold_items, in_time
from service.reports.values import Item
from service.store.opening import Connection
from service.store.outlets import find_outlets
from service.store.review_queue import Queue, Queued, QueueFilter, find_queue, find_queued
from service.web.deps import WorkspaceDep
from service.web.pages.guard import SAME_ORIGIN, see_other
from service.web.pages.rendering import render
from service.web.pages.review_asked import JudgementSaid, NameSaid, PairSaid, QueueAsked, ReviewAsked

router = APIRouter(include_in_schema=False)

CHOICES: tuple[tuple[Relation | Dismissal, str, str, str], ...] = (
    ("agrees", "a", "Agrees", "both say the same"),
    ("contradicts", "c", "Contradicts", "not both can be true"),
    ("changed", "h", "Changed", "true at different times"),
    ("framing", "f", "Framed differently", "the same, put another way"),
    ("false_alarm", "d", "False alarm", "the machine is wrong"),
    ("not_worth", "n", "Right, not worth pursuing", "the machine is right, but it does not matter"),
)
"""What can be said of a pair: the verdict, its key, its name and what it means."""
LABELS = {verdict: label for verdict, _, label, _ in CHOICES}

COOKIE = "reviewer"
A_YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Shown:
    """A pair as the reviewer may see it.

    `verdict` and `spans`, the deciding words, are what the machine says; `hidden`: a blind reviewer is told neither,
    and nothing of `item` that a page shows may depend on them.
    """

    queued: Queued
    item: Item
    hidden: bool
    verdict: Verdict | None
    spans: tuple[tuple[Span, ...], tuple[Span, ...]]


@router.get("/review")
def review_page(asked: Annotated[ReviewAsked, Query()], request: Request, workspace: WorkspaceDep) -> HTMLResponse:
    """The pair of the greatest worth that nobody judged, or the one asked for; what was just said; what is left."""
    wanted = QueueFilter() if asked.contradictory else asked.wanted(reviewer_of(request))
    with workspace.store.reading() as connection:
        outlets = find_outlets(connection)
        queue = None if asked.contradictory else find_queue(connection, wanted)
        shown = _find_shown(connection, asked, queue, wanted=wanted) if queue else None
        done = _find_done(connection, asked.done, wanted)
        around: dict[str, Any] = {
            "undoable": can_undo(connection, reviewer_of(request)),
            "note": find_note_taken_back(connection, asked.pair, reviewer_of(request)) if asked.pair else "",
        }
    return render(
        request,
        "review.html",
        status=422 if asked.contradictory else 200,
        asked=asked,
        left=queue.left if queue else None,
        shown=shown,
        done=done,
        reviewer=reviewer_of(request),
        outlets=outlets,
        choices=CHOICES,
        labels=LABELS,
        **around,
    )


@router.post("/review/judge", dependencies=SAME_ORIGIN)
def judge_page(
    said: Annotated[JudgementSaid, Form()],
    asked: Annotated[QueueAsked, Query()],
    request: Request,
    workspace: WorkspaceDep,
) -> Response:
    """Records what was said of the pair, and goes on to the next."""
    judge_comparison(
        workspace,
        said.comparison,
        verdict=said.verdict,
        note=said.note.replace("\r\n", "\n").strip(),
        judged_by=reviewer_of(request),
        blind=said.unseen,
    )
    return see_other(asked.address(done=said.comparison))


@router.post("/review/skip", dependencies=SAME_ORIGIN)
def skip_page(
    said: Annotated[PairSaid, Form()], asked: Annotated[QueueAsked, Query()], request: Request, workspace: WorkspaceDep
) -> Response:
    """Puts the pair at the end of the reviewer's queue, and goes on to the next."""
    skip_comparison(workspace, said.comparison, reviewer=reviewer_of(request))
    return see_other(asked.address(done=said.comparison))


@router.post("/review/undo", dependencies=SAME_ORIGIN)
def undo_page(asked: Annotated[QueueAsked, Query()], request: Request, workspace: WorkspaceDep) -> Response:
    """Takes back what the reviewer did last, and shows that pair again."""
    try:
        back = undo_last(workspace, reviewer=reviewer_of(request))
    except NotFoundError:
        return see_other(asked.address(nothing="on"))
    return see_other(asked.address(pair=back.id, done=back.id))


@router.post("/review/name", dependencies=SAME_ORIGIN)
def name_page(said: Annotated[NameSaid, Form()], asked: Annotated[QueueAsked, Query()]) -> Response:
    """Keeps the reviewer's name in a cookie of these pages; it is what judgements are signed with, not a login."""
    answer = see_other(asked.address())
    if said.name:
        kept = quote(said.name, safe="")
        answer.set_cookie(COOKIE, kept, max_age=A_YEAR, path="/review", httponly=True, samesite="lax")
    else:
        answer.delete_cookie(COOKIE, path="/review", httponly=True, samesite="lax")
    return answer


def reviewer_of(request: Request) -> str | None:
    """The name that the reviewer gave; None for one without."""
    return unquote(request.cookies.get(COOKIE, "")).strip()[:200] or None


def _find_shown(connection: Connection, asked: ReviewAsked, queue: Queue, *, wanted: QueueFilter) -> Shown | None:
    queued = find_queued(connection, asked.pair, wanted) if asked.pair else queue.next
    if queued is None:
        return None
    comparison = queued.comparison
    # The earlier side first, whatever the relation: an order that depends on it would tell a blind reviewer.
    item = in_time(fold_items([comparison])[0])
    if asked.blind and not asked.reveal and comparison.judgement is None:
        return Shown(queued, item, hidden=True, verdict=None, spans=((), ()))
    return Shown(queued, item, hidden=False, verdict=comparison.verdict, spans=item.highlights)


def _find_done(connection: Connection, comparison_id: str | None, wanted: QueueFilter) -> Queued | None:
    """The pair that something was just said of; None where there is none, or it has been taken down since."""
    if comparison_id is None:
        return None
    try:
        return find_queued(connection, comparison_id, wanted)
    except NotFoundError:
        return None
