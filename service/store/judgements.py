"""What people said of pairs of claims: rows that supersede each other and are never changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from service.domain.comparisons import Judgement, find_relation
from service.errors import NotFoundError
from service.store.comparison_filters import BOTH_SAID
from service.store.cursors import chunks
from service.store.schema import comparisons, judgements

_PAIR = judgements.c.pair_id
STANDING = (
    judgements.c.number.in_(select(func.max(judgements.c.number)).group_by(_PAIR).scalar_subquery()),
    judgements.c.verdict.is_not(None),
)
"""That a row is what holds of its pair: the last of it, and not one that only takes another back."""


@dataclass(frozen=True)
class Decision:
    """One step in the history of a pair; `judgement` is None where the one before was taken back."""

    judgement: Judgement | None
    at: str


def add_judgement(connection: Connection, comparison_id: str, judgement: Judgement, *, blind: bool = False) -> None:
    """What holds of the pair from now on, whatever models say; NotFoundError for no such comparison.

    What the machine says at this moment is kept with it; `blind`: the person had not seen that.
    """
    found = _find_row(connection, comparison_id)
    row = {
        "verdict": judgement.verdict,
        "note": judgement.note,
        "judged_by": judgement.judged_by,
        "judged_at": judgement.judged_at,
        "machine_relation": found.relation,
        "machine_confidence": found.confidence,
        "machine_model": found.model,
        "blind": blind,
    }
    _append(connection, found, row)


def undo_judgement(connection: Connection, comparison_id: str, *, undone_at: str, undone_by: str | None = None) -> None:
    """Takes back what was said of the pair, if anything was: the machine's relation holds again.

    Raises NotFoundError for no such comparison.
    """
    _append(connection, _find_row(connection, comparison_id), {"judged_at": undone_at, "judged_by": undone_by})


def find_judgements(connection: Connection, comparison_id: str) -> list[Decision]:
    """Everything that was said of the pair, the oldest first."""
    query = select(judgements).where(judgements.c.pair_id == comparison_id).order_by(judgements.c.number)
    return [Decision(judgement_of(row), row.judged_at) for row in connection.execute(query)]


def find_standing(connection: Connection, pair_ids: Sequence[str]) -> dict[str, Judgement]:
    """The judgement that stands, for those of the pairs that have one."""
    standing: dict[str, Judgement] = {}
    for some in chunks(pair_ids):
        last = select(func.max(judgements.c.number)).where(judgements.c.pair_id.in_(some))
        query = select(judgements).where(judgements.c.number.in_(last.group_by(judgements.c.pair_id)))
        for row in connection.execute(query.where(judgements.c.verdict.is_not(None))):
            judgement = judgement_of(row)
            if judgement is not None:
                standing[row.pair_id] = judgement
    return standing


def find_last_judged(connection: Connection, reviewer: str | None) -> tuple[str, str] | None:
    """The pair that a reviewer judged last, and when, among those whose judgement stands and that are still said."""
    query = select(judgements.c.pair_id, judgements.c.judged_at).join(comparisons, comparisons.c.id == _PAIR)
    query = query.where(*STANDING, judgements.c.judged_by.is_not_distinct_from(reviewer), *BOTH_SAID)
    found = connection.execute(query.order_by(judgements.c.number.desc()).limit(1)).first()
    return (found.pair_id, found.judged_at) if found else None


def _find_row(connection: Connection, comparison_id: str) -> Row[Any]:
    found = connection.execute(select(comparisons).where(comparisons.c.id == comparison_id)).first()
    if found is None:
        raise NotFoundError(f"No comparison is stored under {comparison_id!r}.")
    return found


def _append(connection: Connection, found: Row[Any], row: dict[str, Any]) -> None:
    pair = {"pair_id": found.id, "a_claim_id": found.a_claim_id, "b_claim_id": found.b_claim_id, "words": found.words}
    connection.execute(insert(judgements).values(pair | row))
    standing = find_standing(connection, [found.id]).get(found.id)
    holds = find_relation(found.relation, standing)
    connection.execute(update(comparisons).where(comparisons.c.id == found.id).values(holds=holds))


def judgement_of(row: Row[Any]) -> Judgement | None:
    """The judgement of a row; None for one that only takes another back."""
    if row.verdict is None:
        return None
    return Judgement(row.verdict, note=row.note, judged_by=row.judged_by, judged_at=row.judged_at)
