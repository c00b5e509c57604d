"""Takedown: an article goes with everything that was made of it; a tombstone says that it went, and when."""

import uuid
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, exists, func, insert, or_, select

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
    had_jobs = _remove_jobs(connection, article_id)
    stored = connection.scalar(select(articles.c.id).where(articles.c.id == article_id))
    if stored is None and not had_jobs:
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


def _remove_jobs(connection: Connection, article_id: str) -> bool:
    """Removes what is to be done, or was done, with the article; whether there was anything."""
    named = func.json_extract(jobs.c.payload, "$.article_id")
    return connection.execute(delete(jobs).where(named == article_id)).rowcount > 0
