"""Outlets: by the names under which their articles are stored."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from service.store.schema import articles

MOST = 500


@dataclass(frozen=True)
class OutletLine:
    """An outlet, exactly as its articles name it, and how many of them are stored."""

    name: str
    articles: int


def find_outlets(connection: Connection, *, limit: int = MOST) -> list[OutletLine]:
    """The outlets with the most articles, at most `limit`, by name; articles without an outlet are left out."""
    count = func.count()
    query = select(articles.c.outlet, count).where(articles.c.outlet.is_not(None)).group_by(articles.c.outlet)
    rows = connection.execute(query.order_by(count.desc(), articles.c.outlet).limit(limit))
    return sorted((OutletLine(row[0], row[1]) for row in rows), key=lambda line: line.name.casefold())
