"""How much may be read of files that came in together: a few packed bytes can unpack to more than the memory holds."""

from typing import Protocol

from service.errors import BadInputError


class Readable(Protocol):
    """As much of an open file as intake asks for."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""

    def readline(self, size: int, /) -> bytes:
        """The next line, or so many bytes of it; none at the end."""


class Allowance:
    """So many bytes may be read, after unpacking, of all the streams that share it."""

    def __init__(self, total: int) -> None:
        self.total = total
        self._left = total

    @property
    def most(self) -> int:
        """How many bytes to ask a stream for: one more than are left shows that there are too many."""
        return max(self._left, 0) + 1

    def take(self, content: bytes) -> bool:
        """Counts what was read; False when it was too much."""
        self._left -= len(content)
        return self._left >= 0


class Rationed:
    """A stream that is read within an allowance; beyond it reading raises BadInputError, which names `source`."""

    def __init__(self, stream: Readable, allowance: Allowance, *, source: str) -> None:
        self._stream = stream
        self._allowance = allowance
        self._source = source

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""
        return self._taken(self._stream.read(min(size, self._allowance.most)))

    def readline(self, size: int, /) -> bytes:
        """The next line, or so many bytes of it; none at the end."""
        return self._taken(self._stream.readline(min(size, self._allowance.most)))

    def _taken(self, content: bytes) -> bytes:
        if not self._allowance.take(content):
            raise BadInputError(
                f"{self._source} was not read to its end: files that are sent together may hold "
                f"{self._allowance.total} bytes after unpacking. Split it, and send the parts one at a time."
            )
        return content
