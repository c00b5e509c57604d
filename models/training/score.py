"""How good a pair model's entailment scores are on a labelled set."""

from itertools import islice
from pathlib import Path

import numpy as np

from models.backends import load_pair_model
from models.base import ENTAILMENT_LABELS, Passage
from models.training.data import read_rows


def score_entailment(model: str, path: Path, limit: int | None = None) -> float:
    """Accuracy over the rows of a set with premise, hypothesis and label."""
    rows = list(islice(read_rows(path), limit))
    pairs = [(Passage(row["premise"]), Passage(row["hypothesis"])) for row in rows]
    found = load_pair_model(model).read(pairs).entailment.argmax(axis=1)
    return float(np.mean(found == np.array([ENTAILMENT_LABELS.index(row["label"]) for row in rows])))
