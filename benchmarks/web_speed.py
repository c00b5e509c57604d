"""python -m benchmarks.web_speed: how long each page takes over a made-up store; the claim search is left out.

Requests run in this process, through the whole application, one after the other. For each way to ask for a page it
gives the median and the 95th percentile over the requests, in milliseconds: of wall time, and of processor time, which
is what stays comparable when something else runs on the machine.
"""

import argparse
import html
import json
import os
import re
import statistics
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from fastapi.testclient import TestClient

from benchmarks.web_store import Size, fill
from service.memory import settle_memory
from service.settings import Settings
from service.store.articles import count_articles, find_articles
from service.store.claims import count_claims, find_claims_of
from service.store.comparisons import count_comparisons
from service.store.facts import FactFilter, count_facts, find_facts
from service.store.opening import Connection
from service.web.app import create_app
from service.workspace import Workspace

FLOOR = 300
"""Milliseconds, at the 95th percentile."""
SAMPLE = 40
"""So many articles, claims and facts are asked for in turn."""

_NEXT = re.compile(r'rel="next" href="([^"]+)"')

Ways = dict[str, Sequence[str]]
Figures = dict[str, Any]

LISTS: Ways = {
    "search, empty": ["/"],
    "contradictions": ["/contradictions"],
    "contradictions, other relations": [
        f"/contradictions?relation={name}" for name in ("agrees", "changed", "framing")
    ],
    "contradictions, by topic": ["/contradictions?topic=ferry", "/contradictions?topic=people+hurt"],
    "contradictions, by outlet": ["/contradictions?outlet=Tarn+Mail", "/contradictions?outlet=Coast+Radio+3"],
    "contradictions, by days": ["/contradictions?since=2026-02-05&until=2026-02-12"],
    "contradictions, by all": ["/contradictions?topic=ferry&outlet=Tarn+Mail&since=2026-02-05&sure=60"],
    "contradictions, within or withheld": ["/contradictions?show=within", "/contradictions?show=withheld"],
    "facts": ["/facts"],
    "facts, by topic": ["/facts?topic=ferry", "/facts?topic=people+hurt"],
    "facts, by outlet": ["/facts?outlet=Tarn+Mail", "/facts?outlet=Coast+Radio+3"],
    "facts, by days": ["/facts?since=2026-02-05&until=2026-02-12"],
    "facts, by flag and origins": ["/facts?flag=disputed&min_origins=2", "/facts?flag=withdrawn"],
    "review": ["/review"],
    "review, blind and by topic": ["/review?blind=on", "/review?topic=ferry"],
    "review, precision": ["/review/precision"],
    "review, history": ["/review/history"],
    "framings": ["/framings"],
    "framings, by topic": ["/framings?topic=ferry"],
    "framings, by actor": ["/framings?actor=Ilse+Brandt"],
    "outlets": ["/outlets"],
    "outlets, views": ["/outlets?picture=views"],
    "outlets, one": ["/outlets?outlet=Tarn+Mail"],
    "reports, the form": ["/reports"],
    "reports, a briefing": ["/reports?kind=briefing&topic=ferry"],
    "reports, a briefing of everything": ["/reports?kind=briefing"],
    "reports, pairs": [f"/reports?kind={name}" for name in ("agreements", "contradictions", "changed", "framings")],
    "reports, pairs by topic": [f"/reports?kind={name}&topic=ferry" for name in ("agreements", "contradictions")],
    "reports, single-source": ["/reports?kind=single-source", "/reports?kind=single-source&topic=ferry"],
    "reports, coverage": ["/reports?kind=coverage&topic=ferry"],
    "reports, a file": ["/reports/briefing.html?topic=ferry"],
    "ingest": ["/ingest"],
    "status": ["/status"],
}
"""Ways to ask for lists; those whose page the application does not serve are passed over."""


def main() -> None:
    """Makes the store (or opens the one made before, with `--data`), measures, prints, and writes to `--out`."""
    options = _parser().parse_args()
    with TemporaryDirectory() as made, Workspace(Settings(data=options.data or Path(made), index="exact")) as workspace:
        with workspace.store.reading() as connection:
            empty = not count_articles(connection)
        if empty:
            fill(workspace, Size(claims=options.claims, contradictions=options.contradictions))
        figures = measure(workspace, runs=options.runs, only=options.only)
    if options.only and options.out and options.out.exists():
        figures = join(json.loads(options.out.read_text(encoding="utf-8")), figures)
    text = json.dumps(figures, indent=2)
    print(text)
    if options.out:
        options.out.write_text(text + "\n", encoding="utf-8")


def measure(workspace: Workspace, *, runs: int, only: Sequence[str] = ()) -> Figures:
    """The size of the store, the load of the machine, and the times of each way to ask for a page, slowest first."""
    app = create_app(workspace, with_worker=False)
    client = TestClient(app, base_url="http://localhost", follow_redirects=False)
    settle_memory()  # as `crossclaim serve` does
    found = find_ways(workspace, client)
    ways = {name: asked for name, asked in found.items() if not only or any(name.startswith(one) for one in only)}
    served = {name: asked for name, asked in ways.items() if client.get(asked[0]).status_code != 404}
    load = round(os.getloadavg()[0], 1)
    pages = {name: time_requests(client, asked, runs) for name, asked in served.items()}
    about = {"store": _size(workspace), "requests": runs, "floor_p95_ms": FLOOR, "load_of_the_machine": load}
    return join({}, {**about, "not_served": sorted(ways.keys() - served.keys()), "pages": pages})


def join(before: Figures, figures: Figures) -> Figures:
    """The figures with the pages that were measured before and not now, the slowest first."""
    pages = {**before.get("pages", {}), **figures["pages"]}
    slowest = sorted(pages, key=lambda name: -pages[name]["cpu_p95_ms"])
    return {
        **figures,
        "not_served": sorted({*before.get("not_served", ()), *figures["not_served"]} - pages.keys()),
        "above_the_floor": [name for name in slowest if pages[name]["cpu_p95_ms"] > FLOOR],
        "pages": {name: pages[name] for name in slowest},
    }


def find_ways(workspace: Workspace, client: TestClient) -> Ways:
    """All ways to ask for pages: the lists, deep in them, and articles, claims and facts of this store."""
    with workspace.store.reading() as connection:
        single = _find_singles(connection)
    deep = {
        f"{name}, tenth page": [_go_on(client, asked[0], 9)]
        for name, asked in LISTS.items()
        if name in ("facts", "contradictions")
    }
    return {**LISTS, **deep, **single}


def _find_singles(connection: Connection) -> Ways:
    articles = [line.id for line in find_articles(connection, limit=SAMPLE * 4).items]
    claims = [claim.id for one in articles[-SAMPLE:] for claim in find_claims_of(connection, one)[:1]]
    facts = find_facts(connection, FactFilter())
    large = max(facts, key=lambda fact: fact.standing.claims)
    return {
        "article": [f"/articles/{one}" for one in articles[-SAMPLE:]],
        "article, of the crowd": [f"/articles/{one}" for one in articles[:SAMPLE]],
        "claim": [f"/claims/{one}" for one in claims],
        "claim, of the crowd": [f"/claims/{find_claims_of(connection, articles[0])[0].id}"],
        "fact": [f"/facts/{fact.id}" for fact in facts[:: max(len(facts) // SAMPLE, 1)]],
        "fact, as of today": [f"/facts/{fact.id}?as_of=2999-01-01" for fact in facts[:SAMPLE]],
        "fact, the largest": [f"/facts/{large.id}"],
    }


def time_requests(client: TestClient, addresses: Sequence[str], runs: int) -> Figures:
    """Milliseconds of wall and processor time of so many requests to these addresses in turn."""
    wall, processor, largest = [], [], 0
    for run in range(runs):
        started, used = time.perf_counter(), time.process_time()
        answer = client.get(addresses[run % len(addresses)])
        processor.append((time.process_time() - used) * 1000)
        wall.append((time.perf_counter() - started) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"{addresses[run % len(addresses)]} answered {answer.status_code}: {answer.text[:500]}")
        largest = max(largest, len(answer.content))
    return {**_summary("cpu", processor), **_summary("wall", wall), "largest_kB": round(largest / 1024)}


def _summary(name: str, taken: Sequence[float]) -> Mapping[str, float]:
    ordered = sorted(taken)
    place = min(len(ordered) - 1, int(len(ordered) * 0.95))
    return {f"{name}_median_ms": round(statistics.median(ordered), 1), f"{name}_p95_ms": round(ordered[place], 1)}


def _go_on(client: TestClient, address: str, pages: int) -> str:
    """The address of a page further on in a list, by its links."""
    for _ in range(pages):
        found = _NEXT.search(client.get(address).text)
        if found is None:
            break
        address = html.unescape(found[1])
    return address


def _size(workspace: Workspace) -> Figures:
    with workspace.store.reading() as connection:
        return {
            "articles": count_articles(connection),
            "claims": count_claims(connection),
            "facts": count_facts(connection),
            "comparisons": count_comparisons(connection),
        }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--contradictions", type=int, default=3_000)
    parser.add_argument("--runs", type=int, default=200)
    parser.add_argument(
        "--only", nargs="*", default=(), help="only ways whose names begin like this; `--out` keeps the others"
    )
    parser.add_argument("--data", type=Path, help="keep the store in this folder, or measure the one that is there")
    parser.add_argument("--out", type=Path)
    return parser


if __name__ == "__main__":
    main()
