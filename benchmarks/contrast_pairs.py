"""python -m benchmarks.contrast_pairs: labelled pairs with their clash undone, or with one put in, to train on.

A pair model that is asked what a contradiction would be without its clash should know the answer, and a negation should
teach it nothing by itself. So of each kind of pair something is made whose label is known:

- a contradiction by one negation, without it, is an agreement;
- of two denials that agree, one taken back contradicts the other;
- an agreement on a number, with another number on one side, is a contradiction;
- what is merely related stays related without its negation.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from models.base import Span
from models.training.data import load_pairs
from service.bench.quality import read_side
from service.comparing.features import amounts, polarity
from service.comparing.reading import read
from service.comparing.undoing import Undone, undo
from service.domain.claims import Statement
from service.domain.comparisons import Relation

Row = Mapping[str, Any]
Made = tuple[Statement, Statement, Relation]

MOST_OF_A_SENTENCE = 4
"""So many pairs with one label may begin with one sentence."""
SHARE_OF_RELATED = 0.22
"""Of the related pairs with a negation this share is taken: there are far more of them than of the others."""
SURE = 2
FACTORS = (0.4, 0.6, 0.75, 1.3, 1.6, 2.5)
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_VAGUE = re.compile(
    r"\b(?:about|almost|nearly|more|many as|most|least|over|up to|some|around|approx\w*|than|under)\b", re.IGNORECASE
)
_BEFORE = 12
_YEARS = range(1900, 2031)


def main() -> None:
    """Writes the pairs, and says how many there are of each label."""
    options = _parser().parse_args()
    rows = load_pairs(options.pairs, held_out=options.held_out)
    made = list(find_contrasts(rows, random.Random(options.seed)))
    options.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made), encoding="utf-8")
    print(f"{len(made)} pairs written to {options.out}: {dict(Counter(row['label'] for row in made))}")


def find_contrasts(rows: Sequence[Row], generator: random.Random) -> Iterator[Row]:
    """The pairs made of labelled ones, each with what is known of its sides and its group; in a drawn order."""
    drawn = list(rows)
    generator.shuffle(drawn)
    often: Counter[tuple[str, Relation]] = Counter()
    for row in drawn:
        if row.get("label_confidence", SURE) < SURE and row["label"] != "contradicts":
            continue
        for a, b, label in _make(row, generator):
            often[a.text, label] += 1
            if often[a.text, label] <= MOST_OF_A_SENTENCE:
                yield {**row, "a": _side(row["a"], a), "b": _side(row["b"], b), "label": label}


def _make(row: Row, generator: random.Random) -> Iterator[Made]:
    a, b = read_side(row["a"]), read_side(row["b"])
    denied = [one for one in undo(a, b) if one.by_negation]
    match row["label"]:
        case "contradicts":
            yield from ((one.a, one.b, "agrees") for one in _find_decisive(a, b, denied))
        case "agrees":
            yield from ((one.a, one.b, "contradicts") for one in _take_back(a, b, denied, generator))
            yield from _change_number(a, b, generator)
        case "related" | "unrelated" if denied and generator.random() < SHARE_OF_RELATED:
            one = generator.choice(denied)
            yield one.a, one.b, row["label"]


def _find_decisive(a: Statement, b: Statement, denied: Sequence[Undone]) -> Sequence[Undone]:
    """The negation on which the contradiction rests: the only one, or that of the word which the other side states."""
    if len(undo(a, b)) == 1 and bool(read(a).negations) != bool(read(b).negations):
        return denied
    reason = polarity.negated_word(read(a), read(b)).reason
    places = (reason.a, reason.b) if reason else ((), ())
    return [one for one in denied if any(_is_within(one, side, places[side]) for side in (0, 1))][:1]


def _is_within(one: Undone, side: int, places: Sequence[Span]) -> bool:
    return any(place.start <= cue.start and cue.end <= place.end for place in places for cue in one.spans[side])


def _take_back(a: Statement, b: Statement, denied: Sequence[Undone], generator: random.Random) -> Sequence[Undone]:
    """One of two denials of the same; not of a side that negates more than once."""
    first, second = read(a), read(b)
    if not (polarity.same_negated_word(first, second).value or polarity.same_denial(first, second).value):
        return []
    single = [some[0] for side in (0, 1) if len(some := [one for one in denied if one.spans[side]]) == 1]
    return [generator.choice(single)] if single else []


def _change_number(a: Statement, b: Statement, generator: random.Random) -> Iterator[Made]:
    """Another number on one side, where both give the same one without "about" or "at least"."""
    found = amounts.quantities_match(read(a), read(b))
    if found.value < 1 or found.reason is None:
        return
    p, q = found.reason.a[0], found.reason.b[0]
    if any(_VAGUE.search(s.text[max(0, span.start - _BEFORE) : span.end]) for s, span in ((a, p), (b, q))):
        return
    first = generator.random() < 0.5
    text = _with_other_number(*((a.text, p) if first else (b.text, q)), generator)
    if text:
        yield (replace(a, text=text), b, "contradicts") if first else (a, replace(b, text=text), "contradicts")


def _with_other_number(text: str, span: Span, generator: random.Random) -> str | None:
    digits = _DIGITS.search(text, span.start, span.end)
    if digits is None or (value := float(digits.group().replace(",", ""))) in _YEARS or not value:
        return None
    places = len(digits.group().partition(".")[2])
    other = f"{value * generator.choice(FACTORS):{',' if ',' in digits.group() else ''}.{places}f}"
    return None if other == digits.group() else text[: digits.start()] + other + text[digits.end() :]


def _side(side: Row, statement: Statement) -> Row:
    """The side with the statement's words; of the stance of changed words nothing is known."""
    return side if statement.text == side["text"] else {**side, "text": statement.text, "stance": None}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.contrast_pairs", description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="+", help="labelled pairs, JSON lines")
    parser.add_argument("--held-out", type=float, required=True, help="the share of events that training holds out")
    parser.add_argument("--seed", type=int, default=67)
    parser.add_argument("--out", type=Path, required=True)
    return parser


if __name__ == "__main__":
    main()
