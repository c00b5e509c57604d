"""Progress on standard error: a bar on a terminal, elsewhere a line now and then where it takes long."""

import sys
import time
from collections.abc import Iterable
from typing import Never, TypeVar

from tqdm import tqdm

T = TypeVar("T")

LINE_SECONDS = 20.0


class Lines:
    """Says how far it is, a line every LINE_SECONDS: for files and pipes, where a bar would be noise."""

    def __init__(self, total: int, what: str, every: float = LINE_SECONDS) -> None:
        self._total, self._what, self._every = total, what, every
        self._done, self._said = 0, time.monotonic()

    def update(self, n: int = 1) -> None:
        """So many more are done."""
        self._done += n
        if time.monotonic() - self._said >= self._every:
            say(f"{self._what}: {self._done:,} of {self._total:,}")
            self._said = time.monotonic()

    def close(self) -> None:
        """The last line is the caller's: what came of it."""


def open_bar(total: int, what: str) -> "tqdm[Never] | Lines":
    """Progress to update by hand; close it."""
    if not sys.stderr.isatty():
        return Lines(total, what)
    return tqdm(total=total, desc=what, file=sys.stderr, unit="")


def with_bar(items: Iterable[T], what: str, total: int | None = None) -> Iterable[T]:
    """The items, with a bar that moves as they are taken."""
    return tqdm(items, desc=what, total=total, file=sys.stderr, disable=not sys.stderr.isatty(), unit="")


def say(line: str) -> None:
    """A line on standard error."""
    print(line, file=sys.stderr)
