"""Countries and international bodies by any of their names: the Kremlin is Russia, and so is Moscow."""

import re
from dataclasses import dataclass
from functools import cache

from models.base import Span
from models.remembering import remembered
from service.domain.countries import BODIES

_OTHER_NAME = (
    r"(?!\s(?:Post|Times|Examiner|Herald|Tribune|Monument|University|College|Institute|Convention|"
    r"Agreement|Accords?|Wall|Street|Airport|Marathon)\b)"
)
"""What makes a longer name of it, of something else: the Washington Post, the Paris Agreement."""


@dataclass(frozen=True)
class BodyMention:
    """A country or body by its main name, and where the text names it by any name.

    `people` says that the words are its people ("Russians"), who are not the state.
    """

    body: str
    span: Span
    people: bool = False


@remembered(16_384)  # names, roles and sentences are asked about again with every request
def find_bodies(text: str) -> tuple[str, ...]:
    """Countries and bodies that the text names, by their main names, in order, each once.

    Names are matched as whole words and with their capitals: "us" is not the US, nor "polish" Poland, nor the Paris
    Agreement Paris.
    """
    return tuple(dict.fromkeys(mention.body for mention in find_body_mentions(text)))


def find_body_mentions(text: str) -> tuple[BodyMention, ...]:
    """Every mention of a country or body, in order."""
    pattern, names = _names()
    return tuple(
        BodyMention(names[_bare(match[0])], Span(match.start(), match.end()), people=match[0] not in names)
        for match in pattern.finditer(_straight(text))
    )


def find_wanted_body(asked: str) -> str | None:
    """The country or body that a reader's word for an actor means ("russia", "the Kremlin"), if it is one."""
    wanted = re.sub(r"^the\s+", "", _straight(asked).strip(), flags=re.IGNORECASE).casefold()
    _, names = _names()
    return next((body for name, body in names.items() if name.casefold() == wanted), None)


def _straight(text: str) -> str:
    return text.replace("’", "'")


def _bare(name: str) -> str:
    _, names = _names()
    return name if name in names else name.removesuffix("s")


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {name: row[0] for row in BODIES for name in row}
    longest_first = sorted(names, key=len, reverse=True)
    any_name = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"(?<![\w.])(?<!George\s)(?:{any_name})s?(?!\w){_OTHER_NAME}"), names
