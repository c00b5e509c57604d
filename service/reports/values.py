"""What a report is: frozen values that every rendering shows, and none computes."""

from dataclasses import dataclass
from typing import Literal, get_args

from models.base import Evaluation, Span
from service.comparing.edits import Edit, find_edits
from service.domain.claims import Claim
from service.domain.comparisons import Comparison, Judgement, Relation

ReportKind = Literal["agreements", "contradictions", "changed", "framings", "single-source", "coverage", "briefing"]
Grouped = Literal["named", "speaker", "sentence"]

KINDS: tuple[ReportKind, ...] = get_args(ReportKind)
RELATION_OF: dict[ReportKind, Relation] = {
    "agreements": "agrees",
    "contradictions": "contradicts",
    "changed": "changed",
    "framings": "framing",
}

BRIEFING: tuple[ReportKind, ...] = KINDS[:-1]
"""The parts of a briefing, in their order: every other report, on one topic."""


@dataclass(frozen=True)
class ReportFilter:
    """What a report is asked for; `limit` holds for each section by itself, None means everything.

    Pairs below `min_confidence` are only counted, unless a person judged them. Without `appraisals` nothing is told of
    who evaluates what: in a briefing on everything they are of a thousand things, and do not answer each other.
    """

    topic: str | None = None
    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    limit: int | None = 50
    min_confidence: float = 0.0
    appraisals: bool = True

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

    In a briefing an agreement stands for a whole statement: `also` are the claims that say it in words of their own,
    and `folded` names their pairs too.
    `outlets` and `origins` count who carries either side. Copies of one text are one origin, and so is one outlet.
    """

    comparison: Comparison
    a: Side
    b: Side
    outlets: int
    origins: int
    judgement: Judgement | None = None
    folded: tuple[str, ...] = ()
    also: tuple[Claim, ...] = ()

    @property
    def independent(self) -> bool:
        """More than one origin: an agreement then confirms."""
        return self.origins > 1

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Where the quotes of a and b differ, if their articles are copies of one text: edited, not reported twice."""
        copies = self.comparison.copies
        return find_edits(self.a.claim.said.quote, self.b.claim.said.quote) if copies else ()

    @property
    def highlights(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """What the reasons name in the text of a and of b, which need not be the comparison's a and b."""
        first, second = self.comparison.verdict.highlights
        return (first, second) if self.a.claim.id == self.comparison.a.id else (second, first)

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
    """The rows of one body; `divided` when it both approves and disapproves of the same thing.

    `left_out` counts rows that a briefing or a long list does not show; `counted` are then all rows by evaluation.
    """

    body: str
    rows: tuple[Framing, ...]
    divided: bool
    left_out: int = 0
    counted: tuple[tuple[Evaluation, int], ...] = ()


@dataclass(frozen=True)
class MatrixRow:
    """What one outlet carries, by evaluation: for each of the matrix's evaluations its appraisals, maybe none."""

    outlet: str
    cells: tuple[tuple[Framing, ...], ...]


@dataclass(frozen=True)
class View:
    """One body's evaluation: the outlets that carry it, and those on the topic in which it was not found."""

    body: str
    evaluation: Evaluation
    words: tuple[str, ...]
    found: tuple[str, ...]
    not_found: tuple[str, ...]


@dataclass(frozen=True)
class Matrix:
    """Outlets by evaluation, warm to cold, and the views that some of them carry and others do not."""

    evaluations: tuple[Evaluation, ...] = ()
    rows: tuple[MatrixRow, ...] = ()
    views: tuple[View, ...] = ()


@dataclass(frozen=True)
class Single:
    """A claim that one origin tells and no other speaks to; whoever carries it besides has it from there."""

    side: Side
    outlets: int


@dataclass(frozen=True)
class Telling:
    """One outlet's way of saying an agreed statement; the comparison with the statement's own claim, None for that."""

    claim: Claim
    comparison: Comparison | None

    @property
    def confidence(self) -> float | None:
        """The machine's, that it says what the statement says; None where a person judged against the machine."""
        pair = self.comparison
        return pair.verdict.confidence if pair and pair.verdict.relation == pair.relation else None


@dataclass(frozen=True)
class Coverage:
    """An agreed statement: who of the outlets on the topic reports it, and in which it was not found.

    `disputed` are outlets with a claim that contradicts a telling. `near` are outlets with a claim that agrees with a
    telling but not with the statement's own claim, or not surely: nothing is said of them. "Not found" says what
    Crossclaim found, never that something was left out on purpose.
    """

    claim: Claim
    tellings: tuple[Telling, ...]
    outlets: int
    origins: int
    near: tuple[str, ...]
    disputed: tuple[str, ...]
    not_found: tuple[str, ...]


@dataclass(frozen=True)
class Counts:
    """How much there is, so that what is not shown is not silently missing.

    `pairs` counts items across articles after folding, `folded` the pairs of copies inside them, `joined` those that
    stand in the item of a statement that another pair shows. `one_origin` counts
    items that confirm nothing. `not_judged` counts pairs of the whole store, whatever the filter. `claims` counts those
    of one origin, `statements` the agreed ones, `outlets` those with an article on the topic.
    """

    pairs: int = 0
    shown: int = 0
    folded: int = 0
    joined: int = 0
    one_origin: int = 0
    same_article: int = 0
    withheld: int = 0
    dismissed: int = 0
    uncertain: int = 0
    not_judged: int = 0
    appraisals: int = 0
    claims: int = 0
    statements: int = 0
    outlets: int = 0


@dataclass(frozen=True)
class Report:
    """One report, ready to be rendered; `generated_at` is ISO 8601 and given by the caller.

    A briefing has `parts`, which are reports themselves, and nothing else.
    """

    kind: ReportKind
    title: str
    wanted: ReportFilter
    generated_at: str
    counts: Counts
    items: tuple[Item, ...] = ()
    same_article: tuple[Item, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    framings: tuple[FramingGroup, ...] = ()
    matrix: Matrix = Matrix()
    singles: tuple[Single, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    parts: tuple["Report", ...] = ()

    @property
    def empty(self) -> bool:
        """Nothing at all to show."""
        own = (self.items, self.same_article, self.withheld, self.framings, self.singles, self.coverage)
        return not any(own) and all(part.empty for part in self.parts)
