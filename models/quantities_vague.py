"""Large words without a number ("spend billions", "hundreds say") and lengths in other words ("a month's worth")."""

import re
from collections.abc import Iterator

from models.base import Span
from models.quantities_grammar import Quantity, QuantityKind
from models.quantities_numbers import UNIT_WORDS, read_vague

_LARGE = "dozens|hundreds|thousands|millions|billions|trillions"
_SUM = re.compile(
    r"\b(?:spen[dt]|spending|cost|costs|costing|rais(?:e|ed|es|ing)|invest(?:s|ed|ing)?|pay|pays|paid|paying|earn(?:s|ed|ing)?"
    r"|sav(?:e|es|ed|ing)|wast(?:e|es|ed|ing)|pour(?:s|ed|ing)?|funnel(?:s|ed|ing)?|donat(?:e|es|ed|ing)|worth|owe[sd]?)"
    r"\s(?:out\s|in\s|up\s|them\s|him\s|it\s|us\s|another\s|untold\s|many\s|additional\s)?"
    r"(?P<words>millions|billions|trillions)\b(?!\sof\b)"
    r"|\b(?:los(?:e|es|ing|t)|ma(?:ke|kes|king|de)|cut|cuts|cutting|reap(?:s|ed|ing)?|seek(?:s|ing)?|sought|infus(?:e|es|ed|ing)|generat(?:e|es|ed|ing)"
    r"|borrow(?:s|ed|ing)?|inject(?:s|ed|ing)?|lend|lent|receiv(?:e|es|ed|ing))\s(?P<more>billions|trillions)\b(?!\sof\b)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"(?<![\w-])(?<!\bthe\s)(?<!\bof\s)(?<!\bin\s)(?<!\bby\s)(?<!\btheir\s)(?P<words>{_LARGE})\s"
    r"(?=(?:say|said|think|believe|live|lived|die|dying|dead|perished|came|come|go|went|attend(?:ed)?|protest(?:ed)?|gather|march"
    r"|participated|joined|turned\sout|showed\sup|took|take|face|need|depend|rely|suffer(?:ed)?|watched|voted|evacuated|displaced"
    r"|killed|injured|wounded|infected|stranded|missing|homeless|hospitalized|arrested|detained|unemployed|jobless|uninsured|underinsured|sick)\b)",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    rf"\b(?:kill|injur|wound|infect|displac|arrest|employ|strand|evacuat|detain|attract|draw|drew)(?:s|n|ed|es|ing|e)?\s(?P<words>{_LARGE})"
    r"(?=[,.;]|$|\s(?:and|but|in|at|to|into|across|since|each|every|on|around)\b)",
    re.IGNORECASE,
)
_MANY = re.compile(
    rf"\bmany\s(?P<words>{_LARGE})\b(?!\s(?:of|in\s(?:aid|loans|debt|funds))\b)"
    rf"|\b(?:exodus|deaths?|lives|displacement|migration|influx|loss|starvation|suffering)\sof\s(?P<more>{_LARGE})"
    r"(?=[,.;]|$|\s(?:in|from|to|at|across|and|who|by|during)\b)",
    re.IGNORECASE,
)
_IN_THE = re.compile(
    r"\b(?:number(?:s|ed|ing)?|reach(?:ed|es|ing)?|r[ai]n|runs|running|climb(?:ed|s|ing)?|cost(?:s|ing)?|is|are|was|were|be|been)"
    rf"\s(?:in|into)\sthe\s(?P<words>(?:(?:tens|hundreds)\sof\s)?(?:{_LARGE}))\b(?!\sof\b)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    rf"(?:^|(?<=[.!?]\s)|(?<=[“\"]))(?P<words>{_LARGE})(?=\s(?:in|across|around|on|without|with|who)\s)", re.IGNORECASE
)
"""People by the millions where a sentence begins with them: "Millions in the state voted"."""
_THE_SUM = re.compile(
    r"\bthe\s(?P<words>billions|trillions)(?=\s(?:that|it|he|she|they|we|in\s(?!the\b)|spent|needed|lost|made|already)\b)",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"(?<![\w-])(?P<words>(?P<unit>hour|day|week|month|year|decade|century)(?:-?long|-old))\b(?!-)", re.IGNORECASE
)
"""In "a yearlong strike", "the decade-old pact"."""
_POINTS = re.compile(r"(?<![\w-])(?P<part>half|quarter)-(?:percentage-)?point\b(?!s)", re.IGNORECASE)
"""In "a quarter-point cut"."""
_COUNTED_BEFORE = re.compile(rf"(?:\d|\b(?:{UNIT_WORDS}))\s$")
"""In "a 16 year-old pilot" the year is counted."""
_WORTH = re.compile(
    r"\b(?P<words>(?:an?|one)\s(?P<unit>hour|day|week|month|year|decade))[’']s[’']?\sworth\b", re.IGNORECASE
)
_AND_HALF = re.compile(
    r"\b(?:past|last|next|previous|first|second|third|fourth|final|every|each|the|his|her|their)[\s-]"
    r"(?P<words>(?P<unit>hour|day|week|month|year|decade|century)(?:\sand\sa\shalf|-and-a-half))\b",
    re.IGNORECASE,
)


def find_vague(text: str) -> Iterator[Quantity]:
    """Sums of which only the scale is told, in an open currency; people by the hundreds; lengths without a number."""
    low = text.lower()
    if "illions" in low:
        yield from (_read(m, "words" if m["words"] else "more", "money") for m in _SUM.finditer(text))
    if "ozens" in low or "hundreds" in low or "housands" in low or "illions" in low:
        yield from (_read(m, "words", "count") for p in (_SUBJECT, _OBJECT) for m in p.finditer(text))
        yield from (_read(m, "words" if m["words"] else "more", "count") for m in _MANY.finditer(text))
        yield from (_read(m, "words", "count") for p in (_IN_THE, _OPENS) for m in p.finditer(text))
        yield from (_read(m, "words", "money") for m in _THE_SUM.finditer(text))
    if "long" in low or "-old" in low:
        yield from (
            _read_length(m, 1.0) for m in _LONG.finditer(text) if not _COUNTED_BEFORE.search(text, 0, m.start())
        )
    if "-point" in low:
        yield from (_read_points(m) for m in _POINTS.finditer(text))
    if "s worth" in low:
        yield from (_read_length(m, 1.0) for m in _WORTH.finditer(text))
    if "and a half" in low or "and-a-half" in low:
        yield from (_read_length(m, 1.5) for m in _AND_HALF.finditer(text))


def _read(match: re.Match[str], group: str, kind: QuantityKind) -> Quantity:
    low, high = read_vague(match[group])
    return Quantity(low, high, None, None, Span(*match.span(group)), kind=kind)


def _read_points(match: re.Match[str]) -> Quantity:
    value = 0.5 if match["part"].lower() == "half" else 0.25
    return Quantity(value, value, "percentage points", None, Span(*match.span()), kind="share")


def _read_length(match: re.Match[str], value: float) -> Quantity:
    return Quantity(value, value, match["unit"].lower(), None, Span(*match.span("words")), kind="measure")
