"""What is kept of an article besides its text, counted: what a takedown takes with it."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, Table, func, or_, select

from service.store.schema import claims, comparisons, fact_members, judgements, versions


@dataclass(frozen=True)
class Traces:
    """How much there is of an article: its versions, the claims of them all, and what hangs on these.

    `judgements` counts everything that people said of pairs with one of its claims, also what they took back or
    replaced since; `facts` the facts that have one of its claims now.
    """

    versions: int
    claims: int
    comparisons: int
    judgements: int
    facts: int


def count_traces(connection: Connection, article_id: str) -> Traces:
    """The traces of an article; all 0 of one that is not stored."""
    of_article = select(claims.c.id).where(claims.c.article_id == article_id)
    member = fact_members.c.claim_id.in_(of_article), fact_members.c.until.is_(None)

    return Traces(
        versions=_count(connection, versions, versions.c.article_id == article_id),
        claims=_count(connection, claims, claims.c.article_id == article_id),
        comparisons=_count(connection, comparisons, _on_either_side(comparisons, of_article)),
        judgements=_count(
            connection, judgements, _on_either_side(judgements, of_article) & judgements.c.verdict.is_not(None)
        ),
        facts=connection.scalar(select(func.count(fact_members.c.fact_id.distinct())).where(*member)) or 0,
    )


def _count(connection: Connection, table: Table, condition: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(condition)) or 0


def _on_either_side(table: Table, claim_ids: Select[tuple[str]]) -> ColumnElement[bool]:
    return or_(table.c.a_claim_id.in_(claim_ids), table.c.b_claim_id.in_(claim_ids))
