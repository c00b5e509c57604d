"""Outlets by twos: what is counted, and what is of one origin."""

from dataclasses import replace

import pytest

from service.reports.outlets import OutletPair, is_independent, pair_outlets, rank_outlets
from service.store.outlet_pairs import OutletTally

TALLY = OutletTally("Coast Times", None, "Northern Mail", None, False, False, "agrees", 3)


@pytest.mark.parametrize(
    ("change", "independent"),
    [
        ({}, True),
        ({"a_origin": "Reuters", "b_origin": "AFP"}, True),
        ({"a_origin": "Reuters", "b_origin": "reuters"}, False),
        ({"a_origin": "Northern Mail"}, False),
        ({"a_origin": "news agencies"}, False),
        ({"copies": True}, False),
        ({"said_of_origin": True}, False),
        ({"a_outlet": "AP", "b_outlet": "Associated Press"}, False),
    ],
)
def test_copies_and_shared_sources_are_one_origin(change, independent):
    assert is_independent(replace(TALLY, **change)) is independent


def test_pairs_count_by_relation_whichever_side_is_first():
    turned = replace(TALLY, a_outlet="Northern Mail", b_outlet="Coast Times")
    found = pair_outlets(
        [TALLY, turned, replace(TALLY, relation="contradicts", pairs=1), replace(TALLY, copies=True, pairs=7)]
    )
    assert found == [OutletPair("Coast Times", "Northern Mail", {"agrees": 6, "contradicts": 1}, one_origin=7)]
    assert found[0].total == 7


def test_an_outlet_is_not_compared_with_itself():
    assert pair_outlets([replace(TALLY, b_outlet="Coast Times")]) == []


def test_outlets_with_most_pairs_come_first_then_by_name():
    other = replace(TALLY, b_outlet="Harbour Gazette", pairs=1)
    pairs = pair_outlets([TALLY, other, replace(other, a_outlet="An Outlet")])
    assert [(pair.a, pair.b) for pair in pairs] == [
        ("Coast Times", "Northern Mail"),
        ("An Outlet", "Harbour Gazette"),
        ("Coast Times", "Harbour Gazette"),
    ]
    assert rank_outlets(pairs) == ["Coast Times", "Northern Mail", "Harbour Gazette", "An Outlet"]
