"""Which body "the ministry" is, where the article has named one only."""

import re

from models.base import Span

_HEADS = (
    "ministry|department|agency|committee|commission|bureau|university|institute|foundation|association|county"
    "|federation"
)
_DEFINITE = re.compile(
    rf"\b(?P<article>[Tt]he)\s(?P<head>{_HEADS})(?![\w-])(?!\s(?:of|for|on|that|which|where|store|chairman|chair|official)\b)"
)
_NAMED = re.compile(
    rf"\b(?:(?:[A-Z][\w.’&-]*\s(?:and\s|of\s|the\s)?){{1,4}}(?P<last>(?i:{_HEADS}))\b"
    rf"(?:\s(?:of|for|on)\s(?:the\s)?[A-Z][\w’-]+(?:\s(?:and\s)?[A-Z][\w’-]+)*)?"
    rf"|(?P<first>(?i:{_HEADS}))\s(?:of|for|on)\s(?:the\s)?[A-Z][\w’-]+(?:\s(?:and\s|of\s)?[A-Z][\w’-]+)*)"
)
_LEADING = re.compile(
    r"^(?:(?:The|A|An|In|At|On|By|But|And|When|If|As|For|From|With|While|After|Before|Its|His|Her|Their|US|U\.S\.)\s)+"
)
_BACK = 1_500


def find_body(text: str, span: Span) -> tuple[Span, str] | None:
    """The first "the ministry" of the span and the full name for it; None where no name, or a second, is near."""
    match = _DEFINITE.search(text, span.start, span.end)
    if match is None:
        return None
    head = match["head"].lower()
    near = max(0, match.start() - _BACK)
    names = {name for m in _NAMED.finditer(text, near, match.start()) if (name := _read(m, head))}
    if len(names) != 1 or _has_other(text, near, match.start(), head):
        return None
    (name,) = names
    return Span(*match.span()), f"{match['article']} {name}"


def _read(match: re.Match[str], head: str) -> str | None:
    found = match["last"] or match["first"] or ""
    if found.lower() != head or not found[0].isupper():
        return None
    name = _LEADING.sub("", re.split(r"[’']s\b", match.group())[0])
    return name if len(name.split()) > 1 else None


def _has_other(text: str, start: int, end: int, head: str) -> bool:
    """Another body of that kind without a name: "a department", "the police department", "departments"."""
    plural = head[:-1] + "ies" if head.endswith("y") else head + "s"
    other = re.compile(rf"\b(?:(?:a|an|another|each|every|his|her|its|their|[a-z]{{3,}})\s{head}|{plural})\b")
    found = (m.group() for m in other.finditer(text, start, end))
    return any(not words.startswith("the ") for words in found)
