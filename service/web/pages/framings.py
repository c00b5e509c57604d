"""Framings: who evaluates what, how, in which words; and which outlets carry a view that others do not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from service.reports.framings import find_framings, group_framings
from service.reports.matrix import make_matrix
from service.reports.values import FramingGroup, Matrix
from service.store.outlets import find_outlets
from service.web.deps import WorkspaceDep
from service.web.pages.asked import FramingsAsked
from service.web.pages.rendering import render

router = APIRouter(include_in_schema=False)

PAGE = 60
"""Appraisals on one page; those of one body stay together, or opposites would be lost."""
MOST_OUTLETS = 20
MOST_VIEWS = 20


@router.get("/framings")
def framings_page(
    asked: Annotated[FramingsAsked, Query()], request: Request, workspace: WorkspaceDep
) -> HTMLResponse:
    """The appraisals by body, warm to cold; asked for a topic or a target, also outlets by evaluation."""
    with workspace.store.reading() as connection:
        found = find_framings(connection, asked.wanted)
        outlets = find_outlets(connection)
    narrowed = bool(asked.topic or asked.target)
    groups = group_framings(found, narrowed=narrowed)
    shown = _page_of(groups[asked.skip :])
    more = len(groups) > asked.skip + len(shown)
    return render(
        request,
        "framings_page.html",
        asked=asked,
        outlets=outlets,
        groups=shown,
        matrix=_cut(make_matrix(found, narrowed=True)) if narrowed else None,
        bodies=len(groups),
        total=len(found),
        next_skip=str(asked.skip + len(shown)) if more else None,
    )


def _page_of(groups: Sequence[FramingGroup]) -> list[FramingGroup]:
    """The first bodies, with no more than PAGE rows together unless the first alone has more."""
    return list(_first(groups))


def _first(groups: Sequence[FramingGroup]) -> Iterator[FramingGroup]:
    rows = 0
    for group in groups:
        if rows and rows + len(group.rows) > PAGE:
            return
        rows += len(group.rows)
        yield group


def _cut(matrix: Matrix) -> Matrix:
    return replace(matrix, rows=matrix.rows[:MOST_OUTLETS], views=matrix.views[:MOST_VIEWS])
