"""Folding: pairs of the same words, run by several outlets, become one item that names them all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from service.comparing.independence import count_origins, count_outlets
from service.domain.comparisons import Comparison, Judgement
from service.domain.words import PairOfWords, pair_of_words, words_of
from service.reports.values import Item, Side


def fold(comparisons: Iterable[Comparison]) -> list[Item]:
    """One item for each pair of words, in the order in which they first appear."""
    groups: dict[PairOfWords, list[Comparison]] = defaultdict(list)
    for comparison in comparisons:
        groups[pair_of_words(comparison)].append(comparison)
    return [_item(sorted(group, key=_rank)) for group in groups.values()]


def independent(comparison: Comparison) -> bool:
    """Two articles that are not known to share an origin."""
    return not comparison.same_article and comparison.one_origin is None


def _rank(comparison: Comparison) -> tuple[bool, bool, float, str]:
    confidence = comparison.verdict.confidence or 0.0
    return not independent(comparison), comparison.judgement is None, -confidence, comparison.id


def _item(group: Sequence[Comparison]) -> Item:
    shown = group[0]
    a, b = _sides(shown, group)
    claims = (*a.claims, *b.claims)
    return Item(
        comparison=shown,
        a=a,
        b=b,
        outlets=count_outlets(claims),
        origins=count_origins(claims, _join(group, copied=len(pair_of_words(shown)) == 2)),
        judgement=_latest(comparison.judgement for comparison in group),
        folded=tuple(comparison.id for comparison in group[1:]),
    )


def _sides(shown: Comparison, group: Sequence[Comparison]) -> tuple[Side, Side]:
    claims = {claim.id: claim for comparison in group for claim in (comparison.a, comparison.b)}
    others = [claim for claim in claims.values() if claim.id not in (shown.a.id, shown.b.id)]
    first = words_of(shown.a)
    return (
        Side(shown.a, tuple(claim for claim in others if words_of(claim) == first)),
        Side(shown.b, tuple(claim for claim in others if words_of(claim) != first)),
    )


def _latest(judgements: Iterable[Judgement | None]) -> Judgement | None:
    given = [judgement for judgement in judgements if judgement is not None]
    return max(given, key=lambda judgement: judgement.judged_at, default=None)


def _join(group: Sequence[Comparison], *, copied: bool) -> Iterator[tuple[str, str]]:
    """The articles that a group of pairs joins into one origin: by their verdicts, or by the very same words.

    Where both sides are the same words (not `copied` across two), only what the verdict says joins them: two outlets
    may well quote one press conference on their own.
    """
    for comparison in group:
        if not independent(comparison):
            yield comparison.a.source.article_id, comparison.b.source.article_id
        if copied:
            for claim in (comparison.a, comparison.b):
                yield claim.source.article_id, repr(words_of(claim))
