"""Two pair models as one: a small one reads every pair, a larger one those that the first finds worth a second look."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.base import RELATION_LABELS, ModelError, PairModel, PairScores, Passage

CONTRADICTS, AGREES = (RELATION_LABELS.index(label) for label in ("contradicts", "agrees"))
MAY_CONTRADICT = 0.05
MAY_AGREE = 0.2
"""The first reader's probabilities from which the second is asked: of 1,081 pairs of news about one in three."""


class SecondReading:
    """A PairModel whose scores are the first reader's, but where the second was asked: there they are its own.

    The second costs many times what the first does, and most pairs are nothing: so it pays only where much hangs on it.
    Raises ModelError where one of them knows no relations.
    """

    def __init__(self, first: PairModel, second: PairModel) -> None:
        for reader in (first, second):
            if reader.read([]).relations is None:
                raise ModelError(f"The pair model {reader.version} knows only entailment: no second reader fits.")
        self._first, self._second = first, second

    @property
    def version(self) -> str:
        """Names the weights of both."""
        return f"{self._first.version}+{self._second.version}"

    def read(self, pairs: Sequence[tuple[Passage, Passage]]) -> PairScores:
        """Entailment (n, 3) from the first passage to the second, relations (n, 6)."""
        found = self._first.read(pairs)
        again = np.flatnonzero(_is_worth_it(_relations(found))).tolist()
        second = self._second.read([pairs[i] for i in again])
        entailment, relations = found.entailment.copy(), _relations(found).copy()
        entailment[again], relations[again] = second.entailment, _relations(second)
        return PairScores(entailment, relations)


def _relations(scores: PairScores) -> NDArray[np.float32]:
    if scores.relations is None:
        raise ValueError("A pair model gave relations before, and now none.")
    return scores.relations


def _is_worth_it(relations: NDArray[np.float32]) -> NDArray[np.bool_]:
    return np.asarray((relations[:, CONTRADICTS] >= MAY_CONTRADICT) | (relations[:, AGREES] >= MAY_AGREE))
