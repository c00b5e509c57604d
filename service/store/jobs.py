"""Jobs: promised work, taken under a lease, tried again a few times, then set aside with its reason."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, func, insert, or_, select, update

from service.domain.jobs import Job, JobKind, JobState
from service.errors import CrossclaimError, NotFoundError
from service.store import times
from service.store.cursors import chunks
from service.store.schema import jobs

LARGEST = 2**63 - 1
_KEPT = frozenset({"article_id", "received_at"})
BACK_OFF_SECONDS = 5
"""How long a job waits after its first failure; four times as long after each further one."""


def add_job(connection: Connection, kind: JobKind, payload: dict[str, Any]) -> int:
    """Promises work; it is done once the transaction is committed, also after a restart. Returns its id.

    The payload names the article that the work is for as `article_id`: by that a takedown finds the job.
    """
    row = {"kind": kind, "payload": payload, "state": "waiting", "attempts": 0, "recorded_at": times.now()}
    return int(connection.execute(insert(jobs).returning(jobs.c.id), row).scalar_one())


def take_job(connection: Connection, *, now: str, lease_seconds: int, attempts: int) -> Job | None:
    """The next job that waits, or whose worker let its lease run out; None when there is none.

    Reading goes before comparing, so that what comes in can be found at once, however much is still to be compared;
    and the newest is compared first: it is what the desk waits for.
    Taking counts as an attempt. One that was taken `attempts` times already is set aside instead.
    """
    while (row := _find_due(connection, now)) is not None:
        if row.attempts < attempts:
            return _take(connection, row, until=_later(now, lease_seconds))
        reason = row.error or f"The worker vanished {row.attempts} times while it did this."
        _change(connection, row.id, state="quarantined", error=reason, due_at=None)
    return None


def extend_job(connection: Connection, job: Job, *, now: str, lease_seconds: int) -> bool:
    """Makes the lease end later; False when the job is no longer this worker's."""
    return _change_held(connection, job, due_at=_later(now, lease_seconds))


def finish_job(connection: Connection, job: Job, outcome: dict[str, Any]) -> None:
    """Marks the job, as `take_job` gave it, as done, in the transaction that writes what it made.

    Of its payload only what names the article is kept: the text has its place in the store now.

    Raises CrossclaimError, so that all of it is rolled back, when the lease ran out and another worker has
    taken the job since, or when its article was taken down.
    """
    kept = {name: value for name, value in job.payload.items() if name in _KEPT}
    if not _change_held(connection, job, state="done", payload=kept, outcome=outcome, error=None, due_at=None):
        raise CrossclaimError(f"The job {job.id} is no longer held by this worker; nothing of it is stored.")


def fail_job(connection: Connection, job: Job, *, error: str, attempts: int, now: str | None = None) -> bool:
    """Lets the job wait to be tried again, longer each time, or sets it aside after `attempts` of them.

    Without `now` it waits by the clock. False, and nothing is changed, when the job is no longer this
    worker's.
    """
    if job.attempts >= attempts:
        return _change_held(connection, job, state="quarantined", error=error, due_at=None)
    due_at = _later(now or times.now(), BACK_OFF_SECONDS * 4 ** (job.attempts - 1))
    return _change_held(connection, job, state="waiting", error=error, due_at=due_at)


def release_job(connection: Connection, job: Job) -> bool:
    """Gives the job back as if it had not been taken; False when it is no longer this worker's."""
    return _change_held(connection, job, state="waiting", attempts=job.attempts - 1, due_at=None)


def find_job(connection: Connection, job_id: int) -> Job:
    """The job; raises NotFoundError."""
    known = abs(job_id) <= LARGEST  # the driver breaks on what the column cannot hold
    row = connection.execute(select(jobs).where(jobs.c.id == job_id)).first() if known else None
    if row is None:
        raise NotFoundError(f"No job is stored under {job_id}.")
    return _job(row)


def find_jobs(connection: Connection, job_ids: Sequence[int]) -> list[Job]:
    """The jobs of these ids, in the order of their ids; those that are not there are left out."""
    found: list[Job] = []
    for some in chunks(sorted({job_id for job_id in job_ids if abs(job_id) <= LARGEST})):
        rows = connection.execute(select(jobs).where(jobs.c.id.in_(some)).order_by(jobs.c.id))
        found += [_job(row) for row in rows]
    return found


def find_troubled_jobs(connection: Connection, *, limit: int) -> list[Job]:
    """The last jobs that were set aside, or wait to be tried again after a failure, the last promised first."""
    troubled = or_(jobs.c.state == "quarantined", and_(jobs.c.state == "waiting", jobs.c.error.is_not(None)))
    query = select(jobs).where(troubled).order_by(jobs.c.id.desc()).limit(limit)
    return [_job(row) for row in connection.execute(query)]


def count_jobs(connection: Connection) -> dict[JobState, int]:
    """How many jobs are in each state."""
    counts: dict[JobState, int] = dict.fromkeys(get_args(JobState), 0)
    query = select(jobs.c.state, func.count()).group_by(jobs.c.state)
    return counts | {row[0]: row[1] for row in connection.execute(query)}


def count_unfinished(connection: Connection) -> int:
    """How many jobs wait or run: as many articles are still to be read or compared, since each has one at a time."""
    query = select(func.count()).select_from(jobs).where(jobs.c.state.in_(("waiting", "running")))
    return int(connection.execute(query).scalar_one())


def _find_due(connection: Connection, now: str) -> Row[Any] | None:
    """The job to be taken next; of its kind, what a vanished worker left comes first.

    One query for each state: its index gives the row at once, where an order over several states reads through all
    that waits, with the texts in it.
    """
    at = {"now": times.written(times.instant(now))}
    found = (connection.execute(query, at).first() for query in _DUE)
    return next((row for row in found if row is not None), None)


def _take(connection: Connection, row: Row[Any], *, until: str) -> Job:
    attempts = row.attempts + 1
    _change(connection, row.id, state="running", attempts=attempts, due_at=until)
    return replace(_job(row), state="running", attempts=attempts)


def _change(connection: Connection, job_id: int, **values: Any) -> None:  # noqa: ANN401 - columns
    connection.execute(update(jobs).where(jobs.c.id == job_id).values(values))


def _change_held(connection: Connection, job: Job, **values: Any) -> bool:  # noqa: ANN401 - columns
    """The attempt is the guard: a worker that took the job later has counted one more."""
    held: ColumnElement[bool] = and_(jobs.c.id == job.id, jobs.c.state == "running", jobs.c.attempts == job.attempts)
    return connection.execute(update(jobs).where(held).values(values)).rowcount == 1


def _later(now: str, seconds: int) -> str:
    return times.written(times.instant(now) + timedelta(seconds=seconds))


def _job(row: Row[Any]) -> Job:
    return Job(
        id=row.id,
        kind=row.kind,
        payload=row.payload,
        state=row.state,
        attempts=row.attempts,
        error=row.error,
        outcome=row.outcome,
    )


_DUE = tuple(
    select(jobs)
    .where(jobs.c.state == state, kind, or_(jobs.c.due_at.is_(None), jobs.c.due_at <= bindparam("now")))
    .order_by(order)
    .limit(1)
    .with_for_update(skip_locked=True)
    for kind, order in ((jobs.c.kind == "ingest", jobs.c.id), (jobs.c.kind != "ingest", jobs.c.id.desc()))
    for state in ("running", "waiting")
)
"""Reading before comparing, the first promised article first; of what is to be compared the newest."""
