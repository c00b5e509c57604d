"""How near sentences are to a text: by what they mean, and by the rare words that they share with it.

An encoder puts all that is said on one topic close together. What reports on the same deed or figure also uses the same
names and numbers, and those are rare even among what is near.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

FEWEST = 100
"""Fewer others are taken for so many: in a small store a word is not common because both of two sentences have it."""

_GAPS = re.compile(r"[\s—–/]+")
_EDGES = re.compile(r"^\W+|\W+$")

Words = frozenset[str]


def find_distinct_words(text: str) -> Words:
    """The distinct words and numbers of a text whose script parts them by gaps, casefolded; "Sarin's" is "sarin"."""
    parts = _GAPS.split(text.casefold().replace("’", "'"))
    return frozenset(_EDGES.sub("", part).removesuffix("'s") for part in parts) - {""}


def find_nearness(words: Words, others: Sequence[Words], similarities: Sequence[float]) -> list[float]:
    """For each of the others the mean of its similarity to the text and of the words in common, both at most 1.

    A word weighs log((n + 2) / c) where c of the n others and the text have it: what all of them have is the topic, and
    tells nothing apart. Words in common are the weight of what both have, over the geometric mean of what each has.
    """
    held = Counter(words)
    held.update(word for other in others for word in other)
    most = max(len(others), FEWEST) + 2
    weights = {word: math.log(most / count) for word, count in held.items()}
    own = _weigh(words, weights)
    return [
        (similarity + _share(_weigh(words & other, weights), own, _weigh(other, weights))) / 2
        for other, similarity in zip(others, similarities, strict=True)
    ]


def _weigh(words: Iterable[str], weights: Mapping[str, float]) -> float:
    return math.fsum(weights[word] for word in words)  # exact, so the order of a set does not matter


def _share(common: float, one: float, other: float) -> float:
    return common / math.sqrt(one * other) if common else 0.0
