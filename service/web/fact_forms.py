"""Facts as they are answered over HTTP."""

from dataclasses import asdict
from typing import Literal, cast

from service.domain.facts import Fact, FactStory, Opposed, Point, Series, Standing
from service.reports.wording import independence_words
from service.web.fact_shapes import (
    FactEventForm,
    FactForm,
    FactLineForm,
    OpposedForm,
    PointForm,
    SeriesForm,
    StandingForm,
)
from service.web.forms import claim_form
from service.web.shapes import JudgementForm


def fact_line_form(fact: Fact) -> FactLineForm:
    """A fact in a list."""
    ended: Literal["merged", "dissolved"] = "merged" if fact.merged_into else "dissolved"
    return {
        "id": fact.id,
        "state": "living" if fact.ended_at is None else ended,
        "claim": claim_form(fact.claim) if fact.claim else None,
        "standing": standing_form(fact.standing),
        "formed_at": fact.formed_at,
        "changed_at": fact.changed_at,
        "ended_at": fact.ended_at,
        "merged_into": fact.merged_into,
    }


def standing_form(standing: Standing) -> StandingForm:
    """A standing with its origins in words."""
    words = independence_words(standing.outlets, standing.origins)
    return cast(StandingForm, {**asdict(standing), "independence": words})


def fact_form(story: FactStory) -> FactForm:
    """A fact with everything that is known of it."""
    return {
        **fact_line_form(story.fact),
        "as_of": story.as_of,
        "members": [
            {
                "claim": claim_form(one.claim),
                "since": one.since,
                "said": one.said,
                "received_at": one.received_at,
                "recorded_at": one.recorded_at,
            }
            for one in story.members
        ],
        "history": [
            {"at": one.at, "kind": one.kind, "claim": claim_form(one.claim), "received_at": one.received_at}
            for one in story.history
        ],
        "standings": [{"at": one.at, "standing": standing_form(one.standing)} for one in story.standings],
        "events": [cast(FactEventForm, asdict(event)) for event in story.events],
        "disputes": [_opposed(one) for one in story.disputes],
        "changes": [_opposed(one) for one in story.changes],
        "series": series_form(story.series) if story.series else None,
    }


def series_form(series: Series) -> SeriesForm:
    """Values in the order of their publication."""
    return {"moves": series.moves, "points": [_point(point) for point in series.points]}


def _opposed(opposed: Opposed) -> OpposedForm:
    judgement = opposed.judgement
    return {
        "comparison": opposed.comparison_id,
        "relation": opposed.relation,
        "confidence": opposed.confidence,
        "judgement": cast(JudgementForm, asdict(judgement)) if judgement else None,
        "ours": claim_form(opposed.ours),
        "other": claim_form(opposed.other),
        "fact": opposed.fact_id,
    }


def _point(point: Point) -> PointForm:
    plain = ("date", "low", "high", "words", "kind", "of", "station", "said")
    about = {name: getattr(point, name) for name in plain}
    return cast(PointForm, {**about, "fact": point.fact_id, "claim": claim_form(point.claim)})
