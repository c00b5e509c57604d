"""The shipped pair model: our own two-headed cross-encoder as int8 ONNX, checked before it is used."""

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from models.base import ENTAILMENT_LABELS, RELATION_LABELS, ModelError, PairScores, Passage
from models.checksums import check_files
from models.passages import render


class OnnxPairModel:
    """A PairModel over ONNX Runtime; both heads answer from one reading."""

    def __init__(self, folder: Path) -> None:
        check_files(folder)
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self._version = str(config["version"])
        self._columns = {head: _columns(labels, head) for head, labels in config["heads"].items()}
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(config["max_tokens"])
        self._tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        # A pair on one core, as many at once as there are cores: cores that share a pair wait for each other.
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / config["file"]), options, providers=["CPUExecutionProvider"]
        )

    @property
    def version(self) -> str:
        """Names the weights."""
        return self._version

    def read(self, pairs: Sequence[tuple[Passage, Passage]]) -> PairScores:
        """Entailment (n, 3) from the first passage to the second, relations (n, 6)."""
        found = self._run([render(a, b) for a, b in pairs])
        return PairScores(found["entailment"], found.get("relation"))

    def _run(self, texts: Sequence[tuple[str, str]]) -> dict[str, NDArray[np.float32]]:
        """Probabilities of every head, in the order of `texts`.

        Each pair runs alone: int8 scales its activations by the largest of a batch, so that scores would move with the
        pairs beside it; and nothing is padded, which is faster than any batch.
        """
        cores = ThreadPoolExecutor(_count_cores())
        try:
            rows = list(cores.map(self._logits, texts))
        finally:
            # Whoever interrupts must not wait for the pairs that have not begun.
            cores.shutdown(cancel_futures=True)
        return {
            head: _softmax(np.array([row[head] for row in rows], np.float32).reshape(-1, len(order))[:, order])
            for head, order in self._columns.items()
        }

    def _logits(self, texts: tuple[str, str]) -> dict[str, NDArray[np.float32]]:
        encoded = self._tokenizer.encode(*texts)
        known = {
            "input_ids": encoded.ids,
            "attention_mask": encoded.attention_mask,
            "token_type_ids": encoded.type_ids,
        }
        inputs = {taken.name: np.array([known[taken.name]], np.int64) for taken in self._session.get_inputs()}
        heads = list(self._columns)
        return {name: logits[0] for name, logits in zip(heads, self._session.run(heads, inputs), strict=True)}


def _count_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _columns(labels: Sequence[str], head: str) -> list[int]:
    """Where the labels of our order stand in the head's own order."""
    ours = {"entailment": ENTAILMENT_LABELS, "relation": RELATION_LABELS}.get(head)
    if ours is None or sorted(ours) != sorted(labels):
        raise ModelError(f"The pair model's head {head!r} has the labels {list(labels)}; expected {ours}.")
    return [list(labels).index(label) for label in ours]


def _softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True), np.float32)
