"""What tests of facts share: articles, a clock, and how to look at the facts and pairs of a workspace."""

import pytest

from service.domain.articles import Article, PublicationTime
from service.flows.fact_story import find_fact_story
from service.flows.ingest import accept
from service.store.comparisons import ComparisonFilter, find_comparisons
from service.store.facts import FactFilter, find_facts


@pytest.fixture
def article():
    def made(text, outlet, day="2025-12-08", **more):
        return Article(text, outlet=outlet, given_id="1", published=PublicationTime(day), **more)

    return made


@pytest.fixture
def facts():
    def found(workspace, **wanted):
        with workspace.store.reading() as connection:
            return find_facts(connection, FactFilter(**wanted))

    return found


@pytest.fixture
def pairs():
    def found(workspace, relation=None):
        with workspace.store.reading() as connection:
            return find_comparisons(connection, ComparisonFilter(relation=relation))

    return found


@pytest.fixture
def outlets():
    def found(workspace, fact):
        story = find_fact_story(workspace, fact.id)
        return [member.claim.source.outlet for member in story.members]

    return found


@pytest.fixture
def between(pairs):
    def found(workspace, *outlets):
        """The pair of claims of two outlets."""
        return next(one for one in pairs(workspace) if {one.a.source.outlet, one.b.source.outlet} == set(outlets))

    return found


@pytest.fixture
def clock(monkeypatch):
    """A clock that the test turns; every look at it is a microsecond later."""

    class Clock:
        day, ticks = "2026-01-01", 0

        def __call__(self):
            self.ticks += 1
            return f"{self.day}T12:00:00.{self.ticks:06}Z"

    clock = Clock()
    flows = ("compare", "facts", "ingest", "review", "takedown")
    for name in (*(f"service.flows.{flow}.now" for flow in flows), "service.store.times.now"):
        monkeypatch.setattr(name, clock)
    return clock


@pytest.fixture
def add(workspace, settle):
    def added(*articles):
        accepted = accept(workspace, articles)
        settle()
        return [one.article_id for one in accepted]

    return added


@pytest.fixture
def nothing_said(monkeypatch):
    """Nothing is substantial but what is said of lorries."""
    monkeypatch.setattr("service.flows.facts.is_substantial", lambda claim: "lorries" in claim.said.text)


@pytest.fixture
def make_two(workspace, add, article, monkeypatch):
    """Two outlets with each of two texts, between which a model sees this relation."""

    def make(relation, before, after):
        model = type(workspace.pair_model)
        monkeypatch.setattr(model, "_relation", lambda _, a, b: "agrees" if a == b else relation)
        monkeypatch.setattr(model, "_entailment", lambda self, _: self._sure(3, 1))
        add(article(before, "A"), article(before, "B"))
        add(article(after, "C", "2025-12-10"), article(after, "D", "2025-12-10"))

    return make


@pytest.fixture
def credulous(workspace, monkeypatch):
    """A model that takes every pair for an agreement."""
    model = type(workspace.pair_model)
    monkeypatch.setattr(model, "_relation", lambda *_: "agrees")
    monkeypatch.setattr(model, "_entailment", lambda self, _: self._sure(3, 1))
