"""Reasons are shown only when their words stand where they say; highlights never overlap."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.base import Span
from service.domain.reasons import Reason, is_verified, merge_spans

A, B = "At least 40 died.", "Exactly 31 died."


@pytest.mark.parametrize(
    ("reason", "verified"),
    [
        (Reason("“At least 40” and “31”.", (Span(0, 11),), (Span(8, 10),)), True),
        (Reason("“At least 40” and “31”.", (Span(0, 11),), ()), False),
        (Reason("“At least 50” and “31”.", (Span(0, 11),), (Span(8, 10),)), False),
        (Reason("“31” and “At least 40”.", (Span(8, 10),), (Span(0, 11),)), False),
        (Reason("“At least 40”.", (Span(0, 11), Span(5, 99)), ()), False),
        (Reason("“”.", (Span(3, 3),), ()), False),
        (Reason("5 days lie between them."), True),
    ],
)
def test_a_reason_stands_on_words(reason, verified):
    assert is_verified(reason, A, B) is verified


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=8)


@given(SPANS)
def test_merged_spans_cover_the_same_and_do_not_touch(spans):
    merged = merge_spans(spans)
    assert {i for s in spans for i in range(s.start, s.end)} == {i for s in merged for i in range(s.start, s.end)}
    assert all(p.end < q.start for p, q in pairwise(merged))
