"""The fixtures: invented articles, what a careful reader takes from each, and how their claims relate."""

import json
from pathlib import Path

import pytest

from service.flows.ingest import accept, read_claims
from service.intake.reading import read_path
from service.settings import Settings
from service.worker import work_off
from service.workspace import Workspace

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture(scope="session")
def expected():
    """What a careful reader takes from each article, by file name."""
    found = json.loads((FIXTURES / "articles.json").read_text(encoding="utf-8"))
    return {one["file"]: one for one in found}


@pytest.fixture(scope="session")
def gold():
    """The pairs of claims with the relation between them."""
    return [json.loads(line) for line in (FIXTURES / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def articles(expected):
    """The articles as intake reads them, by file name."""
    return {name: next(iter(read_path(FIXTURES / "articles" / name))) for name in expected}


@pytest.fixture(scope="session")
def claims(articles):
    """The claims of each article, by file name."""
    return {name: read_claims(article) for name, article in articles.items()}


@pytest.fixture(scope="session")
def workspace(tmp_path_factory):
    """An empty store with the models that ship."""
    with Workspace(Settings(data=tmp_path_factory.mktemp("data"))) as opened:
        yield opened


@pytest.fixture(scope="session")
def stored(workspace, articles):
    """All fixture articles in the store, compared."""
    accept(workspace, list(articles.values()))
    work_off(workspace, lambda *_: None)
    return workspace
