"""The list of articles; one with its claims marked and what others say of them beside it; one claim by itself."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from models.base import Span
from service.domain.claims import Claim
from service.domain.comparisons import Comparison, Relation
from service.flows.changes import Changes, find_changes, find_edited_copies
from service.reports.wording import web_address
from service.store.articles import StoredArticle, find_article, find_articles
from service.store.claims import find_claim, find_claims_of, find_withdrawn_claims
from service.store.comparisons import ComparisonFilter, cursor_after, find_comparisons
from service.store.facts import find_facts_of
from service.store.opening import Connection
from service.store.outlets import find_outlets
from service.store.traces import count_traces
from service.web.deps import WorkspaceDep
from service.web.pages.asked import ArticleAsked, ArticlesAsked, PageAsked
from service.web.pages.marking import find_paragraphs
from service.web.pages.rendering import render
from service.workspace import Workspace

router = APIRouter(include_in_schema=False)

MOST = 500
"""So many comparisons of one article are shown beside its text, the surest first."""
PAGE = 50
TOLD: tuple[Relation, ...] = ("contradicts", "changed", "framing", "agrees")
"""The relations worth a mark in the text; of a claim in several, the first of these colours it."""


@dataclass(frozen=True)
class Tie:
    """What one claim has to do with another: `other` stands in `relation` to it; `spans` are the words that tell."""

    comparison: Comparison
    other: Claim
    spans: Sequence[Span]


@router.get("/articles")
def articles_page(asked: Annotated[ArticlesAsked, Query()], request: Request, workspace: WorkspaceDep) -> HTMLResponse:
    """A page of all articles, the last taken in first."""
    with workspace.store.reading() as connection:
        page = find_articles(connection, **asked.model_dump(), limit=PAGE)
        outlets = find_outlets(connection)
    return render(request, "articles.html", asked=asked, page=page, outlets=outlets)


@router.get("/articles/{article_id}")
def article_page(
    article_id: str, asked: Annotated[ArticleAsked, Query()], request: Request, workspace: WorkspaceDep
) -> HTMLResponse:
    """The article: text with its claims, what others say of them, its versions, its copies, what it withdrew."""
    with workspace.store.reading() as connection:
        stored = find_article(connection, article_id)
        claims = find_claims_of(connection, article_id)
        wanted = ComparisonFilter(article_id=article_id, include_same_article=True, limit=MOST)
        ties = _find_ties(workspace, claims, find_comparisons(connection, wanted))
        more: dict[str, Any] = {
            "facts": find_facts_of(connection, [claim.id for claim in claims]),
            "withdrawn": find_withdrawn_claims(connection, article_id),
            "traces": count_traces(connection, article_id),
            "copies": find_edited_copies(connection, article_id),
            "changes": _changes_of(connection, stored, asked) if len(stored.versions) > 1 else None,
        }
    paragraphs = find_paragraphs(stored.article.text, claims, stored.article.litter)
    described: dict[str, Any] = {"original": web_address(stored.article.url), "claims_total": len(claims)}
    return render(
        request, "article.html", stored=stored, paragraphs=paragraphs, ties=ties, told=TOLD, **described, **more
    )


@router.get("/claims/{claim_id}")
def claim_page(
    claim_id: str, asked: Annotated[PageAsked, Query()], request: Request, workspace: WorkspaceDep
) -> HTMLResponse:
    """One claim and all that it was compared with, also within its own article, the surest first."""
    wanted = ComparisonFilter(claim_id=claim_id, include_same_article=True, cursor=asked.cursor, limit=PAGE + 1)
    with workspace.store.reading() as connection:
        claim = find_claim(connection, claim_id)
        found = find_comparisons(connection, wanted)
        fact = find_facts_of(connection, [claim_id]).get(claim_id)
    next_cursor = cursor_after(found[PAGE - 1]) if len(found) > PAGE else None
    ties = [_tie(claim_id, comparison) for comparison in found[:PAGE]]
    return render(request, "claim.html", claim=claim, fact=fact, ties=ties, next_cursor=next_cursor)


def _changes_of(connection: Connection, stored: StoredArticle, asked: ArticleAsked) -> Changes:
    return find_changes(connection, stored.id, earlier=asked.earlier, later=asked.later)


def _find_ties(workspace: Workspace, claims: Sequence[Claim], found: Sequence[Comparison]) -> dict[str, list[Tie]]:
    """For each claim of the article that has any, what it has to do with others, the most telling first."""
    ties: dict[str, list[Tie]] = defaultdict(list)
    own = {claim.id for claim in claims}
    for comparison in found:
        if _is_shown(workspace, comparison):
            for side in {comparison.a.id, comparison.b.id} & own:
                ties[side].append(_tie(side, comparison))
    return {key: sorted(some, key=_place) for key, some in ties.items()}


def _is_shown(workspace: Workspace, comparison: Comparison) -> bool:
    relation = comparison.relation
    if relation not in TOLD or (relation == "agrees" and comparison.copies):  # copies are listed by themselves
        return False
    sure = comparison.verdict.confidence or 0.0
    return comparison.judgement is not None or sure >= workspace.settings.least_confidence(relation)


def _place(tie: Tie) -> int:
    relation = tie.comparison.relation
    return TOLD.index(relation) if relation in TOLD else len(TOLD)


def _tie(claim_id: str, comparison: Comparison) -> Tie:
    of_a, of_b = comparison.verdict.highlights
    if comparison.a.id == claim_id:
        return Tie(comparison, comparison.b, of_b)
    return Tie(comparison, comparison.a, of_a)
