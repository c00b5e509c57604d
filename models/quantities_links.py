"""Links that a page glued into its sentences: a name, headlines, and "MORE"."""

import re

_GLUED = re.compile(r"(?<=[a-z])(?<![A-Z]c)(?<!Mac)(?<!\bDe)(?<!\bLe)(?=[A-Z][a-z]|[A-Z]{3,}\s|\d)")
_END = " MORE"


def blank_links(text: str) -> str:
    """The text with such headlines as spaces, every offset as before; other texts as they are.

    "Odo RellHarbour mayor resigns 5 things to know MORE (R) said" keeps "Odo Rell" and "(R) said".
    """
    end = text.find(_END)
    if end < 0:
        return text
    at, kept = 0, []
    while end >= 0:
        glued = _GLUED.search(text, at, end)
        start = glued.start() if glued else end
        stop = end + len(_END)
        kept.append(text[at:start] + " " * (stop - start))
        at, end = stop, text.find(_END, stop)
    return "".join([*kept, text[at:]])
