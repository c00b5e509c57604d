"""Words of a sentence and the noun phrases among them, without a tagger.

A sentence becomes a list of tokens in which a quotation is one token; noun phrases are found by walking from a verb
to the left or the right until a word that cannot belong to one.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from models import lexicon
from models.attribution_quotes import Quotation
from models.base import Span
from models.lexicon_speech import CUES
from models.remembering import remembered

QUOTE = "“”"
_TOKEN = re.compile(
    r"(?:Mrs?|Ms|Mx|Dr|Prof|Gen|Sens?|Reps?|Gov|Lt|Col|Capt|Sgt|St|Maj|Adm|Rev|Hon|Jr|Sr|Inc|Corp|Co|Ltd|No)\."
    r"|(?:[^\W\d_]\.){2,}(?:-[^\W_]+)*(?:['’]s\b)?|[A-Z]\.(?=\s*[A-Z])"
    r"|[^\W_]+(?:[-‑&/'’.@][^\W_]+)*(?:['’](?=\s)|\.(?=,))?|[^\s]"
)
_LINKS = frozenset("of for from with at in on and to & by".split())
_BOUNDARY = (
    (lexicon.CONJUNCTIONS - {"and", "or"})
    | lexicon.RELATIVES
    | {"how", "why", "what", "if", "as", "than", "that", "there", "after", "before", "since", "until", "like", "whom"}
)
_NOT_NAME = lexicon.WEEKDAYS | frozenset(lexicon.MONTHS)
_ARTICLES = frozenset("the a an".split()) | lexicon.POSSESSIVES
_BEFORE_DETERMINERS = frozenset("and or as like half twice not only even but than".split())
_STANDING = frozenset("one all both this some many most few several another each any others more".split())
_DAY_PARTS = frozenset("morning afternoon evening night".split())
_MONTHS = frozenset(lexicon.MONTH_ABBREVIATIONS) | {"sept"}
_PERIODS = frozenset("week weekend month year morning afternoon evening night summer".split())
_COMMON_VERBS = frozenset(
    "said went came took made got left ran held met became began seemed appeared remains remained"
    " includes gives gave"
    " won lost faces faced led leads comes goes makes keeps kept brought sent put stood fell rose shook smiled nodded"
    " sat spoke wrote drew gave knew grew threw flew drove chose broke spent built bought taught caught fought felt"
    " dealt slept swept meant heard paid sold hung struck stuck swung sang began drank ran hit cut shut hurt beat bore"
    " wore tore swore woke froze stole rode hid bit ate saw forgot".split()
)


class Token(NamedTuple):
    """One word, mark or whole quotation of a sentence (a tuple, as hundreds of thousands are made).

    The text of a quotation stands for it, with a comma where a comma or full stop closes it.
    """

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """A word or number, not a mark."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Begins with a capital letter and is not a pronoun."""
        return self.text[0].isupper() and self.low != "i"


Tokens: TypeAlias = tuple[Token, ...]


def find_tokens(text: str, span: Span, quotations: Sequence[Quotation]) -> Tokens:
    """Tokens of the sentence; each part of a quotation inside it is one token."""
    first = max(0, bisect_left(quotations, span.start, key=lambda q: q.end))
    last = bisect_left(quotations, span.end, lo=first, key=lambda q: q.start)
    near = ((max(q.start, span.start), min(q.end, span.end)) for q in quotations[first:last])
    return _find_tokens(text, span.start, span.end, tuple((a, b) for a, b in near if a < b))


@remembered(1024)
def _find_tokens(text: str, start: int, end: int, quoted: tuple[tuple[int, int], ...]) -> Tokens:
    """Kept for a while, as attributions and appraisals read the same sentences."""
    tokens: list[Token] = []
    at = start
    for first, last in quoted:
        tokens.extend(_find_words(text, at, first))
        tokens.append(Token(QUOTE + "," * (text[last - 2] in ",."), QUOTE, first, last))
        at = last
    tokens.extend(_find_words(text, at, end))
    return tuple(tokens)


def _find_words(text: str, start: int, end: int) -> list[Token]:
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        low = word.lower()
        found.append(Token(word, low.replace("’", "'") if "’" in low else low, match.start(), match.end()))
    return found


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: tokens `first` up to but not including `last` of its sentence."""

    first: int
    last: int


def skip_auxiliaries(tokens: Sequence[Token], at: int) -> int:
    """Index of the last token before `at` that is no auxiliary, adverb, or day."""
    j = at - 1
    while j >= 0 and _is_auxiliary(tokens, j):
        j -= 1
    return j


def _is_auxiliary(tokens: Sequence[Token], j: int) -> bool:
    token = tokens[j]
    if token.low in lexicon.AUXILIARIES or token.low in lexicon.ADVERBS:
        return True
    if token.low in _NOT_NAME:
        return j > 0 and (tokens[j - 1].is_word or tokens[j - 1].low == QUOTE)
    if (token.low in _PERIODS and not _is_date_part(tokens, j)) or token.low in ("this", "last", "next"):
        return _is_period(tokens, j if token.low in _PERIODS else j + 1)
    if token.low in ("late", "early") and j + 1 < len(tokens):
        return j > 0 and (tokens[j + 1].low == "on" or tokens[j + 1].low in lexicon.WEEKDAYS)
    if _is_date_part(tokens, j) or (
        token.low == "on" and j + 1 < len(tokens) and tokens[j + 1].low in lexicon.WEEKDAYS
    ):
        return True
    return token.low.endswith("ly") and len(token.low) > 4 and token.text[0].islower()


def _is_date_part(tokens: Sequence[Token], j: int) -> bool:
    """ "Wednesday night", "on Jan. 28" between a subject and its verb; never the first word of a sentence."""
    before = tokens[j - 1] if j > 1 else None
    if before is None:
        return False
    if tokens[j].low in _DAY_PARTS:
        return before.low in lexicon.WEEKDAYS
    following = tokens[j + 1] if j + 1 < len(tokens) else None
    if tokens[j].text[0].isdigit():
        return _is_month(before) or (before.text == "." and _is_month(tokens[j - 2]))
    numbered = following is not None and (following.text[0].isdigit() or following.text == ".")
    if tokens[j].text == ".":
        return numbered and _is_month(before)
    if _is_month(tokens[j]):
        return numbered
    return tokens[j].low == "on" and following is not None and _is_month(following)


def _is_month(token: Token) -> bool:
    return token.is_capital and (token.low in lexicon.MONTHS or token.low.rstrip(".") in _MONTHS)


def _is_period(tokens: Sequence[Token], j: int) -> bool:
    """ "this week", "last month" between a subject and its verb."""
    return 1 < j < len(tokens) and tokens[j].low in _PERIODS and tokens[j - 1].low in ("this", "last", "next")


def is_day_or_month(token: Token) -> bool:
    """A day of the week or month, which never speaks."""
    return token.low in _NOT_NAME


def is_phrase_start(token: Token) -> bool:
    """Whether a noun phrase may begin with this token."""
    low = token.low
    return (
        low in lexicon.DETERMINERS
        or low in lexicon.POSSESSIVES
        or low in lexicon.SUBJECT_PRONOUNS
        or (token.is_capital and low not in lexicon.PREPOSITIONS and low not in lexicon.CONJUNCTIONS)
    )


def is_verb_like(token: Token) -> bool:
    """A finite verb that the lexicons know, so no part of a noun phrase."""
    if token.low in lexicon.AUXILIARIES or token.low in _COMMON_VERBS:
        return True
    cue = CUES.get(token.low)
    return cue is not None and cue.form == "past" and token.text[0].islower()


def find_phrase_before(tokens: Sequence[Token], last: int) -> Phrase | None:
    """The noun phrase whose final token is `last`; pronouns stand alone."""
    if last < 0:
        return None
    if tokens[last].low in lexicon.SUBJECT_PRONOUNS:
        return Phrase(last, last + 1)
    if not tokens[last].is_word or tokens[last].low in lexicon.PREPOSITIONS:
        return None
    first = last
    while first > 0 and _continues_left(tokens, first - 1):
        first -= 1
    first = _trim_left(tokens, _cut_before_determiner(tokens, first, last), last)
    return Phrase(first, last + 1) if first <= last else None


def _cut_before_determiner(tokens: Sequence[Token], first: int, last: int) -> int:
    """ "heads | an investment firm", "last week | the company": a new phrase begins, unless a word links the two."""
    for k in range(last, first, -1):
        begins = tokens[k].low in _ARTICLES and tokens[k].text[0].islower()
        if begins and tokens[k - 1].is_word and not _may_precede_determiner(tokens[k - 1]):
            return k
    return first


def _may_precede_determiner(token: Token) -> bool:
    low = token.low
    linked = low in lexicon.PREPOSITIONS or low in lexicon.DETERMINERS or low in _BEFORE_DETERMINERS
    return linked or token.is_capital or low.endswith(("ing", "ed", "ly"))


def _continues_left(tokens: Sequence[Token], j: int) -> bool:
    token = tokens[j]
    if token.low == QUOTE:
        return token.end - token.start < 40 and token.text == QUOTE
    if not token.is_word:
        return token.text in "&'’.-" and token.text != "."
    if token.low == "to":
        before = tokens[j - 1].low if j else "s"
        return not before.endswith("s") or before.endswith("ss")  # not "belongs to", "seems to"
    if token.low in ("as", "like") and _lists_examples(tokens, j):
        return True
    if _is_boundary(tokens, j):
        return False
    return token.low not in lexicon.ADVERBS or token.low in ("all", "both", "not")


def _is_boundary(tokens: Sequence[Token], j: int) -> bool:
    """A verb, a clause word or a pronoun; but the middle of "Sung Won Dahn" is a name."""
    token = tokens[j]
    if token.low in _BOUNDARY or token.low in lexicon.SUBJECT_PRONOUNS:
        return True
    named = token.is_capital and all(t.is_capital and t.low not in _BOUNDARY for t in tokens[max(0, j - 1) : j + 2])
    return is_verb_like(token) and not (named and j > 0)


def _lists_examples(tokens: Sequence[Token], j: int) -> bool:
    """ "towns such as X", "countries like Y" are one phrase with their examples."""
    if j == 0:
        return False
    before = tokens[j - 1].low
    return before == "such" if tokens[j].low == "as" else before.endswith("s") and before not in _COMMON_VERBS


def _trim_left(tokens: Sequence[Token], first: int, last: int) -> int:
    """Drop what stands before the phrase: a leading preposition with its noun, "and", a day."""
    while (
        first <= last
        and (tokens[first].low in ("and", "or", "to") or tokens[first].low in _NOT_NAME or not tokens[first].is_word)
        and first < last
    ):
        first += 1
    if tokens[first].low not in lexicon.PREPOSITIONS:
        return first
    start = last
    while start > first and (_is_core(tokens, start - 1, last) or _is_of_name(tokens, first, start - 1)):
        start -= 1
    return start


def _is_of_name(tokens: Sequence[Token], first: int, j: int) -> bool:
    """The "of" in "with Sen. Ada Brandt of Velm": between a person's name and a place."""
    named = j - 2 > first and all(t.is_capital for t in tokens[j - 2 : j])
    return tokens[j].low == "of" and named and tokens[j + 1].is_capital


def _is_core(tokens: Sequence[Token], j: int, last: int) -> bool:
    """Whether token `j` belongs to the bare phrase that ends at `last`, after a leading preposition."""
    token, following = tokens[j], tokens[j + 1]
    if token.low in lexicon.PREPOSITIONS or not token.is_word:
        return False
    if following.low in lexicon.DETERMINERS or following.low in lexicon.POSSESSIVES:
        return False
    if tokens[last].is_capital:
        return token.is_capital or token.low in lexicon.TITLES or token.low in lexicon.DETERMINERS
    return not token.low.isdigit()


def find_phrase_after(tokens: Sequence[Token], first: int) -> Phrase | None:
    """The noun phrase that begins at token `first`, up to a mark, verb, or clause word."""
    if first >= len(tokens):
        return None
    head = tokens[first]
    if head.low in lexicon.SUBJECT_PRONOUNS:
        return Phrase(first, first + 1)
    if not head.is_word or is_day_or_month(head) or (not is_phrase_start(head) and head.low in _BOUNDARY):
        return None
    last = first
    while last < len(tokens) and _continues_right(tokens, first, last):
        last += 1
    while last > first and tokens[last - 1].low in (_LINKS | lexicon.DETERMINERS - _STANDING):
        last -= 1
    return Phrase(first, last) if last > first else None


def _continues_right(tokens: Sequence[Token], first: int, j: int) -> bool:
    token = tokens[j]
    if not token.is_word:
        return (
            (token.text == "," and _is_between_adjectives(tokens, first, j))
            or token.text in "&"
            or (token.low == QUOTE and j > first and token.end - token.start < 40)
        )
    if j == first:
        return True
    low = token.low
    if low in _NOT_NAME or _is_boundary(tokens, j):
        return False
    if low in ("in", "on", "at", "to", "by"):
        return False
    if low in ("and", "or"):
        return j + 1 < len(tokens) and is_phrase_start(tokens[j + 1]) and tokens[j + 1].low != "that"
    return low not in lexicon.PREPOSITIONS or low in ("of", "for", "from", "with")


def _is_between_adjectives(tokens: Sequence[Token], first: int, comma: int) -> bool:
    """ "a separate, year-old memo": the comma after one word, before two that go on."""
    if comma != first + 2 or tokens[first].low not in ("a", "an") or comma + 2 >= len(tokens):
        return False
    pair = tokens[comma + 1 : comma + 3]
    linking = _BOUNDARY | lexicon.PREPOSITIONS | lexicon.DETERMINERS | lexicon.AUXILIARIES | lexicon.ADVERBS
    if any(not t.is_word or t.is_capital or t.low in linking or is_verb_like(t) for t in pair):
        return False
    return not pair[0].low.endswith(("ing", "ed", "ly"))


def find_words_of(text: str, tokens: Sequence[Token], phrase: Phrase) -> str:
    """The phrase verbatim."""
    return text[tokens[phrase.first].start : tokens[phrase.last - 1].end]
