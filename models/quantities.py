"""Quantities of a text as values: number, unit, what is counted, and how exact the words are."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.base import Span
from models.quantities_ages import as_age, find_decades_of_life, join_ages
from models.quantities_date_mention import DateMention
from models.quantities_dates import find_dates
from models.quantities_grammar import AFTER, BEGINNING, QUANTITY, TRIGGER, Quantity, QuantityKind
from models.quantities_lists import share_estimate, share_units
from models.quantities_names import is_name_or_clock, is_pronoun, opens_name
from models.quantities_nouns import find_noun
from models.quantities_numbers import read_number
from models.quantities_ordinals import find_ordinals, find_ranks
from models.quantities_periods import Period, find_period, resolve_date
from models.quantities_rates import is_base, with_rate
from models.quantities_units import complete
from models.quantities_vague import find_vague
from models.remembering import remembered

__all__ = [
    "DateMention",
    "Period",
    "Quantity",
    "QuantityKind",
    "find_dates",
    "find_period",
    "find_quantities",
    "resolve_date",
]

_MOVES = re.compile(
    r"\b(?:from|rose|fell|grew|dropped|up|down|jumped|climbed|increas\w+|decreas\w+|slipped|cut|won|lost|voted|led|leads|leading|trail\w*|beats?|beating|edg\w+|defeat\w*|ahead|behind|gap|margin|by)\b"
)
_CHANGED = re.compile(
    r"\b(?:by|r[io]se|fell|fall|grew|grow|dropped|up|down|jumped|climbed|lowered|raised|revised|cut|gained|lost|added)\s$"
)
_BY = re.compile(r"\bby\s(?:about\s|nearly\s)?$")
_LISTED = re.compile(r"\b(?:one|two|three|four|five|six|\d),\s$", re.IGNORECASE)
_OUTVOTED = re.compile(
    r"\b(?:fail(?:ed|s|ing)?|reject(?:ed|s)|defeat(?:ed|s)|voted?(?:\s(?:was|of))?)\s(?:by\s|by\sa\svote\sof\s)?$"
)
_RECORD = re.compile(
    r"\b(?:w[ae]re?|was|went|gone|is|finished|started|begun|began|record(?:\sof)?|off\sto\san?|(?:improved|fell|dropped)\sto)\s$"
)
_RANGES = re.compile(r"\b(?:rang(?:e[sd]?|ing)|anywhere|kills?|costs?|var(?:y|ies|ying))\sfrom\s$")
_OPENS_RANGE = re.compile(r"\b(?:between|from)\s(?:about\s)?$", re.IGNORECASE)
_SCALE = re.compile(r"\d\s(thousand|million|billion|trillion)\b")
_BARE_SUM = 1000
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_ABSTAINED = re.compile(r"-(\d{1,3})(?![\w-])")
_VOTE = re.compile(r"\b(?:vot|ruling|decision|ruled|passed|approved|margin|split|tally|rejected)", re.IGNORECASE)
_ENDS = re.compile(r"[.,;)”]|$|\s(?:in|by|on|at|after|since|and|but|as|over|within|when|this|last)\b")
_TALLY = re.compile(r"\s?[-–—]\s?|-to-|\sto\s")


def find_quantities(text: str) -> list[Quantity]:
    """Quantities in order and disjoint; dates, clock times and numbers that are names are none."""
    return list(_find_quantities(text))


@remembered(4096)
def _find_quantities(text: str) -> tuple[Quantity, ...]:
    if not TRIGGER.search(text.lower()):
        return ()
    dates = [d.span for d in find_dates(text)]
    worded = (*find_ordinals(text), *find_ranks(text), *find_decades_of_life(text), *find_vague(text))
    found = [*_find_numbers(text, dates), *(q for q in worded if not _overlaps(dates, q.span.start, q.span.end))]
    kept = _drop_overlaps(sorted(found, key=lambda q: (q.span.start, -q.span.end)))
    return tuple(join_ages(text, _join_ranges(text, share_units(text, share_estimate(text, kept)))))


def _join_ranges(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """ "between 10 and 15 percent" is one quantity; in "from 31 to 40 people" both count people."""
    held: Quantity | None = None
    for quantity in found:
        held = held and _in_scale_of(text, held, quantity)
        if held and _is_range(text, held, quantity):
            span = Span(held.span.start, quantity.span.end)
            held = replace(
                quantity,
                approximator=held.approximator or quantity.approximator,
                low=min(held.low, quantity.low),
                high=max(held.high, quantity.high),
                span=span,
            )
            continue
        if held:
            quantity = _in_unit_of(text, held, quantity)  # noqa: PLW2901
            yield _with_unit_of(text, held, quantity)
        held = quantity
    if held:
        yield held


def _in_scale_of(text: str, first: Quantity, second: Quantity) -> Quantity:
    """ "From $3 to $5 billion" and "between $3 and $5 billion" begin with $3 billion."""
    money = first.kind == second.kind == "money" and first.unit == second.unit and first.high < _BARE_SUM
    if not money or text[first.span.end : second.span.start] not in (" to ", " and "):
        return first
    opens = _OPENS_RANGE.search(text, max(0, first.span.start - 9), first.span.start)
    scale = _SCALE.search(text, second.span.start, second.span.end)
    if not opens or not scale or _SCALE.search(text, first.span.start, first.span.end):
        return first
    times = read_number(f"1 {scale[1]}")
    return replace(first, low=first.low * times, high=first.high * times)


def _with_unit_of(text: str, first: Quantity, second: Quantity) -> Quantity:
    linked = text[first.span.end : second.span.start] in (" to ", " and ", " or ")
    if linked and first.unit is None and first.kind == "count" and second.kind in ("count", "measure", "share"):
        return replace(first, unit=second.unit, counted=second.counted, kind=second.kind)
    return first


def _in_unit_of(text: str, first: Quantity, second: Quantity) -> Quantity:
    """ "From 12 months to three" are three months."""
    bare = second.kind == "count" and second.unit is None and first.kind in ("count", "measure", "share")
    if not bare or text[first.span.end : second.span.start] != " to ":
        return second
    before = text[max(0, first.span.start - 8) : first.span.start].lower()
    ends = _ENDS.match(text, second.span.end)
    return replace(second, unit=first.unit, kind=first.kind) if before.endswith("from ") and ends else second


def _is_range(text: str, a: Quantity, b: Quantity) -> bool:
    if a.kind == b.kind == "share" and text[a.span.end : b.span.start] in (" to ", "-", "–", " or "):
        return a.high < b.low and not _MOVES.search(text[max(0, a.span.start - 40) : a.span.start])
    if text[a.span.end : b.span.start] == " to " and _RANGES.search(text, max(0, a.span.start - 16), a.span.start):
        same = a.kind == b.kind and (a.unit is None or (b.unit or "").startswith(a.unit))
        return same and a.low < b.low
    between = text[a.span.end : b.span.start] in (" and ", " to ")
    return between and a.low < b.low and bool(_BETWEEN.search(text[max(0, a.span.start - 9) : a.span.start]))


def _drop_overlaps(found: Sequence[Quantity]) -> list[Quantity]:
    kept: list[Quantity] = []
    for quantity in found:
        if not kept or quantity.span.start >= kept[-1].span.end:
            kept.append(quantity)
    return kept


def _overlaps(spans: Sequence[Span], start: int, end: int) -> bool:
    i = bisect_right(spans, start, key=lambda s: s.end)
    return i < len(spans) and spans[i].start < end


def _find_numbers(text: str, dates: Sequence[Span]) -> Iterator[Quantity]:
    for match in _find_matches(text, dates):
        start = max(match.start(), match.end("from"), match.end("approx"))
        if is_name_or_clock(text, match, start) or text.startswith(("-something", "something"), match.end()):
            continue
        if is_base(text, start):
            continue
        for quantity in _read(text, match):
            whole = quantity.span.start <= start  # else a side of a vote: "a 53-47 Republican majority"
            named = whole and match.end() <= quantity.span.end and opens_name(text, match, quantity)
            if math.isfinite(quantity.high) and not (named or is_pronoun(text, quantity)):
                yield quantity


def _find_matches(text: str, dates: Sequence[Span]) -> Iterator[re.Match[str]]:
    """Numbers outside of dates; behind a date the search begins anew, for "in 2007 to 46%"."""
    low, at = text.lower(), 0
    while match := _find_next(text, low, at):
        start = max(match.start(), match.end("from"), match.end("approx"))
        if match["inof"] and read_number(match["inn"]) > read_number(match["ofn"]):
            match = QUANTITY.search(text, at, match.end("inn")) or match  # "killed 40 in two towns"
        date = bisect_right(dates, start, key=lambda d: d.end)
        if date == len(dates) or dates[date].start >= match.end():
            yield match
            at = match.end()
        else:
            at = max(dates[date].end, match.start() + 1)


def _find_next(text: str, low: str, at: int) -> re.Match[str] | None:
    """The next number from `at` on; `low` is the text in lower case, in which the words that begin one are found."""
    if len(low) != len(text):  # "İ" takes two code points there
        return QUANTITY.search(text, at)
    while begin := BEGINNING.search(low, at):
        if match := QUANTITY.match(text, begin.start()):
            return match
        at = begin.start() + 1
    return None


def _read(text: str, match: re.Match[str]) -> list[Quantity]:
    """One quantity, or the two of a vote: "232-196"."""
    if match["high"] and (_is_tally(text, match) or _is_change(text, match)):
        unit = "votes" if _VOTE.search(text[max(0, match.start() - 40) : match.end() + 40]) else None
        sides = [(match[side], Span(*match.span(side))) for side in ("low", "high")]
        third = _ABSTAINED.match(text, match.end())
        sides += [(third[1], Span(*third.span(1)))] if third else []
        return [Quantity(read_number(w), read_number(w), unit, None, span, unit) for w, span in sides]
    quantity = complete(text, match)
    if _is_raise(text, match):
        at = match.start("cur2")
        first = replace(quantity, high=quantity.low, span=Span(quantity.span.start, match.end("low")))
        return [first, replace(quantity, low=quantity.high, span=Span(at, quantity.span.end))]
    if quantity.unit is None and text.endswith(" factor of ", 0, quantity.span.start):
        return [replace(quantity, unit="times", kind="multiple")]
    return [with_rate(text, as_age(text, quantity))]


def _is_raise(text: str, match: re.Match[str]) -> bool:
    """ "Raised by $2 million to $6 million": two sums that are far apart, the first a difference."""
    if not match["cur2"] or text[match.end("low") : match.start("cur2")] != " to ":
        return False
    by = _BY.search(text, max(0, match.start() - 12), match.start())
    return bool(by) and read_number(match["high"]) > 2 * read_number(match["low"])


def _is_change(text: str, match: re.Match[str]) -> bool:
    """ "Revised down by 10,000 to 256,000": by how much, and to what; and the record of a team that is 2-14."""
    if match["currency"] or match["cur2"] or AFTER.match(text, match.end()):
        return False
    before, between = text[max(0, match.start() - 24) : match.start()], text[match.end("low") : match.start("high")]
    low, high = read_number(match["low"]), read_number(match["high"])
    if between.strip() == "to":
        return bool(_CHANGED.search(before)) and high > (1 if "revised" in before else 3) * low
    if between == " or ":
        return bool(_LISTED.search(before)) and high < 10
    if between in "-–" and _OUTVOTED.search(before):
        return True
    return between in "-–" and bool(_RECORD.search(before)) and find_noun(text, match.end(), hyphen=False) is None


def _is_tally(text: str, match: re.Match[str]) -> bool:
    """Whether two numbers stand against each other, as votes do, instead of making a range."""
    between = text[match.end("low") : match.start("high")]
    if match["currency"] or match["cur2"] or AFTER.match(text, match.end()) or not _TALLY.fullmatch(between):
        return False
    if " or" in between:
        return False
    falls = read_number(match["low"]) >= read_number(match["high"]) and not re.search(r"[a-z]$", match["high"])
    return falls or bool(re.match(r"\s(?:vote|ruling|decision|majority)", text[match.end() : match.end() + 10]))
