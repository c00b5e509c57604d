"""Full text over quotes and titles: the SQL that a PostgreSQL store would have to say in its own way."""

import re

from sqlalchemy import ColumnElement, Connection, column, delete, false, insert, select, table, text

from service.store.columns import escaped
from service.store.cursors import chunks
from service.store.schema import claims, mentions, versions

_WORDS = table("claim_words", column("rowid"), column("title"), column("quote"))
# What the tokenizer takes for a part of a word; a phrase without any would match nothing at all.
_WORD = re.compile(r"[^\W_]")


def about(topic: str) -> ColumnElement[bool]:
    """That a claim's quote and its article's title hold every word of the topic, by their English stems.

    Any text is a topic: nothing in it is read as syntax. Without a single word in it, nothing is found.
    """
    wanted = " ".join(_quoted(word) for word in topic.split() if _WORD.search(word))
    if not wanted:
        return false()
    found = text("SELECT rowid FROM claim_words WHERE claim_words MATCH :topic")
    return claims.c.number.in_(found.bindparams(topic=wanted).columns(column("rowid", claims.c.number.type)))


def refresh_words(connection: Connection, article_id: str) -> None:
    """Makes those claims of the article be found by their words that its current version says."""
    forget_words(connection, article_id)
    add_words(connection, article_id)


def add_words(connection: Connection, article_id: str) -> None:
    """The same for an article none of whose claims is found by its words yet."""
    current = connection.execute(
        select(claims.c.number, versions.c.title, claims.c.quote)
        .join(mentions, mentions.c.claim_id == claims.c.id)
        .join(versions, versions.c.id == mentions.c.version_id)
        .where(claims.c.article_id == article_id, versions.c.current)
    ).all()
    if current:
        rows = [
            {"rowid": row.number, "title": escaped(row.title or ""), "quote": escaped(row.quote)} for row in current
        ]
        connection.execute(insert(_WORDS), rows)


def forget_words(connection: Connection, article_id: str) -> None:
    """Takes the words of an article's claims out."""
    numbers = connection.scalars(select(claims.c.number).where(claims.c.article_id == article_id)).all()
    for some in chunks(numbers):
        connection.execute(delete(_WORDS).where(_WORDS.c.rowid.in_(some)))


def purge_words(connection: Connection) -> None:
    """Really removes what was taken out: until its segments are merged, FTS5 only marks words as deleted."""
    connection.execute(text("INSERT INTO claim_words(claim_words) VALUES ('optimize')"))


def _quoted(word: str) -> str:
    return '"' + escaped(word.replace("\x00", " ")).replace('"', '""') + '"'
