"""Pairs side by side by the relation that holds: contradictions first of all, and the others."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from service.domain.comparisons import Comparison, Relation
from service.reports.folding import fold_items
from service.store.comparisons import ComparisonFilter, cursor_after, find_comparisons
from service.store.outlets import find_outlets
from service.web.deps import WorkspaceDep
from service.web.pages.asked import PairsAsked
from service.web.pages.rendering import render
from service.workspace import Workspace

router = APIRouter(include_in_schema=False)

PAGE = 50
TABS: tuple[tuple[Relation, str, str], ...] = (
    ("contradicts", "Contradictions", "Statements that cannot both be true of the same thing at the same time."),
    ("agrees", "Agreements", "Where one source backs up another on the same point."),
    ("changed", "Changed", "The same thing at different times: a development, not a dispute."),
    ("framing", "Framed differently", "The same thing, valued or put in another way."),
)


@router.get("/contradictions")
def pairs_page(asked: Annotated[PairsAsked, Query()], request: Request, workspace: WorkspaceDep) -> HTMLResponse:
    """A page of pairs, the surest first; copies of the same words on one page are folded into one pair."""
    with workspace.store.reading() as connection:
        found = find_comparisons(connection, _wanted(workspace, asked))
        outlets = find_outlets(connection)
    shown = found[:PAGE]
    return render(
        request,
        "pairs_page.html",
        asked=asked,
        items=fold_items(shown),
        next_cursor=_next(shown, found),
        tabs=TABS,
        outlets=outlets,
    )


def _wanted(workspace: Workspace, asked: PairsAsked) -> ComparisonFilter:
    withheld = asked.show == "withheld"
    least = workspace.settings.least_confidence(asked.relation) if asked.sure is None else asked.sure / 100
    return ComparisonFilter(
        relation=None if withheld else asked.relation,
        withheld=withheld,
        within_article=asked.show == "within",
        include_same_article=withheld,
        shown_from=None if withheld else least,
        **asked.model_dump(include={"topic", "outlet", "other", "since", "until", "cursor"}),
        limit=PAGE + 1,
    )


def _next(shown: Sequence[Comparison], found: Sequence[Comparison]) -> str | None:
    return cursor_after(shown[-1]) if len(found) > len(shown) else None
