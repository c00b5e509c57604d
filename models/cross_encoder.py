"""Any entailment cross-encoder that sentence-transformers can load; the label order is read from the model."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import CrossEncoder
from torch import nn

from models.base import ENTAILMENT_LABELS, ModelError, PairScores, Passage

BATCH = 32


class HubPairModel:
    """A PairModel that knows entailment only: it reads the bare texts and leaves the relations open."""

    def __init__(self, name: str) -> None:
        try:
            self._model = CrossEncoder(name, device="cpu", model_kwargs={"use_safetensors": True})
        except (OSError, ValueError) as error:
            raise ModelError(f"The pair model {name!r} cannot be loaded: {error}") from error
        self._columns = read_label_order(self._model.config.id2label, name)
        self._name = name

    @property
    def version(self) -> str:
        """The name that it was loaded by."""
        return self._name

    def read(self, pairs: Sequence[tuple[Passage, Passage]]) -> PairScores:
        """Entailment (n, 3) from the first passage to the second; no relations."""
        return PairScores(self._run([(a.text, b.text) for a, b in pairs]), None)

    def _run(self, texts: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        if not texts:
            return np.zeros((0, 3), np.float32)
        found = self._model.predict(
            list(texts), batch_size=BATCH, activation_fn=nn.Softmax(dim=-1), show_progress_bar=False
        )
        return np.asarray(found, np.float32)[:, self._columns]


def read_label_order(labels: Mapping[int, str], name: str) -> list[int]:
    """The columns of entailment, neutral and contradiction. Raises ModelError when the labels do not say."""
    places = {label.lower(): place for place, label in labels.items()}
    if sorted(places) != sorted(ENTAILMENT_LABELS):
        raise ModelError(
            f"The pair model {name!r} has the labels {list(labels.values())}; a cross-encoder for entailment "
            f"must name {', '.join(ENTAILMENT_LABELS)}. Set id2label in its config.json."
        )
    return [places[label] for label in ENTAILMENT_LABELS]
