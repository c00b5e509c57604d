"""What people said of pairs of claims: rows that supersede each other and are never changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from service.domain.comparisons import Judgement, find_relation
from service.errors import NotFoundError
from service.store.cursors import chunks
from service.store.schema import comparisons, judgements


@dataclass(frozen=True)
class Decision:
    """One step in the history of a pair; `judgement` is None where the one before was taken back."""

    judgement: Judgement | None
    at: str


def add_judgement(connection: Connection, comparison_id: str, judgement: Judgement) -> None:
    """What holds of the pair from now on, whatever models say; NotFoundError for no such comparison."""
    row = {
        "verdict": judgement.verdict,
        "note": judgement.note,
        "judged_by": judgement.judged_by,
        "judged_at": judgement.judged_at,
    }
    _append(connection, comparison_id, row)


def undo_judgement(connection: Connection, comparison_id: str, *, undone_at: str) -> None:
    """Takes back what was said of the pair, if anything was: the machine's relation holds again.

    Raises NotFoundError for no such comparison.
    """
    _append(connection, comparison_id, {"judged_at": undone_at})


def find_judgements(connection: Connection, comparison_id: str) -> list[Decision]:
    """Everything that was said of the pair, the oldest first."""
    query = select(judgements).where(judgements.c.pair_id == comparison_id).order_by(judgements.c.number)
    return [Decision(_judgement(row), row.judged_at) for row in connection.execute(query)]


def find_standing(connection: Connection, pair_ids: Sequence[str]) -> dict[str, Judgement]:
    """The judgement that stands, for those of the pairs that have one."""
    standing: dict[str, Judgement] = {}
    for some in chunks(pair_ids):
        last = select(func.max(judgements.c.number)).where(judgements.c.pair_id.in_(some))
        query = select(judgements).where(judgements.c.number.in_(last.group_by(judgements.c.pair_id)))
        for row in connection.execute(query.where(judgements.c.verdict.is_not(None))):
            judgement = _judgement(row)
            if judgement is not None:
                standing[row.pair_id] = judgement
    return standing


def _append(connection: Connection, comparison_id: str, row: dict[str, Any]) -> None:
    this = comparisons.c.id == comparison_id
    found = connection.execute(select(comparisons).where(this)).first()
    if found is None:
        raise NotFoundError(f"No comparison is stored under {comparison_id!r}.")
    pair = {"pair_id": found.id, "a_claim_id": found.a_claim_id, "b_claim_id": found.b_claim_id}
    connection.execute(insert(judgements).values(pair | row))
    standing = find_standing(connection, [comparison_id]).get(comparison_id)
    connection.execute(update(comparisons).where(this).values(holds=find_relation(found.relation, standing)))


def _judgement(row: Row[Any]) -> Judgement | None:
    if row.verdict is None:
        return None
    return Judgement(row.verdict, note=row.note, judged_by=row.judged_by, judged_at=row.judged_at)
