"""What a snapshot says of itself, before any of its vectors are read."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from index.base import SnapshotMismatchError

# Raised whenever the files change so that older code, or older files, would be misread.
FORMAT = 1


@dataclass(frozen=True)
class Manifest:
    """Of which store and weights (`fingerprint`), and how far along its log (`watermark`), file `data` is."""

    format: int
    fingerprint: str
    watermark: int
    dimension: int
    count: int
    data: str
    sha256: str

    def to_json(self) -> bytes:
        """The manifest as a person would like to read it."""
        return json.dumps(asdict(self), indent=2, ensure_ascii=False).encode() + b"\n"


def read_manifest(content: bytes, path: Path) -> Manifest:
    """The manifest in `content`, which was read from `path`.

    Raises SnapshotMismatchError for another format, a field too few or too many, or one that cannot be right.
    """
    try:
        found = json.loads(content)
    except ValueError as error:
        raise SnapshotMismatchError(f"{path} is damaged ({error}): rebuild the index.") from error
    given = found.get("format") if isinstance(found, dict) else None
    if given != FORMAT:
        raise SnapshotMismatchError(f"{path} has format {given}, not {FORMAT}: rebuild the index.")
    if not _is_sound(found):
        raise SnapshotMismatchError(f"{path} is damaged (a field is missing or wrong): rebuild the index.")
    return Manifest(**found)


def _is_sound(found: dict[str, Any]) -> bool:
    """Whether each field is there with its type, and the data file lies next to the manifest."""
    expected = {field.name: field.type for field in fields(Manifest)}
    if {name: type(value) for name, value in found.items()} != expected:
        return False
    return bool(Path(found["data"]).name == found["data"])
