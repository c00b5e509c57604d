"""Weights are checked byte for byte before they are used: each folder of them holds a list of checksums."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from models.base import ModelError

CHECKSUMS = "checksums.json"


def check_files(folder: Path) -> None:
    """Raises ModelError unless every file that checksums.json names is there, byte for byte."""
    if not (folder / CHECKSUMS).exists():
        raise ModelError(
            f"No weights in {folder}: {CHECKSUMS} is missing. Reinstall crossclaim, or check the settings."
        )
    expected: dict[str, str] = json.loads((folder / CHECKSUMS).read_text(encoding="utf-8"))
    for name, checksum in expected.items():
        if not (folder / name).exists():
            raise ModelError(f"The file of weights {folder / name} is missing. Reinstall crossclaim.")
        if _find_checksum(folder / name) != checksum:
            raise ModelError(
                f"{folder / name} is not the file that was shipped (its SHA-256 differs). Reinstall crossclaim."
            )


def write_checksums(folder: Path, names: Sequence[str]) -> None:
    """Writes the list for these files of the folder."""
    found = {name: _find_checksum(folder / name) for name in names}
    (folder / CHECKSUMS).write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def _find_checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
