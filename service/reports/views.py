"""The views: which pairs a report shows, in which order, and what it counts instead of showing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from service.domain.comparisons import DISMISSALS, Comparison, Relation
from service.domain.words import pair_of_words
from service.reports.folding import fold, independent
from service.reports.framings import find_framings, group_framings
from service.reports.values import (
    RELATION_OF,
    Counts,
    Framing,
    FramingFilter,
    Item,
    Report,
    ReportFilter,
    ReportKind,
    Withheld,
)
from service.store.comparisons import ComparisonFilter, count_comparisons, find_comparisons
from service.store.opening import Connection

TITLES: dict[ReportKind, str] = {
    "agreements": "Agreements",
    "contradictions": "Contradictions",
    "changed": "What has changed",
    "framings": "Framings",
}


def find_report(connection: Connection, kind: ReportKind, wanted: ReportFilter, *, generated_at: str) -> Report:
    """The report of what is stored; raises BadInputError for a time that cannot be read.

    What a person judged otherwise, and what a gate withheld, is told too.
    """
    found = find_comparisons(
        connection,
        ComparisonFilter(
            outlet=wanted.outlet,
            since=wanted.since,
            until=wanted.until,
            topic=wanted.topic,
            include_same_article=True,
            told_of=RELATION_OF[kind],
        ),
    )
    framings = find_framings(connection, _as_framings(wanted)) if kind == "framings" else []
    report = arrange(kind, found, wanted=wanted, generated_at=generated_at, framings=framings)
    not_judged = count_comparisons(connection)["not_judged"]
    return replace(report, counts=replace(report.counts, not_judged=not_judged))


def arrange(
    kind: ReportKind,
    comparisons: Sequence[Comparison],
    *,
    wanted: ReportFilter,
    generated_at: str,
    framings: Sequence[Framing] = (),
) -> Report:
    """The report of these comparisons: those of the kind's relation, a person's judgement before the machine's.

    Pairs within one article stand apart.
    """
    relation = RELATION_OF[kind]
    found = sorted(_find_items(comparisons, relation), key=_order)
    items = [item for item in found if item.judgement or _confidence(item) >= wanted.min_confidence]
    withheld = _find_withheld(comparisons, relation)
    groups = group_framings(framings, narrowed=wanted.topic is not None)
    report = Report(
        kind=kind,
        title=TITLES[kind],
        wanted=wanted,
        generated_at=generated_at,
        counts=_count(items, withheld, framings),
        items=tuple(item for item in items if not _within(item)),
        same_article=tuple(item for item in items if _within(item)),
        withheld=tuple(withheld),
        framings=tuple(groups),
    )
    dismissed = len({pair_of_words(one) for one in comparisons if _dismissed(one, relation)})
    counts = replace(report.counts, dismissed=dismissed, uncertain=len(found) - len(items))
    return _cut(replace(report, counts=counts), wanted.limit)


def _as_framings(wanted: ReportFilter) -> FramingFilter:
    return FramingFilter(topic=wanted.topic, since=wanted.since, until=wanted.until, outlet=wanted.outlet)


def _find_items(comparisons: Sequence[Comparison], relation: Relation) -> Iterable[Item]:
    standing = (one for one in comparisons if one.relation == relation)
    return (_in_time(item) if relation == "changed" else item for item in fold(standing))


def _find_withheld(comparisons: Iterable[Comparison], relation: Relation) -> list[Withheld]:
    """What a gate turned away; the gates stand before contradictions only."""
    if relation != "contradicts":
        return []
    kept = [
        Withheld(one, one.verdict.withheld) for one in comparisons if one.verdict.withheld and one.judgement is None
    ]
    return sorted(kept, key=lambda withheld: withheld.comparison.id)


def _dismissed(comparison: Comparison, relation: Relation) -> bool:
    judgement = comparison.judgement
    return judgement is not None and judgement.verdict in DISMISSALS and comparison.verdict.relation == relation


def _within(item: Item) -> bool:
    """Both sides stand in one article, or in copies of that article: no two sources say it."""
    return item.comparison.same_article and not independent(item.comparison)


def _order(item: Item) -> tuple[bool, bool, float, str]:
    """Independent ones first, then what a person judged, then by confidence."""
    return not item.independent, item.judgement is None, -_confidence(item), item.comparison.id


def _confidence(item: Item) -> float:
    return item.comparison.verdict.confidence or 0.0


def _in_time(item: Item) -> Item:
    """The earlier side first, where both dates are known."""
    a, b = item.a.claim.source.published, item.b.claim.source.published
    return replace(item, a=item.b, b=item.a) if a and b and a.value > b.value else item


def _count(items: Sequence[Item], withheld: Sequence[Withheld], framings: Sequence[Framing]) -> Counts:
    across = [item for item in items if not _within(item)]
    return Counts(
        pairs=len(across),
        folded=sum(len(item.folded) for item in across),
        one_origin=sum(not item.independent for item in across),
        same_article=len(items) - len(across),
        withheld=len(withheld),
        appraisals=len(framings),
    )


def _cut(report: Report, limit: int | None) -> Report:
    """No section longer than the limit; a body's appraisals stay together, or opposites would be lost."""
    return replace(
        report,
        items=report.items[:limit],
        same_article=report.same_article[:limit],
        withheld=report.withheld[:limit],
        framings=report.framings[:limit],
        counts=replace(report.counts, shown=len(report.items[:limit])),
    )
