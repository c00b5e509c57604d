"""The review queue: which pair a person should look at next, and how many are left."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, ColumnElement, Connection, Row, and_, case, func, or_, select

from service.domain.comparisons import Comparison, Relation
from service.domain.worth import RELATION_WORTH, Signs, Worth, find_worth
from service.errors import NotFoundError
from service.store.comparisons import ComparisonFilter, find_comparison, find_comparisons
from service.store.cursors import place, token
from service.store.review_pairs import QueueFilter, folded, waiting
from service.store.schema import comparisons, judgements, skips
from service.store.standing import STANDING
from service.store.times import now

__all__ = ["Left", "Queue", "QueueFilter", "Queued", "find_left", "find_queue", "find_queued"]

MOST_COPIES = 20
"""So many copies of a pair are given with it; fifty outlets that ran one wire make more pairs than anybody reads."""

FRONT = ("", 2.0, "")
"""Before everything: no worth is so great."""


@dataclass(frozen=True)
class Queued:
    """A pair to be reviewed, with its worth.

    `pairs` says how many pairs of copies, itself among them, one judgement settles; `copies` are the first of the
    others. `skipped_at` is when this reviewer put it off. `cursor` is the `after` for the pair that follows.
    """

    comparison: Comparison
    worth: Worth
    pairs: int
    copies: tuple[Comparison, ...]
    skipped_at: str | None
    cursor: str


@dataclass(frozen=True)
class Left:
    """What is left to do, copies counted once, and what is done.

    `judged` counts the pairs whose judgement stands, `judged_today` those of them judged since midnight UTC, and
    `mine_today` those by this reviewer. `skipped` are the reviewer's among those left.
    """

    relations: dict[Relation, int]
    skipped: int
    judged: int
    judged_today: int
    mine_today: int

    @property
    def total(self) -> int:
        """All that is left."""
        return sum(self.relations.values())


@dataclass(frozen=True)
class Queue:
    """The pair to look at, None at the end, and what is left."""

    next: Queued | None
    left: Left


def find_left(connection: Connection, wanted: QueueFilter | None = None, *, today: str | None = None) -> Left:
    """How many pairs are left for a reviewer, by the machine's relation, and how many are done."""
    return find_queue(connection, wanted, today=today).left


def find_queue(
    connection: Connection, wanted: QueueFilter | None = None, *, after: str | None = None, today: str | None = None
) -> Queue:
    """The pair of the greatest worth that nobody judged, or the one after the cursor, with what is left in all.

    What the reviewer skipped comes last, the first skipped first. `today` (ISO 8601) is the day by the clock if left
    out. Raises BadInputError for a cursor that is none.
    """
    wanted, today = wanted or QueueFilter(), today or now()
    queue = _queue(waiting(wanted, today=today), wanted)
    behind = case((_behind(queue, *(place(after, str, float, str) if after is not None else FRONT)), 1), else_=0)
    counts = [func.count().filter(queue.c.relation == relation).over() for relation in RELATION_WORTH]
    counts.append(func.count().filter(queue.c.put_off != "").over())
    # The counts are of all rows: so one comes also where none lies behind the cursor.
    order = (behind.desc(), queue.c.put_off, queue.c.worth.desc(), queue.c.id)
    row = connection.execute(select(queue, behind, *counts).order_by(*order).limit(1)).first()
    found, (is_behind, *counted) = (row, row[-1 - len(counts) :]) if row else (None, (False, *[0] * len(counts)))
    return Queue(
        _queued(connection, found, wanted, today=today) if found and is_behind else None,
        _left(connection, counted, wanted.reviewer, today=today),
    )


def find_queued(
    connection: Connection, comparison_id: str, wanted: QueueFilter | None = None, *, today: str | None = None
) -> Queued:
    """This very pair, be it judged or not: what was brought back, or is revealed.

    Raises NotFoundError where it is not stored, or no longer said.
    """
    wanted, today = wanted or QueueFilter(), today or now()
    words = select(comparisons.c.words).where(comparisons.c.id == comparison_id).scalar_subquery()
    this = comparisons.c.id == comparison_id
    pairs = folded(wanted, comparisons.c.words == words, or_(this, _CALLED), today=today, few=True)
    queue = _queue(pairs, wanted)
    row = connection.execute(select(queue).where(queue.c.id == comparison_id)).first()
    if row is None:
        raise NotFoundError(f"No comparison is stored under {comparison_id!r}.")
    return _queued(connection, row, wanted, today=today)


def _left(connection: Connection, counted: Sequence[int], reviewer: str | None, *, today: str) -> Left:
    *left, skipped = counted
    return Left(dict(zip(RELATION_WORTH, left, strict=True)), skipped, *_count_judged(connection, reviewer, today))


def _queue(pairs: CTE, wanted: QueueFilter) -> CTE:
    """The pairs with `put_off`: when this reviewer skipped them, "" for not at all."""
    skipped = and_(skips.c.words == pairs.c.words, skips.c.reviewer == (wanted.reviewer or ""))
    columns = (pairs, func.coalesce(skips.c.skipped_at, "").label("put_off"))
    return select(*columns).select_from(pairs.outerjoin(skips, skipped)).cte("queue")


def _behind(queue: CTE, put_off: str, worth: float, last: str) -> ColumnElement[bool]:
    further = or_(queue.c.worth < worth, and_(queue.c.worth == worth, queue.c.id > last))
    return or_(queue.c.put_off > put_off, and_(queue.c.put_off == put_off, further))


def _queued(connection: Connection, row: Row[Any], wanted: QueueFilter, *, today: str) -> Queued:
    signs = Signs(
        relation=None if wanted.blind else row.relation,
        confidence=None if wanted.blind else row.confidence,
        independent=bool(row.independent),
        newest=row.newest,
        pairs=row.pairs,
        checkworthiness=row.checkworthiness,
    )
    return Queued(
        comparison=find_comparison(connection, row.id),
        worth=find_worth(signs, today=today),
        pairs=row.pairs,
        copies=tuple(_find_copies(connection, row)),
        skipped_at=row.put_off or None,
        cursor=token(row.put_off, row.worth, row.id),
    )


def _find_copies(connection: Connection, row: Row[Any]) -> list[Comparison]:
    """The other pairs of the same words; no query for the many that have none."""
    if row.pairs == 1:
        return []
    wanted = ComparisonFilter(words=row.words, limit=MOST_COPIES + 1)
    found = (one for one in find_comparisons(connection, wanted) if one.verdict.relation in RELATION_WORTH)
    return [one for one in found if one.id != row.id][:MOST_COPIES]


def _count_judged(connection: Connection, reviewer: str | None, today: str) -> tuple[int, int, int]:
    new = judgements.c.judged_at >= today[:10]
    mine = and_(new, judgements.c.judged_by.is_not_distinct_from(reviewer))
    counted = (func.count(), func.count().filter(new), func.count().filter(mine))
    return tuple(connection.execute(select(*counted).where(STANDING)).one())  # type: ignore[return-value]


_CALLED = and_(comparisons.c.relation.in_(RELATION_WORTH), comparisons.c.same_article.is_(False))
"""As REVIEWED, by what the machine says also where a person said otherwise."""
