"""What stands between outlets, and how much was published by day."""

from service.domain.articles import PublicationTime
from service.domain.comparisons import Judgement
from service.store.comparisons import ComparisonFilter, find_comparisons
from service.store.judgements import add_judgement
from service.store.outlet_pairs import OutletTally, count_outlet_pairs
from service.store.volume import DayVolume, count_by_day

LEAST = {"contradicts": 0.5, "agrees": 0.9}


def test_pairs_are_counted_by_outlet_origin_and_relation(store, make):
    with store.writing() as connection:
        a = make.one(connection, "Coast Times", "It closed.")
        b = make.one(connection, "Northern Mail", "It opened.", origin="Reuters")
        c = make.one(connection, None, "It shut.")
        make.pair(connection, a, b, make.verdict("contradicts", 0.5, one_origin=None))
        make.pair(connection, a, c, make.verdict("contradicts", 0.9))
    with store.reading() as connection:
        assert count_outlet_pairs(connection, LEAST) == [
            OutletTally("Coast Times", None, "Northern Mail", "Reuters", False, False, "contradicts", 1)
        ]
        assert count_outlet_pairs(connection, LEAST, outlet="Coast Times")
        assert not count_outlet_pairs(connection, LEAST, outlet="Other")


def test_what_is_unsure_counts_only_when_a_person_said_so(store, make):
    with store.writing() as connection:
        a, b, c = (make.one(connection, outlet, f"{outlet} says so.") for outlet in "ABC")
        unsure = make.pair(connection, a, b, make.verdict("agrees", 0.89))
        make.pair(connection, b, c, make.verdict("related", 0.99))
        make.pair(connection, a, c, make.verdict("agrees", 0.9))
    with store.reading() as connection:
        assert [(one.a_outlet, one.b_outlet) for one in count_outlet_pairs(connection, LEAST)] == [("A", "C")]
    with store.writing() as connection:
        add_judgement(connection, unsure, Judgement("contradicts", "", None, "2025-12-12T00:00:00Z"))
    with store.reading() as connection:
        found = {(one.a_outlet, one.b_outlet, one.relation) for one in count_outlet_pairs(connection, LEAST)}
    assert found == {("A", "C", "agrees"), ("A", "B", "contradicts")}


def test_what_an_article_no_longer_says_is_not_counted(store, make):
    with store.writing() as connection:
        a, b = make.one(connection, "A", "It closed."), make.one(connection, "B", "It opened.")
        make.pair(connection, a, b)
        assert len(count_outlet_pairs(connection, LEAST)) == 1
        make.said(connection, make.article("Nothing happened.", "A"), "Nothing happened.")
        assert count_outlet_pairs(connection, LEAST) == []
        assert [day.contradictions for day in count_by_day(connection, least=0)] == [0]


def test_pairs_of_two_outlets_are_found_whichever_side_they_stand_on(store, make):
    with store.writing() as connection:
        a, b, c = (make.one(connection, outlet, f"{outlet} says so.") for outlet in "ABC")
        ids = {key: make.pair(connection, *pair) for key, pair in {"ab": (a, b), "cb": (c, b), "ca": (c, a)}.items()}

    def found(**wanted):
        with store.reading() as connection:
            return {one.id for one in find_comparisons(connection, ComparisonFilter(limit=9, **wanted))}

    assert found(outlet="A", other="B") == found(outlet="B", other="A") == {ids["ab"]}
    assert found(outlet="B", other="C") == {ids["cb"]}
    assert found(other="C") == found(outlet="C") == {ids["cb"], ids["ca"]}
    assert found(outlet="A", other="A") == found(outlet="A", other="D") == set()
    assert found(outlet="A", other="B", until="2020-01-01") == set()


def test_volume_is_by_day_and_a_dispute_arises_with_its_later_side(store, make):
    with store.writing() as connection:
        days = {"A": "2025-12-08", "B": "2025-12-10T08:00:00Z", "C": "2025-12", "D": None}
        ids = {
            outlet: make.one(connection, outlet, f"{outlet} says so.", published=day and PublicationTime(day))
            for outlet, day in days.items()
        }
        make.pair(connection, ids["B"], ids["A"], make.verdict("contradicts", 0.8))
        make.pair(connection, ids["A"], ids["D"], make.verdict("contradicts", 0.8))
        make.pair(connection, ids["C"], ids["D"], make.verdict("contradicts", 0.4))
    with store.reading() as connection:
        assert count_by_day(connection, least=0.5) == [
            DayVolume("2025-12-08", 1, 1, 1),
            DayVolume("2025-12-10", 1, 1, 1),
            DayVolume(None, 2, 2, 0),
        ]
        assert count_by_day(connection, least=0.5, outlet="B") == [DayVolume("2025-12-10", 1, 1, 1)]
