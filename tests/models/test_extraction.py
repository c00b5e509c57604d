import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.base import Span
from models.extraction import extract

ARTICLE = (
    "Velm closes its harbour\n"
    "By Mia Kost\n"
    "3 min read\n"
    "VELM — The port of Velm will close two docks in June, Odo Rell said on Friday. "
    "He noted that 40 ships use them each week.\n"
    "“We have no choice,” said Ada Brandt, a spokeswoman for the harbour office. “The walls are cracked.”\n"
    "What does this mean for you? Sign up for our newsletter.\n"
    "The union welcomed the plan, while shipowners condemned it.\n"
    "Jan Toll reported from Orra, and Lea Minn from Velm."
)


def quotes(text: str) -> list[str]:
    return [claim.quote for claim in extract(text)]


def test_claims_are_the_statements_and_nothing_else() -> None:
    assert quotes(ARTICLE) == [
        "VELM — The port of Velm will close two docks in June, Odo Rell said on Friday.",
        "He noted that 40 ships use them each week.",
        "“We have no choice,” said Ada Brandt, a spokeswoman for the harbour office.",
        "“The walls are cracked.”",
        "The union welcomed the plan, while shipowners condemned it.",
    ]


def test_claims_carry_speakers_and_stances() -> None:
    found = [(c.speaker.name if c.speaker else None, c.stance) for c in extract(ARTICLE)][:4]
    assert found == [
        ("Odo Rell", "reports"),
        ("Odo Rell", "reports"),
        ("Ada Brandt", "quotes"),
        ("Ada Brandt", "quotes"),
    ]


def test_text_stands_alone_and_quote_is_verbatim() -> None:
    claims = extract(ARTICLE, published_at="2021-10-31T08:00:00Z")
    assert claims[0].text == (
        "The port of Velm will close two docks in June, Odo Rell said on Friday (29 October 2021)."
    )
    assert claims[1].text == "Odo Rell noted that 40 ships use them each week."
    assert claims[1].quote == "He noted that 40 ships use them each week."


def test_day_of_the_week_is_dated_when_the_publication_is_known() -> None:
    text = "The bridge fell on Friday after heavy rain."
    assert extract(text, published_at="2021-10-31")[0].text == (
        "The bridge fell on Friday (29 October 2021) after heavy rain."
    )
    assert extract(text)[0].text == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The council sued him in May after the report.", "fact"),
        ("The council may sue him after the report.", "forecast"),
        ("The bridge was closed in 2019.", "fact"),
        ("The bridge will reopen in June.", "forecast"),
        ("The city should close the bridge.", "opinion"),
        ("The decision was a disgrace for the whole city.", "opinion"),
        ("If it rains again, the bridge will be closed.", "conditional"),
        ("“Is the bridge safe for us at all?” Odo Rell asked.", "question"),
        ("“The old bridge is shut for lorries,” said Odo Rell, who will retire in May.", "fact"),
        ("“The old bridge will be shut for lorries,” said Odo Rell.", "forecast"),
        ("It looks as if the bridge has held.", "fact"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [claim.kind for claim in extract(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "A New Era for the Harbour of Velm",
        "Spread the word",
        "Fever in Velm traced to paper mill; third patient dies after long illness",
        "FILE PHOTO: Odo Rell arrives at the court of Velm, March 2, 2020.",
        "5 min read",
        "Skip to content",
        "By Mia Kost",
        "Additional reporting by Mia Kost in Orra.",
        "Sign up for our morning newsletter to get the news.",
        "What do you think about the harbour?",
        "https://example.org/a/b?c=d",
        "0 Comments",
        "Get the five stories that matter, every weekday at six.",
        "Stay up to date with email updates about the harbour and its people.",
        "Editor’s note: An earlier version of this story said that the bridge was shut.",
        "To see the chart of all the bridges, click here.",
        "You can follow her on any of the usual networks.",
        "The best of the week, delivered straight to your inbox.",
        "Thanks for reading this far into the story of the harbour.",
        "RELATED: The harbour of Velm is closed for the winter, the mayor says.",
        "Read more: The number of ships in the harbour has tripled, and here is why.",
        "More from Velm News: The council voted for the dam.",
        "FILE - In this Oct. 19, 2024, file photo, Odo Rell arrives at the court of Velm.",
        "(This Nov. 12 story corrects the date of the vote to April 21 in the last paragraph.)",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ships get the news of the storm by radio every morning.",
        "Readers can follow the talks in the town hall on Monday.",
        "The port corrected the number of ships in its note on Friday.",
        "More ships than ever are in the harbour this winter.",
        "This report corrects what the council had believed for years.",
        "Watch towers were built along the whole harbour.",
        "Parcels were delivered straight to the harbour office.",
    ],
)
def test_what_only_looks_like_litter_is_a_claim(text: str) -> None:
    assert [c.quote for c in extract(text)] == [text]


def test_halves_with_their_own_speakers_are_two_claims() -> None:
    text = "Odo Rell said the bridge was safe for lorries, but Ada Brandt said that it had to be closed."
    assert [(c.quote, c.speaker.name if c.speaker else None) for c in extract(text)] == [
        ("Odo Rell said the bridge was safe for lorries", "Odo Rell"),
        ("Ada Brandt said that it had to be closed.", "Ada Brandt"),
    ]


def test_opening_while_is_no_part_of_the_first_half() -> None:
    text = "While Odo Rell said that the bridge was safe, Ada Brandt warned that it would fall."
    assert [(c.quote, c.speaker.name if c.speaker else None) for c in extract(text)] == [
        ("Odo Rell said that the bridge was safe", "Odo Rell"),
        ("Ada Brandt warned that it would fall.", "Ada Brandt"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Odo Rell said that the bridge was safe and that the dam was not.",
        "While the bridge was being built, Ada Brandt warned that it would fall.",
        "Odo Rell and Ada Brandt said that the bridge was safe for all lorries.",
    ],
)
def test_one_speaker_is_one_claim(text: str) -> None:
    assert [c.quote for c in extract(text)] == [text]


def test_numbers_and_names_are_worth_more_than_opinions() -> None:
    worth = [
        extract(text)[0].checkworthiness
        for text in (
            "The ministry of Velm spent 40 million euros and hired 300 people in 2019.",
            "The city has a bridge over the river.",
            "The city should perhaps be nicer.",
        )
    ]
    assert worth == sorted(worth, reverse=True)
    assert worth == [0.9, 0.35, 0.0]


def test_appraisals_stay_with_their_claim() -> None:
    (claim,) = extract("The union welcomed the plan, while shipowners condemned it.")
    assert [(a.actor, a.evaluation, a.target) for a in claim.appraisals] == [
        ("The union", "welcomes", "the plan"),
        ("shipowners", "condemns", "it"),
    ]


def test_repeated_title_and_litter_are_passed_over() -> None:
    text = "Bridge closed after flood in Velm. The bridge was closed on Monday. Share it with all your friends."
    start = text.index("Share")
    claims = extract(text, skip=[Span(start, len(text))], title="Bridge closed after flood in Velm")
    assert [c.quote for c in claims] == ["The bridge was closed on Monday."]


def test_other_languages_give_sentences_without_speakers() -> None:
    text = "Der Hafen bleibt zu, sagte Odo Rell. Niemand weiß, wie lange."
    assert [(c.quote, c.speaker, c.appraisals) for c in extract(text, language="de")] == [
        ("Der Hafen bleibt zu, sagte Odo Rell.", None, ()),
        ("Niemand weiß, wie lange.", None, ()),
    ]


@settings(deadline=None)
@given(st.text(st.characters(), max_size=400), st.sampled_from(["en", "ru", "zh"]))
def test_quotes_are_verbatim_for_any_text(text: str, language: str) -> None:
    for claim in extract(text, language=language):
        assert text[claim.start : claim.end] == claim.quote
        assert 0 <= claim.checkworthiness <= 1
        assert all(text[a.start : a.end] == a.words for a in claim.appraisals)


PIECES = [
    "Odo Rell",
    " said ",
    "“",
    "”",
    "the plan",
    " welcomed ",
    ". ",
    ", ",
    "\n",
    " who ",
    "40 people",
    "😀",
    "é",
    " if ",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_quotes_are_verbatim_for_text_like_news(text: str) -> None:
    for claim in extract(text, published_at="2021-10-31"):
        assert text[claim.start : claim.end] == claim.quote
        if claim.speaker:
            assert text[claim.speaker.start : claim.speaker.end] == claim.speaker.mention


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["“x y z.” said Y. ", "Mr. Odo said that 40 people came. ", "\n", "‘a ", "(( ", "1 "])
def test_extraction_takes_linear_time(grows_linearly, unit: str) -> None:
    assert grows_linearly(extract, unit, 160_000)
