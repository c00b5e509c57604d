"""Forms are taken from our own pages only: a foreign page must not post in a reader's name."""

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Header
from fastapi.responses import RedirectResponse

from service.errors import CrossclaimError


class ForeignPostError(CrossclaimError):
    """The form was not sent by one of our pages."""

    code = "foreign-post"
    status = 403


async def check_same_origin(
    host: Annotated[str, Header()] = "",
    origin: Annotated[str | None, Header()] = None,
    sec_fetch_site: Annotated[str | None, Header()] = None,
) -> None:
    """Raises ForeignPostError unless the browser says that the form stands on a page of this address.

    `Sec-Fetch-Site` is what no script can set; browsers that do not send it send `Origin` with a post. Which names
    this address may have is for `KnownHosts` to say.
    """
    same = sec_fetch_site == "same-origin" if sec_fetch_site else _is_of(origin, host)
    if not same:
        raise ForeignPostError(
            "This form was not sent from a page of this address, so nothing was changed. Open the page here and "
            "send it again; programs use the API under /api/v1."
        )


def see_other(address: str) -> RedirectResponse:
    """After a post: the page at this address, so that reloading does not post again."""
    return RedirectResponse(address, status_code=303)


def _is_of(origin: str | None, host: str) -> bool:
    try:
        return bool(origin) and bool(host) and urlsplit(origin or "").netloc.lower() == host.lower()
    except ValueError:  # a bracket that is not closed
        return False


SAME_ORIGIN = [Depends(check_same_origin)]
