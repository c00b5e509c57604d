"""What was added to a claim so that it stands alone, and which of its words still need their surroundings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from models import lexicon
from models.base import Span
from models.quantities_date_mention import DateMention
from models.quantities_dates import find_dates
from models.remembering import remembered

_TOKEN = re.compile(r"\w+|[^\w\s]")
_NAME = re.compile(r"(?<![\w’'])[A-Z][\w’'-]+")
_PRONOUN = re.compile(
    r"(?<![\w’'])(?:he|she|him|her|his|hers|they|them|their|theirs)(?![\w-])", re.IGNORECASE
)  # fmt: skip
_PLURAL = frozenset("they them their theirs".split())
_SOME_PLURAL = re.compile(
    r"\b(?:[a-z]{3,}s|people|men|women|children|[A-Z]\w+\sand\s[A-Z]\w+|[A-Z]\w+s|police|team|group|company)\b"
)
_POINTING = re.compile(
    r"^[\"“‘']?(?:But\s|And\s|Yet\s|So\s)?(?P<word>(?i:it|this|that|these|those))\s(?:is|was|are|were|has|have|had|will|would|can|could"
    r"|may|might|must|should|did|does|also|came|comes|makes|made|means|meant|shows|showed|said|says)\b"
)
_EXPLETIVE = re.compile(
    r"^[\"“‘']?(?:But\s|And\s)?[Ii]t\s(?:is|was|will\sbe|would\sbe|has\sbeen|may\sbe|might\sbe)\s(?:not\s)?(?:\w+ly\s)?\w+\s(?:that|to|whether"
    r"|for|who|how|why|when)\b"
)
_BODY = re.compile(
    r"\b[Tt]he\s(?:ministry|department|agency|committee|commission|bureau|university|institute|foundation|association|county"
    r"|company|court|city|state|town|panel|bank|group|organization|organisation|party|team|school)(?![\w-])"
    r"(?!\s(?:of|for|on|that|which|in)\b)(?![’']s\s[A-Z])"
)
_NEAR_DATE = re.compile(r"\s\((?:\d|[A-Z])|,?\s\d{4}")


@dataclass(frozen=True)
class Added:
    """Words of the stand-alone text that the quote does not have, and those of the quote that they stand for."""

    words: str
    text: str


@remembered(4096)
def find_added(quote: str, text: str) -> tuple[Added, ...]:
    """What was put in, in order; nothing for what was left out, as a dateline is."""
    if text in quote:
        return ()
    a, b = list(_TOKEN.finditer(quote)), list(_TOKEN.finditer(text))
    matcher = SequenceMatcher(None, [m.group() for m in a], [m.group() for m in b], autojunk=False)
    return tuple(
        Added(_words(quote, a[i:j]), _words(text, b[k:n]))
        for tag, i, j, k, n in matcher.get_opcodes()
        if tag in ("insert", "replace")
    )


def _words(text: str, tokens: list[re.Match[str]]) -> str:
    return text[tokens[0].start() : tokens[-1].end()] if tokens else ""


@remembered(4096)
def find_unresolved(text: str, language: str = "en") -> tuple[str, ...]:
    """Words of a stand-alone text whose meaning lies outside of it, in order: a pronoun before any name, a day of the
    week without its date, a body without its name. Of other languages than English nothing is said.
    """
    if not language.lower().startswith("en"):
        return ()
    found = sorted(
        {*_find_pronouns(text), *_find_pointing(text), *_find_bodies(text), *_find_days(text)}, key=lambda s: s.start
    )
    return tuple(dict.fromkeys(span.of(text) for span in found))


def _find_pronouns(text: str) -> Iterator[Span]:
    names = [m.start() for m in _NAME.finditer(text) if not _is_plain(m)]
    for match in _PRONOUN.finditer(text):
        before = text[: match.start()]
        if match.group().lower() in _PLURAL:
            if not _SOME_PLURAL.search(before):
                yield Span(*match.span())
        elif not names or names[0] >= match.start():
            yield Span(*match.span())


def _is_plain(match: re.Match[str]) -> bool:
    """A capital letter that only opens a sentence, or a day or month."""
    word = match.group().lower()
    if word in lexicon.WEEKDAYS or word in lexicon.MONTHS or match.group() in lexicon.SENTENCE_STARTERS:
        return True
    return match.start() <= 1 and (
        word in lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.POSSESSIVES or word.endswith("ly")
    )


def _find_pointing(text: str) -> Iterator[Span]:
    match = _POINTING.match(text)
    if match and not _EXPLETIVE.match(text):
        yield Span(*match.span("word"))


def _find_bodies(text: str) -> Iterator[Span]:
    match = _BODY.search(text)
    if match and not any(not _is_plain(m) for m in _NAME.finditer(text, 0, match.start())):
        yield Span(*match.span())


def _find_days(text: str) -> Iterator[Span]:
    for mention in find_dates(text):
        if _needs_day(mention) and not _NEAR_DATE.match(text, mention.span.end):
            yield mention.span


def _needs_day(mention: DateMention) -> bool:
    if mention.precision in ("relative", "week"):
        return mention.unit is not None
    return mention.precision == "weekday" and not mention.recurs
