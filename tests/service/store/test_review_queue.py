"""The queue: what stands in it, in which order, folded, narrowed, put off; and what is counted."""

from dataclasses import replace

import pytest

from service.domain.articles import PublicationTime
from service.domain.comparisons import Judgement
from service.errors import BadInputError, NotFoundError
from service.store.articles import add_article
from service.store.claims import add_claims
from service.store.comparisons import find_comparison
from service.store.cursors import place
from service.store.judgements import add_judgement, find_last_judged, undo_judgement
from service.store.removal import remove_article
from service.store.review_queue import QueueFilter, find_left, find_queue, find_queued
from service.store.schema import articles
from service.store.skips import add_skip, find_last_skipped, remove_skip

TODAY = "2025-12-10T09:00:00.000000Z"
NEW = PublicationTime("2025-12-08")


def judged(verdict="false_alarm", at=TODAY, by=None):
    return Judgement(verdict, "", by, at)


def walk(connection, **wanted):
    """The ids of the whole queue, in its order, one cursor after the other."""
    found, after = [], None
    while queued := find_queue(connection, QueueFilter(**wanted), after=after, today=TODAY).next:
        found.append(queued.comparison.id)
        after = queued.cursor
    return found


@pytest.fixture
def pair(writing, make):
    """A pair of two new outlets, each with a sentence of its own; `about` goes to the verdict."""
    count = iter(range(100))

    def made(relation="contradicts", confidence=0.5, *, published=NEW, a=None, b=None, **about):
        number = next(count)
        sides = (a or (f"North {number}", f"Rain {number} fell."), b or (f"South {number}", f"Snow {number} fell."))
        claims = [make.one(writing, *side, published=published) for side in sides]
        verdict = make.verdict(relation, confidence, **{"one_origin": None, **about})
        return make.pair(writing, *claims, verdict)

    return made


def test_every_kind_in_the_order_of_its_worth(writing, pair):
    framing, agrees, changed = pair("framing"), pair("agrees"), pair("changed")
    sure, contradicts = pair("contradicts", 0.9), pair("contradicts")
    copied, old = pair("contradicts", one_origin="Both name Reuters."), pair("contradicts", 0.6, published=None)
    assert walk(writing) == [sure, contradicts, changed, old, framing, copied, agrees]


def test_what_is_not_for_review_is_not_in_it(writing, make, pair):
    pair("related", withheld="One side is a question.")
    pair(None, None, not_judged="No model.")
    a, b = make.said(writing, make.article("Rain fell. No rain fell."), "Rain fell.", "No rain fell.")
    make.pair(writing, a, b)
    assert find_queue(writing, today=TODAY).next is None
    assert find_left(writing, today=TODAY).total == 0


def test_the_worth_of_the_store_is_that_of_the_domain(writing, pair):
    for relation in ("agrees", "framing", "changed", "contradicts"):
        for confidence in (0.05, 0.95):
            pair(relation, confidence, one_origin="Both." if confidence < 0.5 else None)
    for published in (None, "2025", "2025-11", "2025-11-20", "2025-12-03T10:00:00+02:00"):
        pair(published=PublicationTime(published) if published else None)
    for outlet in ("East", "West", "Mid"):
        pair("changed", a=("First", "Hail fell."), b=(outlet, "No hail fell."))
    for blind in (False, True):
        seen, after = [], None
        while queued := find_queue(writing, QueueFilter(blind=blind), after=after, today=TODAY).next:
            after = queued.cursor
            _, stored, _ = place(after, str, float, str)
            assert stored == pytest.approx(queued.worth.value)
            seen.append(stored)
        assert seen == sorted(seen, reverse=True)
        assert len(seen) == 14


def test_copies_are_one_item_that_stands_for_all(writing, make, pair):
    single = pair("contradicts", 0.75)
    ran = [("Post", "The pier fell."), ("Mail", "The pier fell.")]
    first = pair(a=ran[0], b=("Courier", "The pier stands."), confidence=0.5)
    copy = pair("changed", a=ran[1], b=("Courier", "The pier stands."), confidence=0.7)
    assert walk(writing) == [single, first]
    queued = find_queue(writing, after=find_queue(writing, today=TODAY).next.cursor, today=TODAY).next
    assert (queued.comparison.id, queued.pairs, [one.id for one in queued.copies]) == (first, 2, [copy])
    assert queued.worth.copies == 1.1
    assert find_queue(writing, today=TODAY).next.pairs == 1
    left = find_left(writing, today=TODAY)
    assert (left.total, left.relations) == (2, {"contradicts": 2, "changed": 0, "framing": 0, "agrees": 0})
    add_judgement(writing, copy, judged())
    assert walk(writing) == [single]
    undo_judgement(writing, copy, undone_at=TODAY)
    assert walk(writing) == [single, first]


def test_other_words_or_another_speaker_are_no_copy(writing, make):
    text = "The pier fell."
    claims = []
    for outlet, speaker in (("Post", "Ann Ruhl"), ("Mail", "Tom Bray")):
        stored = make.article(text, outlet, published=NEW)
        said = make.claim(text, text)
        said = replace(said, speaker=replace(said.speaker, name=speaker))
        claims += add_claims(writing, add_article(writing, stored, received_at=TODAY), [said])
    other = make.one(writing, "Courier", "The pier stands.", published=NEW)
    ids = [make.pair(writing, claim, other) for claim in claims]
    add_judgement(writing, ids[0], judged())
    assert walk(writing) == [ids[1]]


def test_a_judgement_of_words_that_an_outlet_took_back_still_holds_for_the_copy(writing, make, pair):
    first = pair(a=("Post", "The pier fell."), b=("Courier", "The pier stands."))
    copy = pair(a=("Mail", "The pier fell."), b=("Courier", "The pier stands."))
    add_judgement(writing, first, judged())
    make.said(writing, make.article("Nothing fell.", "Post"), "Nothing fell.", received_at="2025-12-12T00:00:00Z")
    assert walk(writing) == []
    remove_article(writing, find_comparison(writing, copy).a.source.article_id, removed_at=TODAY)
    assert walk(writing) == []


def test_a_takedown_takes_its_judgements_along_and_the_copy_is_open_again(writing, pair):
    first = pair(a=("Post", "The pier fell."), b=("Courier", "The pier stands."))
    copy = pair(a=("Mail", "The pier fell."), b=("Courier", "The pier stands."))
    add_judgement(writing, first, judged())
    add_skip(writing, first, reviewer="Ann", skipped_at=TODAY)
    remove_article(writing, find_comparison(writing, first).a.source.article_id, removed_at=TODAY)
    assert walk(writing) == walk(writing, reviewer="Ann") == [copy]
    assert find_last_skipped(writing, "Ann") is None


def test_narrowed_by_relation_outlet_and_topic(writing, pair):
    rain = pair(a=("Post", "Rain fell on Tarn."))
    snow = pair("changed", b=("Mail", "Snow fell on Tarn."))
    assert walk(writing, relation="changed") == walk(writing, outlet="Mail") == [snow]
    assert walk(writing, outlet="Post") == walk(writing, topic="rain tarn") == [rain]
    assert walk(writing, topic="tarn") == [rain, snow]
    assert walk(writing, outlet="Nobody") == walk(writing, topic="hail") == walk(writing, relation="agrees") == []
    assert find_left(writing, QueueFilter(outlet="Mail"), today=TODAY).relations["changed"] == 1


def test_a_blind_reviewer_cannot_read_the_verdict_from_the_order(writing, pair):
    agrees = pair("agrees", 0.3, a=("Post", "Rain fell."), b=("Courier", "Rain fell again."))
    pair("agrees", 0.3, a=("Mail", "Rain fell."), b=("Courier", "Rain fell again."))
    sure = pair("contradicts", 0.9)
    assert walk(writing) == [sure, agrees]
    assert walk(writing, blind=True)[0] == agrees
    assert find_queue(writing, QueueFilter(blind=True), today=TODAY).next.worth.certainty == 1.0


def test_a_skip_puts_the_pair_last_for_this_reviewer_only(writing, pair):
    first, second, third = (pair(confidence=c) for c in (0.9, 0.7, 0.5))
    add_skip(writing, second, reviewer="Ann", skipped_at="2025-12-10T09:00:01Z")
    add_skip(writing, first, reviewer="Ann", skipped_at="2025-12-10T09:00:02Z")
    assert walk(writing, reviewer="Ann") == [third, second, first]
    assert walk(writing) == walk(writing, reviewer="Tom") == [first, second, third]
    left = find_left(writing, QueueFilter(reviewer="Ann"), today=TODAY)
    assert (left.total, left.skipped, left.judged) == (3, 2, 0)
    assert find_last_skipped(writing, "Ann") == (first, "2025-12-10T09:00:02Z")
    add_skip(writing, second, reviewer="Ann", skipped_at="2025-12-10T09:00:03Z")
    assert walk(writing, reviewer="Ann") == [third, first, second]
    remove_skip(writing, first, reviewer="Ann")
    assert walk(writing, reviewer="Ann") == [first, third, second]
    with pytest.raises(NotFoundError, match="No comparison is stored under 'none'"):
        add_skip(writing, "none", reviewer=None, skipped_at=TODAY)


def test_a_skipped_copy_puts_the_whole_item_last(writing, pair):
    first = pair(a=("Post", "The pier fell."), b=("Courier", "The pier stands."), confidence=0.9)
    copy = pair(a=("Mail", "The pier fell."), b=("Courier", "The pier stands."), confidence=0.8)
    other = pair("agrees")
    add_skip(writing, copy, reviewer=None, skipped_at=TODAY)
    assert walk(writing) == [other, first]


def test_what_is_judged_is_counted_today_in_total_and_by_whom(writing, pair):
    ids = [pair() for _ in range(4)]
    add_judgement(writing, ids[0], judged(at="2025-12-09T23:59:59.000000Z", by="Ann"))
    add_judgement(writing, ids[1], judged(at="2025-12-10T00:00:00.000000Z", by="Ann"))
    add_judgement(writing, ids[2], judged(by="Tom"))
    undo_judgement(writing, ids[2], undone_at=TODAY)
    add_judgement(writing, ids[2], judged("contradicts", by="Tom"))
    add_judgement(writing, ids[3], judged())
    undo_judgement(writing, ids[3], undone_at=TODAY)
    left = find_left(writing, QueueFilter(reviewer="Ann"), today=TODAY)
    assert (left.judged, left.judged_today, left.mine_today, left.total) == (3, 2, 1, 1)


def test_at_the_end_of_the_queue_the_counts_still_come(writing, pair):
    pair()
    end = find_queue(writing, after=find_queue(writing, today=TODAY).next.cursor, today=TODAY)
    assert (end.next, end.left.total) == (None, 1)
    with pytest.raises(BadInputError, match="is not a cursor"):
        find_queue(writing, after="rubbish", today=TODAY)


def test_this_very_pair_also_when_it_is_judged(writing, make, pair):
    key = pair(confidence=0.25)
    add_judgement(writing, key, judged())
    queued = find_queued(writing, key, today=TODAY)
    assert (queued.comparison.judgement.verdict, queued.pairs) == ("false_alarm", 1)
    assert queued.worth == find_next_after_undo(writing, key).worth
    with pytest.raises(NotFoundError, match="No comparison is stored under 'none'"):
        find_queued(writing, "none", today=TODAY)


def find_next_after_undo(connection, key):
    undo_judgement(connection, key, undone_at=TODAY)
    return find_queue(connection, today=TODAY).next


def test_the_last_that_a_reviewer_judged_and_that_stands(writing, pair):
    first, second = pair(), pair()
    add_judgement(writing, first, judged(by="Ann", at="2025-12-10T09:00:01Z"))
    add_judgement(writing, second, judged(by="Ann", at="2025-12-10T09:00:02Z"))
    assert find_last_judged(writing, "Ann") == (second, "2025-12-10T09:00:02Z")
    assert find_last_judged(writing, None) is None
    add_judgement(writing, second, judged("agrees", by="Tom"))
    assert find_last_judged(writing, "Ann") == (first, "2025-12-10T09:00:01Z")
    undo_judgement(writing, first, undone_at=TODAY)
    assert find_last_judged(writing, "Ann") is None


@pytest.mark.parametrize(
    ("about", "independent"),
    [
        ({}, True),
        ({"origin": "Caspian Wire"}, True),
        ({"origin": "news agencies"}, False),
        ({"outlet": None}, False),
        ({"outlet": None, "origin": "Caspian Wire"}, True),
        ({"outlet": "news agencies"}, False),
        ({"outlet": "  "}, False),
    ],
)
def test_an_unknown_origin_is_none_of_its_own_in_the_store_as_in_the_domain(writing, make, about, independent):
    one = make.article("Rain fell.", **{"outlet": "Post", **about})
    claims = [*make.said(writing, one, "Rain fell."), make.one(writing, "Mail", "No rain fell.")]
    make.pair(writing, *claims, make.verdict(one_origin=None))
    queued = find_queue(writing, today=TODAY).next
    assert queued.worth.origins == (1.0 if independent else 0.4)
    assert (queued.comparison.one_origin is None) is independent


def test_copies_of_one_text_are_one_origin(writing, pair):
    pair(a=("Post", "Rain fell."), b=("Mail", "No rain fell."))
    assert find_queue(writing, today=TODAY).next.worth.origins == 1.0
    writing.execute(articles.update().values(text_group=1))
    queued = find_queue(writing, today=TODAY).next
    assert (queued.worth.origins, queued.comparison.copies) == (0.4, True)
