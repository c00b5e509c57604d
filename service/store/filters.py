"""The conditions by which claims and articles are narrowed down, the same everywhere."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, FromClause, Select, and_, exists, select

from service.store import times
from service.store.schema import articles, claims, mentions, sentences, versions
from service.store.search import about

CURRENT = and_(versions.c.id == mentions.c.version_id, versions.c.current)
"""That a mention is by the current version of its article."""


def within(
    *, outlet: str | None = None, since: str | None = None, until: str | None = None
) -> list[ColumnElement[bool]]:
    """Conditions on an article and its version: its outlet, and when it was published (days inclusive).

    What has no publication time is not within any time. Raises BadInputError for a time that cannot be read, and for
    a period that ends before it begins.
    """
    times.check_period(since, until)
    conditions = []
    if outlet:
        conditions.append(articles.c.outlet == outlet)
    if since:
        conditions.append(versions.c.published_key >= times.since_bound(since))
    if until:
        conditions.append(versions.c.published_key < times.until_bound(until))
    return conditions


def within_outlets(outlets: Collection[str]) -> list[ColumnElement[bool]]:
    """The condition on an article that one of the outlets published it, if any are named."""
    return [articles.c.outlet.in_(outlets)] if outlets else []


def within_topic(topic: str | None) -> list[ColumnElement[bool]]:
    """The condition on a claim that it is about the topic, if one is named."""
    return [about(topic)] if topic and topic.strip() else []


def current_mentions(*, earlier: bool = False) -> FromClause:
    """Mentions by current versions, joined with their claim, sentence, version and article; by all if `earlier`."""
    return (
        mentions.join(versions, versions.c.id == mentions.c.version_id if earlier else CURRENT)
        .join(claims, claims.c.id == mentions.c.claim_id)
        .join(articles, articles.c.id == claims.c.article_id)
        .join(sentences, sentences.c.id == mentions.c.sentence_id)
    )


def said_now(sentence_id: ColumnElement[int]) -> ColumnElement[bool]:
    """That the current version of some article says the sentence."""
    return exists(select(1).select_from(mentions.join(versions, CURRENT)).where(mentions.c.sentence_id == sentence_id))


def claim_ids_where(*conditions: ColumnElement[bool]) -> Select[tuple[str]]:
    """The ids of the claims that are currently mentioned and fulfil the conditions."""
    joined: FromClause = mentions.join(versions, CURRENT)
    if conditions:  # every claim has its article: without conditions on them, neither need be looked up
        joined = joined.join(claims, claims.c.id == mentions.c.claim_id)
        joined = joined.join(articles, articles.c.id == claims.c.article_id)
    return select(mentions.c.claim_id).select_from(joined).where(*conditions)
