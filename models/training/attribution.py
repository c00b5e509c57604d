"""python -m models.training.attribution POLNEAR.jsonl.gz FOLDER: fits the weights of models.attribution_weights.

Each mention that the cues find is an example: true where the corpus has an attribution whose source is that speaker and
whose content the sentence holds; governing where that content is much of the sentence. The threshold is the one with
the best F1 over mentions on every fifth article, which the fit for that purpose leaves out; what governing needs was
set by hand.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from models import lexicon
from models.attribution_cues import find_cues, is_headline_mark
from models.attribution_evidence import find_evidence
from models.attribution_phrases import QUOTE, Token, find_tokens
from models.attribution_quotes import find_quotations
from models.attribution_verbs import CueMention
from models.attribution_weights import FILE, GOVERNING
from models.base import Span
from models.checksums import write_checksums
from models.segmentation import find_sentences
from models.training.data import Row, read_rows

LEAST_SEEN = 12
RIDGE = 6.0
SHORTEST_CONTENT = 25
HELD_OUT = 5
GOVERNED = 0.35
"""The share of a sentence that a content must make up, so that its attribution governs it."""
LEAST_GOVERNING = 0.15
AS_GOOD = 0.002
"""F1 is flat around its best; what does not govern its sentence is held back by the other weights."""
_WORD = re.compile(r"\w+")
_COMMON = lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.TITLES | {"s"}


@dataclass(frozen=True)
class Mention:
    """The evidence of a mention, whether the corpus has it as an attribution, and the share of the sentence that is
    its content; `article` counts the rows.
    """

    article: int
    evidence: tuple[str, ...]
    attributes: bool
    share: float = 0.0


def main() -> None:
    """Reads the arguments, fits, writes the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    mentions = [m for i, row in enumerate(read_rows(options.corpus)) for m in find_mentions(i, row)]
    governing = [replace(m, attributes=m.share >= GOVERNED) for m in mentions]
    options.out.mkdir(parents=True, exist_ok=True)
    write(options.out / FILE, mentions, find_threshold(mentions))
    write(options.out / GOVERNING, governing, LEAST_GOVERNING)
    write_checksums(options.out, [FILE, GOVERNING])


def write(path: Path, mentions: Sequence[Mention], threshold: float) -> None:
    """Fits the weights to all the mentions and writes them, readable."""
    names, weights = fit(mentions)
    content = {
        "source": "PolNeAR, training part; logistic regression",
        "threshold": threshold,
        "bias": round(float(weights[-1]), 3),
        "weights": {name: round(float(w), 3) for name, w in zip(names, weights[:-1], strict=True)},
    }
    path.write_text(json.dumps(content, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(mentions)} mentions, {len(names)} weights, threshold {threshold}")


def find_mentions(article: int, row: Row) -> Iterator[Mention]:
    """The mentions of one article of the corpus, with their labels."""
    text = row["text"]
    gold = [a for a in (_read_spans(a) for a in row["attributions"]) if a]
    quotations = find_quotations(text)
    for sentence in find_sentences(text):
        tokens = find_tokens(text, sentence, quotations)
        if all(t.low == QUOTE or not t.is_word for t in tokens):
            continue
        near = [(s, content) for s, content in gold if _is_long(content) and _holds(sentence, content)]
        for mention in find_cues(tokens):
            if not is_headline_mark(tokens, mention):
                names = _find_names(mention_words(tokens, mention))
                own = [c for sources, c in near if any(names & _find_names(s.of(text)) for s in sources)]
                share = max((_share(sentence, content) for content in own), default=0.0)
                yield Mention(article, tuple(find_evidence(tokens, mention)), bool(own), share)


def _read_spans(attribution: dict[str, Any]) -> tuple[list[Span], list[Span]] | None:
    """Sources and contents; None where one is missing."""
    sources = [Span(*s) for part in attribution.get("source") or () for s in part["spans"]]
    contents = [Span(*s) for part in attribution.get("content") or () for s in part["spans"]]
    return (sources, contents) if sources and contents else None


def _is_long(contents: Sequence[Span]) -> bool:
    """Enough words for a claim; shorter ones ("said so") are none."""
    return sum(c.end - c.start for c in contents) >= SHORTEST_CONTENT


def _holds(sentence: Span, contents: Sequence[Span]) -> bool:
    whole = sum(c.end - c.start for c in contents)
    return _find_shared(sentence, contents) >= 0.5 * min(sentence.end - sentence.start, whole)


def _share(sentence: Span, contents: Sequence[Span]) -> float:
    return _find_shared(sentence, contents) / (sentence.end - sentence.start)


def _find_shared(sentence: Span, contents: Sequence[Span]) -> int:
    """Code points of the contents within the sentence."""
    return sum(max(0, min(sentence.end, c.end) - max(sentence.start, c.start)) for c in contents)


def mention_words(tokens: Sequence[Token], mention: CueMention) -> str:
    """The speaker's words, with the "who" that stands for him."""
    words = [t.text for t in tokens[mention.phrase.first : mention.phrase.last]]
    return " ".join(words if mention.relative is None else [*words, tokens[mention.relative].text])


def _find_names(words: str) -> frozenset[str]:
    """What tells one source from another: all words but articles, prepositions and titles; pronouns count."""
    return frozenset(_WORD.findall(words.lower())) - _COMMON


def fit(mentions: Sequence[Mention]) -> tuple[list[str], NDArray[np.float64]]:
    """Names of the evidence seen often enough, and their weights with the bias last (ridge logistic regression)."""
    counts = Counter(name for m in mentions for name in set(m.evidence))
    names = sorted(name for name, n in counts.items() if n >= LEAST_SEEN)
    matrix = _build_matrix(mentions, names)
    labels = np.array([m.attributes for m in mentions], dtype=np.float64)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = matrix @ weights[:-1] + weights[-1]
        errors = 1 / (1 + np.exp(-scores)) - labels
        value = np.logaddexp(0, scores).sum() - labels @ scores + RIDGE / 2 * (weights[:-1] ** 2).sum()
        return float(value), np.append(matrix.T @ errors + RIDGE * weights[:-1], errors.sum())

    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return names, np.asarray(found.x)


def _build_matrix(mentions: Sequence[Mention], names: Sequence[str]) -> csr_matrix:
    at = {name: i for i, name in enumerate(names)}
    columns: list[int] = []
    ends = [0]
    for mention in mentions:
        columns += sorted({at[name] for name in mention.evidence if name in at})
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(mentions), len(names)))


def find_threshold(mentions: Sequence[Mention]) -> float:
    """The lowest probability with nearly the best F1 on the articles held out."""
    names, weights = fit([m for m in mentions if m.article % HELD_OUT])
    held = [m for m in mentions if m.article % HELD_OUT == 0]
    scores = _build_matrix(held, names) @ weights[:-1] + weights[-1]
    labels = np.array([m.attributes for m in held])
    probabilities = 1 / (1 + np.exp(-scores))
    scored = {round(t, 2): _f1(probabilities >= t, labels) for t in np.arange(0.2, 0.7, 0.02)}
    return min(t for t, score in scored.items() if score >= max(scored.values()) - AS_GOOD)


def _f1(chosen: NDArray[np.bool_], labels: NDArray[np.bool_]) -> float:
    right = int((chosen & labels).sum())
    return 2 * right / max(1, int(chosen.sum()) + int(labels.sum()))


if __name__ == "__main__":
    main()
