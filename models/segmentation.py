"""Sentences of a text with exact offsets; linear in the length of the text.

Blocks first (a newline ends a sentence unless the text is hard-wrapped there), then sentence ends within them.
Every decision looks at a bounded window, so that 5 MB on one line take seconds.
"""

import re
from collections.abc import Iterator, Sequence

from models import lexicon
from models.base import Span

_CLOSERS = "\"'”’»“)\\]}›」』）】"
_END = re.compile(rf"[.!?…؟۔।॥։።፧។။‼⁇⁈⁉]+(?:[{_CLOSERS}](?!\w))*|[。！？｡．]+[{_CLOSERS}]*")
_WIDE = frozenset("。！？｡．")
_GOES_ON = re.compile(r"[とっのがをはにで、，]")
"""Japanese and Chinese: after a closing mark the sentence that holds the direct words goes on."""
_LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_WORD_BEFORE = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*$")
_NEXT_WORD = re.compile(r"[\s\"'“”‘’„«»‹›(\[{—–-]*([^\W_]+)?")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_SAYS_AFTER = re.compile(
    r"\s*(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\.\s+)?(?:[A-Z][\w’'-]*\.?\s+){1,4}"
    r"(?:said|says|asked|asks|wrote|added|replied|told|tweeted|declared|shouted|explained|continued)\b"
)
_TERMINAL = re.compile(rf"[.!?…:;。！？｡．؟۔।॥։።፧។။‼⁇⁈⁉][{_CLOSERS}]*\s*$")
_OPEN_ENDED = re.compile(
    r"(?:,|-|\b(?:the|a|an|of|and|or|to|in|on|at|for|with|by|from|that|his|her|its|their|is|are|was|were))\s*$"
)
_WINDOW = 40
_WRAP_MIN, _WRAP_MAX = 40, 130


def find_sentences(text: str, skip: Sequence[Span] = ()) -> list[Span]:
    """Sentences in order, disjoint and trimmed; each non-space character outside `skip` lies in exactly one."""
    found: list[Span] = []
    for region in _find_regions(len(text), skip):
        for block in _find_blocks(text, region):
            found.extend(_split_block(text, block))
    return found


def trim_span(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None if nothing is left."""
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    stripped = part.strip()
    return Span(start + left, start + left + len(stripped)) if stripped else None


def _find_regions(length: int, skip: Sequence[Span]) -> Iterator[Span]:
    at = 0
    for span in sorted(skip, key=lambda s: s.start):
        if span.start > at:
            yield Span(at, min(span.start, length))
        at = max(at, span.end)
    if at < length:
        yield Span(at, length)


def _find_blocks(text: str, region: Span) -> Iterator[Span]:
    """Runs of text that no hard line break divides."""
    lines = list(_find_lines(text, region))
    start = region.start
    for group in _group_lines(text, lines):
        wrapped = _is_wrapped([lines[i].end - lines[i].start for i in group])
        for i in group[:-1]:
            if not _is_soft(text, lines[i], lines[i + 1], wrapped=wrapped):
                yield Span(start, lines[i].end)
                start = lines[i + 1].start
        yield Span(start, lines[group[-1]].end)
        start = lines[group[-1]].end
    if start < region.end:
        yield Span(start, region.end)


def _find_lines(text: str, region: Span) -> Iterator[Span]:
    at = region.start
    for match in _LINE_BREAK.finditer(text, region.start, region.end):
        yield Span(at, match.start())
        at = match.end()
    yield Span(at, region.end)


def _group_lines(text: str, lines: list[Span]) -> Iterator[list[int]]:
    """Neighbouring lines without an empty one between them."""
    group: list[int] = []
    for i, line in enumerate(lines):
        if line.start == line.end or text[line.start : line.end].isspace():
            if group:
                yield group
            group = []
        else:
            group.append(i)
    if group:
        yield group


def _is_wrapped(widths: list[int]) -> bool:
    """Three lines or more of about the same width, as an e-mail program breaks them."""
    if len(widths) < 3 or not _WRAP_MIN <= max(widths) <= _WRAP_MAX:
        return False
    full = sum(width >= 0.75 * max(widths) for width in widths[:-1])
    return full >= 0.7 * (len(widths) - 1)


def _is_soft(text: str, line: Span, following: Span, *, wrapped: bool) -> bool:
    tail = text[max(line.start, line.end - _WINDOW) : line.end]
    if _TERMINAL.search(tail):
        return wrapped and not tail.rstrip().endswith((":", ";")) and line.end - line.start >= _WRAP_MIN
    if wrapped:
        return True
    head = text[following.start : following.start + _WINDOW].lstrip()
    if line.end - line.start < _WRAP_MIN // 2 or not head:
        return False
    return head[0].islower() or bool(_OPEN_ENDED.search(tail))


def _split_block(text: str, block: Span) -> Iterator[Span]:
    at = block.start
    for match in _END.finditer(text, block.start, block.end):
        if match.end() < block.end and _is_end(text, match, at, block.end):
            if span := trim_span(text, at, match.end()):
                yield span
            at = match.end()
    if span := trim_span(text, at, block.end):
        yield span


def _is_end(text: str, match: re.Match[str], start: int, limit: int) -> bool:
    mark, end = match.group(), match.end()
    if mark[0] in _WIDE:
        return mark[-1] in _WIDE or not _GOES_ON.match(text, end)
    before = _find_word_before(text, start, match.start())
    after = text[end : min(limit, end + _WINDOW)]
    if not after[0].isspace():
        return _is_glued_end(mark, before, after)
    next_word = _NEXT_WORD.match(after)
    word = next_word.group(1) if next_word else None
    if word is None:
        return not after.isspace()
    if word[0].islower():
        return False
    if mark[0] in "?!" and len(mark) > 1 and _SAYS_AFTER.match(text, end, min(limit, end + 2 * _WINDOW)):
        return False
    return mark != "." or not _is_abbreviation(before, word, at_start=_opens(text, start, match.start() - len(before)))


def _opens(text: str, start: int, word: int) -> bool:
    """Whether the word is the first of its sentence."""
    return word <= start or (word - start < 4 and text[start:word].isspace())


def _find_word_before(text: str, start: int, end: int) -> str:
    match = _WORD_BEFORE.search(text[max(start, end - _WINDOW) : end])
    return match.group() if match else ""


def _is_glued_end(mark: str, before: str, after: str) -> bool:
    """`word.Next`: scraped text often lost the space; `example.com`, `3.5` and `U.S.-led` did not."""
    if len(before) < 2 or not before.islower() or not before.isalpha():
        return False
    if "." in mark and len(after) > 1 and after[0] in '“"' and len(mark) == 1:
        return after[1].isupper()
    return len(after) > 1 and after[0].isupper() and (after[1].islower() or after[1] == " ")


def _is_abbreviation(before: str, following: str, *, at_start: bool) -> bool:
    low = before.lower()
    if low in lexicon.STRONG_ABBREVIATIONS:
        return True
    if low in lexicon.NUMBER_ABBREVIATIONS and following[0].isdigit():
        return True
    if before.isdigit():
        return at_start  # "1. First point"
    starts = following in lexicon.SENTENCE_STARTERS
    if len(before) == 1:
        return before.isupper() and not starts
    if _ACRONYM.search(before):
        return not starts or low in ("e.g", "i.e")
    return low in lexicon.WEAK_ABBREVIATIONS and not starts
