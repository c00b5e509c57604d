"""The value, unit and approximator of a number, and what it counts."""

import re

from models.base import Span
from models.quantities_grammar import AFTER, Quantity, QuantityKind
from models.quantities_nouns import find_noun, find_noun_of_number, is_measure
from models.quantities_numbers import (
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
_SUFFIX = re.compile(
    r"\s(or\s(?:more|so|fewer|less|higher|older|younger)|and\s(?:older|over|up|above|younger|under)(?!\s[a-z]*\d))\b"
)
_TOPIC = re.compile(
    r"\b(?:writ|wrote|talk|spe[ao]k|spoke|ask|learn|kn[eo]w|think|thought|worr|tell|told|hear|read|complain|stor|question|concern"
    r"|care|jok|lie|anything|something|book|joke|film|song|revolv)\w*\s$"
)
_AS = re.compile(r"\s(?:as|the|that|its|his|her|their|what)\b")
_UNDER = re.compile(
    r"\b(?:serv|work|liv|fight|argu|disput|presid|battl|fought|control)\w*\s$|\b(?:hand|turn|took|take|taking|get|run|pass|rol)\w*\s$"
)


def complete(text: str, match: re.Match[str]) -> Quantity:
    """The quantity of a match of the grammar, with the unit and noun behind it."""
    values = _read_values(match)
    end = match.end()
    unit, kind = _find_own_unit(match)
    after = None if match["multiple"] or match["ratio"] else AFTER.match(text, end)
    if after:
        end = after.end()
        unit, kind = _read_unit(after)
        if after["money"] and is_cents(after["money"]):
            values = (values[0] / 100, values[1] / 100)
    elif match["vague"] and (sum_of := _OF_MONEY.match(text, end)):
        end, unit, kind = sum_of.end(), find_currency(sum_of[1]), "money"
    approx, end = _read_suffix(text, end, _read_approximator(text, match), plus=bool(match["plus"]))
    approx = "about" if approx is None and (match["vague"] or "").startswith("a couple") else approx
    noun = None
    if kind == "share":
        noun = find_noun(text, end, hyphen=False) if match["inof"] else _find_whole(text, end)
    elif unit is None or text.startswith(" of ", end):
        hyphen = not after and text[end : end + 1] == "-"
        noun = find_noun(text, end, hyphen=hyphen, single=values[1] == 1 or bool(match["ordinal"]))
    if unit is None and noun:
        end = noun[1]
        kind = "measure" if is_measure(noun[0]) and not match["ordinal"] else kind
    counted = noun[0] if noun else find_noun_of_number(text, end)
    unit = unit or counted
    if kind == "measure":
        within = text[max(0, match.start() - 8) : match.start()].endswith(("ithin ", "nside "))
        further = None if within else _find_whole(text, end)
        counted = further[0] if further else None
    starts = [match.start(), match.end("from"), match.end("approx") + 1 if match["approx"] and not approx else 0]
    span = Span(max(starts), end)
    return Quantity(*values, unit, approx, span, counted, bool(match["ordinal"]), kind)


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
    """ "Served under five presidents" is no bound."""
    if (match["approx"] or "").lower() in ("under", "over"):
        before = text[max(0, match.start() - 16) : match.start()]
        if _UNDER.search(before):
            return None
    if (match["approx"] or "").lower() in ("about", "around") and _TOPIC.search(
        text[max(0, match.start() - 16) : match.start()]
    ):
        return None
    return find_approximator(match["approx"])


def _find_whole(text: str, at: int) -> tuple[str, int] | None:
    """What a share or a stretch of time is of: "of voters", "of the population", "half the country"."""
    if not text.startswith((" of ", " the ", " its ", " their "), at):
        return None
    return find_noun(text, at, hyphen=False, linked=False) or find_noun(text, at, hyphen=False, single=True)


def _find_own_unit(match: re.Match[str]) -> tuple[str | None, QuantityKind]:
    """The unit that the number itself tells."""
    if match["parts"] or match["half"] or match["inof"] or match["fraction"] or match["glyph"]:
        return "percent", "share"
    if match["currency"] or match["cur2"]:
        return find_currency(match["currency"] or match["cur2"]), "money"
    if match["multiple"] or match["ratio"]:
        alone = (match["multiple"] or "").lower() == "twice" and not _AS.match(match.string, match.end())
        return "times", "count" if alone else "multiple"
    return None, "ordinal" if match["ordinal"] else "count"


def _read_unit(after: re.Match[str]) -> tuple[str | None, QuantityKind]:
    if after["money"]:
        return find_currency(after["money"]), "money"
    if after["degrees"]:
        return "degrees", "measure"
    words = after["percent"].lower()
    if "basis" in words:
        return "basis points", "share"
    return ("percentage points" if "point" in words else "percent"), "share"


def _read_suffix(text: str, end: int, approx: str | None, *, plus: bool) -> tuple[str | None, int]:
    match = _SUFFIX.match(text, end, end + 14)
    if match:
        return find_suffix(match.group(1)), match.end()
    return (approx or "at least") if plus else approx, end
