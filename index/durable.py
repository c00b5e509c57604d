"""Files that are there whole or not at all, also after a power cut."""

import hashlib
import os
from collections.abc import Callable
from io import BufferedRandom
from pathlib import Path
from uuid import uuid4


def write_whole(path: Path, fill: Callable[[BufferedRandom], object]) -> str:
    """Puts what `fill` writes under `path`, in the place of what was there; returns its sha256.

    A crash leaves the old file under `path`, and perhaps an unfinished one next to it that ends in `.tmp`.
    """
    unfinished = path.with_name(f"{path.name}.{uuid4().hex}.tmp")
    try:
        with unfinished.open("x+b") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
            file.seek(0)
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    _sync_folder(path.parent)
    return sha256


def _sync_folder(folder: Path) -> None:
    """Makes a rename outlast a power cut; Windows has no such call and no O_DIRECTORY."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
