"""What all pages have in common: frame, policy, files, errors, and who may post."""

import re

import lxml.html
import pytest
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient

from service.settings import Settings
from service.web.app import create_app
from service.web.errors import add_error_handlers
from service.web.pages.guard import SAME_ORIGIN, see_other
from service.web.pages.rendering import NAVIGATION, counted
from service.web.pages.statics import asset, find_statics
from service.workspace import Workspace

BASE = "http://localhost"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def test_a_page_has_landmarks_one_heading_and_a_way_past_the_navigation(see, words):
    page = see("/")
    assert page.get("lang") == "en"
    assert len(page.xpath("//h1")) == len(page.xpath("//main")) == len(page.xpath("//nav[@aria-label]")) == 1
    first = page.xpath("//body//a")[0]
    assert (first.get("href"), page.xpath("//main/@id")) == ("#main", ["main"])
    assert words(page.xpath("//title")[0]) == f"{words(page.xpath('//h1')[0])} – Crossclaim"


def test_the_navigation_shows_what_is_served_in_order_and_where_one_is(see, client, words):
    shown = [(words(link), link.get("href")) for link in see("/").xpath("//nav[@aria-label='Pages']//a")]
    assert shown[0] == ("Search", "/")
    assert shown == [entry for entry in NAVIGATION if entry in shown]
    assert all(client.get(address).status_code == 200 for _, address in shown)
    for _, address in shown:
        assert see(address).xpath("//nav[@aria-label='Pages']//a[@aria-current='page']/@href") == [address]


def test_pages_may_load_our_own_files_only(client):
    answer = client.get("/")
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert client.get("/api/v1/health").headers["content-security-policy"] != POLICY


def test_no_page_holds_script_style_or_handlers(see):
    for address in see("/").xpath("//nav[@aria-label='Pages']//a/@href"):
        page = see(address)
        assert not page.xpath("//style | //script[not(@src)] | //*[@style] | //@*[starts-with(name(), 'on')]")


@pytest.mark.parametrize("name", sorted(find_statics()))
def test_a_file_is_kept_for_ever_under_its_version_and_checked_without(client, name):
    versioned = client.get(asset(name))
    assert versioned.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert versioned.content == find_statics()[name].content
    assert client.get(f"/static/{name}").headers["cache-control"] == "no-cache"
    assert client.get(f"/static/{name}?v=0").headers["cache-control"] == "no-cache"


def test_the_version_of_a_file_changes_with_its_content():
    versions = {file.version for file in find_statics().values()}
    assert len(versions) == len(find_statics())


def test_the_style_fetches_nothing_and_knows_the_dark(client):
    style = client.get("/static/app.css").text
    assert "url(" not in style
    assert "@import" not in style
    assert "prefers-color-scheme: dark" in style


def test_scripts_fetch_nothing_from_elsewhere():
    for name, file in find_statics().items():
        if name.endswith(".js"):
            assert not re.search(r"https?://|^\s*import\s", file.content.decode(), re.MULTILINE), name


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/nothing", 404, "No page has this address."),
        ("/?since=yesterday", 422, "since: write the date as 2025-12-08"),
    ],
)
def test_what_goes_wrong_with_a_page_is_said_on_a_page(see, words, address, status, said):
    page = see(address, status)
    assert said in words(page.xpath("//main")[0])
    assert page.xpath("//main//a[@href='/']")
    assert str(status) in words(page)


def test_a_fault_of_ours_is_a_page_without_its_details(client, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("secret of the store")

    monkeypatch.setattr("service.web.pages.search.count_articles", broken)
    answer = client.get("/")
    assert (answer.status_code, answer.headers["content-security-policy"]) == (500, POLICY)
    assert "Something went wrong" in answer.text
    assert "secret" not in answer.text


def test_pages_say_what_is_wrong_with_a_store_that_cannot_be_read(tmp_path, words):
    (tmp_path / "crossclaim.db").write_bytes(b"This is no database. " * 100)
    with Workspace(Settings(data=tmp_path)) as workspace:
        client = TestClient(create_app(workspace, with_worker=False), BASE, raise_server_exceptions=False)
        for address in ("/", "/articles", "/status", "/ingest"):
            answer = client.get(address)
            assert (answer.status_code, answer.headers["content-security-policy"]) == (500, POLICY)
            said = words(lxml.html.document_fromstring(answer.text).xpath("//main")[0])
            assert f"{tmp_path / 'crossclaim.db'} is not a Crossclaim store. Name another folder with --data." in said
        assert (client.get("/nothing").status_code, client.get("/articles?since=soon").status_code) == (404, 422)


@pytest.mark.parametrize("address", ["/api/v1/nothing", "/static/nothing.js"])
def test_programs_get_problem_details(client, address):
    answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_an_address_in_an_error_is_only_text(client):
    answer = client.get("/?since=<script>alert(1)</script>")
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text


@pytest.fixture
def posting():
    """An application with one form, guarded as all are."""
    router, app = APIRouter(), FastAPI()

    @router.post("/change", dependencies=SAME_ORIGIN)
    def change_page():
        return see_other("/changed")

    app.include_router(router)
    add_error_handlers(app)
    return TestClient(app, base_url="http://desk.example", follow_redirects=False)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Origin": "http://desk.example"}, 303),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 303),
        ({}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://desk.example.evil.example"}, 403),
        ({"Origin": "http://["}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://desk.example"}, 403),
    ],
)
def test_only_our_own_pages_may_post(posting, headers, status):
    answer = posting.post("/change", headers=headers)
    assert answer.status_code == status
    if status == 303:
        assert answer.headers["location"] == "/changed"
    else:
        assert answer.json()["code"] == "foreign-post"


def test_numbers_are_read_with_their_nouns():
    assert [counted(n, "claim") for n in (0, 1, 2000)] == ["0 claims", "1 claim", "2,000 claims"]
    assert counted(2, "story", "stories") == "2 stories"


@pytest.mark.parametrize(
    "address",
    ["/?q=x", "/search/judged?q=x", "/articles?", "/contradictions?relation=agrees", "/facts?", "/framings?topic=x",
     "/reports?kind=changed&topic=x", "/reports/changed.csv?topic=x"],
)  # fmt: skip
def test_a_period_that_ends_before_it_begins_is_said_at_a_form_that_keeps_the_rest(see, words, address):
    page = see(f"{address}&outlet=Mail&since=2025-12-31&until=2025-12-01", 422)
    assert "since 2025-12-31 lies after until 2025-12-01" in words(page.xpath("//main")[0])
    (form,) = page.xpath("//main//form")
    path, _, given = address.partition("?")
    assert form.get("action") == path
    fields = {one.get("name"): one.get("value") for one in form.xpath(".//input")}
    kept = dict(part.split("=") for part in given.split("&") if part)
    assert fields == {"since": "2025-12-31", "until": "2025-12-01", "outlet": "Mail", **kept}


@pytest.mark.parametrize("address", ["/articles", "/contradictions", "/facts", "/framings", "/reports"])
def test_one_day_is_a_period(see, address):
    assert see(f"{address}?since=2025-12-01&until=2025-12-01").xpath("//main")


def test_other_errors_of_a_page_have_no_form(see):
    assert not see("/articles?since=soon", 422).xpath("//main//form")
