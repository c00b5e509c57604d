"""Comparisons come back as they went in, in order, and what people say of them holds."""

from dataclasses import replace

import numpy as np
import pytest
from sqlalchemy import select, text

from service.domain.articles import PublicationTime
from service.domain.comparisons import Judgement, pair_id
from service.errors import BadInputError, NotFoundError
from service.store.comparison_filters import BOTH_SAID, conditions_of
from service.store.comparisons import (
    ComparisonFilter,
    NewComparison,
    add_comparisons,
    count_comparisons,
    cursor_after,
    find_comparison,
    find_comparisons,
    known_pairs,
)
from service.store.judgements import Decision, add_judgement, find_judgements, undo_judgement
from service.store.schema import comparisons

AT = "2025-12-10T00:00:00Z"


def judged(verdict, **more):
    return Judgement(verdict, **{"note": "", "judged_by": None, "judged_at": AT, **more})


def found(connection, **wanted):
    return [comparison.id for comparison in find_comparisons(connection, ComparisonFilter(**wanted))]


@pytest.fixture
def sides(writing, make):
    """Four claims of four outlets and days."""
    return [
        make.one(writing, name, f"Rain {name} fell.", published=PublicationTime(f"2025-12-0{day}"))
        for day, name in enumerate(("alpha", "beta", "gamma", "delta"), start=1)
    ]


def test_comparison_comes_back_equal(writing, make, sides):
    key = make.pair(writing, sides[0], sides[1])
    comparison = find_comparison(writing, key)
    assert key == pair_id(sides[1], sides[0])
    assert comparison.verdict == make.verdict()
    assert (comparison.a.id, comparison.b.id) == (sides[0], sides[1])
    assert (comparison.recorded_at, comparison.judgement) == (AT, None)
    with pytest.raises(NotFoundError, match="No comparison is stored under 'none'"):
        find_comparison(writing, "none")


def test_rows_of_before_there_were_spans_still_load(writing, make, sides):
    key = make.pair(writing, sides[0], sides[1])
    (details,) = writing.execute(select(comparisons.c.details).where(comparisons.c.id == key)).one()
    old = {name: part for name, part in details.items() if name != "spans"}
    writing.execute(comparisons.update().where(comparisons.c.id == key).values(details=old))
    (reason,) = find_comparison(writing, key).verdict.reasons
    assert (reason.sentence, reason.a, reason.b) == ("The numbers differ: “5” and “7”.", (), ())


def test_same_pair_again_replaces_the_verdict_and_keeps_the_judgement(writing, make, sides):
    key = make.pair(writing, sides[0], sides[1])
    add_judgement(writing, key, judged("changed"))
    assert make.pair(writing, sides[1], sides[0], make.verdict("agrees", 0.5, model="m2")) == key
    again = find_comparison(writing, key)
    assert (again.a.id, again.verdict.relation, again.relation) == (sides[1], "agrees", "changed")
    assert found(writing, relation="changed") == found(writing) == [key]


def test_most_confident_first_and_pages_hold_each_once(writing, make, sides):
    confidences = {(0, 1): 0.5, (0, 2): 0.9, (0, 3): 0.5, (1, 2): None, (1, 3): 0.7}
    keys = {}
    for (a, b), confidence in confidences.items():
        verdict = make.verdict("agrees" if confidence else None, confidence, not_judged=None if confidence else "?")
        keys[make.pair(writing, sides[a], sides[b], verdict)] = confidence
    expected = sorted(keys, key=lambda key: (-(keys[key] or -1), key))
    assert found(writing) == expected
    pages, cursor = [], None
    while page := find_comparisons(writing, ComparisonFilter(limit=2, cursor=cursor)):
        pages.append([comparison.id for comparison in page])
        cursor = cursor_after(page[-1])
    assert pages == [expected[:2], expected[2:4], expected[4:]]
    assert found(writing, min_confidence=0.7) == expected[:2]
    assert found(writing, relation="agrees") == expected[:4]
    with pytest.raises(BadInputError, match="not a cursor"):
        found(writing, cursor="abc")


def test_filters_ask_for_one_side_that_fits_them_all(writing, make, sides):
    first = make.pair(writing, sides[0], sides[1])
    second = make.pair(writing, sides[2], sides[3], make.verdict("contradicts", 0.5))
    assert found(writing, outlet="beta") == [first]
    assert found(writing, since="2025-12-03") == [second]
    assert found(writing, until="2025-12-03") == [first, second]
    assert found(writing, outlet="gamma", since="2025-12-04") == []
    assert found(writing, topic="raining DELTA") == [second]
    assert found(writing, claim_id=sides[1]) == [first]
    assert found(writing, article_id=find_comparison(writing, second).a.source.article_id) == [second]


def test_pairs_within_one_article_are_kept_apart(writing, make):
    a, b = make.said(writing, make.article("Rain fell. Rain did not fall."), "Rain fell.", "Rain did not fall.")
    key = make.pair(writing, a, b)
    assert found(writing) == []
    assert found(writing, include_same_article=True) == [key]
    assert find_comparison(writing, key).same_article
    assert {name: n for name, n in count_comparisons(writing).items() if n} == {"same_article": 1}


def test_judgement_moves_a_pair_and_undoing_it_moves_it_back(writing, make, sides):
    key = make.pair(writing, sides[0], sides[1])
    steps = [judged("agrees", note="Same.", judged_by="Ann"), judged("false_alarm")]
    add_judgement(writing, key, steps[0])
    assert (found(writing, relation="contradicts"), found(writing, relation="agrees")) == ([], [key])
    assert find_comparison(writing, key).judgement == steps[0]
    add_judgement(writing, key, steps[1])
    assert [found(writing, relation=r) for r in ("contradicts", "agrees")] == [[], []]
    assert (found(writing), count_comparisons(writing)["dismissed"]) == ([key], 1)
    undo_judgement(writing, key, undone_at="2025-12-11T00:00:00Z")
    assert found(writing, relation="contradicts") == [key]
    history = [Decision(step, AT) for step in steps]
    assert find_judgements(writing, key) == [*history, Decision(None, "2025-12-11T00:00:00Z")]
    with pytest.raises(NotFoundError):
        add_judgement(writing, "none", steps[0])


def test_counts_are_of_the_relation_that_holds(writing, make, sides):
    make.pair(writing, sides[0], sides[1])
    add_judgement(writing, make.pair(writing, sides[0], sides[2]), judged("framing"))
    make.pair(writing, sides[0], sides[3], make.verdict(None, None, not_judged="No model."))
    assert count_comparisons(writing) == {
        "agrees": 0, "contradicts": 1, "changed": 0, "framing": 1, "related": 0, "unrelated": 0,
        "not_judged": 1, "dismissed": 0, "same_article": 0,
    }  # fmt: skip


def test_pairs_that_a_model_has_compared(writing, make, sides):
    first = make.pair(writing, sides[0], sides[1])
    make.pair(writing, sides[2], sides[3])
    assert known_pairs(writing, sides[:1], model="m1") == {first}
    assert known_pairs(writing, sides[1:2], model="m1") == {first}
    assert known_pairs(writing, sides, model="m2") == set()


def test_pair_of_a_claim_that_is_gone_is_passed_over(writing, make, sides):
    rows = [NewComparison(sides[0], "gone", make.verdict()), NewComparison(sides[0], sides[1], make.verdict())]
    add_comparisons(writing, rows, recorded_at=AT)
    assert found(writing) == [rows[1].id]


def test_pair_is_not_found_once_an_edit_took_a_side_away(writing, make, sides):
    key = make.pair(writing, sides[0], sides[1])
    edited = make.article("Snow fell.", "alpha")
    make.said(writing, edited, "Snow fell.", received_at="2025-12-12T00:00:00Z")
    assert found(writing) == []
    assert count_comparisons(writing)["contradicts"] == 0
    with pytest.raises(NotFoundError):
        find_comparison(writing, key)


def test_finding_by_relation_walks_an_index(writing):
    for wanted, index in (({"relation": "agrees"}, "holds_rank_id"), ({}, "rank_id")):
        query = select(comparisons.c.id).where(*conditions_of(ComparisonFilter(**wanted)), *BOTH_SAID)
        query = query.order_by(comparisons.c.rank, comparisons.c.id).limit(50)
        words = str(query.compile(writing, compile_kwargs={"literal_binds": True}))
        plan = " ".join(row.detail for row in writing.execute(text(f"EXPLAIN QUERY PLAN {words}")))
        assert f"comparisons USING INDEX ix_comparisons_{index}" in plan
        assert "TEMP B-TREE" not in plan


def test_numbers_of_numpy_are_stored_as_numbers(writing, make, sides):
    half = np.float32(0.5)
    verdict = replace(make.verdict(), confidence=half, similarity=half, relations={"agrees": half})
    found_again = find_comparison(writing, make.pair(writing, sides[0], sides[1], verdict)).verdict
    assert found_again == replace(verdict, confidence=0.5, similarity=0.5, relations={"agrees": 0.5})


def test_a_report_is_told_of_its_relation_what_people_judged_and_what_was_withheld(writing, make, sides):
    a, b, c, d = sides
    said = make.pair(writing, a, b)
    other = make.pair(writing, a, c, make.verdict("agrees"))
    moved = make.pair(writing, a, d, make.verdict("changed"))
    add_judgement(writing, moved, judged("related"))
    withheld = make.pair(writing, b, c, make.verdict("related", withheld="One side is a question."))
    assert set(found(writing, told_of=("contradicts",))) == {said, moved, withheld}
    assert set(found(writing, told_of=("agrees",))) == {other, moved}
    assert set(found(writing)) == {said, other, moved, withheld}
