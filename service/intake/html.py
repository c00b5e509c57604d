"""Web pages: the article's paragraphs, and what the page says of it."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

import trafilatura
from trafilatura.settings import Document

from service.domain.articles import Article, PublicationTime
from service.errors import BadInputError
from service.intake.dates import read_date
from service.intake.metadata import Given, assemble, split_title
from service.intake.syndication import find_syndication

_DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@property='og:published_time' or @name='article:published_time']/@content",
    "//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime",
    "//meta[@name='pubdate' or @name='publishdate' or @name='date' or @name='DC.date.issued']/@content",
)
_TIMES = ("//article//time/@datetime", "//header//time/@datetime", "//time/@datetime")
_FIELDS = ("//meta[not(contains(@name, 'modif') or contains(@property, 'modif'))]/@content",)
_HEADINGS = "//h1 | //h2 | //h3"
_LINKED_DATA = "//script[@type='application/ld+json']/text()"


def read_html(page: str, given: Given) -> Article:
    """The article on a web page; what `given` says wins over what the page says.

    Raises BadInputError when the page holds no text that could be an article.
    """
    # A fragment is taken for no HTML at all, so it gets the frame of a page.
    if "<html" not in page[:4096].lower():
        page = f"<html><body>{page}</body></html>"
    found = _extract(page, source=given.source or "the page")
    text = (found.text or "").strip()
    if not text:
        raise BadInputError(
            f"{given.source or 'the page'} holds no article that could be found; give its text instead."
        )
    return assemble(text, _merged(page, given, found))


def _extract(page: str, *, source: str) -> Document:
    """trafilatura's reading, sparing with what surrounds the article; failing that, with all visible text."""
    try:
        found = _strict(page, favor_precision=True) or _strict(page, favor_precision=False)
        if found is None:
            found = trafilatura.extract_metadata(page)
            found.text = trafilatura.html2txt(page)
    except Exception as error:  # parsers of broken markup fail in ways of their own; they are told apart nowhere
        raise BadInputError(
            f"{source} cannot be parsed as HTML ({error!r}); check the page, or give its text."
        ) from error
    return found


def _strict(page: str, *, favor_precision: bool) -> Document | None:
    found = trafilatura.bare_extraction(
        page,
        favor_precision=favor_precision,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
    )
    return found if isinstance(found, Document) and (found.text or "").strip() else None


def _merged(page: str, given: Given, found: Document) -> Given:
    tree = trafilatura.load_html(page)
    title, outlet = _find_title(tree, found.title)
    outlet = found.sitename or outlet
    return Given(
        title=given.title or _without_outlet(title, outlet) or None,
        outlet=given.outlet or outlet,
        url=given.url or found.url,
        given_id=given.given_id,
        published=given.published or _find_date(tree, read_date(found.date or "")),
        author=given.author or (found.author or "").replace("; ", ", ") or None,
        language=given.language,
        source=given.source,
        origin=given.origin,
        syndicated_from=find_syndication(tree, given.url),
    )


def _find_title(tree: Any, found: str | None) -> tuple[str, str | None]:  # noqa: ANN401
    """The title found, else its first heading, else its window title; and the outlet behind the last."""
    window = " ".join("".join(_values(tree, ("//title//text()",))).split())
    headings = (" ".join(str(one.text_content()).split()) for one in _elements(tree, _HEADINGS))
    title = found or next((heading for heading in headings if heading), "")
    if not title:
        return split_title(window)
    parted, outlet = split_title(window, known=True)
    return split_title(title)[0], outlet if parted == title else None


def _without_outlet(title: str, outlet: str | None) -> str:
    rest = title.removesuffix(outlet).rstrip() if outlet else title
    return rest.rstrip("|-–— ") if rest != title and rest.endswith(("|", "-", "–", "—")) else title


def _find_date(tree: Any, day: PublicationTime | None) -> PublicationTime | None:  # noqa: ANN401
    """The publication time that the page states: in its head, its linked data, or its first time element.

    `day` is what trafilatura found: it reads more kinds of markup, but gives days only, and may take one from
    the text. It comes last, with the clock time from any field of the head that names the same day.
    """
    stated = chain(_values(tree, _DATES), _linked_dates(tree), _values(tree, _TIMES), _same_day(tree, day))
    return next((read for read in map(read_date, stated) if read), day)


def _same_day(tree: Any, day: PublicationTime | None) -> Iterator[str]:  # noqa: ANN401
    start = f"{day.value}T" if day else ""
    return (value for value in _values(tree, _FIELDS) if day and value.startswith(start))


def _elements(tree: Any, path: str) -> list[Any]:  # noqa: ANN401
    return [] if tree is None else list(tree.xpath(path))


def _values(tree: Any, paths: tuple[str, ...]) -> list[str]:  # noqa: ANN401
    return [str(value) for path in paths for value in _elements(tree, path)]


def _linked_dates(tree: Any) -> Iterator[str]:  # noqa: ANN401
    for script in _values(tree, (_LINKED_DATA,)):
        try:
            yield from _dates_in(json.loads(script))
        except (ValueError, RecursionError):
            continue


def _dates_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        stated = value.get("datePublished")
        if isinstance(stated, str):
            yield stated
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from _dates_in(child)
