"""What facts are made of, as the store has it: comparisons of claims, and whether the claims are still said."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, Select, case, func, or_, select

from service.domain.comparisons import Dismissal, Relation
from service.domain.fact_links import APART, Compared
from service.store.cursors import chunks
from service.store.filters import claim_ids_where
from service.store.schema import claims, comparisons, fact_members, mentions, versions
from service.store.standing import find_standing


def find_compared(
    connection: Connection,
    claim_ids: Collection[str],
    *,
    before: str | None = None,
    relations: Collection[Relation] = (),
) -> list[Compared]:
    """The comparisons with one of these claims on either side, each once, of which a model or a person said anything.

    With `relations`, those that a model or a person put into one of them. With `before`, as they were known before that
    time: a verdict that was replaced since is not seen any more.
    """
    sides = (comparisons.c.relation, comparisons.c.holds)
    conditions = [or_(*(side.in_(relations) if relations else side.is_not(None) for side in sides))]
    if before is not None:
        conditions.append(comparisons.c.recorded_at < before)
    found: dict[str, Row[Any]] = {}
    for some in chunks(sorted(claim_ids)):
        either = or_(comparisons.c.a_claim_id.in_(some), comparisons.c.b_claim_id.in_(some))
        rows = connection.execute(select(*_COMPARED).where(either, *conditions))
        found.update((row[0], row) for row in rows)
    standing = find_standing(connection, list(found), before=before)
    verdicts = {key: judgement.verdict for key, judgement in standing.items()}
    return [_compared(found[key], verdicts.get(key)) for key in sorted(found)]


def find_said(connection: Connection, claim_ids: Collection[str]) -> set[str]:
    """Those of the claims that the current versions of their articles say."""
    found: set[str] = set()
    for some in chunks(sorted(claim_ids)):
        found.update(connection.scalars(claim_ids_where(claims.c.id.in_(some))))
    return found


def find_first_times(connection: Connection, claim_ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """When the first version that says a claim was received and recorded, by claim."""
    found: dict[str, tuple[str, str]] = {}
    for some in chunks(sorted(claim_ids)):
        query = (
            select(mentions.c.claim_id, func.min(versions.c.received_at), func.min(versions.c.recorded_at))
            .join(versions, versions.c.id == mentions.c.version_id)
            .where(mentions.c.claim_id.in_(some))
            .group_by(mentions.c.claim_id)
        )
        found.update((claim_id, (received, recorded)) for claim_id, received, recorded in connection.execute(query))
    return found


def find_joined_claims(connection: Connection, article_id: str) -> set[str]:
    """The claims of other articles that were compared with claims of this one, or are in one fact with them."""
    own: set[str] = set(connection.scalars(_of(article_id)))
    compared = {end for one in find_compared(connection, own) for end in (one.a, one.b)}
    facts = select(fact_members.c.fact_id).where(fact_members.c.claim_id.in_(_of(article_id)))
    mates = select(fact_members.c.claim_id).where(fact_members.c.fact_id.in_(facts), fact_members.c.until.is_(None))
    return {*compared, *connection.scalars(mates)} - own


def find_linked_claims(connection: Connection, *, after: str, limit: int) -> list[str]:
    """The next claims, by id, that were compared with any other or belong to a fact: what facts are rebuilt from."""
    compared = [select(side) for side in (comparisons.c.a_claim_id, comparisons.c.b_claim_id)]
    member = select(fact_members.c.claim_id).where(fact_members.c.until.is_(None))
    linked = or_(*(claims.c.id.in_(some) for some in (*compared, member)))
    return list(
        connection.scalars(select(claims.c.id).where(linked, claims.c.id > after).order_by(claims.c.id).limit(limit))
    )


def _of(article_id: str) -> Select[tuple[str]]:
    return select(claims.c.id).where(claims.c.article_id == article_id)


def _compared(row: Row[Any], verdict: Relation | Dismissal | None) -> Compared:
    columns: tuple[Any, ...] = tuple(row)
    key, a, b, relation, confidence, details = columns
    agreement = details["relations"].get("agrees") if details else None
    return Compared(key, a, b, relation, confidence, verdict, agreement)


_COMPARED = (
    *(comparisons.c[name] for name in ("id", "a_claim_id", "b_claim_id", "relation", "confidence")),
    # Reading the scores takes as long as all the rest: only where they are asked for.
    case((comparisons.c.relation.in_(sorted(APART)), comparisons.c.details)),
)
