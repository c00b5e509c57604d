"""Reports: every kind can be chosen, read here, and taken away in each form."""

import csv
import io
import json
from datetime import date

import pytest

from service.reports.values import KINDS
from service.web.api.reports import PAGE_POLICY
from service.web.pages.asked import ReportAsked, ReportPageAsked
from service.web.pages.reports import attachment, file_stem


def test_all_kinds_are_offered_with_what_they_tell(see):
    page = see("/reports")
    assert page.xpath("//select[@name='kind']/option/@value") == list(KINDS)
    assert "No articles yet" in page.text_content()


@pytest.mark.usefixtures("stored")
def test_without_a_kind_the_kinds_are_explained(see, links):
    shown = links(see("/reports?kind="))
    assert [f"/reports?kind={kind}" for kind in KINDS] == [link for link in shown if link.startswith("/reports?kind")]


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_shown_and_marked_in_the_form(see, kind):
    page = see(f"/reports?kind={kind}&topic=bridge")
    assert page.xpath("//select[@name='kind']/option[@selected]/@value") == [kind]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert not page.xpath("//*[@style] | //style")


@pytest.mark.usefixtures("stored")
def test_a_report_is_read_in_the_app(see, words):
    page = see("/reports?kind=contradictions&topic=lorries&since=&outlet=Northern+Mail")
    assert len(page.xpath("//article[@class='pair']")) == 2
    assert "Contradictions: topic “lorries”, outlet Northern Mail" in words(page.xpath("//h2[@id='report']")[0])
    assert "2 of 2 pairs across sources" in words(page.xpath("//ul[@class='counts']")[0])
    assert page.xpath("//input[@name='topic']/@value") == ["lorries"]


@pytest.mark.usefixtures("stored")
def test_what_is_less_sure_is_left_out_and_counted(see, words):
    assert see("/reports?kind=agreements&sure=97").xpath("//article[@class='pair']")
    page = see("/reports?kind=agreements&sure=98")
    assert not page.xpath("//article[@class='pair']")
    assert "1 too uncertain to show" in words(page)


@pytest.mark.usefixtures("stored")
def test_nothing_to_show_says_what_to_widen(see, words):
    page = see("/reports?kind=changed&topic=volcano")
    assert "No changes for topic “volcano”. Widen the dates" in words(page.xpath("//section[@class='empty']")[0])


@pytest.mark.usefixtures("stored")
def test_the_files_hold_what_is_shown(see, client):
    page = see("/reports?kind=contradictions&topic=lorries&limit=20&sure=50")
    files = {link.text: client.get(link.get("href")) for link in page.xpath("//ul[@class='files']//a[@download]")}
    assert list(files) == ["Page", "Markdown", "CSV", "JSON"]
    for answer, suffix in zip(files.values(), ("html", "md", "csv", "json"), strict=True):
        assert answer.status_code == 200
        head = answer.headers["content-disposition"]
        assert head.startswith('attachment; filename="crossclaim-contradictions-')
        assert head.endswith(f'.{suffix}"')
    report = json.loads(files["JSON"].text)
    assert (report["filters"]["topic"], report["filters"]["limit"]) == ("lorries", 20)
    assert len(report["items"]) == len(list(csv.DictReader(io.StringIO(files["CSV"].text)))) == 2
    assert files["Markdown"].text.startswith("# Contradictions")
    assert files["Page"].headers["content-security-policy"] == PAGE_POLICY["Content-Security-Policy"]
    assert "<!doctype html>" in files["Page"].text


@pytest.mark.parametrize("address", ["/reports/gossip.csv", "/reports/changed.pdf"])
def test_what_there_is_not_is_said_on_a_page(see, address):
    assert see(address, 422).xpath("//main")


@pytest.mark.parametrize("asked", ["kind=gossip", "limit=0", "sure=101", "since=soon"])
def test_what_cannot_be_asked_is_said_on_a_page(see, asked):
    assert see(f"/reports?{asked}", 422).xpath("//main")


@pytest.mark.parametrize(
    ("topic", "stem"),
    [
        (None, "crossclaim-briefing-DAY"),
        ("Harbour bridge", "crossclaim-briefing-harbour-bridge-DAY"),
        ('  ../"x"\r\n; a=b  ', "crossclaim-briefing-x-a-b-DAY"),
        ("...", "crossclaim-briefing-DAY"),
        ("\udce4", "crossclaim-briefing-DAY"),
        ("w" * 60, f"crossclaim-briefing-{'w' * 40}-DAY"),
    ],
)
def test_a_file_is_named_by_kind_topic_and_day(topic, stem):
    assert file_stem("briefing", topic) == stem.replace("DAY", f"{date.today():%Y-%m-%d}")


@pytest.mark.parametrize(
    ("stem", "header"),
    [
        ("a-b", 'attachment; filename="a-b.csv"'),
        ("a-é-b", "attachment; filename=\"a-e-b.csv\"; filename*=UTF-8''a-%C3%A9-b.csv"),
        ("a-мост-b", "attachment; filename=\"a-b.csv\"; filename*=UTF-8''a-%D0%BC%D0%BE%D1%81%D1%82-b.csv"),
    ],
)
def test_a_name_of_other_letters_is_given_in_both_forms(stem, header):
    assert attachment(stem, "csv") == header


@pytest.mark.usefixtures("stored")
def test_the_topic_stands_in_the_name_of_the_file(client):
    def named(address):
        return client.get(address).headers["content-disposition"]

    assert 'filename="crossclaim-changed-two-bridges-' in named("/reports/changed.csv?topic=Two+bridges")
    assert 'filename="crossclaim-changed-2' in named("/reports/changed.csv")


def test_a_briefing_on_a_page_is_short_unless_more_is_asked_for():
    assert ReportPageAsked(kind="briefing").wanted.limit == 10
    assert ReportPageAsked(kind="briefing", limit=50).wanted.limit == 50
    assert ReportPageAsked(kind="changed").wanted.limit == 50
    assert ReportAsked().wanted.limit == 50


@pytest.mark.usefixtures("stored")
def test_the_files_of_a_short_briefing_have_their_own_length(see, links):
    files = [link for link in links(see("/reports?kind=briefing&topic=bridge")) if link.startswith("/reports/")]
    assert len(files) == 4
    assert not [link for link in files if "limit" in link]


@pytest.mark.usefixtures("stored")
def test_a_part_leads_to_its_own_report_where_that_shows_more(see, links):
    def onward(address):
        return [link for link in links(see(address)) if "kind=contradictions" in link]

    assert onward("/reports?kind=briefing&topic=lorries&limit=1") == ["/reports?topic=lorries&kind=contradictions"]
    assert onward("/reports?kind=briefing&topic=lorries&limit=50") == []


@pytest.mark.usefixtures("stored")
def test_a_briefing_on_everything_leaves_who_evaluates_what_to_its_own_report(see, links, words):
    assert not ReportPageAsked(kind="briefing").wanted.appraisals
    for narrowed in ({"topic": "bridge"}, {"outlet": "Mail"}, {"since": "2025-12-01"}):
        assert ReportPageAsked(kind="briefing", **narrowed).wanted.appraisals
    assert ReportPageAsked(kind="framings").wanted.appraisals
    assert ReportAsked().wanted.appraisals
    everything = see("/reports?kind=briefing")
    assert "Who evaluates what, and in which words, is told here on a topic" in words(everything)
    assert "/reports?kind=framings" in links(everything)
    assert "is told here on a topic" not in words(see("/reports?kind=briefing&topic=bridge"))


@pytest.mark.usefixtures("stored")
def test_a_briefing_says_how_to_have_it_whole(see, words, client):
    said = "This page shows the first of each part."
    assert said in words(see("/reports?kind=briefing&topic=bridge"))
    assert said not in words(see("/reports?kind=contradictions&topic=lorries"))
    form = json.loads(client.get("/reports/briefing.json?topic=bridge").text)
    assert "appraisals" not in form["parts"][0]["filters"]
