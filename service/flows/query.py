"""Finds what is stored about a statement that somebody posts: related claims, by relation."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from service.domain.claims import Claim, Statement
from service.domain.comparisons import Relation, Verdict
from service.flows.compare import find_neighbours, judge
from service.flows.reindex import catch_up
from service.store.claims import find_claims_with
from service.workspace import Workspace

WIDER = 4


@dataclass(frozen=True)
class QueryFilters:
    """Which stored claims may answer; dates are ISO 8601, both ends included."""

    outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    def admit(self, claim: Claim) -> bool:
        """Whether the claim passes. A claim without a date does not pass where a date is asked for."""
        day = (claim.source.published.value if claim.source.published else "")[:10]
        return (
            (not self.outlets or claim.source.outlet in self.outlets)
            and (not self.since or day >= self.since[:10])
            and (not self.until or (bool(day) and day <= self.until[:10]))
        )


@dataclass(frozen=True)
class Match:
    """A stored claim that a statement was compared with, and the verdict (the statement is side a)."""

    claim: Claim
    verdict: Verdict


@dataclass(frozen=True)
class Answer:
    """The matches of a statement by relation, the most certain first; `not_judged` are near, in unknown languages."""

    statement: Statement
    agreements: list[Match] = field(default_factory=list)
    contradictions: list[Match] = field(default_factory=list)
    changed: list[Match] = field(default_factory=list)
    framings: list[Match] = field(default_factory=list)
    related: list[Match] = field(default_factory=list)
    not_judged: list[Match] = field(default_factory=list)


GROUPS: dict[Relation | None, str] = {
    "agrees": "agreements",
    "contradicts": "contradictions",
    "changed": "changed",
    "framing": "framings",
    "related": "related",
    None: "not_judged",
}


def query(
    workspace: Workspace, statement: Statement, *, limit: int = 20, filters: QueryFilters | None = None
) -> Answer:
    """Compares the statement with the stored claims nearest to it; at most `limit` claims answer."""
    catch_up(workspace)
    (near,) = find_neighbours(workspace, [statement.text], limit * WIDER)
    with workspace.store.reading() as connection:
        found = find_claims_with(connection, set(near))
    claims = _nearest(found.values(), near, filters or QueryFilters())[:limit]
    verdicts = judge(
        workspace, [(statement, claim.statement) for claim in claims], [near[c.sentence_id] for c in claims]
    )
    return _grouped(statement, [Match(c, v) for c, v in zip(claims, verdicts, strict=True)])


def _nearest(found: Iterable[Sequence[Claim]], near: dict[int, float], filters: QueryFilters) -> list[Claim]:
    claims = [claim for mentions in found for claim in mentions if filters.admit(claim)]
    return sorted(claims, key=lambda c: (-near[c.sentence_id], c.id))


def _grouped(statement: Statement, matches: Sequence[Match]) -> Answer:
    answer = Answer(statement)
    for match in sorted(matches, key=lambda m: -(m.verdict.confidence or 0.0)):
        if match.verdict.relation in GROUPS:
            getattr(answer, GROUPS[match.verdict.relation]).append(match)
    answer.related.sort(key=lambda m: -m.verdict.similarity)
    return answer
