"""A text in composed form (NFC), with the way back to the offsets of the text as it was given.

What is stored and quoted keeps its own code points; what is read for meaning is composed, so that "é" written as
one code point or as two is the same word.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from models.base import Span

_COMPOSING = (range(0x0900, 0x1C00), range(0x11000, 0x12000), range(0x16100, 0x16E00))
"""Blocks with letters composed of two of class 0; a test compares them with all of Unicode."""


@dataclass(frozen=True)
class Composed:
    """`text` in NFC. `starts` and `origins` are where each run of it begins, here and in the text as given."""

    text: str
    starts: tuple[int, ...] = ()
    origins: tuple[int, ...] = ()

    def find_origin(self, span: Span) -> Span:
        """The code points of the given text that `span` was composed from; never a part of a run."""
        if not self.starts:
            return span
        first = bisect_right(self.starts, span.start) - 1
        last = bisect_right(self.starts, max(span.start, span.end - 1)) - 1
        return Span(self.origins[first], self.origins[last + 1])

    def find_composed(self, span: Span) -> Span:
        """The way there: the runs that hold any of the given code points."""
        if not self.starts:
            return span
        first = bisect_right(self.origins, span.start) - 1
        last = bisect_right(self.origins, max(span.start, span.end - 1)) - 1
        limit = len(self.starts) - 1
        return Span(self.starts[min(first, limit)], self.starts[min(last + 1, limit)])


def compose(text: str, passed: Sequence[Span] = ()) -> Composed:
    """The text in NFC, without what is `passed` over in the midst of sentences (in order).

    Free of cost where it is composed already and nothing is passed over, as in nearly all texts.
    """
    plain = unicodedata.is_normalized("NFC", text)
    if plain and not passed:
        return Composed(text)
    runs, composed = [], []
    for part, read in _find_parts(text, passed):
        found = [part] if not read else list(part) if plain else list(_find_runs(part))
        runs += found
        composed += [unicodedata.normalize("NFC", run) if read else "" for run in found]
    starts = accumulate(map(len, composed), initial=0)
    origins = accumulate(map(len, runs), initial=0)
    return Composed("".join(composed), tuple(starts), tuple(origins))


def _find_parts(text: str, passed: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """The text in parts, each with whether it is read."""
    at = 0
    for span in passed:
        start, end = max(at, span.start), max(at, span.end)
        yield text[at:start], True
        yield text[start:end], False
        at = end
    yield text[at:], True


def _find_runs(text: str) -> Iterator[str]:
    """Parts that compose by themselves (Unicode Standard Annex 15, section 9: stable code points begin one)."""
    cuts = [0, *(at for at in range(1, len(text)) if _begins_run(text[at])), len(text)]
    yield from (text[a:b] for a, b in pairwise(cuts))


def _begins_run(sign: str) -> bool:
    if sign < "\u0300":
        return True
    first = unicodedata.normalize("NFD", sign)[0]
    return unicodedata.combining(first) == 0 and first not in _find_followers()


@lru_cache(maxsize=1)
def _find_followers() -> frozenset[str]:
    """Code points of class 0 that compose with what stands before them, as Hangul vowels and Indic vowel signs do."""
    pairs = (unicodedata.decomposition(chr(code)).split() for block in _COMPOSING for code in block)
    seconds = {chr(int(pair[1], 16)) for pair in pairs if len(pair) == 2 and not pair[0].startswith("<")}
    hangul = {chr(code) for code in (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))}
    return frozenset(seconds | hangul)
