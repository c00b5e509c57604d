"""Whether two articles are copies, in whole or in part, of one text."""

from dataclasses import dataclass
from datetime import date

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


def find_overlap(a: Printed, b: Printed) -> Overlap | None:
    """What makes the two copies of one text; None where they are not.

    Quotations do not count. A part counts across outlets only: one outlet repeats its own background and furniture.
    """
    shorter, longer = sorted((a.wording, b.wording), key=lambda wording: int(wording.own.sum()))
    shared = find_shared(shorter, longer)
    words, share = int(shared.sum()), _share(int(shared.sum()), int(shorter.own.sum()))
    in_runs = _share(count_in_runs(shared, least=LONG_RUN), int(shorter.own.sum()))
    if words >= FEWEST_WORDS and share >= WHOLE and in_runs >= IN_RUNS:
        return Overlap(words, share, whole=True)
    told = count_in_runs(shared & shorter.told, least=LONG_RUN)
    if told < FEWEST_IN_RUNS or _share(told, int(shorter.told.sum())) < PART:
        return None
    return Overlap(words, share, whole=False) if _may_take_part(a, b) else None


def _may_take_part(a: Printed, b: Printed) -> bool:
    if a.outlet is not None and a.outlet == b.outlet:
        return False
    return a.day is None or b.day is None or abs((a.day - b.day).days) <= NEWS_DAYS


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
