"""Facts kept in step with articles, comparisons and judgements; and told as they were at any time."""

import pytest

from service.domain.articles import Article, PublicationTime
from service.errors import BadInputError, NotFoundError
from service.flows.fact_story import find_fact_story
from service.flows.facts import ensure_facts, rebuild_facts
from service.flows.ingest import accept
from service.flows.review import judge_comparison, undo
from service.flows.takedown import take_down
from service.store.comparisons import ComparisonFilter, find_comparisons
from service.store.fact_changes import find_rule, mark_stale
from service.store.facts import FactFilter, cursor_after_fact, find_fact, find_facts, find_facts_of

CLOSED = "The harbour bridge was closed to all lorries on Monday."
SHUT = "The harbour bridge was closed to lorries on Monday, the town said."
OPEN = "The harbour bridge was open to all lorries on Monday."
OTHER = "The council will meet again on Tuesday evening."


def article(text, outlet, day="2025-12-08", **more):
    return Article(text, outlet=outlet, given_id="1", published=PublicationTime(day), **more)


@pytest.fixture
def clock(monkeypatch):
    """A clock that the test turns; every look at it is a microsecond later."""

    class Clock:
        day, ticks = "2026-01-01", 0

        def __call__(self):
            self.ticks += 1
            return f"{self.day}T12:00:00.{self.ticks:06}Z"

    clock = Clock()
    flows = ("compare", "facts", "ingest", "review", "takedown")
    for name in (*(f"service.flows.{flow}.now" for flow in flows), "service.store.times.now"):
        monkeypatch.setattr(name, clock)
    return clock


@pytest.fixture
def add(workspace, settle):
    def added(*articles):
        accepted = accept(workspace, articles)
        settle()
        return [one.article_id for one in accepted]

    return added


def facts(workspace, **wanted):
    with workspace.store.reading() as connection:
        return find_facts(connection, FactFilter(**wanted))


def pairs(workspace, relation=None):
    with workspace.store.reading() as connection:
        return find_comparisons(connection, ComparisonFilter(relation=relation))


def outlets(workspace, fact):
    story = find_fact_story(workspace, fact.id)
    return [member.claim.source.outlet for member in story.members]


def test_two_articles_that_agree_make_a_fact_and_one_that_contradicts_disputes_it(workspace, add):
    add(article(CLOSED, "Gazette"))
    assert facts(workspace) == []
    add(article(SHUT, "Mail"))
    (fact,) = facts(workspace)
    assert set(outlets(workspace, fact)) == {"Gazette", "Mail"}
    assert (fact.standing.origins, fact.standing.outlets, fact.standing.flags) == (2, 2, ())
    add(article(OPEN, "Courier"))
    (disputed,) = facts(workspace)
    assert disputed.id == fact.id
    assert disputed.standing.flags == ("disputed",)
    story = find_fact_story(workspace, fact.id)
    assert {one.other.said.quote for one in story.disputes} == {OPEN}
    assert story.since("disputed") == story.standings[-1].at > story.standings[0].at
    assert (story.since("changed"), story.series) == (None, None)


def test_two_claims_of_one_article_are_no_fact(workspace, add):
    add(article(f"{CLOSED} {SHUT}", "Gazette"))
    assert facts(workspace) == []


def test_one_text_of_two_outlets_is_one_origin(workspace, add):
    add(article(CLOSED, "Gazette"), article(CLOSED, "Mail"))
    (fact,) = facts(workspace)
    assert (fact.standing.outlets, fact.standing.origins) == (2, 1)
    assert facts(workspace, min_origins=2) == []


def test_an_article_that_goes_on_otherwise_withdraws_and_may_say_it_again(workspace, add):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"))
    add(article(OTHER, "Gazette"))
    (fact,) = facts(workspace, flag="withdrawn")
    assert (fact.standing.claims, fact.standing.origins, fact.claim.said.quote) == (2, 1, SHUT)
    story = find_fact_story(workspace, fact.id)
    assert [(member.claim.said.quote, member.said) for member in story.members] == [(SHUT, True), (CLOSED, False)]
    assert [(entry.kind, entry.claim.source.outlet) for entry in story.history][-1] == ("withdrawn", "Gazette")
    add(article(CLOSED, "Gazette"))
    (again,) = facts(workspace)
    assert (again.id, again.standing.flags, again.standing.origins) == (fact.id, (), 2)
    assert [entry.kind for entry in find_fact_story(workspace, fact.id).history][-2:] == ["withdrawn", "returned"]


def test_a_dispute_ends_when_the_other_side_withdraws(workspace, add):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(OPEN, "Courier"))
    assert facts(workspace, flag="disputed")
    add(article(OTHER, "Courier"))
    assert facts(workspace, flag="disputed") == []
    assert find_fact_story(workspace, facts(workspace)[0].id).disputes == ()


def test_a_judgement_splits_and_its_undoing_gives_the_fact_back(workspace, add):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"))
    (fact,) = facts(workspace)
    (pair,) = pairs(workspace, "agrees")
    judge_comparison(workspace, pair.id, verdict="contradicts")
    assert facts(workspace) == []
    with workspace.store.reading() as connection:
        ended = find_fact(connection, fact.id)
    assert ended.ended_at is not None and ended.merged_into is None
    undo(workspace, pair.id)
    assert [one.id for one in facts(workspace)] == [fact.id]
    events = [event.kind for event in find_fact_story(workspace, fact.id).events]
    assert events == ["formed", "dissolved", "restored"]


def test_a_dismissed_contradiction_disputes_nothing_any_more(workspace, add):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(OPEN, "Courier"))
    for pair in pairs(workspace, "contradicts"):
        judge_comparison(workspace, pair.id, verdict="not_worth")
    (fact,) = facts(workspace)
    assert fact.standing.flags == ()
    assert find_fact_story(workspace, fact.id).disputes == ()


def test_a_person_joins_two_facts_and_the_old_id_answers_with_where_it_went(workspace, make_two):
    make_two("framing", "A fire broke out on the pier.", "A fire broke out on the ferry.")
    one, two = facts(workspace)
    pair, *_ = pairs(workspace, "framing")
    judge_comparison(workspace, pair.id, verdict="agrees")
    (left,) = facts(workspace)
    (gone,) = {one.id, two.id} - {left.id}
    assert set(outlets(workspace, left)) == set("ABCD")
    with workspace.store.reading() as connection:
        assert find_fact(connection, gone).merged_into == left.id
    events = find_fact_story(workspace, left.id).events
    assert [(event.kind, event.other) for event in events] == [("formed", None), ("absorbed", gone)]
    undo(workspace, pair.id)
    assert {one.id for one in facts(workspace)} == {left.id, gone}
    events = find_fact_story(workspace, gone).events
    assert [(event.kind, event.other) for event in events][-2:] == [("merged", left.id), ("restored", left.id)]


def test_as_of_tells_what_was_known_then(workspace, add, clock):
    add(article(CLOSED, "Gazette", "2025-01-01"), article(SHUT, "Mail", "2025-01-02"))
    (fact,) = facts(workspace)
    clock.day = "2026-01-05"
    add(article(OPEN, "Courier", "2025-01-01"))
    clock.day = "2026-01-09"
    add(article(OTHER, "Gazette", "2025-01-03"))
    first, second, third = (
        find_fact_story(workspace, fact.id, as_of=day) for day in ("2026-01-01", "2026-01-05", "2026-01-09")
    )
    assert [story.fact.standing.flags for story in (first, second, third)] == [
        (),
        ("disputed",),
        ("disputed", "withdrawn"),
    ]
    assert [len(story.disputes) for story in (first, second)] == [0, 2]
    assert [[member.said for member in story.members] for story in (first, third)] == [[True, True], [True, False]]
    assert (len(first.history), len(third.history)) == (2, 3)
    with pytest.raises(NotFoundError, match="was not known yet as of 2025-12-31"):
        find_fact_story(workspace, fact.id, as_of="2025-12-31")
    with pytest.raises(BadInputError, match="is not a time"):
        find_fact_story(workspace, fact.id, as_of="soon")


def test_as_of_a_time_before_it_a_judgement_is_not_told(workspace, add, clock):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(OPEN, "Courier"))
    fact = next(one for one in facts(workspace) if one.claim.said.quote != OPEN)
    clock.day = "2026-01-05"
    for pair in pairs(workspace, "contradicts"):
        judge_comparison(workspace, pair.id, verdict="contradicts", judged_by="Ada")
    told = {day: find_fact_story(workspace, fact.id, as_of=day).disputes for day in ("2026-01-01", "2026-01-05")}
    assert [one.judgement for one in told["2026-01-01"]] == [None, None]
    assert [one.judgement.judged_by for one in told["2026-01-05"]] == ["Ada", "Ada"]


def test_a_takedown_takes_its_claims_and_words_out_of_the_fact(workspace, add):
    gazette, *_ = add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(CLOSED, "Courier"))
    (fact,) = facts(workspace)
    take_down(workspace, gazette)
    (left,) = facts(workspace)
    assert (left.id, set(outlets(workspace, left)), left.standing.claims) == (fact.id, {"Mail", "Courier"}, 2)
    history = find_fact_story(workspace, fact.id).history
    assert {entry.claim.source.outlet for entry in history} == {"Mail", "Courier"}


def test_a_fact_ends_with_its_last_pair_and_goes_with_its_last_article(workspace, add):
    gazette, mail = add(article(CLOSED, "Gazette"), article(SHUT, "Mail"))
    (fact,) = facts(workspace)
    take_down(workspace, gazette)
    story = find_fact_story(workspace, fact.id)
    assert story.fact.ended_at is not None
    assert (story.members, [entry.kind for entry in story.history]) == ((), ["reported", "left"])
    take_down(workspace, mail)
    with pytest.raises(NotFoundError, match="No fact is stored"):
        find_fact_story(workspace, fact.id)


def test_facts_are_narrowed_and_paged(workspace, add):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail", "2025-12-10"), article(OPEN, "Courier"))
    add(article(OPEN + " It rained.", "Times"))
    assert len(facts(workspace)) == 2
    assert len(facts(workspace, outlet="Mail")) == len(facts(workspace, since="2025-12-09")) == 1
    assert facts(workspace, outlet="Mail", until="2025-12-08") == []
    assert (len(facts(workspace, topic="lorries")), facts(workspace, topic="volcano")) == (2, [])
    first = facts(workspace, limit=1)
    rest = facts(workspace, limit=9, cursor=cursor_after_fact(first[0]))
    assert first + rest == facts(workspace)


def test_a_store_of_before_there_were_facts_gets_them_once(workspace, add):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(OPEN, "Courier"))
    before = facts(workspace)
    with workspace.store.writing() as connection:
        for table in ("fact_events", "fact_standings", "fact_members", "facts"):
            connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
        connection.exec_driver_sql("DELETE FROM marks WHERE name = 'facts'")
    ensure_facts(workspace)
    (found,) = facts(workspace)
    assert (found.standing, found.claim) == (before[0].standing, before[0].claim)
    with workspace.store.reading() as connection:
        assert find_rule(connection) is not None
    ensure_facts(workspace)
    assert facts(workspace) == [found]


def test_rebuilding_changes_nothing_that_is_right_and_mends_what_is_not(workspace, add):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"))
    (fact,) = facts(workspace)
    assert rebuild_facts(workspace) == 1
    assert facts(workspace) == [fact]
    with workspace.store.writing() as connection:
        connection.exec_driver_sql("UPDATE fact_members SET until = '2026' WHERE number = 1")
        connection.exec_driver_sql("UPDATE facts SET origins = 9")
    rebuild_facts(workspace)
    (mended,) = facts(workspace)
    assert (mended.id, mended.standing) == (fact.id, fact.standing)
    assert set(outlets(workspace, mended)) == {"Gazette", "Mail"}


def test_other_thresholds_find_the_facts_anew(workspace, add):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"))
    workspace.settings = workspace.settings.model_copy(update={"shown_from": 0.99})
    ensure_facts(workspace)
    assert facts(workspace) == []


@pytest.fixture
def nothing_said(monkeypatch):
    """Nothing is substantial but what is said of lorries."""
    monkeypatch.setattr("service.flows.facts.is_substantial", lambda claim: "lorries" in claim.said.text)


@pytest.mark.usefixtures("nothing_said")
def test_what_says_too_little_is_no_fact_until_a_person_says_that_it_agrees(workspace, add):
    add(article("The old harbour bridge was closed.", "Gazette"), article("The harbour bridge was closed.", "Mail"))
    assert facts(workspace) == []
    (pair,) = pairs(workspace, "agrees")
    judge_comparison(workspace, pair.id, verdict="agrees")
    assert [fact.standing.outlets for fact in facts(workspace)] == [2]


@pytest.mark.usefixtures("nothing_said")
def test_what_says_too_little_does_not_join_the_fact_of_others(workspace, add):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article("The harbour bridge was closed.", "Courier"))
    (fact,) = facts(workspace)
    assert set(outlets(workspace, fact)) == {"Gazette", "Mail"}


def test_facts_of_an_earlier_rule_that_say_too_little_end_when_the_store_is_opened(workspace, add, monkeypatch):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"))
    monkeypatch.setattr("service.flows.facts.is_substantial", lambda _: False)
    monkeypatch.setattr("service.flows.facts.RULE", "later")
    ensure_facts(workspace)
    assert facts(workspace) == []


def test_only_a_contradiction_that_is_shown_or_that_a_person_confirms_disputes(workspace, add):
    workspace.settings = workspace.settings.model_copy(update={"contradictions_from": 0.99})
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(OPEN, "Courier"))
    (fact,) = facts(workspace)
    assert fact.standing.flags == ()
    pair, *_ = pairs(workspace, "contradicts")
    assert pair.verdict.confidence < 0.99
    judge_comparison(workspace, pair.id, verdict="contradicts")
    assert facts(workspace)[0].standing.flags == ("disputed",)
    undo(workspace, pair.id)
    assert facts(workspace)[0].standing.flags == ()
    workspace.settings = workspace.settings.model_copy(update={"contradictions_from": 0.15})
    ensure_facts(workspace)
    assert facts(workspace)[0].standing.flags == ("disputed",)


def test_the_order_in_which_articles_come_makes_no_other_facts(workspace, add):
    for text, name in ((OPEN, "C"), (SHUT, "B"), (OPEN + " It rained.", "D"), (CLOSED, "A"), (CLOSED, "E")):
        add(article(text, name))
    assert sorted(sorted(outlets(workspace, fact)) for fact in facts(workspace)) == [["A", "B", "E"], ["C", "D"]]


def test_values_that_move_are_a_series_with_their_sources(workspace, make_two):
    make_two("changed", "At least 12 people were hurt in the fire.", "At least 19 people were hurt in the fire.")
    early, late = sorted(facts(workspace), key=lambda fact: fact.claim.said.quote)
    assert (early.standing.flags, late.standing.flags) == (("changed",), ("changed",))
    for fact in (early, late):
        series = find_fact_story(workspace, fact.id).series
        assert series.moves
        shown = [(p.date, p.low, p.station) for p in series.points]
        assert shown == [("2025-12-08", 12, 0)] * 2 + [("2025-12-10", 19, 1)] * 2
        assert {p.claim.source.outlet for p in series.points} == set("ABCD")
        assert {p.fact_id for p in series.points} == {early.id, late.id}


@pytest.fixture
def make_two(workspace, add, monkeypatch):
    """Two outlets with each of two texts, between which a model sees this relation."""

    def make(relation, before, after):
        model = type(workspace.pair_model)
        monkeypatch.setattr(model, "_relation", lambda _, a, b: "agrees" if a == b else relation)
        monkeypatch.setattr(model, "_entailment", lambda self, _: self._sure(3, 1))
        add(article(before, "A"), article(before, "B"))
        add(article(after, "C", "2025-12-10"), article(after, "D", "2025-12-10"))

    return make


def test_copies_that_are_found_later_count_the_origins_again(workspace, add):
    gazette, _ = add(article(CLOSED, "Gazette"), article(SHUT, "Mail"))
    with workspace.store.writing() as connection:
        connection.exec_driver_sql("UPDATE articles SET text_group = 1")
        mark_stale(connection, [gazette])
    add(article(OTHER, "Courier"))
    assert [fact.standing.origins for fact in facts(workspace)] == [1]


def test_no_claim_is_in_two_facts(workspace, add):
    add(*(article(text, name) for text, name in ((CLOSED, "A"), (SHUT, "B"), (OPEN, "C"), (OPEN + " It rained.", "D"))))
    with workspace.store.reading() as connection:
        rows = connection.exec_driver_sql("SELECT claim_id FROM fact_members WHERE until IS NULL").scalars().all()
        assert len(rows) == len(set(rows)) == 4
        assert find_facts_of(connection, rows).keys() == set(rows)


def between(workspace, *outlets):
    """The pair of claims of two outlets."""
    return next(one for one in pairs(workspace) if {one.a.source.outlet, one.b.source.outlet} == set(outlets))


def test_a_judgement_of_one_pair_dissolves_the_fact_of_its_copies_too(workspace, add):
    """Claims of the copies are looked at too, not only those of the pair that was judged."""
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(CLOSED, "Star"), article(SHUT, "Echo"))
    (fact,) = facts(workspace)
    assert set(outlets(workspace, fact)) == {"Gazette", "Mail", "Star", "Echo"}
    judge_comparison(workspace, between(workspace, "Gazette", "Mail").id, verdict="contradicts")
    assert {frozenset(outlets(workspace, one)) for one in facts(workspace)} == {
        frozenset({"Gazette", "Star"}),
        frozenset({"Mail", "Echo"}),
    }
    assert {one.standing.flags for one in facts(workspace)} == {("disputed",)}
    undo(workspace, between(workspace, "Star", "Echo").id)
    (again,) = facts(workspace)
    assert (again.standing.claims, again.standing.flags) == (4, ())


def test_a_dismissal_of_one_pair_ends_the_dispute_over_its_copies_and_a_takedown_brings_it_back(workspace, add):
    ids = add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(OPEN, "Courier"), article(OPEN, "Star"))
    agreed = next(one for one in facts(workspace) if one.claim.said.quote != OPEN)
    for outlet in ("Gazette", "Mail"):
        judge_comparison(workspace, between(workspace, outlet, "Courier").id, verdict="not_worth")
    assert facts(workspace, flag="disputed") == []
    take_down(workspace, ids[2])
    assert [one.id for one in facts(workspace, flag="disputed")] == [agreed.id]
    story = find_fact_story(workspace, agreed.id)
    assert {one.other.source.outlet for one in story.disputes} == {"Star"}


def test_facts_kept_in_step_are_those_that_are_found_anew(workspace, add):
    add(article(CLOSED, "Gazette"), article(SHUT, "Mail"), article(CLOSED, "Star"), article(OPEN, "Echo"))
    judge_comparison(workspace, between(workspace, "Star", "Echo").id, verdict="agrees")
    before = [(one.id, one.standing) for one in facts(workspace)]
    rebuild_facts(workspace)
    assert [(one.id, one.standing) for one in facts(workspace)] == before


@pytest.fixture
def credulous(workspace, monkeypatch):
    """A model that takes every pair for an agreement."""
    model = type(workspace.pair_model)
    monkeypatch.setattr(model, "_relation", lambda *_: "agrees")
    monkeypatch.setattr(model, "_entailment", lambda self, _: self._sure(3, 1))


@pytest.mark.usefixtures("credulous")
def test_opposites_that_the_model_takes_for_agreement_are_two_facts(workspace, add):
    add(*(article(text, name) for text, name in ((CLOSED, "A"), (SHUT, "B"), (OPEN, "C"), (OPEN + " It rained.", "D"))))
    assert between(workspace, "A", "C").relation == "agrees"
    assert sorted(sorted(outlets(workspace, fact)) for fact in facts(workspace)) == [["A", "B"], ["C", "D"]]


@pytest.mark.usefixtures("credulous")
def test_a_negation_on_another_point_leaves_one_fact(workspace, add):
    add(article(CLOSED, "A"), article(SHUT, "B"), article(CLOSED[:-1] + ", although no one was hurt.", "C"))
    assert [sorted(outlets(workspace, fact)) for fact in facts(workspace)] == [["A", "B", "C"]]


@pytest.mark.usefixtures("credulous")
def test_a_person_who_says_that_opposites_agree_is_obeyed(workspace, add):
    add(article(CLOSED, "A"), article(OPEN, "B"))
    assert facts(workspace) == []
    judge_comparison(workspace, between(workspace, "A", "B").id, verdict="agrees")
    assert [sorted(outlets(workspace, fact)) for fact in facts(workspace)] == [["A", "B"]]
    undo(workspace, between(workspace, "A", "B").id)
    assert facts(workspace) == []


@pytest.mark.usefixtures("credulous")
@pytest.mark.parametrize(
    ("then", "told"),
    [
        ("It does not.", []),
        ("That is untrue.", []),
        ("They did not know.", []),
        ("It does not say when the bridge opens again.", [["A", "B"]]),
        ("It was a cold day.", [["A", "B"]]),
    ],
)
def test_a_claim_that_its_own_article_rejects_confirms_nothing(workspace, add, then, told):
    add(article("The mayor said that the plan closes the bridge to all lorries.", "A"))
    add(article(f"The mayor claimed that the plan closes the bridge to all lorries. {then}", "B"))
    shown = [sorted(set(outlets(workspace, fact))) for fact in facts(workspace)]
    assert [one for one in shown if one == ["A", "B"]] == told
