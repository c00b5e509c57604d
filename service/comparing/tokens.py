"""Words of a statement with where they stand: what polarity, opposites and roles are looked for in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import snowballstemmer

from models.base import Span
from models.remembering import remembered
from service.comparing import lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*")
_BREAK = re.compile(
    r"[.;:!?()“”\"—–]|,\s+(?:but|and|while|which|who|as)\b|\b(?:but|while|although|though|whereas|because)\b"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?]\s+|[“\"‘'(])\s*$")
_STEMMER = snowballstemmer.stemmer("english")


@dataclass(frozen=True)
class Word:
    """One word: its stem, its place among the words, and its clause, counted from 0.

    `is_name` is a word that begins with a capital in the middle of a sentence; `is_content` one that is no function
    word.
    """

    low: str
    stem: str
    span: Span
    place: int
    clause: int
    is_name: bool
    is_content: bool


@remembered(50_000)
def stem(word: str) -> str:
    """The stem of an English word (Snowball), in lower case."""
    return str(_STEMMER.stemWord(word.lower().removesuffix("'s")))


def find_words(text: str) -> tuple[Word, ...]:
    """The words and numbers of the text, in order."""
    return tuple(_find_words(text))


def find_content(words: Sequence[Word]) -> frozenset[str]:
    """The stems of the content words."""
    return frozenset(word.stem for word in words if word.is_content)


def _find_words(text: str) -> Iterator[Word]:
    breaks = [match.end() for match in _BREAK.finditer(text)]
    clause = 0
    for place, match in enumerate(_WORD.finditer(text)):
        while clause < len(breaks) and breaks[clause] <= match.start():
            clause += 1
        low = match.group().lower().replace("’", "'")
        yield Word(
            low=low,
            stem=stem(low),
            span=Span(match.start(), match.end()),
            place=place,
            clause=clause,
            is_name=match.group()[0].isupper() and not _SENTENCE_START.search(text[: match.start()][-4:]),
            is_content=len(low) > 1 and low[0].isalpha() and low not in lexicon.FUNCTION_WORDS,
        )
