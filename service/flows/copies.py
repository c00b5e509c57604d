"""Finds out which articles are copies, in whole or in part, of one text."""

from collections.abc import Sequence
from datetime import date

from models.remembering import remembered
from service.comparing.copies import Printed, find_overlaps
from service.comparing.wording import find_prints, read_wording
from service.domain.articles import Article
from service.store.copies import (
    Copy,
    CurrentText,
    find_alike,
    find_current_texts,
    find_untraced,
    replace_copies,
    replace_fingerprints,
)
from service.workspace import Workspace

STEP = 100
FEWEST_PRINTS = 2
"""Articles that share fewer fingerprints are not looked at, unless one of them has no more."""


def trace_copies(workspace: Workspace) -> int:
    """Looks for the copies of every article that has a text which was not looked at. Returns how many.

    The fingerprints are committed before anything is looked for: of two articles that two workers take at once,
    the later one finds the earlier.
    """
    done = 0
    while waiting := _find_waiting(workspace):
        printed = [_read(text.article) for text in waiting]
        prints = [find_prints(one.wording) for one in printed]
        with workspace.store.writing() as connection:
            replace_fingerprints(connection, dict(zip((text.article_id for text in waiting), prints, strict=True)))
        found = [_find_copies(workspace, *one) for one in zip(waiting, printed, prints, strict=True)]
        with workspace.store.writing() as connection:
            replace_copies(connection, list(zip(waiting, found, strict=True)))
        done += len(waiting)
    return done


def _find_waiting(workspace: Workspace) -> list[CurrentText]:
    with workspace.store.reading() as connection:
        return find_untraced(connection, STEP)


def _find_copies(workspace: Workspace, text: CurrentText, printed: Printed, prints: Sequence[int]) -> list[Copy]:
    least = min(FEWEST_PRINTS, len(prints))
    with workspace.store.reading() as connection:
        alike = find_alike(connection, text.number, prints, least=least) if prints else []
        others = find_current_texts(connection, [key for key in alike if key != text.article_id])
    overlaps = find_overlaps(printed, [_read(other.article) for other in others])
    pairs = zip(others, overlaps, strict=True)
    return [Copy(other.article_id, one.words, one.share, one.whole) for other, one in pairs if one]


@remembered(256)  # what is alike comes up again and again: one story, one outlet
def _read(article: Article) -> Printed:
    wording = read_wording(article.text, [(passed.start, passed.end) for passed in article.litter])
    return Printed(wording, article.outlet, _day(article))


def _day(article: Article) -> date | None:
    try:
        return date.fromisoformat(article.published.value[:10]) if article.published else None
    except ValueError:  # a month or a year only
        return None
