"""Outlines of comparisons and claims: what a report counts and orders, read without the words."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Text, and_, func, select, type_coerce

from service.domain.claims import Source
from service.domain.outlines import Mark, Outline
from service.store.claim_rows import SOURCE, source_of
from service.store.columns import unescaped
from service.store.comparison_filters import BOTH_SAID, ComparisonFilter, conditions_of
from service.store.cursors import chunks
from service.store.filters import CURRENT, within, within_topic
from service.store.schema import articles, claims, comparisons, mentions, versions
from service.store.standing import find_standing

Conditions = Sequence[ColumnElement[bool]]
Columns = tuple[Any, ...]


def find_outlines(connection: Connection, wanted: ComparisonFilter, *, known: Iterable[Mark] = ()) -> list[Outline]:
    """The comparisons that are wanted, without their words, in no order; only of claims that are said now.

    Marks that are `known` from the same transaction are not read again. Raises BadInputError for a time that cannot
    be read.
    """
    rows = connection.execute(_OUTLINES.where(*conditions_of(wanted))).all()
    marks = _with_marks(connection, {claim_id for row in rows for claim_id in row[1:3]}, known)
    standing = find_standing(connection, [row[0] for row in rows])
    return [
        Outline(key, marks[a], marks[b], machine, relation, confidence, withheld, one_origin, standing.get(key))
        for key, a, b, machine, relation, confidence, withheld, one_origin in map(_columns, rows)
        if a in marks and b in marks
    ]


def find_marks(
    connection: Connection,
    *,
    topic: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[Mark]:
    """The claims that current versions say, narrowed down as comparisons are, without their words, in no order.

    Raises BadInputError for a time that cannot be read.
    """
    conditions = within(since=since, until=until)
    if outlet:
        conditions.append(versions.c.article_id.in_(select(articles.c.id).where(articles.c.outlet == outlet)))
    if found := within_topic(topic):
        conditions.append(mentions.c.claim_id.in_(select(claims.c.id).where(*found)))
    return _marks_of(connection, _find_rows(connection, [conditions]), {})


def count_not_judged(connection: Connection) -> int:
    """How many pairs across articles no model has judged, of claims that are said now."""
    unjudged = and_(comparisons.c.holds.is_(None), comparisons.c.relation.is_(None))
    query = select(func.count()).select_from(comparisons).where(unjudged, ~comparisons.c.same_article, *BOTH_SAID)
    return connection.scalar(query) or 0


def _with_marks(connection: Connection, claim_ids: Collection[str], known: Iterable[Mark]) -> dict[str, Mark]:
    marks = {mark.claim_id: mark for mark in known}
    missing = [claim_id for claim_id in claim_ids if claim_id not in marks]
    rows = _find_rows(connection, _parts(mentions.c.claim_id, missing))
    sources = {mark.source.article_id: mark.source for mark in marks.values()}
    return marks | {mark.claim_id: mark for mark in _marks_of(connection, rows, sources)}


def _find_rows(connection: Connection, parts: Iterable[Conditions]) -> list[Columns]:
    query = _MARKS.select_from(mentions.join(versions, CURRENT))
    return [_columns(row) for part in parts for row in connection.execute(query.where(*part)).all()]


def _columns(row: Row[Any]) -> Columns:
    """By position: a row takes about a microsecond for each name it is asked for."""
    return tuple(row)


def _marks_of(connection: Connection, rows: Sequence[Columns], sources: Mapping[str, Source]) -> list[Mark]:
    """Marks of rows; those of one article share their source, which costs most to make and to ask."""
    all_sources = dict(sources) | _find_sources(connection, {row[1] for row in rows} - set(sources))
    return [
        Mark(key, (sentence_id, speaker and _name_in(speaker)), all_sources[article_id], *about)
        for key, article_id, sentence_id, speaker, *about in rows
    ]


def _name_in(speaker: str) -> str:
    """The name in a speaker as it is stored, where it comes first: the rest is not read, ten thousand times.

    Not with the JSON functions of SQLite, which end a name at a NUL.
    """
    written = unescaped(speaker)
    found = _VALUE(written, len(_NAME))[0] if written.startswith(_NAME) else json.loads(written)["name"]
    return str(found)


def _find_sources(connection: Connection, article_ids: Collection[str]) -> dict[str, Source]:
    parts = _parts(articles.c.id, article_ids)
    rows = (row for part in parts for row in connection.execute(_SOURCES.where(*part)))
    return {row[0]: source_of(*row) for row in rows}


def _parts(column: ColumnElement[str], ids: Collection[str]) -> list[Conditions]:
    """The conditions that find these ids, in runs short enough for one statement."""
    return [[column.in_(some)] for some in chunks(list(ids))]


_NAME = '{"name":'
_VALUE = json.JSONDecoder().raw_decode
_OUTLINES: Select[*tuple[Any, ...]] = select(
    *(comparisons.c.id, comparisons.c.a_claim_id, comparisons.c.b_claim_id, comparisons.c.relation),
    *(comparisons.c.holds, comparisons.c.confidence, comparisons.c.withheld, comparisons.c.one_origin),
)
_MARKS: Select[Any] = select(
    *(mentions.c.claim_id, versions.c.article_id, mentions.c.sentence_id, type_coerce(mentions.c.speaker, Text)),
    *(mentions.c.kind, mentions.c.checkworthiness),
)
_SOURCES: Select[Any] = select(articles.c.id, *SOURCE).join(
    versions, and_(versions.c.article_id == articles.c.id, versions.c.current)
)
