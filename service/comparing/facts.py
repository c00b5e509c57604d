"""Which claims make one fact: a grouping of ids by the links between them, that never joins opposites."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from service.domain.comparisons import Relation
from service.domain.fact_links import APART, Compared, Group

Least = Callable[[Relation], float]
"""From which confidence on a relation is shown."""
Clash = Callable[[str, str], bool]
"""Whether the words of two claims, by their ids, forbid that both are one fact."""
LinkKind = Literal["agrees", "differs", "apart"]

UNKNOWN = 0.25
"""What a pair counts that was not compared, or was found related and not stored: agreement is one in four there."""
LEAST = 0.4
"""Two groups become one from this mean over all pairs across them on."""


@dataclass(frozen=True)
class Link:
    """What a comparison says of two claims being one fact.

    "agrees" joins, by its strength (0 to 1, and 1 for a person's word, which is `sure`); "differs" counts against, by
    a strength lower than is shown; "apart" forbids.
    """

    a: str
    b: str
    kind: LinkKind
    strength: float = 0.0
    sure: bool = False


def read_link(compared: Compared, least: Least) -> Link | None:
    """The link that a comparison makes; None where it says nothing.

    A contradiction that is "not worth pursuing" is one still, and keeps its claims apart. A false alarm about an
    agreement counts against one; any other dismissal says nothing. A contradiction or change that is too unlikely to
    be shown, of a pair that more likely agrees, is that agreement: contradictions are decided for from a few percent.
    """
    a, b, machine = compared.a, compared.b, compared.relation
    if _is_doubted(compared, least):
        return Link(a, b, "agrees", compared.agreement or 0.0)
    if compared.holds in APART or (compared.verdict == "not_worth" and machine in APART):
        return Link(a, b, "apart")
    if compared.holds == "agrees":
        strength = 1.0 if compared.verdict else compared.confidence or 0.0
        kind: LinkKind = "agrees" if strength >= least("agrees") else "differs"
        return Link(a, b, kind, strength, sure=compared.verdict is not None)
    told_no = compared.verdict == "false_alarm" and machine == "agrees"
    return Link(a, b, "differs") if compared.holds or told_no else None


def _is_doubted(compared: Compared, least: Least) -> bool:
    relation, agreement, confidence = compared.relation, compared.agreement or 0.0, compared.confidence or 0.0
    if compared.verdict is not None or relation not in APART:
        return False
    return confidence < least(relation) and agreement >= least("agrees") and agreement > confidence


def group_claims(links: Iterable[Link], clash: Clash = lambda _a, _b: False) -> list[Group]:
    """The groups of two and more claims that the links make; no group holds two that are kept apart, or that clash.

    Groups are found by the links first. Any two claims in one of them that clash, linked or not, are then kept apart
    as well, unless a person said that they agree, and groups are found again, until nothing clashes. The result
    depends on the links and the words alone, not on their order.
    """
    known = sorted(links, key=lambda link: (min(link.a, link.b), max(link.a, link.b)))
    judged = {frozenset((link.a, link.b)) for link in known if link.sure}
    while True:
        found = _group_as_asked(known)
        pairs = (pair for group in found for pair in combinations(sorted(group), 2))
        clashing = [Link(a, b, "apart") for a, b in pairs if frozenset((a, b)) not in judged and clash(a, b)]
        if not clashing:
            return found
        known += clashing


def _group_as_asked(links: Sequence[Link]) -> list[Group]:
    """The groups, with what people asked for.

    The two groups that agree most are joined first, until none reaches LEAST: by the mean strength over all pairs
    across both, where a pair that is not known counts UNKNOWN. So a long chain of single agreements breaks, and a claim
    joins a fact that most of it agrees with. Then groups are joined whole that a person says are one. Where that was
    not possible, because others in them are apart, all is done again with the person's pair joined before everything
    else.
    """
    first: frozenset[Group] = frozenset()
    while True:
        found = _group(links, first)
        group_of = {claim: group for group in found for claim in group}
        asked = (frozenset((link.a, link.b)) for link in links if link.sure)
        unheard = frozenset(pair for pair in asked if not pair <= group_of.get(min(pair), pair - pair)) - first
        if not unheard:
            return found
        first |= unheard


def _group(links: Iterable[Link], first: Collection[Group]) -> list[Group]:
    groups = _Groups(links, first)
    groups.join_all()
    return sorted((group for group in groups.found() if len(group) > 1), key=min)


@dataclass
class _Between:
    """What is known across two groups."""

    known: int = 0
    total: float = 0.0
    agree: bool = False
    sure: bool = False
    first: bool = False
    apart: bool = False

    def add(self, other: "_Between") -> None:
        self.known += other.known
        self.total += other.total
        self.agree |= other.agree
        self.sure |= other.sure
        self.first |= other.first
        self.apart |= other.apart


class _Groups:
    """Groups of claims, each under its least id, and what is known across any two of them."""

    def __init__(self, links: Iterable[Link], first: Collection[Group]) -> None:
        self._members: dict[str, set[str]] = {}
        self._across: dict[str, dict[str, _Between]] = defaultdict(dict)
        for link in links:
            for claim in (link.a, link.b):
                self._members.setdefault(claim, {claim})
            asked = link.sure and frozenset((link.a, link.b)) in first
            between = _Between(1, link.strength, link.kind == "agrees", link.sure, asked, link.kind == "apart")
            self._add(link.a, link.b, between)

    def found(self) -> Iterator[Group]:
        return (frozenset(members) for members in self._members.values())

    def join_all(self) -> None:
        queue = [self._entry(a, b) for a, others in self._across.items() for b in others if a < b and self._may(a, b)]
        heapq.heapify(queue)
        while queue:
            entry = heapq.heappop(queue)
            *_, a, b = entry
            if b in self._across.get(a, {}) and self._may(a, b) and entry == self._entry(a, b):
                self._join(a, b)
                for other in self._across[a]:
                    if self._may(a, other):
                        heapq.heappush(queue, self._entry(*sorted((a, other))))

    def _may(self, a: str, b: str) -> bool:
        between = self._across[a][b]
        return between.agree and not between.apart and (between.sure or self._mean(a, b) >= LEAST)

    def _mean(self, a: str, b: str) -> float:
        between, pairs = self._across[a][b], len(self._members[a]) * len(self._members[b])
        return (between.total + UNKNOWN * (pairs - between.known)) / pairs

    def _entry(self, a: str, b: str) -> tuple[bool, bool, float, str, str]:
        """What a person's word needs to be first; then what the machine joins, then what a person does."""
        between = self._across[a][b]
        return not between.first, between.sure, -self._mean(a, b), a, b

    def _join(self, a: str, b: str) -> None:
        """Lays b into a; a is the lesser name."""
        self._members[a] |= self._members.pop(b)
        del self._across[a][b]
        for other, between in self._across.pop(b).items():
            if other != a:
                del self._across[other][b]
                self._add(a, other, between)

    def _add(self, a: str, b: str, between: _Between) -> None:
        kept = self._across[a].get(b) or _Between()
        kept.add(between)
        self._across[a][b] = self._across[b][a] = kept


def find_spokesman(group: Collection[str], links: Iterable[Link], said: Collection[str]) -> str:
    """The claim that speaks for a group: one that is still said, if any is, and agrees most with the others."""
    strength: dict[str, float] = defaultdict(float)
    for link in links:
        if link.kind == "agrees" and link.a in group and link.b in group:
            strength[link.a] += link.strength
            strength[link.b] += link.strength
    return min(group, key=lambda claim: (claim not in said, -round(strength[claim], 9), claim))
