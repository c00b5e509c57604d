"""The JSON form of an article, as lines, files and the API give it."""

import json
from collections.abc import Mapping

from service.domain.articles import Article, PublicationTime
from service.errors import BadInputError
from service.intake.dates import prefers_day_first, read_date
from service.intake.decoding import storable
from service.intake.html import read_html
from service.intake.metadata import Given, assemble
from service.intake.syndication import find_stated_origin

_TEXTS = ("id", "url", "title", "outlet", "published_at", "author", "language", "origin", "text", "html")
_LONG = {"text", "html"}


def read_object(given: Mapping[str, object], *, source: str | None = None) -> Article:
    """The article in the API's JSON form; only `text` or `html` is required, unknown keys are passed over.

    `origin` is who wrote it first; feeds say it as `source`, agencies as `infosources`.

    Raises BadInputError, naming the field, for what is missing, of the wrong type, empty, or not readable.
    """
    where = source or "the article"
    fields = {name: _text_field(given, name, where) for name in _TEXTS}
    text, html = fields["text"], fields["html"]
    if text is None and html is None:
        raise BadInputError(f'{where} has no text; give its words as "text", or the page that it stands on as "html".')
    if text is not None and html is not None:
        raise BadInputError(f'{where} has both "text" and "html"; keep one of them.')
    known = Given(
        title=fields["title"],
        outlet=fields["outlet"],
        url=fields["url"],
        given_id=fields["id"],
        published=_published(fields, where),
        author=fields["author"],
        language=fields["language"],
        source=source,
        origin=fields["origin"] or _stated_origin(given),
    )
    return read_html(html, known) if html is not None else assemble(text or "", known)


def read_json(text: str, where: str) -> object:
    """The value that `text` is in JSON, with every key once; raises BadInputError, naming `where`, if it is none."""
    try:
        return json.loads(text.lstrip("\ufeff"), object_pairs_hook=_without_duplicates)
    except BadInputError as error:
        raise BadInputError(f"{where}: {error}") from error
    except RecursionError as error:
        raise BadInputError(f"{where} is nested too deeply to be an article.") from error
    except ValueError as error:
        raise BadInputError(f"{where} is not valid JSON ({error}); write one article as one object.") from error


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadInputError(f"the key {twice!r} stands there twice; keep one.")
    return found


def read_value(value: object, where: str) -> Article:
    """The article that a JSON value is; raises BadInputError, naming `where`, if it is none."""
    if not isinstance(value, dict):
        raise BadInputError(f'{where} is JSON, but no object; write an article as {{"text": …}}.')
    return read_object(value, source=where)


def _text_field(given: Mapping[str, object], name: str, where: str) -> str | None:
    """The field as a string that can be stored; None when it is absent, null or, unless it is long, blank."""
    value = given.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadInputError(f"{where}: {name} must be a string, not {type(value).__name__}.")
    if not value.strip() and name in _LONG:
        raise BadInputError(f"{where}: {name} is empty; there is nothing to read.")
    if name in _LONG:
        return storable(value, source=f"{where}: {name}")
    return " ".join(storable(value, source=f"{where}: {name}").split()) or None


def _stated_origin(given: Mapping[str, object]) -> str | None:
    stated = find_stated_origin(given)
    return storable(stated, source="the source") if stated else None


def _published(fields: Mapping[str, str | None], where: str) -> PublicationTime | None:
    written = fields["published_at"]
    if written is None:
        return None
    evidence = fields["text"] or ""
    language = (fields["language"] or "en")[:2].lower()
    read = read_date(written, day_first=prefers_day_first(evidence, language=language, url=fields["url"]))
    if read is None:
        raise BadInputError(
            f"{where}: published_at {written[:60]!r} is no date that can be read; write 2025-12-08 or "
            "2025-12-08T16:15:00+00:00."
        )
    return read
