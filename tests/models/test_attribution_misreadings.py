"""Words that look like an attribution and are none; whom a name, an office or a pronoun means."""

import pytest

from models.attribution import find_attributions
from models.extraction import extract
from models.lexicon_speech import find_inflections


def told(text: str) -> list[str]:
    return [a.speaker.name for a in find_attributions(text) if a.primary]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It’s worth noting that the dam has not been paid for by the town.", []),
        ("Ada Brandt was noting that the dam has not been paid for.", ["Ada Brandt"]),
        ("Maybe you’ve even said it yourself, as most people have done.", []),
        ("The Kremlin rejected claims that it had been shown the plan.", ["The Kremlin"]),
        ("Ada Brandt denied reports that the dam was leaking.", ["Ada Brandt"]),
        ("Ada Brandt vehemently denied saying this to the council.", ["Ada Brandt"]),
        ("Odo Rell echoes the view that the dam is unsafe for lorries.", ["Odo Rell"]),
        ("Rell can trumpet the deal to farmers hit hard by the closure.", []),
        ("Rell trumpeted the deal to farmers hit hard by the closure.", ["Rell"]),
        ("Rell should have considered that before he sold the dam.", []),
        ("If Rell wants to leave the party, there is a way for him.", []),
        ("Aid was held back until Velm announced an inquiry into the dam.", []),
        ("Velm announced an inquiry into the dam.", ["Velm"]),
        ("The share declined a bit from the year before, in spite of the storm.", []),
        ("Traffic declined 40 percent in the first half of the year.", []),
        ("Ada Brandt declined to comment on the dam.", ["Ada Brandt"]),
        ("It began with the firing of the office staff, and alleged mishandling of files.", []),
        ("Ada Brandt left the room and alleged that files were missing.", ["Ada Brandt"]),
        ("Lawmakers submitted written questions to the harbour master.", []),
        ("The compromise struck was a short paragraph on the dam.", []),
        ("The plan rejected on Monday was close to the one before.", []),
        ("The council rejected on Monday a plan that was close to the one before.", ["The council"]),
        ("Laws written to protect the dam are being used against the town.", []),
        ("An organization called Big Sky began raising money for the dam.", []),
        ("An official called Rell a liar in the harbour committee.", ["An official"]),
        ("Rell added to the mess by opening the dam.", []),
        ("Rell added that the dam was open.", ["Rell"]),
        ("A fever in the north claimed nearly 800 lives in a month.", []),
        ("Ada Brandt claimed that nearly 800 ships were lost.", ["Ada Brandt"]),
        ("This means Rovians can expect more closures of the dam.", []),
        ("In other words, the more people learned about the dam, the less they wanted it.", []),
        ("Rell enjoyed a surge of support in the north.", []),
        ("The mayor came under fire for allegedly ignoring reports that the dam was leaking.", []),
        ("The harbour filing claims that the dam is unsafe.", ["The harbour filing"]),
        ("The world will continue to periodically receive Orsk reports of a leak in the dam.", []),
    ],
)
def test_a_word_that_only_looks_like_an_attribution_names_nobody(text: str, names: list[str]) -> None:
    assert told(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“It brought the best years on record,” Ada Brandt said, the Velm Post reported.", ["Ada Brandt"]),
        ("“It has yet to be told,” Ada Brandt said in a statement, the Velm Post reports.", ["Ada Brandt"]),
        ("“We did not complete the rounds,” Ms. Noel said, according to the indictment.", ["Noel"]),
        ("“We did not complete the rounds,” according to the indictment.", ["the indictment"]),
        ("Honig was not impressed with what Rell has said: “He was open about his plan for the dam.”", []),
        ("Here is what Ada Brandt said: “He was open about his plan for the dam.”", ["Ada Brandt"]),
        ("It found that 54% of Rovians say they trust the port.", ["It"]),
        ("Half of all Rovians say they trust the port.", ["Half of all Rovians"]),
        ("“We saw the pictures of it, Congressman,” Brandt shot back.", ["Brandt"]),
        ("“We saw the pictures of it, Congressman,” Brandt told reporters.", ["Brandt"]),
        ("Karl Brandt, who is now in Velm, recalled Rell as a kind man.", ["Karl Brandt"]),
        ("The port will stay shut for a year, recalled Ada Brandt.", ["Ada Brandt"]),
    ],
)
def test_the_one_whose_words_they_are_is_the_speaker(text: str, names: list[str]) -> None:
    assert told(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A Velm University survey released Thursday found Rell leading.", ["A Velm University survey"]),
        ("A survey conducted Jan. 5-7 indicated that the dam was trusted.", ["A survey"]),
        ("A Velm Post piece published on January 28 stated that the dam was not safe.", ["A Velm Post piece"]),
        ("Sen. Ada Brandt on Wednesday morning called the dam a danger.", ["Ada Brandt"]),
        ("A 2016 study published in the journal of the Velm Academy found that dams last.", ["A 2016 study"]),
        ("The Velm Academy found that dams last.", ["The Velm Academy"]),
        ("Records filed with the state Department of Dams show that it was sold.", ["Records"]),
        ("The Justice Department said that the dam is safe.", ["The Justice Department"]),
        ("Justice Ada Brandt said that the dam is safe.", ["Ada Brandt"]),
        ("The Orsk Attorney General’s Office said that the plea had no merit.", ["The Orsk Attorney General’s Office"]),
        ("An angry Foreign Ministry said that the port was closed.", ["Foreign Ministry"]),
        ("Harbour Trust CEO Andrew Rell said that the port was closed.", ["Andrew Rell"]),
        ("Democratic Party Chair Odo Price said that the port was closed.", ["Odo Price"]),
        ("Even those who disapproved of Rell — the heart of it — said he was kind.", ["those"]),
    ],
)
def test_a_speaker_has_its_own_name_without_dates_and_offices(text: str, names: list[str]) -> None:
    assert told(text) == names


def test_a_mood_is_no_role_and_an_office_is() -> None:
    found = [a.speaker.role for a in find_attributions("An angry Foreign Ministry said that the port was closed.")]
    assert found == [None]
    found = [a.speaker.role for a in find_attributions("Harbour Trust CEO Andrew Rell said that the port was closed.")]
    assert found == ["Harbour Trust CEO"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gil Brandt of the Velm Gardens said it was closed. They said it was late.", ["They"]),
        ("Brandt supporters said it was closed. They said it was late.", ["Brandt supporters"]),
        ("Ambassador to Velm William Rell said it was closed. Velm is far. Rell said it was late.", ["William Rell"]),
        ("Few liked it. Average Orsk Lines ships are slow. Orsk Lines said average speed was low.", ["Orsk Lines"]),
    ],
)
def test_they_are_several_and_a_country_is_no_first_name(text: str, names: list[str]) -> None:
    assert told(text)[-1:] == names


def speakers(article: str) -> list[str | None]:
    return [claim.speaker.name if claim.speaker else None for claim in extract(article)]


def test_whom_the_text_names_for_a_pronoun_is_the_speaker_too() -> None:
    article = (
        "Robert Rell led the port for years. His remarks on the harbour underscore his view of the town."
        " He has been vocal about the dam, criticizing the mayor’s plan for it."
    )
    claims = list(extract(article))
    assert claims[-1].text.startswith("Robert Rell has been vocal")
    assert claims[-1].speaker is not None and claims[-1].speaker.name == "Robert Rell"


def test_an_object_is_not_meant_by_the_next_pronoun() -> None:
    article = "Ada Brandt runs the port. She called James Rell, the former mayor, a liar. He railed against the paper."
    assert speakers(article)[-1] == "He"


@pytest.mark.parametrize(
    "sentence", ["Promise to voters was never his", "Claim about the dam was theirs", "View to the west"]
)
def test_a_noun_of_speech_may_open_a_headline_without_a_full_stop(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("rebut", ("rebutted", "rebuts", "rebutting")),
        ("echo", ("echoed", "echoes", "echoing")),
        ("boo", ("booed", "boos", "booing")),
        ("agree", ("agreed", "agrees", "agreeing")),
        ("withhold", ("withheld", "withholds", "withholding")),
    ],
)
def test_verbs_are_inflected_as_they_are_written(verb: str, forms: tuple[str, str, str]) -> None:
    assert find_inflections(verb) == forms
