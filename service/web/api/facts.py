"""Facts: listed by how they stand, and shown with their history."""

from typing import Annotated

from fastapi import APIRouter, Query

from service.flows.fact_story import find_fact_story
from service.store.facts import FactFilter, cursor_after_fact, find_facts
from service.web.deps import WorkspaceDep
from service.web.fact_forms import fact_form, fact_line_form
from service.web.fact_shapes import FactForm, FactsForm
from service.web.queries import AsOfQuery, FactQuery

router = APIRouter(prefix="/facts", tags=["facts"])


@router.get("")
def list_facts(asked: Annotated[FactQuery, Query()], workspace: WorkspaceDep) -> FactsForm:
    """A page of facts: claims of several articles that say the same thing. What changed last comes first."""
    wanted = FactFilter(**asked.model_dump(exclude={"limit"}), limit=asked.limit + 1)
    with workspace.store.reading() as connection:
        found = find_facts(connection, wanted)
    shown = found[: asked.limit]
    more = len(found) > asked.limit
    return {
        "facts": [fact_line_form(fact) for fact in shown],
        "next_cursor": cursor_after_fact(shown[-1]) if more else None,
    }


@router.get("/{fact_id}")
def show_fact(fact_id: str, asked: Annotated[AsOfQuery, Query()], workspace: WorkspaceDep) -> FactForm:
    """A fact: who says what since when, how it stood, what stands against it, and values that move.

    A fact that merged into another still answers, and `merged_into` says where its claims are.
    """
    return fact_form(find_fact_story(workspace, fact_id, as_of=asked.as_of))
