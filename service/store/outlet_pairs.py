"""Outlets by twos: how many comparisons stand between their articles, by the relation that holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, exists, func, or_, select

from service.domain.comparisons import Relation
from service.store.comparison_filters import judged
from service.store.schema import articles, claims, comparisons, mentions, versions


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
    wanted = [shown_from(least), comparisons.c.same_article.is_(False), *(SIDES.said)]
    named = [SIDES.a.outlet.is_not(None), SIDES.b.outlet.is_not(None)]
    if outlet is not None:
        named.append(or_(SIDES.a.outlet == outlet, SIDES.b.outlet == outlet))
    rows = connection.execute(_GROUPS.where(*wanted, *named))
    return [OutletTally(*row[:4], bool(row[4]), bool(row[5]), *row[6:]) for row in rows]


def shown_from(least: Mapping[Relation, float]) -> ColumnElement[bool]:
    """That a comparison stands in one of these relations, at this confidence or because a person said so."""
    sure = (
        and_(comparisons.c.holds == relation, comparisons.c.confidence >= confidence)
        for relation, confidence in least.items()
    )
    return or_(*sure, and_(comparisons.c.holds.in_(list(least)), judged()))


class Sides:
    """The tables of a comparison with the articles and the current versions of both its sides."""

    def __init__(self) -> None:
        self.claims = claims.alias("claim_a"), claims.alias("claim_b")
        self.articles = articles.alias("article_a"), articles.alias("article_b")
        self.versions = versions.alias("version_a"), versions.alias("version_b")
        self.a, self.b = (one.c for one in self.articles)

    @property
    def joined(self) -> FromClause:
        """All of them, joined."""
        found: FromClause = comparisons
        keys = (comparisons.c.a_claim_id, comparisons.c.b_claim_id)
        for key, claim, article, version in zip(keys, self.claims, self.articles, self.versions, strict=True):
            found = found.join(claim, claim.c.id == key).join(article, article.c.id == claim.c.article_id)
            found = found.join(version, and_(version.c.article_id == article.c.id, version.c.current))
        return found

    @property
    def said(self) -> tuple[ColumnElement[bool], ...]:
        """That the current versions say the claims."""
        pairs = zip(self.claims, self.versions, strict=True)
        return tuple(_says(claim, version) for claim, version in pairs)


def _says(claim: Any, version: Any) -> ColumnElement[bool]:  # noqa: ANN401 - aliases of tables
    here = and_(mentions.c.version_id == version.c.id, mentions.c.claim_id == claim.c.id)
    return exists(select(1).select_from(mentions).where(here).correlate(claim, version))


SIDES = Sides()
_KINDS = (
    SIDES.a.outlet,
    SIDES.versions[0].c.origin,
    SIDES.b.outlet,
    SIDES.versions[1].c.origin,
    func.coalesce(SIDES.a.text_group == SIDES.b.text_group, False),  # noqa: FBT003 - the value in place of NULL
    comparisons.c.one_origin.is_not(None),
    comparisons.c.holds,
)
_GROUPS: Select[Any] = select(*_KINDS, func.count()).select_from(SIDES.joined).group_by(*_KINDS)
