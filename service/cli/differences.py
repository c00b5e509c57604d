"""How texts differ, as text for a terminal: two versions of an article, and the copies of it."""

import textwrap
from collections.abc import Iterator, Sequence

from models.base import ExtractedClaim, Stance
from service.comparing.changes import ChangedClaim
from service.comparing.edits import Edit
from service.domain.articles import Article
from service.domain.claims import Claim
from service.flows.changes import Changes, EditedCopy
from service.reports.wording import day, edit_words, one_line, published_words
from service.store.articles import StoredArticle, StoredVersion

WIDTH = 96
MOST_EDITS = 12
"""So many edits of a copy are shown; whoever wants more reads them as JSON."""
WORDS_AROUND = 6
AROUND = 200
"""Words on either side of an edit, sought within so many code points."""


PUT: dict[Stance, str] = {
    "asserts": "said by",
    "reports": "reported of",
    "quotes": "quoted from",
    "denies": "denied by",
}


def write_changes(stored: StoredArticle, changes: Changes, text: str) -> str:
    """The words and the claims that changed between two versions; `text` is that of the later one."""
    claims = changes.claims
    sections = [
        _section("WORDS", [_write_edit(edit, text) for edit in changes.edits]),
        _section("CLAIMS THAT CHANGED", ["\n".join(_write_changed(one)) for one in claims.changed]),
        _section("CLAIMS WITHDRAWN", [_write_claim(one) for one in claims.withdrawn]),
        _section("CLAIMS ADDED", [_write_claim(one) for one in claims.added]),
        f"CLAIMS THAT STAYED: {len(claims.stayed)}",
    ]
    return "\n\n".join(["\n".join(_write_versions(stored, changes)), *filter(None, sections)])


def write_copies(stored: StoredArticle, copies: Sequence[EditedCopy], others: Sequence[StoredArticle]) -> str:
    """The copies of an article with their edits; `others` are all articles joined with it by copying."""
    if not copies:
        return f"{_name(stored.article)}\n\nNo other article that is stored shares its text."
    blocks = ["\n".join(_write_copy(copy)) for copy in copies]
    near = {copy.copy.article_id for copy in copies}
    far = [f"  {_name(other.article)}" for other in others if other.id not in near]
    outlets = {one.article.outlet or one.id for one in (stored, *others)}
    counted = f"{len(outlets)} outlet{'s' if len(outlets) != 1 else ''}, 1 origin"
    head = f"{_name(stored.article)}\n{counted}"
    return "\n\n".join(filter(None, [head, _section("COPIES", blocks), _section("BY WAY OF THESE", far)]))


def _section(title: str, blocks: Sequence[str]) -> str:
    return "\n\n".join([f"{title} ({len(blocks)})", *blocks]) if blocks else ""


def _name(article: Article) -> str:
    title = one_line(article.title or "") or "Untitled article"
    return f"{one_line(article.outlet or '') or 'Unnamed outlet'}, {published_words(article.published)}: {title}"


def _write_versions(stored: StoredArticle, changes: Changes) -> Iterator[str]:
    yield _name(stored.article)
    for one in stored.versions:
        which = "from" if one.id == changes.earlier.id else "to" if one.id == changes.later.id else ""
        yield f"  {which:4} {_version_words(one)}"


def _version_words(version: StoredVersion) -> str:
    return f"{version.id}  received {day(version.received_at)}{', current' if version.current else ''}"


def _write_edit(edit: Edit, text: str) -> str:
    """The edit, and the words of the later text that it stands in."""
    before = text[max(0, edit.after_start - AROUND) : edit.after_start].split()[-WORDS_AROUND:]
    after = text[edit.after_end : edit.after_end + AROUND].split()[:WORDS_AROUND]
    place = " ".join([*before, "[…]" if edit.after == "" else f"[{edit.after}]", *after])
    return f"{_filled('- ' + edit_words(edit))}\n{_filled(f'… {one_line(place)} …', '      ')}"


def _write_changed(changed: ChangedClaim) -> Iterator[str]:
    before, after = changed.before.said, changed.after.said
    yield _filled(f"“{one_line(before.quote)}”")
    if changed.edits:
        yield _filled(f"“{one_line(after.quote)}”")
    yield from (_filled("- " + edit_words(edit), "    ") for edit in changed.edits)
    said = [_speaker_words(one) for one in (before, after)]
    if said[0] != said[1]:
        yield _filled(f"- It was {said[0]}; now it is {said[1]}.", "    ")
    elif not changed.edits:
        yield _filled(f"- It stood for “{one_line(before.text)}”; now for “{one_line(after.text)}”.", "    ")


def _speaker_words(said: ExtractedClaim) -> str:
    speaker = said.speaker
    return f"{PUT[said.stance]} {one_line(speaker.name)}" if speaker else "the outlet's own"


def _write_claim(claim: Claim) -> str:
    speaker = f"{one_line(claim.said.speaker.name)}: " if claim.said.speaker else ""
    return _filled(f"{speaker}“{one_line(claim.said.quote)}”")


def _write_copy(copy: EditedCopy) -> Iterator[str]:
    article, shared = copy.article.article, copy.copy
    yield f"  {_name(article)}"
    what = "A copy" if shared.whole else "A part of it"
    yield f"    {what}: {shared.words} words in common, {shared.share:.0%} of the shorter article ({shared.article_id})"
    if not shared.whole:
        yield "    What stands around it is its own; --json shows that as edits."
        return
    for edit in copy.edits[:MOST_EDITS]:
        yield _filled("- " + edit_words(edit), "    ")
    if len(copy.edits) > MOST_EDITS:
        yield f"    … and {len(copy.edits) - MOST_EDITS} more edits; --json shows all."


def _filled(words: str, indent: str = "  ") -> str:
    after = indent + ("  " if words.startswith("- ") else "")
    return textwrap.fill(words, WIDTH, initial_indent=indent, subsequent_indent=after)
