"""Who else an article was taken from, as the fields of feeds and agencies and the heads of pages say it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

_SOURCES = ("//meta[@name='original-source' or @name='syndication-source']/@content",)
_CANONICAL = ("//link[@rel='canonical']/@href",)
_OWN = ("//meta[@property='og:url']/@content",)
_LINKED_DATA = "//script[@type='application/ld+json']/text()"
_NAMING = ("name", "title", "literal")
_ADDRESSING = ("url", "href", "@id", "uri")
_LONGEST = 100


def find_stated_origin(given: Mapping[str, object]) -> str | None:
    """The outlet in `source`, as feeds have it (RSS 2.0, Atom: its title, else the site of its address), or in
    `infosources`, as agencies do (ninjs). A bare word in small letters is some program's own note, not an outlet.
    """
    stated = given.get("infosources")
    sources = [given.get("source"), *(stated if isinstance(stated, list) else [])]
    return next((name for name in map(_find_name, sources) if name), None)


def find_syndication(tree: Any, url: str | None) -> str | None:  # noqa: ANN401 - lxml has no types
    """Whose article a page says it shows: what it is based on, or the site that it calls the right address.

    `url` is the page's own address, where it is known; links within one site tell nothing.
    """
    linked = list(_linked_names(tree))
    own = url or next(iter(_values(tree, _OWN)), None)
    elsewhere = (*_values(tree, _SOURCES), *(_values(tree, _CANONICAL) if own else ()))
    sites = (find_site(one) for one in elsewhere if not own or not is_one_site(one, own))
    return next((name for name in (*linked, *sites) if name), None)


def find_site(url: str) -> str | None:
    """The host of a web address without "www."; None where it is none."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    return host if parts.scheme in ("http", "https") and "." in host else None


def is_one_site(a: str, b: str) -> bool:
    """Whether two addresses are of one site ("amp.gazette.example", "www.gazette.example"); also where one is none."""
    sites = [find_site(one) for one in (a, b)]
    return None in sites or len({_registered(site) for site in sites if site}) == 1


def _registered(site: str) -> str:
    """The last two labels; three where these are short ("gazette.co.uk")."""
    labels = site.split(".")
    short = len(labels) > 2 and len(labels[-1]) <= 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3 if short else -2 :])


def _find_name(source: object) -> str | None:
    if isinstance(source, str):
        written = " ".join(source.split())
        named = find_site(written) or (written if written != written.lower() else None)
        return named if named and len(named) <= _LONGEST else None
    if not isinstance(source, Mapping):
        return None
    names = (" ".join(source[key].split()) for key in _NAMING if isinstance(source.get(key), str))
    sites = (find_site(source[key]) for key in _ADDRESSING if isinstance(source.get(key), str))
    return next((name for name in (*names, *sites) if name and len(name) <= _LONGEST), None)


def _linked_names(tree: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    for script in _values(tree, (_LINKED_DATA,)):
        try:
            yield from _names_in(json.loads(script))
        except (ValueError, RecursionError):
            continue


def _names_in(value: object) -> Iterator[str]:
    """Publishers of what a work is based on, and the organisations that it says it comes from (schema.org)."""
    for work in _objects(value):
        for based in _each(work.get("isBasedOn")):
            publisher = based.get("publisher") if isinstance(based, Mapping) else None
            yield from filter(None, map(_find_name, _each(publisher)))
        yield from filter(None, map(_find_name, _each(work.get("sourceOrganization"))))


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, Mapping):
        yield value
        yield from (one for key in ("@graph", "mainEntity") for one in _objects(value.get(key)))
    elif isinstance(value, list):
        yield from (one for item in value for one in _objects(item))


def _each(value: object) -> Iterable[object]:
    return value if isinstance(value, list) else [value]


def _values(tree: Any, paths: tuple[str, ...]) -> list[str]:  # noqa: ANN401 - lxml has no types
    return [] if tree is None else [str(value) for path in paths for value in tree.xpath(path)]
