"""The two widths at which a picture is drawn, so that its text is of one size in all windows."""

from collections.abc import Callable
from typing import TypeVar

WIDE = 760
NARROW = 340

Picture = TypeVar("Picture")


def in_sizes(draw: Callable[[int], Picture]) -> dict[str, Picture]:
    """What `draw` makes of each width, by the name of the class that the style shows or hides."""
    return {"wide": draw(WIDE), "narrow": draw(NARROW)}
