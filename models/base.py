"""Values and Protocols of the language side: what every implementation takes and gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

ENTAILMENT_LABELS = ("entailment", "neutral", "contradiction")
RELATION_LABELS = ("agrees", "contradicts", "changed", "framing", "related", "unrelated")

Stance = Literal["asserts", "reports", "quotes", "denies"]
Kind = Literal["fact", "forecast", "opinion", "conditional", "question"]
Evaluation = Literal["welcomes", "condemns", "sceptical", "optimistic", "dismisses", "waits", "neutral"]


class ModelError(Exception):
    """A model's weights are missing, wrong or of an unknown form; the message says what to do."""


@dataclass(frozen=True)
class Span:
    """Code points `start` up to but not including `end` of a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Speaker:
    """To whom a text attributes a claim: `mention` stands verbatim at start:end, `cue` is the attributing word."""

    name: str
    role: str | None
    mention: str
    start: int
    end: int
    cue: str


@dataclass(frozen=True)
class Appraisal:
    """Somebody's evaluation of something, with the words that carry it (verbatim at start:end)."""

    actor: str
    evaluation: Evaluation
    target: str
    words: str
    start: int
    end: int


@dataclass(frozen=True)
class ExtractedClaim:
    """A claim of a text: `quote` stands verbatim at start:end, `text` stands alone."""

    start: int
    end: int
    quote: str
    text: str
    speaker: Speaker | None
    stance: Stance
    kind: Kind
    checkworthiness: float
    appraisals: tuple[Appraisal, ...] = ()


@dataclass(frozen=True)
class Passage:
    """A statement with what is known of its source; dates are ISO 8601."""

    text: str
    speaker: str | None = None
    outlet: str | None = None
    published_at: str | None = None
    title: str | None = None


@dataclass(frozen=True)
class PairScores:
    """What the pair model says of n pairs read in one order: probabilities, columns in the order of the label tuples.

    `entailment` (n, 3): whether the first passage entails, leaves open or contradicts the second. `relations`
    (n, 6), or None from a model that knows only entailment.
    """

    entailment: NDArray[np.float32]
    relations: NDArray[np.float32] | None


class Encoder(Protocol):
    """Texts to unit vectors whose inner product is their similarity."""

    @property
    def fingerprint(self) -> str:
        """Names the weights; vectors of different fingerprints must not be compared."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """float32 (len(texts), dimension), rows of length 1."""


class PairModel(Protocol):
    """Reads pairs of passages in the order given; whoever wants both directions asks twice."""

    @property
    def version(self) -> str:
        """Names the weights."""

    def read(self, pairs: Sequence[tuple[Passage, Passage]]) -> PairScores:
        """The scores of every pair, a row each."""
