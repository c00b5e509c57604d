"""Topics: the quick look before words are read never passes over a text that is about the topic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.reports.targets import is_about, is_target, read_wanted

PIECES = ["strategy", "Strategies", "policy", "POLICIES", "bus", "buses", "O'Neil", "O’Neil's", "oneil", "boxes", "box",
          "plan's", "Straße", "strasse", "harbour-side", "the", "new", ",", "'", "’s"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("asked", "text", "about"),
    [
        ("strategy", "Both strategies were read aloud.", True),
        ("policies", "The policy stands.", True),
        ("O'Neil", "What ONeil said.", True),
        ("oneil", "It was O’Neil's idea.", True),
        ("box", "Two boxes were lost.", True),
        ("strasse", "An der Straße.", True),
        ("ferry", "The bridge was closed.", False),
        ("policy", "The police came.", False),
    ],
)
def test_a_text_is_about_the_topic_in_any_of_its_forms(asked, text, about):
    assert is_about(read_wanted(asked), text) is about


@given(asked=TEXTS, text=TEXTS)
def test_nothing_that_is_about_it_is_passed_over(asked, text):
    wanted = read_wanted(asked)
    if not wanted.may_stand_in(text):
        blind = type("Blind", (), {**vars(wanted), "may_stand_in": lambda *_: True})()
        assert not is_about(blind, text)
        assert not is_target(blind, text)
