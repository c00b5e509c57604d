"""Reads labelled pairs for training: entailment pairs and relation pairs, as examples of one shape."""

import gzip
import json
import random
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from models.base import ENTAILMENT_LABELS, RELATION_LABELS, Passage
from models.passages import render
from models.training.split import split_rows

CONTEXT = ("speaker", "published_at", "title")
DROPPED = 0.3

Row = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """One pair of texts, the head that learns from it, and the index of its label in that head."""

    first: str
    second: str
    head: str
    label: int


def load_entailment(path: Path, exclude: Sequence[str] = ()) -> list[Example]:
    """Entailment examples of a JSON-lines file; rows whose `set` starts with an excluded name are left out.

    Pairs that occur more than once are kept once; pairs that occur with two labels are left out.
    """
    labels: dict[tuple[str, str], set[str]] = {}
    for row in read_rows(path):
        if not str(row.get("set", "")).startswith(tuple(exclude) or ("\0",)):
            labels.setdefault((row["premise"], row["hypothesis"]), set()).add(row["label"])
    return [
        Example(premise, hypothesis, "entailment", ENTAILMENT_LABELS.index(next(iter(found))))
        for (premise, hypothesis), found in labels.items()
        if len(found) == 1
    ]


def load_relations(rows: Sequence[Row], *, times: int, seed: int) -> list[Example]:
    """Relation examples of labelled pairs: each in both orders, `times` over.

    Speaker, date and title are left out at random, so that the head learns to do with what there is and does
    not lean on what gives the label away in written pairs.
    """
    generator = random.Random(seed)
    return [example for _ in range(times) for row in rows for example in _both_orders(row, generator)]


def add_contexts(examples: Sequence[Example], sources: Sequence[Passage], *, seed: int) -> list[Example]:
    """Half of the entailment examples in the context of passages drawn at random, which changes no label.

    So one reading of a rendered pair can answer both heads.
    """
    generator = random.Random(seed)
    return [_in_context(e, sources, generator) if generator.random() < 0.5 else e for e in examples]


def read_rows(path: Path) -> Iterator[Row]:
    """The objects of a JSON-lines file, plain or gzipped. Raises ValueError where it cannot be read."""
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())
    except (ValueError, OSError, EOFError, zlib.error) as error:
        raise ValueError(f"{path} cannot be read as JSON lines ({error}); check the file, or pack it again.") from error


def passage(side: Row) -> Passage:
    """One side of a labelled pair as the passage that the pair model reads."""
    return Passage(side["text"], **{name: side.get(name) for name in (*CONTEXT, "outlet")})


def load_pairs(paths: Sequence[Path], *, held_out: float) -> list[Row]:
    """The labelled pairs of all files, without the share that is held out of each."""
    return [row for path in paths for row in split_rows(list(read_rows(path)), held_out)[0]]


def find_passages(rows: Sequence[Row]) -> list[Passage]:
    """Both sides of every labelled pair."""
    return [passage(row[side]) for row in rows for side in ("a", "b")]


def _both_orders(row: Row, generator: random.Random) -> Iterator[Example]:
    label = RELATION_LABELS.index(row["label"])
    for first, second in (("a", "b"), ("b", "a")):
        a, b = (_thinned(passage(row[side]), generator) for side in (first, second))
        yield Example(*render(a, b), "relation", label)


def _thinned(passage: Passage, generator: random.Random) -> Passage:
    kept = {
        name: value for name, value in asdict(passage).items() if name not in CONTEXT or generator.random() >= DROPPED
    }
    return Passage(**kept)


def _in_context(example: Example, sources: Sequence[Passage], generator: random.Random) -> Example:
    a, b = (
        replace(_thinned(generator.choice(sources), generator), text=text) for text in (example.first, example.second)
    )
    first, second = render(a, b)
    return replace(example, first=first, second=second)
