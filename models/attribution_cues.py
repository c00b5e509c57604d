"""Attributing words of one sentence, each with the noun phrase that speaks.

Forms: "X said …", "…, said X", "X, who …, said", "according to X", "praised by X", "Name: …", "X … and added",
"…, saying …". A form that fits nothing gives nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from models import lexicon
from models.attribution_phrases import (
    QUOTE,
    Phrase,
    Token,
    find_phrase_after,
    find_phrase_before,
    is_day_or_month,
    is_phrase_start,
    is_verb_like,
    skip_auxiliaries,
)
from models.attribution_subjects import (
    find_appositive_head,
    find_clause_subject,
    find_interrupted,
    find_subject,
)
from models.lexicon_speech import CLAIM_NOUNS, CUES, INVERTING, NOUNS, STATES_OF_MIND, Cue, VerbClass

_PLURAL_SUBJECTS = frozenset(
    "i you we they people police many some both others most few all men women children critics who media".split()
)
_DETERMINER_SUBJECTS = frozenset("many some most few both all this one several".split())
_AFTER_AMBIGUOUS = frozenset().union(
    lexicon.DETERMINERS,
    lexicon.POSSESSIVES,
    lexicon.PRONOUNS,
    lexicon.QUESTION_WORDS,
    (QUOTE, ":", "to", "that", "for", "out"),
)
_OBJECT_PREPOSITIONS = frozenset("for of on to with about at against into".split())
_SUBORDINATORS = frozenset("if when whether because which what whose until unless than where how".split())
_UNREAL = frozenset("may might could".split())
_ALWAYS_VERBS = frozenset("say argue believe think acknowledge insist warn suggest agree describe accuse".split())


@dataclass(frozen=True)
class CueMention:
    """An attributing word at tokens `at` to `last`, its speaker's phrase, and how it attributes."""

    at: int
    last: int
    phrase: Phrase
    denies: bool
    trailing: bool
    firm: bool = True
    kind: VerbClass = "say"

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
        mention = mention or _find_other(tokens, i)
        if mention:
            found.append(mention)
    return found


def _find_other(tokens: Sequence[Token], i: int) -> CueMention | None:
    """Attributions without a verb of report."""
    low = tokens[i].low
    if low == "according":
        return _find_according(tokens, i)
    if low in STATES_OF_MIND:
        return _find_state_of_mind(tokens, i)
    return _find_noun(tokens, i) if low in CLAIM_NOUNS else None


def _find_state_of_mind(tokens: Sequence[Token], i: int) -> CueMention | None:
    """ "X is confident that", "they are worried about"."""
    if i + 2 >= len(tokens) or tokens[i + 1].low not in ("that", "about", "of", "to", "over"):
        return None
    j = i - 1
    while j >= 0 and (tokens[j].low in lexicon.ADVERBS or tokens[j].low.endswith("ly")):
        j -= 1
    phrase = find_subject(tokens, i, None) if j > 0 and tokens[j].low in lexicon.BE_FORMS else None
    if phrase is None or _is_aside(tokens, phrase):
        return None
    return CueMention(i, i + 1, phrase, denies=False, trailing=False, kind="think")


def _find_noun(tokens: Sequence[Token], i: int) -> CueMention | None:
    """ "X's claim that"."""
    if i + 2 >= len(tokens) or tokens[i + 1].low not in ("that", "about"):
        return None
    for j in range(i - 1, max(-1, i - 4), -1):
        if tokens[j].low.endswith(("'s", "s'")) and tokens[j].is_capital:
            first = j
            while first > 0 and tokens[first - 1].is_capital and first - 1 > 0:
                first -= 1
            return CueMention(i, i + 1, Phrase(first, j + 1), denies=False, trailing=False, firm=False)
    return None


def _find_according(tokens: Sequence[Token], i: int) -> CueMention | None:
    after = i + 2
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
    if tokens[i].low in NOUNS or _is_passing_over(tokens, i, cue) or _is_part_of_name(tokens, i):
        return None
    if cue.form == "ing" and not _has_be_before(tokens, i):
        return _find_participle(tokens, i, previous)
    if cue.form == "past" and (agent := _find_agent(tokens, i)):
        return agent
    return _find_inverted(tokens, i, cue) or _find_active(tokens, i, cue, previous=previous)


def _is_part_of_name(tokens: Sequence[Token], i: int) -> bool:
    return i > 0 and tokens[i].is_capital and not _in_headline(tokens)


def _find_active(tokens: Sequence[Token], i: int, cue: Cue, *, previous: CueMention | None) -> CueMention | None:
    if _is_passive(tokens, i, cue) or not _is_verb_here(tokens, i, cue) or not _has_content(tokens, i, cue):
        return None
    phrase = find_subject(tokens, i, previous.phrase if previous else None)
    if phrase is None or _is_aside(tokens, phrase) or (_may_be_noun(cue) and _is_adjective(tokens, phrase)):
        return None
    return _build_mention(tokens, i, cue, phrase)


def _may_be_noun(cue: Cue) -> bool:
    return cue.ambiguous or cue.form == "base"


def _is_adjective(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """A lone lower-case word before "comments" or "reports" describes it, unless it is a plural noun."""
    token = tokens[phrase.first]
    if phrase.last - phrase.first > 1 or token.is_capital:
        return False
    return token.low in ("news", "media") or not (_is_plural(token.low) or token.low in lexicon.PRONOUNS)


def _build_mention(tokens: Sequence[Token], i: int, cue: Cue, phrase: Phrase) -> CueMention | None:
    between = tokens[phrase.last : i]
    if cue.kind != "say" and any(t.low in _UNREAL for t in between):
        return None
    return CueMention(
        i,
        i + 1,
        phrase,
        denies=_denies(tokens, phrase.last, i, cue),
        trailing=_is_trailing(tokens, i),
        firm=_is_after_mark(tokens, i) or not any(t.low in lexicon.RELATIVES for t in between),
        kind=cue.kind,
    )


def _is_passing_over(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    """ "did not respond to a request" and "maintained the road" attribute nothing."""
    following = tokens[i + 1].low if i + 1 < len(tokens) else ""
    if cue.lemma in ("respond", "answer", "reply"):
        return cue.form == "base" or (following == "to" and not any(t.low == QUOTE for t in tokens))
    if cue.lemma == "call" and following in ("off", "up", "in", "back", "it"):
        return True
    if following.endswith(("self", "selves")) or (cue.lemma == "accuse" and following == "of"):
        return True
    if cue.lemma == "continue" and not any(t.low == QUOTE for t in tokens):
        return True
    return cue.lemma in ("maintain", "contend") and following not in ("that", QUOTE, ":", ",")


def _is_after_mark(tokens: Sequence[Token], i: int) -> bool:
    """The verb follows what an apposition closes, so that "who" within it is not its subject."""
    j = skip_auxiliaries(tokens, i)
    return j >= 0 and not tokens[j].is_word


def _is_aside(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """The writer's own "I", or a clause under another ("if they say so"), which attributes nothing."""
    head = tokens[phrase.first].low
    if head in ("i", "we", "you") or head.startswith(("i'", "we'", "you'")):
        return True
    return phrase.first > 0 and tokens[phrase.first - 1].low in _SUBORDINATORS


def _in_headline(tokens: Sequence[Token]) -> bool:
    words = [t for t in tokens if t.is_word and len(t.text) > 3]
    return len(words) < 20 and sum(t.is_capital for t in words) > 0.7 * len(words)


def _has_be_before(tokens: Sequence[Token], i: int) -> bool:
    j = i - 1
    while j >= 0 and (tokens[j].low in lexicon.ADVERBS or tokens[j].low.endswith("ly")):
        j -= 1
    return j >= 0 and (tokens[j].low in lexicon.BE_FORMS or tokens[j].low.endswith(("'s", "'re", "'m")))


def _find_agent(tokens: Sequence[Token], i: int) -> CueMention | None:
    """The agent of "was praised by X"."""
    if i + 2 >= len(tokens) or tokens[i + 1].low != "by" or tokens[i + 2].low.endswith("ing"):
        return None
    if CUES[tokens[i].low].kind == "show":
        return None  # "found by divers"
    phrase = find_phrase_after(tokens, i + 2)
    return CueMention(i, i + 2, phrase, denies=False, trailing=True, firm=False) if phrase else None


def _is_passive(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    if cue.form != "past":
        return False
    j = i - 1
    while j >= 0 and (tokens[j].low in lexicon.ADVERBS or tokens[j].low.endswith("ly")):
        j -= 1
    by_agent = i + 1 < len(tokens) and tokens[i + 1].low == "by"
    return by_agent or (j >= 0 and tokens[j].low in lexicon.BE_FORMS)


def _find_inverted(tokens: Sequence[Token], i: int, cue: Cue) -> CueMention | None:
    if cue.lemma not in INVERTING or cue.form == "base" or not _may_invert(tokens, i):
        return None
    phrase = find_phrase_after(tokens, i + 1)
    if phrase is None:
        return None
    following = tokens[phrase.last : phrase.last + 1]
    if following and (is_verb_like(following[0]) or following[0].low in lexicon.SUBJECT_PRONOUNS):
        return None
    return CueMention(i, i + 1, phrase, denies=False, trailing=True)


def _may_invert(tokens: Sequence[Token], i: int) -> bool:
    """A quotation or comma stands before, a noun phrase after, and no "X, the mayor," claims the verb."""
    if i == 0 or i + 1 >= len(tokens):
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    if before.low != QUOTE and before.text not in ",\"”'’?!":
        return False
    if (
        after.low in ("that", "this")
        or is_day_or_month(after)
        or not (is_phrase_start(after) or after.low.endswith("s"))
    ):
        return False
    return before.text != "," or after.is_capital or find_appositive_head(tokens, i - 1) is None


def _is_verb_here(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    """Whether an ambiguous form ("claims", "report") is a verb in this place."""
    before = tokens[i - 1] if i else None
    if before is None or before.low in lexicon.POSSESSIVES or before.low.endswith(("'s", "s'")):
        return False
    if before.low in lexicon.DETERMINERS and (cue.ambiguous or before.low not in _DETERMINER_SUBJECTS):
        return False
    if cue.form == "base" and not _takes_base(tokens, i):
        return False
    return not cue.ambiguous or _is_verb_by_neighbours(tokens, i, cue)


def _is_verb_by_neighbours(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    if i + 1 >= len(tokens) or (tokens[i - 1].low in lexicon.PREPOSITIONS and tokens[i - 1].low != "to"):
        return False
    nxt = tokens[i + 1]
    if cue.kind == "act" and nxt.low == "that":
        return False
    return nxt.low in _AFTER_AMBIGUOUS or nxt.is_capital


def _takes_base(tokens: Sequence[Token], i: int) -> bool:
    before = tokens[i - 1]
    if before.low == "to":
        return True
    j = skip_auxiliaries(tokens, i)
    if any(t.low in lexicon.AUXILIARIES - lexicon.BE_FORMS for t in tokens[j + 1 : i]):
        return True
    if j < 0:
        return False
    if tokens[i].low in _ALWAYS_VERBS:
        return tokens[j].is_word
    phrase = find_phrase_before(tokens, j)
    return phrase is not None and any(_is_plural(t.low) for t in tokens[phrase.first : phrase.last])


def _is_plural(word: str) -> bool:
    return word in _PLURAL_SUBJECTS or (word.endswith("s") and not word.endswith(("ss", "'s", "us")))


def _find_participle(tokens: Sequence[Token], i: int, previous: CueMention | None) -> CueMention | None:
    """ ", saying …": the speaker is the subject of the clause before."""
    if i < 2 or (tokens[i - 1].text != "," and tokens[i - 1].low not in (QUOTE, "while", "before", "by")):
        return None
    phrase = find_interrupted(tokens, i) or (previous.phrase if previous else find_clause_subject(tokens, i))
    if phrase is None:
        return None
    cue = CUES[tokens[i].low]
    return CueMention(i, i + 1, phrase, denies=cue.denies, trailing=False, firm=False)


def _has_content(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    """Whether something follows (or a quotation precedes) that the verb can attribute."""
    rest = tokens[i + 1 :]
    if cue.kind in ("act", "think", "show"):
        return len(rest) > 2 and _takes_object(rest)
    return len(rest) > 2 or i > 3 or any(t.low == QUOTE for t in (*tokens[:i], *rest))


def _takes_object(rest: Sequence[Token]) -> bool:
    if not rest[0].is_word:
        return rest[0].low in (QUOTE, ":") or (rest[0].text == "," and rest[1].low == QUOTE)
    return rest[0].low not in lexicon.PREPOSITIONS or rest[0].low in _OBJECT_PREPOSITIONS


def _is_trailing(tokens: Sequence[Token], i: int) -> bool:
    """The content came before: "…, X said." or "…, X told reporters on Monday."."""
    rest = tokens[i + 1 :]
    return len(rest) <= 1 or (
        len(rest) < 12
        and not any(is_verb_like(t) or t.low in ("that", QUOTE) for t in rest)
        and rest[0].low not in ("it", "he", "she", "they")
    )


def _denies(tokens: Sequence[Token], subject_end: int, i: int, cue: Cue) -> bool:
    between = tokens[subject_end:i]
    negated = any(t.low in lexicon.NEGATIONS or t.low in ("declined", "refused") for t in between)
    return negated != cue.denies if cue.kind in ("say", "act") else cue.denies
