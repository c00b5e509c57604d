"""The framings table: who evaluates what, how, in which words; one row for each appraisal."""

from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice, product

from models.base import Appraisal, Evaluation
from service.domain.bodies import find_bodies, find_wanted_body
from service.domain.claims import Claim
from service.domain.words import words_of
from service.reports.actors import find_body, is_actor, learn_bodies
from service.reports.targets import Wanted, is_about, is_pointer, is_target, read_wanted, same_target
from service.reports.values import Framing, FramingFilter, FramingGroup, Side
from service.store.claims import find_appraised, find_places
from service.store.kept import Kept
from service.store.opening import Connection

# From the warmest to the coldest, which is the order of rows within a body.
EVALUATIONS: tuple[Evaluation, ...] = (
    "welcomes", "optimistic", "neutral", "waits", "sceptical", "dismisses", "condemns",
)  # fmt: skip
APPROVING = frozenset(EVALUATIONS[:2])
DISAPPROVING = frozenset(EVALUATIONS[4:])

MOST_OF_ONE = 5
"""Rows of one body and one evaluation that a briefing shows; the framings report shows all."""
_CARRIED = 700
"""Code points over which "the shift" may still mean what an earlier appraisal of the same article named."""


def find_framings(connection: Connection, wanted: FramingFilter) -> list[Framing]:
    """The appraisals that are wanted, copies of one text folded, in the order of the article they stand in.

    The topic is looked for around the words and not by the store's full text: "the shift" is about the strategy that
    the sentence before it names.
    """
    framings: Sequence[Framing] | None = None
    if not (wanted.since or wanted.until or wanted.outlet):
        framings = _EVERY.find(connection)
    if framings is None:
        claims = find_appraised(connection, since=wanted.since, until=wanted.until, outlet=wanted.outlet)
        framings = read_framings(claims)
    places = find_places(connection, wanted.topic) if wanted.topic else {}
    return choose_framings(framings, wanted, places)


def read_framings(claims: Iterable[Claim]) -> list[Framing]:
    """One row for each appraisal of the claims; the same words of the same actor in copies are one row."""
    ordered = sorted(claims, key=lambda claim: (claim.source.article_id, claim.said.start))
    known = learn_bodies(claim.said.speaker for claim in ordered)
    rows: dict[tuple[object, ...], Framing] = {}
    for claim in ordered:
        for appraisal in claim.said.appraisals:
            key = (words_of(claim), appraisal.actor, appraisal.evaluation, appraisal.target, appraisal.words)
            earlier = rows.get(key)
            rows[key] = _with_copy(earlier, claim) if earlier else _row(claim, appraisal, known)
    return list(rows.values())


def choose_framings(
    framings: Sequence[Framing], wanted: FramingFilter, places: Mapping[str, Sequence[int]] | None = None
) -> list[Framing]:
    """Those rows whose actor, target and topic are what a reader asked for; an actor asked for names its rows.

    `places` are the offsets, by article and ascending, at which the topic is spoken of.
    """
    chosen = list(framings)
    for asked, loose in ((wanted.topic, True), (wanted.target, False)):
        if asked:
            near = [row for row in chosen if loose and _follows(row, places or {})]
            about = _choose_by_target(chosen, framings, wanted=read_wanted(asked), loose=loose)
            kept = {id(row) for row in (*near, *about)}
            chosen = [row for row in chosen if id(row) in kept]
    return _choose_by_actor(chosen, wanted.actor) if wanted.actor else chosen


def group_framings(framings: Iterable[Framing], *, narrowed: bool) -> list[FramingGroup]:
    """Rows by body, warm to cold, so that opposites stand together; bodies at odds with themselves come first.

    `narrowed` says that all rows are about one topic or target, so that opposite evaluations meet.
    """
    bodies: dict[str, list[Framing]] = defaultdict(list)
    for framing in framings:
        bodies[framing.body].append(framing)
    groups = [
        FramingGroup(body, tuple(sorted(rows, key=_warmth)), divided=_divided(rows, narrowed))
        for body, rows in bodies.items()
    ]
    return sorted(groups, key=lambda group: (not group.divided, -len(group.rows), group.body))


def shorten(group: FramingGroup) -> FramingGroup:
    """The group with at most MOST_OF_ONE rows of one evaluation, so that opposites still meet; the rest is counted."""
    kept = tuple(
        row for _, some in groupby(group.rows, lambda row: row.evaluation) for row in islice(some, MOST_OF_ONE)
    )
    counted = tuple(Counter(row.evaluation for row in group.rows).items())
    return replace(group, rows=kept, left_out=len(group.rows) - len(kept), counted=counted)


def _row(claim: Claim, appraisal: Appraisal, known: dict[str, str]) -> Framing:
    body, grouped = find_body(appraisal, claim.said, known=known)
    before, after = _around(claim, appraisal)
    return Framing(
        side=Side(claim),
        body=body,
        grouped=grouped,
        actor=appraisal.actor,
        evaluation=appraisal.evaluation,
        target=appraisal.target,
        before=before,
        words=appraisal.words,
        after=after,
    )


def _with_copy(framing: Framing, claim: Claim) -> Framing:
    if claim.id in {known.id for known in framing.side.claims}:
        return framing
    return replace(framing, side=replace(framing.side, copies=(*framing.side.copies, claim)))


def _around(claim: Claim, appraisal: Appraisal) -> tuple[str, str]:
    """The quote before and after the words; the words alone where they do not stand in it."""
    quote, words = claim.said.quote, appraisal.words
    start = appraisal.start - claim.said.start
    if start < 0 or not quote.startswith(words, start):
        start = quote.find(words)
    return ("", "") if start < 0 else (quote[:start], quote[start + len(words) :])


def _choose_by_actor(framings: Iterable[Framing], asked: str) -> list[Framing]:
    body = find_wanted_body(asked)
    if body is None:
        return [framing for framing in framings if is_actor(asked, f"{framing.actor} | {framing.body}")]
    return [
        replace(framing, body=body)
        for framing in framings
        if framing.body == body or body in find_bodies(framing.actor)
    ]


def _choose_by_target(
    framings: Iterable[Framing], everything: Sequence[Framing], *, wanted: Wanted, loose: bool
) -> list[Framing]:
    """Rows about what is wanted; `loose` takes a row that merely stands next to it (a topic), else its target decides.

    A target that only points back is settled by the words before it, and by earlier appraisals of the same passage.
    """
    naming = [row for row in everything if _names_it(row, wanted)]
    found = {id(row) for row in naming}
    places: dict[str, list[int]] = defaultdict(list)
    for row in naming:
        insort(places[row.claim.source.article_id], row.claim.said.start)
    return [
        row
        for row in framings
        if id(row) in found
        or ((loose or is_pointer(row.target)) and (is_about(wanted, row.claim.before) or _follows(row, places)))
    ]


def _follows(framing: Framing, places: Mapping[str, Sequence[int]]) -> bool:
    """Whether what is wanted was spoken of in the passage before: "the notion" is then one of its parts.

    `places` are the offsets by article, ascending: the last one before the words is the nearest.
    """
    claim = framing.claim
    of_article = places.get(claim.source.article_id)
    if not of_article:
        return False
    start = claim.said.start
    at = bisect_right(of_article, start)
    return at > 0 and start - of_article[at - 1] <= _CARRIED


def _names_it(framing: Framing, wanted: Wanted) -> bool:
    claim = framing.claim
    texts = dict.fromkeys((claim.said.text, claim.said.quote, claim.source.title or ""))
    return is_target(wanted, framing.target) or any(is_about(wanted, text) for text in texts)


def _divided(rows: Sequence[Framing], narrowed: bool) -> bool:
    warm = [row for row in rows if row.evaluation in APPROVING]
    cold = [row for row in rows if row.evaluation in DISAPPROVING]
    return any(narrowed or same_target(one.target, other.target) for one, other in product(warm, cold))


def _warmth(framing: Framing) -> tuple[int, str, str, int]:
    claim = framing.claim
    published = claim.source.published
    place = claim.said.quote.find(framing.words)
    return EVALUATIONS.index(framing.evaluation), published.value if published else "", claim.id, place


def _read_every(connection: Connection) -> tuple[Framing, ...]:
    return tuple(read_framings(find_appraised(connection)))


_EVERY = Kept(_read_every)
