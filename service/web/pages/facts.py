"""Facts: the list of them, and one with its history, what stands against it, its values, and what became of it."""

from dataclasses import replace
from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from service.domain.facts import Fact, FactStory
from service.errors import NotFoundError
from service.flows.fact_story import find_fact_story
from service.store.fact_days import find_days
from service.store.facts import FactFilter, count_facts, cursor_after_fact, find_fact, find_facts
from service.store.opening import Connection
from service.store.outlets import find_outlets
from service.store.times import instant, written
from service.web.deps import WorkspaceDep
from service.web.pages.fact_asked import FactAsked, FactsAsked
from service.web.pages.fact_pairs import find_against
from service.web.pages.fact_values import draw_values, values_in_words
from service.web.pages.rendering import render
from service.workspace import Workspace

router = APIRouter(include_in_schema=False)

PAGE = 50
MOST_PAIRS = 25
"""So many comparisons that stand against a fact are read for its page, the surest first."""


@router.get("/facts")
def facts_page(asked: Annotated[FactsAsked, Query()], request: Request, workspace: WorkspaceDep) -> HTMLResponse:
    """A page of facts, those of most origins first: how many say it, its flags, its first and last day."""
    wanted = replace(asked.wanted, limit=PAGE + 1)
    with workspace.store.reading() as connection:
        found = find_facts(connection, wanted)
        shown = found[:PAGE]
        total, everything = _count(connection, wanted)
        known: dict[str, Any] = {
            "days": find_days(connection, [fact.id for fact in shown]),
            "total": total,
            "left_out": everything - total,
            "outlets": find_outlets(connection),
        }
    next_cursor = cursor_after_fact(shown[-1], wanted.order) if len(found) > PAGE else None
    return render(request, "facts.html", asked=asked, facts=shown, next_cursor=next_cursor, **known)


@router.get("/facts/{fact_id}")
def fact_page(
    fact_id: str, asked: Annotated[FactAsked, Query()], request: Request, workspace: WorkspaceDep
) -> Response:
    """One fact, now or as of a time; one that merged into another leads there, and is still shown as it once was."""
    with workspace.store.reading() as connection:
        fact = find_fact(connection, fact_id)
    if fact.merged_into and asked.as_of is None:
        return RedirectResponse(f"/facts/{fact.merged_into}?was={fact.id}", 307)
    try:
        story = find_fact_story(workspace, fact_id, as_of=asked.as_of)
    except NotFoundError:
        return render(request, "fact_unknown.html", status=404, fact=fact, asked=asked)
    return _page(request, workspace, (fact, story), asked)


def shortly_before(at: str) -> str:
    """A moment as of which what was recorded at this one was not known yet."""
    return written(instant(at) - timedelta(seconds=2))


def _count(connection: Connection, wanted: FactFilter) -> tuple[int, int]:
    """How many facts are like this; and how many would be, whatever the number of outlets."""
    total = count_facts(connection, replace(wanted, cursor=None))
    return total, count_facts(connection, replace(wanted, cursor=None, min_outlets=None))


def _page(request: Request, workspace: Workspace, told: tuple[Fact, FactStory], asked: FactAsked) -> HTMLResponse:
    now, story = told
    with workspace.store.reading() as connection:
        pairs: dict[str, Any] = {
            "disputes": find_against(connection, story.disputes[:MOST_PAIRS]),
            "changes": find_against(connection, story.changes[:MOST_PAIRS]),
        }
    steps = story.history[asked.skip : asked.skip + PAGE]
    moves = story.series if story.series and story.series.moves else None
    values: dict[str, Any] = (
        {"curve": draw_values(moves), "curve_words": values_in_words(moves)} if moves else {"curve": None}
    )
    about: dict[str, Any] = {"story": story, "now": now, "days": _days(story), "asked": asked, "steps": steps}
    return render(
        request, "fact.html", **about, **pairs, **values, shortly_before=shortly_before, most_pairs=MOST_PAIRS
    )


def _days(story: FactStory) -> tuple[str, str] | None:
    """The first and the last day on which its claims were published."""
    days = [one.claim.source.published.value[:10] for one in story.members if one.claim.source.published]
    return (min(days), max(days)) if days else None
