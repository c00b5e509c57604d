"""Pairs of a report: which of the stored ones it shows, in which order, and what it counts instead of showing.

All of it is decided on outlines; only what is shown is then read with its words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from service.domain.claims import Claim
from service.domain.comparisons import DISMISSALS, Comparison, Relation
from service.domain.outlines import Outline
from service.reports.folding import Fold, fold, make_item
from service.reports.values import Counts, Report, ReportFilter, Withheld


@dataclass(frozen=True)
class Plan:
    """What a report will show, without its words."""

    across: tuple[Fold, ...]
    within: tuple[Fold, ...]
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


def plan_pairs(outlines: Sequence[Outline], relation: Relation, wanted: ReportFilter) -> Plan:
    """The pairs in which the relation holds, a person's judgement before the machine's; `outlines` may hold others.

    Copies of a pair that a person dismissed or judged otherwise go with it. Pairs within one article stand apart.
    """
    found = sorted(fold(find_holding(outlines, relation)), key=_order)
    sure = [one for one in found if one.judgement or one.confidence >= wanted.min_confidence]
    across = [one for one in sure if not one.within]
    within = [one for one in sure if one.within]
    withheld = sorted(_find_withheld(outlines, relation), key=lambda pair: pair.id)
    counts = Counts(
        pairs=len(across),
        shown=len(across[: wanted.limit]),
        folded=sum(len(one.pairs) - 1 for one in across),
        one_origin=sum(one.origins < 2 for one in across),
        same_article=len(within),
        withheld=len(withheld),
        dismissed=sum(_dismissed(pair, relation) for pair in outlines),
        uncertain=len(found) - len(sure),
    )
    most = wanted.limit
    return Plan(tuple(across[:most]), tuple(within[:most]), tuple(withheld[:most]), counts)


def find_holding(outlines: Iterable[Outline], relation: Relation) -> Iterator[Outline]:
    """The pairs in which the relation holds, without copies of pairs that a person dismissed or judged otherwise."""
    known = list(outlines)
    overruled = {one.pair_of_words for one in known if one.judgement and one.relation != relation}
    for one in known:
        if one.relation == relation and (one.judgement or not overruled or one.pair_of_words not in overruled):
            yield one


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


def _find_withheld(outlines: Iterable[Outline], relation: Relation) -> Iterator[Outline]:
    """What a gate turned away; the gates stand before contradictions only."""
    return (one for one in outlines if relation == "contradicts" and one.withheld and one.judgement is None)


def _dismissed(outline: Outline, relation: Relation) -> bool:
    judgement = outline.judgement
    return judgement is not None and judgement.verdict in DISMISSALS and outline.machine == relation


def _order(one: Fold) -> tuple[bool, bool, float, str]:
    """Independent ones first, then what a person judged, then by confidence."""
    return one.origins < 2, one.judgement is None, -one.confidence, one.shown.id
