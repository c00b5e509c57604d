"""Whether articles are independent of each other: copies of one text, and whoever repeats another, confirm nothing."""

import re
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations
from typing import Protocol

from service.domain.claims import Claim, Source
from service.domain.outlets import has_masthead, is_agency, outlet_key

LONG = 8
"""Words from which on a sentence is not written twice by chance, nor a speech quoted in the same cut."""
_SPEECH = re.compile(r"[“\"]([^“”\"]+)(?:[”\"]|$)")

_NAME = r"(?P<name>(?:the\s|The\s)?[A-Z][\w'’.&-]*(?:\s(?:of\s|the\s)?[A-Z][\w'’.&-]*){0,4})"
# "told the Post", "reported by the Post", "a memo seen by the Post", "wrote in the Post": the words came from there.
_TOLD_TO = re.compile(
    r"\b(?:told(?:\s[A-Z][\w'’-]*){0,3}\sof|told|according\sto|citing|wrote\s(?:in|for)|confirmed\s(?:[a-z’']+\s){0,4}to"
    r"|(?:reported|published|seen|obtained|reviewed|viewed|quoted|carried|printed|aired|broadcast|interviewed)\s(?:by|in|on)"
    r"|(?:interview|speaking|report|story|article|column|op-ed|essay|statement|remarks)\s(?:with|to|by|in|from|for)"
    rf"|(?:first|originally)\s(?:appeared|ran)\s(?:in|on))\s{_NAME}"
)
_REPORTS = re.compile(
    rf"\b{_NAME}(?:\s(?:first\s|has\s|had\s|also\s)?(?:report(?:s|ed)|revealed|learned|broke\sthe)\b"
    r"|\swas\s(?:the\s)?first\sto\sreport\b|['’]s\s(?:\w+\s)?(?:report|reporting|story|account|interview|article)\b)"
)


def find_one_origin(a: Claim, b: Claim) -> str | None:
    """Why two claims of different articles count as one origin; None when nothing that they say tells so.

    That their articles are copies of one text is found elsewhere, and holds besides this.
    """
    if a.source.article_id == b.source.article_id:
        return None
    return _credited(a, b) or _quoted(a, b) or _same_words(a, b) or _same_speech(a, b)


def find_quoted_outlets(claim: Claim) -> frozenset[str]:
    """The keys of the outlets whose reporting the claim passes on, as far as its words name them."""
    speaker = claim.said.speaker.name if claim.said.speaker else ""
    named = [match["name"] for pattern in (_TOLD_TO, _REPORTS) for match in pattern.finditer(claim.said.quote)]
    return frozenset(outlet_key(_bare(name)) for name in (speaker, *named) if name)


def _bare(name: str) -> str:
    """The name without the full stop of its sentence, or the "'s" of its report."""
    return re.sub(r"['’]s?$|\.$", "", name)


def _credited(a: Claim, b: Claim) -> str | None:
    """One article credits the other's outlet, or both credit a third, or one outlet ran both."""
    shared = a.source.origin_names & b.source.origin_names
    names = (a.source.origin, b.source.origin, a.source.outlet)
    name = next((name for name in names if name and outlet_key(name) in shared), None)
    return f"Both come from {name}." if name else None


def _quoted(a: Claim, b: Claim) -> str | None:
    """One passes on what the other's outlet reported, or both pass on what a third outlet did."""
    for one, other in ((a, b), (b, a)):
        if find_quoted_outlets(one) & other.source.origin_names:
            return f"One passes on what {other.source.origin or other.source.outlet} reported."
    third = sorted(filter(_is_outlet, find_quoted_outlets(a) & find_quoted_outlets(b)))
    return f"Both pass on what one outlet reported: {third[0].title()}." if third else None


def _is_outlet(name: str) -> bool:
    return is_agency(name) or has_masthead(name)


def _same_words(a: Claim, b: Claim) -> str | None:
    if a.said.quote == b.said.quote and _is_telling(a):
        return "Both have the same sentence, word for word."
    return None


def _is_telling(claim: Claim) -> bool:
    """A long sentence is not written twice by chance."""
    return claim.said.stance != "quotes" and len(claim.said.quote.split()) >= LONG


def _same_speech(a: Claim, b: Claim) -> str | None:
    """Both quote one and the same words: however many print them, one speaker vouches for what they say."""
    if not _find_speech(a) & _find_speech(b):
        return None
    named = {claim.said.speaker.name for claim in (a, b) if claim.said.speaker}
    return f"Both quote the same words of {named.pop()}." if len(named) == 1 else "Both quote the same words."


def _find_speech(claim: Claim) -> frozenset[str]:
    """Every run of LONG words that stands in quotation marks, or in a sentence that is all speech."""
    quote = claim.said.quote
    speeches = [match[1] for match in _SPEECH.finditer(quote)]
    if claim.said.stance == "quotes" and not speeches:
        speeches = [quote]
    words = [re.findall(r"\w+", speech.casefold()) for speech in speeches]
    return frozenset(" ".join(run[i : i + LONG]) for run in words for i in range(len(run) - LONG + 1))


class Sourced(Protocol):
    """What stands in an article: a claim, or the mark of one."""

    @property
    def source(self) -> Source:
        """The article."""


def count_outlets(claims: Iterable[Sourced]) -> int:
    """How many outlets carry the claims; an article without a named outlet stands for one."""
    return len({outlet_key(claim.source.outlet) or claim.source.article_id for claim in claims})


def count_origins(claims: Sequence[Sourced], joined: Iterable[tuple[Hashable, Hashable]] = ()) -> int:
    """How many origins the claims have: at least one, where there are any.

    Articles are one origin when they are copies of one text, name one origin, or are of one outlet; and where the
    caller `joined` their ids, to each other or to what they share. An article whose origin is not known adds none.
    """
    sources = {claim.source.article_id: claim.source for claim in claims}
    if not (joined := tuple(joined)) and (apart := _count_apart(sources.values())) is not None:
        return max(apart, 1 if claims else 0)
    sets = Joined()
    for article_id, source in sources.items():
        for key in source.origin_keys:
            sets.join(article_id, key)
    for first, second in joined:
        sets.join(first, second)
    known = {sets.root(article_id) for article_id, source in sources.items() if source.origin_is_known}
    return max(len(known), 1 if claims else 0)


def _count_apart(sources: Iterable[Source]) -> int | None:
    """How many origins the articles have, where any two have all that names their origin in common or nothing of it."""
    named = {source.origin_keys for source in sources if source.origin_is_known}
    every = named | {source.origin_keys for source in sources}
    return len(named) if len(frozenset().union(*every)) == sum(map(len, every)) else None


def find_joined(claims: Sequence[Claim]) -> list[tuple[str, str]]:
    """The pairs of articles that count as one origin because of what their claims say."""
    pairs = combinations(claims, 2)
    return [(a.source.article_id, b.source.article_id) for a, b in pairs if find_one_origin(a, b)]


def find_shared_origins(claims: Sequence[Claim]) -> list[tuple[str, str]]:
    """Each article with the names of the origins that its claims' words tell, for `count_origins` to join.

    The same as `find_joined` in time that grows with the claims, not with their pairs.
    """
    named = frozenset(name for claim in claims for name in claim.source.origin_names)
    telling = {claim.said.quote for claim in claims if _is_telling(claim)}
    found: list[tuple[str, str]] = []
    for claim in claims:
        article = claim.source.article_id
        outlets = (name for name in find_quoted_outlets(claim) if name in named or _is_outlet(name))
        found += [(article, f"outlet {name}") for name in sorted(outlets)]
        found += [(article, f"words {claim.said.quote}")] if claim.said.quote in telling else []
        found += [(article, f"speech {run}") for run in sorted(_find_speech(claim))]
    return found


class Joined:
    """Sets of things that belong together, each known by a name that can be hashed."""

    def __init__(self) -> None:
        self._parent: dict[Hashable, Hashable] = {}

    def root(self, name: Hashable) -> Hashable:
        """The name that stands for the set."""
        while (parent := self._parent.get(name, name)) != name:
            name = parent
        return name

    def roots(self) -> dict[Hashable, Hashable]:
        """The names that belong to the set of another, with the name that stands for it; all others are alone."""
        return {name: self.root(name) for name in self._parent}

    def join(self, first: Hashable, second: Hashable) -> None:
        """Makes one set of two."""
        first, second = self.root(first), self.root(second)
        if first != second:
            self._parent[first] = second
