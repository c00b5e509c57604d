"""The pages of facts: listed and narrowed; one told with its history, disputes, values, and as of any time."""

import pytest

from service.flows.review import judge_comparison
from service.store.comparisons import ComparisonFilter, find_comparisons


@pytest.fixture
def fact(client, stored):
    (found,) = client.get("/api/v1/facts").json()["facts"]
    return found


def lines_of(page):
    return page.xpath("//ol[@class='facts']/li")


def part_of(page, name):
    (found,) = page.xpath(f"//section[@aria-labelledby='{name}']")
    return found


def steps_of(page):
    return page.xpath("//ol[@class='tellings']/li")


def pairs_of(part):
    return part.xpath(".//article[starts-with(@id, 'pair-')]")


def test_an_empty_store_says_what_to_do(see, words, links):
    page = see("/facts")
    assert "No facts yet" in words(page)
    assert {"/ingest", "/status"} <= set(links(page))


def test_a_line_names_words_origins_flags_and_days(see, words, links, fact):
    page = see("/facts")
    (line,) = lines_of(page)
    assert fact["claim"]["quote"] in words(line)
    assert "2 outlets, 2 origins · ≠ disputed" in words(line)
    assert "8 December 2025 ·" in words(line), "one day is told once"
    assert f"/facts/{fact['id']}" in links(line)
    assert page.xpath("//nav[@aria-label='Pages']//a[@aria-current]/@href") == ["/facts"]


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("outlet=Coast+Times", 1),
        ("outlet=Northern+Mail", 0),
        ("topic=buses", 1),
        ("topic=strategy", 0),
        ("since=2025-12-08", 1),
        ("since=2025-12-09", 0),
        ("until=2025-12-07", 0),
        ("flag=disputed", 1),
        ("flag=withdrawn", 0),
        ("min_origins=2", 1),
        ("min_origins=3", 0),
        ("topic=&outlet=&since=&until=&flag=&min_origins=&told_by=&order=", 1),
    ],
)
@pytest.mark.usefixtures("stored")
def test_filters_narrow_and_stay_in_the_form(see, words, links, asked, count):
    page = see(f"/facts?{asked}")
    assert len(lines_of(page)) == count
    if not count:
        assert "No fact is like this" in words(page)
        assert "/facts" in links(page.xpath("//section[@class='empty']")[0])
    name, _, value = asked.partition("=")
    if name == "flag":
        assert page.xpath("//select[@name='flag']/option[@selected]/@value") == [value]
    elif "&" not in asked:
        assert page.xpath(f"//input[@name='{name}']/@value") == [value.replace("+", " ")]


@pytest.mark.parametrize(
    "asked", ["flag=wrong", "min_origins=-1", "since=soon", "cursor=x", "told_by=nobody", "order=worth"]
)
def test_what_cannot_be_asked_is_said(see, words, asked):
    assert asked.partition("=")[0] in words(see(f"/facts?{asked}", 422).xpath("//main")[0])


@pytest.fixture
def make_two(client, settle, article, workspace, monkeypatch):
    """Two facts of two outlets each, the later one two days later, between which a model sees this relation."""

    def make(relation, before, after):
        model = type(workspace.pair_model)
        monkeypatch.setattr(model, "_relation", lambda _, a, b: "agrees" if a == b else relation)
        monkeypatch.setattr(model, "_entailment", lambda self, _: self._sure(3, 1))
        for name, text, day in (("A", before, "08"), ("B", before, "08"), ("C", after, "10"), ("D", after, "10")):
            body = article(text, f"{name} Post", published_at=f"2025-12-{day}", title=f"Fire, says {name}")
            client.post("/api/v1/articles", json=body)
            settle()
        return client.get("/api/v1/facts").json()["facts"]

    return make


def test_facts_come_in_pages(see, words, make_two, monkeypatch):
    make_two("framing", "A fire broke out on the pier.", "A fire broke out on the ferry.")
    monkeypatch.setattr("service.web.pages.facts.PAGE", 1)
    first = see("/facts?topic=fire")
    (address,) = first.xpath("//nav[@class='pager']//a[@rel='next']/@href")
    assert address.startswith("/facts?topic=fire&cursor=")
    second = see(address)
    assert words(*lines_of(first)) != words(*lines_of(second))
    assert len(lines_of(first)) == len(lines_of(second)) == 1
    assert "That is all." in words(second)
    assert "2 facts like this" in words(second)


TOLD = {"pier": ("One", "Two"), "ferry": ("One", "Two", "Three", "Four"), "market": ("One", "Two", "Three")}
"""Where fires broke out, by the outlets that tell it; the last fact formed is the one that changed last."""


@pytest.fixture
def fires(client, settle, article, workspace, monkeypatch):
    """Facts of two, four and three outlets, and one that a single outlet tells in two articles."""
    model = type(workspace.pair_model)
    monkeypatch.setattr(model, "_relation", lambda _, a, b: "agrees" if a == b else "related")
    monkeypatch.setattr(model, "_entailment", lambda self, _: self._sure(3, 1))
    for place, outlets in {**TOLD, "museum": ("Twice", "Twice")}.items():
        for at, outlet in enumerate(outlets):
            body = article(f"A fire broke out on the {place}.", f"{outlet} Post", url=f"https://f.example/{place}/{at}")
            client.post("/api/v1/articles", json=body)
        settle()


def places_of(page):
    return [words.split()[-1].strip(".") for words in page.xpath("//p[@class='fact-words']/a/text()")]


@pytest.mark.usefixtures("fires")
def test_by_default_facts_of_several_outlets_are_listed_and_those_of_most_origins_come_first(see, words):
    page = see("/facts")
    assert places_of(page) == ["ferry", "market", "pier"]
    told = words(page.xpath("//p[@class='soft found']")[0])
    assert told.startswith("3 facts that at least two outlets tell; most independent origins first")
    assert "1 more of one outlet alone" in told
    (everything,) = page.xpath("//p[@class='soft found']/a/@href")
    every = see(everything)
    assert places_of(every) == ["ferry", "market", "pier", "museum"]
    assert "at least two outlets" not in words(every.xpath("//p[@class='soft found']")[0])


@pytest.mark.usefixtures("fires")
def test_what_changed_last_comes_first_where_that_is_asked_for(see, words):
    page = see("/facts?order=changed")
    assert places_of(page) == ["market", "ferry", "pier"]
    assert "what changed last comes first" in words(page.xpath("//p[@class='soft found']")[0])
    assert page.xpath("//select[@name='order']/option[@selected]/@value") == ["changed"]


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("order=origins", ["ferry", "market", "pier"]),
        ("order=changed", ["market", "ferry", "pier"]),
        ("told_by=any", ["ferry", "market", "pier", "museum"]),
    ],
)
@pytest.mark.usefixtures("fires")
def test_page_after_page_every_fact_is_seen_once_in_either_order(see, monkeypatch, asked, places):
    monkeypatch.setattr("service.web.pages.facts.PAGE", 1)
    address, seen = f"/facts?{asked}", []
    while address:
        page = see(address)
        seen += places_of(page)
        address = next(iter(page.xpath("//nav[@class='pager']//a[@rel='next']/@href")), None)
    assert seen == places


@pytest.mark.usefixtures("fires")
def test_a_cursor_of_the_other_order_is_refused(see, words, monkeypatch):
    monkeypatch.setattr("service.web.pages.facts.PAGE", 1)
    (address,) = see("/facts").xpath("//nav[@class='pager']//a[@rel='next']/@href")
    assert "is not a cursor" in words(see(f"{address}&order=changed", 422))


@pytest.mark.usefixtures("fires")
def test_where_only_one_outlet_tells_it_the_page_says_so_and_leads_there(see, words):
    page = see("/facts?topic=museum")
    assert "1 fact like this is told by one outlet alone" in words(page)
    (address,) = page.xpath("//section[@class='empty']//a/@href")
    assert places_of(see(address)) == ["museum"]


def test_a_fact_tells_who_said_it_in_whose_words(see, words, fact, news):
    page = see(f"/facts/{fact['id']}")
    assert words(page.xpath("//h1")[0]) == fact["claim"]["quote"]
    assert words(page.xpath("//dl[@class='standing']")[0]) == "Independent origins2 Outlets2 Statements2"
    first, second = steps_of(page)
    assert {words(one.xpath(".//blockquote")[0]) for one in (first, second)} == {
        news["closed"]["text"],
        news["also closed"]["text"],
    }
    assert "Reported 8 December 2025" in words(first)
    assert "Formed" in words(part_of(page, "became"))


def test_every_step_links_to_the_article_and_to_the_original(see, links, client, fact, stored):
    found = links(see(f"/facts/{fact['id']}"))
    (claim,) = client.get(f"/api/v1/articles/{stored['closed']}").json()["claims"]
    assert f"/articles/{stored['closed']}#claim-{claim['claim']}" in found
    assert any(link.startswith("https://harbour.example/bridge#:~:text=") for link in found)


def test_what_contradicts_it_stands_side_by_side_with_the_fact_on_the_left(see, words, compared, fact, news):
    found = compared("contradicts")
    open_first = {f"pair-{one.id}": one.a.said.quote == news["open"]["text"] for one in found}
    page = see(f"/facts/{fact['id']}")
    pairs = pairs_of(part_of(page, "disputes"))
    assert len(pairs) == 2
    for pair in pairs:
        left, right = (words(side) for side in pair.xpath(".//figure"))
        assert "Northern Mail" in right
        assert news["open"]["text"] in right
        assert "closed" in left
        assert "Open is not closed." in words(pair)
        # The small model marks four letters of a, six of b: marks stay with their sides when these change places.
        marked = [len(mark.text) for mark in pair.xpath(".//mark")]
        assert marked == ([6, 4] if open_first[pair.get("id")] else [4, 6])
    assert "≠ disputed since" in words(page)
    assert not page.xpath("//section[@aria-labelledby='changes']")


def test_a_fact_that_nothing_stands_against_says_so(see, words, client, make_two):
    facts = make_two("framing", "A fire broke out on the pier.", "A fire broke out on the ferry.")
    page = see(f"/facts/{facts[0]['id']}")
    assert "Nothing stands against it: not disputed, not changed, not withdrawn." in words(page)
    assert not page.xpath("//section[@aria-labelledby='disputes' or @aria-labelledby='values']")


def test_values_that_move_are_drawn_with_their_sources_beside(see, words, links, make_two):
    later, early = make_two("changed", "At least 12 people were hurt.", "At least 19 people were hurt.")
    page = see(f"/facts/{early['id']}")
    part = part_of(page, "values")
    assert part.xpath(".//svg[@role='img']/title")
    rows = [words(row) for row in part.xpath(".//tbody/tr")]
    assert len(rows) == 4
    assert [("12" in row, "19" in row) for row in rows] == [(True, False)] * 2 + [(False, True)] * 2
    assert all(any(f"{name} Post" in row for row in rows) for name in "ABCD")
    pairs = pairs_of(part_of(page, "changes"))
    assert pairs
    assert {f"/facts/{one['id']}" for one in (early, later)} & set(links(part_of(page, "changes")))
    assert "→ changed since" in words(page)


@pytest.fixture
def compared(workspace):
    def found(relation):
        with workspace.store.reading() as connection:
            return find_comparisons(connection, ComparisonFilter(relation=relation))

    return found


@pytest.fixture
def merged(client, workspace, make_two, compared, monkeypatch):
    """The ids of a fact and of another that a person merged into it on 5 January 2999."""
    facts = make_two("framing", "A fire broke out on the pier.", "A fire broke out on the ferry.")
    monkeypatch.setattr("service.flows.review.now", lambda: "2999-01-05T12:00:00.000000Z")
    monkeypatch.setattr("service.flows.facts.now", lambda: "2999-01-05T12:00:00.000000Z")
    pair, *_ = compared("framing")
    judge_comparison(workspace, pair.id, verdict="agrees")
    (left,) = client.get("/api/v1/facts").json()["facts"]
    (gone,) = {one["id"] for one in facts} - {left["id"]}
    return left["id"], gone


def test_an_old_id_leads_to_where_it_went_and_is_still_shown_as_it_was(see, words, client, merged):
    left, gone = merged
    answer = client.get(f"/facts/{gone}")
    assert (answer.status_code, answer.headers["location"]) == (307, f"/facts/{left}?was={gone}")
    page = see(answer.headers["location"])
    assert "was merged into this one 5 January 2999" in words(page)
    (address,) = part_of(page, "became").xpath(".//a/@href")
    assert address == f"/facts/{gone}?as_of=2999-01-05T11%3A59%3A58.000000Z"
    before = see(address)
    assert len(steps_of(before)) == 2
    assert "Merged" not in words(before)
    after = see(f"/facts/{gone}?as_of=2999-01-06")
    assert "Its statements went into another fact" in words(after)
    assert "Merged into another fact" in words(part_of(after, "became"))


@pytest.fixture
def withdrawn(client, fact, article, settle, monkeypatch):
    """The fact's id; on 5 January 2999 one of its articles stops saying it."""
    monkeypatch.setattr("service.flows.ingest.now", lambda: "2999-01-05T12:00:00.000000Z")
    monkeypatch.setattr("service.flows.facts.now", lambda: "2999-01-05T12:00:00.000000Z")
    client.post("/api/v1/articles", json=article("The weather was fine.", "Coast Times"))
    settle()
    return fact["id"]


def test_as_of_shows_what_was_known_then(see, words, withdrawn):
    now, then = see(f"/facts/{withdrawn}"), see(f"/facts/{withdrawn}?as_of=2999-01-04")
    assert "× withdrawn since 5 January 2999" in words(now)
    assert "Withdrawn 5 January 2999" in words(steps_of(now)[-1])
    assert "× withdrawn" not in words(then)
    assert "As of 4 January 2999. This page shows what was known here then" in words(then)
    assert then.xpath("//input[@name='as_of']/@value") == ["2999-01-04"]
    assert len(steps_of(then)) == 2


def test_before_it_was_known_there_is_only_a_way_back(see, words, links, fact):
    page = see(f"/facts/{fact['id']}?as_of=2020-01-01", 404)
    assert "As of 1 January 2020 this fact was not known here" in words(page)
    assert f"/facts/{fact['id']}" in links(page)
    assert "as_of" in words(see(f"/facts/{fact['id']}?as_of=soon", 422).xpath("//main")[0])
    assert "No fact is stored" in words(see("/facts/nothing", 404))


def test_a_fact_that_was_dissolved_says_so(see, words, workspace, compared, fact):
    (pair,) = compared("agrees")
    judge_comparison(workspace, pair.id, verdict="related")
    page = see(f"/facts/{fact['id']}")
    assert "no two articles say it alike any more" in words(page)
    assert [words(one.xpath(".//span[@class='told-kind']")[0]) for one in steps_of(page)][-1] == "− Left this fact"
    assert "Dissolved" in words(part_of(page, "became"))


def test_a_long_history_comes_in_pages(see, words, fact, monkeypatch):
    monkeypatch.setattr("service.web.pages.facts.PAGE", 1)
    first = see(f"/facts/{fact['id']}")
    assert len(steps_of(first)) == 1
    assert "2 steps; shown are 1 to 1." in words(first)
    (address,) = first.xpath("//nav[@aria-label='More of the history']//a[@rel='next']/@href")
    second = see(address)
    assert words(*steps_of(first)) != words(*steps_of(second))
    assert "That is all." in words(second)


def test_articles_claims_and_pairs_lead_to_the_fact(see, client, links, fact, stored):
    address = f"/facts/{fact['id']}"
    claims = {name: client.get(f"/api/v1/articles/{stored[name]}").json()["claims"][0]["claim"] for name in stored}
    assert address in links(see(f"/articles/{stored['closed']}"))
    assert address in links(see(f"/claims/{claims['closed']}"))
    assert address not in links(see(f"/articles/{stored['open']}"))
    assert address not in links(see(f"/claims/{claims['open']}"))
    assert address in links(see("/contradictions"))
    assert address in links(see("/contradictions?relation=agrees"))


@pytest.mark.parametrize(("asked", "is_open"), [("", False), ("?topic=bridge", True)])
def test_the_filter_is_folded_until_it_is_used(see, asked, is_open):
    (filter_,) = see(f"/facts{asked}").xpath("//form[@class='filters']/details")
    assert (filter_.get("open") is not None) == is_open
