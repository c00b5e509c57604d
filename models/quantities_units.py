"""The value, unit and approximator of a number, and what it counts."""

import re
from dataclasses import dataclass, replace

from models.base import Span
from models.quantities_grammar import AFTER, IN_MONEY, Quantity, QuantityKind
from models.quantities_nouns import find_hyphened, find_noun, find_noun_of_number, is_measure, spell_measure
from models.quantities_numbers import (
    UNIT_WORDS,
    find_approximator,
    find_currency,
    find_suffix,
    is_cents,
    read_glyph,
    read_multiple,
    read_number,
    read_part,
    read_range,
    read_ratio,
    read_vague,
)

_OF_MONEY = re.compile(r"\sof\s((?:U\.?S\.?\s)?(?:dollar|euro|yen|ruble|rouble|yuan|rupee|franc)s)\b", re.IGNORECASE)
_IN_MONEY = re.compile(IN_MONEY)
_CLIMBED = re.compile(
    r"\b(?:climb|r[io]s|sur|soar|push|gr[eo]w|jump|shot|shoot|swell|swoll|balloon|edg|tick|inch|vault|spik|leap|leapt|cre[ep]p?t?)\w*\s(?:up\s)?$"
)
_NOT_PAST = re.compile(
    r"\b(?:half|quarter|the|this|these|those|his|her|its|their|our|my|last|minutes?|\d|[a-z]{3,}(?:ed|ing)|dr[oi]ves?|ran|runs?|walks?|flew|fly|go|went|sails?)\s$"
)
_SUFFIX = re.compile(
    r"(?:\s(?:pace|rate|clip|growth))?\s(or\s(?:more|so|fewer|less|higher|older|younger|longer|shorter|greater|above|better"
    r"|lower|below|under|over)|and\s(?:older|over|up|above|younger|under)(?!\s(?:[a-z]*\d|an?\s)))\b"
)
_TOPIC = re.compile(
    r"\b(?:writ|wrote|talk|spe[ao]k|spoke|ask|learn|kn[eo]w|think|thought|worr|tell|told|hear|read|complain|stor|question|concern"
    r"|care|jok|lie|anything|something|book|joke|film|song|revolv|rally|remark|debate|argument|rumou?r|allegation|detail|information|news|memo|testimony|testif)[\w’']*\s$"
)
_SOME_DAY = re.compile(r"\sday\s\w+ing\b")
_TIME_BEHIND = re.compile(r"\s(?:last|this|next)\s(?:year|month|week|season|quarter|time)\b")
_ENACTED = re.compile(r"\s[a-z]+ed\s")
_DOING = re.compile(
    r"\sof\s(?!(?:opening|closing|rising|falling|booming|growing|soaring|existing|pending|mounting|grueling)\b)[a-z]+ing\s"
    r"(?!(?:over|due|in|on|for|and|or|with|at|by|to|about|from|after|before|would|will|that)\b)[a-z]"
)
"""In "years of betraying workers", not in "hours of opening arguments"."""
_ARTICLE = re.compile(r"a\s[$£€\d]")
_CENTRED = re.compile(r"\b(?:revolv|cent(?:er|r)|built|talk|conversation|question|stor|concern)\w*\s$")
_FOR_OVER = re.compile(
    r"(?:^|\b(?:for|after|until|in|lasted|lasting|lasts|took|take|takes|taken|spent|spend|just|well|been|is|was|within|of|by|a|and|little|slightly|than|with|age|aged|all|men|women|people|anyone|those|adults|children|infants|kids|babies|anyone|everyone|residents|patients|students|workers|worked|served|lived|waited)\s|[,;:(—–]\s?)$",
    re.IGNORECASE,
)
_MOVED_UP = re.compile(
    r"\b(?:spik|jump|climb|rise|rising|rose|shot|moved|moving|went|going|inch|tick|bump|grew|edg|creep|crept|push|soar"
    r"|surg|swell|swoll|balloon)\w*\s$|(?<!to\s)(?<!will\s)(?<!would\s)(?<!could\s)(?<!may\s)\badd(?:s|ed|ing)?\s$"
)
_MOVED_NEAR = re.compile(
    r"\b(?:mov|inch|edg|c[ao]m|dr[ae]w|br[io]ng|brought|g[eo]t|step|push|went|go|gr[eo]w|liv|s[ai]t|st[ao]nd|stood|steer|bit|much|far)\w*\s"
    r"(?:\w+\s)?(?:even\s)?$"
)
"""Before "closer to two ports": a place, no number."""
_FROM_BELOW = re.compile(r"%?\sfrom\s(?:\d|[$£€])")
_PART_OF_SCALE = re.compile(r"\sof\san?\s(hundred|thousand|million|billion|trillion)\b")
_LASTING = re.compile(r"\s(?:year|month|week|day|hour|minute|decade|mile)s?\b")
_LENGTH = re.compile(_LASTING.pattern + r"|\s(?:feet|foot|inches|yards|pounds|tons|pages|words|degrees)\b")
_AND_HALF = re.compile(r"\sand\sa\shalf\b")
_INNER_NUMBER = re.compile(rf"\s(?:\d[\d,.]*|{UNIT_WORDS})-[a-z]")
_AS = re.compile(r"\s(?:as|the|that|its|his|her|their|what)\b")
_HOUSEHOLD = re.compile(
    r"\b(?:family|families|household|(?:grand)?(?:mother|father|parent)s?|mom|dad|widow|widower)\sof\s$", re.IGNORECASE
)
_CHILDREN = frozenset("children kids boys girls sons daughters teenagers teens toddlers twins grandchildren".split())
_PASSES = ("passed", "passes", "crossed", "crosses", "tops")
_NEARS = frozenset("approaching approaches approached nearing nears neared toward towards".split())
"""Nearly, before a sum, a share or a large number: not "nearing two ports" or "$3 toward $5 million of debts"."""
_LARGE = re.compile(r",\d{3}|\dk|thousand|million|billion", re.IGNORECASE)
"""A death toll passes 100,000; a council passes two laws."""
_PER = re.compile(
    r"\s(?:per|an?)\s(second|minute|hour|day|week|month|year|gallon|liter|litre|mile|kilometer|square\s(?:mile|kilometer|foot|meter)"
    r"|cubic\s(?:meter|metre|foot|yard))\b"
)
_TIMES = frozenset("seconds minutes hours days weeks months years decades centuries nights".split())
_SCALE_OF_HEAT = re.compile(r"\s(?:Fahrenheit|Celsius)\b")
_SPAN = re.compile(r"\s(day|week|month|year|hour|minute|mile|point|page|seat|member)\s(?:[a-z]{3,}|[A-Z][a-z]+-)")
_ARTICLE_BEFORE = re.compile(r"(?:^|\s)(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s$")
_SPENT = re.compile(
    r"\b(?:cost|spen[dt]|rais|invest|pay|paid|los|sav|wast|pour|borrow|lend|lent|worth)\w{0,3}\s(?:the\s\w+\s|out\s|us\s|up\sto\s|an\sestimated\s)?$"
)
_SUM_ENDS = re.compile(r"[.,;”]|$|\s(?:on|in|to|for|over|by|each|every|a\syear|and)\b")
_HEAT_SCALES = {"C": "Celsius", "F": "Fahrenheit"}
_UNDER = re.compile(r"\b(?:serv|work|liv|fight|argu|disput|presid|battl|fought|control)\w*\s$")
_LAWS = re.compile(
    r"\s(?:[\w-]+\s){0,3}?(?:statutes?|laws?|provisions?|presidents?|administrations?|leaders?|names?|contracts?|rules?|sections?|governments?"
    r"|acts?|treaties|mayors?|governors?|conditions?)\b"
)
"""What is under five presidents is not under five."""
_HAND_OVER = re.compile(r"\b(?:hand|turn|took|take|taking|get|run|pass|rol)\w*\s$")


@dataclass(frozen=True)
class _Number:
    """A number with its own unit, up to where the noun begins; `direct` when no unit stands between."""

    values: tuple[float, float]
    unit: str | None
    kind: QuantityKind
    end: int
    direct: bool


def complete(text: str, match: re.Match[str]) -> Quantity:
    """The quantity of a match of the grammar, with the unit and noun behind it."""
    number = _read_number(text, match)
    approx, at = _read_suffix(text, number.end, _read_approximator(text, match), plus=bool(match["plus"]))
    noun = _find_counted(text, match, number, at)
    end = noun[1] if noun and number.unit is None else at
    counted = noun[0] if noun else find_noun_of_number(text, end)
    approx = approx or ("about" if match["odd"] else None)
    found = Quantity(
        *number.values, number.unit or counted, approx, Span(_find_start(match, approx), end), counted,
        bool(match["ordinal"]), number.kind,
    )  # fmt: skip
    if noun and number.unit is None and is_measure(noun[0]) and not match["ordinal"]:
        found = _as_measure(text, match, found)
    return _without_inner_number(text, at, _with_late_suffix(text, found))


def _read_number(text: str, match: re.Match[str]) -> _Number:
    values, end = _read_values(match), match.end()
    after = None if match["multiple"] or match["ratio"] else AFTER.match(text, end)
    if after:
        if after["money"] and is_cents(after["money"]):
            values = (values[0] / 100, values[1] / 100)
        return _Number(values, *_read_unit(after), after.end(), direct=False)
    scale = _PART_OF_SCALE.match(text, end) if match["parts"] or match["half"] else None
    if scale:
        return _read_part_of_scale(text, values[0] / 100 * read_number(scale[1]), scale.end())
    if match["vague"] and _IN_MONEY.match(text, end):
        return _Number(values, None, "money", end, direct=True)
    if match["vague"] and match["vague"].lower().endswith("illions") and _SUM_ENDS.match(text, end):
        before = text[max(0, match.start() - 30) : match.start()]
        return _Number(values, None, "money" if _SPENT.search(before) else "count", end, direct=True)
    if match["vague"] and (sum_of := _OF_MONEY.match(text, end)):
        return _Number(values, find_currency(sum_of[1]), "money", sum_of.end(), direct=True)
    return _Number(values, *_find_own_unit(match), end, direct=True)


def _read_part_of_scale(text: str, value: float, end: int) -> _Number:
    """ "Three-quarters of a billion dollars"."""
    after = AFTER.match(text, end)
    unit, kind = _read_unit(after) if after else (None, "count")
    return _Number((value, value), unit, kind, after.end() if after else end, direct=not after)


def _find_counted(text: str, match: re.Match[str], number: _Number, at: int) -> tuple[str, int] | None:
    if number.kind == "share":
        return find_noun(text, at, hyphen=False) if match["inof"] else _find_whole(text, at)
    further = number.unit is not None and not text.startswith(" of ", at)
    if further or (match["ordinal"] and _TIME_BEHIND.match(text, at)):
        return None  # "up from 27th last year"
    if match["ordinal"]:
        return _find_ordered(text, at)
    if not match["vague"] and _HOUSEHOLD.search(text, max(0, match.start() - 24), match.start()):
        return _find_child(text, at)
    many = text.startswith("or more", at - 7) or text.startswith(" of ", at)
    if number.values[1] > 1 and (span := _find_span(text, match, at)):
        return span
    single = number.values[1] in (0.25, 0.5, 1) and not many
    hyphen = number.direct and text[at : at + 1] == "-"
    return find_noun(text, at, hyphen=hyphen, single=single)


def _find_ordered(text: str, at: int) -> tuple[str, int] | None:
    """ "An 11th floor hall" is on a floor; None for "the 15th outlawed slavery"."""
    if text.startswith(" floor ", at):
        return "floor", at + 6
    if text.startswith("-", at) or _ENACTED.match(text, at):
        return find_hyphened(text, at)
    return find_noun(text, at, hyphen=False, single=True)


def _find_span(text: str, match: re.Match[str], at: int) -> tuple[str, int] | None:
    """ "An eight day span" are eight days."""
    span = _SPAN.match(text, at)
    article = span and _ARTICLE_BEFORE.search(text, max(0, match.start() - 7), match.start())
    return (span[1] + "s", span.end(1)) if span and article else None


def _find_child(text: str, at: int) -> tuple[str, int] | None:
    """ "A mother of three lives", "a family of four spends": no noun, unless it is one for children."""
    noun = find_noun(text, at, hyphen=False)
    return noun if noun and noun[0] in _CHILDREN else None


def _find_start(match: re.Match[str], approx: str | None) -> int:
    start = max(match.start(), match.end("from"))
    if match["approx"] and not approx:
        start = match.end("approx") + 1
        start += 4 * match.string.startswith("the ", start)
        start += 2 * bool(_ARTICLE.match(match.string, start))
    return start


def _as_measure(text: str, match: re.Match[str], found: Quantity) -> Quantity:
    """ "A year and a half of talks": the unit is no noun that is counted."""
    half = _AND_HALF.match(text, found.span.end, found.span.end + 12)
    if half:
        span = replace(found.span, end=half.end())
        found = replace(found, low=found.low + 0.5, high=found.high + 0.5, span=span)
    heat = _SCALE_OF_HEAT.match(text, found.span.end) if found.unit == "degrees" else None
    if heat:
        return replace(
            found, kind="measure", unit="degrees" + heat.group(), counted=None, span=replace(found.span, end=heat.end())
        )
    if (per := _PER.match(text, found.span.end)) and found.unit and found.unit not in _TIMES:
        rate = f"{spell_measure(found.unit)} per {per[1]}"
        return replace(found, kind="measure", unit=rate, counted=None, span=replace(found.span, end=per.end()))
    within = text[max(0, match.start() - 8) : match.start()].endswith(("ithin ", "nside "))
    further = None if within or _DOING.match(text, found.span.end) else _find_whole(text, found.span.end)
    square = next((f"{kind} " for kind in ("square", "nautical") if f" {kind} " in found.span.of(text)), "")
    unit = square + spell_measure(found.unit) if found.unit else None
    whole = further[0] if further and not is_measure(further[0]) else None  # none: "weeks of last year"
    return replace(found, kind="measure", unit=unit, counted=whole)


def _with_late_suffix(text: str, found: Quantity) -> Quantity:
    """ "65 years or older", "40 people or so"; "and over" only of years, for "40 men and over a dozen dogs"."""
    match = _SUFFIX.match(text, found.span.end, found.span.end + 22)
    if not match or found.approximator or (match[1].startswith("and") and found.unit != "years"):
        return found
    return replace(found, approximator=find_suffix(match[1]), span=replace(found.span, end=match.end()))


def _without_inner_number(text: str, at: int, found: Quantity) -> Quantity:
    """ "Two eight-hour sessions": the words of the second number are its own."""
    inner = _INNER_NUMBER.search(text, at, found.span.end)
    return replace(found, span=replace(found.span, end=at)) if inner else found


def _read_values(match: re.Match[str]) -> tuple[float, float]:
    if match["parts"]:
        value = read_part(match["num"], match["den"])
    elif match["half"]:
        value = 50.0
    elif match["inof"]:
        value = read_ratio(match["inn"], match["ofn"])
    elif match["fraction"]:
        value = 100 * int(match["fn"]) / int(match["fd"])
    elif match["single"]:
        value = 1.0
    elif match["ratio"]:
        value = read_number(re.split(r"[-\s]to[-\s]", match["ratio"])[0])
    elif match["glyph"]:
        value = read_glyph(match["glyph"])
    elif match["multiple"]:
        value = read_multiple(match["multiple"])
    elif match["vague"]:
        return read_vague(match["vague"])
    else:
        low, high = read_range(match["low"], match["high"])
        return (-high, -low) if match["sign"] else (low, high)
    return value, value


def _read_approximator(text: str, match: re.Match[str]) -> str | None:
    """ "Served under five presidents" is no bound, nor "40 hours over two days" or "below the 85 percent"."""
    if not _is_bound(text, match) or (match["approx"] and text.startswith(" the ", match.end("approx"))):
        return None  # "more than the nine contests", "what about the 800 workers"
    if (match["approx"] or "").lower() in ("under", "over", "above", "below"):
        before = text[max(0, match.start() - 16) : match.start()]
        if match["approx"].lower() == "under" and _LAWS.match(text, match.end()):
            return None
        if match["approx"].lower() == "over" and _LASTING.match(text, match.end()) and not _FOR_OVER.search(before):
            return None
        if _UNDER.search(before) or (_HAND_OVER.search(before) and not _LENGTH.match(text, match.end())):
            return None
    if _is_no_bound(text, match, (match["approx"] or "").lower()):
        return None
    couple = (match["vague"] or "").lower().startswith("a couple")
    return find_approximator(match["approx"]) or ("about" if couple else None)


def _is_no_bound(text: str, match: re.Match[str], approx: str) -> bool:
    """ "A book about 40 men", "a talk about one of us", "maybe one day", "rose up to 40"."""
    before = text[max(0, match.start() - 16) : match.start()]
    if approx == "about" and _is_one(match) and _SOME_DAY.match(text, match.end()):
        return True
    if approx in ("about", "around"):
        topic = _TOPIC if approx == "about" else _CENTRED
        return bool(topic.search(before)) or (_is_one(match) and text.startswith(" of ", match.end()))
    if approx in ("closer to", "nearer to", "nearer"):
        return not match["currency"] and bool(_MOVED_NEAR.search(before))
    if approx in ("perhaps", "maybe"):
        return _is_one(match)
    return approx == "up to" and bool(_MOVED_UP.search(before) or _FROM_BELOW.match(text, match.end()))


def _is_one(match: re.Match[str]) -> bool:
    return (match["low"] or "").lower() == "one" and not match["high"]


def _is_bound(text: str, match: re.Match[str]) -> bool:
    """ "Climbed past 3,800", not "the past 30 days" or "ran past 40 ships"; "a fraction of 1 percent"."""
    approx = (match["approx"] or "").lower()
    if approx in _NEARS:
        large = match["currency"] or AFTER.match(text, match.end()) or _LARGE.search(match["low"] or "")
        moved = approx[0] != "t" or _CLIMBED.search(text, max(0, match.start() - 16), match.start())
        return bool(match["low"] and large and moved)
    if approx in _PASSES:
        return bool(match["low"]) and not match["currency"] and bool(_LARGE.search(match["low"]))
    if approx not in ("past", "a fraction of"):
        return True
    if match["approx"][0] in "aA":
        return bool(match["low"]) and read_number(match["low"]) == 1
    before = text[max(0, match.start() - 16) : match.start()]
    if _CLIMBED.search(before):
        return True
    return bool(match["low"]) and "," in match["low"] and not _NOT_PAST.search(before)


def _find_whole(text: str, at: int) -> tuple[str, int] | None:
    """What a share or a stretch of time is of: "of voters", "of the population", "half the country"."""
    direct = (
        (" the ", " its ", " their ")
        if text[max(0, at - 8) : at].lower().endswith(("half", "double", "triple"))
        else ()
    )
    if not text.startswith((" of ", *direct), at):
        return None
    return find_noun(text, at, hyphen=False, linked=False) or find_noun(
        text, at, hyphen=False, single=True, linked=False
    )


def _find_own_unit(match: re.Match[str]) -> tuple[str | None, QuantityKind]:
    """The unit that the number itself tells."""
    if match["parts"] or match["half"] or match["inof"] or match["fraction"] or match["glyph"]:
        return "percent", "share"
    if match["currency"] or match["cur2"]:
        return find_currency(match["currency"] or match["cur2"]), "money"
    if match["multiple"] or match["ratio"]:
        often = (match["multiple"] or "").lower()
        alone = often == "once" or (often == "twice" and not _AS.match(match.string, match.end()))
        return "times", "count" if alone else "multiple"
    return None, "ordinal" if match["ordinal"] else "count"


def _read_unit(after: re.Match[str]) -> tuple[str | None, QuantityKind]:
    if after["money"]:
        return find_currency(after["money"]), "money"
    if after["metric"]:
        return after["metric"].strip(), "measure"
    if after["degrees"]:
        scale = _HEAT_SCALES.get(after["degrees"][-1:].upper())
        return f"degrees {scale}" if scale else "degrees", "measure"
    words = after["percent"].lower()
    if "basis" in words:
        return "basis points", "share"
    return ("percentage points" if "point" in words else "percent"), "share"


def _read_suffix(text: str, end: int, approx: str | None, *, plus: bool) -> tuple[str | None, int]:
    match = _SUFFIX.match(text, end, end + 22)
    if match:
        return find_suffix(match.group(1)), match.end()
    return (approx or "at least") if plus else approx, end
