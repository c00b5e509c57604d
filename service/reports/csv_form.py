"""Reports as CSV, for spreadsheets: one line for each pair, or for each appraisal of the framings table.

RFC 4180 (comma, double quotes, CRLF). The framings report is its table only; its pairs are in the other formats.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping

from service.domain.claims import Claim
from service.reports.values import Framing, Item, Report, Side
from service.reports.wording import holder_of, link_to, one_line, origins_of

SIDE_COLUMNS = ("outlet", "holder", "stance", "published", "published_other", "quote", "title", "url", "also_run_by")
PAIR_COLUMNS = (
    "section", "comparison", "relation", "confidence", "independence", "one_origin",
    *(f"a_{name}" for name in SIDE_COLUMNS), *(f"b_{name}" for name in SIDE_COLUMNS),
    "reasons", "judgement", "judged_by", "judged_at", "judgement_note",
)  # fmt: skip
FRAMING_COLUMNS = (
    "body", "divided", "actor", "evaluation", "target", "words", "sentence", *SIDE_COLUMNS,
)  # fmt: skip

# A spreadsheet takes such a cell for a formula, also behind white space and in the full-width forms:
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"^\s*[=+\-@\t\r＝＋－＠|%]")

Row = dict[str, str]


def as_csv(report: Report) -> str:
    """One line for each pair or appraisal under a line of column names; no cell is read as a formula."""
    if report.kind == "framings":
        rows = [_framing(row, divided=group.divided) for group in report.framings for row in group.rows]
        return _written(FRAMING_COLUMNS, rows)
    across = [_pair(item, "across sources") for item in report.items]
    return _written(PAIR_COLUMNS, across + [_pair(item, "same article") for item in report.same_article])


def guarded(cell: str) -> str:
    """The cell on one line, with an apostrophe before what a spreadsheet would take for a formula."""
    text = one_line(cell)
    return f"'{text}" if _FORMULA.match(text) else text


def _written(columns: tuple[str, ...], rows: Iterable[Mapping[str, str]]) -> str:
    written = io.StringIO()
    writer = csv.DictWriter(written, columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: guarded(cell) for name, cell in row.items()} for row in rows)
    return written.getvalue()


def _pair(item: Item, section: str) -> Row:
    verdict, judgement = item.comparison.verdict, item.judgement
    return {
        "section": section,
        "comparison": item.comparison.id,
        "relation": item.comparison.relation or "",
        "confidence": "" if verdict.confidence is None else f"{verdict.confidence:.3f}",
        "independence": origins_of(item),
        "one_origin": item.one_origin or "",
        **{f"a_{name}": cell for name, cell in _side(item.a).items()},
        **{f"b_{name}": cell for name, cell in _side(item.b).items()},
        "reasons": " ".join(verdict.sentences),
        "judgement": judgement.verdict if judgement else "",
        "judged_by": (judgement.judged_by or "") if judgement else "",
        "judged_at": judgement.judged_at if judgement else "",
        "judgement_note": judgement.note if judgement else "",
    }


def _framing(framing: Framing, *, divided: bool) -> Row:
    return {
        "body": framing.body,
        "divided": "yes" if divided else "no",
        "actor": framing.actor,
        "evaluation": framing.evaluation,
        "target": framing.target,
        "words": framing.words,
        "sentence": f"{framing.before}{framing.words}{framing.after}",
        **_side(framing.side),
    }


def _side(side: Side) -> Row:
    claim: Claim = side.claim
    published = claim.source.published
    return {
        "outlet": claim.source.outlet or "",
        "holder": holder_of(claim),
        "stance": claim.said.stance,
        "published": published.value if published else "",
        "published_other": (published.other or "") if published else "",
        "quote": claim.said.quote,
        "title": claim.source.title or "",
        "url": link_to(claim) or "",
        "also_run_by": "; ".join(side.also_run_by),
    }
