"""What is never shown as a contradiction, whatever the scores say, and why."""

from collections.abc import Callable

from service.comparing.features import dates_match, find_days_between
from service.comparing.reading import Reading

FAR_APART_DAYS = 120
FEWEST_WORDS = 3


def told_at_different_times(a: Reading, b: Reading) -> str | None:
    """Statements published far apart do not contradict each other, unless both name the same date."""
    days = find_days_between(a, b)
    if days is None or days <= FAR_APART_DAYS or dates_match(a, b).value:
        return None
    return f"Not shown as a contradiction: {days} days lie between the two, and no common date is named."


def asked_not_said(a: Reading, b: Reading) -> str | None:
    """A question states nothing that could be contradicted."""
    if any(r.statement.text.rstrip("”\"’' ").endswith("?") for r in (a, b)):
        return "Not shown as a contradiction: one side is a question."
    return None


def too_little_said(a: Reading, b: Reading) -> str | None:
    """A fragment says too little to be contradicted."""
    if min(len(a.words), len(b.words)) < FEWEST_WORDS:
        return "Not shown as a contradiction: one side says too little by itself."
    return None


GATES: tuple[Callable[[Reading, Reading], str | None], ...] = (
    told_at_different_times,
    asked_not_said,
    too_little_said,
)


def find_withheld(a: Reading, b: Reading) -> str | None:
    """Why a contradiction between the two must not be shown; None when nothing speaks against it."""
    return next((why for gate in GATES if (why := gate(a, b))), None)
