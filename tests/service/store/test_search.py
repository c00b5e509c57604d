"""Full text: all words, by their stems, in quote or title; nothing in a topic is syntax."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from service.store.schema import claims
from service.store.search import about


def found(connection, topic):
    return sorted(connection.scalars(select(claims.c.quote).where(about(topic))))


@pytest.fixture
def said(writing, make):
    article = make.article("Officials welcomed it. The U.S. strategies failed.", title="Kremlin \u201creacts\u201d")
    make.said(writing, article, "Officials welcomed it.", "The U.S. strategies failed.")
    return writing


WELCOME, FAIL = "Officials welcomed it.", "The U.S. strategies failed."


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("welcome", [WELCOME]),
        ("STRATEGY u.s.", [FAIL]),
        ("kremlin", [WELCOME, FAIL]),
        ("kremlin strategy", [FAIL]),
        ("officials failed", []),
        ("strat", []),
        ("reacting \u2014 \u201cofficial\u201d", [WELCOME]),
        ('strategy"', [FAIL]),
        ("strategy OR welcome", []),
        ("title:kremlin", []),
        ("", []),
        ("*", []),
    ],
)
def test_topics(said, topic, expected):
    assert found(said, topic) == expected


@given(st.text(st.characters(codec=None, exclude_categories=()) | st.sampled_from('"*^():- \x00')))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_topic(topic_store, topic):
    with topic_store.reading() as connection:
        assert found(connection, topic) in ([], ["Rain fell."])


@pytest.fixture(scope="module")
def topic_store(fresh, make):
    store = fresh()
    with store.writing() as connection:
        make.one(connection, "a", "Rain fell.")
    return store


def test_words_of_an_older_version_are_not_found(said, make):
    edited = make.article("Officials waited.", title="Kremlin waits")
    make.said(said, edited, "Officials waited.", received_at="2025-12-12T00:00:00Z")
    assert (found(said, "welcomed"), found(said, "reacts")) == ([], [])
    assert found(said, "kremlin wait") == ["Officials waited."]
