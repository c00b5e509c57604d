"""Three layouts of litter that the rules were not written against; texts and outlets are invented."""

import textwrap

import pytest

from service.domain.articles import Article, PublicationTime
from service.intake.reading import read_object

BODY = [
    "The harbour authority of Vellmar will close its oldest pier in March, after divers found cracks in nine "
    "of the forty pillars that carry it.",
    "“We would rather lose a summer than a ferry,” said Odile Brandt, who heads the authority. The repair will "
    "cost 14 million crowns, she told reporters on Tuesday.",
    "Fishermen who land their catch there were given no other berth. Their union called the plan reckless and "
    "asked the regional court to stop it.",
    "The court will hear them on Friday.",
]

LAYOUTS = {
    "portal": (
        """\
        Menü
        Meteo 14°
        Harbour news | The Vellmar Beacon
        Old pier in Vellmar to close for repairs
        Text size: A A+ A++
        Desk North
        14 January 2026, 07:45 CET
        {0}

        Who pays for it

        {1}

        {2}

        {3}
        Hashtags: #harbour #vellmar
        Gallery (12)
        Next story →
        Imprint
        Privacy settings
        © 2026 Beacon Publishing House. All rights reserved.
        """,
        {
            "title": "Old pier in Vellmar to close for repairs",
            "published": PublicationTime("2026-01-14T07:45:00+01:00"),
            "headings": ["Who pays for it"],
        },
    ),
    "mail": (
        """\
        Trouble reading this message? Open it in your browser.
        ----------
        MORNING DISPATCH
        ----------
        Old pier in Vellmar to close for repairs
        By Tomas Irigoyen
        {0}
        {1}
        {2}
        {3}
        ----------
        Forward to a colleague
        Change how often we write to you
        You are getting this letter because you asked for it at dispatch.example.
        Dispatch House, 4 Quay Street, Vellmar
        +44 20 0000 0000
        """,
        {
            "title": "Old pier in Vellmar to close for repairs",
            "author": "Tomas Irigoyen",
            "headings": [],
        },
    ),
    "reblog": (
        """\
        {0}
        {1}
        {2}
        {3}
        Filed under “coast” via Reader Plus
        2026-01-14 06:02
        http://sho.rt/9xQ2
        Old pier in Vellmar to close for repairs – The Vellmar Beacon
        http://sho.rt/9xQ3
        3 notes on «Old pier in Vellmar to close for repairs – The Vellmar Beacon»
        Leave yours
        Older entries
        """,
        {
            "title": "Old pier in Vellmar to close for repairs",
            "published": PublicationTime("2026-01-14"),
            "origin": "The Vellmar Beacon",
            "outlet": "The Vellmar Beacon",
            "headings": [],
        },
    ),
}


@pytest.fixture(params=LAYOUTS)
def layout(request):
    written, expected = LAYOUTS[request.param]
    return read_object({"text": textwrap.dedent(written).format(*BODY)}), expected


def test_the_body_is_what_is_left(layout):
    article, _ = layout
    assert body(article) == BODY


def test_only_inner_headings_are_headings(layout):
    article, expected = layout
    assert reasons(article, "heading") == expected["headings"]


def test_the_text_says_what_it_is(layout):
    article, expected = layout
    said = {name: getattr(article, name) for name in expected if name != "headings"}
    assert said == {name: value for name, value in expected.items() if name != "headings"}


def body(article: Article) -> list[str]:
    """What is left of the text when the litter is passed over, line by line."""
    left = list(article.text)
    for passed in article.litter:
        left[passed.start : passed.end] = " " * (passed.end - passed.start)
    return [line.strip() for line in "".join(left).splitlines() if line.strip()]


def reasons(article: Article, reason: str) -> list[str]:
    return [article.text[one.start : one.end] for one in article.litter if one.reason == reason]
