"""Writes the versions of an article, and says which of them is the current one."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from service.domain.articles import Article
from service.store import times
from service.store.article_rows import metadata_values, version_id, version_values
from service.store.copies import ask_for_tracing
from service.store.schema import articles, versions
from service.store.search import refresh_words

_PUBLISHED = ("published", "published_other", "published_key")


def add_first_version(connection: Connection, article: Article, *, received_at: str) -> None:
    """Stores the text of an article that has its row and nothing else yet."""
    row = version_values(article, received_at=received_at) | {"current": True}
    connection.execute(insert(versions).values(row))
    ask_for_tracing(connection, article.key, version_id(article))


def add_version(connection: Connection, article: Article, *, received_at: str) -> bool:
    """Stores this text of an article that has its row, or fills in what was not known; whether it is new.

    It is the current one from now on, unless another was received later.
    """
    known = _find_version(connection, article)
    if known is None:
        connection.execute(insert(versions).values(version_values(article, received_at=received_at)))
    else:
        _fill_version(connection, article, known)
    _make_current(connection, article, received_at=received_at)
    return known is None


def fill_article(connection: Connection, article: Article) -> bool:
    """Makes the article's row, or fills in what was not known; whether it was made."""
    given = {"outlet": article.outlet, "given_id": article.given_id, "url": article.url}
    known = connection.execute(select(articles).where(articles.c.id == article.key)).first()
    if known is None:
        connection.execute(insert(articles).values(id=article.key, **given))
        return True
    missing = _missing(known, given)
    if missing:
        connection.execute(update(articles).where(articles.c.id == article.key).values(missing))
    return False


def _find_version(connection: Connection, article: Article) -> Row[Any] | None:
    return connection.execute(select(versions).where(versions.c.id == version_id(article))).first()


def _fill_version(connection: Connection, article: Article, known: Row[Any]) -> None:
    given = metadata_values(article)
    if known.published is not None:  # a second reading must not be put to a date that was given without
        given = {name: value for name, value in given.items() if name not in _PUBLISHED}
    missing = _missing(known, given)
    if missing:
        connection.execute(update(versions).where(versions.c.id == known.id).values(missing))
    if "title" in missing:
        refresh_words(connection, article.key)


def _missing(known: Row[Any], given: Mapping[str, Any]) -> dict[str, Any]:
    before = known._mapping
    return {name: value for name, value in given.items() if before[name] is None and value is not None}


def _make_current(connection: Connection, article: Article, *, received_at: str) -> None:
    """Unless the current version was received later: a job that was held up must not bring old text back."""
    of_article = versions.c.article_id == article.key
    before = connection.execute(select(versions.c.id, versions.c.seen_at).where(of_article, versions.c.current)).one()
    if times.instant(before.seen_at) > times.instant(received_at):
        return
    chosen = update(versions).where(versions.c.id == version_id(article))
    connection.execute(chosen.values(seen_at=received_at))
    if before.id == version_id(article):
        return
    connection.execute(update(versions).where(of_article).values(current=False))
    connection.execute(chosen.values(current=True))
    ask_for_tracing(connection, article.key, version_id(article))
    refresh_words(connection, article.key)
