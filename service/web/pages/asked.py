"""What may be asked of pages: as forms send it, where a field that was left empty is one that was not given."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from service.domain.claims import Statement
from service.flows.query import QueryFilters
from service.reports.values import FramingFilter, ReportFilter, ReportKind
from service.web.queries import Cursor, Topic
from service.web.requests import LONGEST_STATEMENT, Moment, Name


def given(value: object) -> object:
    """None for an empty field; words without the white space around them."""
    return (value.strip() or None) if isinstance(value, str) else value


def _all_given(value: object) -> object:
    return [one for one in value if given(one)] if isinstance(value, list) else value


Claim = Annotated[str, Field(max_length=LONGEST_STATEMENT)]
Percent = Annotated[int, Field(ge=0, le=100)]
MaybeCursor = Annotated[Cursor | None, BeforeValidator(given)]
MaybeName = Annotated[Name | None, BeforeValidator(given)]
MaybeMoment = Annotated[Moment | None, BeforeValidator(given)]
MaybeTopic = Annotated[Topic | None, BeforeValidator(given)]
MaybePercent = Annotated[Percent | None, BeforeValidator(given)]
Skip = Annotated[int, Field(ge=0, le=10**6)]
Names = Annotated[list[Name], BeforeValidator(_all_given), Field(max_length=100)]

MOST_IN_A_SECTION = 50
MOST_IN_A_PART = 10
MOST_JOBS = 10_000
"""Jobs that one page looks at."""


class Asked(BaseModel):
    """The parameters of a page; those that it does not know are passed over."""

    model_config = ConfigDict(extra="ignore")


class PageAsked(Asked):
    """Which part of a list."""

    cursor: MaybeCursor = None


class ArticlesAsked(PageAsked):
    """Which articles are listed, by outlet and day of publication."""

    outlet: MaybeName = None
    since: MaybeMoment = None
    until: MaybeMoment = None

    @property
    def narrows(self) -> bool:
        """Whether anything was asked for."""
        return any((self.outlet, self.since, self.until))


class ArticleAsked(Asked):
    """Which two versions are compared, by their ids; without them the current one and the one before."""

    earlier: MaybeName = None
    later: MaybeName = None


Number = Annotated[int | None, Field(ge=0, le=10**9), BeforeValidator(given)]


class TakedownAsked(Asked):
    """What went with an article that was taken down just now, by number."""

    versions: Number = None
    claims: Number = None
    comparisons: Number = None
    judgements: Number = None
    facts: Number = None


class IngestAsked(Asked):
    """The jobs to look at, as runs of ids ("12-340,350"), and how many articles were stored before."""

    jobs: Annotated[
        str, Field(max_length=2_000, pattern=r"^([0-9]{1,18}(-[0-9]{1,18})?(,[0-9]{1,18}(-[0-9]{1,18})?)*)?$")
    ] = ""
    known: Annotated[int, Field(ge=0, le=10**9)] = 0

    @property
    def job_ids(self) -> list[int]:
        """Their ids, no more than MOST_JOBS of them."""
        runs = (run.partition("-") for run in self.jobs.split(",") if run)
        ids = (at for first, _, last in runs for at in range(int(first), int(last or first) + 1))
        return list(islice(ids, MOST_JOBS))


def ranges_of(ids: Sequence[int]) -> str:
    """Ids as runs: 1, 2, 3 and 7 are "1-3,7"."""
    found: list[list[int]] = []
    for at in sorted(ids):
        if found and at == found[-1][1] + 1:
            found[-1][1] = at
        else:
            found.append([at, at])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in found)


class PairsAsked(PageAsked):
    """Which pairs are listed: those in a relation, across articles, within one, or turned away by a gate."""

    relation: Literal["contradicts", "agrees", "changed", "framing"] = "contradicts"
    show: Literal["across", "within", "withheld"] = "across"
    topic: MaybeTopic = None
    outlet: MaybeName = None
    other: MaybeName = None
    since: MaybeMoment = None
    until: MaybeMoment = None
    sure: MaybePercent = None

    @property
    def narrows(self) -> bool:
        """Whether anything but the relation was asked for."""
        given = (self.topic, self.outlet, self.other, self.since, self.until, self.sure)
        return any(value is not None for value in given)


class OutletsAsked(Asked):
    """Which two relations the picture shows, which outlet is looked at, and from where on the pairs are listed."""

    picture: Literal["facts", "views"] = "facts"
    outlet: MaybeName = None
    skip: Skip = 0


class FramingsAsked(Asked):
    """Who evaluates what: a topic, or an actor and a target; and how many bodies are passed over."""

    topic: MaybeTopic = None
    actor: MaybeName = None
    target: MaybeName = None
    outlet: MaybeName = None
    since: MaybeMoment = None
    until: MaybeMoment = None
    skip: Skip = 0

    @property
    def wanted(self) -> FramingFilter:
        """The same for the finder."""
        return FramingFilter(**self.model_dump(exclude={"skip"}))

    @property
    def narrows(self) -> bool:
        """Whether anything was asked for."""
        return self.wanted != FramingFilter()


class ReportAsked(Asked):
    """What a report is about, how sure its pairs must be, and how long each of its sections may be."""

    topic: MaybeTopic = None
    outlet: MaybeName = None
    since: MaybeMoment = None
    until: MaybeMoment = None
    sure: MaybePercent = None
    limit: Annotated[int, Field(ge=1, le=1_000)] = MOST_IN_A_SECTION

    @property
    def wanted(self) -> ReportFilter:
        """The same for the finder."""
        return ReportFilter(**self.model_dump(exclude={"sure", "kind"}), min_confidence=(self.sure or 0) / 100)


class ReportPageAsked(ReportAsked):
    """The same, and the kind; without one the page offers all of them.

    Without a `limit` a briefing on a page shows less of each part than its files do: six parts at full length are a
    megabyte that nobody scrolls through, and every part leads to its own report. On everything, it leaves the
    appraisals to theirs.
    """

    kind: Annotated[ReportKind | None, BeforeValidator(given)] = None
    limit: Annotated[int, Field(ge=1, le=1_000)] | None = None  # type: ignore[assignment]

    @property
    def most(self) -> int:
        """How long each section may be here."""
        return self.limit or (MOST_IN_A_PART if self.kind == "briefing" else MOST_IN_A_SECTION)

    @property
    def wanted(self) -> ReportFilter:
        """The same for the finder."""
        wanted = replace(super().wanted, limit=self.most)
        return replace(wanted, appraisals=self.kind != "briefing" or wanted.narrows)


class SearchQuery(Asked):
    """A claim to search by, and which stored claims may answer."""

    q: Annotated[Claim | None, BeforeValidator(given)] = None
    speaker: MaybeName = None
    said: MaybeMoment = None
    outlet: Names = []
    since: MaybeMoment = None
    until: MaybeMoment = None

    @property
    def statement(self) -> Statement:
        """The claim as a statement; only where there is one."""
        return Statement(self.q or "", speaker=self.speaker, published_at=self.said)

    @property
    def filters(self) -> QueryFilters:
        """Which stored claims may answer."""
        return QueryFilters(tuple(self.outlet), self.since, self.until)

    @property
    def narrows(self) -> bool:
        """Whether anything but the claim itself was given."""
        return any((self.speaker, self.said, self.outlet, self.since, self.until))
