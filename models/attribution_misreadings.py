"""Words that look like an attribution and are none: what is only possible, adjectives and nouns, falling numbers."""

from collections.abc import Sequence

from models import lexicon
from models.attribution_phrases import QUOTE, Token, is_day_or_month, is_verb_like
from models.attribution_verbs import CueMention
from models.lexicon_speech import CUES, Cue

_ABLE = frozenset("can cannot can't should shouldn't".split())
_UNSETTLED = frozenset("if whether until unless".split())
_DECLINING = frozenset("decline".split())
_BEHIND_FALLING = frozenset("in by from a slightly sharply steadily steeply rapidly again further".split())
_DESCRIBING = frozenset("allege write report propose plan estimate claim suspect expect".split())
_ONLY_SUSPECTED = frozenset("allege suspect estimate".split())
_MADE = frozenset("release publish propose reject strike file offer present approve issue pass sign cite".split())
_DATING = frozenset("on in by last this late early for from at".split())
_LONGEST_TAIL = 6
_NO_NOUNS = frozenset("that to it him her them whether how why what".split())


def is_misread(tokens: Sequence[Token], cue: CueMention) -> bool:
    """Whether the word attributes nothing here, though it may elsewhere; direct words beside it speak for it."""
    known = CUES.get(tokens[cue.at].low)
    if known is None:
        return False
    if _is_expletive(tokens, cue) or _is_falling(tokens, cue, known) or _describes_noun(tokens, cue, known):
        return True
    if any(t.low == QUOTE for t in tokens):
        return False
    return _is_possible(tokens, cue, known) or _is_unsettled(tokens, cue) or _is_reduced(tokens, cue, known)


def _is_expletive(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "It's worth noting that …": nobody is named."""
    return tokens[cue.phrase.first].low == "it's"


def _is_possible(tokens: Sequence[Token], cue: CueMention, known: Cue) -> bool:
    """ "He can trumpet the deal", "she should regret it": what has not been said."""
    return known.form == "base" and any(t.low in _ABLE for t in tokens[cue.phrase.last : cue.at][-3:])


def _is_unsettled(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "If she wants to leave, …", "until Velm announced it": whether it will ever be said is open."""
    first = cue.phrase.first
    return 0 < first <= cue.at and tokens[first - 1].low in _UNSETTLED


def _is_falling(tokens: Sequence[Token], cue: CueMention, known: Cue) -> bool:
    """ "Sales declined 40 percent", "It declined a bit", "fell and declined to $281 million"."""
    if known.lemma not in _DECLINING or cue.phrase.first > cue.at:
        return False
    following = [t for t in tokens[cue.last : cue.last + 3] if t.low != "to"]
    if not following or not tokens[cue.last].is_word:
        return False
    amount = following[0].text[0].isdigit() or following[0].text in "$£€"
    return amount or tokens[cue.last].low in _BEHIND_FALLING


def _describes_noun(tokens: Sequence[Token], cue: CueMention, known: Cue) -> bool:
    """ "submitted written questions", "firings, and alleged mishandling of files": an adjective."""
    if known.form != "past" or known.lemma not in _DESCRIBING or cue.last >= len(tokens) or cue.phrase.first > cue.at:
        return False
    before, after = tokens[cue.at - 1], tokens[cue.last]
    if not _is_plain_noun(after) or not after.low.endswith(("s", "ing", "ment", "tion")):
        return False
    joined = before.low in ("of", "with", "for") or (before.low in ("and", "or") and known.lemma in _ONLY_SUSPECTED)
    return joined or (before.low.endswith("ed") and before.text[0].islower())


def _is_plain_noun(token: Token) -> bool:
    grammar = lexicon.DETERMINERS | lexicon.POSSESSIVES | lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.ADVERBS
    return token.is_word and token.text[0].islower() and token.low not in grammar | lexicon.PRONOUNS | _NO_NOUNS


def _is_reduced(tokens: Sequence[Token], cue: CueMention, known: Cue) -> bool:
    """ "The plan rejected on Monday was …", "A poll released Nov. 21 caused …": what was done to it."""
    if known.form != "past" or known.lemma not in _MADE or cue.phrase.last != cue.at:
        return False
    for token in tokens[cue.last : cue.last + _LONGEST_TAIL]:
        if is_verb_like(token) or (token.low.endswith("ed") and token.text[0].islower()):
            return True
        dated = token.low in _DATING or is_day_or_month(token) or token.text[0].isdigit() or _is_month(token)
        if not (dated or token.text in ".,"):
            return False
    return False


def _is_month(token: Token) -> bool:
    return token.is_capital and token.low.rstrip(".")[:3] in lexicon.MONTH_ABBREVIATIONS
