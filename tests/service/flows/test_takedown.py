"""After a takedown no process remembers a word of the article."""

import gc
import sys

import pytest

from models.remembering import forget_all
from service.comparing.reading import read as read_statement
from service.domain.articles import Article, PublicationTime
from service.domain.claims import Statement
from service.flows.ingest import accept
from service.flows.query import query
from service.flows.takedown import take_down
from service.reports.renderings import render
from service.reports.values import ReportFilter
from service.reports.views import find_report

WORD = "Zanzibarite"
TEXT = (
    f"The {WORD} minister Ada {WORD} said on Monday that 40 {WORD} ships were closed to all lorries. "
    f"Moscow condemned the {WORD} shift. It was not open."
)


def remembering():
    """The functions of ours that remember something of the article, by name."""
    ours = {name: module for name, module in sys.modules.items() if name.split(".")[0] in ("models", "service")}
    functions = [one for module in ours.values() for one in vars(module).values() if type(one) is type(read_statement)]
    return {
        f"{one.__module__}.{one.__name__}"
        for one in functions
        if one.__module__ in ours and WORD.casefold() in repr(gc.get_referents(one)).casefold()
    }


@pytest.fixture
def read(workspace, settle):
    """Takes the article in beside one much like it, asks about it, and reports on it; gives its id."""
    forget_all()
    other = Article(TEXT.replace(WORD, "Harbour"), outlet="Mail", published=PublicationTime("2025-12-08"))
    article = Article(TEXT, outlet=f"{WORD} Post", title=WORD, url=f"https://a.example/{WORD}", origin=WORD)
    accept(workspace, [article, other])
    settle()
    query(workspace, Statement(f"The {WORD} ships were open to all lorries."))
    for kind in ("briefing", "framings", "contradictions", "agreements"):
        with workspace.store.reading() as connection:
            report = find_report(connection, kind, ReportFilter(), generated_at="2025-12-12", least=lambda _: 0.0)
        render(report, "html")
    return article.key


def test_no_word_of_it_stays_in_memory(workspace, read):
    before = remembering()
    assert before > {
        "service.comparing.reading.read",
        "service.domain.bodies.find_bodies",
        "service.flows.copies._read",
        "service.store.claim_rows._said",
        "models.attribution_names.build_roster",
        "models.quantities._find_quantities",
    }
    take_down(workspace, read)
    assert remembering() == set()


def test_another_process_forgets_with_its_next_question(workspace, read):
    with type(workspace)(workspace.settings) as other:
        take_down(other, read)
        with other.store.reading():
            pass
    read_statement(Statement(TEXT))  # as this process would still know it
    assert remembering()
    with workspace.store.reading():
        pass
    assert remembering() == set()
