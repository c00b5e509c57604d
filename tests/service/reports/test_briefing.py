"""The briefing of a small store: what stands in which part, what was not found where, and in which order."""

import csv
import io
import json
from pathlib import Path

import pytest
from sqlalchemy import update

from models.base import Appraisal, ExtractedClaim, Span, Speaker
from service.domain.articles import Article, PublicationTime
from service.domain.comparisons import Judgement, Verdict, pair_id
from service.domain.reasons import Reason
from service.reports.page import make_environment
from service.reports.renderings import FORMATS, render
from service.reports.values import BRIEFING, ReportFilter
from service.reports.views import find_report
from service.store import schema
from service.store.articles import add_article
from service.store.claims import add_claims
from service.store.comparisons import NewComparison, add_comparisons
from service.store.judgements import add_judgement
from service.store.opening import open_store

AT = "2026-03-01T08:00:00+00:00"
GOLDEN = Path(__file__).parent / "golden" / "briefing.md"

CLOSED = "The harbour bridge was closed on Monday, the port said."
SHUT = "On Monday the port shut the harbour bridge."
OPEN = "The harbour bridge stayed open all week."
SIX = "Mending the bridge takes six weeks."
NINE = "Mending the bridge takes nine weeks."
DIVERS = "Divers looked at the bridge in March."
LOUD = "The bridge is an ugly thing, Ilse Brandt said."
BUSES = "Buses crossed another bridge."
PRAISE = "The council welcomed the bridge plan."
BLAME = "The council condemned the bridge plan."
TITLE = "=The bridge, *again*"

ARTICLES = [
    ("Harbour Post", "2026-02-01", (CLOSED, SIX, PRAISE), "en"),
    ("Tarn Courier", "2026-02-02", (SHUT, BLAME), "en"),
    ("Eskil News", "2026-02-03", (OPEN, DIVERS, LOUD), "en"),
    ("Sable Times", "2026-02-04", (CLOSED.replace("Monday", "Tuesday"), NINE), "en"),
    ("Le Littoral", "2026-02-05", ("Le bridge reste ouvert.",), "fr"),
    ("Garden Mail", "2026-02-05", ("Roses bloom early.",), "en"),
    ("Northgate Post", "2026-02-06", (BUSES,), "en"),
]
PAIRS = [
    (CLOSED, SHUT, "agrees", 0.9, None),
    (CLOSED, OPEN, "contradicts", 0.8, None),
    (SHUT, OPEN, "contradicts", 0.7, None),
    (SIX, NINE, "changed", 0.6, None),
    (PRAISE, BLAME, "framing", 0.7, None),
    (CLOSED, CLOSED.replace("Monday", "Tuesday"), "agrees", 0.95, None),
    (LOUD, OPEN, "agrees", 0.1, None),
]


def claim(text, quote):
    start = text.index(quote)
    speaker = Speaker("Ilse Brandt", "harbour master", "Brandt", 0, 6, "said") if "Brandt" in quote else None
    word = next((word for word in ("welcomed", "condemned") if word in quote), None)
    kind = "opinion" if "ugly" in quote else "fact"
    made = ()
    if word:
        at = start + quote.index(word)
        evaluation = "welcomes" if word == "welcomed" else "condemns"
        made = (Appraisal("The council", evaluation, "the bridge plan", word, at, at + len(word)),)
    return ExtractedClaim(
        start, start + len(quote), quote, quote, speaker, "asserts", kind, 0.5 + len(quote) / 1000, made
    )


def verdict(relation, confidence, one_origin):
    reason = Reason("Both name “bridge”.", (Span(0, 3),), (Span(4, 7),))
    relations = {relation: confidence}
    return Verdict(relation, confidence, relations, 0.7, None, None, (reason,), "made-up", one_origin=one_origin)


def fill(store, *, backwards=False):
    """The articles and pairs, in either order; Harbour Post and Sable Times are copies of one text."""
    ids = {}
    with store.writing() as connection:
        for outlet, day, quotes, language in ARTICLES[::-1] if backwards else ARTICLES:
            text = " ".join(quotes)
            article = Article(
                text=text, outlet=outlet, url=f"https://{outlet.split()[0].lower()}.example/bridge",
                title="Roses" if outlet == "Garden Mail" else TITLE, published=PublicationTime(day), language=language,
            )  # fmt: skip
            stored = add_article(connection, article, received_at=AT)
            ids |= dict(
                zip(quotes, add_claims(connection, stored, [claim(text, quote) for quote in quotes]), strict=True)
            )
        copies = schema.articles.c.outlet.in_(("Harbour Post", "Sable Times"))
        connection.execute(update(schema.articles).where(copies).values(text_group=9 if backwards else 1))
        rows = [NewComparison(*sorted((ids[a], ids[b])), verdict(*about)) for a, b, *about in PAIRS]
        add_comparisons(connection, rows[::-1] if backwards else rows, recorded_at=AT)
        judged = Judgement("contradicts", "rang the port", "R. Osei", "2026-02-09T09:00:00+00:00")
        add_judgement(connection, pair_id(ids[SHUT], ids[OPEN]), judged)
    return ids


@pytest.fixture
def store(tmp_path):
    with open_store(f"sqlite:///{tmp_path}/crossclaim.db") as opened:
        fill(opened)
        yield opened


def brief(store, kind="briefing", topic="bridge", least=lambda _: 0.4, **wanted):
    with store.reading() as connection:
        return find_report(connection, kind, ReportFilter(topic=topic, **wanted), generated_at=AT, least=least)


def part_of(report, kind):
    return next(part for part in report.parts if part.kind == kind)


def test_a_briefing_is_the_other_reports_in_their_order(store):
    report = brief(store)
    assert tuple(part.kind for part in report.parts) == BRIEFING
    for part in report.parts:
        alone = brief(store, part.kind)
        assert (part.singles, part.coverage) == (alone.singles, alone.coverage)
        if part.kind != "agreements":  # these are told by statement, not pair by pair
            assert part.items == alone.items


def test_agreements_count_outlets_and_origins(store):
    counted = [(item.outlets, item.origins) for item in brief(store, "agreements").items]
    assert counted == [(2, 2), (2, 1)]


def test_a_briefing_tells_an_agreed_statement_once_with_all_its_outlets(store):
    part = part_of(brief(store), "agreements")
    (item,) = part.items
    assert (item.outlets, item.origins, len(item.folded)) == (3, 2, 1)
    assert {item.a.claim.said.quote, item.b.claim.said.quote} == {CLOSED, SHUT}
    assert [claim.source.outlet for claim in item.also] == ["Sable Times"]
    assert (part.counts.pairs, part.counts.shown, part.counts.joined) == (1, 1, 1)
    assert not any(item.also for item in brief(store, "agreements").items)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_form_of_a_briefing_names_who_else_tells_a_statement(store, form):
    text = render(brief(store), form)
    if form == "json":
        (item,) = json.loads(text)["parts"][0]["items"]
        assert [claim["outlet"] for claim in item["also"]] == ["Sable Times"]
    elif form == "csv":
        rows = [row for row in csv.DictReader(io.StringIO(text)) if row["part"] == "agreements"]
        assert [row["also_told_by"] for row in rows] == ["Sable Times"]
    else:
        assert "Also told by" in text
        assert "Also told by" not in render(brief(store, "agreements"), form)


def test_a_claim_of_one_origin_is_single_and_one_that_others_speak_to_is_not(store):
    quotes = [single.side.claim.said.quote for single in part_of(brief(store), "single-source").singles]
    # Facts first; SIX and NINE stand in copies of one text; LOUD, an opinion, agrees too unsurely.
    assert quotes == [DIVERS, NINE, SIX, BUSES, "Le bridge reste ouvert.", LOUD]
    sure = [one.side.claim.said.quote for one in brief(store, "single-source", least=lambda _: 0.05).singles]
    assert LOUD not in sure


def test_the_limit_cuts_and_the_count_is_honest(store):
    part = brief(store, "single-source", limit=1)
    assert (len(part.singles), part.counts.shown, part.counts.claims) == (1, 1, 6)


def test_who_reports_a_statement_and_in_which_outlets_it_was_not_found(store):
    (statement,) = part_of(brief(store), "coverage").coverage
    told = {telling.claim.source.outlet for telling in statement.tellings}
    assert told == {"Harbour Post", "Tarn Courier", "Sable Times"}
    assert statement.disputed == ("Eskil News",)
    assert statement.not_found == ("Northgate Post",)  # Garden Mail has not the topic, Le Littoral is in French
    assert (statement.outlets, statement.origins) == (3, 2)


def test_an_outlet_that_was_asked_for_does_not_hide_the_others(store):
    part = brief(store, "coverage", outlet="Eskil News")
    assert [statement.not_found for statement in part.coverage] == [("Northgate Post",)]


def test_without_a_topic_nobody_can_be_expected_to_report_anything(store):
    part = brief(store, "coverage", topic=None)
    assert part.coverage == ()
    assert "Name a topic" in render(part, "markdown")


def test_a_less_than_probable_agreement_is_near_and_neither_found_nor_not_found(store):
    with store.writing() as connection:
        ids = {row.quote: row.id for row in connection.execute(schema.claims.select())}
        row = NewComparison(*sorted((ids[SHUT], ids[BUSES])), verdict("agrees", 0.45, None))
        add_comparisons(connection, [row], recorded_at=AT)
    (statement,) = brief(store, "coverage").coverage
    assert (statement.near, statement.not_found) == (("Northgate Post",), ())


def test_views_that_some_outlets_carry_and_others_do_not(store):
    matrix = part_of(brief(store), "framings").matrix
    assert matrix.evaluations == ("welcomes", "condemns")
    assert [(row.outlet, [len(cell) for cell in row.cells]) for row in matrix.rows] == [
        ("Harbour Post", [1, 0]), ("Tarn Courier", [0, 1]),
    ]  # fmt: skip
    assert {(view.evaluation, view.found, view.not_found) for view in matrix.views} == {
        ("welcomes", ("Harbour Post",), ("Tarn Courier",)), ("condemns", ("Tarn Courier",), ("Harbour Post",)),
    }  # fmt: skip
    assert brief(store, "framings", topic=None).matrix.views == ()


def test_what_has_changed_is_told_in_time_with_its_marks_on_the_right_side(store):
    (item,) = part_of(brief(store), "changed").items
    assert (item.a.claim.said.quote, item.b.claim.said.quote) == (SIX, NINE)
    first, second = item.comparison.verdict.highlights
    assert item.highlights == ((first, second) if item.comparison.a.id == item.a.claim.id else (second, first))


@pytest.mark.parametrize(("form", "words"), [
    ("markdown", "was closed on ~~Monday,~~ **Tuesday,** the port said."),
    ("html", "was closed on <del>Monday,</del> <ins>Tuesday,</ins> the port said."),
])  # fmt: skip
def test_copies_that_differ_are_edits_of_one_text(store, form, words):
    assert words in render(brief(store, "agreements"), form)


def test_a_judgement_is_shown_as_one_in_every_form(store):
    report = brief(store)
    assert "Judged “contradicts” by R. Osei" in render(report, "markdown").replace("\\", "")
    assert "Judged “contradicts” by R. Osei" in render(report, "html")
    items = json.loads(render(report, "json"))["parts"][1]["items"]
    assert [item["judgement"] and item["judgement"]["judged_by"] for item in items] == ["R. Osei", None]
    rows = csv.DictReader(io.StringIO(render(report, "csv")))
    assert [row["judged_by"] for row in rows if row["part"] == "contradictions"] == ["R. Osei", ""]


def test_every_line_of_the_csv_has_its_part_and_is_no_formula(store):
    rows = list(csv.DictReader(io.StringIO(render(brief(store), "csv"))))
    assert {row["part"] for row in rows} == set(BRIEFING)
    assert {row["status"] for row in rows if row["part"] == "coverage"} == {"found", "disputed", "not found"}
    assert all(row["a_title"] in ("", f"'{TITLE}") for row in rows)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_same_store_in_another_order_gives_the_same_text(store, tmp_path, form):
    with open_store(f"sqlite:///{tmp_path}/other/crossclaim.db") as other:
        fill(other, backwards=True)
        assert render(brief(other), form) == render(brief(store), form)


def test_the_time_of_making_stands_in_the_head_alone(store):
    head, *parts = render(brief(store), "markdown").split("\n## ")
    assert "1 March 2026" in head
    assert not [part for part in parts if "1 March 2026" in part]
    assert render(brief(store), "json").count(AT) == 1


def test_the_briefing_reads_as_it_was_read_before(store):
    assert render(brief(store), "markdown") == GOLDEN.read_text("utf-8")


def test_a_page_may_show_some_of_the_tellers_and_says_how_many_more_there_are(store):
    part = part_of(brief(store), "agreements")
    content = make_environment().get_template("sections.html").module.content
    whole, short, enough = (str(content(part, True, most)) for most in (None, 0, 1))
    assert "Sable Times</bdi></span>" in whole
    assert whole == enough
    assert "Sable Times</bdi></span>" not in short
    assert "and 1 more, in the files of this report" in short
