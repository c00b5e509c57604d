"""The shipped pair model: our own two-headed cross-encoder as int8 ONNX, checked before it is used."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from models.base import ENTAILMENT_LABELS, RELATION_LABELS, ModelError, PairScores, Passage
from models.checksums import check_files
from models.passages import render

BATCH = 32


class OnnxPairModel:
    """A PairModel over ONNX Runtime; both heads answer from one reading."""

    def __init__(self, folder: Path) -> None:
        check_files(folder)
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self._version = str(config["version"])
        self._columns = {head: _columns(labels, head) for head, labels in config["heads"].items()}
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(config["max_tokens"])
        self._tokenizer.enable_padding()
        options = onnxruntime.SessionOptions()
        # Threads that spin while they wait take the cores from whoever else works here.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
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
        """Probabilities of every head, in the order of `texts`; like lengths run together, padding is wasted work."""
        found = {head: np.zeros((len(texts), len(order)), np.float32) for head, order in self._columns.items()}
        order = sorted(range(len(texts)), key=lambda i: len(texts[i][0]) + len(texts[i][1]))
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            for head, logits in self._logits([texts[i] for i in rows]).items():
                found[head][rows] = _softmax(logits)[:, self._columns[head]]
        return found

    def _logits(self, texts: Sequence[tuple[str, str]]) -> dict[str, NDArray[np.float32]]:
        encoded = self._tokenizer.encode_batch(list(texts))
        inputs = {
            "input_ids": np.array([e.ids for e in encoded], np.int64),
            "attention_mask": np.array([e.attention_mask for e in encoded], np.int64),
            "token_type_ids": np.array([e.type_ids for e in encoded], np.int64),
        }
        heads = list(self._columns)
        return dict(zip(heads, self._session.run(heads, inputs), strict=True))


def _columns(labels: Sequence[str], head: str) -> list[int]:
    """Where the labels of our order stand in the head's own order."""
    ours = {"entailment": ENTAILMENT_LABELS, "relation": RELATION_LABELS}.get(head)
    if ours is None or sorted(ours) != sorted(labels):
        raise ModelError(f"The pair model's head {head!r} has the labels {list(labels)}; expected {ours}.")
    return [list(labels).index(label) for label in ours]


def _softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True), np.float32)
