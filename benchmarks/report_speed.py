"""python -m benchmarks.report_speed: how long each report takes over a made-up store of a given size.

No model runs: claims and verdicts are drawn from a seed. The figures are of the whole way from an open store to the
text of the report: milliseconds of processor time, the median and the 95th percentile over the runs.
"""

import argparse
import json
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from models.base import Appraisal, Evaluation, ExtractedClaim, Span, Speaker
from service.domain.articles import Article, PublicationTime
from service.domain.comparisons import Entailment, Relation, Verdict
from service.domain.reasons import Reason
from service.reports.renderings import FORMATS, render
from service.reports.values import KINDS, ReportFilter, ReportKind
from service.reports.views import find_report
from service.store.articles import add_article
from service.store.claims import add_claims
from service.store.comparisons import NewComparison, add_comparisons
from service.store.opening import Connection, Store, open_store

AT = "2026-03-01T08:00:00Z"
OUTLETS = [f"{place} {paper}" for place in ("Harbour", "Tarn", "Eskil", "Volga", "Sable") for paper in
           ("Post", "Courier", "Mail", "Gazette")]  # fmt: skip
THINGS = "bridge ferry harbour budget strategy treaty hospital river railway school dam union".split()
MIXED: tuple[Relation, ...] = ("agrees", "agrees", "agrees", "changed", "framing")
PER_ARTICLE = 10

Figures = dict[str, dict[str, float]]


def main() -> None:
    """Makes the store, measures, prints, and writes to `--out`."""
    options = _parser().parse_args()
    with TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/crossclaim.db") as store:
        fill(store, claims=options.claims, contradictions=options.contradictions, comparisons=options.comparisons)
        figures: Figures = {
            "size": {name: getattr(options, name) for name in ("claims", "contradictions", "comparisons")}
        }
        figures |= measure(store, runs=options.runs)
    text = json.dumps(figures, indent=2)
    print(text)
    if options.out:
        options.out.write_text(text + "\n", encoding="utf-8")


def measure(store: Store, *, runs: int) -> Figures:
    """Milliseconds of our own processor time for each kind as a page, of everything and of one topic."""
    ways = [(kind, topic, "html") for kind in KINDS for topic in (None, "bridge")]
    ways += [("briefing", "bridge", form) for form in sorted(FORMATS)]
    return {
        f"{kind}, {topic or 'everything'}, {form}": _time(store, (kind, topic, form), runs)
        for kind, topic, form in ways
    }


def make_report(store: Store, kind: ReportKind, topic: str | None, form: str) -> str:
    """The text of one report, as the API answers it."""
    with store.reading() as connection:
        report = find_report(connection, kind, ReportFilter(topic=topic), generated_at=AT)
    return render(report, form)


def fill(store: Store, *, claims: int, contradictions: int, comparisons: int) -> None:
    """Articles of ten claims each, and comparisons between random claims; the first of them contradict."""
    draw = Random(7)
    with store.writing() as connection:
        ids = [key for number in range(claims // PER_ARTICLE) for key in _add_article(connection, number, draw)]
        rows: dict[str, NewComparison] = {}
        while len(rows) < comparisons:
            relation = "contradicts" if len(rows) < contradictions else draw.choice(MIXED)
            first, second = sorted(draw.sample(ids, 2))
            row = NewComparison(first, second, _verdict(relation, draw))
            rows.setdefault(row.id, row)
        add_comparisons(connection, list(rows.values()), recorded_at=AT)


def _add_article(connection: Connection, number: int, draw: Random) -> list[str]:
    outlet = OUTLETS[number % len(OUTLETS)]
    sentences = [
        f"The {draw.choice(THINGS)} number {number} was closed for {draw.randrange(900)} days, he said."
        for _ in range(PER_ARTICLE)
    ]
    text = " ".join(sentences)
    article = Article(
        text=text,
        outlet=outlet,
        url=f"https://{outlet.split()[0].lower()}.example/{number}",
        title=f"The {draw.choice(THINGS)} again",
        published=PublicationTime(f"2026-02-{number % 28 + 1:02}"),
    )
    stored = add_article(connection, article, received_at=AT)
    return add_claims(connection, stored, [_claim(text, sentence, draw) for sentence in dict.fromkeys(sentences)])


def _claim(text: str, quote: str, draw: Random) -> ExtractedClaim:
    """A claim; half of them have a speaker, and a third evaluate something."""
    start = text.index(quote)
    at = start + quote.index("closed")
    evaluation: Evaluation = draw.choice(("welcomes", "condemns", "sceptical"))
    made = (Appraisal("Russia", evaluation, quote.split()[1], "closed", at, at + len("closed")),)
    return ExtractedClaim(
        start=start,
        end=start + len(quote),
        quote=quote,
        text=quote,
        speaker=Speaker("Ilse Brandt", "harbour master", "he", 0, 2, "said") if draw.random() < 1 / 2 else None,
        stance="reports",
        kind="fact",
        checkworthiness=draw.random(),
        appraisals=made if draw.random() < 1 / 3 else (),
    )


def _verdict(relation: Relation, draw: Random) -> Verdict:
    scores = Entailment(0.1, 0.2, 0.7)
    marks = (Span(4, 10),)
    reasons = tuple(Reason(f"Reason {n} names “closed” on both sides.", marks, marks) for n in range(3))
    shares = {relation: 0.8}
    return Verdict(relation, draw.uniform(0.3, 1), shares, 0.7, scores, scores, reasons, "made-up")


def _time(store: Store, way: tuple[ReportKind, str | None, str], runs: int) -> dict[str, float]:
    taken = []
    for _ in range(runs):
        started = time.process_time()
        make_report(store, *way)
        taken.append((time.process_time() - started) * 1000)
    return {"median_ms": round(statistics.median(taken), 1), "p95_ms": round(_percentile(sorted(taken), 0.95), 1)}


def _percentile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--contradictions", type=int, default=3_000)
    parser.add_argument("--comparisons", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--out", type=Path)
    return parser


if __name__ == "__main__":
    main()
