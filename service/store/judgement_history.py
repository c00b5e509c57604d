"""What was said of pairs, row by row, with what the machine said at that moment: to be read, and to be counted."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select, select

from service.domain.comparisons import Judgement, Relation
from service.store.cursors import place, token
from service.store.schema import articles, claims, judgements
from service.store.standing import STANDING, judgement_of


@dataclass(frozen=True)
class Machine:
    """What the machine said when a pair was judged."""

    relation: Relation | None
    confidence: float | None
    model: str


@dataclass(frozen=True)
class JudgedSide:
    """A side of a judged pair: its words, and who published them."""

    claim_id: str
    article_id: str
    outlet: str | None
    quote: str


@dataclass(frozen=True)
class Given:
    """One row of the history of judgements.

    `judgement` is None where only the one before was taken back (`at`, `by`). `machine` is None for rows of before it
    was kept. `stands`: this is what holds of the pair and its copies. `blind`: the person had not seen what the
    machine said.
    """

    comparison_id: str
    at: str
    by: str | None
    judgement: Judgement | None
    machine: Machine | None
    blind: bool
    stands: bool
    a: JudgedSide
    b: JudgedSide


@dataclass(frozen=True)
class GivenPage:
    """A run of the history; `next_cursor` is None at the end."""

    items: tuple[Given, ...]
    next_cursor: str | None


def find_history(
    connection: Connection, *, limit: int, cursor: str | None = None, reviewer: str | None = None
) -> GivenPage:
    """What was said, the newest first; of one reviewer, if named. Raises BadInputError for a cursor that is none."""
    conditions: list[ColumnElement[bool]] = []
    if cursor is not None:
        conditions.append(judgements.c.number < place(cursor, int)[0])
    if reviewer is not None:
        conditions.append(judgements.c.judged_by == reviewer)
    query = _history().where(*conditions).order_by(judgements.c.number.desc()).limit(limit + 1)
    rows = connection.execute(query).all()
    more = token(rows[limit - 1].number) if len(rows) > limit else None
    return GivenPage(tuple(map(_given, rows[:limit])), more)


def find_standing_history(connection: Connection) -> list[Given]:
    """All judgements that hold, the newest first; of the copies of a pair, one."""
    return list(map(_given, connection.execute(_history().where(STANDING).order_by(judgements.c.number.desc()))))


def _history() -> Select[Any]:
    a, b = claims.alias("a"), claims.alias("b")
    of_a, of_b = articles.alias("of_a"), articles.alias("of_b")
    source: FromClause = judgements.join(a, a.c.id == judgements.c.a_claim_id).join(of_a, of_a.c.id == a.c.article_id)
    source = source.join(b, b.c.id == judgements.c.b_claim_id).join(of_b, of_b.c.id == b.c.article_id)
    sides = (a.c.id, a.c.article_id, of_a.c.outlet, a.c.quote, b.c.id, b.c.article_id, of_b.c.outlet, b.c.quote)
    labelled = (column.label(f"side_{at}") for at, column in enumerate(sides))
    return select(judgements, STANDING.label("stands"), *labelled).select_from(source)


def _given(row: Row[Any]) -> Given:
    sides = tuple(row)[-8:]
    machine = Machine(row.machine_relation, row.machine_confidence, row.machine_model) if row.machine_model else None
    return Given(
        comparison_id=row.pair_id,
        at=row.judged_at,
        by=row.judged_by,
        judgement=judgement_of(row),
        machine=machine,
        blind=row.blind,
        stands=bool(row.stands),
        a=JudgedSide(*sides[:4]),
        b=JudgedSide(*sides[4:]),
    )
