"""Facts: found by what their claims are about, and with all that is known of one."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, Connection, and_, false, or_, select

from service.domain.facts import Fact, FactEvent, Flag, Restated
from service.errors import NotFoundError
from service.store.claim_rows import find_claims_ever
from service.store.columns import find_stored
from service.store.cursors import are_most, chunks, place, token
from service.store.fact_rows import FACT, RESTATED, event_of, fact_of, restated_of
from service.store.filters import claim_ids_where, within, within_topic
from service.store.schema import fact_events, fact_members, fact_standings, facts

FactOrder = Literal["changed", "origins"]
"""What changed last first; or what most independent origins report, of these what changed last."""


@dataclass(frozen=True)
class FactFilter:
    """Which facts are wanted, and in which order; what is None does not narrow.

    Outlet, times of publication (days inclusive) and topic must all fit one claim of the fact that is still said.
    `cursor` is `cursor_after_fact` the last fact of the page before, in the same order.
    """

    topic: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    flag: Flag | None = None
    min_origins: int | None = None
    min_outlets: int | None = None
    order: FactOrder = "changed"
    cursor: str | None = None
    limit: int | None = None


@dataclass(frozen=True)
class Membership:
    """A claim in a fact from `since` up to `until` (None: still), and whether its article said it all that time."""

    claim_id: str
    said: bool
    since: str
    until: str | None


def cursor_after_fact(fact: Fact, order: FactOrder = "changed") -> str:
    """The cursor for what comes after this fact; a list in the other order refuses it."""
    last = (fact.changed_at, fact.id)
    return token(fact.standing.origins, *last) if order == "origins" else token(*last)


def find_facts(connection: Connection, wanted: FactFilter) -> list[Fact]:
    """The living facts that are wanted, in the order that is wanted.

    Raises BadInputError for a time or a cursor that cannot be read.
    """
    query = select(*FACT).where(facts.c.ended_at.is_(None), *_conditions(wanted))
    query = query.order_by(*(column.desc() for column in _ORDERS[wanted.order])).limit(wanted.limit)
    rows = connection.execute(query).all()
    claims = find_claims_ever(connection, [row.claim_id for row in rows if row.claim_id])
    return [fact_of(row, claims.get(row.claim_id)) for row in rows]


def find_fact(connection: Connection, fact_id: str) -> Fact:
    """The fact, living or ended; `merged_into` is where its claims are now. Raises NotFoundError."""
    row = connection.execute(select(*FACT).where(facts.c.id == fact_id)).first()
    if row is None:
        raise NotFoundError(f"No fact is stored under {fact_id!r}.")
    claim = find_claims_ever(connection, [row.claim_id] if row.claim_id else []).get(row.claim_id)
    fact = fact_of(row, claim)
    if fact.merged_into is None:
        return fact
    # It went into one that may have gone into another since.
    followed = find_fact(connection, fact.merged_into)
    return replace(fact, merged_into=followed.merged_into or followed.id)


def find_facts_of(connection: Connection, claim_ids: Collection[str], *, before: str | None = None) -> dict[str, str]:
    """The ids of the facts that the claims belong to, by claim; with `before`, up to that time."""
    query = select(fact_members.c.claim_id, fact_members.c.fact_id).where(_held(before))
    if are_most(connection, claim_ids, fact_members.c.number):
        facts_of = dict(find_stored(connection, query))
        return {claim: facts_of[claim] for claim in facts_of.keys() & claim_ids}
    parts = (query.where(fact_members.c.claim_id.in_(some)) for some in chunks(sorted(claim_ids)))
    return {claim: fact for part in parts for claim, fact in find_stored(connection, part)}


def find_members_of(
    connection: Connection, fact_ids: Collection[str], *, before: str | None = None
) -> dict[str, dict[str, bool]]:
    """The claims that the facts have, or had before that time: by fact, and whether each was still said."""
    found: dict[str, dict[str, bool]] = {}
    for some in chunks(sorted(fact_ids)):
        query = select(fact_members).where(fact_members.c.fact_id.in_(some), _held(before))
        for row in connection.execute(query.order_by(fact_members.c.number)):
            found.setdefault(row.fact_id, {})[row.claim_id] = row.said
    return found


def find_memberships(connection: Connection, fact_id: str, *, before: str | None = None) -> list[Membership]:
    """Every claim that the fact has or had, in the order in which they came; with `before`, as it was known then."""
    query = select(*(fact_members.c[name] for name in ("claim_id", "said", "since", "until")))
    query = query.where(fact_members.c.fact_id == fact_id, *_earlier(fact_members.c.since, before))
    rows = connection.execute(query.order_by(fact_members.c.number))
    return [Membership(row.claim_id, row.said, row.since, _until(row.until, before)) for row in rows]


def find_standings(connection: Connection, fact_id: str, *, before: str | None = None) -> list[Restated]:
    """How the fact stood, step by step; with `before`, up to that time."""
    query = select(*RESTATED).where(fact_standings.c.fact_id == fact_id, *_earlier(fact_standings.c.at, before))
    return [restated_of(row) for row in connection.execute(query.order_by(fact_standings.c.number))]


def find_events(connection: Connection, fact_id: str, *, before: str | None = None) -> list[FactEvent]:
    """What became of the fact, the earliest first."""
    query = select(fact_events).where(fact_events.c.fact_id == fact_id, *_earlier(fact_events.c.at, before))
    return [event_of(row) for row in connection.execute(query.order_by(fact_events.c.number))]


def count_facts(connection: Connection, wanted: FactFilter | None = None) -> int:
    """How many living facts there are, or are wanted."""
    query = select(facts.c.id).where(facts.c.ended_at.is_(None), *_conditions(wanted or FactFilter()))
    return len(connection.scalars(query).all())


def _held(before: str | None) -> ColumnElement[bool]:
    if before is None:
        return fact_members.c.until.is_(None)
    return and_(fact_members.c.since < before, or_(fact_members.c.until.is_(None), fact_members.c.until >= before))


def _earlier(column: ColumnElement[str], before: str | None) -> list[ColumnElement[bool]]:
    return [] if before is None else [column < before]


def _until(until: str | None, before: str | None) -> str | None:
    return None if before is not None and until is not None and until >= before else until


def _conditions(wanted: FactFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.flag is not None:
        conditions.append(facts.c[wanted.flag])
    if wanted.min_origins is not None:
        conditions.append(facts.c.origins >= wanted.min_origins)
    if wanted.min_outlets is not None:
        conditions.append(facts.c.outlets >= wanted.min_outlets)
    if wanted.cursor is not None:
        conditions.append(_comes_after(wanted.cursor, wanted.order))
    about = within(outlet=wanted.outlet, since=wanted.since, until=wanted.until) + within_topic(wanted.topic)
    if about:
        of_claims = fact_members.c.claim_id.in_(claim_ids_where(*about))
        held = select(fact_members.c.fact_id).where(_held(None), of_claims)
        conditions.append(facts.c.id.in_(held))
    return conditions


def _comes_after(cursor: str, order: FactOrder) -> ColumnElement[bool]:
    columns = _ORDERS[order]
    values = place(cursor, *(column.type.python_type for column in columns))
    found: ColumnElement[bool] = false()
    for column, value in zip(reversed(columns), reversed(values), strict=True):
        found = or_(column < value, and_(column == value, found))
    return found


_LATEST = (facts.c.changed_at, facts.c.id)
_ORDERS: dict[FactOrder, tuple[Column[Any], ...]] = {"changed": _LATEST, "origins": (facts.c.origins, *_LATEST)}
"""What facts are sorted by, the highest first."""
