"""Turns of a transcript or interview: whose paragraph it is, as its label says ("ADA BRANDT: The dam will hold.")."""

import re
from collections import Counter

from models.attribution_posts import Post, Posts
from models.base import Span
from models.remembering import remembered

_LABEL = re.compile(
    r"^(?P<name>[A-Z][\w.’'-]*(?:[^\S\n][A-Z][\w.’'-]*){0,3})(?:[^\S\n]\([^)\n]{2,80}\))?:[^\S\n]+(?=\S)", re.MULTILINE
)
_NO_SPEAKERS = frozenset(
    "read related watch more photo photos see opinion update updated video image note source sources editor correction"
    " analysis listen next previous tags topics date time where when who what why how where's cost price".split()
)
_FEWEST_TURNS = 4
_NO_NAMES = frozenset("q a question answer".split())
"""Labels that say whose turn it is, and not who that is."""


@remembered(2)
def find_turns(text: str) -> Posts:
    """The paragraphs that open with a label, where two or more of the labels come back; else none. Of "Q:" and "A:"
    only the label is found, which is no part of a sentence: what follows is nobody's for that.
    """
    labels = [m for m in _LABEL.finditer(text) if m["name"].split()[0].lower() not in _NO_SPEAKERS]
    counts = Counter(m["name"] for m in labels)
    if len(labels) < _FEWEST_TURNS or sum(n > 1 for n in counts.values()) < 2:
        return Posts(())
    return Posts([_build_turn(text, label) for label in labels])


def _build_turn(text: str, label: re.Match[str]) -> Post:
    line = text.find("\n", label.end())
    end = len(text) if line < 0 else line
    named = label["name"].lower() not in _NO_NAMES
    words = Span(label.end(), label.end() + len(text[label.end() : end].rstrip()) * named)
    return Post(words, Span(*label.span("name")), ":", (Span(*label.span()),))
