"""The fixtures through the whole product with the models that ship: verdicts on the gold, reports, a query."""

import json

import pytest

from service.domain.claims import Statement
from service.flows.compare import compare_statements
from service.flows.query import query
from service.reports.framings import find_framings
from service.reports.renderings import render
from service.reports.values import FramingFilter, ReportFilter
from service.reports.views import find_report

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def verdicts(workspace, gold, expected):
    """Each gold pair with the verdict on it; the French side is left to the test on languages."""

    def statement(side):
        article = expected[side["article"]]
        known = {name: article[name] for name in ("outlet", "published_at", "title", "language")}
        return Statement(side["quote"], speaker=side["speaker"], **known)

    pairs = [(statement(one["a"]), statement(one["b"])) for one in gold]
    return list(zip(gold, compare_statements(workspace, pairs), strict=True))


def report(workspace, kind, **wanted):
    with workspace.store.reading() as connection:
        found = find_report(connection, kind, ReportFilter(**wanted), generated_at="2026-03-01T00:00:00Z")
    return json.loads(render(found, "json"))


# A little below what was measured when the weights were fitted: a change that loses so much is a fault.
FLOORS = [("agrees", 0.6, 0.4), ("contradicts", 0.6, 0.55), ("changed", 0.6, 0.4), ("framing", 0.65, 0.6)]


@pytest.mark.parametrize(("label", "precision", "recall"), FLOORS)
def test_verdicts_on_the_gold(verdicts, label, precision, recall):
    judged = [(one["label"], verdict.relation) for one, verdict in verdicts if verdict.relation]
    right = sum(gold == found == label for gold, found in judged)
    assert right / max(1, sum(found == label for _, found in judged)) >= precision
    assert right / sum(gold == label for gold, _ in judged) >= recall


def test_every_number_in_a_reason_stands_in_a_quote(verdicts):
    for one, verdict in verdicts:
        for reason in verdict.sentences:
            if reason.startswith(("The numbers", "The dates")):
                words = [part.split("”")[0] for part in reason.split("“")[1:]]
                assert all(any(word in one[side]["quote"] for side in "ab") for word in words)


def test_another_language_is_not_judged(verdicts):
    (verdict,) = (verdict for one, verdict in verdicts if one.get("cross_language"))
    assert verdict.relation is None
    assert "'fr'" in verdict.not_judged


def test_copies_of_the_wire_text_are_one_origin(stored):
    items = report(stored, "agreements", limit=500)["items"]
    wire = {"The Harbour Courier", "Sable Coast Times"}
    copied = [item for item in items if {item["a"]["outlet"], item["b"]["outlet"]} == wire]
    assert copied
    assert {item["origins"] for item in copied} == {1}


def test_russian_reactions_stand_side_by_side(stored):
    with stored.store.reading() as connection:
        rows = find_framings(connection, FramingFilter(topic="strategy", actor="Russia"))
    assert {row.evaluation for row in rows} >= {"welcomes", "condemns", "dismisses", "waits"}
    assert {row.claim.source.outlet for row in rows} >= {"The Harbour Courier", "Volga Observer", "Northgate Post"}


def test_a_query_finds_the_welcome_before_everything_else(stored):
    answer = query(stored, Statement("The Kremlin welcomed the new US national security strategy."))
    first = (answer.agreements or answer.related)[0]
    assert "welcomed" in first.claim.said.quote
    contradicted = [m.claim.said.quote for m in answer.agreements]
    assert not any("condemned" in quote and "welcomed" not in quote for quote in contradicted)
