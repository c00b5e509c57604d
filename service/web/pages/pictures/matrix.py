"""A matrix of names: how often any two of them meet. One count fills the half below the diagonal, one that above."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

CELL = 36.0
LETTER = 7.0
"""Width of a letter of the labels, about; the style's font is not known here."""
LONGEST = 22
"""Letters of a name that are written; the table has it whole."""
FAINTEST, STRONGEST = 0.1, 0.45
"""Opacity of the fill: over the strongest the number still has a contrast above 4.5, in the light and in the dark."""

Counts = Mapping[tuple[str, str], int]


@dataclass(frozen=True)
class Label:
    """A name at the edge: beside its row it ends at `x`, above its column it begins at `y`."""

    name: str
    written: str
    x: float
    y: float


@dataclass(frozen=True)
class Cell:
    """A count where a row and a column meet, its corner and its middle; `half` is "below" or "above"."""

    row: str
    column: str
    count: int
    half: str
    x: float
    y: float
    opacity: float


@dataclass(frozen=True)
class MatrixPicture:
    """The whole picture; `blanks` are the corners of the cells on the diagonal."""

    width: float
    height: float
    cell: float
    left: float
    top: float
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    cells: tuple[Cell, ...]
    blanks: tuple[tuple[float, float], ...]


def draw_matrix(names: Sequence[str], below: Counts, above: Counts) -> MatrixPicture:
    """The names in their order; counts by pairs of names, whichever stands first. Pairs without any are left out."""
    room = LETTER * max((len(_written(name)) for name in names), default=0) + 10
    side = room + CELL * len(names)
    middles = [round(room + CELL * (at + 0.5), 1) for at in range(len(names))]
    labels = [(name, _written(name)) for name in names]
    return MatrixPicture(
        side + 1,
        side + 1,
        CELL,
        room,
        room,
        rows=tuple(Label(*label, room - 8, middle) for label, middle in zip(labels, middles, strict=True)),
        columns=tuple(Label(*label, middle, room - 8) for label, middle in zip(labels, middles, strict=True)),
        cells=_half(names, below, "below", room) + _half(names, above, "above", room),
        blanks=tuple((middle - CELL / 2, middle - CELL / 2) for middle in middles),
    )


def _half(names: Sequence[str], counts: Counts, half: str, room: float) -> tuple[Cell, ...]:
    most = max((_count(counts, one, other) for one in names for other in names), default=0)
    places = ((row, column) for row in range(len(names)) for column in range(len(names)))
    found = (place for place in places if (place[0] > place[1] if half == "below" else place[0] < place[1]))
    return tuple(
        Cell(
            names[row],
            names[column],
            count,
            half,
            round(room + column * CELL, 1),
            round(room + row * CELL, 1),
            _opacity(count, most),
        )
        for row, column in found
        if (count := _count(counts, names[row], names[column]))
    )


def _count(counts: Counts, one: str, other: str) -> int:
    return counts.get((one, other)) or counts.get((other, one)) or 0


def _opacity(count: int, most: int) -> float:
    return round(FAINTEST + (STRONGEST - FAINTEST) * count / most, 2)


def _written(name: str) -> str:
    bare = " ".join(name.split())
    return bare if len(bare) <= LONGEST else f"{bare[: LONGEST - 1].rstrip()}…"
