"""A statement as the features see it: read once, compared often."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.appraisals import find_appraisals
from models.base import Appraisal, Evaluation, Span
from models.remembering import remembered
from service.comparing import lexicon
from service.comparing.amounts import Amount, find_amounts
from service.comparing.moments import Moment, find_moments
from service.comparing.naming import Person, Place, find_persons, find_places
from service.comparing.opposites import Sign, find_clear, find_signs
from service.comparing.polarity import Negation, find_negated, find_negations
from service.comparing.scopes import find_scopes
from service.comparing.tokens import Word, find_content, find_words
from service.domain.bodies import BodyMention, find_bodies, find_body_mentions
from service.domain.claims import Statement

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
    span: Span


@dataclass(frozen=True)
class Reading:
    """What the features need of a statement.

    `content` are the stems of its content words; `names` its capitalised words in lower case, without the first of
    a sentence; `cues` where words of each list of the lexicon stand; `negated` the places of denied words, and
    `signs` its words that exclude others, by their opposition.
    """

    statement: Statement
    words: tuple[Word, ...]
    content: frozenset[str]
    names: frozenset[str]
    bodies: tuple[BodyMention, ...]
    persons: tuple[Person, ...]
    places: tuple[Place, ...]
    cues: dict[str, tuple[Span, ...]]
    negations: tuple[Negation, ...]
    negated: frozenset[int]
    negated_stems: frozenset[str]
    signs: dict[int | str, tuple[Sign, ...]]
    amounts: tuple[Amount, ...]
    moments: tuple[Moment, ...]
    scopes: tuple[tuple[str, Span], ...]
    views: tuple[View, ...]

    def has(self, cue: str) -> bool:
        """Whether any word of that list of the lexicon stands in the statement."""
        return bool(self.cues[cue])

    @property
    def body_names(self) -> frozenset[str]:
        """The main names of the countries and bodies that the statement names."""
        return frozenset(mention.body for mention in self.bodies)

    def is_negated(self, word: Word) -> bool:
        """Whether the word is denied."""
        return word.place in self.negated


@remembered(20_000)
def read(statement: Statement) -> Reading:
    """The reading of a statement; kept, since each statement meets many others."""
    text = statement.text
    words = find_words(text)
    negations = find_negations(text, words)
    negated = find_negated(negations)
    return Reading(
        statement=statement,
        words=words,
        content=find_content(words),
        names=_find_names(words),
        bodies=find_body_mentions(text),
        persons=find_persons(text),
        places=find_places(text),
        cues={name: _find_cues(text, name) for name in lexicon.PATTERNS},
        negations=negations,
        negated=negated,
        negated_stems=find_content([word for word in words if word.place in negated]),
        signs=find_clear(find_signs(words, negated)),
        amounts=find_amounts(text, words),
        moments=find_moments(statement),
        scopes=find_scopes(text),
        views=tuple(_find_views(statement)),
    )


def _find_views(statement: Statement) -> Iterator[View]:
    for appraisal in find_appraisals(statement.text, Span(0, len(statement.text))):
        bodies = _find_holders(appraisal, statement)
        if bodies:
            target = find_content(find_words(appraisal.target)) - lexicon.POINTERS
            yield View(bodies, POLARITY[appraisal.evaluation], target, Span(appraisal.start, appraisal.end))


def _find_holders(appraisal: Appraisal, statement: Statement) -> frozenset[str]:
    """The bodies that the actor names; for a bare "officials" the only one that is named and not judged."""
    named = find_bodies(appraisal.actor) or find_bodies(statement.speaker or "")
    around = set(find_bodies(statement.text)) - set(find_bodies(appraisal.target))
    return frozenset(named or (around if len(around) == 1 else ()))


def _find_names(words: tuple[Word, ...]) -> frozenset[str]:
    """Capitalised words in the middle of sentences; abbreviations of titles are no names."""
    named = (word.low.removesuffix("'s").rstrip("'") for word in words if word.is_name)
    return frozenset(named) - lexicon.NOT_NAMES


def _find_cues(text: str, name: str) -> tuple[Span, ...]:
    return tuple(Span(match.start(), match.end()) for match in lexicon.PATTERNS[name].finditer(text))
