"""Ordinal numbers written as words: "the third meeting"."""

import re
from collections.abc import Iterator

from models.base import Span
from models.quantities_grammar import Quantity
from models.quantities_nouns import find_noun
from models.quantities_numbers import ORDINALS

_ORDINAL = re.compile(
    rf"\b(?P<word>{'|'.join(ORDINALS)})\b(?![-\s]+(?:of\b|minister|lady|ladies|responders?|famil|hand|party|name|degree"
    r"|rate|class|step|half\b|base|glance)|,)",
    re.IGNORECASE,
)
_BEFORE_ORDINAL = re.compile(
    r"(?:\b(?:the|a|his|her|its|their|our|my|your|this)(?:\s(?:entire|own|only|whole|very|brand|new))?|\b(?:very|for|in)"
    r"|[’']s|s[’']|ed)\s$",
    re.IGNORECASE,
)
_RANK = re.compile(r"\bNo\.\s?(?P<rank>[1-9]\d{0,2})\b(?![:.,/-]\d)")
_RANKED = re.compile(r"(?:finish|plac|came|coming|rank|in)(?:ed|ing|e|es)?\s$")


def find_ordinals(text: str) -> Iterator[Quantity]:
    """Ordinals that something has: "he first said" holds none, and "the First Amendment" is a name."""
    for match in _ORDINAL.finditer(text):
        word, before = match["word"], text[max(0, match.start() - 12) : match.start()]
        if not _BEFORE_ORDINAL.search(before) or _is_named(text, match):
            continue
        if before.endswith("in the ") and text.startswith(" place", match.end()):
            continue  # "not in the first place"
        noun = find_noun(text, match.end(), hyphen=False, single=True)
        ranked = bool(_RANKED.search(before))
        if re.search(r"(?:ed|in)\s$", before) and not ranked:
            continue
        if noun is None and not ranked:
            continue
        value, unit = float(ORDINALS[word.lower()]), noun[0] if noun else None
        yield Quantity(value, value, unit, None, Span(*match.span()), unit, ordinal=True, kind="ordinal")


def find_ranks(text: str) -> Iterator[Quantity]:
    """ "the No. 2 official"."""
    for match in _RANK.finditer(text):
        noun = find_noun(text, match.end(), hyphen=False, single=True)
        value, unit = float(match["rank"]), noun[0] if noun else None
        yield Quantity(value, value, unit, None, Span(*match.span()), unit, ordinal=True, kind="ordinal")


def _is_named(text: str, match: re.Match[str]) -> bool:
    """ "the First Amendment" is a name, and so is "Second Avenue"."""
    return match["word"][0].isupper() and bool(re.match(r"\s[A-Z]", text[match.end() : match.end() + 2]))
