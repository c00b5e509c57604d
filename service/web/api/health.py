"""How the service is: for whoever watches over it."""

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST

from service.errors import CrossclaimError
from service.store.articles import count_articles
from service.web.deps import State, StateDep
from service.web.errors import NotReadyError
from service.web.shapes import HealthForm, ReadyForm

router = APIRouter(tags=["service"])


@router.get("/health")
async def show_health() -> HealthForm:
    """The process lives. Nothing else is looked at."""
    return {"status": "ok"}


@router.get("/ready")
def show_ready(state: StateDep) -> ReadyForm:
    """The store opens, the weights are loaded and the worker runs; 503 says what is missing."""
    try:
        return _ready(state)
    except NotReadyError:
        raise
    except CrossclaimError as error:
        raise NotReadyError(str(error)) from error


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
def show_metrics(state: StateDep) -> Response:
    """Articles, claims, comparisons by relation, jobs by state and request durations, for Prometheus."""
    return Response(state.metrics.exposition(), media_type=CONTENT_TYPE_LATEST)


def _ready(state: State) -> ReadyForm:
    workspace = state.workspace
    with workspace.store.reading() as connection:
        count_articles(connection)
    if state.warming and not state.warming.is_done:
        raise NotReadyError("The models are being loaded. Ask again in a moment.")
    encoder, pair_model = workspace.encoder.fingerprint, workspace.pair_model.version
    if state.worker and state.worker.failure:
        raise NotReadyError(f"The worker does not run: {state.worker.failure}")
    return {"status": "ready", "encoder": encoder, "pair_model": pair_model}
