"""Claims keep their identity through edits, and come back in their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.articles import PublicationTime
from service.domain.claims import Source, claim_id
from service.errors import BadInputError, NotFoundError
from service.store.articles import add_article
from service.store.claim_rows import after, before
from service.store.claims import (
    add_claims,
    count_claims,
    find_appraised,
    find_claim,
    find_claims,
    find_claims_of,
    find_claims_with,
    find_sentence_ids,
)

TEXT = "Intro.\n\nOn Monday \U0001f327 rain fell. Snow fell too.\n\nMore."


def test_claim_comes_back_with_its_source_and_surroundings(writing, make):
    article = make.article(TEXT, origin="Reuters")
    said = make.claim(TEXT, "rain fell.", text="Rain fell in Oslo.", appraisals=(make.appraisal(),))
    stored = add_article(writing, article, received_at="2025-12-08T00:00:00Z")
    (key,) = add_claims(writing, stored, [said])
    found = find_claim(writing, key)
    assert key == found.id == claim_id(article.key, "rain fell.", 0)
    assert found.said == said
    assert found.source == Source(
        article.key, "Daily Planet", "On strategy", article.url, PublicationTime("2025-12-08"), "en", "Reuters"
    )
    assert (found.before, found.after) == ("On Monday \U0001f327 ", " Snow fell too.")


def test_equal_quotes_are_told_apart_by_their_order_in_the_text(writing, make):
    text = "Rain. Snow. Rain."
    article = make.article(text)
    second, first = make.claim(text, "Rain.", at=6), make.claim(text, "Rain.")
    stored = add_article(writing, article, received_at="2025-12-08T00:00:00Z")
    ids = add_claims(writing, stored, [second, first])
    assert ids == [claim_id(article.key, "Rain.", 1), claim_id(article.key, "Rain.", 0)]
    assert [claim.said.start for claim in find_claims_of(writing, article.key)] == [0, 12]
    assert len({claim.sentence_id for claim in find_claims_of(writing, article.key)}) == 1


def test_claim_that_survives_an_edit_keeps_its_id_and_the_others_are_not_found(writing, make):
    rain, snow = make.said(writing, make.article("Rain fell. Snow fell."), "Rain fell.", "Snow fell.")
    edited = make.article("Today. Snow fell. Hail fell.")
    kept, hail = make.said(writing, edited, "Snow fell.", "Hail fell.", received_at="2025-12-10T00:00:00Z")
    assert kept == snow
    assert [claim.id for claim in find_claims_of(writing, edited.key)] == [snow, hail]
    assert find_claim(writing, snow).said.start == 7
    assert set(find_claims(writing, [rain, snow, hail])) == {snow, hail}
    assert count_claims(writing) == 2
    with pytest.raises(NotFoundError):
        find_claim(writing, rain)


def test_claims_of_the_old_text_are_found_again_when_it_comes_back(writing, make):
    (rain,) = make.said(writing, make.article("Rain fell."), "Rain fell.")
    make.said(writing, make.article("Hail fell."), "Hail fell.", received_at="2025-12-10T00:00:00Z")
    add_article(writing, make.article("Rain fell."), received_at="2025-12-11T00:00:00Z")
    assert [claim.id for claim in find_claims_of(writing, make.article("").key)] == [rain]


def test_adding_the_claims_again_changes_nothing(writing, make):
    article = make.article("Rain fell. Snow fell.")
    first = make.said(writing, article, "Rain fell.", "Snow fell.")
    found = find_claims_of(writing, article.key)
    assert make.said(writing, article, "Rain fell.", "Snow fell.") == first
    assert find_claims_of(writing, article.key) == found


def test_quote_that_does_not_stand_there_is_refused(writing, make):
    stored = add_article(writing, make.article("Rain fell."), received_at="2025-12-08T00:00:00Z")
    with pytest.raises(BadInputError, match=r"The quote 'Rain' does not stand at 1:5"):
        add_claims(writing, stored, [make.claim(" Rain", "Rain")])
    assert count_claims(writing) == 0


def test_claims_of_many_sentences_by_sentence(writing, make):
    ids = {make.one(writing, f"outlet {n}", f"It is {n // 2} o'clock.") for n in range(40)}
    found = find_claims_with(writing, range(3000))
    assert {len(claims) for claims in found.values()} == {2}
    assert {claim.id for claims in found.values() for claim in claims} == ids
    assert all(claim.sentence_id == key for key, claims in found.items() for claim in claims)


def test_appraised_claims_are_narrowed_down(writing, make):
    for outlet, day in (("a", "2025-12-07"), ("b", "2025-12-09")):
        article = make.article("It welcomed the plan. It rained.", outlet, published=PublicationTime(day))
        stored = add_article(writing, article, received_at="2025-12-10T00:00:00Z")
        praise = make.claim(article.text, "It welcomed the plan.", appraisals=(make.appraisal(),))
        add_claims(writing, stored, [praise, make.claim(article.text, "It rained.")])

    def found(**wanted):
        return [(claim.source.outlet, claim.said.quote) for claim in find_appraised(writing, **wanted)]

    assert found() == [("b", "It welcomed the plan."), ("a", "It welcomed the plan.")]
    assert found(outlet="a") == found(until="2025-12-08") == found()[1:]
    assert found(since="2025-12-08", topic="plans") == found()[:1]
    assert found(topic="rain") == []


@given(st.text("ab \n\t", max_size=600), st.integers(0, 600), st.integers(0, 20))
def test_surroundings_stand_around_the_quote_in_its_paragraph(text, start, length):
    start = min(start, len(text))
    end = min(len(text), start + length)
    left, right = before(text, start), after(text, end)
    assert len(left) <= 240
    assert len(right) <= 240
    assert text[:start].endswith(left)
    assert text[end:].startswith(right)
    assert "\n\n" not in left + "x" + right
    assert not left[:1].isspace()
    assert not right[-1:].isspace()


def test_surroundings_are_cut_at_white_space():
    words = "word " * 100
    assert before(words, 302) == "word " * 47 + "wo"
    assert after(words, 302) == "rd" + " word" * 39
    assert after("\u96e8" * 500, 100) == "\u96e8" * 240


@pytest.mark.parametrize(
    ("wanted", "outlets"),
    [
        ({}, ["Tarn Post", "Moor Mail"]),
        ({"outlets": ("Moor Mail", "Nobody")}, ["Moor Mail"]),
        ({"since": "2025-12-08", "until": "2025-12-08"}, ["Tarn Post"]),
        ({"outlets": ("Moor Mail",), "since": "2025-12-08"}, []),
    ],
)
def test_sentences_and_their_claims_are_narrowed_down_alike(writing, make, wanted, outlets):
    make.one(writing, "Tarn Post", "Rain fell.")
    make.said(writing, make.article("Hail fell.", "Moor Mail", published=None), "Hail fell.")
    make.said(writing, make.article("Rain fell.", "Moor Mail", published=None), "Rain fell.")  # and no hail any more
    every = find_sentence_ids(writing)
    assert len(every) == 1
    assert find_sentence_ids(writing, **wanted) == (every if outlets else [])
    found = find_claims_with(writing, every, **wanted)
    assert {claim.source.outlet for claims in found.values() for claim in claims} == set(outlets)
