"""How fast articles are taken in: read, extracted, encoded, indexed and compared, in a store made for it."""

import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from service.domain.articles import Article
from service.domain.jobs import Job
from service.flows.ingest import accept
from service.intake.reading import read_path
from service.settings import load_settings
from service.store.comparisons import count_comparisons
from service.worker import work_off
from service.workspace import Workspace


class Clock:
    """Seconds that passed between its marks, by name; `cpu` are those that this process computed."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.cpu: dict[str, float] = {}

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Adds the time that the block takes."""
        started, computed = time.perf_counter(), time.process_time()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - started
        self.cpu[name] = self.cpu.get(name, 0.0) + time.process_time() - computed


def measure_intake(path: Path, limit: int, folder: Path) -> dict[str, Any]:
    """Takes the first `limit` articles into an empty store in `folder`.

    Returns counts, rates a second, what reading, extracting and storing an article takes of one processor before
    anything is encoded, and the peak memory in MiB.
    """
    clock = Clock()
    with Workspace(load_settings(data=folder)) as workspace:
        with clock.timed("load_models"):
            workspace.encoder.encode(["warm"])
            _ = workspace.pair_model
        with clock.timed("read"):
            articles = list(islice((a for a in read_path(path) if isinstance(a, Article)), limit))
        counts = _take_in(workspace, articles, clock)
        with workspace.store.reading() as connection:
            found = count_comparisons(connection)
    return _figures(len(articles), counts, clock) | {"comparisons": found}


def _take_in(workspace: Workspace, articles: list[Article], clock: Clock) -> dict[str, int]:
    counts = {"ingest": 0, "compare": 0}
    with clock.timed("accept"):
        accept(workspace, articles)
    with clock.timed("work"):
        work_off(workspace, _counting(counts, clock))
    return counts


def _counting(counts: dict[str, int], clock: Clock) -> Callable[[Job, int], None]:
    last = time.process_time()

    def hear(job: Job, count: int) -> None:
        nonlocal last
        since, last = last, time.process_time()
        clock.cpu[job.kind] = clock.cpu.get(job.kind, 0.0) + last - since
        counts[job.kind] += count

    return hear


def _figures(articles: int, counts: dict[str, int], clock: Clock) -> dict[str, Any]:
    busy = clock.seconds["read"] + clock.seconds["accept"] + clock.seconds["work"]
    intake = sum(clock.cpu.get(name, 0.0) for name in ("read", "accept", "ingest"))
    rates = {"articles": articles, "claims": counts["ingest"], "pairs": counts["compare"]}
    return {
        **rates,
        **{f"{name}_per_second": round(count / busy, 2) for name, count in rates.items()},
        "intake_cpu_milliseconds_each": round(1000 * intake / max(1, articles), 1),
        "seconds": {name: round(value, 1) for name, value in clock.seconds.items()},
        "peak_memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
