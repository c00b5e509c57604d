"""Text fragments: links that jump to words on a page.

https://wicg.github.io/scroll-to-text-fragment/ - `#:~:text=[prefix-,]textStart[,textEnd][,-suffix]`. The words are
matched whole, without regard to case or to how much white space lies between them; what is not found is ignored by
the browser, and the page opens at its top.
"""

import re
from urllib.parse import quote, urlsplit

from models.remembering import remembered

WHOLE = 12
"""Words up to which a text is named whole; of a longer one its ends are, since a page may break it anywhere."""
ENDS = 6
SHORT = 4
"""Words up to which a text may well stand on a page twice: then the words around it are named too."""
AROUND = 3

_FORBIDDEN = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LAST_LINE = re.compile(r"[^\n\r]*\Z")
_FIRST_LINE = re.compile(r"\A[^\n\r]*")


def link_to_words(url: str | None, words: str, *, before: str = "", after: str = "") -> str | None:
    """The address with a text fragment for the words; None unless it is a web address (http or https).

    `before` and `after` are what stands around the words on the page. A fragment that the address has is kept, text
    directives in it are replaced.
    """
    address = (url or "").strip()
    if not is_web_address(address):
        return None
    base = address.split(":~:", 1)[0]
    directive = text_directive(words, before=before, after=after)
    if not directive:
        return base
    return f"{base}{'' if '#' in base else '#'}:~:{directive}"


def text_directive(words: str, *, before: str = "", after: str = "") -> str:
    """`text=` and what names the words; empty for no words.

    Words of several lines are named by their ends: between two blocks of a page no text is found as a whole.
    """
    said = words.split()
    if not said:
        return ""
    if len(said) > WHOLE or "\n" in words.strip():
        return f"text={_encoded(_start(words))},{_encoded(_end(words))}"
    parts = [_encoded(" ".join(said))]
    if len(said) <= SHORT:
        prefix, suffix = _neighbours(before, after)
        parts = [*([f"{_encoded(prefix)}-"] if prefix else ()), *parts, *([f"-{_encoded(suffix)}"] if suffix else ())]
    return "text=" + ",".join(parts)


@remembered(4_096)  # a page names an article's address with each of its claims, and more than once
def is_web_address(url: str) -> bool:
    """Whether it can stand in a link as it is: http or https, a host, and nothing that would break out."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not _FORBIDDEN.search(url)
    except ValueError:
        return False


def _start(words: str) -> str:
    return " ".join(words.strip().splitlines()[0].split()[:ENDS])


def _end(words: str) -> str:
    return " ".join(words.strip().splitlines()[-1].split()[-ENDS:])


def _neighbours(before: str, after: str) -> tuple[str, str]:
    """Whole words of the same line around the text; what is glued to it is no word of its own."""
    first, last = _LAST_LINE.search(before), _FIRST_LINE.search(after)
    left = first[0] if first and first[0][-1:].isspace() else ""
    right = last[0] if last and last[0][:1].isspace() else ""
    return " ".join(left.split()[-AROUND:]), " ".join(right.split()[:AROUND])


def _encoded(words: str) -> str:
    """Percent-encoded; the dash too, which has a meaning of its own in a text directive and which quote() leaves."""
    return quote(words.encode("utf-8", "replace"), safe="").replace("-", "%2D")
