"""Takedown: an article goes with everything that was made of it; a tombstone says that it went, and when."""

import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    Text,
    delete,
    exists,
    insert,
    or_,
    select,
    type_coerce,
    update,
)

from service.errors import NotFoundError
from service.store.copies import forget_article
from service.store.cursors import chunks
from service.store.fact_changes import forget_members
from service.store.opening import PURGE, REMOVAL
from service.store.schema import (
    articles,
    claims,
    comparisons,
    jobs,
    judgements,
    marks,
    mentions,
    sentences,
    skips,
    tombstones,
    versions,
)
from service.store.search import forget_words, purge_words
from service.store.standing import settle_words
from service.store.vectors import remove_vectors, retire_vectors


def remove_article(connection: Connection, article_id: str, *, removed_at: str) -> set[str]:
    """Removes the text, its claims, comparisons, judgements, skips, vectors, fingerprints and jobs; leaves a tombstone.

    Sentences and vectors that another article also has stay. Of copies of pairs that went, what was said on another
    copy holds from now on, else the machine's relation; returns the claims of those copies. Once more is no error.
    Raises NotFoundError when neither an article, nor a job, nor a tombstone has that id.
    """
    if find_tombstone(connection, article_id) is not None:
        return set()
    jobs_held = _remove_from_jobs(connection, article_id)
    stored = connection.scalar(select(articles.c.id).where(articles.c.id == article_id))
    if stored is None and not jobs_held:
        raise NotFoundError(f"No article is stored under {article_id!r}.")
    settled = _remove_rows(connection, article_id)
    connection.execute(insert(tombstones).values(article_id=article_id, removed_at=removed_at))
    purge_words(connection)
    connection.execute(delete(marks).where(marks.c.name == REMOVAL))
    connection.execute(insert(marks).values(name=REMOVAL, value=uuid.uuid4().hex))
    connection.info[PURGE] = True
    return settled


def find_tombstone(connection: Connection, article_id: str) -> str | None:
    """When the article was taken down, if it was."""
    return connection.scalar(select(tombstones.c.removed_at).where(tombstones.c.article_id == article_id))


def forget_tombstone(connection: Connection, article_id: str) -> None:
    """Allows an article that was taken down to be stored again."""
    connection.execute(delete(tombstones).where(tombstones.c.article_id == article_id))


def _remove_rows(connection: Connection, article_id: str) -> set[str]:
    forget_words(connection, article_id)
    of_article = select(claims.c.id).where(claims.c.article_id == article_id)
    forget_members(connection, of_article)
    judged = select(judgements.c.words).distinct().where(_on_either_side(judgements, of_article))
    words = {one for one in connection.scalars(judged) if one is not None}
    for table in (comparisons, judgements, skips):
        connection.execute(delete(table).where(_on_either_side(table, of_article)))
    said = connection.scalars(
        select(mentions.c.sentence_id).distinct().where(mentions.c.claim_id.in_(of_article))
    ).all()
    connection.execute(delete(mentions).where(mentions.c.claim_id.in_(of_article)))
    _remove_unsaid(connection, said)
    forget_article(connection, article_id)
    for table in (claims, versions):
        connection.execute(delete(table).where(table.c.article_id == article_id))
    connection.execute(delete(articles).where(articles.c.id == article_id))
    return settle_words(connection, words)


def _on_either_side(table: Table, claim_ids: Select[tuple[str]]) -> ColumnElement[bool]:
    return or_(table.c.a_claim_id.in_(claim_ids), table.c.b_claim_id.in_(claim_ids))


def _remove_unsaid(connection: Connection, sentence_ids: Sequence[int]) -> None:
    for some in chunks(sentence_ids):
        said = exists().where(mentions.c.sentence_id == sentences.c.id)
        unsaid = connection.scalars(select(sentences.c.id).where(sentences.c.id.in_(some), ~said)).all()
        remove_vectors(connection, unsaid)
        connection.execute(delete(sentences).where(sentences.c.id.in_(unsaid)))
        retire_vectors(connection, some)


def _remove_from_jobs(connection: Connection, article_id: str) -> bool:
    """Takes the article out of the payloads; a job that held nothing else goes. Whether any did."""
    names = _names(connection, article_id)
    held = False
    for row in connection.execute(select(jobs.c.id, jobs.c.payload, jobs.c.outcome).where(_may_hold(article_id))).all():
        kept = {"payload": _without(row.payload, names), "outcome": _without(row.outcome, names)}
        if kept == {"payload": row.payload, "outcome": row.outcome}:
            continue
        held = True
        this = jobs.c.id == row.id
        gone = not kept["payload"] or not any(kept["payload"].values())
        connection.execute(delete(jobs).where(this) if gone else update(jobs).where(this).values(kept))
    return held


def _may_hold(article_id: str) -> ColumnElement[bool]:
    """A finished job keeps nothing of an article but its id; of the others each is looked into."""
    named = (
        type_coerce(column, Text).contains(article_id, autoescape=True) for column in (jobs.c.payload, jobs.c.outcome)
    )
    return or_(jobs.c.state != "done", *named)


def _names(connection: Connection, article_id: str) -> set[str]:
    """The strings that show that a payload holds the article: its id, its addresses, its texts."""
    query = select(articles.c.given_id, articles.c.url, versions.c.text).join(versions, _OF_ARTICLE)
    rows = connection.execute(query.where(articles.c.id == article_id)).all()
    return {article_id} | {value for row in rows for value in row if value}


_OF_ARTICLE: ColumnElement[bool] = versions.c.article_id == articles.c.id


def _without(value: Any, names: set[str]) -> Any:  # noqa: ANN401 - any JSON value
    """The value without the items that name the article; None when the value itself does."""
    if isinstance(value, str):
        return None if value in names else value
    if isinstance(value, list):
        return [kept for item in value if (kept := _without(item, names)) is not None or item is None]
    if isinstance(value, dict):
        return _without_in(value, names)
    return value


def _without_in(value: dict[str, Any], names: set[str]) -> dict[str, Any] | None:
    kept = {name: _without(item, names) for name, item in value.items()}
    lost = any(kept[name] is None and item is not None for name, item in value.items())
    return None if lost else kept
