"""How near sentences are to a text: by what they mean, and by the rare words that they share with it.

An encoder puts all that is said on one topic close together. What reports on the same deed or figure also uses the same
names and numbers, and those are rare even among what is near.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")

Words = frozenset[str]


def find_own_words(text: str) -> Words:
    """The distinct words and numbers of a text in any script that parts its words, casefolded."""
    return frozenset(_WORD.findall(text.casefold()))


def find_nearness(words: Words, others: Sequence[Words], similarities: Sequence[float]) -> list[float]:
    """For each of the others the mean of its similarity to the text and of the words in common, both at most 1.

    A word weighs log((n + 2) / c) where c of the n others and the text have it: what all of them have is the topic, and
    tells nothing apart. Words in common are the weight of what both have, over the geometric mean of what each has.
    """
    held = Counter(words)
    held.update(word for other in others for word in other)
    weights = {word: math.log((len(others) + 2) / count) for word, count in held.items()}
    own = _weigh(words, weights)
    return [
        (similarity + _share(_weigh(words & other, weights), own, _weigh(other, weights))) / 2
        for other, similarity in zip(others, similarities, strict=True)
    ]


def _weigh(words: Iterable[str], weights: dict[str, float]) -> float:
    return sum(weights[word] for word in words)


def _share(common: float, one: float, other: float) -> float:
    return common / math.sqrt(one * other) if common else 0.0
