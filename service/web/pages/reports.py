"""Reports: chosen by kind, topic, time and outlet; shown here, and to be taken away as a file."""

import re
import unicodedata
from dataclasses import replace
from datetime import date
from typing import Annotated, Literal
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse

from service.reports.framings import shorten
from service.reports.renderings import render as render_report
from service.reports.standfirst import STANDFIRST
from service.reports.values import KINDS, Report, ReportKind
from service.reports.views import TITLES, find_report
from service.store.outlets import find_outlets
from service.store.times import now
from service.web.api.reports import PAGE_POLICY, TYPES
from service.web.deps import WorkspaceDep
from service.web.pages.asked import ReportAsked, ReportPageAsked
from service.web.pages.framings import LONG
from service.web.pages.rendering import render
from service.workspace import Workspace

router = APIRouter(include_in_schema=False)

MOST_BESIDE = 8
"""Outlets of the table of evaluations, and tellers of an agreed statement besides the pair, that a briefing shows."""
LONGEST_TOPIC = 40
"""Code points of a topic that go into the name of a file."""
_NO_LETTERS = re.compile(r"[\W_]+")

Suffix = Literal["html", "md", "csv", "json"]

FILES: dict[Suffix, tuple[str, str]] = {
    "html": ("Page", "one file with everything in it, for reading, mailing and printing"),
    "md": ("Markdown", "for a wiki or a mail"),
    "csv": ("CSV", "for a spreadsheet"),
    "json": ("JSON", "for tools"),
}
MEDIA_TYPES: dict[Suffix, str] = {
    "html": "text/html", "md": "text/markdown", "csv": "text/csv", "json": "application/json",
}  # fmt: skip


@router.get("/reports")
def reports_page(asked: Annotated[ReportPageAsked, Query()], request: Request, workspace: WorkspaceDep) -> HTMLResponse:
    """The form and, for a kind, the report with its downloads."""
    report = _for_reading(_find(workspace, asked.kind, asked)) if asked.kind else None
    with workspace.store.reading() as connection:
        outlets = find_outlets(connection)
    return render(
        request,
        "reports.html",
        asked=asked,
        report=report,
        outlets=outlets,
        kinds=[(kind, TITLES[kind], STANDFIRST[kind]) for kind in KINDS],
        files=[(name, about, file_address(asked, suffix)) for suffix, (name, about) in FILES.items()],
        goes_on=goes_on,
        most_beside=MOST_BESIDE,
    )


@router.get("/reports/{kind}.{suffix}")
def report_file_page(
    kind: ReportKind, suffix: Suffix, asked: Annotated[ReportAsked, Query()], workspace: WorkspaceDep
) -> Response:
    """The report as a file to keep, named by its kind, its topic and the day."""
    media_type = MEDIA_TYPES[suffix]
    text = render_report(_find(workspace, kind, asked), TYPES[media_type])
    headers = {
        "Content-Disposition": attachment(file_stem(kind, asked.topic), suffix),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return Response(text, media_type=media_type, headers=headers | (PAGE_POLICY if suffix == "html" else {}))


def file_stem(kind: ReportKind, topic: str | None) -> str:
    """What a report's file is called: kind, topic and day; letters, digits and hyphens only, of any script."""
    words = _NO_LETTERS.sub("-", unicodedata.normalize("NFKC", topic or "").casefold())[:LONGEST_TOPIC].strip("-")
    return "-".join(filter(None, ("crossclaim", kind, words, f"{date.today():%Y-%m-%d}")))


def attachment(stem: str, suffix: str) -> str:
    """The header that names a file: in ASCII, and, where that is not all of it, in UTF-8 too (RFC 6266)."""
    ascii_only = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    plain = re.sub("-{2,}", "-", ascii_only)
    named = f'attachment; filename="{plain}.{suffix}"'
    return named if plain == stem else f"{named}; filename*=UTF-8''{quote(stem, safe='')}.{suffix}"


def file_address(asked: ReportPageAsked, suffix: Suffix) -> str:
    """Where the report that is asked for can be had as a file."""
    given = {name: value for name, value in asked.model_dump(exclude={"kind"}).items() if value is not None}
    return f"/reports/{asked.kind}.{suffix}?{urlencode(given, errors='replace')}"


def goes_on(part: Report) -> bool:
    """Whether the report of this part's own kind shows more of it than a briefing that is as long."""
    counts = part.counts
    left_out = any(group.left_out for group in part.framings) or len(part.framings) == part.wanted.limit
    return left_out or counts.joined > 0 or counts.shown < counts.pairs + counts.claims + counts.statements


def _for_reading(report: Report) -> Report:
    """The report with long bodies of appraisals shortened: its files have all rows, and a page of them is megabytes."""
    groups = (shorten(group) if len(group.rows) > LONG else group for group in report.framings)
    return replace(report, framings=tuple(groups))


def _find(workspace: Workspace, kind: ReportKind, asked: ReportAsked) -> Report:
    least = workspace.settings.least_confidence
    with workspace.store.reading() as connection:
        return find_report(connection, kind, asked.wanted, generated_at=now(), least=least)
