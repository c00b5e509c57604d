"""Bytes of an unknown encoding to text that every store can hold."""

import codecs
import gzip
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from charset_normalizer import from_bytes

from service.errors import BadInputError
from service.intake.allowance import Readable
from service.intake.language import find_language

LIMIT = 64 * 2**20
"""The most bytes of one document, after unpacking, when no other limit is given: 64 MiB."""

UNREADABLE = (OSError, EOFError, zlib.error)
"""What is raised when a file cannot be read or unpacked: EOFError for one that was cut off."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_BYTE_ORDER_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNSTORABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_SAMPLE = 64 * 1024
_FEW = 3
_WESTERN = {"da", "de", "en", "es", "fi", "fr", "is", "it", "nl", "no", "pt", "sv"}


def decode(content: bytes, *, source: str, markup: bool = False) -> str:
    """The text of `content`, from its byte-order mark, as UTF-8, as declared (markup only), or as guessed.

    UTF-8 with fewer broken than sound characters stays UTF-8, with U+FFFD for what is broken.
    Raises BadInputError for bytes that are no text.
    """
    encoding = _marked(content) or _utf8(content) or (markup and _declared(content)) or _guessed(content)
    return storable(content.decode(encoding, "replace"), source=source)


def storable(text: str, *, source: str) -> str:
    """`text` with U+FFFD for every character that PostgreSQL, SQLite or UTF-8 cannot hold.

    One for one, so that offsets hold: NUL and the control characters without a layout meaning, and lone
    surrogates. Raises BadInputError when they are more than three and one in fifty: such input is not text.
    """
    cleaned, replaced = _UNSTORABLE.subn(REPLACEMENT, text)
    if replaced > _FEW and replaced * 50 > len(text):
        raise BadInputError(
            f"{source} looks like binary data: {replaced} of its {len(text)} characters are control "
            "characters or broken; give text, HTML or JSON."
        )
    return cleaned


def read_limited(stream: Readable, *, limit: int, source: str) -> bytes:
    """All of `stream`; raises BadInputError when it holds more than `limit` bytes or cannot be unpacked."""
    try:
        content = stream.read(limit + 1)
    except UNREADABLE as error:
        raise BadInputError(f"{source} cannot be read ({error}); check the file, or pack it again.") from error
    if len(content) > limit:
        raise BadInputError(f"{source} holds more than {limit} bytes after unpacking; split it, or raise the limit.")
    return content


def read_lines(path: Path) -> Iterator[bytes]:
    """The lines of a file, unpacked where its name ends in .gz. Raises BadInputError when it cannot be read."""
    opener = gzip.open if path.suffix.lower() == ".gz" else open
    try:
        with opener(path, "rb") as lines:
            yield from lines
    except UNREADABLE as error:
        why = (error.strerror if isinstance(error, OSError) else None) or error
        raise BadInputError(f"{path} cannot be read ({why}); check the file, or pack it again.") from error


def unpacked(stream: BinaryIO) -> Readable:
    """The stream behind gzip; what is broken shows when it is read."""
    # Without a mode GzipFile asks the stream for its own, and an upload was opened to be written.
    return gzip.GzipFile(fileobj=stream, mode="rb")


def _marked(content: bytes) -> str | None:
    return next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), None)


def _utf8(content: bytes) -> str | None:
    decoded = content.decode("utf-8", "replace")
    broken = decoded.count(REPLACEMENT)
    sound = len(decoded) - len(decoded.encode("ascii", "ignore")) - broken
    return "utf-8" if not broken or sound > broken else None


def _declared(content: bytes) -> str | None:
    found = _DECLARED.search(content[:4096])
    if found is None:
        return None
    try:
        known = codecs.lookup(found[1].decode("ascii"))
        b"a".decode(known.name)
    except (LookupError, UnicodeError):
        return None
    return known.name


def _guessed(content: bytes) -> str:
    """Windows-1252 wherever the best guess reads as a language written in it, as most old newsrooms did.

    For text with few accents the guess is often a neighbour of it that has other letters in a few places.
    """
    best = from_bytes(content[:_SAMPLE]).best()
    if best is None or "cp1252" in best.could_be_from_charset or find_language(str(best)) in _WESTERN:
        return "cp1252"
    return best.encoding
