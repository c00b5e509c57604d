"""What goes wrong with a page, shown as a page: what happened, and what to do next."""

import json
from collections.abc import Awaitable, Callable
from typing import Any, cast

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from service.errors import CrossclaimError
from service.web.pages.rendering import render

Handler = Callable[[Request, Exception], Awaitable[Response]]

FOR_PROGRAMS = ("/api/", "/openapi.json", "/health", "/ready", "/metrics", "/static/")
"""Addresses whose errors stay problem details."""

NEXT_STEPS: dict[int, str] = {
    403: "Go back, load the page again, and repeat what you did.",
    404: "It may have been taken down, or the address was mistyped. Search for it, or start from the first page.",
    405: "Go back and use the buttons of the page.",
    413: "Send fewer or smaller files at a time.",
    422: "Go back, correct what is named above, and send it again.",
    503: "Wait a moment, then load the page again. The status page says what is missing.",
}
ELSE = "Load the page again. If it happens again, the log of the service says more; the status page shows what works."


def add_error_pages(app: FastAPI) -> None:
    """Wraps the handlers that make problem details: those of page addresses become pages that say the same."""
    for kind in (CrossclaimError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, _shown(cast(Handler, app.exception_handlers[kind])))


def _shown(handler: Handler) -> Handler:
    async def show(request: Request, error: Exception) -> Response:
        answer = await handler(request, error)
        if request.url.path.startswith(FOR_PROGRAMS):
            return answer
        problem: dict[str, Any] = json.loads(bytes(answer.body))
        values = {"problem": problem, "next": _next(problem)}
        # The store may be what failed: it is not asked how much is unfinished.
        page = render(request, "problem.html", status=answer.status_code, unfinished=0, **values)
        if "allow" in answer.headers:
            page.headers["allow"] = answer.headers["allow"]
        return page

    return show


def _next(problem: dict[str, Any]) -> str:
    return NEXT_STEPS.get(problem["status"], ELSE)
