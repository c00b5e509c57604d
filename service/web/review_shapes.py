"""The shapes of what is answered about reviewing, key by key."""

# pydantic reads typing's own TypedDict from Python 3.12 on.
from typing_extensions import TypedDict

from service.domain.comparisons import Relation
from service.web.shapes import ClaimForm, EditForm, JudgedForm, JudgementForm, MachineForm


class WorthForm(TypedDict):
    """Why a pair stands where it stands: `value` is the product of the others. The first two are null when blind."""

    value: float
    relation: float | None
    certainty: float | None
    origins: float
    recency: float
    copies: float
    checkworthiness: float


class CopyPairForm(TypedDict):
    """A copy of a pair: the same words, run by these two."""

    comparison: str
    a: str | None
    b: str | None


class MachineVerdictForm(JudgedForm):
    """What the machine says of a pair, and which version of the model said so."""

    model: str


class ReviewPairForm(TypedDict):
    """A pair to be judged, side by side.

    `machine` is what the machine says and why; null for a blind reviewer until the pair is judged. `pairs` is how many
    pairs of copies one judgement settles, itself among them; `copies` are the first of the others. `skipped_at` is when
    this reviewer put it off. `cursor` is the `after` of the pair that follows.
    """

    comparison: str
    blind: bool
    a: ClaimForm
    b: ClaimForm
    outlets: int
    origins: int
    independence: str
    one_origin: str | None
    edits: list[EditForm]
    machine: MachineVerdictForm | None
    judgement: JudgementForm | None
    worth: WorthForm
    pairs: int
    copies: list[CopyPairForm]
    skipped_at: str | None
    cursor: str


class LeftForm(TypedDict):
    """What is left, copies counted once, by the machine's relation; and how many pairs are judged.

    `judged` counts the judgements that stand, `judged_today` those since midnight UTC, `mine_today` this reviewer's.
    """

    total: int
    relations: dict[Relation, int]
    skipped: int
    judged: int
    judged_today: int
    mine_today: int


class NextForm(TypedDict):
    """The pair to look at, null at the end of the queue, and what is left of the queue."""

    pair: ReviewPairForm | None
    left: LeftForm


class ShareForm(TypedDict):
    """How many judged pairs the machine had right; `interval` is the 95% interval of `precision` (Wilson)."""

    judged: int
    right: int
    precision: float | None
    interval: list[float]


class PrecisionRowForm(TypedDict):
    """The precision of a relation: of a model version, of an outlet, or (both null) of all; `all` holds `blind`."""

    relation: Relation
    model: str | None
    outlet: str | None
    all: ShareForm
    blind: ShareForm


class ProposalForm(TypedDict):
    """The least confidence from which on `target` is reached, and what it rests on; null with the reason in `why_none`.

    `shown_from` is the least confidence at which reports show the relation now.
    """

    relation: Relation
    model: str
    judged: int
    least: float | None
    rests_on: ShareForm
    why_none: str | None
    shown_from: float


class PrecisionForm(TypedDict):
    """Live precision; copies count once. `unknown` judgements are of before the machine's verdict was kept."""

    judged: int
    unknown: int
    target: float
    model: str | None
    rows: list[PrecisionRowForm]
    proposals: list[ProposalForm]


class JudgedSideForm(TypedDict):
    """A side of a judged pair; `claim` and `article` are ids."""

    claim: str
    article: str
    outlet: str | None
    quote: str


class GivenForm(TypedDict):
    """One step in the history: `judgement` is null where the one before was taken back (by `by`, at `at`).

    `machine` is what the machine said then, null where that was not kept. `stands`: this is what holds of the pair.
    """

    comparison: str
    at: str
    by: str | None
    judgement: JudgementForm | None
    machine: MachineForm | None
    blind: bool
    stands: bool
    a: JudgedSideForm
    b: JudgedSideForm


class HistoryForm(TypedDict):
    """A page of the history of judgements, the newest first; `next_cursor` is null at the end."""

    judgements: list[GivenForm]
    next_cursor: str | None
