import pytest

API = "/api/v1"


def test_an_article_is_accepted_then_read_then_known(client, settle, news):
    first = client.post(f"{API}/articles", json=news["closed"])
    assert first.status_code == 202
    (accepted,) = first.json()["articles"]
    assert accepted["state"] == "accepted"
    assert first.headers["location"] == f"{API}/jobs/{accepted['job_id']}"
    assert client.get(first.headers["location"]).json()["state"] == "waiting"

    settle()
    job = client.get(first.headers["location"]).json()
    assert (job["state"], job["kind"], job["article_id"]) == ("done", "ingest", accepted["article_id"])
    assert job["outcome"]["claims"] == 1

    again = client.post(f"{API}/articles", json=news["closed"])
    assert again.status_code == 200
    assert again.headers["location"] == f"{API}/articles/{accepted['article_id']}"
    assert again.json() == {
        "articles": [
            {
                "article_id": accepted["article_id"],
                "job_id": None,
                "state": "stored",
                "claims": 1,
                "error": None,
            }
        ]
    }


def test_an_article_is_shown_with_its_claims_verbatim_and_its_versions(client, stored, news):
    shown = client.get(f"{API}/articles/{stored['closed']}").json()
    assert shown["text"] == news["closed"]["text"]
    assert shown["outlet"] == "Harbour Gazette"
    assert shown["published"] == {"value": "2025-12-08", "other": None, "ambiguous": False}
    assert [version["current"] for version in shown["versions"]] == [True]
    (claim,) = shown["claims"]
    assert claim["quote"] == shown["text"][claim["start"] : claim["end"]]
    assert claim["article"] == stored["closed"]
    assert client.get(f"{API}/claims/{claim['claim']}").json() == claim


def test_an_edited_article_has_two_versions(client, settle, stored, news):
    edited = news["closed"] | {"text": news["closed"]["text"] + " The council will meet again on Tuesday."}
    assert client.post(f"{API}/articles", json=edited).status_code == 202
    settle()
    shown = client.get(f"{API}/articles/{stored['closed']}").json()
    assert [version["current"] for version in shown["versions"]] == [False, True]
    assert shown["text"] == edited["text"]


def test_both_readings_of_an_ambiguous_date_are_shown(client, settle, article):
    given = article("The ferry sank in the strait.", "Coast Times", published_at="12/08/2025")
    (accepted,) = client.post(f"{API}/articles", json=given).json()["articles"]
    settle()
    published = client.get(f"{API}/articles/{accepted['article_id']}").json()["published"]
    assert published["ambiguous"] is True
    assert {published["value"], published["other"]} == {"2025-08-12", "2025-12-08"}
    (line,) = client.get(f"{API}/articles").json()["articles"]
    assert line["published"] == published


def test_articles_come_in_pages_the_last_one_first(client, stored):
    first = client.get(f"{API}/articles", params={"limit": 2}).json()
    assert [line["outlet"] for line in first["articles"]] == ["Coast Times", "Northern Mail"]
    last = client.get(f"{API}/articles", params={"limit": 2, "cursor": first["next_cursor"]}).json()
    assert [line["id"] for line in last["articles"]] == [stored["closed"]]
    assert last["next_cursor"] is None


@pytest.mark.parametrize(
    ("asked", "outlets"),
    [
        ({"outlet": "Northern Mail"}, ["Northern Mail"]),
        ({"since": "2025-12-09"}, []),
        ({"since": "2025-12-08", "until": "2025-12-08", "outlet": "Coast Times"}, ["Coast Times"]),
    ],
)
@pytest.mark.usefixtures("stored")
def test_articles_are_narrowed_by_outlet_and_day(client, asked, outlets):
    found = client.get(f"{API}/articles", params=asked).json()["articles"]
    assert [line["outlet"] for line in found] == outlets


def test_one_bad_article_keeps_the_whole_list_out_and_is_named(client, news):
    answer = client.post(f"{API}/articles", json=[news["closed"], {"title": "No text"}, {"text": 7}])
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == ["#/1", "#/2"]
    assert answer.json()["code"] == "bad-input"
    assert client.get(f"{API}/articles").json()["articles"] == []
    assert client.get(f"{API}/jobs/1").status_code == 404


def test_takedown_leaves_nothing(client, stored, news):
    claim = client.get(f"{API}/articles/{stored['open']}").json()["claims"][0]
    assert client.delete(f"{API}/articles/{stored['open']}").status_code == 204

    assert client.get(f"{API}/articles/{stored['open']}").status_code == 404
    assert client.get(f"{API}/claims/{claim['claim']}").status_code == 404
    assert client.get(f"{API}/comparisons", params={"relation": "contradicts"}).json()["comparisons"] == []
    answer = client.post(f"{API}/claims/query", json={"text": news["open"]["text"]}).json()
    assert stored["open"] not in {match["article"] for group in answer.values() for match in group}

    again = client.post(f"{API}/articles", json=news["open"])
    assert (again.status_code, again.json()["code"]) == (409, "taken-down")


def test_taking_down_what_never_was_is_not_found(client):
    answer = client.delete(f"{API}/articles/nobody")
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")
