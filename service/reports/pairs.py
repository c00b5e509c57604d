"""Pairs of a report: which of the stored ones it shows, in which order, and what it counts instead of showing.

All of it is decided on outlines; only what is shown is then read with its words.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest

from service.domain.claims import Claim
from service.domain.comparisons import DISMISSALS, Comparison, Relation
from service.domain.outlines import Outline
from service.domain.words import Words
from service.reports.folding import Folded, fold, make_item
from service.reports.values import Counts, Report, ReportFilter, Withheld

Arrange = Callable[[Sequence[Folded]], Sequence[Folded]]
"""Puts folds, the surest first, in the order in which they are shown; it may make one of several."""


@dataclass(frozen=True)
class Told:
    """Outlines by what there is to tell of them; read once for all sections of a report.

    `dismissed` are by the machine's relation. What is `withheld` and not judged may stand in another relation.
    """

    holding: Mapping[Relation | None, Sequence[Outline]]
    withheld: Sequence[Outline]
    dismissed: Mapping[Relation | None, Sequence[Outline]]


@dataclass(frozen=True)
class Plan:
    """What a report will show, without its words."""

    across: tuple[Folded, ...]
    within: tuple[Folded, ...]
    withheld: tuple[Outline, ...]
    counts: Counts

    @property
    def comparison_ids(self) -> set[str]:
        """The comparisons that have to be read."""
        return {fold.shown.id for fold in (*self.across, *self.within)} | {pair.id for pair in self.withheld}

    @property
    def claim_ids(self) -> set[str]:
        """The claims that are named besides those of the comparisons."""
        return {mark.claim_id for fold in (*self.across, *self.within) if fold.pairs[1:] for mark in fold.marks}


def sort_out(outlines: Iterable[Outline]) -> Told:
    """The outlines by what a report tells of them."""
    holding: dict[Relation | None, list[Outline]] = defaultdict(list)
    dismissed: dict[Relation | None, list[Outline]] = defaultdict(list)
    withheld: list[Outline] = []
    for one in outlines:
        holding[one.relation].append(one)
        if one.judgement is not None:
            if one.judgement.verdict in DISMISSALS:
                dismissed[one.machine].append(one)
        elif one.withheld:
            withheld.append(one)
    return Told(holding, withheld, dismissed)


def plan_pairs(told: Told, relation: Relation, wanted: ReportFilter, *, arrange: Arrange | None = None) -> Plan:
    """The pairs in which the relation holds, a person's judgement before the machine's; those across articles arranged.

    Pairs within one article stand apart.
    """
    found = fold(told.holding.get(relation, ()))
    sure = [one for one in found if one.judgement or (one.shown.confidence or 0.0) >= wanted.min_confidence]
    across: list[Folded] = []
    within: list[Folded] = []
    for one in sure:
        (within if one.shown.same_article else across).append(one)
    most = wanted.limit
    entries = arrange(sorted(across, key=_order)) if arrange else across
    shown = entries[:most] if arrange else _first(across, most)
    # The gates stand before contradictions only.
    withheld = sorted(told.withheld, key=lambda pair: pair.id) if relation == "contradicts" else []
    counts = Counts(
        pairs=len(entries),
        shown=len(shown),
        folded=sum(len(one.pairs) - 1 for one in across),
        joined=len(across) - len(entries),
        one_origin=sum(one.origins < 2 for one in entries),
        same_article=len(within),
        withheld=len(withheld),
        dismissed=len({pair.pair_of_words for pair in told.dismissed.get(relation, ())}),
        uncertain=len(found) - len(sure),
    )
    return Plan(tuple(shown), tuple(_first(within, most)), tuple(withheld[:most]), counts)


def spread(folds: Sequence[Folded]) -> list[Folded]:
    """First the pairs of which neither sentence stood in one of them before, then the others.

    So one sentence does not fill the list. What a person judged is never put back, and what has one origin stays last.
    """
    said: set[Words] = set()
    first: list[Folded] = []
    again: list[Folded] = []
    for one in folds:
        words = one.shown.pair_of_words
        if words & said and one.judgement is None:
            again.append(one)
        else:
            first.append(one)
            said |= words
    return sorted(first + again, key=lambda one: one.origins < 2)


def find_holding(outlines: Iterable[Outline], relation: Relation) -> Iterator[Outline]:
    """The pairs in which the relation holds."""
    return (one for one in outlines if one.relation == relation)


def fill_pairs(
    report: Report, plan: Plan, comparisons: Mapping[str, Comparison], claims: Mapping[str, Claim]
) -> Report:
    """The report with the pairs of the plan, and their words."""
    known = {claim.id: claim for pair in comparisons.values() for claim in (pair.a, pair.b)} | dict(claims)
    items = [
        tuple(make_item(one, comparisons[one.shown.id], known) for one in some) for some in (plan.across, plan.within)
    ]
    return replace(
        report,
        items=items[0],
        same_article=items[1],
        withheld=tuple(Withheld(comparisons[one.id], one.withheld or "") for one in plan.withheld),
        counts=plan.counts,
    )


def _first(folds: Sequence[Folded], most: int | None) -> list[Folded]:
    """The first of them in the order in which they are shown; to find ten of thousands, the others are not sorted."""
    return sorted(folds, key=_order) if most is None else nsmallest(most, folds, key=_order)


def _order(one: Folded) -> tuple[bool, bool, float, str]:
    """Independent ones first, then what a person judged, then by confidence."""
    shown = one.shown
    return one.origins < 2, one.judgement is None, -(shown.confidence or 0.0), shown.id
