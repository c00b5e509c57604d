"""Takedown leaves nothing of an article behind but a tombstone, and nothing of others is touched."""

from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import text as sql

from service.domain.comparisons import Judgement
from service.domain.reasons import Reason
from service.errors import BadInputError, NotFoundError
from service.store.articles import add_article, count_articles, find_tombstone, remove_article
from service.store.claim_rows import source_of
from service.store.claims import find_claims_of
from service.store.comparisons import count_comparisons
from service.store.jobs import add_job, count_jobs, find_job, take_job
from service.store.judgements import add_judgement, find_judgements
from service.store.opening import open_store
from service.store.vectors import add_vectors, find_unencoded

AT = "2025-12-12T00:00:00Z"
WORD = "zanzibarite"


def contents(connection):
    tables = connection.execute(sql("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
    return {table: repr(connection.execute(sql(f"SELECT * FROM {table}")).all()) for table in tables}  # noqa: S608


def fill(connection, make):
    """An article whose every trace holds one word, in two versions, and another article beside it."""
    article = make.article(f"The {WORD} fell.", WORD, title=f"{WORD} falls", author=WORD, origin=WORD)
    make.said(connection, article, f"The {WORD} fell.")
    edited = make.article(f"The {WORD} fell. Rain fell.", WORD)
    mine, shared = make.said(connection, edited, f"The {WORD} fell.", "Rain fell.", received_at="2025-12-11T00:00:00Z")
    other = make.one(connection, "other", "Rain fell.")
    key = make.pair(connection, mine, other, make.verdict(reasons=(Reason(f"Only one names {WORD}."),)))
    make.pair(connection, mine, shared)
    add_judgement(connection, key, Judgement("false_alarm", f"{WORD}!", None, AT))
    ids = [number for number, _ in find_unencoded(connection, "f", 9)]
    add_vectors(connection, "f", ids=ids, vectors=np.ones((2, 2), dtype=np.float32))
    add_job(connection, "ingest", {"article_id": edited.key, "article": asdict(edited)})
    add_job(connection, "compare", {"article_id": edited.key})
    return edited, other, key


def test_no_table_and_no_page_of_the_file_holds_its_words(url, make):
    with open_store(url) as store:
        with store.writing() as connection:
            article, other, key = fill(connection, make)
            assert WORD in "".join(contents(connection).values())
        with store.writing() as connection:
            remove_article(connection, article.key, removed_at=AT)
        with store.reading() as connection:
            left = contents(connection)
            assert [table for table, rows in left.items() if WORD in rows.lower()] == []
            assert [table for table, rows in left.items() if article.key in rows] == ["tombstones"]
            assert find_tombstone(connection, article.key) == AT
            assert [claim.id for claim in find_claims_of(connection, make.article("", "other").key)] == [other]
            assert (sum(count_comparisons(connection).values()), find_judgements(connection, key)) == (0, [])
            assert sum(count_jobs(connection).values()) == 0
        for file in Path(url.removeprefix("sqlite:///")).parent.iterdir():
            assert WORD.encode() not in file.read_bytes(), file


def test_removed_article_is_not_stored_again(writing, make):
    article = make.article("Rain fell.")
    make.said(writing, article, "Rain fell.")
    remove_article(writing, article.key, removed_at=AT)
    with pytest.raises(BadInputError, match=f"was taken down at {AT} and is not stored again"):
        add_article(writing, article, received_at=AT)
    assert count_articles(writing) == 0


def test_once_more_is_no_error_and_what_never_was_is_one(writing, make):
    article = make.article("Rain fell.")
    add_article(writing, article, received_at=AT)
    remove_article(writing, article.key, removed_at=AT)
    remove_article(writing, article.key, removed_at="2026-01-01T00:00:00Z")
    assert find_tombstone(writing, article.key) == AT
    with pytest.raises(NotFoundError, match="No article is stored under 'nowhere'"):
        remove_article(writing, "nowhere", removed_at=AT)


def test_article_that_only_a_job_holds_is_taken_down_too(writing, make):
    article = make.article("Rain fell.")
    add_job(writing, "ingest", {"article_id": article.key, "article": asdict(article)})
    remove_article(writing, article.key, removed_at=AT)
    assert take_job(writing, now=AT, lease_seconds=1, attempts=3) is None
    assert find_tombstone(writing, article.key) == AT


def test_jobs_of_other_articles_stay_though_they_share_an_id_an_address_or_the_text(writing, make):
    given = {"given_id": "1001", "url": "https://example.org/wire"}
    gone = make.article("Rain fell.", "Gazette", **given)
    others = [make.article("Snow fell.", "Mail", **given), make.article("Rain fell.", "Times", given_id="7")]
    add_article(writing, gone, received_at=AT)
    payloads = [{"article_id": one.key, "article": asdict(one)} for one in (*others, gone)]
    *kept, _ = (add_job(writing, "ingest", payload) for payload in payloads)
    remove_article(writing, gone.key, removed_at=AT)
    assert [find_job(writing, job).payload["article_id"] for job in kept] == [one.key for one in others]
    assert sum(count_jobs(writing).values()) == 2


def test_what_was_read_of_it_does_not_stay_in_memory(url, make):
    with open_store(url) as store:
        with store.writing() as connection:
            article, *_ = fill(connection, make)
        with store.reading() as connection:
            assert find_claims_of(connection, article.key)
        assert source_of.cache_info().currsize
        with store.writing() as connection:
            remove_article(connection, article.key, removed_at=AT)
        assert not source_of.cache_info().currsize
