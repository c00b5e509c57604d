"""What a feature gives: a value, and the reason that explains it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from models.base import Span
from service.comparing.reading import Reading
from service.domain.reasons import Reason


@dataclass(frozen=True)
class Feature:
    """A value, mostly between 0 and 1, and the reason for it when there is something to say."""

    value: float
    reason: Reason | None = None


NOTHING = Feature(0.0)

Seen = Callable[[Reading, Reading], Feature]
"""A feature: two readings in, the same value for either order."""


def found(value: bool) -> Feature:
    """A feature that is there or not, and explains nothing."""
    return Feature(float(value))


def explained(sentence: str, a: tuple[Reading, Span], b: tuple[Reading, Span], value: float = 1.0) -> Feature:
    """A feature whose sentence quotes one place of each side: "{a}" and "{b}" in it become the words there."""
    words = {side: reading.statement.text[span.start : span.end] for side, (reading, span) in (("a", a), ("b", b))}
    return Feature(value, Reason(sentence.format(**words), (a[1],), (b[1],)))


def told_of_one(sentence: str, told: tuple[Reading, Span], *, first: bool, value: float = 1.0) -> Feature:
    """A feature whose sentence quotes one side only, the `first` or the second: "{words}" becomes the words there."""
    reading, span = told
    words = sentence.format(words=reading.statement.text[span.start : span.end])
    return Feature(value, Reason(words, (span,), ()) if first else Reason(words, (), (span,)))


def share_of_smaller(first: Iterable[str], second: Iterable[str]) -> float:
    """How many of the smaller set's members are in the other; 0 where one is empty."""
    one, other = set(first), set(second)
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0
