from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.attribution import find_attributions, find_quotations


def speakers(text: str) -> list[tuple[str, str, str]]:
    return [(a.speaker.name, a.speaker.cue, a.stance) for a in find_attributions(text) if a.primary]


@pytest.mark.parametrize(
    ("text", "name", "cue", "stance"),
    [
        ("The dam is safe, Ada Brandt said.", "Ada Brandt", "said", "reports"),
        ("“The dam is safe and will hold,” said Ada Brandt.", "Ada Brandt", "said", "quotes"),
        ("“The dam is safe and will hold,” Ada Brandt said.", "Ada Brandt", "said", "quotes"),
        ("Ada Brandt said that the dam was safe.", "Ada Brandt", "said", "reports"),
        ("Ada Brandt, who runs the dam, said it was safe.", "Ada Brandt", "said", "reports"),
        ("Ada Brandt, the minister's spokeswoman, told reporters the dam was safe.", "Ada Brandt", "told", "reports"),
        ("The dam is safe, according to Ada Brandt.", "Ada Brandt", "according to", "reports"),
        ("According to the harbour office, the dam is safe.", "the harbour office", "According to", "reports"),
        ("A senior port official said the dam was safe.", "A senior port official", "said", "reports"),
        ("Velmian diplomats insisted that the talks went on.", "Velmian diplomats", "insisted", "reports"),
        ("Officials in both cities say the talks help.", "Officials in both cities", "say", "reports"),
        ("Now, one diplomat said, the city is waiting.", "one diplomat", "said", "reports"),
        ("The company denied that it had dumped oil.", "The company", "denied", "denies"),
        ("The port authority dismissed claims that it had dumped oil.", "The port authority", "dismissed", "denies"),
        ("Brandt rebutted the allegation that the dam leaked.", "Brandt", "rebutted", "denies"),
        ("The minister did not say that the dam was safe.", "The minister", "say", "denies"),
        ("The Velm Institute warned that the dam may fail.", "The Velm Institute", "warned", "reports"),
        ("The report found that 12 bridges were unsafe.", "The report", "found", "reports"),
        ("“It will not hold,” Sen. Roy Blank, R-Mo., who is leaving, said Monday.", "Roy Blank", "said", "quotes"),
        ("An aide who had access to the files told the Velm Post.", "An aide", "told", "reports"),
        ("Orsk this week announced a new ferry.", "Orsk", "announced", "reports"),
        ("The port wants to save €60m by 2027, said Ada Brandt.", "Ada Brandt", "said", "reports"),
        ("The operator, Orsk & Isle Lines, denied having seen it.", "Orsk & Isle Lines", "denied", "denies"),
        ("Residents fear the dam will fail.", "Residents", "fear", "reports"),
        ("Engineers are confident that the dam will hold.", "Engineers", "confident", "reports"),
        ("Odo Rell, citing the cold, postponed the vote.", "Odo Rell", "citing", "reports"),
        ("Ada Brandt, a prominent analyst who advises the port, said it was safe.", "Ada Brandt", "said", "reports"),
        ("The deal was condemned by Velmian farmers.", "Velmian farmers", "condemned by", "reports"),
        ("The mayor shook her head and said the dam was safe.", "The mayor", "said", "reports"),
        ("Ms. Brandt declined to say whether the dam was safe.", "Brandt", "say", "denies"),
        ("Sen. Roy Blank, R-Mo., told Velm News that the polls were wrong.", "Roy Blank", "told", "reports"),
        ("Sen. Roy Blank (R-Mo.), said the polls were wrong.", "Roy Blank", "said", "reports"),
        ("In July, Ada Brandt, head of the port, told the Post it was shut.", "Ada Brandt", "told", "reports"),
        ("Polls show that most people in Velm want the dam closed.", "Polls", "show", "reports"),
        ("Most people in Velm want the dam closed, new survey reports show.", "new survey reports", "show", "reports"),
        ("The dam is not such a bad thing either, say some engineers.", "some engineers", "say", "reports"),
        ("She's hoping that the port of Velm will open again in May.", "She", "hoping", "reports"),
        ("What's more, they note, there are plenty of other roads.", "they", "note", "reports"),
        ("Ada Brandt was quoted as saying that the dam was safe.", "Ada Brandt", "saying", "reports"),
        ("Ada Brandt keeps saying that the harbour will open again.", "Ada Brandt", "saying", "reports"),
        ("“The whole town was asleep by then,” said former mayor Odo Rell.", "Odo Rell", "said", "quotes"),
        ("“The whole town was asleep by then,” grunted Odo Rell.", "Odo Rell", "grunted", "quotes"),
        ("“The whole town was asleep by then,” Odo Rell grunted.", "Odo Rell", "grunted", "quotes"),
        ("“The whole town was asleep by then,“ said Odo Rell.", "Odo Rell", "said", "quotes"),
        ("Odo Rell greeted the crowd, telling reporters that the dam was safe.", "Odo Rell", "telling", "reports"),
        ("The union accused Odo Rell of hiding the report on the dam.", "The union", "accused", "reports"),
        ("Shipowners urged the city council to keep the docks open.", "Shipowners", "urged", "reports"),
        (
            "The Velm Bridge Board (VBB), a small body, said the dam was safe.",
            "The Velm Bridge Board",
            "said",
            "reports",
        ),
        ("The union found that the port had paid too little.", "The union", "found", "reports"),
        ("The survey found that 45 percent of people were for the plan.", "The survey", "found", "reports"),
        ("“The old dam,” Ada Brandt said, “is as safe as ever.”", "Ada Brandt", "said", "quotes"),
        ("The mayor never said that the dam was safe.", "The mayor", "said", "denies"),
        ("Odo Rell admitted that the dam had a crack.", "Odo Rell", "admitted", "reports"),
        ("The union claimed that the port had paid too little.", "The union", "claimed", "reports"),
        ("The mayor called the dam “as safe as ever”.", "The mayor", "called", "reports"),
        ("The ministry said in a statement that the dam was safe.", "The ministry", "said", "reports"),
        ("Both sides warned that the talks could fail within days.", "Both sides", "warned", "reports"),
        ("Odo Rell, his spokesman said, will not sign the new treaty.", "his spokesman", "said", "reports"),
        ("The dam is safe and sound – ministry", "ministry", "–", "reports"),
        ("“The whole town was asleep,” agreed a former port official.", "a former port official", "agreed", "quotes"),
        ("“The whole town was asleep by then,” said Sung Won Dahn.", "Sung Won Dahn", "said", "quotes"),
        ("The harbourmaster of Port Selwick said it was safe.", "The harbourmaster of Port Selwick", "said", "reports"),
        ("The Institute of Public Health said it was safe.", "The Institute of Public Health", "said", "reports"),
        (
            "Ada Brandt of the Centre for Dam Studies said it was safe.",
            "Ada Brandt of the Centre for Dam Studies",
            "said",
            "reports",
        ),
        ("Sung Won Dahn said that the dam was safe.", "Sung Won Dahn", "said", "reports"),
        (
            "Officials monitoring the situation said the dam was safe.",
            "Officials monitoring the situation",
            "said",
            "reports",
        ),
        ("Last week the company said the dam was safe.", "the company", "said", "reports"),
        ("In 2016 the company said the dam was safe.", "the company", "said", "reports"),
        ("Late Thursday night, the ministry said the dam was safe.", "the ministry", "said", "reports"),
        ("The ministry late on Thursday said the dam was safe.", "The ministry", "said", "reports"),
        ("The mayor added the city would mend the dam.", "The mayor", "added", "reports"),
        ("The mayor added later that the dam was safe.", "The mayor", "added", "reports"),
        ("The House majority leader, Ada Brandt, said the dam was safe.", "Ada Brandt", "said", "reports"),
        ("House majority leader Ada Brandt said the dam was safe.", "Ada Brandt", "said", "reports"),
        ("Secretary of State Ada Brandt said the dam was safe.", "Ada Brandt", "said", "reports"),
        (
            "Gov. Ada Brandt and Mayor Odo Rell said it was safe.",
            "Gov. Ada Brandt and Mayor Odo Rell",
            "said",
            "reports",
        ),
        ("Ministry: The dam is safe and sound", "Ministry", ":", "reports"),
    ],
)
def test_forms_of_attribution(text: str, name: str, cue: str, stance: str) -> None:
    assert speakers(text) == [(name, cue, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "The dam was built by three companies.",
        "The claims of the past are forgotten.",
        "Three reports were lost in the fire.",
        "Swing states that border the sea voted first.",
        "The plan was described as ambitious.",
        "Three bodies were found by divers.",
        "I think the weather was fine.",
        "The town called off its fair.",
        "Update: the road is closed again now.",
        "Norbert Toll shaped the new station – a wonder",
        "The road, long and dark – Velm",
        "The port of Velm lost its allowance in the flood.",
        "The notes of the meeting were shown to nobody.",
        "Odo Rell continued to influence the talks in the harbour office.",
        "The union must choose between two roads, signaling its will to stay.",
        "The port has already found ways to use the new law.",
        "Odo Rell is crucial for understanding how the port was built.",
        "The two rivals on the river quietly seek areas of accord - The Velm Times",
        "The mayor of Velm released four white doves from the bridge on Sunday.",
        "“No comment” signs hung all over the harbour.",
        "We think the weather was fine on that day.",
    ],
)
def test_what_attributes_nothing(text: str) -> None:
    assert speakers(text) == []


def test_relative_clause_gives_the_pronoun_and_the_name() -> None:
    text = "The harbour belongs to Ada Brandt, who says that the walls will hold."
    (found,) = find_attributions(text)
    speaker = found.speaker
    assert (speaker.name, speaker.mention, text[speaker.start : speaker.end]) == ("Ada Brandt", "who", "who")


def test_headline_dash_needs_a_body_or_a_name_that_the_article_repeats() -> None:
    text = "The dam is safe and sound – Brandt\nThe dam lies above Velm. Ada Brandt runs it."
    assert speakers(text)[0] == ("Ada Brandt", "–", "reports")
    assert speakers("The dam is safe and sound – Brandt\nThe dam lies above Velm.") == []


def test_quotation_goes_on_without_a_verb() -> None:
    text = "“We were never asked,” said Ada Brandt. “Nobody called us. Nobody wrote.”"
    assert [name for name, _, _ in speakers(text)] == ["Ada Brandt"] * 3


def test_sentences_before_the_verb_belong_to_the_speaker_who_closes_the_quotation() -> None:
    text = "Odo Rell arrived late.\n“The road was blocked. We waited for hours,” Ada Brandt said."
    assert [name for name, _, _ in speakers(text)] == ["Ada Brandt", "Ada Brandt"]


def test_name_role_and_mention() -> None:
    text = "“It is still the biggest threat to us all,” Gen. Pia J. Rusk, who will retire soon, told reporters."
    (found,) = find_attributions(text)
    speaker = found.speaker
    assert (speaker.name, speaker.role, speaker.mention) == ("Pia J. Rusk", "Gen.", "Gen. Pia J. Rusk")
    assert text[speaker.start : speaker.end] == speaker.mention


def test_title_and_office_are_both_kept() -> None:
    text = "“It is the biggest threat,” Gen. Pia J. Rusk, vice chairman of the Velm Defence Board, told reporters."
    (found,) = find_attributions(text)
    assert (found.speaker.name, found.speaker.role) == (
        "Pia J. Rusk",
        "Gen., vice chairman of the Velm Defence Board",
    )
    later = text + " Then she left. Ships wait. General Rusk denied that the board had met."
    assert [a.speaker.name for a in find_attributions(later)] == ["Pia J. Rusk", "Pia J. Rusk"]


def test_role_from_the_apposition() -> None:
    (found,) = find_attributions("“The road is closed now,” said Odo Rell, a trade expert at the Institute of Velm.")
    assert (found.speaker.name, found.speaker.role) == ("Odo Rell", "a trade expert at the Institute of Velm")


def test_name_in_the_apposition_of_a_role() -> None:
    (found,) = find_attributions("Its spokeswoman, Ada Brandt, admitted that the dam had a crack.")
    assert (found.speaker.name, found.speaker.role, found.speaker.mention) == (
        "Ada Brandt",
        "Its spokeswoman",
        "Its spokeswoman",
    )


def test_an_office_is_its_only_holder() -> None:
    text = "Ada Brandt, a spokeswoman for the port, said it was shut. Ships wait. The spokeswoman denied any fault."
    assert [a.speaker.name for a in find_attributions(text)] == ["Ada Brandt", "Ada Brandt"]


def test_partial_names_and_pronouns_resolve_when_certain() -> None:
    text = (
        "Odo K. Rell, the mayor of Velm, said the bridge was safe. He noted that engineers had checked it.\n"
        "Mr. Rell said the work was done."
    )
    found = [(a.speaker.name, a.speaker.mention) for a in find_attributions(text)]
    assert found == [("Odo K. Rell", "Odo K. Rell"), ("Odo K. Rell", "He"), ("Odo K. Rell", "Mr. Rell")]


def test_pronoun_stays_when_two_could_be_meant() -> None:
    text = "Odo Rell said the bridge was safe. Karl Munt stood next to him. He said nobody had checked it."
    assert [a.speaker.name for a in find_attributions(text) if a.speaker.mention == "He"] == ["He"]


def test_surname_of_two_people_stays() -> None:
    text = "Odo Rell and Mia Rell came. Rell said the bridge was safe."
    assert [a.speaker.name for a in find_attributions(text)] == ["Rell"]


def test_pronoun_of_the_other_gender_stays() -> None:
    text = "Mr. Odo Rell said the bridge was safe. She said it was not."
    assert [a.speaker.name for a in find_attributions(text)] == ["Odo Rell", "She"]


def test_collective_speaker_is_they() -> None:
    text = "Velmian officials argue that the deal is unfair. They insist that it be changed."
    assert [a.speaker.name for a in find_attributions(text)] == ["Velmian officials", "Velmian officials"]


def test_headline_with_a_colon_needs_a_speaker_the_article_names_again() -> None:
    text = "Brandt: The dam is safe and sound.\nThe dam lies above Velm. Ada Brandt runs it."
    assert speakers(text)[0] == ("Ada Brandt", ":", "reports")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” twice.", ["“no”"]),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ("''One,'' he said.", ["''One,''"]),
        ("Le ministre: « Non. »", ["« Non. »"]),
        ("„Nein“, sagte er.", ["„Nein“"]),
        ("The workers’ union and John’s dog.", []),
        ("“He called it ‘odd’ then.”", ["“He called it ‘odd’ then.”"]),
        ("A 6' board isn't long.", []),
        ("“One starts.\n“Two ends.” He left.", ["“One starts.", "“Two ends.”"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [q.span.of(text) for q in find_quotations(text)] == expected


def test_quotation_over_paragraphs_keeps_its_speaker() -> None:
    text = "“We waited for three days,” said Ada Brandt. “Nobody came.\n“Then we left the city.”"
    found = find_attributions(text)
    assert [a.speaker.name for a in found] == ["Ada Brandt"] * 3
    assert [q.continues for q in find_quotations(text)] == [False, True, False]


WORDS = [
    "Ada Brandt",
    "said",
    ",",
    "“",
    "”",
    '"',
    "the",
    "mayor",
    "who",
    "and",
    "according",
    "to",
    ".",
    "\n",
    "by",
    ":",
]


@settings(deadline=None)  # the first example reads the weights
@given(st.text(st.characters(), max_size=200) | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_text_gives_verbatim_mentions(text: str) -> None:
    for found in find_attributions(text):
        assert text[found.speaker.start : found.speaker.end] == found.speaker.mention != ""
        assert found.speaker.cue
    quotations = find_quotations(text)
    assert all(a.end <= b.start for a, b in pairwise(quotations))


@pytest.mark.parametrize(
    "text",
    [
        "Farmers entered Wednesday hoping to keep the port open.",
        "A series of government reports Wednesday cast a picture of a growing economy.",
        "The episode adds new fuel to the quarrel over the dam.",
        "They all shouted “The dam is going down” as a lone child ran.",
        "Odo Rell now heads an old firm that believes in the dam.",
    ],
)
def test_what_only_looks_like_somebody_speaking(text: str) -> None:
    assert [name for name, _, _ in speakers(text) if name not in ("an old firm", "Farmers", "They")] == []


@pytest.mark.parametrize(
    "before",
    [
        "Should Rell lose the vote, the dam will go.",
        "Later Rell left the port.",
        "Secretary of State Odo Rell came.",
        "But Odo Rell came.",
        "The chief of Staff Odo Rell came.",
    ],
)
def test_words_before_a_name_are_no_part_of_it(before: str) -> None:
    names = [name for name, _, _ in speakers(f"Odo Rell spoke at length. {before} Rell said the dam was safe.")]
    assert names[-1] == "Odo Rell"


def test_a_war_is_nobody() -> None:
    assert speakers("The Velm War veteran came. He said the dam was safe.")[-1][0] == "He"
