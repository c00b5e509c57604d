"""Taking an article down on the pages: what goes is said before and after, and only our own pages can do it."""

import pytest

from service.flows.review import judge_comparison
from service.store.comparisons import ComparisonFilter, find_comparisons

SAME = {"Sec-Fetch-Site": "same-origin"}
ASKED = ["its text, in 1 version", "1 claim", "2 comparisons with other claims", "1 judgement of people"]


@pytest.fixture
def judged(workspace, stored):
    """The articles' ids; somebody said of one pair of the open bridge that it contradicts."""
    with workspace.store.reading() as connection:
        pair, *_ = find_comparisons(connection, ComparisonFilter(relation="contradicts"))
    judge_comparison(workspace, pair.id, verdict="contradicts", note="I rang the harbour master")
    return stored


def parts_of(page, words):
    return [words(one) for one in page.xpath("//ul[@class='traces']/li")]


def test_the_article_leads_to_a_page_that_says_what_would_go(see, words, judged):
    article = see(f"/articles/{judged['open']}")
    (form,) = article.xpath("//section[h2[@id='takedown']]//form")
    assert (form.get("method"), form.get("action")) == ("get", f"/articles/{judged['open']}/takedown")
    assert "go 1 claim, 2 comparisons and 1 judgement" in words(article).replace("goes", "go")
    page = see(form.get("action"))
    assert parts_of(page, words) == [*ASKED, "its part in 0 facts"]
    assert "1 judgement with its note will be missing from the history" in words(page)
    assert page.xpath("//form[@method='post']/@action") == [f"/articles/{judged['open']}/takedown"]
    see(f"/articles/{judged['open']}")  # asking changes nothing


def test_an_article_that_nobody_judged_is_told_without_a_warning(see, words, judged):
    page = see(f"/articles/{judged['also closed']}/takedown")
    assert not page.xpath("//p[@class='failure']")
    assert parts_of(page, words)[-2:] == ["0 judgements of people", "its part in 1 fact"]


def test_what_was_taken_down_is_gone_and_the_page_says_what_went(see, words, client, judged):
    address = f"/articles/{judged['open']}/takedown"
    answer = client.post(address, headers=SAME)
    assert answer.status_code == 303
    page = see(answer.headers["location"])
    assert words(page.xpath("//h1")[0]) == "Taken down"
    assert parts_of(page, words) == [*ASKED, "its part in 0 facts"]
    see(f"/articles/{judged['open']}", 404)
    assert "I rang the harbour master" not in words(see("/review/history"))
    see(f"/articles/{judged['closed']}")
    assert len(client.get("/api/v1/articles").json()["articles"]) == 2


def test_the_page_can_be_opened_and_sent_again_and_then_tells_when_it_went(see, words, client, judged):
    address = f"/articles/{judged['open']}/takedown"
    client.post(address, headers=SAME)
    again = see(address)
    assert "This article was taken down" in words(again)
    assert not again.xpath("//form")
    assert client.post(address, headers=SAME).status_code == 303


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}])
def test_a_foreign_page_takes_nothing_down(see, client, stored, headers):
    answer = client.post(f"/articles/{stored['open']}/takedown", headers=headers)
    assert answer.status_code == 403
    see(f"/articles/{stored['open']}")


def test_of_an_article_that_never_was_nothing_is_asked(see, words, client):
    assert "No article is stored under 'nobody'" in words(see("/articles/nobody/takedown", 404))
    assert client.post("/articles/nobody/takedown", headers=SAME).status_code == 404


def test_the_article_says_what_its_lines_mean(see, words, stored):
    def legend(name):
        return [words(one) for one in see(f"/articles/{stored[name]}").xpath("//ul[@class='legend']/li")]

    assert legend("open") == ["contradicted elsewhere", "a claim, nothing found about it"]
    assert "also told elsewhere" not in legend("open")
