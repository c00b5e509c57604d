"""Mentions that name no source: the writer himself, words that are no name, and deeds told with a word of report."""

from collections.abc import Sequence

from models import lexicon
from models.attribution_misreadings import is_misread
from models.attribution_phrases import QUOTE, Token, is_day_or_month, is_verb_like
from models.attribution_subjects import can_speak
from models.attribution_verbs import CueMention
from models.lexicon_speech import CUES, DOCUMENTS, SURE_WORDS

_FINDING = frozenset("find show learn discover determine".split())
_DEMANDING = frozenset("must should could may might would can".split())
_TELLING = lexicon.SPEAKING_NOUNS | DOCUMENTS
_ARTICLES = frozenset("a an the".split())
_WITH_THINGS = frozenset("add maintain plan".split())
_SHARES = frozenset("share percentage proportion number numbers fraction".split())
_SUPPOSING = frozenset("would could might".split())
_TESTIFYING = lexicon.WEEKDAYS | {"or", "and", "in", "before", "at", "for", "on", "last", "this", "earlier", "publicly"}
_PERCEIVING = frozenset("hear see watch let".split())
_NO_ADVERBS = frozenset("early family daily weekly monthly elderly friendly likely".split())
_UNTOLD = frozenset("disclose reveal mention inform".split())
_PARTICLES = frozenset("like up out".split())
_GETTING = frozenset("receives gets gives wins gains offers provides lends".split())
_GOTTEN = frozenset("support credit praise comment criticism".split())
_AHEAD = 8
_STATING = lexicon.SUBJECT_PRONOUNS | lexicon.QUESTION_WORDS | {"that", "there", "if", "to"}
_NOBODY = lexicon.CONJUNCTIONS | lexicon.QUESTION_WORDS | {"there", "this", "that", "which"}


def is_no_source(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "I think", "we know" outside a quotation is the outlet's own word; "what", "but" name nobody."""
    first = tokens[cue.phrase.first].low
    if first.partition("'")[0] in ("i", "we", "you"):
        return True
    if cue.phrase.last - cue.phrase.first == 1 and first in _NOBODY:
        return True
    if _is_no_phrase(tokens, cue) or _only_defines(tokens, cue) or is_misread(tokens, cue):
        return True
    if not can_speak(tokens, cue.phrase) or _is_deed(tokens, cue) or _is_demanded(tokens, cue):
        return True
    return _is_supposed(tokens, cue) or _is_expected(tokens, cue) or _says_nothing(tokens, cue)


def _is_no_phrase(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "primarily about talks", "Critics entered Wednesday", "leaves": words that are no name of anybody."""
    words = tokens[cue.phrase.first : cue.phrase.last]
    first, low = words[0], words[0].low
    adverb = low.endswith("ly") and low not in _NO_ADVERBS
    opens_wrong = first.text[0].islower() and (adverb or low in lexicon.PREPOSITIONS or is_verb_like(first))
    if opens_wrong or (len(words) == 1 and low == "well"):
        return True
    return (len(words) > 1 and is_day_or_month(words[-1])) or _holds_a_verb(tokens, cue)


def _holds_a_verb(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "Ada Brandt conducted a survey", "has already rankled lawmakers": a clause taken for a name."""
    first, last = cue.phrase.first, cue.phrase.last
    pairs = zip(tokens[first : last - 1], tokens[first + 1 : last], strict=True)
    if first + 1 < last and tokens[first].text[0].islower() and tokens[first + 1].low in _PARTICLES:
        return True  # "looks like an actor", "come up with a plan"
    if tokens[last - 1].low in _GETTING and tokens[cue.at].low in _GOTTEN:
        return True
    if any(a.low.endswith("ed") and a.text[0].islower() and b.low in ("a", "an", "the") for a, b in pairs):
        return True
    behind_adverb = first > 0 and tokens[first - 1].low in lexicon.AUXILIARIES | lexicon.ADVERBS
    return behind_adverb and tokens[first].low.endswith("ed")


def _only_defines(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "students who wish to learn": which students are meant, not what they say; "Rell, who wishes …" does say it."""
    if cue.relative is None:
        return False
    if any(t.low in _SHARES for t in tokens[cue.phrase.first : cue.relative]):
        return True  # "The share of adults who say …": a number
    if cue.kind == "say" or tokens[cue.at].low in SURE_WORDS:
        return False
    before = tokens[cue.relative - 1]
    return before.is_word and (cue.relative == 1 or not before.is_capital)


def _is_supposed(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "Rell would probably call it odd", "What if they believe …?": nobody has said so; "would not say" is told."""
    known = CUES.get(tokens[cue.at].low)
    if known is None or any(t.low == QUOTE for t in tokens):
        return False
    if tokens[0].low == "what" and len(tokens) > 1 and tokens[1].low == "if":
        return True
    between = {t.low for t in tokens[cue.phrase.last : cue.at]}
    return known.form == "base" and bool(between & _SUPPOSING) and not (between & (lexicon.NEGATIONS | {"only"}))


def _says_nothing(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "the story they wanted to tell", "she testified on Monday", "to hear Rell say": no words of theirs."""
    known = CUES.get(tokens[cue.at].low)
    if known is None:
        return False
    following = tokens[cue.last].low if cue.last < len(tokens) else ""
    if known.lemma == "tell":
        return not following or following in lexicon.BE_FORMS
    if known.lemma == "testify":
        told = any(t.low in ("that", "how", QUOTE) for t in tokens)
        return following in _TESTIFYING and not told
    before = tokens[max(0, cue.phrase.first - 1) : cue.phrase.first + 1]
    return known.form == "base" and any(t.low in _PERCEIVING for t in before)


def _is_expected(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ ", a sum expected to keep the port open": the participle of an apposition."""
    first = cue.phrase.first
    if tokens[cue.at].low not in ("expected", "intended", "believed", "considered", "estimated") or first == 0:
        return False
    return cue.phrase.last == cue.at and tokens[first - 1].text == "," and tokens[first].low in ("a", "an")


def _is_demanded(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "NATO must choose, signaling …": what somebody must or may do is not yet said."""
    known = CUES.get(tokens[cue.at].low)
    loose = known is not None and known.form == "ing" and not cue.firm
    return loose and any(t.low in _DEMANDING for t in tokens[cue.phrase.last : cue.phrase.last + 2])


def _is_deed(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "continued the work", "found a way": words of report that here tell what somebody did."""
    known = CUES.get(tokens[cue.at].low)
    following = tokens[cue.last] if cue.last < len(tokens) else None
    if known is None or following is None or not following.is_word or following.low == QUOTE:
        return False
    if (known.lemma == "know" and known.form == "ing") or (known.lemma == "plan" and following.low in _ARTICLES):
        return True
    if known.lemma in _UNTOLD and any(t.low in lexicon.NEGATIONS for t in tokens[cue.phrase.last : cue.at]):
        return True  # "never disclosed that …": it is the outlet that says it
    if known.lemma == "continue" or (known.lemma in _WITH_THINGS and _adds_a_thing(tokens, cue)):
        return True
    if known.lemma not in _FINDING or following.low in ("that", "whether", "how", "why", "what", "no"):
        return False
    return not any(t.low in _TELLING for t in tokens[cue.phrase.first : cue.phrase.last])


def _adds_a_thing(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "adds new fuel to the case": a thing, and no statement ("added the city would hire") follows."""
    following = tokens[cue.last : cue.last + _AHEAD]
    first = following[0]
    if first.low in _STATING or first.low in lexicon.PREPOSITIONS or first.low in lexicon.ADVERBS:
        return False
    return not first.is_capital and not any(is_verb_like(t) or t.low in ("that", QUOTE, ":") for t in following)
