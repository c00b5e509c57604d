"""Marks in quotes: where the words stand that the reasons of a verdict name."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from models.base import Span
from service.comparing.edits import Edit
from service.domain.claims import Claim
from service.domain.reasons import merge_spans


@dataclass(frozen=True)
class Part:
    """A piece of a quote, and whether it is marked."""

    words: str
    marked: bool


def find_parts(claim: Claim, spans: Sequence[Span]) -> tuple[Part, ...]:
    """The quote of the claim cut where marks begin and end; joined again, its parts are the quote.

    `spans` are code points of the claim's `text`.
    """
    quote = claim.said.quote
    cuts = carry_over(spans, claim.said.text, quote)
    edges = [0, *(edge for span in cuts for edge in (span.start, span.end)), len(quote)]
    pieces = [(quote[start:end], place % 2 == 1) for place, (start, end) in enumerate(itertools.pairwise(edges))]
    return tuple(Part(words, marked) for words, marked in pieces if words)


@dataclass(frozen=True)
class Rewritten:
    """A piece of an edited text: words that stayed, that went out, or that came in."""

    words: str
    how: Literal["same", "out", "in"]


def find_rewritten(before: str, after: str, edits: Sequence[Edit]) -> tuple[Rewritten, ...]:
    """One text as it became another, in running words; without what came in it is `before`."""
    pieces: list[Rewritten] = []
    at = 0
    for edit in edits:
        pieces += [Rewritten(before[at : edit.before_start], "same"), Rewritten(edit.before, "out")]
        pieces.append(Rewritten(after[edit.after_start : edit.after_end], "in"))
        at = edit.before_end
    pieces.append(Rewritten(before[at:], "same"))
    return tuple(piece for piece in pieces if piece.words)


def carry_over(spans: Sequence[Span], text: str, quote: str) -> tuple[Span, ...]:
    """The spans of `text` as spans of `quote`, where the same words stand there as often as in `text`."""
    if text == quote:
        return merge_spans(span for span in spans if 0 <= span.start < span.end <= len(quote))
    found = (_find_same(span, text, quote) for span in spans)
    return merge_spans(span for span in found if span)


def _find_same(span: Span, text: str, quote: str) -> Span | None:
    """The occurrence of the words in the quote with the number that it has in the text; None when they differ."""
    words = re.compile(rf"(?<!\w){re.escape(span.of(text))}(?!\w)")
    there, here = [m.start() for m in words.finditer(text)], [m.span() for m in words.finditer(quote)]
    if span.start not in there or len(there) != len(here):
        return None
    return Span(*here[there.index(span.start)])
