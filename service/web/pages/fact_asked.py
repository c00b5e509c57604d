"""What may be asked of the pages of facts."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from service.domain.facts import Flag
from service.web.pages.asked import Asked, MaybeMoment, MaybeName, PageAsked
from service.web.queries import Topic


def _chosen(value: object) -> object:
    """None for an empty field."""
    return (value.strip() or None) if isinstance(value, str) else value


class FactsAsked(PageAsked):
    """Which facts are listed; outlet, times and topic must all fit one claim of a fact."""

    topic: Annotated[Topic | None, BeforeValidator(_chosen)] = None
    outlet: MaybeName = None
    since: MaybeMoment = None
    until: MaybeMoment = None
    flag: Annotated[Flag | None, BeforeValidator(_chosen)] = None
    min_origins: Annotated[int | None, Field(ge=0, le=10_000), BeforeValidator(_chosen)] = None

    @property
    def narrows(self) -> bool:
        """Whether not all facts were asked for."""
        return any(value is not None for value in self.model_dump(exclude={"cursor"}).values())


class FactAsked(Asked):
    """As of when (a day, all of it, or a moment); from which step on its history; the merged fact that led here."""

    as_of: MaybeMoment = None
    skip: Annotated[int, Field(ge=0, le=10**6)] = 0
    was: MaybeName = None
