"""Features of negation, denial and opposite words."""

import re
from collections.abc import Iterator

from models.base import Span
from service.comparing.features.base import NOTHING, Feature, explained, found, told_of_one
from service.comparing.opposites import Sign
from service.comparing.reading import Reading
from service.comparing.tokens import Word

FEWEST_DENIED = 2
"""Words that the other statement must share with what is denied."""
_INSTEAD = re.compile(r"\b(?:rather than|instead of|without|far from)\b", re.IGNORECASE)


def polarity_differs(a: Reading, b: Reading) -> Feature:
    """One statement denies or negates and the other does not; double negations count as none."""
    if bool(a.negations) == bool(b.negations):
        return NOTHING
    negative = a if a.negations else b
    told = negative, negative.negations[0].span
    return told_of_one("One side says “{words}”, the other has no such word.", told, first=negative is a)


def negated_word(a: Reading, b: Reading) -> Feature:
    """A word stands negated in one statement, and plain in the other, and nothing is negated in both."""
    if a.negated_stems & b.negated_stems:
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
    return found(bool(a.negated_stems & b.negated_stems))


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
    denied = {w.stem: w for w in denying.words[::-1] if w.is_content and (cue is None or w.span.start >= cue.end)}
    claimed = [w for w in telling.words if w.stem in denied and w.is_content]
    if len({w.stem for w in claimed}) < FEWEST_DENIED or not all(_is_claimed(w, telling) for w in claimed):
        return NOTHING
    if cue is None:
        return Feature(1.0)
    # What comes first is denied; names stand in all of it.
    told = min(claimed, key=lambda word: (word.is_name, denied[word.stem].place)).span
    if denying is a:
        return explained("One side denies it (“{a}”), the other speaks of “{b}”.", (a, cue), (b, told))
    return explained("One side denies it (“{b}”), the other speaks of “{a}”.", (a, told), (b, cue))


def _is_denial(reading: Reading) -> bool:
    return reading.has("denial") or reading.statement.stance == "denies"


def _is_claimed(word: Word, reading: Reading) -> bool:
    """Whether no negation stands anywhere before the word: "did not find that X was driven by Y" claims no Y either.

    And nothing by which it is only supposed: "if", "could", "should".
    """
    before = reading.statement.text[: word.span.start]
    denied = any(n.span.start < word.span.start for n in reading.negations) or _INSTEAD.search(before)
    return not denied and not _is_supposed(word, reading)


def _is_supposed(word: Word, reading: Reading) -> bool:
    """Whether the word's clause says before it that it is a condition, a possibility or a wish.

    Of 3,400 real pairs in which one side negates a word of the other, six in a hundred are contradictions; behind an
    "if" on either side one of 283.
    """
    before = [cue.start for cue in reading.cues["supposed"] if cue.start < word.span.start]
    if not before:
        return False
    return before[-1] >= next(w.span.start for w in reading.words if w.clause == word.clause)


def _find_denied(plain: Reading, negative: Reading) -> Iterator[tuple[Word, Word]]:
    """Words that only `negative` negates, with where they stand in `plain`; words that both negate are left out."""
    reached = plain.negated_stems
    said = {w.stem: w for w in plain.words if w.is_content and not w.is_name and _is_claimed(w, plain)}
    affirmed = {w.stem for w in negative.words if w.is_content and not negative.is_negated(w)}
    for word in negative.words:
        negated = word.is_content and not word.is_name and negative.is_negated(word)
        plain_there = word.stem in said and word.stem not in reached and word.stem not in affirmed
        if negated and plain_there and not _is_supposed(word, negative):
            yield word, said[word.stem]


def _find_opposites(a: Reading, b: Reading) -> Iterator[tuple[Sign, Sign]]:
    """Words of the two sides of an opposition with a common word near them."""
    for concept in sorted(a.signs.keys() & b.signs.keys(), key=str):
        for p in a.signs[concept]:
            for q in b.signs[concept]:
                if p.lexical != q.lexical and p.near & q.near:
                    yield p, q


def _joined(first: Span, second: Span) -> Span:
    return Span(min(first.start, second.start), max(first.end, second.end))
