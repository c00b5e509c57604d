"""The application: the endpoints and pages over one workspace, with the worker inside."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from service.web.api import articles, claims, comparisons, facts, health, jobs, reports, review
from service.web.deps import State
from service.web.errors import PROBLEM_RESPONSES, add_error_handlers, describe_problems
from service.web.hosts import KnownHosts
from service.web.metrics import Durations
from service.web.middleware import BodyLimit, SecureHeaders
from service.web.pages.site import add_pages
from service.workspace import Workspace

PREFIX = "/api/v1"

DESCRIPTION = """\
Takes the claims out of news articles and shows where sources agree, contradict each other, have changed, or
frame things differently. No winner is picked: the answers say who says what, where and when, in which words.

Offsets count Unicode code points. Times are ISO 8601. Lists come in pages: pass `next_cursor` on as `cursor`.
Errors are problem details (RFC 9457) with a stable `code`.
"""


def create_app(
    workspace: Workspace, *, with_worker: bool = True, warm: bool = False, host: str = "localhost"
) -> FastAPI:
    """The HTTP API and the web app over a workspace, which stays the caller's to close.

    `with_worker` runs the jobs in a thread of this process; without it somebody else must do them.
    `warm` loads the models at the start, in another thread; without it they are loaded when they are first needed.
    `host` is the name that it is served under; localhost, any address, and the setting `allowed_hosts` are known too.
    """
    state = State(workspace, with_worker=with_worker, warm=warm)
    app = FastAPI(
        title="Crossclaim",
        version=version("crossclaim"),
        description=DESCRIPTION,
        lifespan=_lifespan(state),
        # The pages of FastAPI fetch their scripts from elsewhere.
        docs_url=None,
        redoc_url=None,
        responses=PROBLEM_RESPONSES,
        separate_input_output_schemas=False,
    )
    app.state.crossclaim = state
    for module in (articles, claims, comparisons, facts, review, reports, jobs, health):
        app.include_router(module.router, prefix=PREFIX)
    app.include_router(health.router, include_in_schema=False)
    add_error_handlers(app)
    add_pages(app)
    _add_middleware(app, state, ("localhost", host, *workspace.settings.allowed_hosts))
    _describe(app)
    return app


def _lifespan(state: State) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:  # noqa: ARG001
        state.start()
        try:
            yield
        finally:
            await run_in_threadpool(state.stop)

    return lifespan


def _add_middleware(app: FastAPI, state: State, names: Sequence[str]) -> None:
    """The last one added is the outermost."""
    app.add_middleware(BodyLimit)
    app.add_middleware(KnownHosts, names=names)
    app.add_middleware(SecureHeaders)
    app.add_middleware(Durations, metrics=state.metrics)


def _describe(app: FastAPI) -> None:
    generate = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = describe_problems(generate())
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]
