"""Ingest: articles come in as files or as pasted text, and one sees how far they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from service.domain.articles import Article
from service.domain.jobs import Job
from service.errors import BadInputError
from service.flows.ingest import Accepted, accept_allowed
from service.intake.reading import SUFFIXES, Allowance, Rejected, read_named, read_object
from service.reports.wording import web_address
from service.store.articles import ArticleLine, find_lines
from service.store.jobs import find_jobs
from service.store.outlets import find_outlets
from service.web.deps import WorkspaceDep
from service.web.middleware import LARGEST_BODY
from service.web.pages.asked import MOST_JOBS, IngestAsked, ranges_of
from service.web.pages.guard import SAME_ORIGIN, see_other
from service.web.pages.rendering import render
from service.workspace import Workspace

router = APIRouter(include_in_schema=False)

SHOWN = 100
"""So many articles are shown one by one; of the others only how many are done."""
MOST_FILES = 1_000
FIELDS = ("outlet", "title", "url", "published_at", "author", "language", "text")
ENDED = frozenset({"done", "failed"})


@dataclass(frozen=True)
class Step:
    """How far one article is: waiting, reading, comparing, done or failed; `again`: it will be tried again."""

    article_id: str | None
    title: str | None
    outlet: str | None
    state: str
    claims: int | None
    error: str | None
    again: bool


@dataclass(frozen=True)
class Taken:
    """What became of what was sent: jobs, articles that were known before, what was rejected, and the form."""

    job_ids: Sequence[int]
    known: int
    rejected: Sequence[Rejected] = ()
    given: Mapping[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where one looks again."""
        return f"/ingest?jobs={ranges_of(self.job_ids)}&known={self.known}"

    @property
    def nothing(self) -> bool:
        """All that was sent was rejected."""
        return bool(self.rejected) and not self.job_ids and not self.known


@router.get("/ingest")
def ingest_page(asked: Annotated[IngestAsked, Query()], request: Request, workspace: WorkspaceDep) -> HTMLResponse:
    """The forms and, of the jobs that are asked about, how far they are; a script looks again until all have ended."""
    return _show(request, workspace, Taken(asked.job_ids, asked.known))


@router.post("/ingest/files", dependencies=SAME_ORIGIN)
async def ingest_files_page(request: Request, workspace: WorkspaceDep) -> Response:
    """Takes the articles of the files in; what holds none is named, and the others are taken all the same."""
    async with request.form(max_files=MOST_FILES) as form:
        files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
        found = await run_in_threadpool(_read_files, files)
    if not found:
        found = [Rejected("Nothing", "No file was chosen. Choose one or more files, then send them.")]
    return await run_in_threadpool(_take, request, workspace, found)


@router.post("/ingest/text", dependencies=SAME_ORIGIN)
async def ingest_text_page(request: Request, workspace: WorkspaceDep) -> Response:
    """Takes one article in that was pasted, with what is known of it."""
    async with request.form(max_part_size=LARGEST_BODY) as form:
        given = _fields(form)
    found = await run_in_threadpool(_read_text, given)
    return await run_in_threadpool(_take, request, workspace, [found], given)


def _read_files(files: Sequence[UploadFile]) -> list[Article | Rejected]:
    """What the files hold; unpacked, all of them may have as many bytes as a body, since it is all held at once.

    Lines can be short, so no more articles are read than the page can watch; that there are more is told first.
    """
    allowance = Allowance(LARGEST_BODY)
    found = (one for file in files for one in read_named(file.file, file.filename or "", allowance=allowance))
    taken = list(islice(found, MOST_JOBS))
    if next(found, None) is None:
        return taken
    beyond = f"The rest was not read: no more than {MOST_JOBS:,} articles can be sent together."
    return [Rejected("The rest", f"{beyond} Split the files, and send the parts one at a time."), *taken]


def _fields(form: FormData) -> dict[str, str]:
    """What was filled in; browsers send line breaks as CR LF."""
    given = {name: form.get(name) for name in FIELDS}
    return {
        name: value.replace("\r\n", "\n") for name, value in given.items() if isinstance(value, str) and value.strip()
    }


def _read_text(given: dict[str, str]) -> Article | Rejected:
    try:
        article = read_object(given)
    except BadInputError as error:
        return Rejected("The text", str(error))
    return _find_slip(given, article) or article


def _find_slip(given: Mapping[str, str], article: Article) -> Rejected | None:
    """What whoever fills in a form can put right at once, though a feed with the same in it is taken as it is."""
    address, published = given.get("url"), article.published
    if address and not web_address(address):
        how = "write it in full, as https://paper.example/story, or leave it out"
        return Rejected("The address", f"The address {address[:80]!r} is no link; {how}.")
    if given.get("published_at") and published and published.other:
        said = (
            f"The date {given['published_at'][:40]} can be read in two ways; "
            f"write {published.value} or {published.other}, whichever is meant."
        )
        return Rejected("The date", said)
    return None


def _take(
    request: Request, workspace: Workspace, found: Sequence[Article | Rejected], given: Mapping[str, str] | None = None
) -> Response:
    """Goes on to the progress; where something was rejected, that is shown first, with the form as it was filled in."""
    taken_in = accept_allowed(workspace, [one for one in found if isinstance(one, Article)])
    accepted = [one for one in taken_in if isinstance(one, Accepted)]
    rejected = [one for one in (*found, *taken_in) if isinstance(one, Rejected)]
    job_ids = [one.job_id for one in accepted if one.job_id is not None]
    taken = Taken(job_ids, len(accepted) - len(job_ids), rejected, given or {})
    return _show(request, workspace, taken) if rejected else see_other(f"{taken.address}#jobs")


def _show(request: Request, workspace: Workspace, taken: Taken) -> HTMLResponse:
    with workspace.store.reading() as connection:
        jobs = find_jobs(connection, taken.job_ids)
        after = {job.id: job for job in find_jobs(connection, [job.following for job in jobs if job.following])}
        named = [job.payload["article_id"] for job in jobs[:SHOWN] if job.payload.get("article_id")]
        lines, outlets = find_lines(connection, named), find_outlets(connection)
    states = [_state(job, after.get(job.following or 0))[0] for job in jobs]
    shown = [_step(job, after.get(job.following or 0), lines) for job in jobs[:SHOWN]]
    return render(
        request,
        "ingest.html",
        status=422 if taken.nothing else 200,
        taken=taken,
        steps=shown,
        total=len(states),
        ended=sum(state in ENDED for state in states),
        failed=states.count("failed"),
        outlets=outlets,
        suffixes=SUFFIXES,
    )


def _step(job: Job, following: Job | None, lines: Mapping[str, ArticleLine]) -> Step:
    """An article is done when it was read and, where that follows, compared."""
    state, told = _state(job, following)
    line = lines.get(str(job.payload.get("article_id")))
    return Step(
        article_id=line.id if line else None,
        title=line.title if line else (job.payload.get("article") or {}).get("title"),
        outlet=line.outlet if line else (job.payload.get("article") or {}).get("outlet"),
        state=state,
        claims=(job.outcome or {}).get("claims"),
        error=told.error,
        again=told.state == "waiting" and told.error is not None,
    )


def _state(job: Job, following: Job | None) -> tuple[str, Job]:
    told = following if job.state == "done" and following else job
    if told.state == "quarantined":
        return "failed", told
    if told.state == "done":
        return "done", told
    if told is following:
        return "comparing", told
    return ("reading" if told.state == "running" else "waiting"), told
