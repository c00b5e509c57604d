"""The shapes of what is answered, key by key; `forms` fills them, and the API's description shows them."""

from typing import Any, Literal

# pydantic reads typing's own TypedDict from Python 3.12 on.
from typing_extensions import TypedDict

from models.base import Evaluation, Kind, Stance
from models.quantities import QuantityKind
from models.quantities_date_mention import Precision
from service.domain.comparisons import Dismissal, Relation


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


class EditForm(TypedDict):
    """Words of one text in place of words of another, verbatim with their code points; either side may be empty."""

    before: str
    after: str
    before_start: int
    before_end: int
    after_start: int
    after_end: int


class IndependenceForm(TypedDict):
    """How many outlets, and of how many origins; `independence` says it in words: "3 outlets, 2 origins"."""

    outlets: int
    origins: int
    independence: str


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


class HighlightsForm(TypedDict):
    """The words that the reasons name: pairs of start and end in the text of each side, sorted, without overlaps."""

    a: list[list[int]]
    b: list[list[int]]


class JudgedForm(TypedDict):
    """A verdict: `relation` is null when the pair was not judged, and `not_judged` says why.

    `withheld` says why a contradiction that the scores call for is not shown as one.
    """

    relation: Relation | None
    confidence: float | None
    relations: dict[Relation, float]
    scores: ScoresForm
    reasons: list[str]
    highlights: HighlightsForm
    not_judged: str | None
    withheld: str | None


class VerdictForm(JudgedForm):
    """A line that `crossclaim compare` prints."""

    id: str | int | None


class MatchForm(ClaimForm, JudgedForm):
    """A stored claim and the verdict on it; side a is the statement that was asked about.

    `outlets` and `origins` count all claims of the answer that stand in the same relation to it.
    """

    outlets: int
    origins: int
    independence: str


class AnswerForm(TypedDict):
    """Related claims by relation, the most certain first; `not_judged`: near, in an unknown language."""

    agreements: list[MatchForm]
    contradictions: list[MatchForm]
    changed: list[MatchForm]
    framings: list[MatchForm]
    related: list[MatchForm]
    not_judged: list[MatchForm]


class JudgementForm(TypedDict):
    """What a person said of a comparison. `on` is the id of the copy that it was given on; null: on this very pair."""

    verdict: Relation | Dismissal
    note: str
    judged_by: str | None
    judged_at: str
    on: str | None


class MachineForm(TypedDict):
    """What the machine said, whatever a person says."""

    relation: Relation | None
    confidence: float | None
    model: str


class ComparisonForm(JudgedForm):
    """Two claims and what holds between them.

    `relation` is a person's where there is a judgement; it and `confidence` are then not the machine's.
    `edits` are between the quotes of two `copies` of one text: what differs was edited, not reported.
    """

    id: str
    same_article: bool
    outlets: int
    origins: int
    independence: str
    one_origin: str | None
    copies: bool
    edits: list[EditForm]
    judgement: JudgementForm | None
    machine: MachineForm
    recorded_at: str
    a: ClaimForm
    b: ClaimForm


class ComparisonsForm(TypedDict):
    """A page of comparisons; `next_cursor` is null at the end."""

    comparisons: list[ComparisonForm]
    next_cursor: str | None


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


class EntryForm(TypedDict):
    """One appraisal in a cell of the matrix: whose, held by whom, in which words of which claim (its id)."""

    body: str
    holder: str | None
    words: str
    claim: str
    link: str | None


class MatrixRowForm(TypedDict):
    """What one outlet carries: a cell for each of the matrix's evaluations, empty where none was found."""

    outlet: str
    cells: list[list[EntryForm]]


class ViewForm(TypedDict):
    """One body's evaluation: the outlets that carry it, and those of the matrix in which it was not found."""

    body: str
    evaluation: Evaluation
    words: list[str]
    found: list[str]
    not_found: list[str]


class MatrixForm(TypedDict):
    """Outlets by evaluation, warm to cold; `views` are told where a topic or a target was asked for."""

    evaluations: list[Evaluation]
    rows: list[MatrixRowForm]
    views: list[ViewForm]


class FramingsForm(TypedDict):
    """Appraisals, `total` of them; `framings` are the first, `matrix` is of all."""

    framings: list[FramingForm]
    total: int
    matrix: MatrixForm


class HealthForm(TypedDict):
    """A process that lives."""

    status: Literal["ok"]


class ReadyForm(TypedDict):
    """A service that can answer, and the models that it answers with."""

    status: Literal["ready"]
    encoder: str
    pair_model: str
