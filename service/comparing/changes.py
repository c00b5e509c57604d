"""What became of an article's claims from one version to the next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from service.comparing.edits import Edit, find_edits, find_likeness
from service.domain.claims import Claim

LIKE = 0.5
"""From this share of common words on, a sentence that went and one that came are one sentence, edited."""
_MOST_PAIRS = 4_000
"""A text that was written anew has no sentence that was edited; and each pair takes a tenth of a millisecond."""


@dataclass(frozen=True)
class ChangedClaim:
    """A claim that was edited, or whose words stayed and are now put to somebody else; `edits` are of the quote."""

    before: Claim
    after: Claim
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class ClaimChanges:
    """The claims of two versions of one article, each in one of the four lists, in the order of the text."""

    stayed: tuple[Claim, ...]
    changed: tuple[ChangedClaim, ...]
    withdrawn: tuple[Claim, ...]
    added: tuple[Claim, ...]


def find_claim_changes(before: Sequence[Claim], after: Sequence[Claim]) -> ClaimChanges:
    """Which claims of a version stand in a later one as they are, edited, or not at all, and which are new there."""
    later = {claim.id: claim for claim in after}
    earlier = {claim.id: claim for claim in before}
    kept = [(one, later[one.id]) for one in before if one.id in later]
    gone = [one for one in before if one.id not in later]
    new = [one for one in after if one.id not in earlier]
    edited = _pair(gone, new)
    pairs = [(old, now) for old, now in kept if is_reattributed(old, now)] + edited
    known = {claim.id for pair in edited for claim in pair}
    return ClaimChanges(
        stayed=tuple(now for old, now in kept if not is_reattributed(old, now)),
        changed=tuple(_changed(old, now) for old, now in sorted(pairs, key=lambda pair: pair[1].said.start)),
        withdrawn=tuple(one for one in gone if one.id not in known),
        added=tuple(one for one in new if one.id not in known),
    )


def is_reattributed(before: Claim, after: Claim) -> bool:
    """Whether the same words mean something else now: another speaker, another stance, another name for "he"."""
    old, new = before.said, after.said
    names = [said.speaker.name if said.speaker else None for said in (old, new)]
    return names[0] != names[1] or old.stance != new.stance or old.text != new.text


def _changed(before: Claim, after: Claim) -> ChangedClaim:
    return ChangedClaim(before, after, find_edits(before.said.quote, after.said.quote))


def _pair(gone: Sequence[Claim], new: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Each at most once, the likest first."""
    if len(gone) * len(new) > _MOST_PAIRS:
        return []
    found = ((find_likeness(a.said.quote, b.said.quote), a, b) for a, b in product(gone, new))
    likest = sorted((one for one in found if one[0] >= LIKE), key=lambda one: -one[0])
    return list(_each_once((old, now) for _, old, now in likest))


def _each_once(pairs: Iterable[tuple[Claim, Claim]]) -> Iterable[tuple[Claim, Claim]]:
    taken: set[str] = set()
    for pair in pairs:
        ids = {claim.id for claim in pair}
        if not ids & taken:
            taken |= ids
            yield pair
