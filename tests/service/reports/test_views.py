"""What a report shows, in which order, and what it counts instead of showing."""

import pytest

from service.domain.articles import PublicationTime


@pytest.fixture
def pair(make):
    """A pair of two outlets; `about` goes to the comparison."""

    def made(one="The ferry sank.", other="The ferry did not sink.", **about):
        a, b = make.claim(one, "Harbour Post"), make.claim(other, "Tarn Courier")
        return make.pair(a, b, about.pop("relation", "contradicts"), **about)

    return made


def test_only_pairs_of_the_kind_and_the_surest_first(report, pair):
    found = [
        pair("A ferry sank at dawn.", "No ferry sank at dawn.", confidence=0.6),
        pair("It had 40 aboard.", "It had 12 aboard.", confidence=0.9),
        pair("It was late.", "It was late again.", relation="agrees"),
    ]
    shown = report("contradictions", found)
    assert [item.comparison.verdict.confidence for item in shown.items] == [0.9, 0.6]
    assert len(report("agreements", found).items) == 1


def test_a_dismissed_pair_is_gone_and_counted(report, make, pair):
    shown = report("contradictions", [pair(judgement=make.judged("false_alarm"))])
    assert shown.items == ()
    assert shown.counts.dismissed == 1


def test_a_person_moves_a_pair_to_another_report(report, make, pair):
    moved = pair(judgement=make.judged("changed", "a later count"))
    assert report("contradictions", [moved]).items == ()
    (item,) = report("changed", [moved]).items
    assert item.judgement.note == "a later count"


def test_pairs_within_one_article_stand_apart(report, make):
    a = make.claim("The Kremlin welcomed it.", "Post", article="one")
    b = make.claim("Moscow condemned it.", "Post", article="one")
    shown = report("contradictions", [make.pair(a, b)])
    assert shown.items == ()
    assert len(shown.same_article) == 1
    assert shown.counts.pairs == 0


def test_copies_of_a_pair_are_one_line_that_names_the_other_outlets(report, make):
    a = make.claim("The ferry sank.", "Harbour Post")
    copies = [make.claim("The ferry did not sink.", outlet) for outlet in ("Tarn Courier", "Eskil News")]
    (item,) = report("contradictions", [make.pair(a, copy) for copy in copies]).items
    assert {*item.a.also_run_by, *item.b.also_run_by} & {"Tarn Courier", "Eskil News"}
    assert len(item.folded) == 1
    assert (item.outlets, item.origins) == (3, 2)


@pytest.mark.parametrize(("day", "lines"), [("2026-04-07", 1), ("2026-04-08", 2)])
def test_the_same_words_far_apart_in_time_are_not_folded_into_one_agreement(report, make, day, lines):
    """120 days lie between 8 December and 7 April."""
    times = {"Harbour Post": "2025-12-08", "Tarn Courier": "2025-12-08", "Eskil News": day}
    post, courier, news = (
        make.claim("The quay is closed to lorries.", outlet, published=PublicationTime(at))
        for outlet, at in times.items()
    )
    pairs = [make.pair(post, courier, "agrees"), make.pair(post, news, "agrees"), make.pair(courier, news, "agrees")]
    items = report("agreements", pairs).items
    assert len(items) == lines
    assert sum(1 + len(item.folded) for item in items) == 3
    assert sorted(item.outlets for item in items) == ([3] if lines == 1 else [2, 3])


@pytest.mark.parametrize(("year", "folded"), [("2025", 1), ("2026", 0)])
def test_two_agreements_on_the_same_words_in_two_years_are_two_lines(report, make, year, folded):
    first = [make.claim("The quay is closed.", outlet, published=PublicationTime("2025-03-01")) for outlet in "AB"]
    later = [make.claim("The quay is closed.", outlet, published=PublicationTime(f"{year}-03-05")) for outlet in "CD"]
    shown = report("agreements", [make.pair(*first, "agrees"), make.pair(*later, "agrees")])
    assert [len(item.folded) for item in shown.items] == ([1] if folded else [0, 0])
    assert [item.outlets for item in shown.items] == ([4] if folded else [2, 2])


def test_what_has_no_date_is_folded_with_its_words(report, make):
    undated = make.claim("The quay is closed.", "Eskil News", published=None)
    dated = [make.claim("The quay is closed.", outlet) for outlet in ("Harbour Post", "Tarn Courier")]
    pairs = [make.pair(*dated, "agrees"), make.pair(dated[0], undated, "agrees")]
    (item,) = report("agreements", pairs).items
    assert item.outlets == 3


def test_agreement_of_copies_confirms_nothing_and_comes_last(report, pair):
    copied = pair(
        "The ferry sank at the pier.", "The ferry sank at the pier.", relation="agrees", confidence=0.99,
        one_origin="Both come from Caspian Wire.",
    )  # fmt: skip
    own = pair("It carried 40 people.", "40 people were aboard.", relation="agrees", confidence=0.6)
    shown = report("agreements", [copied, own])
    assert [item.origins for item in shown.items] == [2, 1]
    assert shown.items[1].one_origin == "Both come from Caspian Wire."
    assert shown.counts.one_origin == 1


def test_what_a_gate_turned_away_is_told_with_its_reason(report, pair):
    kept = pair(relation="related", withheld="900 days lie between the two.")
    shown = report("contradictions", [kept])
    assert shown.items == ()
    assert [w.reason for w in shown.withheld] == ["900 days lie between the two."]
    assert report("agreements", [kept]).withheld == ()


def test_no_section_is_longer_than_the_limit_and_the_rest_is_counted(report, pair):
    shown = report("contradictions", [pair(f"It sank {n}.", f"It did not sink {n}.") for n in range(5)], limit=2)
    assert len(shown.items) == 2
    assert (shown.counts.pairs, shown.counts.shown) == (5, 2)


def test_the_order_is_the_same_whatever_order_the_pairs_come_in(report, pair):
    found = [pair(f"It sank {n}.", f"It did not sink {n}.", confidence=0.5) for n in range(6)]
    ids = [item.comparison.id for item in report("contradictions", found).items]
    assert ids == [item.comparison.id for item in report("contradictions", found[::-1]).items]


def test_what_is_too_uncertain_is_counted_unless_a_person_judged_it(report, make, pair):
    sure, unsure = pair("It sank.", "It floats.", confidence=0.7), pair("It was 9.", "It was 4.", confidence=0.2)
    judged = pair("It was red.", "It was blue.", confidence=0.1, judgement=make.judged("contradicts"))
    shown = report("contradictions", [sure, unsure, judged], min_confidence=0.4)
    assert {item.comparison.id for item in shown.items} == {sure.id, judged.id}
    assert shown.counts.uncertain == 1
