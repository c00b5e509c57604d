"""The Protocol of a vector index, and what can go wrong with one."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Ids = NDArray[np.int64]
Scores = NDArray[np.float32]


class VectorIndexError(Exception):
    """The index was used wrongly, or what was found on disk cannot be used; the message says what to do."""


class SnapshotMismatchError(VectorIndexError):
    """A snapshot is damaged, or of other weights, another format or another store; rebuild the index."""


class SnapshotMissingError(SnapshotMismatchError):
    """No snapshot was ever saved in this folder: the first start, not a fault; build the index."""


@dataclass(frozen=True)
class Neighbours:
    """For each of n queries its nearest ids, best first; ids (n, k) hold -1 and scores -inf where there are
    fewer.

    k is the limit asked for, whatever the index holds: zero queries give (0, k), limit 0 gives (n, 0).
    """

    ids: Ids
    scores: Scores


class VectorIndex(Protocol):
    """Unit vectors under integer ids; a score is an inner product.

    Every backend gives the same ids and the same scores, to the last bit, as `index.exact.ExactIndex`.
    Any number of threads may search while one other adds or removes; a search sees a call whole or not at
    all.
    """

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    @property
    def ids(self) -> Ids:
        """The ids held, ascending."""

    def __len__(self) -> int:
        """How many vectors are held."""

    def add(self, ids: Ids, vectors: Vectors) -> None:
        """Holds float32 (n, dimension) under int64 (n,); an id already held gets the new vector.

        Raises VectorIndexError, and holds what it held, for a wrong shape, a negative or repeated id, a value
        that is not finite, or a vector longer than 1 (it was not normalised).
        """

    def remove(self, ids: Ids) -> int:
        """Forgets the vectors; ids that are not held are passed over. Returns how many were forgotten."""

    def search(self, queries: Vectors, limit: int, *, among: Ids | None = None) -> Neighbours:
        """The `limit` nearest of each query (n, dimension); equal scores come in the order of ids.

        With `among`, int64 (n,), only of these; ids that are not held are passed over. Raises VectorIndexError for
        queries that `add` would refuse as vectors, and for a negative limit.
        """

    def vectors(self, ids: Ids) -> Vectors:
        """The vectors held under `ids`, in that order. Raises VectorIndexError for an id that is not held."""
