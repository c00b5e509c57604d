"""Facts as rows, and how they are read back."""

from typing import Any

from sqlalchemy import FromClause, Row

from service.domain.claims import Claim
from service.domain.facts import Fact, FactEvent, Restated, Standing
from service.store.schema import fact_standings, facts

STANDING = ("origins", "outlets", "claims", "disputed", "changed", "withdrawn")
"""The columns of a standing, in facts and in fact_standings."""
NOTHING: dict[str, Any] = dict.fromkeys(STANDING[:3], 0) | dict.fromkeys(STANDING[3:], False)


def standing_columns(table: FromClause) -> list[Any]:
    """The columns that `standing_of` reads."""
    return [table.c[name] for name in STANDING]


def standing_values(standing: Standing) -> dict[str, Any]:
    """A standing as columns."""
    return {name: getattr(standing, name) for name in STANDING}


def standing_of(row: Row[Any]) -> Standing:
    """The standing in the columns of a row."""
    return Standing(**{name: row._mapping[name] for name in STANDING})


def fact_of(row: Row[Any], claim: Claim | None) -> Fact:
    """The fact of a row of FACT."""
    times = (row.formed_at, row.changed_at, row.ended_at)
    return Fact(row.id, claim, standing_of(row), *times, merged_into=row.merged_into)


def restated_of(row: Row[Any]) -> Restated:
    """One step of a fact's standing."""
    return Restated(row.at, standing_of(row))


def event_of(row: Row[Any]) -> FactEvent:
    """What became of a fact."""
    return FactEvent(row.at, row.kind, row.other_id)


FACT = (
    *(facts.c[name] for name in ("id", "claim_id", "formed_at", "changed_at", "ended_at", "merged_into")),
    *standing_columns(facts),
)
RESTATED = (fact_standings.c.at, *standing_columns(fact_standings))
