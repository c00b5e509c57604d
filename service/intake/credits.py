"""Who else is named as the source of a text: feed footers, wire credits, notes on where it first appeared."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.domain.articles import PublicationTime
from service.domain.outlets import UNNAMED_AGENCIES, agency_name, has_masthead, is_agency
from service.intake.blocks import Block, plain
from service.intake.dates import find_dates, read_date
from service.intake.litter import Layout
from service.intake.shapes import FIRST_IN, NAME

_TITLED = re.compile(r"^(?P<title>\S.{12,280}\S)\s[-–—|]\s(?P<outlet>[^\W_a-z][^|–—]{1,60})$")
_WIRE = re.compile(rf"^(?:[^\W\d_][^()\n]{{0,60}}?\s)?\((?P<agency>{NAME})\)\s*[-–—:]")
_BARE_WIRE = re.compile(r"^\((?P<agency>AP|AFP|UPI|DPA|dpa|PTI|Reuters|Bloomberg)\)\s")
_COPYRIGHT_HOLDER = re.compile(rf"^\W*(?:©|\([cC]\)|Copyright)[\s©]*(?:19|20)\d\d\s(?:by\s)?(?P<outlet>{NAME})")
_REPORTED_BY = re.compile(
    rf"^\W*(?:This|The)\s(?:story|article|report|dispatch)\s(?:was|is)\s(?:\w+\s)?"
    rf"(?:reported|written|produced|provided|published)\s(?:by|in|on|at)\s(?P<outlet>(?:the\s|The\s)?{NAME})"
)
# How Reuters signs: no other agency lists reporting and editing in this form.
_REUTERS = re.compile(r"\bReporting\sby\s[^;()]+;\s(?:[^;()]+;\s)*(?:[Ww]riting|[Ee]diting)\sby\s")
_SIGNING_BLOCKS = 4
"""So many blocks at the end of the text may say who reported it."""
_FROM_AGENCIES = re.compile(
    r"^\W*(?:[Bb]y\s|[Ff]rom\s|[Ww]ith\s)?(?:(?:our|staff|web|foreign)\s)?(?:staff|reporters?|correspondents?|desk)?\s?"
    r"(?:and|&|/|with|from)?\s?(?:inputs?\s(?:from)\s)?(?:the\s)?"
    r"(?:(?:news|wire|press)\s(?:agencies|services?|reports)|agencies|wires)\W*$",
    re.IGNORECASE,
)
# A byline in capitals or without a comma: "By ADA ROE Associated Press".
_SIGNED = re.compile(r"\s((?:The\s)?(?:Associated Press|Agence France-Presse|United Press International|Reuters))$")
_HELPED = re.compile(r"\b[Cc]ontribut|^\W*[Ww]ith\b|\b(?:Photo|Image|Graphic)")
_TIME_WORD = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b"
)
_LONGEST_BYLINE = 8
_NEAR = 3


@dataclass(frozen=True)
class FeedFooter:
    """What a feed or a copying site puts under an article: whose it is, its title, and when it came."""

    title: str
    outlet: str
    published: PublicationTime | None = None


def find_feed_footer(layout: Layout, *, title: str | None = None) -> FeedFooter | None:
    """The footer "title - outlet" behind an article, beside links or dates; None unless there is exactly one.

    Several different ones are links to other articles, and so is one that contradicts the `title` known.
    """
    tail = _after_last_paragraph(layout)
    found: dict[tuple[str, str], FeedFooter] = {}
    for at, (block, _) in enumerate(tail):
        match = _TITLED.match(block.text) if block.short and not block.stops else None
        if match and _is_beside_links(tail, at) and not _quotes(block, found.values()):
            one = FeedFooter(match["title"].strip(), match["outlet"].strip(), _date_near(tail, at))
            found.setdefault((one.title, one.outlet), one)
    if len(found) != 1:
        return None
    footer = next(iter(found.values()))
    return footer if title is None or plain(footer.title) in plain(title) else None


def find_origin(layout: Layout, *, author: str | None = None) -> str | None:
    """The outlet that wrote the text, where it says so: a wire credit at its start, a byline or a note around it.

    A text "from agencies" that names none has the origin UNNAMED_AGENCIES. Agencies that only contributed
    to somebody's own report are not its origin.
    """
    rims = [block.text for block in outside(layout) if block.short]
    end = [block.text for block in layout.blocks[-_SIGNING_BLOCKS:]]
    found = (
        _find_wire_mark(layout),
        _find_note(rims),
        _find_signature(end),
        _find_signing_agency([author or "", *rims]),
        _find_holder(rims),
    )
    named = next((name for name in found if name), None)
    if named is None and any(_FROM_AGENCIES.search(text) for text in (author or "", *rims)):
        return UNNAMED_AGENCIES
    return named


def _find_wire_mark(layout: Layout) -> str | None:
    start = next((block.text[:200] for block in layout.body if block.is_sentence), "")
    wire = _WIRE.match(start) or _BARE_WIRE.match(start)
    return agency_name(wire["agency"]) if wire else None


def _find_note(rims: Sequence[str]) -> str | None:
    """Where the text says that it first appeared."""
    names = (_cleaned(note["outlet"]) for note in map(FIRST_IN.search, rims) if note)
    return next((agency_name(name) for name in names if name and not _TIME_WORD.match(name)), None)


def _find_signature(end: Sequence[str]) -> str | None:
    """Who the last lines say reported the story: "This story was reported by", or the form that Reuters signs in."""
    named = next((note["outlet"] for note in map(_REPORTED_BY.match, end) if note), None)
    if named and (is_agency(_cleaned(named)) or (has_masthead(named) and " " in named)):
        return agency_name(_cleaned(named))
    return "Reuters" if any(_REUTERS.search(text) for text in end) else None


def _find_signing_agency(bylines: Iterable[str]) -> str | None:
    """The agency that a byline is, or ends with: "By The Associated Press", "Ada Roe, Reuters"."""
    for line in bylines:
        if _HELPED.search(line):
            continue
        names = re.sub(r"^\W*(?:By|BY|by)\s", "", line.strip()).rstrip(" .*_")
        parts = [names, *re.split(r",\s|\s[|/–—-]\s|\s(?:of|for)\s", names)[1:], *_SIGNED.findall(names)]
        agency = next((part for part in parts if is_agency(part)), None)
        if agency and len(names.split()) <= _LONGEST_BYLINE:
            return agency_name(agency)
    return None


def _find_holder(rims: Iterable[str]) -> str | None:
    """An agency that holds the copyright wrote the text; another outlet may only own the page."""
    held = (_COPYRIGHT_HOLDER.match(text) for text in rims)
    names = (_cleaned(match["outlet"]).removesuffix(" All") for match in held if match)
    return next((agency_name(name) for name in names if is_agency(name)), None)


def _cleaned(name: str) -> str:
    """A name without the sentence that follows it."""
    return re.split(r"\.\s", name)[0].rstrip(" .,")


def find_masthead(layout: Layout) -> str | None:
    """The newspaper or agency that a line before the article names, alone or before a comma and a date."""
    for block in layout.head:
        named = re.fullmatch(rf"(?P<name>{NAME})(?:,\s.*)?", block.text) if block.words <= 8 else None
        if named and 2 <= len(named["name"].split()) <= 5 and has_masthead(named["name"]):
            return named["name"].title() if named["name"].isupper() else named["name"]
    return None


def find_copyright_holder(layout: Layout) -> str | None:
    """Who a copyright line outside the article names; an outlet where nothing else names one."""
    matches = (_COPYRIGHT_HOLDER.match(block.text) for block in outside(layout) if block.short)
    return next((match["outlet"].rstrip(" .,").removesuffix(" All") for match in matches if match), None)


def outside(layout: Layout) -> Sequence[Block]:
    """The blocks before and behind the article, and the marked ones at its rims."""
    return [block for block, mark in zip(layout.blocks, layout.marks, strict=True) if mark not in {None, "heading"}]


def _after_last_paragraph(layout: Layout) -> Sequence[tuple[Block, str]]:
    marks = list(zip(layout.blocks, layout.marks, strict=True))
    behind = len(marks)
    while behind and marks[behind - 1][1] is not None:
        behind -= 1
    return [(block, mark or "") for block, mark in marks[behind:]]


def _is_beside_links(tail: Sequence[tuple[Block, str]], at: int) -> bool:
    return any(mark in {"address", "date"} for _, mark in tail[max(0, at - _NEAR) : at + _NEAR + 1])


def _quotes(block: Block, footers: Iterable[FeedFooter]) -> bool:
    """Whether the line only holds a footer that was found before, with words around it."""
    return any(plain(footer.title + footer.outlet) in block.key for footer in footers)


def _date_near(tail: Sequence[tuple[Block, str]], at: int) -> PublicationTime | None:
    """The date next to the footer: the nearest above it, else the nearest below."""
    above, below = tail[max(0, at - _NEAR) : at][::-1], tail[at + 1 : at + 1 + _NEAR]
    for block, mark in (*above, *below):
        dates = find_dates(block.text) if mark == "date" else []
        if dates:
            return read_date(block.text) or dates[0].published
    return None
