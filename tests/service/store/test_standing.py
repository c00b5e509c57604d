"""One judgement settles all pairs of the same words, wherever they stand; and nothing else."""

import pytest

from service.domain.articles import PublicationTime
from service.domain.comparisons import Judgement
from service.store.comparisons import ComparisonFilter, count_comparisons, find_comparison, find_comparisons
from service.store.judgement_history import find_history, find_standing_history
from service.store.judgements import add_judgement, find_last_judged, undo_judgement
from service.store.removal import remove_article
from service.store.standing import find_judged, find_standing, settle

FELL, STANDS = "The pier fell.", "The pier stands."
NEW = PublicationTime("2025-12-08")
FIRST, SECOND, THIRD = (f"2025-12-10T09:00:0{second}Z" for second in range(3))


def judged(verdict="false_alarm", at=FIRST, by="Ann"):
    return Judgement(verdict, "", by, at)


@pytest.fixture
def claim(writing, make):
    """The same claim of an outlet each time, the day of its article as given."""
    known = {}

    def made(outlet, words, published=NEW):
        if (outlet, words) not in known:
            known[outlet, words] = make.one(writing, outlet, words, published=published)
        return known[outlet, words]

    return made


@pytest.fixture
def pair(writing, make, claim):
    """The pair of "it fell" in one outlet and "it stands" in another."""

    def made(a, b, relation="contradicts", *, days=(NEW, NEW), **about):
        sides = claim(a, FELL, days[0]), claim(b, STANDS, days[1])
        return make.pair(writing, *sides, make.verdict(relation, **about))

    return made


def holds(connection, *keys):
    return [find_comparison(connection, key).relation for key in keys]


def listed(connection, **wanted):
    return {one.id for one in find_comparisons(connection, ComparisonFilter(**wanted))}


def test_a_judgement_settles_every_copy_and_its_undoing_on_any_frees_them_all(writing, make, claim, pair):
    keys = first, second, third = pair("Post", "Courier"), pair("Mail", "Courier"), pair("Mail", "Star", "agrees")
    other = make.pair(writing, claim("Post", FELL), make.one(writing, "Echo", "Snow fell.", published=NEW))
    settled = add_judgement(writing, first, judged("changed"))
    assert settled == {claim(*side) for side in (("Post", FELL), ("Mail", FELL), ("Courier", STANDS), ("Star", STANDS))}
    assert holds(writing, *keys, other) == ["changed", "changed", "changed", "contradicts"]
    assert listed(writing, relation="changed") == set(keys)
    assert [find_comparison(writing, key).judgement.on for key in keys] == [None, first, first]
    assert find_comparison(writing, other).judgement is None
    add_judgement(writing, second, judged("false_alarm", SECOND, "Tom"))
    assert holds(writing, *keys) == [None, None, None]
    assert (count_comparisons(writing)["dismissed"], listed(writing, relation="contradicts")) == (3, {other})
    assert undo_judgement(writing, third, undone_at=THIRD) == settled
    assert holds(writing, *keys) == ["contradicts", "contradicts", "agrees"]
    assert find_standing(writing, keys) == {}


def test_undoing_where_nothing_was_said_is_nothing(writing, pair):
    key = pair("Post", "Courier")
    assert undo_judgement(writing, key, undone_at=FIRST) == set()
    assert find_history(writing, limit=9).items == ()


def test_a_copy_that_comes_later_is_settled_and_one_whose_verdict_is_replaced_too(writing, pair):
    first = pair("Post", "Courier")
    add_judgement(writing, first, judged())
    later = pair("Mail", "Star")
    assert holds(writing, later) == [None]
    assert pair("Mail", "Star", "agrees") == later
    assert (holds(writing, later), find_comparison(writing, later).verdict.relation) == ([None], "agrees")
    assert listed(writing, relation="agrees") == set()


def test_the_newest_of_judgements_on_copies_stands_alone(writing, pair):
    first, second = pair("Post", "Courier"), pair("Mail", "Courier")
    add_judgement(writing, first, judged("false_alarm", by="Ann"))
    add_judgement(writing, second, judged("agrees", SECOND, "Tom"))
    assert holds(writing, first, second) == ["agrees", "agrees"]
    assert [find_comparison(writing, key).judgement.on for key in (first, second)] == [second, None]
    assert [(one.by, one.stands) for one in find_history(writing, limit=9).items] == [("Tom", True), ("Ann", False)]
    assert [one.comparison_id for one in find_standing_history(writing)] == [second]
    assert find_last_judged(writing, "Ann") is None
    assert find_last_judged(writing, "Tom") == (second, SECOND)


@pytest.mark.parametrize(("taken", "left"), [("Mail", "changed"), ("Post", "agrees")])
def test_after_a_takedown_the_newest_of_the_rest_stands(writing, pair, taken, left):
    keys = {"Post": pair("Post", "Courier"), "Mail": pair("Mail", "Courier")}
    copy = pair("Star", "Courier")
    add_judgement(writing, keys["Post"], judged("changed"))
    add_judgement(writing, keys["Mail"], judged("agrees", SECOND))
    one = find_comparison(writing, copy)
    assert {one.a.id, one.b.id} <= take_down(writing, keys[taken])
    assert holds(writing, copy) == [left]


def take_down(connection, key):
    return remove_article(connection, find_comparison(connection, key).a.source.article_id, removed_at=THIRD)


def test_after_a_takedown_of_all_that_was_judged_the_machine_holds_again(writing, pair):
    first, copy = pair("Post", "Courier"), pair("Mail", "Star")
    add_judgement(writing, first, judged())
    one = find_comparison(writing, copy)
    assert take_down(writing, first) == {one.a.id, one.b.id}
    assert (holds(writing, copy), find_comparison(writing, copy).judgement) == (["contradicts"], None)


def test_a_takedown_of_a_copy_changes_nothing(writing, pair):
    first, copy = pair("Post", "Courier"), pair("Mail", "Courier")
    add_judgement(writing, first, judged())
    assert take_down(writing, copy) == set()
    assert holds(writing, first) == [None]


def test_what_was_taken_back_by_way_of_a_copy_does_not_come_back_with_its_takedown(writing, pair):
    first, second, third = pair("Post", "Courier"), pair("Mail", "Courier"), pair("Star", "Courier")
    add_judgement(writing, first, judged())
    add_judgement(writing, second, judged("agrees"))
    undo_judgement(writing, third, undone_at=THIRD)
    for gone in (third, second):
        take_down(writing, gone)
        assert holds(writing, first) == ["contradicts"]


def test_a_judgement_stays_when_the_judged_outlet_takes_its_words_back(writing, make, pair):
    first, copy = pair("Post", "Courier"), pair("Mail", "Courier")
    add_judgement(writing, first, judged())
    make.said(writing, make.article("Nothing fell.", "Post"), "Nothing fell.", received_at="2025-12-12T00:00:00Z")
    assert holds(writing, copy, pair("Star", "Courier")) == [None, None]


@pytest.mark.parametrize(("day", "settled"), [("2025-12-08", True), ("2025-08-10", True), ("2025-08-09", False),
                                              ("2019", False), ("", True), ("soon", True)])  # fmt: skip
def test_the_same_words_far_apart_in_time_are_another_pair(writing, pair, day, settled):
    """120 days at most; where a day is not known, the words alone count."""
    near = pair("Post", "Courier")
    far = pair("Mail", "Courier", days=(PublicationTime(day) if day else None, NEW))
    add_judgement(writing, near, judged())
    assert holds(writing, near, far) == [None, None if settled else "contradicts"]
    undo_judgement(writing, near, undone_at=SECOND)
    add_judgement(writing, far, judged("agrees", THIRD))
    assert holds(writing, near, far) == ["agrees" if settled else "contradicts", "agrees"]


def test_two_pairs_that_are_both_far_apart_are_copies(writing, pair):
    old = PublicationTime("2024-01-01")
    keys = pair("Post", "Courier", days=(old, NEW)), pair("Mail", "Courier", days=(old, NEW))
    add_judgement(writing, keys[0], judged("changed"))
    assert holds(writing, *keys) == ["changed", "changed"]


def test_the_words_within_one_article_are_settled_with_those_across_and_stay_apart(writing, make, pair):
    across = pair("Post", "Courier")
    article = make.article(f"{FELL} {STANDS}", "Star", published=NEW)
    within = make.pair(writing, *make.said(writing, article, FELL, STANDS), make.verdict())
    add_judgement(writing, across, judged("changed"))
    assert holds(writing, across, within) == ["changed", "changed"]
    assert listed(writing, relation="changed") == {across}
    assert listed(writing, relation="changed", within_article=True) == {within}
    assert count_comparisons(writing)["same_article"] == 1


def test_lists_go_by_what_was_said_of_a_copy(writing, pair):
    keys = pair("Post", "Courier"), pair("Mail", "Courier", "related", confidence=0.1, withheld="A question.")
    assert (listed(writing, shown_from=0.5), listed(writing, withheld=True)) == ({keys[0]}, {keys[1]})
    add_judgement(writing, keys[0], judged("agrees"))
    assert (listed(writing, shown_from=0.8), listed(writing, withheld=True)) == (set(keys), set())
    undo_judgement(writing, keys[0], undone_at=SECOND)
    assert (listed(writing, shown_from=0.5), listed(writing, withheld=True)) == ({keys[0]}, {keys[1]})


@pytest.mark.parametrize("most", [0, 2_000])
def test_what_stood_before_a_time(writing, pair, monkeypatch, most):
    monkeypatch.setattr("service.store.standing.MOST_ASKED", most)
    first, copy = pair("Post", "Courier"), pair("Mail", "Courier")
    add_judgement(writing, first, judged("changed", FIRST))
    undo_judgement(writing, first, undone_at=SECOND)
    add_judgement(writing, copy, judged("agrees", THIRD))
    told = {at: find_standing(writing, [first, copy], before=at) for at in (FIRST, SECOND, THIRD)}
    assert [{key: one.verdict for key, one in found.items()} for found in told.values()] == [
        {},
        {first: "changed", copy: "changed"},
        {},
    ]
    assert {one.verdict for one in find_standing(writing, [first, copy]).values()} == {"agrees"}
    assert list(find_standing(writing, [first])) == [first], "none but those that are asked for"


def test_pairs_that_are_not_stored_are_judged_by_their_words(writing, pair):
    key = pair("Post", "Courier")
    add_judgement(writing, key, judged())
    words = find_words(writing, key)
    assert find_judged(writing, {"new": words, "other": "w", key: "changed since"}) == {"new", key}
    undo_judgement(writing, key, undone_at=SECOND)
    assert find_judged(writing, {"new": words, key: words}) == set()


def find_words(connection, key):
    return connection.exec_driver_sql("SELECT words FROM comparisons WHERE id = ?", (key,)).scalar_one()


def test_settling_again_changes_nothing(writing, pair):
    keys = [pair("Post", "Courier"), pair("Mail", "Courier")]
    add_judgement(writing, keys[0], judged("changed"))
    settle(writing, keys)
    assert holds(writing, *keys) == ["changed", "changed"]
