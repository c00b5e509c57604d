"""Which statements no fact may hold both of, and which differ on another point or in words alone."""

import pytest

from service.comparing.clashes import clash
from service.domain.claims import Statement

OPPOSED = [
    (
        "The plan names Torvia as a direct threat to the island.",
        "The plan does not describe Torvia as a direct threat.",
    ),
    ("The paper names Torvia as a threat.", "The 34-page paper, published on Thursday, never calls Torvia a threat."),
    ("The mayor denied that the Tarn bridge was unsafe.", "The Tarn bridge was unsafe, the mayor was told."),
    ("The council closed the Tarn bridge to lorries.", "The council opened the Tarn bridge to lorries."),
    ("The union said 14 people died in the ferry fire.", "The union said 19 people died in the ferry fire."),
    ("The ferry inquiry opened on 3 March 2026.", "The ferry inquiry opened on 9 March 2026."),
    ("All the crew of the ferry were rescued.", "None of the crew of the ferry were rescued."),
    ("The mill at Tarn will be closed this winter.", "Will the mill at Tarn be closed this winter?"),
]
ALIKE = [
    ("The plan names Torvia as a direct threat.", "In the plan, Torvia is named as a direct threat to the island."),
    # A negation on another point.
    ("The Tarn bridge was closed on Monday, although no one was hurt.", "The Tarn bridge was closed on Monday."),
    ("The company did not comment and closed its mill at Tarn.", "The company closed its mill at Tarn."),
    ("Nobody was hurt when the mill at Tarn burned.", "The mill at Tarn burned and nobody was injured."),
    # Two negations, and the same denial twice.
    ("The mayor did not deny that the bridge was unsafe.", "The mayor conceded that the bridge was unsafe."),
    ("It is not untrue that the mill was closed by the council.", "The mill was closed by the council."),
    ("The mayor denied that the bridge was unsafe.", "The mayor said it was untrue that the bridge was unsafe."),
    ("The bridge at Tarn is not closed.", "The bridge at Tarn is open."),
    # One number is the more precise, and numbers of other things.
    ("At least 14 people died in the ferry fire.", "The ferry fire killed 15 people."),
    ("The ferry had 238 people on board when 14 people died.", "On the ferry 14 people died."),
    ("In the ferry fire 14 people died.", "238 people were on board the ferry when the fire broke out."),
    # Opposites of which each is said of something else.
    ("The mill at Tarn was closed in the spring.", "A school was opened in Eskil by the new governor."),
    ("Will the mill at Tarn be closed?", "Will the mill at Tarn be closed?"),
]


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_opposites_clash_in_either_order(one, other):
    assert clash(Statement(one), Statement(other))
    assert clash(Statement(other), Statement(one))


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_differs_on_another_point_or_in_words_alone_does_not(one, other):
    assert not clash(Statement(one), Statement(other))
    assert not clash(Statement(other), Statement(one))


def test_the_same_day_is_told_by_the_day_of_publication():
    monday, sunday = (Statement("The Tarn bridge was closed yesterday.", published_at=f"2026-03-0{n}") for n in (3, 9))
    assert clash(monday, Statement("The Tarn bridge was closed on 5 March 2026."))
    assert clash(Statement("The Tarn bridge was closed on 5 March 2026."), sunday)
    assert not clash(monday, Statement("The Tarn bridge was closed on 2 March 2026."))
