"""Who evaluates what: by body, with the words, and which outlet carries a view that others do not."""

import pytest

from models.base import Appraisal, ExtractedClaim, Speaker
from service.domain.articles import Article, PublicationTime
from service.reports.values import FramingGroup
from service.store.articles import add_article
from service.store.claims import add_claims
from service.web.pages.framings import PAGE, cut_page

BODY = "//tr[@class='body']"
SAID = {
    "Harbour Gazette": ("Russia welcomed the bridge plan.", "welcomed", "welcomes"),
    "Northern Mail": ("Russia condemned the bridge plan.", "condemned", "condemns"),
    "Coast Times": ("Norway condemned the ferry plan.", "condemned", "condemns"),
}


def add(workspace, outlet, quote, words, evaluation):
    article = Article(text=quote, outlet=outlet, title="Plans", published=PublicationTime("2025-12-08"), url=outlet)
    target = f"the {quote.split()[3]} plan"
    appraisal = Appraisal(
        quote.split()[0], evaluation, target, words, quote.index(words), quote.index(words) + len(words)
    )
    speaker = Speaker("Ilse Brandt", None, "Ilse Brandt", 0, 0, "said")
    claim = ExtractedClaim(0, len(quote), quote, quote, speaker, "reports", "opinion", 0.5, (appraisal,))
    with workspace.store.writing() as connection:
        add_claims(connection, add_article(connection, article, received_at="2025-12-09T00:00:00Z"), [claim])


@pytest.fixture
def appraised(workspace):
    for outlet, said in SAID.items():
        add(workspace, outlet, *said)


def test_an_empty_store_says_what_to_do(see, links):
    assert "/ingest" in links(see("/framings"))


@pytest.mark.usefixtures("stored")
def test_without_evaluations_it_leads_to_the_pairs(see, words, links):
    page = see("/framings")
    assert "No evaluations yet" in words(page)
    assert "/contradictions?relation=framing" in links(page)


@pytest.mark.usefixtures("appraised")
def test_bodies_at_odds_with_themselves_come_first(see, words):
    page = see("/framings?topic=plan")
    assert [words(row) for row in page.xpath(BODY)] == [
        "Russia at odds with itself welcomes 1 · condemns 1",
        "Norway condemns 1",
    ]
    assert page.xpath("//td/q/mark/text()") == ["welcomed", "condemned", "condemned"]


@pytest.mark.usefixtures("appraised")
def test_what_some_outlets_carry_and_others_do_not_is_told_for_a_topic(see, words):
    page = see("/framings?topic=plan")
    (matrix,) = page.xpath("//table[contains(@class, 'matrix')]")
    assert [words(row[0]) for row in matrix.xpath(".//tbody/tr")] == ["Coast Times", "Harbour Gazette", "Northern Mail"]
    assert "Russia welcomes (“welcomed”): in Harbour Gazette; not found in Coast Times, Northern Mail" in words(page)
    assert not see("/framings").xpath("//table[contains(@class, 'matrix')]")


@pytest.mark.usefixtures("appraised")
@pytest.mark.parametrize(
    ("asked", "bodies"),
    [
        ("actor=Russia&target=bridge", ["Russia"]),
        ("actor=Moscow", ["Russia"]),
        ("target=ferry", ["Norway"]),
        ("outlet=Coast+Times", ["Norway"]),
        ("since=2025-12-09", []),
        ("topic=&actor=&since=", ["Norway", "Russia"]),
    ],
)
def test_actor_target_outlet_and_time_narrow(see, words, asked, bodies):
    page = see(f"/framings?{asked}")
    assert sorted(words(row.xpath(".//bdi")[0]) for row in page.xpath(BODY)) == bodies
    assert bodies or "No evaluation found" in words(page)


def group(body, count):
    return FramingGroup(body, tuple(range(count)), divided=False)


def test_a_page_holds_whole_bodies_and_goes_on_where_it_stopped():
    groups = [group("A", 30), group("B", 20), group("C", 20)]
    assert [(one.body, len(one.rows)) for one in cut_page(groups, 0)] == [("A", 30), ("B", 20)]
    assert [(one.body, len(one.rows)) for one in cut_page(groups, 50)] == [("C", 20)]
    assert list(cut_page(groups, 70)) == []


def test_a_body_longer_than_a_page_is_cut():
    groups = [group("A", PAGE + 10), group("B", 5)]
    assert [(one.body, len(one.rows)) for one in cut_page(groups, 0)] == [("A", PAGE)]
    rest = list(cut_page(groups, PAGE))
    assert [(one.body, one.rows[0]) for one in rest] == [("A", PAGE), ("B", 0)]


@pytest.mark.parametrize(("asked", "is_open"), [("", False), ("?topic=bridge", True)])
def test_the_filter_is_folded_until_it_is_used(see, asked, is_open):
    (filter_,) = see(f"/framings{asked}").xpath("//form[@class='filters']/details")
    assert (filter_.get("open") is not None) == is_open
