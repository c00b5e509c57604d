"""Progress on standard error: a bar on a terminal, and nothing elsewhere."""

import sys
from collections.abc import Iterable
from typing import Never, TypeVar

from tqdm import tqdm

T = TypeVar("T")


def open_bar(total: int | None, what: str) -> "tqdm[Never]":
    """A bar to update by hand; close it."""
    return tqdm(total=total, desc=what, file=sys.stderr, disable=not sys.stderr.isatty(), unit="")


def with_bar(items: Iterable[T], what: str, total: int | None = None) -> Iterable[T]:
    """The items, with a bar that moves as they are taken."""
    return tqdm(items, desc=what, total=total, file=sys.stderr, disable=not sys.stderr.isatty(), unit="")


def say(line: str) -> None:
    """A line on standard error."""
    print(line, file=sys.stderr)
