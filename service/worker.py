"""The worker: takes a job, runs its flow, and goes on until there is none or it is told to stop."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from service.domain.jobs import Job
from service.errors import CrossclaimError, SettingsError
from service.flows.compare import compare_article
from service.flows.facts import ensure_facts
from service.flows.ingest import ingest
from service.flows.reindex import catch_up, save_index
from service.store.jobs import extend_job, fail_job, release_job, take_job
from service.store.times import now
from service.workspace import Workspace

IDLE_SECONDS = 0.5

log = logging.getLogger("crossclaim.worker")

FLOWS: dict[str, Callable[[Workspace, Job], int]] = {"ingest": ingest, "compare": compare_article}


def work_off(workspace: Workspace, report: Callable[[Job, int], None]) -> None:
    """Does every job that waits, then returns; `report` hears of each finished job and its count.

    Raises SettingsError, with the job in hand given back, when weights, settings or store do not fit; KeyboardInterrupt
    gives it back too.
    """
    ensure_facts(workspace)
    while job := _take(workspace):
        _run(workspace, job, report)
    save_index(workspace)


def work(workspace: Workspace, stop: threading.Event) -> None:
    """Does jobs as they come until `stop` is set; the job in hand is finished first."""
    ensure_facts(workspace)
    catch_up(workspace)
    busy = False
    while not stop.is_set():
        if job := _take(workspace):
            _run(workspace, job, lambda job, count: log.info("%s %d: %d", job.kind, job.id, count))
            busy = True
            continue
        if busy:
            save_index(workspace)
            busy = False
        stop.wait(IDLE_SECONDS)


@contextmanager
def _held(workspace: Workspace, job: Job) -> Iterator[None]:
    """Renews the lease of the job from beside while the block runs: a lease that ends tells of a dead worker."""
    seconds = workspace.settings.job_lease_seconds
    done = threading.Event()

    def renew() -> None:
        while not done.wait(seconds / 3):
            with workspace.store.writing() as connection:
                extend_job(connection, job, now=now(), lease_seconds=seconds)

    renewing = threading.Thread(target=renew, name=f"lease of job {job.id}", daemon=True)
    renewing.start()
    try:
        yield
    finally:
        done.set()
        renewing.join()


def _take(workspace: Workspace) -> Job | None:
    settings = workspace.settings
    with workspace.store.writing() as connection:
        return take_job(connection, now=now(), lease_seconds=settings.job_lease_seconds, attempts=settings.job_attempts)


def _run(workspace: Workspace, job: Job, report: Callable[[Job, int], None]) -> None:
    try:
        with _held(workspace, job):
            count = FLOWS[job.kind](workspace, job)
        report(job, count)
    except (SettingsError, KeyboardInterrupt):
        # Not the job's fault: it waits until weights, settings or store are mended, or until somebody goes on.
        with workspace.store.writing() as connection:
            release_job(connection, job)
        raise
    except Exception as error:  # a job that breaks must not take the worker with it
        expected = isinstance(error, CrossclaimError)
        log.error("%s %d failed: %s", job.kind, job.id, error, exc_info=not expected)
        why = str(error) if expected else f"{type(error).__name__}: {error}"
        with workspace.store.writing() as connection:
            fail_job(connection, job, error=why, attempts=workspace.settings.job_attempts)
