"""What facts are found from: comparisons as links, and the facts that there were before."""

from collections.abc import Mapping
from dataclasses import dataclass

from service.domain.comparisons import DISMISSALS, RELATIONS, Dismissal, Relation

Group = frozenset[str]
"""Claims that are one fact, by id."""
APART: frozenset[Relation] = frozenset({"contradicts", "changed"})
"""Relations that keep two claims from being one fact."""


@dataclass(frozen=True)
class Compared:
    """A stored comparison, as far as facts go by it: the machine's relation, and what a person said if anyone did."""

    id: str
    a: str
    b: str
    relation: Relation | None
    confidence: float | None
    verdict: Relation | Dismissal | None = None
    agreement: float | None = None
    """The machine's probability of agreement, where it decided for a relation that keeps the claims apart."""

    @property
    def holds(self) -> Relation | None:
        """The relation that holds: a person's before the machine's, none after a dismissal."""
        if self.verdict in DISMISSALS:
            return None
        return next((relation for relation in RELATIONS if relation == self.verdict), self.relation)

    def is_shown(self, relation: Relation, least: float) -> bool:
        """Whether the relation holds, by a person's word or with at least this confidence."""
        return self.holds == relation and (self.verdict is not None or (self.confidence or 0.0) >= least)


@dataclass(frozen=True)
class Known:
    """A fact as it was: its claims now, or the last ones of a fact that `ended`. `number` tells the older one."""

    id: str
    number: int
    claims: Group
    ended: bool = False


@dataclass(frozen=True)
class Placed:
    """A group and the fact that it is: `known` None makes a new one, `split_from` the fact most of it was in before."""

    group: Group
    known: Known | None
    split_from: str | None = None


@dataclass(frozen=True)
class Identified:
    """Where groups and facts went; `merged` and `dissolved` are the facts that have no group, `merged` by the group."""

    placed: tuple[Placed, ...]
    merged: Mapping[str, Group]
    dissolved: tuple[str, ...]
