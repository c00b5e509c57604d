"""A statement as the features see it: read once, compared often."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from models.appraisals import find_appraisals
from models.base import Appraisal, Evaluation, Span
from models.quantities import DateMention, Quantity, find_dates, find_quantities
from service.comparing import lexicon
from service.domain.bodies import find_bodies
from service.domain.claims import Statement

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NAME = re.compile(r"\b[^\W\d_a-zà-ÿ][\w.’'-]*")
_SENTENCE_START = re.compile(r"(?:^|[.!?]\s+|[“\"‘'(])\s*$")
_CONTRACTED_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)


POLARITY: dict[Evaluation, int] = {
    "welcomes": 1,
    "optimistic": 1,
    "neutral": 0,
    "waits": 0,
    "sceptical": -1,
    "dismisses": -1,
    "condemns": -1,
}


@dataclass(frozen=True)
class View:
    """An evaluation in the statement: whose it is, for (1) or against (-1), of what, and in which words.

    `target` are the stems of what is evaluated; it is empty where the words only point back ("it", "the shift").
    """

    bodies: frozenset[str]
    polarity: int
    target: frozenset[str]
    words: str


@dataclass(frozen=True)
class Reading:
    """What the features need of a statement.

    `words` are the stems of its content words; `names` its capitalised words in lower case, without the first of a
    sentence; `bodies` the countries and bodies it names, by their main names; `cues` the words found of each list of
    the lexicon.
    """

    statement: Statement
    words: frozenset[str]
    names: frozenset[str]
    bodies: frozenset[str]
    cues: dict[str, tuple[str, ...]]
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    views: tuple[View, ...]

    def has(self, cue: str) -> bool:
        """Whether any word of that list of the lexicon stands in the statement."""
        return bool(self.cues[cue])

    def quote_of(self, start: int, end: int) -> str:
        """The words of the statement at start:end."""
        return self.statement.text[start:end]


@lru_cache(maxsize=20_000)
def read(statement: Statement) -> Reading:
    """The reading of a statement; kept, since each statement meets many others."""
    text = statement.text
    return Reading(
        statement=statement,
        words=_find_stems(text),
        names=_find_names(text),
        bodies=frozenset(find_bodies(text)),
        cues={name: _find_cues(text, pattern) for name, pattern in lexicon.PATTERNS.items()},
        quantities=tuple(find_quantities(text)),
        dates=tuple(find_dates(text)),
        views=tuple(_find_views(statement)),
    )


def _find_views(statement: Statement) -> Iterator[View]:
    for appraisal in find_appraisals(statement.text, Span(0, len(statement.text))):
        bodies = _find_holders(appraisal, statement)
        if bodies:
            target = _find_stems(appraisal.target) - lexicon.POINTERS
            yield View(bodies, POLARITY[appraisal.evaluation], target, appraisal.words)


def _find_holders(appraisal: Appraisal, statement: Statement) -> frozenset[str]:
    """The bodies that the actor names; for a bare "officials" the only one that is named and not judged."""
    named = find_bodies(appraisal.actor) or find_bodies(statement.speaker or "")
    around = set(find_bodies(statement.text)) - set(find_bodies(appraisal.target))
    return frozenset(named or (around if len(around) == 1 else ()))


_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of an English word (Snowball), in lower case."""
    return str(_STEMMER.stemWord(word.lower().removesuffix("'s")))


def _find_stems(text: str) -> frozenset[str]:
    tokens = (match.group().lower().replace("’", "'") for match in _WORD.finditer(text))
    return frozenset(stem(token) for token in tokens if token not in lexicon.FUNCTION_WORDS and len(token) > 1)


def _find_names(text: str) -> frozenset[str]:
    """Capitalised words in the middle of sentences; abbreviations of titles are no names."""
    inner = {
        match.group().strip(".’'").removesuffix("’s").removesuffix("'s").lower()
        for match in _NAME.finditer(text)
        if not _SENTENCE_START.search(text[: match.start()][-4:])
    }
    return frozenset(inner - lexicon.NOT_NAMES)


def _find_cues(text: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(match.group() for match in pattern.finditer(text))
