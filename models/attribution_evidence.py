"""What speaks for and against an attribution: the evidence around an attributing word, each piece a short name."""

from collections.abc import Iterator, Sequence

from models import lexicon
from models.attribution_phrases import QUOTE, Token, is_verb_like
from models.attribution_subjects import can_speak
from models.attribution_verbs import CueMention
from models.lexicon_speech import CUES

_MODALS = frozenset("will would can could shall should may might must".split())
_KEPT = frozenset(
    "that to of about on for with at from against over in into by as out up off down back if whether how why what"
    " when where who it him her them himself herself it's there not".split()
)
_OPENERS = frozenset(
    "if when as after before because while since although though that who which whether what how why where until than"
    " once whose like".split()
)
_GOVERNORS = _MODALS | frozenset("to not never n't has have had do does did is are was were be been".split())

_CLASSES: dict[str, str] = {
    **dict.fromkeys(lexicon.AUXILIARIES, "auxiliary"),
    **dict.fromkeys(lexicon.WEEKDAYS, "weekday"),
    **dict.fromkeys(lexicon.SUBJECT_PRONOUNS, "pronoun"),
    **dict.fromkeys(lexicon.POSSESSIVES, "possessive"),
    **dict.fromkeys(lexicon.DETERMINERS, "determiner"),
    **{word: word for word in _KEPT},
    QUOTE: "quotation",
}


def find_evidence(tokens: Sequence[Token], mention: CueMention) -> list[str]:
    """Names of what holds for the mention, in no order; each is looked up in the learned weights."""
    return [*_of_word(tokens, mention), *_of_speaker(tokens, mention), *_of_place(tokens, mention)]


def _of_word(tokens: Sequence[Token], mention: CueMention) -> Iterator[str]:
    low = tokens[mention.at].low
    cue = CUES.get(low)
    lemma, form = (cue.lemma, cue.form) if cue else (low, "other")
    following = _class_after(tokens, mention.last)
    yield f"word {lemma}"
    yield f"form {form}"
    yield f"word {lemma} {form}"
    yield f"word {lemma} before {following}"
    yield f"{form} before {following}"
    yield f"before {following}"
    yield f"before {following} {_class_after(tokens, mention.last + 1)}"
    if mention.last - mention.at > 1:
        yield f"{form} by"
    if cue and cue.ambiguous:
        yield "may be a noun"


def _class_after(tokens: Sequence[Token], at: int) -> str:
    if at >= len(tokens):
        return "end"
    return _class_of(tokens[at])


def _class_of(token: Token) -> str:
    known = _CLASSES.get(token.low)
    if known:
        return known
    if not token.is_word:
        return token.low if token.low in ",:.;?-—–" else "mark"
    return _class_by_shape(token)


def _class_by_shape(token: Token) -> str:
    low = token.low
    if token.text[0].isdigit():
        return "number"
    if token.is_capital:
        return "name"
    if low in lexicon.PREPOSITIONS:
        return "preposition"
    for ending in ("ing", "ed", "ly", "s"):
        if low.endswith(ending):
            return ending
    return "word"


def _of_speaker(tokens: Sequence[Token], mention: CueMention) -> Iterator[str]:
    words = tokens[mention.phrase.first : mention.phrase.last]
    head = _find_head(words)
    yield f"speaker {_class_of_speaker(words, head)}"
    yield f"speaker ends {_class_of(words[-1])}"
    yield f"speaker of {min(len(words), 8)}"
    if not head.is_capital:
        yield f"head {head.low}"
    yield f"speaker begins {_class_of(words[0])}"
    if any(is_verb_like(w) or (w.low.endswith("ed") and not w.is_capital) for w in words):
        yield "speaker with a verb"
    if not can_speak(tokens, mention.phrase):
        yield "speaker is a thing"
    if any(w.text[0].isdigit() or w.low in ("percent", "half", "majority") for w in words):
        yield "speaker is a share"
    if any(not w.is_word for w in words):
        yield "speaker with a mark"


def _find_head(words: Sequence[Token]) -> Token:
    """The last word before a preposition."""
    for i in range(1, len(words)):
        if words[i].low in lexicon.PREPOSITIONS:
            return words[i - 1]
    return words[-1]


def _class_of_speaker(words: Sequence[Token], head: Token) -> str:
    if len(words) == 1 and (head.low in lexicon.SUBJECT_PRONOUNS or head.low in _KEPT):
        return head.low
    if words[0].low.split("'")[0] in ("i", "we", "you", "it"):
        return words[0].low.split("'")[0]
    if head.is_capital:
        return "name"
    return "plural" if head.low.endswith("s") else "noun"


def _of_place(tokens: Sequence[Token], mention: CueMention) -> Iterator[str]:
    at, phrase = mention.at, mention.phrase
    after = phrase.first >= at
    yield "speaker after" if after else "speaker before"
    first = mention.first
    yield f"opens {_class_of(tokens[first - 1]) if first else 'start'}"
    yield f"left {_bucket(first)}"
    yield f"right {_bucket(len(tokens) - max(mention.last, phrase.last))}"
    yield f"share {4 * first // len(tokens)} {4 * (len(tokens) - max(mention.last, phrase.last)) // len(tokens)}"
    yield f"before {_find_clause_mark(tokens, first)}, opens {_class_of(tokens[0])}" if first else "opens the sentence"
    yield "trailing" if mention.trailing else "leading"
    if not mention.firm:
        yield "not firm"
    yield f"kind {mention.kind} {mention.trailing}"
    yield from _of_quotations(tokens, mention)
    if not after:
        yield from _of_gap(tokens, mention)
    if _is_under(tokens, first):
        yield "under another clause"


def _find_clause_mark(tokens: Sequence[Token], first: int) -> str:
    """The nearest word before the mention that opens a clause; a mark ends the search."""
    for token in reversed(tokens[max(0, first - 6) : first]):
        if token.low in _OPENERS:
            return token.low
        if not token.is_word:
            return "mark"
    return "word"


def _bucket(count: int) -> int:
    return count if count < 4 else 4 + min((count - 4) // 6, 3)


def _of_quotations(tokens: Sequence[Token], mention: CueMention) -> Iterator[str]:
    sizes = [t.end - t.start for t in tokens if t.low == QUOTE]
    if not sizes:
        return
    longest = max(sizes)
    yield "long quotation" if longest > 60 else "quotation" if longest > 20 else "quoted words"
    first, last = mention.first, max(mention.last, mention.phrase.last)
    if first > 0 and tokens[first - 1].low == QUOTE:
        yield "right after a quotation"
    if any(t.low == QUOTE for t in tokens[last : last + 3]):
        yield "near a quotation"
    if tokens[-1].low == QUOTE or (len(tokens) > 1 and tokens[-2].low == QUOTE):
        yield "quotation ends"


def _of_gap(tokens: Sequence[Token], mention: CueMention) -> Iterator[str]:
    between = tokens[mention.phrase.last : mention.at]
    yield f"gap {_bucket(len(between))}"
    for token in between[-4:]:
        if token.low in _GOVERNORS or token.low in _OPENERS:
            yield f"{token.low} between"
    if between:
        yield f"after {_class_of(between[-1])}"
        if between[-1].low == "to" and len(between) > 1:
            yield f"after {between[-2].low} to"


def _is_under(tokens: Sequence[Token], first: int) -> bool:
    return any(t.low in _OPENERS for t in tokens[max(0, first - 3) : first])
