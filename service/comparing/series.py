"""Values that move: what claims that changed into each other say of one quantity, in the order of time."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from models.base import Span
from models.quantities import Quantity, find_quantities
from models.remembering import remembered
from service.comparing.amounts import Amount, are_of_one_thing, find_amounts, find_comparability
from service.comparing.tokens import find_words
from service.domain.claims import Claim
from service.domain.facts import Point, Series

Change = tuple[Claim, Claim]
"""Two claims of which one gives an earlier, one a later state."""


def find_series(
    claims: Sequence[Claim], changes: Iterable[Change], *, fact_of: Mapping[str, str], said: Collection[str]
) -> Series | None:
    """The values of the quantity that the changes are about; None where no two sides of a change count one thing.

    The quantity is the one that differs most often across the changes; every claim gives the number of its own that is
    surest of the same thing, or none: the dead of a ferry are not the people on board, and sums are no shares.
    `fact_of` names the facts of claims by id.
    """
    anchor = _find_anchor(changes)
    if anchor is None:
        return None
    found = [(claim, amount) for claim in claims if (amount := _find_alike(claim, anchor))]
    stations = _number_stations([claim for claim, _ in found], fact_of)
    points = [
        _point(claim, amount, (stations[fact_of.get(claim.id, claim.id)], fact_of.get(claim.id)), said=claim.id in said)
        for claim, amount in found
    ]
    return Series(tuple(sorted(points, key=lambda point: (_order(point.claim), point.station))))


def _find_anchor(changes: Iterable[Change]) -> Amount | None:
    """The amount that is surest to have moved: which other numbers are of the same thing is measured by it."""
    votes: Counter[tuple[str, Span]] = Counter()
    amounts: dict[tuple[str, Span], Amount] = {}
    for pair in changes:
        for p, q in _find_moved(*pair):
            for claim, amount, other in ((pair[0], p, q), (pair[1], q, p)):
                key = (claim.id, amount.span)
                amounts[key] = amount
                votes[key] += round(10 * find_comparability(amount, other))
    best = min(votes, key=lambda key: (-votes[key], key[0], key[1].start), default=None)
    return amounts[best] if best else None


def _find_moved(a: Claim, b: Claim) -> list[tuple[Amount, Amount]]:
    """Numbers of one thing that are not the same; "at least 12" and 19 fit together, and have moved all the same."""
    pairs = [(p, q) for p in _amounts(a) for q in _amounts(b) if are_of_one_thing(p, q)]
    return [(p, q) for p, q in pairs if (p.low, p.high) != (q.low, q.high)]


def _find_alike(claim: Claim, anchor: Amount) -> Amount | None:
    """The amount of the claim that is surest to be of the same thing; the first of two that are alike."""
    alike = (amount for amount in _amounts(claim) if are_of_one_thing(amount, anchor))
    return max(alike, key=lambda amount: find_comparability(amount, anchor), default=None)


def _amounts(claim: Claim) -> tuple[Amount, ...]:
    return _read_amounts(claim.said.text)


@remembered(4096)
def _read_amounts(text: str) -> tuple[Amount, ...]:
    return find_amounts(text, find_words(text))  # a whole reading takes ten times as long


def _number_stations(claims: Sequence[Claim], fact_of: Mapping[str, str]) -> dict[str, int]:
    first: dict[str, tuple[bool, str, str]] = {}
    for claim in claims:
        station = fact_of.get(claim.id, claim.id)
        first[station] = min(first.get(station, _order(claim)), _order(claim))
    return {station: number for number, station in enumerate(sorted(first, key=lambda one: first[one]))}


def _order(claim: Claim) -> tuple[bool, str, str]:
    """By publication; what has no date comes last."""
    published = claim.source.published
    return published is None, published.value if published else "", claim.id


def _point(claim: Claim, amount: Amount, at: tuple[int, str | None], *, said: bool) -> Point:
    quantity = _find_quantity(claim.said.text, amount.span)
    published = claim.source.published
    return Point(
        claim=claim,
        date=published.value if published else None,
        low=quantity.low if quantity else amount.low,
        high=quantity.high if quantity else amount.high,
        words=amount.span.of(claim.said.text),
        kind=amount.kind,
        of=quantity.counted if quantity else amount.noun,
        station=at[0],
        fact_id=at[1],
        said=said,
    )


def _find_quantity(text: str, span: Span) -> Quantity | None:
    """The number as its words say it; an amount is wider, by what the words allow."""
    return next((quantity for quantity in find_quantities(text) if quantity.span == span), None)
