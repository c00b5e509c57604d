"""Links that hang on a name in the midst of a sentence: litter that no line holds alone."""

import pytest

from service.domain.articles import Passed
from service.flows.ingest import read_claims
from service.intake.glued_links import with_glued_links
from service.intake.reading import read_object

LINKS = " Joe Adam RellMayors balk at 2020 trial The Memo: long way ahead MORE"
SAID = f"“The port will not close,” Rep. Joe Rell{LINKS} (N.C.), a friend of Tarn, said on Monday."


@pytest.mark.parametrize(
    ("before", "links", "after"),
    [
        ("Rep. Joe Rell", LINKS, " (N.C.) left."),
        ("President Tarn", " Odo John TarnBrandt goes local 2020 veterans MORE", "’s plans fell."),
        ("Ada Brandt", " Ada Brandt2020 mayors make a play for the port MORE", ", who left."),
        ("Jim Odo", " James (Jim) Daniel Odo“A lie”: Tarn on the port MORE", " left."),
    ],
)
def test_links_that_hang_on_a_name_are_litter(before, links, after):
    text = before + links + after
    assert with_glued_links(text, ()) == (Passed(len(before), len(before + links), "links"),)


@pytest.mark.parametrize(
    "text",
    [
        "Joe Rell wants MORE. Ada Brandt wants MORE of it.",
        "Joe Rell met Joe Rell at the port, and wanted MORE.",
        "Joe McRell, and Joe RellHouse of Velm, left for good.",
        "Tarn and Ada TarnBrandt left.\nThey wanted MORE.",
    ],
)
def test_names_and_the_word_alone_are_none(text):
    assert with_glued_links(text, ()) == ()


def test_what_is_litter_already_is_not_marked_twice():
    litter = (Passed(0, len(SAID), "block"),)
    assert with_glued_links(SAID, litter) == litter


def test_a_claim_is_read_and_stands_alone_without_them_and_its_quote_is_verbatim():
    (claim,) = read_claims(read_object({"text": SAID, "published_at": "2025-12-09"}))
    assert claim.quote == SAID
    assert (
        claim.text
        == "“The port will not close,” Rep. Joe Rell (N.C.), a friend of Tarn, said on Monday (8 December 2025)."
    )
    assert (claim.speaker.name, claim.speaker.mention, claim.stance) == ("Joe Rell", "Rep. Joe Rell", "quotes")
    assert SAID[claim.speaker.start : claim.speaker.end] == claim.speaker.mention
