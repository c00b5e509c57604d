"""The review queue over HTTP: the next pair, blind and not, what is left, undo, history, precision."""

import json

import pytest
from pydantic import TypeAdapter

from service.web.review_shapes import HistoryForm, LeftForm, NextForm, PrecisionForm, ReviewPairForm

API = "/api/v1"
pytestmark = pytest.mark.usefixtures("stored")


def ask(client, path, shape=None, **asked):
    answer = client.get(f"{API}/{path}", params=asked)
    assert answer.status_code == 200, answer.text
    return TypeAdapter(shape).validate_python(answer.json()) if shape else answer.json()


def post(client, path, status=200, **body):
    answer = client.post(f"{API}/{path}", json=body)
    assert answer.status_code == status, answer.text
    return answer.json()


def following(client, **asked):
    return ask(client, "review/next", NextForm, **asked)["pair"]


def judge(client, pair, verdict="contradicts", **more):
    return post(client, f"comparisons/{pair['comparison']}/judgements", 201, verdict=verdict, **more)


def test_the_next_pair_comes_side_by_side_with_what_the_machine_says(client):
    found = ask(client, "review/next", NextForm)
    pair = found["pair"]
    assert {pair["a"]["outlet"], pair["b"]["outlet"]} & {"Northern Mail"}
    assert (pair["machine"]["relation"], pair["machine"]["model"]) == ("contradicts", "open-or-closed")
    assert pair["machine"]["reasons"] == ["Open is not closed."]
    assert (pair["blind"], pair["judgement"], pair["skipped_at"], pair["pairs"]) == (False, None, None, 1)
    assert pair["worth"]["relation"] == 1.0
    assert found["left"]["relations"] == {"contradicts": 2, "changed": 0, "framing": 0, "agrees": 1}
    assert found["left"]["total"] == 3


def test_blind_tells_nothing_until_it_is_judged_or_revealed(client):
    pair = following(client, blind=True)
    assert pair["blind"] is True
    assert (pair["machine"], pair["worth"]["relation"], pair["worth"]["certainty"]) == (None, None, None)
    told = json.dumps(pair)
    for word in ('"contradicts"', '"agrees"', "Open is not closed", "open-or-closed", "0.97"):
        assert word not in told
    revealed = ask(client, f"review/pairs/{pair['comparison']}", ReviewPairForm)
    assert revealed["machine"]["relation"] in ("contradicts", "agrees")
    still = ask(client, f"review/pairs/{pair['comparison']}", ReviewPairForm, blind=True)
    assert still["machine"] is None
    assert judge(client, pair, blind=True)["machine"]["model"] == "open-or-closed"
    after = ask(client, f"review/pairs/{pair['comparison']}", ReviewPairForm, blind=True)
    assert (after["blind"], after["judgement"]["verdict"]) == (False, "contradicts")
    assert after["machine"] == revealed["machine"]


def test_blind_and_one_relation_do_not_go_together(client):
    for path in ("review/next", "review/left"):
        answer = client.get(f"{API}/{path}", params={"blind": True, "relation": "agrees"})
        assert answer.status_code == 422
        assert [error["parameter"] for error in answer.json()["errors"]] == ["relation"]


def test_judge_skip_undo_and_on(client):
    first = following(client, reviewer="Ann")
    second = following(client, reviewer="Ann", after=first["cursor"])
    assert second["comparison"] != first["comparison"]
    judge(client, first, "not_worth", judged_by="Ann")
    assert following(client, reviewer="Ann")["comparison"] == second["comparison"]
    skipped = post(client, f"review/pairs/{second['comparison']}/skip", judged_by="Ann")
    assert skipped["skipped_at"]
    third = following(client, reviewer="Ann")
    assert third["comparison"] not in (first["comparison"], second["comparison"])
    assert following(client, reviewer="Tom")["comparison"] == second["comparison"]
    left = ask(client, "review/left", LeftForm, reviewer="Ann")
    assert (left["total"], left["skipped"], left["judged"], left["mine_today"]) == (2, 1, 1, 1)
    assert post(client, "review/undo", judged_by="Ann")["comparison"] == second["comparison"]
    back = TypeAdapter(ReviewPairForm).validate_python(post(client, "review/undo", judged_by="Ann", blind=True))
    assert (back["comparison"], back["judgement"], back["machine"]) == (first["comparison"], None, None)
    nothing = client.post(f"{API}/review/undo", json={"judged_by": "Ann"})
    assert (nothing.status_code, nothing.json()["code"]) == (404, "not-found")


def test_the_queue_is_narrowed_and_ends(client):
    assert following(client, relation="agrees")["machine"]["relation"] == "agrees"
    assert following(client, outlet="Nobody") is None
    assert following(client, topic="buses")["comparison"]
    assert ask(client, "review/left", outlet="Northern Mail")["total"] == 2
    while pair := following(client):
        judge(client, pair, pair["machine"]["relation"])
    assert ask(client, "review/left", LeftForm)["judged_today"] == 3


@pytest.mark.parametrize(
    ("path", "parameter"),
    [("review/next?after=rubbish", None), ("review/next?relation=quarrels", "relation"), ("review/left?who=x", "who"),
     ("review/precision?target=2", "target"), ("judgements?limit=0", "limit"), ("judgements?cursor=rubbish", None)],
)  # fmt: skip
def test_what_cannot_be_used_is_refused(client, path, parameter):
    answer = client.get(f"{API}/{path}")
    assert (answer.status_code, answer.json()["code"]) == (422, "bad-input")
    assert parameter is None or [error["parameter"] for error in answer.json()["errors"]] == [parameter]


def test_what_is_not_there_is_not_found(client):
    assert client.get(f"{API}/review/pairs/nobody").status_code == 404
    assert client.post(f"{API}/review/pairs/nobody/skip", json={}).status_code == 404


def test_a_form_of_a_foreign_page_changes_nothing(client):
    pair = following(client)
    for path in ("review/undo", f"review/pairs/{pair['comparison']}/skip"):
        assert client.post(f"{API}/{path}", data={"judged_by": "Ann"}).status_code == 415


def test_the_history_comes_in_pages_the_newest_first(client):
    pair = following(client)
    judge(client, pair, "false_alarm", judged_by="Ann", note="Two bridges.", blind=True)
    post(client, "review/undo", judged_by="Ann")
    judge(client, pair, "contradicts", judged_by="Tom")
    page = ask(client, "judgements", HistoryForm, limit=2)
    assert [(one["by"], one["stands"]) for one in page["judgements"]] == [("Tom", True), ("Ann", False)]
    assert page["judgements"][1]["judgement"] is None
    (first,) = ask(client, "judgements", HistoryForm, cursor=page["next_cursor"])["judgements"]
    assert (first["judgement"]["note"], first["blind"]) == ("Two bridges.", True)
    assert first["machine"] == {name: pair["machine"][name] for name in ("relation", "confidence", "model")}
    assert len(ask(client, "judgements", reviewer="Tom")["judgements"]) == 1


def test_precision_and_the_thresholds_that_hold_now(client):
    pair = following(client)
    judge(client, pair, "false_alarm", blind=True)
    found = ask(client, "review/precision", PrecisionForm)
    row = found["rows"][0]
    assert (row["relation"], row["all"]["judged"], row["all"]["precision"]) == ("contradicts", 1, 0.0)
    assert row["all"] == row["blind"]
    (proposal,) = found["proposals"]
    assert (proposal["least"], proposal["shown_from"]) == (None, 0.25)
    assert "at least 20" in proposal["why_none"]
    assert (found["target"], found["unknown"]) == (0.8, 0)
