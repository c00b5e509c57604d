"""Links that jump to words: what they name, and that nothing in the words is read as a part of the directive."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.reports.fragments import ENDS, SHORT, WHOLE, link_to_words, text_directive

URL = "https://harbour.example/ferry"
WORDS = st.lists(st.text(st.characters(exclude_categories=("Z", "C")), min_size=1, max_size=9), min_size=1, max_size=30)


FERRY = "%D0%A4%D0%B5%D1%80%D0%B8"
CASES = [
    ("Five of the crew were saved.", "text=Five%20of%20the%20crew%20were%20saved."),
    ("A well-known, safe ferry & its crew", "text=A%20well%2Dknown%2C%20safe%20ferry%20%26%20its%20crew"),
    ("Фери   и Фери, “Фери” Фери", f"text={FERRY}%20%D0%B8%20{FERRY}%2C%20%E2%80%9C{FERRY}%E2%80%9D%20{FERRY}"),
    ("Crew:\nfive men of Tarn, and one boy", "text=Crew%3A,men%20of%20Tarn%2C%20and%20one%20boy"),
    ("  ", ""),
]


@pytest.mark.parametrize(("words", "directive"), CASES)
def test_the_words_are_named_and_encoded(words, directive):
    assert text_directive(words) == directive


def test_a_long_quote_is_named_by_its_ends_at_word_borders():
    words = " ".join(f"word{n}" for n in range(40))
    assert text_directive(words) == (
        "text=word0%20word1%20word2%20word3%20word4%20word5,word34%20word35%20word36%20word37%20word38%20word39"
    )


def test_a_short_quote_is_told_from_others_by_the_words_around_it():
    assert text_directive("It sank.", before="The ferry left at six. ", after=" Nobody knows why.") == (
        "text=left%20at%20six.-,It%20sank.,-Nobody%20knows%20why."
    )


def test_what_stands_on_another_line_or_is_glued_to_the_words_is_no_neighbour():
    assert text_directive("It sank.", before="By a reporter\n", after="”\nMore") == "text=It%20sank."
    assert text_directive("sank", before="the un", after="able boat") == "text=sank"


def test_a_longer_quote_needs_no_neighbours():
    words = "Five of the crew were saved."
    assert text_directive(words, before="At dawn. ", after=" More. ") == text_directive(words)


@pytest.mark.parametrize(
    ("url", "start"),
    [
        (URL, f"{URL}#:~:text="),
        (f"{URL}#part-2", f"{URL}#part-2:~:text="),
        (f"{URL}#:~:text=old", f"{URL}#:~:text="),
        ("HTTP://harbour.example/a?b=c&d", "HTTP://harbour.example/a?b=c&d#:~:text="),
    ],
)
def test_the_address_is_kept(url, start):
    assert link_to_words(url, "It sank at dawn.").startswith(start)


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "data:text/html,x", "ftp://harbour.example/x", "/ferry", "https://", "https://[x",
     "https://harbour.example/a b", 'https://harbour.example/"><script>', "https://harbour.example/\x00", "https://h.example/\ud800"],
)  # fmt: skip
def test_only_web_addresses_that_cannot_break_out_are_linked(url):
    assert link_to_words(url, "It sank at dawn.") is None


@given(WORDS, st.sampled_from([" ", "  ", "\n", "\u00a0"]))
def test_decoded_again_the_directive_names_words_of_the_text(words, gap):
    text = gap.join(words)
    directive = text_directive(text)
    assert re.fullmatch(r"text=(?:[\w.~]|%[0-9A-F]{2})+(?:,(?:[\w.~]|%[0-9A-F]{2})+)?", directive, re.ASCII)
    named = [unquote(part).split() for part in directive.removeprefix("text=").split(",")]
    said = text.split()
    assert named[0] == said[: len(named[0])]
    assert named[-1] == said[-len(named[-1]) :]
    whole = len(said) <= WHOLE and "\n" not in text.strip()
    assert (named == [said]) if whole else (len(named) == 2 and max(map(len, named)) <= ENDS)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=20))
def test_the_parts_stay_four_whatever_stands_around(before, after, words):
    directive = text_directive(words, before=before, after=after)
    parts = directive.removeprefix("text=").split(",")
    assert directive.isascii() and "&" not in directive and "#" not in directive
    assert len(parts) <= 4
    assert all("-" not in part for part in parts if not part.endswith("-") and not part.startswith("-"))
    assert len(parts) < 3 or len(words.split()) <= SHORT
