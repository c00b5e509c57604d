"""Web pages: paragraphs in, headings apart, and what the page says of itself."""

import pytest

from service.domain.articles import PublicationTime
from service.errors import BadInputError
from service.intake.reading import read_object

ONE = "The parliament of Norland voted on Thursday to ban the export of raw timber, which its neighbours regret."
TWO = "Prime Minister Ada Kolt said the ban would protect 12,000 jobs, most of them in the far north of Norland."
TITLE = "Norland bans export of raw timber"


def page(head: str = "", body: str = "") -> str:
    article = f"<h1>{TITLE}</h1>{body}<p>{ONE}</p><h2>A divided house</h2><p>{TWO}</p>"
    around = "<nav><a href='/'>Home</a><a href='/w'>World</a></nav>{}<footer>Share this page</footer>"
    return f"<html><head>{head}</head><body>{around.format(f'<article>{article}</article>')}</body></html>"


def test_paragraphs_and_headings_stand_on_lines_of_their_own():
    article = read_object({"html": page()})
    lines = article.text.splitlines()
    assert [line for line in lines if line in {ONE, TWO}] == [ONE, TWO]
    assert not {"Home", "World", "Share this page"} & set(lines)
    headings = [article.text[one.start : one.end] for one in article.litter if one.reason == "heading"]
    assert headings == [line for line in lines if line == "A divided house"]


def test_the_page_says_what_it_is():
    head = (
        f"<title>{TITLE} - The Norland Post</title>"
        '<meta property="og:site_name" content="The Norland Post"><meta name="author" content="Eva Lind">'
        '<link rel="canonical" href="https://post.example/ban">'
    )
    article = read_object({"html": page(head)})
    assert (article.title, article.outlet, article.author, article.url) == (
        TITLE,
        "The Norland Post",
        "Eva Lind",
        "https://post.example/ban",
    )


def test_what_is_given_wins_over_the_page():
    article = read_object({"html": page("<title>Other</title>"), "title": "Given", "published_at": "2025-01-02"})
    assert (article.title, article.published) == ("Given", PublicationTime("2025-01-02"))


def test_the_outlet_stands_behind_the_window_title():
    assert read_object({"html": page(f"<title>{TITLE} – Harbour Press</title>")}).outlet == "Harbour Press"


@pytest.mark.parametrize(
    ("head", "body", "value"),
    [
        ('<meta property="article:published_time" content="2025-12-04T18:20:00+01:00">', "",
         "2025-12-04T18:20:00+01:00"),
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2025-12-04T17:20:00Z"}]}</script>', "",
         "2025-12-04T17:20:00+00:00"),
        ('<script type="application/ld+json">{broken</script>', '<time datetime="2025-12-04T17:20Z">Thursday</time>',
         "2025-12-04T17:20:00+00:00"),
        ('<meta name="some-pub-date" content="2025-12-04T17:20:00Z">', '<time datetime="2025-12-04">4 December</time>',
         "2025-12-04"),
    ],
)  # fmt: skip
def test_the_time_is_the_one_the_page_states(head, body, value):
    assert read_object({"html": page(head, body)}).published == PublicationTime(value)


def test_a_fragment_is_read_like_a_page():
    assert read_object({"html": f"<p>{ONE}</p><p>{TWO}</p>"}).text == f"{ONE}\n{TWO}"


@pytest.mark.parametrize("html", ["<html></html>", "<img src='a.png'>", "<div>" * 5000])
def test_a_page_without_text_is_told(html):
    with pytest.raises(BadInputError, match="holds no article"):
        read_object({"html": html})
