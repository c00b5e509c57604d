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
    judgement: Judgement | None
    same_article: bool
    """Both claims stand in one article."""
    across_origins: bool
    """The two sides come from two origins: neither the verdict nor what is known of the articles joins them."""
    copied: bool = True
    """Another claim may have the words of one side; where none has, copies of the pair need not be looked for."""

    @classmethod
    def of(cls, comparison: Comparison) -> Self:
        """The outline of a comparison that was read in full."""
        verdict, a, b = comparison.verdict, comparison.a.source, comparison.b.source
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
            same_article=a.article_id == b.article_id,
            across_origins=are_across(a, b, verdict.one_origin),
        )

    @property
    def independent(self) -> bool:
        """Two articles that are not known to share an origin."""
        return not self.same_article and explain_one_origin(self.a.source, self.b.source, self.said_of_origin) is None

    @property
    def pair_of_words(self) -> PairOfWords:
        """What pairs of copies have in common, whichever side is called a."""
        return frozenset((self.a.words, self.b.words))

    # What `Folded` asks for: a pair that nothing is a copy of stands for itself.

    @property
    def pairs(self) -> tuple[Self, ...]:
        """All pairs of these words."""
        return (self,)

    @property
    def shown(self) -> Self:
        """The pair that stands for all of them."""
        return self

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The claims of all pairs, each once."""
        return self.a, self.b

    @property
    def origins(self) -> int:
        """How many origins carry either side."""
        return 2 if self.across_origins else 1


def are_across(a: Source, b: Source, said: str | None) -> bool:
    """Whether two articles are of two origins, by what is `said` of the pair and by what is known of them.

    The same as `explain_one_origin` giving none and no key of origin in common, in fewer steps.
    """
    if said or a.article_id == b.article_id:
        return False
    return a.origin_is_known and b.origin_is_known and a.origin_keys.isdisjoint(b.origin_keys)
