"""Everything that is known of one fact, now or as of an earlier time: who says what, what stands against it, values."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from service.comparing.series import find_series
from service.comparing.standing import is_dispute
from service.domain.claims import Claim
from service.domain.comparisons import Judgement
from service.domain.fact_links import Compared
from service.domain.facts import Fact, FactStory, Opposed, Series
from service.errors import NotFoundError
from service.flows.fact_history import as_it_was, find_history, find_members
from service.flows.fact_standing import OPPOSING, is_opposed
from service.settings import Settings
from service.store.claim_rows import find_claims_ever
from service.store.fact_links import find_compared, find_first_times, find_said
from service.store.facts import (
    find_events,
    find_fact,
    find_facts_of,
    find_members_of,
    find_memberships,
    find_standings,
)
from service.store.opening import Connection
from service.store.standing import find_standing
from service.store.times import until_bound
from service.workspace import Workspace

MOST_REACHED = 60
"""So many claims a series reaches for, through what changed into what: those that are fewer steps away."""


def find_fact_story(workspace: Workspace, fact_id: str, *, as_of: str | None = None) -> FactStory:
    """The fact with its claims, history, standing, what stands against it, and the values that move.

    `as_of` (a day, all of it, or a moment) tells it as the store knew it then, whenever things were published.
    Raises NotFoundError for no such fact, or for one that was not known yet, BadInputError for no time.
    """
    before = until_bound(as_of) if as_of else None
    with workspace.store.reading() as connection:
        fact = find_fact(connection, fact_id)
        if before is not None and fact.formed_at >= before:
            raise NotFoundError(
                f"The fact {fact_id!r} was not known yet as of {as_of}: it was formed {fact.formed_at}."
            )
        return replace(_Reader(connection, workspace.settings, before).tell(fact), as_of=as_of)


@dataclass(frozen=True)
class _Reader:
    connection: Connection
    settings: Settings
    before: str | None

    def tell(self, fact: Fact) -> FactStory:
        memberships = find_memberships(self.connection, fact.id, before=self.before)
        standings = find_standings(self.connection, fact.id, before=self.before)
        ids = {one.claim_id for one in memberships}
        claims = find_claims_ever(self.connection, ids)
        times = find_first_times(self.connection, ids)
        members = find_members(memberships, claims, times)
        opposed = self._find_opposed({member.claim.id: member.said for member in members})
        changes = [one for one in opposed if one.relation == "changed"]
        return FactStory(
            fact=fact if self.before is None else as_it_was(fact, memberships, members, standings),
            members=members,
            history=find_history(memberships, claims, times),
            standings=tuple(standings),
            events=tuple(find_events(self.connection, fact.id, before=self.before)),
            disputes=tuple(one for one in opposed if one.relation == "contradicts" and is_dispute(one.ours, one.other)),
            changes=tuple(changes),
            series=self._find_series([member.claim.id for member in members]) if changes else None,
        )

    def _find_opposed(self, members: Mapping[str, bool]) -> list[Opposed]:
        """What stands against the members that were said, the surest first."""
        found = [one for one in self._compared(members) if self._is_member_said(one, members)]
        ends = {end for one in found for end in (one.a, one.b)}
        claims = find_claims_ever(self.connection, ends)
        # What was still said at an earlier time is kept for the claims of facts only.
        said = ends if self.before else find_said(self.connection, ends)
        facts = find_facts_of(self.connection, ends, before=self.before)
        judged = self._find_judgements([one.id for one in found])
        sides = [(one, *((one.a, one.b) if one.a in members else (one.b, one.a))) for one in found]
        opposed = [
            _opposed(one, claims[ours], claims[other], facts.get(other), judged.get(one.id))
            for one, ours, other in sides
            if other in said
        ]
        return sorted(opposed, key=lambda one: (one.judgement is None, -(one.confidence or 0.0), one.comparison_id))

    def _find_judgements(self, ids: Sequence[str]) -> dict[str, Judgement]:
        """What people said of the pairs; of an earlier time, only what was said by then and holds to this day."""
        judged = find_standing(self.connection, ids)
        return {key: one for key, one in judged.items() if self.before is None or one.judged_at < self.before}

    def _is_member_said(self, compared: Compared, members: Mapping[str, bool]) -> bool:
        return any(members.get(end, False) for end in (compared.a, compared.b))

    def _compared(self, claim_ids: Collection[str]) -> list[Compared]:
        found = find_compared(self.connection, claim_ids, before=self.before, relations=OPPOSING)
        return [one for one in found if is_opposed(one, self.settings)]

    def _find_series(self, claim_ids: Sequence[str]) -> Series | None:
        changes, reached = self._reach(claim_ids)
        facts = find_facts_of(self.connection, reached, before=self.before)
        claims, said = find_claims_ever(self.connection, reached), find_said(self.connection, reached)
        pairs = [(claims[one.a], claims[one.b]) for one in changes if {one.a, one.b} <= claims.keys()]
        return find_series([claims[key] for key in sorted(claims)], pairs, fact_of=facts, said=said)

    def _reach(self, claim_ids: Sequence[str]) -> tuple[list[Compared], set[str]]:
        """The changes that lead from claim to claim, and all claims of the stations that they lead to."""
        reached: set[str] = set()
        changes: dict[str, Compared] = {}
        waiting = set(claim_ids)
        while waiting and len(reached) < MOST_REACHED:
            reached |= set(sorted(waiting)[: max(len(claim_ids), MOST_REACHED - len(reached))])
            found = [one for one in self._compared(waiting) if one.holds == "changed"]
            changes.update((one.id, one) for one in found)
            ends = {end for one in found for end in (one.a, one.b)}
            waiting = (ends | self._find_mates(ends)) - reached
        return [changes[key] for key in sorted(changes)], reached

    def _find_mates(self, claim_ids: Collection[str]) -> set[str]:
        facts = set(find_facts_of(self.connection, claim_ids, before=self.before).values())
        members = find_members_of(self.connection, facts, before=self.before)
        return {claim for of_fact in members.values() for claim in of_fact}


def _opposed(
    compared: Compared, ours: Claim, other: Claim, fact_id: str | None, judgement: Judgement | None
) -> Opposed:
    relation = compared.holds
    assert relation is not None  # noqa: S101 - `is_opposed` let it pass
    confidence = compared.confidence if compared.relation == relation else None
    return Opposed(compared.id, relation, confidence, judgement, ours, other, fact_id)
