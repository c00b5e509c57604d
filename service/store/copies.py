"""Copies of one text: the fingerprints by which they are found, the pairs, and the groups that these make."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    delete,
    insert,
    or_,
    select,
    text,
    update,
)

from service.domain.articles import Article
from service.store.article_rows import article_of
from service.store.cursors import chunks
from service.store.fact_changes import mark_stale
from service.store.schema import articles, copies, fingerprints, untraced, versions

MOST_ALIKE = 40
"""So many articles, those that share most fingerprints, are looked at word by word."""
MOST_OF_ONE_PRINT = 200
"""Of the articles with one fingerprint the first so many are seen: boilerplate stands in thousands."""
ASKED = 20
"""So many fingerprints are asked about at once."""


@dataclass(frozen=True)
class CurrentText:
    """An article as its current version has it."""

    article_id: str
    version_id: str
    article: Article


@dataclass(frozen=True)
class Copy:
    """Another article that is a copy of one text: words in common, as a share of the shorter one's own words.

    `whole` says that most of the shorter article is in the longer one; else a part is.
    """

    article_id: str
    words: int
    share: float
    whole: bool


def find_untraced(connection: Connection, limit: int) -> list[CurrentText]:
    """Up to `limit` articles whose copies have not been looked for since their text is current."""
    query = _CURRENT.where(versions.c.id.in_(select(untraced.c.version_id).limit(limit)))
    return [CurrentText(row.article_id, row.version_id, article_of(row)) for row in connection.execute(query)]


def find_current_texts(connection: Connection, article_ids: Sequence[str]) -> list[CurrentText]:
    """The current texts of these articles; those that are not there are left out."""
    query = _CURRENT.where(articles.c.id.in_(article_ids))
    return [CurrentText(row.article_id, row.version_id, article_of(row)) for row in connection.execute(query)]


def replace_fingerprints(connection: Connection, article_id: str, prints: Iterable[int]) -> None:
    """Makes these the fingerprints of the article; nothing, when it was taken down meanwhile."""
    number = connection.scalar(select(articles.c.number).where(articles.c.id == article_id))
    if number is None:
        return
    connection.execute(delete(fingerprints).where(fingerprints.c.article_number == number))
    rows = [{"print": value, "article_number": number} for value in dict.fromkeys(prints)]
    if rows:
        connection.execute(insert(fingerprints), rows)


def find_alike(connection: Connection, article_id: str, prints: Sequence[int], *, least: int) -> list[str]:
    """The other articles with at least `least` of these fingerprints, those with most of them first.

    At most MOST_ALIKE, and among many the ones that came in first: copies of copies meet there.
    """
    shared: Counter[int] = Counter()
    for at in range(0, len(prints), ASKED):
        some = dict(zip(_PLACES, prints[at : at + ASKED], strict=False))  # no print is NULL: that finds nothing
        shared.update(connection.scalars(_WITH_PRINTS, dict.fromkeys(_PLACES) | some | {"most": MOST_OF_ONE_PRINT}))
    ranked = sorted((-count, number) for number, count in shared.items() if count >= least)
    numbers = [number for _, number in ranked[: MOST_ALIKE + 1]]
    known = connection.execute(select(articles.c.number, articles.c.id).where(articles.c.number.in_(numbers)))
    ids = {row.number: row.id for row in known}
    return [ids[number] for number in numbers if ids.get(number, article_id) != article_id][:MOST_ALIKE]


def replace_copies(connection: Connection, text: CurrentText, found: Sequence[Copy]) -> None:
    """Makes these the copies of the article, and says that they have been looked for.

    What was taken down meanwhile is passed over, and so is all of it when another text has become current.
    """
    this = and_(untraced.c.article_id == text.article_id, untraced.c.version_id == text.version_id)
    if connection.execute(delete(untraced).where(this)).rowcount == 0:
        return
    before = _forget_copies(connection, text.article_id)
    numbers = _numbers(connection, [text.article_id, *(copy.article_id for copy in found)])
    rows = [_row(text.article_id, copy, numbers) for copy in found if copy.article_id in numbers]
    if rows:
        connection.execute(insert(copies), rows)
    if rows or before:
        regroup(connection, {text.article_id, *before, *(copy.article_id for copy in found)})


def find_copies(connection: Connection, article_id: str) -> list[Copy]:
    """The articles that share text with this one, the nearest first."""
    other = case((copies.c.a_article_id == article_id, copies.c.b_article_id), else_=copies.c.a_article_id)
    query = select(other.label("other"), copies.c.words, copies.c.share, copies.c.whole).where(_of(article_id))
    query = query.order_by(copies.c.share.desc(), copies.c.words.desc(), other)
    return [Copy(*row) for row in connection.execute(query)]


def find_group(connection: Connection, article_id: str) -> list[str]:
    """The ids of all articles that are copies of one text with this one, itself apart, in the order they came in."""
    group = select(articles.c.text_group).where(articles.c.id == article_id).scalar_subquery()
    query = select(articles.c.id).where(articles.c.text_group == group, articles.c.id != article_id)
    return list(connection.scalars(query.order_by(articles.c.number)))


def forget_article(connection: Connection, article_id: str) -> None:
    """Takes out what a removed article has here; copies that only it held together part."""
    number = select(articles.c.number).where(articles.c.id == article_id).scalar_subquery()
    connection.execute(delete(fingerprints).where(fingerprints.c.article_number == number))
    connection.execute(delete(untraced).where(untraced.c.article_id == article_id))
    left = _forget_copies(connection, article_id)
    if left:
        regroup(connection, {article_id, *left})


def ask_for_tracing(connection: Connection, article_id: str, version_id: str) -> None:
    """Says that this text has become current, and that its copies are to be looked for."""
    connection.execute(delete(untraced).where(untraced.c.article_id == article_id))
    connection.execute(insert(untraced).values(article_id=article_id, version_id=version_id))


def regroup(connection: Connection, article_ids: Iterable[str]) -> None:
    """Puts these articles, and all that were in a group with them, into the groups that the pairs make now."""
    numbers = _with_their_groups(connection, list(article_ids))
    neighbours: dict[str, set[str]] = defaultdict(set)
    for some in chunks(list(numbers)):
        query = select(copies.c.a_article_id, copies.c.b_article_id).where(copies.c.a_article_id.in_(some))
        for a, b in connection.execute(query):
            neighbours[a].add(b)
            neighbours[b].add(a)
    for members in _components(numbers, neighbours):
        group = min(numbers[member] for member in members) if len(members) > 1 else None
        for some in chunks(members):
            moved = and_(articles.c.id.in_(some), articles.c.text_group.is_distinct_from(group))
            connection.execute(update(articles).where(moved).values(text_group=group))
    mark_stale(connection, numbers)  # copies count as one origin


def _components(numbers: Mapping[str, int], neighbours: Mapping[str, set[str]]) -> Iterable[list[str]]:
    left = set(numbers)
    while left:
        reached, waiting = [], [left.pop()]
        while waiting:
            member = waiting.pop()
            reached.append(member)
            new = neighbours.get(member, set()) & left
            left -= new
            waiting.extend(new)
        yield reached


def _with_their_groups(connection: Connection, article_ids: Sequence[str]) -> dict[str, int]:
    """The numbers of the articles and of all that are in a group with one of them, by id."""
    numbers: dict[str, int] = {}
    for some in chunks(article_ids):
        groups = select(articles.c.text_group).where(articles.c.id.in_(some), articles.c.text_group.is_not(None))
        either = or_(articles.c.id.in_(some), articles.c.text_group.in_(groups))
        numbers.update(_pairs(connection, select(articles.c.id, articles.c.number).where(either)))
    return numbers


def _numbers(connection: Connection, article_ids: Sequence[str]) -> dict[str, int]:
    return _pairs(connection, select(articles.c.id, articles.c.number).where(articles.c.id.in_(article_ids)))


def _pairs(connection: Connection, query: Select[Any]) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(query)}


def _forget_copies(connection: Connection, article_id: str) -> list[str]:
    """Removes the pairs of the article; the others that were in them."""
    left = [copy.article_id for copy in find_copies(connection, article_id)]
    connection.execute(delete(copies).where(_of(article_id)))
    return left


def _of(article_id: str) -> ColumnElement[bool]:
    return or_(copies.c.a_article_id == article_id, copies.c.b_article_id == article_id)


def _row(article_id: str, copy: Copy, numbers: Mapping[str, int]) -> dict[str, object]:
    first, second = sorted((article_id, copy.article_id), key=numbers.__getitem__)
    about = {"words": copy.words, "share": float(copy.share), "whole": copy.whole}
    return {"a_article_id": first, "b_article_id": second, **about}


_PLACES = tuple(f"print_{place}" for place in range(ASKED))
_WITH_PRINTS = text(
    " UNION ALL ".join(
        f"SELECT * FROM (SELECT article_number FROM fingerprints WHERE print = :print_{place} "  # noqa: S608 - a number
        f"ORDER BY article_number LIMIT :most) AS of_{place}"
        for place in range(ASKED)
    )
)
"""The articles with each of ASKED fingerprints. Asked one by one, most of the time would go into the asking; and it is
written out, because SQLAlchemy would go through as many queries each time."""
_CURRENT = (
    select(versions, versions.c.id.label("version_id"), articles.c.outlet, articles.c.given_id, articles.c.url)
    .select_from(versions.join(articles, articles.c.id == versions.c.article_id))
    .where(versions.c.current)
)
