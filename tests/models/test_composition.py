import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.base import Span
from models.composition import _find_followers, compose
from models.extraction import extract

COMPOSING = st.text(
    st.sampled_from("éa\u0301\u0323oe\u1100\u1161\u11a8\u09c7\u09be\u0344\u0f73\u0f71가각 ."), max_size=30
)
ARTICLE = (
    "Odo Rèll said on Friday that the café of Vélm had burned. He noted that 40 chairs were lost.\n"
    "“We wépt,” said Zoë Brandt, a spokeswoman for the harbour office."
)


@given(st.text() | COMPOSING)
def test_any_text_is_composed_as_unicode_says_and_every_part_has_its_origin(text: str) -> None:
    composed = compose(text)
    assert composed.text == unicodedata.normalize("NFC", text)
    for at in range(len(composed.text)):
        origin = composed.find_origin(Span(at, at + 1))
        assert 0 <= origin.start < origin.end <= len(text)
        back = composed.find_composed(origin)
        assert back.start <= at < back.end


def test_origins_are_whole_letters() -> None:
    text = "cafe\u0301s"
    composed = compose(text)
    assert composed.text == "cafés"
    assert composed.find_origin(Span(3, 4)) == Span(3, 5)
    assert composed.find_composed(Span(4, 5)) == Span(3, 4)
    assert compose("cafés").find_origin(Span(3, 4)) == Span(3, 4)


def test_the_blocks_looked_at_hold_all_that_composes() -> None:
    pairs = (unicodedata.decomposition(chr(code)).split() for code in range(0x110000))
    seconds = {chr(int(pair[1], 16)) for pair in pairs if len(pair) == 2 and not pair[0].startswith("<")}
    assert {sign for sign in seconds if unicodedata.combining(sign) == 0} <= _find_followers()


@pytest.mark.parametrize("form", ["NFD", "NFKD"])
def test_the_same_article_in_another_form_gives_the_same_claims_in_its_own_words(form: str) -> None:
    composed = extract(ARTICLE, published_at="2021-10-31")
    text = unicodedata.normalize(form, ARTICLE)
    found = extract(text, published_at="2021-10-31")
    assert [c.text for c in found] == [c.text for c in composed]
    assert [c.speaker.name for c in found if c.speaker] == [c.speaker.name for c in composed if c.speaker]
    assert all(text[c.start : c.end] == c.quote for c in found)
    assert all(text[c.speaker.start : c.speaker.end] == c.speaker.mention for c in found if c.speaker)
    assert found[0].quote != composed[0].quote


def test_what_is_passed_over_is_not_read_and_the_way_back_leads_around_it():
    text = "Ada junk e\u0301te"
    composed = compose(text, [Span(3, 8)])
    assert composed.text == "Ada \u00e9te"
    assert composed.find_origin(Span(0, 3)) == Span(0, 3)
    assert composed.find_origin(Span(3, 5)) == Span(8, 11)
    assert composed.find_origin(Span(0, 7)) == Span(0, len(text))


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=4))
def test_every_code_point_read_leads_to_one_that_was_not_passed_over(text, cuts):
    passed = [Span(start, start + length) for start, length in sorted(cuts)]
    composed = compose(text, passed)
    inside = {at for span in passed for at in range(span.start, span.end)}
    left = "".join(sign for at, sign in enumerate(text) if at not in inside)
    assert unicodedata.normalize("NFC", composed.text) == unicodedata.normalize("NFC", left)
    for at in range(len(composed.text)):
        origin = composed.find_origin(Span(at, at + 1))
        assert not inside & set(range(origin.start, origin.end))
