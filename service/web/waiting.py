"""Waiting for jobs that somebody else does, so that one request can post an article and have it answered."""

import threading
import time
from collections.abc import Iterable

from service.domain.jobs import Job
from service.store.jobs import find_job
from service.workspace import Workspace

WAIT_SECONDS = 60.0
PLACES = 8
"""How many requests may wait at once: each holds one of the server's threads."""
POLL_SECONDS = 0.1
ENDED = frozenset({"done", "quarantined"})


class Waiting:
    """Waits for jobs by looking into the store."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._places = threading.BoundedSemaphore(PLACES)
        self._stop = threading.Event()

    def stop(self) -> None:
        """Lets everybody who waits go: the server shuts down."""
        self._stop.set()

    def wait_for(self, job_ids: Iterable[int]) -> dict[int, Job]:
        """For each id the job, or the one that follows it where it is done: when all have ended, or after WAIT_SECONDS.

        Where too many wait already, as they stand now. Raises NotFoundError for a job that was taken down.
        """
        wanted = list(job_ids)
        if not self._places.acquire(blocking=False):
            return self._look(wanted)
        try:
            return self._wait(wanted, until=time.monotonic() + WAIT_SECONDS)
        finally:
            self._places.release()

    def _wait(self, job_ids: list[int], *, until: float) -> dict[int, Job]:
        while True:
            jobs = self._look(job_ids)
            ended = all(job.state in ENDED for job in jobs.values())
            if ended or time.monotonic() >= until or self._stop.wait(POLL_SECONDS):
                return jobs

    def _look(self, job_ids: list[int]) -> dict[int, Job]:
        with self._workspace.store.reading() as connection:
            jobs = {job_id: find_job(connection, job_id) for job_id in job_ids}
            return {at: find_job(connection, job.following) if job.following else job for at, job in jobs.items()}
