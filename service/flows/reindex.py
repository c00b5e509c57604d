"""Brings the index up to date with the store: encodes what is new, then follows the log from the watermark."""

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from index.snapshots import save_snapshot
from service.store.vectors import LogEntry, add_vectors, find_unencoded, read_log
from service.workspace import LiveIndex, Workspace

STEP = 2_000
ENCODED = 128
"""Sentences that are encoded and stored at a time: so many at most are lost when the work is stopped."""


def encode_new(workspace: Workspace) -> int:
    """Encodes the sentences that have no vector yet, and stores the vectors. Returns how many.

    Another process may be at it too, such as a server beside `add`. Whoever finds that the other was first goes on from
    the other end, so that both meet in the middle instead of encoding everything twice.
    """
    fingerprint, done, newest_first = workspace.encoder.fingerprint, 0, False
    while True:
        with workspace.store.reading() as connection:
            waiting = find_unencoded(connection, fingerprint, ENCODED, newest_first=newest_first)
        if not waiting:
            return done
        vectors = workspace.encoder.encode([text for _, text in waiting])
        with workspace.store.writing() as connection:
            stored = add_vectors(connection, fingerprint, ids=[i for i, _ in waiting], vectors=vectors)
        done += stored
        newest_first ^= stored < len(waiting)


def catch_up(workspace: Workspace) -> int:
    """Applies every log entry after the index's watermark. Returns how many there were."""
    live, applied = workspace.live_index, 0
    with live.lock:
        while entries := _read_on(workspace, live):
            for op, run in groupby(entries, key=lambda entry: entry.op):
                _apply(live, op, list(run))
            live.watermark = entries[-1].seq
            applied += len(entries)
    return applied


def save_index(workspace: Workspace) -> None:
    """Writes a snapshot of the index, so that the next start need not follow the whole log."""
    live = workspace.live_index
    with live.lock:
        save_snapshot(
            live.index,
            workspace.settings.index_folder,
            fingerprint=live.fingerprint,
            watermark=live.watermark,
        )


def _read_on(workspace: Workspace, live: LiveIndex) -> list[LogEntry]:
    with workspace.store.reading() as connection:
        return read_log(connection, workspace.encoder.fingerprint, after=live.watermark, limit=STEP)


def _apply(live: LiveIndex, op: str, entries: Sequence[LogEntry]) -> None:
    """Applies a run of entries of one kind at once: removing one by one is slow in FAISS."""
    if op == "remove":
        live.index.remove(np.array([entry.sentence_id for entry in entries], np.int64))
        return
    held = {entry.sentence_id: entry.vector for entry in entries if entry.vector is not None}
    if held:
        live.index.add(np.fromiter(held, np.int64), np.stack(list(held.values())))
