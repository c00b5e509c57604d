"""Lists of links that a page hangs on a name, glued to it when its text is taken: litter within a sentence."""

import re
from collections.abc import Sequence

from service.domain.articles import Passed

# "Ada Brandt Ada Marie BrandtMayor opens bridge Council to vote MORE": a name, the name that its page has, and at once,
# without a space, the titles of articles about it, up to the word that leads to more of them.
_GLUED = re.compile(
    r"\b(?P<last>[A-Z][\w’'-]*\w)(?P<links>\s(?:[A-Z(][\w.()’'“”\"-]*\s){0,4}(?P=last)(?=[A-Z0-9“\"'‘])"
    r"[^\n]{8,600}?\sMORE)(?!\w)"
)


def with_glued_links(text: str, litter: Sequence[Passed]) -> tuple[Passed, ...]:
    """The litter with such lists, each from behind the name that it hangs on, in the order of the text."""
    if " MORE" not in text:
        return tuple(litter)
    found = [Passed(*match.span("links"), "links") for match in _GLUED.finditer(text)]
    links = [one for one in found if not any(one.start < p.end and p.start < one.end for p in litter)]
    return tuple(sorted([*litter, *links], key=lambda one: (one.start, one.end)))
