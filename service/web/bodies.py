"""Bodies that hold one thing or a list of them."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from service.errors import BadInputError
from service.web.requests import FieldError, InvalidFieldsError, pointer_to

T = TypeVar("T")


def one_or_list(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON schema of one such thing or a list of them, everything in place."""
    schema = model.model_json_schema()
    parts = schema.pop("$defs", {})
    inlined = _inlined(schema, parts)
    return {"oneOf": [inlined, {"type": "array", "items": inlined, "minItems": 1}]}


def read_each(given: object, read: Callable[[Mapping[str, object]], T]) -> list[T]:
    """What `read` makes of the one object, or of each in the list.

    Raises InvalidFieldsError that names every one that `read` refuses, and nothing is given back.
    """
    if given == []:
        raise InvalidFieldsError([{"pointer": "#", "detail": "The list is empty"}])
    found: list[T] = []
    wrong: list[FieldError] = []
    for at, one in enumerate(given) if isinstance(given, list) else [(None, given)]:
        try:
            found.append(_read(one, read))
        except BadInputError as error:
            wrong += _located(error, () if at is None else (at,))
    if wrong:
        raise InvalidFieldsError(wrong)
    return found


def _read(one: object, read: Callable[[Mapping[str, object]], T]) -> T:
    if not isinstance(one, dict):
        raise BadInputError("This is JSON, but no object")
    return read(one)


def _located(error: BadInputError, path: tuple[int, ...]) -> list[FieldError]:
    root = pointer_to(*path)
    if not isinstance(error, InvalidFieldsError):
        return [{"pointer": root, "detail": str(error).rstrip(".")}]
    return [{"pointer": root + field.get("pointer", "#")[1:], "detail": field["detail"]} for field in error.fields]


def _inlined(schema: Any, parts: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(schema, list):
        return [_inlined(item, parts) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _inlined(parts[schema["$ref"].rpartition("/")[2]], parts)
    return {name: _inlined(item, parts) for name, item in schema.items()}
