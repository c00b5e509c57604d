"""What a statement denies: words of negation with their reach, double negations cancelled."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.base import Span
from service.comparing import lexicon
from service.comparing.tokens import Word

CANCELLING_GAP = 2
"""So many words may stand between two negations that cancel: "did not really deny"."""
REACH, REACH_OF_VERBS = 3, 8
"""How many content words of its clause a negation reaches, and a verb such as "denied"."""
_VERB = re.compile(r"(?:den|refus|reject|disput|refut|contradict|prevent|avoid|avert|debunk|disprov|rul)")
_OF_WHAT_IS_BEFORE = re.compile(rf"{_VERB.pattern}|false|untrue")
"""After a form of "be" these deny what stands before them: "the report was rejected", "that is false"."""
_ANSWER = re.compile(r"no[,.!;]", re.IGNORECASE)
"""A "No" that answers what somebody asked, and negates no word of its sentence."""
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|be|being)\s(?:\w+\s)?$", re.IGNORECASE)


@dataclass(frozen=True)
class Negation:
    """A word of negation that no other cancels, and the places of the words that it reaches."""

    span: Span
    reach: frozenset[int]


def find_negations(text: str, words: Sequence[Word]) -> tuple[Negation, ...]:
    """The negations that hold: "did not deny" and "not untrue" are none."""
    found = lexicon.PATTERNS["negation"].finditer(text)
    cues = [Span(match.start(), match.end()) for match in found if not _ANSWER.match(text, match.start())]
    return tuple(Negation(span, _find_reach(span, text, words)) for span in _drop_double(cues, words))


def find_negated(negations: Sequence[Negation]) -> frozenset[int]:
    """The places that an odd number of the negations reach."""
    times = Counter(place for negation in negations for place in negation.reach)
    return frozenset(place for place, count in times.items() if count % 2 == 1)


def _drop_double(cues: Sequence[Span], words: Sequence[Word]) -> Iterator[Span]:
    held: Span | None = None
    for cue in cues:
        if held and _cancel(held, cue, words):
            held = None
            continue
        if held:
            yield held
        held = cue
    if held:
        yield held


def _cancel(first: Span, second: Span, words: Sequence[Word]) -> bool:
    between = [word for word in words if first.end <= word.span.start and word.span.end <= second.start]
    clauses = {word.clause for word in words if first.start <= word.span.start and word.span.end <= second.end}
    listed = any(w.low in ("and", "or", "nor") for w in words if first.end <= w.span.start < second.end)
    return len(between) <= CANCELLING_GAP and len(clauses) <= 1 and not listed


def _find_reach(span: Span, text: str, words: Sequence[Word]) -> frozenset[int]:
    clause = next((w.clause for w in words if w.span.end >= span.end), None)
    same = [w for w in words if w.clause == clause and w.is_content]
    cue = text[span.start : span.end].lower()
    end = text.find(",", span.end)
    within = [w for w in same if w.span.start >= span.end and (end < 0 or w.span.start < end)]
    after = [w.place for w in within][: REACH_OF_VERBS if _VERB.match(cue) else REACH]
    passive = _OF_WHAT_IS_BEFORE.match(cue) and _PASSIVE.search(text[max(0, span.start - 20) : span.start])
    before = [w.place for w in same if w.span.end <= span.start][-REACH:] if passive else []
    return frozenset(after + before)
