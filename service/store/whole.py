"""Outlines of all that is stored, kept in memory: what a report needs of it is picked out, and judged as people did."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select

from service.domain.comparisons import Judgement, Relation, find_relation
from service.domain.outlines import Mark, Outline
from service.store import outlines as outlines_of_store
from service.store.comparison_filters import ComparisonFilter
from service.store.cursors import chunks
from service.store.filters import within, within_topic
from service.store.kept import Kept
from service.store.schema import articles, claims, comparisons, versions
from service.store.standing import find_all_standing

TOLD: tuple[Relation, ...] = ("agrees", "contradicts", "changed", "framing")
"""What reports tell of; pairs in other relations are kept only where a gate withheld something."""
_SIDES = "outlet", "since", "until", "topic"


@dataclass(frozen=True)
class Whole:
    """All claims that are said now, and the pairs of them, as the machine left them. Made once, read by many threads.

    What people judged is no part of it, and read anew with every question.
    """

    marks: Mapping[str, Mark]
    outlines: Sequence[Outline]
    places: Mapping[str, int]

    def find_marks(
        self,
        connection: Connection,
        *,
        topic: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> list[Mark]:
        """As `store.outlines.find_marks`."""
        found = list(self.marks.values())
        about, of_articles = within_topic(topic), within(outlet=outlet, since=since, until=until)
        if about:
            claim_ids = connection.scalars(select(claims.c.id).where(*about))
            found = [self.marks[key] for key in claim_ids if key in self.marks]
        if of_articles:
            said = versions.join(articles, articles.c.id == versions.c.article_id)
            query = select(articles.c.id).select_from(said).where(versions.c.current, *of_articles)
            ids = set(connection.scalars(query))
            found = [mark for mark in found if mark.source.article_id in ids]
        return found

    def find_outlines(
        self, connection: Connection, wanted: ComparisonFilter, *, known: Sequence[Mark] = ()
    ) -> list[Outline]:
        """As `store.outlines.find_outlines`."""
        others = replace(wanted, outlet=None, since=None, until=None, topic=None, told_of=())
        kept = wanted.told_of and set(wanted.told_of) <= set(TOLD)
        if not kept or others != ComparisonFilter(include_same_article=True):
            return outlines_of_store.find_outlines(connection, wanted, known=known)
        found = self._of_sides(connection, wanted)
        relations, gates = set(wanted.told_of), "contradicts" in wanted.told_of
        return [one for one in found if one.relation in relations or one.judgement or (gates and one.withheld)]

    def _of_sides(self, connection: Connection, wanted: ComparisonFilter) -> list[Outline]:
        found = self._judged(connection, find_all_standing(connection))
        narrowed = {name: value for name in _SIDES if (value := getattr(wanted, name))}
        if not narrowed:
            return found
        ids = {mark.claim_id for mark in self.find_marks(connection, **narrowed)}
        return [one for one in found if one.a.claim_id in ids or one.b.claim_id in ids]

    def _judged(self, connection: Connection, standing: Mapping[str, Judgement]) -> list[Outline]:
        found = list(self.outlines)
        for key in standing.keys() & self.places.keys():
            place = self.places[key]
            found[place] = _judged(found[place], standing[key])
        others = _find_with(connection, standing.keys() - self.places.keys(), self.marks)
        return found + [_judged(one, standing[one.id]) for one in others]


def find_whole(connection: Connection) -> Whole | None:
    """All outlines, as this transaction sees the store; None where they are not kept (yet): see `Kept.find`."""
    return _WHOLE.find(connection)


def _make(connection: Connection) -> Whole:
    marks = {mark.claim_id: mark for mark in outlines_of_store.find_marks(connection)}
    told: ColumnElement[Any] = or_(comparisons.c.relation.in_(TOLD), comparisons.c.withheld.is_not(None))
    found = outlines_of_store.find_unjudged(connection, told, marks)
    return Whole(marks, tuple(found), {one.id: place for place, one in enumerate(found)})


def _find_with(connection: Connection, ids: Collection[str], marks: Mapping[str, Mark]) -> list[Outline]:
    parts = (comparisons.c.id.in_(some) for some in chunks(list(ids)))
    return [one for part in parts for one in outlines_of_store.find_unjudged(connection, part, marks)]


def _judged(one: Outline, judgement: Judgement) -> Outline:
    return one._replace(judgement=judgement, relation=find_relation(one.machine, judgement))


_WHOLE = Kept(_make)
