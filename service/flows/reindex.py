"""Brings the index up to date with the store: encodes what is new, then follows the log from the watermark."""

import numpy as np

from index.snapshots import save_snapshot
from service.store.vectors import LogEntry, add_vectors, find_unencoded, read_log
from service.workspace import LiveIndex, Workspace

STEP = 2_000


def encode_new(workspace: Workspace) -> int:
    """Encodes the sentences that have no vector yet, and stores the vectors. Returns how many."""
    fingerprint, done = workspace.encoder.fingerprint, 0
    while True:
        with workspace.store.reading() as connection:
            waiting = find_unencoded(connection, fingerprint, STEP)
        if not waiting:
            return done
        vectors = workspace.encoder.encode([text for _, text in waiting])
        with workspace.store.writing() as connection:
            add_vectors(connection, fingerprint, ids=[i for i, _ in waiting], vectors=vectors)
        done += len(waiting)


def catch_up(workspace: Workspace) -> int:
    """Applies every log entry after the index's watermark. Returns how many there were."""
    live, applied = workspace.live_index, 0
    with live.lock:
        while entries := _read_on(workspace, live):
            for entry in entries:
                _apply(live, entry)
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


def _apply(live: LiveIndex, entry: LogEntry) -> None:
    ids = np.array([entry.sentence_id], np.int64)
    if entry.op == "remove":
        live.index.remove(ids)
    elif entry.vector is not None:
        live.index.add(ids, entry.vector.reshape(1, -1))
