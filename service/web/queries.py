"""The query strings that are understood: a parameter that is not one is refused, never silently ignored."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from service.domain.comparisons import Relation
from service.domain.facts import Flag
from service.web.requests import Moment, Name

Topic = Annotated[str, Field(max_length=1_000, description="Full text over quotes and titles.")]
Outlet = Annotated[Name, Field(description="The outlet's name, exactly.")]
Cursor = Annotated[str, Field(max_length=500, description="`next_cursor` of the page before, as it is.")]
Limit = Annotated[int, Field(ge=1, le=200)]


class _Parameters(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Within(_Parameters):
    outlet: Outlet | None = None
    since: Moment | None = None
    until: Moment | None = None


class ArticleQuery(_Within):
    """Which articles are listed."""

    cursor: Cursor | None = None
    limit: Limit = 50


class ChangesQuery(_Parameters):
    """Which two versions are compared, by their ids; without them the current one and the one before."""

    earlier: Annotated[str, Field(max_length=100)] | None = None
    later: Annotated[str, Field(max_length=100)] | None = None


class PageQuery(_Parameters):
    """Which part of a list."""

    cursor: Cursor | None = None
    limit: Limit = 50


class ComparisonQuery(_Within):
    """Which comparisons are listed; the relation is the one that holds after judgements."""

    relation: Relation | None = None
    topic: Topic | None = None
    min_confidence: float | None = Field(default=None, ge=0, le=1)
    same_article: bool = Field(default=False, description="Whether pairs within one article are listed too.")
    cursor: Cursor | None = None
    limit: Limit = 50


class FactQuery(_Within):
    """Which facts are listed; outlet, times and topic must all fit one of their claims."""

    topic: Topic | None = None
    flag: Flag | None = None
    min_origins: int | None = Field(default=None, ge=0, le=10_000)
    cursor: Cursor | None = None
    limit: Limit = 50


class AsOfQuery(_Parameters):
    """As of when: a day, all of it, or a moment, by when the store knew it."""

    as_of: Moment | None = None


class FramingQuery(_Within):
    """Who evaluates what; countries are found by any of their names."""

    topic: Topic | None = None
    actor: Name | None = None
    target: Name | None = None
    limit: Annotated[int, Field(ge=1, le=1_000)] = 200


class ReportQuery(_Within):
    """What a report is about; the limit holds for each of its sections."""

    topic: Topic | None = None
    limit: Annotated[int, Field(ge=1, le=1_000)] = 50


class WaitQuery(_Parameters):
    """Whether the answer waits until the work is done."""

    wait: bool = False


class ReviewerQuery(_Parameters):
    """Whose review it is: what they skipped comes last for them. `blind`: nothing of the machine's verdict is told."""

    reviewer: Name | None = None
    blind: bool = False


class LeftQuery(ReviewerQuery):
    """Which part of the review queue; the relation is the machine's, so a blind reviewer cannot ask for one."""

    relation: Relation | None = None
    outlet: Outlet | None = None
    topic: Topic | None = None


class NextQuery(LeftQuery):
    """What is looked at next."""

    after: Annotated[str, Field(max_length=500, description="`cursor` of a pair: the one that follows it.")] | None = (
        None
    )


class PrecisionQuery(_Parameters):
    """From which share of right ones on a threshold is proposed."""

    target: float = Field(default=0.8, gt=0, le=1)


class HistoryQuery(PageQuery):
    """Which part of the history of judgements; all reviewers, if none is named."""

    reviewer: Name | None = None
