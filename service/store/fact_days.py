"""The days of facts: when their claims were first and last published."""

from collections.abc import Collection

from sqlalchemy import Connection, func, not_, or_, select

from service.store.cursors import chunks
from service.store.schema import fact_members, mentions, versions


def find_days(connection: Connection, fact_ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """The first and the last day (ISO 8601) on which claims of each fact were published.

    A claim counts as the current version of its article has it; one that was withdrawn, as those before had it. Facts
    of which no claim has a date are left out.
    """
    found: dict[str, tuple[str, str]] = {}
    first, last = func.min(versions.c.published_key), func.max(versions.c.published_key)
    dated = select(fact_members.c.fact_id, first, last).join(mentions, mentions.c.claim_id == fact_members.c.claim_id)
    dated = dated.join(versions, versions.c.id == mentions.c.version_id)
    dated = dated.where(
        fact_members.c.until.is_(None),
        or_(versions.c.current, not_(fact_members.c.said)),
        versions.c.published_key.is_not(None),
    )
    for some in chunks(sorted(fact_ids)):
        rows = connection.execute(dated.where(fact_members.c.fact_id.in_(some)).group_by(fact_members.c.fact_id))
        found.update((fact_id, (early[:10], late[:10])) for fact_id, early, late in rows)
    return found
