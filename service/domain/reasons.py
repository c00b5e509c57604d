"""Reasons of a verdict: a sentence that quotes words of both sides, and where those words stand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from models.base import Span

_QUOTED = re.compile(r"“([^“”]*)”")


@dataclass(frozen=True)
class Reason:
    """Why a verdict was given: one or two sentences, and the words that they name on each side.

    Spans are in code points of `Statement.text` of that side.
    """

    sentence: str
    a: tuple[Span, ...] = ()
    b: tuple[Span, ...] = ()


def is_verified(reason: Reason, a: str, b: str) -> bool:
    """Whether everything that the sentence quotes stands, word for word, at one of the reason's spans in a or b.

    Every span must lie in its text and cover something. A number that the sentence does not quote is a distance of
    days or a score, never taken from the words.
    """
    spans = [(span, text) for text, found in ((a, reason.a), (b, reason.b)) for span in found]
    if not all(0 <= span.start < span.end <= len(text) for span, text in spans):
        return False
    words = {span.of(text) for span, text in spans}
    return all(quoted in words for quoted in _QUOTED.findall(reason.sentence))


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same code points as sorted spans that neither overlap nor touch."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
