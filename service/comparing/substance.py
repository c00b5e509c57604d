"""Whether a claim says something that could be a fact: more than a view of the outlet's own, or a bare fragment."""

import re

from models.remembering import remembered
from service.comparing import lexicon
from service.comparing.tokens import Word, find_words
from service.domain.claims import Claim

ENGLISH = "en"
LEAST = 2
"""Fewer content words say nothing by themselves: "It got dumber.", "There are none." """
LEAST_AFTER_A_POINTER = 4
"""So many are needed where a pronoun stands for what it is about: "I don't think so.", "We have a minor dispute." """
LEAST_WORTH = 0.1
LEAST_WORTH_OF_OPINIONS = 0.25
"""From this checkworthiness on, a statement without a speaker has something in it that others can report too.

Read on the facts of 600 news articles (679): below these and below the counts of words lie 44. Nobody would sign 40 of
them as a fact; lost are short quotations whose speaker was not found ("I can't fund my own campaign")."""

_POINTERS = frozenset("i you he she it we they this that these those there here".split())
_CONTRACTED = re.compile(r"n't$|'(?:s|re|ve|ll|d|m|t)$")
_FEW_LETTERS = 2
_EMPTY = frozenset("think know guess mean see get got go let can't cannot won't so too yes".split())


def is_substantial(claim: Claim) -> bool:
    """Whether others could report the same fact.

    A view of the article itself, with next to nothing in it to check, is none (that a speaker holds a view is one);
    nor is what names nothing, no body and no number, in hardly any words: two who write "I don't think so." need not
    speak of the same thing. Other languages than English are not looked into.
    """
    if claim.source.language != ENGLISH:
        return True
    return not _is_own_view(claim) and not _is_fragment(claim.said.text)


def _is_own_view(claim: Claim) -> bool:
    said = claim.said
    least = LEAST_WORTH_OF_OPINIONS if said.kind == "opinion" else LEAST_WORTH
    return said.speaker is None and said.checkworthiness < least


@remembered(100_000)
def _is_fragment(text: str) -> bool:
    words = find_words(text)
    if any((word.is_name and word.low not in _POINTERS) or word.low[0].isdigit() for word in words):
        return False
    content = {word.stem for word in words if _is_content(word)}
    pointed = bool(words) and _plain(words[0]) in _POINTERS
    return len(content) < (LEAST_AFTER_A_POINTER if pointed else LEAST)


def _is_content(word: Word) -> bool:
    plain = _plain(word)
    return word.is_content and len(plain) > _FEW_LETTERS and plain not in lexicon.FUNCTION_WORDS and plain not in _EMPTY


def _plain(word: Word) -> str:
    """The word without what is contracted with it: "it's" is "it", "didn't" is "did"."""
    return _CONTRACTED.sub("", word.low)
