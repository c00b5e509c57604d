"""Which comparisons are wanted, and the conditions that find them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, not_, or_, select

from service.domain.comparisons import Comparison, Relation
from service.store.comparison_rows import rank_of
from service.store.cursors import place, token
from service.store.filters import claim_ids_where, within, within_topic
from service.store.schema import articles, claims, comparisons, judgements, mentions, versions


@dataclass(frozen=True)
class ComparisonFilter:
    """Which comparisons are wanted; what is None does not narrow.

    `relation` is the one that holds after judgements. Without it everything is found, also what was not
    judged and what was dismissed. Outlet, times (days inclusive), topic and article must all fit one of the
    two sides; with an `other` outlet too, each of the two outlets must have a side. `told_of` finds all that a report
    on these relations tells of: the pairs that stand in them, those that a person judged, and for contradictions what
    was withheld. `words` finds the copies of a pair, `within_article` the pairs of one article alone, `withheld` what a
    gate turned away and nobody judged. `shown_from` is a least confidence too, but what a person judged passes.
    `cursor` is `cursor_after` the last comparison of the page before.
    """

    relation: Relation | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    topic: str | None = None
    min_confidence: float | None = None
    claim_id: str | None = None
    article_id: str | None = None
    include_same_article: bool = False
    cursor: str | None = None
    limit: int | None = None
    told_of: tuple[Relation, ...] = ()
    words: str | None = None
    within_article: bool = False
    withheld: bool = False
    shown_from: float | None = None
    other: str | None = None


def cursor_after(comparison: Comparison) -> str:
    """The cursor for what comes after this comparison."""
    return token(rank_of(comparison.verdict.confidence), comparison.id)


def conditions_of(wanted: ComparisonFilter) -> list[ColumnElement[bool]]:
    """What a row must fulfil besides BOTH_SAID; raises BadInputError for a time or cursor it cannot read."""
    return _on_pair(wanted) + _on_sides(wanted)


def _said(claim_id: ColumnElement[str]) -> ColumnElement[bool]:
    current = and_(versions.c.id == mentions.c.version_id, versions.c.current)
    return exists(select(1).select_from(mentions.join(versions, current)).where(mentions.c.claim_id == claim_id))


BOTH_SAID = (_said(comparisons.c.a_claim_id), _said(comparisons.c.b_claim_id))
"""That the current versions of both articles say the claims."""


def _on_pair(wanted: ComparisonFilter) -> list[ColumnElement[bool]]:
    conditions = [*_on_relation(wanted), *_on_confidence(wanted)]
    if wanted.words is not None:
        conditions.append(comparisons.c.words == wanted.words)
    if wanted.within_article:
        conditions.append(comparisons.c.same_article)
    elif not wanted.include_same_article:
        conditions.append(comparisons.c.same_article.is_(False))
    if wanted.claim_id is not None:
        conditions.append(either_side([wanted.claim_id]))
    if wanted.cursor is not None:
        conditions.append(_after(wanted.cursor))
    return conditions


def _on_relation(wanted: ComparisonFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.relation is not None:
        yield comparisons.c.holds == wanted.relation
    if wanted.told_of:
        yield _told_of(wanted.told_of)
    if wanted.withheld:
        yield from (comparisons.c.withheld.is_not(None), not_(judged()))


def _on_confidence(wanted: ComparisonFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.min_confidence is not None:
        yield comparisons.c.confidence >= wanted.min_confidence
    if wanted.shown_from is not None:
        yield or_(comparisons.c.confidence >= wanted.shown_from, judged())


def judged() -> ColumnElement[bool]:
    """That somebody judged the comparison."""
    return comparisons.c.id.in_(select(judgements.c.pair_id))


def _told_of(relations: tuple[Relation, ...]) -> ColumnElement[bool]:
    told = [comparisons.c.holds.in_(relations), judged()]
    return or_(*told, comparisons.c.withheld.is_not(None)) if "contradicts" in relations else or_(*told)


def _on_sides(wanted: ComparisonFilter) -> list[ColumnElement[bool]]:
    both = wanted.outlet is not None and wanted.other is not None
    outlet = None if both else wanted.outlet or wanted.other
    conditions = within(outlet=outlet, since=wanted.since, until=wanted.until)
    conditions += within_topic(wanted.topic)
    if wanted.article_id is not None:
        conditions.append(claims.c.article_id == wanted.article_id)
    between = [_between(wanted.outlet, wanted.other)] if both else []
    return between + ([either_side(claim_ids_where(*conditions))] if conditions else [])


def _between(outlet: str | None, other: str | None) -> ColumnElement[bool]:
    """That one side is of the one outlet and the other side of the other."""
    ours, theirs = claim_ids_where(articles.c.outlet == outlet), claim_ids_where(articles.c.outlet == other)
    a, b = comparisons.c.a_claim_id, comparisons.c.b_claim_id
    return or_(and_(a.in_(ours), b.in_(theirs)), and_(a.in_(theirs), b.in_(ours)))


def either_side(claim_ids: Sequence[str] | Select[tuple[str]]) -> ColumnElement[bool]:
    """That one of the claims is a side of the pair."""
    return or_(comparisons.c.a_claim_id.in_(claim_ids), comparisons.c.b_claim_id.in_(claim_ids))


def _after(cursor: str) -> ColumnElement[bool]:
    rank, last = place(cursor, float, str)
    later = and_(comparisons.c.rank == rank, comparisons.c.id > last)
    return or_(comparisons.c.rank > rank, later)
