"""Query, compare, comparisons and judgements: what is asked, what is answered, what people make of it."""

import pytest
from pydantic import TypeAdapter

from service.web.shapes import AnswerForm

API = "/api/v1"
GROUPS = ("agreements", "contradictions", "changed", "framings", "related", "not_judged")


def contradictions(client) -> list[dict]:
    found = client.get(f"{API}/comparisons", params={"relation": "contradicts"})
    assert found.status_code == 200
    return found.json()["comparisons"]


def test_a_query_groups_related_claims_by_relation(client, stored, news):
    asked = {"text": "The harbour bridge was open to all lorries.", "published_at": "2025-12-08"}
    answer = client.post(f"{API}/claims/query", json=asked)
    assert answer.status_code == 200
    form = answer.json()
    assert tuple(form) == GROUPS
    assert [match["article"] for match in form["agreements"]] == [stored["open"]]
    assert {match["article"] for match in form["contradictions"]} == {stored["closed"], stored["also closed"]}
    (match,) = form["agreements"]
    assert match["quote"] == news["open"]["text"]
    assert match["relation"] == "agrees"
    assert match["scores"]["similarity"] == pytest.approx(1.0, abs=1e-5)
    assert match["scores"]["a_to_b"]["entailment"] == pytest.approx(0.97, abs=1e-5)
    assert sum(match["relations"].values()) == pytest.approx(1.0, abs=1e-5)


@pytest.mark.usefixtures("stored")
def test_the_answer_to_a_query_is_of_the_shape_that_is_promised(client):
    answer = client.post(f"{API}/claims/query", json={"text": "The harbour bridge was open"}).json()
    TypeAdapter(AnswerForm).validate_python(answer, strict=True)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"outlets": ["Northern Mail"]}, {"open"}),
        ({"since": "2025-12-09"}, set()),
        ({"until": "2025-12-08"}, {"closed", "open", "also closed"}),
    ],
)
def test_a_query_can_be_narrowed(client, stored, filters, found):
    asked = {"text": "The harbour bridge was open to all lorries.", "filters": filters}
    form = client.post(f"{API}/claims/query", json=asked).json()
    articles = {match["article"] for group in form.values() for match in group}
    assert articles == {stored[name] for name in found}


def test_a_language_without_a_model_is_not_judged(client, settle, article):
    text = "Die Hafenbrücke wurde am Montag gesperrt, teilte die Stadt mit."
    client.post(f"{API}/articles", json=article(text, "Hafenbote", language="de"))
    settle()
    (match,) = client.post(f"{API}/claims/query", json={"text": text}).json()["not_judged"]
    assert (match["relation"], match["confidence"], match["language"]) == (None, None, "de")
    assert "'de'" in match["not_judged"]
    assert match["scores"]["a_to_b"] is None


def test_compare_answers_in_order_and_passes_unknown_keys_over(client):
    pairs = [
        {"id": "x", "a": {"text": "It is open."}, "b": {"text": "It is closed."}, "label": "contradicts"},
        {"a": {"text": "It is open.", "mood": "glad"}, "b": {"text": "It is open."}},
    ]
    first, second = client.post(f"{API}/compare", json=pairs).json()
    assert (first["id"], first["relation"]) == ("x", "contradicts")
    assert first["scores"]["a_to_b"]["contradiction"] == pytest.approx(0.97, abs=1e-5)
    assert (first["reasons"], first["highlights"]) == (["Open is not closed."], {"a": [[6, 10]], "b": [[6, 12]]})
    assert set(first["relations"]) == {"agrees", "contradicts", "changed", "framing", "related", "unrelated"}
    assert (second["id"], second["relation"]) == (None, "agrees")
    assert client.post(f"{API}/compare", json=pairs[0]).json() == first


def test_contradictions_are_listed_with_both_sides(client, stored):
    found = contradictions(client)
    assert {frozenset((one["a"]["article"], one["b"]["article"])) for one in found} == {
        frozenset((stored["open"], stored["closed"])),
        frozenset((stored["open"], stored["also closed"])),
    }
    assert all(one["machine"]["relation"] == "contradicts" for one in found)
    assert all(one["judgement"] is None for one in found)


@pytest.mark.usefixtures("stored")
def test_comparisons_come_in_pages(client):
    everything = client.get(f"{API}/comparisons").json()["comparisons"]
    assert len(everything) == 3
    seen, cursor = [], None
    for _ in everything:
        asked = {"limit": 1} | ({"cursor": cursor} if cursor else {})
        page = client.get(f"{API}/comparisons", params=asked).json()
        seen += page["comparisons"]
        cursor = page["next_cursor"]
    assert (seen, cursor) == (everything, None)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"outlet": "Northern Mail"}, 2),
        ({"relation": "agrees"}, 1),
        ({"since": "2026-01-01"}, 0),
        ({"topic": "bridge"}, 3),
        ({"topic": "volcano"}, 0),
        ({"min_confidence": 1.0}, 0),
    ],
)
@pytest.mark.usefixtures("stored")
def test_comparisons_are_narrowed(client, asked, count):
    assert len(client.get(f"{API}/comparisons", params=asked).json()["comparisons"]) == count


def test_the_comparisons_of_a_claim(client, stored):
    (claim,) = client.get(f"{API}/articles/{stored['closed']}").json()["claims"]
    found = client.get(f"{API}/claims/{claim['claim']}/comparisons").json()["comparisons"]
    assert {one["relation"] for one in found} == {"contradicts", "agrees"}
    assert all(claim["claim"] in (one["a"]["claim"], one["b"]["claim"]) for one in found)
    assert client.get(f"{API}/claims/nobody/comparisons").status_code == 404


@pytest.mark.usefixtures("stored")
def test_a_judgement_is_obeyed_by_the_next_report_until_it_is_undone(client):
    before = report(client)
    first = contradictions(client)[0]
    said = {"verdict": "false_alarm", "note": "Another bridge.", "judged_by": "the desk"}
    judged = client.post(f"{API}/comparisons/{first['id']}/judgements", json=said)
    assert judged.status_code == 201
    assert judged.json()["relation"] is None
    assert judged.json()["confidence"] is None
    assert judged.json()["machine"] == first["machine"]
    assert judged.json()["judgement"].items() >= said.items()

    assert first["id"] not in {one["id"] for one in contradictions(client)}
    assert first["id"] not in ids_in(report(client))
    assert report(client)["counts"]["dismissed"] == 1

    undone = client.delete(f"{API}/comparisons/{first['id']}/judgements")
    assert undone.status_code == 200
    assert undone.json() == first
    assert ids_in(report(client)) == ids_in(before)


@pytest.mark.usefixtures("stored")
def test_a_judgement_may_name_another_relation(client):
    first = contradictions(client)[0]
    client.post(f"{API}/comparisons/{first['id']}/judgements", json={"verdict": "changed"})
    assert first["id"] in ids_in(report(client, "changed"))
    assert first["id"] not in ids_in(report(client))


@pytest.mark.parametrize("method", ["post", "delete"])
def test_judging_what_is_not_there_is_not_found(client, method):
    body = {"json": {"verdict": "agrees"}} if method == "post" else {}
    answer = getattr(client, method)(f"{API}/comparisons/nobody/judgements", **body)
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


def report(client, kind: str = "contradictions") -> dict:
    answer = client.get(f"{API}/reports/{kind}")
    assert answer.status_code == 200
    return answer.json()


def ids_in(form: dict) -> set[str]:
    return {one for item in form["items"] for one in (item["id"], *item["folded"])}
