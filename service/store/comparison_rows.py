"""Verdicts as rows, and back."""

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from models.base import Span
from service.domain.comparisons import Entailment, Verdict
from service.domain.reasons import Reason
from service.store.schema import comparisons


def rank_of(confidence: float | None) -> float:
    """What a comparison is sorted by, the lowest first: what was not judged comes last."""
    return 1.0 if confidence is None else -float(confidence)


def verdict_values(verdict: Verdict) -> dict[str, Any]:
    """A verdict as columns; numbers may be numpy's, which no database driver knows."""
    confidence = None if verdict.confidence is None else float(verdict.confidence)
    return {
        "rank": rank_of(confidence),
        "relation": verdict.relation,
        "confidence": confidence,
        "similarity": float(verdict.similarity),
        "details": {
            "relations": {name: float(share) for name, share in verdict.relations.items()},
            "a_to_b": _triple(verdict.a_to_b),
            "b_to_a": _triple(verdict.b_to_a),
            "reasons": verdict.sentences,
            "spans": [[_pairs(reason.a), _pairs(reason.b)] for reason in verdict.reasons],
        },
        "model": verdict.model,
        "not_judged": verdict.not_judged,
        "withheld": verdict.withheld,
        "one_origin": verdict.one_origin,
    }


VERDICT = tuple(
    comparisons.c[name]
    for name in "relation confidence similarity model not_judged withheld one_origin details".split()
)
"""The columns that `verdict_of` reads, in its order."""


def verdict_of(*columns: Any) -> Verdict:  # noqa: ANN401 - columns
    """The verdict of the VERDICT columns of a row."""
    relation, confidence, similarity, model, not_judged, withheld, one_origin, details = columns
    return Verdict(
        relation,
        confidence,
        details["relations"],
        similarity,
        _entailment(details["a_to_b"]),
        _entailment(details["b_to_a"]),
        _reasons(details),
        model,
        not_judged,
        withheld,
        one_origin,
    )


def _reasons(details: dict[str, Any]) -> tuple[Reason, ...]:
    """The reasons with their spans; rows of before there were spans have the sentences alone."""
    sentences = details["reasons"]
    places = details.get("spans") or [((), ())] * len(sentences)
    return tuple(Reason(said, _spans(a), _spans(b)) for said, (a, b) in zip(sentences, places, strict=True))


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _triple(entailment: Entailment | None) -> tuple[float, ...] | None:
    return tuple(map(float, astuple(entailment))) if entailment else None


def _entailment(triple: list[float] | None) -> Entailment | None:
    return Entailment(*triple) if triple else None
