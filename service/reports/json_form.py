"""Reports as JSON, for tools.

    {"kind", "title", "generated_at",
     "filters": {"topic", "since", "until", "outlet", "limit", "min_confidence"},
     "counts": {"pairs", "shown", "folded", "joined", "one_origin", "same_article", "withheld", "dismissed",
                "uncertain", "not_judged", "appraisals", "claims", "statements", "outlets"},
     "items": [ITEM], "same_article": [ITEM],
     "withheld": [{"id", "reason", "confidence", "a": CLAIM, "b": CLAIM}],
     "framings": [{"body", "divided", "rows": [ROW], "left_out"}],
     "matrix": MATRIX, "singles": [SINGLE], "coverage": [COVERAGE], "parts": [PART]}

    ITEM   {"id", "relation", "confidence", "same_article", "outlets", "origins", "independence", "one_origin",
            "copies", "edits": [{"before", "after", …}], "reasons": [sentence],
            "highlights": {"a": [[start, end]], "b": [[start, end]]},
            "judgement": null | {"verdict", "note", "judged_by", "judged_at", "on"},
            "machine": {"relation", "confidence", "model"}, "folded": [id],
            "a": CLAIM, "b": CLAIM, "a_copies": [CLAIM], "b_copies": [CLAIM], "also": [CLAIM]}
    CLAIM  {"claim", "article", "outlet", "holder", "speaker": null | {"name", "role"}, "stance", "title", "url",
            "link", "published": null | {"value", "other"}, "quote", "text", "before", "after", "start", "end"}
    ROW    {"body", "grouped", "actor", "evaluation", "target", "words", "before", "after", "claim": CLAIM,
            "copies": [CLAIM]}
    MATRIX {"evaluations": [evaluation],
            "rows": [{"outlet", "cells": [[{"body", "holder", "words", "claim", "link"}]]}],
            "views": [{"body", "evaluation", "words": [words], "found": [outlet], "not_found": [outlet]}]}
    SINGLE {"kind", "checkworthiness", "outlets", "origins", "independence", "claim": CLAIM, "copies": [CLAIM]}
    COVERAGE {"outlets", "origins", "independence", "claim": CLAIM,
            "found": [{"outlet", "comparison", "confidence", "reasons", "judgement", "claim": CLAIM}],
            "near": [outlet], "disputed": [outlet], "not_found": [outlet]}
    PART   a report like this one, without "generated_at" and "parts"

`edits` are between the quotes of two `copies` of one text, each with its code points in either quote. `highlights`
are code points of the `text` of each side: the words that the reasons name. `also` are claims that say an agreed
statement in words of their own: in a briefing one item stands for the whole statement. A cell of the matrix stands
for the evaluation of the same place; `claim` there is an id. Only a briefing has `parts`.

Every key is always there. `quote`, `before`, `after` and `words` are verbatim; `confidence` is null where a person
judged against the machine. `link` is null unless the address is http or https.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from models.base import Span
from service.domain.claims import Claim
from service.reports.values import Coverage, Framing, Item, Matrix, Report, ReportFilter, Single, Telling, Withheld
from service.reports.wording import independence_words, link_to, origins_of

Form = dict[str, Any]
Highlights = tuple[Sequence[Span], Sequence[Span]]


def as_json(report: Report) -> str:
    """The report in the form above, indented, keys in the order of the form."""
    return json.dumps(to_form(report), ensure_ascii=False, indent=2) + "\n"


def to_form(report: Report) -> Form:
    """The report in the form above, as plain dictionaries and lists."""
    head = {"kind": report.kind, "title": report.title, "generated_at": report.generated_at}
    return head | _content(report) | {"parts": [_part(part) for part in report.parts]}


def _part(part: Report) -> Form:
    return {"kind": part.kind, "title": part.title} | _content(part)


def _filters(wanted: ReportFilter) -> Form:
    """What was asked for; that appraisals are told is no choice of whoever asks for a file."""
    return {name: value for name, value in asdict(wanted).items() if name != "appraisals"}


def _content(report: Report) -> Form:
    return {
        "filters": _filters(report.wanted),
        "counts": asdict(report.counts),
        "items": [_item(item) for item in report.items],
        "same_article": [_item(item) for item in report.same_article],
        "withheld": [_withheld(withheld) for withheld in report.withheld],
        "framings": [
            {
                "body": group.body,
                "divided": group.divided,
                "rows": [framing_form(row) for row in group.rows],
                "left_out": group.left_out,
            }
            for group in report.framings
        ],
        "matrix": matrix_form(report.matrix),
        "singles": [_single(single) for single in report.singles],
        "coverage": [_coverage(coverage) for coverage in report.coverage],
    }


def framing_form(row: Framing) -> Form:
    """One appraisal in the form ROW."""
    return {
        "body": row.body,
        "grouped": row.grouped,
        "actor": row.actor,
        "evaluation": row.evaluation,
        "target": row.target,
        "words": row.words,
        "before": row.before,
        "after": row.after,
        "claim": claim_form(row.claim),
        "copies": [claim_form(copy) for copy in row.side.copies],
    }


def matrix_form(matrix: Matrix) -> Form:
    """The matrix of outlets by evaluation in the form MATRIX."""
    return {
        "evaluations": list(matrix.evaluations),
        "rows": [
            {"outlet": row.outlet, "cells": [[_entry(framing) for framing in cell] for cell in row.cells]}
            for row in matrix.rows
        ],
        "views": [
            {
                "body": view.body,
                "evaluation": view.evaluation,
                "words": list(view.words),
                "found": list(view.found),
                "not_found": list(view.not_found),
            }
            for view in matrix.views
        ],
    }


def _entry(framing: Framing) -> Form:
    claim = framing.claim
    return {
        "body": framing.body,
        "holder": claim.statement.holder,
        "words": framing.words,
        "claim": claim.id,
        "link": link_to(claim),
    }


def claim_form(claim: Claim) -> Form:
    """One claim in the form CLAIM."""
    source, said = claim.source, claim.said
    return {
        "claim": claim.id,
        "article": source.article_id,
        "outlet": source.outlet,
        "holder": claim.statement.holder,
        "speaker": {"name": said.speaker.name, "role": said.speaker.role} if said.speaker else None,
        "stance": said.stance,
        "title": source.title,
        "url": source.url,
        "link": link_to(claim),
        "published": asdict(source.published) if source.published else None,
        "quote": said.quote,
        "text": said.text,
        "before": claim.before,
        "after": claim.after,
        "start": said.start,
        "end": said.end,
    }


def highlights_form(highlights: Highlights) -> Form:
    """Where the words stand that the reasons name, in code points of the text of each side."""
    return {side: [[s.start, s.end] for s in spans] for side, spans in zip("ab", highlights, strict=True)}


def _item(item: Item) -> Form:
    comparison, verdict = item.comparison, item.comparison.verdict
    return {
        "id": comparison.id,
        "relation": comparison.relation,
        "confidence": verdict.confidence if verdict.relation == comparison.relation else None,
        "same_article": comparison.same_article,
        "outlets": item.outlets,
        "origins": item.origins,
        "independence": origins_of(item),
        "one_origin": item.one_origin,
        "copies": item.comparison.copies,
        "edits": [asdict(edit) for edit in item.edits],
        "reasons": list(verdict.sentences),
        "highlights": highlights_form(item.highlights),
        "judgement": asdict(item.judgement) if item.judgement else None,
        "machine": {
            "relation": verdict.relation, "confidence": verdict.confidence, "model": verdict.model,
        },
        "folded": list(item.folded),
        "a": claim_form(item.a.claim),
        "b": claim_form(item.b.claim),
        "a_copies": [claim_form(copy) for copy in item.a.copies],
        "b_copies": [claim_form(copy) for copy in item.b.copies],
        "also": [claim_form(claim) for claim in item.also],
    }  # fmt: skip


def _withheld(withheld: Withheld) -> Form:
    comparison = withheld.comparison
    return {
        "id": comparison.id,
        "reason": withheld.reason,
        "confidence": comparison.verdict.confidence,
        "a": claim_form(comparison.a),
        "b": claim_form(comparison.b),
    }


def _single(single: Single) -> Form:
    claim = single.side.claim
    return {
        "kind": claim.said.kind,
        "checkworthiness": claim.said.checkworthiness,
        "outlets": single.outlets,
        "origins": 1,
        "independence": independence_words(single.outlets, 1),
        "claim": claim_form(claim),
        "copies": [claim_form(copy) for copy in single.side.copies],
    }


def _coverage(coverage: Coverage) -> Form:
    return {
        "outlets": coverage.outlets,
        "origins": coverage.origins,
        "independence": independence_words(coverage.outlets, coverage.origins),
        "claim": claim_form(coverage.claim),
        "found": [_telling(telling) for telling in coverage.tellings],
        "near": list(coverage.near),
        "disputed": list(coverage.disputed),
        "not_found": list(coverage.not_found),
    }


def _telling(telling: Telling) -> Form:
    pair = telling.comparison
    return {
        "outlet": telling.claim.source.outlet,
        "comparison": pair.id if pair else None,
        "confidence": telling.confidence,
        "reasons": list(pair.verdict.sentences) if pair else [],
        "judgement": asdict(pair.judgement) if pair and pair.judgement else None,
        "claim": claim_form(telling.claim),
    }
