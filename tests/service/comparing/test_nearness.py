"""Sentences are near that mean the like and share words which few of the others have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.comparing.nearness import find_distinct_words, find_nearness

TOPIC = "the ministry of health said on the epidemic that"
OTHERS = [f"{TOPIC} {more}" for more in ("schools stay shut", "masks are bought", "Lindqvist resigned", "buses run")]
ASKED = f"{TOPIC} Lindqvist left"

texts = st.text(max_size=80)


def nearness(text, others, similarities=None):
    words = [find_distinct_words(other) for other in others]
    return find_nearness(find_distinct_words(text), words, similarities or [0.6] * len(others))


def test_of_equally_similar_ones_the_one_with_the_rare_word_is_nearest():
    found = nearness(ASKED, OTHERS)
    assert found[2] > max(found[0], found[1], found[3])


def test_a_word_weighs_less_the_more_of_the_others_have_it():
    alone = nearness(ASKED, OTHERS)[2]
    crowded = nearness(ASKED, [*OTHERS, *(f"{TOPIC} Lindqvist {more}" for more in ("ate", "slept", "spoke"))])[2]
    assert alone > crowded


def test_of_two_with_the_same_words_the_more_similar_is_nearer():
    first, second = nearness(ASKED, OTHERS[:1] * 2, [0.7, 0.5])
    assert first - second == pytest.approx(0.1)


def test_a_pair_is_as_near_in_a_small_store_as_in_a_large_one():
    strangers = [f"stranger{n} speaks{n} elsewhere{n}" for n in range(99)]
    alone, among = nearness(ASKED, OTHERS[2:3])[0], nearness(ASKED, [*OTHERS[2:3], *strangers])[0]
    assert alone == pytest.approx(among)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("COVID-19 cost 3,000.5 crowns.", {"covid-19", "cost", "3,000.5", "crowns"}),
        ("O’Neill's aide—“a liar”", {"o'neill", "aide", "a", "liar"}),
        ("Putin’s Kremlin/Moscow", {"putin", "kremlin", "moscow"}),
        ("Москва отвергла доклад…", {"москва", "отвергла", "доклад"}),
        ("— … “”", set()),
    ],
)
def test_numbers_and_names_stay_whole_without_what_is_around_them(text, words):
    assert find_distinct_words(text) == words


@given(texts, st.lists(st.tuples(texts, st.floats(-1, 1)), max_size=6))
def test_it_is_the_mean_of_the_similarity_and_a_share(text, others):
    similarities = [similarity for _, similarity in others]
    shares = [
        2 * found - similarity
        for found, similarity in zip(
            nearness(text, [one for one, _ in others], similarities), similarities, strict=True
        )
    ]
    assert all(-1e-9 <= share <= 1 + 1e-9 for share in shares)


@given(texts.filter(find_distinct_words), st.lists(texts, max_size=4))
def test_the_same_words_are_wholly_in_common_and_no_words_not_at_all(text, others):
    found = nearness(text, [*others, text, "…"], [*[0.0] * len(others), 1.0, 0.0])
    assert found[-2:] == [pytest.approx(1), 0]
