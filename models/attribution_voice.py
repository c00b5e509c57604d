"""Whether an article is mostly its writer's own voice: a column or explainer, in which few report what others say."""

import re
from collections.abc import Sequence

from models.attribution_quotes import Quotation

_REPORTING = re.compile(r"\b(?:said|says|told|according to|added|tweeted|wrote)\b")
_OWN = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|[Yy]ou|[Yy]our)\b")
_FULL_STOP = re.compile(r"[.?!][”\"’)]*\s")
_FEWEST_SENTENCES = 12


def is_own_voice(text: str, quotations: Sequence[Quotation]) -> bool:
    """Whether, outside quotations, the writer speaks of himself or to the reader more often than he names what
    somebody said. A short text tells nothing and is taken for a report.
    """
    plain = " ".join(_find_plain(text, quotations))
    if len(_FULL_STOP.findall(text)) < _FEWEST_SENTENCES:
        return False
    return len(_OWN.findall(plain)) > len(_REPORTING.findall(plain))


def _find_plain(text: str, quotations: Sequence[Quotation]) -> list[str]:
    """What stands outside the quotations."""
    starts = [0, *(q.end for q in quotations)]
    ends = [*(q.start for q in quotations), len(text)]
    return [text[a:b] for a, b in zip(starts, ends, strict=True)]
