"""The measurement of intake: what is counted, and under which name."""

import time

from service.bench.speed import Clock, _counting, _figures
from service.domain.jobs import Job


def compute(seconds):
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def test_intake_is_reading_accepting_and_ingesting_and_not_comparing():
    clock, counts = Clock(), {"ingest": 0, "compare": 0}
    for name in ("read", "accept", "work"):
        with clock.timed(name):
            pass
    hear = _counting(counts, clock)
    compute(0.02)
    hear(Job(1, "ingest", {}, "running", 1), 7)
    compute(0.05)
    hear(Job(2, "compare", {}, "running", 1), 3)
    assert counts == {"ingest": 7, "compare": 3}
    assert 0.02 <= clock.cpu["ingest"] < 0.05 <= clock.cpu["compare"]
    each = _figures(2, counts, clock)["intake_cpu_milliseconds_each"]
    assert 10 <= each < 25


def test_no_articles_take_no_time():
    clock = Clock()
    for name in ("read", "accept", "work"):
        with clock.timed(name):
            compute(0.001)
    assert _figures(0, {"ingest": 0, "compare": 0}, clock)["articles"] == 0
