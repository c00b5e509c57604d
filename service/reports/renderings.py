"""The renderings of a report, by name."""

from collections.abc import Callable

from service.errors import BadInputError
from service.reports.csv_form import as_csv
from service.reports.json_form import as_json
from service.reports.markdown_form import as_markdown
from service.reports.page import as_html
from service.reports.values import Report

FORMATS: dict[str, Callable[[Report], str]] = {
    "json": as_json,
    "markdown": as_markdown,
    "html": as_html,
    "csv": as_csv,
}


def render(report: Report, form: str) -> str:
    """The report as text that can be encoded as UTF-8; raises BadInputError for a format that does not exist."""
    if form not in FORMATS:
        raise BadInputError(f"There is no format {form!r}: choose one of {', '.join(FORMATS)}.")
    # Broken encodings leave lone surrogates in a text, which no file or answer can carry.
    return FORMATS[form](report).encode("utf-8", "replace").decode("utf-8")
