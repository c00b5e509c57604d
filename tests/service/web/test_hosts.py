"""By which names the service may be asked."""

import pytest
import uvicorn
from fastapi.testclient import TestClient

from service.cli.main import main
from service.settings import load_settings
from service.web.app import create_app


@pytest.fixture
def ask(workspace):
    """The answer to a request for a page under a name, of a service with these settings."""

    def asked(name, *, allowed=(), **served):
        workspace.settings = workspace.settings.model_copy(update={"allowed_hosts": allowed})
        client = TestClient(create_app(workspace, with_worker=False, **served))
        return client.get("/articles", headers={"Host": name})

    return asked


@pytest.mark.parametrize(
    "name",
    ["localhost", "localhost:8000", "LocalHost", "localhost.", "127.0.0.1:8000", "[::1]", "[::1]:8000", "192.0.2.7"],
)
def test_localhost_and_any_address_are_answered(ask, name):
    assert ask(name).status_code == 200


@pytest.mark.parametrize(
    "name",
    ["evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "evil-localhost",
     "user@evil.example", "[::1", "::1]", "[evil.example]", "", ":8000"],
)  # fmt: skip
def test_no_other_name_is_answered(ask, name):
    answer = ask(name)
    assert (answer.status_code, answer.json()["code"]) == (421, "unknown-host")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "CROSSCLAIM_ALLOWED_HOSTS" in answer.json()["detail"]


def test_a_page_of_a_name_that_was_led_here_changes_nothing(client):
    led = {"Host": "evil.example", "Origin": "http://evil.example", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/ingest/text", data={"text": "It rained."}, headers=led).status_code == 421
    assert client.post("/api/v1/articles", json={"text": "It rained."}, headers=led).status_code == 421
    assert client.get("/api/v1/articles").json()["articles"] == []


def test_the_name_that_it_is_served_under_is_answered(ask):
    assert ask("desk.example:8000", host="Desk.example").status_code == 200
    assert ask("localhost", host="desk.example").status_code == 200
    assert ask("192.0.2.7:8000", host="0.0.0.0").status_code == 200  # noqa: S104
    assert ask("evil.example", host="0.0.0.0").status_code == 421  # noqa: S104


def test_names_of_the_settings_are_answered(ask, monkeypatch):
    monkeypatch.setenv("CROSSCLAIM_ALLOWED_HOSTS", "desk.example, News.example:8443")
    allowed = load_settings().allowed_hosts
    assert ask("desk.example", allowed=allowed).status_code == 200
    assert ask("news.example", allowed=allowed).status_code == 200
    assert ask("sub.desk.example", allowed=allowed).status_code == 421
    assert ask("evil.example", allowed=("*",)).status_code == 200


def test_serve_answers_to_the_name_that_it_was_given(tmp_path, monkeypatch):
    served = []
    monkeypatch.setattr(uvicorn, "run", lambda app, **_: served.append(app))
    assert main(["--data", str(tmp_path), "serve", "--host", "desk.example"]) == 0
    (app,) = served
    assert TestClient(app).get("/health", headers={"Host": "desk.example"}).status_code == 200
    assert TestClient(app).get("/health", headers={"Host": "evil.example"}).status_code == 421
