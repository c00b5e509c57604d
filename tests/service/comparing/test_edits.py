"""Which words changed between two texts, and what became of the claims."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from models.base import ExtractedClaim, Speaker
from service.comparing.changes import find_claim_changes
from service.comparing.edits import Edit, find_edits
from service.domain.claims import Claim, Source

SOURCE = Source("a", "Tarn Post", None, None, None, "en", None)


def words(before, after):
    return [(edit.before, edit.after) for edit in find_edits(before, after)]


def test_the_changed_words_with_their_places():
    before, after = "At least 12 people died.\nIt rained.", "At least 19 people died.\nIt rained hard."
    assert find_edits(before, after) == (
        Edit("12", "19", 9, 11, 9, 11),
        Edit("rained.", "rained hard.", 28, 35, 28, 40),
    )


def test_words_added_and_removed_and_nothing_at_all():
    assert words("The port is open.", "The port is now open.") == [("", "now")]
    assert words("The old port is open.", "The port is open.") == [("old", "")]
    assert words("The port is open.", "The  port is\nopen.") == []
    assert words("", "New.") == [("", "New.")]
    assert words("One.\nTwo.", "One.\nOne and a half.\nTwo.") == [("", "One and a half.")]
    assert words("政府は開いた", "政府は閉じた") == [("開い", "閉じ")]


@given(st.text("ab \n", max_size=40), st.text("ab \n", max_size=40))
@settings(deadline=None)
def test_the_edits_turn_one_text_into_the_other(before, after):
    edits = find_edits(before, after)
    for edit in edits:
        assert before[edit.before_start : edit.before_end] == edit.before
        assert after[edit.after_start : edit.after_end] == edit.after
        assert edit.before.split() != edit.after.split()
    turned = before
    for edit in reversed(edits):
        turned = f"{turned[: edit.before_start]} {edit.after} {turned[edit.before_end :]}"
    assert turned.split() == after.split()


def claim(quote, start=0, *, speaker=None):
    who = Speaker(speaker, None, speaker, 0, 1, "said") if speaker else None
    said = ExtractedClaim(start, start + len(quote), quote, quote, who, "asserts", "fact", 0.5)
    return Claim(quote, 1, SOURCE, said)


def quotes(claims):
    return [one.said.quote for one in claims]


def test_each_claim_stayed_changed_was_withdrawn_or_added():
    before = [claim("The port is open."), claim("At least 12 people died there.", 50), claim("Nobody was warned.", 90)]
    after = [claim("The port is open.", 7), claim("At least 19 people died there.", 60), claim("Rain is expected.", 99)]
    found = find_claim_changes(before, after)
    assert quotes(found.stayed) == ["The port is open."]
    assert [(c.before.said.quote[9:11], c.after.said.quote[9:11]) for c in found.changed] == [("12", "19")]
    assert [(e.before, e.after) for e in found.changed[0].edits] == [("12", "19")]
    assert quotes(found.withdrawn) == ["Nobody was warned."]
    assert quotes(found.added) == ["Rain is expected."]


def test_words_put_to_somebody_else_have_changed():
    old, new = claim("The port is open.", speaker="Ada Lind"), claim("The port is open.", speaker="Max Roe")
    (changed,) = find_claim_changes([old], [new]).changed
    assert (changed.before, changed.after, changed.edits) == (old, new, ())
    same = find_claim_changes([old], [replace(old, before="Earlier.")])
    assert (len(same.stayed), len(same.changed)) == (1, 0)


def test_one_sentence_is_the_edit_of_one_only():
    after = [claim("At least 19 people died there."), claim("At least 19 people died then.", 40)]
    found = find_claim_changes([claim("At least 12 people died there.")], after)
    assert (len(found.changed), len(found.added)) == (1, 1)
    assert found.changed[0].after.said.quote.endswith("there.")
