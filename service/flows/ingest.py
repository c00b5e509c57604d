"""Takes articles in: accepted as jobs first, so that nothing is lost, then read into claims."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from models.base import ExtractedClaim, Span
from models.extraction import extract
from service.comparing.changes import is_reattributed
from service.domain.articles import Article, Passed, PublicationTime
from service.domain.claims import Claim
from service.domain.jobs import Job
from service.errors import BadInputError
from service.flows.facts import restate_facts
from service.intake.reading import Rejected
from service.store.articles import add_article, find_version, has_article
from service.store.claims import add_claims, find_claims_of, withdraw_unsaid
from service.store.comparisons import remove_comparisons_of
from service.store.jobs import add_job, finish_job
from service.store.opening import Connection
from service.store.removal import find_tombstone
from service.store.times import now
from service.workspace import Workspace


@dataclass(frozen=True)
class Accepted:
    """An article that will be there: its id, and the job that reads it (none when it was there already)."""

    article_id: str
    job_id: int | None


def accept(workspace: Workspace, articles: Sequence[Article]) -> list[Accepted]:
    """Promises to take the articles in: a job each, written in one transaction.

    Those that are stored already, as their current text, get none: what was not known of them is filled in at once.
    Raises BadInputError, and promises nothing, when one of them was taken down.
    """
    with workspace.store.writing() as connection:
        for article in articles:
            if refused := _find_refusal(connection, article):
                raise BadInputError(refused.reason)
        return [_promise(connection, article) for article in articles]


def accept_allowed(workspace: Workspace, articles: Sequence[Article]) -> list[Accepted | Rejected]:
    """As `accept`, in the same order, but what was taken down is rejected with a sentence, and the rest promised."""
    with workspace.store.writing() as connection:
        return [_find_refusal(connection, article) or _promise(connection, article) for article in articles]


def ingest(workspace: Workspace, job: Job) -> int:
    """Reads the job's article into claims and stores both; the comparing is left to a job of its own.

    Returns how many claims there are. Everything is computed before the one transaction that writes it.
    """
    article = read_payload(job.payload["article"])
    claims = read_claims(article)
    with workspace.store.writing() as connection:
        known = has_article(connection, article.key)
        before = find_claims_of(connection, article.key) if known else []
        was_current = known and find_version(connection, article.key, article.text_hash)
        stored = add_article(connection, article, received_at=job.payload["received_at"])
        outcome = {"claims": len(claims)}
        if stored.new_version:
            add_claims(connection, stored, claims)
        if stored.new_version or not was_current:
            if known:  # of a new article nothing was said, compared or told yet
                _follow_edit(workspace, connection, stored.article_id, before)
            outcome["compare_job"] = add_job(connection, "compare", {"article_id": stored.article_id})
        finish_job(connection, job, outcome=outcome)
    return len(claims)


def _find_refusal(connection: Connection, article: Article) -> Rejected | None:
    removed = find_tombstone(connection, article.key)
    if removed is None:
        return None
    named = article.address or article.source or article.key
    reason = f"The article {named} was taken down at {removed}; it is not taken in again."
    return Rejected(article.source or named, reason)


def _promise(connection: Connection, article: Article) -> Accepted:
    if find_version(connection, article.key, article.text_hash):
        add_article(connection, article, received_at=now())
        return Accepted(article.key, None)
    payload = {"article_id": article.key, "article": asdict(article), "received_at": now()}
    return Accepted(article.key, add_job(connection, "ingest", payload))


def _follow_edit(workspace: Workspace, connection: Connection, article_id: str, before: Sequence[Claim]) -> None:
    """Takes back what held of the claims `before` and does not of those that the article says now.

    Those whose words stayed, and that now mean something else, are compared again.
    """
    withdraw_unsaid(connection, article_id)
    was_said = {claim.id: claim for claim in before}
    now_said = find_claims_of(connection, article_id)
    changed = [one.id for one in now_said if one.id in was_said and is_reattributed(was_said[one.id], one)]
    remove_comparisons_of(connection, changed)
    restate_facts(workspace, connection, {*was_said, *(claim.id for claim in now_said)})


def read_claims(article: Article) -> list[ExtractedClaim]:
    """The claims of an article's text, without its litter."""
    return extract(
        article.text,
        skip=[Span(p.start, p.end) for p in article.litter],
        title=article.title,
        published_at=article.published.value if article.published else None,
        language=article.language,
    )


def read_payload(payload: Mapping[str, Any]) -> Article:
    """The article that `asdict` laid into a job."""
    published = payload["published"]
    return Article(
        **{
            **payload,
            "published": PublicationTime(**published) if published else None,
            "litter": tuple(Passed(**passed) for passed in payload["litter"]),
        }
    )
