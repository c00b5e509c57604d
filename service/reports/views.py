"""The views: what each kind of report is made of. A briefing is all of them on one topic, read in one pass."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from service.domain.claims import Claim
from service.domain.comparisons import Comparison, Relation
from service.domain.outlines import Mark, Outline
from service.reports.coverage import fill_coverage, find_present, plan_coverage
from service.reports.folding import Folded
from service.reports.framings import find_framings, group_framings, shorten
from service.reports.matrix import make_matrix
from service.reports.pairs import Arrange, Told, fill_pairs, plan_pairs, sort_out, spread
from service.reports.singles import Least, fill_singles, plan_singles
from service.reports.statements import join_statements
from service.reports.values import (
    BRIEFING,
    RELATION_OF,
    Counts,
    Framing,
    FramingFilter,
    Report,
    ReportFilter,
    ReportKind,
)
from service.store import outlines as outlines_of_store
from service.store.claims import find_claims
from service.store.comparisons import ComparisonFilter, find_comparisons_with
from service.store.facts import find_facts_of
from service.store.opening import Connection
from service.store.outlines import count_not_judged
from service.store.whole import find_whole

TITLES: dict[ReportKind, str] = {
    "agreements": "Agreements",
    "contradictions": "Contradictions",
    "changed": "What has changed",
    "framings": "Framings",
    "single-source": "Single-source claims",
    "coverage": "Who reports what",
    "briefing": "Briefing",
}


@dataclass(frozen=True)
class Material:
    """What the parts of a report are made of: the pairs that may be shown, and the claims on the topic.

    `agreeing` and `marks` are of every outlet, whichever was asked for: who leaves something out would not show else.
    """

    wanted: ReportFilter
    least: Least
    outlines: Sequence[Outline]
    told: Told
    agreeing: Sequence[Outline] = ()
    marks: Sequence[Mark] = ()
    briefing: bool = False
    """Agreements are told by statement, not pair by pair."""


@dataclass(frozen=True)
class Draft:
    """A part of a report that is decided: what has to be read in full for it, and how it then comes about.

    All parts are read together, since asking the store takes longer than what ten more rows take.
    """

    fill: Callable[[Mapping[str, Comparison], Mapping[str, Claim]], Report]
    comparison_ids: Collection[str]
    claim_ids: Collection[str]


def find_report(
    connection: Connection,
    kind: ReportKind,
    wanted: ReportFilter,
    *,
    generated_at: str,
    least: Least = lambda _: 0.0,
) -> Report:
    """The report of what is stored; raises BadInputError for a time that cannot be read.

    `least` says from which confidence on a pair is shown, besides `wanted.min_confidence`. What a person judged
    otherwise, and what a gate withheld, is told too.
    """
    kinds = BRIEFING if kind == "briefing" else (kind,)
    material = replace(_find_material(connection, kinds, wanted, least), briefing=kind == "briefing")
    drafts = [_draft(connection, one, material, generated_at) for one in kinds]
    comparisons = find_comparisons_with(connection, {key for draft in drafts for key in draft.comparison_ids})
    claims = find_claims(connection, {key for draft in drafts for key in draft.claim_ids})
    parts = [draft.fill(comparisons, claims) for draft in drafts]
    report = _brief(parts, wanted, generated_at) if kind == "briefing" else parts[0]
    return replace(report, counts=replace(report.counts, not_judged=count_not_judged(connection)))


def _empty(kind: ReportKind, wanted: ReportFilter, generated_at: str) -> Report:
    return Report(kind=kind, title=TITLES[kind], wanted=wanted, generated_at=generated_at, counts=Counts())


def _brief(parts: Sequence[Report], wanted: ReportFilter, generated_at: str) -> Report:
    """The parts as one report; what stands in one article or was withheld is counted and left to their own reports."""
    told = tuple(
        replace(part, same_article=(), withheld=(), framings=tuple(map(shorten, part.framings))) for part in parts
    )
    return replace(_empty("briefing", wanted, generated_at), parts=told)


def _find_material(connection: Connection, kinds: Sequence[ReportKind], wanted: ReportFilter, least: Least) -> Material:
    """Everything in as few passes as there can be: claims once, pairs once."""
    alone = {"single-source", "coverage"} & set(kinds)
    stored = find_whole(connection) or outlines_of_store
    marks = stored.find_marks(connection, topic=wanted.topic, since=wanted.since, until=wanted.until) if alone else []
    relations = set(RELATION_OF.values()) if alone else {RELATION_OF[kind] for kind in kinds}
    outlines = stored.find_outlines(connection, _filter(wanted, relations), known=marks)
    if not (alone and wanted.outlet):
        return Material(wanted, least, outlines, sort_out(outlines), outlines, marks)
    everywhere = _filter(replace(wanted, outlet=None), {"agrees", "contradicts"})
    agreeing = stored.find_outlines(connection, everywhere, known=marks)
    return Material(wanted, least, outlines, sort_out(outlines), agreeing, marks)


def _filter(wanted: ReportFilter, relations: set[Relation]) -> ComparisonFilter:
    return ComparisonFilter(
        outlet=wanted.outlet,
        since=wanted.since,
        until=wanted.until,
        topic=wanted.topic,
        include_same_article=True,
        told_of=tuple(sorted(relations)),
    )


def _draft(connection: Connection, kind: ReportKind, material: Material, generated_at: str) -> Draft:
    report = _empty(kind, material.wanted, generated_at)
    if kind == "single-source":
        return _draft_singles(report, material)
    if kind == "coverage":
        return _draft_coverage(report, material)
    least = max(material.wanted.min_confidence, material.least(RELATION_OF[kind]))
    report = replace(report, wanted=replace(material.wanted, min_confidence=least))
    return _draft_pairs(connection, report, material)


def _draft_pairs(connection: Connection, report: Report, material: Material) -> Draft:
    arrange: Arrange | None = spread if report.kind == "contradictions" else None
    if material.briefing and report.kind == "agreements":
        arrange = partial(_join_statements, connection)
    plan = plan_pairs(material.told, RELATION_OF[report.kind], report.wanted, arrange=arrange)
    appraised = report.kind == "framings" and report.wanted.appraisals
    framings = find_framings(connection, _as_framings(report.wanted)) if appraised else []

    def fill(comparisons: Mapping[str, Comparison], claims: Mapping[str, Claim]) -> Report:
        return _with_framings(fill_pairs(report, plan, comparisons, claims), framings)

    return Draft(fill, plan.comparison_ids, plan.claim_ids)


def _join_statements(connection: Connection, folds: Sequence[Folded]) -> Sequence[Folded]:
    shown = [one.shown for one in folds]  # only what leads is joined by its facts
    facts = find_facts_of(connection, {one.a.claim_id for one in shown} | {one.b.claim_id for one in shown})
    return join_statements(folds, facts)


def _draft_singles(report: Report, material: Material) -> Draft:
    outlet = material.wanted.outlet
    marks = [mark for mark in material.marks if not outlet or mark.source.outlet == outlet]
    singles = plan_singles(marks, material.outlines, material.least)
    shown = singles[: material.wanted.limit]
    counts = Counts(shown=len(shown), claims=len(singles))

    def fill(_: object, claims: Mapping[str, Claim]) -> Report:
        return replace(report, singles=fill_singles(shown, claims), counts=counts)

    return Draft(fill, (), {mark.claim_id for one in shown for mark in one})


def _draft_coverage(report: Report, material: Material) -> Draft:
    """Without a topic there is nothing that an outlet could be expected to report: then there are no statements."""
    on_topic = find_present(material.marks) if material.wanted.topic else {}
    statements = plan_coverage(material.agreeing, on_topic, material.least) if on_topic else []
    shown = statements[: material.wanted.limit]
    counts = Counts(shown=len(shown), statements=len(statements), outlets=len(on_topic))

    def fill(comparisons: Mapping[str, Comparison], claims: Mapping[str, Claim]) -> Report:
        return replace(report, coverage=fill_coverage(shown, comparisons, claims), counts=counts)

    pairs = {pair.id for one in shown for _, pair in one.tellings if pair}
    return Draft(fill, pairs, {mark.claim_id for one in shown for mark, _ in one.tellings})


def _with_framings(report: Report, framings: Sequence[Framing]) -> Report:
    """With the table of appraisals; a body's rows stay together, or opposites would be lost."""
    if not framings:
        return report
    narrowed = report.wanted.topic is not None
    groups = group_framings(framings, narrowed=narrowed)[: report.wanted.limit]
    rows = [row for group in groups for row in group.rows]
    counts = replace(report.counts, appraisals=len(framings))
    return replace(report, framings=tuple(groups), matrix=make_matrix(rows, narrowed=narrowed), counts=counts)


def _as_framings(wanted: ReportFilter) -> FramingFilter:
    return FramingFilter(topic=wanted.topic, since=wanted.since, until=wanted.until, outlet=wanted.outlet)
