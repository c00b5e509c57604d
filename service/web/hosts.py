"""Which names the service answers to: a page of any name that leads here could else read and write as one of ours."""

from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from service.web.errors import problem

ANY = "*"


class KnownHosts:
    """Answers 421 to requests whose Host is neither an address nor one of the `names`; `*` among them lets all in.

    Whoever owns a name can have it lead to our address (DNS rebinding), and to the browser their page is then of the
    same origin as ours. Nobody can do that with an address, so any will do: a service that listens on all addresses of
    a machine need not know them.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str]) -> None:
        self._app = app
        self._names = frozenset(map(_name_of, names)) - {""}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one connection."""
        app = self._app if scope["type"] != "http" else self._app_for(_name_of(Headers(scope=scope).get("host", "")))
        await app(scope, receive, send)

    def _app_for(self, name: str) -> ASGIApp:
        if self._is_known(name):
            return self._app
        detail = (
            f"This service does not go by the name {name[:80]!r}. Open it by its address; if the name is to lead here, "
            "start it with the name in CROSSCLAIM_ALLOWED_HOSTS."
        )
        return problem(421, "unknown-host", detail=detail)

    def _is_known(self, name: str) -> bool:
        return name in self._names or ANY in self._names or _is_address(name)


def _name_of(host: str) -> str:
    """The name or address in a Host header, in small letters, without brackets and port; empty where there is none."""
    try:
        return (urlsplit(f"//{host.strip()}").hostname or "").removesuffix(".")
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
