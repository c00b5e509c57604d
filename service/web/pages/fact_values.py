"""The values of a series as a curve: a state for each station, the numbers at its dots those of the table's rows."""

from service.domain.facts import Series
from service.web.pages.pictures.curve import Curve, CurvePoint, draw_curve
from service.web.pages.pictures.sizes import in_sizes


def draw_values(series: Series) -> dict[str, Curve | None]:
    """The picture for wide and narrow windows; values that an article has withdrawn stand beside the line."""
    points = [
        CurvePoint(point.date or "", point.low, point.high, state=point.station, joined=point.said)
        for point in series.points
    ]
    return in_sizes(lambda width: draw_curve(points, width=width))


def values_in_words(series: Series) -> str:
    """What the picture shows, for those who cannot see it: the first and the last value, and by whom."""
    dated = [point for point in series.points if point.date]
    if not dated:
        return "No value has a date."
    first, last = dated[0], dated[-1]
    return (
        f"From {_told(first.words, first.date)} to {_told(last.words, last.date)}: {len(series.points)} values. "
        "The table beside it has all of them with their sources."
    )


def _told(words: str, date: str | None) -> str:
    return f"“{words}” ({(date or '')[:10]})"
