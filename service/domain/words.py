"""Which claims are copies of each other's words, and which pairs are copies of one pair: what is judged once."""

from datetime import date

from service.domain.articles import digest
from service.domain.claims import Claim

FAR_APART_DAYS = 120
"""From more days than these between two statements on, the same words are about different times."""

Words = tuple[int, str | None]
PairOfWords = frozenset[Words]


def words_of(claim: Claim) -> Words:
    """What makes two claims copies: the same sentence of the same speaker."""
    return claim.sentence_id, claim.said.speaker.name if claim.said.speaker else None


def words_key(first: Words, second: Words, *, far_apart: bool = False) -> str:
    """A short name for a pair of words, in either order: pairs with one name are settled by one judgement.

    A pair that is `far_apart` in time has another name than one that is not: what was true of the words said on one
    day need not be true of the one said years after the other.
    """
    sides = sorted(f"{sentence_id} {speaker or ''}" for sentence_id, speaker in (first, second))
    return digest(*sides, "far apart") if far_apart else digest(*sides)


def pair_words_key(a: Claim, b: Claim) -> str:
    """The name of the words of a pair of claims, as they are said now."""
    published = (claim.source.published.value if claim.source.published else None for claim in (a, b))
    return words_key(words_of(a), words_of(b), far_apart=are_far_apart(*published))


def are_far_apart(first: str | None, second: str | None) -> bool:
    """Whether two ISO 8601 times lie more than FAR_APART_DAYS apart; not where one is unknown or cannot be read."""
    days = _day(first), _day(second)
    return None not in days and abs((days[0] - days[1]).days) > FAR_APART_DAYS  # type: ignore[operator]


def _day(written: str | None) -> date | None:
    """The first day that the time may mean: of a year or a month without a day, the first of it."""
    try:
        return date.fromisoformat(f"{written[:10]}-01-01"[:10]) if written else None
    except ValueError:
        return None
