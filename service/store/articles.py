"""Articles and their versions: one article per outlet and address, one version per text."""

from collections.abc import Sequence

from sqlalchemy import Connection, Select, and_, func, select

from service.domain.articles import Article
from service.errors import BadInputError, NotFoundError
from service.store.article_rows import (
    ArticleLine,
    Page,
    Stored,
    StoredArticle,
    StoredVersion,
    article_of,
    line_of,
    version_id,
    version_of,
)
from service.store.cursors import chunks, place, token
from service.store.filters import within
from service.store.removal import find_tombstone, remove_article
from service.store.schema import articles, mentions, versions
from service.store.versions import add_first_version, add_version, fill_article

__all__ = [
    "ArticleLine",
    "Page",
    "Stored",
    "StoredArticle",
    "StoredVersion",
    "add_article",
    "count_articles",
    "count_versions",
    "find_article",
    "find_articles",
    "find_lines",
    "find_text",
    "find_tombstone",
    "find_version",
    "has_article",
    "remove_article",
]


def add_article(connection: Connection, article: Article, *, received_at: str) -> Stored:
    """Stores a version of an article; the same again changes nothing but fills in what was not known.

    The version received last is the current one, also when an older text comes back. Raises BadInputError for
    an article that was taken down.
    """
    _refuse_removed(connection, article.key)
    if fill_article(connection, article):
        add_first_version(connection, article, received_at=received_at)
        return Stored(article.key, version_id(article), new_version=True)
    new = add_version(connection, article, received_at=received_at)
    return Stored(article.key, version_id(article), new_version=new)


def has_article(connection: Connection, article_id: str) -> bool:
    """Whether a text of the article is stored, be it the one in hand or another."""
    return connection.scalar(select(articles.c.number).where(articles.c.id == article_id)) is not None


def find_article(connection: Connection, article_id: str) -> StoredArticle:
    """The article with its current text and all its versions; raises NotFoundError."""
    rows = connection.execute(
        select(versions, articles.c.outlet, articles.c.given_id, articles.c.url)
        .join(articles, articles.c.id == versions.c.article_id)
        .where(articles.c.id == article_id)
        .order_by(versions.c.number)
    ).all()
    if not rows:
        raise NotFoundError(f"No article is stored under {article_id!r}.")
    current = next(row for row in rows if row.current)
    return StoredArticle(article_id, article_of(current), tuple(version_of(row) for row in rows))


def find_text(connection: Connection, version_id: str) -> str:
    """The text of a version, current or not; raises NotFoundError."""
    text = connection.scalar(select(versions.c.text).where(versions.c.id == version_id))
    if text is None:
        raise NotFoundError(f"No version is stored under {version_id!r}.")
    return str(text)


def find_version(connection: Connection, article_id: str, text_hash: str) -> Stored | None:
    """Where this text of an article went; None when another text of it is current, or none is stored."""
    of_text = and_(versions.c.article_id == article_id, versions.c.text_hash == text_hash)
    found = connection.scalar(select(versions.c.id).where(of_text, versions.c.current))
    return None if found is None else Stored(article_id, found, new_version=False)


def find_articles(  # noqa: PLR0913 - all but the first are filters and may be left out
    connection: Connection,
    *,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page:
    """A page of articles, the last recorded first, by outlet and by publication time (days inclusive).

    Raises BadInputError for a time or a cursor that cannot be read.
    """
    query = _lines().where(*within(outlet=outlet, since=since, until=until)).limit(limit + 1)
    if cursor is not None:
        query = query.where(articles.c.number < place(cursor, int)[0])
    rows = connection.execute(query).all()
    more = len(rows) > limit > 0
    return Page(tuple(line_of(row) for row in rows[:limit]), token(rows[limit - 1].number) if more else None)


def find_lines(connection: Connection, article_ids: Sequence[str]) -> dict[str, ArticleLine]:
    """These articles as lines of a list, by id; those that are not there are left out."""
    runs = (connection.execute(_lines().where(articles.c.id.in_(some))) for some in chunks(article_ids))
    return {row.id: line_of(row) for rows in runs for row in rows}


def count_articles(connection: Connection) -> int:
    """How many articles are stored."""
    return connection.scalar(select(func.count()).select_from(articles)) or 0


def count_versions(connection: Connection) -> int:
    """How many versions of articles are stored."""
    return connection.scalar(select(func.count()).select_from(versions)) or 0


def _refuse_removed(connection: Connection, article_id: str) -> None:
    removed_at = find_tombstone(connection, article_id)
    if removed_at is not None:
        raise BadInputError(f"The article {article_id} was taken down at {removed_at} and is not stored again.")


def _lines() -> Select[tuple[object, ...]]:
    held = select(func.count()).select_from(mentions).where(mentions.c.version_id == versions.c.id)
    described = (versions.c[name] for name in ("title", "language", "origin", "published", "published_other"))
    return (
        select(articles, *described, versions.c.received_at, versions.c.recorded_at)
        .add_columns(held.scalar_subquery().label("claims"))
        .join(versions, and_(versions.c.article_id == articles.c.id, versions.c.current))
        .order_by(articles.c.number.desc())
    )
