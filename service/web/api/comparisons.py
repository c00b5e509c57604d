"""Comparisons: listed by what holds, and judged by people."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query

from service.domain.comparisons import Comparison
from service.flows.review import judge_comparison, undo
from service.store.comparisons import ComparisonFilter, cursor_after, find_comparisons
from service.web.deps import JSON_ONLY, WorkspaceDep
from service.web.forms import comparison_form
from service.web.queries import ComparisonQuery
from service.web.requests import JudgementBody
from service.web.shapes import ComparisonForm, ComparisonsForm

router = APIRouter(prefix="/comparisons", tags=["comparisons"])


@router.get("")
def list_comparisons(asked: Annotated[ComparisonQuery, Query()], workspace: WorkspaceDep) -> ComparisonsForm:
    """A page of comparisons, the most certain first, with what people said of them.

    Without `relation` all are listed, also what was not judged and what a person dismissed.
    """
    given = asked.model_dump(exclude={"same_article", "limit"})
    wanted = ComparisonFilter(**given, include_same_article=asked.same_article, limit=asked.limit + 1)
    with workspace.store.reading() as connection:
        return page_form(find_comparisons(connection, wanted), limit=asked.limit)


@router.post("/{comparison_id}/judgements", status_code=201, dependencies=JSON_ONLY)
def post_judgement(comparison_id: str, said: JudgementBody, workspace: WorkspaceDep) -> ComparisonForm:
    """Says what holds of a comparison, or that it is a false alarm or not worth showing; reports obey."""
    return comparison_form(judge_comparison(workspace, comparison_id, **said.model_dump()))


@router.delete("/{comparison_id}/judgements")
def delete_judgement(comparison_id: str, workspace: WorkspaceDep) -> ComparisonForm:
    """Takes back what was said of a comparison: the machine's relation holds again."""
    return comparison_form(undo(workspace, comparison_id))


def page_form(found: Sequence[Comparison], limit: int) -> ComparisonsForm:
    """The first `limit` of what was found; that there is a next page shows by one more."""
    shown = found[:limit]
    return {
        "comparisons": [comparison_form(comparison) for comparison in shown],
        "next_cursor": cursor_after(shown[-1]) if len(found) > limit else None,
    }
