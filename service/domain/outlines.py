"""Outlines: as much of claims and comparisons as counting, folding and ordering need, and no words of articles.

A report looks at all that is stored and shows a page of it; only what it shows is read in full. There are tens of
thousands of them, so they are named tuples: a frozen dataclass takes several times as long to make.
"""

from typing import NamedTuple, Self

from models.base import Kind
from service.domain.claims import Claim, Source
from service.domain.comparisons import Comparison, Judgement, Relation, explain_one_origin
from service.domain.words import PairOfWords, Words, words_of


class Mark(NamedTuple):
    """A claim without its words."""

    claim_id: str
    words: Words
    source: Source
    kind: Kind
    checkworthiness: float

    @classmethod
    def of(cls, claim: Claim) -> Self:
        """The mark of a claim that was read in full."""
        return cls(claim.id, words_of(claim), claim.source, claim.said.kind, claim.said.checkworthiness)


class Outline(NamedTuple):
    """A comparison without the words of its sides and without its reasons."""

    id: str
    a: Mark
    b: Mark
    machine: Relation | None
    relation: Relation | None
    """The relation that holds: a person's, else the machine's."""
    confidence: float | None
    withheld: str | None
    said_of_origin: str | None
    judgement: Judgement | None = None

    @classmethod
    def of(cls, comparison: Comparison) -> Self:
        """The outline of a comparison that was read in full."""
        verdict = comparison.verdict
        return cls(
            comparison.id,
            Mark.of(comparison.a),
            Mark.of(comparison.b),
            machine=verdict.relation,
            relation=comparison.relation,
            confidence=verdict.confidence,
            withheld=verdict.withheld,
            said_of_origin=verdict.one_origin,
            judgement=comparison.judgement,
        )

    @property
    def same_article(self) -> bool:
        """Both claims stand in one article."""
        return self.a.source.article_id == self.b.source.article_id

    @property
    def independent(self) -> bool:
        """Two articles that are not known to share an origin."""
        return not self.same_article and explain_one_origin(self.a.source, self.b.source, self.said_of_origin) is None

    @property
    def across_origins(self) -> bool:
        """The two sides come from two origins: neither the verdict nor what is known of the articles joins them.

        The same as `independent` and no key of origin in common, in fewer steps.
        """
        a, b = self.a.source, self.b.source
        if self.said_of_origin or a.article_id == b.article_id:
            return False
        return a.origin_is_known and b.origin_is_known and a.origin_keys.isdisjoint(b.origin_keys)

    @property
    def pair_of_words(self) -> PairOfWords:
        """What pairs of copies have in common, whichever side is called a."""
        return frozenset((self.a.words, self.b.words))
