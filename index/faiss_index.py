"""FAISS, flat, by inner product: removal that removes, and the oracle's answers to the last bit."""

from dataclasses import dataclass
from threading import RLock

import faiss
import numpy as np

from index.base import Ids, Neighbours, Scores, Vectors
from index.checks import (
    LONGEST,
    checked_dimension,
    checked_ids,
    checked_limit,
    checked_pairs,
    checked_vectors,
    not_held,
)
from index.ranking import best, inner_products, neighbours

# Candidates beyond the limit, so that near ties at the cut-off seldom need a second search.
SPARE = 32
WIDEN = 4


@dataclass(frozen=True)
class _Eligible:
    """Which vectors a search is for: how many are held, and what makes FAISS pass over the others."""

    count: int
    parameters: faiss.SearchParameters | None = None


@dataclass(frozen=True)
class _Candidates:
    """What FAISS proposes for one query: ids (k,), and the rough score that no vector left out exceeds."""

    ids: Ids
    ceiling: float


class FaissIndex:
    """A VectorIndex over IndexIDMap2(IndexFlatIP); see `index.base.VectorIndex` for what it promises.

    FAISS sums in float32, in an order that depends on the size of the batch, and breaks ties as its heap
    falls. So it only proposes candidates, enough to be sure, and `index.ranking` scores and orders them.
    """

    def __init__(self, dimension: int) -> None:
        """An empty index. Raises VectorIndexError for a dimension below 1."""
        self._index = faiss.IndexIDMap2(faiss.IndexFlatIP(checked_dimension(dimension)))
        self._lock = RLock()
        # A float32 sum of d products is off by at most d * 2^-24 * |q||v|, in whatever order it is taken
        # (Higham, Accuracy and Stability, section 3.1); the 4 more are for the roundings around it.
        self._margin = (dimension + 4) * 2.0**-24 * LONGEST**2

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._index.d)

    @property
    def ids(self) -> Ids:
        """The ids held, ascending."""
        with self._lock:
            return np.sort(self._held())

    def __len__(self) -> int:
        """How many vectors are held."""
        return int(self._index.ntotal)

    def add(self, ids: Ids, vectors: Vectors) -> None:
        """Holds the vectors; an id already held gets the new one."""
        ids, vectors = checked_pairs(ids, vectors, self.dimension)
        with self._lock:
            self.remove(ids)  # FAISS would keep both
            self._index.add_with_ids(vectors, ids)

    def remove(self, ids: Ids) -> int:
        """Forgets the vectors held under `ids`; returns how many."""
        ids = checked_ids(ids)
        with self._lock:
            held = ids[np.isin(ids, self._held())]
            # FAISS builds its table of ids anew at every removal, even of nothing.
            return int(self._index.remove_ids(faiss.IDSelectorBatch(held))) if held.size else 0

    def search(self, queries: Vectors, limit: int, *, among: Ids | None = None) -> Neighbours:
        """The `limit` nearest of each query, of those `among` if given; equal scores in the order of ids."""
        queries, limit = checked_vectors(queries, self.dimension), checked_limit(limit)
        with self._lock:
            eligible = _Eligible(len(self)) if among is None else self._only(checked_ids(among))
            if not (limit and eligible.count and len(queries)):
                return neighbours([_nothing()] * len(queries), limit)
            proposed = self._propose(queries, limit + SPARE, eligible)
            pairs = zip(queries, proposed, strict=True)
            return neighbours([self._nearest(*pair, eligible, limit=limit) for pair in pairs], limit)

    def vectors(self, ids: Ids) -> Vectors:
        """The vectors held under `ids`, in that order. Raises VectorIndexError for an id that is not held."""
        ids = checked_ids(ids)
        with self._lock:
            try:
                return self._reconstruct(ids)
            except RuntimeError as error:
                raise not_held(ids, self._held()) from error

    def _only(self, ids: Ids) -> _Eligible:
        held = np.intersect1d(ids, self._held())
        selector = faiss.IDSelectorBatch(held)
        # Given by name it lives as long as the parameters, of which FAISS's own types know nothing.
        return _Eligible(held.size, faiss.SearchParameters(sel=selector))  # type: ignore[call-arg]

    def _nearest(
        self, query: Vectors, candidates: _Candidates, eligible: _Eligible, *, limit: int
    ) -> tuple[Ids, Scores]:
        """The best of the candidates, once nothing that was left out can be among them or tie with them."""
        while True:
            scores = inner_products(query[None], self._reconstruct(candidates.ids))[0]
            ids, scores = best(candidates.ids, scores, limit)
            width = len(candidates.ids)
            if width == eligible.count or scores[-1] > candidates.ceiling + self._margin:
                return ids, scores
            candidates = self._propose(query[None], width * WIDEN, eligible)[0]

    def _propose(self, queries: Vectors, width: int, eligible: _Eligible) -> list[_Candidates]:
        width = min(width, eligible.count)
        scores, ids = self._index.search(queries, width, params=eligible.parameters)
        return [_Candidates(row, float(rough[-1])) for row, rough in zip(ids, scores, strict=True)]

    def _reconstruct(self, ids: Ids) -> Vectors:
        found: Vectors = self._index.reconstruct_batch(ids)
        return found

    def _held(self) -> Ids:
        held: Ids = faiss.vector_to_array(self._index.id_map)
        return held


def _nothing() -> tuple[Ids, Scores]:
    return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
