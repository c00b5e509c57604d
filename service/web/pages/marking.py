"""An article's text cut where claims and litter begin and end, so that each piece can be shown in its own way."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.domain.articles import Passed
from service.domain.claims import Claim

Marks = tuple[Sequence[tuple[int, int, Claim]], Sequence[Passed]]
"""The claims as start, end and claim, ascending and apart; and the litter."""

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n\s*")


@dataclass(frozen=True)
class Piece:
    """Words of the text, the claim that they belong to, and whether they are litter; `first` begins the claim."""

    words: str
    claim: Claim | None
    first: bool
    litter: bool


def find_paragraphs(text: str, claims: Sequence[Claim], litter: Sequence[Passed]) -> list[list[Piece]]:
    """The paragraphs of the text as pieces; joined again, the pieces of one are its words.

    Of claims that overlap, the later one gives way up to the end of the earlier.
    """
    spans = list(_without_overlaps(claims))
    found = {edge for start, end, _ in spans for edge in (start, end)}
    edges = sorted(found | {edge for passed in litter for edge in (passed.start, passed.end)})
    return [_cut(text, run, edges, (spans, litter)) for run in _find_runs(text)]


def _find_runs(text: str) -> Iterator[tuple[int, int]]:
    """Between blank lines; where there are none, each line by itself, as in text taken from a page."""
    start = 0
    for found in (_BREAK if _BREAK.search(text.strip()) else _LINE).finditer(text):
        if text[start : found.start()].strip():
            yield start, found.start()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)


def _without_overlaps(claims: Sequence[Claim]) -> Iterator[tuple[int, int, Claim]]:
    done = 0
    for claim in sorted(claims, key=lambda one: one.said.start):
        start, end = max(claim.said.start, done), claim.said.end
        if start < end:
            yield start, end, claim
            done = end


def _cut(text: str, run: tuple[int, int], edges: Sequence[int], marks: Marks) -> list[Piece]:
    cuts = [run[0], *edges[bisect_right(edges, run[0]) : bisect_left(edges, run[1])], run[1]]
    return [_piece(text, start, end, marks) for start, end in itertools.pairwise(cuts)]


def _piece(text: str, start: int, end: int, marks: Marks) -> Piece:
    spans, litter = marks
    at = bisect_right(spans, start, key=lambda span: span[0]) - 1
    held = spans[at] if at >= 0 and start < spans[at][1] else None
    passed = any(one.start <= start < one.end for one in litter)
    return Piece(text[start:end], held[2] if held else None, held is not None and held[0] == start, passed)
