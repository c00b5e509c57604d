"""Coverage: which outlets on a topic report an agreed statement, and in which it was not found.

A statement is a claim with those that agree with it directly: chains of agreement are not followed, since each step may
move a little. The facts in the store are no such statements: a fact may join claims that agree by way of others only.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.comparing.independence import count_origins, count_outlets
from service.domain.claims import Claim, Source
from service.domain.comparisons import Comparison
from service.domain.outlets import outlet_key
from service.domain.outlines import Mark, Outline
from service.domain.words import Words
from service.reports.pairs import find_holding
from service.reports.singles import Least, is_sure
from service.reports.values import Coverage, Telling

PROBABLE = 0.5
"""Least confidence at which a claim counts as telling a statement: what is less likely than not is only near to it."""

Pairs = dict[Words, dict[Words, Outline]]


@dataclass(frozen=True)
class Statement:
    """An agreed statement without its words: the claim that stands for it, and one claim for each outlet."""

    lead: Mark
    tellings: tuple[tuple[Mark, Outline | None], ...]
    outlets: int
    origins: int
    near: tuple[str, ...]
    disputed: tuple[str, ...]
    not_found: tuple[str, ...]


@dataclass(frozen=True)
class Agreement:
    """Who agrees with whom: the claims by their words, the pairs that are sure, all there are, and who contradicts."""

    marks: Mapping[Words, Sequence[Mark]]
    sure: Pairs
    every: Pairs
    against: Mapping[Words, Sequence[Mark]]


@dataclass(frozen=True)
class Present:
    """An outlet with articles on the topic, and the languages they are in."""

    name: str
    articles: int
    languages: frozenset[str]


def find_present(marks: Iterable[Mark]) -> dict[str, Present]:
    """The outlets of the claims by their keys, those with most articles first; unnamed ones are no outlet."""
    sources = {mark.source.article_id: mark.source for mark in marks if outlet_key(mark.source.outlet)}
    held: dict[str, list[Source]] = defaultdict(list)
    for source in sources.values():
        held[outlet_key(source.outlet)].append(source)
    ordered = sorted(held, key=lambda key: (-len(held[key]), key))
    return {key: _present(held[key]) for key in ordered}


def plan_coverage(outlines: Sequence[Outline], on_topic: Mapping[str, Present], least: Least) -> list[Statement]:
    """The statements of two origins or more, those that most origins report first.

    In an outlet that has the topic only in other languages than the statement's nothing was looked for: it is not
    named. Statements of one language are compared; which others are, the models settle.
    """
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
            disputed=one.disputed,
            not_found=one.not_found,
        )
        for one in statements
    )


def _present(sources: Sequence[Source]) -> Present:
    name = min(source.outlet or "" for source in sources)
    return Present(name, len(sources), frozenset(source.language for source in sources))


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
            if is_sure(pair, lambda relation: max(least(relation), PROBABLE)):
                sure[mark.words][other.words] = _surer(pair, sure[mark.words].get(other.words))
    against: dict[Words, list[Mark]] = defaultdict(list)
    for pair in find_holding(outlines, "contradicts"):
        if is_sure(pair, least):
            against[pair.a.words].append(pair.b)
            against[pair.b.words].append(pair.a)
    return Agreement({words: _in_time(some.values()) for words, some in marks.items()}, sure, every, against)


def _surer(pair: Outline, known: Outline | None) -> Outline:
    return pair if known is None else min(pair, known, key=lambda one: (-(one.confidence or 0.0), one.id))


def _prominence(words: Words, agreement: Agreement) -> tuple[int, str]:
    """With how many words it agrees: the more, the earlier it is taken for a statement's own."""
    return -len(agreement.sure[words]), agreement.marks[words][0].claim_id


def _statement(members: Sequence[Words], agreement: Agreement, on_topic: Mapping[str, Present]) -> Statement:
    lead, *others = members
    marks = [mark for words in members for mark in agreement.marks[words]]
    tellings: dict[str, tuple[Mark, Outline | None]] = {}
    for words in (lead, *sorted(others, key=lambda words: agreement.marks[words][0].claim_id)):
        for mark in agreement.marks[words]:
            pair = None if words == lead else agreement.sure[lead][words]
            tellings.setdefault(_outlet(mark), (mark, pair))
    around = [mark for words in members for other in agreement.every[words] for mark in agreement.marks[other]]
    near = _names(around, besides=tellings)
    disputed = _names((mark for words in members for mark in agreement.against.get(words, ())), besides=tellings)
    language = agreement.marks[lead][0].source.language
    absent = [
        present.name
        for key, present in on_topic.items()
        if key not in tellings and key not in near and key not in disputed and language in present.languages
    ]
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
        near=tuple(sorted(name for key, name in near.items() if key not in disputed)),
        disputed=tuple(sorted(disputed.values())),
        not_found=tuple(absent),
    )


def _names(marks: Iterable[Mark], *, besides: Collection[str]) -> dict[str, str]:
    """The outlets of the claims by their keys, without those that tell the statement, and without unnamed ones."""
    named = {outlet_key(mark.source.outlet): mark.source.outlet for mark in marks}
    return {key: name for key, name in named.items() if key and name and key not in besides}


def _outlet(mark: Mark) -> str:
    return outlet_key(mark.source.outlet) or mark.source.article_id


def _in_time(marks: Iterable[Mark]) -> list[Mark]:
    """The first to be published leads; what has no date comes last."""
    return sorted(
        marks, key=lambda mark: (mark.source.published.value if mark.source.published else "~", mark.claim_id)
    )
