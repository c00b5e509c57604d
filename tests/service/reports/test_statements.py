"""Which agreeing pairs are one statement, and in which order statements come."""

import pytest

from service.domain.outlines import Outline
from service.reports.folding import fold
from service.reports.statements import join_statements


@pytest.fixture
def folds(make):
    """Folds of agreeing pairs: each of two (words, outlet), or three with why both are one origin."""

    def made(*pairs):
        found = []
        for (a, one), (b, other), *about in pairs:
            sides = make.claim(a, one), make.claim(b, other)
            found.append(make.pair(*sides, "agrees", one_origin=about[0] if about else None))
        return fold(map(Outline.of, found))

    return made


def outlets_of(statements):
    return [sorted({mark.source.outlet for mark in one.marks}) for one in statements]


def test_pairs_that_share_a_claim_are_one_statement_and_others_are_not(folds):
    pairs = (("It sank.", "A"), ("It went down.", "B")), (("It sank.", "A"), ("It is lost.", "C"))
    other = ("It burned.", "D"), ("It was on fire.", "E")
    found = join_statements(folds(*pairs, other), {})
    assert outlets_of(found) == [["A", "B", "C"], ["D", "E"]]
    assert [one.origins for one in found] == [3, 2]
    assert found[0].shown.id == "A: It sank. / B: It went down."


def test_pairs_of_one_fact_are_one_statement_without_a_common_claim(folds):
    pairs = folds((("It sank.", "A"), ("It went down.", "B")), (("It is lost.", "C"), ("It is gone.", "D")))
    one_fact = {"A: It sank.": "f", "D: It is gone.": "f"}
    assert outlets_of(join_statements(pairs, one_fact)) == [["A", "B", "C", "D"]]
    assert len(join_statements(pairs, one_fact | {"D: It is gone.": "g"})) == 2


def test_a_chain_is_followed_no_further_than_from_the_leading_pair(folds):
    chain = [f"Step {n}." for n in range(5)]
    pairs = folds(*(((chain[n], "ABCDE"[n]), (chain[n + 1], "ABCDE"[n + 1])) for n in range(4)))
    assert outlets_of(join_statements(pairs, {})) == [["A", "B", "C"], ["C", "D", "E"]]


def test_statements_of_most_origins_come_first_and_those_of_one_last(folds):
    copied = ("It sank.", "A"), ("It sank again.", "B"), "Both quote the same words."
    two = ("It burned.", "C"), ("It was on fire.", "D")
    three = (("It is blue.", "E"), ("It is of blue.", "F")), (("It is blue.", "E"), ("Blue it is.", "G"))
    found = join_statements(folds(copied, two, *three), {})
    assert [one.origins for one in found] == [3, 2, 1]


def test_whoever_only_passes_on_the_same_words_adds_no_origin(folds):
    own = ("It sank.", "A"), ("It went down.", "B")
    passed_on = ("It sank.", "A"), ("It has sunk.", "C"), "Both quote the same words."
    (statement,) = join_statements(folds(own, passed_on), {})
    assert (outlets_of([statement]), statement.origins) == ([["A", "B", "C"]], 2)


def test_the_very_same_words_of_two_articles_are_one_origin_of_a_statement(folds):
    pairs = (("It sank.", "A"), ("It went down.", "B")), (("It sank.", "C"), ("It is lost.", "D"))
    (statement,) = join_statements(folds(*pairs), {})
    assert (outlets_of([statement]), statement.origins) == ([["A", "B", "C", "D"]], 3)
