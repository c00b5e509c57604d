"""What every backend refuses, in the same words."""

import numpy as np

from index.base import Ids, VectorIndexError, Vectors

# Half-precision encoders miss length 1 by about 1e-3; what is further off was never normalised.
LONGEST = 1.01


def checked_dimension(dimension: int) -> int:
    """The dimension. Raises VectorIndexError when it is below 1."""
    if dimension < 1:
        raise VectorIndexError(f"A dimension is at least 1, not {dimension}: take the encoder's.")
    return dimension


def checked_limit(limit: int) -> int:
    """The limit. Raises VectorIndexError when it is negative."""
    if limit < 0:
        raise VectorIndexError(f"A limit of {limit} neighbours makes no sense: give 0 or more.")
    return limit


def checked_ids(ids: Ids) -> Ids:
    """The ids as contiguous int64 (n,). Raises VectorIndexError for another shape or kind of number."""
    given = np.asarray(ids)
    if given.ndim != 1:
        raise VectorIndexError(f"Ids come as one row, not with the shape {given.shape}.")
    if given.size and given.dtype.kind not in "iu":
        raise VectorIndexError(f"Ids are integers, not {given.dtype}: give int64.")
    return np.ascontiguousarray(given, dtype=np.int64)


def checked_vectors(vectors: Vectors, dimension: int) -> Vectors:
    """The vectors as contiguous float32 (n, dimension), never longer than 1.

    Raises VectorIndexError for another shape, a value that is not finite, a vector that was not normalised.
    """
    given = np.asarray(vectors)
    if given.ndim != 2 or given.shape[1] != dimension:
        raise VectorIndexError(f"Vectors are (n, {dimension}) here, not {given.shape}: was the encoder changed?")
    lengths = np.sqrt(np.square(given, dtype=np.float64).sum(axis=1))
    _refuse(~np.isfinite(lengths), "is not finite: the encoder failed on this text")
    _refuse(lengths > LONGEST, "is longer than 1: normalise it, scores are of unit vectors")
    return np.ascontiguousarray(given, dtype=np.float32)


def checked_pairs(ids: Ids, vectors: Vectors, dimension: int) -> tuple[Ids, Vectors]:
    """What `add` takes. Raises VectorIndexError for negative or repeated ids, or too few vectors."""
    ids, vectors = checked_ids(ids), checked_vectors(vectors, dimension)
    if len(ids) != len(vectors):
        raise VectorIndexError(f"{len(ids)} ids came with {len(vectors)} vectors: give one for each id.")
    if (ids < 0).any():
        raise VectorIndexError(f"Id {ids.min()} is negative, and -1 means no neighbour: ids begin at 0.")
    ordered = np.sort(ids)
    repeated = ordered[1:][ordered[1:] == ordered[:-1]]
    if repeated.size:
        raise VectorIndexError(f"Id {repeated[0]} is given twice in one call: keep only its last vector.")
    return ids, vectors


def not_held(ids: Ids, held: Ids) -> VectorIndexError:
    """The error for asking after ids that are not among those held; it names the first few."""
    missing = ids[~np.isin(ids, held)]
    named = ", ".join(str(id_) for id_ in missing[:5])
    return VectorIndexError(f"{len(missing)} ids are not in the index ({named}): let it catch up with the store.")


def _refuse(wrong: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], reason: str) -> None:
    if wrong.any():
        raise VectorIndexError(f"Vector {int(np.argmax(wrong))} of {len(wrong)} {reason}.")
