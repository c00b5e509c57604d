"""How often people agree with the machine, from what they judged; and the threshold that this speaks for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from service.domain.comparisons import RELATIONS, Dismissal, Relation
from service.domain.shares import find_wilson

TARGET = 0.8
LEAST_JUDGED = 20
"""Fewer say too little: of 20, all right, the true share may still be 84%."""


@dataclass(frozen=True)
class Judged:
    """A judgement that stands, and what the machine said when it was given. `outlets` are those of the two sides."""

    relation: Relation
    confidence: float
    model: str
    verdict: Relation | Dismissal
    blind: bool
    outlets: frozenset[str] = frozenset()

    @property
    def right(self) -> bool:
        """Whether the relation was right, be it worth pursuing or not."""
        return self.verdict in (self.relation, "not_worth")


@dataclass(frozen=True)
class Share:
    """How many of the judged were right."""

    judged: int
    right: int

    @property
    def precision(self) -> float | None:
        """The share, rounded to four digits; None where nothing was judged."""
        return round(self.right / self.judged, 4) if self.judged else None

    @property
    def interval(self) -> tuple[float, float]:
        """Its 95% interval (Wilson)."""
        low, high = find_wilson(self.right, self.judged)
        return low, high


@dataclass(frozen=True)
class PrecisionRow:
    """The precision of one relation: of one model version, of one outlet, or of all (both None).

    Only `blind` is unbiased: those who judged it had not seen what the machine said. It is part of `all`.
    """

    relation: Relation
    model: str | None
    outlet: str | None
    all: Share
    blind: Share


@dataclass(frozen=True)
class Proposal:
    """The least confidence from which on the judged pairs of a relation were right often enough, for one model version.

    `rests_on` are the judged pairs from there on. `least` is None where none can be proposed; `why_none` says why.
    """

    relation: Relation
    model: str
    judged: int
    least: float | None = None
    rests_on: Share = Share(0, 0)
    why_none: str | None = None


def find_rows(judged: Sequence[Judged]) -> list[PrecisionRow]:
    """By relation, by relation and model version, by relation and outlet, in this order.

    A pair of two outlets counts for both of them.
    """
    groups: dict[tuple[Relation, str | None, str | None], list[Judged]] = defaultdict(list)
    for one in judged:
        for model, outlet in _groups_of(one):
            groups[one.relation, model, outlet].append(one)
    rows = [
        PrecisionRow(*key, all=_share(found), blind=_share([one for one in found if one.blind]))
        for key, found in groups.items()
    ]
    return sorted(rows, key=_place)


def propose(judged: Sequence[Judged], *, model: str, target: float = TARGET) -> list[Proposal]:
    """For each relation that was judged of this model version, the threshold at which `target` is reached."""
    of_model = [one for one in judged if one.model == model]
    present = {one.relation for one in of_model}
    return [
        _propose([one for one in of_model if one.relation == relation], relation, model, target)
        for relation in RELATIONS
        if relation in present
    ]


def _propose(judged: Sequence[Judged], relation: Relation, model: str, target: float) -> Proposal:
    if len(judged) < LEAST_JUDGED:
        why = f"{len(judged)} were judged; a threshold needs at least {LEAST_JUDGED}."
        return Proposal(relation, model, len(judged), why_none=why)
    cuts = [(least, share) for least, share in _cuts(judged) if share.judged >= LEAST_JUDGED]
    enough = [(least, share) for least, share in cuts if share.right >= target * share.judged]
    if not enough:
        best = max(share.right / share.judged for _, share in cuts)
        why = f"From no confidence on are {target:.0%} of at least {LEAST_JUDGED} right; at best {best:.0%} are."
        return Proposal(relation, model, len(judged), why_none=why)
    least, share = min(enough, key=lambda cut: cut[0])
    return Proposal(relation, model, len(judged), least, share)


def _cuts(judged: Sequence[Judged]) -> Iterator[tuple[float, Share]]:
    """Every confidence that was judged, with what was judged from there on."""
    for least in sorted({one.confidence for one in judged}):
        yield least, _share([one for one in judged if one.confidence >= least])


def _groups_of(judged: Judged) -> Iterator[tuple[str | None, str | None]]:
    yield None, None
    yield judged.model, None
    yield from ((None, outlet) for outlet in judged.outlets)


def _share(judged: Iterable[Judged]) -> Share:
    right = [one.right for one in judged]
    return Share(len(right), sum(right))


def _place(row: PrecisionRow) -> tuple[bool, bool, int, str]:
    named = (row.outlet is not None, row.model is not None)
    return *named, RELATIONS.index(row.relation), row.model or row.outlet or ""
