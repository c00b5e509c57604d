"""How probable it is that a word attributes, and that what it attributes is the sentence: learned weights of evidence.

Both are logistic regressions over the names that attribution_evidence gives. They were fitted on the training part of
PolNeAR (news with every attribution marked by hand) by `python -m models.training.attribution`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path

from models.base import ModelError
from models.checksums import check_files

WEIGHTS = Path(__file__).parent / "weights" / "attribution"
FILE = "weights.json"
GOVERNING = "governing.json"
"""Whether the content is much of the sentence: "…, something she mentions a lot" attributes but does not govern."""


@dataclass(frozen=True)
class AttributionWeights:
    """Weight of each piece of evidence, the bias, and the probability from which a mention counts."""

    weights: Mapping[str, float]
    bias: float
    threshold: float

    def find_probability(self, evidence: Sequence[str]) -> float:
        """0 to 1; evidence without a weight counts nothing."""
        total = self.bias + sum(self.weights.get(name, 0.0) for name in set(evidence))
        return 1 / (1 + exp(-total))


@lru_cache(maxsize=4)
def load_weights(folder: Path = WEIGHTS, file: str = FILE) -> AttributionWeights:
    """The weights of the folder, read once. Raises ModelError when they are missing, changed or of another form."""
    check_files(folder)
    try:
        content = json.loads((folder / file).read_text(encoding="utf-8"))
        return AttributionWeights(content["weights"], float(content["bias"]), float(content["threshold"]))
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"The weights of the attributions cannot be read from {folder / file} ({error}). Install the package anew,"
            " or make them with `python -m models.training.attribution`."
        ) from error
