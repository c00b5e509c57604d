"""How a passage is written out for the relation head: the words first, then who, where and when."""

from models.base import Passage


def render(passage: Passage) -> str:
    """The text that the relation head reads of a passage; what is unknown is left out.

    The words come first, so that truncation takes the context and not the claim.
    """
    source = ", ".join(part for part in (passage.outlet, _day(passage.published_at)) if part)
    context = [
        ("speaker", passage.speaker),
        ("source", source),
        ("title", passage.title),
    ]
    parts = [f"{name}: {value}" for name, value in context if value]
    return " | ".join([passage.text, *parts])


def _day(published_at: str | None) -> str:
    return (published_at or "")[:10]
