"""Reads labelled pairs for training: entailment pairs and relation pairs, as examples of one shape."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.base import ENTAILMENT_LABELS, RELATION_LABELS, Passage
from models.passages import render

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


def load_relations(path: Path) -> list[Example]:
    """Relation examples of a JSON-lines file of labelled pairs, each in both orders."""
    return [example for row in read_rows(path) for example in _both_orders(row)]


def read_rows(path: Path) -> Iterator[Row]:
    """The objects of a JSON-lines file, plain or gzipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def passage(side: Row) -> Passage:
    """One side of a labelled pair as the passage that the relation head reads."""
    fields = ("speaker", "outlet", "published_at", "title")
    return Passage(side["text"], **{name: side.get(name) for name in fields})


def _both_orders(row: Row) -> Iterator[Example]:
    label = RELATION_LABELS.index(row["label"])
    a, b = render(passage(row["a"])), render(passage(row["b"]))
    yield Example(a, b, "relation", label)
    yield Example(b, a, "relation", label)
