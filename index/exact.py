"""Brute force in numpy: the oracle that every other backend is compared with, value by value."""

from dataclasses import dataclass

import numpy as np

from index.base import Ids, Neighbours, Vectors
from index.checks import (
    checked_dimension,
    checked_ids,
    checked_limit,
    checked_pairs,
    checked_vectors,
    not_held,
)
from index.ranking import best, inner_products, neighbours


@dataclass(frozen=True)
class _Held:
    """Ids (n,) ascending and their vectors (n, d)."""

    ids: Ids
    vectors: Vectors

    def only(self, ids: Ids) -> "_Held":
        kept = np.isin(self.ids, ids)
        return _Held(self.ids[kept], self.vectors[kept])

    def without(self, ids: Ids) -> "_Held":
        kept = ~np.isin(self.ids, ids)
        return _Held(self.ids[kept], self.vectors[kept])

    def plus(self, ids: Ids, vectors: Vectors) -> "_Held":
        together = np.concatenate([self.ids, ids])
        order = np.argsort(together)
        return _Held(together[order], np.concatenate([self.vectors, vectors])[order])


class ExactIndex:
    """A VectorIndex that looks at every vector; see `index.base.VectorIndex` for what it promises.

    Writes put new arrays in the place of the old, so that a search in another thread never sees half of one.
    """

    def __init__(self, dimension: int) -> None:
        """An empty index. Raises VectorIndexError for a dimension below 1."""
        self._dimension = checked_dimension(dimension)
        self._held = _Held(np.empty(0, dtype=np.int64), np.empty((0, dimension), dtype=np.float32))

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._dimension

    @property
    def ids(self) -> Ids:
        """The ids held, ascending."""
        return self._held.ids.copy()

    def __len__(self) -> int:
        """How many vectors are held."""
        return len(self._held.ids)

    def add(self, ids: Ids, vectors: Vectors) -> None:
        """Holds the vectors; an id already held gets the new one."""
        ids, vectors = checked_pairs(ids, vectors, self.dimension)
        self._held = self._held.without(ids).plus(ids, vectors)

    def remove(self, ids: Ids) -> int:
        """Forgets the vectors held under `ids`; returns how many."""
        before = self._held
        self._held = before.without(checked_ids(ids))
        return len(before.ids) - len(self._held.ids)

    def search(self, queries: Vectors, limit: int, *, among: Ids | None = None) -> Neighbours:
        """The `limit` nearest of each query, of those `among` if given; equal scores in the order of ids."""
        queries, limit, held = checked_vectors(queries, self.dimension), checked_limit(limit), self._held
        if among is not None:
            held = held.only(checked_ids(among))
        scores = inner_products(queries, held.vectors)
        return neighbours([best(held.ids, row, limit) for row in scores], limit)

    def vectors(self, ids: Ids) -> Vectors:
        """The vectors held under `ids`, in that order. Raises VectorIndexError for an id that is not held."""
        ids, held = checked_ids(ids), self._held
        if not np.isin(ids, held.ids).all():
            raise not_held(ids, held.ids)
        found: Vectors = held.vectors[np.searchsorted(held.ids, ids)]
        return found
