"""Opaque tokens that say where a page ended, and lists too long for one statement."""

import base64
import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, func, select

from service.errors import BadInputError

CHUNK = 1000
"""How many values go into one IN list: well under the 32,766 parameters that SQLite takes."""
FEW = 500
"""So many are named in any case."""

T = TypeVar("T")


def token(*place: str | int | float) -> str:
    """The place as a token for a URL."""
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def place(cursor: str, *kinds: type) -> list[Any]:
    """The place that a token names, its parts of these types; raises BadInputError for any other text."""
    try:
        parts = json.loads(base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
    except ValueError as error:
        raise _refused(cursor) from error
    if not isinstance(parts, list) or [type(part) for part in parts] != list(kinds) or _too_large(parts):
        raise _refused(cursor)
    return parts


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """The values in runs short enough for one statement."""
    return (values[at : at + CHUNK] for at in range(0, len(values), CHUNK))


def are_most(connection: Connection, ids: Collection[str], number: ColumnElement[int]) -> bool:
    """Whether these are so many of all that were numbered that it takes less time to read all than to name them."""
    return len(ids) > FEW and len(ids) * 3 > (connection.scalar(select(func.max(number))) or 0)


def _too_large(parts: list[Any]) -> bool:
    return any(isinstance(part, int) and abs(part) >= 2**63 for part in parts)


def _refused(cursor: str) -> BadInputError:
    return BadInputError(f"{cursor!r} is not a cursor: take `next_cursor` of the page before as it is.")
