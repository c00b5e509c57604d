"""From the name of a backend to an index; its package is imported only when it is asked for."""

from dataclasses import dataclass
from importlib import import_module

from index.base import VectorIndex, VectorIndexError


@dataclass(frozen=True)
class Backend:
    """Where a backend lies, and the distribution to install for it."""

    module: str
    name: str
    package: str


BACKENDS = {
    "exact": Backend(module="index.exact", name="ExactIndex", package="numpy"),
    "faiss": Backend(module="index.faiss_index", name="FaissIndex", package="faiss-cpu"),
}


def open_index(name: str, dimension: int) -> VectorIndex:
    """An empty index of the backend called `name`.

    Raises VectorIndexError for an unknown name, a package that is not installed, or a dimension below 1.
    """
    if name not in BACKENDS:
        known = ", ".join(sorted(BACKENDS))
        raise VectorIndexError(f"There is no index backend called {name!r}; choose one of: {known}.")
    backend = BACKENDS[name]
    try:
        module = import_module(backend.module)
    except ImportError as error:
        raise VectorIndexError(
            f"The index backend {name!r} cannot be imported ({error}): run pip install {backend.package}."
        ) from error
    index: VectorIndex = getattr(module, backend.name)(dimension)
    return index
