"""Verdicts as rows, and back."""

from dataclasses import astuple
from typing import Any

from service.domain.comparisons import Entailment, Verdict
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
            "reasons": verdict.reasons,
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
        tuple(details["reasons"]),
        model,
        not_judged,
        withheld,
        one_origin,
    )


def _triple(entailment: Entailment | None) -> tuple[float, ...] | None:
    return tuple(map(float, astuple(entailment))) if entailment else None


def _entailment(triple: list[float] | None) -> Entailment | None:
    return Entailment(*triple) if triple else None
