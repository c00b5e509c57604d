import pytest

from models.attribution_posts import find_posts
from models.extraction import extract

STORY = "The council of Velm met on Monday."


def told(text: str) -> list[tuple[str, str | None, str]]:
    """Words, speaker and stance of each claim."""
    return [(c.quote, c.speaker.name if c.speaker else None, c.stance) for c in extract(text)]


def test_sentences_of_a_post_belong_to_the_holder_of_the_account() -> None:
    text = (
        f"{STORY}\n\nThe bridge is safe. We checked every cable of it in May https://t.co/aBc12 pic.twitter.com/xYz"
        " — Mayor Ada Brandt 🐘 (@abrandt) December 3, 2019\n\nNobody was hurt when the wall fell."
    )
    assert told(text) == [
        (STORY, None, "asserts"),
        ("The bridge is safe.", "Ada Brandt", "quotes"),
        ("We checked every cable of it in May", "Ada Brandt", "quotes"),
        ("Nobody was hurt when the wall fell.", None, "asserts"),
    ]
    speaker = extract(text)[1].speaker
    assert speaker is not None
    assert (speaker.role, speaker.cue, speaker.mention) == ("Mayor", "—", "Mayor Ada Brandt")
    assert text[speaker.start : speaker.end] == speaker.mention


@pytest.mark.parametrize(
    ("before", "post"),
    [
        ("", "We checked the bridge. — Ada Brandt (@abrandt) December 3, 2019"),
        ("", "We checked the bridge. — Ada Brandt (@abrandt) 3 December 2019"),
        ("", "We checked the bridge.\n\n— Ada Brandt (@abrandt) December 3, 2019"),
        ("", "We checked the bridge. https://t.co/aBc12 — Ada Brandt (@abrandt)"),
        ("", "“We checked the bridge.” —Ada Brandt (@abrandt) Dec. 3, 2019"),
        ("", "We checked the bridge.https://t.co/aBc12 — Ada Brandt - Velm (@abrandt) December 3, 2019"),
        ("", "Ada Brandt (@abrandt) We checked the bridge."),
        ("", "Ada Brandt (@abrandt) We checked the bridge. https://t.co/aBc12"),
        ("The mayor tweeted:\n\n", "We checked the bridge.\n\nHave a good day!\n\n— Ada Brandt (@abrandt) May 3, 2019"),
        (
            "",
            "We checked the bridge.\n\n\n\nGood night. — Ada Brandt (@abrandt) May 3, 2019\n\nIt rained.\n\nIt froze.",
        ),
    ],
)
def test_forms_of_posts(before: str, post: str) -> None:
    found = [(quote.strip("“”"), name) for quote, name, _ in told(f"{STORY}\n\n{before}{post}\n\n{STORY}")]
    assert ("We checked the bridge.", "Ada Brandt") in found
    assert found[-1] == (STORY, None)
    assert not any("@" in quote or "t.co" in quote for quote, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "Odo Rell (@orell) was mayor of Velm until the flood of 2019.",
        "The plan was shut down — by Odo Rell (@orell), no less — and nobody asked why.",
        "The harbour was closed by the council — write to Odo Rell (@orell)",
        "The harbour was closed in 2019 – a bad year for the whole of Velm (@velm).",
        "The harbour was closed by the council (@velm) December 3, 2019 and opened again.",
    ],
)
def test_a_handle_in_running_text_makes_no_speaker(text: str) -> None:
    assert find_posts(text).found == []
    assert [name for _, name, _ in told(text)] == [None]


def test_the_story_above_a_post_stays_with_the_outlet() -> None:
    text = f"{STORY}\n\nThe wall fell on Tuesday.\n\nWe checked the bridge. — Ada Brandt (@abrandt) May 3, 2019"
    assert [name for _, name, _ in told(text)] == [None, None, "Ada Brandt"]


def test_of_a_paragraph_too_long_for_a_post_only_the_last_sentence_is_its() -> None:
    story = "The council of Velm met on Monday and spoke about the old bridge at length. " * 5
    found = told(f"{story}We checked the bridge. — Ada Brandt (@abrandt) May 3, 2019")
    assert [name for _, name, _ in found] == [None] * 5 + ["Ada Brandt"]


def test_direct_words_of_another_within_a_post_are_the_other_s() -> None:
    text = (
        "Odo Rell: “The bridge is a ruin and will fall. It is a disgrace.” pic.twitter.com/aBc"
        " — Velm News (@velmnews) May 3, 2019\n\nOdo Rell says the port is safe. — Velm News (@velmnews) May 4, 2019"
        "\n\nOdo Rell runs the port of Velm, as he told the council."
    )
    assert [name for _, name, _ in told(text)][:3] == ["Odo Rell", "Odo Rell", "Velm News"]


def test_a_post_does_not_change_whom_a_pronoun_means() -> None:
    text = "Odo Rell said the dam was safe.\n\nWe checked it. — Mia Kost (@mkost) May 3, 2019\n\nHe said it would hold."
    assert [name for _, name, _ in told(text)][-1] != "Mia Kost"


def test_headlines_that_are_posted_are_no_claims() -> None:
    assert told("Velm Council Votes To Close Harbour https://t.co/aB1 — Velm News (@velmnews) May 3, 2019") == []


@pytest.mark.parametrize(
    "text",
    [
        "Follow Velm News on Facebook, Twitter (@velmnews) and elsewhere.",
        "The whole harbour was closed again pic.twitter.com/aBc12 last week.",
        "A post shared by Ada Brandt (@abrandt) on Dec 3, 2019 at 9:00am PST.",
        "View this post on Instagram and see the harbour of Velm.",
    ],
)
def test_what_surrounds_posts_is_litter(text: str) -> None:
    assert told(text) == []


def test_a_paragraph_of_direct_words_may_be_credited_below() -> None:
    text = f"“The bridge is safe. It will hold for years.” — Ada Brandt, an engineer in Velm\n\n{STORY}"
    claims = extract(text)
    assert [(c.speaker.name, c.speaker.role) for c in claims if c.speaker] == 2 * [
        ("Ada Brandt", "an engineer in Velm")
    ]
    assert (claims[-1].quote, claims[-1].speaker) == (STORY, None)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brandt met “friends of the bridge” — Odo Rell",
        "“The bridge is safe. It will hold for years.”\n\n- Mia Kost",
        "“The bridge is safe. It will hold for years.”\n\n— Mia Kost and Odo Rell",
        "“The bridge is safe. It will hold for years.” —With Mia Kost",
        "“The bridge is safe. It will hold for years.” — it was a lie, and Odo Rell knew",
    ],
)
def test_a_dash_that_is_no_credit(text: str) -> None:
    assert [name for _, name, _ in told(text) if name in ("Mia Kost", "Odo Rell", "With Mia Kost")] == []
