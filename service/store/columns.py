"""Column types that give back exactly the value they were given, whatever Unicode it holds."""

import json
import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Dialect, Select, Text
from sqlalchemy.types import TypeDecorator

MARK = "\ue000"
# SQLite refuses lone surrogates and PostgreSQL refuses NUL; both come in with broken pages.
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff\ue000]")
_ESCAPED = re.compile(MARK + "([0-9a-f]{4})")


def escaped(text: str) -> str:
    """The text with what a database cannot hold written as U+E000 and four hexadecimal digits."""
    return _UNSTORABLE.sub(lambda found: f"{MARK}{ord(found[0]):04x}", text)


def unescaped(text: str) -> str:
    """Undoes `escaped`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if MARK in text else text


def read_text(stored: str | None) -> str | None:
    """What an AnyText column holds, from what is stored."""
    return stored if stored is None or MARK not in stored else unescaped(stored)


def write_text(value: str | None) -> str | None:
    """What is stored of the value of an AnyText column."""
    return None if value is None else escaped(value)


def write_json(value: Any) -> str | None:  # noqa: ANN401 - any JSON value
    """What is stored of the value of a Json column; raises ValueError for NaN."""
    return None if value is None else escaped(_WRITTEN(value))


def read_json(stored: str | None) -> Any:  # noqa: ANN401 - any JSON value
    """What a Json column holds, from what is stored: written by `Json`, so nothing stands before or after the value."""
    return None if stored is None else _VALUE(unescaped(stored))[0]


def find_stored(connection: Connection, query: Select[Any]) -> list[tuple[Any, ...]]:
    """The rows of a query as they are stored: whoever asks reads texts with `read_text`, values with `read_json`.

    For tens of thousands of rows: a row object and its column types take longer than the database does.
    """
    result = connection.execute(query)
    assert result.cursor is not None  # noqa: S101 - a select has one
    rows = result.cursor.fetchall()
    result.close()
    return list(rows)


_VALUE = json.JSONDecoder().raw_decode
_WRITTEN = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


class AnyText(TypeDecorator[str]):
    """Text of any code points, lone surrogates and NUL included."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:  # noqa: ARG002
        """To what the database can hold; the wrapper around `process_bind_param` would cost as much again."""
        return write_text

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:  # noqa: ARG002
        """Back to what was given; the wrapper around `process_result_value` would cost as much again."""
        return read_text


class Json(TypeDecorator[Any]):
    """A JSON value as text; None is NULL. NaN is refused, because no reader of JSON would take it."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:  # noqa: ARG002
        """To what the database can hold."""
        return write_json

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:  # noqa: ARG002
        """Back to what was given."""
        return read_json
