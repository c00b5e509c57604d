"""What may be asked of the pages of facts."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from service.domain.facts import Flag
from service.store.facts import FactFilter, FactOrder
from service.web.pages.asked import Asked, MaybeMoment, MaybeName, PageAsked
from service.web.queries import Topic

SEVERAL = 2


def _chosen(value: object) -> object:
    """None for an empty field."""
    return (value.strip() or None) if isinstance(value, str) else value


class FactsAsked(PageAsked):
    """Which facts are listed; outlet, times and topic must all fit one claim of a fact.

    Unless `told_by` is "any", those that only one outlet tells are left out: it may have said it twice.
    """

    topic: Annotated[Topic | None, BeforeValidator(_chosen)] = None
    outlet: MaybeName = None
    since: MaybeMoment = None
    until: MaybeMoment = None
    flag: Annotated[Flag | None, BeforeValidator(_chosen)] = None
    min_origins: Annotated[int | None, Field(ge=0, le=10_000), BeforeValidator(_chosen)] = None

    told_by: Annotated[Literal["several", "any"], BeforeValidator(lambda value: value or "several")] = "several"
    order: Annotated[FactOrder, BeforeValidator(lambda value: value or "origins")] = "origins"

    @property
    def narrows(self) -> bool:
        """Whether fewer facts were asked for than are shown by default."""
        return any(value is not None for value in self.model_dump(exclude={"cursor", "told_by", "order"}).values())

    @property
    def wanted(self) -> FactFilter:
        """The same for the store."""
        return FactFilter(**self.model_dump(exclude={"told_by"}), min_outlets=SEVERAL if self.several else None)

    @property
    def several(self) -> bool:
        """Whether at least two outlets must tell a fact."""
        return self.told_by == "several"


class FactAsked(Asked):
    """As of when (a day, all of it, or a moment); from which step on its history; the merged fact that led here."""

    as_of: MaybeMoment = None
    skip: Annotated[int, Field(ge=0, le=10**6)] = 0
    was: MaybeName = None
