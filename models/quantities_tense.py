"""Whether the words around "on Friday" look back or ahead."""

import re
from typing import Literal

from models.base import Span

Tense = Literal["past", "future", "unsure"]

_REPORTED = re.compile(
    r"\b(?:said|told|announced|wrote|tweeted|testified|ruled|voted|declared|confirmed|reported|released|published|signed)"
    r"(?:\s(?!to\b|that\b|will\b|would\b)[\w’']+){0,3}\s(?:on\s|in\s|late\s|early\s|late\son\s|early\son\s|in\smid-)?$"
)
_FUTURE = re.compile(
    r"\b(?:will|won[’']t|shall|would|could|may|might|(?:plan|hope|intend|vow|want|expect|need)(?:s|ed)?\sto"
    r"|(?:is|are|was|were|be)\s(?:\w+\s)?(?:set|scheduled|expected|slated|due|going|poised|planning|planned|likely)"
    r"|set\sto|scheduled|slated|upcoming|ahead\sof|to\s(?:be|vote|meet|hold|begin|start|testify|appear|take|speak))\b"
    r"|[’']ll\b"
)  # fmt: skip
_PAST = re.compile(
    r"\b(?:\w{2,}ed|was|were|had|did|said|told|wrote|came|went|took|made|got|gave|left|met|held|began|won|lost|led|ran|saw"
    r"|fell|rose|spoke|sent|found|died|struck|shot|put|set|cut|hit|broke|brought|built|bought|sold|became|grew|knew|kept"
    r"|laid|paid|read|sat|stood|taught|thought|threw|drew|drove|flew|fought|hung|heard|felt|swore|sought|quit|split|shut"
    r"|spent|has\sbeen|have\sbeen)\b"
)
_BREAK = re.compile(r"[;:—–]|,\s|\s(?:that|who|which|but|while)\s")
_AROUND = 160


def find_tense(text: str, span: Span) -> Tense:
    """From the verbs of the clause that the span stands in, then of the whole text; "unsure" where they disagree."""
    before = text[max(0, span.start - _AROUND) : span.start]
    if _REPORTED.search(before):
        return "past"
    after = text[span.end : span.end + _AROUND]
    if len(_BREAK.split(before)[-1].split()) < 2 and (opened := _find_first_verb(after)):
        return opened
    return (
        _find_last_verb(_BREAK.split(before)[-1])
        or _find_first_verb(_BREAK.split(after)[0])
        or ("past" if _PAST.search(text) and not _FUTURE.search(text) else "unsure")
    )


def _find_last_verb(before: str) -> Tense | None:
    """The verb nearest to the day; "was expected" looks ahead, though it is a past form."""
    ahead = [match.span() for match in _FUTURE.finditer(before)]
    back = [m.start() for m in _PAST.finditer(before) if not any(a <= m.start() < b for a, b in ahead)]
    if not ahead and not back:
        return None
    return "future" if ahead and (not back or ahead[-1][0] > back[-1]) else "past"


def _find_first_verb(after: str) -> Tense | None:
    """ "On Friday, X did": the day opens its clause, and the first verb behind it tells."""
    ahead, back = _FUTURE.search(after), _PAST.search(after)
    if ahead and (back is None or ahead.start() <= back.start()):
        return "future"
    return "past" if back else None
