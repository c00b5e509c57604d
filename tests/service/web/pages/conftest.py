"""Pages read as a browser would: their text, their links, what a reader of the screen hears."""

from collections.abc import Callable

import lxml.html
import pytest
from fastapi.testclient import TestClient

from service.web.app import create_app

SAME = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def client(workspace):
    """Jobs are done when a test says so: `settle`."""
    return TestClient(create_app(workspace, with_worker=False), raise_server_exceptions=False, follow_redirects=False)


@pytest.fixture
def see(client) -> Callable[..., lxml.html.HtmlElement]:
    """The page at an address, as a tree."""

    def get(address: str, status: int = 200) -> lxml.html.HtmlElement:
        answer = client.get(address)
        assert answer.status_code == status, answer.text
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        return lxml.html.document_fromstring(answer.text)

    return get


def words_of(*found: lxml.html.HtmlElement) -> str:
    """All text, every run of white space one space."""
    return " ".join(" ".join(element.text_content().split()) for element in found)


def links_of(page: lxml.html.HtmlElement) -> list[str]:
    return [str(address) for address in page.xpath("//a/@href")]


@pytest.fixture
def words() -> Callable[..., str]:
    return words_of


@pytest.fixture
def links() -> Callable[..., list[str]]:
    return links_of
