"""Claims: asked about, shown, with what they were compared with; and pairs of statements compared."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Query
from pydantic import WithJsonSchema

from service.domain.claims import Statement
from service.flows.compare import compare_statements
from service.flows.query import QueryFilters, query
from service.store.claims import find_claim
from service.store.comparisons import ComparisonFilter, find_comparisons
from service.store.facts import find_facts_of
from service.web.api.comparisons import page_form
from service.web.bodies import one_or_list, read_each
from service.web.deps import JSON_ONLY, WorkspaceDep
from service.web.fact_shapes import ClaimOfFactForm
from service.web.forms import answer_form, claim_form, read_pair, verdict_form
from service.web.queries import PageQuery
from service.web.requests import InvalidFieldsError, Pair, QueryBody
from service.web.shapes import AnswerForm, ComparisonsForm, VerdictForm

router = APIRouter(tags=["claims"])

MOST_PAIRS = 1_000
"""In one request; a pair takes tens of milliseconds."""

PAIR = {
    "id": "p1",
    "a": {"text": "The toll of the fire rose to 12.", "outlet": "Harbour Gazette"},
    "b": {"text": "Nobody died in the fire.", "speaker": "the mayor", "published_at": "2025-12-08"},
}
EXAMPLES: dict[str, Any] = {
    "list": {"summary": "Pairs", "value": [PAIR]},
    "one": {"summary": "One pair", "value": PAIR},
}
Pairs = Annotated[Any, WithJsonSchema(one_or_list(Pair)), Body(openapi_examples=EXAMPLES)]


@router.post("/claims/query", dependencies=JSON_ONLY)
def query_claims(asked: QueryBody, workspace: WorkspaceDep) -> AnswerForm:
    """Stored claims that agree with a statement, contradict it, changed since, frame it or touch on it."""
    statement = Statement(asked.text, speaker=asked.speaker, outlet=asked.outlet, published_at=asked.published_at)
    wanted = QueryFilters(tuple(asked.filters.outlets), asked.filters.since, asked.filters.until)
    return answer_form(query(workspace, statement, limit=asked.limit, filters=wanted))


@router.post("/compare", dependencies=JSON_ONLY)
def compare_pairs(given: Pairs, workspace: WorkspaceDep) -> VerdictForm | list[VerdictForm]:
    """Compares pairs of statements, as `crossclaim compare` does: a verdict for each, in the same order.

    One pair in, one verdict out; a list in, a list out. Nothing is stored.
    """
    if isinstance(given, list) and len(given) > MOST_PAIRS:
        raise InvalidFieldsError([{"pointer": "#", "detail": f"Send at most {MOST_PAIRS} pairs at a time"}])
    pairs = read_each(given, read_pair)
    verdicts = compare_statements(workspace, [statements for _, statements in pairs])
    forms = [verdict_form(pair_id, verdict) for (pair_id, _), verdict in zip(pairs, verdicts, strict=True)]
    return forms if isinstance(given, list) else forms[0]


@router.get("/claims/{claim_id}")
def show_claim(claim_id: str, workspace: WorkspaceDep) -> ClaimOfFactForm:
    """A claim of the current version of its article, and the fact that it belongs to."""
    with workspace.store.reading() as connection:
        fact = find_facts_of(connection, [claim_id]).get(claim_id)
        return {**claim_form(find_claim(connection, claim_id)), "fact": fact}


@router.get("/claims/{claim_id}/comparisons")
def list_comparisons_of(
    claim_id: str, asked: Annotated[PageQuery, Query()], workspace: WorkspaceDep
) -> ComparisonsForm:
    """What a claim was compared with, also within its own article, the most certain first."""
    wanted = ComparisonFilter(claim_id=claim_id, include_same_article=True, cursor=asked.cursor, limit=asked.limit + 1)
    with workspace.store.reading() as connection:
        find_claim(connection, claim_id)
        return page_form(find_comparisons(connection, wanted), limit=asked.limit)
