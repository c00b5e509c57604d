"""What is answered, over HTTP and on the command line: domain values as JSON. Knows no web framework."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, cast

from models.base import ExtractedClaim
from models.quantities_values import find_values
from models.resolution_flags import find_added, find_unresolved
from service.comparing.edits import Edit, find_edits_of_copies
from service.comparing.independence import count_origins, count_outlets, find_joined
from service.domain.articles import Article, PublicationTime
from service.domain.claims import Claim
from service.domain.comparisons import RELATIONS, Comparison, Judgement, Verdict
from service.domain.jobs import Job
from service.flows.changes import Changes, EditedCopy
from service.flows.query import GROUPS, Answer, Match
from service.reports import json_form
from service.reports.values import Framing
from service.reports.wording import independence_words
from service.store.articles import ArticleLine, StoredArticle, StoredVersion
from service.web.article_shapes import (
    ArticleForm,
    ArticleLineForm,
    ChangesForm,
    CopiesForm,
    CopyForm,
    JobForm,
    LitterForm,
    VersionForm,
)
from service.web.requests import Pair, read_pair, statement_of
from service.web.shapes import (
    AddedForm,
    AnswerForm,
    ClaimForm,
    ComparisonForm,
    DateForm,
    EditForm,
    EntailmentForm,
    ExtractedForm,
    FramingForm,
    HighlightsForm,
    IndependenceForm,
    JudgedForm,
    JudgementForm,
    MatchForm,
    PublishedForm,
    QuantityForm,
    ValuesForm,
    VerdictForm,
)

__all__ = [
    "Pair",
    "answer_form",
    "article_form",
    "article_line_form",
    "changes_form",
    "claim_form",
    "comparison_form",
    "copies_form",
    "copy_form",
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
    groups = {name: _matches(getattr(answer, name)) for name in GROUPS.values()}
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
        **_independence(comparison),
        "one_origin": comparison.one_origin,
        "copies": comparison.copies,
        "edits": edit_forms(find_edits_of_copies(comparison)),
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


def article_form(stored: StoredArticle, claims: Sequence[Claim], *, withdrawn: Sequence[Claim]) -> ArticleForm:
    """A stored article with its claims, those of earlier versions, and its versions."""
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
        "withdrawn": [claim_form(claim) for claim in withdrawn],
        "versions": [version_form(version) for version in stored.versions],
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


def version_form(version: StoredVersion) -> VersionForm:
    """A version without its text."""
    return cast(VersionForm, {**asdict(version), "published": published_form(version.published)})


def _matches(matches: Sequence[Match]) -> list[MatchForm]:
    claims = [match.claim for match in matches]
    counted = independence_form(claims, find_joined(claims))
    return [{**claim_form(match.claim), **_judged(match.verdict), **counted} for match in matches]


def independence_form(claims: Sequence[Claim], joined: Sequence[tuple[str, str]]) -> IndependenceForm:
    """How many outlets carry the claims, of how many origins; `joined` are articles known to be of one."""
    outlets, origins = count_outlets(claims), count_origins(claims, joined)
    return {"outlets": outlets, "origins": origins, "independence": independence_words(outlets, origins)}


def edit_forms(edits: Sequence[Edit]) -> list[EditForm]:
    """Edits with their places in both texts."""
    return [cast(EditForm, asdict(edit)) for edit in edits]


def changes_form(article_id: str, changes: Changes) -> ChangesForm:
    """What changed from one version of an article to another."""
    claims = changes.claims
    return {
        "article": article_id,
        "earlier": version_form(changes.earlier),
        "later": version_form(changes.later),
        "edits": edit_forms(changes.edits),
        "stayed": [claim_form(claim) for claim in claims.stayed],
        "changed": [
            {"before": claim_form(one.before), "after": claim_form(one.after), "edits": edit_forms(one.edits)}
            for one in claims.changed
        ],
        "withdrawn": [claim_form(claim) for claim in claims.withdrawn],
        "added": [claim_form(claim) for claim in claims.added],
    }


def copies_form(copies: Sequence[EditedCopy], same_text: Sequence[str]) -> CopiesForm:
    """The copies of an article, and the ids of all that are joined with it by copying."""
    return {"copies": [copy_form(copy) for copy in copies], "same_text": list(same_text)}


def copy_form(found: EditedCopy) -> CopyForm:
    """A copy of an article with the words that differ."""
    copy, article = found.copy, found.article.article
    return {
        "article": copy.article_id,
        "outlet": article.outlet,
        "title": article.title,
        "url": article.url,
        "published": published_form(article.published),
        "whole": copy.whole,
        "words": copy.words,
        "share": copy.share,
        "edits": edit_forms(found.edits),
    }


def _independence(comparison: Comparison) -> IndependenceForm:
    a, b = comparison.a, comparison.b
    joined = [(a.source.article_id, b.source.article_id)] if comparison.one_origin else []
    return independence_form([a, b], joined)


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
        "reasons": list(verdict.sentences),
        "highlights": cast(HighlightsForm, json_form.highlights_form(verdict.highlights)),
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
