"""Reports, in the form that is asked for, and the framings table by itself."""

from typing import Annotated, Any, cast

from fastapi import APIRouter, Header, Query, Response

from service.reports.framings import find_framings
from service.reports.json_form import matrix_form
from service.reports.matrix import make_matrix
from service.reports.renderings import render
from service.reports.values import FramingFilter, ReportFilter, ReportKind
from service.reports.views import find_report
from service.store.times import now
from service.web.deps import WorkspaceDep
from service.web.forms import framing_form
from service.web.negotiation import choose_type
from service.web.queries import FramingQuery, ReportQuery
from service.web.shapes import FramingsForm, MatrixForm

router = APIRouter(tags=["reports"])

TYPES = {
    "application/json": "json",
    "text/markdown": "markdown",
    "text/html": "html",
    "text/csv": "csv",
}
"""What a report can be had as; the first is given where the client has no preference."""

PAGE_POLICY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
}
"""No script, nothing fetched. The page itself narrows styles down to its own by their hash."""

RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The report.",
        "content": {"application/json": {"schema": {"type": "object"}}}
        | {media_type: {"schema": {"type": "string"}} for media_type in list(TYPES)[1:]},
    }
}


@router.get("/reports/{kind}", response_class=Response, responses=RESPONSES)
def show_report(
    kind: ReportKind,
    asked: Annotated[ReportQuery, Query()],
    workspace: WorkspaceDep,
    accept: Annotated[str | None, Header()] = None,
) -> Response:
    """A report as JSON, Markdown, HTML or CSV, by the Accept header; judgements are obeyed."""
    media_type = choose_type(accept, list(TYPES))
    wanted, least = ReportFilter(**asked.model_dump()), workspace.settings.least_confidence
    with workspace.store.reading() as connection:
        report = find_report(connection, kind, wanted, generated_at=now(), least=least)
    headers = {"Vary": "Accept"} | (PAGE_POLICY if media_type == "text/html" else {})
    return Response(render(report, TYPES[media_type]), media_type=media_type, headers=headers)


@router.get("/framings")
def list_framings(asked: Annotated[FramingQuery, Query()], workspace: WorkspaceDep) -> FramingsForm:
    """Who evaluates what, how, and in which words: each appraisal by itself, and outlets by evaluation."""
    wanted = FramingFilter(**asked.model_dump(exclude={"limit"}))
    with workspace.store.reading() as connection:
        found = find_framings(connection, wanted)
    matrix = make_matrix(found, narrowed=bool(asked.topic or asked.target))
    return {
        "framings": [framing_form(row) for row in found[: asked.limit]],
        "total": len(found),
        "matrix": cast(MatrixForm, matrix_form(matrix)),
    }
