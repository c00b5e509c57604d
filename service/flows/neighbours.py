"""Finds the stored sentences near a text: the nearest by their vectors, and of these the nearest by their words too."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.comparing.nearness import find_nearness, find_own_words
from service.store.vectors import find_texts
from service.workspace import Workspace

POOL = 100
"""So many sentences, the most similar ones, are looked at word by word."""


@dataclass(frozen=True)
class Neighbour:
    """A stored sentence near a text; `similarity` is that of the vectors, `nearness` sees the words as well."""

    sentence_id: int
    similarity: float
    nearness: float


def find_neighbours(
    workspace: Workspace, texts: Sequence[str], vectors: NDArray[np.float32], *, floor: float
) -> list[list[Neighbour]]:
    """For each text, whose vectors (n, dimension) are given, the stored sentences near it, the nearest first.

    At most POOL of them, and none whose nearness is below `floor`.
    """
    live = workspace.live_index
    with live.lock:
        found = live.index.search(vectors, POOL)
    rows = [
        {int(i): float(score) for i, score in zip(ids, scores, strict=True) if i >= 0}
        for ids, scores in zip(found.ids, found.scores, strict=True)
    ]
    with workspace.store.reading() as connection:
        stored = find_texts(connection, {i for row in rows for i in row})
    words = {i: find_own_words(text) for i, text in stored.items()}
    return [
        [near for near in _rank(text, {i: s for i, s in row.items() if i in words}, words) if near.nearness >= floor]
        for text, row in zip(texts, rows, strict=True)
    ]


def _rank(text: str, similarities: dict[int, float], words: dict[int, frozenset[str]]) -> list[Neighbour]:
    others = [words[i] for i in similarities]
    nearness = find_nearness(find_own_words(text), others, list(similarities.values()))
    ranked = [Neighbour(*one) for one in zip(similarities, similarities.values(), nearness, strict=True)]
    return sorted(ranked, key=lambda near: (-near.nearness, near.sentence_id))
