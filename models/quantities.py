"""Quantities of a text as values: number, unit, what is counted, and how exact the words are."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models import lexicon
from models.base import Span
from models.quantities_dates import DateMention, find_dates, resolve_date

__all__ = ["DateMention", "Quantity", "find_dates", "find_quantities", "resolve_date"]

_SMALL = {
    word: float(n)
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen"
        " seventeen eighteen nineteen".split()
    )
}
_TENS = {w: 10.0 * (n + 2) for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
_SCALES = {
    "dozen": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "b": 1e9,
}  # fmt: skip
_VAGUE = {"dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2e3, 9999),
          "millions": (2e6, 999e6), "billions": (2e9, 999e9)}  # fmt: skip
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_ORDINALS = {
    word: n + 1
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
    )
}
_CURRENCIES = {
    "$": "USD", "us$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "a$": "AUD",
    "c$": "CAD", "dollar": "USD", "euro": "EUR", "yen": "JPY", "ruble": "RUB", "rouble": "RUB", "yuan": "CNY",
    "rupee": "INR", "franc": "CHF", "usd": "USD", "eur": "EUR", "gbp": "GBP",
}  # fmt: skip
_APPROXIMATORS = {
    "at least": "at least", "no fewer than": "at least", "no less than": "at least", "a minimum of": "at least",
    "more than": "more than", "over": "more than", "above": "more than", "upwards of": "more than",
    "upward of": "more than", "exceeding": "more than", "greater than": "more than",
    "less than": "less than", "fewer than": "less than", "under": "less than", "below": "less than",
    "up to": "at most", "as many as": "at most", "as much as": "at most", "at most": "at most",
    "no more than": "at most", "a maximum of": "at most", "not more than": "at most",
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "some": "about",
    "an estimated": "about", "estimated": "about", "circa": "about", "close to": "about",
    "nearly": "nearly", "almost": "nearly", "just under": "nearly", "just over": "more than",
    "exactly": "exactly", "precisely": "exactly",
}  # fmt: skip
_SUFFIXES = {"or more": "at least", "or so": "about", "or fewer": "at most", "or less": "at most"}

_UNIT_WORDS = "|".join([*_TENS, *sorted(_SMALL, key=len, reverse=True)])
_SCALE_WORDS = "dozen|hundred|thousand|million|billion|trillion"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SPELLED = (
    rf"(?:(?:{_UNIT_WORDS}|an?(?=\s(?:{_SCALE_WORDS})\b)|half\sa(?=\s(?:dozen|million|billion)\b))"
    rf"(?:[-\s](?:and\s)?(?:{_UNIT_WORDS}|{_SCALE_WORDS})(?!\w))*)"
)
_SCALE = rf"(?:(?:\s|-)(?:{_SCALE_WORDS})(?!\w)|(?:k|m|mn|bn|tn|b)(?!\w)|\s(?:mn|bn|tn|m)(?!\w))"
_NUMBER = rf"(?:{_DIGITS}{_SCALE}?|{_SPELLED}(?!\w))"
_APPROX = "|".join(sorted(_APPROXIMATORS, key=len, reverse=True))
_QUANTITY = re.compile(
    rf"(?<![\w.,/:#@])(?P<from>from\s)?(?:(?P<approx>{_APPROX})\s(?:the\s)?)?"
    r"(?P<currency>(?:US|A|C)?\$|[£€¥₹₽₩]|(?:USD|EUR|GBP)\s)?(?P<sign>[-−](?=\d)|minus\s)?"
    rf"(?:(?P<parts>(?P<num>{_UNIT_WORDS}|an?)[-\s](?P<den>half|third|quarter|fourth|fifth|sixth|eighth|tenth)s?"
    rf"(?=\s+of\b|\s+the\b))"
    rf"|(?P<half>half(?=\s(?:of|the)\b))"
    rf"|(?P<inof>(?P<inn>{_NUMBER})\s(?:in|out\sof)\s(?:every\s)?(?P<ofn>{_NUMBER})(?!\w|[,.:]\d))"
    r"|(?P<fraction>(?P<fn>\d{1,2})/(?P<fd>2|3|4|5|6|8|10|12|16|20)(?![\d/]))"
    rf"|(?P<low>{_NUMBER})(?:\s?(?(from)(?:-|–|—)|(?:-|–|—|to))\s?(?P<cur2>(?:US)?[$£€])?(?P<high>{_NUMBER}))?"
    r"|(?P<vague>(?:dozens|scores|hundreds|thousands|millions|billions)(?=\s(?:of|more)\b)))"
    r"(?P<ordinal>(?<=\d)(?:st|nd|rd|th)(?!\w))?"
    r"(?P<plus>\+|-plus)?(?!\w|[.,:/]\d|%\w)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(rf"\b(?P<word>{'|'.join(_ORDINALS)})\b(?![-\s]+(?:of|minister|lady|quarter)\b)", re.IGNORECASE)
_AFTER = re.compile(
    r"[\s-]?(?P<percent>%|per\s?cent(?:age\spoints?)?\b|pct\b|percentage\spoints?\b|basis\spoints?\b)"
    r"|\s(?P<money>(?:U\.?S\.?\s)?(?:dollar|euro|yen|ruble|rouble|yuan|rupee|franc)s?\b)", re.IGNORECASE
)  # fmt: skip
_SUFFIX = re.compile(r"\s(or\s(?:more|so|fewer|less))\b")
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_NOUN_WORD = re.compile(
    r"(?:\s(?:of|the|its|their|his|her|these|those|all|more|other)(?=\s))*(?:\s|-)([^\W\d_]+(?:[-’'][^\W_]+)*)"
)
_IRREGULAR_PLURALS = frozenset("people men women children police troops feet teeth personnel staff cattle".split())
_NOT_COUNTED = re.compile(
    r"(?:[Aa]rticle|[Ss]ection|[Cc]hapter|Room|Route|Highway|Group\sof|No\.|[Nn]umber|Interstate|Flight|[Pp]age|Act|Title|[Gg]rade|"
    r"Class|Windows|Channel|[Ll]evel|[Pp]hase|Season|Episode|Part|[Tt]ype|Figure|Table|COVID|Covid|G|Boeing)[\s-]?$"
)
_CLOCK = re.compile(r"\s?(?:a\.m|p\.m|am|pm|AM|PM|o'clock|o’clock|GMT|EST|EDT)\b")
_WINDOW = 80


@dataclass(frozen=True)
class Quantity:
    """A number as it is stated; `low` and `high` differ for ranges. `unit` is "percent", a currency code, or
    the noun that is counted; `counted` is what a percentage or sum is of; `approximator` is one of about,
    nearly, at least, more than, less than, at most, exactly, or None. `span` covers number, unit and approximator.
    """

    low: float
    high: float
    unit: str | None
    approximator: str | None
    span: Span
    counted: str | None = None
    ordinal: bool = False

    @property
    def bounds(self) -> tuple[float, float]:
        """The values that the words allow: "at least 40" is 40 to infinity, "about 40" is within a tenth."""
        slack = 0.1 * max(abs(self.low), abs(self.high))
        return {
            "at least": (self.low, math.inf),
            "more than": (self.low, math.inf),
            "less than": (-math.inf, self.high),
            "at most": (-math.inf, self.high),
            "about": (self.low - slack, self.high + slack),
            "nearly": (self.low - slack, self.high),
        }.get(self.approximator or "", (self.low, self.high))


def find_quantities(text: str) -> list[Quantity]:
    """Quantities in order and disjoint; dates, clock times and numbers that are names are none."""
    dates = [d.span for d in find_dates(text)]
    found = [*_find_numbers(text, dates), *_find_ordinals(text, dates)]
    kept = _drop_overlaps(sorted(found, key=lambda q: (q.span.start, -q.span.end)))
    return list(_join_ranges(text, kept))


def _join_ranges(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """ "between 10 and 15 percent" is one quantity."""
    held: Quantity | None = None
    for quantity in found:
        if held and _is_range(text, held, quantity):
            span = Span(held.span.start, quantity.span.end)
            held = replace(quantity, low=min(held.low, quantity.low), high=max(held.high, quantity.high), span=span)
            continue
        if held:
            yield held
        held = quantity
    if held:
        yield held


def _is_range(text: str, a: Quantity, b: Quantity) -> bool:
    between = text[a.span.end : b.span.start] in (" and ", " to ")
    return between and bool(_BETWEEN.search(text[max(0, a.span.start - 9) : a.span.start]))


def _drop_overlaps(found: Sequence[Quantity]) -> list[Quantity]:
    kept: list[Quantity] = []
    for quantity in found:
        if not kept or quantity.span.start >= kept[-1].span.end:
            kept.append(quantity)
    return kept


def _overlaps(spans: Sequence[Span], start: int, end: int) -> bool:
    i = bisect_right(spans, start, key=lambda s: s.end)
    return i < len(spans) and spans[i].start < end


def _find_numbers(text: str, dates: Sequence[Span]) -> Iterator[Quantity]:
    for match in _QUANTITY.finditer(text):
        start = max(match.start(), match.end("from"), match.end("approx"))
        if _overlaps(dates, start, match.end()) or _is_name_or_clock(text, match, start):
            continue
        quantity = _complete(text, match, _read_values(match))
        if not _is_pronoun(text, quantity):
            yield quantity


def _is_pronoun(text: str, quantity: Quantity) -> bool:
    """ "one of them", "one measure of risk": a word, not a count."""
    words = quantity.span.of(text).lower()
    if not words.startswith("one") or quantity.low != 1 or quantity.approximator:
        return False
    return quantity.unit is None or text.startswith(" of ", quantity.span.end)


def _is_name_or_clock(text: str, match: re.Match[str], start: int) -> bool:
    if _CLOCK.match(text, match.end()):
        return True
    return bool(_NOT_COUNTED.search(text[max(0, start - 14) : start]))


def _read_values(match: re.Match[str]) -> tuple[float, float]:
    g = match.groupdict()
    if g["parts"]:
        value = 100 * _read_number(g["num"]) / _PARTS[g["den"].lower()]
    elif g["half"]:
        value = 50.0
    elif g["inof"]:
        value = 100 * _read_number(g["inn"]) / (_read_number(g["ofn"]) or math.inf)
    elif g["fraction"]:
        value = 100 * int(g["fn"]) / (int(g["fd"]) or math.inf)
    elif g["vague"]:
        low, high = _VAGUE[g["vague"].lower()]
        return float(low), float(high)
    else:
        return _read_range(g)
    return value, value


def _read_range(g: dict[str, str | None]) -> tuple[float, float]:
    low, high = _read_number(g["low"] or ""), _read_number(g["high"] or g["low"] or "")
    scale = re.search(rf"(?:{_SCALE_WORDS})$", (g["high"] or "").lower())
    if scale and low < 1000 and high >= 1000:
        low *= _SCALES[scale.group()]  # "2 to 3 million"
    if g["sign"]:
        low = high = -low
    return (low, high) if low <= high else (high, low)


def _read_number(words: str) -> float:
    """Value of digits or number words; every word of the grammar above is known here."""
    total = current = 0.0
    for part in re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", words.lower()):
        if part[0].isdigit():
            current += float(part.replace(",", ""))
        elif part in _SCALES:
            scale = _SCALES[part]
            current = (current or 1.0) * scale
            if scale >= 1e3:
                total, current = total + current, 0.0
        elif part == "half":
            current = 0.5
        elif part in ("a", "an"):
            current = current or 1.0
        else:
            current += _SMALL.get(part, _TENS.get(part, 0.0))
    return total + current


def _complete(text: str, match: re.Match[str], values: tuple[float, float]) -> Quantity:
    end = match.end()
    is_part = bool(match["parts"] or match["half"] or match["inof"] or match["fraction"])
    after = _AFTER.match(text, end, end + _WINDOW)
    unit = "percent" if is_part else None
    if after:
        end = after.end()
        unit = _normalise_percent(after["percent"]) if after["percent"] else _find_currency(after["money"])
    elif match["currency"]:
        unit = _find_currency(match["currency"])
    approx = _APPROXIMATORS.get(" ".join((match["approx"] or "").lower().split()))
    approx, end = _read_suffix(text, end, approx, plus=bool(match["plus"]))
    noun = None
    if unit is None or text.startswith(" of ", end):
        noun = _find_noun(text, end, hyphen=not after and text[end : end + 1] == "-")
    if unit is None and noun:
        end = noun[1]
    counted = noun[0] if noun else None
    span = Span(max(match.start(), match.end("from")), end)
    return Quantity(*values, unit or counted, approx, span, counted, ordinal=bool(match["ordinal"]))


def _normalise_percent(words: str) -> str:
    low = words.lower()
    return (
        "percentage points"
        if "point" in low and "basis" not in low
        else "basis points"
        if "basis" in low
        else "percent"
    )


def _find_currency(words: str) -> str | None:
    low = words.strip().lower().split()[-1]
    return _CURRENCIES.get(low) or _CURRENCIES.get(low.removesuffix("s"))


def _read_suffix(text: str, end: int, approx: str | None, *, plus: bool) -> tuple[str | None, int]:
    match = _SUFFIX.match(text, end, end + 12)
    if match:
        return _SUFFIXES[" ".join(match.group(1).split())], match.end()
    return (approx or "at least") if plus else approx, end


def _find_noun(text: str, at: int, *, hyphen: bool) -> tuple[str, int] | None:
    """The head of the noun phrase after a number, lower case, and where it ends."""
    found: tuple[str, int] | None = None
    for _ in range(5):
        match = _NOUN_WORD.match(text, at, at + _WINDOW)
        if not match or (found and match.start(1) > at + 1) or _ends_phrase(match.group(1).lower()):
            break
        at = match.end()
        if match.group(1).endswith(("’s", "'s")):
            continue  # "seven of the nation's towns"
        found = (match.group(1).lower(), at)
        if hyphen or _is_plural(found[0]):
            break
    if found and hyphen:
        return _pluralise(found[0]), found[1]
    return found


def _ends_phrase(word: str) -> bool:
    return (
        word in lexicon.PREPOSITIONS - {"of"}
        or word in lexicon.CONJUNCTIONS
        or word in lexicon.AUXILIARIES
        or word in lexicon.RELATIVES
        or word in lexicon.SUBJECT_PRONOUNS
        or word in lexicon.DETERMINERS
        or word in lexicon.ADVERBS
        or word == "plus"
    )


def _is_plural(word: str) -> bool:
    return word in _IRREGULAR_PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")))


def _pluralise(word: str) -> str:
    """The unit of "30-minute" is minutes; of "23-year-old", years."""
    first = re.split(r"[-’']", word)[0]
    return first if _is_plural(first) else first + "s"


def _find_ordinals(text: str, dates: Sequence[Span]) -> Iterator[Quantity]:
    for match in _ORDINAL.finditer(text):
        if not _overlaps(dates, match.start(), match.end()):
            value = float(_ORDINALS[match["word"].lower()])
            noun = _find_noun(text, match.end(), hyphen=False)
            unit = noun[0] if noun else None
            yield Quantity(value, value, unit, None, Span(match.start(), match.end()), unit, ordinal=True)
