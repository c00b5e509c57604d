"""What kind of statement a sentence is, whether it is one at all, and how worthwhile a check of it would be."""

import re

from models import lexicon
from models.base import Kind
from models.extraction_litter import is_litter
from models.lexicon_appraisal import NEGATIVE, POSITIVE
from models.lexicon_speech import CUES
from models.quantities import find_dates, find_quantities
from models.remembering import remembered

_WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
_CLOSED = re.compile(r"[.!?…。！？｡．؟۔।॥։።፧។။‼⁇⁈⁉:;][\"'”’»“)\]}›」』）】*]*$")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_QUESTION = re.compile(r"[?？؟፧⁇][\"'”’»)\]]*$")
# These are looked for in lower case: to pass over case takes a pattern three times as long.
_CONDITIONAL = re.compile(
    r"^(?:[\"“‘]?)(?:if|unless|should\s(?=\w+\s\w+\s)|were\s)\b|,\s(?:only\s)?if\s"
    r"|\b(?:only if|unless|provided that)\s"
)
_OPINION = re.compile(
    r"\b(?:should|must|ought to|needs? to be|essential|crucial|imperative|unfortunately|hopefully|arguably|in my view"
    r"|i (?:think|believe|feel|hope)|we (?:think|believe|feel|hope)|cannot be overstated|important to)\b"
)
_HEDGE = re.compile(r"\b(?:may|might|could|perhaps|possibly|reportedly|seems?|appears?|likely|potentially)\b")
_FACTUAL = re.compile(
    r"\b(?:was|were|has|have|had|is|are|did|killed|signed|voted|won|lost|rose|fell|increased|decreased|reported"
    r"|announced|said|approved|passed|spent|cut|raised|created|caused)\b"
)
_FORECAST = re.compile(
    r"\b(?:will|won[’']t|shall|going to|gonna)\b|\b(?:is|are|was|were|be)\s(?:\w+\s)?(?:expected|set|due|likely|poised"
    r"|scheduled|about|forecast|projected)\sto\b|\b(?:(?-i:may)|might|could)\s(?:\w+ly\s)?(?!have\b)[a-z]+",
    re.IGNORECASE,
)
_VERBS = (
    lexicon.AUXILIARIES
    | frozenset(CUES)
    | frozenset(
        "went came took made got left ran met became began remains remained gives gave won lost leads"
        " led comes goes"
        " makes keeps kept brought sent put stood fell rose died killed marked sought serves holds"
        " resonate resonates"
        " includes include offers defines needs means says".split()
    )
)
_MAX_LENGTH = 2_000
_LONGEST_LEAD_IN = 70
_LEADING = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | {"as", "and", "but", "then", "later"}


def is_statement(sentence: str, *, attributed: bool) -> bool:
    """Whether an English sentence states something: headings, bylines, questions to the reader, adverts do not."""
    if len(sentence) > _MAX_LENGTH or is_litter(sentence):
        return False
    found = _WORD.findall(sentence)
    if len(found) < 3 or (_QUESTION.search(sentence) and not attributed):
        return False
    if not _CLOSED.search(sentence):
        return len(found) >= 10 and _is_full_sentence(found) and not _is_title_case(found)
    return attributed or has_verb(found)


def is_post_statement(sentence: str) -> bool:
    """The same for the last sentence of a post, which needs no full stop; headlines that are posted are none."""
    found = _WORD.findall(sentence)
    if len(sentence) > _MAX_LENGTH or len(found) < 3 or is_litter(sentence):
        return False
    return has_verb(found) and (bool(_CLOSED.search(sentence)) or not _is_title_case(found))


def is_lead_in(sentence: str, *, before: int) -> bool:
    """ "In a letter, Odo Rell wrote:": attributed words follow, and `before` the speaker nothing is said."""
    if not sentence.endswith(":") or len(sentence) > _LONGEST_LEAD_IN:
        return False
    opening = sentence[:before].split()
    return not opening or opening[0].lower() in _LEADING


def is_foreign_statement(sentence: str) -> bool:
    """The same for a language whose words are not known: long enough, and closed like a sentence."""
    least = 5 if _WIDE.search(sentence) else 8
    return least <= len(sentence) <= _MAX_LENGTH and bool(_CLOSED.search(sentence)) and not _QUESTION.search(sentence)


def _is_full_sentence(words: list[str]) -> bool:
    """Articles and auxiliaries, which headlines and captions leave out."""
    low = {w.lower() for w in words}
    return bool(low & {"the", "a", "an"}) and bool(low & (lexicon.AUXILIARIES | {"said", "says", "say"}))


def has_verb(words: list[str]) -> bool:
    """Whether a word looks like a finite verb; long sentences are given the benefit of the doubt."""
    if len(words) > 8:
        return True
    low = [w.lower().replace("’", "'") for w in words]
    return any(w in _VERBS or w.endswith(("'s", "'re", "'ve", "n't")) for w in low) or any(
        w.endswith(("ed", "es")) and len(w) > 3 for w in low[1:]
    )


def _is_title_case(words: list[str]) -> bool:
    long = [w for w in words if len(w) > 3]
    return bool(long) and sum(w[0].isupper() for w in long) > 0.7 * len(long)


def find_kind(sentence: str) -> Kind:
    """Question, conditional, forecast, opinion, else fact; by the words of the sentence alone."""
    if _QUESTION.search(sentence):
        return "question"
    low = sentence.lower()
    if _CONDITIONAL.search(low):
        return "conditional"
    if _OPINION.search(low):
        return "opinion"
    if _FORECAST.search(sentence):
        return "forecast"
    return "opinion" if _is_judgement(sentence) else "fact"


_JUDGEMENT = re.compile(
    r"\b(?:is|are|was|were|isn[’']t|aren[’']t)\s(?:(?:a|an|the|not|very|so|really|most)\s){0,2}(\w+)"
)


def _is_judgement(sentence: str) -> bool:
    """ "is a disgrace", "was brave": an evaluating word as the predicate."""
    return any(m.group(1).lower() in NEGATIVE | POSITIVE for m in _JUDGEMENT.finditer(sentence))


@remembered(4096)
def find_checkworthiness(sentence: str, kind: Kind, *, attributed: bool) -> float:
    """0 to 1: how much there is to check. A sum of signals: 0.25 to begin with; quantities (+0.2, +0.1 for a second),
    a date (+0.1), a name beyond the first word (+0.15), a factual verb (+0.1), a speaker (+0.1); hedges (-0.1),
    opinion or conditional (-0.2), forecast (-0.1), fewer than seven words (-0.15); a question at most 0.1.
    """
    quantities = sum(not q.ordinal for q in find_quantities(sentence))
    words, low = _WORD.findall(sentence), sentence.lower()
    named = sum(w[0].isupper() and w.lower() not in ("i", "i'm", "i’m") for w in words[1:])
    score = 0.25 + 0.2 * (quantities > 0) + 0.1 * (quantities > 1) + 0.15 * (named > 0) + 0.1 * attributed
    score += 0.1 * bool(find_dates(sentence)) + 0.1 * bool(_FACTUAL.search(low))
    score -= 0.1 * bool(_HEDGE.search(low)) + 0.15 * (len(words) < 7)
    score -= {"opinion": 0.2, "conditional": 0.2, "forecast": 0.1}.get(kind, 0.0)
    return round(min(1.0, max(0.0, score)) if kind != "question" else 0.1, 3)
