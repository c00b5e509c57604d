"""What is too weak for a speaker: deeds, what may be, side remarks; and columns, where more must speak for one."""

import pytest

from models.attribution import find_attributions
from models.attribution_quotes import find_quotations
from models.attribution_voice import is_own_voice

_COLUMN = "I like our dam, and you know it. " * 14
_REPORT = "The dam will hold, Ada Brandt said. " * 14


def told(text: str) -> list[str]:
    return [a.speaker.name for a in find_attributions(text) if a.primary]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nobody checked Ada Brandt's claim that the dam was safe.", []),
        ("The company may apply labels to notices to help people read them.", []),
        ("The company says it will apply labels to notices.", ["The company"]),
        ("What Orbel describes is worse: a story about bad bridges piled on bad roads.", []),
        ("The Velm Press receives support for health coverage from the Orbel Institute.", []),
        ("The survey asked people to rate the harbour and its roads.", []),
        ("The survey found that people like the harbour and its roads.", ["The survey"]),
    ],
)
def test_only_who_says_it_is_a_speaker(text: str, names: list[str]) -> None:
    assert told(text) == names


def test_a_column_is_told_by_its_own_voice() -> None:
    assert is_own_voice(_COLUMN, find_quotations(_COLUMN))
    assert not is_own_voice(_REPORT, find_quotations(_REPORT))
    assert not is_own_voice("I like our dam.", ())


def test_labels_of_questions_and_answers_are_no_speakers() -> None:
    text = "Q: Who pays?\n\nA: The town pays for it.\n\nQ: Is it safe?\n\nA: It is safe, according to the Harbour Fund."
    assert told(text) == ["the Harbour Fund"]
