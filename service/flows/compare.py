"""Compares statements: the models score each pair, comparing decides. And a stored article with all others."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from service.comparing.changes import is_reattributed
from service.comparing.independence import find_one_origin
from service.comparing.verdict import decide, not_judged
from service.domain.claims import Claim
from service.domain.comparisons import Relation, Verdict, pair_id
from service.domain.jobs import Job
from service.domain.words import pair_words_key
from service.flows.copies import trace_copies
from service.flows.facts import update_facts
from service.flows.neighbours import Neighbour, find_neighbours
from service.flows.reindex import catch_up, encode_new
from service.flows.scoring import Pair, Scoring, find_similarities, score_open, score_pairs
from service.store.claims import find_claims, find_claims_of, find_claims_with
from service.store.comparisons import NewComparison, add_comparisons, known_pairs, remove_comparisons
from service.store.jobs import finish_job
from service.store.opening import Connection
from service.store.standing import find_judged
from service.store.times import now
from service.store.vectors import find_vectors
from service.workspace import Workspace

STORED: frozenset[Relation | None] = frozenset({"agrees", "contradicts", "changed", "framing", None})
STEP = 512
NEIGHBOURS_HERE = 4
"""So many that only its own article says, itself among them: none confirms it, but one may take back what it says."""

Candidate = tuple[Claim, Claim, float]
"""A claim of the article in hand, a claim near it, and their similarity."""


def compare_statements(workspace: Workspace, pairs: Sequence[Pair]) -> list[Verdict]:
    """A verdict for each pair, in the same order; every distinct text is encoded once."""
    return judge(workspace, pairs, find_similarities(workspace, pairs))


def judge(workspace: Workspace, pairs: Sequence[Pair], similarities: Sequence[float]) -> list[Verdict]:
    """Verdicts for pairs whose similarity is known. Pairs in a language that no model knows are not judged."""
    judged = _judge(workspace, pairs, similarities, score_pairs)
    return [verdict for verdict in judged if verdict]


def judge_open(workspace: Workspace, pairs: Sequence[Pair], similarities: Sequence[float]) -> list[Verdict | None]:
    """As `judge`, but None for the pairs that one reading settles as related or unrelated: half the work for most."""
    return _judge(workspace, pairs, similarities, score_open)


def compare_article(workspace: Workspace, job: Job) -> int:
    """Compares the claims of the job's article with their neighbours and stores what is worth storing.

    Returns how many pairs were judged. The job is finished in the transaction that stores the comparisons; what another
    process edited while the models ran is left to the job of that edit.
    """
    trace_copies(workspace)
    encode_new(workspace)
    catch_up(workspace)
    article_id = job.payload["article_id"]
    with workspace.store.reading() as connection:
        claims = [claim.id for claim in find_claims_of(connection, article_id)]
    pairs = _find_candidates(workspace, article_id)
    judged = _find_judged(workspace, pairs)
    steps = (pairs[start : start + STEP] for start in range(0, len(pairs), STEP))
    rows = [row for step in steps for row in _compare(workspace, step, judged)]
    with workspace.store.writing() as connection:
        still = _find_unedited(connection, pairs)
        rows = [row for row in rows if row.id in still]
        # An earlier model may have seen more in a pair than this one does.
        remove_comparisons(connection, still)
        add_comparisons(connection, rows, recorded_at=now())
        update_facts(workspace, connection, {*claims, *(claim.id for pair in pairs for claim in pair[:2])})
        finish_job(connection, job, outcome={"pairs": len(pairs), "stored": len(rows)})
    return len(pairs)


def _find_candidates(workspace: Workspace, article_id: str) -> list[Candidate]:
    """Pairs of a claim of the article with a claim near it, each once, without those already compared."""
    with workspace.store.reading() as connection:
        claims = find_claims_of(connection, article_id)
        vectors = find_vectors(connection, workspace.encoder.fingerprint, [claim.sentence_id for claim in claims])
        saying = find_claims_with(connection, {claim.sentence_id for claim in claims})
    if not claims:
        return []
    limit, floor = workspace.settings.neighbours, workspace.settings.min_nearness
    found = find_neighbours(workspace, [c.statement.text for c in claims], vectors, limit=limit, floor=floor)
    here = {i for i, some in saying.items() if all(c.source.article_id == article_id for c in some)}
    near = [[*_elsewhere(row, here)[:limit], *_only_here(row, here)[:NEIGHBOURS_HERE]] for row in found]
    with workspace.store.reading() as connection:
        others = find_claims_with(connection, {one.sentence_id for row in near for one in row})
        known = known_pairs(connection, [c.id for c in claims], model=workspace.pair_model.version)
    pairs: dict[str, Candidate] = {}
    for claim, row in zip(claims, near, strict=True):
        for one in row:
            for other in others.get(one.sentence_id, []):
                pair = pair_id(claim.id, other.id)
                if other.id != claim.id and pair not in known:
                    first, second = sorted((claim, other), key=lambda c: c.id)
                    pairs.setdefault(pair, (first, second, one.similarity))
    return list(pairs.values())


def _elsewhere(near: Sequence[Neighbour], here: Set[int]) -> list[Neighbour]:
    return [one for one in near if one.sentence_id not in here]


def _only_here(near: Sequence[Neighbour], here: Set[int]) -> list[Neighbour]:
    return [one for one in near if one.sentence_id in here]


def _find_judged(workspace: Workspace, pairs: Sequence[Candidate]) -> set[str]:
    """Those of the pairs that a person judged, or a copy of them: they stay, whatever this model sees in them."""
    with workspace.store.reading() as connection:
        return find_judged(connection, {pair_id(a.id, b.id): pair_words_key(a, b) for a, b, _ in pairs})


def _compare(workspace: Workspace, pairs: Sequence[Candidate], judged: set[str]) -> Iterable[NewComparison]:
    for kept in (True, False):
        some = [pair for pair in pairs if (pair_id(pair[0].id, pair[1].id) in judged) is kept]
        statements = [(a.statement, b.statement) for a, b, _ in some]
        verdicts = (judge if kept else judge_open)(workspace, statements, [similarity for _, _, similarity in some])
        for (a, b, _), verdict in zip(some, verdicts, strict=True):
            if verdict and (kept or verdict.relation in STORED or verdict.withheld):
                yield NewComparison(a.id, b.id, replace(verdict, one_origin=find_one_origin(a, b)))


def _find_unedited(connection: Connection, pairs: Sequence[Candidate]) -> set[str]:
    """The ids of the pairs of which both claims are said at this moment, and mean what they did when they were read."""
    said = find_claims(connection, {claim.id for pair in pairs for claim in pair[:2]})
    return {
        pair_id(a.id, b.id)
        for a, b, _ in pairs
        if all(one.id in said and not is_reattributed(one, said[one.id]) for one in (a, b))
    }


def _judge(
    workspace: Workspace, pairs: Sequence[Pair], similarities: Sequence[float], score: Scoring
) -> list[Verdict | None]:
    known = [i for i, pair in enumerate(pairs) if _unknown_language(workspace, pair) is None]
    scores = score(workspace, [pairs[i] for i in known], [similarities[i] for i in known])
    verdicts: list[Verdict | None] = [
        _not_judged(workspace, pair, similarity) for pair, similarity in zip(pairs, similarities, strict=True)
    ]
    for i, found in zip(known, scores, strict=True):
        verdicts[i] = decide(*pairs[i], found) if found else None
    return verdicts


def _unknown_language(workspace: Workspace, pair: Pair) -> str | None:
    return next((s.language for s in pair if s.language and s.language not in workspace.settings.languages), None)


def _not_judged(workspace: Workspace, pair: Pair, similarity: float) -> Verdict:
    language = _unknown_language(workspace, pair)
    why = f"No model for the language {language!r} is set; known: {', '.join(workspace.settings.languages)}."
    return not_judged(why, similarity=similarity, model=workspace.pair_model.version)
