"""Ages: "Rell, 67,", "a 45-year-old sailor", "children under six", "aged 12 to 14"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from models.base import Span
from models.quantities_grammar import Quantity
from models.quantities_numbers import find_suffix

_NEXT_AGE = re.compile(r"(?:,|\sand|,\sand|\sor)\s")
_AGE = re.compile(r"[A-Z][\w.’'-]*,?\s?(?:Jr\.|Sr\.)?,\s(?:now\s|then\s)?$|\b(?:aged?|ages|ages?\sof)\s$")
_OLDER = re.compile(r"(?:or|and)\s(?:older|younger|over|under)$")
_BOUND_BEHIND = re.compile(r"\s((?:or|and)\s(?:older|younger|over|under))\b(?!\s(?:\d|an?\s))")
_OLDER_THAN = re.compile(r"(?:no\s)?(?:older|younger)\sthan\b", re.IGNORECASE)
_INSERTED = re.compile(r"[a-z]{3},\s$")
_AGE_END = re.compile(r"\s?[,.;)—–]|\s?$|\s(?:and|to|or|who|was|is|when|told|said)\b")
_BEARER = re.compile(
    r"\b(?:child(?:ren)?|kids?|everybody|people|adults?|those|anyone|everyone|persons?|voters|women|men|girls|boys)\s$",
    re.IGNORECASE,
)
_OF_AGE = re.compile(
    r"\b(?:(under|below|over|above)\s)?(?:the\sage\sof|(?:(?<=under\s)|(?<=below\s)|(?<=over\s)|(?<=above\s))age)\s$"
)
_SENTENCE_END = re.compile(r"[.;)](?!\d)|$")
_AGED = (None, "years")
_OLD = re.compile(r"[-\s]old\b")
_NEAR_AGE = re.compile(r"\bage\s(?:of\s|to\s|from\s\d\d\sto\s|limit\sto\s|at\s|is\s)?$")
_WAS = re.compile(r"\b(?:was|were)\s(?:just\s|only\s|about\s)?$")
_WHEN = re.compile(r"\swhen\s(?:he|she|they|I)\b")
_AGE_GROUP = re.compile(
    r"\b(?:average|median|mean)\sage\s(?:[\w’'-]+\s){0,5}(?:is|was|of)\s$"
    r"|\bage\s(?:group|range|bracket)s?\W{1,4}(?:of\s|is\s|from\s)?$"
)
_AGED_BEFORE = re.compile(r"\b(?:aged?|ages)\s$")
_AGE_AFTER = re.compile(r"\s(?:age|years?[-\s]of[-\s]age)\b")
_NAMED_IS = re.compile(r"\b[A-Z][a-z’'-]+\s(?:is|was)\s(?:now\s|just\s|only\s)?$|\bturn(?:s|ed|ing)\s$")
_AFTER_NAMED = re.compile(r"[,.;—–)]|$|\s(?:and|but|when)\b")
_YEAR_OLD = re.compile(r"\s(?:year|yr)s?-old\b")
_LIMIT = re.compile(r"\bage\b[^.;,%$]{0,60}\sfrom\s(?P<low>\d\d)\sto\s\d\d\b(?!\s[a-z]+s\b|%|\sper|[.,]\d)")
_BOUNDS = {"under": "less than", "below": "less than", "over": "more than", "above": "more than"}
_OLDEST = 120
_DECADE = 9


_WHO_IS = re.compile(
    r"\b(?:(?:have|has|had)\sto\sbe|I[’']m|I\swas|(?:who|she|he|man|woman|boy|girl|daughter|son|brother|sister|mother|father|wife|husband)(?:[’']s|\sis|\swas|\s(?:just\s|recently\s)?turn(?:s|ed)))"
    r"\s(?:only\s|just\s|now\s|already\s)?$"
)
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_IN_DECADE = re.compile(
    rf"(?:(?:\bin(?:to)?\s(?:his|her|their|my|our)\s|(?<=ies\sand\s)|(?<=ies\sor\s))(?P<part>(?:early|mid|late)(?:\s|-\s?))?|(?<=\s[2-9]0s\sand\s)|(?<=\s[2-9]0s\sor\s))(?P<decade>[2-9]0s|{'|'.join(_DECADES)})\b",
    re.IGNORECASE,
)


_PARTS_OF_DECADE = {"": (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_SOMETHING = re.compile(
    rf"(?<![\w.,$£€])(?P<decade>(?:[2-9]0|(?i:{'|'.join(d.replace('ies', 'y') for d in _DECADES)}))-?somethings?)\b"
)


def find_decades_of_life(text: str) -> Iterator[Quantity]:
    """ "In her 70s" is an age of 70 to 79, and that of "20-somethings" 20 to 29."""
    if "0s" not in text and "ties" not in text and "something" not in text:
        return
    for match in (*_IN_DECADE.finditer(text), *_SOMETHING.finditer(text)):
        word = match["decade"].lower()
        low = float(word[:2]) if word[0].isdigit() else 10.0 * ([d[:4] for d in _DECADES].index(word[:4]) + 2)
        part = (match.groupdict().get("part") or "").lower().rstrip(" -")
        first, last = _PARTS_OF_DECADE[part]
        start = match.start("part") if part else match.start("decade")
        yield Quantity(low + first, low + last, "years", None, Span(start, match.end("decade")), kind="age")


def as_age(text: str, quantity: Quantity) -> Quantity:
    """The quantity as an age, where the words around it say so; else as it is."""
    words, before = quantity.span.of(text), text[max(0, quantity.span.start - 24) : quantity.span.start]
    old = 4 if _OLD.match(text, quantity.span.end) else 0
    if quantity.unit in _AGED and quantity.kind in ("count", "measure") and _OLDER_THAN.match(words):
        found = replace(quantity, span=replace(quantity.span, end=quantity.span.end + old))
        return _of_years(found) if 0 < quantity.high < _OLDEST else quantity
    if quantity.unit == "years" and old:
        return _with_bound(
            text, replace(quantity, kind="age", span=replace(quantity.span, end=quantity.span.end + old))
        )
    if _is_in_years(text, quantity, words):
        return _of_years(quantity)
    bound = _OF_AGE.search(before)
    if quantity.unit is None and bound:
        return _of_years(replace(quantity, approximator=_BOUNDS.get(bound[1] or "")))
    return _of_years(quantity) if quantity.unit is None and _is_told_as_age(text, quantity, before) else quantity


def _with_bound(text: str, age: Quantity) -> Quantity:
    """ "15 years old or younger"."""
    bound = _BOUND_BEHIND.match(text, age.span.end)
    if not bound or age.approximator:
        return age
    return replace(age, approximator=find_suffix(bound[1]), span=replace(age.span, end=bound.end()))


def _is_in_years(text: str, quantity: Quantity, words: str) -> bool:
    """ "45-year-old", "65 years or older"."""
    if "year-old" in words or words.endswith(("years-old", " year olds")):
        return True
    return bool(_YEAR_OLD.match(text, quantity.span.end) or (quantity.unit in _AGED and _OLDER.search(words)))


def _is_told_as_age(text: str, quantity: Quantity, before: str) -> bool:
    """Of a number without unit: "at age 17", "when he was 12", "the average age … was 40"."""
    near = _NEAR_AGE.search(before) or _AGED_BEFORE.search(before) or _is_of_person(text, quantity, before)
    if quantity.kind == "count" and near:
        return True
    if _WAS.search(before) and _WHEN.match(text, quantity.span.end):
        return True
    start = max(0, quantity.span.start - 80)
    group = "age" in text and _AGE_GROUP.search(text, start, quantity.span.start)
    return bool(group) or _is_of_limit(text, quantity, before) or _is_bare_age(text, quantity, before)


def _is_of_limit(text: str, quantity: Quantity, before: str) -> bool:
    """Both numbers of "raised the age to buy a boat from 18 to 21"."""
    plain = quantity.kind == "count" and quantity.unit is None and not quantity.approximator
    if not plain or not 0 < quantity.low <= quantity.high < _OLDEST or not before.endswith((" from ", " to ")):
        return False
    limit = _LIMIT.search(text, max(0, quantity.span.start - 90), quantity.span.end + 16)
    return limit is not None and limit.start("low") <= quantity.span.start < limit.end()


def _is_of_person(text: str, quantity: Quantity, before: str) -> bool:
    """ "Odo Rell is 59, and", "the 25-54 age group"."""
    if not 10 <= quantity.low <= quantity.high < _OLDEST or quantity.approximator or not quantity.low.is_integer():
        return False
    if _AGE_AFTER.match(text, quantity.span.end):
        return True
    return bool(_NAMED_IS.search(before) and _AFTER_NAMED.match(text, quantity.span.end))


def _of_years(quantity: Quantity) -> Quantity:
    return replace(quantity, unit="years", kind="age", counted=None)


def _is_bare_age(text: str, quantity: Quantity, before: str) -> bool:
    if not 0 < quantity.high < _OLDEST or quantity.kind != "count":
        return False
    if quantity.approximator:
        return quantity.approximator in ("less than", "more than") and bool(_BEARER.search(before))
    if not _AGE_END.match(text, quantity.span.end):
        return False
    inserted = quantity.low >= 10 and _INSERTED.search(before) and text.startswith(", ", quantity.span.end)
    return bool(_AGE.search(before) or inserted or _WHO_IS.search(before))


def join_ages(text: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """ "aged 16, 13 and 7" gives three ages; "the oldest, 78, against the youngest, 38." two."""
    last: Quantity | None = None
    aged = False
    for given in found:
        quantity = _of_years(given) if aged and _is_closing_age(text, given) else given
        follows = (
            last
            and last.kind == "age"
            and last.high - last.low < _DECADE
            and _NEXT_AGE.fullmatch(text, last.span.end, quantity.span.start)
        )
        last = replace(quantity, unit="years", kind="age") if follows and quantity.unit in _AGED else quantity
        aged = aged or last.kind == "age"
        yield last


def _is_closing_age(text: str, quantity: Quantity) -> bool:
    plain = quantity.kind == "count" and quantity.unit is None and quantity.approximator is None
    before = text[max(0, quantity.span.start - 8) : quantity.span.start]
    return (
        plain
        and 10 <= quantity.high < _OLDEST
        and bool((_INSERTED.search(before) or before.endswith(" at ")) and _SENTENCE_END.match(text, quantity.span.end))
    )
