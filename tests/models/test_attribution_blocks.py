import pytest

from models.attribution import find_attributions, find_quotations
from models.extraction import extract


def told(text: str) -> list[tuple[str, str | None]]:
    return [(c.quote, c.speaker.name if c.speaker else None) for c in extract(text)]


@pytest.mark.parametrize(
    ("lead_in", "name"),
    [
        ("The statement said:", "The statement"),
        ("Her letter reads:", "Her letter"),
        ("In a piece for the Velm Post, Odo Rell wrote:", "Odo Rell"),
        ("Later that day, Odo Rell tweeted:", "Odo Rell"),
    ],
)
def test_the_paragraph_after_a_lead_in_is_direct_words(lead_in: str, name: str) -> None:
    block = "The bridge has been a ruin for years.\n\nThe council met on Monday."
    assert told(f"{lead_in}\n\n{block}") == [
        ("The bridge has been a ruin for years.", name),
        ("The council met on Monday.", None),
    ]


def test_quoted_paragraphs_after_a_lead_in_go_on() -> None:
    found = told("Her letter reads:\n\n“The bridge is safe. We checked it.”\n\n“Nobody was hurt when the wall fell.”")
    assert [name for _, name in found] == ["Her letter"] * 3


@pytest.mark.parametrize(
    "lead_in",
    [
        "Odo Rell asked for three things in his talk:",
        "The port is shut for these reasons:",
        "Odo Rell said that three bridges would be shut:",
        "Two more witnesses will testify this week:",
        "Odo Rell read them aloud in the hall of Velm:",
    ],
)
def test_a_colon_before_the_story_s_own_words(lead_in: str) -> None:
    found = told(f"{lead_in}\n\nThe bridge has been a ruin for years.")
    assert found[-1] == ("The bridge has been a ruin for years.", None)
    assert found[0][0] == lead_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("As the Velm Post reports, the bridge in Orsk has been shut since May.", "the Velm Post"),
        ("As the Velm Post put it, the bridge in Orsk was shut in May.", "the Velm Post"),
        ("The bridge in Orsk, as Odo Rell notes, was shut in May.", "Odo Rell"),
    ],
)
def test_as_somebody_reports(text: str, name: str) -> None:
    assert [a.speaker.name for a in find_attributions(text) if a.primary] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "As part of the reports, the bridge in Orsk was measured in May.",
        "The singer left as the host of the show after a decade-old joke.",
        "The town saw it as a way of ending the street protests.",
        "As the council put the plan away, it rained in Orsk.",
    ],
)
def test_as_that_attributes_nothing(text: str) -> None:
    assert find_attributions(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Odo Rell said: ‘The dam is safe. The workers’ homes are dry.’",
            ["‘The dam is safe. The workers’ homes are dry.’"],
        ),
        ("Odo Rell said: 'The dam is safe. We've checked it.'", ["'The dam is safe. We've checked it.'"]),
        ("'The dam is safe,' he said. 'It will hold.'", ["'The dam is safe,'"]),
        ("He said: 'We saw it.\n\n'It was dark.'", ["'We saw it.", "'It was dark.'"]),
        ("Rell: 'I don't know' if the dam holds", []),
        ("The dogs' owner said: 'Twas dark in the workers' homes", []),
        ("He said: 'The “old” dam is safe.'", ["“old”"]),
    ],
)
def test_quotations_in_single_marks(text: str, expected: list[str]) -> None:
    assert [q.span.of(text) for q in find_quotations(text)] == expected


def test_sentences_in_single_marks_belong_to_one_speaker() -> None:
    text = "Odo Rell said: 'The dam is safe. It will hold for years. We checked it.' The council met on Monday."
    assert [name for _, name in told(text)] == ["Odo Rell"] * 3 + [None]


def test_inverted_word_before_a_colon_is_no_part_of_the_name() -> None:
    text = "Odo Rell runs the port.\n\nContinued Rell: “The old dam is safe and will hold.”"
    assert [a.speaker.mention for a in find_attributions(text)] == ["Rell"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The farmers of Orsk have signed a petition against the dam, the Velm Post reports.", ["the Velm Post"]),
        ("He is in line with Sen. Ada Brandt of Velm, who said this week that the dam was safe.", ["Ada Brandt"]),
        ("Students who wish to learn more can still find courses in Velm.", []),
        ("The plan has already rankled lawmakers who demand that the council vote first.", []),
        ("Odo Rell, who wishes to see the dam closed, lives in Orsk.", ["Odo Rell"]),
        ("Students who said that the dam was safe met in Velm.", ["Students"]),
    ],
)
def test_who_says_it_and_who_is_only_described(text: str, names: list[str]) -> None:
    found = [a.speaker.name for a in find_attributions(text) if a.primary]
    assert [name.removeprefix("Sen. ").removesuffix(" of Velm") for name in found] == names


def test_a_thing_in_capitals_is_nobody_whom_he_means() -> None:
    text = "The council read the Privacy Policy of the port on Monday. “It is a disgrace for all of us,” he said."
    assert [a.speaker.name for a in find_attributions(text) if a.primary][-1] == "he"
