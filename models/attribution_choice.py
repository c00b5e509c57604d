"""Which of the words that may attribute do so, and which of them governs the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from models import lexicon
from models.attribution_cues import find_cues, is_headline_mark, names_office
from models.attribution_evidence import find_evidence
from models.attribution_misreadings import is_misread
from models.attribution_names import Roster
from models.attribution_phrases import QUOTE, Token, is_day_or_month, is_verb_like
from models.attribution_subjects import can_speak, is_thing
from models.attribution_verbs import CueMention
from models.attribution_weights import GOVERNING, load_weights
from models.lexicon_speech import CUES, DOCUMENTS, SURE_WORDS

_LEAST_FOR_SURE = 0.2
_LEAST_BEHIND_QUOTATION = 0.05
_MIN_QUOTATION = 12
_LEAST_FOR_DEEDS = 0.7
_LEAST_FOR_GOVERNING_DEEDS = 0.45
_LEAST_FOR_THINGS = 0.8
_LEAST_FOR_LOOSE = 0.6
_LEAST_FOR_RELATIVES = 0.6
_LEAST_WITH_QUOTATION = 0.35
_LEAST_UNDER_CLAUSE = 0.45
_LEAST_LOOSELY_GOVERNING = 0.36
_FINDING = frozenset("find show learn discover determine".split())
_DEMANDING = frozenset("must should could may might would can".split())
_TELLING = lexicon.SPEAKING_NOUNS | DOCUMENTS
_CLAUSES = lexicon.CONJUNCTIONS - {"and", "or"}
_SAYING = frozenset(
    "say tell write read add state continue note explain tweet post reply respond conclude declare argue report testify"
    " insist elaborate observe recall warn announce allege".split()
)
_NOTING = frozenset(
    "say tell write note report put explain argue observe point suggest show acknowledge recall add warn describe state"
    " claim imply predict promise reveal remark".split()
)
_ARTICLES = frozenset("a an the".split())
_WITH_THINGS = frozenset("add maintain plan".split())
_SHARES = frozenset("share percentage proportion number numbers fraction".split())
_SUPPOSING = frozenset("would could might".split())
_CLAUSE_OPENERS = frozenset("after when while as although though since because before once even".split())
_OPENING_WORDS = 3
_TESTIFYING = lexicon.WEEKDAYS | {"or", "and", "in", "before", "at", "for", "on", "last", "this", "earlier", "publicly"}
_PERCEIVING = frozenset("hear see watch let".split())
_NO_ADVERBS = frozenset("early family daily weekly monthly elderly friendly likely".split())
_UNTOLD = frozenset("disclose reveal mention inform".split())
_CLEARLY = 0.15
_AHEAD = 8
_STATING = lexicon.SUBJECT_PRONOUNS | lexicon.QUESTION_WORDS | {"that", "there", "if", "to"}
_NOBODY = lexicon.CONJUNCTIONS | lexicon.QUESTION_WORDS | {"there", "this", "that", "which"}


@dataclass(frozen=True)
class Weighed:
    """A mention that counts, with the probability that it attributes, and that it governs the sentence."""

    cue: CueMention
    probability: float
    governing: float


def weigh_cues(tokens: Sequence[Token], roster: Roster, *, opens: bool) -> list[Weighed]:
    """The mentions that count, in their order; `opens` for the first sentence of the article, often its headline."""
    if _is_bare_quotation(tokens):
        return []
    found = []
    for cue in find_cues(tokens):
        if is_headline_mark(tokens, cue):
            if _is_headline_speaker(tokens, cue, roster, opens=opens):
                found.append(Weighed(cue, 1.0, 1.0))
        elif not _is_no_source(tokens, cue):
            evidence = find_evidence(tokens, cue)
            weighed = Weighed(cue, load_weights().find_probability(evidence), _weigh_governing(evidence))
            if _counts(tokens, weighed):
                found.append(weighed)
    return found


def _weigh_governing(evidence: Sequence[str]) -> float:
    return load_weights(file=GOVERNING).find_probability(evidence)


def _counts(tokens: Sequence[Token], weighed: Weighed) -> bool:
    """Probable enough; where the form alone does not tell, what is attributed must make up much of the sentence."""
    least = _find_least(tokens, weighed.cue)
    governs = least <= _LEAST_BEHIND_QUOTATION or weighed.governing >= _find_least_governing(tokens, weighed.cue)
    return weighed.probability >= least and governs


def _find_least_governing(tokens: Sequence[Token], cue: CueMention) -> float:
    """More where the form speaks against it: "Rell, who called it odd, …", "…, when Rell blamed the port"."""
    if cue.firm and _is_under_clause(tokens, cue):
        return _LEAST_UNDER_CLAUSE
    known = CUES.get(tokens[cue.at].low)
    if cue.kind == "do":
        return _LEAST_FOR_GOVERNING_DEEDS
    loose = not cue.firm and known is not None and (cue.relative is not None or known.form == "ing")
    return _LEAST_LOOSELY_GOVERNING if loose else load_weights(file=GOVERNING).threshold


def _is_under_clause(tokens: Sequence[Token], cue: CueMention) -> bool:
    first = cue.phrase.first
    return _OPENING_WORDS < first <= cue.at and tokens[first - 1].low in _CLAUSE_OPENERS


def _is_headline_speaker(tokens: Sequence[Token], cue: CueMention, roster: Roster, *, opens: bool) -> bool:
    """An office, or a name that the article has elsewhere; further down only a person's: "Update:" is none."""
    if names_office(tokens, cue):
        return True
    name = tokens[cue.phrase.last - 1].text
    own = tokens[cue.at].text != ":"  # places before a colon are not counted
    return roster.count(name) > own and (opens or roster.is_person(name))


def _find_least(tokens: Sequence[Token], cue: CueMention) -> float:
    """The probability from which the mention counts."""
    if introduces_block(tokens, cue):
        return 0.0
    if _closes_quotation(tokens, cue) or _opens_quotation(tokens, cue) or _is_aside(tokens, cue):
        return _LEAST_BEHIND_QUOTATION
    return _LEAST_FOR_SURE if tokens[cue.at].low in SURE_WORDS else _find_least_by_kind(tokens, cue)


def _find_least_by_kind(tokens: Sequence[Token], cue: CueMention) -> float:
    """The bar of words that say how somebody puts a thing in some of their uses only."""
    if cue.kind == "do":
        return _LEAST_FOR_DEEDS
    if cue.relative is not None and not cue.firm:
        return _LEAST_FOR_RELATIVES
    if (cue.kind in ("act", "think") or tokens[cue.at].low == "reveals") and is_thing(tokens, cue.phrase):
        return _LEAST_FOR_THINGS
    if cue.firm and any(t.low == QUOTE and t.end - t.start >= _MIN_QUOTATION for t in tokens[cue.last :]):
        return _LEAST_WITH_QUOTATION
    return load_weights().threshold if cue.firm or cue.kind == "say" else _LEAST_FOR_LOOSE


def introduces_block(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "Her letter reads:", "Odo Rell wrote in May:": what is said follows in a paragraph of its own."""
    known = CUES.get(tokens[cue.at].low)
    if tokens[-1].text != ":" or known is None or known.lemma not in _SAYING:
        return False
    if known.form == "base" or (known.form == "ing" and not tokens[cue.phrase.last - 1].is_capital):
        return False
    behind = tokens[cue.last : -1]
    if cue.phrase.last > cue.at or len(behind) > _AHEAD or (known.lemma == "read" and behind):
        return False
    return not any(is_verb_like(t) or t.low in _STATING or t.low in _CLAUSES or t.low in (QUOTE, ";") for t in behind)


def _is_aside(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "As Velm News reports, …", "as she put it,": not the "as" of time, whose verb takes an object."""
    known = CUES.get(tokens[cue.at].low)
    before = tokens[cue.phrase.first - 1].low if 0 < cue.phrase.first <= cue.at else ""
    if before != "as" or known is None or known.lemma not in _NOTING or known.form == "ing":
        return False
    at = cue.last + (tokens[cue.last].low in ("it", "out")) if cue.last < len(tokens) else cue.last
    if at >= len(tokens) or tokens[at].text not in ",:.—–" or not all(t.is_word for t in _between(tokens, cue)):
        return False
    return known.lemma != "put" or at > cue.last


def _between(tokens: Sequence[Token], cue: CueMention) -> Sequence[Token]:
    return tokens[cue.phrase.first : cue.at]


def _closes_quotation(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "“…,” agreed an official": the form alone tells that the word attributes."""
    if cue.at == 0 or cue.phrase.first != cue.last or cue.kind not in ("say", "think"):
        return False
    word, quotation = tokens[cue.at].low, tokens[cue.at - 1]
    if word not in CUES and not word.endswith("ed"):
        return False
    return quotation.low == QUOTE and quotation.end - quotation.start >= _MIN_QUOTATION


def _opens_quotation(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "to which Ada Brandt replied: “…": the form alone tells, as behind a quotation."""
    known = CUES.get(tokens[cue.at].low)
    if known is None or known.lemma not in _SAYING or cue.last + 1 >= len(tokens):
        return False
    mark, quotation = tokens[cue.last : cue.last + 2]
    return mark.text in ":," and quotation.low == QUOTE and quotation.end - quotation.start >= _MIN_QUOTATION


def choose_main(tokens: Sequence[Token], weighed: Sequence[Weighed]) -> CueMention:
    """The attribution that governs the sentence by its form, unless another is clearly more probable."""
    weighed = _without_opening_clause(tokens, weighed)
    governing = _find_governing(tokens, [w.cue for w in weighed])
    if said := next((a.cue for a, b in pairwise(weighed) if _is_passed_on(tokens, a.cue, b.cue)), None):
        return said
    likeliest = max(weighed, key=lambda w: w.governing)
    if governing.kind == "say" and governing.trailing and likeliest.cue.kind == "do":
        return governing  # "Farmers signed a letter, the Velm Post reports."
    if (
        governing.kind == "say"
        and governing.firm
        and not likeliest.cue.firm
        and _is_beside_quotation(tokens, governing)
    ):
        return governing  # "“…,” Ada Brandt said of Odo Rell, who claimed that …"
    own = next(w.governing for w in weighed if w.cue is governing)
    return likeliest.cue if likeliest.governing - own > _CLEARLY else governing


def _without_opening_clause(tokens: Sequence[Token], weighed: Sequence[Weighed]) -> Sequence[Weighed]:
    """Of "After Odo Rell announced the deal, Ada Brandt said …" only what stands behind the first clause."""
    if tokens[0].low not in _CLAUSE_OPENERS:
        return weighed
    comma = next((i for i, t in enumerate(tokens) if t.text == "," and i > weighed[0].cue.last), len(tokens))
    behind = [w for w in weighed if w.cue.first > comma and w.cue.firm]
    return behind if weighed[0].cue.first <= _OPENING_WORDS and behind else weighed


def _is_no_source(tokens: Sequence[Token], cue: CueMention) -> bool:
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
    return opens_wrong or (len(words) > 1 and is_day_or_month(words[-1])) or _holds_a_verb(tokens, cue)


def _holds_a_verb(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "Ada Brandt conducted a survey", "has already rankled lawmakers": a clause taken for a name."""
    first, last = cue.phrase.first, cue.phrase.last
    pairs = zip(tokens[first : last - 1], tokens[first + 1 : last], strict=True)
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


def _is_bare_quotation(tokens: Sequence[Token]) -> bool:
    return all(t.low == QUOTE or not t.is_word for t in tokens)


def _find_governing(tokens: Sequence[Token], cues: Sequence[CueMention]) -> CueMention:
    """The attribution that governs the sentence: one that closes it, else the first firm one."""
    beside = [c for c in cues if c.firm and c.kind == "say" and _is_beside_quotation(tokens, c)]
    firm = [c for c in cues if c.firm]
    last = next((c for c in reversed(firm) if c.kind == "say"), cues[-1])
    closes = last.trailing and last.firm and (last.at > 3 or len(cues) == 1)
    if closes and not any(_holds(tokens, outer, last) for outer in firm):
        return last
    if firm and firm[0].kind == "show" and tokens[min(firm[0].last, len(tokens) - 1)].low == "that":
        return firm[0]  # "The poll found that half of Rovians say …"
    said = [c for c in firm if c.kind == "say"]
    return (beside or said or firm or list(cues))[0]


def _is_passed_on(tokens: Sequence[Token], said: CueMention, told: CueMention) -> bool:
    """ "“…,” Ada Brandt said, the Velm Post reported.": the words are hers, whoever took them down."""
    end, comma = max(said.last, said.phrase.last), told.first - 1
    between = tokens[end:comma]  # "in a statement"
    plain = len(between) <= _OPENING_WORDS and all(t.is_word and not is_verb_like(t) for t in between)
    behind = end <= comma and tokens[comma].text == "," and plain
    return behind and said.kind == "say" and said.firm and _is_beside_quotation(tokens, said)


def _holds(tokens: Sequence[Token], outer: CueMention, inner: CueMention) -> bool:
    """Whether the inner attribution is part of what the outer one says: "X said that the report warns of …"."""
    between = tokens[outer.at + 1 : inner.phrase.first]
    return outer.at < inner.phrase.first and all(t.is_word for t in between) and outer.kind == "say"


def _is_beside_quotation(tokens: Sequence[Token], cue: CueMention) -> bool:
    first = cue.first - 1
    return first >= 0 and tokens[first].low == QUOTE
