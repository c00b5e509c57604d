"""What became of those whom a number counts: the dead, the hurt and those on board are numbers of different things."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from models.base import Span
from service.comparing.tokens import Word, stem

_FATES = {
    "die": "die died dies dead death deaths dying kill kills killed killing killings toll fatal fatalities perished"
    " lives claimed slain murdered drowned bodies",
    "hurt": "injure injured injuries injury hurt wound wounded wounds burned",
    "miss": "missing unaccounted",
    "saved": "rescued rescue saved survived survivors pulled",
    "aboard": "aboard board carried carrying passengers travelling travellers embarked",
    "ill": "ill sick infected infections diagnosed cases tested contracted",
    "treated": "hospitalised hospitalized hospital treated",
    "held": "arrested arrests detained charged jailed",
    "homeless": "homeless evacuated displaced",
}
_FATE_OF = {stem(word): fate for fate, words in _FATES.items() for word in words.split()}
_OF_THEM = re.compile(r"\sof\s(?:them|whom|these|those)\b", re.IGNORECASE)
"""After a number that is a part of another: "14 people, two of them children, died"."""
_JOINTS = frozenset(("and", "or", "including", "among", "of"))


def find_fate(span: Span, text: str, *, words: Sequence[Word], others: Iterable[Span]) -> str | None:
    """What the clause says of those that the number at `span` counts: "die", "hurt", "aboard" …; None for nothing.

    `others` are the spans of all numbers of the text: what stands beyond the next one is said of that. "14 people
    died" and "the fire killed 14": what follows the number goes before what precedes it, up to a comma or "and".
    """
    inside = [word for word in words if span.start <= word.span.start < span.end]
    if not inside:
        return None
    spans = [other for other in others if not _OF_THEM.match(text, other.end)]
    left = max((other.end for other in spans if other.end <= span.start), default=0)
    right = min((other.start for other in spans if other.start >= span.end), default=len(text))
    own = [word for word in words if word.clause == inside[-1].clause and left <= word.span.start < right]
    after = [word for word in own if word.span.start >= span.end]
    near = takewhile(lambda word: not _is_parted(word, text), after)
    before = [word for word in reversed(own) if word.span.start < span.start]
    named = [fate for fate in _fates(inside) if fate != "aboard"]  # passengers may have died
    return next((fate for fate in (*named, *_fates((*near, *before, *after, *inside)))), None)


def _fates(words: Iterable[Word]) -> Iterator[str]:
    return (_FATE_OF[word.stem] for word in words if word.stem in _FATE_OF)


def _is_parted(word: Word, text: str) -> bool:
    return word.low in _JOINTS or text[: word.span.start].rstrip().endswith(",")
