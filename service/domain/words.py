"""Which claims are copies of each other's words, and which pairs are copies of one pair."""

from service.domain.articles import digest
from service.domain.claims import Claim
from service.domain.comparisons import Comparison

Words = tuple[int, str | None]
PairOfWords = frozenset[Words]


def words_of(claim: Claim) -> Words:
    """What makes two claims copies: the same sentence of the same speaker."""
    return claim.sentence_id, claim.said.speaker.name if claim.said.speaker else None


def pair_of_words(comparison: Comparison) -> PairOfWords:
    """What pairs of copies have in common, whichever side is called a."""
    return frozenset((words_of(comparison.a), words_of(comparison.b)))


def words_key(first: Words, second: Words) -> str:
    """A short name for a pair of words, in either order: equal where `pair_of_words` is."""
    return digest(*sorted(f"{sentence_id} {speaker or ''}" for sentence_id, speaker in (first, second)))
