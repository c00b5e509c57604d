"""The verdict on a pair: calibrated probabilities of the six relations, the decision, and its reasons.

Two regressions over what the models scored and what the features saw: a logistic one asks whether the pair is a
contradiction, a multinomial one which of the other relations it is if not. Contradictions are so rare in news that
they are asked for apart. The weights are data (verdict.json) that can be read: which input moves which relation by how
much.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from service.comparing.features import Feature, find_features
from service.comparing.gates import find_withheld
from service.comparing.reading import read
from service.comparing.undoing import Undone
from service.domain.claims import Statement
from service.domain.comparisons import RELATIONS, Entailment, Relation, Verdict
from service.domain.reasons import Reason, is_verified

SHOWN_REASONS = 3
OPEN_FROM = 0.15
"""The model's probability of a contradiction from which a pair is looked at again without what clashes in it."""
FLOOR = 1e-4
BOUND_OF_GAIN = 1e-3
LEAST_GAIN = 1.0
"""So much more agreement, in log-odds, any rewriting may bring; what goes beyond it counts."""
SETTLED = 0.92
"""From here on the pair is nothing else; what it spares is measured in benchmarks/results/pair-speed.json."""

SPEAKS_FOR: Mapping[Relation, tuple[str, ...]] = {
    "agrees": ("views_shared", "quantities_match", "more_precise", "negated_opposite", "dates_match", "same_denial"),
    "contradicts": (
        "quantities_differ", "dates_differ", "negated_word", "opposite_words", "roles_swapped", "places_differ",
        "quantifiers_differ", "denial_against_claim", "polarity_differs",
    ),
    "changed": ("quantities_differ", "opposite_words", "negated_word", "dates_differ", "movement", "modality_differs",
                "days_apart"),
    "framing": ("views_opposed", "evaluation_opposed", "shared_body"),
    "related": ("shared_body", "dates_match", "scope_differs"),
    "unrelated": (),
}  # fmt: skip
"""What a person would give as a reason for the relation; other features move the scores and explain nothing."""

GROUNDS = ("dates_match", "shared_body")
"""What shows that two statements that clash are about one thing; added to a reason, never given alone."""


SHIFTS: Mapping[str, Mapping[Relation, float]] = {
    "views_opposed": {"framing": 4.0, "agrees": -4.0},
    "views_shared": {"agrees": 2.5, "framing": -1.0, "contradicts": -1.0},
    "views_of_others": {"agrees": -4.0, "contradicts": -2.0},
    "quantities_differ": {"agrees": -2.5},
}
"""Log-odds that a feature adds beside the regression. Set by hand, after the rubric: labelled pairs in which both
sides tell the view of a named country or body are too few to fit, and what such a pair means is not in doubt. Numbers
of one thing that exclude each other speak against agreement whatever the model read."""

NOT_FITTED = frozenset(
    ["views_opposed", "views_shared", "views_of_others", "same_holder", "other_holder", "other_person"]
)
"""Features that the regression leaves out. Who speaks gives the label away in written pairs, and labelled real pairs
do not name speakers: what it weighs there could not be trusted here. Namesakes are rare, and gates.py knows them."""


@dataclass(frozen=True)
class Scores:
    """What the models say of a pair; `relations` is None when the pair model knows only entailment.

    `undone` is the pair without a clash, in the way that leaves the most agreement, and `agreement_undone` how much;
    None where nothing was undone.
    """

    similarity: float
    a_to_b: Entailment
    b_to_a: Entailment
    relations: Mapping[Relation, float] | None
    model: str
    undone: Undone | None = None
    agreement_undone: float | None = None

    @property
    def may_contradict(self) -> bool:
        """Whether it is worth while to ask again, without what clashes; only of a model that knows agreements."""
        return self.relations is not None and self.relations["contradicts"] >= OPEN_FROM


@dataclass(frozen=True)
class Weights:
    """The regressions: a row of coefficients per relation, over named inputs; `thresholds` turn them into a decision.

    The row of `contradicts` gives its log-odds against all others; the other rows share what it leaves.
    A contradiction is decided for from its threshold on; else the relation whose probability, divided by its
    threshold, is the greatest.
    """

    inputs: tuple[str, ...]
    coefficients: Mapping[Relation, tuple[float, ...]]
    intercepts: Mapping[Relation, float]
    thresholds: Mapping[Relation, float]


def decide(a: Statement, b: Statement, scores: Scores) -> Verdict:
    """The verdict on two statements; the same for either order, but for the directions of entailment."""
    weights = load_weights("relations" if scores.relations else "entailment")
    readings = read(a), read(b)
    features = find_features(*readings)
    inputs = find_inputs(scores, features)
    probabilities = find_probabilities(inputs, weights)
    others = [r for r in RELATIONS if r != "contradicts"]
    relation: Relation = max(others, key=lambda r: probabilities[r] / weights.thresholds[r])
    withheld = None
    if probabilities["contradicts"] >= weights.thresholds["contradicts"]:
        withheld = find_withheld(*readings)
        relation = relation if withheld else "contradicts"
    seen = find_feature_reasons(relation, inputs, features, weights)
    found = (*seen[:1], *find_undone_reasons(relation, scores), *seen[1:], *find_entailment_reasons(relation, scores))
    reasons = [reason for reason in found if is_verified(reason, a.text, b.text)]
    return Verdict(
        relation=relation,
        confidence=probabilities[relation],
        relations=probabilities,
        similarity=scores.similarity,
        a_to_b=scores.a_to_b,
        b_to_a=scores.b_to_a,
        reasons=(*reasons[:SHOWN_REASONS], *((Reason(withheld),) if withheld else ())),
        model=scores.model,
        withheld=withheld,
    )


def is_settled(relations: Mapping[Relation, float]) -> bool:
    """Whether one reading of the pair model is so sure of a pair being related or unrelated that no more is needed."""
    return relations["related"] + relations["unrelated"] > SETTLED


def not_judged(why: str, *, similarity: float, model: str) -> Verdict:
    """The verdict on a pair that nobody judged: no relation, no confidence, and why."""
    return Verdict(None, None, {}, similarity, None, None, (), model, not_judged=why)


def find_inputs(scores: Scores, features: Mapping[str, Feature]) -> dict[str, float]:
    """The regression's inputs by name: log-odds of the models' scores, the similarity, the features' values."""
    contradiction = sorted(_logit(e.contradiction) for e in (scores.a_to_b, scores.b_to_a))
    entailment = sorted(_logit(e.entailment) for e in (scores.a_to_b, scores.b_to_a))
    named = {
        "similarity": scores.similarity,
        "contradiction_least": contradiction[0],
        "contradiction_most": contradiction[1],
        "entailment_least": entailment[0],
        "entailment_most": entailment[1],
    }
    for relation, probability in (scores.relations or {}).items():
        named[f"model_{relation}"] = math.log(max(probability, FLOOR))
    named["agreement_gained"] = 0.0
    if scores.relations and scores.agreement_undone is not None:
        before = _logit(scores.relations["agrees"], BOUND_OF_GAIN)
        gained = _logit(scores.agreement_undone, BOUND_OF_GAIN) - before
        named["agreement_gained"] = max(0.0, gained - LEAST_GAIN)
    return named | {name: feature.value for name, feature in features.items()}


def find_probabilities(inputs: Mapping[str, float], weights: Weights) -> dict[Relation, float]:
    """The six probabilities, which sum to 1."""
    values = np.array([inputs[name] for name in weights.inputs])
    logits = {r: _find_logit(r, values, weights) + find_shift(r, inputs) for r in RELATIONS}
    contradicts = 1 / (1 + math.exp(-logits.pop("contradicts")))
    exponents = {r: math.exp(logit - max(logits.values())) for r, logit in logits.items()}
    share = (1 - contradicts) / sum(exponents.values())
    return {r: contradicts if r == "contradicts" else exponents[r] * share for r in RELATIONS}


def _find_logit(relation: Relation, values: NDArray[np.float64], weights: Weights) -> float:
    return float(np.dot(weights.coefficients[relation], values)) + weights.intercepts[relation]


def find_shift(relation: Relation, inputs: Mapping[str, float]) -> float:
    """The log-odds that SHIFTS add to a relation."""
    return sum(by.get(relation, 0.0) * inputs[name] for name, by in SHIFTS.items())


def find_feature_reasons(
    relation: Relation, inputs: Mapping[str, float], features: Mapping[str, Feature], weights: Weights
) -> list[Reason]:
    """The reasons of the features that can speak for `relation`, those that moved the pair most towards it first."""
    pull = _pull(relation, weights)
    seen = [(pull.get(name, 0.0) * inputs[name], features[name].reason) for name in SPEAKS_FOR[relation]]
    found = [reason for _, reason in sorted(seen, key=lambda pair: -pair[0]) if reason]
    if len(found) > 1 and (bare := features["polarity_differs"].reason) in found:
        found.remove(bare)  # what is negated says more than that something is
    grounds = [features[name].reason for name in GROUNDS] if relation == "contradicts" and found else []
    return found[: SHOWN_REASONS - 1] + [reason for reason in grounds if reason]


def find_undone_reasons(relation: Relation, scores: Scores) -> list[Reason]:
    """That the two would agree but for the clash, where they contradict each other."""
    if relation != "contradicts" or scores.undone is None or (scores.agreement_undone or 0.0) < 0.5:
        return []
    sentence = f"{scores.undone.sentence} the two would say the same ({scores.agreement_undone:.2f})."
    return [Reason(sentence, *scores.undone.spans)]


def find_entailment_reasons(relation: Relation, scores: Scores) -> list[Reason]:
    """What the entailment scores say where they speak for `relation`."""
    both = (scores.a_to_b, scores.b_to_a)
    if relation == "contradicts" and max(e.contradiction for e in both) >= 0.5:
        return [Reason(f"Read together, they exclude each other ({max(e.contradiction for e in both):.2f}).")]
    if relation == "agrees" and max(e.entailment for e in both) >= 0.5:
        ways = sum(e.entailment >= 0.5 for e in both)
        what = "each follows from the other" if ways == 2 else "one follows from the other"
        return [Reason(f"Read together, {what} ({max(e.entailment for e in both):.2f}).")]
    return []


@lru_cache(maxsize=4)
def load_weights(kind: str) -> Weights:
    """The shipped weights for a pair model that gives `relations`, or only `entailment`."""
    stored = json.loads((files("service.comparing") / "verdict.json").read_text(encoding="utf-8"))[kind]
    return Weights(
        inputs=tuple(stored["inputs"]),
        coefficients={r: tuple(stored["coefficients"][r]) for r in RELATIONS},
        intercepts={r: float(stored["intercepts"][r]) for r in RELATIONS},
        thresholds={r: float(stored["thresholds"][r]) for r in RELATIONS},
    )


def _pull(relation: Relation, weights: Weights) -> dict[str, float]:
    """How much each input speaks for `relation` and against merely related, what most pairs are."""
    alone = relation in ("related", "contradicts")
    plain = [0.0] * len(weights.inputs) if alone else weights.coefficients["related"]
    fitted = np.subtract(weights.coefficients[relation], plain).tolist()
    pull = dict(zip(weights.inputs, fitted, strict=True))
    return pull | {name: pull.get(name, 0.0) + by.get(relation, 0.0) for name, by in SHIFTS.items()}


def _logit(probability: float, floor: float = FLOOR) -> float:
    bounded = min(max(probability, floor), 1 - floor)
    return math.log(bounded / (1 - bounded))
