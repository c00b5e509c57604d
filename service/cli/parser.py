"""The arguments of every command."""

import argparse
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path

from service.cli import benching, commands, editions, running
from service.reports.renderings import FORMATS
from service.reports.values import KINDS

NAMED = "its id in the store, the id it came with, its URL or its title"

REPORTED = (
    "agreements, contradictions, changed, framings: the pairs of that relation; briefing: all of them on a topic; "
    "single-source: what one origin alone reports; coverage: what some outlets say and others leave out"
)

Adder = Callable[[argparse.ArgumentParser], None]


def make_parser() -> argparse.ArgumentParser:
    """The parser of `crossclaim`; each command's `run` takes the options and returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="crossclaim",
        description="Compares claims across news sources: who agrees, who contradicts, what changed.",
    )
    parser.add_argument("--version", action="version", version=version("crossclaim"))
    parser.add_argument("--data", type=Path, help="folder of the store (default: ./crossclaim-data)")
    chosen = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, add, what in COMMANDS:
        command = chosen.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
        # Also after the command; SUPPRESS, so that this does not undo what stood before it.
        command.add_argument("--data", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        add(command)
    return parser


def _add(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=commands.add)
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help=".txt .html .json .jsonl (.gz too), a folder, or - for JSON lines",
    )


def _extract(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=commands.print_claims)
    parser.add_argument("path", metavar="PATH", help="as for add")


def _query(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=commands.print_related)
    parser.add_argument("text", metavar="TEXT", help="the claim")
    parser.add_argument("--limit", type=_positive, default=20, help="at most so many claims (default: %(default)s)")
    parser.add_argument("--speaker", help="who said it")
    parser.add_argument("--outlet", help="who published it")
    parser.add_argument("--published", type=_day, metavar="DATE", help="when it was said, as 2025-12-08")
    parser.add_argument("--json", action="store_true", help="the object that POST /claims/query answers")


def _compare(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=commands.print_verdicts)
    parser.add_argument("path", metavar="PAIRS.jsonl", help="one pair a line (.gz too), or - for standard input")


def _report(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=commands.print_report)
    parser.add_argument("kind", metavar="KIND", choices=KINDS, help=REPORTED)
    parser.add_argument("--topic", metavar="TEXT", help="only pairs whose words or titles have these words")
    parser.add_argument("--since", type=_day, metavar="DATE", help="published on this day or later, as 2025-12-08")
    parser.add_argument("--until", type=_day, metavar="DATE", help="published on this day or earlier, as 2025-12-08")
    parser.add_argument("--outlet", help="with this outlet on either side")
    parser.add_argument("--limit", type=_positive, default=50, help="at most so many pairs (default: %(default)s)")
    parser.add_argument("--format", choices=sorted(FORMATS), default="markdown")


def _changes(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=editions.print_changes)
    parser.add_argument("article", metavar="ARTICLE", help=NAMED)
    parser.add_argument("--earlier", metavar="VERSION", help="id of a version (default: the one before the later one)")
    parser.add_argument("--later", metavar="VERSION", help="id of a version (default: the current one)")
    parser.add_argument("--json", action="store_true", help="the object that GET /articles/{id}/changes answers")


def _copies(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=editions.print_copies)
    parser.add_argument("article", metavar="ARTICLE", help=NAMED)
    parser.add_argument("--json", action="store_true", help="the object that GET /articles/{id}/copies answers")


def _serve(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=running.serve)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="(default: %(default)s)")
    parser.add_argument("--no-worker", action="store_true", help="leave the jobs to `crossclaim work`")


def _work(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=running.work_on)


def _doctor(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=running.examine)


def _bench(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(required=True, metavar="KIND")
    quality = kinds.add_parser("quality", help="how right the verdicts are on labelled pairs")
    quality.set_defaults(run=benching.measure_quality)
    quality.add_argument("paths", type=Path, nargs="+", metavar="PAIRS.jsonl", help="labelled pairs (.gz too)")
    speed = kinds.add_parser("speed", help="articles, claims and pairs a second, and memory, in a fresh store")
    speed.set_defaults(run=benching.measure_speed)
    speed.add_argument("path", type=Path, metavar="PATH", help="articles, as for add")
    speed.add_argument("--articles", type=_positive, default=200, help="the first so many (default: %(default)s)")
    for kind in (quality, speed):
        kind.add_argument("--out", type=Path, help="folder to write the results to, as JSON")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2025-12-08") from None


COMMANDS: tuple[tuple[str, Adder, str], ...] = (
    (
        "add",
        _add,
        "reads articles into the store and compares their claims; stopped in between, serve or work finish it",
    ),
    ("extract", _extract, "prints the claims of articles as JSON lines; nothing is stored"),
    ("query", _query, "finds stored claims related to TEXT, by relation"),
    ("compare", _compare, "prints a verdict for each pair, as JSON lines"),
    ("report", _report, "prints a report of the stored comparisons"),
    ("changes", _changes, "prints what changed between two versions of an article"),
    ("copies", _copies, "prints the copies of an article, with what was edited"),
    ("serve", _serve, "answers HTTP, and works off jobs beside it"),
    ("work", _work, "works off jobs until it is stopped"),
    ("doctor", _doctor, "checks settings, store, weights and index"),
    ("bench", _bench, "measures quality or speed"),
)
