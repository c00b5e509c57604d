"""The pairs that wait for a reviewer, as SQL: copies folded into one, each with what `domain.worth` weighs.

The worth itself is computed twice, here to rank thousands of pairs at once and in the domain to explain one of them;
both read the same tables, and a test holds them together.
"""

from dataclasses import dataclass
from functools import reduce
from operator import mul

from sqlalchemy import CTE, ColumnElement, FromClause, and_, case, false, func, not_, or_, select

from service.domain.comparisons import Relation
from service.domain.outlets import UNNAMED_AGENCIES
from service.domain.worth import CERTAINTY, CHECK, COPIES, OLD, ONE_ORIGIN, RELATION_WORTH, recent_from
from service.store.comparison_filters import either_side
from service.store.filters import CURRENT, claim_ids_where, within, within_topic
from service.store.schema import articles, comparisons, mentions, versions
from service.store.standing import IS_JUDGED

REVIEWED = and_(comparisons.c.holds.in_(RELATION_WORTH), comparisons.c.same_article.is_(False))
"""Which pairs are worth a reviewer's time, as long as nobody judged them: `holds` is then the machine's relation."""


@dataclass(frozen=True)
class QueueFilter:
    """Whose queue, and what of it; what is None does not narrow.

    `relation` is the machine's. Outlet and topic must both fit one of the two sides. `blind`: for somebody who must not
    learn what the machine said, so that neither its relation nor its confidence have a part in the order.
    """

    relation: Relation | None = None
    outlet: str | None = None
    topic: str | None = None
    reviewer: str | None = None
    blind: bool = False


def waiting(wanted: QueueFilter, *, today: str) -> CTE:
    """One row for each pair of words that nobody judged: the pair of the greatest worth, and what speaks for it."""
    ranked = folded(wanted, *_open(wanted), today=today, few=bool(wanted.outlet or wanted.topic))
    first = select(ranked).where(ranked.c.place == 1)
    if wanted.relation is not None:
        first = first.where(ranked.c.relation == wanted.relation)
    return first.cte("waiting")


def folded(wanted: QueueFilter, *conditions: ColumnElement[bool], today: str, few: bool) -> CTE:
    """The pairs that fulfil the conditions, with their worth; `place` is 1 for the one that stands for its copies.

    `few` pairs of many are quicker looked up side by side.
    """
    pairs = _pairs(*conditions, few=few)
    weighed = select(*pairs.c, _alone(pairs, blind=wanted.blind, today=today).label("alone")).cte("weighed")
    counted = select(
        *weighed.c,
        func.count().over(partition_by=weighed.c.words).label("pairs"),
        func.row_number()
        .over(partition_by=weighed.c.words, order_by=(weighed.c.alone.desc(), weighed.c.id))
        .label("place"),
    ).cte("counted")
    return select(*counted.c, (counted.c.alone * _copies(counted.c.pairs)).label("worth")).cte("folded")


def _open(wanted: QueueFilter) -> list[ColumnElement[bool]]:
    """That nobody judged the pair, nor a copy of it; and what narrows the queue."""
    conditions: list[ColumnElement[bool]] = [REVIEWED, not_(IS_JUDGED)]
    sides = within(outlet=wanted.outlet) + within_topic(wanted.topic)
    return [*conditions, either_side(claim_ids_where(*sides))] if sides else conditions


def _pairs(*conditions: ColumnElement[bool], few: bool) -> CTE:
    """The pairs that are still said, with the columns that their worth depends on."""
    a, b = _sides(few=few)
    one_text = func.coalesce(a.c.text_group == b.c.text_group, false())
    query = select(
        *(comparisons.c[name] for name in ("id", "words", "relation", "confidence")),
        and_(func.coalesce(comparisons.c.one_origin, "") == "", not_(one_text), a.c.known, b.c.known).label(
            "independent"
        ),
        _later(a.c.published_key, b.c.published_key).label("newest"),
        ((a.c.checkworthiness + b.c.checkworthiness) / 2).label("checkworthiness"),
    ).select_from(
        comparisons.join(a, a.c.claim_id == comparisons.c.a_claim_id).join(b, b.c.claim_id == comparisons.c.b_claim_id)
    )
    return query.where(*conditions).cte("pairs")


def _sides(*, few: bool) -> tuple[FromClause, FromClause]:
    """What each side brings to the worth of a pair, if it is still said: looked up by claim, or once for all claims."""
    said = mentions.join(versions, CURRENT).join(articles, articles.c.id == versions.c.article_id)
    columns = (mentions.c.claim_id, mentions.c.checkworthiness, versions.c.published_key, articles.c.text_group)
    query = select(*columns, _is_known().label("known")).select_from(said)
    if few:
        return query.subquery("a"), query.subquery("b")
    sides = query.cte("sides")
    return sides.alias("a"), sides.alias("b")


def _is_known() -> ColumnElement[bool]:
    """As `Source.origin_is_known`: somebody is named who wrote the text, and "agencies" is nobody."""
    outlet, origin = (func.trim(func.coalesce(column, "")) for column in (articles.c.outlet, versions.c.origin))
    return and_(origin != UNNAMED_AGENCIES, or_(origin != "", outlet.not_in(("", UNNAMED_AGENCIES))))


def _later(one: ColumnElement[str], other: ColumnElement[str]) -> ColumnElement[str]:
    return case((one.is_(None), other), (one < other, other), else_=one)


def _alone(pairs: CTE, *, blind: bool, today: str) -> ColumnElement[float]:
    """The product without the factor for copies, which is known only after folding."""
    factors: list[ColumnElement[float]] = [
        case((pairs.c.independent, 1.0), else_=ONE_ORIGIN),
        case(*((pairs.c.newest >= since, factor) for since, factor in recent_from(today)), else_=OLD),
        _linear(CHECK, pairs.c.checkworthiness),
    ]
    if not blind:
        factors += [case(RELATION_WORTH, value=pairs.c.relation, else_=0.0), _linear(CERTAINTY, pairs.c.confidence)]
    return reduce(mul, factors)


def _copies(pairs: ColumnElement[int]) -> ColumnElement[float]:
    return case(*((pairs >= least, factor) for least, factor in COPIES), else_=1.0)


def _linear(floor_and_rise: tuple[float, float], share: ColumnElement[float]) -> ColumnElement[float]:
    floor, rise = floor_and_rise
    return floor + rise * func.coalesce(share, 0.0)
