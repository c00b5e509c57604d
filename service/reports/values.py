"""What a report is: frozen values that every rendering shows, and none computes."""

from dataclasses import dataclass
from typing import Literal, get_args

from models.base import Evaluation
from service.comparing.edits import Edit, find_edits_of_copies
from service.domain.claims import Claim
from service.domain.comparisons import Comparison, Judgement, Relation

ReportKind = Literal["agreements", "contradictions", "changed", "framings"]
Grouped = Literal["named", "speaker", "sentence"]

KINDS: tuple[ReportKind, ...] = get_args(ReportKind)
RELATION_OF: dict[ReportKind, Relation] = {
    "agreements": "agrees",
    "contradictions": "contradicts",
    "changed": "changed",
    "framings": "framing",
}


@dataclass(frozen=True)
class ReportFilter:
    """What a report is asked for; `limit` holds for each section by itself, None means everything.

    Pairs below `min_confidence` are only counted, unless a person judged them.
    """

    topic: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    limit: int | None = 50
    min_confidence: float = 0.0

    @property
    def narrows(self) -> bool:
        """Whether anything but the limit keeps statements out."""
        return any((self.topic, self.since, self.until, self.outlet))


@dataclass(frozen=True)
class Side:
    """One side of an item: the claim that is shown, and the claims elsewhere that say it in the same words."""

    claim: Claim
    copies: tuple[Claim, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The shown claim first, then its copies."""
        return (self.claim, *self.copies)

    @property
    def also_run_by(self) -> tuple[str, ...]:
        """Other outlets that carry these words, by name, each once."""
        outlets = (copy.source.outlet or "an unnamed outlet" for copy in self.copies)
        return tuple(dict.fromkeys(name for name in outlets if name != self.claim.source.outlet))


@dataclass(frozen=True)
class Item:
    """One pair of statements; pairs of copies of the same words are folded into it (their ids: `folded`).

    `outlets` and `origins` count who carries either side. Copies of one text are one origin, and so is one outlet.
    """

    comparison: Comparison
    a: Side
    b: Side
    outlets: int
    origins: int
    judgement: Judgement | None = None
    folded: tuple[str, ...] = ()

    @property
    def independent(self) -> bool:
        """More than one origin: an agreement then confirms."""
        return self.origins > 1

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Where the two quotes differ, if their articles are copies of one text: it was edited, not reported twice."""
        return find_edits_of_copies(self.comparison)

    @property
    def one_origin(self) -> str | None:
        """Why both sides count as one origin; None where they do not."""
        if self.independent:
            return None
        said = self.comparison.one_origin
        return said or ("One article." if self.comparison.same_article else "One outlet, or copies of one text.")


@dataclass(frozen=True)
class Withheld:
    """A contradiction that the scores call for and a gate turned away, with the reason."""

    comparison: Comparison
    reason: str


@dataclass(frozen=True)
class Framing:
    """One appraisal: `body` (country, organisation or the actor itself) evaluates a target, in its words.

    The sentence is `before` + `words` + `after`. `grouped` says where the body was read: in the actor's name, in the
    speaker's name or role, or in the sentence around a bare "officials".
    """

    side: Side
    body: str
    grouped: Grouped
    actor: str
    evaluation: Evaluation
    target: str
    before: str
    words: str
    after: str

    @property
    def claim(self) -> Claim:
        """The claim that holds the words."""
        return self.side.claim


@dataclass(frozen=True)
class FramingFilter:
    """Which appraisals are wanted. `actor` and `target` are a reader's words; countries match by any of their names."""

    topic: str | None = None
    actor: str | None = None
    target: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None


@dataclass(frozen=True)
class FramingGroup:
    """All rows of one body; `divided` when it both approves and disapproves of the same thing."""

    body: str
    rows: tuple[Framing, ...]
    divided: bool


@dataclass(frozen=True)
class Counts:
    """How much there is, so that what is not shown is not silently missing.

    `pairs` counts items across articles after folding, `folded` the pairs of copies inside them. `one_origin` counts
    items that confirm nothing. `not_judged` counts pairs of the whole store, whatever the filter.
    """

    pairs: int = 0
    shown: int = 0
    folded: int = 0
    one_origin: int = 0
    same_article: int = 0
    withheld: int = 0
    dismissed: int = 0
    uncertain: int = 0
    not_judged: int = 0
    appraisals: int = 0


@dataclass(frozen=True)
class Report:
    """One report, ready to be rendered; `generated_at` is ISO 8601 and given by the caller."""

    kind: ReportKind
    title: str
    wanted: ReportFilter
    generated_at: str
    counts: Counts
    items: tuple[Item, ...] = ()
    same_article: tuple[Item, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    framings: tuple[FramingGroup, ...] = ()

    @property
    def empty(self) -> bool:
        """Nothing at all to show."""
        return not (self.items or self.same_article or self.withheld or self.framings)
