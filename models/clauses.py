"""Sentences that hold several claims: cut only where each part stands by itself."""

import re
from collections.abc import Sequence

from models import lexicon
from models.attribution_quotes import Quotation
from models.base import Span
from models.resolution_flags import find_unresolved
from models.segmentation import trim_span

_JOINT = re.compile(r";\s(?:and\s|but\s)?|,\s(?:while|whereas|but|and)\s")
_FINITE = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|do|\w{2,}ed|rose|fell|won|lost"
    r"|led|took|made|gave|went|came|got|held|kept|left|met|saw|sold|bought|spent|became|began|grew|died|found|ran|sent|shot"
    r"|spoke|struck|told|wrote)"
)
_OPENS = re.compile(
    r"(?:[Tt]he\s(?:[\w’'-]+\s){1,4}?|(?:[A-Z][\w.’'-]*\s){1,4}"
    r"|(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|some|many|several)\s"
    rf"(?:[\w-]+\s){{1,3}}?)(?:also\s|then\s|later\s)?{_FINITE}\b"
)
_VERB = re.compile(rf"\s{_FINITE}\b")
_DEPENDS = re.compile(
    r"^[“\"‘(]*(?:if|when|while|although|though|as|because|since|after|before|until|unless|once|whether|despite|where|to"
    r"|for|both|either|neither|not|with|in\sthe\sevent|had|were|should|that|which|who)\b", re.IGNORECASE
)  # fmt: skip
_OPEN_LEFT = re.compile(
    r"\b(?:that|if|because|whether|when|who|which|how|why|where|after|before|until|unless|although|though|since|so|to"
    r"|not\sonly|between|both|either|neither)\b(?!.*[.;])", re.IGNORECASE
)  # fmt: skip
_MIN_PART = 30


def find_clauses(text: str, sentence: Span, quoted: Sequence[Quotation]) -> list[Span]:
    """The halves of a sentence where both are statements with subject, verb and nothing left open.

    One span, the sentence itself, where that is not certain: inside direct words, after "if", around a pronoun.
    """
    if _DEPENDS.match(text[sentence.start : sentence.start + 24]) or text[sentence.end - 1 : sentence.end] in (
        "?",
        "”",
        '"',
    ):
        return [sentence]
    for joint in _JOINT.finditer(text, sentence.start + _MIN_PART, sentence.end - _MIN_PART):
        parts = _split_at(text, sentence, joint, quoted)
        if parts:
            return parts
    return [sentence]


def _split_at(text: str, sentence: Span, joint: re.Match[str], quoted: Sequence[Quotation]) -> list[Span] | None:
    if any(q.start < joint.end() and joint.start() < q.end for q in quoted):
        return None
    left, right = trim_span(text, sentence.start, joint.start()), trim_span(text, joint.end(), sentence.end)
    if not left or not right or not _OPENS.match(text, right.start, right.end):
        return None
    return [left, right] if _stands(left.of(text), right.of(text)) else None


def _stands(left: str, right: str) -> bool:
    """A verb right before the cut (else it stands in a list of names) that no "that" or "if" governs, closed brackets,
    and no word that points across the cut.
    """
    if not _VERB.search(left.rsplit(",", 1)[-1]) or _OPEN_LEFT.search(left):
        return False
    if ":" in left or left.endswith("though") or left.count("(") != left.count(")"):
        return False
    return not find_unresolved(right) and not _points_back(right)


def _points_back(right: str) -> bool:
    words = {word.lower() for word in re.findall(r"[\w’']+", right)}
    return bool(words & (lexicon.POSSESSIVES | _BACK))


_BACK = frozenset(
    "it he she they them him her this these those such same other others another latter former one ones so do too"
    " either also there then instead both each neither".split()
)
