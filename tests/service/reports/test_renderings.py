"""Each rendering on one report: the words, the numbers, and text from articles that must stay text."""

import csv
import io
import json
from functools import partial

import pytest

from models.base import Span
from service.domain.reasons import Reason
from service.errors import BadInputError
from service.reports.renderings import FORMATS, render

NEVER = Reason("One side says “never”, the other has no such word.", (), (Span(10, 15),))
HOSTILE = '<script>alert("x")</script> "quoted" & =1+1'


@pytest.fixture
def contradiction(make):
    a = make.claim(
        "The ferry sank at dawn.", "Harbour Post", before="Witnesses spoke. ", after=" It was cold.",
        speaker=make.said_by("Ilse Brandt", "harbour master"), stance="reports",
    )  # fmt: skip
    b = make.claim("The ferry never sank.", "Tarn Courier", title=None, url="javascript:alert(1)")
    return make.pair(a, b, reasons=(NEVER,), confidence=0.83)


@pytest.fixture
def made(report):
    return partial(report, "contradictions")


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_form_has_both_sides_their_sources_and_the_reason(made, contradiction, form):
    text = render(made([contradiction]), form)
    words = ("The ferry sank at dawn.", "The ferry never sank.", "Harbour Post", "Tarn Courier", "Ilse Brandt")
    assert [word for word in (*words, "no such word") if word not in text] == []


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_an_empty_report_is_still_one(made, form):
    assert render(made([]), form).strip()


def test_json_holds_what_tools_need(made, contradiction):
    (item,) = json.loads(render(made([contradiction]), "json"))["items"]
    assert (item["relation"], item["confidence"]) == ("contradicts", 0.83)
    assert item["a"]["speaker"] == {"name": "Ilse Brandt", "role": "harbour master"}
    assert (item["a"]["before"], item["a"]["after"]) == ("Witnesses spoke. ", " It was cold.")


def test_json_says_where_the_words_of_the_reasons_stand(made, contradiction):
    (item,) = json.loads(render(made([contradiction]), "json"))["items"]
    assert item["highlights"] == {"a": [], "b": [[10, 15]]}
    assert item["b"]["text"][10:15] == "never"


def test_the_page_marks_the_words_of_the_reasons(made, contradiction):
    page = render(made([contradiction]), "html")
    assert "The ferry <mark>never</mark> sank." in page
    assert "<mark>The ferry sank" not in page


def test_csv_cells_are_no_formulas(made, make, contradiction):
    evil = make.pair(make.claim("=HYPERLINK(1)", "Post"), make.claim("@SUM(1)", "Mail"))
    rows = list(csv.reader(io.StringIO(render(made([contradiction, evil]), "csv"))))
    assert len(rows) == 3
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_text_from_articles_does_not_run(made, make):
    page = render(made([make.pair(make.claim(HOSTILE, HOSTILE), make.claim("No.", "Mail", title=HOSTILE))]), "html")
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_only_web_addresses_become_links(made, contradiction):
    page = render(made([contradiction]), "html")
    assert "javascript:" not in page
    assert "https://harbour.example/ferry#:~:text=" in page


def test_the_page_fetches_nothing_and_says_so(made, contradiction):
    page = render(made([contradiction]), "html")
    assert "Content-Security-Policy" in page
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
    assert not [tag for tag in ("<img", '<link rel="stylesheet"', "<iframe", "@import") if tag in page]


def test_an_unknown_form_is_refused(made, contradiction):
    with pytest.raises(BadInputError, match="no format 'pdf'"):
        render(made([contradiction]), "pdf")


@pytest.mark.parametrize(("number", "more"), [(10, False), (13, True)])
def test_pairs_within_one_article_and_withheld_ones_are_cut_where_people_read_them(made, make, number, more):
    within = [
        make.pair(*(make.claim(f"The ferry {did} {n}.", article="one") for did in ("sank", "floats")))
        for n in range(number)
    ]
    withheld = [
        make.pair(make.claim(f"It sank {n}.", "A"), make.claim(f"It floats {n}.", "B"), "related", withheld="Too old.")
        for n in range(number)
    ]
    report = made([*within, *withheld])
    for form, left in (("markdown", "And 3 more; the report as JSON"), ("html", "And 3 more; the report as JSON")):
        text = render(report, form)
        assert text.count(left) == (2 if more else 0)
        assert sum(f"It sank {n}." in text for n in range(number)) == 10
    in_json = json.loads(render(report, "json"))
    assert (len(in_json["same_article"]), len(in_json["withheld"])) == (number, number)
