"""Who agrees with whom: the picture and the table say the same, and every number leads to its pairs."""

from urllib.parse import parse_qs, urlsplit

import pytest

PAIRS = "//section[h2[@id='numbers']]//tbody/tr"


def test_an_empty_store_says_what_to_do(see, words, links):
    page = see("/outlets")
    assert "No articles yet" in words(page)
    assert "/ingest" in links(page)
    assert not page.xpath("//svg")


@pytest.mark.usefixtures("stored")
def test_the_table_counts_pairs_of_outlets_by_relation(see, words):
    rows = [[words(cell) for cell in row] for row in see("/outlets").xpath(PAIRS)]
    assert rows == [
        ["Coast Times and Harbour Gazette", "1", "0", "0", "0", "0"],
        ["Coast Times and Northern Mail", "0", "1", "0", "0", "0"],
        ["Harbour Gazette and Northern Mail", "0", "1", "0", "0", "0"],
    ]


@pytest.mark.usefixtures("stored")
def test_every_number_leads_to_as_many_pairs(see, words):
    page = see("/outlets")
    found = page.xpath(f"{PAIRS}/td/a")
    assert len(found) == 3
    for link in found:
        listed = see(link.get("href"))
        assert len(listed.xpath("//article[contains(@class, 'pair')]")) == int(words(link))
        assert listed.xpath("//input[@name='other']/@value")[0]
    assert [link.get("aria-label") for link in found] == ["1 agreement", "1 contradiction", "1 contradiction"]


def meaning_of(linked):
    """A number with the relation and the two outlets that its address names."""
    address, number = linked
    asked = parse_qs(urlsplit(address).query)
    return asked["relation"], sorted(asked["outlet"] + asked["other"]), number


@pytest.mark.usefixtures("stored")
def test_the_picture_has_the_same_numbers_as_the_table(see, words):
    page = see("/outlets")
    (picture,) = page.xpath("//*[local-name()='svg'][contains(@class, 'matrix')]")
    assert picture.get("role") == "img"
    title, about = (page.get_element_by_id(key).text for key in picture.get("aria-labelledby").split())
    assert title == "Outlets by outlets"
    assert "The numbers stand in the table below." in about
    drawn = [
        (cell.get("data-href"), words(cell.xpath("./*[local-name()='text']")[0]))
        for cell in picture.xpath(".//*[contains(@class, 'cell')]")
    ]
    told = [(link.get("href"), words(link)) for link in page.xpath(f"{PAIRS}/td/a")]
    assert sorted(map(meaning_of, drawn)) == sorted(map(meaning_of, told))
    assert len(drawn) == 3
    assert not picture.xpath(".//@style")
    assert not picture.xpath(".//a")


@pytest.mark.usefixtures("stored")
def test_the_other_picture_shows_the_other_relations(see):
    page = see("/outlets?picture=views")
    assert not page.xpath("//*[local-name()='g']")
    assert page.xpath("//nav[@aria-label='What the picture shows']//a[@aria-current]/@href") == [
        "/outlets?picture=views"
    ]


@pytest.mark.usefixtures("stored")
def test_one_outlet_against_the_others(see, words):
    page = see("/outlets?outlet=Northern+Mail")
    assert words(page.xpath("//h1")[0]) == "Northern Mail and the others"
    assert [words(row[0]) for row in page.xpath(PAIRS)] == [
        "Northern Mail and Coast Times",
        "Northern Mail and Harbour Gazette",
    ]
    assert not page.xpath("//*[local-name()='svg'][contains(@class, 'matrix')]")
    assert "Nothing between this outlet and others" in words(see("/outlets?outlet=Nobody"))


@pytest.mark.usefixtures("stored")
def test_volume_is_drawn_for_wide_and_narrow_windows_with_its_numbers(see, words):
    page = see("/outlets")
    strips = page.xpath("//*[local-name()='svg'][contains(@class, 'strips')]")
    assert [picture.get("class").split()[-1] for picture in strips] == ["wide", "narrow"]
    rows = page.xpath("//section[h2[@id='volume']]//tbody/tr")
    assert [words(cell) for cell in rows[0]] == ["8 Dec 2025", "3", "3", "2"]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_many_pairs_come_in_pages(client, settle, article, see):
    texts = [article("The harbour bridge was closed.", f"Paper {number:02}") for number in range(12)]
    client.post("/api/v1/articles", json=texts)
    settle()
    first = see("/outlets")
    assert len(first.xpath(PAIRS)) == 50
    (more,) = first.xpath("//a[@rel='next']/@href")
    assert len(see(more).xpath(PAIRS)) == 16


def test_names_of_outlets_are_only_text(client, settle, article, see):
    evil = '"><script>alert(1)</script>&other=x'
    client.post(
        "/api/v1/articles",
        json=[
            article("The bridge was closed to all lorries.", evil, url="https://evil.example/1"),
            article("The bridge was open to all lorries.", "אל\u202e ערב", url="https://other.example/1"),
        ],
    )
    settle()
    page = see("/outlets")
    assert not page.xpath("//script[not(@src)]")
    (address,) = page.xpath(f"{PAIRS}/td/a/@href")
    assert sorted(parse_qs(urlsplit(address).query)["outlet"] + parse_qs(urlsplit(address).query)["other"]) == sorted(
        [evil, "אל\u202e ערב"]
    )
    assert len(see(address).xpath("//article[contains(@class, 'pair')]")) == 1


def test_the_picture_shows_no_more_than_twenty(client, settle, article, see, words):
    texts = [article("The harbour bridge was closed.", f"Paper {number:02}") for number in range(22)]
    client.post("/api/v1/articles", json=texts)
    settle()
    page = see("/outlets")
    assert len(page.xpath("//*[local-name()='text'][@text-anchor='end'][@class='name']")) == 20
    assert "These are the 20 outlets with most pairs" in words(page)
