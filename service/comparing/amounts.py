"""Quantities of a statement as they are compared: what is counted, in which words, and which values these allow."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.base import Span
from models.quantities import Quantity, find_quantities
from service.comparing.fates import find_fate
from service.comparing.tokens import Word, stem

_SLACK = {
    "at least": (0.0, 1.0),
    "more than": (0.0, 1.0),
    "at most": (0.5, 0.0),
    "less than": (0.5, 0.0),
    "nearly": (0.15, 0.0),
    "about": (0.1, 0.1),
    "exactly": (0.0, 0.0),
}
"""How far below and above its number an approximator reaches, as shares of it. Nobody writes "at least 40" of 400."""
_ROUNDED = 0.005
"""So far does a number reach that a word makes vague which is not in `_SLACK`."""
_FROM_ROUND = 1000.0
"""Bare numbers from here on may be rounded to their last digit that is not 0, within a twentieth."""
_DIGITS = 3
"""So many places after the point are told apart."""
_HALF = 0.499
"""How far a rounded number may be from the one meant, in units of its last digit: 8.4 is not 8.5."""
_EXACT = 1e-6
_ENDS_ALIKE = 0.1
"""Two ranges whose ends lie so near are one range, rounded in two ways."""
_AROUND = 6
_ALIKE = {
    "people": "people person persons victims lives deaths dead fatalities others individuals citizens residents",
    "die": "die died dies dead death deaths dying kill kills killed killing killings toll fatal fatalities perished"
    " lives claimed slain murdered drowned",
    "hurt": "injure injured injuries injury hurt wound wounded wounds casualties hospitalised hospitalized",
    "win": "win won wins winning victory beat defeated defeat lost lose",
    "vote": "vote votes voted voting ballot ballots",
    "job": "job jobs workers employees staff positions posts layoffs",
    "rise": "rise rose risen grew grow increase increased climbed climb up jumped gained fell fall fallen dropped drop"
    " declined decline down decreased",
    "sell": "sell sold sells sales sale",
    "earn": "profit profits earnings earned net income",
    "miss": "missing unaccounted",
}
_SAME = {stem(word): kind for kind, words in _ALIKE.items() for word in words.split()}
_PERIODS = frozenset(stem(word) for word in ("quarter", "half", "year", "week", "month", "day", "time", "century"))


@dataclass(frozen=True)
class Amount:
    """A quantity: `kind` is "count", "share", "rank", or a unit of measure; `noun` is what is counted, as a stem.

    `low` and `high` are what the words allow, with tolerance; `stated` is how wide they are without it; `around` are
    stems of the words about it, words for one thing (died, killed, toll) made one. `fate` is what became of those
    that are counted, as far as the words tell; `ends` are those of a range that is stated as one.
    """

    kind: str
    noun: str | None
    low: float
    high: float
    stated: float
    around: frozenset[str]
    span: Span
    fate: str | None = None
    ends: tuple[float, float] | None = None


def find_amounts(text: str, words: Sequence[Word]) -> tuple[Amount, ...]:
    """The amounts in order; ordinals of periods ("the second quarter") are none."""
    return tuple(_find_amounts(text, words))


def find_comparability(p: Amount, q: Amount) -> float:
    """How surely both amounts are of one thing: 1 when noun and words about it agree, 0 when they cannot be."""
    if p.kind != q.kind or _fates_differ(p, q):
        return 0.0
    shared = len((p.around | {p.noun}) & (q.around | {q.noun}) - {None, p.noun if p.noun == q.noun else None})
    if p.noun and q.noun and p.noun != q.noun:
        return 0.0
    needed = 1 if p.noun == q.noun and p.noun else 2
    return 1.0 if shared >= needed else 0.5 * (shared or needed == 1)


def are_of_one_thing(p: Amount, q: Amount) -> bool:
    """Whether both can be values of one quantity over time: comparable, and for one fate where people are counted."""
    return find_comparability(p, q) > 0 and (p.kind != "count" or p.fate == q.fate)


def _fates_differ(p: Amount, q: Amount) -> bool:
    """The dead are not the people on board."""
    return p.fate is not None and q.fate is not None and p.fate != q.fate


def are_compatible(p: Amount, q: Amount) -> bool:
    """Whether one value can satisfy the words of both; of two ranges, whether both begin and end alike."""
    if p.ends and q.ends:
        return all(abs(x - y) <= _ENDS_ALIKE * max(abs(x), abs(y)) for x, y in zip(p.ends, q.ends, strict=True))
    return p.low < q.high and q.low < p.high


def _find_amounts(text: str, words: Sequence[Word]) -> Iterator[Amount]:
    quantities = find_quantities(text)
    spans = [quantity.span for quantity in quantities]
    for quantity in quantities:
        if _is_no_amount(quantity, text):
            continue
        low, high = _find_bounds(quantity)
        yield Amount(
            kind=_find_kind(quantity),
            noun=_alike(stem(quantity.counted)) if quantity.counted else None,
            low=low,
            high=high,
            stated=high - low if quantity.approximator else quantity.high - quantity.low,
            around=_find_around(quantity, words),
            span=quantity.span,
            fate=find_fate(quantity.span, text, words=words, others=spans),
            ends=(quantity.low, quantity.high) if quantity.low < quantity.high and not quantity.approximator else None,
        )


def _is_no_amount(quantity: Quantity, text: str) -> bool:
    period = quantity.ordinal and stem(quantity.counted or "") in _PERIODS
    nobody = re.search(r"\bno\s$", text[: quantity.span.start], re.IGNORECASE) and quantity.low == 1
    return period or bool(nobody)


def _find_kind(quantity: Quantity) -> str:
    if quantity.ordinal:
        return "rank"
    return "count" if quantity.unit is None or quantity.unit == quantity.counted else quantity.unit


def _find_bounds(quantity: Quantity) -> tuple[float, float]:
    low, high = quantity.low, quantity.high
    if quantity.approximator:
        below, above = _SLACK.get(quantity.approximator, (_ROUNDED, _ROUNDED))
        return low - below * abs(low) - _EXACT, high + above * abs(high) + _EXACT
    measured = quantity.unit is not None and quantity.unit != quantity.counted
    return low - _find_rounding(low, measured), high + _find_rounding(high, measured)


def _find_rounding(value: float, measured: bool) -> float:
    """Half of the last digit's place: 3,900 may be 3,870, and 9% may be 9.4%; nine people are nine."""
    if value != int(value):
        places = next((n for n in range(1, _DIGITS) if round(value, n) == value), _DIGITS)
        return _HALF * 10.0**-places
    if abs(value) < _FROM_ROUND:
        return _HALF if measured else _EXACT
    place = 1.0
    while value % (place * 10) == 0:
        place *= 10
    return min(0.05 * abs(value), _HALF * place) if place > 1 else _EXACT


def _find_around(quantity: Quantity, words: Sequence[Word]) -> frozenset[str]:
    inside = [w.place for w in words if quantity.span.start <= w.span.start < quantity.span.end]
    if not inside:
        return frozenset()
    near = [*words[max(0, inside[0] - _AROUND) : inside[0]], *words[inside[-1] + 1 : inside[-1] + _AROUND + 1]]
    return frozenset(_alike(w.stem) for w in near if w.is_content) - {"people"}


def _alike(word: str) -> str:
    return _SAME.get(word, word)
