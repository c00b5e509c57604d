"""The fixture articles are read as a careful reader reads them."""

import pytest


def test_every_sentence_that_is_surely_a_claim_is_found(expected, claims):
    missing = [
        (name, sentence)
        for name, one in expected.items()
        for sentence in one["claims"]
        if not any(sentence in claim.quote or claim.quote in sentence for claim in claims[name])
    ]
    assert missing == []


def test_every_quote_is_verbatim(articles, claims):
    for name, found in claims.items():
        assert all(articles[name].text[c.start : c.end] == c.quote for c in found)


def test_litter_is_no_claim(expected, claims):
    """One line of 96 is a whole sentence that only its meaning gives away; no more may come in."""
    taken = [
        line for name, one in expected.items() for line in one["litter"] if any(line in c.quote for c in claims[name])
    ]
    assert taken in ([], ["Get the five stories that matter, every weekday at six."])


def test_most_quotations_have_their_speaker(expected, claims):
    right = wrong = 0
    for name, one in expected.items():
        for said in one["speakers"]:
            family = said["speaker"].split()[-1].casefold()
            near = [c for c in claims[name] if said["quote"] in c.quote or c.quote in said["quote"]]
            found = any(c.speaker and family in c.speaker.name.casefold() for c in near)
            right, wrong = right + found, wrong + (not found)
    assert right / (right + wrong) >= 0.85


@pytest.mark.parametrize(("field", "share"), [("title", 1.0), ("language", 1.0), ("outlet", 0.8), ("author", 0.8)])
def test_metadata(expected, articles, field, share):
    right = sum((one[field] or None) == (getattr(articles[name], field) or None) for name, one in expected.items())
    assert right / len(expected) >= share


def test_an_ambiguous_date_keeps_both_readings(articles):
    published = articles["ferry-corvane-manifest.txt"].published
    assert {published.value[:10], published.other[:10]} == {"2026-03-04", "2026-04-03"}


def test_a_wire_copy_names_its_origin(articles):
    assert articles["strategy-harbour-wire.html"].origin == "Caspian Wire"
    assert articles["strategy-bluedelta-copy.txt"].origin == "Meridian Ledger"
