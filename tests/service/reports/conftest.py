"""Invented outlets and people: claims, comparisons and reports made of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from models.base import Appraisal, ExtractedClaim, Speaker
from service.domain.articles import PublicationTime
from service.domain.claims import Claim, Source
from service.domain.comparisons import Comparison, Judgement, Verdict
from service.domain.outlines import Outline
from service.domain.reasons import Reason
from service.reports.pairs import fill_pairs, plan_pairs, sort_out
from service.reports.values import RELATION_OF, Counts, Report, ReportFilter, ReportKind
from service.reports.views import TITLES


def said_by(name: str | None, role: str | None = None) -> Speaker | None:
    return Speaker(name, role, name, 0, len(name), "said") if name else None


def make_claim(quote: str, outlet: str | None = "Harbour Post", **about: Any) -> Claim:
    """A claim; `about` may give id, sentence, article, title, url, published, speaker, stance, before, after …"""
    start = about.get("start", 100)
    source = Source(
        article_id=about.get("article", f"article of {outlet}"),
        outlet=outlet,
        title=about.get("title", "Ferry inquiry opens"),
        url=about.get("url", "https://harbour.example/ferry"),
        published=about.get("published", PublicationTime("2025-12-08")),
        language="en",
        origin=about.get("origin"),
    )
    said = ExtractedClaim(
        start=start,
        end=start + len(quote),
        quote=quote,
        text=about.get("text", quote),
        speaker=about.get("speaker"),
        stance=about.get("stance", "asserts"),
        kind="fact",
        checkworthiness=0.9,
        appraisals=about.get("appraisals", ()),
    )
    return Claim(
        id=about.get("id", f"{outlet}: {quote}"),
        sentence_id=about.get("sentence", hash(quote)),
        source=source,
        said=said,
        before=about.get("before", ""),
        after=about.get("after", ""),
    )


def make_pair(a: Claim, b: Claim, relation: Any = "contradicts", **about: Any) -> Comparison:
    verdict = Verdict(
        relation=relation,
        confidence=about.pop("confidence", 0.8),
        relations={},
        similarity=0.7,
        a_to_b=None,
        b_to_a=None,
        reasons=about.pop("reasons", (Reason("The numbers differ."),)),
        model="made-up",
        withheld=about.pop("withheld", None),
        one_origin=about.pop("one_origin", None),
    )
    return Comparison(about.pop("id", f"{a.id} / {b.id}"), a, b, verdict, "2025-12-09T08:00:00+00:00", **about)


def make_appraised(quote: str, words: str, appraisal: tuple[str, Any, str], **about: Any) -> Claim:
    """A claim with one appraisal (actor, evaluation, target) carried by `words` of the quote."""
    actor, evaluation, target = appraisal
    start = about.get("start", 100) + quote.index(words)
    made = Appraisal(actor, evaluation, target, words, start, start + len(words))
    return make_claim(quote, about.pop("outlet", "Harbour Post"), appraisals=(made,), **about)


def make_report(kind: ReportKind, comparisons: Sequence[Comparison], **wanted: Any) -> Report:
    """The report of these comparisons, as the product makes it of those that are stored."""
    plan = plan_pairs(sort_out(map(Outline.of, comparisons)), RELATION_OF[kind], ReportFilter(**wanted))
    report = Report(kind, TITLES[kind], ReportFilter(**wanted), "2025-12-10T10:00:00+00:00", counts=Counts())
    claims = {claim.id: claim for one in comparisons for claim in (one.a, one.b)}
    return fill_pairs(report, plan, {one.id: one for one in comparisons}, claims)


def judged(verdict: Any, note: str = "") -> Judgement:
    return Judgement(verdict, note, "R. Osei", "2025-12-10T09:30:00+00:00")


@dataclass(frozen=True)
class Make:
    """What tests build with; a fixture, since test folders are no packages."""

    claim = staticmethod(make_claim)
    pair = staticmethod(make_pair)
    appraised = staticmethod(make_appraised)
    judged = staticmethod(judged)
    said_by = staticmethod(said_by)
    changed = staticmethod(replace)


@pytest.fixture
def make() -> Make:
    return Make()


@pytest.fixture
def report() -> Callable[..., Report]:
    return make_report
