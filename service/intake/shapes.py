"""What a single short line is when it is not the article: told from its shape, not from its words."""

import re

from service.intake.blocks import Block
from service.intake.dates import find_dates

_CAPITALISED = r"[^\W\d_a-zà-ÿ][\w'’.-]*"
NAME = rf"{_CAPITALISED}(?:\s(?:(?:al|bin|da|de|del|der|di|el|la|le|of|van|von)\s){{0,2}}{_CAPITALISED})*"
"""A pattern for a name: capitalised words, with the usual particles between them."""

NAMES = rf"{NAME}(?:(?:,\s(?:and\s)?|\s(?:and|und|et|y|&)\s){NAME})*"
"""A pattern for one or more names."""

_BY = re.compile(rf"^[*_]{{0,3}}(?:By|BY|by|Von|Par|Por)\s(?P<names>{NAMES})")
# "Reported that" is news, "reported from Geneva" is not; a hand in the work is named by its noun.
_WROTE = (
    r"(?:(?:reported|reporting|writing)\s(?:from|by)\s(?=[A-Z])"
    r"|contribut(?:ed|ing)\b|(?:edit|translat|compil)(?:ed|ing)\sby\s)"
)
_HAND_IN_IT = r"(?:reporting|contributions|assistance|editing|writing|translation)\s(?:from|by)\s(?=[A-Z])"
_REPORTED = re.compile(
    rf"^[^\w“\"]{{0,4}}(?:(?P<names>{NAMES})(?:\sin\s{NAMES})?(?:\salso)?\s{_WROTE}"
    rf"|(?:\w+\s)?(?i:{_HAND_IN_IT}))"
)
_REPORTING_BY = re.compile(rf"^\W{{0,4}}[Rr]eporting\sby\s(?P<names>{NAMES})")
_PERSON_FROM = re.compile(rf"(?:^|\band\s|,\s)({NAME})\s(?:reported\sfrom|from)\b")
_DASHED_NAME = re.compile(rf"^[—–-]+\s?{NAMES}$")
FIRST_IN = re.compile(
    rf"\b(?:originally|first)\s(?:published|appeared|ran|reported)\s(?:in|on|by|at)\s(?P<outlet>(?:the\s)?{NAME})"
)
"""A note on where a text stood before."""

_SPEECH_OR_CONTENT = re.compile(r"[“”\"«»]|\bthat\b")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright)\W{0,4}(?:©|\(c\))?\s?(?:19|20)\d\d|^\W*(?:©|\(c\)).{0,80}\b(?:19|20)\d\d",
    re.IGNORECASE,
)
# (Name/Agency), Name / Agency, or a name in brackets behind the full stop of a caption.
_CREDIT = re.compile(
    r"^\([^()]{3,80}\)$|\([^()]{3,60}/\s?[^()]{2,40}\)$"
    r"|[^\W\d_]\s?/\s?[A-Z][\w ]{1,30}$|[.!?]\s\([A-Z][^()]{2,60}\)$"
)
_LABELLED = re.compile(r"^[^\W\d_][^.!?:\n]{0,28}:\s+\S")
_LETTER = re.compile(r"[^\W_]")


def find_shape(block: Block) -> str | None:
    """Why the line is furniture wherever it stands, None if its shape does not tell.

    The answer is a reason that a Passed carries: separator, address, copyright, date, byline, credit.
    """
    if not block.short:
        return None
    checks = (
        ("separator", _is_separator),
        ("address", _is_address),
        ("copyright", _is_copyright),
        ("date", _is_date),
        ("byline", is_byline),
        ("credit", _is_credit),
    )
    return next((reason for reason, holds in checks if holds(block)), None)


def is_labelled(block: Block) -> bool:
    """Whether the line is a label, a colon and a value, as in a list of tags; no sentence with a colon."""
    if not block.short or block.words > 14 or block.stops or block.opens_quote:
        return False
    return bool(_LABELLED.match(block.text))


def is_byline(block: Block) -> bool:
    """Whether the line only says who wrote the article, or from where it was reported."""
    if not block.short or block.words > 30 or _SPEECH_OR_CONTENT.search(block.text):
        return False
    if _BY.match(block.text):
        return not block.stops and block.words <= 14
    return bool(_REPORTED.match(block.text) or _DASHED_NAME.match(block.text))


def find_byline_names(block: Block) -> str | None:
    """The names in a byline, as written and joined by commas; None if it gives none."""
    by = _BY.match(block.text)
    if by:
        return _without_role(by["names"])
    reported = _REPORTING_BY.match(block.text) or _REPORTED.match(block.text)
    if reported is None or not reported["names"]:
        return None
    # "A reported from X, and B from Y": what stands before each "from" is a person.
    return ", ".join(_PERSON_FROM.findall(block.text)) or reported["names"]


def _without_role(names: str) -> str:
    """Names without what follows a comma, unless they are a list that ends with "and": that is a role."""
    listed = re.search(r"\s(?:and|und|et|y|&)\s", names)
    return (names if listed else names.partition(",")[0]).rstrip(" .,*_")


def _is_separator(block: Block) -> bool:
    return not _LETTER.search(block.text) or block.text.isdecimal()


def _is_address(block: Block) -> bool:
    """An address, with no more than a few words before or behind it."""
    left = block.without_addresses
    if left is None:
        return False
    words = len(left.split())
    return words <= 3 or (words <= 8 and "\n" not in left and not block.holds_sentence)


def _is_copyright(block: Block) -> bool:
    return block.words <= 40 and bool(_COPYRIGHT.search(block.text))


def _is_date(block: Block) -> bool:
    """A full date that makes up half of the line, or stands in a short line without a sentence."""
    dates = find_dates(block.text) if block.words <= 20 else []
    if not dates:
        return False
    covered = sum(len(_LETTER.findall(block.text[one.start : one.end])) for one in dates)
    rest = len(_LETTER.findall(block.text)) - covered
    return rest <= covered or (not block.stops and block.words <= 12)


def _is_credit(block: Block) -> bool:
    if block.words > 40 or block.opens_quote:
        return False
    return bool(_CREDIT.search(block.text) or (block.words <= 20 and FIRST_IN.search(block.text)))
