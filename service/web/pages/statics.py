"""What pages load: our style sheet, scripts and icon, under addresses that change with their content."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fastapi import APIRouter, Response

from service.errors import NotFoundError
from service.reports.page import TEMPLATES as REPORT_TEMPLATES

router = APIRouter(include_in_schema=False)

FOLDER = Path(__file__).parent / "static"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
FOR_EVER = "public, max-age=31536000, immutable"
CHECK_AGAIN = "no-cache"


@dataclass(frozen=True)
class Static:
    """A file that pages load; `version` is the start of the SHA-256 of its content, in hexadecimal."""

    content: bytes
    media_type: str

    @property
    def version(self) -> str:
        """Changes with the content."""
        return hashlib.sha256(self.content).hexdigest()[:16]


@router.get("/static/{name}")
async def static_file(name: str, v: str = "") -> Response:
    """The file; it may be kept for ever when it was asked for by its version."""
    found = find_statics().get(name)
    if found is None:
        raise NotFoundError(f"There is no file {name!r} under /static.")
    headers = {"Cache-Control": FOR_EVER if v == found.version else CHECK_AGAIN}
    return Response(found.content, media_type=found.media_type, headers=headers)


def asset(name: str) -> str:
    """The address of a file under `static/`, with its version; KeyError for one that is not there."""
    return f"/static/{name}?v={find_statics()[name].version}"


@cache
def find_statics() -> dict[str, Static]:
    """All of them, by name. The style of the reports is the bottom layer of the pages' own."""
    files = {path.name: path for path in FOLDER.iterdir() if path.suffix in TYPES}
    found = {name: Static(path.read_bytes(), TYPES[path.suffix]) for name, path in files.items()}
    below = b"@layer report {\n" + (REPORT_TEMPLATES / "page.css").read_bytes() + b"}\n"
    return found | {"app.css": Static(below + found["app.css"].content, TYPES[".css"])}
