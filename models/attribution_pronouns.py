"""Whom "he" or "she" means before an attributing word: the last speaker, or the one named, when it is certain."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from models import lexicon
from models.attribution_quotes import Quotation
from models.base import Span, Speaker
from models.resolution_people import Gender, Mention, People
from models.resolution_pronouns import is_subject

_REACH = 900
_GENDERS: dict[str, Gender] = {"he": "m", "she": "f"}
_OBJECT_OF = re.compile(r"(?:ing|ed)\s(?:[A-Z][\w.’'-]*\s)*$")
_OF_NAME = re.compile(r"-\w|\s(?:administration|campaign|supporters?|team|allies|aides?|officials|voters)\b")
_BEGINS = re.compile(r"(?:^|[.!?”\"]\s+|\n\s*)(?:[A-Z][\w.]*\s){0,2}$")
_SUBJECT = re.compile(r"(?:(?<=[.!?]\s)|(?<=\n))(?P<name>[A-Z][a-z]+)\s(?:was|is|has|had|did|does|[a-z]{3,}ed)\b")
_NOBODY = frozenset("nobody everybody everyone someone neither none anyone it he she they we".split()).union(
    lexicon.BODY_HEADS, lexicon.PREPOSITIONS, lexicon.CONJUNCTIONS, lexicon.DETERMINERS, lexicon.WEEKDAYS
)
_ARTICLES = frozenset("the a an".split())


@dataclass(frozen=True)
class Scene:
    """An article, who is named in it, and its quotations in their order.

    Who is named only within quotations is not meant by a pronoun outside: people speak of others.
    """

    text: str
    people: People
    quotations: Sequence[Quotation]

    def find_named(self, region: Span) -> list[Mention]:
        """Who is named in the region outside quotations; "the Brandt campaign" is somebody else."""
        found = (m for m in self.people.find_in(region) if not self._is_quoted(m))
        return [m for m in found if not _OF_NAME.match(self.text, m.end, m.end + 16)]

    def _is_quoted(self, mention: Mention) -> bool:
        at = bisect_right(self.quotations, mention.start, key=lambda q: q.start) - 1
        return at >= 0 and mention.start < self.quotations[at].end

    def find_full(self, last: str) -> str | None:
        """The one full name that ends in it; the name itself where only a title told that it is a person's."""
        names = self.people.roster.by_last.get(last, ())
        return names[0] if len(names) == 1 else None if names else last


def resolve_pronoun(
    scene: Scene, speaker: Speaker, last: Speaker | None, *, sentence: Span, previous: Span | None
) -> str | None:
    """The name of whom the speaker's pronoun means; None where two may be meant, or nobody is known.

    `last` is who spoke last, `sentence` the pronoun's own and `previous` the one before.
    """
    gender = _GENDERS[speaker.name.lower()]
    within = Span(sentence.start, speaker.start)
    own = _find_subject(scene, within, gender)
    if own and scene.people.find_gender(own) == gender:
        return scene.find_full(own)
    if last and last.start <= speaker.start < last.end + _REACH and (named := _find_last_name(last.name)):
        known = named in scene.people.roster.by_last and last.name.split()[0][0].isupper()
        others = scene.find_named(Span(last.end, speaker.start)) if last.end < speaker.start else []
        if not known or not scene.people.may_be(named, gender) or _names_another(scene, others, named, gender):
            return None
        return None if _opens_with_another(scene.text, Span(last.end, speaker.start), named) else last.name
    region = Span(previous.start, speaker.start) if previous else within
    found = {m.last for m in scene.find_named(region) if scene.people.may_be(m.last, gender)}
    subject = _find_subject(scene, previous, gender) if previous else None
    return scene.find_full(subject) if subject and found == {subject} else None


def _find_subject(scene: Scene, part: Span, gender: Gender) -> str | None:
    """The one person named in the part of a sentence, as its subject."""
    named = scene.find_named(part)
    if len({m.last for m in named}) != 1 or not scene.people.may_be(named[0].last, gender):
        return None
    before = scene.text[part.start : named[0].start]
    if scene.people.find_in(part)[0] != named[0] or _OBJECT_OF.search(before):
        return None
    return named[0].last if is_subject(scene.text, part, scene.people) else None


def _find_last_name(name: str) -> str | None:
    """The last name of what may be a person; None for a body or a common noun."""
    words = name.split()
    if words[0].lower() in _ARTICLES or not words[-1][0].isupper() or len(words) > 4 or "and" in words:
        return None
    body = words[-1].lower() in lexicon.BODY_HEADS or words[-1].isupper() or words[-1].endswith("s")
    return None if body and len(words) == 1 else words[-1]


def _opens_with_another(text: str, region: Span, last: str) -> bool:
    """ "Rell was …" between: a name that the article gives only in part, but that a sentence is about."""
    for match in _SUBJECT.finditer(text, region.start, region.end):
        name = match["name"]
        starter = name in lexicon.SENTENCE_STARTERS or name.lower() in _NOBODY
        if name != last and not starter and not name.endswith("s"):
            return True
    return False


def _names_another(scene: Scene, named: Sequence[Mention], last: str, gender: Gender) -> bool:
    """Whether somebody else is named who may be meant; by title alone only where a sentence begins with it."""
    for mention in named:
        if mention.last == last or not scene.people.may_be(mention.last, gender):
            continue
        if mention.last in scene.people.roster.by_last:
            if any(len(full.split()) == 2 or "." in full for full in scene.people.roster.by_last[mention.last]):
                return True
        elif _BEGINS.search(scene.text[max(0, mention.start - 40) : mention.start]):
            return True
    return False
