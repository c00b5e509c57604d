"""The shapes of what is answered, key by key; `forms` fills them, and the API's description shows them."""

from typing import Any, Literal

# pydantic reads typing's own TypedDict from Python 3.12 on.
from typing_extensions import TypedDict

from models.base import Evaluation, Kind, Stance
from models.quantities import QuantityKind
from models.quantities_dates import Precision
from service.domain.comparisons import Dismissal, Relation
from service.domain.jobs import JobKind, JobState


class PublishedForm(TypedDict):
    """When an article was published; `other` is the second reading of an ambiguous date."""

    value: str
    other: str | None
    ambiguous: bool


class NamedForm(TypedDict):
    """A speaker, by name and role."""

    name: str
    role: str | None


class SpeakerForm(NamedForm):
    """A speaker as the article has them: `mention` is verbatim at start:end, `cue` the attributing word."""

    mention: str
    start: int
    end: int
    cue: str


class QuantityForm(TypedDict):
    """A number of a claim, verbatim at start:end of the article; `of` is what is counted, or what a share is of."""

    words: str
    start: int
    end: int
    kind: QuantityKind
    low: float
    high: float
    unit: str | None
    of: str | None
    approximator: str | None


class DateForm(TypedDict):
    """A date of a claim, verbatim at start:end; `first` to `last` are the days meant, null where unsettled."""

    words: str
    start: int
    end: int
    precision: Precision
    first: str | None
    last: str | None
    part: str | None
    ambiguous: bool


class AddedForm(TypedDict):
    """Words of `text` that `quote` does not have; `words` are those that they stand for, if any."""

    words: str
    text: str


class ValuesForm(TypedDict):
    """What is derived from a claim's words; `unresolved` are words whose meaning lies outside of the claim."""

    quantities: list[QuantityForm]
    dates: list[DateForm]
    added: list[AddedForm]
    unresolved: list[str]


class ExtractedForm(ValuesForm):
    """A claim as `crossclaim extract` prints it; `quote` is verbatim at start:end, in code points."""

    article: str
    start: int
    end: int
    quote: str
    text: str
    speaker: SpeakerForm | None
    stance: Stance
    kind: Kind
    checkworthiness: float
    appraisals: list[dict[str, Any]]


class ClaimForm(ValuesForm):
    """A stored claim, with the article that it stands in; `claim` and `article` are ids."""

    claim: str
    article: str
    outlet: str | None
    holder: str | None
    speaker: NamedForm | None
    stance: Stance
    kind: Kind
    checkworthiness: float
    title: str | None
    url: str | None
    link: str | None
    published: PublishedForm | None
    language: str
    origin: str | None
    quote: str
    text: str
    before: str
    after: str
    start: int
    end: int


class EntailmentForm(TypedDict):
    """Probabilities that one side entails, leaves open or contradicts the other."""

    entailment: float
    neutral: float
    contradiction: float


class ScoresForm(TypedDict):
    """What the models scored; both directions are null for a pair that was not judged."""

    similarity: float
    a_to_b: EntailmentForm | None
    b_to_a: EntailmentForm | None


class JudgedForm(TypedDict):
    """A verdict: `relation` is null when the pair was not judged, and `not_judged` says why.

    `withheld` says why a contradiction that the scores call for is not shown as one.
    """

    relation: Relation | None
    confidence: float | None
    relations: dict[Relation, float]
    scores: ScoresForm
    reasons: list[str]
    not_judged: str | None
    withheld: str | None


class VerdictForm(JudgedForm):
    """A line that `crossclaim compare` prints."""

    id: str | int | None


class MatchForm(ClaimForm, JudgedForm):
    """A stored claim and the verdict on it; side a is the statement that was asked about."""


class AnswerForm(TypedDict):
    """Related claims by relation, the most certain first; `not_judged`: near, in an unknown language."""

    agreements: list[MatchForm]
    contradictions: list[MatchForm]
    changed: list[MatchForm]
    framings: list[MatchForm]
    related: list[MatchForm]
    not_judged: list[MatchForm]


class JudgementForm(TypedDict):
    """What a person said of a comparison."""

    verdict: Relation | Dismissal
    note: str
    judged_by: str | None
    judged_at: str


class MachineForm(TypedDict):
    """What the machine said, whatever a person says."""

    relation: Relation | None
    confidence: float | None
    model: str


class ComparisonForm(JudgedForm):
    """Two claims and what holds between them.

    `relation` is a person's where there is a judgement; it and `confidence` are then not the machine's.
    """

    id: str
    same_article: bool
    one_origin: str | None
    judgement: JudgementForm | None
    machine: MachineForm
    recorded_at: str
    a: ClaimForm
    b: ClaimForm


class ComparisonsForm(TypedDict):
    """A page of comparisons; `next_cursor` is null at the end."""

    comparisons: list[ComparisonForm]
    next_cursor: str | None


class LitterForm(TypedDict):
    """Code points start:end of a text that are not the article, and why they are passed over."""

    start: int
    end: int
    reason: str


class VersionForm(TypedDict):
    """One text of an article; `current` marks the one that is shown."""

    id: str
    title: str | None
    published: PublishedForm | None
    received_at: str
    recorded_at: str
    current: bool


class ArticleLineForm(TypedDict):
    """An article in a list; `claims` counts what its current version says."""

    id: str
    outlet: str | None
    title: str | None
    url: str | None
    language: str
    origin: str | None
    published: PublishedForm | None
    received_at: str
    recorded_at: str
    claims: int


class ArticlesForm(TypedDict):
    """A page of articles, the last recorded first; `next_cursor` is null at the end."""

    articles: list[ArticleLineForm]
    next_cursor: str | None


class ArticleForm(TypedDict):
    """An article as its current version has it, its claims in the order of the text, and all its versions."""

    id: str
    given_id: str | None
    outlet: str | None
    title: str | None
    url: str | None
    author: str | None
    language: str
    origin: str | None
    published: PublishedForm | None
    received_at: str
    recorded_at: str
    text: str
    litter: list[LitterForm]
    claims: list[ClaimForm]
    versions: list[VersionForm]


class AcceptedForm(TypedDict):
    """An article that was posted: `stored` (its claims counted), `accepted` as a job to come, or `failed`."""

    article_id: str
    job_id: int | None
    state: Literal["stored", "accepted", "failed"]
    claims: int | None
    error: str | None


class AcceptedListForm(TypedDict):
    """What was posted, in the same order."""

    articles: list[AcceptedForm]


class JobForm(TypedDict):
    """Promised work; `error` is the reason of the last failure, `outcome` what a finished job left."""

    id: int
    kind: JobKind
    state: JobState
    attempts: int
    article_id: str | None
    error: str | None
    outcome: dict[str, Any] | None


class FramingForm(TypedDict):
    """One appraisal: who evaluates what, how; the sentence is `before` + `words` + `after`."""

    body: str
    grouped: Literal["named", "speaker", "sentence"]
    actor: str
    evaluation: Evaluation
    target: str
    before: str
    words: str
    after: str
    claim: ClaimForm
    copies: list[ClaimForm]


class FramingsForm(TypedDict):
    """Appraisals, `total` of them; `framings` are the first."""

    framings: list[FramingForm]
    total: int


class HealthForm(TypedDict):
    """A process that lives."""

    status: Literal["ok"]


class ReadyForm(TypedDict):
    """A service that can answer, and the models that it answers with."""

    status: Literal["ready"]
    encoder: str
    pair_model: str
