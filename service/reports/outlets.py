"""Outlets by twos: how often they agree, contradict each other, or differ in time or tone; origins counted once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.remembering import remembered
from service.domain.claims import Source
from service.domain.comparisons import Relation, explain_one_origin
from service.domain.outlines import Outline
from service.store.comparison_filters import ComparisonFilter
from service.store.opening import Connection
from service.store.outlet_pairs import OutletTally, count_outlet_pairs
from service.store.whole import find_whole

Between = tuple[str, str, Relation, bool]
"""The outlets of both sides, the relation that holds, and whether the two are of two origins."""
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
    whole = find_whole(connection)
    if whole is None:
        return pair_outlets(count_outlet_pairs(connection, least, outlet=outlet))
    told = ComparisonFilter(told_of=tuple(least), include_same_article=True)
    return pair_counted(count_outlines(whole.find_outlines(connection, told), least, outlet=outlet))


def count_outlines(
    outlines: Iterable[Outline], least: Mapping[Relation, float], *, outlet: str | None = None
) -> Counter[Between]:
    """How many of the pairs across articles stand between which outlets, as `count_outlet_pairs` counts them."""
    counted: Counter[Between] = Counter()
    for one in outlines:
        relation, confidence, a, b = one.relation, one.confidence, one.a.source.outlet, one.b.source.outlet
        if (
            relation is None
            or relation not in least
            or one.same_article
            or a is None
            or b is None
            or outlet not in (None, a, b)
        ):
            continue
        if one.judgement or (confidence is not None and confidence >= least[relation]):
            counted[a, b, relation, one.across_origins] += 1
    return counted


def pair_outlets(tallies: Iterable[OutletTally]) -> list[OutletPair]:
    """The tallies by outlets; pairs within one outlet are left out."""
    counted: Counter[Between] = Counter()
    for tally in tallies:
        counted[tally.a_outlet, tally.b_outlet, tally.relation, is_independent(tally)] += tally.pairs
    return pair_counted(counted)


def pair_counted(counted: Mapping[Between, int]) -> list[OutletPair]:
    """The same of what was counted already."""
    counts: dict[tuple[str, str], Counter[Relation]] = defaultdict(Counter)
    joined: Counter[tuple[str, str]] = Counter()
    for (a, b, relation, independent), number in counted.items():
        if a == b:
            continue
        pair = (a, b) if a < b else (b, a)
        if independent:
            counts[pair][relation] += number
        else:
            joined[pair] += number
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


@remembered(4_096)  # a source knows its origins once it was asked, and every outlet meets every other
def _source(side: str, outlet: str, origin: str | None, group: int | None) -> Source:
    """What stands for all articles of one kind: as much of a source as independence is read from."""
    return Source(side, outlet, None, None, published=None, language="", origin=origin, text_group=group)
