"""Who else is named as the source of a text: feed footers, wire credits, notes on where it first appeared."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.domain.articles import PublicationTime
from service.intake.blocks import Block, plain
from service.intake.dates import find_dates, read_date
from service.intake.litter import Layout
from service.intake.shapes import FIRST_IN, NAME

_TITLED = re.compile(r"^(?P<title>\S.{12,280}\S)\s[-–—|]\s(?P<outlet>[^\W_a-z][^|–—]{1,60})$")
_WIRE = re.compile(rf"^(?:[^\W\d_][^()\n]{{0,60}}?\s)?\((?P<agency>{NAME})\)\s*[-–—:]")
_BARE_WIRE = re.compile(r"^\((?P<agency>AP|AFP|UPI|DPA|dpa|PTI|Reuters|Bloomberg)\)\s")
_COPYRIGHT_HOLDER = re.compile(rf"^\W*(?:©|\([cC]\)|Copyright)[\s©]*(?:19|20)\d\d\s(?:by\s)?(?P<outlet>{NAME})")
# What newspapers and agencies are called: a masthead is a name with one of these in it.
_MASTHEAD = re.compile(
    r"\b(?:Agency|Argus|Beacon|Bulletin|Chronicle|Courier|Daily|Dispatch|Echo|Examiner|Gazette|Globe|Herald|"
    r"Independent|Inquirer|Journal|Ledger|Magazine|Mail|Mirror|Monitor|News|Observer|Post|Press|Radio|Record|"
    r"Register|Reporter|Review|Sentinel|Standard|Star|Sun|Telegraph|Times|Tribune|Weekly|Wire)\b",
    re.IGNORECASE,
)
_NEAR = 3
# Names of agencies and the letters they sign with: one origin, however it is written.
_AGENCIES = {
    "ap": "Associated Press",
    "the associated press": "Associated Press",
    "afp": "Agence France-Presse",
    "upi": "United Press International",
    "dpa": "Deutsche Presse-Agentur",
    "pti": "Press Trust of India",
}


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


def find_origin(layout: Layout) -> str | None:
    """The outlet that a wire credit at the start, or a note outside the article, names as the writer."""
    start = next((block for block in layout.body if block.is_sentence), None)
    if start is not None:
        wire = _WIRE.match(start.text[:200]) or _BARE_WIRE.match(start.text[:200])
        if wire:
            return agency_name(wire["agency"])
    for block in outside(layout):
        first_in = FIRST_IN.search(block.text) if block.short else None
        if first_in:
            return agency_name(first_in["outlet"].rstrip(" .,"))
    return None


def find_masthead(layout: Layout) -> str | None:
    """The newspaper or agency that a line before the article names, alone or before a comma and a date."""
    for block in layout.head:
        named = re.fullmatch(rf"(?P<name>{NAME})(?:,\s.*)?", block.text) if block.words <= 8 else None
        if named and 2 <= len(named["name"].split()) <= 5 and _MASTHEAD.search(named["name"]):
            return named["name"].title() if named["name"].isupper() else named["name"]
    return None


def find_copyright_holder(layout: Layout) -> str | None:
    """Who a copyright line outside the article names; an outlet where nothing else names one."""
    matches = (_COPYRIGHT_HOLDER.match(block.text) for block in outside(layout) if block.short)
    return next((match["outlet"].rstrip(" .,").removesuffix(" All") for match in matches if match), None)


def agency_name(written: str) -> str:
    """The name of an agency for the letters it signs with (AP: Associated Press); any other name as it is."""
    return _AGENCIES.get(written.lower(), written[:1].upper() + written[1:])


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
