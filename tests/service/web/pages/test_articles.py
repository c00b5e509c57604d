"""An article with its claims marked, what others say of them, its versions and its copies; and one claim."""

import pytest

from models.base import ExtractedClaim
from service.domain.articles import Passed
from service.domain.claims import Claim, Source
from service.web.pages.marking import find_paragraphs

SOURCE = Source("a", "Mail", None, None, None, "en", None)


def make_claim(name, start, end):
    return Claim(name, 1, SOURCE, ExtractedClaim(start, end, "", "", None, "asserts", "statement", 1.0, ()))


def pieces_of(text, claims=(), litter=()):
    return [
        [(p.words, p.claim.id if p.claim else None, p.first, p.litter) for p in paragraph]
        for paragraph in find_paragraphs(text, claims, litter)
    ]


def test_a_text_is_cut_where_claims_and_litter_begin_and_end():
    text = "Ä𝒳 one. Two.\n\nMenu Three."
    found = pieces_of(text, [make_claim("x", 3, 7), make_claim("y", 19, 25)], [Passed(14, 18, "menu")])
    assert found == [
        [("Ä𝒳 ", None, False, False), ("one.", "x", True, False), (" Two.", None, False, False)],
        [("Menu", None, False, True), (" ", None, False, False), ("Three.", "y", True, False)],
    ]


def test_a_claim_across_paragraphs_begins_once():
    found = pieces_of("One\n\ntwo", [make_claim("x", 0, 8)])
    assert found == [[("One", "x", True, False)], [("two", "x", False, False)]]


def test_of_claims_that_overlap_the_later_gives_way():
    found = pieces_of("abcdef", [make_claim("x", 0, 4), make_claim("y", 2, 6), make_claim("z", 1, 3)])
    assert found == [[("abcd", "x", True, False), ("ef", "y", True, False)]]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [("a\nb\n\nc", ["a\nb", "c"]), ("a\nb", ["a", "b"]), ("  \n\n a \n \n", ["a "]), ("", []), ("a", ["a"])],
)
def test_paragraphs_are_between_blank_lines_or_lines(text, paragraphs):
    found = ["".join(piece[0] for piece in paragraph) for paragraph in pieces_of(text)]
    assert [one.strip(" ") for one in found] == [one.strip(" ") for one in paragraphs]


def test_an_article_shows_its_text_and_what_others_say_beside_it(see, stored, client, words):
    page = see(f"/articles/{stored['open']}")
    (text,) = page.xpath("//article")
    (mark,) = text.xpath(".//a")
    (claim,) = client.get(f"/api/v1/articles/{stored['open']}").json()["claims"]
    assert mark.text == "The harbour bridge was open to all lorries."
    assert (mark.get("id"), mark.get("href")) == (f"claim-{claim['claim']}", f"#about-{claim['claim']}")
    assert mark.get("class") == "said contradicts"
    (beside,) = page.xpath(f"//section[@id='about-{claim['claim']}']")
    assert {words(one) for one in beside.xpath(".//p[@class='outlet']")} == {"Harbour Gazette", "Coast Times"}
    assert "contradicts" in words(beside)
    assert words(page.xpath("//h1")[0]) == "Bridge news of the Northern Mail"
    assert "https://northern.example/bridge" in page.xpath("//main//a/@href")
    assert not page.xpath("//*[@id='versions' or @id='copies' or @id='withdrawn']")


def test_every_jump_within_the_page_lands(see, stored):
    page = see(f"/articles/{stored['closed']}")
    ids = set(page.xpath("//@id"))
    assert len(ids) == len(page.xpath("//@id"))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= ids


def test_a_claim_without_relations_leads_to_its_own_page(see, client, settle, article, words):
    client.post("/api/v1/articles", json=article("The mayor opened the library on Friday.", "Lone Post"))
    settle()
    (line,) = client.get("/api/v1/articles").json()["articles"]
    page = see(f"/articles/{line['id']}")
    (address,) = page.xpath("//article//a/@href")
    assert address.startswith("/claims/")
    claim = see(address)
    assert "Nothing is recorded about it" in words(claim)
    (search,) = [link for link in claim.xpath("//main//a/@href") if link.startswith("/?q=")]
    assert search.startswith("/?q=The%20mayor%20opened%20the%20library%20on%20Friday%20%285%20December%202025%29")


def test_a_claim_has_a_page_with_all_that_it_was_compared_with(see, stored, client, words):
    (claim,) = client.get(f"/api/v1/articles/{stored['closed']}").json()["claims"]
    page = see(f"/claims/{claim['claim']}")
    heads = [words(one) for one in page.xpath("//p[@class='tie-head']")]
    assert sorted(heads) == ["= agrees", "≠ contradicts"]


def test_versions_show_what_was_edited_and_withdrawn(see, client, settle, article, words):
    for text in ("The bridge was closed on Monday. The mayor apologised for it.", "The bridge was closed on Tuesday."):
        client.post("/api/v1/articles", json=article(text, "Harbour Gazette"))
        settle()
    (line,) = client.get("/api/v1/articles").json()["articles"]
    page = see(f"/articles/{line['id']}")
    (versions,) = page.xpath("//section[h2[@id='versions']]")
    assert [words(one) for one in versions.xpath(".//h3[1]/following-sibling::ul[1]//del")][:1] == ["Monday."]
    assert "Tuesday." in [words(one) for one in versions.xpath(".//ins")]
    (withdrawn,) = page.xpath("//section[h2[@id='withdrawn']]")
    assert "The mayor apologised for it." in words(withdrawn)
    assert "The bridge was closed on Tuesday." in words(page.xpath("//article")[0])


@pytest.mark.parametrize("address", ["/articles/nobody", "/claims/nobody"])
def test_what_is_not_there_is_said_on_a_page(see, words, address):
    assert "stored under 'nobody'" in words(see(address, 404))


@pytest.mark.usefixtures("stored")
def test_all_articles_are_listed_and_lead_to_their_pages(see, links, words):
    page = see("/articles")
    found = [address for address in links(page) if address.startswith("/articles/")]
    assert len(found) == 3
    assert words(see(found[0]).xpath("//h1")[0]) == words(page.xpath("//ol[@class='facts']//a")[0])
    outlets = [words(one) for one in page.xpath("//p[@class='fact-when']/bdi")]
    chosen = see(f"/articles?outlet={outlets[0]}").xpath("//p[@class='fact-when']/bdi")
    assert [words(one) for one in chosen] == outlets[:1]


def test_without_articles_the_list_says_what_to_do(see, links, words):
    assert "/ingest" in links(see("/articles"))
    assert "No article is like this" in words(see("/articles?outlet=Nobody"))
