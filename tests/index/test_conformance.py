"""Every backend does what a dict and a sum would do: the same ids, and the same scores to the last bit."""

import math
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from index.backends import BACKENDS, open_index
from index.base import VectorIndexError
from index.exact import ExactIndex

HUGE = 2**62


def unit(rows):
    rows = np.asarray(rows, dtype=np.float64)
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def random_units(count, dimension, seed=0):
    return unit(np.random.default_rng(seed).standard_normal((count, dimension)))


def int64(*ids):
    return np.array(ids, dtype=np.int64)


def expected(model, query, limit):
    """The nearest by arithmetic that shares nothing with the package: exact sums of Python floats."""
    scored = [
        (
            -float(np.float32(math.fsum(a * b for a, b in zip(query.tolist(), vector.tolist(), strict=True)))),
            id_,
        )
        for id_, vector in model.items()
    ]
    best = sorted(scored)[:limit]
    missing = limit - len(best)
    return [id_ for _, id_ in best] + [-1] * missing, [-score for score, _ in best] + [-math.inf] * missing


@pytest.fixture(params=sorted(BACKENDS))
def backend(request):
    return request.param


# Few vectors and few ids, so that ties, replacements and removals of what is held are the rule.
POOL = np.concatenate([random_units(5, 4), unit([[1, 0, 0, 0], [-1, 0, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1e-7]])])
IDS = st.lists(st.sampled_from([*range(12), HUGE, HUGE + 1, 2**63 - 1]), unique=True, max_size=10)
PLACES = st.integers(0, len(POOL) - 1)


class AgainstADict(RuleBasedStateMachine):
    """Any order of calls leaves the index holding what a dict would hold."""

    def __init__(self, backend):
        super().__init__()
        self.index, self.model = open_index(backend, 4), {}

    @rule(ids=IDS, data=st.data())
    def add(self, ids, data):
        places = data.draw(st.lists(PLACES, min_size=len(ids), max_size=len(ids)))
        self.index.add(int64(*ids), POOL[places])
        self.model.update(zip(ids, POOL[places], strict=True))

    @rule(ids=IDS)
    def remove(self, ids):
        held = [id_ for id_ in ids if self.model.pop(id_, None) is not None]
        assert self.index.remove(int64(*ids)) == len(held)

    @rule(places=st.lists(PLACES, max_size=3), limit=st.integers(0, 20))
    def search(self, places, limit):
        found = self.index.search(POOL[places], limit)
        assert (found.ids.shape, found.ids.dtype) == ((len(places), limit), np.int64)
        assert (found.scores.shape, found.scores.dtype) == ((len(places), limit), np.float32)
        rows = zip(found.ids.tolist(), found.scores.tolist(), strict=True)
        assert list(rows) == [expected(self.model, POOL[place], limit) for place in places]

    @rule(place=PLACES, limit=st.integers(0, 20), ids=IDS)
    def search_among(self, place, limit, ids):
        found = self.index.search(POOL[[place]], limit, among=int64(*ids, *ids))
        some = {id_: vector for id_, vector in self.model.items() if id_ in ids}
        assert (found.ids[0].tolist(), found.scores[0].tolist()) == expected(some, POOL[place], limit)

    @invariant()
    def holds_what_the_dict_holds(self):
        assert self.index.ids.tolist() == sorted(self.model)
        assert len(self.index) == len(self.model)
        backwards = int64(*sorted(self.model, reverse=True))
        assert self.index.vectors(backwards).tolist() == [self.model[id_].tolist() for id_ in backwards.tolist()]


def test_any_order_of_calls(backend):
    run_state_machine_as_test(
        lambda: AgainstADict(backend),
        settings=settings(max_examples=40, stateful_step_count=15, deadline=None),
    )


def both(backend, ids, vectors):
    index, oracle = open_index(backend, vectors.shape[1]), ExactIndex(vectors.shape[1])
    index.add(ids, vectors)
    oracle.add(ids, vectors)
    return index, oracle


def assert_same(found, wanted):
    np.testing.assert_array_equal(found.ids, wanted.ids)
    np.testing.assert_array_equal(found.scores, wanted.scores)


@pytest.mark.parametrize("limit", [1, 10, 400, 2500])
def test_real_dimension_with_every_vector_twice(backend, limit):
    vectors = np.tile(random_units(1000, 384), (2, 1))
    ids = np.random.default_rng(1).permutation(10_000)[:2000].astype(np.int64)
    index, oracle = both(backend, ids, vectors)
    queries = np.concatenate([vectors[:20], random_units(10, 384, seed=2)])
    assert_same(index.search(queries, limit), oracle.search(queries, limit))


@pytest.mark.parametrize("share", [1, 2, 7, 500])
def test_the_nearest_among_some_are_the_nearest_of_those_alone(backend, share):
    vectors = np.tile(random_units(1000, 384), (2, 1))
    some = np.arange(0, 2000, share)
    index, _ = both(backend, np.arange(2000), vectors)
    oracle = ExactIndex(384)
    oracle.add(some, vectors[some])
    queries = np.concatenate([vectors[:20], random_units(10, 384, seed=2)])
    among = np.concatenate([some[::-1], int64(-1, 7_000)])
    assert_same(index.search(queries, 10, among=among), oracle.search(queries, 10))


@pytest.mark.parametrize("queries", [1, 30])  # FAISS sums in another order from 20 queries on
def test_near_ties_that_float32_sums_cannot_tell_apart(backend, queries):
    rng = np.random.default_rng(3)
    vectors = unit(random_units(1, 384) + rng.standard_normal((600, 384)) * 1e-8)
    index, oracle = both(backend, np.arange(600), vectors)
    asked = unit(vectors[:queries] + rng.standard_normal((queries, 384)) * 1e-3)
    assert_same(index.search(asked, 7), oracle.search(asked, 7))


def test_a_tie_at_the_limit_goes_to_the_smaller_ids(backend):
    index = open_index(backend, 3)
    index.add(np.arange(500, 0, -1), np.tile(unit([[1, 2, 3]]), (500, 1)))
    assert index.search(unit([[1, 2, 3]]), 4).ids.tolist() == [[1, 2, 3, 4]]


def test_equal_vectors_score_equally_wherever_they_lie(backend):
    index = open_index(backend, 384)
    index.add(np.arange(5001), np.tile(random_units(1, 384), (5001, 1)))
    assert len(set(index.search(random_units(1, 384, seed=5), 5001).scores[0].tolist())) == 1


def test_what_was_replaced_and_removed_is_gone(backend):
    index = open_index(backend, 2)
    index.add(int64(1, 2), unit([[1, 0], [0, 1]]))
    index.add(int64(1), unit([[-1, 0]]))
    assert index.search(unit([[1, 0]]), 3).scores.tolist() == [[0.0, -1.0, -math.inf]]
    assert index.remove(int64(1, 1, 7, -1)) == 1
    assert index.search(unit([[1, 0]]), 2).ids.tolist() == [[2, -1]]
    with pytest.raises(VectorIndexError, match=r"1 ids are not in the index \(1\)"):
        index.vectors(int64(2, 1))


def test_many_missing_ids_are_one_error(backend):
    """FAISS reconstructs more than 1000 in threads of its own, where an error must not end the process."""
    index = open_index(backend, 2)
    index.add(np.arange(10), np.tile(unit([[1, 0]]), (10, 1)))
    with pytest.raises(VectorIndexError, match="4990 ids are not in the index"):
        index.vectors(np.arange(5000))


def test_an_empty_index_answers(backend):
    found = open_index(backend, 2).search(unit([[1, 0]]), 2)
    assert (found.ids.tolist(), found.scores.tolist()) == ([[-1, -1]], [[-math.inf, -math.inf]])


ONE = unit([[1, 0]])
REFUSED = [
    (int64(1), np.array([[np.nan, 0]], dtype=np.float32), "Vector 0 of 1 is not finite"),
    (int64(1), np.array([[np.inf, 0]], dtype=np.float32), "is not finite"),
    (int64(1), np.array([[3.0, 4.0]], dtype=np.float32), "longer than 1: normalise"),
    (int64(1), unit([[1, 0, 0]]), r"\(n, 2\) here, not \(1, 3\)"),
    (int64(1), ONE[0], r"\(n, 2\) here, not \(2,\)"),
    (int64(1, 2), ONE, "2 ids came with 1 vectors"),
    (int64(5, 5), np.tile(ONE, (2, 1)), "Id 5 is given twice"),
    (int64(-3), ONE, "Id -3 is negative"),
    (np.array([2**63], dtype=np.uint64), ONE, "is negative"),
    (np.array([1.5]), ONE, "integers, not float64"),
    (np.array([[1]]), ONE, r"one row, not with the shape \(1, 1\)"),
]


@pytest.mark.parametrize(("ids", "vectors", "message"), REFUSED)
def test_what_is_refused_changes_nothing(backend, ids, vectors, message):
    index = open_index(backend, 2)
    index.add(int64(1, 5), np.tile(-ONE, (2, 1)))
    with pytest.raises(VectorIndexError, match=message):
        index.add(ids, vectors)
    assert index.ids.tolist() == [1, 5]
    assert index.vectors(int64(1, 5)).tolist() == [[-1.0, 0.0], [-1.0, 0.0]]


def test_wrong_searches_are_refused(backend):
    index = open_index(backend, 2)
    for queries, limit, message in [
        (ONE, -1, "limit of -1"),
        (ONE * np.nan, 1, "finite"),
        (ONE.T, 1, "encoder"),
    ]:
        with pytest.raises(VectorIndexError, match=message):
            index.search(queries, limit)


def test_among_what_is_no_id_nothing_is_looked_for(backend):
    index = open_index(backend, 2)
    index.add(int64(1), ONE)
    assert index.search(ONE, 1, among=int64()).ids.tolist() == [[-1]]
    with pytest.raises(VectorIndexError, match="integers, not float64"):
        index.search(ONE, 1, among=np.array([1.5]))


def test_what_was_given_and_got_is_not_shared(backend):
    index, given = open_index(backend, 2), ONE.copy()
    index.add(int64(1), given)
    given[:] = 0
    index.ids[:] = 9
    index.vectors(int64(1))[:] = 0
    assert (index.ids.tolist(), index.vectors(int64(1)).tolist()) == ([1], [[1.0, 0.0]])


def test_searches_while_another_thread_replaces(backend):
    """A replaced vector is never missing and never there twice."""
    index, vectors, stop = open_index(backend, 8), random_units(3000, 8), threading.Event()
    index.add(np.arange(3000), vectors)

    def search():
        while not stop.is_set():
            assert sorted(index.search(vectors[:1], 3001).ids[0].tolist()) == [-1, *range(3000)]

    with ThreadPoolExecutor(2) as threads:
        searches = [threads.submit(search) for _ in range(2)]
        for _ in range(100):
            index.add(np.arange(3000), vectors[::-1])
        stop.set()
    assert [search.result() for search in searches] == [None, None]
