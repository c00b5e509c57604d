"""What is answered about reviewing: domain values as JSON. What a blind reviewer must not see is left out here."""

from dataclasses import asdict
from typing import cast

from service.comparing.precision import PrecisionRow, Proposal, Share
from service.domain.comparisons import Comparison
from service.domain.worth import Worth
from service.flows.review import LivePrecision
from service.settings import Settings
from service.store.judgement_history import Given, GivenPage, JudgedSide
from service.store.review_queue import Left, Queue, Queued
from service.web.forms import comparison_form
from service.web.review_shapes import (
    CopyPairForm,
    GivenForm,
    HistoryForm,
    JudgedSideForm,
    LeftForm,
    NextForm,
    PrecisionForm,
    PrecisionRowForm,
    ProposalForm,
    ReviewPairForm,
    ShareForm,
    WorthForm,
)
from service.web.shapes import JudgedForm, JudgementForm, MachineForm

_SHOWN = ("a", "b", "outlets", "origins", "independence", "one_origin", "edits", "judgement")
_MACHINE = JudgedForm.__annotations__


def next_form(queue: Queue, *, blind: bool) -> NextForm:
    """The pair to look at and what is left."""
    return {"pair": pair_form(queue.next, blind=blind) if queue.next else None, "left": left_form(queue.left)}


def pair_form(queued: Queued, *, blind: bool) -> ReviewPairForm:
    """A pair to be judged; `blind` hides what the machine says of it, unless somebody judged it."""
    comparison = queued.comparison
    hidden = blind and comparison.judgement is None
    form = comparison_form(comparison)
    machine = {name: form[name] for name in _MACHINE} | dict(form["machine"])  # type: ignore[literal-required]
    return cast(
        ReviewPairForm,
        {name: form[name] for name in _SHOWN}  # type: ignore[literal-required]
        | {
            "comparison": comparison.id,
            "blind": hidden,
            "machine": None if hidden else machine,
            "worth": worth_form(queued.worth, blind=hidden),
            "pairs": queued.pairs,
            "copies": [_copy(copy) for copy in queued.copies],
            "skipped_at": queued.skipped_at,
            "cursor": queued.cursor,
        },
    )


def worth_form(worth: Worth, *, blind: bool) -> WorthForm:
    """The factors and their product."""
    hidden = {"relation": None, "certainty": None} if blind else {}
    return cast(WorthForm, {"value": worth.value, **asdict(worth), **hidden})


def left_form(left: Left) -> LeftForm:
    """What is left and what is done."""
    return cast(LeftForm, {"total": left.total, **asdict(left)})


def precision_form(found: LivePrecision, settings: Settings) -> PrecisionForm:
    """Live precision, with the thresholds that hold now beside those that are proposed."""
    return {
        "judged": found.judged,
        "unknown": found.unknown,
        "target": found.target,
        "model": found.model,
        "rows": [_row(row) for row in found.rows],
        "proposals": [_proposal(proposal, settings) for proposal in found.proposals],
    }


def history_form(page: GivenPage) -> HistoryForm:
    """A page of what was said."""
    return {"judgements": [_given(one) for one in page.items], "next_cursor": page.next_cursor}


def _copy(copy: Comparison) -> CopyPairForm:
    return {"comparison": copy.id, "a": copy.a.source.outlet, "b": copy.b.source.outlet}


def _row(row: PrecisionRow) -> PrecisionRowForm:
    return {
        "relation": row.relation,
        "model": row.model,
        "outlet": row.outlet,
        "all": _share(row.all),
        "blind": _share(row.blind),
    }


def _proposal(proposal: Proposal, settings: Settings) -> ProposalForm:
    return {
        "relation": proposal.relation,
        "model": proposal.model,
        "judged": proposal.judged,
        "least": proposal.least,
        "rests_on": _share(proposal.rests_on),
        "why_none": proposal.why_none,
        "shown_from": settings.least_confidence(proposal.relation),
    }


def _share(share: Share) -> ShareForm:
    return {
        "judged": share.judged,
        "right": share.right,
        "precision": share.precision,
        "interval": list(share.interval),
    }


def _given(one: Given) -> GivenForm:
    return {
        "comparison": one.comparison_id,
        "at": one.at,
        "by": one.by,
        "judgement": cast(JudgementForm, asdict(one.judgement)) if one.judgement else None,
        "machine": cast(MachineForm, asdict(one.machine)) if one.machine else None,
        "blind": one.blind,
        "stands": one.stands,
        "a": _side(one.a),
        "b": _side(one.b),
    }


def _side(side: JudgedSide) -> JudgedSideForm:
    return {"claim": side.claim_id, "article": side.article_id, "outlet": side.outlet, "quote": side.quote}
