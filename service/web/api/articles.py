"""Articles: posted, listed, shown, taken down."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Response
from pydantic import WithJsonSchema

from service.domain.articles import Article
from service.domain.jobs import Job
from service.flows.changes import find_changes, find_edited_copies
from service.flows.ingest import Accepted, accept
from service.flows.takedown import take_down
from service.intake.reading import read_object
from service.store.articles import find_article, find_articles, find_tombstone
from service.store.claims import find_claims_of, find_withdrawn_claims
from service.store.copies import find_group
from service.web.article_shapes import (
    AcceptedForm,
    AcceptedListForm,
    ArticleForm,
    ArticlesForm,
    ChangesForm,
    CopiesForm,
)
from service.web.bodies import one_or_list, read_each
from service.web.deps import JSON_ONLY, StateDep, WorkspaceDep
from service.web.errors import TakenDownError, UnreadArticlesError
from service.web.forms import article_form, article_line_form, changes_form, copies_form
from service.web.queries import ArticleQuery, ChangesQuery, WaitQuery
from service.web.requests import ArticleBody
from service.workspace import Workspace

router = APIRouter(prefix="/articles", tags=["articles"])

EXAMPLES: dict[str, Any] = {
    "one": {
        "summary": "One article",
        "value": {
            "outlet": "Harbour Gazette",
            "url": "https://harbour.example/strategy",
            "title": "Moscow reacts to the strategy",
            "published_at": "2025-12-08",
            "text": "The Kremlin on Sunday welcomed the new strategy.",
        },
    },
    "list": {
        "summary": "A list",
        "value": [{"text": "The bridge was closed on Monday."}, {"text": "The bridge stayed open."}],
    },
}

Given = Annotated[Any, WithJsonSchema(one_or_list(ArticleBody)), Body(openapi_examples=EXAMPLES)]


@router.post(
    "",
    status_code=202,
    dependencies=JSON_ONLY,
    responses={
        200: {
            "model": AcceptedListForm,
            "description": "All of them were stored before; what was not known is filled in.",
        },
        201: {"model": AcceptedListForm, "description": "With `wait=true`: read, stored and compared."},
    },
)
def post_articles(
    given: Given, asked: Annotated[WaitQuery, Query()], state: StateDep, response: Response
) -> AcceptedListForm:
    """Takes articles in: one, or a list. All are read first: with a bad one among them, none is taken.

    An article that was accepted is not lost, whatever happens next. `wait=true` answers when the articles
    are read and compared, or after a minute as if it had not been asked for; 500 where one cannot be.
    """
    articles = read_each(given, read_object)
    _refuse_removed(state.workspace, articles)
    accepted = accept(state.workspace, articles)
    pending = [one.job_id for one in accepted if one.job_id is not None]
    jobs = state.waiting.wait_for(pending) if asked.wait else {}
    forms = _accepted_forms(state.workspace, accepted, jobs)
    if any(form["state"] == "failed" for form in forms):
        raise UnreadArticlesError(forms)
    response.status_code = _status(forms)
    if len(forms) == 1:
        response.headers["Location"] = _location(forms[0])
    return {"articles": forms}


@router.get("")
def list_articles(asked: Annotated[ArticleQuery, Query()], workspace: WorkspaceDep) -> ArticlesForm:
    """A page of articles, the last recorded first, by outlet and publication (both days included)."""
    with workspace.store.reading() as connection:
        page = find_articles(connection, **asked.model_dump())
    return {"articles": [article_line_form(line) for line in page.items], "next_cursor": page.next_cursor}


@router.get("/{article_id}")
def show_article(article_id: str, workspace: WorkspaceDep) -> ArticleForm:
    """An article with its text, its claims and all its versions; an ambiguous date shows both readings.

    Claims that only earlier versions say are listed as withdrawn.
    """
    with workspace.store.reading() as connection:
        stored = find_article(connection, article_id)
        withdrawn = find_withdrawn_claims(connection, article_id)
        return article_form(stored, find_claims_of(connection, article_id), withdrawn=withdrawn)


@router.get("/{article_id}/changes")
def show_changes(article_id: str, asked: Annotated[ChangesQuery, Query()], workspace: WorkspaceDep) -> ChangesForm:
    """What changed between two versions: the words, and which claims stayed, changed, were withdrawn or added.

    Without `earlier` and `later`, between the current version and the one before it.
    """
    with workspace.store.reading() as connection:
        changes = find_changes(connection, article_id, earlier=asked.earlier, later=asked.later)
        return changes_form(article_id, changes)


@router.get("/{article_id}/copies")
def list_copies(article_id: str, workspace: WorkspaceDep) -> CopiesForm:
    """The articles that are copies of this one, in whole or in part, each with the words that differ."""
    with workspace.store.reading() as connection:
        return copies_form(find_edited_copies(connection, article_id), find_group(connection, article_id))


@router.delete("/{article_id}", status_code=204)
def delete_article(article_id: str, workspace: WorkspaceDep) -> None:
    """Takes an article down: text, claims, comparisons, vectors and jobs go; that it was here stays known.

    It is not taken in again.
    """
    take_down(workspace, article_id)


def _refuse_removed(workspace: Workspace, articles: Sequence[Article]) -> None:
    with workspace.store.reading() as connection:
        removed = {one.key: find_tombstone(connection, one.key) for one in articles}
    for article_id, removed_at in removed.items():
        if removed_at:
            raise TakenDownError(f"The article {article_id} was taken down at {removed_at} and is not taken in again.")


def _accepted_forms(workspace: Workspace, accepted: Sequence[Accepted], jobs: Mapping[int, Job]) -> list[AcceptedForm]:
    with workspace.store.reading() as connection:
        forms = []
        for one in accepted:
            form = _accepted_form(one, jobs.get(one.job_id) if one.job_id is not None else None)
            if form["state"] == "stored":
                form["claims"] = len(find_claims_of(connection, one.article_id))
            forms.append(form)
        return forms


def _accepted_form(one: Accepted, job: Job | None) -> AcceptedForm:
    """An article that was waited for counts as stored when `job`, the last of those it is due, is done."""
    form: AcceptedForm = {
        "article_id": one.article_id,
        "job_id": one.job_id,
        "state": "accepted" if one.job_id is not None else "stored",
        "claims": None,
        "error": None,
    }
    if job and job.state == "done":
        form["state"] = "stored"
    if job and job.state == "quarantined":
        form["state"], form["error"] = "failed", job.error
    return form


def _status(forms: Sequence[AcceptedForm]) -> int:
    if any(form["state"] == "accepted" for form in forms):
        return 202
    return 201 if any(form["job_id"] is not None for form in forms) else 200


def _location(form: AcceptedForm) -> str:
    if form["state"] == "accepted":
        return f"/api/v1/jobs/{form['job_id']}"
    return f"/api/v1/articles/{form['article_id']}"
