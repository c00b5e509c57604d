"""Bars: counts over time, several strips of them over one axis, each on a scale of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from service.web.pages.pictures.axes import Scale, Tick

EDGE = 2.0
STRIP = 62.0
HEAD = 24.0
FOOT = 26.0
WIDEST = 28.0
LABEL = 84.0
"""Room that the words under the axis need: so far apart they stand."""


@dataclass(frozen=True)
class Bar:
    """One count: where its bar stands; `height` is 0 for none."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Strip:
    """One row of bars under its name; `most` is the count of the highest."""

    name: str
    kind: str
    total: int
    most: int
    title_y: float
    baseline: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Bars:
    """The whole picture."""

    width: int
    height: float
    strips: tuple[Strip, ...]
    ticks: tuple[Tick, ...]


def draw_bars(counts: Sequence[tuple[str, str, Sequence[int]]], labels: Sequence[str], *, width: int) -> Bars:
    """One strip for each name, kind (a class of the style) and its counts; `labels` name the bars, the first to last.

    Every strip has as many counts as there are labels. Not all labels are written: only as many as have room.
    """
    slot = (width - 2 * EDGE) / max(len(labels), 1)
    strips = tuple(_strip(row, at, slot) for at, row in enumerate(counts))
    return Bars(width, len(strips) * (HEAD + STRIP) + FOOT, strips, _ticks(labels, slot, width))


def _strip(row: tuple[str, str, Sequence[int]], at: int, slot: float) -> Strip:
    name, kind, counts = row
    top = at * (HEAD + STRIP) + HEAD
    most = max(counts, default=0)
    scale = Scale(0, max(most, 1), 0, STRIP - 6)
    bars = tuple(_bar(count, scale, slot, (position, top + STRIP)) for position, count in enumerate(counts))
    return Strip(name, kind, sum(counts), most, top - 8, top + STRIP, bars)


def _bar(count: int, scale: Scale, slot: float, place: tuple[int, float]) -> Bar:
    position, baseline = place
    width = min(max(slot - 1.5, slot * 0.7), WIDEST)
    height = max(scale.at(count), 1.5) if count else 0.0  # what is there can be seen, however little it is
    x = EDGE + position * slot + (slot - width) / 2
    return Bar(round(x, 1), round(baseline - height, 1), round(width, 1), height)


def _ticks(labels: Sequence[str], slot: float, width: int) -> tuple[Tick, ...]:
    """Words so far apart, and so far from the edges, that they have room."""
    middles = [round(EDGE + (at + 0.5) * slot, 1) for at in range(len(labels))]
    first = next((at for at, middle in enumerate(middles) if middle >= LABEL / 2), 0)
    step = max(1, -int(-LABEL // slot))
    ticks = [Tick(middles[at], labels[at]) for at in range(first, len(labels), step)]
    return tuple(tick for tick in ticks if tick.at <= width - LABEL / 2)
