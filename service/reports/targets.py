"""Whether an appraisal is about what a reader asked for: words without their endings, countries by any name."""

import re
from dataclasses import dataclass

from models.remembering import remembered
from service.domain.bodies import find_bodies

# Adjectives that tell one thing from its earlier self, not from another thing.
_UNSPECIFIC = frozenset(
    "new latest recent current revised updated national own first last major big whole entire planned proposed"
    " the a an of in on at to for by with from and or its his her their our this that these those all any".split()
)
_POINTERS = frozenset(
    "it this that they them these those move moves shift change step decision plan plans document paper announcement"
    " development developments proposal news approach measure measures policy".split()
)
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"))


@dataclass(frozen=True)
class Wanted:
    """What a reader asked for: its last word, the words before it, and the countries among them."""

    head: str
    modifiers: frozenset[str]
    bodies: frozenset[str]

    def may_stand_in(self, text: str) -> bool:
        """Whether the head can be a word of the text: never False for one in which it is.

        Every word that has the head for its stem begins like it, up to a "y"; apostrophes are not read as letters.
        """
        return self.head.removesuffix("y") in text.casefold() or "'" in text or "’" in text


def read_wanted(asked: str) -> Wanted:
    """The parts of a phrase such as "US security strategy"; a country alone is its own head."""
    words = _stems(_without_bodies(asked)) or _stems(asked)
    specific = [word for word in words if word not in _UNSPECIFIC] or words or [""]
    bodies = frozenset(find_bodies(asked) or find_bodies(asked.title()) or find_bodies(asked.upper()))
    return Wanted(head=specific[-1], modifiers=frozenset(specific[:-1]), bodies=bodies)


def is_target(wanted: Wanted, target: str) -> bool:
    """Whether a target phrase can be what is wanted: it has the head, and neither another country nor another kind.

    "US security strategy" is "the new strategy" and "America's strategy", but not "China's strategy" nor "the
    maritime strategy".
    """
    if not wanted.may_stand_in(target):
        return False
    words = _stems(_without_bodies(target)) or _stems(target)
    if wanted.head not in words:
        return False
    bodies = set(find_bodies(target))
    if bodies and wanted.bodies and not bodies & wanted.bodies:
        return False
    others = {word for word in words if word not in _UNSPECIFIC} - {wanted.head}
    return not others or not wanted.modifiers or bool(others & wanted.modifiers)


def is_about(wanted: Wanted, text: str) -> bool:
    """Whether a sentence or title is about what is wanted: the head and, if one was asked, a country or a modifier."""
    if not wanted.may_stand_in(text):
        return False
    words = set(_stems(text))
    if wanted.head not in words:
        return False
    if wanted.bodies:
        return bool(wanted.bodies & set(find_bodies(text)))
    return not wanted.modifiers or bool(wanted.modifiers & words)


def is_pointer(target: str) -> bool:
    """Whether the target only points back ("the shift", "it"): what it is stands in the words before."""
    words = [word for word in _stems(target) if word not in _UNSPECIFIC]
    return all(word in _POINTERS for word in words)


def same_target(first: str, second: str) -> bool:
    """Whether two target phrases can be one thing, whichever of them says more."""
    return is_target(read_wanted(first), second) or is_target(read_wanted(second), first)


def _without_bodies(text: str) -> str:
    """The words that belong to no country: lower case, and capitals that name none."""
    return " ".join(word for word in text.split() if not find_bodies(word) and not find_bodies(word.title()))


@remembered(4_096)  # a claim's text is its quote, as a rule, and titles come again with every claim
def _stems(text: str) -> tuple[str, ...]:
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", re.sub(r"['’]s?\b", "", text).casefold())
    return tuple(_stem(word) for word in words)


@remembered(20_000)  # the words of thousands of sentences, again and again
def _stem(word: str) -> str:
    for ending, base in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + base
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
