"""Volume: how many articles, claims and contradictions there are by the day of their publication."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, case, func, or_, select

from service.store.outlet_pairs import BOTH_SIDES, A, B, shown_from
from service.store.schema import articles, comparisons, mentions, versions

DAY = len("2025-12-08")


@dataclass(frozen=True)
class DayVolume:
    """What was published on a day, or, with None, what no day is known of."""

    day: str | None
    articles: int = 0
    claims: int = 0
    contradictions: int = 0


def count_by_day(connection: Connection, *, least: float, outlet: str | None = None) -> list[DayVolume]:
    """The days on which anything was published, the earliest first, what has no day last.

    A contradiction across articles arises when the later of its sides is published; counted are those of at least that
    confidence, and those that a person judged to be one. With `outlet`, what it published, and what is about it.
    """
    counts: dict[str | None, list[int]] = defaultdict(lambda: [0, 0, 0])
    of_outlet = [] if outlet is None else [articles.c.outlet == outlet]
    for place, query in enumerate((_ARTICLES.where(*of_outlet), _CLAIMS.where(*of_outlet), _disputes(least, outlet))):
        for key, count in connection.execute(query):
            counts[_day(key)][place] += count
    days = sorted(counts.items(), key=lambda one: (one[0] is None, one[0] or ""))
    return [DayVolume(day, *found) for day, found in days]


def _disputes(least: float, outlet: str | None) -> Select[str, int]:
    of_outlet = [] if outlet is None else [or_(A.c.outlet == outlet, B.c.outlet == outlet)]
    wanted = (shown_from({"contradicts": least}), comparisons.c.same_article.is_(False))
    return _DISPUTES.where(*wanted, *of_outlet)


def _day(key: str | None) -> str | None:
    return key[:DAY] if key and len(key) >= DAY else None


def _later(a: ColumnElement[str], b: ColumnElement[str]) -> ColumnElement[str]:
    return case((b.is_(None), a), (a >= b, a), else_=b)


_KEY = func.substr(versions.c.published_key, 1, DAY)
_ARTICLES = (
    select(_KEY, func.count())
    .select_from(versions.join(articles, articles.c.id == versions.c.article_id))
    .where(versions.c.current)
    .group_by(_KEY)
)
_CLAIMS = _ARTICLES.with_only_columns(_KEY, func.count(mentions.c.claim_id)).join(
    mentions, mentions.c.version_id == versions.c.id
)
_LATER = _later(*(func.substr(side.c.published_key, 1, DAY) for side in (A, B)))
_DISPUTES = select(_LATER, func.count()).select_from(BOTH_SIDES).group_by(_LATER)
