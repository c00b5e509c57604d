"""Ages: "Rell, 67,", "a 45-year-old sailor", "children under six", "aged 12 to 14"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from models.quantities_grammar import Quantity

_NEXT_AGE = re.compile(r"(?:,|\sand|,\sand|\sor)\s")
_AGE = re.compile(r"[A-Z][\w.’'-]*,?\s?(?:Jr\.|Sr\.)?,\s$|\b(?:aged?|ages|ages?\sof)\s$")
_OLDER = re.compile(r"(?:or|and)\s(?:older|younger|over|under)$")
_INSERTED = re.compile(r"[a-z]{3},\s$")
_AGE_END = re.compile(r"\s?[,.;)]|\s?$|\s(?:and|to|or|who|was|is|told|said)\b")
_BEARER = re.compile(
    r"\b(?:child(?:ren)?|kids?|people|adults?|those|anyone|everyone|persons?|voters|women|men|girls|boys)\s$"
)
_OF_AGE = re.compile(r"\b(?:(under|below|over|above)\s)?the\sage\sof\s$")
_AGED = (None, "years")
_OLD = re.compile(r"[-\s]old\b")
_NEAR_AGE = re.compile(r"\bage\s(?:of\s|to\s|from\s\d\d\sto\s|limit\sto\s|at\s|is\s)?$")
_YEAR_OLD = re.compile(r"\s(?:year|yr)s?-old\b")
_BOUNDS = {"under": "less than", "below": "less than", "over": "more than", "above": "more than"}
_OLDEST = 120


def as_age(text: str, quantity: Quantity) -> Quantity:
    """The quantity as an age, where the words around it say so; else as it is."""
    words, before = quantity.span.of(text), text[max(0, quantity.span.start - 24) : quantity.span.start]
    if quantity.unit == "years" and _OLD.match(text, quantity.span.end):
        return replace(quantity, kind="age", span=replace(quantity.span, end=quantity.span.end + 4))
    if (
        "year-old" in words
        or _YEAR_OLD.match(text, quantity.span.end)
        or (quantity.unit in _AGED and _OLDER.search(words))
    ):
        return _of_years(quantity)
    bound = _OF_AGE.search(before)
    if quantity.unit is None and bound:
        return _of_years(replace(quantity, approximator=_BOUNDS.get(bound[1] or "")))
    if quantity.unit is None and quantity.kind == "count" and _NEAR_AGE.search(before):
        return _of_years(quantity)
    return _of_years(quantity) if quantity.unit is None and _is_bare_age(text, quantity, before) else quantity


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
    return bool(_AGE.search(before) or inserted)


def join_ages(text: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """ "aged 16, 13 and 7" gives three ages."""
    last: Quantity | None = None
    for quantity in found:
        follows = last and last.kind == "age" and _NEXT_AGE.fullmatch(text, last.span.end, quantity.span.start)
        last = replace(quantity, unit="years", kind="age") if follows and quantity.unit in _AGED else quantity
        yield last
