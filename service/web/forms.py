"""What is answered, over HTTP and on the command line: domain values as JSON. Knows no web framework."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, cast

from models.base import ExtractedClaim
from models.quantities_values import find_values
from models.resolution_flags import find_added, find_unresolved
from service.domain.articles import Article, PublicationTime
from service.domain.claims import Claim
from service.domain.comparisons import RELATIONS, Comparison, Judgement, Verdict
from service.domain.jobs import Job
from service.flows.query import GROUPS, Answer, Match
from service.reports import json_form
from service.reports.values import Framing
from service.store.articles import ArticleLine, StoredArticle, StoredVersion
from service.web.requests import Pair, read_pair, statement_of
from service.web.shapes import (
    AddedForm,
    AnswerForm,
    ArticleForm,
    ArticleLineForm,
    ClaimForm,
    ComparisonForm,
    DateForm,
    EntailmentForm,
    ExtractedForm,
    FramingForm,
    JobForm,
    JudgedForm,
    JudgementForm,
    LitterForm,
    MatchForm,
    PublishedForm,
    QuantityForm,
    ValuesForm,
    VerdictForm,
    VersionForm,
)

__all__ = [
    "Pair",
    "answer_form",
    "article_form",
    "article_line_form",
    "claim_form",
    "comparison_form",
    "extracted_form",
    "framing_form",
    "job_form",
    "published_form",
    "read_pair",
    "statement_of",
    "verdict_form",
]


def extracted_form(article: Article, claim: ExtractedClaim) -> ExtractedForm:
    """A claim of an article that need not be stored."""
    named = article.given_id or article.url or article.source or article.key
    published = article.published.value if article.published else None
    values = _values(claim, published, article.language)
    return cast(ExtractedForm, {"article": named, **asdict(claim), "appraisals": _appraisals(claim), **values})


def claim_form(claim: Claim) -> ClaimForm:
    """A stored claim, as in reports, and what only the API says of it."""
    more = {
        "kind": claim.said.kind,
        "checkworthiness": claim.said.checkworthiness,
        "language": claim.source.language,
        "origin": claim.source.origin,
        "published": published_form(claim.source.published),
    }
    published = claim.source.published.value if claim.source.published else None
    values = _values(claim.said, published, claim.source.language)
    return cast(ClaimForm, json_form.claim_form(claim) | more | values)


def published_form(published: PublicationTime | None) -> PublishedForm | None:
    """A time of publication with both its readings."""
    if published is None:
        return None
    return {"value": published.value, "other": published.other, "ambiguous": published.ambiguous}


def verdict_form(pair_id: str | int | None, verdict: Verdict) -> VerdictForm:
    """The verdict on the pair of that id."""
    return {"id": pair_id, **_judged(verdict)}


def answer_form(answer: Answer) -> AnswerForm:
    """The answer to `crossclaim query --json` and POST /claims/query."""
    groups = {name: [_match(match) for match in getattr(answer, name)] for name in GROUPS.values()}
    return cast(AnswerForm, groups)


def comparison_form(comparison: Comparison) -> ComparisonForm:
    """A stored comparison, as it stands after judgements."""
    verdict = comparison.verdict
    form = _judged(verdict)
    form["relation"] = comparison.relation
    if comparison.relation != verdict.relation:
        form["confidence"] = None
    return {
        "id": comparison.id,
        **form,
        "same_article": comparison.same_article,
        "one_origin": verdict.one_origin,
        "judgement": _judgement(comparison.judgement),
        "machine": {
            "relation": verdict.relation,
            "confidence": verdict.confidence,
            "model": verdict.model,
        },
        "recorded_at": comparison.recorded_at,
        "a": claim_form(comparison.a),
        "b": claim_form(comparison.b),
    }


def article_form(stored: StoredArticle, claims: Sequence[Claim]) -> ArticleForm:
    """A stored article with its claims and its versions."""
    article, current = stored.article, stored.current
    return {
        "id": stored.id,
        "given_id": article.given_id,
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
        "author": article.author,
        "language": article.language,
        "origin": article.origin,
        "published": published_form(article.published),
        "received_at": current.received_at,
        "recorded_at": current.recorded_at,
        "text": article.text,
        "litter": [cast(LitterForm, asdict(passed)) for passed in article.litter],
        "claims": [claim_form(claim) for claim in claims],
        "versions": [_version(version) for version in stored.versions],
    }


def article_line_form(line: ArticleLine) -> ArticleLineForm:
    """An article in a list."""
    return cast(ArticleLineForm, {**asdict(line), "published": published_form(line.published)})


def job_form(job: Job) -> JobForm:
    """A job without the article that it carries."""
    return {
        "id": job.id,
        "kind": job.kind,
        "state": job.state,
        "attempts": job.attempts,
        "article_id": job.payload.get("article_id"),
        "error": job.error,
        "outcome": job.outcome,
    }


def framing_form(row: Framing) -> FramingForm:
    """One appraisal, as in reports."""
    shown = {"claim": claim_form(row.claim), "copies": [claim_form(copy) for copy in row.side.copies]}
    return cast(FramingForm, json_form.framing_form(row) | shown)


def _version(version: StoredVersion) -> VersionForm:
    return cast(VersionForm, {**asdict(version), "published": published_form(version.published)})


def _match(match: Match) -> MatchForm:
    return {**claim_form(match.claim), **_judged(match.verdict)}


def _judged(verdict: Verdict) -> JudgedForm:
    return {
        "relation": verdict.relation,
        "confidence": verdict.confidence,
        "relations": {name: verdict.relations[name] for name in RELATIONS if name in verdict.relations},
        "scores": {
            "similarity": verdict.similarity,
            "a_to_b": cast(EntailmentForm, asdict(verdict.a_to_b)) if verdict.a_to_b else None,
            "b_to_a": cast(EntailmentForm, asdict(verdict.b_to_a)) if verdict.b_to_a else None,
        },
        "reasons": list(verdict.reasons),
        "not_judged": verdict.not_judged,
        "withheld": verdict.withheld,
    }


def _judgement(judgement: Judgement | None) -> JudgementForm | None:
    return cast(JudgementForm, asdict(judgement)) if judgement else None


def _values(claim: ExtractedClaim, published: str | None, language: str) -> ValuesForm:
    found = find_values(claim.quote, start=claim.start, published_at=published, language=language)
    return {
        "quantities": [cast(QuantityForm, dict(vars(quantity))) for quantity in found.quantities],
        "dates": [cast(DateForm, dict(vars(day))) for day in found.dates],
        "added": [cast(AddedForm, dict(vars(added))) for added in find_added(claim.quote, claim.text)],
        "unresolved": list(find_unresolved(claim.text, language)),
    }


def _appraisals(claim: ExtractedClaim) -> list[dict[str, Any]]:
    return [asdict(appraisal) for appraisal in claim.appraisals]
