import pytest

API = "/api/v1"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "media_type", "start"),
    [
        (None, "application/json", "{"),
        ("*/*", "application/json", "{"),
        ("text/csv", "text/csv", "section,"),
        ("text/markdown, text/html;q=0.5", "text/markdown", "#"),
        ("text/html;q=0.4, text/csv;q=0.6", "text/csv", "section,"),
        ("text/*;q=0.1, text/html", "text/html", "<!doctype html>"),
        (BROWSER, "text/html", "<!doctype html>"),
        ("application/json;q=0, */*;q=0.1", "text/markdown", "#"),
    ],
)
@pytest.mark.usefixtures("stored")
def test_the_form_of_a_report_is_negotiated(client, accept, media_type, start):
    headers = {"Accept": accept} if accept else {}
    answer = client.get(f"{API}/reports/contradictions", headers=headers)
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert answer.headers["vary"] == "Accept"
    assert answer.text.lower().lstrip().startswith(start)


@pytest.mark.parametrize("accept", ["image/png", "application/json;q=0, text/*;q=0"])
def test_a_form_that_is_not_offered_is_refused(client, accept):
    answer = client.get(f"{API}/reports/contradictions", headers={"Accept": accept})
    assert (answer.status_code, answer.json()["code"]) == (406, "not-acceptable")


@pytest.mark.usefixtures("stored")
def test_the_page_may_load_nothing(client):
    answer = client.get(f"{API}/reports/contradictions", headers={"Accept": "text/html"})
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "Harbour Gazette" in answer.text
    assert "Northern Mail" in answer.text


def test_text_of_articles_is_only_ever_text(client, settle, article):
    for outlet, state in (("<script>Evil", "open"), ("Plain Mail", "closed")):
        client.post(f"{API}/articles", json=article(f"The bridge over the river is {state}.", outlet))
    settle()
    page = client.get(f"{API}/reports/contradictions", headers={"Accept": "text/html"}).text
    assert "&lt;script&gt;Evil" in page
    assert "<script" not in page


@pytest.mark.usefixtures("stored")
def test_a_report_is_narrowed(client):
    everything = client.get(f"{API}/reports/contradictions").json()
    assert len(everything["items"]) == 2
    narrowed = client.get(f"{API}/reports/contradictions", params={"outlet": "Coast Times"}).json()
    assert len(narrowed["items"]) == 1
    assert narrowed["filters"]["outlet"] == "Coast Times"


@pytest.mark.usefixtures("stored")
def test_a_briefing_has_all_parts_on_one_topic(client):
    form = client.get(f"{API}/reports/briefing", params={"topic": "bridge"}).json()
    parts = {part["kind"]: part for part in form["parts"]}
    assert list(parts) == ["agreements", "contradictions", "changed", "framings", "single-source", "coverage"]
    assert len(parts["contradictions"]["items"]) == 2
    assert parts["coverage"]["counts"]["outlets"] == 3
    assert form["items"] == []
    nothing = client.get(f"{API}/reports/briefing", params={"topic": "volcano"})
    assert not any(part["items"] + part["singles"] for part in nothing.json()["parts"])
    page = client.get(f"{API}/reports/briefing", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "Sources that contradict each other" in page.text


def test_a_report_of_an_unknown_kind_is_refused(client):
    answer = client.get(f"{API}/reports/gossip")
    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (422, "kind")


def test_framings_say_who_evaluates_what_in_which_words(client, settle, article):
    text = "The Kremlin welcomed the new trade strategy on Sunday. Beijing condemned the new trade strategy."
    client.post(f"{API}/articles", json=article(text, "Coast Times"))
    settle()
    found = client.get(f"{API}/framings", params={"target": "trade strategy"}).json()
    assert found["total"] == len(found["framings"]) == 2
    assert {(row["body"], row["evaluation"]) for row in found["framings"]} == {
        ("Russia", "welcomes"),
        ("China", "condemns"),
    }
    assert found["matrix"]["evaluations"] == ["welcomes", "condemns"]
    (row,) = found["matrix"]["rows"]
    assert (row["outlet"], [cell[0]["words"] for cell in row["cells"]]) == ("Coast Times", ["welcomed", "condemned"])
    only = client.get(f"{API}/framings", params={"actor": "Moscow"}).json()["framings"]
    assert [row["words"] for row in only] == ["welcomed"]
    assert only[0]["claim"]["published"] == {"value": "2025-12-08", "other": None, "ambiguous": False}
