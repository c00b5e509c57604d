"""Single-source claims: what one origin tells and no other speaks to, checkworthy facts first."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from service.comparing.independence import Joined, count_origins, count_outlets
from service.domain.claims import Claim
from service.domain.comparisons import Relation
from service.domain.outlines import Mark, Outline
from service.domain.words import Words
from service.reports.values import RELATION_OF, Side, Single

Least = Callable[[Relation], float]
"""The least confidence at which a pair is shown under its relation."""
Carried = tuple[Mark, ...]
"""Claims of one origin that say the same: the first to be published leads."""


def plan_singles(marks: Iterable[Mark], outlines: Iterable[Outline], least: Least) -> list[Carried]:
    """The claims that no other origin agrees with, contradicts, changes or frames, each with its copies; in order.

    A pair that is too uncertain to be shown does not speak for the other origin. Facts come first, then by how much
    they are worth checking.
    """
    answered, same = _read(outlines, least)
    root = same.roots()
    spoken_to = answered | {root[words] for words in answered & root.keys()}
    groups: dict[Hashable, list[Mark]] = defaultdict(list)
    for mark in marks:
        words = mark.words
        if words not in spoken_to and (lead := root.get(words, words)) not in spoken_to:
            groups[lead].append(mark)
    singles = [_carried(group) for group in groups.values()]
    return sorted((one for one in singles if len(one) == 1 or count_origins(one) < 2), key=_order)


def fill_singles(singles: Sequence[Carried], claims: Mapping[str, Claim]) -> tuple[Single, ...]:
    """The same with their words."""
    read = (([claims[mark.claim_id] for mark in one], count_outlets(one)) for one in singles)
    return tuple(Single(Side(found[0], tuple(found[1:])), outlets) for found, outlets in read)


def is_sure(outline: Outline, least: Least) -> bool:
    """Whether a person judged it, or its confidence is enough for its relation to be shown."""
    if outline.judgement or outline.relation is None:
        return outline.relation is not None
    return (outline.confidence or 0.0) >= least(outline.relation)


def _read(outlines: Iterable[Outline], least: Least) -> tuple[set[Words], Joined]:
    """The words to which another origin speaks, and which words of one origin say the same."""
    shown = {relation: least(relation) for relation in RELATION_OF.values()}
    told = [
        one
        for one in outlines
        if one.relation in shown and (one.judgement or (one.confidence or 0.0) >= shown[one.relation])
    ]
    apart = [one for one in told if one.across_origins]
    answered = {one.a.words for one in apart} | {one.b.words for one in apart}
    same = Joined()
    for one in told:
        if one.relation == "agrees" and not one.across_origins:
            same.join(one.a.words, one.b.words)
    return answered, same


def _carried(group: Sequence[Mark]) -> Carried:
    return (group[0],) if len(group) == 1 else tuple(sorted(group, key=lambda mark: (_time(mark), mark.claim_id)))


def _order(one: Carried) -> tuple[bool, float, str, str]:
    lead = one[0]
    return lead.kind != "fact", -lead.checkworthiness, _time(lead), lead.claim_id


def _time(mark: Mark) -> str:
    """When it was published; what has no date comes last."""
    return mark.source.published.value if mark.source.published else "~"
