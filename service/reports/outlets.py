"""Outlets by twos: how often they agree, contradict each other, or differ in time or tone; origins counted once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from service.domain.claims import Source
from service.domain.comparisons import Relation, explain_one_origin
from service.store.opening import Connection
from service.store.outlet_pairs import OutletTally, count_outlet_pairs

TOLD: tuple[Relation, ...] = ("agrees", "contradicts", "changed", "framing")
"""The relations that are counted, in the order in which they are shown."""


@dataclass(frozen=True)
class OutletPair:
    """Two outlets, as their articles name them, in the order of the alphabet, and the pairs of claims between them.

    `counts` are of pairs across independent origins, by relation; `one_origin` counts those in any relation that are
    not: copies, or texts that come from one hand, and so neither confirm nor dispute anything.
    """

    a: str
    b: str
    counts: Mapping[Relation, int]
    one_origin: int

    @property
    def total(self) -> int:
        """The pairs across independent origins."""
        return sum(self.counts.values())


def find_outlet_pairs(
    connection: Connection, least: Mapping[Relation, float], *, outlet: str | None = None
) -> list[OutletPair]:
    """Any two outlets with pairs between them, those with most first; with `outlet`, the others against that one.

    `least` says from which confidence on a pair of each relation counts; what a person judged counts at any.
    """
    return pair_outlets(count_outlet_pairs(connection, least, outlet=outlet))


def pair_outlets(tallies: Iterable[OutletTally]) -> list[OutletPair]:
    """The tallies by outlets; pairs within one outlet are left out."""
    counts: dict[tuple[str, str], Counter[Relation]] = defaultdict(Counter)
    joined: Counter[tuple[str, str]] = Counter()
    for tally in tallies:
        a, b = tally.a_outlet, tally.b_outlet
        if a == b:
            continue
        pair = (a, b) if a < b else (b, a)
        if is_independent(tally):
            counts[pair][tally.relation] += tally.pairs
        else:
            joined[pair] += tally.pairs
    found = [OutletPair(*pair, counts[pair], joined[pair]) for pair in {*counts, *joined}]
    return sorted(found, key=lambda one: (-one.total, -one.one_origin, one.a, one.b))


def is_independent(tally: OutletTally) -> bool:
    """Whether the two sides come from two origins, as far as is known."""
    group = 0 if tally.copies else None
    a, b = _source("a", tally.a_outlet, tally.a_origin, group), _source("b", tally.b_outlet, tally.b_origin, group)
    said = "said" if tally.said_of_origin else None
    return explain_one_origin(a, b, said) is None and a.origin_keys.isdisjoint(b.origin_keys)


def rank_outlets(pairs: Sequence[OutletPair]) -> list[str]:
    """The outlets with most pairs across independent origins first, then by name."""
    totals: Counter[str] = Counter()
    for pair in pairs:
        totals.update({pair.a: pair.total, pair.b: pair.total})
    return sorted(totals, key=lambda name: (-totals[name], name.casefold(), name))


@lru_cache(maxsize=4_096)  # a source knows its origins once it was asked, and every outlet meets every other
def _source(side: str, outlet: str, origin: str | None, group: int | None) -> Source:
    """What stands for all articles of one kind: as much of a source as independence is read from."""
    return Source(side, outlet, None, None, published=None, language="", origin=origin, text_group=group)
