"""What endpoints are given: the workspace and the few things that live as long as the application."""

from typing import Annotated

from fastapi import Depends, HTTPException, Request

from service.web.background import BackgroundWorker, Warming
from service.web.metrics import Metrics
from service.web.waiting import Waiting
from service.workspace import Workspace


class State:
    """What one application keeps.

    `worker` is None where the jobs are done elsewhere, `warming` where models are loaded when first asked for.
    """

    def __init__(self, workspace: Workspace, *, with_worker: bool, warm: bool = False) -> None:
        self.workspace = workspace
        self.metrics = Metrics(workspace)
        self.waiting = Waiting(workspace)
        self.worker = BackgroundWorker(workspace) if with_worker else None
        self.warming = Warming(workspace) if warm else None

    def start(self) -> None:
        """Starts the worker and the loading of models."""
        for thread in (self.warming, self.worker):
            if thread:
                thread.start()

    def stop(self) -> None:
        """Ends waiting and the worker; takes as long as the job in hand or the loading, up to a limit."""
        self.waiting.stop()
        for thread in (self.worker, self.warming):
            if thread:
                thread.stop()


# Dependencies are coroutines because plain functions would each go through the thread pool.
async def state_of(request: Request) -> State:
    """The state of the application that serves the request."""
    state = request.app.state.crossclaim
    assert isinstance(state, State)  # noqa: S101 - Starlette's state is untyped
    return state


async def workspace_of(request: Request) -> Workspace:
    """The workspace of the application that serves the request."""
    return (await state_of(request)).workspace


async def check_json(request: Request) -> None:
    """Refuses bodies of other types: a form that a foreign page posts must not get in."""
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != "application/json":
        raise HTTPException(415, "Send the body as JSON, with Content-Type: application/json.")


StateDep = Annotated[State, Depends(state_of)]
WorkspaceDep = Annotated[Workspace, Depends(workspace_of)]
JSON_ONLY = [Depends(check_json)]
