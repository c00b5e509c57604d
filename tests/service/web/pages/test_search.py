"""The front page: a claim in, who says what of it out."""

from urllib.parse import quote

import pytest

CLAIM = "The harbour bridge was closed to all lorries."


def address_of(path="/", **asked):
    return path + "?" + "&".join(f"{name}={quote(str(value))}" for name, value in asked.items())


def test_an_empty_store_says_what_to_do(see, words, links):
    page = see("/")
    assert "No articles yet" in words(page)
    assert "/ingest" in links(page)
    assert "No articles yet" in words(see(address_of(q=CLAIM)))


@pytest.mark.usefixtures("stored")
def test_the_front_page_says_how_much_there_is_and_offers_the_outlets(see, words):
    page = see("/")
    assert "3 articles with 3 claims from 3 outlets" in words(page)
    assert page.xpath("//datalist/option/@value") == ["Coast Times", "Harbour Gazette", "Northern Mail"]
    assert not page.xpath("//script")


@pytest.mark.usefixtures("stored")
def test_related_claims_are_shown_at_once_the_nearest_first_unjudged(see, words, monkeypatch):
    def never(*_, **__):
        raise AssertionError("the pair model must not run")

    monkeypatch.setattr("service.web.pages.search.query", never)
    page = see(address_of(q=CLAIM))
    shown = [words(one) for one in page.xpath("//li[@class='match']")]
    assert len(shown) == 3
    assert "Harbour Gazette" in shown[0]
    assert not page.xpath("//section[contains(@class, 'contradicts')]")
    (link,) = page.xpath("//*[@id='answer']/@data-judged")
    assert link == address_of("/search/judged", q=CLAIM).replace("%20", "+") or link == address_of(
        "/search/judged", q=CLAIM
    )
    assert page.xpath("//*[@id='progress']/a/@href") == [f"{link}#answer"]
    assert page.xpath("//script/@src")


def test_a_claim_that_was_found_leads_into_its_article_and_to_the_original(see, stored, links):
    shown = links(see(address_of(q=CLAIM)))
    assert any(link.startswith(f"/articles/{stored['open']}#claim-") for link in shown)
    assert any(link.startswith("https://northern.example/bridge#:~:text=The%20harbour") for link in shown)


@pytest.mark.usefixtures("stored")
def test_judged_they_stand_by_relation_with_their_sources_counted(see, words):
    page = see(address_of("/search/judged", q=CLAIM))
    groups = {heading.get("id"): heading.getparent() for heading in page.xpath("//section/h2")}
    assert set(groups) == {"agreements", "contradictions"}
    assert "2 outlets, 2 origins" in words(groups["agreements"])
    assert "Northern Mail" in words(groups["contradictions"])
    assert "Northern Mail" not in words(groups["agreements"])
    assert groups["contradictions"].xpath(".//mark/text()") == ["rbour "]
    assert "Open is not closed." in words(groups["contradictions"])
    assert [words(one) for one in page.xpath("//ul[@class='tally-line']/li")] == ["= Agree 2", "≠ Contradict 1"]
    assert not page.xpath("//script")


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("path", ["/", "/search/judged"])
def test_filters_narrow_and_stay_in_the_form(see, words, path):
    page = see(address_of(path, q=CLAIM, outlet="Northern Mail", speaker="", since="2025-12-01"))
    assert len(page.xpath("//li[contains(@class, 'match')]")) == 1
    assert "Coast Times" not in words(page.xpath("//*[@id='answer']")[0])
    assert page.xpath("//input[@name='outlet']/@value") == ["Northern Mail"]
    assert page.xpath("//input[@name='since']/@value") == ["2025-12-01"]
    assert page.xpath("//textarea")[0].text == CLAIM
    assert page.xpath("//form//details/@open")
    nothing = see(address_of(path, q=CLAIM, until="2020-01-01"))
    assert "No claim comes near this one" in words(nothing)


@pytest.mark.usefixtures("stored")
def test_a_blank_claim_is_no_claim(see):
    assert not see(address_of(q="   ")).xpath("//li[@class='match']")


def test_every_field_has_a_label(see):
    page = see("/")
    for field in page.xpath("//form//input | //form//textarea"):
        assert page.xpath("//label[@for=$name]", name=field.get("id")), field.get("name")


def test_a_claim_that_is_too_long_is_refused_in_words(see, words):
    assert "q: String should have at most 20000 characters" in words(see(address_of(q="a" * 20_001), 422))
