"""The lines of a text, and what can be told from the shape of one line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SIGNS = re.compile(r"[\W_]+")
# Scripts that put no spaces between words; two characters count as one word.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_CLOSERS = "\"'”’»›)]*_ "
_FULL_STOPS = ".!。！。।॥።։۔"
_QUESTION_MARKS = "?？؟"
_GOES_ON = ":：,;—–-،、"
_OPENERS = "\"'“‘«‹„「『"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|(?<!\w)@\w{2,}", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[^\W\d_A-Z]{3}[.!?][\"'”’)]{0,3}\s")
_PARAGRAPH_WORDS = 12
_NARROWEST, _WIDEST = 40, 120
# Shapes are asked of short lines only: it keeps every pattern linear, and a long line is no label.
_SHORT = 300


@dataclass(frozen=True)
class Block:
    """Code points start:end of a text: one line, or one hard-wrapped paragraph, without outer spaces."""

    start: int
    end: int
    text: str

    @cached_property
    def words(self) -> int:
        """How many words it has; in scripts without spaces, half its characters."""
        unspaced = len(_UNSPACED.findall(self.text))
        return sum(1 for _ in _WORD.finditer(_UNSPACED.sub(" ", self.text))) + (unspaced + 1) // 2

    @cached_property
    def key(self) -> str:
        """Its letters and digits in one case: equal for lines that differ in signs and spaces only."""
        return plain(self.text)

    @cached_property
    def cased_low(self) -> float:
        """The share of its words that begin with a small letter; 1.0 in scripts without case."""
        firsts = [match[0][0] for match in _WORD.finditer(self.text)]
        cased = [first for first in firsts if first.lower() != first.upper()]
        return sum(first.islower() for first in cased) / len(cased) if cased else 1.0

    @cached_property
    def stops(self) -> bool:
        """Whether it ends as a statement does: a full stop or exclamation mark, and not three dots."""
        bare = self.text.rstrip(_CLOSERS)
        return bare.endswith(tuple(_FULL_STOPS)) and not bare.endswith(("...", "…"))

    @cached_property
    def asks(self) -> bool:
        """Whether it ends as a question does."""
        return self.text.rstrip(_CLOSERS).endswith(tuple(_QUESTION_MARKS))

    @cached_property
    def goes_on(self) -> bool:
        """Whether it ends in the middle of a sentence: the next line belongs to it."""
        return self.text.rstrip(_CLOSERS).endswith(tuple(_GOES_ON))

    @cached_property
    def opens_quote(self) -> bool:
        """Whether it begins with a quotation mark."""
        return self.text.startswith(tuple(_OPENERS))

    @cached_property
    def short(self) -> bool:
        """Whether it is short enough to be anything but a paragraph."""
        return len(self.text) <= _SHORT

    @cached_property
    def is_paragraph(self) -> bool:
        """Whether it is running prose: a dozen words with an end, or twice as many, not all capitalised."""
        if self.words < _PARAGRAPH_WORDS:
            return False
        ended = self.stops or self.asks or (self.words >= 2 * _PARAGRAPH_WORDS and not self._is_list)
        return ended and (self.cased_low >= 0.3 or self.text.isupper())

    @cached_property
    def is_sentence(self) -> bool:
        """Whether it is at least a short statement: two words, not all capitalised, and a full stop."""
        return self.is_paragraph or (self.stops and self.words >= 2 and self.cased_low >= 0.2)

    @cached_property
    def holds_sentence(self) -> bool:
        """Whether a sentence ends somewhere in it: a small letter, a full stop or the like, and a space."""
        return bool(_SENTENCE_END.search(self.text))

    @cached_property
    def _is_list(self) -> bool:
        marks = sum(self.text.count(mark) for mark in ",;|•·/›>")
        return marks * 4 > self.words

    @cached_property
    def without_addresses(self) -> str | None:
        """What is left of it without web addresses, mail addresses and handles; None if it has none.

        An address in the middle leaves a line of its own behind: the words before it and those after it.
        """
        left, found = _ADDRESS.subn("\n", self.text) if self.short else ("", 0)
        return left.strip() if found else None


def plain(text: str) -> str:
    """The letters and digits of `text` in one case."""
    return _SIGNS.sub("", text.casefold())


def find_blocks(text: str) -> list[Block]:
    """The lines of `text` that are not blank, in order; lines broken only to keep a width are one block."""
    lines = list(_lines(text))
    wrapped = _find_wrapped(lines, text)
    blocks: list[Block] = []
    for at, line in enumerate(lines):
        start = blocks.pop().start if at in wrapped else line.start
        blocks.append(Block(start, line.end, text[start : line.end]) if start < line.start else line)
    return blocks


def _find_wrapped(lines: list[Block], text: str) -> set[int]:
    """The positions of lines that go on with the line before them: its first word did not fit there any more.

    Paragraphs of one line can look like that by chance, so most of such breaks must stand within a sentence.
    """
    width = max((len(line.text) for line in lines if " " in line.text), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return set()
    pairs = pairwise(lines)
    wrapped = {
        at
        for at, (last, line) in enumerate(pairs, start=1)
        if len(last.text) + 1 + len(line.text.split(maxsplit=1)[0]) > width
        and not _holds_blank(text[last.end : line.start])
    }
    within = sum(not lines[at - 1].stops and not lines[at - 1].asks for at in wrapped)
    return wrapped if within * 2 > len(wrapped) else set()


def _holds_blank(gap: str) -> bool:
    return max(gap.count("\n"), gap.count("\r")) > 1


def _lines(text: str) -> Iterator[Block]:
    for match in _LINE.finditer(text):
        stripped = match[0].strip()
        if stripped:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Block(start, start + len(stripped), stripped)
