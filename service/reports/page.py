"""Reports as one self-contained HTML page: no script, nothing fetched, and text from articles is only ever text."""

import base64
import hashlib
from collections import Counter
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from models.base import Evaluation
from service.reports import standfirst, wording
from service.reports.framings import APPROVING, DISAPPROVING
from service.reports.highlights import find_parts, find_rewritten
from service.reports.values import FramingGroup, Report, ReportKind

TEMPLATES = Path(__file__).parent / "templates"
SIGNS: dict[ReportKind, str] = {"agreements": "=", "contradictions": "≠", "changed": "→", "framings": "⇄"}
MOST_IN_CELL = 3


def as_html(report: Report) -> str:
    """The report as a page that can be mailed, printed and read in the dark; its policy lets nothing be loaded."""
    style = (TEMPLATES / "page.css").read_text("utf-8")
    page = _own_environment().get_template("report.html")
    # The style sheet is ours; marked as safe because escaping would change the bytes that the policy names.
    return page.render(report=report, style=Markup(style), policy=_policy(style)) + "\n"  # noqa: S704


def _policy(style: str) -> str:
    """Allows exactly this style sheet by its hash: no script, no image, no frame, no form, no other style."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _tally(group: FramingGroup) -> dict[Evaluation, int]:
    """How often a body evaluates which way, warm to cold: its opposites at a glance."""
    return dict(group.counted or Counter(row.evaluation for row in group.rows))


def _leaning(evaluation: Evaluation) -> str:
    if evaluation in APPROVING:
        return "warm"
    return "cold" if evaluation in DISAPPROVING else "even"


def make_environment(*more: BaseLoader) -> Environment:
    """Templates in which text of articles is only ever text, with the macros that show claims and pairs.

    `more` are looked into first; the web app's pages are made with the same macros.
    """
    environment = Environment(
        loader=ChoiceLoader([*more, FileSystemLoader(TEMPLATES)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_plain,
    )
    environment.context_class = _Context
    environment.globals.update(
        say=wording,
        parts_of=find_parts,
        rewritten=find_rewritten,
        words=standfirst,
        leaning=_leaning,
        tally=_tally,
        sign=SIGNS,
        most_in_cell=MOST_IN_CELL,
    )
    return environment


@cache
def _own_environment() -> Environment:
    return make_environment()


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a template prints
    if type(value) is str:  # nearly all is, and there are twenty thousand in a long report
        return value if value.isprintable() else wording.plain(value)
    return wording.plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


class _Context(Context):
    """Calls macros and plain functions directly: to look at each for what it could be takes longer than most calls."""

    def call(self, called: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """What the call returns, as Jinja's own way to call gives it."""
        if type(called) is not Macro and (type(called) is not FunctionType or hasattr(called, "jinja_pass_arg")):
            return super().call(called, *args, **kwargs)
        kwargs.pop("_loop_vars", None)  # only what asks for the context sees them
        kwargs.pop("_block_vars", None)
        return called(self.eval_ctx, *args, **kwargs) if type(called) is Macro else called(*args, **kwargs)
