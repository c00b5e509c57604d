"""Vectors, each distinct sentence once, and the log that the index follows."""

import numpy as np
import pytest

from service.errors import NotFoundError
from service.store.articles import remove_article
from service.store.vectors import add_vectors, find_unencoded, find_vectors, read_log


@pytest.fixture
def ids(writing, make):
    for outlet, quote in (("a", "Rain fell."), ("b", "Rain fell."), ("c", "Snow fell.")):
        make.one(writing, outlet, quote)
    return [key for key, _ in find_unencoded(writing, "f", 10)]


VECTORS = np.array([[1, 2.5], [3, -4]], dtype=np.float32)


def steps(connection, fingerprint="f", after=0, limit=10):
    entries = read_log(connection, fingerprint, after=after, limit=limit)
    return [(e.seq, e.op, e.sentence_id, e.vector if e.vector is None else e.vector.tolist()) for e in entries]


def test_distinct_sentences_wait_once_until_they_have_a_vector(writing, ids):
    assert find_unencoded(writing, "f", 10) == [(ids[0], "Rain fell."), (ids[1], "Snow fell.")]
    assert find_unencoded(writing, "f", 1) == [(ids[0], "Rain fell.")]
    assert find_unencoded(writing, "f", 1, newest_first=True) == [(ids[1], "Snow fell.")]
    add_vectors(writing, "f", ids=ids, vectors=VECTORS)
    assert find_unencoded(writing, "f", 10) == []
    assert len(find_unencoded(writing, "other", 10)) == 2


def test_vectors_come_back_in_the_order_asked_for(writing, ids):
    add_vectors(writing, "f", ids=ids, vectors=VECTORS)
    found = find_vectors(writing, "f", np.array([ids[1], ids[0], ids[1]]))
    assert found.dtype == np.float32
    assert found.tolist() == [[3, -4], [1, 2.5], [3, -4]]
    assert find_vectors(writing, "f", []).shape[0] == 0
    with pytest.raises(NotFoundError, match="1 sentences have no vector of f, such as 99"):
        find_vectors(writing, "f", [ids[0], 99])


def test_log_is_followed_from_a_watermark(writing, ids):
    add_vectors(writing, "f", ids=ids[:1], vectors=VECTORS[:1])
    add_vectors(writing, "other", ids=ids, vectors=VECTORS)
    assert add_vectors(writing, "f", ids=ids, vectors=VECTORS) == 1  # the first is there already
    assert steps(writing) == [(1, "add", ids[0], [1, 2.5]), (4, "add", ids[1], [3, -4])]
    assert steps(writing, after=1) == steps(writing)[1:]
    assert steps(writing, limit=1) == steps(writing)[:1]


def test_takedown_removes_what_nobody_else_says(writing, make, ids):
    add_vectors(writing, "f", ids=ids, vectors=VECTORS)
    for outlet in ("a", "c"):
        remove_article(writing, make.article("", outlet).key, removed_at="2025-12-12T00:00:00Z")
    assert steps(writing) == [(1, "add", ids[0], [1, 2.5]), (3, "remove", ids[1], None)]
    remove_article(writing, make.article("", "b").key, removed_at="2025-12-12T00:00:00Z")
    assert steps(writing, after=3) == [(4, "remove", ids[0], None)]


def test_ids_and_seqs_are_never_used_again(writing, make, ids):
    add_vectors(writing, "f", ids=ids, vectors=VECTORS)
    for outlet in ("a", "b", "c"):
        remove_article(writing, make.article("", outlet).key, removed_at="2025-12-12T00:00:00Z")
    make.one(writing, "d", "Rain fell.")
    ((new, _),) = find_unencoded(writing, "f", 10)
    assert new > max(ids)
    add_vectors(writing, "f", ids=[new], vectors=VECTORS[:1])
    assert steps(writing)[-1] == (5, "add", new, [1, 2.5])


def test_sentence_that_was_taken_down_while_it_was_encoded_is_passed_over(writing, make, ids):
    remove_article(writing, make.article("", "c").key, removed_at="2025-12-12T00:00:00Z")
    add_vectors(writing, "f", ids=ids, vectors=VECTORS)
    assert steps(writing) == [(1, "add", ids[0], [1, 2.5])]


def test_ids_and_vectors_must_be_as_many(writing, ids):
    with pytest.raises(ValueError, match="2 ids for 1 vectors"):
        add_vectors(writing, "f", ids=ids, vectors=VECTORS[:1])
