"""The shapes of what is answered about articles, their versions and copies, and the jobs that read them."""

from typing import Any, Literal

# pydantic reads typing's own TypedDict from Python 3.12 on.
from typing_extensions import TypedDict

from service.domain.jobs import JobKind, JobState
from service.web.shapes import ClaimForm, EditForm, PublishedForm


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


class ChangedClaimForm(TypedDict):
    """A claim that was edited, with the edits of its quote; none where the same words are put to somebody else."""

    before: ClaimForm
    after: ClaimForm
    edits: list[EditForm]


class ChangesForm(TypedDict):
    """What a later version of an article has other than an earlier one; `edits` are of the whole text."""

    article: str
    earlier: VersionForm
    later: VersionForm
    edits: list[EditForm]
    stayed: list[ClaimForm]
    changed: list[ChangedClaimForm]
    withdrawn: list[ClaimForm]
    added: list[ClaimForm]


class CopyForm(TypedDict):
    """An article that shares text with another: `words` in common, as a `share` of the shorter one's own words.

    `edits` turn the text that was asked about into the copy's; of a copy in part they show what stands around.
    """

    article: str
    outlet: str | None
    title: str | None
    url: str | None
    published: PublishedForm | None
    whole: bool
    words: int
    share: float
    edits: list[EditForm]


class CopiesForm(TypedDict):
    """The copies of an article, the nearest first; `same_text` are all articles joined by copying, as ids."""

    copies: list[CopyForm]
    same_text: list[str]


class ArticleForm(TypedDict):
    """An article as its current version has it, its claims in the order of the text, and all its versions.

    `withdrawn` are the claims that only earlier versions say; they count in no report.
    """

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
    withdrawn: list[ClaimForm]
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
