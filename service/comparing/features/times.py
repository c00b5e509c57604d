"""Features of dates and clock times, and of when the statements were published."""

import math
from collections.abc import Iterator

from service.comparing.features.base import NOTHING, Feature, explained
from service.comparing.moments import Moment, find_day, is_other, is_same
from service.comparing.reading import Reading
from service.domain.reasons import Reason

YEAR = 366
SCOPES = ("period", "region", "extent")


def dates_differ(a: Reading, b: Reading) -> Feature:
    """Both statements name a date or time, and they exclude each other; days are resolved by publication."""
    clashes = [(p, q) for p, q in _pairs(a, b) if is_other(p, q)]
    if not clashes or dates_match(a, b).value:
        return NOTHING
    p, q = clashes[0]
    return explained("The dates differ: one says “{a}”, the other “{b}”.", (a, p.span), (b, q.span))


def dates_match(a: Reading, b: Reading) -> Feature:
    """Both statements name the same date or time, as far as their words tell."""
    same = [(p, q) for p, q in _pairs(a, b) if is_same(p, q)]
    if not same:
        return NOTHING
    p, q = same[0]
    return explained("Both speak of the same date: “{a}” and “{b}”.", (a, p.span), (b, q.span))


def days_apart(a: Reading, b: Reading) -> Feature:
    """How far apart the statements were published, on a scale where 1 is a year."""
    days = find_days_between(a, b)
    if not days:
        return NOTHING
    sentence = f"{days} day{'s' if days > 1 else ''} lie{'' if days > 1 else 's'} between them."
    return Feature(min(2.0, math.log1p(days) / math.log(YEAR)), Reason(sentence))


def scope_differs(a: Reading, b: Reading) -> Feature:
    """The statements speak of different periods or regions, or of a part and the whole."""
    for scope in SCOPES:
        first, second = ({c: s for c, s in r.scopes if c.startswith(scope)} for r in (a, b))
        if first and second and not first.keys() & second.keys():
            spans = next(iter(first.values())), next(iter(second.values()))
            return explained("They speak of different scopes: “{a}” and “{b}”.", (a, spans[0]), (b, spans[1]))
    return NOTHING


def find_days_between(a: Reading, b: Reading) -> int | None:
    """Days between the publication of the two, None when a date is unknown."""
    first, second = (find_day(r.statement.published_at) for r in (a, b))
    return abs((second - first).days) if first and second else None


def _pairs(a: Reading, b: Reading) -> Iterator[tuple[Moment, Moment]]:
    return ((p, q) for p in a.moments for q in b.moments)
