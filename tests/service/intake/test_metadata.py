"""Title, outlet, author, date and origin: from the metadata, else from the text where it says so."""

import pytest

from service.domain.articles import PublicationTime
from service.intake.language import find_language
from service.intake.metadata import split_title
from service.intake.reading import read_object

ONE = "The parliament of Norland voted on Thursday to ban the export of raw timber, which its neighbours regret."
TWO = "Prime Minister Ada Kolt said in 1962, on 4 May 1962, such a law had failed, and that this one would not."
TITLE = "Norland bans export of raw timber"


def read(*lines: str, **fields: str):
    return read_object({"text": "\n".join(lines), **fields})


def test_dates_in_running_text_are_no_publication_date():
    assert read(TITLE, ONE, TWO).published is None


def test_the_first_date_outside_the_article_counts():
    article = read(TITLE, "By Eva Lind", "Published Dec. 8, 2025 4:15 pm ET", "Updated Dec. 9, 2025", ONE, TWO)
    assert article.published == PublicationTime("2025-12-08T16:15:00-05:00")
    assert (article.title, article.author) == (TITLE, "Eva Lind")


def test_a_dateline_with_a_year_counts():
    assert read("OSLUND, Dec. 4, 2025 (Harbour Press) — " + ONE, TWO).published == PublicationTime("2025-12-04")


def test_the_language_decides_which_reading_comes_first():
    article = read(
        "Le Norland interdit l’exportation de bois brut",
        "Publié le 04/12/2025",
        "Le parlement du Norland a voté jeudi l’interdiction d’exporter du bois brut vers ses voisins du sud.",
    )
    assert article.language == "fr"
    assert article.published == PublicationTime("2025-12-04", "2025-04-12")


@pytest.mark.parametrize(
    ("start", "origin"),
    [
        ("OSLUND (Harbour Press) - ", "Harbour Press"),
        ("OSLUND, Dec 4 (Reuters) – ", "Reuters"),
        ("(AP) ", "Associated Press"),
        ("OSLUND — ", None),
        ("Ada Kolt (Green) said no: ", None),
    ],
)
def test_a_wire_credit_is_the_origin(start, origin):
    article = read(TITLE, start + ONE, TWO, outlet="The Norland Post")
    assert (article.outlet, article.origin) == ("The Norland Post", origin)


def test_a_note_on_where_it_first_appeared_is_the_origin_and_no_claim():
    note = "This article originally appeared in The Norland Post."
    article = read(TITLE, ONE, TWO, note, outlet="Timber Reader")
    assert (article.outlet, article.origin) == ("Timber Reader", "The Norland Post")
    assert [article.text[one.start : one.end] for one in article.litter] == [TITLE, note]


FOOTER = (
    "“timber” - Feed Reader",
    "4 December 2025 at 6:20PM",
    "https://sho.rt/1",
    f"{TITLE} - The Norland Post",
    "https://sho.rt/2",
)


def test_a_feed_footer_says_whose_article_it_is():
    article = read(ONE, TWO, *FOOTER)
    assert (article.title, article.outlet, article.origin) == (TITLE, "The Norland Post", "The Norland Post")
    assert article.published == PublicationTime("2025-12-04")


def test_a_copy_keeps_the_outlet_that_is_given():
    article = read(ONE, TWO, *FOOTER, outlet="Timber Reader")
    assert (article.outlet, article.origin) == ("Timber Reader", "The Norland Post")


def test_links_to_several_articles_are_no_footer():
    article = read(ONE, TWO, *FOOTER, "Storm closes the northern pass - Harbour Press", "https://sho.rt/3")
    assert (article.title, article.outlet, article.origin) == (None, None, None)


def test_a_title_glued_to_something_else_is_found_by_its_repetition():
    article = read(f"{TITLE} Jump to text", "Home", TITLE, ONE, TWO)
    assert article.title == TITLE


@pytest.mark.parametrize(
    ("written", "known", "parted"),
    [
        ("Norland bans timber | The Norland Post", False, ("Norland bans timber", "The Norland Post")),
        ("Norland bans timber - The Norland Post", True, ("Norland bans timber", "The Norland Post")),
        ("Norland bans timber - The Norland Post", False, ("Norland bans timber - The Norland Post", None)),
        ("Timber | Post", False, ("Timber | Post", None)),
    ],
)
def test_an_outlet_behind_a_title_is_parted_where_it_is_sure(written, known, parted):
    assert split_title(written, known=known) == parted


def test_a_masthead_then_an_address_then_a_copyright_names_the_outlet():
    assert read("THE NORLAND POST", TITLE, ONE, TWO).outlet == "The Norland Post"
    assert read(TITLE, ONE, TWO, url="https://www.post.example/1").outlet == "post.example"
    assert read(TITLE, ONE, TWO, "Comments", "© 2025 Harbour Press").outlet == "Harbour Press"
    assert read(TITLE, ONE, TWO).outlet is None


def test_reporters_named_behind_the_article_are_its_authors():
    article = read(TITLE, ONE, TWO, "Eva Lind reported from Oslund, and Max Roe from Vellmar.")
    assert article.author == "Eva Lind, Max Roe"


@pytest.mark.parametrize(
    ("text", "given_language", "language"),
    [
        (ONE, None, "en"),
        ("Das Parlament hat am Donnerstag die Ausfuhr von Rundholz verboten.", None, "de"),
        ("Das Parlament hat am Donnerstag die Ausfuhr von Rundholz verboten.", "pt-BR", "pt"),
        ("Das Parlament hat am Donnerstag die Ausfuhr von Rundholz verboten.", "klingon", "de"),
        ("Nein.", None, "en"),
        ("12 / 8", None, "en"),
    ],
)
def test_the_language_is_the_one_given_else_found(text, given_language, language):
    assert find_language(text, given=given_language) == language


@pytest.mark.parametrize(
    ("lines", "origin"),
    [
        (["By The Associated Press", ONE, TWO], "Associated Press"),
        (["By ADA ROE Associated Press", ONE, TWO], "Associated Press"),
        (["By Ada Roe, Reuters", ONE, TWO], "Reuters"),
        (["By Staff and agencies", ONE, TWO], "news agencies"),
        ([ONE, TWO, "This story was reported by The Associated Press."], "Associated Press"),
        ([ONE, TWO, "(Reporting by Ada Roe; Additional reporting by Max Roe; Editing by Eva Lind)"], "Reuters"),
        ([ONE, TWO, "Copyright 2019 The Associated Press. All rights reserved."], "Associated Press"),
        ([ONE, TWO, "© 2025 Harbour Press"], None),
        ([ONE, TWO, "Contributing: The Associated Press"], None),
        ([ONE, TWO, "The Associated Press contributed to this report."], None),
        (["By Ada Roe", ONE, TWO], None),
        ([ONE, TWO, "This story first appeared on Monday."], None),
        ([ONE, "The report was published by the ministry on Monday.", TWO], None),
    ],
)
def test_the_origin_is_who_signs_and_not_who_helped(lines, origin):
    assert read(*lines, outlet="Timber Reader").origin == origin
