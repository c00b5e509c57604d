"""The review queue as a page: judged, skipped, taken back with plain forms; blind tells nothing; history, precision."""

from urllib.parse import parse_qs, urlsplit

import pytest

from service.web.pages.review import CHOICES
from service.web.pages.review_asked import QueueAsked

SAME = {"Sec-Fetch-Site": "same-origin"}
MACHINE = ("contradicts 2", "Open is not closed", "open-or-closed", "97 %", "<mark>", "agrees 1")


def post(client, address, status=303, **said):
    answer = client.post(address, data=said, headers=SAME)
    assert answer.status_code == status, answer.text
    return answer.headers.get("location", "")


def pair_of(page):
    (found,) = page.xpath("//form[contains(@class, 'verdict')]//input[@name='comparison']/@value")
    return str(found)


def status_of(page, words):
    return words(page.xpath("//p[@role='status']")[0])


def judge(client, page, verdict, **more):
    (form,) = page.xpath("//form[contains(@class, 'verdict')]")
    hidden = {field.get("name"): field.get("value") for field in form.xpath(".//input[@type='hidden']")}
    return post(client, form.get("action"), verdict=verdict, **hidden, **more)


def skip(client, page):
    (button,) = page.xpath("//button[@data-key='s']")
    return post(client, button.get("formaction"), comparison=pair_of(page))


def undo(client, page):
    (form,) = page.xpath("//form[.//button[@data-key='u']]")
    return post(client, form.get("action"))


def remaining(page, words):
    return words(page.xpath("//p[@class='left']")[0])


@pytest.mark.usefixtures("stored")
def test_a_pair_stands_side_by_side_with_the_words_that_decide(see, words):
    page = see("/review")
    (pair,) = page.xpath("//article")
    assert [words(mark) for mark in pair.xpath(".//mark")] == ["rbou", "rbour"]
    assert "contradicts" in words(pair.xpath(".//div[@class='machine']")[0])
    assert "97 %" in words(pair.xpath(".//div[@class='machine']")[0])
    assert "Open is not closed." in words(pair)
    links = pair.xpath(".//p[@class='title']//a/@href")
    assert sum(link.startswith("/articles/") for link in links) == 2
    assert any(link.startswith("https://northern.example/bridge#:~:text=") for link in links)
    assert remaining(page, words).startswith("3 pairs left · ≠ contradicts 2 · = agrees 1 Judged 0 today; 0 in all.")


@pytest.mark.usefixtures("stored")
def test_each_key_stands_on_its_button(see, words):
    page = see("/review?blind=on")
    shown = {one.get("data-key"): words(one) for one in page.xpath("//*[@data-key]")}
    assert [(key, label) for _, key, label, _ in CHOICES] == [
        (key, shown[key].removeprefix("= ").removeprefix("≠ ").lstrip("=≠→⇄").removesuffix(key)) for key in "achfdn"
    ]
    assert shown.keys() == set("achfdnsumr?")
    for one in page.xpath("//*[@data-key and not(self::summary)]"):
        assert one.get("aria-keyshortcuts") == one.get("data-key")


@pytest.mark.usefixtures("stored")
def test_a_judgement_is_recorded_and_the_next_pair_comes_with_focus(see, client, words):
    first = see("/review")
    address = judge(client, first, "not_worth", note="Known.\r\nBy all. ")
    assert address == f"/review?done={pair_of(first)}"
    page = see(address)
    assert pair_of(page) != pair_of(first)
    assert page.xpath("//h2[@id='now' and @tabindex='-1' and @autofocus]/@aria-describedby") == ["said"]
    assert status_of(page, words).startswith("Recorded “Right, not worth pursuing” for ")
    assert status_of(page, words).endswith(" 2 pairs left.")
    (given,) = client.get("/api/v1/judgements").json()["judgements"]
    assert given["judgement"] == {
        "verdict": "not_worth", "note": "Known.\nBy all.", "judged_by": None, "judged_at": given["at"], "on": None,
    }  # fmt: skip
    assert (given["blind"], given["comparison"]) == (False, pair_of(first))
    assert "Judged 1 today, 1 by you; 1 in all" in remaining(page, words)


@pytest.mark.usefixtures("stored")
def test_without_a_hint_of_what_was_done_nothing_takes_the_focus(see):
    assert not see("/review").xpath("//*[@autofocus]")


@pytest.mark.usefixtures("stored")
def test_a_skipped_pair_comes_again_at_the_end_and_undo_brings_back_one_after_the_other(see, client, words):
    first = see("/review")
    second = see(judge(client, first, "contradicts"))
    third = see(skip(client, second))
    assert len({pair_of(one) for one in (first, second, third)}) == 3
    assert status_of(third, words).startswith("Skipped ")
    assert "1 of them skipped by you" in remaining(third, words)
    last = see(judge(client, third, "agrees"))
    assert (pair_of(last), "You skipped this pair" in words(last)) == (pair_of(second), True)
    for back in (third, second, first):
        page = see(undo(client, last))
        assert pair_of(page) == pair_of(back)
        assert status_of(page, words).startswith("Taken back: ")
    page = see(undo(client, last))
    assert status_of(page, words).startswith("There is nothing to take back.")
    assert remaining(page, words).startswith("3 pairs left")


@pytest.mark.usefixtures("stored")
def test_undo_waits_until_there_is_something_to_take_back(see, client):
    def is_disabled(page):
        return bool(page.xpath("//button[@data-key='u' and @disabled]"))

    page = see("/review")
    assert is_disabled(page)
    for act in (lambda: judge(client, page, "agrees"), lambda: skip(client, page)):
        after = see(act())
        assert not is_disabled(after)
        assert is_disabled(see(undo(client, after)))


@pytest.mark.usefixtures("stored")
def test_the_note_comes_back_with_the_pair_and_only_to_who_wrote_it(see, client, words):
    def note_of(page):
        return page.xpath("//textarea[@name='note']")[0].text or ""

    first = see("/review")
    second = see(judge(client, first, "agrees", note="I <b>rang</b> the harbour."))
    assert note_of(second) == ""
    back = see(undo(client, second))
    assert (pair_of(back), note_of(back)) == (pair_of(first), "I <b>rang</b> the harbour.")
    post(client, "/review/name", name="Ann")
    assert note_of(see(f"/review?pair={pair_of(first)}")) == ""
    post(client, "/review/name", name="")
    again = see(judge(client, back, "contradicts"))
    assert note_of(see(undo(client, again))) == "", "the note was taken out before it was judged anew"


@pytest.mark.usefixtures("stored")
def test_blind_hides_what_the_machine_says_until_it_is_judged(see, client, words):
    page = see("/review?blind=on")
    answer = client.get("/review?blind=on").text
    assert not [told for told in MACHINE if told in answer]
    assert not page.xpath("//article[contains(@class, 'contradicts') or contains(@class, 'agrees')]")
    after = see(judge(client, page, "false_alarm"))
    assert client.get("/api/v1/judgements").json()["judgements"][0]["blind"] is True
    assert "Recorded “False alarm”" in status_of(after, words)
    assert "The machine says: " in status_of(after, words)
    assert after.xpath("//input[@name='unseen']")
    seen = see(f"/review?blind=on&pair={pair_of(page)}")
    assert "The machine says" in words(seen.xpath("//div[@class='machine']")[0])


@pytest.mark.usefixtures("stored")
def test_a_revealed_pair_is_not_judged_blind(see, client, words):
    page = see("/review?blind=on")
    (address,) = page.xpath("//a[@data-key='r']/@href")
    revealed = see(address)
    assert pair_of(revealed) == pair_of(page)
    assert "The machine says" in words(revealed)
    assert not revealed.xpath("//input[@name='unseen'] | //a[@data-key='r']")
    assert judge(client, revealed, "agrees") == f"/review?blind=on&done={pair_of(page)}"
    assert client.get("/api/v1/judgements").json()["judgements"][0]["blind"] is False


@pytest.mark.usefixtures("stored")
def test_blind_and_one_relation_are_refused_with_the_form_as_it_was(see, words):
    page = see("/review?blind=on&relation=agrees", 422)
    assert "Blind and one relation do not go together" in words(page.xpath("//*[@role='alert']")[0])
    assert page.xpath("//details[@open]//option[@selected]/@value") == ["agrees"]
    assert page.xpath("//input[@name='blind' and @checked]")
    assert not page.xpath("//article | //p[@class='left']")


@pytest.mark.usefixtures("stored")
def test_the_queue_is_narrowed_and_stays_so(see, client, words):
    page = see("/review?relation=agrees&outlet=&topic=")
    assert remaining(page, words).startswith("1 pair left · = agrees 1")
    address = judge(client, page, "agrees")
    assert parse_qs(urlsplit(address).query) == {"relation": ["agrees"], "done": [pair_of(page)]}
    assert "Nothing left here" in words(see(address))
    assert "Nothing left here" in words(see("/review?outlet=Nobody"))
    assert see("/review?topic=buses").xpath("//article")
    assert "Only contradicts, Northern Mail. You review" in words(
        see("/review?relation=contradicts&outlet=Northern+Mail")
    )


def test_the_end_of_the_queue_and_an_empty_store_say_what_to_do_next(see, client, words, request):
    assert "Nothing to review yet" in words(see("/review"))
    assert "Nothing to count yet" in words(see("/review/precision"))
    assert "No judgements yet" in words(see("/review/history"))
    request.getfixturevalue("stored")
    page = see("/review")
    while page.xpath("//article"):
        page = see(judge(client, page, "changed"))
    assert "All is reviewed" in words(page)
    assert remaining(page, words).startswith("0 pairs left Judged 3 today, 3 by you; 3 in all.")
    assert pair_of(see(undo(client, page)))


@pytest.mark.usefixtures("stored")
def test_a_name_is_kept_and_signs(see, client, words):
    assert post(client, "/review/name?blind=on", name="  Zoë; <Ann> ") == "/review?blind=on"
    page = see("/review")
    assert "You review as Zoë; <Ann>." in words(page)
    assert page.xpath("//input[@id='name']/@value") == ["Zoë; <Ann>"]
    judge(client, page, "agrees")
    assert client.get("/api/v1/judgements").json()["judgements"][0]["by"] == "Zoë; <Ann>"
    post(client, "/review/name", name="")
    assert "without a name" in words(see("/review"))
    assert status_of(see(undo(client, page)), words).startswith("There is nothing to take back.")


@pytest.mark.parametrize("path", ["judge", "skip", "undo", "name", "history/undo"])
@pytest.mark.usefixtures("stored")
def test_a_foreign_page_may_not_post(see, client, path):
    said = {"comparison": pair_of(see("/review")), "verdict": "agrees", "name": "Eve"}
    answer = client.post(f"/review/{path}", data=said, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert client.get("/api/v1/judgements").json()["judgements"] == []
    assert "set-cookie" not in answer.headers


@pytest.mark.usefixtures("stored")
def test_what_cannot_be_used_is_refused(see, client):
    post(client, "/review/judge", 404, comparison="nobody", verdict="agrees")
    post(client, "/review/judge", 422, comparison=pair_of(see("/review")), verdict="quarrels")
    post(client, "/review/judge", 422, verdict="agrees")
    see("/review?pair=nobody", 404)
    see("/review?relation=quarrels", 422)
    see("/review/precision?target=0", 422)
    see("/review/history?cursor=rubbish", 422)
    assert see("/review?done=nobody").xpath("//article")


@pytest.mark.usefixtures("stored")
def test_the_history_is_paged_and_takes_back(see, client, words, monkeypatch):
    monkeypatch.setattr("service.web.pages.review_record.PAGE", 2)
    post(client, "/review/name", name="Ann")
    page = see("/review")
    for verdict in ("agrees", "changed", "false_alarm"):
        page = see(judge(client, page, verdict, note=f"As {verdict}"))
    first = see("/review/history")
    heads = [words(one) for one in first.xpath("//p[@class='verdict-given']")]
    assert [head.partition(" · ")[0] for head in heads] == ["False alarm", "Changed"]
    assert "Ann" in heads[0] and "As false_alarm" in words(first)
    (more,) = first.xpath("//a[@rel='next']/@href")
    (last,) = see(more).xpath("//ol[@class='given']/li")
    assert "Agrees" in words(last)
    assert "The machine said contradicts, 97 % (open-or-closed)" in words(last)
    form = last.xpath(".//form")[0]
    back = post(client, form.get("action"), **{one.get("name"): one.get("value") for one in form.xpath(".//input")})
    assert parse_qs(urlsplit(back).query).keys() == {"cursor", "done"}
    assert "Taken back." in words(see(back))
    now = see("/review/history")
    assert "Taken back · Ann" in words(now.xpath("//ol[@class='given']/li")[0])
    assert "Nobody of this name" in words(see("/review/history?reviewer=Tom"))


@pytest.mark.usefixtures("stored")
def test_what_no_longer_holds_is_shown_and_cannot_be_taken_back(see, client, words):
    page = see("/review")
    judge(client, page, "agrees")
    judge(client, page, "contradicts")
    newer, older = see("/review/history").xpath("//ol[@class='given']/li")
    assert newer.xpath(".//form") and not older.xpath(".//form")
    assert "no longer holds" in words(older) and "no longer holds" not in words(newer)


@pytest.mark.usefixtures("stored")
def test_precision_by_relation_model_and_outlet_and_what_is_still_needed(see, client, words):
    judge(client, see("/review?blind=on"), "false_alarm")
    judge(client, see("/review"), "not_worth")
    page = see("/review/precision?target=90")
    thresholds, *tables = page.xpath("//table")
    rows = [words(row) for row in thresholds.xpath(".//tbody/tr")]
    assert any(row.endswith("19 more judgements needed (1 of 20)") for row in rows)
    assert page.xpath("//input[@id='target']/@value") == ["90"]
    assert len(tables) == 3
    assert "open-or-closed" in words(tables[1])
    assert "Northern Mail" in words(tables[2]) or "Coast Times" in words(tables[2])
    judged = [words(row) for row in tables[0].xpath(".//tbody/tr")]
    assert "0 of 1 0 % 0 % to 79 %" in " ".join(judged)
    assert "1 of 1 100 % 21 % to 100 % none" in " ".join(judged)


def test_an_address_keeps_what_was_asked_of_the_queue():
    asked = QueueAsked(relation="agrees", outlet="A & B", topic=" ", blind="")
    assert asked.address("/review/skip", done=None) == "/review/skip?relation=agrees&outlet=A+%26+B"
    assert QueueAsked().address() == "/review"
    assert (asked.topic, asked.blind, asked.contradictory) == (None, None, False)
