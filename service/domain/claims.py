"""Claims where they stand, and the bare statements that are compared."""

from dataclasses import dataclass
from functools import cached_property

from models.base import ExtractedClaim
from service.domain.articles import PublicationTime, digest
from service.domain.outlets import UNNAMED_AGENCIES, outlet_key


@dataclass(frozen=True)
class Source:
    """The article that a claim stands in, as far as a reader of the claim needs it."""

    article_id: str
    outlet: str | None
    title: str | None
    url: str | None
    published: PublicationTime | None
    language: str
    origin: str | None
    text_group: int | None = None
    """Articles with the same number are copies, in whole or in part, of one text; None: of none that is stored."""

    @cached_property
    def origin_names(self) -> frozenset[str]:
        """The keys of the outlets that the article comes from: the one that ran it, and the one that wrote it."""
        named = (outlet_key(name) for name in (self.outlet, self.origin) if name != UNNAMED_AGENCIES)
        return frozenset(named) - {""}

    @cached_property
    def origin_keys(self) -> frozenset[str]:
        """What articles of one origin have in common."""
        group = [] if self.text_group is None else [f"text {self.text_group}"]
        return frozenset([*(f"outlet {name}" for name in self.origin_names), *group])

    @cached_property
    def origin_is_known(self) -> bool:
        """Whether anybody is named who wrote the text; "agencies" is nobody."""
        return self.origin != UNNAMED_AGENCIES and bool(self.origin_names)


@dataclass(frozen=True)
class Statement:
    """Words with what is known of who said them, where and when: what two sides of a comparison are."""

    text: str
    speaker: str | None = None
    stance: str | None = None
    outlet: str | None = None
    published_at: str | None = None
    title: str | None = None
    context: str | None = None
    language: str | None = None

    @property
    def holder(self) -> str | None:
        """Who stands behind the statement: the speaker it is attributed to, else the outlet."""
        return self.speaker or self.outlet


@dataclass(frozen=True)
class Claim:
    """One claim of a stored article. `before` and `after` are the words around the quote, for showing it."""

    id: str
    sentence_id: int
    source: Source
    said: ExtractedClaim
    before: str = ""
    after: str = ""

    @property
    def statement(self) -> Statement:
        """What is compared: the text that stands alone, with its speaker and source."""
        published = self.source.published
        return Statement(
            text=self.said.text,
            speaker=self.said.speaker.name if self.said.speaker else None,
            stance=self.said.stance,
            outlet=self.source.outlet,
            published_at=published.value if published else None,
            title=self.source.title,
            language=self.source.language,
        )


def claim_id(article_id: str, quote: str, occurrence: int) -> str:
    """A claim's identity: its article, its words, and which occurrence of them it is (0 for the first)."""
    return digest(article_id, quote, str(occurrence))
