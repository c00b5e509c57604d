"""The commands `changes` and `copies`: what a terminal shows, and the objects of the API."""

import json

import pytest
from fastapi.testclient import TestClient

from service.cli.main import main
from service.domain.articles import Article, PublicationTime
from service.flows.ingest import accept
from service.web.app import create_app

URL = "https://gazette.example/bridge"
FIRST = (
    "The harbour bridge was closed to all lorries on Monday, the port said. "
    "Repairs will cost 12 million crowns and take until spring.\n"
    "The mayor of Velm was not in town on Monday evening."
)
SECOND = FIRST.replace("12 million", "19 million").replace(
    "\nThe mayor of Velm was not in town on Monday evening.", "\nThe council of Velm meets again on Thursday morning."
)
WIRE = " ".join(
    f"Inspector {name} found {number} rusted bolts under the {place} pier of the harbour bridge that morning."
    for number, (name, place) in enumerate(
        [("Rell", "northern"), ("Odo", "southern"), ("Brandt", "eastern"), ("Greve", "western"), ("Tarn", "middle")], 12
    )
)


def article(text: str, outlet: str, url: str | None = None, title: str | None = "Bridge closed") -> Article:
    return Article(text, outlet=outlet, url=url, title=title, published=PublicationTime("2025-12-08"))


@pytest.fixture
def run(workspace, monkeypatch, capsys):
    """Runs a command in the small workspace; gives status, output and errors."""
    monkeypatch.setattr("service.cli.commands.Workspace", lambda _: workspace)
    monkeypatch.setattr(workspace, "close", lambda: None)

    def call(*arguments):
        status = main([str(a) for a in arguments])
        return (status, *capsys.readouterr())

    return call


@pytest.fixture
def add(workspace, settle):
    def call(*articles):
        for one in articles:
            accept(workspace, [one])
            settle()

    return call


def test_changes_show_words_and_claims(run, add):
    add(article(FIRST, "Gazette", URL), article(SECOND, "Gazette", URL))
    status, out, _ = run("changes", URL)
    assert status == 0
    assert "Gazette, 8 December 2025: Bridge closed" in out
    assert (
        "  - “12” became “19”\n      … the port said. Repairs will cost [19] million crowns and take until spring. …"
        in out
    )
    assert "CLAIMS THAT CHANGED (1)" in out
    assert "CLAIMS WITHDRAWN (1)\n\n  “The mayor of Velm was not in town on Monday evening.”" in out
    assert "CLAIMS ADDED (1)\n\n  “The council of Velm meets again on Thursday morning.”" in out
    assert out.rstrip().endswith("CLAIMS THAT STAYED: 1")
    assert (out.count("  from "), out.count("  to   "), out.count(", current")) == (1, 1, 1)


def test_changes_can_be_asked_for_backwards(run, add):
    add(article(FIRST, "Gazette", URL), article(SECOND, "Gazette", URL))
    form = json.loads(run("changes", URL, "--json")[1])
    status, out, _ = run("changes", URL, "--earlier", form["later"]["id"], "--later", form["earlier"]["id"])
    assert status == 0
    assert "“19” became “12”" in out


def test_words_put_to_somebody_else_are_a_change(run, add):
    spoken = "Mayor {} told the council about the bridge on Monday. “It will stay shut until spring,” he said."
    add(article(spoken.format("Odo Rell"), "Gazette", URL), article(spoken.format("Tam Greve"), "Gazette", URL))
    out = run("changes", URL)[1]
    assert "- It was quoted from Odo Rell; now it is quoted from Tam Greve." in out


def test_json_is_what_the_api_answers(run, add, workspace):
    add(article(FIRST, "Gazette", URL), article(SECOND, "Gazette", URL), article(SECOND, "Mail"))
    with TestClient(create_app(workspace, with_worker=False)) as client:
        key = article(SECOND, "Gazette", URL).key
        for command in ("changes", "copies"):
            answered = client.get(f"/api/v1/articles/{key}/{command}").json()
            assert json.loads(run(command, URL, "--json")[1]) == answered
    assert answered["same_text"] == [article(SECOND, "Mail").key]


def test_copies_show_edits_and_count_one_origin(run, add):
    add(
        article(WIRE, "Gazette", URL),
        article(WIRE.replace("Greve", "Quillan"), "Mail"),
        article("The council of Velm meets again on Thursday morning.", "Courier"),
    )
    status, out, _ = run("copies", URL)
    assert status == 0
    assert out.startswith("Gazette, 8 December 2025: Bridge closed\n2 outlets, 1 origin\n\nCOPIES (1)")
    assert "A copy:" in out
    assert "- “Greve” became “Quillan”" in out
    assert "Courier" not in out


def test_an_article_without_copies_says_so(run, add):
    add(article(FIRST, "Gazette", URL))
    status, out, _ = run("copies", "Bridge closed")
    assert (status, out.splitlines()[-1]) == (0, "No other article that is stored shares its text.")


def test_one_version_and_unknown_names_and_shared_names_fail_with_a_sentence(run, add):
    add(article(FIRST, "Gazette", URL), article(SECOND, "Mail"))
    assert (run("changes", URL)[0], "one version" in run("changes", URL)[2]) == (1, True)
    assert "No article is stored under 'bridges'" in run("copies", "bridges")[2]
    status, _, err = run("copies", "Bridge closed")
    assert status == 1
    assert article(FIRST, "Gazette", URL).key in err
    assert article(SECOND, "Mail").key in err
    assert "(Mail)" in err
