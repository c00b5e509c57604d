"""Words that look like an attribution and are none: what is only possible, adjectives and nouns, falling numbers."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from models import lexicon
from models.attribution_phrases import QUOTE, Token, is_day_or_month, is_verb_like
from models.attribution_verbs import CueMention
from models.lexicon_speech import CUES, DOCUMENTS, Cue

_ABLE = frozenset("can cannot can't should shouldn't may".split())
_IMAGINED = frozenset("should would could might".split())
_UNSETTLED = frozenset("if whether until unless".split())
_DECLINING = frozenset("decline".split())
_BEHIND_FALLING = frozenset("in by from a slightly sharply steadily steeply rapidly again further".split())
_DESCRIBING = frozenset("allege write report propose plan estimate claim suspect expect".split())
_ONLY_SUSPECTED = frozenset("allege suspect estimate".split())
_MADE = frozenset("release publish propose reject strike file offer present approve issue pass sign cite".split())
_DEEDS = frozenset({("write", "something"), ("counter", "with"), ("pitch", "in"), ("swear", "in"), ("say", "anything")})
_OPEN_QUESTIONS = frozenset("whether if how what which who when where".split())
_AIMS = frozenset("purpose purposes goal goals aim aims point idea".split())
_DATING = frozenset("on in by last this late early for from at".split())
_LONGEST_TAIL = 6
_RATIO = re.compile(r"\d+-(?:to-)?\d+")
_PREDICATES = frozenset("a an the on for to out his her its their not".split())
_HAVING = frozenset("has have had having".split())
_NO_NOUNS = frozenset("that to it him her them whether how why what".split())


def is_misread(tokens: Sequence[Token], cue: CueMention) -> bool:
    """Whether the word attributes nothing here, though it may elsewhere; direct words beside it speak for it."""
    known = CUES.get(tokens[cue.at].low)
    if known is None:
        return False
    quoted = any(t.low == QUOTE for t in tokens)
    return any(rule(tokens, cue, known) for rule in (_ALWAYS if quoted else _ALWAYS + _UNQUOTED))


def _is_nobody(tokens: Sequence[Token], cue: CueMention, known: Cue) -> bool:
    """ "It's worth noting that …", "Maybe you've said it yourself": nobody is named."""
    words = tokens[cue.phrase.first : cue.phrase.last]
    if len(words) > 2 and words[0].low in ("this", "that") and words[1].low == "means":
        return True  # "This means Rovians can expect …"
    if words[0].low == "the" and len(words) > 2 and words[1].low in ("more", "less", "longer"):
        return True  # "the more people learned …"
    if len(words) == 1 and (
        _RATIO.fullmatch(words[0].text) or (words[0].low in ("that", "that's") and known.form == "ing")
    ):
        return True  # "Rovians by 2-1 said …", "and that's saying something"
    return words[0].low == "it's" or words[-1].low.partition("'")[0] in ("i", "we", "you")


def _is_passive(tokens: Sequence[Token], cue: CueMention, known: Cue) -> bool:
    """ "laws written to protect faith", "They're written", "had written off the sum"."""
    if known.lemma != "write" or tokens[cue.at].low != "written" or cue.phrase.first > cue.at:
        return False
    off = cue.last < len(tokens) and tokens[cue.last].low == "off"
    has = any(t.low in _HAVING or t.low.endswith("'ve") for t in tokens[cue.phrase.first : cue.at])
    return off or not has


def _is_what_was_said(tokens: Sequence[Token], cue: CueMention, known: Cue) -> bool:
    """ "was not impressed with what Rell had said so far: “…”": the direct words are another's."""
    first = cue.phrase.first
    if not 1 < first <= cue.at or tokens[first - 1].low != "what" or tokens[first - 2].low not in lexicon.PREPOSITIONS:
        return False
    behind = tokens[cue.last :]
    return known.kind == "say" and any(a.text == ":" and b.low == QUOTE for a, b in pairwise(behind))


def _names_what_is_called(tokens: Sequence[Token], cue: CueMention, known: Cue) -> bool:
    """ "An organization called Big Sky"; but "An official called Rell a liar" says something."""
    if known.lemma != "call" or cue.phrase.last != cue.at or tokens[cue.phrase.first].low not in ("a", "an", "one"):
        return False
    named = list(takewhile(lambda t: t.is_capital or t.low == QUOTE, tokens[cue.last :]))
    behind = tokens[cue.last + len(named) : cue.last + len(named) + 1]
    return bool(named and behind) and behind[0].low not in _PREDICATES


def _grows(tokens: Sequence[Token], cue: CueMention, known: Cue) -> bool:
    """ "added to the mess", "aren't adding workers": no words are added."""
    if known.lemma != "add" or cue.phrase.last > cue.at:
        return False
    rest = tokens[cue.last :]
    told = any(t.low in ("that", QUOTE) for t in rest)
    adding = known.form == "ing" and any(
        t.low in lexicon.BE_FORMS or t.low.endswith("n't") for t in tokens[cue.phrase.last : cue.at]
    )
    return not told and (adding or bool(rest and rest[0].low == "to"))


def _is_possible(tokens: Sequence[Token], cue: CueMention, known: Cue) -> bool:
    """ "He can trumpet the deal", "she should regret it", "should have considered": what has not been said."""
    between = {t.low for t in tokens[cue.phrase.last : cue.at]}
    if "have" in between and between & _IMAGINED:
        return True
    return known.form == "base" and bool(between & _ABLE or ("will" in between and _is_to_be_settled(tokens, cue)))


def _is_to_be_settled(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "The court will decide whether …": nothing is said before it has."""
    return cue.last < len(tokens) and tokens[cue.last].low in _OPEN_QUESTIONS


def _is_subject_of_clause(tokens: Sequence[Token], cue: CueMention, _: Cue) -> bool:
    """ "What Rell describes is worse", "The purpose of the act is to assure …": the outlet says so."""
    first, last = cue.phrase.first, cue.last
    if 0 < first <= cue.at and tokens[first - 1].low == "what":
        return last < len(tokens) and tokens[last].low in lexicon.BE_FORMS
    means = any(t.low in _AIMS for t in tokens[max(0, first - 4) : cue.phrase.last])
    return means and any(a.low in lexicon.BE_FORMS and b.low == "to" for a, b in pairwise(tokens[: cue.at]))


def _is_asked_in_poll(tokens: Sequence[Token], cue: CueMention, known: Cue) -> bool:
    """ "The survey asked people to rate the paper": a question, which claims nothing."""
    return known.lemma == "ask" and any(t.low in DOCUMENTS for t in tokens[cue.phrase.first : cue.phrase.last])


def _is_unsettled(tokens: Sequence[Token], cue: CueMention, _: Cue) -> bool:
    """ "If she wants to leave, …", "until Velm announced it": whether it will ever be said is open."""
    first = cue.phrase.first
    return 0 < first <= cue.at and tokens[first - 1].low in _UNSETTLED


def _is_a_deed(tokens: Sequence[Token], cue: CueMention, known: Cue) -> bool:
    """ "enjoyed a surge", "wrote something in her notes", "are countering with a platform", "may consider"."""
    following = tokens[cue.last].low if cue.last < len(tokens) else ""
    if known.lemma == "consider":
        return any(t.low in ("may", "might") for t in tokens[cue.phrase.last : cue.at])
    return known.lemma == "enjoy" or (known.lemma, following) in _DEEDS


def _takes_lives(tokens: Sequence[Token], cue: CueMention, known: Cue) -> bool:
    """ "The outbreak claimed nearly 800 lives"."""
    return known.lemma == "claim" and any(t.low == "lives" for t in tokens[cue.last : cue.last + _LONGEST_TAIL])


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


_ALWAYS = (
    _is_nobody, _is_passive, _is_what_was_said, _names_what_is_called, _grows, _takes_lives, _is_falling,
    _describes_noun,
)  # fmt: skip
_UNQUOTED = (_is_a_deed, _is_possible, _is_unsettled, _is_reduced, _is_subject_of_clause, _is_asked_in_poll)
