"""An article's own words: what two texts have in common, word for word, quotations apart.

Two reporters who heard the same speech have the same quotations; only who copies has the same words around them.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

SHINGLE = 6
"""So many words in a row are looked for together."""
WINDOW = 20
"""Of so many shingles in a row at least one is kept as a print: a passage of 25 shared words shares a print."""

_FEWEST_WINDOWS = 10

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]+")
# A quotation that runs on over paragraphs is closed in the last one only.
_QUOTED = re.compile(
    r"“[^”\n]{0,2000}(?:”|$)|(?<![^\s(\[—–-])\"(?=\S)[^\"\n]{0,2000}(?:\"|$)|«[^»\n]{0,2000}(?:»|$)|„[^“”\n]{0,2000}(?:[“”]|$)",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?!\s))+[.!?]*")
_LONGEST_PARAGRAPH = 1_000
# Paragraphs in the first or second person are speech set off without marks, or the house speaking to its readers.
_ADDRESSED = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us|[Yy]ou|[Yy]our)\b|@\w|pic\.twitter\.com|//t\.co/")

# Constants of splitmix64 (Steele, Lea and Flood 2014), which spreads the hashes evenly.
_STEP, _MIX_1, _MIX_2 = (np.uint64(n) for n in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))

Bools = NDArray[np.bool_]
Hashes = NDArray[np.uint64]


@dataclass(frozen=True, eq=False)
class Wording:
    """The words of a text in order, casefolded; `own` marks those outside quotations.

    `told` marks those of the own words that stand in no paragraph that addresses anybody.
    """

    words: tuple[str, ...]
    own: Bools
    told: Bools

    @cached_property
    def shingles(self) -> Hashes:
        """The hash of the SHINGLE words from each position on; as many as there are full ones."""
        codes = np.array([zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in self.words], np.uint64)
        count = max(0, len(codes) - SHINGLE + 1)
        hashed = np.zeros(count, np.uint64)
        for at in range(SHINGLE):
            hashed = _mixed(hashed + codes[at : at + count])
        return hashed

    @cached_property
    def whole(self) -> Bools:
        """Which shingles consist of own words only."""
        return _all_of(self.own, len(self.shingles))

    @cached_property
    def held(self) -> Hashes:
        """The distinct shingles of own words, sorted."""
        return np.unique(self.shingles[self.whole])


def read_wording(text: str, passed: Iterable[tuple[int, int]] = ()) -> Wording:
    """The words of a text without the stretches (code points start:end) that are not the article."""
    article = list(text)
    for start, end in passed:
        article[start:end] = " " * (min(end, len(article)) - start)
    kept = "".join(article)
    found = list(_WORD.finditer(kept))
    starts = np.array([word.start() for word in found], np.int64)
    own = ~_within(starts, [(q.start(), q.end()) for q in _QUOTED.finditer(kept)])
    words = tuple(_folded(word[0]) for word in found)
    return Wording(words, own, own & ~_within(starts, _addressed(kept)))


def _folded(word: str) -> str:
    return (word if word.isascii() else unicodedata.normalize("NFKC", word)).casefold()


def find_prints(wording: Wording) -> list[int]:
    """Hashes that stand for the text: the least of each WINDOW shingles in a row, as signed 64-bit integers, sorted.

    Winnowing (Schleimer, Wilkerson and Aiken 2003): the same passage gives the same prints wherever it stands.
    """
    kept = wording.shingles[wording.whole]
    if not len(kept):
        return []
    # A finer sieve keeps all that the coarse one keeps: short texts still meet, with each other and with long ones.
    width = min(WINDOW, max(1, len(kept) // _FEWEST_WINDOWS))
    least = np.lib.stride_tricks.sliding_window_view(kept, width).min(axis=1)
    return [int(value) for value in np.unique(least).view(np.int64)]


def find_shared(a: Wording, b: Wording) -> Bools:
    """Which words of `a` stand in a run of own words that `b` has too; True for each, in order."""
    return _covered(a, np.isin(a.shingles, b.held) & a.whole)


def count_in_runs(shared: Bools, *, least: int) -> int:
    """How many words stand in shared runs of at least `least` words."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], shared, [False])).astype(np.int8)))
    lengths = edges[1::2] - edges[::2]
    return int(lengths[lengths >= least].sum())


def _covered(wording: Wording, matching: Bools) -> Bools:
    covered = np.zeros(len(wording.words), np.bool_)
    for at in range(SHINGLE):
        covered[at : at + len(matching)] |= matching
    return covered


def _all_of(marks: Bools, count: int) -> Bools:
    every = np.ones(count, np.bool_)
    for at in range(SHINGLE):
        every &= marks[at : at + count]
    return every


def _addressed(text: str) -> list[tuple[int, int]]:
    """The paragraphs whose own words address somebody; only the sentences, where a paragraph is a whole article."""
    bare = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    return [(one.start(), one.end()) for one in _pieces(bare) if _ADDRESSED.search(one[0])]


def _pieces(text: str) -> Iterator[re.Match[str]]:
    for paragraph in _PARAGRAPH.finditer(text):
        if len(paragraph[0]) <= _LONGEST_PARAGRAPH:
            yield paragraph
        else:
            yield from _SENTENCE.finditer(text, *paragraph.span())


def _within(places: NDArray[np.int64], stretches: list[tuple[int, int]]) -> Bools:
    inside = np.zeros(len(places), np.bool_)
    for start, end in stretches:
        inside[np.searchsorted(places, start) : np.searchsorted(places, end)] = True
    return inside


def _mixed(hashed: Hashes) -> Hashes:
    with np.errstate(over="ignore"):
        hashed = hashed + _STEP
        hashed = (hashed ^ (hashed >> np.uint64(30))) * _MIX_1
        hashed = (hashed ^ (hashed >> np.uint64(27))) * _MIX_2
        return hashed ^ (hashed >> np.uint64(31))
