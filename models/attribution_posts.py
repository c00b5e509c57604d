"""Posts set into an article, and direct words credited below: whose they are, and what around them states nothing.

"It will hold. pic.twitter.com/x — Ada Brandt (@abrandt) December 3, 2019" credits the words before the dash to the
holder of the account, "Ada Brandt (@abrandt) It will hold." those that follow, and "“It will hold.” — Ada Brandt,
engineer" a paragraph of direct words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models import lexicon
from models.attribution_quotes import Quotation
from models.base import Span
from models.remembering import remembered

_MONTH = "(?:" + "|".join(f"{m[:3].title()}(?:{m[3:]})?" for m in lexicon.MONTHS) + r")\.?"
_DATE = re.compile(rf"\s{{1,2}}(?:on\s)?(?:{_MONTH}\s\d{{1,2}},?|\d{{1,2}}\s{_MONTH})\s(?:19|20)\d\d")
_HANDLE = re.compile(r"\((@\w{1,20})\)")
_LINK = r"(?:https?://|pic\.twitter\.com/)[^\s—]+"
_LINKS = re.compile(_LINK)
_TRAILING = re.compile(rf"(?:\s*{_LINK})*\s*$")
_DASH = re.compile(r"(?:^|(?<=[\s.!?…”\"'’]))(—|―|–|--?)[^\S\n]*(?=[^\s—–-])")
_REST_OF_LINE = re.compile(r"[^\S\n]*(?=\n|$)")
_HEADING = re.compile(
    r"^(?P<name>[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|of|the|de|van|von|bin|al)){0,5})\s(?P<handle>\(@\w{1,20}\))"
    r"\s(?=[A-Z“\"‘#@.])",
    re.MULTILINE,
)
_CREDIT = re.compile(
    r"[^\S\n]{0,2}(?P<line>\n{1,2}(?=—))?(?P<dash>—|–|―|--?)[^\S\n]?"
    r"(?P<name>[A-Z][\w.’'-]+(?:\s(?:[A-Z][\w.’'-]+|de|da|van|von|bin|al|of|the)){1,5})"
    r"(?:,\s(?P<role>[^\n“”\"]{3,110}?))?[^\S\n]*(?=\n|$)"
)
_OPENING = re.compile(r"(?<=[.!?:…”\"])\s+")
_WIDE_GAP, _GAP = re.compile(r"\n{3,}"), re.compile(r"(?<!\n)\n\n(?!\n)")
_SHOWN = re.compile(r"\w(?:(?:(?!\s[-–|])[^(\n])*[\w.])?")
_NO_NAME = frozenset("with by from updated editorial additional photo photos".split())
_LONGEST = 300
"""Code points of a post without its links: 280, and some for signs that the page wrote out."""
_NAME_BEFORE = 80


@dataclass(frozen=True)
class Post:
    """Somebody's own `words`; `named` is where the page says whose, `litter` what it set around them."""

    words: Span
    named: Span
    cue: str
    litter: tuple[Span, ...]
    role: str | None = None


class Posts:
    """The posts of an article, or its credited quotations, in their order."""

    def __init__(self, found: Sequence[Post]) -> None:
        self.found = sorted(found, key=lambda post: post.words.start)
        self.starts = [post.words.start for post in self.found]
        self.ends = frozenset(post.words.end for post in self.found)

    @property
    def litter(self) -> list[Span]:
        """Credits and the links before them: no part of any sentence."""
        return [span for post in self.found for span in post.litter]

    def find(self, sentence: Span) -> Post | None:
        """The post that the sentence is part of."""
        at = bisect_right(self.starts, sentence.start) - 1
        return self.found[at] if at >= 0 and sentence.end <= self.found[at].words.end else None


@remembered(2)
def find_posts(text: str) -> Posts:
    """Posts with the name and handle of their account. Kept: sentences are cut around them, then attributed."""
    if "(@" not in text:
        return Posts(())
    credited = list(_find_credited(text))
    taken = [span for post in credited for span in (post.words, *post.litter)]
    headed = [p for p in _find_headed(text) if not any(_overlap(p.words, span) for span in taken)]
    return Posts([*credited, *headed])


def find_credited_quotations(text: str, quotations: Sequence[Quotation]) -> Posts:
    """Quotations that fill a paragraph, followed by a dash and a name: "“…” — Ada Brandt, engineer"."""
    found = []
    for quotation in quotations:
        fills = quotation.start == 0 or text[quotation.start - 1] == "\n"
        credit = _CREDIT.match(text, quotation.end) if fills else None
        if credit and _is_name(credit):
            named, around = Span(*credit.span("name")), Span(quotation.end, credit.end())
            found.append(Post(quotation.span, named, credit.group("dash"), (around,), credit.group("role")))
    return Posts(found)


def _is_name(credit: re.Match[str]) -> bool:
    """On a line of its own it is one person's: two names there are the reporters'."""
    words = credit.group("name").lower().split()
    return words[0] not in _NO_NAME and not (credit.group("line") and "and" in credit.group().split())


def _find_credited(text: str) -> Iterator[Post]:
    """Posts whose account stands behind them."""
    free = 0
    gaps_tell = len(_WIDE_GAP.findall(text)) < len(_GAP.findall(text))
    for handle in _HANDLE.finditer(text):
        credit = _find_credit(text, handle)
        if credit is None or credit.start < free:
            continue
        dash, named = credit.start, _trim_name(text, credit, handle)
        date = _DATE.match(text, handle.end())
        end = date.end() if date else handle.end()
        words = _find_words(text, Span(free, dash), gaps_tell=gaps_tell)
        free = end
        if words:
            yield Post(words, named, text[dash : credit.end].rstrip(), (Span(words.end, end),))


def _find_credit(text: str, handle: re.Match[str]) -> Span | None:
    """The dash before the name; with a date behind, or at the end of its line and after a sentence or link."""
    line = max(text.rfind("\n", 0, handle.start()) + 1, handle.start() - _NAME_BEFORE)
    dashes = list(_DASH.finditer(text[line : handle.start()]))
    if not dashes:
        return None
    dash = next((d for d in reversed(dashes) if d.group(1) == "—"), dashes[-1])
    found = Span(line + dash.start(), line + dash.end())
    if _DATE.match(text, handle.end()):
        return found
    before = text[max(0, found.start - _NAME_BEFORE) : found.start].rstrip()
    closed = before.endswith((".", "!", "?", "…", "”", '"')) or bool(re.search(rf"{_LINK}$", before))
    named = text[found.end].isupper()
    return found if closed and named and _REST_OF_LINE.match(text, handle.end()) else None


def _trim_name(text: str, dash: Span, handle: re.Match[str]) -> Span:
    """The name without emoji and remarks in brackets; the handle where no letter is left."""
    name = _SHOWN.search(text, dash.end, handle.start())
    if name is None or not any(letter.isalpha() for letter in name.group()):
        return Span(*handle.span(1))
    return Span(*name.span())


def _find_words(text: str, region: Span, *, gaps_tell: bool) -> Span | None:
    """The post that ends with the region: its last paragraph, and those before it that must belong to it."""
    end = _cut_links(text, region.start, region.end)
    start = max(region.start, text.rfind("\n", region.start, end) + 1)
    if end <= start:
        return None
    if _measure(text, start, end) > _LONGEST:
        start = _find_last_sentence(text, start, end)
    else:
        start = _reach_back(text, region.start, (start, end), gaps_tell=gaps_tell)
    return Span(start, end)


def _measure(text: str, start: int, end: int) -> int:
    return len(_LINKS.sub("", text[start:end]).strip())


def _find_last_sentence(text: str, start: int, end: int) -> int:
    """A paragraph too long for a post mixes it with the story's words; only the last sentence is sure."""
    breaks = [m.end() for m in _OPENING.finditer(text, start, end - 1)]
    return breaks[-1] if breaks else end


def _reach_back(text: str, limit: int, post: tuple[int, int], *, gaps_tell: bool) -> int:
    """Where the post begins: paragraphs above are its own where the gap is wider than the article's, and all of
    them back to a colon ("she tweeted:"), as long as a post may be.
    """
    start, end = post
    kept = start
    while start > limit:
        above = limit + len(text[limit:start].rstrip())
        first = max(limit, text.rfind("\n", limit, above) + 1)
        if text[above - 1 : above] == ":" and above > limit:
            return start
        if above <= limit or _measure(text, first, end) > _LONGEST:
            return kept
        if gaps_tell and kept == start and text.count("\n", above, start) > 2:
            kept = first
        start = first
    return kept


def _find_headed(text: str) -> Iterator[Post]:
    """Posts whose account opens the paragraph: "Ada Brandt (@abrandt) The dam is safe."."""
    for heading in _HEADING.finditer(text):
        line = text.find("\n", heading.end())
        line = len(text) if line < 0 else line
        end = _cut_links(text, heading.end(), line)
        dated = _DATE.match(text, heading.end() - 1)
        if heading.end() < end and not dated and _measure(text, heading.end(), end) <= _LONGEST:
            words, named = Span(heading.end(), end), Span(*heading.span("name"))
            yield Post(words, named, heading.group("handle"), (Span(*heading.span()), Span(end, line)))


def _cut_links(text: str, start: int, end: int) -> int:
    """Where the words end that links, or nothing, follow."""
    trailing = _TRAILING.search(text[start:end])
    return start + trailing.start() if trailing else end


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
