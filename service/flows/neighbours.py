"""Finds the stored sentences near a text: the nearest by their vectors, and of these the nearest by their words too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.comparing.nearness import Words, find_distinct_words, find_nearness
from service.store.vectors import find_texts
from service.workspace import Workspace

POOL = 100
"""So many sentences, the most similar ones, are looked at word by word; more where more are asked for."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A stored sentence near a text; `similarity` is that of the vectors, `nearness` sees the words as well."""

    sentence_id: int
    similarity: float
    nearness: float


def find_neighbours(  # noqa: PLR0913 - the last narrows down, and may be left out
    workspace: Workspace,
    texts: Sequence[str],
    vectors: NDArray[np.float32],
    *,
    limit: int,
    floor: float,
    among: Sequence[int] | None = None,
) -> list[list[Neighbour]]:
    """For each text, whose vectors (n, dimension) are given, the stored sentences near it, the nearest first.

    All of the pool of at least `limit` sentences that are looked at, but for those whose nearness is below `floor`.
    With `among` the pool is of these sentences only, so that others, however near, leave none of them out.
    """
    live = workspace.live_index
    ids = None if among is None else np.array(among, np.int64)
    with live.lock:
        found = live.index.search(vectors, max(POOL, limit), among=ids)
    rows = [
        {int(i): float(score) for i, score in zip(ids, scores, strict=True) if i >= 0}
        for ids, scores in zip(found.ids, found.scores, strict=True)
    ]
    with workspace.store.reading() as connection:
        stored = find_texts(connection, {i for row in rows for i in row})
    words = {i: find_distinct_words(text) for i, text in stored.items()}
    return [_rank(find_distinct_words(text), row, words, floor) for text, row in zip(texts, rows, strict=True)]


def _rank(text: Words, row: Mapping[int, float], words: Mapping[int, Words], floor: float) -> list[Neighbour]:
    similarities = {i: similarity for i, similarity in row.items() if i in words}  # a takedown may have been quicker
    nearness = find_nearness(text, [words[i] for i in similarities], list(similarities.values()))
    ranked = [Neighbour(i, row[i], near) for i, near in zip(similarities, nearness, strict=True) if near >= floor]
    return sorted(ranked, key=lambda one: (-one.nearness, one.sentence_id))
