"""Writes what a version says: distinct sentences, claims, and where the version mentions them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

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

    @property
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


def add_claim_rows(connection: Connection, article_id: str, said: Sequence[Said]) -> None:
    """Makes rows for those claims of the article that it did not have yet."""
    known = set(connection.scalars(select(claims.c.id).where(claims.c.article_id == article_id)))
    rows = [
        {"id": one.id, "article_id": article_id, "quote": one.claim.quote, "occurrence": one.occurrence}
        for one in said
        if one.id not in known
    ]
    if rows:
        connection.execute(insert(claims), rows)


def replace_mentions(connection: Connection, version_id: str, said: Sequence[Said], *, text: str) -> None:
    """Makes this what the version with this text says."""
    sentence_ids = _add_sentences(connection, [one.claim.text for one in said])
    connection.execute(delete(mentions).where(mentions.c.version_id == version_id))
    rows = [
        {"version_id": version_id, "claim_id": one.id, "sentence_id": sentence_ids[one.claim.text]}
        | mention_values(one.claim, text)
        for one in said
    ]
    if rows:
        connection.execute(insert(mentions), rows)


def _add_sentences(connection: Connection, texts: Sequence[str]) -> dict[str, int]:
    hashes = {digest(text): text for text in texts}
    new = hashes.keys() - _find_sentences(connection, list(hashes)).keys()
    # In the order of the text, so that the same input gives the same ids.
    rows = [{"text_hash": key, "text": text} for key, text in hashes.items() if key in new]
    if rows:
        connection.execute(insert(sentences), rows)
    return {hashes[key]: number for key, number in _find_sentences(connection, list(hashes)).items()}


def _find_sentences(connection: Connection, hashes: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in chunks(hashes):
        query = select(sentences.c.text_hash, sentences.c.id).where(sentences.c.text_hash.in_(some))
        found.update((row.text_hash, row.id) for row in connection.execute(query))
    return found
