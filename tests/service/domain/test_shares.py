"""Intervals of shares, at points that can be looked up."""

import pytest

from service.domain.shares import find_wilson


def test_wilsons_interval_at_known_points():
    assert find_wilson(8, 10) == pytest.approx([0.4902, 0.9433], abs=2e-4)
    assert find_wilson(0, 0) == [0.0, 1.0]


def test_more_of_the_same_share_is_surer():
    few, many = find_wilson(4, 5), find_wilson(400, 500)
    assert few[0] < many[0] < 0.8 < many[1] < few[1]
