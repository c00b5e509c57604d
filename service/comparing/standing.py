"""How a fact stands: from its claims, and from what stands against them."""

from collections.abc import Collection, Iterable, Sequence

from service.comparing.independence import count_origins, count_outlets, find_shared_origins
from service.domain.claims import Claim
from service.domain.comparisons import Relation
from service.domain.facts import Standing

Opposition = tuple[Relation, Claim, Claim]
"""A relation that holds, a claim of the fact, and one outside; both are said now."""


def find_standing(claims: Sequence[Claim], said: Collection[str], opposed: Iterable[Opposition]) -> Standing:
    """The standing of a fact with these claims, of which those with the ids in `said` are still said.

    Only what is still said counts as reported, and copies of one text or of one outlet count once.
    """
    now = [claim for claim in claims if claim.id in said]
    against = list(opposed)
    return Standing(
        origins=count_origins(now, find_shared_origins(now)),
        outlets=count_outlets(now),
        claims=len(claims),
        disputed=any(relation == "contradicts" and is_dispute(ours, other) for relation, ours, other in against),
        changed=any(relation == "changed" for relation, *_ in against),
        withdrawn=len(now) < len(claims),
    )


def is_dispute(ours: Claim, other: Claim) -> bool:
    """Whether two claims that contradict each other are of two sides: other articles, or other holders in one."""
    apart = ours.source.article_id != other.source.article_id
    return apart or ours.statement.holder != other.statement.holder
