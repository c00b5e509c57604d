"""The service as a whole: the worker inside, waiting, metrics, and its description of itself."""

import threading
import time

import pytest
from fastapi.testclient import TestClient

from service.errors import SettingsError
from service.flows.query import warm_up
from service.store.jobs import add_job, finish_job, take_job
from service.store.times import now
from service.web.app import create_app
from service.web.waiting import Waiting
from service.worker import FLOWS

API = "/api/v1"


@pytest.fixture
def served(workspace):
    """With the worker inside."""
    with TestClient(create_app(workspace)) as opened:
        yield opened


def test_waiting_answers_when_the_article_is_read_and_compared(served, news):
    first = served.post(f"{API}/articles?wait=true", json=news["closed"])
    assert first.status_code == 201
    (form,) = first.json()["articles"]
    assert (form["state"], form["claims"]) == ("stored", 1)
    assert first.headers["location"] == f"{API}/articles/{form['article_id']}"

    both = served.post(f"{API}/articles?wait=true", json=[news["closed"], news["open"]])
    assert both.status_code == 201
    assert [one["job_id"] is None for one in both.json()["articles"]] == [True, False]
    assert served.post(f"{API}/articles?wait=true", json=news["open"]).status_code == 200


def test_waiting_goes_on_until_the_job_that_follows_has_ended(workspace, monkeypatch):
    monkeypatch.setattr("service.web.waiting.WAIT_SECONDS", 0.3)
    clock = {"now": now(), "lease_seconds": 60, "attempts": 3}
    with workspace.store.writing() as connection:
        first = add_job(connection, "ingest", {"article_id": "a"})
        second = add_job(connection, "compare", {"article_id": "a"})
        finish_job(connection, take_job(connection, **clock), outcome={"compare_job": second})
    started = time.monotonic()
    waited = Waiting(workspace).wait_for([first])[first]
    assert (waited.id, waited.state) == (second, "waiting")
    assert time.monotonic() - started >= 0.3

    with workspace.store.writing() as connection:
        finish_job(connection, take_job(connection, **clock), outcome={})
    started = time.monotonic()
    assert Waiting(workspace).wait_for([first])[first].state == "done"
    assert time.monotonic() - started < 0.3


def test_where_too_many_wait_the_answer_comes_at_once(workspace, monkeypatch):
    monkeypatch.setattr("service.web.waiting.PLACES", 0)
    with workspace.store.writing() as connection:
        job_id = add_job(connection, "ingest", {"article_id": "a"})
    assert Waiting(workspace).wait_for([job_id])[job_id].state == "waiting"


def test_posting_again_while_it_is_read_changes_nothing(served, news):
    for _ in range(3):
        served.post(f"{API}/articles", json=news["open"])
    served.post(f"{API}/articles?wait=true", json=news["open"])
    assert len(served.get(f"{API}/articles").json()["articles"]) == 1


def test_waiting_does_not_last_for_ever(client, news, monkeypatch):
    monkeypatch.setattr("service.web.waiting.WAIT_SECONDS", 0.2)
    answer = client.post(f"{API}/articles?wait=true", json=news["closed"])
    assert answer.status_code == 202
    assert answer.json()["articles"][0]["state"] == "accepted"


def test_an_article_that_cannot_be_read_is_said_to_whoever_waits(workspace, news, monkeypatch):
    def broken(*_, **__):
        raise ValueError("no sentence in it")

    monkeypatch.setattr("service.flows.ingest.extract", broken)
    workspace.settings = workspace.settings.model_copy(update={"job_attempts": 1})
    with TestClient(create_app(workspace)) as served:
        answer = served.post(f"{API}/articles?wait=true", json=news["closed"])
    assert (answer.status_code, answer.json()["code"]) == (500, "articles-failed")
    (form,) = answer.json()["articles"]
    assert form["state"] == "failed"
    assert "no sentence in it" in form["error"]


def test_an_article_that_cannot_be_compared_is_said_to_whoever_waits(workspace, news, monkeypatch):
    def broken(*_):
        raise RuntimeError("boom")

    monkeypatch.setitem(FLOWS, "compare", broken)
    workspace.settings = workspace.settings.model_copy(update={"job_attempts": 1})
    with TestClient(create_app(workspace)) as served:
        answer = served.post(f"{API}/articles?wait=true", json=news["closed"])
    assert (answer.status_code, answer.json()["code"]) == (500, "articles-failed")
    (form,) = answer.json()["articles"]
    assert (form["state"], form["error"]) == ("failed", "RuntimeError: boom")


def test_an_article_that_is_still_being_compared_is_not_stored_yet_to_whoever_waits(workspace, news, monkeypatch):
    go_on = threading.Event()
    monkeypatch.setattr("service.web.waiting.WAIT_SECONDS", 1.5)  # time enough to be read
    monkeypatch.setitem(FLOWS, "compare", lambda *_: go_on.wait(10))
    with TestClient(create_app(workspace)) as served:
        answer = served.post(f"{API}/articles?wait=true", json=news["closed"])
        go_on.set()
    (form,) = answer.json()["articles"]
    assert (answer.status_code, form["state"], form["claims"]) == (202, "accepted", None)
    assert answer.headers["location"] == f"{API}/jobs/{form['job_id']}"


def test_what_was_accepted_is_done_after_a_restart(workspace, client, news):
    client.post(f"{API}/articles", json=news["closed"])
    with TestClient(create_app(workspace)) as served:
        answer = served.post(f"{API}/articles?wait=true", json=news["open"])
        assert answer.status_code == 201
        assert len(served.get(f"{API}/articles").json()["articles"]) == 2


def test_ready_says_what_answers(served):
    for path in ("/ready", f"{API}/ready"):
        assert served.get(path).json() == {
            "status": "ready",
            "encoder": "words",
            "pair_model": "open-or-closed",
        }


def test_metrics_count_what_is_stored(client, stored):
    client.get(f"{API}/articles/{stored['open']}")
    said = client.get("/metrics").text.splitlines()
    assert "crossclaim_articles 3.0" in said
    assert "crossclaim_claims 3.0" in said
    assert 'crossclaim_comparisons{relation="contradicts"} 2.0' in said
    assert 'crossclaim_comparisons{relation="agrees"} 1.0' in said
    assert 'crossclaim_jobs{state="done"} 6.0' in said
    labels = 'endpoint="show_article",method="GET",status="200"'
    assert f"crossclaim_request_seconds_count{{{labels}}} 1.0" in said
    assert client.get(f"{API}/metrics").status_code == 200


def test_every_address_of_the_design_is_described(client):
    description = client.get("/openapi.json").json()
    described = {
        (method, path.removeprefix(API)) for path, methods in description["paths"].items() for method in methods
    }
    assert described == {
        ("post", "/articles"),
        ("get", "/articles"),
        ("get", "/articles/{article_id}"),
        ("get", "/articles/{article_id}/changes"),
        ("get", "/articles/{article_id}/copies"),
        ("delete", "/articles/{article_id}"),
        ("post", "/claims/query"),
        ("post", "/compare"),
        ("get", "/claims/{claim_id}"),
        ("get", "/claims/{claim_id}/comparisons"),
        ("get", "/comparisons"),
        ("post", "/comparisons/{comparison_id}/judgements"),
        ("delete", "/comparisons/{comparison_id}/judgements"),
        ("get", "/facts"),
        ("get", "/facts/{fact_id}"),
        ("get", "/review/next"),
        ("get", "/review/left"),
        ("get", "/review/pairs/{comparison_id}"),
        ("post", "/review/pairs/{comparison_id}/skip"),
        ("post", "/review/undo"),
        ("get", "/review/precision"),
        ("get", "/judgements"),
        ("get", "/framings"),
        ("get", "/reports/{kind}"),
        ("get", "/jobs/{job_id}"),
        ("get", "/health"),
        ("get", "/ready"),
        ("get", "/metrics"),
    }
    operations = [one for methods in description["paths"].values() for one in methods.values()]
    assert all(one["description"] for one in operations)
    assert all("application/problem+json" in one["responses"]["default"]["content"] for one in operations)


def test_the_description_refers_only_to_what_it_holds(client):
    text = client.get("/openapi.json").text
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    referred = {part.partition('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert referred <= set(schemas)
    assert "Problem" in referred


def test_no_page_is_served_that_fetches_from_elsewhere(client):
    assert client.get("/docs").status_code == 404
    assert client.get("/redoc").status_code == 404


def test_models_are_loaded_at_the_start_where_that_is_asked(workspace, monkeypatch):
    started, go_on = threading.Event(), threading.Event()

    def load(asked):
        assert asked is workspace
        started.set()
        assert go_on.wait(10)

    monkeypatch.setattr("service.web.background.warm_up", load)
    with TestClient(create_app(workspace, with_worker=False)) as served:
        assert served.get("/ready").status_code == 200
        assert not started.is_set(), "not without being asked"
    with TestClient(create_app(workspace, with_worker=False, warm=True)) as served:
        assert started.wait(10)
        answer = served.get("/ready")
        assert (answer.status_code, answer.json()["code"]) == (503, "not-ready")
        assert answer.json()["detail"] == "The models are being loaded. Ask again in a moment."
        assert served.get("/health").status_code == 200
        go_on.set()
        wait_for(lambda: served.get("/ready").status_code == 200)


def test_models_that_cannot_be_loaded_are_said_by_ready_and_the_rest_works(workspace, monkeypatch):
    def fail(self):
        raise SettingsError("The weights of the encoder are missing.")

    monkeypatch.setattr(type(workspace), "encoder", property(fail))
    with TestClient(create_app(workspace, with_worker=False, warm=True)) as served:
        wait_for(lambda: "being loaded" not in served.get("/ready").json()["detail"])
        answer = served.get("/ready")
        assert (answer.status_code, answer.json()["detail"]) == (503, "The weights of the encoder are missing.")
        assert served.get(f"{API}/articles").status_code == 200


def test_warming_up_asks_the_models_and_the_index_as_a_search_does(workspace, monkeypatch):
    asked = []
    encode, read = workspace.encoder.encode, workspace.pair_model.read
    monkeypatch.setattr(type(workspace.encoder), "encode", lambda _, texts: asked.append("encoder") or encode(texts))
    monkeypatch.setattr(type(workspace.pair_model), "read", lambda _, pairs: asked.append("pairs") or read(pairs))
    assert "live_index" not in workspace.loaded
    warm_up(workspace)
    assert set(asked) == {"encoder", "pairs"}
    assert "live_index" in workspace.loaded


def wait_for(condition):
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)
