"""Ordinal numbers written as words: "the third meeting"."""

import re
from collections.abc import Iterator

from models.base import Span
from models.quantities_grammar import Quantity
from models.quantities_nouns import find_hyphened, find_noun
from models.quantities_numbers import ORDINALS

_ORDINAL = re.compile(
    rf"\b(?P<word>{'|'.join(ORDINALS)})\b(?!(?<=eleventh)[-\s]hour|[-\s]to[-\s]last|[-\s]+(?:of\b|(?:hour|day|week|month|year|decade)\sand\sa\shalf|third\b|minister|lady|ladies|responders?|famil|hand|party|name|degree"
    r"|rate(?!\s(?:cut|hike|increase|rise|reduction))|class|half\b|base|glance|couple|daughter|amendment\b(?!\sto\b)|things?\b|and\sforemost|off\b|world|resort))",
    re.IGNORECASE,
)
_BEFORE_ORDINAL = re.compile(
    r"(?:\b(?:the|a|his|her|its|their|our|my|your|this)(?:\s(?:entire|own|only|whole|very|brand|new|close|distant|strong|weak|solid|surprising|disappointing))?|\b(?:very|for|in)"
    r"|[’']s|s[’']|ed)\s$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(r"\bat\sleast\s(?:the|a|his|her|its|their|our|my)\s$", re.IGNORECASE)
_SUPERLATIVE = re.compile(r"-[a-z]{3,}est\b")
"""In "the second-longest he has held" there is no noun."""
_RANK = re.compile(r"\bNo\.\s?(?P<rank>[1-9]\d{0,2})\b(?![:.,/-]\d)")
_NUMBERED = re.compile(
    r"\b(?:Federalist|Proposition|Prop\.|Measure|Resolution|Order|Case|Symphony|Issue|Question|Suite|Sonata|Concerto|Chanel)\s$"
)
"""In "Federalist No. 77" the number is a name."""
_RANKED_TOO = re.compile(r"(?:\band\s(?:\w+\s)?|,\s(?:and\s)?(?:[A-Z][\w’'-]+\s)+|,\s(?:and\s)?)$")
"""Behind one who placed third: ", Brandt fourth"."""
_IS = re.compile(r"[A-Z]\w+\s(?:is|was)\s$")
_ALONE = re.compile(r"[,.;]|\s(?:in|and|with|at)\b")
_RANKED = re.compile(
    r"\b(?:into|(?:is|was)\s(?:now|currently|still)|(?:finish|plac|came|coming|rank|in)(?:ed|ing|e|es)?|tied\sfor|(?:rose|risen|fell|fallen|slipped|climbed|moved)\sto)\s$"
)


def find_ordinals(text: str) -> Iterator[Quantity]:
    """Ordinals that something has: "he first said" holds none, and "the First Amendment" is a name."""
    ranked = False
    for match in _ORDINAL.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        ranked = _is_ranked(text, match, before, further=ranked)
        if text.startswith(",", match.end()) and not ranked:
            continue  # "second, the mayor lied"
        if _is_named(text, match) or not (ranked or _BEFORE_ORDINAL.search(before)):
            continue
        if before.endswith("in the ") and text.startswith((" place", " instance"), match.end()):
            continue  # "not in the first place"
        noun = _find_numbered(text, match.end())
        best = noun is None and _SUPERLATIVE.match(text, match.end())
        if not (ranked or best) and (noun is None or re.search(r"(?:ed|in)\s$", before)):
            continue
        value, unit = float(ORDINALS[match["word"].lower()]), noun[0] if noun else None
        bound = _AT_LEAST.search(before)
        span = Span(match.start() - len(bound.group()) if bound else match.start(), match.end())
        approx = "at least" if bound else None
        yield Quantity(value, value, unit, approx, span, unit, ordinal=True, kind="ordinal")


def _find_numbered(text: str, at: int) -> tuple[str, int] | None:
    """ "First grade teacher" numbers a grade, as "first-grade teacher" does; an "eighth floor hall" is on a floor."""
    if text.startswith((" grade ", " grader", " floor "), at):
        return text[at + 1 : at + 6], at + 6
    return find_hyphened(text, at) if text.startswith("-", at) else find_noun(text, at, hyphen=False, single=True)


def _is_ranked(text: str, match: re.Match[str], before: str, *, further: bool) -> bool:
    """ "Brandt finished third, Rell fourth", "Odo is fifth in Velm"; `further`: the last one in the text was."""
    if _RANKED.search(before) or (further and _RANKED_TOO.search(before)):
        return True
    return bool(_IS.search(before) and _ALONE.match(text, match.end()))


def find_ranks(text: str) -> Iterator[Quantity]:
    """ "the No. 2 official"."""
    for match in _RANK.finditer(text):
        if _NUMBERED.search(text, max(0, match.start() - 16), match.start()):
            continue
        noun = find_noun(text, match.end(), hyphen=False, single=True)
        value, unit = float(match["rank"]), noun[0] if noun else None
        yield Quantity(value, value, unit, None, Span(*match.span()), unit, ordinal=True, kind="ordinal")


def _is_named(text: str, match: re.Match[str]) -> bool:
    """ "the First Amendment" is a name, and so is "Second Avenue"."""
    return match["word"][0].isupper() and bool(re.match(r"\s[A-Z]", text[match.end() : match.end() + 2]))
