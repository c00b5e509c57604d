"""What a question finds: all that it may, however much nearer the rest is, and by the same period as every list."""

import pytest

from service.domain.articles import Article, PublicationTime
from service.domain.claims import Statement
from service.errors import BadInputError
from service.flows.ingest import accept, ingest
from service.flows.neighbours import POOL
from service.flows.query import QueryFilters, find_near, query
from service.flows.reindex import encode_new
from service.store.articles import find_articles

ASKED = Statement("The harbour bridge was closed to all lorries on Monday.")


@pytest.fixture
def take(workspace, settle, monkeypatch):
    """Takes articles in without comparing them, which would take most of the time."""

    def taken(*articles):
        monkeypatch.setattr("service.worker.FLOWS", {"ingest": ingest, "compare": lambda *_: 0})
        accept(workspace, articles)
        settle()
        encode_new(workspace)

    return taken


def outlets(near):
    return [one.claim.source.outlet for one in near]


def test_what_is_unrelated_takes_nobodys_place(workspace, take, monkeypatch):
    take(
        Article("The harbour bridge was closed to all lorries on Sunday.", outlet="Gazette"),
        Article("The harbour bridge stayed shut to some lorries.", outlet="Mail"),
    )
    sees = {"Sunday": "unrelated", "shut": "related"}
    monkeypatch.setattr(
        type(workspace.pair_model), "_relation", lambda _, a, b: next(r for w, r in sees.items() if w in a + b)
    )
    monkeypatch.setattr(type(workspace.pair_model), "_entailment", lambda self, _: self._sure(3, 1))
    assert outlets(find_near(workspace, ASKED)) == ["Gazette", "Mail"]
    answer = query(workspace, ASKED, limit=1)
    assert outlets(answer.related) == ["Mail"]
    assert not answer.not_judged


def test_however_many_others_are_nearer_an_outlet_that_is_asked_for_answers(workspace, take):
    nearer = [f"The harbour bridge was closed to all lorries on day {day}." for day in range(POOL + 30)]
    take(
        Article(" ".join(nearer), outlet="Large Paper", published=PublicationTime("2025-12-08")),
        Article("The council closed the bridge.", outlet="Small Paper", published=PublicationTime("2025-12-01")),
    )
    assert "Small Paper" not in outlets(find_near(workspace, ASKED, limit=POOL))
    for filters in (
        QueryFilters(("Small Paper",)),
        QueryFilters(("Small", "Small Paper")),
        QueryFilters(until="2025-12-05"),
    ):
        assert outlets(find_near(workspace, ASKED, filters=filters)) == ["Small Paper"]
        assert outlets(query(workspace, ASKED, limit=1, filters=filters).agreements) == ["Small Paper"]
    assert find_near(workspace, ASKED, filters=QueryFilters(("Nobody's Paper",))) == []


def test_of_outlets_with_one_sentence_only_those_answer_that_were_asked_for(workspace, take):
    take(*(Article(ASKED.text, outlet=name) for name in ("Gazette", "Mail")))
    assert outlets(find_near(workspace, ASKED, filters=QueryFilters(("Mail",)))) == ["Mail"]


PERIODS = [
    {"since": "2025-12-09"},
    {"until": "2025-12-08"},
    {"since": "2025-12-08", "until": "2025-12-08"},
    {"since": "2025-12-08T12:00:00Z"},
    {"since": "2025-12-09T06:00:00+01:00"},
    {"until": "2025-12-08T12:00:00Z"},
    {"until": "2025-12"},
    {"since": "2025"},
]


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_a_period_admits_what_the_list_of_articles_has(workspace, take, period):
    times = {
        "Evening": "2025-12-08T23:30:00-05:00",
        "Morning": "2025-12-08T09:00:00Z",
        "Day": "2025-12-08",
        "Month": "2025-12",
        "Never": None,
    }
    dated = {name: PublicationTime(time) if time else None for name, time in times.items()}
    take(*(Article(ASKED.text, outlet=name, published=time) for name, time in dated.items()))
    with workspace.store.reading() as connection:
        listed = [line.outlet for line in find_articles(connection, **period).items]
    assert sorted(outlets(find_near(workspace, ASKED, filters=QueryFilters(**period)))) == sorted(listed)


def test_an_evening_in_new_york_is_the_next_day_as_everywhere(workspace, take):
    take(Article(ASKED.text, outlet="Evening", published=PublicationTime("2025-12-08T23:30:00-05:00")))
    assert outlets(find_near(workspace, ASKED, filters=QueryFilters(since="2025-12-09"))) == ["Evening"]
    assert find_near(workspace, ASKED, filters=QueryFilters(until="2025-12-08")) == []


def test_a_date_that_cannot_be_read_is_refused():
    with pytest.raises(BadInputError, match="'soon' is not a time"):
        QueryFilters(since="soon", until="2025-12-08")
