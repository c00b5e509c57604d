"""Status: what the store holds, what waits or failed and why, and which models and index answer."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from service.store.articles import count_articles, count_versions
from service.store.claims import count_claims
from service.store.comparisons import count_comparisons
from service.store.jobs import count_jobs, find_troubled_jobs
from service.store.outlets import find_outlets
from service.web.deps import State, StateDep
from service.web.pages.rendering import render
from service.workspace import Workspace

router = APIRouter(include_in_schema=False)

MOST_TROUBLES = 20


@dataclass(frozen=True)
class Part:
    """One part of the service: what answers, once it is loaded; it is loaded when it is first needed."""

    name: str
    set_to: str
    loaded: str | None


@router.get("/status")
def status_page(request: Request, state: StateDep) -> HTMLResponse:
    """Counts, jobs, models; nothing is loaded for it."""
    workspace = state.workspace
    with workspace.store.reading() as connection:
        counts = {
            "articles": count_articles(connection),
            "versions": count_versions(connection),
            "outlets": len(find_outlets(connection)),
            "claims": count_claims(connection),
        }
        comparisons, jobs = count_comparisons(connection), count_jobs(connection)
        troubles = find_troubled_jobs(connection, limit=MOST_TROUBLES)
    return render(
        request,
        "status.html",
        counts=counts,
        comparisons=comparisons,
        jobs=jobs,
        troubles=troubles,
        worker=_worker(state),
        models=_models(workspace),
        data=str(workspace.settings.data),
    )


def _worker(state: State) -> tuple[bool, str]:
    """Whether jobs are done here, and how that goes."""
    if state.worker is None:
        return True, "Jobs are done by another process (crossclaim work)."
    if state.worker.failure:
        return False, state.worker.failure
    return True, "The worker runs in this process."


def _models(workspace: Workspace) -> list[Part]:
    loaded, settings = workspace.loaded, workspace.settings
    encoder = workspace.encoder.fingerprint if "encoder" in loaded else None
    pair_model = workspace.pair_model.version if "pair_model" in loaded else None
    index = f"up to entry {workspace.live_index.watermark:,} of the log" if "live_index" in loaded else None
    return [
        Part("Encoder", settings.encoder, encoder),
        Part("Pair model", settings.pair_model, pair_model),
        Part("Index", settings.index, index),
    ]
