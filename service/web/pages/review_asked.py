"""What is asked of the pages of reviewing, and what their forms send."""

from typing import Annotated, Literal
from urllib.parse import urlencode

from pydantic import BeforeValidator, Field

from service.domain.comparisons import Dismissal, Relation
from service.store.review_queue import QueueFilter
from service.web.pages.asked import Asked, MaybeCursor, MaybeName, MaybeTopic, PageAsked, Percent, given
from service.web.requests import Name, Note

Reviewed = Literal["contradicts", "changed", "framing", "agrees"]


class QueueAsked(Asked):
    """Which part of the queue, and whether what the machine says is hidden."""

    relation: Annotated[Reviewed | None, BeforeValidator(given)] = None
    outlet: MaybeName = None
    topic: MaybeTopic = None
    blind: Annotated[bool | None, BeforeValidator(given)] = None

    @property
    def contradictory(self) -> bool:
        """A blind queue of one relation would tell what the machine said."""
        return bool(self.blind and self.relation)

    @property
    def narrows(self) -> bool:
        """Whether some pairs are left out."""
        return any((self.relation, self.outlet, self.topic))

    def wanted(self, reviewer: str | None) -> QueueFilter:
        """The same for the store."""
        return QueueFilter(self.relation, self.outlet, self.topic, reviewer, blind=bool(self.blind))

    def address(self, path: str = "/review", **more: str | None) -> str:
        """The path with what was asked of the queue, and with more parameters; None is left out."""
        asked = {
            "relation": self.relation,
            "outlet": self.outlet,
            "topic": self.topic,
            "blind": "on" if self.blind else None,
        }
        kept = {name: value for name, value in {**asked, **more}.items() if value}
        return f"{path}?{urlencode(kept)}" if kept else path


class ReviewAsked(QueueAsked):
    """The queue; or one `pair` of it, which may be `reveal`ed. `done`: the pair that something was just said of."""

    pair: MaybeName = None
    reveal: Annotated[bool | None, BeforeValidator(given)] = None
    done: MaybeName = None
    nothing: Annotated[bool | None, BeforeValidator(given)] = None


class PrecisionAsked(Asked):
    """From which share of right ones on a threshold is proposed."""

    target: Annotated[Annotated[Percent, Field(ge=1)] | None, BeforeValidator(given)] = None


class HistoryAsked(PageAsked):
    """Which part of the history; `done`: the pair of which a judgement was just taken back."""

    reviewer: MaybeName = None
    done: MaybeName = None


class PairSaid(Asked):
    """Which pair a form is about."""

    comparison: Name


class JudgementSaid(PairSaid):
    """What a reviewer says of a pair; `unseen`: what the machine says was hidden."""

    verdict: Literal[Relation, Dismissal]
    note: Note = ""
    unseen: bool = False


class UndoSaid(PairSaid):
    """Of which pair the judgement is taken back, and which part of the history it was seen in."""

    cursor: MaybeCursor = None
    reviewer: MaybeName = None

    @property
    def address(self) -> str:
        """Back to where it was seen."""
        kept = {"reviewer": self.reviewer, "cursor": self.cursor, "done": self.comparison}
        return f"/review/history?{urlencode({name: value for name, value in kept.items() if value})}"


class NameSaid(Asked):
    """Who reviews from here on; nobody in particular, if left empty."""

    name: Annotated[Annotated[str, Field(max_length=200)] | None, BeforeValidator(given)] = None
