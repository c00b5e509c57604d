"""Metrics for Prometheus: what the store holds, counted when asked, and how long requests take."""

import time
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.store.articles import count_articles
from service.store.claims import count_claims
from service.store.comparisons import count_comparisons
from service.store.jobs import count_jobs
from service.workspace import Workspace

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Metrics:
    """The metrics of one application."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._registry = CollectorRegistry()
        self._registry.register(self)
        self.durations = Histogram(
            "crossclaim_request_seconds",
            "How long requests took, by the endpoint that answered.",
            ("method", "endpoint", "status"),
            registry=self._registry,
        )

    def describe(self) -> list[Metric]:
        """Nothing, so that registering does not open the store."""
        return []

    def collect(self) -> Iterator[Metric]:
        """The counts of the store, in one transaction."""
        with self._workspace.store.reading() as connection:
            articles, claims = count_articles(connection), count_claims(connection)
            comparisons, jobs = count_comparisons(connection), count_jobs(connection)
        yield GaugeMetricFamily("crossclaim_articles", "Articles stored.", value=articles)
        yield GaugeMetricFamily("crossclaim_claims", "Claims of current versions.", value=claims)
        yield _by("crossclaim_comparisons", "Comparisons that hold.", label="relation", counts=comparisons)
        yield _by("crossclaim_jobs", "Jobs.", label="state", counts={str(s): n for s, n in jobs.items()})

    def exposition(self) -> bytes:
        """All metrics in the text format of Prometheus."""
        return generate_latest(self._registry)


class Durations:
    """Measures every request from its first byte to the last of the answer."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, status = time.perf_counter(), 500

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watched)
        finally:
            labels = (_method(scope), _endpoint(scope), str(status))
            self._metrics.durations.labels(*labels).observe(time.perf_counter() - started)


def _by(name: str, said: str, *, label: str, counts: dict[str, int]) -> Metric:
    family = GaugeMetricFamily(name, said, labels=(label,))
    for value, count in counts.items():
        family.add_metric((value,), count)
    return family


def _method(scope: Scope) -> str:
    """Clients may invent methods and paths; a label for each would fill the memory."""
    return scope["method"] if scope["method"] in METHODS else "other"


def _endpoint(scope: Scope) -> str:
    return getattr(scope.get("endpoint"), "__name__", "none")
