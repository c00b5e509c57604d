"""Each factor of the worth moves it the way it promises, and nothing else does."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.worth import Signs, find_worth

TODAY = "2026-03-15T10:00:00Z"
PLAIN = Signs("changed", 0.5, independent=True, newest="2026-03-14", pairs=1, checkworthiness=0.5)


def worth(signs=PLAIN, **changed):
    return find_worth(replace(signs, **changed), today=TODAY).value


def test_the_worth_is_the_product_of_factors_that_can_be_told():
    found = find_worth(replace(PLAIN, pairs=2, newest="2026-03-01"), today=TODAY)
    assert (found.relation, found.certainty, found.origins) == (0.7, pytest.approx(0.6), 1.0)
    assert (found.recency, found.copies, found.checkworthiness) == (0.9, 1.1, pytest.approx(0.7))
    assert found.value == pytest.approx(0.7 * 0.6 * 0.9 * 1.1 * 0.7)


@pytest.mark.parametrize(
    ("name", "rising"),
    [
        ("relation", ["agrees", "framing", "changed", "contradicts"]),
        ("confidence", [None, 0.1, 0.5, 0.9]),
        ("independent", [False, True]),
        ("newest", [None, "2026-01-20", "2026-02-20", "2026-03-09T12:00:00Z"]),
        ("newest", ["2024-12-31", "2025-04"]),
        ("pairs", [1, 2, 4, 8]),
        ("checkworthiness", [0.0, 0.4, 1.0]),
    ],
)
def test_all_else_being_equal_each_sign_raises_it(name, rising):
    values = [worth(**{name: value}) for value in rising]
    assert values == sorted(set(values))


def test_a_sure_agreement_comes_after_a_contradiction_that_reports_show():
    assert worth(relation="agrees", confidence=0.95) < worth(relation="contradicts", confidence=0.15)


def test_what_is_not_reviewed_is_worth_nothing():
    assert worth(relation="related") == worth(relation="unrelated") == 0.0


signs = st.builds(
    Signs,
    relation=st.sampled_from(["agrees", "framing", "changed", "contradicts"]),
    confidence=st.floats(0, 1),
    independent=st.booleans(),
    newest=st.none() | st.dates().map(str),
    pairs=st.integers(1, 500),
    checkworthiness=st.floats(0, 1),
)


@given(signs)
def test_the_worth_lies_between_nothing_and_all_factors_together(given_signs):
    assert 0 < worth(given_signs) <= 1.3 + 1e-9


@given(signs)
def test_for_a_blind_reviewer_the_machine_has_no_part_in_it(given_signs):
    blind = find_worth(replace(given_signs, relation=None, confidence=None), today=TODAY)
    told = find_worth(given_signs, today=TODAY)
    assert (blind.relation, blind.certainty) == (1.0, 1.0)
    assert replace(told, relation=1.0, certainty=1.0) == blind
