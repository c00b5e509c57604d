"""What stands against a fact, as pairs side by side: what it says first, the other side second, copies folded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from service.domain.comparisons import Comparison, Verdict
from service.domain.facts import Opposed
from service.domain.reasons import Reason
from service.reports.folding import fold_items
from service.reports.values import Item
from service.store.comparisons import find_verdicts
from service.store.opening import Connection


@dataclass(frozen=True)
class Against:
    """A pair of statements, and the fact that the other side belongs to, if any."""

    item: Item
    fact_id: str | None


def find_against(connection: Connection, opposed: Sequence[Opposed]) -> list[Against]:
    """The pairs in the order in which they are given, those of the same words as one."""
    verdicts = find_verdicts(connection, [one.comparison_id for one in opposed])
    facts = {one.comparison_id: one.fact_id for one in opposed}
    items = fold_items([_comparison(one, verdicts) for one in opposed if one.comparison_id in verdicts])
    return [Against(item, facts[item.comparison.id]) for item in items]


def _comparison(opposed: Opposed, verdicts: Mapping[str, tuple[str, Verdict]]) -> Comparison:
    a, verdict = verdicts[opposed.comparison_id]
    turned = verdict if a == opposed.ours.id else _turned(verdict)
    return Comparison(opposed.comparison_id, opposed.ours, opposed.other, turned, "", opposed.judgement)


def _turned(verdict: Verdict) -> Verdict:
    """The verdict with its sides exchanged."""
    reasons = tuple(Reason(reason.sentence, reason.b, reason.a) for reason in verdict.reasons)
    return replace(verdict, reasons=reasons, a_to_b=verdict.b_to_a, b_to_a=verdict.a_to_b)
