"""Files, folders and streams to articles; what cannot be read is told and passed over."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PureWindowsPath
from typing import BinaryIO

from service.domain.articles import Article
from service.errors import BadInputError
from service.intake.allowance import Allowance, Rationed, Readable
from service.intake.decoding import LIMIT, UNREADABLE, decode, read_limited, unpacked
from service.intake.html import read_html
from service.intake.metadata import Given
from service.intake.objects import read_json, read_object, read_value

__all__ = ["LIMIT", "SUFFIXES", "Allowance", "Rejected", "read_named", "read_object", "read_path", "read_stream"]

SUFFIXES = (".txt", ".html", ".htm", ".json", ".jsonl")
"""The formats that are read; each may have .gz behind it."""


@dataclass(frozen=True)
class Rejected:
    """One file, or one line of a file, that holds no article to take in, and the sentence that says why."""

    source: str
    reason: str

    @property
    def sentence(self) -> str:
        """The reason, with the source before it where the reason does not name it already."""
        return self.reason if self.source in self.reason else f"{self.source}: {self.reason}"


def read_path(path: Path, *, limit: int = LIMIT) -> Iterator[Article | Rejected]:
    """The articles of a file, or of all files of known formats in a folder and below it, sorted by path.

    No document (a file, or a line of a .jsonl file) may have more than `limit` bytes after unpacking. Raises
    BadInputError, at once, when the path does not exist, is of no known format, or holds no such file.
    """
    return chain.from_iterable(_read_file(file, limit) for file in _files(path))


def read_named(
    stream: BinaryIO, name: str, *, allowance: Allowance, limit: int = LIMIT
) -> Iterator[Article | Rejected]:
    """The articles of an open file of that name, such as one that was uploaded; its format is read from the name.

    What cannot be read, is of no known format, or lies beyond the allowance of all files that share it, is rejected.
    """
    path = Path(PureWindowsPath(name).name or "unnamed")
    if _format(path) in SUFFIXES:
        yield from _read_open(Rationed(_unpacked(stream, path), allowance, source=_name(path)), path, limit)
    else:
        yield Rejected(_name(path), f"{_name(path)} is of no known format; give {', '.join(SUFFIXES)}, or with .gz.")


def read_stream(
    lines: Iterable[bytes | str], *, source: str = "standard input", limit: int = LIMIT
) -> Iterator[Article | Rejected]:
    """The articles of JSON lines, one for each line that is not blank; pass `sys.stdin.buffer`, not text.

    Bytes are UTF-8: text streams of other encodings fail in the middle, where nothing can be rejected.
    """
    for number, line in enumerate(lines, start=1):
        where = f"{source}, line {number}"
        if line.strip():
            yield _attempt(line, where, limit)


def _files(path: Path) -> list[Path]:
    if not _exists(path):
        raise BadInputError(f"{_name(path)} does not exist; give a file, a folder, or - for standard input.")
    if not path.is_dir():
        if _format(path) not in SUFFIXES:
            raise BadInputError(f"{_name(path)} is of no known format; give {', '.join(SUFFIXES)}, or these with .gz.")
        return [path]
    files = sorted(file for file in path.rglob("*") if _format(file) in SUFFIXES and file.is_file())
    if not files:
        raise BadInputError(f"The folder {_name(path)} holds no {', '.join(SUFFIXES)} file, with or without .gz.")
    return files


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long, a folder that may not be entered
        return False


def _name(path: Path) -> str:
    """The path as text that can be stored: names of files need not be UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def _format(path: Path) -> str:
    name = path.name.lower()
    return Path(name.removesuffix(".gz")).suffix


def _read_file(path: Path, limit: int) -> Iterator[Article | Rejected]:
    try:
        with path.open("rb") as packed:
            yield from _read_open(_unpacked(packed, path), path, limit)
    except OSError as error:
        yield _unreadable(path, error)


def _unpacked(stream: BinaryIO, path: Path) -> Readable:
    return unpacked(stream) if path.name.lower().endswith(".gz") else stream


def _read_open(stream: Readable, path: Path, limit: int) -> Iterator[Article | Rejected]:
    source = _name(path)
    try:
        if _format(path) == ".jsonl":
            yield from read_stream(_bounded_lines(stream, limit), source=source, limit=limit)
        else:
            yield from _read_document(read_limited(stream, limit=limit, source=source), path)
    except BadInputError as error:
        yield Rejected(source, str(error))
    except UNREADABLE as error:
        yield _unreadable(path, error)


def _unreadable(path: Path, error: Exception) -> Rejected:
    source = _name(path)
    return Rejected(source, f"{source} cannot be read ({error}); check the file, or pack it again.")


def _bounded_lines(stream: Readable, limit: int) -> Iterator[bytes]:
    """The lines of a stream; of a line above the limit no more is kept than shows that it is."""
    while line := stream.readline(limit + 1):
        yield line
        while len(line) > limit and not line.endswith(b"\n") and (line := stream.readline(limit + 1)):
            pass


def _read_document(content: bytes, path: Path) -> Iterator[Article | Rejected]:
    source = _name(path)
    if not content.strip():
        raise BadInputError(f"{source} is empty; there is nothing to read.")
    kind = _format(path)
    text = decode(content, source=source, markup=kind in {".html", ".htm"})
    if kind == ".json":
        yield from _read_entries(text, source)
    elif kind == ".txt":
        yield read_object({"text": text}, source=source)
    else:
        yield read_html(text, Given(source=source))


def _read_entries(text: str, source: str) -> Iterator[Article | Rejected]:
    value = read_json(text, source)
    if not isinstance(value, list):
        yield read_value(value, source)
        return
    for number, one in enumerate(value, start=1):
        where = f"{source}, entry {number}"
        try:
            yield read_value(one, where)
        except BadInputError as error:
            yield Rejected(where, str(error))


def _attempt(line: bytes | str, where: str, limit: int) -> Article | Rejected:
    try:
        if len(line) > limit:
            raise BadInputError(f"{where} is longer than {limit} bytes; split it, or raise the limit.")
        text = line if isinstance(line, str) else decode(line, source=where)
        return read_value(read_json(text, where), where)
    except BadInputError as error:
        return Rejected(where, str(error))
