"""What two statements would say without what clashes: a negation taken back, one side's word in place of the other's.

Statements that contradict each other agree but for the clash. Those that only share words with a negation say different
things with it and without it. So a model that knows agreements well can tell the two apart: it is asked a second time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, zip_longest
from typing import Self

from models.base import Span
from service.comparing.features import amounts, polarity, times
from service.comparing.features.base import Seen
from service.comparing.reading import Reading, read
from service.domain.claims import Statement

MOST = 4
"""So many ways are tried for a pair: sentences with more negations say many things."""

_AFFIRMED = """
no longer | still
no one, nobody | somebody
none | some
nothing | something
neither | both
nor | and
not, never, no |
without | with
hardly, scarcely, barely | clearly
cannot | can
fail to | manage to
fails to | manages to
failed to | managed to
failing to | managing to
failure to | decision to
deny, refute, contradict, dispute, debunk, disprove, discredit, rebut | confirm
denies, refutes, contradicts, disputes, debunks, disproves, discredits, rebuts | confirms
denied, refuted, contradicted, disputed, debunked, disproved, disproven, discredited, rebutted | confirmed
denying, refuting, contradicting, disputing | confirming
denial, denials | confirmation
refuse, decline to | agree
refuses, declines to | agrees
refused, declined to | agreed
refusing, declining to | agreeing
refusal | agreement
reject, dismiss | accept
rejects, dismisses | accepts
rejected, dismissed | accepted
rejecting, dismissing | accepting
rejection | acceptance
rule out | confirm
rules out | confirms
ruled out | confirmed
ruling out | confirming
false, untrue, incorrect, wrong | true
unfounded, baseless, groundless, unsubstantiated, unproven | proven
lack, lacks | has
lacked | had
lacking | having
absence | presence
unable | able
unlikely | likely
prevent, avoid, avert | cause
prevents, avoids, averts | causes
prevented, avoided, averted | caused
preventing, avoiding, averting | causing
stopped short | went on
"""
"""Words of negation and denial, and what affirms instead; in the order in which they are looked for."""

_SHORT = re.compile(r"n['’]t", re.IGNORECASE)
_VERB = re.compile(r"\w{0,8}$")
_GAP = r"[\s-]"
_VERBS = {"wo": "will", "ca": "can", "sha": "shall", "ai": "is"}


def _read_table() -> dict[str, str]:
    lines = (line.split("|") for line in _AFFIRMED.strip().splitlines())
    return {word.strip(): affirmed.strip() for words, affirmed in lines for word in words.split(",")}


_TABLE = _read_table()
_CUE = re.compile("|".join(rf"({cue.replace(' ', _GAP)}\b)" for cue in _TABLE), re.IGNORECASE)
_SAID = tuple(_TABLE.values())


@dataclass(frozen=True)
class Undone:
    """The two statements without one clash; `sentence` says what was changed, `spans` where it stood in a and in b."""

    a: Statement
    b: Statement
    sentence: str
    spans: tuple[tuple[Span, ...], tuple[Span, ...]]

    @property
    def by_negation(self) -> bool:
        """Whether a negation was taken back: it stands on one side alone."""
        return not all(self.spans)

    @property
    def swapped(self) -> Self:
        """The same with the sides exchanged."""
        return replace(self, a=self.b, b=self.a, spans=self.spans[::-1])


def undo(a: Statement, b: Statement) -> tuple[Undone, ...]:
    """The ways to undo what clashes between the two, at most `MOST`; none where nothing is seen to clash.

    The same for either order, but for the order of the sides.
    """
    if b.text < a.text:
        return tuple(one.swapped for one in undo(b, a))
    of_b = (one.swapped for one in _undo_negations(b, a))
    in_turn = (one for both in zip_longest(_undo_negations(a, b), of_b) for one in both if one)
    return tuple(islice(chain(_undo_differences(a, b), in_turn), MOST))


def affirm(text: str, cue: Span) -> str | None:
    """The text without the negation at `cue`: "did not go" becomes "did go"; None for one that it knows no way for."""
    if _SHORT.fullmatch(cue.of(text)):
        verb = _VERB.search(text, max(0, cue.start - 8), cue.start)
        start = verb.start() if verb else cue.start
        return text[:start] + _VERBS.get(text[start : cue.start].lower(), text[start : cue.start]) + text[cue.end :]
    match = _CUE.match(text, cue.start)
    if match is None or match.lastindex is None:
        return None
    said, rest = _SAID[match.lastindex - 1], text[match.end() :]
    return text[: match.start()] + said + (rest if said else rest.removeprefix(" "))


def _undo_negations(a: Statement, b: Statement) -> Iterator[Undone]:
    """The ways to take back a negation of a."""
    for cue in _find_cues(read(a)):
        if (text := affirm(a.text, cue)) is not None:
            yield Undone(_saying(a, text), b, f"Without “{cue.of(a.text)}”", ((cue,), ()))


def _undo_differences(a: Statement, b: Statement) -> Iterator[Undone]:
    """What differs, with the words of b in a as well."""
    for seen in _DIFFERENCES:
        reason = seen(read(a), read(b)).reason
        if reason and reason.a and reason.b:
            p, q = reason.a[0], reason.b[0]
            sentence = f"With one word for “{p.of(a.text)}” and “{q.of(b.text)}”"
            yield Undone(_saying(a, _put(a.text, p, q.of(b.text))), b, sentence, ((p,), (q,)))


_DIFFERENCES: Sequence[Seen] = (amounts.quantities_differ, times.dates_differ, polarity.opposite_words)


def _find_cues(reading: Reading) -> list[Span]:
    """Where the statement negates or denies, each place once."""
    found: list[Span] = []
    for cue in sorted([n.span for n in reading.negations] + list(reading.cues["denial"]), key=lambda s: s.start):
        if not found or cue.start >= found[-1].end:
            found.append(cue)
    return found


def _put(text: str, span: Span, words: str) -> str:
    return text[: span.start] + words + text[span.end :]


def _saying(statement: Statement, text: str) -> Statement:
    """The statement with another text, of whose stance nothing is known any more."""
    return replace(statement, text=text, stance=None)
