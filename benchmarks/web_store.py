"""A made-up store of a given size to measure pages on: stories that many outlets tell, and disagree on. No models."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from random import Random

from models.base import Appraisal, Evaluation, ExtractedClaim, Span, Speaker
from service.domain.articles import Article, PublicationTime
from service.domain.comparisons import RELATIONS, Entailment, Relation, Verdict
from service.domain.reasons import Reason
from service.flows.facts import rebuild_facts, restate_facts
from service.flows.review import judge_comparison
from service.store.articles import add_article
from service.store.claims import add_claims, find_withdrawn_claims
from service.store.comparisons import ComparisonFilter, NewComparison, add_comparisons, find_comparisons
from service.store.opening import Connection
from service.workspace import Workspace

AT = "2026-03-01T08:00:00Z"
LATER = "2026-03-09T08:00:00Z"
TELLERS = 10
"""Articles of one story, and claims of each: every article says something on every point of its story."""
CROWD = 60
"""Articles that all say one thing: the largest fact."""
STEP = 1000
OUTLETS = [f"{place} {paper}" for place in "Harbour Tarn Eskil Volga Sable Corvane Moor Lindau".split()
           for paper in ("Post", "Courier", "Mail", "Gazette", "Times")]  # fmt: skip
THINGS = "bridge ferry harbour budget strategy treaty hospital river railway school dam union".split()
PEOPLE = "Ilse Brandt,Tomas Kerr,Ada Poole,Viktor Lane,Noor Haddad,Pia Sund".split(",")
EVALUATIONS: tuple[Evaluation, ...] = ("welcomes", "condemns", "sceptical", "optimistic")


@dataclass(frozen=True)
class Size:
    """How much the store holds; the crowd's claims and what the later versions say come on top."""

    claims: int = 10_000
    contradictions: int = 3_000
    judgements: int = 200
    withdrawn: int = 20


def fill(workspace: Workspace, size: Size) -> None:
    """Articles, claims, comparisons by the shares that news has, judgements, withdrawals, and the facts of all that."""
    draw = Random(7)
    stories = size.claims // TELLERS**2
    with workspace.store.writing() as connection:
        told = [_add_story(connection, story, draw) for story in range(stories)]
        crowd = _add_crowd(connection, draw)
    rows = {row.id: row for row in (*_story_rows(told, size.contradictions, draw), *_crowd_rows(crowd, told, draw))}
    for at in range(0, len(rows), STEP):
        with workspace.store.writing() as connection:
            add_comparisons(connection, list(rows.values())[at : at + STEP], recorded_at=AT)
    rebuild_facts(workspace)
    _judge(workspace, size.judgements, draw)
    _withdraw(workspace, size.withdrawn)


def _add_story(connection: Connection, story: int, draw: Random) -> list[list[str]]:
    """The ids of its claims, by point and article."""
    articles = [_add_article(connection, story, teller, draw) for teller in range(TELLERS)]
    return [list(point) for point in zip(*articles, strict=True)]


def _add_article(connection: Connection, story: int, teller: int, draw: Random) -> list[str]:
    sentences = [_sentence(story, point, teller) for point in range(TELLERS)]
    thing = THINGS[story % len(THINGS)]
    outlet = OUTLETS[(story + teller) % len(OUTLETS)]
    article = _article(sentences, outlet, f"The {thing} of story {story}, told anew", f"{story}-{teller}")
    return add_claims(connection, add_article(connection, article, received_at=AT), _claims(sentences, draw))


def _add_crowd(connection: Connection, draw: Random) -> list[str]:
    ids = []
    for teller in range(CROWD):
        sentence = (
            f"The whole coast was without power for hours on Monday, {PEOPLE[teller % 6]} told reporter {teller}."
        )
        article = _article([sentence], f"Coast Radio {teller}", "The coast without power", f"crowd-{teller}")
        ids += add_claims(connection, add_article(connection, article, received_at=AT), _claims([sentence], draw))
    return ids


def _sentence(story: int, point: int, teller: int) -> str:
    """Six tellers say one thing, two of them another, and two a later state."""
    number = 10 + point + (0 if teller < 6 else 5 if teller < 8 else 9)
    thing = THINGS[(story + point) % len(THINGS)]
    return f"At least {number} people were hurt at the {thing} in district {story}-{point}, source {teller} said."


def _article(sentences: Sequence[str], outlet: str, title: str, key: str) -> Article:
    day = sum(map(ord, key)) % 28 + 1
    published = PublicationTime(f"2026-02-{day:02}")
    address = f"https://{outlet.replace(' ', '-').lower()}.example/{key}"
    return Article(" ".join(sentences), outlet=outlet, url=address, title=title, published=published)


def _claims(sentences: Sequence[str], draw: Random) -> list[ExtractedClaim]:
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence) + 1)
    return [_claim(sentence, start, draw) for sentence, start in zip(sentences, starts, strict=False)]


def _claim(quote: str, start: int, draw: Random) -> ExtractedClaim:
    """A claim; most have a speaker, and a quarter evaluate something."""
    name = draw.choice(PEOPLE)
    speaker = Speaker(name, "harbour master", "said", start, start + 4, "said") if draw.random() < 2 / 3 else None
    at = start + quote.index(" at ") + 1 if " at " in quote else start
    made = (Appraisal(name, draw.choice(EVALUATIONS), draw.choice(THINGS), quote[:2], at, at + 2),)
    return ExtractedClaim(
        start=start,
        end=start + len(quote),
        quote=quote,
        text=quote,
        speaker=speaker,
        stance="reports" if speaker else "asserts",
        kind="fact",
        checkworthiness=draw.random(),
        appraisals=made if draw.random() < 1 / 4 else (),
    )


def _story_rows(told: Sequence[list[list[str]]], contradictions: int, draw: Random) -> Iterator[NewComparison]:
    """Of each point: some who say the same agree, and draws of the others contradict, changed, frame it, are related.

    With the crowd's that makes about as many comparisons as claims.
    """
    points = [point for story in told for point in story]
    share = contradictions / len(points)
    for at, point in enumerate(points):
        first, second, later = point[:6], point[6:8], point[8:]
        yield from (_row(*pair, "agrees", draw) for pair in combinations(first[:3], 2))
        wanted = int((at + 1) * share) - int(at * share)
        against = draw.sample([(a, b) for a in first[:4] for b in second], min(wanted, 8))
        yield from (_row(*pair, "contradicts", draw) for pair in against)
        yield from (_row(a, b, "changed", draw) for a, b in zip(first, later, strict=False))
        yield _row(first[4], first[5], "framing", draw)
        yield _row(first[5], second[0], "related", draw)
        yield (
            _row(first[4], second[0], "contradicts", draw, withheld="Both name source 4.")
            if at % 20 == 0
            else _row(first[4], later[0], "related", draw)
        )


def _crowd_rows(crowd: Sequence[str], told: Sequence[list[list[str]]], draw: Random) -> Iterator[NewComparison]:
    """The crowd agrees each with each, and thirty of it are contradicted."""
    yield from (_row(*pair, "agrees", draw) for pair in combinations(crowd, 2))
    for claim, (story, other) in zip(crowd[:30], pairwise(told), strict=False):
        yield _row(claim, story[0][0], "contradicts", draw)
        yield _row(claim, other[1][9], "changed", draw)


def _row(a: str, b: str, relation: Relation, draw: Random, *, withheld: str | None = None) -> NewComparison:
    scores = Entailment(0.1, 0.2, 0.7)
    marks = (Span(3, 12),)
    reasons = tuple(Reason(f"Reason {n} names words of both sides.", marks, marks) for n in range(3))
    shares = dict.fromkeys(RELATIONS, 0.05) | {relation: 0.75}
    verdict = Verdict(relation, draw.uniform(0.5, 1), shares, 0.7, scores, scores, reasons, "made-up")
    held = verdict if withheld is None else replace(verdict, relation="related", withheld=withheld)
    return NewComparison(a, b, held)


def _judge(workspace: Workspace, count: int, draw: Random) -> None:
    """Pairs of the stories: each judgement on the crowd would find all that belongs to it anew."""
    for relation in ("contradicts", "agrees"):
        with workspace.store.reading() as connection:
            wanted = ComparisonFilter(relation=relation, topic="district", limit=count)
            found = find_comparisons(connection, wanted)
        for one in found[: count // 2]:
            verdict = draw.choice((relation, relation, "false_alarm", "not_worth"))
            judge_comparison(workspace, one.id, verdict=verdict, judged_by=draw.choice(PEOPLE))


def _withdraw(workspace: Workspace, count: int) -> None:
    """So many articles come again with the first half of what they said."""
    for story in range(count):
        sentences = [_sentence(story, point, 0) for point in range(TELLERS // 2)]
        thing = THINGS[story % len(THINGS)]
        article = _article(
            sentences, OUTLETS[story % len(OUTLETS)], f"The {thing} of story {story}, mended", f"{story}-0"
        )
        with workspace.store.writing() as connection:
            stored = add_article(connection, article, received_at=LATER)
            add_claims(connection, stored, _claims(sentences, Random(story)))
            gone = find_withdrawn_claims(connection, stored.article_id)
            restate_facts(workspace, connection, [claim.id for claim in gone])
