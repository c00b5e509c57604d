"""An index on disk: vectors that any backend can load, and a manifest of whose they are and how far they go.

A data file is written under a name of its own before the manifest that names it takes the old one's place.
So whatever is cut short, the manifest in the folder names a data file that is whole.
"""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from pathlib import Path
from uuid import uuid4
from zipfile import BadZipFile

import numpy as np
from numpy.lib.npyio import NpzFile

from index.backends import open_index
from index.base import (
    Ids,
    SnapshotMismatchError,
    SnapshotMissingError,
    VectorIndex,
    VectorIndexError,
    Vectors,
)
from index.durable import write_whole
from index.manifest import FORMAT, Manifest, read_manifest

MANIFEST = "manifest.json"
# Files that no manifest names are litter of a crash, unless so young that someone may be writing them.
LITTER_AFTER_SECONDS = 3600.0


def save_snapshot(index: VectorIndex, folder: Path, *, fingerprint: str, watermark: int) -> None:
    """Puts the index into `folder` (made if need be) in the place of the snapshot there.

    `watermark` is the last entry of the store's log that the index holds; nothing may change the index
    meanwhile. A crash at any moment leaves the old snapshot or the new one. Raises VectorIndexError when it
    cannot be written; the old one is then as it was.
    """
    with _write_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        replaced = _named_data(folder)
        ids, data = index.ids, folder / f"vectors-{uuid4().hex}.npz"
        sha256 = write_whole(data, lambda file: np.savez(file, ids=ids, vectors=index.vectors(ids)))
        manifest = Manifest(
            format=FORMAT,
            fingerprint=fingerprint,
            watermark=watermark,
            dimension=index.dimension,
            count=len(ids),
            data=data.name,
            sha256=sha256,
        )
        write_whole(folder / MANIFEST, lambda file: file.write(manifest.to_json()))
        _clear(folder, replaced)


def load_snapshot(folder: Path, *, fingerprint: str, backend: str) -> tuple[VectorIndex, int]:
    """The index saved in `folder`, in the backend of that name, and its watermark.

    Raises SnapshotMissingError when nothing was ever saved there; SnapshotMismatchError when it was made
    under another fingerprint or format, or is damaged; VectorIndexError when the backend cannot be opened.
    """
    manifest = _load_manifest(folder, fingerprint)
    try:
        with (folder / manifest.data).open("rb") as file:
            ids, vectors = _read_data(file, manifest)
    except OSError as error:
        if _load_manifest(folder, fingerprint) != manifest:  # another process saved between our two reads
            return load_snapshot(folder, fingerprint=fingerprint, backend=backend)
        raise _unusable(f"{folder / manifest.data} cannot be read ({error})") from error
    index = open_index(backend, manifest.dimension)
    index.add(ids, vectors)
    return index, manifest.watermark


def _load_manifest(folder: Path, fingerprint: str) -> Manifest:
    path = folder / MANIFEST
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise SnapshotMissingError(f"There is no index saved in {folder} yet: rebuild the index.") from error
    except OSError as error:
        raise _unusable(f"{path} cannot be read ({error})") from error
    manifest = read_manifest(content, path)
    if manifest.fingerprint != fingerprint:
        made, wanted = manifest.fingerprint, fingerprint
        raise _unusable(f"{folder} was saved under {made!r}, not {wanted!r} (other weights, or another store)")
    return manifest


def _read_data(file: BufferedReader, manifest: Manifest) -> tuple[Ids, Vectors]:
    """The ids and vectors in `file`, which is read only after its checksum was found right."""
    if hashlib.file_digest(file, "sha256").hexdigest() != manifest.sha256:
        raise _unusable(f"{file.name} is damaged or cut short (its sha256 is not the manifest's)")
    file.seek(0)
    try:
        with NpzFile(file, allow_pickle=False) as arrays:
            ids, vectors = arrays["ids"], arrays["vectors"]
    except (ValueError, KeyError, BadZipFile) as error:
        raise _unusable(f"{file.name} does not hold ids and vectors ({error})") from error
    if ids.shape != (manifest.count,) or vectors.shape != (manifest.count, manifest.dimension):
        raise _unusable(f"{file.name} does not hold what its manifest says")
    return ids, vectors


def _unusable(reason: str) -> SnapshotMismatchError:
    return SnapshotMismatchError(f"{reason}: rebuild the index.")


def _named_data(folder: Path) -> str | None:
    """The data file of the snapshot in the folder; None where there is no usable manifest."""
    try:
        return read_manifest((folder / MANIFEST).read_bytes(), folder / MANIFEST).data
    except (OSError, SnapshotMismatchError):
        return None


def _clear(folder: Path, replaced: str | None) -> None:
    """Removes the data file just replaced and what crashes have left; another process may be saving, too."""
    named = _named_data(folder)
    for path in [*folder.glob("vectors-*.npz*"), *folder.glob(f"{MANIFEST}.*.tmp")]:
        with suppress(OSError):  # gone already, or still open on Windows: no reason to say that saving failed
            if path.name != named and (path.name == replaced or _is_litter(path)):
                path.unlink()


def _is_litter(path: Path) -> bool:
    return time.time() - path.stat().st_mtime > LITTER_AFTER_SECONDS


@contextmanager
def _write_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise VectorIndexError(
            f"The index could not be saved in {folder} ({error}). What was saved before, if anything, "
            "is as it was: make room, or let the service write there, and save again."
        ) from error
