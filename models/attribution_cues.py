"""Attributing words of one sentence, each with the noun phrase that speaks.

Forms: "X said …", "…, said X", "X, who …, said", "according to X", "praised by X", "Name: …", "X … and added",
"…, saying …". A form that fits nothing gives nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models import lexicon
from models.attribution_phrases import (
    QUOTE,
    Phrase,
    Token,
    find_phrase_after,
    find_phrase_before,
    is_phrase_start,
    is_verb_like,
    skip_auxiliaries,
)
from models.lexicon_speech import CUES, GOVERNING, INVERTING, Cue

_PLURAL_SUBJECTS = frozenset(
    "i you we they people police many some both others most few all men women children critics who media".split()
)
_APPOSITIVE_STARTS = frozenset(
    "the a an who whose which one former now then also his her its their my himself herself where when of from"
    " whom president".split()
)
_AFTER_AMBIGUOUS = lexicon.DETERMINERS | lexicon.POSSESSIVES | lexicon.PRONOUNS | lexicon.QUESTION_WORDS
_DASHES = "—–-"


@dataclass(frozen=True)
class CueMention:
    """An attributing word at tokens `at` to `last`, its speaker's phrase, and how it attributes."""

    at: int
    last: int
    phrase: Phrase
    denies: bool
    trailing: bool
    firm: bool = True

    @property
    def first(self) -> int:
        """First token of the cue and its speaker together."""
        return min(self.at, self.phrase.first)


def find_cues(tokens: Sequence[Token]) -> list[CueMention]:
    """The attributions of the sentence in the order of their cues."""
    found: list[CueMention] = []
    colon = _find_colon(tokens)
    if colon:
        found.append(colon)
    for i, token in enumerate(tokens):
        mention = _find_at(tokens, i, found[-1] if found else None) if token.low in CUES else None
        if token.low in ("according", "per") and not mention:
            mention = _find_according(tokens, i)
        if mention:
            found.append(mention)
    return found


def _find_according(tokens: Sequence[Token], i: int) -> CueMention | None:
    after = i + 2 if tokens[i].low == "according" else i + 1
    if tokens[i].low == "per":
        return None
    if after > len(tokens) - 1 or tokens[i + 1].low != "to":
        return None
    phrase = find_phrase_after(tokens, after)
    return CueMention(i, i + 2, phrase, denies=False, trailing=i > 0) if phrase else None


def _find_colon(tokens: Sequence[Token]) -> CueMention | None:
    """A headline such as "Ministry: Bridge is safe": a short name, a colon, and a statement."""
    for i, token in enumerate(tokens[:7]):
        if token.text == ":":
            named = i > 0 and all(t.is_capital or t.low in ("of", "the", "'s") for t in tokens[:i])
            if named and len(tokens) - i > 3 and tokens[i + 1].end > tokens[i].end + 1:
                return CueMention(i, i + 1, Phrase(0, i), denies=False, trailing=False)
            return None
        if not token.is_word:
            return None
    return None


def _find_at(tokens: Sequence[Token], i: int, previous: CueMention | None) -> CueMention | None:
    cue = CUES[tokens[i].low]
    if i and (tokens[i].is_capital and not tokens[0].low == tokens[i].low) and not _in_headline(tokens):
        return None
    if cue.form == "ing" and not _has_be_before(tokens, i):
        return _find_participle(tokens, i, previous)
    if cue.form == "past" and (passive := _find_passive(tokens, i)) is not False:
        return passive
    if inverted := _find_inverted(tokens, i, cue):
        return inverted
    if not _is_verb_here(tokens, i, cue):
        return None
    phrase = _find_subject(tokens, i, previous)
    if phrase is None or not _has_content(tokens, i, cue):
        return None
    return CueMention(
        i, i + 1, phrase, denies=_denies(tokens, phrase.last, i, cue), trailing=_is_trailing(tokens, i)
    )


def _in_headline(tokens: Sequence[Token]) -> bool:
    words = [t for t in tokens if t.is_word and len(t.text) > 3]
    return len(words) < 20 and sum(t.is_capital for t in words) > 0.7 * len(words)


def _has_be_before(tokens: Sequence[Token], i: int) -> bool:
    j = i - 1
    while j >= 0 and (tokens[j].low in lexicon.ADVERBS or tokens[j].low.endswith("ly")):
        j -= 1
    return j >= 0 and (tokens[j].low in lexicon.BE_FORMS or tokens[j].low.endswith(("'s", "'re", "'m")))


def _find_passive(tokens: Sequence[Token], i: int) -> CueMention | None | bool:
    """False when the verb is active; the agent after "by" when there is one."""
    if i + 1 < len(tokens) and tokens[i + 1].low == "by":
        phrase = find_phrase_after(tokens, i + 2)
        return CueMention(i, i + 2, phrase, denies=False, trailing=True, firm=False) if phrase else None
    j = i - 1
    while j >= 0 and (tokens[j].low in lexicon.ADVERBS or tokens[j].low.endswith("ly")):
        j -= 1
    if j >= 0 and tokens[j].low in lexicon.BE_FORMS:
        return None
    return False


def _find_inverted(tokens: Sequence[Token], i: int, cue: Cue) -> CueMention | None:
    if i == 0 or cue.lemma not in INVERTING or cue.form == "base" or i + 1 >= len(tokens):
        return None
    if tokens[i - 1].low != QUOTE and tokens[i - 1].text not in ",\"”'’?!":
        return None
    nxt = tokens[i + 1]
    if nxt.low in ("that", "this") or not (is_phrase_start(nxt) or nxt.low.endswith("s")):
        return None
    phrase = find_phrase_after(tokens, i + 1)
    if phrase is None or (phrase.last < len(tokens) and is_verb_like(tokens[phrase.last])):
        return None
    if tokens[i - 1].text == "," and _find_appositive_head(tokens, i - 1):
        return None
    if phrase.last < len(tokens) and tokens[phrase.last].low in lexicon.SUBJECT_PRONOUNS:
        return None
    return CueMention(i, i + 1, phrase, denies=False, trailing=True)


def _is_verb_here(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    """Whether an ambiguous form ("claims", "report") is a verb in this place."""
    before = tokens[i - 1] if i else None
    if before is None or before.low in lexicon.DETERMINERS or before.low in lexicon.POSSESSIVES:
        return before is not None and before.low in (
            "many",
            "some",
            "most",
            "few",
            "both",
            "all",
            "this",
            "one",
        )
    if cue.form == "base" and not _takes_base(tokens, i):
        return False
    if not cue.ambiguous:
        return True
    if before.low in lexicon.PREPOSITIONS and before.low != "to":
        return False
    if i + 1 >= len(tokens):
        return False
    nxt = tokens[i + 1]
    return nxt.low in _AFTER_AMBIGUOUS or nxt.low in (QUOTE, ":", "to", "that", "for") or nxt.is_capital


def _takes_base(tokens: Sequence[Token], i: int) -> bool:
    before = tokens[i - 1]
    if before.low == "to":
        return True
    j = skip_auxiliaries(tokens, i)
    if any(t.low in lexicon.AUXILIARIES - lexicon.BE_FORMS for t in tokens[j + 1 : i]):
        return True
    if j < 0:
        return False
    word = tokens[j].low
    return word in _PLURAL_SUBJECTS or (word.endswith("s") and not word.endswith(("ss", "'s", "us")))


def _find_subject(tokens: Sequence[Token], i: int, previous: CueMention | None) -> Phrase | None:
    if tokens[i - 1].low == "to":
        return _find_governed(tokens, i, previous)
    j = skip_auxiliaries(tokens, i)
    while j >= 0 and tokens[j].text == ")":
        j = _skip_brackets(tokens, j)
    if j < 0:
        return None
    token = tokens[j]
    if token.low in ("and", "but", "or", "then"):
        return previous.phrase if previous else find_clause_subject(tokens, j)
    if token.text in "," + _DASHES:
        return _find_appositive_head(tokens, j)
    if token.low == "who":
        return _find_antecedent(tokens, j)
    if token.low in ("that", "which", "to") or (not token.is_word and token.low != QUOTE):
        return None
    return find_phrase_before(tokens, j)


def _find_governed(tokens: Sequence[Token], i: int, previous: CueMention | None) -> Phrase | None:
    """Subject of "declined to say", "went on to add"."""
    k = i - 2
    if k >= 1 and tokens[k].low == "on":
        k -= 1
    if k < 1 or tokens[k].low not in GOVERNING:
        return None
    if tokens[k].low in ("refused", "declined", "continued") and previous and previous.at == k:
        return previous.phrase
    return _find_subject(tokens, k, previous)


def _skip_brackets(tokens: Sequence[Token], j: int) -> int:
    for k in range(j - 1, max(-1, j - 12), -1):
        if tokens[k].text == "(":
            return k - 1
    return -1


def _find_antecedent(tokens: Sequence[Token], who: int) -> Phrase | None:
    j = who - 1
    if j >= 0 and tokens[j].text == ",":
        return (
            _find_appositive_head(tokens, who)
            if _is_appositive(tokens, who, who)
            else find_phrase_before(tokens, j - 1)
        )
    return find_phrase_before(tokens, j)


def _find_appositive_head(tokens: Sequence[Token], comma: int) -> Phrase | None:
    """The phrase that an apposition ending at `comma` belongs to: "X, the mayor of Y, said"."""
    close = comma
    for _ in range(3):
        opening = _find_mark_before(tokens, close)
        if opening is None or not _is_appositive(tokens, opening + 1, close):
            return None
        head = find_phrase_before(tokens, opening - 1)
        if head is None:
            return None
        farther = head.first - 1
        if farther < 1 or tokens[farther].text != "," or not _is_appositive(tokens, head.first, opening):
            return head
        outer = find_phrase_before(tokens, farther - 1)
        if outer is None or not tokens[outer.last - 1].is_capital or not tokens[outer.first].is_word:
            return head
        close = opening
    return None


def _find_mark_before(tokens: Sequence[Token], close: int) -> int | None:
    """The comma or dash that opens what `close` ends; a quotation or semicolon stops the search."""
    mark = tokens[close].text if tokens[close].text in _DASHES else ","
    for k in range(close - 1, max(-1, close - 40), -1):
        if tokens[k].text == mark:
            return k
        if tokens[k].text in ";:" or (tokens[k].low == QUOTE and tokens[k].end - tokens[k].start > 60):
            return None
    return None


def _is_appositive(tokens: Sequence[Token], first: int, last: int) -> bool:
    part = tokens[first:last]
    if not part or part[0].low in lexicon.SUBJECT_PRONOUNS or part[0].low in ("and", "but", "while", "that"):
        return False
    if part[0].low in _APPOSITIVE_STARTS or part[0].text[0].isdigit() or len(part) <= 3:
        return True
    if any(t.low.endswith(("'s", "s'")) for t in part[:4]):
        return True
    return part[0].text[0].islower() and part[0].low not in lexicon.CONJUNCTIONS


def find_clause_subject(tokens: Sequence[Token], limit: int) -> Phrase | None:
    """The subject of the sentence's first verb before `limit`."""
    for i in range(1, limit):
        if is_verb_like(tokens[i]) and i > 0:
            j = skip_auxiliaries(tokens, i)
            if j >= 0 and tokens[j].text == ",":
                return _find_appositive_head(tokens, j)
            phrase = find_phrase_before(tokens, j) if j >= 0 and tokens[j].is_word else None
            if phrase:
                return phrase
    return None


def _find_participle(tokens: Sequence[Token], i: int, previous: CueMention | None) -> CueMention | None:
    """ ", saying …": the speaker is the subject of the clause before."""
    if i < 2 or (tokens[i - 1].text != "," and tokens[i - 1].low not in (QUOTE, "while", "before", "by")):
        return None
    phrase = previous.phrase if previous else find_clause_subject(tokens, i)
    if phrase is None:
        return None
    cue = CUES[tokens[i].low]
    return CueMention(i, i + 1, phrase, denies=cue.denies, trailing=False, firm=False)


def _has_content(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    """Whether something follows (or a quotation precedes) that the verb can attribute."""
    rest = tokens[i + 1 :]
    if cue.kind == "will":
        return bool(rest) and (rest[0].low == "to" or is_phrase_start(rest[0]))
    if cue.kind in ("act", "think", "show"):
        return len(rest) > 2 and (
            rest[0].low not in lexicon.PREPOSITIONS
            or rest[0].low in ("for", "of", "on", "to", "with", "about", "at")
        )
    return len(rest) > 2 or i > 3


def _is_trailing(tokens: Sequence[Token], i: int) -> bool:
    """The content came before: "…, X said." or "…, X told reporters on Monday."."""
    rest = tokens[i + 1 :]
    return len(rest) <= 1 or (
        len(rest) < 12
        and not any(is_verb_like(t) or t.low in ("that", QUOTE) for t in rest)
        and rest[0].low not in ("it", "he", "she", "they")
    )


def _denies(tokens: Sequence[Token], subject_end: int, i: int, cue: Cue) -> bool:
    negated = any(
        t.low in lexicon.NEGATIONS or t.low in ("declined", "refused") for t in tokens[subject_end:i]
    )
    return negated != cue.denies if cue.kind in ("say", "act") else cue.denies
