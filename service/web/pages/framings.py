"""Framings: who evaluates what, how, in which words; and which outlets carry a view that others do not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from service.reports.framings import find_framings, group_framings, shorten
from service.reports.matrix import make_matrix
from service.reports.values import FramingGroup, Matrix
from service.store.outlets import find_outlets
from service.web.deps import WorkspaceDep
from service.web.pages.asked import FramingsAsked
from service.web.pages.rendering import render

router = APIRouter(include_in_schema=False)

PAGE = 60
"""Appraisals on one page; those of one body stay together if they can, so that opposites meet."""
LONG = 30
"""A body with more than so many is shortened, unless it was asked for: it would hide all others."""
MOST_OUTLETS = 20
MOST_VIEWS = 20


@router.get("/framings")
def framings_page(asked: Annotated[FramingsAsked, Query()], request: Request, workspace: WorkspaceDep) -> HTMLResponse:
    """The appraisals by body, warm to cold; asked for a topic or a target, also outlets by evaluation."""
    with workspace.store.reading() as connection:
        found = find_framings(connection, asked.wanted)
        outlets = find_outlets(connection)
    narrowed = bool(asked.topic or asked.target)
    groups = group_framings(found, narrowed=narrowed)
    listed = groups if asked.actor else [shorten(group) if len(group.rows) > LONG else group for group in groups]
    shown = list(cut_page(listed, asked.skip))
    after = asked.skip + sum(len(group.rows) for group in shown)
    more = after < sum(len(group.rows) for group in listed)
    return render(
        request,
        "framings_page.html",
        asked=asked,
        outlets=outlets,
        groups=shown,
        matrix=_cut(make_matrix(found, narrowed=True)) if narrowed else None,
        bodies=len(groups),
        total=len(found),
        next_skip=str(after) if more else None,
    )


def cut_page(groups: Sequence[FramingGroup], skip: int) -> Iterator[FramingGroup]:
    """The groups after `skip` rows, PAGE rows of them; a group that does not fit begins the next page."""
    place = taken = 0
    for group in groups:
        rows = group.rows[max(skip - place, 0) :]
        place += len(group.rows)
        if taken and taken + len(rows) > PAGE:
            return
        if rows:
            taken += len(rows)
            yield replace(group, rows=rows[:PAGE])


def _cut(matrix: Matrix) -> Matrix:
    return replace(matrix, rows=matrix.rows[:MOST_OUTLETS], views=matrix.views[:MOST_VIEWS])
