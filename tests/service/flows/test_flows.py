"""Articles in, comparisons out: each flow over a real store, with small models."""

import logging

import numpy as np
import pytest

from service.domain.articles import Article, PublicationTime
from service.domain.claims import Statement
from service.errors import BadInputError, NotFoundError, SettingsError
from service.flows.compare import compare_statements
from service.flows.ingest import accept, ingest, read_payload
from service.flows.query import QueryFilters, query
from service.flows.reindex import catch_up, encode_new, save_index
from service.flows.review import judge_comparison, undo
from service.flows.takedown import take_down
from service.store.articles import count_articles, find_article
from service.store.claims import count_claims
from service.store.comparisons import ComparisonFilter, find_comparisons
from service.store.jobs import count_jobs, find_job
from service.store.vectors import add_vectors, find_unencoded
from service.worker import work_off

CLOSED = "The harbour bridge was closed to all lorries on Monday."
OPEN = "The harbour bridge was open to all lorries on Monday."


def article(text, outlet, day="2025-12-08", **more):
    return Article(
        text, outlet=outlet, url=f"https://{outlet.lower()}.example/1", published=PublicationTime(day), **more
    )


@pytest.fixture
def stored(workspace, settle):
    """Two outlets that contradict each other."""
    found = accept(workspace, [article(CLOSED, "Gazette"), article(OPEN, "Mail")])
    settle()
    return found


def comparisons(workspace, relation=None):
    with workspace.store.reading() as connection:
        return find_comparisons(connection, ComparisonFilter(relation=relation, include_same_article=True))


def test_two_articles_become_claims_and_one_comparison(workspace, stored):
    (found,) = comparisons(workspace)
    assert found.relation == "contradicts"
    assert {found.a.said.quote, found.b.said.quote} == {CLOSED, OPEN}
    assert {found.a.source.outlet, found.b.source.outlet} == {"Gazette", "Mail"}


def test_the_same_again_gets_no_job_and_changes_nothing(workspace, stored, settle):
    again = accept(workspace, [article(CLOSED, "Gazette"), article(OPEN, "Mail")])
    settle()
    assert [a.job_id for a in again] == [None, None]
    assert [a.article_id for a in again] == [a.article_id for a in stored]
    assert len(comparisons(workspace)) == 1


def test_one_text_of_two_outlets_is_two_articles_of_one_origin(workspace, settle):
    accept(workspace, [Article(CLOSED, outlet="Gazette"), Article(CLOSED, outlet="Mail")])
    settle()
    (found,) = comparisons(workspace)
    assert found.verdict.one_origin == "Both have the same sentence, word for word."
    with workspace.store.reading() as connection:
        assert count_articles(connection) == 2


def test_a_job_carries_the_whole_article(workspace):
    given = article(CLOSED, "Gazette", title="Bridge shut", origin="Caspian Wire")
    (accepted,) = accept(workspace, [given])
    with workspace.store.reading() as connection:
        assert read_payload(find_job(connection, accepted.job_id).payload["article"]) == given


def test_another_language_is_stored_and_found_and_not_judged(workspace, stored, settle):
    accept(workspace, [article("The harbour bridge was closed to all lorries lundi.", "Courrier", language="fr")])
    settle()
    verdicts = [c.verdict for c in comparisons(workspace) if c.a.source.language != c.b.source.language]
    assert {v.relation for v in verdicts} == {None}
    assert verdicts[0].not_judged == "No model for the language 'fr' is set; known: en."
    answer = query(workspace, Statement("The harbour bridge was closed to all lorries lundi."))
    assert [m.claim.source.outlet for m in answer.not_judged] == ["Courrier"]


def test_a_query_answers_by_relation_and_obeys_its_filters(workspace, stored):
    answer = query(workspace, Statement("The harbour bridge was closed to all lorries."))
    assert [m.claim.said.quote for m in answer.agreements] == [CLOSED]
    assert [m.claim.said.quote for m in answer.contradictions] == [OPEN]
    narrowed = query(workspace, Statement(CLOSED), filters=QueryFilters(outlets=("Mail",)))
    assert [m.claim.source.outlet for m in (*narrowed.agreements, *narrowed.contradictions)] == ["Mail"]
    late = query(workspace, Statement(CLOSED), filters=QueryFilters(since="2026-01-01"))
    assert not (late.agreements or late.contradictions or late.related)


def test_a_judgement_holds_until_it_is_undone_and_survives_reading_again(workspace, stored, settle):
    (found,) = comparisons(workspace)
    judged = judge_comparison(workspace, found.id, verdict="false_alarm", note="two bridges", judged_by="ib")
    assert (judged.relation, judged.judgement.note) == (None, "two bridges")
    take = accept(workspace, [article(CLOSED + " It rained.", "Gazette")])
    settle()
    assert take[0].job_id is not None
    assert not comparisons(workspace, "contradicts")
    assert undo(workspace, found.id).relation == "contradicts"


def test_a_judgement_must_be_one_and_on_something(workspace, stored):
    (found,) = comparisons(workspace)
    with pytest.raises(BadInputError, match="'maybe' is no verdict. Give one of: agrees"):
        judge_comparison(workspace, found.id, verdict="maybe")
    with pytest.raises(NotFoundError):
        judge_comparison(workspace, "nothing", verdict="agrees")


def test_a_takedown_leaves_nothing_to_find_and_keeps_the_article_out(workspace, stored):
    take_down(workspace, stored[0].article_id)
    assert comparisons(workspace) == []
    answer = query(workspace, Statement(CLOSED))
    assert not answer.agreements
    with workspace.store.reading() as connection, pytest.raises(NotFoundError):
        find_article(connection, stored[0].article_id)
    with pytest.raises(BadInputError, match="was taken down"):
        accept(workspace, [article(CLOSED, "Gazette")])


def test_an_index_built_again_from_nothing_is_the_same(workspace, stored):
    catch_up(workspace)
    live = workspace.live_index
    before = live.index.ids
    vectors = live.index.vectors(before)
    del workspace.__dict__["_live_index"]
    catch_up(workspace)
    assert workspace.live_index.index is not live.index
    assert np.array_equal(workspace.live_index.index.ids, before)
    assert np.array_equal(workspace.live_index.index.vectors(before), vectors)


def test_a_snapshot_is_taken_up_where_it_ended(workspace, stored):
    save_index(workspace)
    watermark = workspace.live_index.watermark
    del workspace.__dict__["_live_index"]
    assert workspace.live_index.watermark == watermark > 0
    assert catch_up(workspace) == 0


def test_a_snapshot_of_another_store_is_noticed_and_built_again(workspace, stored, caplog):
    save_index(workspace)
    size = len(workspace.live_index.index)
    del workspace.__dict__["_live_index"]
    workspace.store.epoch = "another"
    with caplog.at_level(logging.WARNING):
        assert catch_up(workspace) > 0
    assert "built again from the store" in caplog.text
    assert len(workspace.live_index.index) == size


def test_pairs_are_compared_without_being_stored(workspace):
    first, second = compare_statements(
        workspace, [(Statement(CLOSED), Statement(OPEN)), (Statement(CLOSED), Statement(CLOSED))]
    )
    assert (first.relation, second.relation) == ("contradicts", "agrees")
    assert second.similarity == pytest.approx(1.0)
    assert compare_statements(workspace, []) == []


def test_a_job_that_breaks_is_set_aside_with_its_reason_and_the_rest_goes_on(workspace, settle, monkeypatch):
    real = __import__("service.flows.ingest", fromlist=["read_claims"]).read_claims

    def break_on_mail(given):
        if given.outlet == "Mail":
            raise RuntimeError("the extractor broke")
        return real(given)

    monkeypatch.setattr("service.flows.ingest.read_claims", break_on_mail)
    monkeypatch.setattr("service.store.jobs.BACK_OFF_SECONDS", 0)
    _, mail = accept(workspace, [article(CLOSED, "Gazette"), article(OPEN, "Mail")])
    settle()
    with workspace.store.reading() as connection:
        broken = find_job(connection, mail.job_id)
        assert (broken.state, broken.attempts) == ("quarantined", 3)
        assert broken.error == "RuntimeError: the extractor broke"
        assert count_claims(connection) == 1


def test_missing_weights_stop_the_work_and_cost_the_job_nothing(workspace, monkeypatch):
    def missing(*_):
        raise SettingsError("No pair model in weights/. Reinstall crossclaim.")

    accept(workspace, [article(CLOSED, "Gazette")])
    monkeypatch.setattr("service.worker.FLOWS", {"ingest": missing, "compare": missing})
    with pytest.raises(SettingsError, match="Reinstall"):
        work_off(workspace, lambda *_: None)
    with workspace.store.reading() as connection:
        assert count_jobs(connection)["waiting"] == 1
        assert find_job(connection, 1).attempts == 0


def test_whoever_interrupts_gives_the_job_in_hand_back(workspace, settle, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    accept(workspace, [article(CLOSED, "Gazette"), article(OPEN, "Mail")])
    with monkeypatch.context() as patched:
        patched.setattr("service.worker.FLOWS", {"ingest": interrupted, "compare": interrupted})
        with pytest.raises(KeyboardInterrupt):
            work_off(workspace, lambda *_: None)
    with workspace.store.reading() as connection:
        assert (count_jobs(connection)["waiting"], count_jobs(connection)["running"]) == (2, 0)
        assert find_job(connection, 1).attempts == 0
    settle()
    assert comparisons(workspace, "contradicts")


class Recording:
    """Notes what it is given, and lets `meanwhile` happen while it encodes for the first time."""

    dimension = 256

    def __init__(self, encoder, meanwhile=None, fingerprint="words"):
        self.given, self.encoder, self.meanwhile, self.fingerprint = [], encoder, meanwhile, fingerprint

    def encode(self, texts):
        self.given.append(list(texts))
        if self.meanwhile:
            meanwhile, self.meanwhile = self.meanwhile, None
            meanwhile()
        return self.encoder.encode(texts)


def test_two_processes_that_encode_at_once_meet_in_the_middle(workspace, settle, monkeypatch):
    monkeypatch.setattr("service.flows.reindex.ENCODED", 2)
    texts = [f"The council of {name} voted for a tram line." for name in ("Velmora", "Tarnby", "Quillan", "Corvane")]
    texts.append("The council of Eskil voted for a flood wall.")
    accept(workspace, [article(text, f"Paper {number}") for number, text in enumerate(texts)])
    monkeypatch.setattr("service.worker.FLOWS", {"ingest": ingest, "compare": lambda *_: 0})
    settle()
    encoder = workspace.encoder

    def other_process_takes_the_first():
        with workspace.store.writing() as connection:
            found = find_unencoded(connection, "words", 2)
            add_vectors(connection, "words", ids=[i for i, _ in found], vectors=encoder.encode(texts[:2]))

    alone = Recording(encoder, other_process_takes_the_first)
    monkeypatch.setattr(type(workspace), "encoder", alone)
    assert encode_new(workspace) == 3
    assert alone.given == [texts[:2], [texts[4], texts[3]], [texts[2]]]


def test_a_process_by_itself_encodes_the_oldest_first(workspace, stored, monkeypatch):
    monkeypatch.setattr("service.flows.reindex.ENCODED", 1)
    alone = Recording(workspace.encoder, fingerprint="other words")
    monkeypatch.setattr(type(workspace), "encoder", alone)
    assert encode_new(workspace) == 2
    assert [text[:25] for (text,) in alone.given] == [CLOSED[:25], OPEN[:25]]


def test_verdicts_of_an_older_model_make_way(workspace, stored, settle, monkeypatch):
    assert comparisons(workspace, "contradicts")
    newer = type(workspace.pair_model)()
    newer.version = "newer"
    newer._relation = lambda *_: "related"
    monkeypatch.setattr(type(workspace), "pair_model", newer)
    accept(workspace, [article(CLOSED + " It rained.", "Gazette")])
    settle()
    assert not comparisons(workspace, "contradicts")


def test_a_view_is_found_in_other_words_and_another_sentence_of_the_article(workspace, settle):
    text = "Moscow read the new harbour treaty on Monday. Russian envoys later condemned the shift as an escalation."
    accept(workspace, [article(text, "Gazette")])
    settle()
    answer = query(workspace, Statement("The Kremlin welcomed the new harbour treaty."))
    groups = (answer.agreements, answer.contradictions, answer.changed, answer.framings, answer.related)
    assert any("condemned the shift" in match.claim.said.quote for group in groups for match in group)


def test_an_answer_below_the_least_confidence_is_only_related(workspace, stored):
    workspace.settings = workspace.settings.model_copy(update={"shown_from": 0.99, "contradictions_from": 0.99})
    answer = query(workspace, Statement("The harbour bridge was closed to all lorries."))
    assert not answer.contradictions
    assert len(answer.related) == 2
