"""Whom "He" or "Her" at the beginning of a sentence means, where the sentences before leave one person only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.base import Span
from models.resolution_people import Gender, People

_OPENING = re.compile(
    r"(?:(?:But|And|Yet|So|Still|Then|Later|However|Instead|Also|Now),?\s|In\s(?:1[89]|20)\d\d,\s)?(?P<pronoun>He|She|he|she|His|Her)"
    r"(?=\s[a-z]|[’'](?:s|d|ll)\s)"
)
_CLOSED = re.compile(r"[.!?…][\"”’)]?$")
_VERBS = (
    r"(?:said|says|told|tells|added|adds|wrote|writes|explained|explains|testified|noted|argued|recalled|replied|asked)"
)
_SAYS = re.compile(rf"\b{_VERBS}\s(?:[A-Z][\w.’'-]*\s)*$|\baccording\sto\s(?:[A-Z][\w.’'-]*\s)*$")
_SAID = re.compile(rf"(?:,[^.!?]{{1,110}},)?\s(?:also\s|later\s|then\s|has\s)?{_VERBS}\b")
_OBJECT = re.compile(r"\sto\b|\s(?:and|or)\b")
_ROLES = re.compile(
    r"\b(?:president|minister|mayor|governor|senator|congressman|congresswoman|lawmaker|judge|lawyer|attorney|officer|official"
    r"|spokesman|spokeswoman|spokesperson|chairman|director|secretary|general|ambassador|adviser|advisor|aide|candidate|nominee"
    r"|man|woman|boy|girl|father|mother|son|daughter|brother|sister|wife|husband|friend|colleague|boss|leader|king|queen"
    r"|prosecutor|suspect|victim|witness|reporter|journalist|professor|doctor|teacher|student|soldier|author|actor|actress|singer"
    r"|owner|executive|founder|rival|opponent|critic|predecessor|successor|whistleblower|driver|nurse|patient|pastor|priest|bishop"
    r"|pope|guest|host|anchor|who|someone|somebody|anyone|everyone|person|individual|partner|deputy|counsel|staffer|congressperson"
    r"|representative|agent|detective|sheriff|chief|coach|player|writer|editor|voter|caller|uncle|aunt|cousin|nephew|niece"
    r"|grandfather|grandmother|widow|fiancée?|girlfriend|boyfriend|child|baby|teenager|veteran|millionaire|billionaire)\b"
)
_ANOTHER_SUBJECT = re.compile(
    r"^[\"“‘']?(?:\w+,?\s)?(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Ii]t|I|[Yy]ou)\s(?:[a-z]+\s){1,3}(?:[A-Z]|$)|\b(?:called|urged|asked|accused|praised"
    r"|criticized|blamed|told|attacked|thanked|met|hired|fired|named|replaced|joined|charged|sued|defended|mocked|interviewed"
    r"|arrested)\s(?:[A-Z][\w.’'-]*\s)*$"
)
"""In "He called Rell …", "The council thanked Rell …": somebody else is what the sentence is about."""
_APPOSED = re.compile(
    r"(?:,\s(?:the|a|an|who|whose|then|now|former)\b|,\s(?:[\w’'-]+\s){0,3}$|\bas\s(?:the|a|an)?\s?[\w\s-]*$)"
)


@dataclass(frozen=True)
class Pronoun:
    """A pronoun that stands for a subject or its possession, in a sentence that begins at `opens`."""

    span: Span
    opens: int
    gender: Gender
    possessive: bool


@dataclass(frozen=True)
class Antecedent:
    """The person that a pronoun means, and the sentence in which that was certain."""

    name: str
    gender: Gender | None


def find_opening_pronoun(text: str, span: Span) -> Pronoun | None:
    """The pronoun that opens a sentence, after a linking word at most."""
    match = _OPENING.match(text, span.start, span.end)
    if match is None:
        return None
    word = match["pronoun"].lower()
    if _OBJECT.match(text, match.end()):
        return None
    return Pronoun(
        Span(*match.span("pronoun")), span.start, "m" if word in ("he", "his") else "f", word in ("his", "her")
    )


def find_antecedent(
    text: str, pronoun: Pronoun, people: People, previous: Sequence[Span], carried: Antecedent | None
) -> Antecedent | None:
    """The only person in the sentence before who can be meant; None where there is none, or a second."""
    before = previous[-1] if previous else None
    if before is None or not _leads_on(text, before, pronoun.opens):
        return None
    named = dict.fromkeys(m.last for m in people.find_in(before))
    if carried and not named and not _ROLES.search(text, before.start, before.end):
        return carried if carried.gender in (pronoun.gender, None) else None
    if len(named) != 1:
        return None
    (last,) = named
    full = people.full.get(last)
    if full is None or people.since[last] >= before.end or people.find_gender(last) != pronoun.gender:
        return None
    certain = is_subject(text, before, people) and not _names_another(text, before, last)
    return Antecedent(full, pronoun.gender) if certain else None


def _leads_on(text: str, before: Span, start: int) -> bool:
    """Whether the sentence before is a whole one, and in the same paragraph or the one before."""
    closed = _CLOSED.search(text, max(before.start, before.end - 3), before.end)
    return bool(closed) and start - before.end <= 3


def is_subject(text: str, sentence: Span, people: People) -> bool:
    """The person is named early, not after a preposition ("In a letter to Rell, the union …" means the union), nor as
    the object of somebody else ("He called Rell …").
    """
    first = people.find_in(sentence)[0]
    before = text[sentence.start : first.start]
    if len(before.split()) > 6 or re.match(r"[’']s\b", text[first.end : first.end + 2]):
        return False
    if _ANOTHER_SUBJECT.search(before):
        return False
    return not re.search(
        r"\b(?:to|for|of|with|by|from|against|about|on|at|like|than|than|and|or|under|over)\s(?:[A-Z][\w.’'-]*\s)*$",
        before,
    )


def _names_another(text: str, sentence: Span, last: str) -> bool:
    """A role that is not the person's own, as in "his lawyer said": somebody else, who may be meant as well."""
    for match in _ROLES.finditer(text, sentence.start, sentence.end):
        ahead = text[match.end() : match.end() + 48]
        if re.match(r"\s(?:[A-Z][\w.’'-]*\s){0,3}" + re.escape(last), ahead):
            continue
        between = text[sentence.start : match.start()]
        if last in between and _APPOSED.search(between[between.rindex(last) + len(last) :]):
            continue
        return True
    return False


def speaks_or_acts(text: str, sentences: Sequence[Span], people: People, last: str) -> bool:
    """Whether the sentences have the person say something, or as what they are about."""
    for sentence in sentences:
        found = people.find_in(sentence)
        if found and found[0].last == last and is_subject(text, sentence, people):
            return True
        for mention in (m for m in found if m.last == last):
            before, after = text[max(0, mention.start - 60) : mention.start], text[mention.end : mention.end + 140]
            if _SAYS.search(before) or _SAID.match(after):
                return True
    return False
