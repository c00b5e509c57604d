"""Attributing words of one sentence, each with the noun phrase that speaks: all that may attribute.

Forms: "X said …", "…, said X", "X, who …, said", "according to X", "praised by X", "Name: …", "… – ministry",
"X … and added", "…, saying …", "X's claim that …". Whether one really attributes is weighed in attribution_weights.
"""

from collections.abc import Sequence

from models import lexicon
from models.attribution_phrases import QUOTE, Phrase, Token, find_phrase_after, find_phrase_before, is_phrase_start
from models.attribution_subjects import find_subject
from models.attribution_verbs import CueMention, find_verb_mention, skip_adverbs
from models.lexicon_speech import CLAIM_NOUNS, CUES, STATES_OF_MIND

_OWNERS = frozenset("his her their".split())
_DASHES = ("–", "—", "-", "--", "―")
_NEWS = frozenset("news times post street journal tribune herald press".split())
_OTHERS = STATES_OF_MIND | CLAIM_NOUNS | {"according"}
_WORDS = _OTHERS | CUES.keys()
_ANSWERING = frozenset("shot fired hit pushed chimed cut broke".split())
_OF_SEVERAL = ("ers", "ors", "ists", "ians", "ants", "ents", "ings", "ions", "ees")
"""Plural nouns beside direct words ("told reporters"), which end as verbs that no list knows do."""
_NAMING = lexicon.SPEAKING_NOUNS | lexicon.BODY_HEADS | lexicon.TITLES


def find_cues(tokens: Sequence[Token]) -> list[CueMention]:
    """What may attribute in the sentence, in the order of the words."""
    found: list[CueMention] = []
    for opening in (_find_colon(tokens), _find_dash(tokens)):
        if opening:
            found.append(opening)
    quotes = any(t.low == QUOTE for t in tokens)
    for i, token in enumerate(tokens):
        if token.low in _WORDS or (quotes and (token.low.endswith(("ed", "s")) or _answers(tokens, i))):
            mention = _find_at(tokens, i, found[-1] if found else None)
            if mention:
                found.append(mention)
    return found


def _answers(tokens: Sequence[Token], i: int) -> bool:
    """ "“…,” Ada Brandt shot back", "cut in"."""
    return tokens[i].low in _ANSWERING and i + 1 < len(tokens) and tokens[i + 1].low in ("back", "in")


def _find_at(tokens: Sequence[Token], i: int, previous: CueMention | None) -> CueMention | None:
    low = tokens[i].low
    mention = find_verb_mention(tokens, i, previous) if low in CUES else None
    if mention is None and low in _OTHERS:
        return _find_other(tokens, i)
    return mention if low in _WORDS else _find_beside_quotation(tokens, i)


def _find_other(tokens: Sequence[Token], i: int) -> CueMention | None:
    """Attributions without a verb of report."""
    low = tokens[i].low
    if low == "according":
        return _find_according(tokens, i)
    return _find_state_of_mind(tokens, i) if low in STATES_OF_MIND else _find_noun(tokens, i)


def _find_state_of_mind(tokens: Sequence[Token], i: int) -> CueMention | None:
    """ "X is confident that", "they are worried about"."""
    if i + 2 >= len(tokens) or tokens[i + 1].low not in ("that", "about", "of", "to", "over"):
        return None
    j = skip_adverbs(tokens, i)
    phrase = find_subject(tokens, i, None) if j > 0 and tokens[j].low in lexicon.BE_FORMS else None
    return CueMention(i, i + 1, phrase, denies=False, trailing=False, kind="think") if phrase else None


def _find_noun(tokens: Sequence[Token], i: int) -> CueMention | None:
    """ "X's claim that", "his pledge to", "in their view"."""
    if not 0 < i < len(tokens) - 2 or not (tokens[i + 1].low in ("that", "about", "to") or _is_in_view(tokens, i)):
        return None
    if tokens[i - 1].low in _OWNERS:
        return CueMention(i, i + 1, Phrase(i - 1, i), denies=False, trailing=False, firm=False)
    for j in range(i - 1, max(-1, i - 4), -1):
        if tokens[j].low.endswith(("'s", "s'")) and tokens[j].is_capital:
            first = j
            while first > 0 and tokens[first - 1].is_capital and first - 1 > 0:
                first -= 1
            return CueMention(i, i + 1, Phrase(first, j + 1), denies=False, trailing=False, firm=False)
    return None


def _is_in_view(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].low in ("view", "opinion") and any(t.low == "in" for t in tokens[max(0, i - 5) : i])


def _find_according(tokens: Sequence[Token], i: int) -> CueMention | None:
    after = i + 2
    if after > len(tokens) - 1 or tokens[i + 1].low != "to":
        return None
    phrase = find_phrase_after(tokens, after)
    return CueMention(i, i + 2, phrase, denies=False, trailing=i > 0) if phrase else None


def _find_beside_quotation(tokens: Sequence[Token], i: int) -> CueMention | None:
    """A verb that no list knows, with a quotation before it: "“…,” mused X", "“…,” X retorted."."""
    if i == 0 or i + 1 >= len(tokens) or tokens[i].is_capital or tokens[i].low.endswith(_OF_SEVERAL):
        return None
    if tokens[i - 1].low == QUOTE:
        phrase = find_phrase_after(tokens, i + 1) if is_phrase_start(tokens[i + 1]) else None
    else:
        closes = not tokens[i + 1].is_word or _answers(tokens, i)
        before = find_phrase_before(tokens, i - 1) if closes else None
        after_quotation = before and before.first > 0 and tokens[before.first - 1].low == QUOTE
        phrase = before if after_quotation else None
    if phrase is None or _names_thing(tokens, phrase):
        return None
    return CueMention(i, i + 1, phrase, denies=False, trailing=True)


def _names_thing(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """ "“…” amplified Rell's message more clearly": what is somebody's, and no office of theirs."""
    words = tokens[phrase.first : phrase.last]
    owned = any(w.low.endswith(("'s", "s'")) for w in words[:-1])
    return owned and not words[-1].is_capital and words[-1].low not in _NAMING


def _find_colon(tokens: Sequence[Token]) -> CueMention | None:
    """A headline such as "Ministry: Bridge is safe": a short name, a colon, and a statement."""
    for i, token in enumerate(tokens[:7]):
        if token.text == ":":
            named = i > 0 and all(t.is_capital or t.low in ("of", "the", "'s") for t in tokens[:i])
            said = len(tokens) - i > 3 or (len(tokens) - i > 1 and tokens[i + 1].low == QUOTE)
            if named and said and tokens[i + 1].end > tokens[i].end + 1:
                first = 1 if tokens[0].low in CUES and i > 1 else 0  # "Continued Rell: “…”"
                return CueMention(i, i + 1, Phrase(first, i), denies=False, trailing=False)
            return None
        if not token.is_word:
            return None
    return None


def _find_dash(tokens: Sequence[Token]) -> CueMention | None:
    """A headline such as "Bridge is safe – ministry": a statement, a dash, and who says so, without a full stop."""
    for i in range(len(tokens) - 2, max(3, len(tokens) - 7), -1):
        if not tokens[i].is_word:
            spaced = tokens[i].start > tokens[i - 1].end and tokens[i + 1].start > tokens[i].end
            if tokens[i].text not in _DASHES or not spaced or not _names_speaker(tokens[i + 1 :]):
                return None
            return CueMention(i, i + 1, Phrase(i + 1, len(tokens)), denies=False, trailing=True)
    return None


def _names_speaker(words: Sequence[Token]) -> bool:
    if not all(w.is_word for w in words):
        return False
    if words[-1].low in _NEWS:
        return False
    return words[-1].low in _NAMING or all(w.is_capital for w in words)


def is_headline_mark(tokens: Sequence[Token], mention: CueMention) -> bool:
    """Whether the mention is the colon or dash of a headline, not a word."""
    return not tokens[mention.at].is_word


def names_office(tokens: Sequence[Token], mention: CueMention) -> bool:
    """Whether the speaker is a body or office ("ministry", "Police"), which no other sentence need name."""
    return tokens[mention.phrase.last - 1].low in _NAMING
