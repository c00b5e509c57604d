"""Facts over HTTP: listed, narrowed, paged, shown as of a time, and the shapes that are promised."""

import pytest
from pydantic import TypeAdapter

from service.web.fact_shapes import FactForm, FactsForm

API = "/api/v1"


@pytest.fixture
def fact(client, stored):
    (found,) = client.get(f"{API}/facts").json()["facts"]
    return found


def test_what_two_outlets_say_is_a_fact_and_the_third_disputes_it(client, fact, news):
    assert (fact["state"], fact["standing"]["independence"]) == ("living", "2 outlets, 2 origins")
    assert fact["claim"]["quote"] in {news["closed"]["text"], news["also closed"]["text"]}
    shown = client.get(f"{API}/facts/{fact['id']}").json()
    assert {name: shown[name] for name in fact} == fact
    assert {one["claim"]["quote"] for one in shown["members"]} == {news["closed"]["text"], news["also closed"]["text"]}
    assert {one["other"]["quote"] for one in shown["disputes"]} == {news["open"]["text"]}
    assert [one["kind"] for one in shown["history"]] == ["reported", "reported"]
    assert [one["kind"] for one in shown["events"]] == ["formed"]
    assert (shown["changes"], shown["series"], shown["as_of"]) == ([], None, None)


def test_a_claim_names_its_fact(client, fact, stored):
    for name, expected in (("closed", fact["id"]), ("open", None)):
        (claim,) = client.get(f"{API}/articles/{stored[name]}").json()["claims"]
        assert client.get(f"{API}/claims/{claim['claim']}").json()["fact"] == expected


def test_the_answers_are_of_the_shapes_that_are_promised(client, fact):
    TypeAdapter(FactsForm).validate_python(client.get(f"{API}/facts").json(), strict=True)
    TypeAdapter(FactForm).validate_python(client.get(f"{API}/facts/{fact['id']}").json(), strict=True)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({}, 1),
        ({"flag": "disputed"}, 1),
        ({"flag": "changed"}, 0),
        ({"flag": "withdrawn"}, 0),
        ({"min_origins": 2}, 1),
        ({"min_origins": 3}, 0),
        ({"outlet": "Coast Times"}, 1),
        ({"outlet": "Northern Mail"}, 0),
        ({"topic": "buses"}, 1),
        ({"topic": "buses", "outlet": "Harbour Gazette"}, 0),
        ({"since": "2025-12-09"}, 0),
        ({"until": "2025-12-08"}, 1),
    ],
)
@pytest.mark.usefixtures("stored")
def test_facts_are_narrowed(client, asked, count):
    assert len(client.get(f"{API}/facts", params=asked).json()["facts"]) == count


def test_facts_come_in_pages(client, stored, settle, article):
    client.post(f"{API}/articles", json=article("The harbour bridge was open to all buses.", "Evening Star"))
    settle()
    everything = client.get(f"{API}/facts").json()
    assert (len(everything["facts"]), everything["next_cursor"]) == (2, None)
    first = client.get(f"{API}/facts", params={"limit": 1}).json()
    rest = client.get(f"{API}/facts", params={"limit": 1, "cursor": first["next_cursor"]}).json()
    assert (first["facts"] + rest["facts"], rest["next_cursor"]) == (everything["facts"], None)


def test_as_of_a_time_before_it_was_known_there_is_no_fact(client, fact):
    path = f"{API}/facts/{fact['id']}"
    answer = client.get(path, params={"as_of": "2020-01-01"})
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")
    assert "was not known yet as of 2020-01-01" in answer.json()["detail"]
    later = client.get(path, params={"as_of": "2999-01-01"}).json()
    assert later["as_of"] == "2999-01-01"
    assert later["standing"] == fact["standing"]


@pytest.mark.parametrize(
    ("asked", "status"),
    [({"flag": "wrong"}, 422), ({"min_origins": -1}, 422), ({"cursor": "x"}, 422), ({"since": "soon"}, 422)],
)
def test_what_cannot_be_asked_is_refused(client, asked, status):
    assert client.get(f"{API}/facts", params=asked).status_code == status


def test_no_such_fact(client):
    answer = client.get(f"{API}/facts/nowhere")
    assert (answer.status_code, answer.json()["detail"]) == (404, "No fact is stored under 'nowhere'.")


def test_a_fact_that_ended_says_so(client, fact, stored):
    client.delete(f"{API}/articles/{stored['closed']}")
    assert client.get(f"{API}/facts").json()["facts"] == []
    shown = client.get(f"{API}/facts/{fact['id']}").json()
    assert (shown["state"], shown["merged_into"], shown["members"]) == ("dissolved", None, [])
    assert {entry["claim"]["outlet"] for entry in shown["history"]} == {"Coast Times"}
