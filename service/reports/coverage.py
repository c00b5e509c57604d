"""Coverage: which outlets on a topic report an agreed statement, and in which it was not found.

A statement is a claim with those that agree with it directly: chains of agreement are not followed, since each step may
move a little. When facts (groups of claims that say the same) are kept in the store, they are the statements.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.comparing.independence import count_origins, count_outlets
from service.domain.claims import Claim
from service.domain.comparisons import Comparison
from service.domain.outlets import outlet_key
from service.domain.outlines import Mark, Outline, Words
from service.reports.pairs import find_holding
from service.reports.singles import Least, is_sure
from service.reports.values import Coverage, Telling

Pairs = dict[Words, dict[Words, Outline]]


@dataclass(frozen=True)
class Statement:
    """An agreed statement without its words: the claim that stands for it, and one claim for each outlet."""

    lead: Mark
    tellings: tuple[tuple[Mark, Outline | None], ...]
    outlets: int
    origins: int
    near: tuple[str, ...]
    not_found: tuple[str, ...]


@dataclass(frozen=True)
class Agreement:
    """Who agrees with whom: the claims by their words, the pairs that are sure, and all there are."""

    marks: Mapping[Words, Sequence[Mark]]
    sure: Pairs
    every: Pairs


def count_articles(marks: Iterable[Mark]) -> dict[str, tuple[str, int]]:
    """The outlets of the claims by their keys, each with its name and number of articles, those with most first."""
    articles = {mark.source.article_id: mark.source.outlet for mark in marks if mark.source.outlet}
    names: dict[str, set[str]] = defaultdict(set)
    for name in articles.values():
        names[outlet_key(name)].add(name)
    counts = Counter(outlet_key(name) for name in articles.values())
    ordered = sorted(counts, key=lambda key: (-counts[key], key))
    return {key: (min(names[key]), counts[key]) for key in ordered}


def plan_coverage(
    outlines: Sequence[Outline], on_topic: Mapping[str, tuple[str, int]], least: Least
) -> list[Statement]:
    """The statements of two origins or more, those that most origins report first."""
    agreement = _read_agreement(outlines, least)
    taken: set[Words] = set()
    found: list[Statement] = []
    for lead in sorted(agreement.sure, key=lambda words: _prominence(words, agreement)):
        if lead not in taken:
            members = [lead, *(words for words in agreement.sure[lead] if words not in taken)]
            taken.update(members)
            found.append(_statement(members, agreement, on_topic))
    told = [one for one in found if one.origins > 1]
    return sorted(told, key=lambda one: (-one.origins, -one.outlets, one.lead.claim_id))


def fill_coverage(
    statements: Iterable[Statement], comparisons: Mapping[str, Comparison], claims: Mapping[str, Claim]
) -> tuple[Coverage, ...]:
    """The same with their words."""
    return tuple(
        Coverage(
            claims[one.lead.claim_id],
            tuple(
                Telling(claims[mark.claim_id], comparisons[pair.id] if pair else None) for mark, pair in one.tellings
            ),
            outlets=one.outlets,
            origins=one.origins,
            near=one.near,
            not_found=one.not_found,
        )
        for one in statements
    )


def _read_agreement(outlines: Sequence[Outline], least: Least) -> Agreement:
    marks: dict[Words, dict[str, Mark]] = defaultdict(dict)
    sure: Pairs = defaultdict(dict)
    every: Pairs = defaultdict(dict)
    for pair in find_holding(outlines, "agrees"):
        if pair.same_article:
            continue
        for mark, other in ((pair.a, pair.b), (pair.b, pair.a)):
            marks[mark.words][mark.claim_id] = mark
            every[mark.words][other.words] = pair
            if is_sure(pair, least):
                sure[mark.words][other.words] = _surer(pair, sure[mark.words].get(other.words))
    return Agreement({words: _in_time(some.values()) for words, some in marks.items()}, sure, every)


def _surer(pair: Outline, known: Outline | None) -> Outline:
    return pair if known is None else min(pair, known, key=lambda one: (-(one.confidence or 0.0), one.id))


def _prominence(words: Words, agreement: Agreement) -> tuple[int, str]:
    """With how many words it agrees: the more, the earlier it is taken for a statement's own."""
    return -len(agreement.sure[words]), agreement.marks[words][0].claim_id


def _statement(members: Sequence[Words], agreement: Agreement, on_topic: Mapping[str, tuple[str, int]]) -> Statement:
    lead, *others = members
    marks = [mark for words in members for mark in agreement.marks[words]]
    tellings: dict[str, tuple[Mark, Outline | None]] = {}
    for words in (lead, *sorted(others, key=lambda words: agreement.marks[words][0].claim_id)):
        for mark in agreement.marks[words]:
            tellings.setdefault(_outlet(mark), (mark, agreement.sure[lead].get(words)))
    around = [mark for words in members for other in agreement.every[words] for mark in agreement.marks[other]]
    near = {_outlet(mark): mark.source.outlet or "" for mark in around if _outlet(mark) not in tellings}
    absent = [name for key, (name, _) in on_topic.items() if key not in tellings and key not in near]
    joined = [
        (pair.a.source.article_id, pair.b.source.article_id)
        for pair in agreement.sure[lead].values()
        if not pair.independent
    ]
    return Statement(
        agreement.marks[lead][0],
        tuple(tellings.values()),
        outlets=count_outlets(marks),
        origins=count_origins(marks, joined),
        near=tuple(sorted({name for name in near.values() if name})),
        not_found=tuple(absent),
    )


def _outlet(mark: Mark) -> str:
    return outlet_key(mark.source.outlet) or mark.source.article_id


def _in_time(marks: Iterable[Mark]) -> list[Mark]:
    """The first to be published leads; what has no date comes last."""
    return sorted(
        marks, key=lambda mark: (mark.source.published.value if mark.source.published else "~", mark.claim_id)
    )
