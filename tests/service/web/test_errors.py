import threading

import pytest
from fastapi.testclient import TestClient

from service.errors import SettingsError
from service.web.app import create_app
from service.web.middleware import SECURE_HEADERS, BodyLimit

API = "/api/v1"


def check_problem(answer, status: int, code: str) -> dict:
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    form = answer.json()
    assert (form["status"], form["code"]) == (status, code)
    assert form["type"] == f"urn:crossclaim:problem:{code}"
    assert form["title"]
    assert form["detail"]
    return form


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/nothing", 404, "not-found"),
        ("/articles/nobody", 404, "not-found"),
        ("/claims/nobody", 404, "not-found"),
        ("/jobs/99", 404, "not-found"),
        ("/jobs/many", 422, "bad-input"),
        ("/jobs/99999999999999999999", 422, "bad-input"),
        ("/claims/query", 404, "not-found"),
        ("/articles?cursor=rubbish", 422, "bad-input"),
        ("/comparisons?cursor=rubbish", 422, "bad-input"),
        ("/compare", 405, "method-not-allowed"),
    ],
)
def test_every_error_is_a_problem(client, path, status, code):
    check_problem(client.get(API + path), status, code)


@pytest.mark.parametrize(
    ("path", "parameter"),
    [
        ("/comparisons?relations=agrees", "relations"),
        ("/comparisons?relation=quarrels", "relation"),
        ("/comparisons?since=yesterday", "since"),
        ("/comparisons?until=2025-02-30", "until"),
        ("/comparisons?min_confidence=nan", "min_confidence"),
        ("/articles?limit=0", "limit"),
        ("/articles?outlets=x", "outlets"),
        ("/reports/changed?themes=x", "themes"),
        ("/framings?who=x", "who"),
    ],
)
def test_a_parameter_that_cannot_be_used_is_named(client, path, parameter):
    form = check_problem(client.get(API + path), 422, "bad-input")
    assert [error["parameter"] for error in form["errors"]] == [parameter]


@pytest.mark.parametrize(
    ("path", "body", "pointer"),
    [
        ("/claims/query", {}, "#/text"),
        ("/claims/query", {"text": "  "}, "#/text"),
        ("/claims/query", {"text": "x", "speker": "y"}, "#/speker"),
        ("/claims/query", {"text": "x", "published_at": "12/08/2025"}, "#/published_at"),
        ("/claims/query", {"text": "x", "filters": {"since": "2025-13-01"}}, "#/filters/since"),
        ("/claims/query", {"text": "x", "filters": {"outlets": "y"}}, "#/filters/outlets"),
        ("/compare", [{"a": {"text": "x"}, "b": {"text": "y"}}, {"a": {"text": "x"}}], "#/1/b"),
        ("/compare", {"a": {"text": "x"}, "b": {"text": "y", "stance": "shouts"}}, "#/b/stance"),
        ("/compare", [{"id": False, "a": {"text": "x"}, "b": {"text": "y"}}], "#/0/id"),
        ("/compare", [], "#"),
        ("/compare", ["x"], "#/0"),
        ("/comparisons/x/judgements", {"verdict": "true"}, "#/verdict"),
        ("/comparisons/x/judgements", {"verdict": "agrees", "comment": "x"}, "#/comment"),
        ("/articles", [], "#"),
        ("/articles", "text", "#"),
        ("/articles", {"text": "x", "html": "<p>x"}, "#"),
    ],
)
def test_a_field_that_cannot_be_used_is_pointed_at(client, path, body, pointer):
    form = check_problem(client.post(API + path, json=body), 422, "bad-input")
    assert [error["pointer"] for error in form["errors"]] == [pointer]
    assert pointer in form["detail"]


PERIODS = ["/articles?", "/comparisons?", "/facts?", "/framings?", "/reports/changed?", "/reports/briefing?"]


@pytest.mark.parametrize("path", PERIODS)
def test_a_period_that_ends_before_it_begins_is_refused(client, path):
    form = check_problem(client.get(f"{API}{path}since=2025-12-31&until=2025-12-01"), 422, "reversed-period")
    assert "since 2025-12-31 lies after until 2025-12-01" in form["detail"]
    assert client.get(f"{API}{path}since=2025-12-01&until=2025-12-01").status_code == 200


def test_a_question_for_a_period_that_ends_before_it_begins_is_refused(client):
    body = {"text": "The bridge was closed.", "filters": {"since": "2025-12-31", "until": "2025-12-01"}}
    check_problem(client.post(f"{API}/claims/query", json=body), 422, "reversed-period")
    body["filters"]["since"] = "2025-12-01"
    assert client.post(f"{API}/claims/query", json=body).status_code == 200


@pytest.mark.parametrize("body", ["{", "", "nope", '{"text": "' + "\\ud800" + '"}'])
def test_what_is_no_json_is_refused(client, body):
    headers = {"Content-Type": "application/json"}
    check_problem(client.post(f"{API}/claims/query", content=body, headers=headers), 422, "bad-input")


def test_half_a_character_is_refused_wherever_it_stands(client):
    headers = {"Content-Type": "application/json"}
    for path, body in (
        ("/claims/query", r'{"text": "x", "\ud800": 1}'),
        ("/compare", r'{"id": "\ud800", "a": {"text": "x"}, "b": {"text": "y"}}'),
        ("/compare", r'{"a": {"text": "\ud800"}, "b": {"text": "y"}}'),
    ):
        check_problem(client.post(API + path, content=body, headers=headers), 422, "bad-input")


def test_of_many_errors_the_sentence_names_the_first(client):
    form = check_problem(client.post(f"{API}/articles", json=[{}] * 12), 422, "bad-input")
    assert len(form["errors"]) == 12
    assert "#/4:" in form["detail"]
    assert "#/5:" not in form["detail"]
    assert form["detail"].endswith("And 7 more.")


def test_only_json_is_taken(client):
    for content_type in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = client.post(f"{API}/articles", content=b"{}", headers={"Content-Type": content_type})
        check_problem(answer, 415, "unsupported-media-type")


@pytest.mark.parametrize("path", ["/claims/query", "/compare", "/articles"])
def test_nesting_without_end_is_refused(client, path):
    headers = {"Content-Type": "application/json"}
    answer = client.post(API + path, content="[" * 100_000, headers=headers)
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_body_that_is_too_large_is_refused_by_length_and_by_what_comes(workspace):
    app = create_app(workspace, with_worker=False)
    app.add_middleware(BodyLimit, limit=100)
    client = TestClient(app)
    headers = {"Content-Type": "application/json"}
    announced = client.post(f"{API}/articles", content=b" " * 101, headers=headers)
    check_problem(announced, 413, "too-large")
    streamed = client.post(f"{API}/articles", content=iter([b" " * 60, b" " * 60]), headers=headers)
    check_problem(streamed, 413, "too-large")
    fits = client.post(f"{API}/articles", content=b'{"text": "It rained."}', headers=headers)
    assert fits.status_code == 202


def test_methods_that_an_address_takes_are_said(client):
    answer = client.put(f"{API}/articles/x")
    check_problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "DELETE, GET"
    assert answer.json()["detail"] == "This address takes DELETE, GET, not PUT."
    assert client.put("/health").headers["allow"] == "GET"


def test_what_nobody_expected_is_logged_and_not_shown(client, workspace, monkeypatch, caplog):
    monkeypatch.setattr(type(workspace), "store", property(lambda _: 1 / 0))
    answer = client.get(f"{API}/articles")
    assert "division" not in str(check_problem(answer, 500, "internal"))
    assert {name: answer.headers.get(name) for name in SECURE_HEADERS} == SECURE_HEADERS
    assert "ZeroDivisionError" in caplog.text


def test_settings_that_do_not_fit_are_said(client, workspace, monkeypatch):
    def broken(_):
        raise SettingsError("No weights in models/weights. Reinstall crossclaim.")

    monkeypatch.setattr(type(workspace), "encoder", property(broken))
    assert client.get("/health").json() == {"status": "ok"}
    form = check_problem(client.get("/ready"), 503, "not-ready")
    assert form["detail"] == "No weights in models/weights. Reinstall crossclaim."
    check_problem(client.post(f"{API}/claims/query", json={"text": "x"}), 500, "settings")


def test_answers_tell_browsers_not_to_guess_and_let_no_other_site_in(client):
    for path in ("/health", f"{API}/articles", "/nothing"):
        answer = client.get(path, headers={"Origin": "https://elsewhere.example"})
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in answer.headers


@pytest.mark.usefixtures("stored")
def test_many_requests_at_once_see_whole_answers(client):
    answers = []
    asked = {"text": "The harbour bridge was open to all lorries."}
    threads = [
        threading.Thread(target=lambda: answers.append(client.post(f"{API}/claims/query", json=asked).json()))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8
    assert all(answer == answers[0] for answer in answers)
    assert len(answers[0]["contradictions"]) == 2
