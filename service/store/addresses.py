"""Which stored article somebody means who names it as they know it."""

from sqlalchemy import Connection, and_, select

from service.errors import BadInputError, NotFoundError
from service.store.schema import articles, versions


def find_named_article(connection: Connection, named: str) -> str:
    """The id of the article of that id, of that given id, at that address, or of that title, looked for in this order.

    Raises NotFoundError where there is none, and BadInputError, with their ids, where there are several.
    """
    for column in (articles.c.id, articles.c.given_id, articles.c.url, versions.c.title):
        current = and_(versions.c.article_id == articles.c.id, versions.c.current)
        found = connection.execute(
            select(articles.c.id, articles.c.outlet)
            .join(versions, current)
            .where(column == named)
            .order_by(articles.c.number)
        ).all()
        if len(found) > 1:
            listed = ", ".join(f"{row.id} ({row.outlet or 'unnamed outlet'})" for row in found)
            raise BadInputError(f"{len(found)} articles are called {named!r}; give the id of one: {listed}.")
        if found:
            return str(found[0].id)
    raise NotFoundError(
        f"No article is stored under {named!r}; give its id, the id it came with, its URL or its title."
    )
