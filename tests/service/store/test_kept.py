"""What is kept of the store is what a question to it would find, after whatever happened to it."""

from contextlib import suppress
from random import Random

import pytest
from sqlalchemy import text, update

from service.domain.comparisons import RELATIONS, Judgement
from service.reports.outlets import count_outlines, pair_counted, pair_outlets
from service.store import claim_rows, outlines
from service.store.articles import add_article, remove_article
from service.store.claims import find_claims_of
from service.store.comparison_filters import ComparisonFilter
from service.store.judgements import add_judgement, undo_judgement
from service.store.kept import Kept, find_state
from service.store.opening import open_store
from service.store.outlet_pairs import count_outlet_pairs
from service.store.schema import articles, comparisons, facts, versions
from service.store.whole import _make

AT = "2025-12-12T00:00:00Z"
TOLD = ("agrees", "changed", "contradicts", "framing")


@pytest.fixture
def pair(writing, make):
    """A stored pair, and its first claim."""
    a, b = make.one(writing, "Tarn Post", "The ferry is late."), make.one(writing, "Moor Mail", "The ferry is early.")
    return make.pair(writing, a, b), a


def of(connection, outlet):
    return connection.execute(articles.select().where(articles.c.outlet == outlet)).one().id


CHANGES = {
    "an article": lambda connection, make: make.one(connection, "Volga Times", "Snow fell."),
    "a pair": lambda connection, make: make.pair(
        connection, *(find_claims_of(connection, of(connection, name))[0].id for name in ("Tarn Post", "Moor Mail"))
    ),
    "another text": lambda connection, make: add_article(
        connection, make.article("Snow fell.", "Tarn Post"), received_at=AT
    ),
    "a copy": lambda connection, _: connection.execute(update(articles).values(text_group=1)),
    "an origin": lambda connection, _: connection.execute(update(versions).values(origin="Reuters")),
    "a relation": lambda connection, _: connection.execute(update(comparisons).values(relation="agrees")),
    "a takedown": lambda connection, _: remove_article(connection, of(connection, "Tarn Post"), removed_at=AT),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_whatever_changes_claims_or_pairs_gives_another_state(writing, make, pair, change):
    state = find_state(writing)
    change(writing, make)
    assert find_state(writing) != state


def test_what_is_put_back_as_it_was_is_a_state_of_its_own(writing, pair):
    states = [find_state(writing)]
    for group in (1, None):
        writing.execute(update(articles).values(text_group=group))
        states.append(find_state(writing))
    assert len(set(states)) == 3


def test_the_same_article_again_leaves_the_state_as_it_is(writing, make, pair):
    state = find_state(writing)
    add_article(writing, make.article("The ferry is late.", "Tarn Post"), received_at=AT)
    assert find_state(writing) == state


def test_what_people_say_and_what_follows_from_it_leaves_the_state_as_it_is(writing, pair):
    state = find_state(writing)
    add_judgement(writing, pair[0], Judgement("agrees", None, "Ada", AT))
    assert writing.scalar(comparisons.select().with_only_columns(comparisons.c.holds)) == "agrees"
    undo_judgement(writing, pair[0], undone_by="Ada", undone_at=AT)
    writing.execute(update(facts).values(stale=True))
    assert find_state(writing) == state


def test_a_value_is_made_when_a_state_is_met_again_and_serves_until_it_changes(writing, make, pair, monkeypatch):
    made = []
    kept = Kept(lambda _: made.append(1) or len(made))
    assert [kept.find(writing) for _ in range(3)] == [None, 1, 1]
    make.one(writing, "Volga Times", "Snow fell.")
    assert [kept.find(writing) for _ in range(3)] == [None, 2, 2]
    kept.forget()
    assert [kept.find(writing) for _ in range(2)] == [None, 3]
    kept.forget()
    monkeypatch.setattr("service.store.kept.MOST_CLAIMS", 2)
    assert [kept.find(writing) for _ in range(3)] == [None] * 3, "three claims are too many"
    assert len(made) == 3


def test_what_a_rollback_undid_is_not_met_again(store, make):
    made = []
    kept = Kept(lambda _: made.append(1) or len(made))
    with store.reading() as connection:
        assert [kept.find(connection) for _ in range(2)] == [None, 1]
    with suppress(ZeroDivisionError), store.writing() as connection:
        make.one(connection, "Tarn Post", "Snow fell.")
        assert [kept.find(connection) for _ in range(2)] == [None, 2]
        raise ZeroDivisionError
    with store.reading() as connection:
        assert [kept.find(connection) for _ in range(2)] == [None, 3]


FILTERS = [
    {},
    {"topic": "ferry"},
    {"topic": "  "},
    {"topic": "!"},
    {"outlet": "Tarn Post"},
    {"since": "2025-12-05"},
    {"since": "2025-12-02", "until": "2025-12-08"},
    {"topic": "ferry", "outlet": "Moor Mail", "until": "2025-12-06"},
]


@pytest.mark.parametrize("seed", range(6))
def test_what_is_kept_finds_what_the_store_finds(writing, make, seed):
    draw = Random(seed)
    fill(writing, make, draw)
    whole = _make(writing)
    for wanted in FILTERS:
        sides = {name: value for name, value in wanted.items() if name != "outlet"}
        assert sorted(whole.find_marks(writing, **wanted)) == sorted(outlines.find_marks(writing, **wanted))
        known = outlines.find_marks(writing, **sides)
        for told in (TOLD, ("agrees",), ("agrees", "contradicts"), ("changed",)):
            asked = ComparisonFilter(**wanted, include_same_article=True, told_of=told)
            there = outlines.find_outlines(writing, asked, known=known)
            assert bare(whole.find_outlines(writing, asked)) == bare(there), (wanted, told)
    asked = ComparisonFilter(include_same_article=True, told_of=TOLD)
    assert any(one.judgement for one in whole.find_outlines(writing, asked))
    least = dict.fromkeys(TOLD, 0.4) | {"agrees": 0.0}
    for outlet in (None, "Tarn Post"):
        counted = count_outlines(whole.find_outlines(writing, asked), least, outlet=outlet)
        assert pair_outlets(count_outlet_pairs(writing, least, outlet=outlet)) == pair_counted(counted)
    another = ComparisonFilter(relation="agrees")
    assert bare(whole.find_outlines(writing, another)) == bare(outlines.find_outlines(writing, another))


def bare(found):
    """In one order, and without what may be said of more pairs than it has to be."""
    return sorted((one._replace(copied=True) for one in found), key=lambda one: one.id)


def fill(connection, make, draw):
    """Outlets, wires, copies, judgements of every kind on pairs of every kind, and claims that are said no more."""
    said = []
    for outlet in ("Tarn Post", "Moor Mail", "Volga Times", "Coast Radio", None):
        for number in range(2):
            quotes = draw.sample([f"The ferry carried {n} people." for n in range(4)] + ["Snow fell.", "It rained."], 3)
            about = {"origin": draw.choice([None, "Reuters", "AP"]), "url": f"https://a.example/{outlet}/{number}"}
            article = make.article(" ".join(quotes), outlet, **about)
            said += make.said(connection, article, *quotes)
    connection.execute(text("UPDATE versions SET published_key = '2025-12-0' || (number % 9 + 1)"))
    connection.execute(text("UPDATE articles SET text_group = 1 WHERE number IN (2, 5)"))
    pairs = []
    for _ in range(40):
        withheld = draw.choice([None, None, "Both name one."])
        verdict = make.verdict(
            draw.choice([*RELATIONS, None]), draw.random(), withheld=withheld, one_origin=draw.choice([None, "Both."])
        )
        pairs.append(make.pair(connection, *draw.sample(said, 2), verdict))
    for key in draw.sample(sorted(set(pairs)), 12):
        add_judgement(connection, key, Judgement(draw.choice([*RELATIONS, "false_alarm"]), None, "Ada", AT))
    add_article(connection, make.article("Nothing.", "Tarn Post", url="https://a.example/Tarn Post/0"), received_at=AT)


def test_a_takedown_by_another_process_makes_this_one_forget(url, make):
    with open_store(url) as ours, open_store(url) as theirs:
        with theirs.writing() as connection:
            make.one(connection, "Tarn Post", "Snow fell.")
            article_id = of(connection, "Tarn Post")
        with theirs.writing() as connection:
            remove_article(connection, article_id, removed_at=AT)
        with theirs.reading():
            pass
        claim_rows.name_in('{"name":"Ada Poole"}')  # as this process would still know it
        with theirs.reading():
            assert claim_rows.name_in.cache_info().currsize == 1
        with ours.reading():
            assert claim_rows.name_in.cache_info().currsize == 0
        claim_rows.name_in('{"name":"Ada Poole"}')
        with ours.reading():
            assert claim_rows.name_in.cache_info().currsize == 1, "once is enough"
