"""Claims: added with the version that says them, found as the current version of their article says them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, func, select

from models.base import ExtractedClaim
from service.domain.claims import Claim
from service.errors import BadInputError, NotFoundError
from service.store.article_rows import Stored
from service.store.claim_rows import find_claims_where
from service.store.columns import find_stored
from service.store.cursors import chunks
from service.store.filters import CURRENT, claim_ids_where, within, within_outlets, within_topic
from service.store.mentions import add_claim_rows, add_mentions, find_claim_ids, forget_mentions, identify
from service.store.schema import articles, claims, mentions, versions
from service.store.search import add_words, forget_words
from service.store.vectors import retire_vectors


def add_claims(connection: Connection, stored: Stored, said: Sequence[ExtractedClaim]) -> list[str]:
    """Stores what a version says, in place of what it was thought to say before; the ids in the order given.

    Equal quotes are told apart by their order in the text, so a claim keeps its id through an edit. Raises
    BadInputError, and stores nothing, when a quote does not stand verbatim at its offsets.
    """
    text = _find_text(connection, stored)
    for claim in said:
        _check_verbatim(claim, text)
    identified = identify(stored.article_id, said)
    known = find_claim_ids(connection, stored.article_id)
    if known:
        forget_words(connection, stored.article_id)
        forget_mentions(connection, stored.version_id)
    add_claim_rows(connection, [one for one in identified if one.id not in known])
    add_mentions(connection, stored.version_id, identified, text=text)
    add_words(connection, stored.article_id)
    if known:
        withdraw_unsaid(connection, stored.article_id)
    return [one.id for one in identified]


def withdraw_unsaid(connection: Connection, article_id: str) -> None:
    """Takes the sentences out of the index that only earlier versions of the article say, and nobody else."""
    earlier = select(versions.c.id).where(versions.c.article_id == article_id, versions.c.current.is_(False))
    said = select(mentions.c.sentence_id).distinct().where(mentions.c.version_id.in_(earlier))
    retire_vectors(connection, connection.scalars(said).all())


def find_claim(connection: Connection, claim_id: str) -> Claim:
    """The claim; raises NotFoundError, also when the current version of its article no longer says it."""
    found = find_claims_where(connection, claims.c.id == claim_id)
    if not found:
        raise NotFoundError(f"No claim is stored under {claim_id!r}.")
    return found[0]


def find_claims(connection: Connection, claim_ids: Iterable[str]) -> dict[str, Claim]:
    """Claims by id; those that are not there, or are no longer said, are left out."""
    parts = chunks(list(dict.fromkeys(claim_ids)))
    found = (claim for some in parts for claim in find_claims_where(connection, claims.c.id.in_(some)))
    return {claim.id: claim for claim in found}


def find_claims_of(connection: Connection, article_id: str) -> list[Claim]:
    """What the current version of an article says, in the order of the text."""
    return find_claims_where(connection, claims.c.article_id == article_id)


def find_claims_in(connection: Connection, version_id: str) -> list[Claim]:
    """What a version of an article says, be it current or not, in the order of the text."""
    return find_claims_where(connection, versions.c.id == version_id, earlier=True)


def find_withdrawn_claims(connection: Connection, article_id: str) -> list[Claim]:
    """What only earlier versions of an article say, each once, in the order of the text."""
    said = select(mentions.c.claim_id).join(versions, versions.c.id == mentions.c.version_id)
    current = said.where(versions.c.article_id == article_id, versions.c.current)
    conditions = (claims.c.article_id == article_id, claims.c.id.not_in(current))
    found = find_claims_where(connection, *conditions, earlier=True)
    return list({claim.id: claim for claim in found}.values())


def find_claims_with(
    connection: Connection,
    sentence_ids: Iterable[int],
    *,
    outlets: Collection[str] = (),
    since: str | None = None,
    until: str | None = None,
) -> dict[int, list[Claim]]:
    """For each of the sentences that a current version holds, the claims that say it, narrowed down as articles are."""
    conditions = within_outlets(outlets) + within(since=since, until=until)
    found: dict[int, list[Claim]] = defaultdict(list)
    for some in chunks(list(dict.fromkeys(map(int, sentence_ids)))):  # an index gives numpy integers
        for claim in find_claims_where(connection, mentions.c.sentence_id.in_(some), *conditions):
            found[claim.sentence_id].append(claim)
    return dict(found)


def find_sentence_ids(
    connection: Connection, *, outlets: Collection[str] = (), since: str | None = None, until: str | None = None
) -> list[int]:
    """The sentences that `find_claims_with` finds a claim for, each once, ascending."""
    said = mentions.join(versions, CURRENT).join(articles, articles.c.id == versions.c.article_id)
    query = select(mentions.c.sentence_id).distinct().select_from(said)
    query = query.where(*within_outlets(outlets), *within(since=since, until=until))
    return list(connection.scalars(query.order_by(mentions.c.sentence_id)))


def find_appraised(
    connection: Connection,
    *,
    topic: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[Claim]:
    """The claims that evaluate something, narrowed down as comparisons are."""
    conditions = within(outlet=outlet, since=since, until=until) + within_topic(topic)
    return find_claims_where(connection, mentions.c.appraisals.is_not(None), *conditions)


def find_places(connection: Connection, topic: str) -> dict[str, list[int]]:
    """Where the topic is spoken of: for each article the offsets of its claims about it, ascending."""
    found: dict[str, list[int]] = defaultdict(list)
    said = claims.join(mentions, mentions.c.claim_id == claims.c.id).join(versions, CURRENT)
    query = select(claims.c.article_id, mentions.c.start).select_from(said).where(*within_topic(topic))
    for article_id, start in find_stored(connection, query.order_by(mentions.c.start)):
        found[article_id].append(start)
    return dict(found)


def count_claims(connection: Connection) -> int:
    """How many claims the current versions of all articles say."""
    return connection.scalar(select(func.count()).select_from(claim_ids_where().subquery())) or 0


def _find_text(connection: Connection, stored: Stored) -> str:
    text = connection.scalar(select(versions.c.text).where(versions.c.id == stored.version_id))
    if text is None:
        raise NotFoundError(f"The version {stored.version_id!r} is no longer stored; its claims are not added.")
    return str(text)


def _check_verbatim(claim: ExtractedClaim, text: str) -> None:
    if not 0 <= claim.start < claim.end <= len(text) or text[claim.start : claim.end] != claim.quote:
        raise BadInputError(
            f"The quote {claim.quote[:80]!r} does not stand at {claim.start}:{claim.end} of its article."
        )
