"""The time, in the one form that is stored."""

from datetime import UTC, datetime


def now() -> str:
    """The present moment, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
