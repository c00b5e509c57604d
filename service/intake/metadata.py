"""What an article says of itself: title, outlet, author, date and origin, given or found in its text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from service.domain.articles import Article, PublicationTime
from service.domain.outlets import agency_name, outlet_key
from service.intake.blocks import Block
from service.intake.credits import (
    FeedFooter,
    find_copyright_holder,
    find_feed_footer,
    find_masthead,
    find_origin,
    outside,
)
from service.intake.dates import find_dates, prefers_day_first
from service.intake.glued_links import with_glued_links
from service.intake.language import find_language
from service.intake.litter import Layout, find_layout, lay_out
from service.intake.shapes import find_byline_names, is_labelled

_BARRED = re.compile(r"^(?P<title>.*\S)\s\|\s(?P<outlet>[^|]{2,60})$")
_DASHED = re.compile(r"^(?P<title>.*\S)\s[-–—]\s(?P<outlet>[^\W_a-z][^-–—|]{1,60})$")
_MARKDOWN = re.compile(r"^#{1,6}\s+")
# A caption and its credit; shorter words before a full stop may be abbreviations.
_TWO_SENTENCES = re.compile(r"\w{3}[.]\s[^\W\d_a-z]")
_FEWEST_TITLE_WORDS = 3
_LONGEST_TITLE = 300
# Those nearest to the article: a page of a hundred thousand links must not be compared line by line.
_MOST_CANDIDATES = 60


@dataclass(frozen=True)
class Given:
    """What the format of an article says of it, before its text is looked at; None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    given_id: str | None = None
    published: PublicationTime | None = None
    author: str | None = None
    language: str | None = None
    source: str | None = None
    origin: str | None = None
    """Who wrote it first, where whoever gives the article says so."""
    syndicated_from: str | None = None
    """Where the page says that it was taken from; the text may name somebody behind that."""


def assemble(text: str, given: Given) -> Article:
    """The article that `text` is: what was given, the rest from the text where it says so, its litter marked.

    A footer that names another outlet makes the text that outlet's: title, date and origin come from it, and
    the outlet too where no other is known.
    """
    layout = find_layout(text, title=given.title)
    footer = find_feed_footer(layout, title=given.title)
    title, title_outlet = _find_title(layout, given, footer)
    layout = layout if title == given.title else lay_out(layout.blocks, title=title)
    found = footer.outlet if footer else find_origin(layout, author=given.author)
    origin = agency_name(given.origin) if given.origin else found or _other_than_own(given)
    body = "\n".join(block.text for block in layout.body)
    language = find_language(body, given=given.language)
    day_first = prefers_day_first(text, language=language, url=given.url)
    return Article(
        text=text,
        outlet=given.outlet or title_outlet or _host(given.url) or _find_outlet(layout, origin),
        title=title,
        url=given.url,
        given_id=given.given_id,
        author=given.author or _find_author(layout),
        published=given.published or (footer and footer.published) or find_published(layout, day_first=day_first),
        language=language,
        origin=origin,
        source=given.source,
        litter=with_glued_links(text, layout.litter),
    )


def find_published(layout: Layout, *, day_first: bool = False) -> PublicationTime | None:
    """The date on a line outside the article's own sentences: the first before it, else the first behind it.

    Dates in running text are what the article tells of, never when it was published; a dateline is taken
    when it has the year.
    """
    start = _body_start(layout)
    head = [block.text for block in outside(layout) if block.short and block.start < start]
    behind = [block.text for block, mark in _marked(layout) if mark == "date" and block.start >= start]
    for text in (*head, *_dateline(layout), *behind):
        dates = find_dates(text, day_first=day_first)
        if dates:
            return dates[0].published
    return None


def split_title(written: str, *, known: bool = False) -> tuple[str, str | None]:
    """A page title without the outlet behind it, and that outlet: "Title | The Outlet".

    A dash before the outlet counts only where the title is `known` from elsewhere: headlines have dashes too.
    """
    match = _BARRED.match(written) or (_DASHED.match(written) if known else None)
    if match is None or len(match["title"].split()) < _FEWEST_TITLE_WORDS or len(match["outlet"].split()) > 6:
        return written, None
    return match["title"], match["outlet"].strip()


def _find_title(layout: Layout, given: Given, footer: FeedFooter | None) -> tuple[str | None, str | None]:
    if given.title:
        return given.title, None
    candidates = [_bare(block) for block in layout.head if _may_be_title(block)][-_MOST_CANDIDATES:]
    if footer and not candidates:
        return footer.title, None
    whole = _repeated_inside(candidates) or max(candidates, key=lambda one: len(one.split()), default=None)
    if whole is None:
        return None, None
    titled, outlet = split_title(whole)
    outlets = (split_title(one, known=True) for one in candidates if one.startswith(titled))
    return titled, outlet or next((named for rest, named in outlets if named and rest == titled), None)


def _bare(block: Block) -> str:
    return " ".join(_MARKDOWN.sub("", block.text).split())


def _may_be_title(block: Block) -> bool:
    if not block.short or len(block.text) > _LONGEST_TITLE or block.words < _FEWEST_TITLE_WORDS:
        return False
    if block.without_addresses is not None or block.stops or _TWO_SENTENCES.search(block.text):
        return False
    if find_dates(block.text):
        return False
    return find_byline_names(block) is None and not (is_labelled(block) and block.words < 5)


def _repeated_inside(candidates: list[str]) -> str | None:
    """The longest candidate that another repeats, alone or with more words glued to either end."""
    repeated = [
        one
        for at, one in enumerate(candidates)
        if any(_holds(other, one) for other in candidates[:at] + candidates[at + 1 :])
    ]
    return max(repeated, key=len, default=None)


def _holds(other: str, one: str) -> bool:
    return other.startswith(one) or other.endswith(one)


def _find_author(layout: Layout) -> str | None:
    bylines = (block for block, mark in _marked(layout) if mark == "byline")
    return next((names for names in map(find_byline_names, bylines) if names), None)


def _find_outlet(layout: Layout, origin: str | None) -> str | None:
    """The masthead, else the holder of the copyright, else whoever wrote it first."""
    holder = find_masthead(layout) or find_copyright_holder(layout)
    return agency_name(holder) if holder else origin


def _other_than_own(given: Given) -> str | None:
    """Where the page says that it was taken from, unless that is the outlet itself."""
    named = given.syndicated_from
    return agency_name(named) if named and outlet_key(named) != outlet_key(given.outlet) else None


def _host(url: str | None) -> str | None:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _marked(layout: Layout) -> Iterator[tuple[Block, str | None]]:
    return zip(layout.blocks, layout.marks, strict=True)


def _body_start(layout: Layout) -> int:
    return next((block.start for block in layout.body), 0)


def _dateline(layout: Layout) -> Iterator[str]:
    """The place and date before the first dash of an article: short, with nothing like a sentence in it."""
    first = next((block.text[:120] for block in layout.body), "")
    place, dash, _ = first.partition(" — ") if " — " in first else first.partition(" – ")
    if dash and len(place) <= 60 and not re.search(r"[.!?]\s+[A-Z][a-z]+\s[a-z]", place):
        yield place
