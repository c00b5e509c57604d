"""Adding articles, watching them, and the status of the service."""

import gzip
import json

import lxml.html
import pytest

from service.store.jobs import add_job, fail_job, take_job
from service.store.times import now
from service.web.pages.asked import IngestAsked, ranges_of

SAME = {"Sec-Fetch-Site": "same-origin"}
TEXT = "The harbour bridge was closed to all lorries."


def send(client, *files):
    return client.post("/ingest/files", files=[("files", one) for one in files], headers=SAME)


def test_files_of_all_formats_are_taken_in_and_watched_until_they_are_done(client, see, settle, words):
    one = {"text": TEXT, "outlet": "Harbour Gazette", "title": "Closed"}
    answer = send(
        client,
        ("a.txt", TEXT.encode()),
        ("b.json", json.dumps(one).encode()),
        ("c.jsonl.gz", gzip.compress(json.dumps({**one, "outlet": "Coast Times"}).encode())),
        ("d.html", f"<html><body><article><p>{TEXT} It stays so.</p></article></body></html>".encode()),
    )
    assert answer.status_code == 303
    address = answer.headers["location"].removesuffix("#jobs")
    before = see(address)
    assert "0 of 4 articles ended" in words(before)
    assert before.xpath("//*[@id='jobs']/@data-again") == [address]
    assert [words(one) for one in before.xpath("//span[@class='state']")] == ["waiting"] * 4
    settle()
    after = see(address)
    assert "4 of 4 articles ended" in words(after)
    assert not after.xpath("//*[@id='jobs']/@data-again")
    assert [words(one) for one in after.xpath("//span[@class='state']")] == ["done"] * 4
    (link,) = after.xpath("//ul[@class='steps']//a[contains(., 'Closed')]/@href")[:1]
    assert "Closed" in words(see(link).xpath("//h1")[0])


def test_what_is_no_article_is_named_and_the_rest_taken(client, words, see, settle):
    answer = send(client, ("a.txt", TEXT.encode()), ("b.pdf", b"%PDF"), ("../../c.json", b"{"))
    assert answer.status_code == 200
    assert "2 things could not be taken in" in answer.text
    assert "b.pdf is of no known format" in answer.text
    assert "c.json is not valid JSON" in answer.text
    assert ".." not in answer.text.partition('role="alert"')[2].partition("</section>")[0]
    settle()
    assert len(client.get("/api/v1/articles").json()["articles"]) == 1


def packed(*texts):
    return gzip.compress(b"".join(json.dumps({"text": text}).encode() + b"\n" for text in texts))


def test_what_unpacks_to_too_much_is_read_up_to_there_and_the_rest_rejected(client, words, monkeypatch):
    monkeypatch.setattr("service.web.pages.ingest.LARGEST_BODY", 1_000)
    texts = [f"{'The tide was high. ' * 20}Day {day}." for day in range(4)]  # 400 bytes each
    answer = send(client, ("a.jsonl.gz", packed(*texts)), ("b.txt", b"It was low."), ("c.txt.gz", gzip.compress(b"a")))
    page = lxml.html.document_fromstring(answer.text)
    why = (
        "files that are sent together may hold 1000 bytes after unpacking. Split it, and send the parts one at a time."
    )
    assert [words(one) for one in page.xpath("//section[@role='alert']//li")] == [
        f"{name} was not read to its end: {why}" for name in ("a.jsonl.gz", "b.txt", "c.txt.gz")
    ]
    assert "0 of 2 articles ended" in words(page)


def test_files_that_together_are_as_large_as_may_be_are_taken(client, monkeypatch):
    parts = [packed("One wave came."), packed("Two waves came.")]
    total = sum(len(gzip.decompress(part)) for part in parts)
    monkeypatch.setattr("service.web.pages.ingest.LARGEST_BODY", total)
    assert send(client, ("a.jsonl.gz", parts[0]), ("b.jsonl.gz", parts[1])).status_code == 303
    monkeypatch.setattr("service.web.pages.ingest.LARGEST_BODY", total - 1)
    answer = send(client, ("a.jsonl.gz", parts[0]), ("b.jsonl.gz", parts[1]))
    assert "b.jsonl.gz was not read to its end" in answer.text
    assert "a.jsonl.gz" not in answer.text


def test_one_endless_line_is_unpacked_no_further_than_may_be(client, monkeypatch):
    monkeypatch.setattr("service.web.pages.ingest.LARGEST_BODY", 2**20)
    whole = gzip.compress(b"x" * 2**21)
    answer = send(client, ("a.jsonl.gz", whole[:-8] + b"no trailer"))
    assert "a.jsonl.gz was not read to its end" in answer.text, "not: is broken at its end"


def test_no_more_articles_are_read_than_can_be_watched_and_that_is_told_first(client, words, monkeypatch):
    monkeypatch.setattr("service.web.pages.ingest.MOST_JOBS", 2)
    files = [("a.jsonl.gz", packed("One.", "Two.")), ("b.txt", b"Three.")]
    page = lxml.html.document_fromstring(send(client, *files).text)
    (said,) = page.xpath("//section[@role='alert']//li")
    assert words(said).startswith("The rest was not read: no more than 2 articles can be sent together.")
    assert "0 of 2 articles ended" in words(page)
    assert send(client, files[0]).status_code == 303


def test_what_is_rejected_is_named_once(client, words):
    answer = send(client, ("empty.txt", b" "), ("notext.json", b"{}"), ("n.json", b'[{"text": 7}]'))
    page = lxml.html.document_fromstring(answer.text)
    assert [words(one) for one in page.xpath("//section[@role='alert']//li")] == [
        "empty.txt is empty; there is nothing to read.",
        'notext.json has no text; give its words as "text", or the page that it stands on as "html".',
        "n.json, entry 1: text must be a string, not int.",
    ]


@pytest.mark.parametrize("files", [[("a.pdf", b"%PDF")], [("a.txt", b"   ")]])
def test_when_nothing_is_taken_the_answer_says_so(client, files):
    answer = send(client, *files)
    assert answer.status_code == 422
    assert "could not be taken in" in answer.text
    assert "Everything else was taken in" not in answer.text


def test_no_file_at_all_is_said(client):
    answer = client.post("/ingest/files", data={"x": "y"}, headers=SAME)
    assert answer.status_code == 422
    assert "No file was chosen" in answer.text


def test_a_pasted_text_is_taken_with_its_fields(client, settle):
    given = {"text": f"{TEXT}\r\n\r\nMore.", "outlet": "Mail", "title": "T", "published_at": "2025-12-08", "url": " "}
    assert client.post("/ingest/text", data=given, headers=SAME).status_code == 303
    settle()
    (line,) = client.get("/api/v1/articles").json()["articles"]
    assert (line["outlet"], line["title"], line["url"]) == ("Mail", "T", None)
    assert client.get(f"/api/v1/articles/{line['id']}").json()["text"] == f"{TEXT}\n\nMore."
    again = client.post("/ingest/text", data=given, headers=SAME)
    assert again.headers["location"] == "/ingest?jobs=&known=1#jobs"
    assert "1 article was stored before" in client.get("/ingest?jobs=&known=1").text


@pytest.mark.parametrize("address", ["htp:/wrong url", "example.com/a", "https://", "urn:newsml:mail:1"])
def test_an_address_that_is_no_link_is_refused_in_the_form_and_kept_there(client, address):
    answer = client.post("/ingest/text", data={"text": TEXT, "outlet": "Mail", "url": address}, headers=SAME)
    page = lxml.html.document_fromstring(answer.text)
    assert answer.status_code == 422
    assert "is no link; write it in full, as https://" in page.xpath("//section[@role='alert']")[0].text_content()
    assert page.xpath("//input[@name='url']/@value") == [address]
    assert TEXT in page.xpath("//textarea")[0].text_content()


def test_a_date_with_two_readings_is_refused_in_the_form_only(client):
    given = {"text": TEXT, "outlet": "Mail", "published_at": "08/12/2025"}
    answer = client.post("/ingest/text", data=given, headers=SAME)
    assert answer.status_code == 422
    assert "The date 08/12/2025 can be read in two ways; write 2025-08-12 or 2025-12-08" in answer.text
    assert client.post("/api/v1/articles", json=given).status_code == 202


@pytest.mark.parametrize("day", ["25/12/2025", "2025-12-08", "8 December 2025"])
def test_a_date_and_an_address_that_can_be_read_are_taken(client, day):
    given = {"text": TEXT, "outlet": "Mail", "published_at": day, "url": "https://mail.example/a?b=1"}
    assert client.post("/ingest/text", data=given, headers=SAME).status_code == 303


UNNAMED = "An article without an outlet counts as unnamed, and never as an independent source."


@pytest.mark.parametrize(("outlet", "told"), [("", True), ("Mail", False)])
def test_what_a_text_without_an_outlet_counts_for_is_said(client, see, settle, outlet, told):
    answer = client.post("/ingest/text", data={"text": TEXT, "outlet": outlet}, headers=SAME)
    assert answer.status_code == 303
    for _ in range(2):
        section = see(answer.headers["location"].removesuffix("#jobs")).xpath("//div[@id='jobs']")[0]
        assert (UNNAMED in section.text_content()) is told
        settle()


def test_a_text_that_is_refused_stays_in_the_form(client):
    answer = client.post("/ingest/text", data={"outlet": "Mail <&>"}, headers=SAME)
    assert answer.status_code == 422
    assert 'value="Mail &lt;&amp;&gt;"' in answer.text


def test_what_was_taken_down_is_not_taken_in_again(client, settle):
    given = {"text": TEXT, "outlet": "Mail"}
    client.post("/ingest/text", data=given, headers=SAME)
    settle()
    (line,) = client.get("/api/v1/articles").json()["articles"]
    client.delete(f"/api/v1/articles/{line['id']}")
    answer = client.post("/ingest/text", data=given, headers=SAME)
    assert answer.status_code == 422
    assert "was taken down" in answer.text


def test_of_several_files_only_what_was_taken_down_is_left_out(client, settle):
    send(client, ("gone.txt", TEXT.encode()))
    settle()
    (line,) = client.get("/api/v1/articles").json()["articles"]
    client.delete(f"/api/v1/articles/{line['id']}")
    answer = send(client, ("gone.txt", TEXT.encode()), ("new.txt", f"{TEXT} More.".encode()))
    assert answer.status_code == 200
    assert "1 thing could not be taken in" in answer.text
    assert "The article gone.txt was taken down at 20" in answer.text
    assert "Everything else was taken in" in answer.text
    settle()
    assert len(client.get("/api/v1/articles").json()["articles"]) == 1


@pytest.mark.parametrize("path", ["/ingest/text", "/ingest/files"])
def test_a_foreign_page_may_not_post(client, path):
    answer = client.post(path, data={"text": TEXT}, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert "nothing was changed" in answer.text
    assert client.get("/api/v1/articles").json()["articles"] == []


def fail(workspace, *, attempts):
    with workspace.store.writing() as connection:
        add_job(connection, "ingest", {"article_id": "a", "article": {"title": "Torn"}})
        job = take_job(connection, now=now(), lease_seconds=60, attempts=3)
        fail_job(connection, job, error="The weights are missing <here>.", attempts=attempts)
        return job.id


def test_a_failure_says_why_and_what_to_do(workspace, see, words):
    given_up, again = fail(workspace, attempts=1), fail(workspace, attempts=3)
    page = see(f"/ingest?jobs={given_up},{again}")
    assert [words(one) for one in page.xpath("//span[@class='state']")] == ["failed", "tried again soon"]
    assert "The weights are missing <here>." in words(page)
    assert "1 of 2 articles ended, 1 failed" in words(page)
    status = words(see("/status").xpath("//main")[0])
    assert "given up after 1 attempt" in status
    assert "tried again soon. The weights are missing <here>." in status


@pytest.mark.parametrize(
    ("ids", "runs"), [([], ""), ([3], "3"), ([1, 2, 3, 7], "1-3,7"), ([9, 8], "8-9"), ([1, 3], "1,3")]
)
def test_ids_are_written_as_runs_and_read_again(ids, runs):
    assert ranges_of(ids) == runs
    assert IngestAsked(jobs=runs).job_ids == sorted(ids)


def test_no_more_jobs_are_looked_at_than_can_be(see, words):
    assert len(IngestAsked(jobs="1-999999999999999999").job_ids) == 10_000
    see("/ingest?jobs=1-999999999999999999")
    assert "jobs" in words(see("/ingest?jobs=all", 422))


@pytest.mark.usefixtures("stored")
def test_the_status_counts_what_is_stored_and_done(see, words):
    page = see("/status")
    figures = {words(one.xpath("dt")[0]): words(one.xpath("dd")[0]) for one in page.xpath("//dl[@class='figures']/div")}
    assert figures == {
        "Articles": "3",
        "Versions of them": "3",
        "Outlets": "3",
        "Claims": "3",
        "Jobs waiting": "0",
        "Running": "0",
        "Done": "6",
        "Failed": "0",
    }
    rows = [words(row) for row in page.xpath("//table//tr")]
    assert "≠ contradicts 2" in rows
    assert "= agrees 1" in rows
    assert "another process" in words(page)
    assert "What failed last" not in words(page)


def test_an_empty_store_leads_to_ingest(see):
    assert "/ingest" in see("/status").xpath("//main//a/@href")


def test_every_page_says_that_articles_are_still_being_compared_as_long_as_they_are(client, see, words):
    client.post("/ingest/text", data={"text": "The bridge in Harbour closed on Monday."}, headers=SAME)
    for address in ("/contradictions", "/facts", "/status"):
        assert "1 article is still being read and compared" in words(see(address).xpath("//p[@role='status']")[0])


@pytest.mark.usefixtures("stored")
def test_nothing_is_said_of_work_when_all_is_done(see):
    assert not see("/contradictions").xpath("//p[@class='unfinished']")
