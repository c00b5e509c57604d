"""python -m benchmarks.copies ARTICLES.jsonl: whether copies of articles are found, and nothing else.

Copies of the articles are planted among them: whole, cut to a part, lightly edited, and merged (half of one with
half of another). All go through the store as articles of any outlet do. What is called a copy and was not planted
is printed by article ids with --pairs, to be read by a person.
"""

import argparse
import json
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from service.domain.articles import Article
from service.flows.copies import trace_copies
from service.intake.reading import read_path
from service.settings import load_settings
from service.store.articles import add_article
from service.store.copies import find_copies
from service.store.times import now
from service.workspace import Workspace

SEED = 7
FEWEST_WORDS = 150
EDITED = 0.06
"""The share of words that a light edit changes, drops or adds to."""
MOST_DAYS = 3
"""A merged text is made of articles published at most so many days apart."""

Maker = Callable[[random.Random, Article, Article], str]


@dataclass(frozen=True)
class Planted:
    """A copy that was made, and the ids of the articles that it was made of."""

    kind: str
    article: Article
    sources: tuple[str, ...]


def plant(articles: Sequence[Article], count: int) -> list[Planted]:
    """`count` copies of each kind, each of another article, under the name of an outlet of its own."""
    draw = random.Random(SEED)
    long = [article for article in articles if len(article.text.split()) >= FEWEST_WORDS]
    chosen = iter(draw.sample(long, count * len(MAKERS)))
    return [
        _planted(kind, make, source, draw=draw, second=_second(draw, source, long))
        for kind, make in MAKERS.items()
        for source in islice(chosen, count)
    ]


def measure(articles: Sequence[Article], planted: Sequence[Planted], folder: Path) -> dict[str, Any]:
    """What was found of what was planted, what else was called a copy, and how long it took."""
    with Workspace(load_settings(data=folder)) as workspace:
        with workspace.store.writing() as connection:
            for article in [*articles, *(one.article for one in planted)]:
                add_article(connection, article, received_at=now())
        started = time.perf_counter()
        traced = trace_copies(workspace)
        seconds = time.perf_counter() - started
        with workspace.store.reading() as connection:
            found = {one.key: find_copies(connection, one.key) for one in articles}
    pairs = {frozenset((key, copy.article_id)) for key, copies in found.items() for copy in copies}
    return _figures(planted, pairs) | {"articles": traced, "milliseconds_each": round(1000 * seconds / traced, 2)}


def _figures(planted: Sequence[Planted], pairs: set[frozenset[str]]) -> dict[str, Any]:
    made = {one.article.key: one for one in planted}
    real = {pair for pair in pairs if not pair & made.keys()}
    wanted = {kind: [one for one in planted if one.kind == kind] for kind in MAKERS}
    hits = Counter(one.kind for one in planted for source in one.sources if {one.article.key, source} in pairs)
    false = [sorted(pair) for pair in pairs - real if not _is_planted(pair, made, real)]
    sought = {kind: sum(len(one.sources) for one in some) for kind, some in wanted.items()}
    return {
        "found": {kind: f"{hits[kind]} of {sought[kind]}" for kind in MAKERS},
        "found_share": round(sum(hits.values()) / sum(sought.values()), 4),
        "false": len(false),
        "false_share": round(len(false) / max(1, len(pairs - real)), 4),
        "real_pairs": sorted(sorted(pair) for pair in real),
    }


def _is_planted(pair: frozenset[str], made: dict[str, Planted], real: set[frozenset[str]]) -> bool:
    """A copy and its source; or a copy and another article that is a copy of the source."""
    one = next(made[key] for key in pair if key in made)
    other = next(iter(pair - {one.article.key}))
    return any(other == source or {other, source} in real for source in one.sources)


def _planted(kind: str, make: Maker, source: Article, *, draw: random.Random, second: Article) -> Planted:
    sources = (source.key, second.key) if kind == "merged" else (source.key,)
    outlet = f"Planted {kind} {draw.randrange(10**6)}"
    text = make(draw, source, second)
    article = Article(text, outlet=outlet, given_id=f"{kind} of {source.key}", published=source.published)
    return Planted(kind, replace(article, title=source.title), sources)


def _second(draw: random.Random, source: Article, articles: Sequence[Article]) -> Article:
    """Another article of about the same days."""
    near = [one for one in draw.sample(articles, 400) if one.key != source.key and _days(one, source) <= MOST_DAYS]
    return near[0] if near else draw.choice(articles)


def _days(a: Article, b: Article) -> int:
    days = [one.published.value[:10] if one.published else "" for one in (a, b)]
    return abs(_ordinal(days[0]) - _ordinal(days[1]))


def _ordinal(day: str) -> int:
    year, month, rest = (int(part) for part in day.split("-")) if day.count("-") == 2 else (0, 0, 0)
    return 372 * year + 31 * month + rest


def _whole(draw: random.Random, source: Article, second: Article) -> str:  # noqa: ARG001 - one of several makers
    return source.text


def _cut(draw: random.Random, source: Article, second: Article) -> str:  # noqa: ARG001
    """A run of sentences with a third to two thirds of the words, from the start in most cases."""
    sentences = list(_sentences(source.text))
    keep = max(1, round(len(sentences) * draw.uniform(0.34, 0.67)))
    first = 0 if draw.random() < 0.7 else draw.randrange(len(sentences) - keep + 1)
    return " ".join(sentences[first : first + keep])


def _edited(draw: random.Random, source: Article, second: Article) -> str:  # noqa: ARG001
    """Single words changed, dropped or added all over the text."""
    return "\n".join(_edited_line(draw, line) for line in source.text.split("\n"))


def _edited_line(draw: random.Random, line: str) -> str:
    written: list[str] = []
    for word in line.split(" "):
        fate = draw.random()
        written += (
            [word] if fate > EDITED else [[draw.choice(OTHERS)], [], [word, draw.choice(OTHERS)]][int(fate * 50) % 3]
        )
    return " ".join(written)


def _merged(draw: random.Random, source: Article, second: Article) -> str:
    """Half of each, one after the other."""
    parts = [list(_sentences(article.text)) for article in (source, second)]
    halves = [part[: max(1, (len(part) + 1) // 2)] if draw.random() < 0.7 else part[len(part) // 2 :] for part in parts]
    return "\n\n".join(" ".join(half) for half in halves)


def _sentences(text: str) -> Iterator[str]:
    return (one for one in re.split(r"(?<=[.!?”\"])\s+", text) if one.strip())


OTHERS = "reportedly also later still officials nearly several recent local the its about early while perhaps".split()
MAKERS: dict[str, Maker] = {"whole": _whole, "cut": _cut, "edited": _edited, "merged": _merged}


def main() -> None:
    """Prints the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--each", type=int, default=100, help="copies planted of each kind")
    parser.add_argument("--out", type=Path, help="file to write the figures to")
    parser.add_argument("--pairs", type=Path, help="file to write the real pairs to, by the ids that were given")
    options = parser.parse_args()
    articles = [one for one in read_path(options.path) if isinstance(one, Article)]
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(articles, plant(articles, options.each), Path(folder))
    named = {article.key: article.given_id or article.key for article in articles}
    pairs = [[named[key] for key in pair] for pair in figures.pop("real_pairs")]
    written = json.dumps(figures | {"real_pairs": len(pairs)}, indent=2)
    print(written)
    if options.out:
        options.out.write_text(written + "\n", encoding="utf-8")
    if options.pairs:
        options.pairs.write_text("".join(json.dumps(pair) + "\n" for pair in pairs), encoding="utf-8")


if __name__ == "__main__":
    main()
