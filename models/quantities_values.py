"""The numbers and dates of a claim as values to show: derived from its words, never stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.base import Span
from models.composition import Composed, compose
from models.quantities import Period, Quantity, QuantityKind, find_period, find_quantities
from models.quantities_context import find_days
from models.quantities_date_mention import DateMention, Precision
from models.quantities_links import blank_links
from models.quantities_parts import find_part
from models.remembering import remembered


@dataclass(frozen=True)
class QuantityValue:
    """A number of a claim; its `words` stand verbatim at start:end of the article.

    `low` and `high` differ for ranges and for words like "hundreds". `unit` is "percent", a currency code or a measure,
    and None for plain counts; `of` is what is counted, or what the share, sum or measure is of; of a rate it tells what
    it is per ("tests per 100,000", "per hour"), and the words do, too. `approximator` is one
    of about, nearly, at least, more than, less than, at most, exactly, or None.
    """

    words: str
    start: int
    end: int
    kind: QuantityKind
    low: int | float
    high: int | float
    unit: str | None
    of: str | None
    approximator: str | None


@dataclass(frozen=True)
class DateValue:
    """A date of a claim; its `words` stand verbatim at start:end of the article.

    `precision` is that of the words; `first` and `last` are the days meant (ISO 8601, both included), None where the
    words and the day of publication do not settle it. `part` is a part of the day or a clock time ("before 12:00" is
    shortly before noon). The precision "part" is that of "early February" (a third of the period), "the end of 2014"
    (a sixth) and "the first three months of 2020". `ambiguous`: day and month could be exchanged.
    """

    words: str
    start: int
    end: int
    precision: Precision
    first: str | None
    last: str | None
    part: str | None
    ambiguous: bool


@dataclass(frozen=True)
class Values:
    """What a claim says in numbers and dates, in the order of its words."""

    quantities: tuple[QuantityValue, ...] = ()
    dates: tuple[DateValue, ...] = ()


def find_values(quote: str, *, start: int = 0, published_at: str | None = None, language: str = "en") -> Values:
    """The values of a quote that stands at `start` of its article; days seen from `published_at` (ISO 8601).

    Of other languages than English nothing is said.
    """
    if not language.lower().startswith("en"):
        return Values()
    return _find_values(quote, start, (published_at or "")[:10])


@remembered(4096)
def _find_values(quote: str, start: int, published_at: str) -> Values:
    composed = compose(quote)
    reader = _Reader(quote, composed, blank_links(composed.text), start)
    dates = tuple(reader.find_dates(read_day(published_at)))
    weeks = [d for d in dates if d.precision in ("week", "part", "quarter")]
    found = (q for q in reader.find_quantities() if not any(w.start <= q.start < w.end for w in weeks))
    return Values(tuple(found), dates)


def read_day(published_at: str | None) -> date | None:
    """The day of an ISO 8601 time; None for anything else."""
    try:
        return date.fromisoformat((published_at or "")[:10])
    except ValueError:
        return None


@dataclass(frozen=True)
class _Reader:
    quote: str
    composed: Composed
    text: str
    start: int

    def find_quantities(self) -> Iterator[QuantityValue]:
        for found in find_quantities(self.text):
            words, start, end = self._place(found.span)
            low, high = _plain(found.low), _plain(found.high)
            unit = None if found.kind in ("count", "ordinal") else found.unit
            yield QuantityValue(words, start, end, found.kind, low, high, unit, _find_of(found), found.approximator)

    def find_dates(self, published: date | None) -> Iterator[DateValue]:
        held: DateValue | None = None
        for found, seen_from in find_days(self.text, published):
            value = self._read_date(found, find_period(found, seen_from))
            if held and held.end <= value.start:  # else "the last week of March", of which "last week" is no date
                yield held
            held = value
        if held:
            yield held

    def _read_date(self, found: DateMention, period: Period | None) -> DateValue:
        part = find_part(self.text, found, period)
        words, start, end = self._place(part.span if part else found.span)
        first, last = _as_iso(part.period if part else period)
        precision, clock = (part.precision, part.clock) if part else (_find_precision(found), found.part)
        return DateValue(words, start, end, precision, first, last, clock, found.ambiguous)

    def _place(self, span: Span) -> tuple[str, int, int]:
        origin = self.composed.find_origin(span)
        return origin.of(self.quote), self.start + origin.start, self.start + origin.end


def _find_of(found: Quantity) -> str | None:
    return found.counted if found.kind != "age" else None


def _find_precision(found: DateMention) -> Precision:
    """ "Yesterday" is a day, "last month" a month; what has no length of its own stays relative."""
    if found.precision != "relative" or found.unit is None or found.offset is None:
        return found.precision
    return "week" if found.unit == "weekend" else found.unit


def _plain(number: float) -> int | float:
    """40 instead of 40.0, and at most ten digits behind the point."""
    return int(number) if number.is_integer() and abs(number) < 1e18 else round(number, 10)


def _as_iso(period: Period | None) -> tuple[str | None, str | None]:
    return (period.first.isoformat(), period.last.isoformat()) if period else (None, None)
