"""Outlets: who agrees with whom and who disputes what, as a picture and in numbers; and volume over time."""

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import quote_plus

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from models.remembering import remembered
from service.domain.comparisons import Relation
from service.reports.outlets import TOLD, OutletPair, find_outlet_pairs, rank_outlets
from service.reports.volume import Period, Volume, read_volume
from service.store.outlets import find_outlets
from service.store.volume import count_by_day
from service.web.deps import WorkspaceDep
from service.web.pages.asked import OutletsAsked
from service.web.pages.pictures.axes import MONTHS, day_words
from service.web.pages.pictures.bars import Bars, draw_bars
from service.web.pages.pictures.matrix import MatrixPicture, draw_matrix
from service.web.pages.pictures.sizes import in_sizes
from service.web.pages.rendering import render

router = APIRouter(include_in_schema=False)

MOST = 20
"""So many outlets stand in the picture, those with most pairs; the table has all."""
PAGE = 50
PICTURES: dict[str, tuple[Relation, Relation]] = {"facts": ("agrees", "contradicts"), "views": ("changed", "framing")}
"""What is drawn below the diagonal, and above it."""


@router.get("/outlets")
def outlets_page(asked: Annotated[OutletsAsked, Query()], request: Request, workspace: WorkspaceDep) -> HTMLResponse:
    """The matrix of the outlets with most pairs, all pairs of outlets as a table, and volume over time."""
    least = {relation: workspace.settings.least_confidence(relation) for relation in TOLD}
    with workspace.store.reading() as connection:
        pairs = find_outlet_pairs(connection, least, outlet=asked.outlet)
        days = count_by_day(connection, least=least["contradicts"], outlet=asked.outlet)
        outlets = find_outlets(connection)
    volume = read_volume(days)
    return render(
        request,
        "outlets.html",
        asked=asked,
        outlets=outlets,
        told=TOLD,
        drawn=PICTURES[asked.picture],
        matrix=None if asked.outlet else _draw(pairs, PICTURES[asked.picture]),
        pairs=pairs[asked.skip : asked.skip + PAGE],
        total=len(pairs),
        next_skip=str(asked.skip + PAGE) if len(pairs) > asked.skip + PAGE else None,
        volume=volume,
        bars=in_sizes(lambda width: draw_volume(volume, width)),
        period_words=period_words,
        pairs_address=pairs_address,
    )


def pairs_address(relation: Relation, outlet: str, other: str) -> str:
    """Where the pairs of two outlets are listed."""
    return f"/contradictions?relation={relation}&outlet={_quoted(outlet)}&other={_quoted(other)}"


@remembered(4_096)
def _quoted(name: str) -> str:
    return quote_plus(name, errors="replace")


def period_words(period: Period, grain: str) -> str:
    """A period as it is read: "8 Dec 2025", "week of 8 Dec 2025", "Dec 2025", "2025"."""
    if grain == "year":
        return str(period.first.year)
    if grain == "month":
        return f"{MONTHS[period.first.month - 1]} {period.first.year}"
    return f"week of {day_words(period.first)}" if grain == "week" else day_words(period.first)


def draw_volume(volume: Volume, width: int) -> Bars:
    """Articles, claims and contradictions, a strip each."""
    labels = [period_words(period, volume.grain).removeprefix("week of ") for period in volume.periods]
    strips = [
        ("Articles", "articles", [period.articles for period in volume.periods]),
        ("Claims", "claims", [period.claims for period in volume.periods]),
        ("Contradictions", "contradicts", [period.contradictions for period in volume.periods]),
    ]
    return draw_bars(strips, labels, width=width)


def _draw(pairs: Sequence[OutletPair], drawn: tuple[Relation, Relation]) -> MatrixPicture | None:
    counting = [pair for pair in pairs if pair.total]
    names = rank_outlets(counting)[:MOST]
    below, above = ({(pair.a, pair.b): pair.counts.get(relation, 0) for pair in counting} for relation in drawn)
    return draw_matrix(names, below, above) if names else None
