"""python -m benchmarks.fit_verdict: fits the weights of the verdict on labelled pairs, and writes verdict.json.

Contradictions first, against all others: what the features say of them is learned on all real pairs, since no model
was trained to see features; to that the model's own score is added. The other five relations are told apart by one
regression over real and written pairs, within the signs of verdict_signs.py. Both are then moved to the shares that the
relations have in news, and scaled there, so that a probability means what it says on real pairs. Thresholds are set
where the mean F1 of the relations is best, news counting as much as written pairs.
With --held-out the model's scores are taken only on events that it was not trained on: on the others they are better
than any that it will give again.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from benchmarks.verdict_signs import Question, fit_within_signs
from models.training.split import split_rows
from service.bench.quality import read_rows, read_side
from service.comparing.features import find_features
from service.comparing.reading import read
from service.comparing.verdict import NOT_FITTED, find_inputs, find_shift
from service.domain.comparisons import RELATIONS, Relation
from service.flows.scoring import find_similarities, score_pairs
from service.settings import load_settings
from service.workspace import Workspace

Matrix = NDArray[np.float64]
Rows = Sequence[Mapping[str, Any]]
VERDICT = Path(__file__).parent.parent / "service" / "comparing" / "verdict.json"
CONTRADICTS = RELATIONS.index("contradicts")
AGREES = RELATIONS.index("agrees")
STRENGTH = 0.01
STRENGTH_OF_SEEN = 0.0015
ASKED_AGAIN = "agreement_gained"
"""What is known of a pair that was read again without its clash: it speaks for a contradiction, and of nothing else."""
NEVER = -50.0
ABOUT_AS_GOOD = 0.015


@dataclass(frozen=True)
class Table:
    """Labelled pairs as the regression sees them: inputs (n, m) with their names, labels (n,) as indices.

    `shifts` (n, 6) are the log-odds that the verdict adds by hand.
    """

    names: tuple[str, ...]
    inputs: Matrix
    shifts: Matrix
    labels: NDArray[np.int64]

    def without(self, label: int) -> Self:
        """The rows that have another label."""
        kept = self.labels != label
        return replace(self, inputs=self.inputs[kept], shifts=self.shifts[kept], labels=self.labels[kept])

    def of(self, kind: str) -> Self:
        """The table as a pair model of this kind gives it: one of entailment knows no relations."""
        lost = {ASKED_AGAIN, *(name for name in self.names if name.startswith("model_"))}
        kept = [i for i, name in enumerate(self.names) if kind == "relations" or name not in lost]
        return replace(self, names=tuple(self.names[i] for i in kept), inputs=self.inputs[:, kept])


@dataclass(frozen=True)
class Fit:
    """The fitted regressions: coefficients (6, m), intercepts (6,), thresholds (6,)."""

    coefficients: Matrix
    intercepts: Matrix
    thresholds: Matrix

    def probabilities(self, table: Table) -> Matrix:
        """(n, 6), rows sum to 1; the same as service.comparing.verdict.find_probabilities."""
        logits = table.inputs @ self.coefficients.T + self.intercepts + table.shifts
        contradicts = 1 / (1 + np.exp(-logits[:, CONTRADICTS]))
        exponents = np.exp(logits - logits.max(axis=1, keepdims=True))
        exponents[:, CONTRADICTS] = 0
        shares = exponents / exponents.sum(axis=1, keepdims=True) * (1 - contradicts)[:, None]
        shares[:, CONTRADICTS] = contradicts
        return np.asarray(shares)

    def decisions(self, table: Table) -> NDArray[np.int64]:
        """(n,) indices of the relations decided for."""
        worth = self.probabilities(table) / self.thresholds
        contradicts = worth[:, CONTRADICTS] >= 1
        worth[:, CONTRADICTS] = 0
        return np.where(contradicts, CONTRADICTS, worth.argmax(axis=1))


@dataclass(frozen=True)
class Labelled:
    """What a fit learns from: `seen` is the features alone of all real pairs; the others have the models' scores."""

    seen: Table
    real: Table
    written: Table

    def of(self, kind: str) -> Self:
        """The same for a pair model of this kind."""
        return replace(self, real=self.real.of(kind), written=self.written.of(kind))


def main() -> None:
    """Reads the pairs, fits the weights for both kinds of pair model, says what came out, and writes them."""
    options = _parser().parse_args()
    shares = Counter(row["label"] for row in read_rows(options.news))
    real = [options.news, *options.mined]
    with Workspace(load_settings(pair_model=options.pair_model)) as workspace:
        labelled = Labelled(
            load_features([row for path in real for row in read_rows(path)]),
            load_table(workspace, [row for path in real for row in _chosen(path, options.held_out)]),
            load_table(workspace, [row for path in options.written for row in _chosen(path, options.held_out)]),
        )
    prior = np.array([shares[r] for r in RELATIONS], float)
    for kind in ("relations", "entailment"):
        of_kind = labelled.of(kind)
        fitted = fit(of_kind, prior=prior)
        tables = (of_kind.real, of_kind.written)
        print(kind, *(f"{len(t.labels)} pairs, macro-F1 {_macro_f1(fitted, t):.3f};" for t in tables))
        write(fitted, of_kind.real.names, kind)


def load_features(rows: Rows) -> Table:
    """The features of the pairs alone: no model is asked."""
    seen = [find_features(read(read_side(row["a"])), read(read_side(row["b"]))) for row in rows]
    return _tabulate([{name: feature.value for name, feature in one.items()} for one in seen], rows)


def load_table(workspace: Workspace, rows: Rows) -> Table:
    """Scores the pairs and reads their features."""
    pairs = [(read_side(row["a"]), read_side(row["b"])) for row in rows]
    scores = score_pairs(workspace, pairs, find_similarities(workspace, pairs))
    inputs = [find_inputs(found, find_features(read(a), read(b))) for (a, b), found in zip(pairs, scores, strict=True)]
    return _tabulate(inputs, rows)


def _tabulate(inputs: Sequence[Mapping[str, float]], rows: Rows) -> Table:
    names = tuple(name for name in inputs[0] if name not in NOT_FITTED)
    return Table(
        names,
        np.array([[one[name] for name in names] for one in inputs]),
        np.array([[find_shift(relation, one) for relation in RELATIONS] for one in inputs]),
        np.array([RELATIONS.index(row["label"]) for row in rows]),
    )


def fit(labelled: Labelled, *, prior: Matrix) -> Fit:
    """Both regressions, calibrated on the real pairs for the shares in `prior`, with thresholds."""
    real, written = labelled.real, labelled.written
    coefficients, intercepts = _fit_others(real, written, prior)
    coefficients[CONTRADICTS], intercepts[CONTRADICTS] = _fit_contradictions(labelled, prior)
    return _with_thresholds(Fit(coefficients, intercepts, np.ones(len(RELATIONS))), real, written)


def _fit_contradictions(labelled: Labelled, prior: Matrix) -> tuple[Matrix, float]:
    """The row of `contradicts`: features by all real pairs, the model's score beside them; both scaled on the held-out.

    There it is also fitted what a second reading without the clash adds.
    """
    seen, real = labelled.seen, labelled.real
    spread = seen.inputs.std(axis=0) + 1e-9
    two: tuple[Relation, Relation] = ("contradicts", "related")
    weights, _ = fit_within_signs(
        Question(seen.names, two, STRENGTH_OF_SEEN),
        seen.inputs / spread,
        _others(seen.labels),
        seen.shifts[:, [RELATIONS.index(relation) for relation in two]],
    )
    row = np.zeros(len(real.names))
    for name, weight in zip(seen.names, (weights[0] - weights[1]) / spread, strict=True):
        row[real.names.index(name)] = weight
    score = "model_contradicts" if "model_contradicts" in real.names else "contradiction_least"
    row[real.names.index(score)] = 1.0
    again = [place for place, name in enumerate(real.names) if name == ASKED_AGAIN]
    evidence = np.column_stack([real.inputs @ row, real.inputs[:, again]])
    scaled = LogisticRegression(C=1.0).fit(evidence, _others(real.labels) == 0)
    row = row * scaled.coef_[0, 0]
    row[again] = np.maximum(scaled.coef_[0, 1:], 0.0)
    share = prior[CONTRADICTS] / prior.sum()
    found = np.mean(_others(real.labels) == 0)
    moved = np.log(share / (1 - share)) - np.log(found / (1 - found))
    return row, float(scaled.intercept_[0] + moved)


def _fit_others(real: Table, written: Table, prior: Matrix) -> tuple[Matrix, Matrix]:
    """Coefficients (6, m) and intercepts (6,) of the five relations that are no contradiction; its row is empty."""
    tables = [table.without(CONTRADICTS) for table in (real, written)]
    inputs, labels = np.vstack([t.inputs for t in tables]), np.concatenate([t.labels for t in tables])
    inputs[:, [name == ASKED_AGAIN for name in real.names]] = 0.0  # asked of likely contradictions alone
    spread = inputs.std(axis=0) + 1e-9
    shifts = np.vstack([t.shifts for t in tables])
    weights, free = fit_within_signs(Question(real.names, RELATIONS, STRENGTH), inputs / spread, labels, shifts)
    share = np.bincount(labels, minlength=len(RELATIONS)) / len(labels)
    intercepts = free + np.log(prior / prior.sum()) - np.log(np.maximum(share, 1e-9))
    plain = Fit(weights / spread, intercepts, np.ones(len(RELATIONS)))
    plain.coefficients[CONTRADICTS], plain.intercepts[CONTRADICTS] = 0.0, NEVER
    cooled = _find_temperature(plain, tables[0])
    return plain.coefficients / cooled, plain.intercepts / cooled


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
    That of contradictions is then settled by their own F1 on written pairs, which somebody puts side by side, and by
    the mean F1 there: in news a setting says which are shown. And that of agreements, most of what is shown, by theirs
    on both.
    """
    thresholds, grid = np.ones(len(RELATIONS)), np.geomspace(0.03, 1.5, 24)

    def choose(place: int, worth: Callable[[Fit], float]) -> None:
        candidates = [np.where(np.arange(len(RELATIONS)) == place, value, thresholds) for value in grid]
        tried = np.array([worth(replace(fitted, thresholds=each)) for each in candidates])
        thresholds[place] = np.exp(np.log(grid[tried >= tried.max() - ABOUT_AS_GOOD]).mean())

    for place in (*range(len(RELATIONS)),) * 3:
        choose(place, lambda tried: _worth(tried, news, written))
    choose(CONTRADICTS, lambda tried: _macro_f1(tried, written, only=(CONTRADICTS,)) + _macro_f1(tried, written))
    choose(AGREES, lambda tried: sum(_macro_f1(tried, table, only=(AGREES,)) for table in (news, written)))
    return replace(fitted, thresholds=thresholds)


def _worth(fitted: Fit, news: Table, written: Table) -> float:
    return _macro_f1(fitted, news) + _macro_f1(fitted, written)


def _find_temperature(fitted: Fit, table: Table) -> float:
    def loss(temperature: float) -> float:
        cooled = Fit(fitted.coefficients / temperature, fitted.intercepts / temperature, fitted.thresholds)
        chosen = cooled.probabilities(table)[np.arange(len(table.labels)), table.labels]
        return float(-np.log(chosen + 1e-12).mean())

    return float(minimize_scalar(loss, bounds=(0.3, 3.0), method="bounded").x)


def _others(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """0 for a contradiction, 1 for everything else."""
    return np.asarray(labels != CONTRADICTS, np.int64)


def _macro_f1(fitted: Fit, table: Table, only: Sequence[int] | None = None) -> float:
    present = list(only) if only else sorted(set(table.labels))
    decided = fitted.decisions(table)
    return float(f1_score(table.labels, decided, labels=present, average="macro", zero_division=0))


def _chosen(path: Path, held_out: float) -> Rows:
    rows = list(read_rows(path))
    return split_rows(rows, held_out)[1] if held_out else rows


def _plain(values: Matrix) -> list[float]:
    return [round(float(value), 5) for value in values]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fit_verdict", description=__doc__)
    parser.add_argument("--news", type=Path, required=True, help="real pairs in their real shares")
    parser.add_argument("--mined", type=Path, nargs="*", default=[], help="real pairs that were chosen")
    parser.add_argument("--written", type=Path, nargs="+", required=True, help="written pairs")
    parser.add_argument("--held-out", type=float, default=0.0, help="use only the events that training held out")
    parser.add_argument("--pair-model", default="default")
    return parser


if __name__ == "__main__":
    main()
