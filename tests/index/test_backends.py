"""A name gives an index, or a sentence that says what to do; and nothing heavy is imported before."""

import subprocess
import sys

import pytest

from index.backends import open_index
from index.base import VectorIndexError
from index.exact import ExactIndex


def test_a_name_gives_an_empty_index():
    index = open_index("exact", 3)
    assert (type(index), index.dimension, len(index)) == (ExactIndex, 3, 0)


def test_an_unknown_name_is_answered_with_those_known():
    with pytest.raises(VectorIndexError, match="'milvus'; choose one of: exact, faiss"):
        open_index("milvus", 3)


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.delitem(sys.modules, "index.faiss_index", raising=False)
    monkeypatch.setitem(sys.modules, "faiss", None)
    with pytest.raises(VectorIndexError, match="pip install faiss-cpu"):
        open_index("faiss", 3)


@pytest.mark.parametrize("backend", ["exact", "faiss"])
def test_a_dimension_below_one_is_refused(backend):
    with pytest.raises(VectorIndexError, match="at least 1, not 0"):
        open_index(backend, 0)


def test_faiss_is_imported_only_when_asked_for():
    code = (
        "import sys, index.snapshots, index.backends as b; b.open_index('exact', 2);"
        "print('faiss' in sys.modules);"
        "b.open_index('faiss', 2); print('faiss' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
