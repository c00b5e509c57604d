"""Fingerprints and pairs of copies, the groups that they make, and what is left when an article goes."""

import pytest
from sqlalchemy import select

from service.store.articles import add_article, remove_article
from service.store.claims import find_claims_of
from service.store.copies import (
    Copy,
    find_alike,
    find_copies,
    find_group,
    find_untraced,
    replace_copies,
    replace_fingerprints,
)
from service.store.schema import copies, fingerprints, untraced

AT = "2025-12-12T00:00:00Z"


@pytest.fixture
def texts(writing, make):
    """Five articles, waiting to be looked at."""
    for outlet in "abcde":
        make.said(writing, make.article(f"Rain fell in {outlet}.", outlet), f"Rain fell in {outlet}.")
    return {text.article.outlet: text for text in find_untraced(writing, 10)}


def pair(connection, texts, one, *others, share=0.75):
    found = [Copy(texts[other].article_id, 90, share, whole=True) for other in others]
    replace_copies(connection, [(texts[one], found)])


def group(connection, texts, outlet):
    names = {text.article_id: name for name, text in texts.items()}
    return "".join(names[key] for key in find_group(connection, texts[outlet].article_id))


def test_a_current_text_waits_until_it_was_looked_at(writing, make, texts):
    assert set(texts) == set("abcde")
    pair(writing, texts, "a")
    assert {text.article.outlet for text in find_untraced(writing, 10)} == set("bcde")
    add_article(writing, make.article("Snow fell.", "a"), received_at="2025-12-11T00:00:00Z")
    (waiting,) = [text for text in find_untraced(writing, 10) if text.article.outlet == "a"]
    assert waiting.article.text == "Snow fell."
    pair(writing, texts, "a", "b")  # the text that was looked at is current no more
    assert find_copies(writing, texts["a"].article_id) == []
    assert len(find_untraced(writing, 10)) == 5


def test_the_likest_come_first_and_too_little_in_common_is_nothing(writing, texts):
    for outlet, prints in {"a": [1, 2, 3], "b": [1, 2, 9], "c": [1, 2, 3], "d": [3, -(2**63)], "e": []}.items():
        replace_fingerprints(writing, {texts[outlet].article_id: prints})
    names = {text.article_id: name for name, text in texts.items()}

    def alike(least):
        return "".join(names[key] for key in find_alike(writing, texts["a"].number, [1, 2, 3], least=least))

    assert (alike(1), alike(2), alike(3), alike(4)) == ("cbd", "cb", "c", "")
    replace_fingerprints(writing, {texts["c"].article_id: [2**63 - 1]})
    assert alike(1) == "bd"


def test_only_the_first_articles_with_a_print_and_the_likest_are_seen(writing, texts, monkeypatch):
    for text in texts.values():
        replace_fingerprints(writing, {text.article_id: [7]})
    monkeypatch.setattr("service.store.copies.MOST_OF_ONE_PRINT", 3)
    assert len(find_alike(writing, texts["e"].number, [7], least=1)) == 3
    monkeypatch.setattr("service.store.copies.MOST_ALIKE", 2)
    assert find_alike(writing, texts["e"].number, [7], least=1) == [texts[name].article_id for name in "ab"]


def test_pairs_make_groups_and_are_found_from_both_sides(writing, texts):
    pair(writing, texts, "b", "a")
    pair(writing, texts, "d", "c", share=0.5)
    assert (group(writing, texts, "a"), group(writing, texts, "c"), group(writing, texts, "e")) == ("b", "d", "")
    pair(writing, texts, "e", "b", "c")
    assert group(writing, texts, "d") == "abce"
    ours = find_copies(writing, texts["c"].article_id)
    assert [(copy.article_id, copy.share) for copy in ours] == [
        (texts["e"].article_id, 0.75),
        (texts["d"].article_id, 0.5),
    ]
    (claim,) = find_claims_of(writing, texts["e"].article_id)
    assert claim.source.text_group == find_claims_of(writing, texts["a"].article_id)[0].source.text_group is not None


def test_two_that_are_looked_at_together_make_one_pair(writing, make, texts):
    both = [(texts["a"], "b"), (texts["b"], "a"), (texts["c"], None)]
    found = [(text, [Copy(texts[other].article_id, 90, 0.75, whole=True)] if other else []) for text, other in both]
    add_article(writing, make.article("Snow fell.", "c"), received_at="2025-12-11T00:00:00Z")  # c has another text now
    replace_copies(writing, found)
    assert (group(writing, texts, "a"), group(writing, texts, "c")) == ("b", "")
    assert len(writing.execute(select(copies)).all()) == 1
    assert {text.article.outlet for text in find_untraced(writing, 10)} == set("cde")


def test_a_takedown_leaves_no_print_and_parts_what_only_it_joined(writing, texts):
    for text in texts.values():
        replace_fingerprints(writing, {text.article_id: [7, 8]})
    pair(writing, texts, "b", "a")
    pair(writing, texts, "c", "b")
    pair(writing, texts, "d", "c")
    remove_article(writing, texts["b"].article_id, removed_at=AT)
    assert (group(writing, texts, "a"), group(writing, texts, "c")) == ("", "d")
    assert find_claims_of(writing, texts["a"].article_id)[0].source.text_group is None
    assert len(writing.execute(select(fingerprints)).all()) == 8
    assert len(writing.execute(select(copies)).all()) == 1
    assert {row.article_id for row in writing.execute(select(untraced))} == {texts[name].article_id for name in "ae"}
    pair(writing, texts, "e", "b", "d")  # a worker that had found it before it went
    assert (group(writing, texts, "c"), find_copies(writing, texts["b"].article_id)) == ("de", [])
    replace_fingerprints(writing, {texts["b"].article_id: [7]})
    assert len(writing.execute(select(fingerprints)).all()) == 8


def test_many_prints_are_asked_about_in_several_runs(writing, texts):
    many = list(range(1, 46))
    for outlet, prints in {"a": many, "b": many[:21], "c": many[40:], "d": [46], "e": []}.items():
        replace_fingerprints(writing, {texts[outlet].article_id: prints})
    names = {text.article_id: name for name, text in texts.items()}

    def alike(least):
        return "".join(names[key] for key in find_alike(writing, texts["a"].number, many, least=least))

    assert (alike(1), alike(5), alike(6), alike(21), alike(22)) == ("bc", "bc", "b", "b", "")
