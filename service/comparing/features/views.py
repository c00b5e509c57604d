"""Features of evaluation: who is for or against what, and in which words."""

from service.comparing.features.base import NOTHING, Feature, explained, found
from service.comparing.reading import Reading, View


def evaluation_opposed(a: Reading, b: Reading) -> Feature:
    """One statement's words praise and the other's blame."""
    for good, bad in (("praise", "blame"), ("blame", "praise")):
        if a.has(good) and b.has(bad) and not (a.has(bad) or b.has(good)):
            sides = (a, a.cues[good][0]), (b, b.cues[bad][0])
            return explained("The words judge differently: “{a}” against “{b}”.", *sides)
    return NOTHING


def evaluation_shared(a: Reading, b: Reading) -> Feature:
    """Both statements praise, or both blame."""
    return found(any(a.has(tone) and b.has(tone) for tone in ("praise", "blame")))


def evaluation_present(a: Reading, b: Reading) -> Feature:
    """How many of the two statements evaluate at all."""
    return Feature(sum(r.has("praise") or r.has("blame") for r in (a, b)) / 2)


def views_opposed(a: Reading, b: Reading) -> Feature:
    """The same country or body is said to be for it in one statement and against it in the other."""
    for x, y in _views_of_one_body(a, b):
        if x.polarity * y.polarity < 0:
            sentence = f"{_body(x, y)} is for it on one side and against it on the other: “{{a}}”, “{{b}}”."
            return explained(sentence, (a, x.span), (b, y.span))
    return NOTHING


def views_shared(a: Reading, b: Reading) -> Feature:
    """The same country or body is said to be for it, or against it, in both statements."""
    if views_opposed(a, b).value:
        return NOTHING
    for x, y in _views_of_one_body(a, b):
        if x.polarity * y.polarity > 0:
            stand = "for" if x.polarity > 0 else "against"
            return explained(f"Both sides show {_body(x, y)} {stand} it: “{{a}}”, “{{b}}”.", (a, x.span), (b, y.span))
    return NOTHING


def views_of_others(a: Reading, b: Reading) -> Feature:
    """Both statements tell how somebody sees it, and they are not the same countries or bodies."""
    held = [frozenset[str]().union(*(view.bodies for view in r.views)) for r in (a, b)]
    return found(bool(held[0] and held[1]) and not held[0] & held[1])


def _views_of_one_body(a: Reading, b: Reading) -> list[tuple[View, View]]:
    """Pairs of views that one body can hold of one thing: a target that only points back can be anything."""
    return [
        (x, y)
        for x in a.views
        for y in b.views
        if x.bodies & y.bodies and (x.target & y.target or not x.target or not y.target)
    ]


def _body(x: View, y: View) -> str:
    return min(x.bodies & y.bodies)
