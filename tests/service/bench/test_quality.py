"""The figures of `bench quality`, computed by hand on a handful of verdicts."""

import gzip
import json

import pytest

from service.bench.quality import (
    Labelled,
    find_average_precision,
    find_baseline,
    find_calibration_error,
    find_reliability,
    measure,
    read_rows,
)
from service.domain.comparisons import RELATIONS, Entailment, Verdict
from service.errors import BadInputError


def verdict(relation, probability, a_to_b=(0, 1, 0), b_to_a=(0, 1, 0)):
    rest = (1 - probability) / 5
    relations = {r: probability if r == relation else rest for r in RELATIONS}
    return Verdict(relation, probability, relations, 0.8, Entailment(*a_to_b), Entailment(*b_to_a), (), "test")


PAIRS = [
    Labelled("contradicts", "numbers", verdict("contradicts", 0.95)),
    Labelled("contradicts", "dates", verdict("agrees", 0.65)),
    Labelled("agrees", "all", verdict("agrees", 0.85)),
    Labelled("related", "all", verdict("contradicts", 0.35)),
]


def test_precision_recall_and_f1_of_a_relation():
    row = measure(PAIRS)["relations"]["contradicts"]
    assert (row["precision"], row["recall"], row["f1"]) == (0.5, 0.5, 0.5)
    assert (row["shown"], row["gold"]) == (2, 2)
    assert measure(PAIRS)["relations"]["agrees"]["f1"] == pytest.approx(2 / 3, abs=1e-4)


def test_the_macro_average_leaves_out_relations_that_no_pair_has():
    assert measure(PAIRS)["macro_f1"] == pytest.approx((0.5 + 2 / 3 + 0) / 3, abs=1e-4)
    assert measure(PAIRS)["accuracy"] == 0.5


def test_categories_count_what_was_right():
    found = measure(PAIRS)["categories"]
    assert found["contradicts: numbers"] == {"pairs": 1, "right": 1}
    assert found["contradicts: dates"] == {"pairs": 1, "right": 0}


def test_average_precision_is_the_mean_precision_at_the_hits():
    assert find_average_precision([0.9, 0.8, 0.7, 0.6], [True, False, True, False]) == pytest.approx(5 / 6, abs=1e-4)
    assert find_average_precision([0.9, 0.8], [False, False]) is None


def test_reliability_bins_say_what_was_promised_and_what_came():
    rows = find_reliability([*PAIRS, Labelled("agrees", "all", verdict("related", 0.91))])
    assert [row["from"] for row in rows] == [0.3, 0.6, 0.8, 0.9]
    assert rows[-1] == {"from": 0.9, "pairs": 2, "mean_probability": 0.93, "right": 0.5}
    assert sum(row["pairs"] for row in rows) == 5


def test_the_calibration_error_weighs_the_bins_by_their_pairs():
    rows = [
        {"from": 0.9, "pairs": 3, "mean_probability": 0.95, "right": 0.65},
        {"from": 0.1, "pairs": 1, "mean_probability": 0.1, "right": 0.2},
    ]
    assert find_calibration_error(rows) == pytest.approx((3 * 0.3 + 0.1) / 4)
    assert find_calibration_error([]) is None


@pytest.mark.parametrize(
    ("there", "back", "expected"),
    [
        ((0.1, 0.1, 0.8), (0.1, 0.8, 0.1), "contradicts"),
        ((0.8, 0.1, 0.1), (0.8, 0.1, 0.1), "agrees"),
        ((0.8, 0.1, 0.1), (0.1, 0.8, 0.1), "related"),
        ((0.2, 0.1, 0.7), (0.2, 0.1, 0.7), "related"),
    ],
)
def test_the_baseline_is_what_everybody_does(there, back, expected):
    assert find_baseline(verdict("related", 0.9, there, back)) == expected


def test_rows_are_read_plain_or_gzipped_and_broken_ones_are_named(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"a": 1}\n\n{"a": 2}\n')
    with gzip.open(tmp_path / "b.jsonl.gz", "wt") as lines:
        lines.write(json.dumps({"a": 3}))
    (tmp_path / "c.jsonl").write_text("{")
    assert [row["a"] for name in ("a.jsonl", "b.jsonl.gz") for row in read_rows(tmp_path / name)] == [1, 2, 3]
    with pytest.raises(BadInputError, match=r"c\.jsonl"):
        list(read_rows(tmp_path / "c.jsonl"))
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(b'{"a": 1}')[:-9])
    with pytest.raises(BadInputError, match=r"cut\.jsonl\.gz cannot be read"):
        list(read_rows(tmp_path / "cut.jsonl.gz"))
