"""Fitting the verdict: what is fitted is what decides."""

import numpy as np
import pytest

from benchmarks.fit_verdict import Fit, Table
from service.comparing.verdict import find_probabilities, find_shift, load_weights
from service.domain.comparisons import RELATIONS

SHIFTED = ("views_opposed", "views_shared", "views_of_others")


@pytest.mark.parametrize("kind", ["relations", "entailment"])
def test_a_fit_gives_the_probabilities_that_the_verdict_gives(kind):
    weights = load_weights(kind)
    generator = np.random.default_rng(3)
    rows = [
        dict(zip(weights.inputs, generator.normal(size=len(weights.inputs)), strict=True))
        | {name: float(generator.random() < 0.5) for name in (*SHIFTED, "quantities_differ")}
        for _ in range(40)
    ]
    fit = Fit(
        np.array([weights.coefficients[relation] for relation in RELATIONS]),
        np.array([weights.intercepts[relation] for relation in RELATIONS]),
        np.array([weights.thresholds[relation] for relation in RELATIONS]),
    )
    table = Table(
        weights.inputs,
        np.array([[row[name] for name in weights.inputs] for row in rows]),
        np.array([[find_shift(relation, row) for relation in RELATIONS] for row in rows]),
        np.zeros(len(rows), np.int64),
    )
    assert np.abs(table.shifts).max() > 2
    expected = [[probabilities[relation] for relation in RELATIONS]
                for probabilities in (find_probabilities(row, weights) for row in rows)]  # fmt: skip
    assert fit.probabilities(table) == pytest.approx(np.array(expected), abs=1e-9)
