"""Pairs by relation: filtered, paged, with what people said of them."""

import pytest

from service.flows.review import judge_comparison


def find_pairs(page):
    return page.xpath("//article[starts-with(@id, 'pair-')]")


@pytest.mark.usefixtures("stored")
def test_contradictions_stand_side_by_side_with_their_reasons(see, words):
    page = see("/contradictions")
    pairs = find_pairs(page)
    assert len(pairs) == 2
    assert {words(one) for one in pairs[0].xpath(".//p[@class='outlet']")} >= {"Northern Mail"}
    assert "Open is not closed." in words(pairs[0])
    assert "97 %" in words(pairs[0])
    tabs = [words(tab) for tab in page.xpath("//ul[@class='tabs']/li")]
    assert tabs == ["≠ Contradictions", "= Agreements", "→ Changed", "⇄ Framed differently"]


@pytest.mark.usefixtures("stored")
def test_other_relations_have_a_tab_each(see, words):
    page = see("/contradictions?relation=agrees")
    (pair,) = find_pairs(page)
    assert "2 outlets, 2 origins" in words(pair)
    assert page.xpath("//ul[@class='tabs']//a[@aria-current]/@href") == ["/contradictions?relation=agrees"]
    assert words(page.xpath("//h1")[0]) == "Agreements"
    assert "None yet" in words(see("/contradictions?relation=changed"))


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("outlet=Coast+Times", 1),
        ("outlet=Nobody", 0),
        ("topic=buses", 1),
        ("topic=strategy", 0),
        ("since=2025-12-08", 2),
        ("since=2025-12-09", 0),
        ("until=2025-12-07", 0),
        ("sure=97", 2),
        ("sure=98", 0),
        ("sure=", 2),
        ("show=within", 0),
        ("show=withheld", 0),
    ],
)
def test_filters_narrow_and_stay_in_the_form(see, words, asked, count):
    page = see(f"/contradictions?{asked}")
    assert len(find_pairs(page)) == count
    if not count:
        assert "Nothing to show here" in words(page)
        assert "/contradictions?relation=contradicts" in page.xpath("//main//a/@href")
    name, _, value = asked.partition("=")
    if name != "show":
        assert page.xpath(f"//input[@name='{name}']/@value") == [value.replace("+", " ")]


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("", ""),
        ("outlet=Coast+Times&topic=bridge", "outlet=Coast+Times&topic=bridge"),
        ("topic=bridge&relation=changed&sure=40", "topic=bridge&sure=40"),
        ("show=within&since=2025-12-01", "show=within&since=2025-12-01"),
        ("show=withheld&topic=bridge", "topic=bridge"),
    ],
)
def test_another_relation_keeps_the_filters(see, asked, kept):
    """What was turned away are contradictions: no other relation has it."""
    tabs = see(f"/contradictions?{asked}").xpath("//ul[@class='tabs']//a/@href")
    for tab, relation in zip(tabs, (None, "agrees", "changed", "framing"), strict=True):
        parameters = {*kept.split("&"), *([f"relation={relation}"] if relation else [])} - {""}
        path, _, query = tab.partition("?")
        assert (path, set(query.split("&")) - {""}) == ("/contradictions", parameters)


@pytest.mark.usefixtures("stored")
def test_another_relation_begins_with_its_first_page(see, monkeypatch):
    monkeypatch.setattr("service.web.pages.pairs.PAGE", 1)
    (following,) = see("/contradictions?topic=bridge").xpath("//nav[@class='pager']//a[@rel='next']/@href")
    tabs = see(following).xpath("//ul[@class='tabs']//a/@href")
    assert tabs[:2] == ["/contradictions?topic=bridge", "/contradictions?topic=bridge&relation=agrees"]


def test_pairs_within_an_article_stand_apart(see, client, settle, article):
    client.post("/api/v1/articles", json=article("The bridge was open. The bridge was closed.", "Coast Times"))
    settle()
    assert not find_pairs(see("/contradictions"))
    (pair,) = find_pairs(see("/contradictions?show=within"))
    assert not pair.xpath(".//p[contains(@class, 'origins')]")


def test_a_judgement_is_obeyed_and_shown(see, words, workspace, client, stored):
    found = client.get("/api/v1/comparisons", params={"relation": "agrees"}).json()["comparisons"]
    judge_comparison(workspace, found[0]["id"], verdict="contradicts", note="Read <b>both</b>", judged_by="Ada")
    assert not find_pairs(see("/contradictions?relation=agrees"))
    pairs = find_pairs(see("/contradictions?sure=99"))
    assert [one.get("id") for one in pairs] == [f"pair-{found[0]['id']}"], "a person's word needs no confidence"
    assert "Judged “contradicts” by Ada" in words(pairs[0])
    assert "Read <b>both</b>" in words(pairs[0])
    assert "Machine’s confidence" in words(pairs[0])


def test_a_dismissed_pair_is_gone(see, workspace, client, stored):
    found = client.get("/api/v1/comparisons", params={"relation": "contradicts"}).json()["comparisons"]
    judge_comparison(workspace, found[0]["id"], verdict="false_alarm")
    assert len(find_pairs(see("/contradictions"))) == 1


@pytest.mark.usefixtures("stored")
def test_long_lists_come_in_pages(see, monkeypatch, words):
    monkeypatch.setattr("service.web.pages.pairs.PAGE", 1)
    first = see("/contradictions?topic=bridge")
    (address,) = first.xpath("//nav[@class='pager']//a[@rel='next']/@href")
    assert address.startswith("/contradictions?topic=bridge&cursor=")
    second = see(address)
    assert [one.get("id") for one in find_pairs(first)] != [one.get("id") for one in find_pairs(second)]
    assert second.xpath("//nav[@class='pager']//a/@href") == ["/contradictions?topic=bridge"]
    assert "That is all." in words(second)


@pytest.mark.parametrize(
    ("asked", "named"),
    [("sure=101", "sure"), ("relation=quarrels", "relation"), ("since=soon", "since"), ("cursor=x", "cursor")],
)
def test_what_cannot_be_asked_is_said(see, words, asked, named):
    assert named in words(see(f"/contradictions?{asked}", 422).xpath("//main")[0])


@pytest.mark.usefixtures("stored")
def test_copies_of_a_dismissed_pair_are_gone_and_come_back_with_it(see, workspace, client, settle, article):
    client.post("/api/v1/articles", json=article("The harbour bridge was open to all lorries.", "Eastern Star"))
    settle()
    ask = {"params": {"relation": "contradicts"}}
    found = client.get("/api/v1/comparisons", **ask).json()["comparisons"]
    assert len(find_pairs(see("/contradictions"))) == 2, "of four pairs, folded"
    lorries = [one for one in found if "buses" not in one["a"]["quote"] + one["b"]["quote"]]
    assert (len(found), len(lorries)) == (4, 2)
    judge_comparison(workspace, lorries[0]["id"], verdict="false_alarm")
    (pair,) = find_pairs(see("/contradictions"))
    assert "buses" in pair.text_content()
    copy = next(one for one in client.get("/api/v1/comparisons").json()["comparisons"] if one["id"] == lorries[1]["id"])
    assert (copy["relation"], copy["judgement"]["verdict"]) == (None, "false_alarm")
    assert copy["judgement"]["on"] == lorries[0]["id"]
    client.delete(f"/api/v1/comparisons/{lorries[1]['id']}/judgements")
    assert len(find_pairs(see("/contradictions"))) == 2
    assert len(client.get("/api/v1/comparisons", **ask).json()["comparisons"]) == 4
