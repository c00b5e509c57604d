"""Copies of one text are told from articles that only tell the same, quote the same, or have the same footer."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.comparing.copies import Printed, find_overlaps
from service.comparing.wording import count_in_runs, find_prints, find_shared, read_wording


def prose(seed, words=200):
    """Sentences of invented words: two seeds have nothing in common."""
    draw = random.Random(seed)
    made = ["".join(draw.choice("bdfgklmnprstv") + draw.choice("aeiou") for _ in range(3)) for _ in range(words)]
    return " ".join(f"{word}." if at % 12 == 11 else word for at, word in enumerate(made))


def printed(text, outlet="Tarn Post", day="2026-03-04"):
    return Printed(read_wording(text), outlet, date.fromisoformat(day) if day else None)


A, B = prose(1), prose(2)


def overlap(one, other, **about):
    return find_alone(printed(one), printed(other, **({"outlet": "Eskil News"} | about)))


def find_alone(one, other):
    """As far as can be told from the two alone."""
    (found,) = find_overlaps(one, [other])
    return found


def test_a_whole_copy_and_a_cut_one():
    found = overlap(A, A)
    assert (found.words, found.share, found.whole) == (200, 1.0, True)
    assert overlap(A, " ".join(A.split()[:80])).whole
    assert overlap(A, B) is None


def test_a_light_edit_leaves_a_copy():
    words = A.split()
    words[10::20] = ["reportedly"] * len(words[10::20])
    found = overlap(A, " ".join(words))
    assert found.whole
    assert found.share == pytest.approx(190 / 200)


def test_half_a_wire_story_inside_a_longer_one_is_a_part():
    longer = " ".join(A.split()[:90]) + "\n\n" + prose(3, 500)
    found = overlap(A, longer)
    assert (found.whole, found.words) == (False, 90)
    assert overlap(A, " ".join(A.split()[:50]) + "\n\n" + prose(3, 500)) is None


def test_parts_count_between_outlets_and_while_they_are_news():
    longer = " ".join(A.split()[:90]) + "\n\n" + prose(3, 500)
    assert overlap(A, longer, outlet="Tarn Post") is None
    assert overlap(A, longer, day="2026-03-11") is not None
    assert overlap(A, longer, day="2026-03-12") is None
    assert overlap(A, longer, day=None) is not None
    assert overlap(A, A, outlet="Tarn Post", day="2026-12-01").whole


def test_quotations_and_speech_set_off_without_marks_make_no_copies():
    speech = " ".join(A.split()[:90])
    assert overlap(f"{prose(4)}\n“{speech}”", f'{prose(5)}\n"{speech}"') is None
    assert overlap(f"{prose(4)}\n“{speech}", f"{prose(5)}\n“{speech}") is None  # goes on in the next paragraph
    assert overlap(f"{prose(4)}\nWe {speech}", f"{prose(5)}\nWe {speech}") is None
    assert overlap(f"{prose(4)}\n{speech}", f"{prose(5)}\n{speech}") is not None


def test_what_an_outlet_repeats_is_its_furniture():
    furniture = prose(6, 90)
    copy = printed(f"{A}\n{furniture}", "Copy Post")
    story, another = (printed(f"{text}\n{furniture}", "Eskil News") for text in (A, prose(7)))
    assert find_alone(copy, another) is not None
    found = find_overlaps(copy, [story, another])
    assert (found[0].whole, found[1]) == (True, None)
    update = printed(f"{prose(7)}\n{furniture} {prose(9, 9)}", "Eskil News")
    assert all(find_overlaps(copy, [another, update]))  # two versions of one story are no other article


def test_what_the_longer_text_says_often_counts_once():
    furniture = prose(6, 40)
    longer = "\n".join(f"{prose(seed, 60)} {furniture}" for seed in range(11, 15))
    for one, other in ((longer, f"{furniture} {prose(20, 80)}"), (f"{furniture} {prose(20, 80)}", longer)):
        assert overlap(one, other) is None


def test_a_quotation_that_is_not_closed_does_not_turn_words_into_quotations():
    flat = f'He said: "{prose(4, 30)} "{prose(5, 30)}" {A} "{prose(6, 20)}" he said.'
    words = read_wording(flat)
    assert all(own for word, own in zip(words.words, words.own, strict=True) if word in set(read_wording(A).words))


def test_what_is_passed_over_does_not_count():
    footer = A + "\n" + prose(4)
    assert find_alone(printed(footer), Printed(read_wording(A + "\n" + prose(5), [(0, len(A))]), "Eskil News")) is None


def test_short_texts_are_not_called_copies():
    assert overlap(" ".join(A.split()[:24]), A) is None
    assert overlap(" ".join(A.split()[:25]), A).whole


@pytest.mark.parametrize("written", ["Правительство", "政府は月曜日に", "الحكومة"])
def test_any_script_has_words_and_prints(written):
    text = " ".join(f"{written}{number}" for number in range(40))
    assert find_alone(printed(text), printed(text, outlet="Eskil News")).share == 1.0
    assert find_prints(read_wording(text)) == find_prints(read_wording(text.upper()))


def test_a_passage_of_25_words_shares_a_print_wherever_it_stands():
    for seed in range(10, 30):
        passage = prose(seed, 25)
        prints = [
            set(find_prints(read_wording(f"{prose(seed * i, 70)} {passage} {prose(seed * i + 1, 50)}"))) for i in (2, 9)
        ]
        assert prints[0] & prints[1]


def test_set_phrases_alone_make_no_copy():
    phrases = [prose(seed, 8) for seed in range(20, 40)]
    one, other = (
        " ".join(f"{phrase} {words}" for phrase, words in zip(phrases, prose(n, 20).split(), strict=True))
        for n in (8, 9)
    )
    shared = find_shared(read_wording(one), read_wording(other))
    assert shared.sum() / len(shared) > 0.5
    assert overlap(one, other) is None


@given(st.text())
@settings(deadline=None)
def test_any_text_has_a_wording(text):
    wording = read_wording(text)
    assert len(wording.words) == len(wording.own) == len(wording.told)
    assert all(-(2**63) <= value < 2**63 for value in find_prints(wording))
    shared = find_shared(wording, wording)
    assert not (shared & ~wording.own).any()
    assert count_in_runs(shared, least=1) == shared.sum()
