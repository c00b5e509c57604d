"""A multinomial regression in which no feature may speak for what it means the opposite of.

Some features are rare, and a handful of pairs could turn their weight the wrong way round; the bounds keep the weights
such that they can be read. Minimised with L-BFGS-B, to the objective of scikit-learn's LogisticRegression.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from service.domain.comparisons import RELATIONS, Relation

Matrix = NDArray[np.float64]

_CLASH: Mapping[Relation, int] = {"agrees": -1, "contradicts": 1}
_FIT: Mapping[Relation, int] = {"agrees": 1, "contradicts": -1}
_OTHER: Mapping[Relation, int] = {"agrees": -1, "contradicts": -1, "related": 1}
_OPEN: Mapping[Relation, int] = {"agrees": -1, "contradicts": -1}
SIGNS: Mapping[str, Mapping[Relation, int]] = {
    **dict.fromkeys(
        ("polarity_differs", "negated_word", "opposite_words", "roles_swapped", "denial_against_claim",
         "quantifiers_differ"), _CLASH
    ),
    "quantities_differ": {**_CLASH, "changed": 1},
    "quantities_near": {"contradicts": 1},
    "dates_differ": {"agrees": -1, "changed": 1},
    "places_differ": {"agrees": -1},
    "quantities_match": {"agrees": 1},
    "dates_match": {"agrees": 1},
    **dict.fromkeys(("negated_opposite", "same_negated_word", "same_denial", "more_precise", "same_roles"), _FIT),
    **dict.fromkeys(("other_subject", "scope_differs", "both_listed"), _OTHER),
    **dict.fromkeys(("modality_differs", "condition_differs"), _OPEN),
    "evaluation_opposed": {"framing": 1, "agrees": -1},
    "evaluation_present": {"framing": 1},
    "movement": {"changed": 1},
    "days_apart": {"changed": 1, "contradicts": -1},
    "similarity": {"unrelated": -1},
    **{f"model_{relation}": {relation: 1} for relation in RELATIONS},
}  # fmt: skip
"""Which way a feature may move a relation, 1 up and -1 down; it is free to move those that are not named."""


@dataclass(frozen=True)
class Question:
    """What a regression is asked: which of the k `relations` it is, from the m inputs of these names.

    `strength` is the inverse of the penalty's.
    """

    names: Sequence[str]
    relations: Sequence[Relation]
    strength: float


def fit_within_signs(
    asked: Question, inputs: Matrix, labels: NDArray[np.int64], shifts: Matrix
) -> tuple[Matrix, Matrix]:
    """Coefficients (k, m) and intercepts (k,) over inputs (n, m), whose labels are indices into the k relations.

    `shifts` (n, k) are log-odds that are added whatever is fitted.
    """
    rows, width, strength = len(asked.relations), inputs.shape[1], asked.strength
    hot = np.eye(rows)[labels]

    def loss(flat: Matrix) -> tuple[float, Matrix]:
        weights, intercepts = flat[: rows * width].reshape(rows, width), flat[rows * width :]
        logits = inputs @ weights.T + intercepts + shifts
        logits -= logits.max(axis=1, keepdims=True)
        logs = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        off = np.exp(logs) - hot
        slope = np.concatenate([(weights + strength * off.T @ inputs).ravel(), strength * off.sum(axis=0)])
        return float(0.5 * (weights**2).sum() - strength * (hot * logs).sum()), slope

    bounds = [_find_bound(name, relation) for relation in asked.relations for name in asked.names] + [
        (None, None)
    ] * rows
    start = np.zeros(rows * width + rows)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 1000}).x
    return found[: rows * width].reshape(rows, width), found[rows * width :]


def _find_bound(name: str, relation: Relation) -> tuple[float | None, float | None]:
    sign = SIGNS.get(name, {}).get(relation, 0)
    return (0.0 if sign > 0 else None, 0.0 if sign < 0 else None)
