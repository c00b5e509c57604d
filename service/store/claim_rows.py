"""Claims as rows: what a mention says of a claim, and how a claim is read back."""

import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from models.base import Appraisal, ExtractedClaim, Speaker
from models.remembering import remembered
from service.domain.articles import PublicationTime
from service.domain.claims import Claim, Source
from service.store.columns import MARK, find_stored, read_json, read_text
from service.store.cursors import chunks
from service.store.filters import current_mentions
from service.store.schema import articles, claims, mentions, sentences, versions

AROUND = 240
"""How many code points of the text are shown before and after a quote, at most."""

Stored = tuple[Any, ...]
"""A row as it is stored, its columns not yet read."""

_NAME = '{"name":"'
_BREAK = re.compile(r"\n[^\S\n]*\n")


def mention_values(claim: ExtractedClaim, text: str) -> dict[str, Any]:
    """How a version with this text says a claim, as columns."""
    return {
        "start": claim.start,
        "end": claim.end,
        "before": before(text, claim.start),
        "after": after(text, claim.end),
        "speaker": asdict(claim.speaker) if claim.speaker else None,
        "stance": claim.stance,
        "kind": claim.kind,
        "checkworthiness": float(claim.checkworthiness),
        "appraisals": [asdict(appraisal) for appraisal in claim.appraisals] or None,
    }


def before(text: str, start: int) -> str:
    """The words before `start` in its paragraph, cut at white space; `before + quote` reads as it stands."""
    window = text[max(0, start - AROUND) : start]
    paragraph = _BREAK.split(window)[-1]
    whole = len(paragraph) < len(window) or start <= AROUND or text[start - AROUND - 1].isspace()
    return (paragraph if whole else _from_white_space(paragraph)).lstrip()


def after(text: str, end: int) -> str:
    """The words after `end` in its paragraph, cut at white space; `quote + after` reads as it stands."""
    window = text[end : end + AROUND]
    paragraph = _BREAK.split(window)[0]
    following = text[end + AROUND : end + AROUND + 1]
    whole = len(paragraph) < len(window) or not following or following.isspace()
    return (paragraph if whole else _up_to_white_space(paragraph)).rstrip()


def find_claims_where(connection: Connection, *conditions: ColumnElement[bool], earlier: bool = False) -> list[Claim]:
    """The currently mentioned claims that fulfil the conditions, the last article first, in its own order.

    With `earlier`, also as versions mention them that are not current.
    """
    query = (
        _CLAIMS.select_from(current_mentions(earlier=earlier))
        .where(*conditions)
        .order_by(articles.c.number.desc(), mentions.c.start, claims.c.number)
    )
    return claims_of(find_stored(connection, query))


def find_claims_ever(connection: Connection, claim_ids: Iterable[str]) -> dict[str, Claim]:
    """Claims by id, also those that are no longer said: as the last version that says them has them."""
    found: dict[str, Claim] = {}
    for some in chunks(sorted(set(claim_ids))):
        query = _CLAIMS.select_from(current_mentions(earlier=True)).where(claims.c.id.in_(some))
        in_time = query.order_by(versions.c.current, versions.c.number)  # what comes last stays
        found.update((claim.id, claim) for claim in _apart(find_stored(connection, in_time)))
    return found


def claims_of(rows: Iterable[Stored]) -> list[Claim]:
    """Claims from the stored rows of a query for them; those of one article share their source."""
    sources: dict[str, Source] = {}
    return [_claim(row, sources) for row in rows]


def _apart(rows: Iterable[Stored]) -> list[Claim]:
    """Claims of which each has its own source: two versions of an article may have other titles and dates."""
    return [_claim(row, {}) for row in rows]


def _claim(row: Stored, sources: dict[str, Source]) -> Claim:
    # By position, in the order of _CLAIMS: a row takes about a microsecond for each name it is asked for.
    key, sentence_id, before, after, article_id = row[:5]
    source = sources.get(article_id) or sources.setdefault(article_id, source_of(article_id, *row[_SOURCE_AT:]))
    return Claim(key, sentence_id, source, _said(*row[5:_SOURCE_AT]), read_text(before) or "", read_text(after) or "")


@remembered(10_000)
def source_of(article_id: str, *described: Any) -> Source:  # noqa: ANN401 - columns
    """The source of the SOURCE columns of a stored row.

    Remembered by those columns, and so never stale: a report reads a thousand of them, and what each knows of its
    origins, every time.
    """
    *texts, text_group, published, other = described
    outlet, title, url, language, origin = map(read_text, texts)
    time = None if published is None else PublicationTime(read_text(published) or "", read_text(other))
    return Source(article_id, outlet, title, url, time, language or "", origin, text_group)


@remembered(10_000)  # by all that is stored of it, and so never stale: reading JSON is most of the work
def _said(*said: Any) -> ExtractedClaim:  # noqa: ANN401 - columns
    start, end, quote, text, stored, stance, kind, checkworthiness, appraisals = said
    speaker = read_json(stored)
    return ExtractedClaim(
        start,
        end,
        read_text(quote) or "",
        read_text(text) or "",
        Speaker(**speaker) if speaker else None,
        stance,
        kind,
        checkworthiness,
        tuple(Appraisal(**appraisal) for appraisal in read_json(appraisals) or ()),
    )


@remembered(50_000)
def name_in(speaker: str | None) -> str | None:
    """The name in a speaker as it is stored: where it comes first, the rest is not read, ten thousand times.

    Not with the JSON functions of SQLite, which end a name at a NUL.
    """
    if speaker is None:
        return None
    name, _, rest = speaker[len(_NAME) :].partition('"')
    if not rest or "\\" in name or MARK in name or not speaker.startswith(_NAME):
        name = read_json(speaker)["name"]
    return name


def _from_white_space(words: str) -> str:
    cut = words.split(maxsplit=1)  # Chinese has no white space to cut at: it stays whole
    return cut[1] if len(cut) == 2 else words


def _up_to_white_space(words: str) -> str:
    cut = words.rsplit(maxsplit=1)
    return cut[0] if len(cut) == 2 else words


SOURCE = (
    *(articles.c.outlet, versions.c.title, articles.c.url, versions.c.language, versions.c.origin),
    *(articles.c.text_group, versions.c.published, versions.c.published_other),
)
"""The columns that `source_of` reads, in its order, after the article's id."""

_CLAIMS: Select[Any] = select(
    *(claims.c.id, mentions.c.sentence_id, mentions.c.before, mentions.c.after, claims.c.article_id),
    *(mentions.c.start, mentions.c.end, claims.c.quote, sentences.c.text, mentions.c.speaker),
    *(mentions.c.stance, mentions.c.kind, mentions.c.checkworthiness, mentions.c.appraisals),
    *SOURCE,
)
_SOURCE_AT = -len(SOURCE)
