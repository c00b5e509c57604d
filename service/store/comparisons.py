"""Comparisons: what a model said of pairs of claims, found by the relation that holds."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, case, delete, func, insert, or_, select

from service.domain.comparisons import RELATIONS, Comparison, Verdict, pair_id
from service.domain.words import Words, are_far_apart, words_key
from service.errors import NotFoundError
from service.store.claims import find_claims
from service.store.comparison_filters import BOTH_SAID, ComparisonFilter, conditions_of, cursor_after
from service.store.comparison_rows import VERDICT, verdict_of, verdict_values
from service.store.cursors import chunks
from service.store.filters import claim_ids_where
from service.store.schema import claims, comparisons, mentions, versions
from service.store.standing import find_standing, settle

Side = tuple[str, Words | None, str | None]
"""The article that a claim stands in, its words (None for one that no version says), and when that was published."""

__all__ = [
    "ComparisonFilter",
    "NewComparison",
    "add_comparisons",
    "count_comparisons",
    "cursor_after",
    "find_comparison",
    "find_comparisons",
    "find_comparisons_with",
    "find_verdicts",
    "known_pairs",
]


@dataclass(frozen=True)
class NewComparison:
    """A verdict on two stored claims; `a` is the premise of `verdict.a_to_b`."""

    a_claim_id: str
    b_claim_id: str
    verdict: Verdict

    @property
    def id(self) -> str:
        """The identity of the pair."""
        return pair_id(self.a_claim_id, self.b_claim_id)


def add_comparisons(connection: Connection, rows: Sequence[NewComparison], *, recorded_at: str) -> None:
    """Stores verdicts; the same pair again replaces the verdict, and a person's judgement of its words still holds.

    Pairs of which a claim was taken down while the model ran are passed over.
    """
    sides = _find_sides(connection, {key for row in rows for key in (row.a_claim_id, row.b_claim_id)})
    kept = {row.id: row for row in rows if row.a_claim_id in sides and row.b_claim_id in sides}
    remove_comparisons(connection, list(kept))
    values = [_values(row, sides) | {"recorded_at": recorded_at} for row in kept.values()]
    if values:
        connection.execute(insert(comparisons), values)
        settle(connection, list(kept))


def remove_comparisons(connection: Connection, ids: Collection[str]) -> None:
    """Forgets the verdicts on these pairs; what people said of them stays, and holds if the pair comes back."""
    for some in chunks(list(ids)):
        connection.execute(delete(comparisons).where(comparisons.c.id.in_(some)))


def remove_comparisons_of(connection: Connection, claim_ids: Collection[str]) -> None:
    """Forgets the verdicts on all pairs with one of these claims; what people said of them stays."""
    for some in chunks(list(claim_ids)):
        either = or_(comparisons.c.a_claim_id.in_(some), comparisons.c.b_claim_id.in_(some))
        connection.execute(delete(comparisons).where(either))


def find_comparison(connection: Connection, comparison_id: str) -> Comparison:
    """The comparison; raises NotFoundError, also when a side is no longer said by its article."""
    found = _comparisons(connection, _COMPARISONS.where(comparisons.c.id == comparison_id))
    if not found:
        raise NotFoundError(f"No comparison is stored under {comparison_id!r}.")
    return found[0]


def find_comparisons_with(connection: Connection, ids: Collection[str]) -> dict[str, Comparison]:
    """The comparisons by id; those that are not there, or of which a side is no longer said, are left out."""
    found = (_comparisons(connection, _COMPARISONS.where(comparisons.c.id.in_(some))) for some in chunks(list(ids)))
    return {comparison.id: comparison for some in found for comparison in some}


def find_comparisons(connection: Connection, wanted: ComparisonFilter) -> list[Comparison]:
    """What is wanted, the most confident first; only of claims that the current versions say.

    Raises BadInputError for a time or a cursor that cannot be read.
    """
    query = _COMPARISONS.where(*conditions_of(wanted)).order_by(comparisons.c.rank, comparisons.c.id)
    if wanted.limit is not None:  # without a limit it is quicker to see what `find_claims` leaves out
        query = query.where(*BOTH_SAID).limit(wanted.limit)
    return _comparisons(connection, query)


def find_verdicts(connection: Connection, ids: Collection[str]) -> dict[str, tuple[str, Verdict]]:
    """What the machine says of these pairs, with the id of the claim that it calls a; also of claims no longer said."""
    found: dict[str, tuple[str, Verdict]] = {}
    for some in chunks(sorted(ids)):
        rows = connection.execute(_COMPARISONS.where(comparisons.c.id.in_(some)))
        found.update((key, (a, verdict_of(*verdict))) for key, a, _, _, *verdict in rows)
    return found


def known_pairs(connection: Connection, claim_ids: Collection[str], *, model: str) -> set[str]:
    """The ids of the pairs with one of these claims that this version of the model has compared."""
    known: set[str] = set()
    for some in chunks(list(claim_ids)):
        either = or_(comparisons.c.a_claim_id.in_(some), comparisons.c.b_claim_id.in_(some))
        known.update(connection.scalars(select(comparisons.c.id).where(either, comparisons.c.model == model)))
    return known


def count_comparisons(connection: Connection) -> dict[str, int]:
    """How many pairs across articles stand in each relation or in none; `same_article` are apart."""
    counts = dict.fromkeys((*RELATIONS, "not_judged", "dismissed", "same_article"), 0)
    standing = case(
        (comparisons.c.same_article, "same_article"),
        (comparisons.c.holds.is_not(None), comparisons.c.holds),
        (comparisons.c.relation.is_not(None), "dismissed"),
        else_="not_judged",
    )
    said = claim_ids_where()  # over all rows, looking up in one set is faster than BOTH_SAID row by row
    both = and_(comparisons.c.a_claim_id.in_(said), comparisons.c.b_claim_id.in_(said))
    query = select(standing, func.count()).select_from(comparisons).where(both).group_by(standing)
    return counts | {row[0]: row[1] for row in connection.execute(query)}


def _values(row: NewComparison, sides: Mapping[str, Side]) -> dict[str, Any]:
    (a_article, a, a_at), (b_article, b, b_at) = sides[row.a_claim_id], sides[row.b_claim_id]
    return verdict_values(row.verdict) | {
        "id": row.id,
        "a_claim_id": row.a_claim_id,
        "b_claim_id": row.b_claim_id,
        "same_article": a_article == b_article,
        "holds": row.verdict.relation,
        "words": words_key(a, b, far_apart=are_far_apart(a_at, b_at)) if a and b else row.id,
    }


def _find_sides(connection: Connection, claim_ids: Collection[str]) -> dict[str, Side]:
    """The article of each claim, and its words as the current version puts them, else the last one that did."""
    found: dict[str, Side] = {}
    said = claims.outerjoin(mentions, mentions.c.claim_id == claims.c.id)
    said = said.outerjoin(versions, versions.c.id == mentions.c.version_id)
    for some in chunks(list(claim_ids)):
        query = _SIDES.select_from(said).where(claims.c.id.in_(some))
        for key, article_id, published, sentence_id, speaker in connection.execute(query):
            words = (sentence_id, speaker["name"] if speaker else None)
            found[key] = article_id, None if sentence_id is None else words, published
    return found


def _comparisons(connection: Connection, query: Select[Any]) -> list[Comparison]:
    """By position, in the order of _COMPARISONS: a row takes about a microsecond for each name."""
    rows = connection.execute(query).all()
    said = find_claims(connection, {claim_id for row in rows for claim_id in row[1:3]})
    standing = find_standing(connection, [row[0] for row in rows])
    return [
        Comparison(key, said[a], said[b], verdict_of(*verdict), recorded_at, standing.get(key))
        for key, a, b, recorded_at, *verdict in rows
        if a in said and b in said
    ]


_SIDES: Select[Any] = select(
    *(claims.c.id, claims.c.article_id, versions.c.published, mentions.c.sentence_id, mentions.c.speaker)
).order_by(versions.c.current, versions.c.number)
_COMPARISONS: Select[Any] = select(
    comparisons.c.id, comparisons.c.a_claim_id, comparisons.c.b_claim_id, comparisons.c.recorded_at, *VERDICT
)
