"""Keeps the facts in step: finds anew only those that the claims in hand can touch, in the caller's transaction."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from service.comparing.clashes import clash, is_rejected
from service.comparing.fact_identity import identify_groups
from service.comparing.facts import Link, group_claims
from service.comparing.substance import is_substantial
from service.domain.fact_links import Compared, Group
from service.flows.fact_standing import find_links, find_opposed_facts, restate
from service.settings import Settings
from service.store.claim_rows import find_claims_ever
from service.store.fact_changes import find_known, find_rule, keep_rule, write_groups
from service.store.fact_links import find_compared, find_linked_claims, find_said
from service.store.facts import count_facts, find_facts_of, find_members_of
from service.store.opening import Connection
from service.store.times import now
from service.workspace import Workspace

RULE = "3"
"""Raised when the rule changes by which claims become facts: every store then finds its facts anew."""
STEP = 200


@dataclass(frozen=True)
class Region:
    """Claims that agreements hold together, with everything that they were compared with."""

    claims: frozenset[str]
    compared: tuple[Compared, ...]


def update_facts(
    workspace: Workspace, connection: Connection, claim_ids: Collection[str], *, thorough: bool = False
) -> Region:
    """Finds the facts of these claims anew, and of all that agreements join to them; call it in the transaction that
    stores comparisons or judgements of theirs. No model runs.

    The standing is counted of the facts of these claims, of those that stand against them, and where claims joined or
    left; if `thorough`, of everything that was looked at. That is returned.
    """
    settings = workspace.settings
    region = _find_region(connection, claim_ids, settings)
    groups = _find_groups(connection, region, settings)
    identified = identify_groups(groups, find_known(connection, region.claims))
    at = now()
    changed = write_groups(connection, identified, said=find_said(connection, region.claims), at=at)
    touched = region.claims if thorough else set(claim_ids)
    compared = [one for one in region.compared if one.a in touched or one.b in touched]
    facts = set(find_facts_of(connection, touched).values()) | find_opposed_facts(connection, compared, touched)
    restate(connection, changed | facts, settings, at=at)
    return region


def restate_facts(workspace: Workspace, connection: Connection, claim_ids: Collection[str]) -> None:
    """Counts the standing of the facts of these claims again, and of those that they stand against.

    For when it changes what is said, and not yet what was compared: a new version of an article.
    """
    settings = workspace.settings
    facts = set(find_facts_of(connection, claim_ids).values())
    opposed = find_opposed_facts(connection, find_compared(connection, claim_ids), claim_ids)
    restate(connection, facts | opposed, settings, at=now())


def rebuild_facts(workspace: Workspace) -> int:
    """Finds all facts of the store anew, some at a time; facts that were right stay as they are. Returns how many.

    It may be broken off and called again at any time.
    """
    done: set[str] = set()
    last = ""
    while claims := _next_claims(workspace, last):
        last = claims[-1]
        waiting = set(claims) - done
        if waiting:
            with workspace.store.writing() as connection:
                done |= update_facts(workspace, connection, waiting, thorough=True).claims
    with workspace.store.writing() as connection:
        keep_rule(connection, _rule(workspace.settings))
        return count_facts(connection)


def ensure_facts(workspace: Workspace) -> None:
    """Rebuilds the facts of a store that has none yet, or whose facts were found by another rule or other settings."""
    with workspace.store.reading() as connection:
        known = find_rule(connection)
    if known != _rule(workspace.settings):
        rebuild_facts(workspace)


def _rule(settings: Settings) -> str:
    return f"{RULE} {settings.shown_from} {settings.contradictions_from}"


def _next_claims(workspace: Workspace, last: str) -> list[str]:
    with workspace.store.reading() as connection:
        return find_linked_claims(connection, after=last, limit=STEP)


def _find_region(connection: Connection, claim_ids: Collection[str], settings: Settings) -> Region:
    claims: set[str] = set()
    found: dict[str, Compared] = {}
    waiting = set(claim_ids)
    while waiting:
        claims |= waiting
        compared = find_compared(connection, waiting)
        found.update((one.id, one) for one in compared)
        joined = _find_joined(find_links(compared, settings))
        facts = set(find_facts_of(connection, waiting).values())
        mates = {claim for members in find_members_of(connection, facts).values() for claim in members}
        waiting = (joined | mates) - claims
    return Region(frozenset(claims), tuple(found[key] for key in sorted(found)))


def _find_groups(connection: Connection, region: Region, settings: Settings) -> list[Group]:
    """The groups of more than one article: no article confirms itself.

    What says too little to be a fact joins none, unless a person says that it agrees.
    """
    links = find_links((one for one in region.compared if one.a in region.claims and one.b in region.claims), settings)
    claims = find_claims_ever(connection, _find_joined(links))
    said = {key: claim.statement for key, claim in claims.items()}
    rejected = {key for key, claim in claims.items() if is_rejected(claim)}
    empty = {key for key, claim in claims.items() if not is_substantial(claim)}
    links = [link for link in links if link.kind != "agrees" or link.sure or empty.isdisjoint((link.a, link.b))]
    groups = group_claims(links, lambda a, b: (a in rejected) != (b in rejected) or clash(said[a], said[b]))
    return [group for group in groups if len({claims[key].source.article_id for key in group}) > 1]


def _find_joined(links: Iterable[Link]) -> set[str]:
    return {end for link in links if link.kind == "agrees" for end in (link.a, link.b)}
