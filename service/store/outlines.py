"""Outlines of comparisons and claims: what a report counts and orders, read without the words."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import attrgetter, is_, itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from service.domain.claims import Source
from service.domain.comparisons import Judgement
from service.domain.outlines import Mark, Outline, are_across
from service.store.claim_rows import SOURCE, name_in, source_of
from service.store.columns import find_stored, read_text
from service.store.comparison_filters import BOTH_SAID, ComparisonFilter, conditions_of
from service.store.cursors import are_most, chunks
from service.store.filters import CURRENT, within, within_topic
from service.store.schema import articles, claims, comparisons, mentions, versions
from service.store.standing import find_standing

Conditions = Sequence[ColumnElement[bool]]
Columns = tuple[Any, ...]


def find_outlines(connection: Connection, wanted: ComparisonFilter, *, known: Sequence[Mark] = ()) -> list[Outline]:
    """The comparisons that are wanted, without their words, in no order; only of claims that are said now.

    Marks that are `known` from the same transaction are not read again. Raises BadInputError for a time that cannot
    be read.
    """
    rows = find_stored(connection, _OUTLINES.where(*conditions_of(wanted)))
    marks = dict(zip(map(_ID, known), known, strict=True))
    marks |= _find_missing(connection, {*map(_A, rows), *map(_B, rows)} - marks.keys(), marks)
    said = [row for row in rows if row[1] in marks and row[2] in marks]
    return _outlines_of(said, marks, find_standing(connection, list(map(_ID, said))))


def find_unjudged(connection: Connection, condition: ColumnElement[bool], marks: Mapping[str, Mark]) -> list[Outline]:
    """The comparisons that fulfil the condition, as the machine left them; only of the claims that have a mark."""
    rows = [row for row in find_stored(connection, _OUTLINES.where(condition)) if row[1] in marks and row[2] in marks]
    return [one._replace(relation=one.machine) for one in _outlines_of(rows, marks, {})]


def _outlines_of(
    rows: Sequence[Columns], marks: Mapping[str, Mark], standing: Mapping[str, Judgement]
) -> list[Outline]:
    """Column by column, as far as it goes without a step of Python for each of ten thousand rows."""
    if not rows:
        return []
    ids, a_ids, b_ids, *verdict, withheld, said_of_origin = zip(*rows, strict=True)
    a, b = [marks[key] for key in a_ids], [marks[key] for key in b_ids]
    said = list(map(read_text, said_of_origin))
    sources = list(map(_SOURCE, a)), list(map(_SOURCE, b))
    found = map(read_text, withheld), said, map(standing.get, ids)
    origins = map(is_, *sources), map(are_across, *sources, said)
    again = _find_copied(marks.values())
    copied = [bool(again) and (one[1][0] in again or other[1][0] in again) for one, other in zip(a, b, strict=True)]
    return list(map(Outline._make, zip(ids, a, b, *verdict, *found, *origins, copied, strict=True)))


def _find_copied(marks: Collection[Mark]) -> set[int]:
    """The sentences that more than one claim says."""
    sentences = [mark[1][0] for mark in marks]
    if len(set(sentences)) == len(sentences):  # so it is where no article is a copy
        return set()
    return {sentence for sentence, count in Counter(sentences).items() if count > 1}


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


def _find_missing(connection: Connection, claim_ids: Collection[str], known: Mapping[str, Mark]) -> dict[str, Mark]:
    if not claim_ids:
        return {}
    everything = are_most(connection, claim_ids, claims.c.number)
    rows = _find_rows(connection, [[]] if everything else _parts(mentions.c.claim_id, claim_ids))
    sources = {mark.source.article_id: mark.source for mark in known.values()}
    return {mark.claim_id: mark for mark in _marks_of(connection, rows, sources)}


def _find_rows(connection: Connection, parts: Iterable[Conditions]) -> list[Columns]:
    return [row for part in parts for row in find_stored(connection, _MARKS.where(*part))]


def _marks_of(connection: Connection, rows: Sequence[Columns], sources: Mapping[str, Source]) -> list[Mark]:
    """Marks of rows; those of one article share their source, which costs most to make and to ask."""
    if not rows:
        return []
    keys, article_ids, sentence_ids, speakers, kinds, worth = zip(*rows, strict=True)
    all_sources = dict(sources) | _find_sources(connection, set(article_ids) - set(sources))
    words = zip(sentence_ids, map(name_in, speakers), strict=True)
    columns = keys, words, map(all_sources.__getitem__, article_ids), kinds, worth
    return list(map(Mark._make, zip(*columns, strict=True)))


def _find_sources(connection: Connection, article_ids: Collection[str]) -> dict[str, Source]:
    everything = are_most(connection, article_ids, articles.c.number)
    parts = [[]] if everything else _parts(articles.c.id, article_ids)
    rows = (row for part in parts for row in find_stored(connection, _SOURCES.where(*part)))
    return {row[0]: source_of(*row) for row in rows if row[0] in article_ids}


def _parts(column: ColumnElement[str], ids: Collection[str]) -> list[Conditions]:
    """The conditions that find these ids, in runs short enough for one statement."""
    return [[column.in_(some)] for some in chunks(list(ids))]


_ID, _A, _B = itemgetter(0), itemgetter(1), itemgetter(2)
_SOURCE = attrgetter("source")
_OUTLINES: Select[*tuple[Any, ...]] = select(
    *(comparisons.c.id, comparisons.c.a_claim_id, comparisons.c.b_claim_id, comparisons.c.relation),
    *(comparisons.c.holds, comparisons.c.confidence, comparisons.c.withheld, comparisons.c.one_origin),
)
_MARKS: Select[Any] = select(
    *(mentions.c.claim_id, versions.c.article_id, mentions.c.sentence_id, mentions.c.speaker),
    *(mentions.c.kind, mentions.c.checkworthiness),
).select_from(mentions.join(versions, CURRENT))
_SOURCES: Select[Any] = select(articles.c.id, *SOURCE).join(
    versions, and_(versions.c.article_id == articles.c.id, versions.c.current)
)
