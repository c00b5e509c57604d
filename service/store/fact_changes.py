"""Writes what becomes of facts: their members, their standing, and the merges and splits."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, and_, delete, insert, or_, select, update

from service.domain.articles import digest
from service.domain.fact_links import Group, Identified, Known, Placed
from service.domain.facts import FactEventKind, Standing
from service.store.cursors import chunks
from service.store.fact_rows import NOTHING, STANDING, standing_values
from service.store.schema import claims, fact_events, fact_members, fact_standings, facts, marks

_MARK = "facts"
_IS_MEMBER = fact_members.c.until.is_(None)


def find_known(connection: Connection, claim_ids: Collection[str]) -> list[Known]:
    """The facts that one of the claims belongs to, with all their claims; and the ended ones that it was last in."""
    found: dict[str, tuple[int, bool, set[str]]] = {}
    for some in chunks(sorted(claim_ids)):
        of_claims = _MEMBERSHIP.where(fact_members.c.claim_id.in_(some)).with_only_columns(facts.c.id)
        for key, number, ended_at, claim_id in connection.execute(_MEMBERSHIP.where(facts.c.id.in_(of_claims))):
            found.setdefault(key, (number, ended_at is not None, set()))[2].add(claim_id)
    known = (Known(key, number, frozenset(held), ended) for key, (number, ended, held) in found.items())
    return sorted(known, key=lambda fact: fact.number)


def write_groups(connection: Connection, identified: Identified, *, said: Collection[str], at: str) -> set[str]:
    """Makes the groups the claims of their facts; what merged, split or dissolved is put down.

    Returns the living facts whose claims are not what they were: their standing is left to `write_standing`.
    """
    ids = {placed.group: _find_or_add(connection, placed, at=at) for placed in identified.placed}
    for fact_id, group in identified.merged.items():
        _end(connection, fact_id, at=at, into=ids[group])
    for fact_id in identified.dissolved:
        _end(connection, fact_id, at=at)
    before = {fact_id: _find_held(connection, fact_id) for fact_id in ids.values()}
    changed = {group: fact_id for group, fact_id in ids.items() if before[fact_id] != group}
    for group, fact_id in changed.items():
        _leave(connection, fact_id, before[fact_id] - group, at=at)
    for group, fact_id in changed.items():
        _join(connection, fact_id, {claim_id: claim_id in said for claim_id in group - before[fact_id]}, at=at)
    return set(changed.values())


def write_standing(connection: Connection, fact_id: str, standing: Standing, *, claim_id: str, at: str) -> None:
    """Makes this the standing from now on, unless it is what it was; `claim_id` speaks for the fact."""
    this = facts.c.id == fact_id
    row = connection.execute(select(facts).where(this)).one()
    values = standing_values(standing)
    if {name: row._mapping[name] for name in STANDING} != values:
        connection.execute(insert(fact_standings).values(fact_id=fact_id, at=at, **values))
        values |= {"changed_at": at}
    connection.execute(update(facts).where(this).values(claim_id=claim_id, stale=False, **values))


def write_said(connection: Connection, fact_id: str, said: Mapping[str, bool], *, at: str) -> None:
    """Puts down for each claim of the fact whether its article says it now, where that is news."""
    of_fact = and_(fact_members.c.fact_id == fact_id, _IS_MEMBER)
    query = select(fact_members.c.claim_id, fact_members.c.said).where(of_fact)
    news = {row.claim_id: said[row.claim_id] for row in connection.execute(query) if row.said != said[row.claim_id]}
    if news:
        connection.execute(update(fact_members).where(of_fact, fact_members.c.claim_id.in_(news)).values(until=at))
        _join(connection, fact_id, news, at=at)


def find_stale(connection: Connection) -> set[str]:
    """The facts whose standing is to be counted again."""
    return set(connection.scalars(select(facts.c.id).where(facts.c.stale, facts.c.ended_at.is_(None))))


def mark_stale(connection: Connection, article_ids: Iterable[str]) -> None:
    """Asks for the standing of all facts with a claim of one of these articles to be counted again."""
    for some in chunks(list(article_ids)):
        members = select(fact_members.c.fact_id).join(claims, claims.c.id == fact_members.c.claim_id)
        of_articles = members.where(claims.c.article_id.in_(some), _IS_MEMBER)
        connection.execute(update(facts).where(facts.c.id.in_(of_articles)).values(stale=True))


def forget_members(connection: Connection, claim_ids: Select[tuple[str]]) -> None:
    """Takes out every trace of these claims; a fact that had no others goes with all that is known of it."""
    query = select(fact_members.c.fact_id).distinct().where(fact_members.c.claim_id.in_(claim_ids))
    touched = connection.scalars(query).all()
    connection.execute(update(facts).where(facts.c.claim_id.in_(claim_ids)).values(claim_id=None))
    connection.execute(delete(fact_members).where(fact_members.c.claim_id.in_(claim_ids)))
    for some in chunks(touched):
        connection.execute(update(facts).where(facts.c.id.in_(some)).values(stale=True))
        left = select(fact_members.c.fact_id).where(fact_members.c.fact_id.in_(some))
        gone = connection.scalars(select(facts.c.id).where(facts.c.id.in_(some), facts.c.id.not_in(left))).all()
        _forget(connection, gone)


def find_rule(connection: Connection) -> str | None:
    """By which rule the facts were found, as `keep_rule` put it down; None before they were at all."""
    return connection.scalar(select(marks.c.value).where(marks.c.name == _MARK))


def keep_rule(connection: Connection, rule: str) -> None:
    """Puts down by which rule all facts of the store are found."""
    connection.execute(delete(marks).where(marks.c.name == _MARK))
    connection.execute(insert(marks).values(name=_MARK, value=rule))


def _find_or_add(connection: Connection, placed: Placed, *, at: str) -> str:
    if placed.known is None:
        fact_id = digest("fact", at, *sorted(placed.group))
        row = {"id": fact_id, "formed_at": at, "changed_at": at, "stale": False}
        connection.execute(insert(facts).values(**row, **NOTHING))
        _tell(connection, fact_id, "split" if placed.split_from else "formed", at=at, other=placed.split_from)
        _tell(connection, placed.split_from, "parted", at=at, other=fact_id)
        return fact_id
    fact_id = placed.known.id
    if placed.known.ended:
        living = {"ended_at": None, "merged_into": None, "changed_at": at}
        connection.execute(update(facts).where(facts.c.id == fact_id).values(living))
        _tell(connection, fact_id, "restored", at=at, other=placed.split_from)
        _tell(connection, placed.split_from, "parted", at=at, other=fact_id)
    return fact_id


def _end(connection: Connection, fact_id: str, *, at: str, into: str | None = None) -> None:
    ended = {"ended_at": at, "changed_at": at, "merged_into": into}
    connection.execute(update(facts).where(facts.c.id == fact_id).values(ended))
    of_fact = and_(fact_members.c.fact_id == fact_id, _IS_MEMBER)
    connection.execute(update(fact_members).where(of_fact).values(until=at))
    _tell(connection, fact_id, "merged" if into else "dissolved", at=at, other=into)
    _tell(connection, into, "absorbed", at=at, other=fact_id)


def _find_held(connection: Connection, fact_id: str) -> Group:
    query = select(fact_members.c.claim_id).where(fact_members.c.fact_id == fact_id, _IS_MEMBER)
    return frozenset(connection.scalars(query))


def _leave(connection: Connection, fact_id: str, claim_ids: Group, *, at: str) -> None:
    if claim_ids:
        these = and_(fact_members.c.fact_id == fact_id, _IS_MEMBER, fact_members.c.claim_id.in_(claim_ids))
        connection.execute(update(fact_members).where(these).values(until=at))
        _touch(connection, fact_id, at=at)


def _join(connection: Connection, fact_id: str, claims_said: Mapping[str, bool], *, at: str) -> None:
    rows = [
        {"fact_id": fact_id, "claim_id": claim_id, "said": said, "since": at}
        for claim_id, said in sorted(claims_said.items())
    ]
    if rows:
        connection.execute(insert(fact_members), rows)
        _touch(connection, fact_id, at=at)


def _touch(connection: Connection, fact_id: str, *, at: str) -> None:
    connection.execute(update(facts).where(facts.c.id == fact_id).values(changed_at=at))


def _tell(connection: Connection, fact_id: str | None, kind: FactEventKind, *, at: str, other: str | None) -> None:
    if fact_id is not None:
        connection.execute(insert(fact_events).values(fact_id=fact_id, at=at, kind=kind, other_id=other))


def _forget(connection: Connection, fact_ids: Collection[str]) -> None:
    for table in (fact_standings, fact_events):
        connection.execute(delete(table).where(table.c.fact_id.in_(fact_ids)))
    connection.execute(update(fact_events).where(fact_events.c.other_id.in_(fact_ids)).values(other_id=None))
    connection.execute(update(facts).where(facts.c.merged_into.in_(fact_ids)).values(merged_into=None))
    connection.execute(delete(facts).where(facts.c.id.in_(fact_ids)))


_MEMBERSHIP: Select[Any] = (
    select(facts.c.id, facts.c.number, facts.c.ended_at, fact_members.c.claim_id)
    .join(fact_members, fact_members.c.fact_id == facts.c.id)
    .where(or_(and_(facts.c.ended_at.is_(None), _IS_MEMBER), fact_members.c.until == facts.c.ended_at))
)
