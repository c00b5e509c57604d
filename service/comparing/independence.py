"""Whether two articles are independent of each other: copies of one text confirm nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from service.domain.claims import Claim, Source

LONG = 8
"""Words from which on a sentence is not written twice by chance."""
FEWEST_SHARED = 3
"""So many long sentences in common make two articles copies, also in part, of one text."""


def find_one_origin(a: Claim, b: Claim, *, copies: Set[str] = frozenset()) -> str | None:
    """Why the articles of two claims count as one origin; None when nothing says so.

    `copies` are the articles that were found to be copies of the one that `a` stands in.
    """
    if a.source.article_id == b.source.article_id:
        return None
    copied = "The two articles share whole sentences, word for word." if b.source.article_id in copies else None
    return _credited(a.source, b.source) or copied or _same_words(a, b)


def find_copies(claims: Iterable[Claim], mentions: Mapping[int, Sequence[Claim]]) -> frozenset[str]:
    """The articles that share several whole sentences with the article of `claims`, quotations apart.

    `mentions` are the claims of all articles by their sentence.
    """
    shared = Counter(
        article
        for claim in claims
        if _is_telling(claim)
        for article in {other.source.article_id for other in mentions.get(claim.sentence_id, ())}
        if article != claim.source.article_id
    )
    return frozenset(article for article, count in shared.items() if count >= FEWEST_SHARED)


def _credited(a: Source, b: Source) -> str | None:
    """One article credits the other's outlet, or both credit a third."""
    shared = {_plain(a.origin), _plain(a.outlet)} & {_plain(b.origin), _plain(b.outlet)} - {""}
    if not shared:
        return None
    name = next(n for n in (a.origin, b.origin, a.outlet) if n and _plain(n) in shared)
    return f"Both come from {name}."


def _same_words(a: Claim, b: Claim) -> str | None:
    if a.said.quote == b.said.quote and _is_telling(a):
        return "Both have the same sentence, word for word."
    return None


def _is_telling(claim: Claim) -> bool:
    """A long sentence is not written twice by chance; but the words of a speaker can be quoted twice."""
    return claim.said.stance != "quotes" and len(claim.said.quote.split()) >= LONG


def _plain(name: str | None) -> str:
    return (name or "").casefold().removeprefix("the ").strip()
