"""What people said of pairs of claims: rows that supersede each other and are never changed."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select

from service.domain.comparisons import Judgement
from service.errors import NotFoundError
from service.store.comparison_filters import BOTH_SAID
from service.store.schema import comparisons, judgements
from service.store.standing import STANDING, is_given, judgement_of, settle, settle_words


@dataclass(frozen=True)
class Decision:
    """One step in the history of a pair; `judgement` is None where the one before was taken back."""

    judgement: Judgement | None
    at: str


def add_judgement(connection: Connection, comparison_id: str, judgement: Judgement, *, blind: bool = False) -> set[str]:
    """What holds of the pair and its copies from now on, whatever models say; NotFoundError for no such comparison.

    What the machine says at this moment is kept with it; `blind`: the person had not seen that. Returns the claims of
    all pairs that this settles.
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
    return _append(connection, found, row)


def undo_judgement(
    connection: Connection, comparison_id: str, *, undone_at: str, undone_by: str | None = None
) -> set[str]:
    """Takes back what was said of the pair and of its copies, if anything was: the machine's relation holds again.

    Returns the claims of all pairs that this concerns. Raises NotFoundError for no such comparison.
    """
    found = _find_row(connection, comparison_id)
    said = or_(judgements.c.pair_id == found.id, judgements.c.words == found.words)
    settled: set[str] = set()
    # A row on each of the pairs: with one alone, a takedown of its article would bring the others back.
    for row in connection.execute(select(*_ON).where(said, *is_given())).all():
        settled |= _append(connection, row, {"judged_at": undone_at, "judged_by": undone_by})
    return settled


def find_judgements(connection: Connection, comparison_id: str) -> list[Decision]:
    """Everything that was said of the pair, the oldest first."""
    query = select(judgements).where(judgements.c.pair_id == comparison_id).order_by(judgements.c.number)
    return [Decision(judgement_of(row), row.judged_at) for row in connection.execute(query)]


def find_last_judged(connection: Connection, reviewer: str | None) -> tuple[str, str] | None:
    """The pair that a reviewer judged last, and when, among those whose judgement stands and that are still said."""
    query = select(judgements.c.pair_id, judgements.c.judged_at).join(
        comparisons, comparisons.c.id == judgements.c.pair_id
    )
    query = query.where(STANDING, judgements.c.judged_by.is_not_distinct_from(reviewer), *BOTH_SAID)
    found = connection.execute(query.order_by(judgements.c.number.desc()).limit(1)).first()
    return (found.pair_id, found.judged_at) if found else None


def _find_row(connection: Connection, comparison_id: str) -> Row[Any]:
    found = connection.execute(select(comparisons).where(comparisons.c.id == comparison_id)).first()
    if found is None:
        raise NotFoundError(f"No comparison is stored under {comparison_id!r}.")
    return found


def _append(connection: Connection, on: Row[Any], row: dict[str, Any]) -> set[str]:
    """Writes a row on this pair and settles all that go by it, also those of words that the pair had before."""
    pair = {"pair_id": on.id, "a_claim_id": on.a_claim_id, "b_claim_id": on.b_claim_id, "words": on.words}
    connection.execute(insert(judgements).values(pair | row))
    named = connection.scalars(select(judgements.c.words).distinct().where(judgements.c.pair_id == on.id))
    return settle(connection, [on.id]) | settle_words(connection, {words for words in named if words is not None})


_ON = (
    judgements.c.pair_id.label("id"),
    *(judgements.c[name] for name in ("a_claim_id", "b_claim_id", "words")),
)
