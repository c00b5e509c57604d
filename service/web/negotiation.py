"""Content negotiation: which of the forms on offer an Accept header asks for (RFC 9110, 12.5.1)."""

from collections.abc import Sequence

from service.web.errors import NotAcceptableError


def choose_type(accept: str | None, offered: Sequence[str]) -> str:
    """The media type that is wanted most; of those wanted alike, the first on offer.

    Raises NotAcceptableError when none of them is wanted.
    """
    ranges = [_read(part) for part in (accept or "*/*").split(",") if part.strip()]
    wanted = {media_type: _quality(media_type, ranges) for media_type in offered}
    best = max(offered, key=lambda media_type: wanted[media_type])
    if not wanted[best]:
        raise NotAcceptableError(f"{accept!r} cannot be given. Accept one of: {', '.join(offered)}.")
    return best


def _read(part: str) -> tuple[str, float]:
    """A media range and its quality; a quality that cannot be read counts as 1, the default."""
    media_range, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weights = [value for name, _, value in (p.partition("=") for p in parameters) if name.strip() == "q"]
    try:
        return media_range, min(max(float(weights[0]), 0.0), 1.0) if weights else 1.0
    except ValueError:
        return media_range, 1.0


def _quality(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The quality by the most specific range that covers the type; 0 when none does."""
    covering = (media_type, f"{media_type.partition('/')[0]}/*", "*/*")
    found = [(covering.index(media_range), -q) for media_range, q in ranges if media_range in covering]
    return -min(found)[1] if found else 0.0
