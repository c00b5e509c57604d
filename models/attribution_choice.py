"""Which of the words that may attribute do so, and which of them governs the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from models import lexicon
from models.attribution_cues import find_cues, is_headline_mark, names_office
from models.attribution_evidence import find_evidence
from models.attribution_names import Roster
from models.attribution_phrases import QUOTE, Token, is_verb_like
from models.attribution_sources import is_no_source
from models.attribution_subjects import is_thing
from models.attribution_verbs import CueMention
from models.attribution_weights import GOVERNING, load_weights
from models.lexicon_speech import CUES, SURE_WORDS

_LEAST_FOR_SURE = 0.2
_LEAST_BEHIND_QUOTATION = 0.05
_MIN_QUOTATION = 12
_MARKS = frozenset('“”"')
_LEAST_FOR_DEEDS = 0.7
_LEAST_UNQUOTED = 0.48
_LEAST_SURE_UNQUOTED = 0.4
_LEAST_IN_OWN_VOICE = 0.7
_LEAST_GOVERNING_UNQUOTED = 0.3
_LEAST_GOVERNING_ALONE = 0.6
_LEAST_FOR_GOVERNING_DEEDS = 0.45
_LEAST_FOR_THINGS = 0.8
_LEAST_FOR_LOOSE = 0.6
_LEAST_FOR_RELATIVES = 0.6
_LEAST_WITH_QUOTATION = 0.35
_LEAST_UNDER_CLAUSE = 0.45
_LEAST_LOOSELY_GOVERNING = 0.36
_CLAUSES = lexicon.CONJUNCTIONS - {"and", "or"}
_SAYING = frozenset(
    "say tell write read add state continue note explain tweet post reply respond conclude declare argue report testify"
    " insist elaborate observe recall warn announce allege".split()
)
_NOTING = frozenset(
    "say tell write note report put explain argue observe point suggest show acknowledge recall add warn describe state"
    " claim imply predict promise reveal remark".split()
)
_CLAUSE_OPENERS = frozenset("after when while as although though since because before once even".split())
_OPENING_WORDS = 3
_CLEARLY = 0.15
_AHEAD = 8
_STATING = lexicon.SUBJECT_PRONOUNS | lexicon.QUESTION_WORDS | {"that", "there", "if", "to"}


@dataclass(frozen=True)
class Weighed:
    """A mention that counts, with the probability that it attributes, and that it governs the sentence.

    A `weak` one names who is spoken of, so that the "he" of the next sentence is known, and is no speaker itself.
    """

    cue: CueMention
    probability: float
    governing: float
    weak: bool = False


def weigh_cues(
    tokens: Sequence[Token], roster: Roster, *, opens: bool, own_voice: bool = False
) -> list[Weighed]:  # fmt: skip
    """The mentions that count, in their order; `opens` for the first sentence of the article, often its headline,
    `own_voice` where the article is mostly its writer's own words, so that more must speak for another speaker.
    """
    if _is_bare_quotation(tokens):
        return []
    found = []
    for cue in find_cues(tokens):
        if is_headline_mark(tokens, cue):
            if _is_headline_speaker(tokens, cue, roster, opens=opens):
                found.append(Weighed(cue, 1.0, 1.0))
        elif not is_no_source(tokens, cue):
            evidence = find_evidence(tokens, cue)
            weighed = Weighed(cue, load_weights().find_probability(evidence), _weigh_governing(evidence))
            if _counts(tokens, weighed):
                found.append(replace(weighed, weak=_is_weak(tokens, weighed, own_voice=own_voice)))
    return found


def _weigh_governing(evidence: Sequence[str]) -> float:
    return load_weights(file=GOVERNING).find_probability(evidence)


def _counts(tokens: Sequence[Token], weighed: Weighed) -> bool:
    """Probable enough; where the form alone does not tell, what is attributed must make up much of the sentence."""
    least = _find_least(tokens, weighed.cue)
    governs = least <= _LEAST_BEHIND_QUOTATION or weighed.governing >= _find_least_governing(tokens, weighed.cue)
    return weighed.probability >= least and governs


def _is_weak(tokens: Sequence[Token], weighed: Weighed, *, own_voice: bool) -> bool:
    """Where no direct words stand, the word and its place must tell, and more so in a column."""
    if _has_quotation(tokens) or _find_least(tokens, weighed.cue) <= _LEAST_BEHIND_QUOTATION or weighed.cue.denies:
        return False
    if tokens[weighed.cue.at].low in SURE_WORDS:
        by_agent = tokens[weighed.cue.last - 1].low == "by"
        return weighed.probability < _LEAST_SURE_UNQUOTED and not by_agent
    if weighed.governing < (_LEAST_GOVERNING_ALONE if weighed.cue.kind == "do" else _LEAST_GOVERNING_UNQUOTED):
        return True
    return weighed.probability < (_LEAST_IN_OWN_VOICE if own_voice else _LEAST_UNQUOTED)


def _has_quotation(tokens: Sequence[Token]) -> bool:
    """Also one of which the other mark is missing."""
    return any(t.text in _MARKS or (t.low == QUOTE and t.end - t.start >= _MIN_QUOTATION) for t in tokens)


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
    if not _OPENING_WORDS < first <= cue.at:
        return False
    opener, before = tokens[first - 1].low, tokens[first - 2].low
    return opener in _CLAUSE_OPENERS or (opener == "which" and before in lexicon.PREPOSITIONS)


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


def find_strong(tokens: Sequence[Token], weighed: Sequence[Weighed]) -> list[Weighed]:
    """Those that make a speaker; none where only a side remark is left beside a weak mention that governs."""
    strong = [w for w in weighed if not w.weak]
    if len(strong) < len(weighed) and not any(w.cue.firm and w.cue.kind in ("say", "show") for w in strong):
        main = choose_main(tokens, weighed)
        return [] if any(w.weak and w.cue is main for w in weighed) else strong
    return strong


def choose_main(tokens: Sequence[Token], weighed: Sequence[Weighed]) -> CueMention:
    """The attribution that governs the sentence by its form, unless another is clearly more probable."""
    weighed = _without_clauses(tokens, _without_opening_clause(tokens, weighed))
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


def _without_clauses(tokens: Sequence[Token], weighed: Sequence[Weighed]) -> Sequence[Weighed]:
    """Of "“…” is how Rell put it in May, when he announced the plan" what stands in no such clause."""
    outer = [w for w in weighed if not _is_under_clause(tokens, w.cue)]
    return (
        outer
        if any(w.cue.kind == "say" and w.cue.firm and w.governing >= _LEAST_UNDER_CLAUSE for w in outer)
        else weighed
    )


def _without_opening_clause(tokens: Sequence[Token], weighed: Sequence[Weighed]) -> Sequence[Weighed]:
    """Of "After Odo Rell announced the deal, Ada Brandt said …" only what stands behind the first clause."""
    if tokens[0].low not in _CLAUSE_OPENERS:
        return weighed
    comma = next((i for i, t in enumerate(tokens) if t.text == "," and i > weighed[0].cue.last), len(tokens))
    behind = [w for w in weighed if w.cue.first > comma and w.cue.firm]
    return behind if weighed[0].cue.first <= _OPENING_WORDS and behind else weighed


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
