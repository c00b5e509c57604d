"""Who is not the speaker: whom a sentence only names, and whose words are only a part of it."""

import pytest

from models.attribution import find_attributions


def told(text: str) -> list[str]:
    return [a.speaker.name for a in find_attributions(text) if a.primary]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A spokesman for Mayor Ada Brandt said the dam was safe.", ["A spokesman for Mayor Ada Brandt"]),
        ("Mayor Ada Brandt said the dam was safe.", ["Ada Brandt"]),
        ("Rell, told lawmakers behind closed doors that the dam was not safe.", ["Rell"]),
        ("After Odo Rell announced the deal, Ada Brandt said she would wait for the vote.", ["Ada Brandt"]),
        ("“It will hold,” Odo Rell said of Ada Brandt, who suggested that the dam was old.", ["Odo Rell"]),
        ("Ada Brandt never disclosed to the council that she owned the port.", []),
        ("Ada Brandt disclosed to the council that she owned the port.", ["Ada Brandt"]),
        ("The share of adults who say they trust the port has fallen by ten points since May.", []),
        ("Adults in Velm say they trust the port.", ["Adults in Velm"]),
        ("The council liked the Velm Post's reporting on the dam and the port.", []),
        ("Odo Rell would probably describe the dam as a wonder of the world.", []),
        ("What if those engineers believe that the dam is safe?", []),
        ("Engaging in talks allows both towns to say that the dam is safe.", []),
        ("Odo Rell, an engineer in Velm, who was at the dam, said it was safe.", ["Odo Rell"]),
        ("The harbour office, according to a separate, year-old memo, was shut.", ["a separate, year-old memo"]),
        ("Pence said that the dam was safe.", ["Pence"]),
    ],
)
def test_who_says_it_and_who_does_not(text: str, names: list[str]) -> None:
    assert told(text) == names


def test_a_pronoun_is_never_somebody_of_the_other_gender_or_only_quoted() -> None:
    opening = "Karl Munt spoke first. Mary Brandt left.\n"
    assert told(opening + "“We trust Mary Brandt,” Karl Munt said. He added that the dam was safe.")[-1] == "Karl Munt"
    assert told(opening + "Mary Brandt said the dam was old. He said that it was safe.")[-1] == "He"
    assert told(opening + "“Karl Munt knows it best.”\n\nThe dam is old, he said.")[-1] == "he"


def test_a_name_that_opens_a_sentence_between_may_be_meant_too() -> None:
    text = "Karl Munt said the dam was safe. {} He said nobody had checked it."
    assert told(text.format("Rell was angry."))[-1] == "He"
    assert told(text.format("Nobody was angry."))[-1] == "Karl Munt"


def test_words_that_go_on_belong_to_who_opened_them() -> None:
    text = (
        "“So you may not send them?” one reporter asked, to which Ada Brandt replied: “You ask me that now."
        " That was never our plan.”"
    )
    assert told(text) == ["one reporter", "Ada Brandt"]


def test_who_did_something_is_not_quoted_in_the_next_paragraph() -> None:
    quotation = "\n\n“The dam is old and will not hold,” the plan says nothing of it."
    assert told("Odo Rell said the dam was old.\n\n“It will never hold another winter.”") == ["Odo Rell", "Odo Rell"]
    assert told("Odo Rell praised the dam.\n\n“It will never hold another winter.”" + quotation)[:2] != ["Odo Rell"] * 2


def test_turns_of_a_transcript_belong_to_their_labels() -> None:
    turns = "MUNT: Is the dam safe?\n\nBRANDT: We checked it twice.\n\nMUNT: And the port?\n\nBRANDT: It is shut."
    assert told(turns) == ["MUNT", "BRANDT", "MUNT", "BRANDT"]
    assert told("Update: The dam is safe.\n\nNote: The port is shut.") == []


def test_father_and_son_are_told_apart_or_left() -> None:
    assert told("Odo Rell and Odo Rell Jr. met. Rell said the dam was safe.") == ["Rell"]
    assert told("Odo Rell and Ada Brandt met. Rell said the dam was safe.") == ["Odo Rell"]
