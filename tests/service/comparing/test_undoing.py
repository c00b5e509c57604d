"""What two statements would say without what clashes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.base import Span
from service.comparing.undoing import MOST, affirm, undo
from service.domain.claims import Statement


def affirmed(text, cue):
    start = text.index(cue)
    return affirm(text, Span(start, start + len(cue)))


def texts(a, b):
    return [(undone.a.text, undone.b.text) for undone in undo(Statement(a), Statement(b))]


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("The dam did not break.", "not", "The dam did break."),
        ("The dam didn't break.", "n't", "The dam did break."),
        ("They won’t pay.", "n’t", "They will pay."),
        ("It is no longer open.", "no", "It is still open."),
        ("No casualties were found.", "No", "casualties were found."),
        ("Rell denied telling Orsk.", "denied", "Rell confirmed telling Orsk."),
        ("She refused to testify.", "refused", "She agreed to testify."),
        ("Rell dismissed reports of a leak.", "dismissed reports", "Rell accepted reports of a leak."),
        ("He did not, they said.", "not", "He did , they said."),
        ("It is no\u00a0longer open.", "no", "It is still open."),
        ("No-one came.", "No", "somebody came."),
        ("The army denıed it.", "denıed", "The army confirmed it."),
        ("THE ARMY WİTHOUT AID.", "WİTHOUT", "THE ARMY with AID."),
    ],
)
def test_a_negation_is_taken_back(text, cue, expected):
    assert affirmed(text, cue) == expected


def test_a_word_that_negates_in_no_known_way_stays():
    assert affirmed("The dam is intact.", "intact") is None


def test_a_denial_becomes_what_it_denies():
    claim = "Orsk said Rell told him to hold the aid."
    assert texts("Rell never told Orsk to hold the aid.", claim) == [("Rell told Orsk to hold the aid.", claim)]


def test_either_side_may_be_the_one_that_denies():
    claim = "Orsk said Rell told him to hold the aid."
    assert texts(claim, "Rell never told Orsk to hold the aid.") == [(claim, "Rell told Orsk to hold the aid.")]


def test_numbers_that_differ_become_one_on_the_same_side_for_either_order():
    more, less = "The flood in Velmora killed 40 people.", "The flood in Velmora killed 12 people."
    assert texts(more, less) == [(more, more)]
    assert texts(less, more) == [(more, more)]


def test_opposites_become_one_word():
    assert texts("Velmora's court upheld the ban.", "Velmora's court overturned the ban.") == [
        ("Velmora's court upheld the ban.", "Velmora's court upheld the ban.")
    ]


WORDS = st.sampled_from("Rell Orsk did not never 40 12 crowns paid denied rose fell by and , .".split())
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@given(TEXTS, TEXTS)
def test_either_order_is_undone_in_the_same_ways(first, second):
    there, back = (undo(Statement(a), Statement(b)) for a, b in ((first, second), (second, first)))
    assert {(one.a.text, one.b.text) for one in there} == {(one.b.text, one.a.text) for one in back}


def test_a_number_is_tried_beside_many_negations():
    many = "Rell did not go. Orsk did not stay. Vell did not call. Tam did not pay 40 crowns to Una."
    assert any("12 crowns" in a or "40 crowns" in b for a, b in texts(many, "Tam paid 12 crowns to Una."))


def test_where_nothing_clashes_nothing_is_undone():
    assert texts("The dam broke at dawn.", "Rescuers reached the valley.") == []


def test_what_was_undone_is_told_with_its_place():
    (undone,) = undo(Statement("The dam did not break."), Statement("The dam broke."))
    assert undone.sentence == "Without “not”"
    assert undone.spans == ((Span(12, 15),), ())


def test_a_sentence_of_many_negations_is_tried_in_a_few_ways():
    many = "Rell did not go. Orsk did not stay. Vell did not call. Tam did not write. Una did not sleep."
    assert len(texts(many, "Rell said all of it.")) == MOST
