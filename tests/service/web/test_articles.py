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
    alone = client.get(f"{API}/claims/{claim['claim']}").json()
    assert alone == claim | {"fact": alone["fact"]}


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


def test_what_an_edit_changed_can_be_read(client, settle, stored, news):
    text = news["closed"]["text"]
    edited = news["closed"] | {"text": text.replace("lorries", "vans") + " The council will meet again on Tuesday."}
    address = f"{API}/articles/{stored['closed']}"
    assert client.get(f"{address}/changes").json()["code"] == "bad-input"
    client.post(f"{API}/articles", json=edited)
    settle()
    changes = client.get(f"{address}/changes").json()
    assert [(edit["before"], edit["after"]) for edit in changes["edits"]] == [
        ("lorries.", "vans. The council will meet again on Tuesday.")
    ]
    ((changed),) = changes["changed"]
    assert (changed["before"]["quote"], changed["after"]["quote"]) == (text, text.replace("lorries", "vans"))
    assert [edit["after"] for edit in changed["edits"]] == ["vans."]
    assert [claim["quote"] for claim in changes["added"]] == ["The council will meet again on Tuesday."]
    assert (changes["stayed"], changes["withdrawn"]) == ([], [])
    shown = client.get(address).json()
    assert [claim["quote"] for claim in shown["withdrawn"]] == [text]
    assert client.get(f"{API}/claims/{shown['withdrawn'][0]['claim']}").status_code == 404
    back = client.get(f"{address}/changes", params={"earlier": changes["later"]["id"]})
    assert back.json()["edits"] == []
    assert client.get(f"{address}/changes", params={"later": "nothing"}).status_code == 404


STORY = (
    "Divers reached the wreck of the old ferry before noon and found its engine room flooded to the ceiling. "
    "Its owner had sold two sister ships to a yard in Velmora last autumn, against the advice of the harbour board."
)


def test_copies_are_listed_with_the_words_that_differ_and_confirm_nothing(client, settle, article):
    texts = {"Tarn Post": STORY, "Eskil News": STORY.replace("two sister", "three sister"), "Greve Mail": "It rained."}
    given = [article(f"{text} The bridge was closed to lorries.", outlet) for outlet, text in texts.items()]
    ids = [one["article_id"] for one in client.post(f"{API}/articles", json=given).json()["articles"]]
    settle()
    found = client.get(f"{API}/articles/{ids[0]}/copies").json()
    assert found["same_text"] == [ids[1]]
    (copy,) = found["copies"]
    assert (copy["article"], copy["outlet"], copy["whole"]) == (ids[1], "Eskil News", True)
    assert [(edit["before"], edit["after"]) for edit in copy["edits"]] == [("two", "three")]
    assert client.get(f"{API}/articles/{ids[2]}/copies").json() == {"copies": [], "same_text": []}
    assert client.get(f"{API}/articles/nobody/copies").status_code == 404

    agreeing = client.get(f"{API}/comparisons", params={"relation": "agrees"}).json()["comparisons"]
    said = {frozenset((one["a"]["outlet"], one["b"]["outlet"])): one for one in agreeing}
    assert said[frozenset(("Tarn Post", "Eskil News"))]["independence"] == "2 outlets, 1 origin"
    assert said[frozenset(("Tarn Post", "Greve Mail"))]["independence"] == "2 outlets, 2 origins"
    answer = client.post(f"{API}/claims/query", json={"text": "The bridge was closed to lorries."}).json()
    assert {match["independence"] for match in answer["agreements"]} == {"3 outlets, 2 origins"}

    assert client.delete(f"{API}/articles/{ids[1]}").status_code == 204
    assert client.get(f"{API}/articles/{ids[0]}/copies").json() == {"copies": [], "same_text": []}
