"""Scores and their order: the one place that says what a score is and which of two equals comes first."""

from collections.abc import Sequence

import numpy as np

from index.base import Ids, Neighbours, Scores, Vectors

# Rows turned into float64 at a time: 4096 of 384 are 12 MB.
BLOCK = 4096


def inner_products(queries: Vectors, vectors: Vectors) -> Scores:
    """The scores float32 (q, n) of vectors (n, d) for queries (q, d).

    Each is summed by itself, in float64, and rounded once. A matrix product would be faster, but BLAS sums
    the rows at the edge of a block in another order: equal vectors would score differently by their place.
    """
    scores = np.empty((len(queries), len(vectors)), dtype=np.float32)
    for start in range(0, len(vectors), BLOCK):
        block = vectors[start : start + BLOCK].astype(np.float64)
        for row, query in enumerate(queries.astype(np.float64)):
            scores[row, start : start + BLOCK] = (block * query).sum(axis=1)
    return scores


def best(ids: Ids, scores: Scores, limit: int) -> tuple[Ids, Scores]:
    """The best `limit`, or all if fewer, of ids (n,) with scores (n,); equals in the order of ids."""
    order = np.lexsort((ids, -scores))[:limit]
    return ids[order], scores[order]


def neighbours(rows: Sequence[tuple[Ids, Scores]], limit: int) -> Neighbours:
    """The rows under each other, filled up to `limit` with id -1 and score -inf."""
    ids = np.full((len(rows), limit), -1, dtype=np.int64)
    scores = np.full((len(rows), limit), -np.inf, dtype=np.float32)
    for row, (row_ids, row_scores) in enumerate(rows):
        ids[row, : len(row_ids)] = row_ids
        scores[row, : len(row_scores)] = row_scores
    return Neighbours(ids=ids, scores=scores)
