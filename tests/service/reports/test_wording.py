"""Who is named where."""

import pytest

from models.base import ExtractedClaim, Speaker
from service.domain.claims import Claim, Source
from service.reports.wording import holder_of, party_of

QUOTE = "The port stays shut."


@pytest.mark.parametrize(
    ("speaker", "holder", "party"),
    [("Ada Lind", "Ada Lind", "Ada Lind"), ("she", "she", "Tarn Post"), (None, "Tarn Post", "Tarn Post")],
)
def test_a_heading_names_the_outlet_where_the_article_says_only_she(speaker, holder, party):
    source = Source("a", "Tarn Post", None, None, None, "en", None)
    said = ExtractedClaim(
        0, len(QUOTE), QUOTE, QUOTE, speaker and Speaker(speaker, None, speaker, 0, 3, "said"), "reports", "fact", 0.5
    )
    claim = Claim("a1", 1, source, said)
    assert (holder_of(claim), party_of(claim)) == (holder, party)
