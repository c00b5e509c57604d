"""What an editor does, in a real browser: search, open, judge with keys, undo, and see it in the report."""

import json
import re

import pytest

pytestmark = pytest.mark.slow

CLAIM = "The Kremlin welcomed the new American national security strategy"
NEW = {
    "outlet": "Pell Harbour Times",
    "title": "Kremlin rejects American strategy",
    "published_at": "2025-12-09",
    "text": "The Kremlin never welcomed the new American national security strategy, its spokesman said on Tuesday.",
}


def current(page):
    return page.locator("form.verdict input[name=comparison]").get_attribute("value")


def press(page, key):
    """Presses a key, and waits until the answer has come."""
    before = page.locator("#said").inner_text()
    page.keyboard.press(key)
    page.wait_for_function("before => document.getElementById('said')?.innerText !== before", arg=before)
    page.wait_for_function("!document.getElementById('review').hasAttribute('aria-busy')")


def focused(page):
    return page.evaluate("document.activeElement.id")


def test_from_articles_to_a_report(visit, origin, story):
    page = visit("/ingest")
    add_an_article(page, story)
    search(page, story)
    agreed, dismissed = judge_with_keys(page, origin, story)
    look_at_what_was_judged(page)
    look_at_facts_and_reports(page, story)

    page.goto("/api/v1/reports/agreements")
    assert "Judged “agrees” by Mara Quill" in page.locator(f"#pair-{agreed}").inner_text()
    page.goto("/api/v1/reports/contradictions")
    assert page.locator(f"#pair-{dismissed}").count() == 0
    assert page.heard == []


def add_an_article(page, story):
    new = {"name": "new.json", "mimeType": "application/json", "buffer": json.dumps(NEW).encode()}
    page.get_by_label("Choose files").set_input_files([new])
    page.get_by_role("button", name="Add the files").click()
    page.get_by_role("heading", name="Done").wait_for()
    assert NEW["title"] in page.locator("ul.steps").inner_text()
    story(page, "1-articles-in")


def search(page, story):
    page.goto("/")
    page.get_by_label("Claim").fill(CLAIM)
    page.get_by_role("button", name="Search").click()
    page.wait_for_selector("ul.tally-line")
    story(page, "2-a-claim-searched")
    page.locator("#answer p.title a").first.click()
    page.wait_for_url("**/articles/**")
    assert page.locator("article.text .said").count() > 3
    story(page, "3-an-article")


def judge_with_keys(page, origin, story):
    page.get_by_role("link", name="Review", exact=True).click()
    page.get_by_text("Change", exact=True).click()
    page.get_by_label("Your name").fill("Mara Quill")
    page.get_by_role("button", name="Keep").click()
    assert "You review as Mara Quill." in page.locator("details.asking summary").inner_text()

    first = current(page)
    page.keyboard.press("m")
    page.keyboard.type("as both say, and no key is a key here")
    page.keyboard.press("Escape")
    assert focused(page) == "now"
    page.evaluate("window.stayed = true")
    story(page, "4-a-pair-to-review")
    press(page, "a")
    second = current(page)
    assert second != first
    assert focused(page) == "now"
    assert page.locator("#said").inner_text().startswith("Recorded “Agrees” for ")
    story(page, "5-judged")
    press(page, "d")
    third = current(page)
    press(page, "s")
    assert page.locator("#said").inner_text().startswith("Skipped ")
    assert len({first, second, third, current(page)}) == 4
    press(page, "u")
    assert current(page) == third
    press(page, "u")
    assert current(page) == second
    press(page, "d")
    assert page.evaluate("window.stayed"), "the next pair came without a full load"
    assert page.url == f"{origin}/review?done={second}"

    page.reload()
    assert page.locator("#said").inner_text().startswith("Recorded “False alarm”")
    assert "Judged 2 today, 2 by you" in page.locator(".left").inner_text()
    return first, second


def look_at_what_was_judged(page):
    page.get_by_role("link", name="History").click()
    given = page.locator(".verdict-given").all_inner_texts()
    assert [line.partition(" · ")[0] for line in given] == [
        "False alarm", "Taken back", "False alarm", "Agrees",
    ]  # fmt: skip
    assert "as both say, and no key is a key here" in page.locator(".note-given").inner_text()
    page.get_by_role("link", name="Precision").click()
    assert "more judgements needed" in page.locator("main").inner_text()


def look_at_facts_and_reports(page, story):
    page.get_by_role("link", name="Facts", exact=True).click()
    page.locator(".fact-words a").first.click()
    story(page, "6-a-fact")
    page.get_by_role("link", name="Framings", exact=True).click()
    story(page, "7-framings")
    page.goto("/reports?kind=briefing&topic=strategy")
    story(page, "8-a-report")


def test_keys_can_be_switched_off_and_stay_off(visit):
    page = visit("/review")
    page.keyboard.press("?")
    assert page.locator("#keys-help").evaluate("one => one.open")
    page.get_by_label(re.compile("Single keys work")).uncheck()
    page.reload()
    before = current(page)
    for key in "acd":
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert current(page) == before
    assert page.url.endswith("/review")
    assert page.locator("[aria-keyshortcuts]").count() == 0
    assert not page.locator("form.verdict kbd").first.is_visible()
    page.locator("#keys-help summary").click()
    page.get_by_label(re.compile("Single keys work")).check()
    press(page, "s")
    assert current(page) != before


def test_blind_until_revealed(visit):
    page = visit("/review")
    page.get_by_text("Change", exact=True).click()
    page.get_by_label("Blind").check()
    page.get_by_role("button", name="Show").click()
    assert page.locator("article mark").count() == 0
    assert "hidden" in page.locator(".machine").inner_text()
    pair = current(page)
    page.keyboard.press("r")
    page.wait_for_url("**reveal=on**")
    assert current(page) == pair
    assert "The machine says" in page.locator(".machine").inner_text()
    assert focused(page) == "now"


def test_the_queue_works_without_script(visit):
    page = visit("/review", java_script_enabled=False)
    pair = current(page)
    assert not page.locator("form.verdict kbd").first.is_visible()
    page.get_by_role("button", name="Right, not worth pursuing").click()
    assert page.url.endswith(f"/review?done={pair}")
    assert current(page) != pair
    page.get_by_role("button", name="Undo").click()
    assert current(page) == pair
