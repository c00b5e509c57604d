"""Whether two articles are independent of each other: copies of one text confirm nothing."""

from service.domain.claims import Claim, Source


def find_one_origin(a: Claim, b: Claim) -> str | None:
    """Why the articles of two claims count as one origin; None when nothing says so."""
    if a.source.article_id == b.source.article_id:
        return None
    return _credited(a.source, b.source) or _same_words(a, b)


def _credited(a: Source, b: Source) -> str | None:
    """One article credits the other's outlet, or both credit a third."""
    shared = {_plain(a.origin), _plain(a.outlet)} & {_plain(b.origin), _plain(b.outlet)} - {""}
    if not shared:
        return None
    name = next(n for n in (a.origin, b.origin, a.outlet) if n and _plain(n) in shared)
    return f"Both come from {name}."


def _same_words(a: Claim, b: Claim) -> str | None:
    """A whole sentence is not written twice by chance; words of a speaker can be quoted twice."""
    if a.said.quote == b.said.quote and len(a.said.quote.split()) >= 8:
        return "Both have the same sentence, word for word."
    return None


def _plain(name: str | None) -> str:
    return (name or "").casefold().removeprefix("the ").strip()
