"""What a pair is worth to a reviewer: a product of six factors, each of which can be read and told.

    worth = relation x certainty x origins x recency x copies x checkworthiness

Every factor is at most 1, but for `copies`, which adds at most 30%. All else being equal, a contradiction comes before
what has changed, before a framing, before an agreement; the surer, the more independent, the newer, the oftener
printed and the more checkworthy comes first. The store computes the same product in SQL, from the same tables.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from math import prod

from service.domain.comparisons import Relation

RELATION_WORTH: dict[Relation, float] = {"contradicts": 1.0, "changed": 0.7, "framing": 0.5, "agrees": 0.3}
"""Other relations are not reviewed. What contradicts can do harm; what agrees only confirms."""
CERTAINTY = (0.2, 0.8)
"""A floor, and what confidence adds to it. Contradictions are rarely surer than 50%: a confidence of nothing must not
make a pair worthless, and a sure agreement must not come before every contradiction."""
ONE_ORIGIN = 0.4
"""Where both sides have one origin: it was edited, or copied, and two sources say nothing."""
RECENCY: tuple[tuple[int, float], ...] = ((7, 1.0), (30, 0.9), (365, 0.7))
"""Days since the newer side was published, and the factor up to then."""
OLD = 0.5
"""Older than that, or without a date."""
COPIES: tuple[tuple[int, float], ...] = ((8, 1.3), (4, 1.2), (2, 1.1))
"""From so many pairs on that one judgement settles, the most first."""
CHECK = (0.4, 0.6)
"""A floor, and what the mean checkworthiness of both sides adds to it."""


@dataclass(frozen=True)
class Signs:
    """What the worth of a pair depends on.

    `relation` and `confidence` are the machine's; both None for a blind reviewer, to whom the order must not tell them.
    `newest` is when the newer side was published (ISO 8601), `pairs` how many pairs of copies the judgement settles,
    `checkworthiness` the mean of both sides, 0 to 1.
    """

    relation: Relation | None
    confidence: float | None
    independent: bool
    newest: str | None
    pairs: int
    checkworthiness: float


@dataclass(frozen=True)
class Worth:
    """The factors of a pair's worth; their product is what the queue is ranked by."""

    relation: float
    certainty: float
    origins: float
    recency: float
    copies: float
    checkworthiness: float

    @property
    def value(self) -> float:
        """The product."""
        return float(prod(asdict(self).values()))


def find_worth(signs: Signs, *, today: str) -> Worth:
    """The worth on a day (ISO 8601); relation and certainty count 1 for whoever reviews blind."""
    return Worth(
        relation=1.0 if signs.relation is None else RELATION_WORTH.get(signs.relation, 0.0),
        certainty=1.0 if signs.relation is None else linear(CERTAINTY, signs.confidence or 0.0),
        origins=1.0 if signs.independent else ONE_ORIGIN,
        recency=next((factor for since, factor in recent_from(today) if (signs.newest or "") >= since), OLD),
        copies=next((factor for pairs, factor in COPIES if signs.pairs >= pairs), 1.0),
        checkworthiness=linear(CHECK, signs.checkworthiness),
    )


def linear(floor_and_rise: tuple[float, float], share: float) -> float:
    """The floor, and the share of the rise."""
    floor, rise = floor_and_rise
    return floor + rise * share


def recent_from(today: str) -> Sequence[tuple[str, float]]:
    """The first days (ISO 8601) from which on something is so recent, with the factor, the latest first."""
    last = date.fromisoformat(today[:10])
    return [((last - timedelta(days=days)).isoformat(), factor) for days, factor in RECENCY]
