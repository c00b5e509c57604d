"""Which judgement stands, of a pair and of all its copies: the one owner of that rule, and of what `holds` says of it.

A judgement settles the pair that it was given on, and every pair of the same words. Of several, the newest stands.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, exists, func, or_, select, update

from service.domain.comparisons import Judgement, find_relation
from service.store.cursors import chunks
from service.store.schema import comparisons, judgements

MOST_ASKED = 500
"""Of more pairs than these, all judgements are read: people give far fewer than a model does."""


def is_given(*, before: str | None = None) -> tuple[ColumnElement[bool], ...]:
    """That a row is the last that was said of its very pair, and does not only take another back; before a time."""
    later = judgements.alias("later")
    follows = [later.c.pair_id == judgements.c.pair_id, later.c.number > judgements.c.number]
    if before is None:
        return (judgements.c.verdict.is_not(None), ~exists().where(*follows))
    early = judgements.c.judged_at < before, judgements.c.verdict.is_not(None)
    return (*early, ~exists().where(*follows, later.c.judged_at < before))


STANDING: ColumnElement[bool] = judgements.c.number.in_(
    select(func.max(judgements.c.number))
    .where(*is_given())
    .group_by(func.coalesce(judgements.c.words, judgements.c.pair_id))
    .scalar_subquery()
)
"""That a row is what holds of its words: none was given later on a copy either."""

IS_JUDGED: ColumnElement[bool] = or_(
    comparisons.c.id.in_(select(judgements.c.pair_id).where(*is_given())),
    comparisons.c.words.in_(select(judgements.c.words).where(*is_given(), judgements.c.words.is_not(None))),
)
"""That a judgement settles the comparison, be it given on the pair itself or on a copy."""


def find_standing(
    connection: Connection, pair_ids: Sequence[str], *, before: str | None = None
) -> dict[str, Judgement]:
    """The judgement that stands, for those of the pairs that have one; `on` names the copy that it was given on.

    With `before`, as it stood before that time.
    """
    found: dict[str, Row[Any]] = {}
    wanted = set(pair_ids)
    parts: Iterable[Sequence[str] | None] = chunks(pair_ids) if len(wanted) <= MOST_ASKED else [None]
    for row in (row for some in parts for row in connection.execute(_of_pairs(some, before))):
        if row.key in wanted and (row.key not in found or found[row.key].number < row.number):
            found[row.key] = row
    return {key: _standing(row) for key, row in found.items()}


def find_all_standing(connection: Connection) -> dict[str, Judgement]:
    """The judgement that stands, of every pair that has one."""
    found: dict[str, Row[Any]] = {}
    for row in connection.execute(_of_pairs(None, None)):
        if row.key not in found or found[row.key].number < row.number:
            found[row.key] = row
    return {key: _standing(row) for key, row in found.items()}


def find_judged(connection: Connection, words: Mapping[str, str]) -> set[str]:
    """Those of the pairs, given with the names of their words, that a judgement settles; they need not be stored."""
    pairs = _find_among(connection, judgements.c.pair_id, words.keys())
    named = _find_among(connection, judgements.c.words, words.values())
    return {key for key, of_pair in words.items() if key in pairs or of_pair in named}


def settle(connection: Connection, pair_ids: Sequence[str]) -> set[str]:
    """Makes `holds` of these comparisons what it has to be; returns the claims of them all.

    To be called wherever a judgement or a verdict came or went.
    """
    standing = find_standing(connection, pair_ids)
    ends: set[str] = set()
    for some in chunks(pair_ids):
        rows = connection.execute(_HELD.where(comparisons.c.id.in_(some))).all()
        ends.update(end for row in rows for end in (row.a_claim_id, row.b_claim_id))
        holds = {row.id: find_relation(row.relation, standing.get(row.id)) for row in rows}
        changed = [{"key": row.id, "now": holds[row.id]} for row in rows if row.holds != holds[row.id]]
        if changed:
            connection.execute(_HOLD, changed)
    return ends


def settle_words(connection: Connection, words: Collection[str]) -> set[str]:
    """The same for all comparisons of these words."""
    pairs = (
        connection.scalars(select(comparisons.c.id).where(comparisons.c.words.in_(some)))
        for some in chunks(sorted(words))
    )
    return settle(connection, [key for found in pairs for key in found])


def judgement_of(row: Row[Any]) -> Judgement | None:
    """The judgement of a row; None for one that only takes another back."""
    if row.verdict is None:
        return None
    return Judgement(row.verdict, note=row.note, judged_by=row.judged_by, judged_at=row.judged_at)


def _standing(row: Row[Any]) -> Judgement:
    judgement = judgement_of(row)
    assert judgement is not None  # noqa: S101 - `is_given` leaves the others out
    return judgement if row.key == row.pair_id else replace(judgement, on=row.pair_id)


def _of_pairs(pair_ids: Sequence[str] | None, before: str | None) -> Select[Any]:
    """What was given on the pairs (None: on any) and their words. Two lookups: with "or" in one, no index is walked."""
    own = select(judgements.c.pair_id.label("key"), *_GIVEN).where(*is_given(before=before))
    copies = select(comparisons.c.id.label("key"), *_GIVEN).where(*is_given(before=before))
    copies = copies.join_from(comparisons, judgements, judgements.c.words == comparisons.c.words)
    if pair_ids is not None:
        own, copies = own.where(judgements.c.pair_id.in_(pair_ids)), copies.where(comparisons.c.id.in_(pair_ids))
    return select(own.union_all(copies).subquery())


def _find_among(connection: Connection, column: ColumnElement[Any], wanted: Collection[str]) -> set[str]:
    parts = (select(column).where(column.in_(some), *is_given()) for some in chunks(list(wanted)))
    return {value for part in parts for value in connection.scalars(part)}


_GIVEN = tuple(judgements.c[name] for name in "number pair_id verdict note judged_by judged_at".split())
_HELD = select(*(comparisons.c[name] for name in "id a_claim_id b_claim_id relation holds".split()))
_HOLD = update(comparisons).where(comparisons.c.id == bindparam("key")).values(holds=bindparam("now"))
