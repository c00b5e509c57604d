"""Who wrote it first, where a feed, an agency or the head of a page says so."""

import json

import pytest

from service.errors import BadInputError
from service.intake.reading import read_object
from service.intake.syndication import find_stated_origin, is_one_site

ONE = "The parliament of Norland voted on Thursday to ban the export of raw timber, which its neighbours regret."
TWO = "Prime Minister Ada Kolt said the ban would protect 12,000 jobs, most of them in the far north of Norland."
URL = "https://reader.example/norland-timber"


def page(head: str, start: str = "") -> str:
    return f"<html><head>{head}</head><body><article><h1>Norland bans it</h1><p>{start}{ONE}</p><p>{TWO}</p></article></body></html>"  # noqa: E501


def read_page(head: str, start: str = "", **given: str):
    return read_object({"html": page(head, start), "outlet": "Timber Reader", **given})


def linked(value: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(value)}</script>"


@pytest.mark.parametrize(
    ("given", "origin"),
    [
        ({"origin": "Norland Post"}, "Norland Post"),
        ({"origin": "AP"}, "Associated Press"),
        ({"source": {"title": "Norland Post", "href": "https://post.example/feed"}}, "Norland Post"),
        ({"source": {"href": "https://www.post.example/feed"}}, "post.example"),
        ({"source": "Norland Post"}, "Norland Post"),
        ({"source": "https://www.post.example/feed.xml"}, "post.example"),
        ({"infosources": [{"role": "wire", "name": "Harbour Press"}]}, "Harbour Press"),
        ({"source": "crawler"}, None),
        ({"source": 7}, None),
        ({"source": {"title": 7}}, None),
        ({"source": {}, "infosources": "x"}, None),
        ({"origin": " "}, None),
    ],
)
def test_json_says_who_wrote_it_first(given, origin):
    article = read_object({"text": f"{ONE}\n{TWO}", "outlet": "Timber Reader", **given})
    assert (article.outlet, article.origin) == ("Timber Reader", origin)


def test_what_is_given_wins_over_what_the_text_says():
    text = f"OSLUND (Reuters) - {ONE}\n{TWO}"
    assert read_object({"text": text, "origin": "Harbour Press"}).origin == "Harbour Press"
    assert read_object({"text": text}).origin == "Reuters"


def test_an_origin_that_is_no_text_is_refused():
    with pytest.raises(BadInputError, match="origin must be a string"):
        read_object({"text": ONE, "origin": ["Norland Post"]})


@pytest.mark.parametrize(
    ("head", "origin"),
    [
        ("<link rel='canonical' href='https://www.post.example/timber'>", "post.example"),
        ("<link rel='canonical' href='https://amp.reader.example/timber'>", None),
        ("<link rel='canonical' href='/timber'>", None),
        ("<meta name='syndication-source' content='https://post.example/timber'>", "post.example"),
        ("<meta name='original-source' content='https://www.reader.example/timber'>", None),
        (linked({"@type": "NewsArticle", "isBasedOn": {"publisher": {"name": "Norland Post"}}}), "Norland Post"),
        (linked({"@graph": [{"sourceOrganization": [{"name": "Harbour Press"}]}]}), "Harbour Press"),
        (linked({"sourceOrganization": {"name": "The Timber Reader"}}), None),
        (linked({"isBasedOn": "a story"}), None),
        ("<script type='application/ld+json'>{broken</script>", None),
        ("", None),
    ],
)
def test_the_head_of_a_page_says_where_it_was_taken_from(head, origin):
    assert read_page(head, url=URL).origin == origin


def test_a_page_whose_own_address_is_not_known_takes_no_origin_from_its_canonical_one():
    assert read_page("<link rel='canonical' href='https://www.post.example/timber'>").origin is None


def test_the_agency_in_the_text_stands_behind_the_site_that_the_page_names():
    head = "<link rel='canonical' href='https://www.post.example/timber'>"
    assert read_page(head, "OSLUND (Reuters) - ", url=URL).origin == "Reuters"


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("https://amp.post.example/x", "http://www.post.example/y", True),
        ("https://post.co.uk/x", "https://reader.co.uk/x", False),
        ("https://www.post.co.uk/x", "https://amp.post.co.uk/x", True),
        ("https://post.example/", "https://reader.example/", False),
        ("not an address", "https://reader.example/", True),
    ],
)
def test_one_site_has_many_hosts(a, b, same):
    assert is_one_site(a, b) == same


def test_a_source_of_absurd_length_is_none():
    assert find_stated_origin({"source": "A" * 101}) is None
    assert find_stated_origin({"source": {"title": "A" * 101, "url": "https://post.example"}}) == "post.example"
