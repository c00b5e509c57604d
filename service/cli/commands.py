"""The commands that take articles in and print what is known: add, extract, query, compare, report."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from service.cli.answers import write_answer
from service.cli.progress import open_bar, say, with_bar
from service.domain.articles import Article
from service.domain.claims import Statement
from service.domain.jobs import Job
from service.errors import BadInputError
from service.flows.compare import compare_statements
from service.flows.ingest import accept_allowed, read_claims
from service.flows.query import query
from service.intake.decoding import read_lines
from service.intake.reading import Rejected, read_path, read_stream
from service.reports.renderings import render
from service.reports.values import ReportFilter
from service.reports.views import find_report
from service.settings import load_settings
from service.store.jobs import find_job
from service.store.times import now
from service.web.forms import Pair, answer_form, extracted_form, statement_of, verdict_form
from service.worker import work_off
from service.workspace import Workspace

STEP = 256

T = TypeVar("T")


@contextmanager
def open_workspace(options: Namespace) -> Iterator[Workspace]:
    """The workspace of the folder that the options name."""
    with Workspace(load_settings(data=options.data)) as workspace:
        yield workspace


def add(options: Namespace) -> int:
    """Accepts every article first, then works off the jobs: what is accepted survives a crash in between."""
    with open_workspace(options) as workspace:
        articles, rejected = _read(options.paths)
        accepted, refused = _sift(one for step in _steps(articles) for one in accept_allowed(workspace, step))
        rejected += refused
        new = sum(a.job_id is not None for a in accepted)
        counts = _work_off(workspace, new)
        say(
            f"{new} articles added, {len(accepted) - new} already there, {len(rejected)} rejected; "
            f"{counts['ingest']} claims, {counts['compare']} pairs compared."
        )
        broken = _say_broken(workspace, [a.job_id for a in accepted if a.job_id])
    return 1 if rejected or broken else 0


def print_claims(options: Namespace) -> int:
    """Prints the claims of every article that can be read."""
    articles, rejected = _read([options.path])
    for article in with_bar(articles, "extracting"):
        _print_lines(extracted_form(article, claim) for claim in read_claims(article))
    return 1 if rejected else 0


def print_related(options: Namespace) -> int:
    """Prints the claims related to the text that was given."""
    if not options.text.strip():
        raise BadInputError("The claim is empty; give some words.")
    statement = Statement(options.text, speaker=options.speaker, outlet=options.outlet, published_at=options.published)
    with open_workspace(options) as workspace:
        answer = query(workspace, statement, limit=options.limit)
    if options.json:
        print(json.dumps(answer_form(answer), ensure_ascii=False, indent=2))
    else:
        print(write_answer(answer))
    return 0


def print_verdicts(options: Namespace) -> int:
    """Prints a verdict for each pair, in order. Lines that hold no pair are told, and passed over."""
    pairs, wrong = _read_pairs(options.path)
    with open_workspace(options) as workspace:
        bar = open_bar(len(pairs), "comparing")
        for step in _steps(pairs):
            verdicts = compare_statements(workspace, [(statement_of(p.a), statement_of(p.b)) for p in step])
            _print_lines(verdict_form(p.id, v) for p, v in zip(step, verdicts, strict=True))
            bar.update(len(step))
        bar.close()
    return 1 if wrong else 0


def print_report(options: Namespace) -> int:
    """Prints a report of what is stored."""
    named = {name: getattr(options, name) for name in ("topic", "since", "until", "outlet", "limit")}
    with open_workspace(options) as workspace, workspace.store.reading() as connection:
        least = workspace.settings.least_confidence
        report = find_report(connection, options.kind, ReportFilter(**named), generated_at=now(), least=least)
    print(render(report, options.format))
    return 0


def _read(paths: Sequence[str]) -> tuple[list[Article], list[Rejected]]:
    """The articles of all paths, and what was rejected, which is also said; so is a path that leads nowhere.

    Raises BadInputError when every path leads nowhere: that is no work with a few faults, it is a mistake.
    """
    streams = [_open(path) for path in paths]
    nowhere = [stream[0] for stream in streams if isinstance(stream, list)]
    if len(nowhere) == len(paths) == 1:
        raise BadInputError(nowhere[0].reason)
    found, rejected = _sift(with_bar(chain.from_iterable(streams), "reading"))
    if len(nowhere) == len(paths):
        raise BadInputError(f"None of the {len(paths)} paths can be read; nothing was taken in.")
    return found, rejected


def _open(path: str) -> Iterator[Article | Rejected] | list[Rejected]:
    """The articles of the path, read as they are taken; a list of one where it leads nowhere."""
    try:
        return read_stream(sys.stdin.buffer) if path == "-" else read_path(Path(path))
    except BadInputError as error:
        return [Rejected(path, str(error))]


def _sift(items: Iterable[T | Rejected]) -> tuple[list[T], list[Rejected]]:
    """What is good, and what was rejected, which is also said as it comes."""
    found: list[T] = []
    rejected: list[Rejected] = []
    for item in items:
        if isinstance(item, Rejected):
            say(f"rejected: {item.sentence}")
            rejected.append(item)
        else:
            found.append(item)
    return found, rejected


def _work_off(workspace: Workspace, new: int) -> dict[str, int]:
    counts = {"ingest": 0, "compare": 0}
    bar = open_bar(2 * new, "reading and comparing")

    def hear(job: Job, count: int) -> None:
        counts[job.kind] += count
        bar.update()

    work_off(workspace, hear)
    bar.close()
    return counts


def _say_broken(workspace: Workspace, job_ids: Sequence[int]) -> int:
    """Says which of the jobs, or of those that follow them, did not get done, and why. Returns how many."""
    with workspace.store.reading() as connection:
        jobs = [find_job(connection, i) for i in job_ids]
        jobs += [find_job(connection, job.following) for job in jobs if job.following]
    broken = [job for job in jobs if job.state != "done"]
    for job in broken:
        say(f"not done: {job.kind} of the article {job.payload['article_id']}: {job.error}")
    return len(broken)


def _read_pairs(path: str) -> tuple[list[Pair], int]:
    pairs, wrong = [], 0
    lines = sys.stdin.buffer if path == "-" else read_lines(Path(path))
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            pairs.append(Pair.model_validate_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            say(f"{path}, line {number}: {'.'.join(map(str, first['loc'])) or 'the line'}: {first['msg']}.")
            wrong += 1
    return pairs, wrong


def _steps(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), STEP):
        yield items[start : start + STEP]


def _print_lines(forms: Iterable[Mapping[str, object]]) -> None:
    for form in forms:
        print(json.dumps(form, ensure_ascii=False))
