"""What the models say of pairs of statements: each distinct text is encoded once, each pair read once in each order.

The second reading is spared where the first leaves no doubt, for those who only want what is worth storing. Pairs that
may be contradictions are read again without what clashes in them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from models.base import PairScores, Passage
from service.comparing.undoing import undo
from service.comparing.verdict import Scores, is_settled
from service.domain.claims import Statement
from service.domain.comparisons import RELATIONS, Entailment, Relation
from service.workspace import Workspace

Pair = tuple[Statement, Statement]
Scoring = Callable[[Workspace, Sequence[Pair], Sequence[float]], Sequence[Scores | None]]


def find_similarities(workspace: Workspace, pairs: Sequence[Pair]) -> list[float]:
    """The similarity of each pair; every distinct text is encoded once."""
    texts = list(dict.fromkeys(s.text for pair in pairs for s in pair))
    vectors = dict(zip(texts, workspace.encoder.encode(texts), strict=True))
    return [float(np.dot(vectors[a.text], vectors[b.text])) for a, b in pairs]


def score_pairs(workspace: Workspace, pairs: Sequence[Pair], similarities: Sequence[float]) -> list[Scores]:
    """The scores of every pair, whose similarities are given."""
    passages = find_passages(pairs)
    there = workspace.pair_model.read(passages)
    back = workspace.pair_model.read([(b, a) for a, b in passages])
    version = workspace.pair_model.version
    scores = [_both(there, back, (i, i), similarities[i], version) for i in range(len(pairs))]
    again = _score_undone(workspace, pairs, enumerate(scores))
    return [again.get(i, found) for i, found in enumerate(scores)]


def score_open(workspace: Workspace, pairs: Sequence[Pair], similarities: Sequence[float]) -> list[Scores | None]:
    """As `score_pairs`, but None for a pair that its first reading settles as related or unrelated."""
    passages = find_passages(pairs)
    there = workspace.pair_model.read(passages)
    still = find_open(there)
    back = workspace.pair_model.read([(passages[i][1], passages[i][0]) for i in still])
    version = workspace.pair_model.version
    scores = {i: _both(there, back, (i, row), similarities[i], version) for row, i in enumerate(still)}
    scores |= _score_undone(workspace, pairs, scores.items())
    return [scores.get(i) for i in range(len(pairs))]


def find_open(first: PairScores) -> list[int]:
    """The pairs that a first reading leaves open; all of them when the model knows no relations."""
    rows = range(len(first.entailment))
    return [i for i in rows if first.relations is None or not is_settled(_named(first.relations[i]))]


def find_passages(pairs: Sequence[Pair]) -> list[tuple[Passage, Passage]]:
    """The pairs as the pair model takes them."""
    return [(_passage(a), _passage(b)) for a, b in pairs]


def _score_undone(
    workspace: Workspace, pairs: Sequence[Pair], scores: Iterable[tuple[int, Scores]]
) -> dict[int, Scores]:
    """The scores, by the place of their pair, of those in which something was undone."""
    tried = [(i, found, undone) for i, found in scores if found.may_contradict for undone in undo(*pairs[i])]
    passages = find_passages([(undone.a, undone.b) for _, _, undone in tried])
    agreements = _find_agreements(workspace, passages) if tried else []
    best: dict[int, Scores] = {}
    for (i, found, undone), agreement in zip(tried, agreements, strict=True):
        if i not in best or agreement > (best[i].agreement_undone or 0.0):
            best[i] = replace(found, undone=undone, agreement_undone=agreement)
    return best


def _find_agreements(workspace: Workspace, passages: Sequence[tuple[Passage, Passage]]) -> list[float]:
    """How probable the pair model makes it that each pair agrees, over both orders; it must know relations."""
    there = workspace.pair_model.read(passages).relations
    back = workspace.pair_model.read([(b, a) for a, b in passages]).relations
    if there is None or back is None:
        raise ValueError(f"The pair model {workspace.pair_model.version} gave relations before, and now none.")
    agrees = RELATIONS.index("agrees")
    return [float(p) for p in (there[:, agrees] + back[:, agrees]) / 2]


def _both(there: PairScores, back: PairScores, rows: tuple[int, int], similarity: float, model: str) -> Scores:
    """One pair's scores from its rows in both readings; the relations are averaged over the two."""
    first, second = rows
    relations = None
    if there.relations is not None and back.relations is not None:
        relations = _named((there.relations[first] + back.relations[second]) / 2)
    a_to_b, b_to_a = Entailment(*map(float, there.entailment[first])), Entailment(*map(float, back.entailment[second]))
    return Scores(similarity, a_to_b, b_to_a, relations, model)


def _named(row: NDArray[np.float32]) -> dict[Relation, float]:
    return {relation: float(p) for relation, p in zip(RELATIONS, row, strict=True)}


def _passage(statement: Statement) -> Passage:
    return Passage(statement.text, statement.speaker, statement.outlet, statement.published_at, statement.title)
