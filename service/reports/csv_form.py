"""Reports as CSV, for spreadsheets: one line for each pair, appraisal, claim, or outlet with an agreed statement.

RFC 4180 (comma, double quotes, CRLF). The framings report is its table only; its pairs are in the other formats. A
briefing has the lines of all its parts; the one side that some of them have is side a.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from service.domain.claims import Claim
from service.reports.values import Coverage, Framing, Item, Report, ReportKind, Side, Single
from service.reports.wording import holder_of, independence_words, link_to, one_line, origins_of

SIDE_COLUMNS = ("outlet", "holder", "stance", "published", "published_other", "quote", "title", "url", "also_run_by")
PAIR_COLUMNS = (
    "section", "comparison", "relation", "confidence", "independence", "one_origin",
    *(f"a_{name}" for name in SIDE_COLUMNS), *(f"b_{name}" for name in SIDE_COLUMNS),
    "reasons", "judgement", "judged_by", "judged_at", "judgement_note", "also_told_by",
)  # fmt: skip
FRAMING_COLUMNS = (
    "body", "divided", "actor", "evaluation", "target", "words", "sentence", *SIDE_COLUMNS,
)  # fmt: skip
SINGLE_COLUMNS = ("independence", "kind", "checkworthiness", *SIDE_COLUMNS)
COVERAGE_COLUMNS = (
    "statement", "independence", "status", "comparison", "confidence", "reasons", "judgement", *SIDE_COLUMNS,
)  # fmt: skip
BRIEFING_COLUMNS = (
    "part", *PAIR_COLUMNS, *FRAMING_COLUMNS[:-len(SIDE_COLUMNS)], "kind", "checkworthiness", "statement", "status",
)  # fmt: skip
COLUMNS: dict[ReportKind, tuple[str, ...]] = {
    "agreements": PAIR_COLUMNS,
    "contradictions": PAIR_COLUMNS,
    "changed": PAIR_COLUMNS,
    "framings": FRAMING_COLUMNS,
    "single-source": SINGLE_COLUMNS,
    "coverage": COVERAGE_COLUMNS,
    "briefing": BRIEFING_COLUMNS,
}

# A spreadsheet takes such a cell for a formula, also behind white space and in the full-width forms:
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile(r"^\s*[=+\-@\t\r＝＋－＠|%]")
# Where the semicolon is the list separator of the locale, what follows one in a cell is read as a cell of its own.
_AFTER_SEMICOLON = re.compile(r";\s*(?=[=+\-@])")

Row = dict[str, str]


def as_csv(report: Report) -> str:
    """One line for each pair, appraisal or claim under a line of column names; no cell is read as a formula."""
    rows = [{"part": part.kind} | _as_side_a(row) for part in report.parts for row in _briefed(part)]
    return _written(COLUMNS[report.kind], rows or _rows(report))


def guarded(cell: str) -> str:
    """The cell on one line, with an apostrophe before what a spreadsheet would take for a formula."""
    text = _AFTER_SEMICOLON.sub(lambda found: f"{found[0]}'", one_line(cell))
    return f"'{text}" if _FORMULA.match(text) else text


def _rows(report: Report) -> list[Row]:
    if report.kind == "framings":
        return [_framing(row, divided=group.divided) for group in report.framings for row in group.rows]
    if report.kind == "single-source":
        return [_single(single) for single in report.singles]
    if report.kind == "coverage":
        return [row for number, one in enumerate(report.coverage, 1) for row in _coverage(one, number)]
    return _pairs(report)


def _pairs(report: Report) -> list[Row]:
    across = [_pair(item, "across sources") for item in report.items]
    return across + [_pair(item, "same article") for item in report.same_article]


def _briefed(part: Report) -> list[Row]:
    """The rows of a part: of framings the pairs too, which their own report leaves to other formats."""
    return _pairs(part) + _rows(part) if part.kind == "framings" else _rows(part)


def _as_side_a(row: Row) -> Row:
    return {f"a_{name}" if name in SIDE_COLUMNS else name: cell for name, cell in row.items()}


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
        "also_told_by": "; ".join(dict.fromkeys(claim.source.outlet or "an unnamed outlet" for claim in item.also)),
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


def _single(single: Single) -> Row:
    said = single.side.claim.said
    return {
        "independence": independence_words(single.outlets, 1),
        "kind": said.kind,
        "checkworthiness": f"{said.checkworthiness:.3f}",
        **_side(single.side),
    }


def _coverage(coverage: Coverage, number: int) -> Iterator[Row]:
    """A line for each outlet on the topic: what it says, or that it was not found there."""
    every = {"statement": str(number), "independence": independence_words(coverage.outlets, coverage.origins)}
    for telling in coverage.tellings:
        pair = telling.comparison
        yield every | {
            "status": "found",
            "comparison": pair.id if pair else "",
            "confidence": "" if telling.confidence is None else f"{telling.confidence:.3f}",
            "reasons": " ".join(pair.verdict.sentences) if pair else "",
            "judgement": pair.judgement.verdict if pair and pair.judgement else "",
            **_side(Side(telling.claim)),
        }
    others = {"near": coverage.near, "disputed": coverage.disputed, "not found": coverage.not_found}
    for status, outlets in others.items():
        yield from (every | {"status": status, "outlet": outlet} for outlet in outlets)


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
