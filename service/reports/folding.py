"""Folding: pairs of the same words, run by several outlets at one time, become one item that names them all."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

from service.comparing.independence import count_origins, count_outlets
from service.domain.claims import Claim
from service.domain.comparisons import Comparison, Judgement
from service.domain.outlines import Mark, Outline
from service.domain.words import PairOfWords, are_far_apart
from service.reports.values import Item, Side


class Folded(Protocol):
    """Pairs of the same words: a single outline, as nearly all are, or a `Fold` of several."""

    @property
    def pairs(self) -> tuple[Outline, ...]:
        """All of them, the one that is shown first."""

    @property
    def shown(self) -> Outline:
        """The pair that stands for all of them."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The claims of all pairs, each once: those of the shown pair first."""

    @property
    def origins(self) -> int:
        """How many origins carry either side."""

    @property
    def judgement(self) -> Judgement | None:
        """The last that was given on one of them."""


class Fold(NamedTuple):
    """Pairs of the same words, the one that is shown first; `origins` counts who carries either side."""

    pairs: tuple[Outline, ...]
    origins: int
    judgement: Judgement | None

    @property
    def shown(self) -> Outline:
        """The pair that stands for all of them."""
        return self.pairs[0]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The claims of all pairs, each once: those of the shown pair first."""
        return tuple({mark.claim_id: mark for pair in self.pairs for mark in (pair.a, pair.b)}.values())


def fold(outlines: Iterable[Outline]) -> list[Folded]:
    """One for each pair of words said at one time, in the order in which they first appear.

    The same words more than FAR_APART_DAYS apart are about different times: they are no copies, and confirm nothing.
    """
    pairs = list(outlines)
    groups: dict[PairOfWords, list[int]] = defaultdict(list)
    for place, pair in enumerate(pairs):
        if pair.copied:  # few of them are, and there may be tens of thousands
            groups[pair.pair_of_words].append(place)
    found: list[Folded | None] = list(pairs)
    for places in groups.values():
        if len(places) > 1:
            _put_folds(found, pairs, places)
    return [one for one in found if one is not None]


def _put_folds(found: list[Folded | None], pairs: Sequence[Outline], places: Sequence[int]) -> None:
    """Puts folds where the first of their pairs stand, in place of these pairs of the same words."""
    place = {pairs[at].id: at for at in places}
    for run in _find_runs(pairs[at] for at in places):
        first, *others = sorted(place[pair.id] for pair in run)
        found[first] = _fold(run)
        for at in others:
            found[at] = None


def _find_runs(group: Iterable[Outline]) -> list[list[Outline]]:
    """Pairs of one pair of words, parted where they lie far apart in time; what has no date lies near everything.

    In a run no two claims are far apart; or all its pairs are, and their earlier sides lie together, and their later.
    """
    runs: list[list[Outline]] = []
    for pair in sorted(group, key=lambda pair: (*(day or "~" for day in _days(pair)), pair.id)):
        run = next((run for run in runs if _is_of_one_time(run[0], pair)), None)
        if run is None:
            runs.append([pair])
        else:
            run.append(pair)
    return runs


def _is_of_one_time(first: Outline, pair: Outline) -> bool:
    """Whether the pair belongs to the time of a run that begins with the first."""
    (early, late), (other_early, other_late) = _days(first), _days(pair)
    far = are_far_apart(early, late)
    if far != are_far_apart(other_early, other_late):
        return False
    if far:
        return not are_far_apart(early, other_early) and not are_far_apart(late, other_late)
    return not are_far_apart(early or late, other_late or other_early)


def _days(pair: Outline) -> tuple[str | None, str | None]:
    """When the two sides were published, the earlier first; an unknown time comes last."""
    published = (mark.source.published for mark in (pair.a, pair.b))
    known = sorted(time.value for time in published if time)
    return (known[0] if known else None), (known[1] if len(known) > 1 else None)


def fold_items(comparisons: Sequence[Comparison]) -> list[Item]:
    """One item for each pair of words of comparisons that were read in full, in the order in which they appear."""
    claims = {claim.id: claim for one in comparisons for claim in (one.a, one.b)}
    read = {one.id: one for one in comparisons}
    return [make_item(one, read[one.shown.id], claims) for one in fold(map(Outline.of, comparisons))]


def make_item(fold: Folded, comparison: Comparison, claims: Mapping[str, Claim]) -> Item:
    """The fold with its words: the comparison that is shown, and the claims of all pairs by their ids."""
    a, b, also = _sides(fold, comparison, claims)
    marks = fold.marks
    item = Item(
        comparison=comparison,
        a=a,
        b=b,
        outlets=count_outlets(marks),
        origins=fold.origins,
        judgement=fold.judgement,
        folded=tuple(pair.id for pair in fold.pairs[1:]),
        also=also,
    )
    return in_time(item) if comparison.relation == "changed" or comparison.copies else item


def _fold(group: Sequence[Outline]) -> Folded:
    if len(group) == 1:
        return group[0]
    pairs = tuple(sorted(group, key=_rank))
    fold = Fold(pairs, 0, _latest(pair.judgement for pair in pairs))
    return fold._replace(origins=count_origins(fold.marks, joined_by(pairs)))


def _rank(pair: Outline) -> tuple[bool, bool, float, str]:
    return not pair.independent, pair.judgement is None, -(pair.confidence or 0.0), pair.id


def _sides(fold: Folded, shown: Comparison, claims: Mapping[str, Claim]) -> tuple[Side, Side, tuple[Claim, ...]]:
    """Both sides with their copies, and the claims in other words than either."""
    first, second = fold.shown.a.words, fold.shown.b.words
    others = [mark for mark in fold.marks if mark.claim_id not in (shown.a.id, shown.b.id) and mark.claim_id in claims]
    return (
        Side(shown.a, tuple(claims[mark.claim_id] for mark in others if mark.words == first)),
        Side(shown.b, tuple(claims[mark.claim_id] for mark in others if first != mark.words == second)),
        tuple(claims[mark.claim_id] for mark in others if mark.words not in (first, second)),
    )


def in_time(item: Item) -> Item:
    """The earlier side first, where both dates are known."""
    a, b = item.a.claim.source.published, item.b.claim.source.published
    return replace(item, a=item.b, b=item.a) if a and b and a.value > b.value else item


def _latest(judgements: Iterable[Judgement | None]) -> Judgement | None:
    given = [judgement for judgement in judgements if judgement is not None]
    return max(given, key=lambda judgement: judgement.judged_at, default=None)


def joined_by(group: Sequence[Outline]) -> Iterator[tuple[str, Hashable]]:
    """The articles that pairs of the same words join into one origin: by their verdicts, or by the very same words.

    Where both sides are the same words, only what the verdict says joins them: two outlets may well quote one press
    conference on their own.
    """
    copied = len(group[0].pair_of_words) > 1
    for pair in group:
        if not pair.independent:
            yield pair.a.source.article_id, pair.b.source.article_id
        if copied:
            for mark in (pair.a, pair.b):
                yield mark.source.article_id, mark.words
