"""Subjects of verbs in a sentence of tokens: before the verb, before an apposition, or of the clause around it."""

from collections.abc import Sequence
from itertools import takewhile

from models import lexicon
from models.attribution_phrases import (
    QUOTE,
    Phrase,
    Token,
    find_phrase_before,
    is_day_or_month,
    is_verb_like,
    skip_auxiliaries,
)
from models.lexicon_speech import DOCUMENTS, GOVERNING

_APPOSITIVE_STARTS = frozenset(
    "the a an who whose which one former now then also his her its their my himself herself where when of from"
    " whom president".split()
)
_OF_PEOPLE = ("s", "er", "or", "ist", "ian", "ant", "ent", "man", "woman", "ee", "yst", "eer", "ive", "ary", "ate")
_VOICES = frozenset(
    "aide source campaign staff team public police family couple majority nobody everyone one someone anyone many few"
    " several some most other another half percent crowd chief host coach monarch judge pope bishop guy boy girl child"
    " kid friend wife husband son widow victim nurse activist veteran pair duo trio panel jury bench regime ally critic"
    " letter email tweet memo lawsuit suit filing brief ruling opinion order bill law act book column essay editorial"
    " article story newspaper paper magazine website site ad video film show message speech post text note page guide"
    " manual notice release transcript testimony bloc city state town country nation world province tribe church school"
    " bank firm maker giant network outlet channel mogul heir spouse speaker whip figure academic official colonel"
    " familiar involved close mob".split()
)
_CLAUSE_OPENERS = frozenset("who whose which where when".split())
_DASHES = "—–-"
_FARTHEST_ISSUE = 9
_ISSUED = frozenset("released published conducted filed issued posted sent taken unveiled obtained".split())
_SUBORDINATING = frozenset(
    "after when if because while since although though as until before that whether where how what why once".split()
)
_STRAY_VERBS = frozenset("told said says".split())
_POINTING = frozenset("this these such that".split())


def can_speak(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase can name who speaks: "this development" and "the onset of the war" cannot.

    An abstract noun is told by its ending; bodies and documents that share such an ending do speak.
    """
    words = [t for t in tokens[phrase.first : phrase.last] if t.is_word]
    core = list(takewhile(lambda t: t.low not in lexicon.PREPOSITIONS, words[: _find_participle(words)])) or words
    if len(words) > len(core) == 1 and core[0].low.endswith("ing"):
        return False  # "Engaging in talks allows …"
    if not core or any(t.text[0].isupper() for t in core[1:]) or (len(core) == 1 and core[0].is_capital):
        return True  # a lone capital may be a name: "Pence", "Clement"
    head = core[-1].low
    points = core[0].low in _POINTING and len(core) > 1
    return head in lexicon.SPEAKING_NOUNS or not (points or head.endswith(lexicon.ABSTRACT_ENDINGS))


def is_thing(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a common noun in the singular names neither a person or body nor what can be read: "the divide"."""
    words = [t for t in tokens[phrase.first : phrase.last] if t.is_word]
    core = list(takewhile(lambda t: t.low not in lexicon.PREPOSITIONS, words)) or words
    head = core[-1].low if core else ""
    if len(core) < 2 or core[-1].text[0].isupper() or head.endswith(_OF_PEOPLE) or not head.isalpha():
        return False
    return head not in lexicon.SPEAKING_NOUNS | lexicon.BODY_HEADS | lexicon.TITLES | DOCUMENTS | _VOICES


def _find_participle(words: Sequence[Token]) -> int:
    """Where "monitoring the case" begins in "officials monitoring the case"; the end where nothing like it stands."""
    pairs = range(1, len(words) - 1)
    found = (k for k in pairs if words[k].low.endswith("ing") and words[k + 1].low in lexicon.DETERMINERS)
    return next(found, len(words))


def find_subject(tokens: Sequence[Token], i: int, previous: Phrase | None) -> Phrase | None:
    if tokens[i - 1].low == "to":
        return _find_governed(tokens, i, previous)
    j = skip_auxiliaries(tokens, i)
    if j > 0 and tokens[j].text == "," and tokens[j + 1].low == "then":
        return previous or find_clause_subject(tokens, j)
    if j > 0 and tokens[j].text == "," and tokens[j - 1].text == ")":
        head = find_appositive_head(tokens, j)
        if head:
            return head
        j -= 1
    while j >= 0 and tokens[j].text == ")":
        j = _skip_brackets(tokens, j)
    if 0 < j < i - 1 and tokens[j].low in _ISSUED and tokens[j].text[0].islower():
        j -= 1  # "A poll released Thursday found …"
    return _find_ending_at(tokens, j, previous) if j >= 0 else None


def _find_ending_at(tokens: Sequence[Token], j: int, previous: Phrase | None) -> Phrase | None:
    token = tokens[j]
    if token.low in ("and", "but", "or", "then"):
        return previous or find_clause_subject(tokens, j)
    if token.text in "," + _DASHES:
        head = find_appositive_head(tokens, j)
        if head and head.first > 1 and tokens[head.first - 1].low == "who":
            return _find_antecedent(tokens, head.first - 1)
        return head or _find_before_stray_comma(tokens, j)
    if token.low in lexicon.RELATIVES:
        return _find_antecedent(tokens, j)
    phrase = find_phrase_before(tokens, j)
    who = _find_who(tokens, phrase.first) if phrase else None
    if who is not None:
        return _find_antecedent(tokens, who)
    phrase = _find_issued(tokens, phrase) if phrase else None
    return phrase if phrase and token.low != "to" and not _is_clause(tokens, phrase) else None


def _find_issued(tokens: Sequence[Token], phrase: Phrase) -> Phrase:
    """The study of "A study published in the journal of the Velm Academy found": the body only brought it out."""
    for k in range(phrase.first - 1, max(0, phrase.first - _FARTHEST_ISSUE), -1):
        if tokens[k].low in _ISSUED and tokens[k - 1].low in DOCUMENTS and tokens[k + 1].low in lexicon.PREPOSITIONS:
            return find_phrase_before(tokens, k - 1) or phrase
        if not tokens[k].is_word or is_verb_like(tokens[k]):
            break
    return phrase


def _find_before_stray_comma(tokens: Sequence[Token], comma: int) -> Phrase | None:
    """The name of "Rell, told lawmakers that …": a sentence opens with it, and a comma too many follows."""
    if tokens[comma].text != "," or not 0 < comma < 4 or comma + 2 >= len(tokens):
        return None
    verb = tokens[comma + 1]
    named = all(t.is_capital and not is_day_or_month(t) for t in tokens[:comma])
    return Phrase(0, comma) if named and verb.low in _STRAY_VERBS else None


def _find_who(tokens: Sequence[Token], first: int) -> int | None:
    """The "who" whose clause ends in the phrase: "an official who had access to X told"."""
    for k in range(first - 1, max(-1, first - 6), -1):
        if tokens[k].low == "who":
            return k
        if not (is_verb_like(tokens[k]) or tokens[k].low in lexicon.PREPOSITIONS):
            return None
    return None


def _is_clause(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """ "seated next to X", "writing a book": a participle with its own words, no noun phrase."""
    head = tokens[phrase.first]
    if not head.text[0].islower() or not head.low.endswith(("ed", "ing")):
        return False
    rest = tokens[phrase.first + 1 : phrase.last]
    return not rest or rest[0].low in lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.POSSESSIVES | {"next"}


def _find_governed(tokens: Sequence[Token], i: int, previous: Phrase | None) -> Phrase | None:
    """Subject of "declined to say", "went on to add"."""
    k = i - 2
    if k >= 1 and tokens[k].low == "on":
        k -= 1
    if k < 1 or not (tokens[k].low in GOVERNING or is_verb_like(tokens[k])):
        return None
    return find_subject(tokens, k, previous)


def _skip_bracket_before(tokens: Sequence[Token], mark: int) -> int:
    """The last token of the phrase before the mark, without brackets: "X (R-Velm), noting …,"."""
    j = mark - 1
    return _skip_brackets(tokens, j) if j > 0 and tokens[j].text == ")" else j


def _skip_brackets(tokens: Sequence[Token], j: int) -> int:
    for k in range(j - 1, max(-1, j - 12), -1):
        if tokens[k].text == "(":
            return k - 1
    return -1


def _find_antecedent(tokens: Sequence[Token], who: int) -> Phrase | None:
    j = who - 1
    return find_phrase_before(tokens, j - 1 if j >= 0 and tokens[j].text == "," else j)


def find_appositive_head(tokens: Sequence[Token], comma: int) -> Phrase | None:
    """The phrase that an apposition ending at `comma` belongs to: "X, the mayor of Y, said"."""
    close = comma
    for _ in range(3):
        opening = _find_mark_before(tokens, close)
        if opening is None or not _is_appositive(tokens, opening + 1, close):
            return None
        head = find_phrase_before(tokens, _skip_auxiliaries_before(tokens, _skip_bracket_before(tokens, opening)))
        if head is None:
            return None
        farther = head.first - 1
        if (
            tokens[head.last - 1].is_capital
            and tokens[head.first].low not in ("a", "an")
            and not _is_tag(tokens, head)
            and tokens[opening + 1].low not in lexicon.BE_FORMS
        ):
            return head
        if farther < 1 or tokens[farther].text != "," or not _is_appositive(tokens, head.first, opening):
            return head
        outer = find_phrase_before(tokens, farther - 1)
        if outer is None or not _names_someone(tokens, outer):
            return head
        close = opening
    return None


def _skip_auxiliaries_before(tokens: Sequence[Token], j: int) -> int:
    """ "sponsors have, for three years, proposed": the auxiliary before the interruption is no part of the name."""
    while j > 0 and tokens[j].low in lexicon.AUXILIARIES:
        j -= 1
    return j


def _names_someone(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """A name, and neither a day nor the place of "In Velm, Ada Brandt, …"."""
    last = tokens[phrase.last - 1]
    if not last.is_capital or not tokens[phrase.first].is_word or is_day_or_month(last):
        return False
    return phrase.first != 1 or tokens[0].low not in lexicon.PREPOSITIONS


def _is_tag(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """A party, state or age after a name: "R-Mo.", "Jr.", "47"."""
    text = tokens[phrase.first].text
    return phrase.last - phrase.first == 1 and ("-" in text or text.endswith(".") or text.isdigit())


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
    if part[0].low not in _CLAUSE_OPENERS and not part[0].low.endswith(("ing", "ed")) and _has_finite(part):
        return False
    if part[0].low in _APPOSITIVE_STARTS or part[0].text[0].isdigit() or len(part) <= 3:
        return True
    if any(t.low.endswith(("'s", "s'")) for t in part[:4]) or all(t.is_capital or t.text == "&" for t in part):
        return True
    if part[0].text[0].islower():
        return part[0].low not in lexicon.CONJUNCTIONS
    return _is_post(part)


def _is_post(part: Sequence[Token]) -> bool:
    """ "Velm analyst at the Orsk Institute": an office that a name opens, and no clause."""
    office = any(t.text[0].islower() and t.low not in lexicon.PREPOSITIONS for t in part[1:4])
    return office and not any(is_verb_like(t) or t.low in lexicon.CONJUNCTIONS for t in part)


def _has_finite(part: Sequence[Token]) -> bool:
    """Whether the words hold a finite auxiliary of their own, not one of a relative clause."""
    for token in part:
        if token.low in lexicon.RELATIVES or token.low in _CLAUSE_OPENERS:
            return False
        if token.low in lexicon.AUXILIARIES - {"'s", "having", "being"}:
            return True
    return False


def find_clause_subject(tokens: Sequence[Token], limit: int) -> Phrase | None:
    """The subject of the first verb before `limit` that no "after", "when" or "who" governs; else of the first."""
    under: Phrase | None = None
    for i in range(1, limit):
        phrase = _find_subject_of_verb(tokens, i)
        if phrase is None:
            continue
        if phrase.first == 0 or tokens[phrase.first - 1].low not in _SUBORDINATING:
            return phrase
        under = under or phrase
    return under


def _find_subject_of_verb(tokens: Sequence[Token], i: int) -> Phrase | None:
    if not (is_verb_like(tokens[i]) or _is_past(tokens, i)):
        return None
    j = skip_auxiliaries(tokens, i)
    if j >= 0 and tokens[j].text == ",":
        return find_appositive_head(tokens, j)
    if j < 0 or not tokens[j].is_word or tokens[j].low in lexicon.RELATIVES:
        return None
    return find_phrase_before(tokens, j)


def _is_past(tokens: Sequence[Token], i: int) -> bool:
    """A word in "-ed" right after a name, a pronoun or a plural."""
    before = tokens[i - 1]
    if not tokens[i].low.endswith("ed") or not tokens[i].text[0].islower() or not before.is_word:
        return False
    return before.is_capital or before.low in lexicon.SUBJECT_PRONOUNS or before.low.endswith(("s", "ly"))


def find_interrupted(tokens: Sequence[Token], i: int) -> Phrase | None:
    """X of "X, citing Y, refused": the phrase before, when a verb follows the second comma."""
    for k in range(i + 1, min(len(tokens) - 1, i + 12)):
        if tokens[k].text == ",":
            verb = is_verb_like(tokens[k + 1]) or tokens[k + 1].low.endswith("ed")
            return find_phrase_before(tokens, i - 2) if verb else None
    return None
