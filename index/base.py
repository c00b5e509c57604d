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
    """A snapshot was made by other weights, another format or another store; rebuild the index."""


@dataclass(frozen=True)
class Neighbours:
    """For each of n queries its nearest ids, best first; ids (n, k) hold -1 and scores -inf where there are fewer."""

    ids: Ids
    scores: Scores


class VectorIndex(Protocol):
    """Unit vectors under integer ids; a score is an inner product."""

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

        Raises VectorIndexError for a wrong shape, a negative or repeated id, or a value that is not finite.
        """

    def remove(self, ids: Ids) -> int:
        """Forgets the vectors; ids that are not held are passed over. Returns how many were forgotten."""

    def search(self, queries: Vectors, limit: int) -> Neighbours:
        """The `limit` nearest of each query (n, dimension); equal scores come in the order of ids."""

    def vectors(self, ids: Ids) -> Vectors:
        """The vectors held under `ids`, in that order. Raises VectorIndexError for an id that is not held."""
