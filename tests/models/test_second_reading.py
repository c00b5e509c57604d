"""The second reader is asked about the pairs that are worth it, and about no others; its word counts there."""

import numpy as np
import pytest

from models.base import RELATION_LABELS, ModelError, PairScores, Passage
from models.second_reading import SecondReading

PAIRS = [(Passage(f"The dam held on day {i}."), Passage("The dam failed.")) for i in range(4)]


class Reader:
    """Says of every pair what it was told to, and remembers what it was asked."""

    def __init__(self, version, relations):
        self.version, self.relations, self.asked = version, relations, []
        self.knows_relations = True

    def read(self, pairs):
        self.asked += pairs
        rows = [self.relations(a.text) for a, _ in pairs]
        entailment = np.full((len(pairs), 3), len(self.version) / 10, np.float32)
        return PairScores(entailment, np.array(rows, np.float32).reshape(-1, 6) if self.knows_relations else None)


def row(**told):
    rest = 1 - sum(told.values())
    return [told.get(label, rest if label == "related" else 0.0) for label in RELATION_LABELS]


def first(text):
    return row(contradicts=0.4) if "1" in text else row(agrees=0.5) if "2" in text else row()


def test_the_second_reader_sees_what_may_contradict_or_agree_and_its_word_counts_there():
    small, large = Reader("a", first), Reader("bb", lambda _: row(changed=0.9))
    both = SecondReading(small, large)
    found = both.read(PAIRS)
    assert both.version == "a+bb"
    assert small.asked == PAIRS
    assert large.asked == PAIRS[1:3]
    assert found.relations[:, RELATION_LABELS.index("changed")] == pytest.approx([0.0, 0.9, 0.9, 0.0])
    assert found.entailment[:, 0] == pytest.approx([0.1, 0.2, 0.2, 0.1])


def test_where_nothing_is_in_doubt_nobody_is_asked():
    small, large = Reader("a", lambda _: row()), Reader("bb", lambda _: row())
    assert SecondReading(small, large).read(PAIRS).relations.shape == (4, 6)
    assert large.asked == []


@pytest.mark.parametrize("place", [0, 1])
def test_whoever_knows_only_entailment_is_no_reader(place):
    readers = [Reader("a", lambda _: row()), Reader("bb", lambda _: row())]
    readers[place].knows_relations = False
    with pytest.raises(ModelError, match="knows only entailment"):
        SecondReading(*readers)
