"""Live precision counted by hand, and thresholds that rest on enough."""

import pytest

from service.comparing.precision import Judged, Share, find_rows, propose


def judged(confidence=0.5, verdict="contradicts", relation="contradicts", **more):
    given = {"model": "m1", "blind": False, "outlets": frozenset({"Gazette", "Mail"})}
    return Judged(relation, confidence, verdict=verdict, **{**given, **more})


@pytest.mark.parametrize(
    ("verdict", "right"),
    [("contradicts", True), ("not_worth", True), ("false_alarm", False), ("changed", False), ("unrelated", False)],
)
def test_what_counts_as_right(verdict, right):
    assert judged(verdict=verdict).right is right


def test_rows_by_relation_then_model_then_outlet():
    rows = find_rows(
        [
            judged(blind=True),
            judged(verdict="false_alarm", model="m2", outlets=frozenset({"Mail"})),
            judged(relation="agrees", verdict="agrees", outlets=frozenset()),
        ]
    )
    told = [(row.relation, row.model, row.outlet, row.all, row.blind) for row in rows]
    none, one_right, one_wrong = Share(0, 0), Share(1, 1), Share(1, 0)
    assert told == [
        ("agrees", None, None, one_right, none),
        ("contradicts", None, None, Share(2, 1), one_right),
        ("agrees", "m1", None, one_right, none),
        ("contradicts", "m1", None, one_right, one_right),
        ("contradicts", "m2", None, one_wrong, none),
        ("contradicts", None, "Gazette", one_right, one_right),
        ("contradicts", None, "Mail", Share(2, 1), one_right),
    ]
    assert (rows[1].all.precision, rows[1].all.interval) == (0.5, (0.0945, 0.9055))
    assert (none.precision, none.interval) == (None, (0.0, 1.0))


def ladder(right_from, count=100):
    """Judgements at 0.00, 0.01 …; from `right_from` on the machine was right."""
    return [judged(n / 100, "contradicts" if n >= right_from else "false_alarm") for n in range(count)]


def test_the_threshold_is_the_least_confidence_that_reaches_the_target():
    (found,) = propose(ladder(60), model="m1")
    assert (found.least, found.rests_on, found.why_none) == (0.5, Share(50, 40), None)
    (strict,) = propose(ladder(60), model="m1", target=1.0)
    assert (strict.least, strict.rests_on) == (0.6, Share(40, 40))
    (all_right,) = propose(ladder(0), model="m1")
    assert all_right.least == 0.0


def test_below_twenty_none_is_proposed_and_it_says_so():
    (few,) = propose(ladder(0, count=19), model="m1")
    assert (few.least, few.judged, few.why_none) == (None, 19, "19 were judged; a threshold needs at least 20.")
    (enough,) = propose(ladder(0, count=20), model="m1")
    assert (enough.least, enough.rests_on) == (0.0, Share(20, 20))


def test_a_handful_at_the_top_is_no_ground_for_a_threshold():
    (found,) = propose(ladder(95), model="m1")
    assert (found.least, found.rests_on) == (None, Share(0, 0))
    assert found.why_none == "From no confidence on are 80% of at least 20 right; at best 25% are."


def test_equal_confidences_are_not_torn_apart():
    pairs = [judged(0.5)] * 15 + [judged(0.5, "false_alarm")] * 15 + [judged(0.9)] * 20
    (found,) = propose(pairs, model="m1")
    assert (found.least, found.rests_on) == (0.9, Share(20, 20))


def test_versions_of_the_model_are_not_thrown_together():
    assert propose([judged(model="m2")] * 30, model="m1") == []
    (found,) = propose([*ladder(0, count=30), *[judged(0.9, "false_alarm", model="m2")] * 30], model="m1")
    assert found.rests_on == Share(30, 30)
