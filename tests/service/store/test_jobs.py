"""Jobs: nothing promised is lost, nothing is done by two, what cannot be done is set aside."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from service.domain.jobs import Job
from service.errors import CrossclaimError, NotFoundError
from service.store.jobs import (
    add_job,
    count_jobs,
    extend_job,
    fail_job,
    find_job,
    finish_job,
    release_job,
    take_job,
)


def at(second):
    return f"2025-12-08T00:{second // 60:02d}:{second % 60:02d}Z"


def take(connection, second, attempts=3):
    return take_job(connection, now=at(second), lease_seconds=60, attempts=attempts)


def test_oldest_first_each_once(writing):
    first, second = (add_job(writing, "ingest", {"n": n, "text": "\x00\ud800"}) for n in (1, 2))
    assert take(writing, 0) == Job(first, "ingest", {"n": 1, "text": "\x00\ud800"}, "running", 1)
    assert take(writing, 0).id == second
    assert take(writing, 0) is None
    assert count_jobs(writing) == {"waiting": 0, "running": 2, "done": 0, "quarantined": 0}


def test_reading_goes_before_comparing_and_the_newest_is_compared_first(writing):
    old, new = (add_job(writing, "compare", {"n": n}) for n in (1, 2))
    first, second = (add_job(writing, "ingest", {"n": n}) for n in (3, 4))
    assert [take(writing, 0).id for _ in range(4)] == [first, second, new, old]


def test_what_a_vanished_worker_left_comes_first_among_its_kind(writing):
    lost = [add_job(writing, "ingest", {"n": 1}), add_job(writing, "compare", {"n": 2})]
    assert [take(writing, 0).id for _ in range(2)] == lost
    waiting = [add_job(writing, "ingest", {"n": 3}), add_job(writing, "compare", {"n": 4})]
    taken = [take(writing, 60) for _ in range(4)]
    assert [job.id for job in taken] == [lost[0], waiting[0], lost[1], waiting[1]]
    assert [job.attempts for job in taken] == [2, 1, 2, 1]
    assert [job.payload["n"] for job in taken] == [1, 3, 2, 4]


def test_finished_job_keeps_its_outcome(writing):
    add_job(writing, "compare", {})
    job = take(writing, 0)
    finish_job(writing, job, {"pairs": 3})
    assert find_job(writing, job.id) == Job(job.id, "compare", {}, "done", 1, outcome={"pairs": 3})
    with pytest.raises(NotFoundError, match="No job is stored under 99"):
        find_job(writing, 99)
    with pytest.raises(NotFoundError):
        find_job(writing, 10**30)


def test_lease_that_runs_out_gives_the_job_to_another_worker(writing):
    add_job(writing, "ingest", {})
    lost = take(writing, 0)
    assert take(writing, 59) is None
    held = take(writing, 60)
    assert (held.id, held.attempts) == (lost.id, 2)
    with pytest.raises(CrossclaimError, match="no longer held by this worker"):
        finish_job(writing, lost, {})
    assert not fail_job(writing, lost, error="late", attempts=3, now=at(60))
    assert not extend_job(writing, lost, now=at(60), lease_seconds=60)
    finish_job(writing, held, {"ok": True})
    assert find_job(writing, held.id).outcome == {"ok": True}


def test_lease_that_is_extended_is_kept(writing):
    add_job(writing, "ingest", {})
    job = take(writing, 0)
    assert extend_job(writing, job, now=at(50), lease_seconds=60)
    assert take(writing, 100) is None
    assert take(writing, 110).attempts == 2


def test_failed_job_waits_longer_each_time_and_is_then_set_aside(writing):
    add_job(writing, "ingest", {})
    waits = []
    for second, attempt in ((0, 1), (5, 2), (25, 3)):
        job = take(writing, second)
        assert job.attempts == attempt
        assert fail_job(writing, job, error=f"bad {attempt}", attempts=3, now=at(second))
        waits.append(find_job(writing, job.id).state)
        assert take(writing, second + 4) is None
    assert waits == ["waiting", "waiting", "quarantined"]
    assert find_job(writing, job.id).error == "bad 3"
    assert take(writing, 3000) is None


def test_job_that_kills_its_workers_is_set_aside_and_the_next_is_taken(writing):
    first, second = add_job(writing, "ingest", {}), add_job(writing, "ingest", {})
    for number in range(2):
        assert take(writing, number * 60, attempts=2).id == first
        assert take(writing, number * 60, attempts=2).id == second
    assert take(writing, 120, attempts=2) is None
    assert find_job(writing, first).error == "The worker vanished 2 times while it did this."
    assert count_jobs(writing)["quarantined"] == 2


def test_job_given_back_is_taken_at_once_and_the_attempt_does_not_count(writing):
    add_job(writing, "ingest", {})
    first = take(writing, 0)
    assert release_job(writing, first)
    assert take(writing, 1).attempts == 1
    assert not release_job(writing, replace(first, attempts=7))


def test_two_workers_never_take_the_same_job(store):
    with store.writing() as connection:
        wanted = {add_job(connection, "ingest", {}) for _ in range(20)}

    def work(_):
        taken = []
        while True:
            with store.writing() as connection:
                job = take(connection, 0)
            if job is None:
                return taken
            taken.append(job.id)

    with ThreadPoolExecutor(4) as pool:
        taken = [key for keys in pool.map(work, range(4)) for key in keys]
    assert sorted(taken) == sorted(wanted)
