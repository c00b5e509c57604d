"""An edited article, its copies, and what a takedown leaves: through the store, in both directions."""

import random

import pytest

from service.domain.articles import Article, PublicationTime
from service.domain.claims import Statement
from service.errors import BadInputError, NotFoundError
from service.flows.changes import find_changes, find_edited_copies
from service.flows.copies import trace_copies
from service.flows.ingest import accept
from service.flows.query import query
from service.flows.review import judge_comparison
from service.flows.takedown import take_down
from service.store.articles import find_article
from service.store.claims import find_claims_of, find_withdrawn_claims
from service.store.comparisons import ComparisonFilter, find_comparisons
from service.store.copies import find_copies, find_group
from service.store.jobs import find_job, take_job
from service.store.times import now
from service.worker import FLOWS

CLOSED = "The harbour bridge was closed to all lorries on Monday."
OPEN = "The harbour bridge was open to all lorries on Monday."
TOLL = "At least 12 people were hurt in the collapse of the eastern pier."
LATER = "At least 19 people were hurt in the collapse of the eastern pier."
PLACES = "Tarn Eskil Greve Lindmar Corvane Velmora Hollin Farrow Astley Dunmore".split()


def wire(number=0):
    """Ten sentences of invented words; another number, another story."""
    draw = random.Random(number)
    words = ["".join(draw.choice("bdfgklmnprst") + draw.choice("aeiou") for _ in range(3)) for _ in range(90)]
    return " ".join(f"The {place} {' '.join(words[at * 9 : at * 9 + 9])}." for at, place in enumerate(PLACES))


def article(text, outlet, day="2025-12-08", **more):
    return Article(text, outlet=outlet, given_id="1", published=PublicationTime(day), **more)


@pytest.fixture
def reading(workspace):
    with workspace.store.reading() as connection:
        yield connection


def comparisons(workspace):
    with workspace.store.reading() as connection:
        return find_comparisons(connection, ComparisonFilter(include_same_article=True))


def found_by(workspace, words):
    answer = query(workspace, Statement(words))
    groups = (answer.agreements, answer.contradictions, answer.related)
    return {match.claim.said.quote for group in groups for match in group}


def test_each_claim_of_a_new_version_stayed_changed_was_withdrawn_or_added(workspace, add):
    (key,) = add(article(f"{CLOSED} {TOLL} Divers searched the harbour until dark.", "Gazette"))
    add(article(f"{CLOSED} {LATER} The mayor of Tarn will visit the site.", "Gazette"))
    with workspace.store.reading() as connection:
        changes = find_changes(connection, key)
        assert [c.said.quote for c in changes.claims.stayed] == [CLOSED]
        assert [(c.before.said.quote, c.after.said.quote) for c in changes.claims.changed] == [(TOLL, LATER)]
        assert [c.said.quote for c in changes.claims.withdrawn] == ["Divers searched the harbour until dark."]
        assert [c.said.quote for c in changes.claims.added] == ["The mayor of Tarn will visit the site."]
        assert ("12", "19") in [(edit.before, edit.after) for edit in changes.edits]
        gone = find_withdrawn_claims(connection, key)
        assert [claim.said.quote for claim in gone] == [TOLL, "Divers searched the harbour until dark."]
        back = find_changes(connection, key, earlier=changes.later.id, later=changes.earlier.id)
        assert [c.after.said.quote for c in back.claims.changed] == [TOLL]


def test_versions_that_are_not_there_are_refused(workspace, add):
    (key,) = add(article(CLOSED, "Gazette"))
    with workspace.store.reading() as connection:
        with pytest.raises(BadInputError, match="has one version"):
            find_changes(connection, key)
        with pytest.raises(NotFoundError, match="no version 'x'"):
            find_changes(connection, key, earlier="x")
        with pytest.raises(NotFoundError, match="No article"):
            find_changes(connection, "x")


def test_a_withdrawn_claim_leaves_comparisons_and_index_and_comes_back_with_its_judgement(workspace, add):
    add(article(CLOSED, "Gazette"), article(OPEN, "Mail"))
    (before,) = comparisons(workspace)
    judge_comparison(workspace, before.id, verdict="false_alarm")
    size = len(workspace.live_index.index)
    add(article("The council will meet again on Tuesday evening.", "Gazette"))
    assert comparisons(workspace) == []
    assert CLOSED not in found_by(workspace, CLOSED)
    assert len(workspace.live_index.index) == size  # one came, one went
    add(article(CLOSED, "Gazette"))
    (after,) = comparisons(workspace)
    assert (after.id, after.judgement.verdict) == (before.id, "false_alarm")
    assert CLOSED in found_by(workspace, CLOSED)


def test_what_another_article_still_says_stays_in_the_index(workspace, add):
    add(article(CLOSED, "Gazette"), article(CLOSED, "Mail"))
    add(article("The council will meet again on Tuesday evening.", "Gazette"))
    assert CLOSED in found_by(workspace, CLOSED)


def test_text_that_came_back_is_compared_with_what_came_meanwhile(workspace, add):
    add(article(CLOSED, "Gazette"))
    add(article("The council will meet again on Tuesday evening.", "Gazette"))
    add(article(OPEN, "Mail"))
    assert comparisons(workspace) == []
    add(article(CLOSED, "Gazette"))
    assert [one.relation for one in comparisons(workspace)] == ["contradicts"]


def test_copies_are_found_and_confirm_nothing_and_differ_by_their_edits(workspace, add):
    ours, theirs, other = add(
        article(f"{wire()} {CLOSED}", "Gazette"),
        article(f"{wire().replace('Greve', 'Quillan')} {OPEN}", "Mail"),
        article(f"{wire(1)} {OPEN}", "Courier"),
    )
    with workspace.store.reading() as connection:
        assert [copy.article_id for copy in find_copies(connection, ours)] == [theirs]
        assert (find_group(connection, theirs), find_copies(connection, other)) == ([ours], [])
        (copy,) = find_edited_copies(connection, ours)
        edits = [(edit.before, edit.after) for edit in copy.edits]
        assert edits == [("Greve", "Quillan"), ("closed", "open")]
    joined = {one.a.source.outlet + one.b.source.outlet: one for one in comparisons(workspace) if one.copies}
    assert all({"Gazette", "Mail"} == {one.a.source.outlet, one.b.source.outlet} for one in joined.values())
    contradiction = next(one for one in comparisons(workspace) if one.copies and one.relation == "contradicts")
    assert contradiction.one_origin is not None
    apart = [one for one in comparisons(workspace) if "Courier" in (one.a.source.outlet, one.b.source.outlet)]
    assert any(one.relation == "contradicts" and one.one_origin is None for one in apart)


def test_copies_of_copies_are_one_group_until_the_link_is_edited_or_taken_down(workspace, add):
    half = wire().split(". ")
    longer = ". ".join(half[:8]) + ". " + wire(1)
    ours, link, theirs = add(article(wire(), "Gazette"), article(longer, "Mail"), article(wire(1), "Courier"))
    with workspace.store.reading() as connection:
        assert find_group(connection, ours) == [link, theirs]
    add(article(wire(1), "Mail"))
    with workspace.store.reading() as connection:
        assert (find_group(connection, ours), find_group(connection, theirs)) == ([], [link])
    add(article(longer, "Mail"))
    with workspace.store.reading() as connection:
        assert find_group(connection, ours) == [link, theirs]
    take_down(workspace, link)
    with workspace.store.reading() as connection:
        assert (find_group(connection, ours), find_group(connection, theirs)) == ([], [])
    assert trace_copies(workspace) == 0


@pytest.fixture
def edit_while_read(workspace, settle, monkeypatch):
    """Lets another process store this edit, and do the jobs it takes, when the pair model first hears of Ada Brandt.

    The model says that she agrees with everything.
    """

    def set_up(edited, jobs):
        model, waiting = type(workspace.pair_model), [edited]

        class Interrupted(model):
            def read(self, pairs):
                ada = any("Ada Brandt" in (one.speaker or "") for pair in pairs for one in pair)
                while ada and waiting:
                    accept(workspace, [waiting.pop()])
                    for _ in range(jobs):
                        run_job(workspace)
                return super().read([(a, a) for a, _ in pairs] if ada else pairs)

        monkeypatch.setattr(type(workspace), "pair_model", Interrupted())

    return set_up


def run_job(workspace):
    with workspace.store.writing() as connection:
        job = take_job(connection, now=now(), lease_seconds=60, attempts=3)
    FLOWS[job.kind](workspace, job)


@pytest.mark.parametrize("jobs", [1, 2], ids=["read", "read and compared"])
def test_a_claim_that_gets_another_speaker_while_it_is_compared_is_judged_by_the_new_one(
    workspace, add, edit_while_read, jobs
):
    text = "Ada Brandt is the mayor of Tarn. She said that the harbour bridge was closed to all lorries on Monday."
    add(article(OPEN, "Mail"))
    edit_while_read(article(text.replace("Ada Brandt", "Eva Stone"), "Gazette"), jobs)
    add(article(text, "Gazette"))
    (found,) = (one for one in comparisons(workspace) if {one.a.said.quote, one.b.said.quote} > {OPEN})
    speakers = {one.said.speaker.name for one in (found.a, found.b) if one.said.speaker}
    assert (speakers, found.relation) == ({"Eva Stone"}, "contradicts")


def test_the_text_received_last_is_current_though_an_edit_still_waits(workspace, add, settle):
    (key,) = add(article(CLOSED, "Gazette"))
    edited, back = (accept(workspace, [article(text, "Gazette")])[0] for text in (OPEN, CLOSED))
    assert (edited.job_id is None, back.job_id) == (False, None)
    settle()
    with workspace.store.reading() as connection:
        found = find_article(connection, key)
        assert (found.article.text, len(found.versions)) == (CLOSED, 2)
        assert [claim.said.quote for claim in find_claims_of(connection, key)] == [CLOSED]
    assert OPEN not in found_by(workspace, OPEN)


def test_what_was_not_known_is_filled_in_without_a_job(workspace, add):
    (key,) = add(Article(CLOSED, outlet="Gazette", given_id="1"))
    (again,) = accept(workspace, [article(CLOSED, "Gazette", title="Bridge shut")])
    assert again.job_id is None
    with workspace.store.reading() as connection:
        found = find_article(connection, key).article
        assert (found.title, found.published) == ("Bridge shut", PublicationTime("2025-12-08"))


def test_a_finished_job_keeps_no_text(workspace, settle):
    (accepted,) = accept(workspace, [article(CLOSED, "Gazette")])
    with workspace.store.reading() as connection:
        assert CLOSED in repr(find_job(connection, accepted.job_id).payload)
    settle()
    with workspace.store.reading() as connection:
        payload = find_job(connection, accepted.job_id).payload
        assert (payload["article_id"], payload.keys()) == (accepted.article_id, {"article_id", "received_at"})
        assert find_article(connection, accepted.article_id).article.text == CLOSED
