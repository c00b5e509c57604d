"""Jobs: how far promised work is."""

from typing import Annotated

from fastapi import APIRouter, Path

from service.store.jobs import find_job
from service.web.article_shapes import JobForm
from service.web.deps import WorkspaceDep
from service.web.forms import job_form

router = APIRouter(prefix="/jobs", tags=["jobs"])


@router.get("/{job_id}")
def show_job(job_id: Annotated[int, Path(ge=1, le=2**63 - 1)], workspace: WorkspaceDep) -> JobForm:
    """A job: waiting, running, done, or quarantined with the reason."""
    with workspace.store.reading() as connection:
        return job_form(find_job(connection, job_id))
