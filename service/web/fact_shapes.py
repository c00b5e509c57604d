"""The shapes of what is answered about facts."""

from typing import Literal

# pydantic reads typing's own TypedDict from Python 3.12 on.
from typing_extensions import TypedDict

from service.domain.comparisons import Relation
from service.domain.facts import FactEventKind, HistoryKind
from service.web.shapes import ClaimForm, IndependenceForm, JudgementForm


class StandingForm(IndependenceForm):
    """How a fact stands: the origins and outlets that say it now, all its claims, and flags that may hold together.

    `disputed`: a claim contradicts it; `changed`: another gives an earlier or later state; `withdrawn`: an article no
    longer says it.
    """

    claims: int
    disputed: bool
    changed: bool
    withdrawn: bool


class FactLineForm(TypedDict):
    """A fact in a list; `claim` speaks for it. An ended fact has no claims, `merged_into` says where they are."""

    id: str
    state: Literal["living", "merged", "dissolved"]
    claim: ClaimForm | None
    standing: StandingForm
    formed_at: str
    changed_at: str
    ended_at: str | None
    merged_into: str | None


class FactsForm(TypedDict):
    """A page of facts, what changed last first; `next_cursor` is null at the end."""

    facts: list[FactLineForm]
    next_cursor: str | None


class MemberForm(TypedDict):
    """A claim that belongs to a fact since then (recorded); `said`: its article still says it."""

    claim: ClaimForm
    since: str
    said: bool
    received_at: str
    recorded_at: str


class HistoryEntryForm(TypedDict):
    """One step of a fact's history: a claim was reported, withdrawn by its article, said again, or left the fact.

    `at` is when we knew it; when it was published stands in the claim.
    """

    at: str
    kind: HistoryKind
    claim: ClaimForm
    received_at: str


class RestatedForm(TypedDict):
    """From `at` on, the fact stood like this."""

    at: str
    standing: StandingForm


class FactEventForm(TypedDict):
    """What became of a fact as a whole; `other` is the id of the other fact that it happened with."""

    at: str
    kind: FactEventKind
    other: str | None


class OpposedForm(TypedDict):
    """A comparison that holds between a claim of the fact and one outside, which belongs to `fact` if to any."""

    comparison: str
    relation: Relation
    confidence: float | None
    judgement: JudgementForm | None
    ours: ClaimForm
    other: ClaimForm
    fact: str | None


class PointForm(TypedDict):
    """One value of a series, with its source; claims with the same `station` are one fact."""

    date: str | None
    low: float
    high: float
    words: str
    kind: str
    of: str | None
    station: int
    fact: str | None
    said: bool
    claim: ClaimForm


class SeriesForm(TypedDict):
    """Values of one quantity, the earliest publication first; `moves` when there is more than one value."""

    moves: bool
    points: list[PointForm]


class ClaimOfFactForm(ClaimForm):
    """A claim, and the id of the fact that it belongs to, if it does to any."""

    fact: str | None


class FactForm(FactLineForm):
    """A fact with everything that is known of it; `as_of` is the time that was asked for."""

    as_of: str | None
    members: list[MemberForm]
    history: list[HistoryEntryForm]
    standings: list[RestatedForm]
    events: list[FactEventForm]
    disputes: list[OpposedForm]
    changes: list[OpposedForm]
    series: SeriesForm | None
