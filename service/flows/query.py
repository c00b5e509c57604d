"""Finds what is stored about a statement that somebody posts: related claims, by relation."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from service.comparing.reading import read
from service.domain.claims import Claim, Statement
from service.domain.comparisons import Relation, Verdict
from service.flows.compare import compare_statements, judge
from service.flows.neighbours import find_neighbours
from service.flows.reindex import catch_up
from service.flows.scoring import find_similarities
from service.store.claims import find_claims_of, find_claims_with, find_sentence_ids
from service.store.times import check_period
from service.workspace import Workspace

WIDER = 3
MOST_ARTICLES = 20
FLOOR = 0.2
"""Least nearness at which a stored sentence is compared with a question; lower than between stored ones."""


@dataclass(frozen=True)
class QueryFilters:
    """Which stored claims may answer; days and moments are ISO 8601, both ends included, as in every list.

    A claim without a date does not pass where one is asked for. Raises BadInputError for a date that cannot be read,
    and for a period that ends before it begins.
    """

    outlets: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        check_period(self.since, self.until)


@dataclass(frozen=True)
class Near:
    """A stored claim near a statement, before anything is said of the two; `similarity` is at most 1."""

    claim: Claim
    similarity: float


@dataclass(frozen=True)
class Match:
    """A stored claim that a statement was compared with, and the verdict (the statement is side a)."""

    claim: Claim
    verdict: Verdict


@dataclass(frozen=True)
class Answer:
    """The matches of a statement by relation, the surest first; `related` and `not_judged` by nearness."""

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


def warm_up(workspace: Workspace) -> None:
    """Does once what a search does, so that the next need not wait until models and index are loaded. Takes seconds."""
    catch_up(workspace)
    statement = Statement("The bridge was closed on Monday.")
    compare_statements(workspace, [(statement, statement)])


def find_near(
    workspace: Workspace, statement: Statement, *, limit: int = 20, filters: QueryFilters | None = None
) -> list[Near]:
    """The stored claims nearest to a statement, at most `limit` of them. Nothing is judged, so it is quick."""
    wanted = asdict(filters or QueryFilters())
    catch_up(workspace)
    vectors = workspace.encoder.encode([statement.text])
    among = _find_admitted(workspace, wanted) if any(wanted.values()) else None
    (near,) = find_neighbours(workspace, [statement.text], vectors, limit=limit, floor=FLOOR, among=among)
    with workspace.store.reading() as connection:
        found = find_claims_with(connection, {one.sentence_id for one in near}, **wanted)
    claims = [
        Near(claim, one.similarity)
        for one in near
        for claim in sorted(found.get(one.sentence_id, ()), key=lambda c: c.id)
    ]
    return claims[:limit]


def _find_admitted(workspace: Workspace, wanted: dict[str, Any]) -> list[int]:
    with workspace.store.reading() as connection:
        return find_sentence_ids(connection, **wanted)


def query(
    workspace: Workspace, statement: Statement, *, limit: int = 20, filters: QueryFilters | None = None
) -> Answer:
    """Compares the statement with the stored claims near it; at most `limit` claims answer, none of them unrelated.

    More are compared than answer: what frames a thing differently says it in other words, and is not the nearest.
    """
    nearest = [one.claim for one in find_near(workspace, statement, limit=limit * WIDER, filters=filters)]
    candidates = [*nearest, *_find_views(workspace, statement, nearest)]
    pairs = [(statement, claim.statement) for claim in candidates]
    verdicts = judge(workspace, pairs, find_similarities(workspace, pairs))
    shown = [Match(c, _as_shown(v, workspace)) for c, v in zip(candidates, verdicts, strict=True)]
    matches = [match for match in shown if match.verdict.relation in GROUPS]
    return _grouped(statement, sorted(matches, key=_worth)[:limit])


def _find_views(workspace: Workspace, statement: Statement, nearest: Sequence[Claim]) -> list[Claim]:
    """How the countries and bodies whose view the statement tells see things elsewhere in the same articles.

    "They condemned the shift" is far from "they welcomed the strategy" for an encoder, and near for an editor.
    """
    bodies = {body for view in read(statement).views for body in view.bodies}
    if not bodies:
        return []
    articles = list(dict.fromkeys(claim.source.article_id for claim in nearest))[:MOST_ARTICLES]
    with workspace.store.reading() as connection:
        claims = [claim for article in articles for claim in find_claims_of(connection, article)]
    known = {claim.id for claim in nearest}
    return [c for c in claims if c.id not in known and _tells_view_of(c, bodies)]


def _tells_view_of(claim: Claim, bodies: set[str]) -> bool:
    return bool(claim.said.appraisals) and any(view.bodies & bodies for view in read(claim.statement).views)


def _as_shown(verdict: Verdict, workspace: Workspace) -> Verdict:
    """The verdict as an answer shows it: what is too uncertain is only related."""
    relation, confidence = verdict.relation, verdict.confidence
    if relation is None or confidence is None or relation in ("related", "unrelated"):
        return verdict
    if confidence >= workspace.settings.least_confidence(relation):
        return verdict
    return replace(verdict, relation="related", confidence=verdict.relations["related"], reasons=())


def _worth(match: Match) -> tuple[bool, float]:
    """What says something about the statement first, the surest first; then the others as they came, by nearness."""
    verdict = match.verdict
    telling = verdict.relation not in ("related", None)
    return not telling, -(verdict.confidence or 0.0) if telling else 0.0


def _grouped(statement: Statement, matches: Sequence[Match]) -> Answer:
    answer = Answer(statement)
    for match in matches:
        getattr(answer, GROUPS[match.verdict.relation]).append(match)
    return answer
