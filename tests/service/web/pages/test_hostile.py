"""Text of articles is data: whatever stands in it, nothing of it becomes markup, an address or a handler."""

from urllib.parse import quote

import pytest

BAD = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'<svg/onload=alert(3)>{{7*7}}</bdi></p></textarea>"
ODD = "\u202eevil\u202c \u0000\u0001\ufffe \ud800 "
LONG = "w" * 3_000
RTL = "الجسر مغلق"
ADDRESSES = ("javascript:alert(1)", "data:text/html,<script>alert(1)</script>", 'https://x.example/"onclick="alert(1)')
TEXT = f"The bridge over the river is {{state}} {BAD} {ODD} today. {RTL} {LONG} is open. Menu: {BAD} skip to content."


@pytest.fixture
def hostile(client, settle, see):
    """Articles that try everything; their ids."""
    ids = []
    for at, (address, state) in enumerate(zip(ADDRESSES, ("open", "closed", "open"), strict=True)):
        body = {
            "text": TEXT.format(state=state).encode("utf-8", "ignore").decode().replace("\x00", "\ufffd"),
            "outlet": f"Outlet {at} {BAD}",
            "title": f"Title {at} {BAD} {RTL}",
            "author": BAD,
            "id": f"{at}",
            "url": address,
            "published_at": "2025-12-08",
        }
        answer = client.post("/api/v1/articles", json=body)
        assert answer.status_code == 202, answer.text
        ids.append(answer.json()["articles"][0]["article_id"])
    settle()
    return ids


def check_nothing_runs(page):
    sources = page.xpath("//script/@src")
    assert all(source.startswith("/static/") for source in sources)
    assert not page.xpath(
        "//script[not(@src)] | //style | //img | //iframe | //object | //embed | //base | //meta[@http-equiv]"
    )
    assert not page.xpath("//@*[starts-with(name(), 'on')] | //@style | //svg[@onload]")
    for address in page.xpath("//@href | //@src | //@action | //@data-judged | //@data-again"):
        assert address.startswith(("/", "#", "https://")), address
        assert "<" not in address and '"' not in address
    assert "49" not in "".join(page.xpath("//title/text()"))


def addresses(client, ids):
    yield "/"
    yield "/contradictions"
    yield "/contradictions?show=within&sure=0"
    yield "/contradictions?relation=agrees&sure=0"
    yield "/facts"
    for fact in client.get("/api/v1/facts").json()["facts"]:
        yield f"/facts/{fact['id']}"
    yield "/ingest?jobs=1-10"
    yield "/status"
    yield "/review"
    yield "/review?blind=on"
    yield "/outlets"
    yield f"/outlets?outlet={quote('Outlet 0 ' + BAD)}"
    yield f"/contradictions?outlet={quote('Outlet 0 ' + BAD)}&other={quote(BAD)}"
    yield "/framings"
    yield f"/framings?topic={quote(BAD)}&actor={quote(BAD)}&target={quote(BAD)}"
    yield "/reports"
    yield "/reports?kind=briefing&topic=bridge"
    yield f"/reports?kind=contradictions&topic={quote(BAD)}&outlet={quote(BAD)}"
    for article_id in ids:
        yield f"/articles/{article_id}"
        for claim in client.get(f"/api/v1/articles/{article_id}").json()["claims"]:
            yield f"/claims/{claim['claim']}"
    for path in ("/", "/search/judged"):
        yield f"{path}?q={quote('The bridge over the river is open ' + BAD)}&outlet={quote(BAD)}&speaker={quote(BAD)}"
        yield f"{path}?q={quote('The bridge over the river is open')}"


def test_nothing_of_a_hostile_article_is_markup(client, see, hostile):
    shown = 0
    for address in addresses(client, hostile):
        page = see(address)
        check_nothing_runs(page)
        shown += "<script>alert(1)</script>" in page.text_content()
        assert not {"\x00", "\x01"} & set(page.text_content())
    assert shown > 8, "the words themselves are shown, as words"


def test_an_address_that_is_none_of_the_web_is_not_linked(see, hostile, links):
    for article_id in hostile:
        assert not [link for link in links(see(f"/articles/{article_id}")) if not link.startswith(("/", "#"))]


def test_text_of_any_direction_is_kept_apart(see, hostile):
    page = see(f"/articles/{hostile[0]}")
    assert page.xpath("//article[@dir='auto']/p[@dir='auto']")
    assert page.xpath("//h1[@dir='auto']")
    assert page.xpath("//p[@class='byline']//bdi")


def test_what_was_posted_comes_back_as_text(client):
    given = {"text": BAD * 2, "title": BAD, "published_at": "no day at all 99"}
    answer = client.post("/ingest/text", data=given, headers={"Sec-Fetch-Site": "same-origin"})
    assert "<script>alert" not in answer.text
    assert "onerror=alert(2)>" not in answer.text
