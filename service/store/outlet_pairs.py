"""Outlets by twos: how many comparisons stand between their articles, by the relation that holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from service.domain.comparisons import Relation
from service.store.schema import articles, comparisons, mentions, versions
from service.store.standing import IS_JUDGED


@dataclass(frozen=True)
class OutletTally:
    """How many pairs of claims stand in a relation, one in an article of each kind.

    The kind of an article is its outlet and its origin, as they are written. `copies`: the articles are copies of one
    text; `said_of_origin`: the verdicts say that they are of one origin.
    """

    a_outlet: str
    a_origin: str | None
    b_outlet: str
    b_origin: str | None
    copies: bool
    said_of_origin: bool
    relation: Relation
    pairs: int


def count_outlet_pairs(
    connection: Connection, least: Mapping[Relation, float], *, outlet: str | None = None
) -> list[OutletTally]:
    """All pairs across articles that stand in one of the relations, surely enough or because a person said so.

    `least` names the relations, and the least confidence of each. Only of claims that current versions say, in
    articles with a named outlet; with `outlet`, those that have it on a side.
    """
    wanted = [shown_from(least), comparisons.c.same_article.is_(False)]
    wanted += [A.c.outlet.is_not(None), B.c.outlet.is_not(None)]
    if outlet is not None:
        wanted.append(or_(A.c.outlet == outlet, B.c.outlet == outlet))
    rows = connection.execute(_GROUPS.where(*wanted))
    return [
        OutletTally(a, a_origin, b, b_origin, bool(copies), bool(said), relation, pairs)
        for a, a_origin, b, b_origin, copies, said, relation, pairs in rows
    ]


def shown_from(least: Mapping[Relation, float]) -> ColumnElement[bool]:
    """That a comparison stands in one of these relations, at this confidence or because a person said so."""
    sure = comparisons.c.confidence >= case(dict(least), value=comparisons.c.holds)
    return and_(comparisons.c.holds.in_(list(least)), or_(sure, IS_JUDGED))


_SAID = (
    select(
        mentions.c.claim_id,
        articles.c.outlet,
        articles.c.text_group,
        versions.c.origin,
        versions.c.published_key,
    )
    .select_from(
        mentions.join(versions, and_(versions.c.id == mentions.c.version_id, versions.c.current)).join(
            articles, articles.c.id == versions.c.article_id
        )
    )
    .cte("said")
)
A, B = _SAID.alias("said_a"), _SAID.alias("said_b")
"""The two sides of a comparison, as current versions say them. They are looked up in one set that is made first:
that is twice as fast as finding claim, article, version and mention of each side."""

BOTH_SIDES = comparisons.join(A, A.c.claim_id == comparisons.c.a_claim_id).join(
    B, B.c.claim_id == comparisons.c.b_claim_id
)
_KINDS = (
    A.c.outlet,
    A.c.origin,
    B.c.outlet,
    B.c.origin,
    func.coalesce(A.c.text_group == B.c.text_group, False),
    comparisons.c.one_origin.is_not(None),
    comparisons.c.holds,
)
_GROUPS: Select[Any] = select(*_KINDS, func.count()).select_from(BOTH_SIDES).group_by(*_KINDS)
