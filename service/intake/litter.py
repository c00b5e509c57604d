"""What in a text is not the article: found by where a line stands and how it is built, not by its words.

An article is the run of lines that weighs most when paragraphs count for it and short lines without a
sentence count against it, the more so the more of them follow each other. What stands before and after that
run, and the headings in it, are marked and never cut out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.domain.articles import Passed
from service.intake.blocks import Block, find_blocks, plain
from service.intake.shapes import find_shape, is_labelled

_HEADING_WORDS = 16
_PARAGRAPH_CAP = 60
_RUN_CAP = 80.0
_STRONG = 2.5
_QUOTES = '“”"«»'
_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:[Oo]ur|[Ww]e|us)\b")
_STATES = re.compile(
    r"(?:the|an?|this|that|these|those|it|he|she|they|there|in|on|at|for|but|and|if|as|when|while|who|what|we)\b",
    re.IGNORECASE,
)
_LONGEST_CALL = 30
_FEWEST_TITLE_WORDS = 3


@dataclass(frozen=True)
class Layout:
    """The blocks of a text and which of them are the article: blocks[first:last], less what `marks` names.

    `marks` has one reason per block, None for what is the article.
    """

    blocks: Sequence[Block]
    first: int
    last: int
    marks: Sequence[str | None]

    @property
    def head(self) -> Sequence[Block]:
        """What stands before the article."""
        return self.blocks[: self.first]

    @property
    def tail(self) -> Sequence[Block]:
        """What stands behind the article."""
        return self.blocks[self.last :]

    @property
    def body(self) -> Sequence[Block]:
        """The article's own blocks."""
        return [block for block, mark in zip(self.blocks, self.marks, strict=True) if mark is None]

    @property
    def litter(self) -> tuple[Passed, ...]:
        """The ranges that are not the article, each with its reason: not empty, in order, without overlap."""
        marked = zip(self.blocks, self.marks, strict=True)
        return tuple(Passed(block.start, block.end, mark) for block, mark in marked if mark)


def find_layout(text: str, *, title: str | None = None) -> Layout:
    """Tells the article in `text` from what surrounds it; `title` is marked wherever it is repeated.

    Reasons: separator, address, date, byline, copyright, credit, title, repeated line, label, heading, before
    the article, after the article, to the reader. A text without a single sentence is all article.
    """
    return lay_out(find_blocks(text), title=title)


def lay_out(blocks: Sequence[Block], *, title: str | None = None) -> Layout:
    """The same for blocks that are known: asking again with another title costs little."""
    shapes = _find_shapes(blocks, title=title)
    first, last = _find_core(blocks, shapes)
    first, last = _trim_calls(blocks, shapes, (first, last))
    outer = [*_head(blocks[:first], shapes), *shapes[first:last], *_tail(blocks[last:], shapes[last:])]
    if _is_punctuated(blocks):
        outer[first:last] = _headings(blocks[first:last], shapes[first:last])
    return Layout(blocks, first, last, outer)


def _find_shapes(blocks: Sequence[Block], *, title: str | None) -> list[str | None]:
    known = plain(title or "")
    long_enough = len((title or "").split()) >= _FEWEST_TITLE_WORDS
    repeated = Counter(block.key for block in blocks if block.words <= 10)
    seen: set[str] = set()
    shapes = []
    for block in blocks:
        shape = find_shape(block)
        if known and (block.key == known or (long_enough and not block.is_paragraph and known in block.key)):
            shape = "title"
        elif shape is None and repeated[block.key] > 1 and (not block.is_sentence or block.key in seen):
            shape = None if block.asks or block.goes_on or block.words < 1 else "repeated line"
        seen.add(block.key)
        shapes.append(shape)
    return shapes


def _find_core(blocks: Sequence[Block], shapes: Sequence[str | None]) -> tuple[int, int]:
    """The run of blocks with the largest sum of weights (Kadane's algorithm); all if nothing weighs."""
    best, best_run = 0.0, (0, len(blocks))
    total, start, against = 0.0, 0, 0.0
    for position, (block, shape) in enumerate(zip(blocks, shapes, strict=True)):
        weight = _weight(block, shape)
        if weight < 0:
            grown = against - weight
            # k short lines in a row weigh 4k², up to a limit: one is a heading, four end the article.
            total -= min(4 * grown**2, _RUN_CAP) - min(4 * against**2, _RUN_CAP)
            against = grown
        else:
            total, against = total + weight, against if weight == 0 else 0.0
        if total <= 0:
            total, start, against = 0.0, position + 1, 0.0
        elif total >= best and (weight > 0 or (weight == 0 and (block.asks or block.opens_quote))):
            best, best_run = total, (start, position + 1)
    return best_run


def _weight(block: Block, shape: str | None) -> float:
    """What a block says for the article, in words, or against it, in short lines."""
    if shape in {"separator", "repeated line"}:
        return -1.0
    if shape:
        return -_STRONG
    if block.is_sentence:
        return float(min(block.words, _PARAGRAPH_CAP))
    return 0.0 if block.asks or block.goes_on or block.opens_quote or block.holds_sentence else -1.0


def _trim_calls(blocks: Sequence[Block], shapes: Sequence[str | None], core: tuple[int, int]) -> tuple[int, int]:
    """The core without sentences at its rims that address the reader, where other litter follows outwards."""
    first, last = core
    while 0 < first < last and blocks[first].text[0].islower():
        first -= 1  # a sentence that was broken in two: its beginning stands in the line before
    while first < last and (shapes[first] or (first > 0 and _is_call(blocks[first]))):
        first += 1
    while last > first and (shapes[last - 1] or (last < len(blocks) and _is_call(blocks[last - 1]))):
        last -= 1
    return (first, last) if first < last else core


def _is_call(block: Block) -> bool:
    """Whether a short sentence speaks to the reader, outside of quotation marks.

    "You" does; "we" does unless the sentence begins as statements do, with an article or the like.
    """
    if block.words > _LONGEST_CALL or any(mark in block.text for mark in _QUOTES):
        return False
    return bool(_YOU.search(block.text) or (_WE.search(block.text) and not _STATES.match(block.text)))


def _head(head: Sequence[Block], shapes: Sequence[str | None]) -> Iterator[str | None]:
    """Everything before the article is litter, except statements that stand below the title: a lead."""
    titled = max((at for at in range(len(head)) if shapes[at] == "title"), default=-1)
    for at, block in enumerate(head):
        is_lead = block.is_sentence and block.words >= 6 and at > titled and not _is_call(block)
        yield shapes[at] or (None if is_lead else _outer_reason(block, "before the article"))


def _tail(tail: Sequence[Block], shapes: Sequence[str | None]) -> Iterator[str | None]:
    for block, shape in zip(tail, shapes, strict=True):
        yield shape or _outer_reason(block, "after the article")


def _outer_reason(block: Block, where: str) -> str:
    if block.is_sentence:
        return "to the reader" if _is_call(block) else where
    return "label" if is_labelled(block) else where


def _is_punctuated(blocks: Sequence[Block]) -> bool:
    """Whether the text ends its paragraphs with full stops, so that a line without one means something."""
    long = [block for block in blocks if block.words >= 12]
    return sum(block.stops or block.asks for block in long) * 2 >= len(long)


def _headings(core: Sequence[Block], shapes: Sequence[str | None]) -> Iterator[str | None]:
    for at, (block, shape) in enumerate(zip(core, shapes, strict=True)):
        before = core[at - 1] if at else None
        after = core[at + 1] if at + 1 < len(core) else None
        yield shape or ("heading" if _is_heading(block, before, after) else None)


def _is_heading(block: Block, before: Block | None, after: Block | None) -> bool:
    if block.stops or block.is_paragraph or block.goes_on or block.words > _HEADING_WORDS:
        return False
    if block.holds_sentence:
        return False
    if after is None or block.text[0].islower() or after.text[0].islower() or (before is not None and before.goes_on):
        return False
    if block.asks:
        return _is_asking_heading(block, before, after)
    # “No,” she said   is speech without its full stop, “No way out” is a heading.
    return not (block.opens_quote and re.search(r"[”\"’»]\s+[a-z]", block.text))


def _is_asking_heading(block: Block, before: Block | None, after: Block) -> bool:
    """A question between two paragraphs is a heading if it is capitalised or titled; a short one is, too."""
    between = after.is_paragraph and (before is None or before.is_paragraph)
    spoken = any(mark in block.text for mark in _QUOTES)
    return between and not spoken and (block.cased_low < 0.4 or ":" in block.text or block.words <= 8)
