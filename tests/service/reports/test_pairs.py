"""In which order the pairs of a report come."""

from service.domain.comparisons import Judgement
from service.domain.outlines import Outline
from service.reports.folding import fold
from service.reports.pairs import spread


def folds(make, *pairs):
    sides = [(make.claim(a, "A"), make.claim(b, "B")) for a, b in pairs]
    return fold(Outline.of(make.pair(a, b, "contradicts")) for a, b in sides)


def ids(found):
    return [one.shown.id for one in found]


HELD, BROKE, FELL = "It held.", "It broke.", "It fell."


def test_a_sentence_comes_in_its_surest_pair_and_its_others_behind_all(make):
    pairs = folds(make, (HELD, BROKE), (HELD, FELL), ("It is dry.", "It is wet."))
    assert ids(spread(pairs)) == ids([pairs[0], pairs[2], pairs[1]])


def test_a_sentence_that_only_stood_in_a_later_pair_still_comes_first(make):
    pairs = folds(make, (HELD, BROKE), (HELD, FELL), ("It stood.", FELL))
    assert ids(spread(pairs)) == ids([pairs[0], pairs[2], pairs[1]])


def test_what_a_person_judged_keeps_its_place(make):
    first, second, third = folds(make, (HELD, BROKE), (HELD, FELL), ("It is dry.", "It is wet."))
    judged = second._replace(judgement=Judgement("contradicts", "", None, "2025-12-08T10:00:00Z"))
    assert ids(spread([first, judged, third])) == ids([first, judged, third])
