"""python -m benchmarks.build_pairs: labels of pairs, kept without their sentences, back into pairs to train on.

The sentences belong to the outlets and are not part of the project: a line of LABELS names two articles of ARTICLES and
the code points at which each sentence begins and ends. Pairs of one day share a `group`, so that what is held out from
training is another day's news.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from models.base import ExtractedClaim
from service.bench.quality import read_rows
from service.domain.articles import Article
from service.flows.ingest import read_claims
from service.intake.reading import read_path

Row = Mapping[str, Any]


def main() -> None:
    """Writes a pair for each label whose articles are there, and says how many are not."""
    options = _parser().parse_args()
    found = [row for path in options.labels for row in read_rows(path)]
    labels = [row for row in found if row["label_confidence"] >= options.least_confidence]
    wanted = {label[side]["article"] for label in labels for side in ("a", "b")}
    sides = dict(find_sides(options.articles, wanted))
    pairs = [pair for label in labels if (pair := _build(label, sides))]
    options.out.write_text("".join(json.dumps(pair, ensure_ascii=False) + "\n" for pair in pairs), encoding="utf-8")
    print(
        f"{len(pairs)} pairs written to {options.out}; {len(labels) - len(pairs)} lack an article in {options.articles}"
    )


def find_sides(path: Path, wanted: set[str]) -> Iterator[tuple[str, tuple[Article, dict[int, ExtractedClaim]]]]:
    """The articles with a wanted id, each with its claims by where they begin."""
    for article in read_path(path):
        if isinstance(article, Article) and article.given_id in wanted:
            yield article.given_id, (article, {claim.start: claim for claim in read_claims(article)})


def _build(label: Row, sides: Mapping[str, tuple[Article, dict[int, ExtractedClaim]]]) -> Row | None:
    if any(label[side]["article"] not in sides for side in ("a", "b")):
        return None
    a, b = (_side(label[side], *sides[label[side]["article"]]) for side in ("a", "b"))
    kept = {name: label[name] for name in ("id", "label", "label_confidence", "mined")}
    return {**kept, "a": a, "b": b, "group": _day([a, b])}


def _side(place: Row, article: Article, claims: Mapping[int, ExtractedClaim]) -> Row:
    """The claim that begins there, as it is extracted today; the bare words where it no longer is one."""
    claim = claims.get(place["start"])
    source = {
        "outlet": article.outlet,
        "published_at": article.published.value if article.published else None,
        "title": article.title,
    }
    if claim is None:
        return {"text": article.text[place["start"] : place["end"]], **source}
    return {"text": claim.text, "speaker": claim.speaker.name if claim.speaker else None, **source}


def _day(sides: Sequence[Row]) -> str:
    """The day on which the first of the two was published."""
    return min((side["published_at"][:10] for side in sides if side["published_at"]), default="undated")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build_pairs", description=__doc__)
    parser.add_argument("labels", type=Path, nargs="+", help="JSON lines: id, a and b (article, start, end), label")
    parser.add_argument("--least-confidence", type=int, default=2, help="1 takes the doubtful labels too")
    parser.add_argument("--articles", type=Path, required=True, help="the articles that the labels name")
    parser.add_argument("--out", type=Path, required=True, help="where the pairs go, JSON lines")
    return parser


if __name__ == "__main__":
    main()
