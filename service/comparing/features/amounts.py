"""Features of numbers: of one thing they fit, exclude each other, or one is the more precise."""

from collections.abc import Iterator

from service.comparing.amounts import Amount, are_compatible, find_comparability
from service.comparing.features.base import NOTHING, Feature, explained
from service.comparing.reading import Reading

NEAR = 1.25
"""So many times the smaller number the larger may be where two reports are likely to mean one number."""


def quantities_differ(a: Reading, b: Reading) -> Feature:
    """Both statements count or measure the same thing, and the values exclude each other."""
    return _surest("The numbers differ: one says “{a}”, the other “{b}”.", a, b, _find_clashes(a, b))


def quantities_near(a: Reading, b: Reading) -> Feature:
    """The values that exclude each other are so near that both are likely to be of one thing."""
    near = [find_comparability(p, q) for p, q in _find_clashes(a, b) if _are_near(p, q)]
    return Feature(max(near, default=0.0))


def quantities_match(a: Reading, b: Reading) -> Feature:
    """Both statements count or measure the same thing, and the values fit together."""
    return _surest("The numbers fit: “{a}” and “{b}”.", a, b, _find_fits(a, b))


def more_precise(a: Reading, b: Reading) -> Feature:
    """Both statements count or measure the same thing, and one value is the more precise of two that fit."""
    refined = ((p, q) for p, q in _find_fits(a, b) if (p.stated > 0) != (q.stated > 0))
    return _surest("One number is the more precise: “{a}” and “{b}”.", a, b, refined)


def _surest(sentence: str, a: Reading, b: Reading, pairs: Iterator[tuple[Amount, Amount]]) -> Feature:
    ranked = sorted(pairs, key=lambda pair: -find_comparability(*pair))
    if not ranked:
        return NOTHING
    p, q = ranked[0]
    return explained(sentence, (a, p.span), (b, q.span), find_comparability(p, q))


def _find_fits(a: Reading, b: Reading) -> Iterator[tuple[Amount, Amount]]:
    return ((p, q) for p, q in _find_comparable(a, b) if are_compatible(p, q))


def _find_clashes(a: Reading, b: Reading) -> Iterator[tuple[Amount, Amount]]:
    """Pairs that differ, where neither number fits any of the other side."""
    fits = list(_find_fits(a, b))
    settled_a, settled_b = {p.span for p, _ in fits}, {q.span for _, q in fits}
    for p, q in _find_comparable(a, b):
        if not are_compatible(p, q) and p.span not in settled_a and q.span not in settled_b:
            yield p, q


def _are_near(p: Amount, q: Amount) -> bool:
    smaller, larger = (p, q) if p.high < q.high else (q, p)
    return 0 < larger.low <= NEAR * smaller.high


def _find_comparable(a: Reading, b: Reading) -> Iterator[tuple[Amount, Amount]]:
    return ((p, q) for p in a.amounts for q in b.amounts if find_comparability(p, q))
