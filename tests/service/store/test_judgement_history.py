"""The history of judgements: all of it, newest first, with what the machine said at that moment."""

import pytest

from service.domain.comparisons import Judgement
from service.errors import BadInputError
from service.store.judgement_history import Machine, find_history, find_standing_history
from service.store.judgements import add_judgement, undo_judgement
from service.store.schema import judgements

AT = "2025-12-10T00:00:00Z"


@pytest.fixture
def history(writing, make):
    """A pair judged, taken back, and judged again after another model saw it."""
    a, b = (make.one(writing, name, f"Rain {name} fell.") for name in ("Post", "Mail"))
    key = make.pair(writing, a, b, make.verdict("contradicts", 0.25))
    add_judgement(writing, key, Judgement("false_alarm", "Two piers.", "Ann", AT), blind=True)
    undo_judgement(writing, key, undone_at="2025-12-11T00:00:00Z", undone_by="Ann")
    make.pair(writing, b, a, make.verdict("agrees", 0.5, model="m2"))
    add_judgement(writing, key, Judgement("agrees", "", "Tom", "2025-12-12T00:00:00Z"))
    return key


def test_newest_first_with_what_the_machine_said(writing, history):
    last, undone, first = find_history(writing, limit=9).items
    assert {one.comparison_id for one in (last, undone, first)} == {history}
    assert (last.judgement.verdict, last.by, last.stands, last.blind) == ("agrees", "Tom", True, False)
    assert last.machine == Machine("agrees", 0.5, "m2")
    assert (undone.judgement, undone.by, undone.at, undone.machine) == (None, "Ann", "2025-12-11T00:00:00Z", None)
    assert (first.judgement.note, first.stands, first.blind) == ("Two piers.", False, True)
    assert first.machine == Machine("contradicts", 0.25, "m1")
    assert {first.a.quote, first.b.quote} == {"Rain Post fell.", "Rain Mail fell."}
    assert {first.a.outlet, first.b.outlet} == {"Post", "Mail"}


def test_pages_and_one_reviewer(writing, history):
    page = find_history(writing, limit=2)
    rest = find_history(writing, limit=2, cursor=page.next_cursor)
    assert [one.by for one in (*page.items, *rest.items)] == ["Tom", "Ann", "Ann"]
    assert rest.next_cursor is None
    assert [one.at for one in find_history(writing, limit=9, reviewer="Tom").items] == ["2025-12-12T00:00:00Z"]
    assert find_history(writing, limit=9, reviewer="Eve").items == ()
    with pytest.raises(BadInputError, match="is not a cursor"):
        find_history(writing, limit=2, cursor="rubbish")


def test_only_what_stands_is_counted(writing, history):
    assert [one.judgement.verdict for one in find_standing_history(writing)] == ["agrees"]
    undo_judgement(writing, history, undone_at=AT)
    assert find_standing_history(writing) == []


def test_a_row_of_before_the_verdict_was_kept_knows_nothing_of_the_machine(writing, history):
    unknown = {"machine_relation": None, "machine_confidence": None, "machine_model": None}
    writing.execute(judgements.update().values(unknown))
    assert [one.machine for one in find_standing_history(writing)] == [None]
