"""A store in a folder of its own, and short ways to make articles, claims and verdicts."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from models.base import Appraisal, ExtractedClaim, Span, Speaker
from service.domain.articles import Article, PublicationTime
from service.domain.comparisons import Entailment, Relation, Verdict
from service.domain.reasons import Reason
from service.store.articles import add_article
from service.store.claims import add_claims
from service.store.comparisons import NewComparison, add_comparisons
from service.store.opening import Connection, Store, open_store

RECEIVED = "2025-12-09T08:00:00Z"


def make_article(text: str, outlet: str | None = "Daily Planet", **more: object) -> Article:
    given = {"url": f"https://example.org/{outlet}", "title": "On strategy", "published": PublicationTime("2025-12-08")}
    return Article(text=text, outlet=outlet, **{**given, **more})


def make_claim(whole: str, quote: str, *, at: int = 0, **more: object) -> ExtractedClaim:
    start = whole.index(quote, at)
    given = {
        "text": quote,
        "speaker": Speaker("Dmitry Peskov", "spokesman", "Peskov", 0, 6, "said"),
        "stance": "reports",
        "kind": "fact",
        "checkworthiness": 0.75,
        "appraisals": (),
    }
    return ExtractedClaim(start=start, end=start + len(quote), quote=quote, **{**given, **more})


def make_appraisal() -> Appraisal:
    return Appraisal("Russia", "welcomes", "strategy", "welcomed", 3, 11)


def make_verdict(relation: Relation | None = "contradicts", confidence: float | None = 0.75, **more: object) -> Verdict:
    given = {
        "relations": {"contradicts": 0.75, "related": 0.25},
        "similarity": 0.5,
        "a_to_b": Entailment(0.125, 0.125, 0.75),
        "b_to_a": None,
        "reasons": (Reason("The numbers differ: “5” and “7”.", (Span(3, 4),), (Span(5, 6),)),),
        "model": "m1",
        "one_origin": "Both name Reuters.",
    }
    return Verdict(relation=relation, confidence=confidence, **{**given, **more})


def add_said(connection: Connection, article: Article, *quotes: str, received_at: str = RECEIVED) -> list[str]:
    stored = add_article(connection, article, received_at=received_at)
    return add_claims(connection, stored, [make_claim(article.text, quote) for quote in quotes])


def add_one(connection: Connection, outlet: str, quote: str, **more: object) -> str:
    return add_said(connection, make_article(quote, outlet, **more), quote)[0]


def add_pair(connection: Connection, a: str, b: str, verdict: Verdict | None = None) -> str:
    row = NewComparison(a, b, verdict or make_verdict())
    add_comparisons(connection, [row], recorded_at="2025-12-10T00:00:00Z")
    return row.id


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    return SimpleNamespace(
        article=make_article, claim=make_claim, verdict=make_verdict, appraisal=make_appraisal,
        said=add_said, one=add_one, pair=add_pair,
    )  # fmt: skip


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'data' / 'crossclaim.db'}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened


@pytest.fixture
def writing(store: Store) -> Iterator[Connection]:
    with store.writing() as connection:
        yield connection


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Store]]:
    """Opens as many new stores as hypothesis asks for, in memory's stead a folder each."""
    opened = []

    def open_fresh() -> Store:
        opened.append(open_store(f"sqlite:///{tmp_path_factory.mktemp('store') / 'crossclaim.db'}"))
        return opened[-1]

    yield open_fresh
    for one in opened:
        one.close()
