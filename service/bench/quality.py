"""How right the verdicts are on labelled pairs: per relation, by category, calibration, and a baseline beside it."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.domain.claims import Statement
from service.domain.comparisons import RELATIONS, Relation, Verdict
from service.domain.shares import find_wilson
from service.errors import BadInputError
from service.flows.compare import compare_statements
from service.intake.decoding import read_lines
from service.workspace import Workspace

FIELDS = ("speaker", "stance", "outlet", "published_at", "title", "context")

BINS = 10
BASELINE_AT = 0.7


@dataclass(frozen=True)
class Labelled:
    """A pair's label and category, and the verdict on it."""

    label: Relation
    category: str
    verdict: Verdict


def find_labelled(workspace: Workspace, path: Path) -> list[Labelled]:
    """The pairs of a JSON-lines file (.gz too) with a, b and label, each with the verdict on it."""
    rows = list(read_rows(path))
    verdicts = compare_statements(workspace, [(read_side(row["a"]), read_side(row["b"])) for row in rows])
    return [
        Labelled(row["label"], row.get("category") or row.get("mined") or "all", verdict)
        for row, verdict in zip(rows, verdicts, strict=True)
    ]


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-lines file, plain or gzipped. Raises BadInputError where it cannot be read."""
    try:
        yield from (json.loads(line) for line in read_lines(path) if line.strip())
    except ValueError as error:
        raise BadInputError(f"{path} cannot be read as JSON lines: {error}.") from error


def read_side(side: Mapping[str, Any]) -> Statement:
    """One side of a labelled pair."""
    return Statement(side["text"], **{name: side.get(name) for name in FIELDS})


def measure(pairs: Sequence[Labelled]) -> dict[str, Any]:
    """All figures over the pairs; rounded, so that two results can be compared line by line."""
    rows = {r: _measure_relation(pairs, r) for r in RELATIONS}
    present = [row["f1"] for row in rows.values() if row["gold"]]
    reliability = find_reliability(pairs)
    return {
        "pairs": len(pairs),
        "accuracy": _share(sum(p.verdict.relation == p.label for p in pairs), len(pairs)),
        "macro_f1": _rounded(sum(present) / len(present)) if present else None,
        "relations": rows,
        "calibration_error": find_calibration_error(reliability),
        "reliability": reliability,
        "not_judged": sum(p.verdict.relation is None for p in pairs),
        "categories": _measure_categories(pairs),
        "baseline": _measure_baseline(pairs),
    }


def find_average_precision(scores: Sequence[float], hits: Sequence[bool]) -> float | None:
    """Mean of the precision at each hit, going down the scores; None without a hit."""
    ranked = [hit for _, hit in sorted(zip(scores, hits, strict=True), key=lambda pair: -pair[0])]
    found = [sum(ranked[: place + 1]) / (place + 1) for place, hit in enumerate(ranked) if hit]
    return _rounded(sum(found) / len(found)) if found else None


def find_reliability(pairs: Sequence[Labelled]) -> list[dict[str, Any]]:
    """The judged pairs by the probability of their most probable relation, in ten bins of equal width.

    Each with how many there are, their mean probability, and the share in which that relation was the right one.
    """
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for pair in pairs:
        if pair.verdict.relations:
            top = max(RELATIONS, key=pair.verdict.relations.__getitem__)
            probability = pair.verdict.relations[top]
            bins[min(BINS - 1, int(probability * BINS))].append((probability, top == pair.label))
    return [
        {
            "from": place / BINS,
            "pairs": len(found),
            "mean_probability": _share(sum(p for p, _ in found), len(found)),
            "right": _share(sum(hit for _, hit in found), len(found)),
        }
        for place, found in sorted(bins.items())
    ]


def find_calibration_error(reliability: Sequence[Mapping[str, Any]]) -> float | None:
    """Expected calibration error: how far probability and truth lie apart, by bin (Guo et al. 2017)."""
    total = sum(row["pairs"] for row in reliability)
    gaps = (row["pairs"] * abs(row["mean_probability"] - row["right"]) for row in reliability)
    return _rounded(sum(gaps) / total) if total else None


def find_baseline(verdict: Verdict) -> Relation:
    """What everybody does: similar enough, and entailment at p > 0.7, contradiction either way, entailment both."""
    ways = (verdict.a_to_b, verdict.b_to_a)
    if any(way and way.contradiction > BASELINE_AT for way in ways):
        return "contradicts"
    if all(way and way.entailment > BASELINE_AT for way in ways):
        return "agrees"
    return "related"


def _measure_relation(pairs: Sequence[Labelled], relation: Relation) -> dict[str, Any]:
    shown = [p for p in pairs if p.verdict.relation == relation]
    counts = _counts([(p.verdict.relation, p.label) for p in pairs], relation)
    scores = [p.verdict.relations.get(relation, 0.0) for p in pairs]
    return counts | {
        "precision_interval": find_wilson(sum(p.label == relation for p in shown), len(shown)),
        "recall_interval": find_wilson(sum(p.label == relation for p in shown), counts["gold"]),
        "average_precision": find_average_precision(scores, [p.label == relation for p in pairs]),
    }


def _counts(found: Sequence[tuple[Relation | None, Relation]], relation: Relation) -> dict[str, Any]:
    right = sum(shown == relation == label for shown, label in found)
    shown, gold = (sum(pair[side] == relation for pair in found) for side in (0, 1))
    precision, recall = right / shown if shown else 0.0, right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "precision": _rounded(precision),
        "recall": _rounded(recall),
        "f1": _rounded(f1),
        "shown": shown,
        "gold": gold,
    }


def _measure_categories(pairs: Sequence[Labelled]) -> Mapping[str, Mapping[str, Any]]:
    groups: dict[str, list[Labelled]] = defaultdict(list)
    for pair in pairs:
        groups[f"{pair.label}: {pair.category}"].append(pair)
    return {
        name: {"pairs": len(found), "right": sum(p.verdict.relation == p.label for p in found)}
        for name, found in sorted(groups.items())
    }


def _measure_baseline(pairs: Sequence[Labelled]) -> Mapping[str, Mapping[str, Any]]:
    found = [(find_baseline(p.verdict), p.label) for p in pairs]
    relations: tuple[Relation, ...] = ("agrees", "contradicts")
    return {relation: _counts(found, relation) for relation in relations}


def _share(part: float, whole: int) -> float:
    return _rounded(part / whole) if whole else 0.0


def _rounded(value: float) -> float:
    return round(value, 4)
