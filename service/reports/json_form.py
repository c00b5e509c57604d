"""Reports as JSON, for tools.

    {"kind", "title", "generated_at",
     "filters": {"topic", "since", "until", "outlet", "limit"},
     "counts": {"pairs", "shown", "folded", "one_origin", "same_article", "withheld", "dismissed", "uncertain",
                "not_judged", "appraisals"},
     "items": [ITEM], "same_article": [ITEM],
     "withheld": [{"id", "reason", "confidence", "a": CLAIM, "b": CLAIM}],
     "framings": [{"body", "divided", "rows": [ROW]}]}

    ITEM   {"id", "relation", "confidence", "same_article", "outlets", "origins", "independence", "one_origin",
            "copies", "edits": [{"before", "after", …}], "reasons": [sentence],
            "highlights": {"a": [[start, end]], "b": [[start, end]]},
            "judgement": null | {"verdict", "note", "judged_by", "judged_at", "on"},
            "machine": {"relation", "confidence", "model"}, "folded": [id],
            "a": CLAIM, "b": CLAIM, "a_copies": [CLAIM], "b_copies": [CLAIM]}
    CLAIM  {"claim", "article", "outlet", "holder", "speaker": null | {"name", "role"}, "stance", "title", "url",
            "link", "published": null | {"value", "other"}, "quote", "text", "before", "after", "start", "end"}
    ROW    {"body", "grouped", "actor", "evaluation", "target", "words", "before", "after", "claim": CLAIM,
            "copies": [CLAIM]}

`edits` are between the quotes of two `copies` of one text, each with its code points in either quote. `highlights`
are code points of the `text` of each side: the words that the reasons name.

Every key is always there. `quote`, `before`, `after` and `words` are verbatim; `confidence` is null where a person
judged against the machine. `link` is null unless the address is http or https.
"""

import json
from dataclasses import asdict
from typing import Any

from service.domain.claims import Claim
from service.domain.comparisons import Verdict
from service.reports.values import Framing, Item, Report, Withheld
from service.reports.wording import link_to, origins_of

Form = dict[str, Any]


def as_json(report: Report) -> str:
    """The report in the form above, indented, keys in the order of the form."""
    return json.dumps(to_form(report), ensure_ascii=False, indent=2) + "\n"


def to_form(report: Report) -> Form:
    """The report in the form above, as plain dictionaries and lists."""
    return {
        "kind": report.kind,
        "title": report.title,
        "generated_at": report.generated_at,
        "filters": asdict(report.wanted),
        "counts": asdict(report.counts),
        "items": [_item(item) for item in report.items],
        "same_article": [_item(item) for item in report.same_article],
        "withheld": [_withheld(withheld) for withheld in report.withheld],
        "framings": [
            {"body": group.body, "divided": group.divided, "rows": [framing_form(row) for row in group.rows]}
            for group in report.framings
        ],
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


def highlights_form(verdict: Verdict) -> Form:
    """Where the words stand that the reasons name, in code points of the text of each side."""
    return {side: [[s.start, s.end] for s in spans] for side, spans in zip("ab", verdict.highlights, strict=True)}


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
        "highlights": highlights_form(verdict),
        "judgement": asdict(item.judgement) if item.judgement else None,
        "machine": {
            "relation": verdict.relation, "confidence": verdict.confidence, "model": verdict.model,
        },
        "folded": list(item.folded),
        "a": claim_form(item.a.claim),
        "b": claim_form(item.b.claim),
        "a_copies": [claim_form(copy) for copy in item.a.copies],
        "b_copies": [claim_form(copy) for copy in item.b.copies],
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
