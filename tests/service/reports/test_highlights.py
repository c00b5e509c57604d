"""Marks: the words of the reasons, in the quote, and only where the same words stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.base import Span
from service.reports.highlights import carry_over, find_parts

TEXT = "Dana Ruiz said 40 people died, and 40 houses burned."
QUOTE = "She said 40 people died, and 40 houses burned."


@pytest.mark.parametrize(
    ("words", "text", "quote", "marked"),
    [
        ("40 people", TEXT, TEXT, "40 people"),
        ("40 people", TEXT, QUOTE, "40 people"),
        ("Dana Ruiz", TEXT, QUOTE, None),
        ("40", TEXT, QUOTE, "40"),
        ("40", TEXT, "She said 40 people died.", None),
        ("4", "4 people", "40 people", None),
    ],
)
def test_a_span_is_carried_over_where_the_same_words_stand(words, text, quote, marked):
    start = text.index(words)
    found = carry_over([Span(start, start + len(words))], text, quote)
    assert [span.of(quote) for span in found] == ([marked] if marked else [])


def test_the_second_of_equal_words_stays_the_second():
    second = TEXT.rindex("40")
    assert carry_over([Span(second, second + 2)], TEXT, QUOTE) == (Span(QUOTE.rindex("40"), QUOTE.rindex("40") + 2),)


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-2, 32), st.integers(-2, 32)), max_size=5))
def test_the_parts_are_the_quote(quote, edges):
    claim = type("C", (), {"said": type("S", (), {"quote": quote, "text": quote})})
    parts = find_parts(claim, [Span(start, end) for start, end in edges])
    assert "".join(part.words for part in parts) == quote
