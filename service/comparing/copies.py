"""Whether two articles are copies, in whole or in part, of one text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from service.comparing.wording import Wording, count_in_runs, find_shared

FEWEST_WORDS = 25
"""Texts that share fewer words than this are not called copies: too little to be sure."""
WHOLE = 0.5
"""From this share of the shorter article's own words on, the one is a copy of the other."""
LONG_RUN = 12
"""A run of so many words is not written twice by chance; shorter ones are names, titles and set phrases."""
IN_RUNS = 0.25
"""Of a whole copy at least this share stands in long runs: market reports of two days are made of set phrases."""
FEWEST_IN_RUNS = 60
PART = 0.12
"""Part of a text: so many words in long runs, and this share of what the shorter article tells."""
NEWS_DAYS = 7
"""Parts are taken over while they are news; what stands in articles weeks apart is about their authors."""


@dataclass(frozen=True)
class Printed:
    """What is known of an article whose words are looked at."""

    wording: Wording
    outlet: str | None = None
    day: date | None = None


@dataclass(frozen=True)
class Overlap:
    """What two articles share: words in common, as a share of the shorter one's own words; `whole` or only in part."""

    words: int
    share: float
    whole: bool


def find_overlaps(text: Printed, others: Sequence[Printed]) -> list[Overlap | None]:
    """What makes the text and each of the others copies of one text; None for each that is no copy.

    Quotations do not count. A part counts between outlets only, and not where it is furniture: words that either
    outlet also has in another article among the others, which is no copy of the one in question.
    """
    shared = [find_shared(text.wording, other.wording) for other in others]
    return [_find_overlap(text, at, others=others, shared=shared) for at in range(len(others))]


def _find_overlap(
    text: Printed, at: int, *, others: Sequence[Printed], shared: Sequence[NDArray[np.bool_]]
) -> Overlap | None:
    other = others[at]
    whole = _find_whole(text, other, shared[at])
    if whole or not _may_take_part(text, other) or _find_part(text, other, shared[at]) is None:
        return whole
    left = shared[at].copy()
    for one, words in zip(others, shared, strict=True):
        if one.outlet in (text.outlet, other.outlet) and (words & left).any() and not _are_copies(one, other):
            left &= ~words
    sides = _find_part(text, other, left), _find_part(other, text, find_shared(other.wording, text.wording))
    return min((one for one in sides if one), key=lambda one: one.words) if all(sides) else None


def _are_copies(a: Printed, b: Printed) -> bool:
    return a is b or _find_whole(a, b, find_shared(a.wording, b.wording)) is not None


def _find_whole(a: Printed, b: Printed, shared: NDArray[np.bool_]) -> Overlap | None:
    """`shared` are the words of `a`; where it is the longer one it may say them often, so both sides must do."""
    lengths = [int(one.wording.own.sum()) for one in (a, b)]
    words, in_runs, own = int(shared.sum()), count_in_runs(shared, least=LONG_RUN), min(lengths)
    if words < FEWEST_WORDS or _share(words, own) < WHOLE or _share(in_runs, own) < IN_RUNS:
        return None
    if lengths[0] > lengths[1]:
        return _find_whole(b, a, find_shared(b.wording, a.wording))
    return Overlap(words, _share(words, own), whole=True)


def _find_part(a: Printed, b: Printed, shared: NDArray[np.bool_]) -> Overlap | None:
    told = count_in_runs(shared & a.wording.told, least=LONG_RUN)
    shorter = min((a.wording, b.wording), key=lambda wording: int(wording.own.sum()))
    if told < FEWEST_IN_RUNS or _share(told, int(shorter.told.sum())) < PART:
        return None
    words = int(shared.sum())
    return Overlap(words, min(1.0, _share(words, int(shorter.own.sum()))), whole=False)


def _may_take_part(a: Printed, b: Printed) -> bool:
    if a.outlet is not None and a.outlet == b.outlet:
        return False
    return a.day is None or b.day is None or abs((a.day - b.day).days) <= NEWS_DAYS


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
