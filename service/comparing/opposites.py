"""Words of a statement that exclude others: on which side of which opposition they stand, negation counted."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from models.base import Span
from service.comparing.lexicon_opposites import SIDES, find_plain
from service.comparing.tokens import Word

NEAR = 7
"""Words within which the two statements must share another word beside opposites, to speak of one thing."""


@dataclass(frozen=True)
class Sign:
    """A word's side (1 or -1) of an opposition: `lexical` by itself, `sign` with the negations that reach it.

    `concept` is the number of an opposition of the lexicon, or the stem that a prefix turns round ("safe", "unsafe");
    `near` are the content words about it.
    """

    concept: int | str
    sign: int
    lexical: int
    span: Span
    near: frozenset[str]


def find_signs(words: Sequence[Word], negated: Set[int]) -> tuple[Sign, ...]:
    """The words that stand on a side of an opposition, in order; `negated` are places of denied words.

    Any content word is the plain side of what a prefix could make of it.
    """
    return tuple(
        _sign(words, place, length, (concept, -side if place in negated else side, side))
        for place in range(len(words))
        for length, concept, side in _find_entries(words[place : place + 2])
    )


def find_clear(signs: Sequence[Sign]) -> dict[int | str, tuple[Sign, ...]]:
    """The signs by opposition, without those of which the statement uses both sides."""
    grouped: dict[int | str, list[Sign]] = {}
    for sign in signs:
        grouped.setdefault(sign.concept, []).append(sign)
    return {concept: tuple(found) for concept, found in grouped.items() if len({s.lexical for s in found}) == 1}


def _sign(words: Sequence[Word], place: int, length: int, sides: tuple[int | str, int, int]) -> Sign:
    entry = words[place : place + length]
    around = words[max(0, place - NEAR) : place + NEAR + 1]
    near = frozenset(w.stem for w in around if w.is_content) - {w.stem for w in entry}
    return Sign(*sides, Span(entry[0].span.start, entry[-1].span.end), near)


def _find_entries(words: Sequence[Word]) -> Iterator[tuple[int, int | str, int]]:
    """Length, opposition and side of what begins here."""
    stems = tuple(word.stem for word in words)
    for length in range(1, len(stems) + 1):
        for concept, side in SIDES.get(stems[:length], ()):
            yield length, concept, side
    if words[0].is_content and not words[0].is_name:
        plain = find_plain(stems[0])
        yield 1, plain or stems[0], -1 if plain else 1
