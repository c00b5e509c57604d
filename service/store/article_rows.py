"""Articles as the store gives them, and how they are read from and written to rows."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from service.domain.articles import Article, Passed, PublicationTime, digest
from service.store import times


@dataclass(frozen=True)
class Stored:
    """Where an article went; `new_version` is False when that text of it was here already."""

    article_id: str
    version_id: str
    new_version: bool


@dataclass(frozen=True)
class StoredVersion:
    """One version of an article and its three times; `current` marks the one that is shown."""

    id: str
    title: str | None
    published: PublicationTime | None
    received_at: str
    recorded_at: str
    current: bool


@dataclass(frozen=True)
class StoredArticle:
    """An article as its current version has it, and all its versions, the oldest first."""

    id: str
    article: Article
    versions: tuple[StoredVersion, ...]

    @property
    def current(self) -> StoredVersion:
        """The version that is shown."""
        return next(version for version in self.versions if version.current)


@dataclass(frozen=True)
class ArticleLine:
    """An article in a list: what its current version says of itself, and how many claims it holds."""

    id: str
    outlet: str | None
    title: str | None
    url: str | None
    language: str
    origin: str | None
    published: PublicationTime | None
    received_at: str
    recorded_at: str
    claims: int


@dataclass(frozen=True)
class Page:
    """A run of articles, the last recorded first; `next_cursor` is None at the end."""

    items: tuple[ArticleLine, ...]
    next_cursor: str | None


def version_id(article: Article) -> str:
    """A version's identity: its article and its text."""
    return digest(article.key, article.text_hash)


def metadata_values(article: Article) -> dict[str, Any]:
    """What a version says of itself, as columns; each may be None and be filled in later."""
    published = article.published
    return {
        "title": article.title,
        "author": article.author,
        "published": published.value if published else None,
        "published_other": published.other if published else None,
        "published_key": times.sort_key(published.value) if published else None,
        "origin": article.origin,
        "source": article.source,
    }


def version_values(article: Article, *, received_at: str) -> dict[str, Any]:
    """A version as a new row that is not current yet."""
    return metadata_values(article) | {
        "id": version_id(article),
        "article_id": article.key,
        "text_hash": article.text_hash,
        "text": article.text,
        "language": article.language,
        "litter": [[passed.start, passed.end, passed.reason] for passed in article.litter],
        "received_at": received_at,
        "seen_at": received_at,
        "recorded_at": times.now(),
        "current": False,
    }


def publication_of(row: Row[Any]) -> PublicationTime | None:
    """When the row's version was published."""
    return None if row.published is None else PublicationTime(row.published, row.published_other)


def article_of(row: Row[Any]) -> Article:
    """The article as intake gave it, from a row of its version with outlet, given_id and url."""
    return Article(
        text=row.text,
        outlet=row.outlet,
        title=row.title,
        url=row.url,
        given_id=row.given_id,
        author=row.author,
        published=publication_of(row),
        language=row.language,
        origin=row.origin,
        source=row.source,
        litter=tuple(Passed(*passed) for passed in row.litter),
    )


def version_of(row: Row[Any]) -> StoredVersion:
    """A version without its text."""
    return StoredVersion(row.id, row.title, publication_of(row), row.received_at, row.recorded_at, current=row.current)


def line_of(row: Row[Any]) -> ArticleLine:
    """A line of a list."""
    return ArticleLine(
        id=row.id,
        outlet=row.outlet,
        title=row.title,
        url=row.url,
        language=row.language,
        origin=row.origin,
        published=publication_of(row),
        received_at=row.received_at,
        recorded_at=row.recorded_at,
        claims=row.claims,
    )
