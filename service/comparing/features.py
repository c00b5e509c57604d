"""What two statements have and lack in common: one function a feature.

Each takes two readings, gives the same value for either order, and says in a sentence what it saw. The first
line of its docstring is the explanation shown to users.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from models.quantities import DateMention, Quantity
from service.comparing.reading import Reading, View


@dataclass(frozen=True)
class Feature:
    """A value, mostly between 0 and 1, and the sentence that explains it when there is something to say."""

    value: float
    reason: str | None = None


NOTHING = Feature(0.0)

_SLACK = {
    "at least": (0.0, 1.0),
    "more than": (0.0, 1.0),
    "at most": (0.5, 0.0),
    "less than": (0.5, 0.0),
    "nearly": (0.15, 0.0),
    "about": (0.1, 0.1),
    "exactly": (0.0, 0.0),
}
"""How far below and above its number an approximator reaches, as shares of it; bare numbers may be rounded."""


def shared_words(a: Reading, b: Reading) -> Feature:
    """How many of the shorter statement's content words stand in the other."""
    return Feature(_overlap(a.words, b.words))


def all_words(a: Reading, b: Reading) -> Feature:
    """How many of both statements' content words they share."""
    together = a.words | b.words
    return Feature(len(a.words & b.words) / len(together)) if together else NOTHING


def shared_names(a: Reading, b: Reading) -> Feature:
    """How many of the names of the statement with fewer names stand in the other."""
    return Feature(_overlap(a.names, b.names))


def no_shared_name(a: Reading, b: Reading) -> Feature:
    """Both statements name somebody or something, and nothing in common."""
    return Feature(float(bool(a.names and b.names) and not a.names & b.names))


def shared_body(a: Reading, b: Reading) -> Feature:
    """Both statements name the same country or body, by whatever name."""
    shared = sorted(a.bodies & b.bodies)
    return Feature(1.0, f"Both are about {' and '.join(shared)}.") if shared else NOTHING


def other_bodies(a: Reading, b: Reading) -> Feature:
    """Both statements name countries or bodies, and none in common."""
    return Feature(float(bool(a.bodies and b.bodies) and not a.bodies & b.bodies))


def polarity_differs(a: Reading, b: Reading) -> Feature:
    """One statement denies or negates and the other does not."""
    if len(a.cues["negation"]) % 2 == len(b.cues["negation"]) % 2:
        return NOTHING
    negative = a if len(a.cues["negation"]) % 2 else b
    word = negative.cues["negation"][0]
    return Feature(1.0, f"One side says “{word}”, the other has no such word.")


def both_negative(a: Reading, b: Reading) -> Feature:
    """Both statements deny or negate something."""
    return Feature(float(a.has("negation") and b.has("negation")))


def quantities_differ(a: Reading, b: Reading) -> Feature:
    """Both statements count or measure the same kind of thing, and the values exclude each other."""
    clashes = [(p, q) for p, q in _comparable(a, b) if not _compatible(p, q)]
    if not clashes or quantities_match(a, b).value:
        return NOTHING
    first, second = clashes[0]
    return Feature(1.0, f"The numbers differ: “{_words(a, first)}” against “{_words(b, second)}”.")


def quantities_match(a: Reading, b: Reading) -> Feature:
    """Both statements count or measure the same kind of thing, and the values fit together."""
    fits = [(p, q) for p, q in _comparable(a, b) if _compatible(p, q)]
    if not fits:
        return NOTHING
    first, second = fits[0]
    return Feature(1.0, f"The numbers fit: “{_words(a, first)}” and “{_words(b, second)}”.")


def dates_differ(a: Reading, b: Reading) -> Feature:
    """Both statements name a date of the same precision, and the dates are not the same."""
    clashes = [(p, q) for p in a.dates for q in b.dates if _dates_clash(p, q)]
    if not clashes or dates_match(a, b).value:
        return NOTHING
    first, second = clashes[0]
    return Feature(1.0, f"The dates differ: “{_date_words(a, first)}” against “{_date_words(b, second)}”.")


def dates_match(a: Reading, b: Reading) -> Feature:
    """Both statements name the same date."""
    same = [(p, q) for p in a.dates for q in b.dates if _same_date(p, q)]
    if not same:
        return NOTHING
    first, second = same[0]
    return Feature(1.0, f"The dates fit: “{_date_words(a, first)}” and “{_date_words(b, second)}”.")


def evaluation_opposed(a: Reading, b: Reading) -> Feature:
    """One statement's words praise and the other's blame."""
    for good, bad in ((a, b), (b, a)):
        if good.has("praise") and bad.has("blame") and not (good.has("blame") or bad.has("praise")):
            return Feature(
                1.0,
                f"The words judge differently: “{good.cues['praise'][0]}” against “{bad.cues['blame'][0]}”.",
            )
    return NOTHING


def evaluation_shared(a: Reading, b: Reading) -> Feature:
    """Both statements praise, or both blame."""
    return Feature(float(any(a.has(tone) and b.has(tone) for tone in ("praise", "blame"))))


def evaluation_present(a: Reading, b: Reading) -> Feature:
    """How many of the two statements evaluate at all."""
    return Feature(sum(r.has("praise") or r.has("blame") for r in (a, b)) / 2)


def views_opposed(a: Reading, b: Reading) -> Feature:
    """The same country or body is said to be for it in one statement and against it in the other."""
    for x, y in _views_of_one_body(a, b):
        if x.polarity * y.polarity < 0:
            return Feature(1.0, f"{_body(x, y)} is for it on one side and against it on the other: {_both(x, y)}.")
    return NOTHING


def views_shared(a: Reading, b: Reading) -> Feature:
    """The same country or body is said to be for it, or against it, in both statements."""
    if views_opposed(a, b).value:
        return NOTHING
    for x, y in _views_of_one_body(a, b):
        if x.polarity * y.polarity > 0:
            stand = "for" if x.polarity > 0 else "against"
            return Feature(1.0, f"Both sides show {_body(x, y)} {stand} it: {_both(x, y)}.")
    return NOTHING


def views_of_others(a: Reading, b: Reading) -> Feature:
    """Both statements tell how somebody sees it, and they are not the same countries or bodies."""
    held = [frozenset().union(*(view.bodies for view in r.views)) for r in (a, b)]
    return Feature(float(bool(held[0] and held[1]) and not held[0] & held[1]))


def modality_differs(a: Reading, b: Reading) -> Feature:
    """One statement speaks of what will or may be, the other of what is."""
    if a.has("modal") == b.has("modal"):
        return NOTHING
    word = (a if a.has("modal") else b).cues["modal"][0]
    return Feature(1.0, f"One side is a plan, a forecast or a condition (“{word}”), the other is not.")


def movement(a: Reading, b: Reading) -> Feature:
    """How many of the two statements speak of something that has moved."""
    words = [r.cues["moved"][0] for r in (a, b) if r.has("moved")]
    if not words:
        return NOTHING
    return Feature(len(words) / 2, f"A development is told: {' and '.join(f'“{w}”' for w in words)}.")


def days_apart(a: Reading, b: Reading) -> Feature:
    """How far apart the statements were published, on a scale where 1 is a year."""
    days = find_days_between(a, b)
    if not days:
        return NOTHING
    return Feature(min(2.0, math.log1p(days) / math.log(366)), f"{days} day{'s' if days > 1 else ''} lie between them.")


def denial(a: Reading, b: Reading) -> Feature:
    """One statement is a speaker's denial and the other is not."""
    return Feature(float((a.statement.stance == "denies") != (b.statement.stance == "denies")))


FEATURES: tuple[Callable[[Reading, Reading], Feature], ...] = (
    shared_words,
    all_words,
    shared_names,
    no_shared_name,
    shared_body,
    other_bodies,
    polarity_differs,
    both_negative,
    quantities_differ,
    quantities_match,
    dates_differ,
    dates_match,
    evaluation_opposed,
    evaluation_shared,
    evaluation_present,
    views_opposed,
    views_shared,
    views_of_others,
    modality_differs,
    movement,
    days_apart,
    denial,
)


def find_features(a: Reading, b: Reading) -> dict[str, Feature]:
    """Every feature of the pair, under its name."""
    return {feature.__name__: feature(a, b) for feature in FEATURES}


def find_days_between(a: Reading, b: Reading) -> int | None:
    """Days between the publication of the two, None when a date is unknown."""
    try:
        first, second = (date.fromisoformat((r.statement.published_at or "")[:10]) for r in (a, b))
    except ValueError:
        return None
    return abs((second - first).days)


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


def _both(x: View, y: View) -> str:
    return f"“{x.words}”, “{y.words}”"


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def _comparable(a: Reading, b: Reading) -> list[tuple[Quantity, Quantity]]:
    return [(p, q) for p in a.quantities for q in b.quantities if p.unit and p.unit == q.unit]


def _compatible(p: Quantity, q: Quantity) -> bool:
    """Whether one value can satisfy the words of both."""
    (p_low, p_high), (q_low, q_high) = _range(p), _range(q)
    return p_low <= q_high and q_low <= p_high


def _range(quantity: Quantity) -> tuple[float, float]:
    """The values that the words admit. Nobody writes "at least 40" of 400: such words reach up to twice the number."""
    low, high = quantity.low, quantity.high
    below, above = _SLACK.get(quantity.approximator or "", (0.005, 0.005))
    return low - below * abs(low), high + above * abs(high)


def _words(reading: Reading, quantity: Quantity) -> str:
    return reading.quote_of(quantity.span.start, quantity.span.end)


def _date_words(reading: Reading, mention: DateMention) -> str:
    return reading.quote_of(mention.span.start, mention.span.end)


def _fields(p: DateMention, q: DateMention) -> list[tuple[int, int]]:
    pairs = ((p.year, q.year), (p.month, q.month), (p.day, q.day))
    return [(x, y) for x, y in pairs if x is not None and y is not None]


def _dates_clash(p: DateMention, q: DateMention) -> bool:
    return any(x != y for x, y in _fields(p, q))


def _same_date(p: DateMention, q: DateMention) -> bool:
    fields = _fields(p, q)
    return bool(fields) and all(x == y for x, y in fields)
