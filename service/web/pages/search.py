"""Search, the front page: a claim is pasted; the claims near it come at once, and what they say of it when judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from service.comparing.independence import count_origins, count_outlets, find_joined
from service.domain.comparisons import Relation
from service.flows.query import GROUPS, Match, find_near, query
from service.reports.wording import independence_words
from service.store.articles import count_articles
from service.store.claims import count_claims
from service.store.outlets import find_outlets
from service.web.deps import WorkspaceDep
from service.web.pages.asked import SearchQuery
from service.web.pages.rendering import render
from service.workspace import Workspace

router = APIRouter(include_in_schema=False)

LIMIT = 20
TITLES = {
    "agreements": "Agree",
    "contradictions": "Contradict",
    "changed": "Changed since",
    "framings": "Framed differently",
    "related": "Related",
    "not_judged": "Not judged",
}


@dataclass(frozen=True)
class Group:
    """The matches that stand in one relation to the claim, and how independent their sources are."""

    name: str
    relation: Relation | None
    title: str
    matches: Sequence[Match]
    independence: str


@router.get("/")
def search_page(asked: Annotated[SearchQuery, Query()], request: Request, workspace: WorkspaceDep) -> HTMLResponse:
    """The form and, for a claim, the stored claims near it; a script, or a link, goes on to what they say of it."""
    near = find_near(workspace, asked.statement, limit=LIMIT, filters=asked.filters) if asked.q else []
    judged_at = request.url.replace(path="/search/judged")
    link = f"{judged_at.path}?{judged_at.query}"
    return render(request, "search.html", asked=asked, near=near, judged_link=link, **_held(workspace))


@router.get("/search/judged")
def judged_search_page(
    asked: Annotated[SearchQuery, Query()], request: Request, workspace: WorkspaceDep
) -> HTMLResponse:
    """The same page when the pair model has judged the claims: by relation, the sources of each side counted."""
    groups = _find_groups(workspace, asked) if asked.q else []
    return render(request, "search.html", asked=asked, groups=groups, **_held(workspace))


def _find_groups(workspace: Workspace, asked: SearchQuery) -> list[Group]:
    answer = query(workspace, asked.statement, limit=LIMIT, filters=asked.filters)
    return [_group(relation, getattr(answer, name)) for relation, name in GROUPS.items()]


def _group(relation: Relation | None, matches: Sequence[Match]) -> Group:
    claims = [match.claim for match in matches]
    origins = count_origins(claims, find_joined(claims))
    name = GROUPS[relation]
    return Group(name, relation, TITLES[name], matches, independence_words(count_outlets(claims), origins))


def _held(workspace: Workspace) -> dict[str, Any]:
    """What is stored at all: the form offers the outlets, and an empty store says what to do."""
    with workspace.store.reading() as connection:
        held = {"articles": count_articles(connection), "claims": count_claims(connection)}
        return {"held": held, "outlets": find_outlets(connection)}
