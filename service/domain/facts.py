"""Facts: claims that say the same thing, across outlets and time; their standing, and what became of them."""

from dataclasses import dataclass
from typing import Literal, get_args

from service.domain.claims import Claim
from service.domain.comparisons import Judgement, Relation

Flag = Literal["disputed", "changed", "withdrawn"]
FactEventKind = Literal["formed", "merged", "absorbed", "split", "parted", "dissolved", "restored"]
HistoryKind = Literal["reported", "withdrawn", "returned", "left"]

FLAGS: tuple[Flag, ...] = get_args(Flag)


@dataclass(frozen=True)
class Standing:
    """How a fact stands: `origins` count the independent sources that say it now, `claims` all that belong to it.

    The flags may hold together. `disputed`: a claim that is still said contradicts one of its claims, and stands in
    another article or has another holder. `changed`: a claim gives a later or earlier state of the same thing.
    `withdrawn`: the article of one of its claims no longer says it.
    """

    origins: int
    outlets: int
    claims: int
    disputed: bool = False
    changed: bool = False
    withdrawn: bool = False

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags that hold."""
        return tuple(flag for flag in FLAGS if getattr(self, flag))


@dataclass(frozen=True)
class Restated:
    """From `at` (when it was recorded, ISO 8601) on, a fact stood like this."""

    at: str
    standing: Standing


@dataclass(frozen=True)
class FactEvent:
    """What became of a fact as a whole; `other` is the id of the other fact that it happened with.

    A fact that "merged" into another was "absorbed" by it; one that was "split" from another "parted" from it. A fact
    whose claims no longer agree was "dissolved", and is "restored" when they do again.
    """

    at: str
    kind: FactEventKind
    other: str | None = None


@dataclass(frozen=True)
class Fact:
    """A fact as a list shows it. `claim` speaks for it: the one that most others agree with, said now if any is.

    An `ended` fact has no claims of its own any more; `merged_into` says which fact has them, if one does.
    """

    id: str
    claim: Claim | None
    standing: Standing
    formed_at: str
    changed_at: str
    ended_at: str | None = None
    merged_into: str | None = None


@dataclass(frozen=True)
class Member:
    """A claim that belongs to a fact, since when (recorded), and whether its article still says it.

    `received_at` and `recorded_at` are those of the first version of its article that said it.
    """

    claim: Claim
    since: str
    said: bool
    received_at: str
    recorded_at: str


@dataclass(frozen=True)
class HistoryEntry:
    """One step of a fact's history: which claim was reported, withdrawn by its article, said again, or left the fact.

    `at` is when we knew it. When it was published stands in `claim.source.published`; `received_at` is when the version
    that first said it came in.
    """

    at: str
    kind: HistoryKind
    claim: Claim
    received_at: str


@dataclass(frozen=True)
class Opposed:
    """A comparison that holds between one of `ours`, a claim of the fact, and a claim outside.

    `fact_id` is the fact that the other claim belongs to, if any; `confidence` is None where a person said so.
    """

    comparison_id: str
    relation: Relation
    confidence: float | None
    judgement: Judgement | None
    ours: Claim
    other: Claim
    fact_id: str | None


@dataclass(frozen=True)
class Point:
    """One value of a series: `words` stand in the text of `claim`, and say a value from `low` to `high`.

    `kind` is "count", "rank", or a unit or "percent"; `of` is what is counted. `date` is when the claim was published
    (ISO 8601), if that is known. `station` numbers the facts and single claims of the series by their first date.
    """

    claim: Claim
    date: str | None
    low: float
    high: float
    words: str
    kind: str
    of: str | None
    station: int
    fact_id: str | None
    said: bool


@dataclass(frozen=True)
class Series:
    """The values that a fact and its `changed` stations give, the earliest publication first."""

    points: tuple[Point, ...]

    @property
    def moves(self) -> bool:
        """Whether there are two different values to draw."""
        return len({(point.low, point.high) for point in self.points}) > 1


@dataclass(frozen=True)
class FactStory:
    """Everything that a page of one fact shows; with `as_of`, as the store knew it then.

    `members` are those of that time, `history` everything up to then, the earliest first.
    """

    fact: Fact
    members: tuple[Member, ...]
    history: tuple[HistoryEntry, ...]
    standings: tuple[Restated, ...]
    events: tuple[FactEvent, ...]
    disputes: tuple[Opposed, ...]
    changes: tuple[Opposed, ...]
    series: Series | None
    as_of: str | None = None

    def since(self, flag: Flag) -> str | None:
        """Since when the flag holds; None when it does not."""
        held: str | None = None
        for step in self.standings:
            if flag not in step.standing.flags:
                held = None
            elif held is None:
                held = step.at
        return held
