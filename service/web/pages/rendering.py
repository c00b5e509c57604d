"""From templates to answers: the environment of all pages, and the headers that they go out with."""

from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, PrefixLoader

from service.domain.comparisons import Relation
from service.reports.page import SIGNS, make_environment
from service.reports.values import RELATION_OF
from service.store.jobs import count_unfinished
from service.web.pages.statics import asset

TEMPLATES = Path(__file__).parent / "templates"

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    # Under `no-referrer` browsers send "Origin: null" with forms; nothing leaves for other addresses either way.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""On every page: only our own style and scripts, no frame, forms to ourselves."""

NAVIGATION: tuple[tuple[str, str], ...] = (
    ("Search", "/"),
    ("Articles", "/articles"),
    ("Contradictions", "/contradictions"),
    ("Facts", "/facts"),
    ("Framings", "/framings"),
    ("Review", "/review"),
    ("Outlets", "/outlets"),
    ("Reports", "/reports"),
    ("Add articles", "/ingest"),
    ("Status", "/status"),
)
"""The pages by name, in the order of the header; those that the application does not serve are left out."""

RELATION_SIGNS: dict[Relation, str] = {
    **{RELATION_OF[kind]: sign for kind, sign in SIGNS.items()},
    "related": "~",
    "unrelated": "∅",
}
"""A sign beside each relation's word, so that colour is never all that tells them apart."""


def render(
    request: Request,
    template: str,
    *,
    status: int = 200,
    unfinished: int | None = None,
    **values: Any,  # noqa: ANN401
) -> HTMLResponse:
    """The page that the template makes of the values.

    It knows `request`, the navigation, and how many articles are still to be read or compared: until they are, an
    empty list does not mean that there is nothing. Where `unfinished` is given, the store is not asked for that.
    """
    page = _environment().get_template(f"desk/{template}")
    count = _count_unfinished(request) if unfinished is None else unfinished
    html = page.render(values, request=request, navigation=_navigation(request), unfinished=count)
    return HTMLResponse(html.encode("utf-8", "replace"), status, headers=HEADERS)


def here_with(request: Request, **changes: str | None) -> str:
    """The address of this page with other parameters; None takes one away."""
    gone = [name for name, value in changes.items() if value is None]
    kept = {name: value for name, value in changes.items() if value is not None}
    url = request.url.remove_query_params(gone).include_query_params(**kept)
    return f"{url.path}?{url.query}" if url.query else url.path


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """How many: "1 claim", "2,000 claims"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _count_unfinished(request: Request) -> int:
    with request.app.state.crossclaim.workspace.store.reading() as connection:
        return count_unfinished(connection)


def _navigation(request: Request) -> list[tuple[str, str]]:
    served: frozenset[str] = request.app.state.addresses
    return [(name, address) for name, address in NAVIGATION if address in served]


@cache
def _environment() -> Environment:
    environment = make_environment(PrefixLoader({"desk": FileSystemLoader(TEMPLATES)}))
    environment.globals.update(asset=asset, here_with=here_with, counted=counted, signs=RELATION_SIGNS)
    return environment
