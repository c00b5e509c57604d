"""Which fact a group of claims is, when the groups are found anew: ids stay, merges and splits are named."""

from collections import Counter
from collections.abc import Sequence

from service.domain.fact_links import Group, Identified, Known, Placed


def identify_groups(groups: Sequence[Group], facts: Sequence[Known]) -> Identified:
    """Gives each group the id of the fact with which it shares most claims, of two alike the older one.

    An ended fact is taken up again by a group that no living one claims, and that shares more than half of the claims
    of both. A fact left without a group went into the one that has most of its claims, or into none.
    """
    living = [fact for fact in facts if not fact.ended]
    taken = _assign(groups, living, least=0.0)
    left = [group for group in groups if group not in taken]
    taken |= _assign(left, [fact for fact in facts if fact.ended], least=0.5)
    kept = {fact.id for fact in taken.values()}
    gone = [fact for fact in living if fact.id not in kept]
    went = {fact.id: _most_of(fact.claims, groups) for fact in gone}
    return Identified(
        tuple(Placed(group, taken.get(group), _split_from(group, taken.get(group), living)) for group in groups),
        {fact: group for fact, group in went.items() if group is not None},
        tuple(fact for fact, group in went.items() if group is None),
    )


def _assign(groups: Sequence[Group], facts: Sequence[Known], *, least: float) -> dict[Group, Known]:
    shared = (
        (-len(group & fact.claims), fact.number, min(group), group, fact)
        for group in groups
        for fact in facts
        if len(group & fact.claims) > least * max(len(group), len(fact.claims))
    )
    found: dict[Group, Known] = {}
    used: set[str] = set()
    for *_, group, fact in sorted(shared, key=lambda one: one[:3]):
        if group not in found and fact.id not in used:
            found[group] = fact
            used.add(fact.id)
    return found


def _most_of(claims: Group, groups: Sequence[Group]) -> Group | None:
    best = max(groups, key=lambda group: (len(group & claims), min(group)), default=None)
    return best if best and best & claims else None


def _split_from(group: Group, known: Known | None, living: Sequence[Known]) -> str | None:
    """For a group that is a new fact, or an old one again: the living fact that most of its claims were in."""
    if known is not None and not known.ended:
        return None
    counted = Counter({fact.id: len(group & fact.claims) for fact in living})
    best = max(living, key=lambda fact: (counted[fact.id], -fact.number), default=None)
    return best.id if best and counted[best.id] else None
