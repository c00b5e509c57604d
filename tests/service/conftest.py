"""A real store in a temporary folder, and models small enough to be read: no torch, no weights."""

import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from models.base import RELATION_LABELS, PairScores, Passage, Span
from service.comparing.verdict import Scores
from service.domain.claims import Statement
from service.domain.comparisons import Verdict
from service.domain.reasons import Reason
from service.settings import Settings
from service.worker import work_off
from service.workspace import Workspace

DIMENSION = 256
SURE = 0.97


class WordEncoder:
    """Each word is a direction of its own, so texts are near when they share words."""

    fingerprint = "words"
    dimension = DIMENSION

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        found = np.zeros((len(texts), DIMENSION), np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().strip(".").split():
                found[row, zlib.crc32(word.encode()) % DIMENSION] += 1
        return found / np.linalg.norm(found, axis=1, keepdims=True).clip(1e-6)


class OpenOrClosed:
    """Something that is open contradicts that it is closed; the same word twice agrees; else it is related."""

    version = "open-or-closed"

    def read(self, pairs: Sequence[tuple[Passage, Passage]]) -> PairScores:
        relations = [self._relation(a.text, b.text) for a, b in pairs]
        entailment = np.array([self._entailment(relation) for relation in relations], np.float32).reshape(-1, 3)
        wide = [self._sure(6, RELATION_LABELS.index(relation)) for relation in relations]
        return PairScores(entailment, np.array(wide, np.float32).reshape(-1, 6))

    def _relation(self, a: str, b: str) -> str:
        words = ["closed" if "closed" in text else "open" if "open" in text else "" for text in (a, b)]
        if "" in words:
            return "related"
        return "agrees" if words[0] == words[1] else "contradicts"

    def _entailment(self, relation: str) -> list[float]:
        return self._sure(3, {"agrees": 0, "related": 1, "contradicts": 2}[relation])

    def _sure(self, count: int, at: int) -> list[float]:
        return [SURE if i == at else (1 - SURE) / (count - 1) for i in range(count)]


def decide(a: Statement, b: Statement, scores: Scores) -> Verdict:
    """What the pair model says, as it says it: the weights of the real verdict are fitted to the real model."""
    relation = max(scores.relations, key=scores.relations.get)
    return Verdict(
        relation=relation,
        confidence=scores.relations[relation],
        relations=dict(scores.relations),
        similarity=scores.similarity,
        a_to_b=scores.a_to_b,
        b_to_a=scores.b_to_a,
        reasons=(Reason("Open is not closed.", (Span(6, 10),), (Span(6, 12),)),) if relation == "contradicts" else (),
        model=scores.model,
    )


class SmallWorkspace(Workspace):
    encoder = WordEncoder()  # type: ignore[assignment]
    pair_model = OpenOrClosed()  # type: ignore[assignment]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    monkeypatch.setattr("service.flows.compare.decide", decide)
    with SmallWorkspace(Settings(data=tmp_path, index="exact", allowed_hosts=("testserver",))) as opened:
        yield opened


@pytest.fixture
def settle(workspace: Workspace):
    return lambda: work_off(workspace, lambda *_: None)
