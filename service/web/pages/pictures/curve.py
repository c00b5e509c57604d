"""A curve: the values that something was said to have, over time. It steps from one state to the next."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from service.web.pages.pictures.axes import Scale, Tick, find_day_ticks, find_round_numbers, number_words

HEIGHT = 250.0
TOP, BOTTOM, RIGHT = 22.0, 34.0, 30.0
LETTER = 7.2
"""Width of a digit of the labels, about."""
LABEL = 92.0
CLOSE = 26.0
"""A label above a dot reaches so far up."""


@dataclass(frozen=True)
class CurvePoint:
    """A value from `low` to `high` that somebody gave on a day (ISO 8601; what follows the day is not looked at).

    Points with the same `state` say the same of the same time: the line goes through the first of each state. Points
    that are not to be joined have a state of their own, or `joined` false.
    """

    day: str
    low: float
    high: float
    state: Hashable = None
    joined: bool = True


@dataclass(frozen=True)
class Dot:
    """One value on one day. `numbers` are the points that gave it, counted from 1 in the order they were given.

    A range goes from `top` to `bottom`; for a single value both are `y`. The label stands above, or `aside` where
    another dot is in the way.
    """

    x: float
    y: float
    top: float
    bottom: float
    numbers: tuple[int, ...]
    aside: bool = False

    @property
    def label(self) -> str:
        """The numbers in few letters: "1", "2, 3", "4–9"."""
        first, last = self.numbers[0], self.numbers[-1]
        if len(self.numbers) > 2 and last - first == len(self.numbers) - 1:
            return f"{first}–{last}"
        return ", ".join(map(str, self.numbers[:3])) + (" …" if len(self.numbers) > 3 else "")


@dataclass(frozen=True)
class Curve:
    """The whole picture: `line` is the `points` of a polyline, empty for fewer than two states."""

    width: int
    height: float
    left: float
    right: float
    bottom: float
    line: str
    dots: tuple[Dot, ...]
    values: tuple[Tick, ...]
    days: tuple[Tick, ...]


def draw_curve(points: Sequence[CurvePoint], *, width: int) -> Curve | None:
    """The picture of these points; None when no point has a day that can be read."""
    known = [(number, day, point) for number, point in enumerate(points, 1) if (day := read_day(point.day))]
    if not known:
        return None
    lows, highs = [point.low for _, _, point in known], [point.high for _, _, point in known]
    marks = find_round_numbers(min(lows), max(highs))
    left = LETTER * max(len(number_words(mark)) for mark in marks) + 14
    first, last = min(day for _, day, _ in known), max(day for _, day, _ in known)
    across = Scale(first.toordinal(), last.toordinal(), left + 12, width - RIGHT)
    up = Scale(marks[0], marks[-1], HEIGHT - BOTTOM, TOP)
    return Curve(
        width,
        HEIGHT,
        left,
        width - RIGHT + 12,
        HEIGHT - BOTTOM,
        line=_line(known, across, up),
        dots=_dots(known, across, up),
        values=tuple(Tick(up.at(mark), number_words(mark)) for mark in marks),
        days=_days(first, last, across),
    )


def read_day(written: str | None) -> date | None:
    """The day of an ISO 8601 date or time; None where it names none."""
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


Known = Sequence[tuple[int, date, CurvePoint]]


def _dots(known: Known, across: Scale, up: Scale) -> tuple[Dot, ...]:
    """Points at one place are one dot."""
    places: dict[tuple[float, float, float], list[int]] = defaultdict(list)
    for number, day, point in known:
        places[across.at(day.toordinal()), up.at(point.high), up.at(point.low)].append(number)
    dots = [
        Dot(x, round((top + bottom) / 2, 1), top, bottom, tuple(numbers))
        for (x, top, bottom), numbers in sorted(places.items())
    ]
    return tuple(replace(dot, aside=any(_is_over(other, dot) for other in dots)) for dot in dots)


def _is_over(other: Dot, dot: Dot) -> bool:
    """Whether the other dot stands where the label would."""
    return abs(other.x - dot.x) < CLOSE / 2 and 0 < dot.top - other.y < CLOSE


def _line(known: Known, across: Scale, up: Scale) -> str:
    """A value holds until the next state is told, the last one until it was told last."""
    states: dict[Hashable, tuple[date, CurvePoint]] = {}
    until = max(day for _, day, point in known if point.joined) if any(one.joined for *_, one in known) else None
    for number, day, point in sorted(known, key=lambda one: (one[1], one[0])):
        if point.joined:
            states.setdefault(("alone", number) if point.state is None else point.state, (day, point))
    corners: list[tuple[float, float]] = []
    for day, point in states.values():
        x, y = across.at(day.toordinal()), up.at((point.low + point.high) / 2)
        corners += [(x, corners[-1][1]), (x, y)] if corners else [(x, y)]
    if until and corners:
        corners.append((across.at(until.toordinal()), corners[-1][1]))
    return " ".join(f"{x},{y}" for x, y in corners) if len(states) > 1 else ""


def _days(first: date, last: date, across: Scale) -> tuple[Tick, ...]:
    room = max(int((across.end - across.start) // LABEL), 1)
    ticks = (Tick(across.at(day.toordinal()), label) for day, label in find_day_ticks(first, last, room))
    return tuple(tick for tick in ticks if tick.at <= across.end - LABEL / 4 or tick.at == across.start) or (
        Tick(across.at(first.toordinal()), f"{first:%Y-%m-%d}"),
    )
