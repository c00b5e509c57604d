"""python -m benchmarks.pair_speed: pairs a second, beside the same transformer in sentence-transformers at fp32.

Three ways over the same pairs, in turns within one run, since machines are noisy: sentence-transformers in both orders;
the shipped model as `compare` scores them; and as articles are compared, where the second order is spared for pairs
that the first one settles. Both read likely contradictions again without what clashes, and that counts too. What is
spared and lost is counted.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sentence_transformers import CrossEncoder

from models.base import PairModel, Passage
from models.encoder import find_default_weights
from models.passages import render
from service.bench.quality import Labelled, find_labelled, read_rows, read_side
from service.domain.comparisons import RELATIONS
from service.flows.scoring import Pair, find_open, find_passages, score_open, score_pairs
from service.settings import load_settings
from service.workspace import Workspace

Figures = dict[str, Any]

BATCH = 32


def main() -> None:
    """Measures, prints, and writes to `--out`."""
    options = _parser().parse_args()
    rows = [row for path in options.pairs for row in read_rows(path)]
    sides = [(read_side(row["a"]), read_side(row["b"])) for row in rows]
    with Workspace(load_settings()) as workspace:
        pairs = [pair for path in options.pairs for pair in find_labelled(workspace, path)]
        speed = measure_speed(workspace, sides[: options.limit], turns=options.turns)
        figures = speed | find_losses(pairs, find_passages(sides), workspace.pair_model)
    text = json.dumps(figures, indent=2)
    print(text)
    if options.out:
        options.out.write_text(text + "\n", encoding="utf-8")


def measure_speed(workspace: Workspace, pairs: Sequence[Pair], *, turns: int) -> Figures:
    """Pairs a second of the three ways, the median over the turns, and how many times faster than the first each is."""
    plain = CrossEncoder(str(find_default_weights()), num_labels=6, device="cpu")
    passages = find_passages(pairs)
    texts = [render(*pair) for way in (passages, [(b, a) for a, b in passages]) for pair in way]
    similarities = [0.0] * len(pairs)
    ways: dict[str, Callable[[], object]] = {
        "sentence_transformers_fp32": lambda: plain.predict(texts, batch_size=BATCH, show_progress_bar=False),
        "both_orders": lambda: score_pairs(workspace, pairs, similarities),
        "as_articles_are_compared": lambda: score_open(workspace, pairs, similarities),
    }
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(turns):
        for name, way in ways.items():
            seconds[name].append(_time(way))
    middle = {name: sorted(found)[len(found) // 2] for name, found in seconds.items()}
    slowest = middle["sentence_transformers_fp32"]
    return {
        "pairs": len(pairs),
        "pairs_per_second": {name: round(len(pairs) / taken, 1) for name, taken in middle.items()},
        "times_as_fast": {name: round(slowest / taken, 2) for name, taken in middle.items()},
    }


def find_losses(pairs: Sequence[Labelled], passages: Sequence[tuple[Passage, Passage]], model: PairModel) -> Figures:
    """Of how many pairs of each label the second order is spared, and how many of them both orders would decide for."""
    still = set(find_open(model.read(passages)))
    gold = Counter(pair.label for pair in pairs)
    spared = [pair for place, pair in enumerate(pairs) if place not in still]
    labels = Counter(pair.label for pair in spared)
    return {
        "spared": {r: f"{labels[r]} of {gold[r]}" for r in RELATIONS if gold[r]},
        "decided_and_lost": sum(pair.verdict.relation not in ("related", "unrelated") for pair in spared),
    }


def _time(way: Callable[[], object]) -> float:
    started = time.perf_counter()
    way()
    return time.perf_counter() - started


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pair_speed", description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="+", help="labelled pairs, JSON lines")
    parser.add_argument("--limit", type=int, default=500, help="time only so many pairs")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--out", type=Path)
    return parser


if __name__ == "__main__":
    main()
