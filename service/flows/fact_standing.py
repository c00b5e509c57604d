"""Counts how facts stand, from their claims and what is compared with them, and writes what is news."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from service.comparing.facts import Link, find_spokesman, read_link
from service.comparing.standing import Opposition, find_standing
from service.domain.claims import Claim
from service.domain.comparisons import Relation
from service.domain.fact_links import Compared
from service.settings import Settings
from service.store.claim_rows import find_claims_ever
from service.store.fact_changes import find_stale, write_said, write_standing
from service.store.fact_links import find_compared, find_said
from service.store.facts import find_facts_of, find_members_of
from service.store.opening import Connection

OPPOSING: tuple[Relation, ...] = ("contradicts", "changed")


def restate(connection: Connection, fact_ids: Collection[str], settings: Settings, *, at: str) -> None:
    """Counts these facts again, and all that are stale, and puts down at this time what is news."""
    members = find_members_of(connection, {*fact_ids, *find_stale(connection)})
    seen = _see(connection, {claim for of_fact in members.values() for claim in of_fact}, settings)
    for fact_id, of_fact in sorted(members.items()):
        own = seen.compared_with(of_fact)
        standing = find_standing([seen.claims[claim] for claim in of_fact], seen.said, seen.against(own, of_fact))
        spokesman = find_spokesman(of_fact, find_links(own, settings), seen.said)
        write_said(connection, fact_id, {claim: claim in seen.said for claim in of_fact}, at=at)
        write_standing(connection, fact_id, standing, claim_id=spokesman, at=at)


def find_opposed_facts(connection: Connection, compared: Iterable[Compared], claim_ids: Collection[str]) -> set[str]:
    """The facts that stand against one of these claims, or did before a person said otherwise."""
    against = (one for one in compared if {one.holds, one.relation} & set(OPPOSING))
    ends = {end for one in against for end in (one.a, one.b)} - set(claim_ids)
    return set(find_facts_of(connection, ends).values())


def find_links(compared: Iterable[Compared], settings: Settings) -> list[Link]:
    """What the comparisons say of claims being one fact."""
    return [link for one in compared if (link := read_link(one, settings.least_confidence)) is not None]


def is_opposed(compared: Compared, settings: Settings) -> bool:
    """Whether the two claims contradict each other, or changed, by a person's word or surely enough to be shown."""
    return any(compared.is_shown(relation, settings.least_confidence(relation)) for relation in OPPOSING)


@dataclass(frozen=True)
class _Seen:
    """Claims of some facts and of what stands against them."""

    claims: Mapping[str, Claim]
    said: frozenset[str]
    compared: Mapping[str, list[Compared]]
    opposed: frozenset[str]

    def compared_with(self, members: Collection[str]) -> list[Compared]:
        """Every comparison with a member on either side, once."""
        return list({one.id: one for claim in members for one in self.compared.get(claim, ())}.values())

    def against(self, compared: Iterable[Compared], members: Collection[str]) -> list[Opposition]:
        """What stands against the members, where both sides are still said."""
        sides = ((one, *((one.a, one.b) if one.a in members else (one.b, one.a))) for one in compared)
        return [
            (one.holds, self.claims[ours], self.claims[other])
            for one, ours, other in sides
            if one.id in self.opposed and one.holds is not None and {ours, other} <= self.said
        ]


def _see(connection: Connection, held: Collection[str], settings: Settings) -> _Seen:
    compared = find_compared(connection, held)
    opposed = [one for one in compared if is_opposed(one, settings)]
    ends = {*held, *(end for one in opposed for end in (one.a, one.b))}
    by_claim: dict[str, list[Compared]] = {}
    for one in compared:
        for end in (one.a, one.b):
            by_claim.setdefault(end, []).append(one)
    claims, said = find_claims_ever(connection, ends), find_said(connection, ends)
    return _Seen(claims, frozenset(said), by_claim, frozenset(one.id for one in opposed))
