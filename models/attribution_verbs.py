"""Verbs that may attribute: which noun phrase is their subject or agent, and whether the word is a verb at all."""

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
from models.attribution_subjects import find_appositive_head, find_clause_subject, find_interrupted, find_subject
from models.lexicon_speech import CUES, DENYING_SPEECH, DOCUMENTS, INVERTING, NOUNS, OTHERS_SPEECH, Cue, VerbClass

_PLURAL_SUBJECTS = frozenset(
    "i you we they people police many some both others most few all men women children critics who media".split()
)
_AFTER_AMBIGUOUS = frozenset().union(
    lexicon.DETERMINERS,
    lexicon.POSSESSIVES,
    lexicon.PRONOUNS,
    lexicon.QUESTION_WORDS,
    (QUOTE, ":", "to", "that", "for", "out"),
)
_OBJECT_PREPOSITIONS = frozenset("for of on to with about at against into".split())
_ADDRESSING = frozenset("tell ask remind assure inform warn".split())
_NEVER_INVERTED = frozenset("tell remind assure inform".split())
_ASPECT = frozenset("keep keeps kept began begin begins start starts started stop stopped stops avoid avoided".split())
_REPORTED = frozenset("quoted cited reported recorded heard described identified".split())
_IS = frozenset("he's she's it's who's that's there's 's".split())
_WITH_IS = frozenset("he she it who that there what".split())
_BEFORE_PARTICIPLE = frozenset((QUOTE, *"while before by after when without since and but or".split()))
_FIRM_DETERMINERS = frozenset("the a an this that these those every no other such".split())
_COUNTED = frozenset("reports claims demands promises fears hopes plans calls records".split())
_LONE_SPEAKERS = frozenset("who which that it everyone everybody nobody someone somebody anyone one".split())
_SPEAKING_GERUNDS = frozenset(
    "filing ruling building hearing meeting finding briefing posting king being string".split()
)
_ALWAYS_VERBS = frozenset("say argue believe think acknowledge insist warn suggest agree describe accuse".split())


@dataclass(frozen=True)
class CueMention:
    """An attributing word at tokens `at` to `last`, its speaker's phrase, and how it attributes.

    `relative` is the token of the "who" that stands for the speaker at the verb.
    """

    at: int
    last: int
    phrase: Phrase
    denies: bool
    trailing: bool
    firm: bool = True
    kind: VerbClass = "say"
    relative: int | None = None

    @property
    def first(self) -> int:
        """First token of the cue and its speaker together."""
        return min(self.at, self.phrase.first)


def find_verb_mention(tokens: Sequence[Token], i: int, previous: CueMention | None) -> CueMention | None:
    """The known verb at token `i` with its speaker; `previous` is the mention before, whose speaker may go on."""
    cue = CUES[tokens[i].low]
    if tokens[i].low in NOUNS or _is_part_of_name(tokens, i):
        return None
    if cue.form == "ing" and not _has_be_before(tokens, i):
        return _find_aspect(tokens, i) or _find_participle(tokens, i, previous) or _find_reduced(tokens, i)
    if cue.form == "past" and (agent := _find_agent(tokens, i)):
        return agent
    return _find_inverted(tokens, i, cue) or _find_active(tokens, i, cue, previous=previous)


def skip_adverbs(tokens: Sequence[Token], i: int) -> int:
    """Index of the last token before `i` that is no adverb."""
    j = i - 1
    while j >= 0 and (tokens[j].low in lexicon.ADVERBS or tokens[j].low.endswith("ly")):
        j -= 1
    return j


def _is_part_of_name(tokens: Sequence[Token], i: int) -> bool:
    return i > 0 and tokens[i].is_capital and not _in_headline(tokens)


def _in_headline(tokens: Sequence[Token]) -> bool:
    words = [t for t in tokens if t.is_word and len(t.text) > 3]
    return len(words) < 20 and sum(t.is_capital for t in words) > 0.7 * len(words)


def _find_active(tokens: Sequence[Token], i: int, cue: Cue, *, previous: CueMention | None) -> CueMention | None:
    if _is_passive(tokens, i, cue) or not _is_verb_here(tokens, i, cue):
        return None
    phrase = find_subject(tokens, i, previous.phrase if previous and previous.firm else None)
    if phrase is None or (_may_be_noun(cue) and _is_adjective(tokens, phrase)) or _is_quality(tokens, phrase, cue):
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


def _is_quality(tokens: Sequence[Token], phrase: Phrase, cue: Cue) -> bool:
    """ "rough spells": a lone word in small letters before what may be a plural."""
    token = tokens[phrase.first]
    lone = phrase.last - phrase.first == 1 and not token.is_capital and cue.lemma in ("spell", "view", "show")
    return lone and cue.form == "present" and token.low not in lexicon.PRONOUNS | _LONE_SPEAKERS


def _build_mention(tokens: Sequence[Token], i: int, cue: Cue, phrase: Phrase) -> CueMention:
    between = tokens[phrase.last : i]
    return CueMention(
        i,
        i + 1,
        phrase,
        denies=_denies(tokens, phrase.last, i, cue),
        trailing=_is_trailing(tokens, i),
        firm=_is_after_mark(tokens, i) or not any(t.low in lexicon.RELATIVES for t in between),
        kind=cue.kind,
        relative=_find_relative(tokens, phrase.last, i),
    )


def _find_relative(tokens: Sequence[Token], first: int, i: int) -> int | None:
    """The "who" right before the verb, or before its auxiliaries."""
    j = skip_auxiliaries(tokens, i)
    return j if j >= first and tokens[j].low in lexicon.RELATIVES else None


def _is_after_mark(tokens: Sequence[Token], i: int) -> bool:
    """The verb follows what an apposition closes, so that "who" within it is not its subject."""
    j = skip_auxiliaries(tokens, i)
    return j >= 0 and not tokens[j].is_word


def _has_be_before(tokens: Sequence[Token], i: int) -> bool:
    j = skip_adverbs(tokens, i)
    low = tokens[j].low if j >= 0 else ""
    return low in lexicon.BE_FORMS or low in _IS or low.endswith(("'re", "'m"))


def _find_agent(tokens: Sequence[Token], i: int) -> CueMention | None:
    """The agent of "was praised by X"."""
    if i + 2 >= len(tokens) or tokens[i + 1].low != "by" or tokens[i + 2].low.endswith("ing"):
        return None
    phrase = find_phrase_after(tokens, i + 2)
    kind = CUES[tokens[i].low].kind
    return CueMention(i, i + 2, phrase, denies=False, trailing=True, firm=False, kind=kind) if phrase else None


def _is_passive(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    if cue.form != "past":
        return False
    j = skip_adverbs(tokens, i)
    by_agent = i + 1 < len(tokens) and tokens[i + 1].low == "by"
    return by_agent or (j >= 0 and tokens[j].low in lexicon.BE_FORMS)


def _find_inverted(tokens: Sequence[Token], i: int, cue: Cue) -> CueMention | None:
    behind = i > 0 and tokens[i - 1].low == QUOTE and cue.kind == "say" and cue.form in ("past", "present")
    if not (behind or cue.lemma in INVERTING) or not _may_invert(tokens, i, cue):
        return None
    phrase = find_phrase_after(tokens, i + 1)
    if phrase is None:
        return None
    following = tokens[phrase.last : phrase.last + 1]
    if following and following[0].is_word and tokens[i - 1].text == "," and find_appositive_head(tokens, i - 1):
        return None  # "Odo Rell, who is away, recalled Ada Brandt as …"
    if following and (is_verb_like(following[0]) or following[0].low in lexicon.SUBJECT_PRONOUNS):
        return None
    return CueMention(i, i + 1, phrase, denies=False, trailing=True)


def _may_invert(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    """A quotation or comma stands before, a noun phrase after, and no "X, the mayor," claims the verb."""
    if i == 0 or i + 1 >= len(tokens) or cue.lemma in _NEVER_INVERTED:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    if before.low != QUOTE and before.text not in ",\"”'’?!":
        return False
    if after.low in ("that", "this") or is_day_or_month(after) or not _may_name_after(tokens, i):
        return False
    if cue.form == "base" and (before.text != "," or after.is_capital):
        return False
    may_close = (after.is_capital or _is_before_who(tokens, i + 1)) and cue.lemma not in _ADDRESSING
    return before.text != "," or may_close or find_appositive_head(tokens, i - 1) is None


def _is_before_who(tokens: Sequence[Token], first: int) -> bool:
    """ "…, said officials, who were not allowed to speak"."""
    phrase = find_phrase_after(tokens, first)
    following = tokens[phrase.last : phrase.last + 2] if phrase else ()
    return len(following) == 2 and following[0].text == "," and following[1].low == "who"


def _may_name_after(tokens: Sequence[Token], i: int) -> bool:
    """A noun phrase may begin after the verb; right after a quotation also without an article ("said lawyer X")."""
    after = tokens[i + 1]
    if is_phrase_start(after) or after.low.endswith("s"):
        return True
    if tokens[i - 1].low != QUOTE or not after.is_word or after.low.endswith("ly"):
        return False
    return not (after.low in lexicon.PREPOSITIONS or after.low in lexicon.ADVERBS or after.low in lexicon.CONJUNCTIONS)


def _is_verb_here(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    """Whether an ambiguous form ("claims", "report") is a verb in this place."""
    before = tokens[i - 1] if i else None
    if before is None or before.low in lexicon.POSSESSIVES or _is_genitive(before):
        return False
    if before.low in lexicon.SUBJECT_PRONOUNS:
        return True
    if cue.ambiguous and before.text[0].islower() and _takes_object(before):
        return False  # "rejected claims that …", "ignoring reports that …"
    determined = before.low in lexicon.DETERMINERS and before.low not in lexicon.RELATIVES
    if determined and (cue.ambiguous or before.low in _FIRM_DETERMINERS):
        return False
    if cue.form == "base" and not _takes_base(tokens, i):
        return False
    return not cue.ambiguous or _is_verb_by_neighbours(tokens, i, cue)


def _reports(token: Token) -> bool:
    """A finite verb of report, and surely a verb."""
    cue = CUES.get(token.low)
    return cue is not None and not cue.ambiguous and cue.form in ("past", "present")


def _takes_object(token: Token) -> bool:
    """A verb, so that an ambiguous word behind it is a noun."""
    return _reports(token) or (token.low.endswith("ing") and token.low not in _SPEAKING_GERUNDS)


def _is_genitive(token: Token) -> bool:
    """Ends in "'s" and is not "he's" or "who's"."""
    return token.low.endswith(("'s", "s'")) and token.low[:-2] not in _WITH_IS


def _is_verb_by_neighbours(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    before = tokens[i - 1]
    if i + 1 >= len(tokens) or (before.low in lexicon.PREPOSITIONS and before.low != "to"):
        return False
    if before.low in lexicon.RELATIVES or before.low in lexicon.AUXILIARIES:
        return True
    if cue.kind == "show" and before.low in DOCUMENTS:
        return True
    after = tokens[i + 1]
    if after.text in ".,":
        return cue.kind in ("say", "show") and (_follows_comma(tokens, i) or _follows_as(tokens, i))
    return _is_verb_by_following(tokens, i, cue)


def _is_verb_by_following(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    after = tokens[i + 1]
    if after.low == "of" and tokens[i].low in _COUNTED:
        return False  # "Orsk reports of a leak"
    if tokens[i - 1].is_capital and after.low in _OBJECT_PREPOSITIONS and cue.form == "present":
        return True
    if (tokens[i].low in _ALWAYS_VERBS and after.is_word) or after.low.endswith("ing"):
        return True
    if after.text[0].isdigit() and cue.kind != "say":
        return True
    if cue.kind == "act" and after.low == "that":
        return False
    return after.low in _AFTER_AMBIGUOUS or (after.is_capital and not is_day_or_month(after))


def _follows_comma(tokens: Sequence[Token], i: int) -> bool:
    """ "…, new records show.": the phrase before the verb closes a sentence."""
    phrase = find_phrase_before(tokens, i - 1)
    return phrase is not None and phrase.first > 3 and tokens[phrase.first - 1].text == ","


def _follows_as(tokens: Sequence[Token], i: int) -> bool:
    """ "As Velm News reports, …", "as a former mayor notes,"; not the nouns of "as part of the protests,"."""
    phrase = find_phrase_before(tokens, i - 1)
    if phrase is None or phrase.first == 0 or tokens[phrase.first - 1].low != "as":
        return False
    named = tokens[phrase.last - 1]
    return named.is_capital or not any(t.low in lexicon.PREPOSITIONS for t in tokens[phrase.first : phrase.last])


def _takes_base(tokens: Sequence[Token], i: int) -> bool:
    if tokens[i - 1].low == "to":
        return True
    j = skip_auxiliaries(tokens, i)
    if any(t.low in lexicon.AUXILIARIES - lexicon.BE_FORMS for t in tokens[j + 1 : i]):
        return True
    if j < 0:
        return False
    if tokens[i].low in _ALWAYS_VERBS or tokens[j].low in lexicon.RELATIVES:
        return tokens[j].is_word or tokens[j].text == ","
    phrase = find_phrase_before(tokens, j)
    if phrase is None or (tokens[phrase.first].low in ("a", "an") and phrase.last - phrase.first == 2):
        return False  # "an Axios report"
    return any(_is_plural(t.low) for t in tokens[phrase.first : phrase.last])


def _is_plural(word: str) -> bool:
    return word in _PLURAL_SUBJECTS or (word.endswith("s") and not word.endswith(("ss", "'s", "us")))


def _find_participle(tokens: Sequence[Token], i: int, previous: CueMention | None) -> CueMention | None:
    """ ", saying …": the speaker is the subject of the clause before."""
    j = skip_adverbs(tokens, i)
    if j < 0 or (tokens[j].text not in ",—–-" and tokens[j].low not in _BEFORE_PARTICIPLE):
        return None
    phrase = find_interrupted(tokens, i) or (previous.phrase if previous else find_clause_subject(tokens, i))
    return _build_loose(tokens, i, phrase) if phrase else None


def _find_reduced(tokens: Sequence[Token], i: int) -> CueMention | None:
    """ "critics urging him to go": the noun phrase right before."""
    before = tokens[i - 1] if i else None
    if before is None or not before.is_word or (before.text[0].islower() and _reports(before)):
        return None  # "Rell denied saying this" is for "denied"
    phrase = find_phrase_before(tokens, i - 1)
    return _build_loose(tokens, i, phrase) if phrase and not _owns_gerund(tokens, phrase) else None


def _owns_gerund(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """ "the Post's reporting", "Rell's continued tweeting": a noun, which states nothing."""
    last = tokens[phrase.last - 1]
    if _is_genitive(last):
        return True
    return last.low.endswith("ed") and any(_is_genitive(t) for t in tokens[phrase.first : phrase.last])


def _build_loose(tokens: Sequence[Token], i: int, phrase: Phrase) -> CueMention:
    cue = CUES[tokens[i].low]
    return CueMention(i, i + 1, phrase, denies=cue.denies, trailing=False, firm=False, kind=cue.kind)


def _find_aspect(tokens: Sequence[Token], i: int) -> CueMention | None:
    """ "keeps talking", "was quoted as saying": the subject of the verb before."""
    j = i - 1
    if tokens[j].low == "as" and j > 1 and tokens[j - 1].low in _REPORTED:
        j -= 1
    elif tokens[j].low not in _ASPECT:
        return None
    phrase = find_subject(tokens, j, None) if j > 0 else None
    if phrase is None:
        return None
    return CueMention(i, i + 1, phrase, denies=False, trailing=_is_trailing(tokens, i), kind=CUES[tokens[i].low].kind)


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
    if cue.lemma in DENYING_SPEECH:
        return not negated and _has_others_speech(tokens[i + 1 :])
    return negated != cue.denies if cue.kind in ("say", "act") else cue.denies


def _has_others_speech(behind: Sequence[Token]) -> bool:
    """ "claims that", "the latest reports that": what others said, and then what it was."""
    that = next((place for place, token in enumerate(behind[:6]) if token.low == "that"), 0)
    return that > 0 and behind[that - 1].low in OTHERS_SPEECH
