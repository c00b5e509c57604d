"""Quotations of a text: where direct words begin and end, also over several paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.base import Span

_MARK = re.compile(
    r"''|[\"“”„«»‘’\n]|'(?:(?<=[:,]\s')(?=[A-Z])|(?<=^')(?=[A-Z])|(?<=[\w.,!?…]')(?=[\s,.;)]|$))", re.MULTILINE
)
"""Of the straight single marks those that may open direct words, after a colon or comma or a line, or close them."""
_LATER = re.compile(r"[^‘“”\"\n]{0,600}?(?<=[.,!?…])’(?!\w)")
_SINGLE_CLOSE = re.compile(r"[.,!?…](?='(?!\w))|[^\W_s](?='(?!\w))|s(?='(?!\w|\s[a-z]))|\n")
_BEFORE_CLOSE = ".,!?…"
_CLOSING = {"“": "”", "„": "“”", "«": "»", "‘": "’"}
_STRAIGHT = ("''", '"')
_DOUBLE_OPENERS = frozenset((*_STRAIGHT, "“", "«", "„"))


@dataclass(frozen=True)
class Quotation:
    """Direct words with their marks; `continues` when the next paragraph re-opens the same quotation."""

    start: int
    end: int
    continues: bool = False

    @property
    def span(self) -> Span:
        """The quotation with its marks."""
        return Span(self.start, self.end)

    @property
    def length(self) -> int:
        """Code points, marks included."""
        return self.end - self.start


def find_quotations(text: str) -> list[Quotation]:
    """Quotations in order, disjoint, marks included; one left open counts up to the end of its paragraph."""
    return list(_find_quotations(text))


def _find_quotations(text: str) -> Iterator[Quotation]:
    opened: tuple[str, int] | None = None
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        if mark == "\n":
            if opened and not _is_wrap(text, at):
                yield from _close_at_paragraph(text, opened, at)
                opened = None
        elif opened is None:
            opened = (mark, at) if _is_opening(text, mark, at) else None
        elif _is_closing(text, opened[0], mark, at):
            yield Quotation(opened[1], match.end())
            opened = None
        elif opened[0] in "‘'" and (mark == "“" or (opened[0] == "'" and _is_opening(text, mark, at))):
            opened = (mark, at)  # the single mark was an apostrophe
    if opened:
        yield from _close_at_paragraph(text, opened, len(text))


def _is_wrap(text: str, at: int) -> bool:
    """A line break within a paragraph: the next line goes on in lower case."""
    return text[at + 1 : at + 2].islower()


def _is_opening(text: str, mark: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + len(mark) : at + len(mark) + 1]
    if mark in "“„«":
        return True
    if mark == "'":
        return (not before or before.isspace()) and after.isupper() and _is_sentence_within(text, at)
    if mark in _STRAIGHT or mark == "‘":
        return bool(after.strip()) and (not before or before.isspace() or before in "([{—–-:,.!?‘'/")
    return False


def _is_closing(text: str, opener: str, mark: str, at: int) -> bool:
    if opener in _STRAIGHT:
        return mark == opener or (mark == "”" and opener == '"')
    if opener == "'":
        return mark == opener and not text[at + 1 : at + 2].isalnum() and not _is_plural_owner(text, at)
    if mark not in _CLOSING[opener]:
        return opener == "“" and (mark == '"' or (mark == "“" and _is_turned(text, at)))
    after = text[at + 1 : at + 2]
    return opener != "‘" or not (after.isalnum() or (_is_plural_owner(text, at) and _closes_later(text, at)))


def _is_sentence_within(text: str, at: int) -> bool:
    """Whether a straight single mark opens a sentence, not a few words of a headline ("'Far too late' for Velm")."""
    closing = _SINGLE_CLOSE.search(text, at + 1)
    if closing is None:
        return False
    if closing.group() == "\n":
        return text[closing.end() : closing.end() + 3].lstrip("\n").startswith("'")
    return closing.group() in _BEFORE_CLOSE or not text[closing.end() + 1 : closing.end() + 3].strip()[:1].isalnum()


def _is_plural_owner(text: str, at: int) -> bool:
    """ "the workers’ rights": an apostrophe, by its looks."""
    following = text[at + 1 : at + 3]
    return text[at - 1 : at] == "s" and following[:1] == " " and following[1:].islower()


def _closes_later(text: str, at: int) -> bool:
    """Whether another mark closes the same direct words, before new ones open or the paragraph ends."""
    return _LATER.match(text, at + 1) is not None


def _is_turned(text: str, at: int) -> bool:
    """An opening mark set where a closing one belongs: after a word, before a space."""
    return not text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace()


def _close_at_paragraph(text: str, opened: tuple[str, int], at: int) -> Iterator[Quotation]:
    mark, start = opened
    end = start + len(text[start:at].rstrip())
    following = text[at : at + 10].lstrip()[: len(mark)]
    if following == mark and (mark in _DOUBLE_OPENERS or mark == "'"):
        yield Quotation(start, end, continues=True)
    elif mark in "“„«" or (mark in _STRAIGHT and text[end - 1 : end] in ".!?"):
        yield Quotation(start, end)
