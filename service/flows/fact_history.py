"""The history of a fact from the memberships of its claims: what was reported, withdrawn, said again, and what left."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from service.domain.claims import Claim
from service.domain.facts import Fact, HistoryEntry, Member, Restated
from service.store.facts import Membership
from service.store.times import sort_key

Times = Mapping[str, tuple[str, str]]
"""When the first version that says a claim was received and recorded, by claim."""


def find_members(memberships: Sequence[Membership], claims: Mapping[str, Claim], times: Times) -> tuple[Member, ...]:
    """The claims that belong to the fact, those still said first, each group in the order of publication."""
    first = {one.claim_id: one.since for one in reversed(memberships)}
    held = [one for one in memberships if one.until is None]
    members = (Member(claims[one.claim_id], first[one.claim_id], one.said, *times[one.claim_id]) for one in held)
    return tuple(sorted(members, key=lambda one: (not one.said, _published(one.claim, one.since), one.claim.id)))


def find_history(
    memberships: Sequence[Membership], claims: Mapping[str, Claim], times: Times
) -> tuple[HistoryEntry, ...]:
    """Every step, what was reported by when it was published (by when we knew it, where that is not known)."""
    by_claim = sorted(memberships, key=lambda one: one.claim_id)
    entries = (
        entry
        for claim_id, periods in groupby(by_claim, key=lambda one: one.claim_id)
        for entry in _steps(claims[claim_id], list(periods), times[claim_id])
    )
    return tuple(sorted(entries, key=lambda entry: (_when(entry), entry.claim.id)))


def as_it_was(
    fact: Fact, memberships: Sequence[Membership], members: Sequence[Member], told: Sequence[Restated]
) -> Fact:
    """The fact as it was when it had no more than these memberships and steps of its standing."""
    living = [one.claim for one in members]
    claim = fact.claim if fact.claim in living or not living else living[0]
    times = [one.at for one in told] + [at for one in memberships for at in (one.since, one.until) if at]
    ended = None if living else fact.ended_at
    merged = None if living else fact.merged_into
    return replace(
        fact, claim=claim, standing=told[-1].standing, changed_at=max(times), ended_at=ended, merged_into=merged
    )


def _steps(claim: Claim, periods: Sequence[Membership], times: tuple[str, str]) -> Iterator[HistoryEntry]:
    """A period that begins where the one before ended tells that the claim was withdrawn, or said again."""
    received, recorded = times
    yield HistoryEntry(recorded, "reported", claim, received)
    said = True
    for period, after in zip(periods, [*periods[1:], None], strict=True):
        if period.said != said:
            yield HistoryEntry(period.since, "returned" if period.said else "withdrawn", claim, received)
        said = period.said
        if period.until is not None and (after is None or after.since != period.until):
            yield HistoryEntry(period.until, "left", claim, received)


def _when(entry: HistoryEntry) -> str:
    return _published(entry.claim, entry.at) if entry.kind == "reported" else entry.at


def _published(claim: Claim, otherwise: str) -> str:
    published = claim.source.published
    return (sort_key(published.value) if published else None) or otherwise
