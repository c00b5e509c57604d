"""Vectors of sentences, and the log that the index follows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Row, and_, delete, insert, or_, select, update

from service.errors import NotFoundError
from service.store.cursors import chunks
from service.store.filters import said_now
from service.store.schema import index_log, marks, sentences, vectors

_FLOATS = np.dtype("<f4")
_LAST_SEQ = "index log seq"


@dataclass(frozen=True)
class LogEntry:
    """One step of the index log; `vector` is float32 (dimension,) for an add, None for a remove."""

    seq: int
    op: Literal["add", "remove"]
    sentence_id: int
    vector: NDArray[np.float32] | None


def find_unencoded(
    connection: Connection, fingerprint: str, limit: int, *, newest_first: bool = False
) -> list[tuple[int, str]]:
    """Up to `limit` sentences (id, text) without a vector of these weights, the oldest first unless said otherwise.

    What no current version says any more has none.
    """
    encoded = and_(vectors.c.sentence_id == sentences.c.id, vectors.c.fingerprint == fingerprint)
    query = select(sentences.c.id, sentences.c.text).outerjoin(vectors, encoded)
    query = query.where(vectors.c.sentence_id.is_(None), said_now(sentences.c.id))
    query = query.order_by(sentences.c.id.desc() if newest_first else sentences.c.id).limit(limit)
    return [(row.id, row.text) for row in connection.execute(query)]


def add_vectors(connection: Connection, fingerprint: str, *, ids: Sequence[int], vectors: NDArray[np.float32]) -> int:
    """Stores float32 (len(ids), dimension) and appends the adds to the log. Returns how many were stored.

    Sentences that have a vector already, or that were taken down or withdrawn while the model ran, are passed over.
    """
    if len(ids) != len(vectors):
        raise ValueError(f"{len(ids)} ids for {len(vectors)} vectors")
    rows = dict(zip(map(int, ids), vectors, strict=True))
    wanted = _find_wanting(connection, fingerprint, list(rows))
    _insert(connection, fingerprint, {key: rows[key] for key in rows if key in wanted})
    _append(connection, "add", [(fingerprint, key) for key in rows if key in wanted])
    return len(wanted)


def find_vectors(connection: Connection, fingerprint: str, ids: Sequence[int]) -> NDArray[np.float32]:
    """float32 (len(ids), dimension), in the order of the ids; NotFoundError for one without a vector."""
    found: dict[int, NDArray[np.float32]] = {}
    for some in chunks(list(map(int, ids))):
        query = select(vectors.c.sentence_id, vectors.c.vector)
        query = query.where(vectors.c.fingerprint == fingerprint, vectors.c.sentence_id.in_(some))
        found.update((row.sentence_id, _floats(row.vector)) for row in connection.execute(query))
    missing = [key for key in ids if int(key) not in found]
    if missing:
        raise NotFoundError(f"{len(missing)} sentences have no vector of {fingerprint}, such as {missing[0]}.")
    return np.stack([found[int(key)] for key in ids]) if found else np.empty((0, 0), dtype=np.float32)


def find_texts(connection: Connection, ids: Collection[int]) -> dict[int, str]:
    """The texts of these sentences, by id; those that are gone are left out."""
    found: dict[int, str] = {}
    for some in chunks(sorted(ids)):
        query = select(sentences.c.id, sentences.c.text).where(sentences.c.id.in_(some))
        found.update((row.id, row.text) for row in connection.execute(query))
    return found


def read_log(connection: Connection, fingerprint: str, *, after: int, limit: int) -> list[LogEntry]:
    """Up to `limit` entries with seq above `after`, in order.

    An add whose vector was removed since is left out, so a remove may name what the reader never added.
    """
    same = and_(vectors.c.sentence_id == index_log.c.sentence_id, vectors.c.fingerprint == fingerprint)
    query = select(index_log, vectors.c.vector).outerjoin(vectors, same)
    alive = or_(index_log.c.op == "remove", vectors.c.vector.is_not(None))
    query = query.where(index_log.c.fingerprint == fingerprint, index_log.c.seq > after, alive)
    return [_entry(row) for row in connection.execute(query.order_by(index_log.c.seq).limit(limit))]


def remove_vectors(connection: Connection, sentence_ids: Sequence[int]) -> None:
    """Removes the vectors of these sentences, of all weights, and appends the removes to the log."""
    gone = vectors.c.sentence_id.in_(sentence_ids)
    held = connection.execute(select(vectors.c.fingerprint, vectors.c.sentence_id).where(gone)).all()
    connection.execute(delete(vectors).where(gone))
    _append(connection, "remove", [(row.fingerprint, row.sentence_id) for row in held])


def retire_vectors(connection: Connection, sentence_ids: Sequence[int]) -> None:
    """Removes the vectors of those of the sentences that no current version says; they are not searched any more."""
    for some in chunks(list(sentence_ids)):
        unsaid = select(sentences.c.id).where(sentences.c.id.in_(some), ~said_now(sentences.c.id))
        remove_vectors(connection, connection.scalars(unsaid).all())


def _find_wanting(connection: Connection, fingerprint: str, ids: Sequence[int]) -> set[int]:
    wanting: set[int] = set()
    encoded = select(vectors.c.sentence_id).where(vectors.c.fingerprint == fingerprint)
    for some in chunks(ids):
        wanted = and_(sentences.c.id.in_(some), sentences.c.id.not_in(encoded), said_now(sentences.c.id))
        query = select(sentences.c.id).where(wanted)
        wanting.update(connection.scalars(query))
    return wanting


def _insert(connection: Connection, fingerprint: str, rows: dict[int, NDArray[np.float32]]) -> None:
    if rows:
        connection.execute(
            insert(vectors),
            [
                {"fingerprint": fingerprint, "sentence_id": key, "vector": vector.astype(_FLOATS).tobytes()}
                for key, vector in rows.items()
            ],
        )


def _append(connection: Connection, op: str, entries: Sequence[tuple[str, int]]) -> None:
    if not entries:
        return
    first = _take_seqs(connection, len(entries))
    rows = [
        {"seq": first + at, "fingerprint": fingerprint, "op": op, "sentence_id": key}
        for at, (fingerprint, key) in enumerate(entries)
    ]
    connection.execute(insert(index_log), rows)


def _take_seqs(connection: Connection, count: int) -> int:
    """The first of `count` new seqs; the row is locked to the commit, so that they show up in order."""
    this = marks.c.name == _LAST_SEQ
    connection.execute(update(marks).where(this).values(value=marks.c.value))
    last = connection.scalar(select(marks.c.value).where(this))
    if last is None:
        connection.execute(insert(marks).values(name=_LAST_SEQ, value=str(count)))
        return 1
    connection.execute(update(marks).where(this).values(value=str(int(last) + count)))
    return int(last) + 1


def _floats(stored: bytes) -> NDArray[np.float32]:
    return np.frombuffer(stored, dtype=_FLOATS).astype(np.float32)


def _entry(row: Row[Any]) -> LogEntry:
    vector = _floats(row.vector) if row.op == "add" else None
    return LogEntry(row.seq, row.op, row.sentence_id, vector)
