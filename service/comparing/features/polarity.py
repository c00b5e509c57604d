"""Features of negation, denial and opposite words."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.base import Span
from service.comparing.features.base import NOTHING, Feature, explained, found, told_of_one
from service.comparing.lexicon_opposites import SIDES, find_plain
from service.comparing.reading import Reading
from service.comparing.tokens import Word

FEWEST_DENIED = 2
"""Words that the other statement must share with what is denied."""
NEAR = 7
"""Words within which the two statements must share another word beside opposites, to speak of one thing."""


def polarity_differs(a: Reading, b: Reading) -> Feature:
    """One statement denies or negates and the other does not; double negations count as none."""
    if bool(a.negations) == bool(b.negations):
        return NOTHING
    negative = a if a.negations else b
    told = negative, negative.negations[0].span
    return told_of_one("One side says “{words}”, the other has no such word.", told, first=negative is a)


def negated_word(a: Reading, b: Reading) -> Feature:
    """A word stands negated in one statement, and plain in the other, and nothing is negated in both."""
    if _negated_stems(a) & _negated_stems(b):
        return NOTHING
    for plain, negative, first in ((a, b, False), (b, a, True)):
        for word, other in _find_denied(plain, negative):
            span = next(n.span for n in negative.negations if word.place in n.reach)
            sides = ((negative, _joined(span, word.span)), (plain, other.span))
            there = sides if first else (sides[1], sides[0])
            said = ("{a}", "{b}") if not first else ("{b}", "{a}")
            return explained(f"One side says “{said[0]}”, the other “{said[1]}”.", *there)
    return NOTHING


def same_negated_word(a: Reading, b: Reading) -> Feature:
    """A word is negated in both statements."""
    return found(bool(_negated_stems(a) & _negated_stems(b)))


def opposite_words(a: Reading, b: Reading) -> Feature:
    """The statements use words that exclude each other of the same thing, neither of them negated."""
    for p, q in _find_opposites(a, b):
        if p.sign != q.sign:
            return explained("The words are opposites: “{a}” against “{b}”.", (a, p.span), (b, q.span))
    return NOTHING


def negated_opposite(a: Reading, b: Reading) -> Feature:
    """One statement negates the opposite of what the other says: both say the same."""
    for p, q in _find_opposites(a, b):
        if p.sign == q.sign:
            return explained("Both say the same in opposite words: “{a}” and “{b}”.", (a, p.span), (b, q.span))
    return NOTHING


def same_denial(a: Reading, b: Reading) -> Feature:
    """Both statements tell of a denial, and of something in common."""
    if not (a.has("denial") and b.has("denial") and a.content & b.content):
        return NOTHING
    return explained("Both tell of a denial: “{a}” and “{b}”.", (a, a.cues["denial"][0]), (b, b.cues["denial"][0]))


def denial_against_claim(a: Reading, b: Reading) -> Feature:
    """One statement is or tells of a denial, and the other tells what is denied as a claim or as a fact."""
    if _is_denial(a) == _is_denial(b):
        return NOTHING
    denying, telling = (a, b) if _is_denial(a) else (b, a)
    cue = next(iter(denying.cues["denial"]), None)
    denied = {w.stem for w in denying.words if w.is_content and (cue is None or w.span.start >= cue.end)}
    if len(denied & telling.content) < FEWEST_DENIED:
        return NOTHING
    sentence = "One side denies it (“{words}”), the other does not."
    return told_of_one(sentence, (denying, cue), first=denying is a) if cue else Feature(1.0)


@dataclass(frozen=True)
class _Sign:
    """On which side of an opposition a word stands, negation counted; `lexical` without it."""

    concept: int | str
    sign: int
    lexical: int
    span: Span
    near: frozenset[str]


def _is_denial(reading: Reading) -> bool:
    return reading.has("denial") or reading.statement.stance == "denies"


def _find_denied(plain: Reading, negative: Reading) -> Iterator[tuple[Word, Word]]:
    """Words that only `negative` negates, with where they stand in `plain`; words that both negate are left out."""
    reached = _negated_stems(plain)
    said = {w.stem: w for w in plain.words if w.is_content and not w.is_name}
    affirmed = {w.stem for w in negative.words if w.is_content and not negative.is_negated(w)}
    for word in negative.words:
        usable = word.is_content and not word.is_name and word.stem not in affirmed
        if usable and negative.is_negated(word) and word.stem in said and word.stem not in reached:
            yield word, said[word.stem]


def _negated_stems(reading: Reading) -> frozenset[str]:
    return frozenset(w.stem for w in reading.words if w.is_content and reading.is_negated(w))


def _find_opposites(a: Reading, b: Reading) -> Iterator[tuple[_Sign, _Sign]]:
    """Words of the two sides of an opposition with a common word near them; a side must not use both."""
    first, second = _find_signs(a, b), _find_signs(b, a)
    for p in first:
        for q in second:
            if p.concept == q.concept and p.lexical != q.lexical and p.near & q.near:
                mixed = any(len({s.lexical for s in signs if s.concept == p.concept}) == 2 for signs in (first, second))
                if not mixed:
                    yield p, q


def _find_signs(reading: Reading, other: Reading) -> list[_Sign]:
    return [
        _sign(reading, place, length, concept, sign)
        for place in range(len(reading.words))
        for length, concept, sign in _find_entries(reading.words[place : place + 2], other)
    ]


def _sign(reading: Reading, place: int, length: int, concept: int | str, sign: int) -> _Sign:
    entry = reading.words[place : place + length]
    around = reading.words[max(0, place - NEAR) : place + NEAR + 1]
    near = frozenset(w.stem for w in around if w.is_content) - {w.stem for w in entry}
    negated = -sign if reading.is_negated(entry[0]) else sign
    return _Sign(concept, negated, sign, _joined(entry[0].span, entry[-1].span), near)


def _find_entries(words: tuple[Word, ...], other: Reading) -> Iterator[tuple[int, int | str, int]]:
    """Length, opposition and side of what begins here: of the lexicon, or made by a prefix ("safe", "unsafe")."""
    stems = tuple(word.stem for word in words)
    for length in (1, 2):
        for concept, sign in SIDES.get(stems[:length], ()) if length <= len(stems) else ():
            yield length, concept, sign
    if not words[0].is_content or words[0].is_name:
        return
    plain = find_plain(words[0].stem)
    if plain in other.content:
        yield 1, str(plain), -1
    if words[0].stem in {find_plain(s) for s in other.content}:
        yield 1, words[0].stem, 1


def _joined(first: Span, second: Span) -> Span:
    return Span(min(first.start, second.start), max(first.end, second.end))
