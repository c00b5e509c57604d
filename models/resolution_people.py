"""The people of an article by their last names: who is named in full, since when, and where only in part."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from models import lexicon
from models.attribution_names import Roster, build_roster
from models.base import Span
from models.lexicon_names import FEMALE_NAMES, MALE_NAMES
from models.remembering import remembered

Gender = Literal["m", "f"]

_WORD = re.compile(r"(?<![\w’'-])[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_a-z][^\W\d_]+)*")
_TITLED = re.compile(
    r"\b(?P<title>Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|President|Senator|Governor|General|Secretary|Minister|Mayor|Judge|Justice"
    r"|Speaker|Chancellor|King|Queen|Prince|Princess|Pope|Ambassador|Congressman|Congresswoman|Representative|Leader)\.?\s"
    r"(?P<last>[A-Z][\w’-]+)(?!\s[A-Z])"
)
_SPEAKS = re.compile(
    r"(?P<before>[A-Z][\w’-]+)\s(?:said|says|told|added|wrote|tweeted|testified|argued|explained)\b"
    r"|\b(?:said|says)\s[A-Z][\w’-]+\s(?P<after>[A-Z][\w’-]+)"
)
_TITLE_BEFORE = re.compile(
    r"(?:^|[\s(“\"])(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof|Lt|Col|Sgt|Capt|President|Senator|Governor|General|Secretary|Minister"
    r"|Mayor|Judge|Justice|Speaker|Chancellor|Ambassador|Congressman|Congresswoman|Representative)\.?\s$"
)
_NAME_BEFORE = re.compile(
    r"[A-Z][\w’'-]*\.?\s$|\b(?:the|a|an|anti|pro|The|A|An|bin|ibn|van|von|de|der|den|del|della|di|da|al|el|la|le|dos)[\s-]$|[-–—/&@#]$"
)
_NAME_AFTER = re.compile(r"\s[A-Z]|[-/&]\w|\.\w|[’']s\s[A-Z]|\s(?:and|or|&)\s[A-Z]\w+[’']s\b")
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?:;”\"’)]\s+|\n\s*)[“\"‘(]?$")


_NO_NAMES = (
    lexicon.BODY_HEADS
    | lexicon.AUXILIARIES
    | lexicon.PREPOSITIONS
    | lexicon.DETERMINERS
    | lexicon.TITLES
    | lexicon.WEEKDAYS
    | frozenset(lexicon.MONTHS)
) - {"will", "june", "april", "may", "prince"}


_NO_LAST = _NO_NAMES | {"june", "april", "may"}


@dataclass(frozen=True)
class Partial:
    """A last name that stands alone, and the full name that it is part of."""

    span: Span
    full: str


@dataclass(frozen=True)
class Mention:
    """A place where somebody is named, by last name or in full."""

    start: int
    end: int
    last: str


@dataclass(frozen=True)
class People:
    """Who is named in an article. `full` holds only those whose last name can mean no one else."""

    text: str
    roster: Roster
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    full: dict[str, str]
    since: dict[str, int]

    def find_in(self, span: Span) -> list[Mention]:
        """Mentions of people within the span."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end, lo=first)
        return list(self.mentions[first:last])

    def find_partial(self, span: Span) -> Iterator[Partial]:
        """Last names that stand alone in the span and were named in full before it."""
        found = self.find_in(span)
        within = {m.last for m in found if m.last in self.full and self._is_full(m)}
        for mention in found:
            full = self.full.get(mention.last)
            if (
                full
                and mention.last not in within
                and self.since[mention.last] < span.start
                and self._is_alone(mention)
            ):
                yield Partial(Span(mention.start, mention.end), full)

    def find_gender(self, last: str) -> Gender | None:
        """From a title anywhere in the article, else from the first name; None where neither tells."""
        told = self.roster.gender.get(last)
        if told:
            return "m" if told == "m" else "f"
        first = (self.full.get(last) or last).split()[0].lower()
        return "m" if first in MALE_NAMES else "f" if first in FEMALE_NAMES else None

    def may_be(self, last: str, gender: Gender) -> bool:
        """Whether a pronoun of that gender can mean the person."""
        return self.find_gender(last) in (None, gender)

    def _is_full(self, mention: Mention) -> bool:
        return self.text[: mention.end].endswith(self.full[mention.last])

    def _is_alone(self, mention: Mention) -> bool:
        before = self.text[max(0, mention.start - 24) : mention.start]
        if _NAME_AFTER.match(self.text, mention.end, mention.end + 24):
            return False
        if _TITLE_BEFORE.search(before) or _SENTENCE_BEFORE.search(before):
            return True
        return not _NAME_BEFORE.search(before)


@remembered(2)
def find_people(text: str) -> People:
    """Everyone who is named in the text with first and last name, or with a title. Kept: two readers ask in turn."""
    roster = build_roster(text)
    titled = {m["last"].removesuffix("’s").removesuffix("'s") for m in _TITLED.finditer(text)}
    known = roster.by_last.keys() | titled
    words = ((m, m.group().removesuffix("’s").removesuffix("'s")) for m in _WORD.finditer(text))
    mentions = tuple(Mention(m.start(), m.start() + len(word), word) for m, word in words if word in known)
    human = titled | {m["before"] or m["after"] for m in _SPEAKS.finditer(text)}
    single = ((last, _find_name(names[0])) for last, names in roster.by_last.items() if len(names) == 1)
    full = {last: name for last, name in single if _is_person(name, human)}
    since = {last: text.find(name) for last, name in full.items()}
    certain = {last: name for last, name in full.items() if _is_introduced(mentions, last, since[last] + len(name))}
    return People(text, roster, mentions, tuple(m.start for m in mentions), certain, since)


def begins_name(word: str) -> bool:
    """Whether a capitalised word can open a person's name: "Against" and "The" cannot."""
    return word.lower() not in _NO_NAMES and word not in lexicon.SENTENCE_STARTERS


def _find_name(words: str) -> str:
    """The name without what stands in front of it: "Speaker Ada Brandt", "ambassador to Velm Ada Brandt"."""
    parts = words.split()
    first = next((i for i, part in enumerate(parts[:-1]) if part.lower() in MALE_NAMES | FEMALE_NAMES), 0)
    return " ".join(parts[first:])


def _is_person(name: str, human: set[str]) -> bool:
    """A first name that many bear, or a last name that has a title or speaks; else "Capitol Hill" would be one."""
    words = name.split()
    first = words[0].lower()
    if (
        any(word.lower() in _NO_NAMES for word in words[:1])
        or any(w.lower() in _NO_LAST for w in words[1:])
        or words[-1] in lexicon.SENTENCE_STARTERS
    ):
        return False
    return first in MALE_NAMES or first in FEMALE_NAMES or (words[-1] in human and len(words) == 2)


def _is_introduced(mentions: tuple[Mention, ...], last: str, end: int) -> bool:
    """Nobody of that last name is named before the full name is: who is, may be somebody else."""
    first = next((m for m in mentions if m.last == last), None)
    return first is not None and first.end >= end
