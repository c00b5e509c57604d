"""Which words of a text were changed: two versions of it, or two copies, as edits of one text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from service.domain.comparisons import Comparison

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\s\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_LINE = re.compile(r"[^\n]+")
_MOST = 4_000_000
"""Words before times words after, up to which a passage is compared word by word: about a second."""

Place = tuple[int, int]


@dataclass(frozen=True)
class Edit:
    """Words that stand in one text and not in the other, verbatim, with their code points start:end in each.

    Either side may be empty: words were then added or removed, at that place.
    """

    before: str
    after: str
    before_start: int
    before_end: int
    after_start: int
    after_end: int


def find_edits(before: str, after: str) -> tuple[Edit, ...]:
    """The edits that turn one text into the other, in order; white space does not count.

    Lines that are the same are matched first, then the words between them. A passage of thousands of words that
    has no line in common is one edit.
    """
    edits = (edit for old, new in _differing_lines(before, after) for edit in _word_edits((before, old), (after, new)))
    return tuple(edits)


def find_edits_of_copies(comparison: Comparison) -> tuple[Edit, ...]:
    """The edits between the quotes of two copies of one text; none where the articles are no copies."""
    return find_edits(comparison.a.said.quote, comparison.b.said.quote) if comparison.copies else ()


def find_likeness(before: str, after: str) -> float:
    """How much of two sentences is the same words in the same order, from 0 to 1."""
    old, new = before.casefold().split(), after.casefold().split()
    return _matched(old, new).ratio()


def _differing_lines(before: str, after: str) -> Iterator[tuple[Place, Place]]:
    """Stretches of both texts between the lines that they have in common."""
    old, new = ([match.span() for match in _LINE.finditer(text)] for text in (before, after))
    written = [[" ".join(text[a:b].split()) for a, b in spans] for text, spans in ((before, old), (after, new))]
    for tag, a, b, c, d in _matched(*written).get_opcodes():
        if tag != "equal":
            yield _stretch(old, a, b), _stretch(new, c, d)


def _word_edits(old: tuple[str, Place], new: tuple[str, Place]) -> Iterator[Edit]:
    places = [_words(text, stretch) for text, stretch in (old, new)]
    written = [[text[a:b] for a, b in spans] for (text, _), spans in zip((old, new), places, strict=True)]
    if len(written[0]) * len(written[1]) > _MOST:
        yield _edit(old[0], _stretch(places[0], 0, len(places[0])), new[0], _stretch(places[1], 0, len(places[1])))
        return
    for tag, a, b, c, d in _matched(*written).get_opcodes():
        if tag != "equal":
            yield _edit(old[0], _stretch(places[0], a, b, old[1]), new[0], _stretch(places[1], c, d, new[1]))


def _matched(old: list[str], new: list[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, old, new, autojunk=False)


def _words(text: str, stretch: Place) -> list[Place]:
    return [match.span() for match in _WORD.finditer(text, *stretch)]


def _stretch(spans: Sequence[Place], first: int, last: int, around: Place = (0, 0)) -> Place:
    """From the start of the first to the end of the last; where there is none, the empty place before the next."""
    if first < last:
        return spans[first][0], spans[last - 1][1]
    at = spans[first][0] if first < len(spans) else spans[-1][1] if spans else around[0]
    return at, at


def _edit(before: str, old: Place, after: str, new: Place) -> Edit:
    return Edit(before[slice(*old)], after[slice(*new)], *old, *new)
