"""How one text differs from another: versions of an article, and its copies, as edits."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.comparing.changes import ClaimChanges, find_claim_changes
from service.comparing.edits import Edit, find_edits
from service.errors import BadInputError, NotFoundError
from service.store.articles import StoredArticle, StoredVersion, find_article, find_text
from service.store.claims import find_claims_in
from service.store.copies import Copy, find_copies
from service.store.opening import Connection


@dataclass(frozen=True)
class Changes:
    """What a later version of an article has other than an earlier one: its words, and its claims."""

    earlier: StoredVersion
    later: StoredVersion
    edits: tuple[Edit, ...]
    claims: ClaimChanges


@dataclass(frozen=True)
class EditedCopy:
    """A copy of an article, whole or in part, and the edits that make it of the article's text."""

    copy: Copy
    article: StoredArticle
    edits: tuple[Edit, ...]


def find_changes(
    connection: Connection, article_id: str, *, earlier: str | None = None, later: str | None = None
) -> Changes:
    """What changed between two versions; without them, between the current one and the one before.

    Raises NotFoundError for no such article or version, BadInputError when there is only one version.
    """
    versions = find_article(connection, article_id).versions
    last = _find_version(versions, later) if later else next(one for one in versions if one.current)
    first = _find_version(versions, earlier) if earlier else _before(versions, last)
    texts = [find_text(connection, one.id) for one in (first, last)]
    claims = [find_claims_in(connection, one.id) for one in (first, last)]
    return Changes(first, last, find_edits(*texts), find_claim_changes(*claims))


def find_edited_copies(connection: Connection, article_id: str) -> list[EditedCopy]:
    """The copies of an article, the nearest first, each with the words that differ; NotFoundError for no article."""
    text = find_article(connection, article_id).article.text
    found = [(copy, find_article(connection, copy.article_id)) for copy in find_copies(connection, article_id)]
    return [EditedCopy(copy, other, find_edits(text, other.article.text)) for copy, other in found]


def _find_version(versions: Sequence[StoredVersion], version_id: str) -> StoredVersion:
    found = next((one for one in versions if one.id == version_id), None)
    if found is None:
        raise NotFoundError(f"The article has no version {version_id!r}; its versions are listed with it.")
    return found


def _before(versions: Sequence[StoredVersion], version: StoredVersion) -> StoredVersion:
    """The version that came in before it; for the first, when an old text came back, the last other one."""
    others = [one for one in versions if one.id != version.id]
    if not others:
        raise BadInputError("The article has one version; there is nothing to compare it with.")
    earlier = versions[: versions.index(version)]
    return earlier[-1] if earlier else others[-1]
