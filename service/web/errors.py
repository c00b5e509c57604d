"""From errors to answers: problem details (RFC 9457) with a stable code, all of them made here."""

import json
import logging
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, NotRequired

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import TypeAdapter
from starlette.exceptions import HTTPException
from typing_extensions import TypedDict

from service.errors import CrossclaimError
from service.web.article_shapes import AcceptedForm
from service.web.middleware import SECURE_HEADERS
from service.web.requests import FieldError, InvalidFieldsError, pointer_to, said_of

PROBLEM_JSON = "application/problem+json"

log = logging.getLogger("crossclaim.web")


class Problem(TypedDict):
    """What went wrong (RFC 9457); `code` is stable, `detail` says what happened and what to do next."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: NotRequired[list[FieldError]]
    articles: NotRequired[list[AcceptedForm]]


class NotReadyError(CrossclaimError):
    """The service cannot answer yet, or no longer."""

    code = "not-ready"
    status = 503


class NotAcceptableError(CrossclaimError):
    """None of the forms that are asked for can be given."""

    code = "not-acceptable"
    status = 406


class TakenDownError(CrossclaimError):
    """The article was taken down, and stays out."""

    code = "taken-down"
    status = 409


class UnreadArticlesError(CrossclaimError):
    """Articles that were accepted could not be read into claims, or compared; `articles` says which, and why."""

    code = "articles-failed"
    status = 500

    def __init__(self, articles: Sequence[AcceptedForm]) -> None:
        self.articles = list(articles)
        reasons = sorted({form["error"] or "" for form in articles if form["state"] == "failed"})
        super().__init__("Articles were accepted but could not be read or compared: " + " ".join(reasons))


CODES: dict[int, str] = {
    400: "bad-request",
    404: "not-found",
    405: "method-not-allowed",
    413: "too-large",
    415: "unsupported-media-type",
}
"""Stable codes of what the framework refuses by itself."""

PROBLEM_RESPONSES: dict[int | str, dict[str, Any]] = {
    "default": {
        "description": "What went wrong, as problem details (RFC 9457) with a stable `code`.",
        "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
}
"""For the API's description; `describe_problems` adds the schema."""


def add_error_handlers(app: FastAPI) -> None:
    """Every error that leaves an endpoint, or keeps a request from reaching one, is answered as a problem."""
    app.add_exception_handler(CrossclaimError, _on_crossclaim)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(Exception, _on_unexpected)


def describe_problems(description: dict[str, Any]) -> dict[str, Any]:
    """The API's description with the schema of a problem."""
    schema = TypeAdapter(Problem).json_schema(ref_template="#/components/schemas/{model}")
    schemas = description.setdefault("components", {}).setdefault("schemas", {})
    schemas.update(schema.pop("$defs", {}) | {"Problem": schema})
    return description


class ProblemResponse(JSONResponse):
    """Problem details as JSON, whatever text of the request they repeat."""

    media_type = PROBLEM_JSON

    def render(self, content: Any) -> bytes:  # noqa: ANN401 - Starlette's own signature
        """UTF-8, with a question mark for each half of a surrogate pair."""
        return json.dumps(content, ensure_ascii=False).encode("utf-8", "replace")


def problem(
    status: int,
    code: str,
    *,
    detail: str,
    more: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """The answer that says what went wrong; `more` are members of its own."""
    content: dict[str, Any] = {
        "type": f"urn:crossclaim:problem:{code}",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "code": code,
        **(more or {}),
    }
    return ProblemResponse(content, status, headers=headers)


async def _on_crossclaim(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, CrossclaimError)  # noqa: S101 - what this handler is registered for
    more: dict[str, Any] = {}
    if isinstance(error, InvalidFieldsError):
        more = {"errors": error.fields}
    if isinstance(error, UnreadArticlesError):
        more = {"articles": error.articles}
    if error.status >= 500:
        log.error("%s %s: %s", request.method, request.url.path, error)
    return problem(error.status, error.code, detail=str(error), more=more)


async def _on_invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    return await _on_crossclaim(request, InvalidFieldsError([_field(one) for one in error.errors()]))


async def _on_http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101
    if error.status_code == 405:
        return _not_allowed(request, error)
    detail = str(error.detail)
    if error.status_code == 404:
        detail = "There is nothing under this address; /openapi.json lists what there is."
    code = CODES.get(error.status_code, "error")
    return problem(error.status_code, code, detail=detail, headers=error.headers)


def _not_allowed(request: Request, error: HTTPException) -> JSONResponse:
    """The framework names the methods of the first route that fits only; RFC 9110 wants all of the address."""
    allowed = ", ".join(_methods(request)) or (error.headers or {}).get("Allow", "")
    detail = f"This address takes {allowed}, not {request.method}."
    return problem(405, CODES[405], detail=detail, headers={"Allow": allowed})


def _methods(request: Request) -> list[str]:
    described: dict[str, dict[str, Any]] = request.app.openapi()["paths"]
    fitting = (
        methods
        for path, methods in described.items()
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", path), request.url.path)
    )
    return sorted({method.upper() for methods in fitting for method in methods})


async def _on_unexpected(request: Request, error: Exception) -> JSONResponse:
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    detail = "Something went wrong in the service; its log says what."
    # Starlette makes this one answer outside of all middleware, `SecureHeaders` too.
    return problem(500, "internal", detail=detail, headers=SECURE_HEADERS)


def _field(error: Mapping[str, Any]) -> FieldError:
    where, *path = error["loc"]
    if where != "body":
        return {"parameter": ".".join(map(str, path)) or str(where), "detail": said_of(error)}
    if error["type"] == "json_invalid":
        return {"pointer": "#", "detail": f"The body is not valid JSON, at character {path[0]}"}
    return {"pointer": pointer_to(*path), "detail": said_of(error)}
