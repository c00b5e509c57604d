"""Writes what a version says: distinct sentences, claims, and where the version mentions them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Connection, delete, insert, select

from models.base import ExtractedClaim
from service.domain.articles import digest
from service.domain.claims import claim_id
from service.store.claim_rows import mention_values
from service.store.cursors import chunks
from service.store.schema import claims, mentions, sentences


@dataclass(frozen=True)
class Said:
    """A claim of an article under its id; `occurrence` tells equal quotes apart, in the order of the text."""

    article_id: str
    occurrence: int
    claim: ExtractedClaim

    @cached_property
    def id(self) -> str:
        """The claim's identity."""
        return claim_id(self.article_id, self.claim.quote, self.occurrence)


def identify(article_id: str, claims: Sequence[ExtractedClaim]) -> list[Said]:
    """The claims with their identity, in the order given."""
    counted: Counter[str] = Counter()
    said: dict[int, Said] = {}
    for at in sorted(range(len(claims)), key=lambda at: (claims[at].start, claims[at].end)):
        quote = claims[at].quote
        said[at] = Said(article_id, counted[quote], claims[at])
        counted[quote] += 1
    return [said[at] for at in range(len(claims))]


def find_claim_ids(connection: Connection, article_id: str) -> set[str]:
    """The ids of all claims that a version of the article says or said."""
    return set(connection.scalars(select(claims.c.id).where(claims.c.article_id == article_id)))


def add_claim_rows(connection: Connection, said: Sequence[Said]) -> None:
    """Makes rows for these claims, which have none yet."""
    rows = [
        {"id": one.id, "article_id": one.article_id, "quote": one.claim.quote, "occurrence": one.occurrence}
        for one in said
    ]
    if rows:
        connection.execute(insert(claims), rows)


def forget_mentions(connection: Connection, version_id: str) -> None:
    """Takes out what the version was thought to say."""
    connection.execute(delete(mentions).where(mentions.c.version_id == version_id))


def add_mentions(connection: Connection, version_id: str, said: Sequence[Said], *, text: str) -> None:
    """Makes this what the version with this text says, of which nothing is known yet."""
    sentence_ids = _add_sentences(connection, [one.claim.text for one in said])
    rows = [
        {"version_id": version_id, "claim_id": one.id, "sentence_id": sentence_ids[one.claim.text]}
        | mention_values(one.claim, text)
        for one in said
    ]
    if rows:
        connection.execute(insert(mentions), rows)


def _add_sentences(connection: Connection, texts: Sequence[str]) -> dict[str, int]:
    hashes = {digest(text): text for text in texts}
    found = _find_sentences(connection, list(hashes))
    # In the order of the text, so that the same input gives the same ids.
    new = [{"text_hash": key, "text": text} for key, text in hashes.items() if key not in found]
    if new:
        connection.execute(insert(sentences), new)
        found |= _find_sentences(connection, [row["text_hash"] for row in new])
    return {hashes[key]: number for key, number in found.items()}


def _find_sentences(connection: Connection, hashes: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in chunks(hashes):
        query = select(sentences.c.text_hash, sentences.c.id).where(sentences.c.text_hash.in_(some))
        found.update((row.text_hash, row.id) for row in connection.execute(query))
    return found
