"""python -m benchmarks.fit_verdict: fits the weights of the verdict on labelled pairs, and writes verdict.json.

One regression is fitted on all pairs, news and written, within the signs of verdict_signs.py. Its intercepts are then
moved to the shares that the relations have in news, and one temperature is fitted there, so that a probability means
what it says on real pairs. Thresholds are set where the mean F1 of the relations is best, news counting as much as
written pairs.
With --held-out only events that the pair model was not trained on are used: its scores on those it was trained
on are better than any that it will give again.
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from sklearn.metrics import f1_score

from benchmarks.verdict_signs import fit_within_signs
from models.training.split import split_rows
from service.bench.quality import read_rows, read_side
from service.comparing.features import find_features
from service.comparing.reading import read
from service.comparing.verdict import NOT_FITTED, find_inputs
from service.domain.comparisons import RELATIONS
from service.flows.scoring import find_similarities, score_pairs
from service.settings import load_settings
from service.workspace import Workspace

Matrix = NDArray[np.float64]
Rows = Sequence[Mapping[str, Any]]
VERDICT = Path(__file__).parent.parent / "service" / "comparing" / "verdict.json"
STRENGTH = 0.01
ABOUT_AS_GOOD = 0.015


@dataclass(frozen=True)
class Table:
    """Labelled pairs as the regression sees them: inputs (n, m) with their names, labels (n,) as indices."""

    names: tuple[str, ...]
    inputs: Matrix
    labels: NDArray[np.int64]

    def of(self, kind: str) -> Self:
        """The table as a pair model of this kind gives it: one of entailment knows no relations."""
        kept = [i for i, name in enumerate(self.names) if kind == "relations" or not name.startswith("model_")]
        return replace(self, names=tuple(self.names[i] for i in kept), inputs=self.inputs[:, kept])


@dataclass(frozen=True)
class Fit:
    """The fitted regression: coefficients (6, m), intercepts (6,), thresholds (6,)."""

    coefficients: Matrix
    intercepts: Matrix
    thresholds: Matrix

    def probabilities(self, inputs: Matrix) -> Matrix:
        """(n, 6), rows sum to 1."""
        logits = inputs @ self.coefficients.T + self.intercepts
        exponents = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(exponents / exponents.sum(axis=1, keepdims=True))

    def decisions(self, inputs: Matrix) -> NDArray[np.int64]:
        """(n,) indices of the relations decided for."""
        return np.asarray((self.probabilities(inputs) / self.thresholds).argmax(axis=1))


def main() -> None:
    """Reads the pairs, fits the weights for both kinds of pair model, says what came out, and writes them."""
    options = _parser().parse_args()
    shares = Counter(row["label"] for row in read_rows(options.news))
    with Workspace(load_settings(pair_model=options.pair_model)) as workspace:
        news = load_table(workspace, _chosen(options.news, options.held_out))
        written = load_table(workspace, [r for path in options.written for r in _chosen(path, options.held_out)])
    prior = np.array([shares[r] for r in RELATIONS], float)
    for kind in ("relations", "entailment"):
        tables = [table.of(kind) for table in (news, written)]
        fitted = fit(*tables, prior=prior)
        print(kind, *(f"{len(t.labels)} pairs, macro-F1 {_macro_f1(fitted, t):.3f};" for t in tables))
        write(fitted, tables[0].names, kind)


def load_table(workspace: Workspace, rows: Rows) -> Table:
    """Scores the pairs and reads their features."""
    pairs = [(read_side(row["a"]), read_side(row["b"])) for row in rows]
    scores = score_pairs(workspace, pairs, find_similarities(workspace, pairs))
    inputs = [find_inputs(found, find_features(read(a), read(b))) for (a, b), found in zip(pairs, scores, strict=True)]
    names = tuple(name for name in inputs[0] if name not in NOT_FITTED)
    labels = np.array([RELATIONS.index(row["label"]) for row in rows])
    return Table(names, np.array([[i[name] for name in names] for i in inputs]), labels)


def fit(news: Table, written: Table, *, prior: Matrix) -> Fit:
    """The regression over both tables, calibrated on `news` with the shares in `prior`."""
    inputs = np.vstack([news.inputs, written.inputs])
    labels = np.concatenate([news.labels, written.labels])
    spread = inputs.std(axis=0) + 1e-9
    weights, free = fit_within_signs(inputs / spread, labels, news.names, strength=STRENGTH)
    coefficients = weights / spread
    share = np.bincount(labels, minlength=len(RELATIONS)) / len(labels)
    intercepts = free + np.log(prior / prior.sum()) - np.log(share)
    cooled = _find_temperature(Fit(coefficients, intercepts, np.ones(len(RELATIONS))), news)
    fitted = Fit(coefficients / cooled, intercepts / cooled, np.ones(len(RELATIONS)))
    return _with_thresholds(fitted, news, written)


def write(fitted: Fit, names: Sequence[str], kind: str) -> None:
    """Writes the weights under their kind, beside those of the other kind."""
    stored = json.loads(VERDICT.read_text(encoding="utf-8")) if VERDICT.exists() else {}
    stored[kind] = {
        "inputs": list(names),
        "coefficients": {r: _plain(row) for r, row in zip(RELATIONS, fitted.coefficients, strict=True)},
        "intercepts": dict(zip(RELATIONS, _plain(fitted.intercepts), strict=True)),
        "thresholds": dict(zip(RELATIONS, _plain(fitted.thresholds), strict=True)),
    }
    VERDICT.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def _with_thresholds(fitted: Fit, news: Table, written: Table) -> Fit:
    """Coordinate ascent over a grid of thresholds; a few rounds settle it.

    The highest of many near-equal places is chance: each threshold is the middle of those that are about as good.
    """
    thresholds, grid = np.ones(len(RELATIONS)), np.geomspace(0.03, 1.5, 24)
    for _ in range(3):
        for place in range(len(RELATIONS)):
            candidates = [np.where(np.arange(len(RELATIONS)) == place, value, thresholds) for value in grid]
            tried = np.array([_worth(replace(fitted, thresholds=each), news, written) for each in candidates])
            thresholds[place] = np.exp(np.log(grid[tried >= tried.max() - ABOUT_AS_GOOD]).mean())
    return replace(fitted, thresholds=thresholds)


def _worth(fitted: Fit, news: Table, written: Table) -> float:
    return _macro_f1(fitted, news) + _macro_f1(fitted, written)


def _find_temperature(fitted: Fit, table: Table) -> float:
    def loss(temperature: float) -> float:
        cooled = Fit(fitted.coefficients / temperature, fitted.intercepts / temperature, fitted.thresholds)
        chosen = cooled.probabilities(table.inputs)[np.arange(len(table.labels)), table.labels]
        return float(-np.log(chosen + 1e-12).mean())

    return float(minimize_scalar(loss, bounds=(0.3, 3.0), method="bounded").x)


def _macro_f1(fitted: Fit, table: Table) -> float:
    present = sorted(set(table.labels))
    decided = fitted.decisions(table.inputs)
    return float(f1_score(table.labels, decided, labels=present, average="macro", zero_division=0))


def _chosen(path: Path, held_out: float) -> Rows:
    rows = list(read_rows(path))
    return split_rows(rows, held_out)[1] if held_out else rows


def _plain(values: Matrix) -> list[float]:
    return [round(float(value), 5) for value in values]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fit_verdict", description=__doc__)
    parser.add_argument("--news", type=Path, required=True, help="real pairs in their real shares")
    parser.add_argument("--written", type=Path, nargs="+", required=True, help="written pairs")
    parser.add_argument("--held-out", type=float, default=0.0, help="use only the events that training held out")
    parser.add_argument("--pair-model", default="default")
    return parser


if __name__ == "__main__":
    main()
