"""The API over the small workspace, and three outlets that disagree about a bridge."""

import pytest
from fastapi.testclient import TestClient

from service.web.app import create_app
from service.workspace import Workspace


@pytest.fixture
def client(workspace: Workspace) -> TestClient:
    """Jobs are done when a test says so: `settle`."""
    return TestClient(create_app(workspace, with_worker=False), raise_server_exceptions=False)


def make_article(text: str, outlet: str, **more: str) -> dict[str, str]:
    address = f"https://{outlet.split(maxsplit=1)[0].lower()}.example/bridge"
    about = {"url": address, "title": f"Bridge news of the {outlet}", "published_at": "2025-12-08"}
    return {"text": text, "outlet": outlet, **about, **more}


NEWS = {
    "closed": make_article("The harbour bridge was closed to all lorries.", "Harbour Gazette"),
    "open": make_article("The harbour bridge was open to all lorries.", "Northern Mail"),
    "also closed": make_article("The harbour bridge was closed to all buses.", "Coast Times"),
}


@pytest.fixture
def article():
    return make_article


@pytest.fixture
def news() -> dict[str, dict[str, str]]:
    """Two outlets that say the bridge was closed, and one that says it was open."""
    return NEWS


@pytest.fixture
def stored(client: TestClient, settle) -> dict[str, str]:
    """The ids of the news, read and compared."""
    answer = client.post("/api/v1/articles", json=list(NEWS.values()))
    settle()
    return dict(zip(NEWS, (one["article_id"] for one in answer.json()["articles"]), strict=True))
