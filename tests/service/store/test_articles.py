"""Articles come back as they went in; the same again is the same; versions follow each other."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql

from service.domain.articles import Article, Passed, PublicationTime, digest
from service.errors import BadInputError, NotFoundError
from service.store.articles import (
    Stored,
    add_article,
    count_articles,
    count_versions,
    find_article,
    find_articles,
    find_version,
)
from service.store.claims import find_claims_of
from service.store.cursors import token

EARLY, LATE = "2025-12-08T08:00:00Z", "2025-12-09T08:00:00Z"
# Surrogates and private use included: st.text() alone leaves the former out.
ANY = st.text(st.characters(codec=None, exclude_categories=()) | st.sampled_from("\x00\ue000\ud800\udfff0a"))
ARTICLES = st.builds(
    Article,
    text=ANY,
    outlet=st.none() | ANY,
    title=st.none() | ANY,
    url=st.none() | ANY,
    given_id=st.none() | ANY,
    author=st.none() | ANY,
    published=st.none() | st.builds(PublicationTime, ANY, st.none() | ANY),
    language=ANY,
    origin=st.none() | ANY,
    source=st.none() | ANY,
    litter=st.lists(st.builds(Passed, st.integers(0, 9), st.integers(0, 9), ANY), max_size=2).map(tuple),
)


def everything(connection):
    tables = connection.execute(sql("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
    return {table: connection.execute(sql(f"SELECT * FROM {table}")).all() for table in tables}  # noqa: S608


@pytest.fixture(scope="module")
def fresh_store(fresh):
    return fresh()


@given(ARTICLES)
@settings(max_examples=60, deadline=None)
def test_every_field_comes_back_and_twice_is_once(fresh_store, article):
    with fresh_store.writing() as connection:
        connection.execute(sql("DELETE FROM untraced"))
        connection.execute(sql("DELETE FROM versions"))
        connection.execute(sql("DELETE FROM articles"))
        stored = add_article(connection, article, received_at=EARLY)
        once = everything(connection)
        assert find_article(connection, stored.article_id).article == article
        assert add_article(connection, article, received_at=LATE) == replace(stored, new_version=False)
        connection.execute(sql("UPDATE versions SET seen_at = received_at"))  # all else is as it was
        assert everything(connection) == once


def test_where_an_article_went(writing, make):
    article = make.article("Rain fell.")
    stored = add_article(writing, article, received_at=EARLY)
    assert stored == Stored(article.key, digest(article.key, article.text_hash), new_version=True)
    assert find_version(writing, article.key, article.text_hash) == replace(stored, new_version=False)
    assert find_version(writing, article.key, digest("Snow fell.")) is None


def test_unknown_article_is_named(writing):
    with pytest.raises(NotFoundError, match="No article is stored under 'nowhere'"):
        find_article(writing, "nowhere")


def test_what_was_not_known_is_filled_in_and_what_was_known_stays(writing, make):
    bare = make.article("Rain fell.", title=None, published=PublicationTime("2025-12-08"), author=None)
    full = replace(bare, title="Rain", author="Ann", published=PublicationTime("2025-08-12", "2025-12-08"))
    add_article(writing, bare, received_at=EARLY)
    assert not add_article(writing, full, received_at=LATE).new_version
    add_article(writing, replace(full, title="Snow", author=None), received_at=LATE)
    found = find_article(writing, bare.key).article
    assert found == replace(bare, title="Rain", author="Ann")


def test_versions_and_their_times(writing, make):
    first = make.article("Rain fell.", published=PublicationTime("2025-12-08", "2025-08-12"))
    second = replace(first, text="Much rain fell.")
    for article, received_at in ((first, EARLY), (second, LATE)):
        assert add_article(writing, article, received_at=received_at).new_version
    found = find_article(writing, first.key)
    assert found.article == second
    assert [(v.received_at, v.published, v.current) for v in found.versions] == [
        (EARLY, PublicationTime("2025-12-08", "2025-08-12"), False),
        (LATE, PublicationTime("2025-12-08", "2025-08-12"), True),
    ]
    assert found.current.published.ambiguous
    assert (count_articles(writing), count_versions(writing)) == (1, 2)


def test_old_text_that_comes_back_is_current_again(writing, make):
    first, second = make.article("Rain fell."), make.article("Much rain fell.")
    add_article(writing, first, received_at=EARLY)
    add_article(writing, second, received_at=LATE)
    assert not add_article(writing, first, received_at="2025-12-10T08:00:00Z").new_version
    assert find_article(writing, first.key).article == first
    assert count_versions(writing) == 2


def test_text_received_earlier_but_stored_later_is_not_current(writing, make):
    first, second = make.article("Rain fell."), make.article("Much rain fell.")
    add_article(writing, second, received_at="2025-12-09T08:00:00+01:00")
    add_article(writing, first, received_at="2025-12-09T06:59:59Z")
    assert find_article(writing, first.key).article == second


def test_current_text_that_came_again_is_not_replaced_by_one_that_came_before_that(writing, make):
    first, second = make.article("Rain fell."), make.article("Much rain fell.")
    for received_at in (EARLY, "2025-12-10T08:00:00Z", EARLY):  # the last of them is a job that was held up
        add_article(writing, first, received_at=received_at)
    assert add_article(writing, second, received_at=LATE).new_version
    assert find_article(writing, first.key).article == first


def test_pages_hold_every_article_once(writing, make):
    for number in range(7):
        add_article(writing, make.article(f"Rain {number}.", f"outlet {number}"), received_at=EARLY)
    pages, cursor = [], None
    while not pages or cursor:
        page = find_articles(writing, cursor=cursor, limit=3)
        pages.append([line.outlet for line in page.items])
        cursor = page.next_cursor
    assert pages == [["outlet 6", "outlet 5", "outlet 4"], ["outlet 3", "outlet 2", "outlet 1"], ["outlet 0"]]


def test_filters_of_the_list(writing, make):
    days = {"a": "2025-12-07", "b": "2025-12-08", "c": "2025-12-09T01:30:00+03:00", "d": None}
    for outlet, day in days.items():
        published = PublicationTime(day) if day else None
        make.said(writing, make.article("Rain fell.", outlet, published=published), "Rain")

    def found(**wanted):
        return "".join(sorted(line.outlet for line in find_articles(writing, **wanted).items))

    assert found() == "abcd"
    assert found(outlet="b") == "b"
    assert found(since="2025-12-08") == "bc"
    assert found(until="2025-12-08") == "abc"  # half past one in Moscow is the day before in UTC
    assert found(since="2025-12-08", until="2025-12-08T22:00:00Z") == "b"
    assert [line.claims for line in find_articles(writing, outlet="a").items] == [1]


@pytest.mark.parametrize(
    "wanted",
    [{"since": "soon"}, {"until": "2025-13-01"}, {"cursor": "x"}, {"cursor": "WyJhIl0"}, {"cursor": token(10**30)}],
)
def test_what_cannot_be_read_is_refused(writing, wanted):
    with pytest.raises(BadInputError, match=r"not a (time|date|cursor)"):
        find_articles(writing, **wanted)


def test_title_filled_in_later_shows_on_claims(writing, make):
    bare = make.article("Rain fell.", title=None)
    make.said(writing, bare, "Rain")
    add_article(writing, replace(bare, title="Weather"), received_at=LATE)
    assert [claim.source.title for claim in find_claims_of(writing, bare.key)] == ["Weather"]
