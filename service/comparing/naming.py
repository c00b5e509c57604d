"""Persons and places that a statement names, as far as capitals and small words tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models import lexicon as language
from models.base import Span
from service.domain.bodies import find_bodies

_PERSON = re.compile(
    r"(?<![\w’'-])(?P<given>(?:(?:[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-Z][a-z]+)?|[A-Z]\.)\s){1,3})"
    r"(?P<last>[A-ZÀ-Þ](?:[a-zà-ÿ]+|['’][A-Z][a-z]+|c[A-Z][a-z]+)(?:-[A-Z][a-z]+)?)(?![\w-])"
)
_PLACE = re.compile(
    r"\b(?:in|at|near|outside|across|inside|off|around)\s(?:the\s|downtown\s|central\s|northern\s|southern\s|eastern\s|"
    r"western\s)?(?P<place>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,3})"
)
_NO_PLACE = frozenset(language.WEEKDAYS) | frozenset(language.MONTHS) | frozenset(language.MONTH_ABBREVIATIONS)
_NOT_GIVEN = (
    language.TITLES
    | {word.lower() for word in language.SENTENCE_STARTERS}
    | language.CONJUNCTIONS
    | language.PREPOSITIONS
    | language.DETERMINERS
    | frozenset("north south east west new san los las united saint st mount lake port fort cape yesterday".split())
)


@dataclass(frozen=True)
class Person:
    """A full name in lower case: what stands before the last name, in any order, and the last name."""

    given: frozenset[str]
    last: str
    span: Span


@dataclass(frozen=True)
class Place:
    """A name after a small word of place; `words` are its words in lower case, and the country or body that it is."""

    words: frozenset[str]
    span: Span


def find_persons(text: str) -> tuple[Person, ...]:
    """Full names of persons; titles are no first names, and neither bodies nor places are persons."""
    return tuple(_find_persons(text))


def find_places(text: str) -> tuple[Place, ...]:
    """Names that follow a small word of place ("in Tarn", "at the Port of Eskil"); days and months are none."""
    return tuple(_find_places(text))


def _find_persons(text: str) -> Iterator[Person]:
    for match in _PERSON.finditer(text):
        last = match["last"].lower()
        given = frozenset(word.lower() for word in match["given"].split()) - _NOT_GIVEN - _NO_PLACE
        if not given or last in _NO_PLACE or find_bodies(match.group()):
            continue
        if not language.BODY_HEADS & {last, *given}:
            yield Person(given, last, Span(match.start(), match.end()))


def _find_places(text: str) -> Iterator[Place]:
    for match in _PLACE.finditer(text):
        words = frozenset(
            word.strip(".’'").removesuffix("’s").removesuffix("'s").lower() for word in match["place"].split()
        )
        if not words & (_NO_PLACE | language.TITLES):
            named = frozenset(find_bodies(match["place"]))
            yield Place(words | named, Span(match.start("place"), match.end("place")))
