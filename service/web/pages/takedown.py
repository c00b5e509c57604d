"""Taking an article down: what goes with it, asked once more; then what went."""

from dataclasses import asdict
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse

from service.flows.takedown import take_down
from service.store.articles import find_article, find_tombstone
from service.store.traces import count_traces
from service.web.deps import WorkspaceDep
from service.web.pages.asked import TakedownAsked
from service.web.pages.guard import SAME_ORIGIN, see_other
from service.web.pages.rendering import render

router = APIRouter(include_in_schema=False)


@router.get("/articles/{article_id}/takedown")
def takedown_page(
    article_id: str, asked: Annotated[TakedownAsked, Query()], request: Request, workspace: WorkspaceDep
) -> HTMLResponse:
    """What a takedown removes, with the button that does it; of an article that is gone, when it went."""
    with workspace.store.reading() as connection:
        removed_at = find_tombstone(connection, article_id)
        if removed_at is not None:
            return render(request, "taken_down.html", removed_at=removed_at, gone=asked)
        stored = find_article(connection, article_id)
        traces = count_traces(connection, article_id)
    return render(request, "takedown.html", stored=stored, traces=traces)


@router.post("/articles/{article_id}/takedown", dependencies=SAME_ORIGIN)
def take_down_page(article_id: str, workspace: WorkspaceDep) -> Response:
    """Takes the article down, and goes on to say what went with it; once more changes nothing."""
    gone = take_down(workspace, article_id)
    return see_other(f"/articles/{quote(article_id, safe='')}/takedown?{urlencode(asdict(gone))}")
