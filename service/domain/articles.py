"""Articles, as outlets publish them: what one text is, who published it and when."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Passed:
    """Code points start:end of an article's text that are not the article, and why they are passed over."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True)
class PublicationTime:
    """When an article was published, ISO 8601 (a date, or a time with its zone), and how sure that is.

    `other` is the second reading of an ambiguous date such as 12/08/2025; None when there is only one.
    """

    value: str
    other: str | None = None

    @property
    def ambiguous(self) -> bool:
        """Whether the date as written has two readings."""
        return self.other is not None


@dataclass(frozen=True)
class Article:
    """One version of an article as intake read it.

    `text` is stored as it is, and every offset counts its code points. `litter` is marked, never cut out.
    `origin` is the outlet that wrote it first where the text says so; `source` is the file or address it came from.
    `language` is an ISO 639-1 code.
    """

    text: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    given_id: str | None = None
    author: str | None = None
    published: PublicationTime | None = None
    language: str = "en"
    origin: str | None = None
    source: str | None = None
    litter: tuple[Passed, ...] = field(default=())

    @property
    def address(self) -> str | None:
        """What names the article within its outlet: the given id, else the URL."""
        return self.given_id or self.url

    @cached_property
    def key(self) -> str:
        """The article's identity: its outlet, and its address or else the hash of its text."""
        return digest(self.outlet or "", self.address or self.text_hash)

    @cached_property
    def text_hash(self) -> str:
        """Names this version of the text."""
        return digest(self.text)


def digest(*parts: str) -> str:
    """A short stable name for the parts: 32 hexadecimal digits of SHA-256 over their length-prefixed UTF-8."""
    hashed = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        hashed.update(len(encoded).to_bytes(8, "big") + encoded)
    return hashed.hexdigest()[:32]
