"""What reviewers put off: it says nothing of the pair, and moves it to the end of their own queue only."""

from sqlalchemy import Connection, delete, insert, or_, select

from service.errors import NotFoundError
from service.store.comparison_filters import BOTH_SAID
from service.store.schema import comparisons, skips


def add_skip(connection: Connection, comparison_id: str, *, reviewer: str | None, skipped_at: str) -> None:
    """Puts the pair and its copies at the end of the reviewer's queue; NotFoundError for no such comparison."""
    found = connection.execute(select(comparisons).where(comparisons.c.id == comparison_id)).first()
    if found is None:
        raise NotFoundError(f"No comparison is stored under {comparison_id!r}.")
    remove_skip(connection, comparison_id, reviewer=reviewer)
    connection.execute(
        insert(skips).values(
            reviewer=reviewer or "",
            words=found.words,
            pair_id=found.id,
            a_claim_id=found.a_claim_id,
            b_claim_id=found.b_claim_id,
            skipped_at=skipped_at,
        )
    )


def remove_skip(connection: Connection, comparison_id: str, *, reviewer: str | None) -> None:
    """Puts the pair back to where its worth puts it, if the reviewer had skipped it or a copy of it.

    Also where it had other words then: what was skipped is found by the pair again.
    """
    words = select(comparisons.c.words).where(comparisons.c.id == comparison_id).scalar_subquery()
    skipped = or_(skips.c.words == words, skips.c.pair_id == comparison_id)
    connection.execute(delete(skips).where(skips.c.reviewer == (reviewer or ""), skipped))


def find_last_skipped(connection: Connection, reviewer: str | None) -> tuple[str, str] | None:
    """The pair that a reviewer skipped last, and when; only a pair that is still said."""
    query = select(skips.c.pair_id, skips.c.skipped_at).join(comparisons, comparisons.c.id == skips.c.pair_id)
    query = query.where(skips.c.reviewer == (reviewer or ""), *BOTH_SAID)
    found = connection.execute(query.order_by(skips.c.skipped_at.desc()).limit(1)).first()
    return (found.pair_id, found.skipped_at) if found else None
