"""The scope of a statement: of which period, region and extent it speaks."""

import re

from models.base import Span

_SCOPES = {
    "period quarter": r"(?:first|second|third|fourth)[-\s]quarter|quarterly|quarter|Q[1-4]",
    "period half": r"(?:first|second)\s(?:half|six\smonths)\s(?:of\s(?:the\s)?year)?|half-year",
    "period year": r"full[-\s]year|annual(?:ly)?|yearly|year-round|12\smonths"
    r"|(?:per|a|last|this|for\sthe|whole|entire)\syear",
    "period month": r"monthly|(?:per|a|last|this|in\sthe|for\sthe)\smonth",
    "period week": r"weekly|(?:per|a|last|this|for\sthe)\sweek",
    "period day": r"daily|(?:per|a)\sday|24\shours",
    "period decade": r"decades?|(?:ten|10)[-\s]year",
    "region world": r"world(?:wide)?|global(?:ly)?",
    "region country": r"nation(?:al|wide|ally)?|country(?:wide)?|federal",
    "region state": r"state(?:wide)|province-wide|provincial|region(?:al|wide)?",
    "region city": r"city(?:wide)?|metropolitan|downtown|borough|district|municipal",
    "extent part": r"so\sfar|initial(?:ly)?|preliminary|early\scount|to\sdate|as\sof|alone",
    "extent whole": r"in\stotal|overall|altogether|final(?:ly)?|combined|in\sall|full\scount",
}
_PATTERNS = {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in _SCOPES.items()}


def find_scopes(text: str) -> tuple[tuple[str, Span], ...]:
    """The scopes that the text names, each with its first words."""
    found = ((name, pattern.search(text)) for name, pattern in _PATTERNS.items())
    return tuple((_precise(name, match[0]), Span(match.start(), match.end())) for name, match in found if match)


def _precise(name: str, words: str) -> str:
    """The second quarter is another scope than the third."""
    which = re.match(r"(first|second|third|fourth)\b", words.lower())
    return f"{name} {which[1]}" if which else name
