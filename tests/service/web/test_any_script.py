"""Whatever script a text is in, and however it is composed: what is shown stands verbatim at its offsets."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

API = "/api/v1"
SENTENCES = (
    "Odo Rell said on Friday that 40 ships left the harbour of Velm. ",
    "“We have no choice,” Ada Brandt told reporters. ",
    "He added that about a third of the café’s roof had burned. ",
    "港口将于六月关闭。",
    "部长说：“我们别无选择。”",
    "أغلق الميناء يوم الجمعة الماضي. ",
    "Порт Велма закрыли в пятницу, сказал Одо Релль. ",
    "Ο λιμένας έκλεισε την Παρασκευή. ",
    "बंदरगाह शुक्रवार को बंद कर दिया गया। ",
    "항구는 금요일에 문을 닫았다. ",
    "The crew 👩🏽‍🚒 saved 3 dogs 🐕‍🦺 and Zoë Brandt’s cat. ",
    "\u202eThe harbour is shut\u202c, the union said. ",
    "A\u0301da Rell spent $5 million on 12 o\u0308fen in 2019. ",
    "\n\n",
    "\r\n",
    "\u2028",
    "\ufeff",
)
ANY_SCRIPT = st.lists(
    st.sampled_from(SENTENCES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12), min_size=1, max_size=10
)
FORMS = st.sampled_from(["NFC", "NFD", "NFKD", None])


def written(parts, form):
    """The parts as one text in a form of composition, or as they are."""
    text = "".join(parts)
    return unicodedata.normalize(form, text) if form else text


@pytest.mark.slow
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=ANY_SCRIPT, form=FORMS, language=st.sampled_from(["en", "zh", "ar", "ru", None]))
def test_what_is_shown_stands_verbatim_at_its_offsets(client, settle, parts, form, language):
    text = written(parts, form)
    given_article = {"text": text, "outlet": "Velm Post", "published_at": "2021-10-31"}
    answer = client.post(f"{API}/articles", json=given_article | ({"language": language} if language else {}))
    if answer.status_code == 422:
        assert not text.strip() or "binary" in answer.text
        return
    assert answer.status_code in (200, 202)
    settle()
    shown = client.get(f"{API}/articles/{answer.json()['articles'][0]['article_id']}").json()
    assert shown["text"] == unprintable_replaced(text)
    for claim in shown["claims"]:
        check_verbatim(shown["text"], claim)


def unprintable_replaced(text):
    """As intake stores it: control characters that no database takes become one replacement each."""
    return "".join(
        "\ufffd" if sign == "\x7f" or (sign < " " and sign not in "\t\n\v\f\r\x1c\x1d\x1e\x1f") else sign
        for sign in text
    )


def check_verbatim(text, claim):
    """The quote, and the words of each value, at their offsets."""
    assert text[claim["start"] : claim["end"]] == claim["quote"]
    for value in claim["quantities"] + claim["dates"]:
        assert claim["start"] <= value["start"] < value["end"] <= claim["end"]
        assert text[value["start"] : value["end"]] == value["words"]
    assert all(value["low"] <= value["high"] for value in claim["quantities"])
    assert all(day["first"] is None or day["first"] <= day["last"] for day in claim["dates"])
