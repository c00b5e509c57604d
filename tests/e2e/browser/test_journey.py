"""What an editor does, in a real browser: search, open, judge with keys, undo, and see it in the report."""

import re

import pytest

pytestmark = pytest.mark.slow

CLAIM = "The Kremlin welcomed the new American national security strategy"


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


def test_from_a_search_to_a_report(visit, origin):
    page = visit("/")
    page.get_by_label("Claim").fill(CLAIM)
    page.get_by_role("button", name="Search").click()
    page.wait_for_selector("ul.tally-line")
    page.locator("#answer p.title a").first.click()
    page.wait_for_url("**/articles/**")
    assert page.locator("article.text .said").count() > 3

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
    press(page, "a")
    second = current(page)
    assert second != first
    assert focused(page) == "now"
    assert page.locator("#said").inner_text().startswith("Recorded “Agrees” for ")
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
    page.get_by_role("link", name="History").click()
    given = page.locator(".verdict-given").all_inner_texts()
    assert [line.partition(" · ")[0] for line in given] == [
        "False alarm", "Taken back", "False alarm", "Agrees",
    ]  # fmt: skip
    assert "as both say, and no key is a key here" in page.locator(".note-given").inner_text()
    page.get_by_role("link", name="Precision").click()
    assert "more judgements needed" in page.locator("main").inner_text()

    page.goto("/api/v1/reports/agreements")
    judged = page.locator(f"#pair-{first}")
    assert "Judged “agrees” by Mara Quill" in judged.inner_text()
    page.goto("/api/v1/reports/contradictions")
    assert page.locator(f"#pair-{second}").count() == 0
    assert page.heard == []


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
    page.get_by_role("button", name="Not worth pursuing").click()
    assert page.url.endswith(f"/review?done={pair}")
    assert current(page) != pair
    page.get_by_role("button", name="Undo").click()
    assert current(page) == pair
