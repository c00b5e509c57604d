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
    """An article as its current version has it; `number` tells when it came in."""

    article_id: str
    version_id: str
    article: Article
    number: int


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
    return _read_texts(connection, query)


def find_current_texts(connection: Connection, article_ids: Sequence[str]) -> list[CurrentText]:
    """The current texts of these articles; those that are not there are left out."""
    query = _CURRENT.where(articles.c.id.in_(article_ids))
    return _read_texts(connection, query)


def replace_fingerprints(connection: Connection, prints: Mapping[str, Iterable[int]]) -> None:
    """Makes these the fingerprints of the articles, by their ids; what was taken down meanwhile is passed over."""
    numbers = _numbers(connection, prints)
    connection.execute(delete(fingerprints).where(fingerprints.c.article_number.in_(numbers.values())))
    rows = [{"print": value, "article_number": number} for key, number in numbers.items() for value in set(prints[key])]
    if rows:
        connection.execute(insert(fingerprints), rows)


def find_alike(connection: Connection, number: int, prints: Sequence[int], *, least: int) -> list[str]:
    """The ids of the other articles with at least `least` of these fingerprints, those with most of them first.

    `number` is that of the article whose prints they are. At most MOST_ALIKE, and among many the ones that came in
    first: copies of copies meet there.
    """
    shared: Counter[int] = Counter()
    for at in range(0, len(prints), ASKED):
        some = dict(zip(_PLACES, prints[at : at + ASKED], strict=False))  # no print is NULL: that finds nothing
        shared.update(connection.scalars(_WITH_PRINTS, dict.fromkeys(_PLACES) | some | {"most": MOST_OF_ONE_PRINT}))
    del shared[number]
    ranked = sorted((-count, other) for other, count in shared.items() if count >= least)[:MOST_ALIKE]
    if not ranked:
        return []
    numbers = [other for _, other in ranked]
    known = connection.execute(select(articles.c.number, articles.c.id).where(articles.c.number.in_(numbers)))
    ids = {row.number: row.id for row in known}
    return [ids[other] for other in numbers if other in ids]


def replace_copies(connection: Connection, found: Sequence[tuple[CurrentText, Sequence[Copy]]]) -> None:
    """Makes these the copies of each of the articles, and says that they have been looked for.

    A pair that either of two articles finds is one. What was taken down meanwhile is passed over, and so is an article
    of which another text has become current.
    """
    traced = _strike_out(connection, [text for text, _ in found])
    before = _forget_copies(connection, list(traced))
    pairs = [(text.article_id, copy) for text, some in found if text.article_id in traced for copy in some]
    if not pairs and not before:
        return
    numbers = _numbers(connection, [*traced, *(copy.article_id for _, copy in pairs)])
    rows = [_row(article_id, copy, numbers) for article_id, copy in pairs if copy.article_id in numbers]
    both_ways = {(row["a_article_id"], row["b_article_id"]): row for row in rows}
    if both_ways:
        connection.execute(insert(copies), list(both_ways.values()))
    regroup(connection, {*before, *(article_id for pair in both_ways for article_id in pair)})


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
    left = _forget_copies(connection, [article_id])
    if left:
        regroup(connection, left)


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


def _numbers(connection: Connection, article_ids: Iterable[str]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for some in chunks(sorted(set(article_ids))):
        numbers.update(_pairs(connection, select(articles.c.id, articles.c.number).where(articles.c.id.in_(some))))
    return numbers


def _read_texts(connection: Connection, query: Select[Any]) -> list[CurrentText]:
    rows = connection.execute(query)
    return [CurrentText(row.article_id, row.version_id, article_of(row), row.came_as) for row in rows]


def _pairs(connection: Connection, query: Select[Any]) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(query)}


def _strike_out(connection: Connection, texts: Sequence[CurrentText]) -> set[str]:
    """Strikes out those of the texts that are waiting to be traced and still current; the ids of their articles."""
    waiting = untraced.c.article_id.in_([text.article_id for text in texts])
    these = and_(waiting, untraced.c.version_id.in_([text.version_id for text in texts]))
    return set(connection.scalars(delete(untraced).where(these).returning(untraced.c.article_id)))


def _forget_copies(connection: Connection, article_ids: Sequence[str]) -> set[str]:
    """Removes the pairs that one of the articles is in; the ids of all articles that were in them."""
    these = or_(copies.c.a_article_id.in_(article_ids), copies.c.b_article_id.in_(article_ids))
    gone = connection.execute(delete(copies).where(these).returning(copies.c.a_article_id, copies.c.b_article_id))
    return {article_id for pair in gone for article_id in pair}


def _of(article_id: str) -> ColumnElement[bool]:
    return or_(copies.c.a_article_id == article_id, copies.c.b_article_id == article_id)


def _row(article_id: str, copy: Copy, numbers: Mapping[str, int]) -> dict[str, Any]:
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
    select(
        versions,
        versions.c.id.label("version_id"),
        articles.c.outlet,
        articles.c.given_id,
        articles.c.url,
        articles.c.number.label("came_as"),
    )
    .select_from(versions.join(articles, articles.c.id == versions.c.article_id))
    .where(versions.c.current)
)
