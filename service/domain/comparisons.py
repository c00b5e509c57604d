"""Comparisons of two claims: the relation that the machine saw, its reasons, and what a person said of it."""

from dataclasses import dataclass
from typing import Literal, get_args

from models.base import Span
from service.domain.articles import digest
from service.domain.claims import Claim, Source
from service.domain.reasons import Reason, merge_spans

Relation = Literal["agrees", "contradicts", "changed", "framing", "related", "unrelated"]
Dismissal = Literal["false_alarm", "not_worth"]

RELATIONS: tuple[Relation, ...] = get_args(Relation)
DISMISSALS: tuple[Dismissal, ...] = get_args(Dismissal)


@dataclass(frozen=True)
class Entailment:
    """Probabilities that one side entails, leaves open or contradicts the other."""

    entailment: float
    neutral: float
    contradiction: float


@dataclass(frozen=True)
class Verdict:
    """What the machine says of a pair.

    `relation` is the decision and `confidence` its calibrated probability; both are None when the pair was not
    judged, and `not_judged` says why. `withheld` says why a contradiction that the scores call for is not shown
    as one. `one_origin` says why the two articles count as one origin: their agreement confirms nothing.
    `reasons` are sentences that name the words that decided, with where those words stand.
    """

    relation: Relation | None
    confidence: float | None
    relations: dict[Relation, float]
    similarity: float
    a_to_b: Entailment | None
    b_to_a: Entailment | None
    reasons: tuple[Reason, ...]
    model: str
    not_judged: str | None = None
    withheld: str | None = None
    one_origin: str | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """The reasons without their places."""
        return tuple(reason.sentence for reason in self.reasons)

    @property
    def highlights(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """What the reasons name in the text of a and of b: sorted, without overlaps."""
        return (
            merge_spans(span for reason in self.reasons for span in reason.a),
            merge_spans(span for reason in self.reasons for span in reason.b),
        )


@dataclass(frozen=True)
class Judgement:
    """What a person said of a pair of claims; it overrides the machine until it is undone."""

    verdict: Relation | Dismissal
    note: str
    judged_by: str | None
    judged_at: str


@dataclass(frozen=True)
class Comparison:
    """Two claims and the verdict on them."""

    id: str
    a: Claim
    b: Claim
    verdict: Verdict
    recorded_at: str
    judgement: Judgement | None = None

    @property
    def same_article(self) -> bool:
        """Both claims stand in one article: shown as such, never counted across sources."""
        return self.a.source.article_id == self.b.source.article_id

    @property
    def copies(self) -> bool:
        """The two articles are copies, in whole or in part, of one text: where they differ, it was edited."""
        group = self.a.source.text_group
        return not self.same_article and group is not None and group == self.b.source.text_group

    @property
    def one_origin(self) -> str | None:
        """Why the two articles count as one origin; None where they do not, and for one article."""
        return explain_one_origin(self.a.source, self.b.source, self.verdict.one_origin)

    @property
    def relation(self) -> Relation | None:
        """The relation that holds."""
        return find_relation(self.verdict.relation, self.judgement)


def explain_one_origin(a: Source, b: Source, said: str | None) -> str | None:
    """Why two articles count as one origin, `said` by what their claims tell; None where they do not, and for one."""
    if a.article_id == b.article_id:
        return None
    if said:
        return said
    if a.text_group is not None and a.text_group == b.text_group:
        return "The two articles are copies of one text, in whole or in part."
    unknown = not (a.origin_is_known and b.origin_is_known)
    return "It is not known who wrote one of them." if unknown else None


def find_relation(machine: Relation | None, judgement: Judgement | None) -> Relation | None:
    """The relation that holds: a person's if there is one (none for a dismissal), else the machine's."""
    if judgement is None:
        return machine
    return next((relation for relation in RELATIONS if relation == judgement.verdict), None)


def pair_id(first: str, second: str) -> str:
    """The identity of an unordered pair of claims; a claim's id holds its words, so this does too."""
    return digest(*sorted((first, second)))
