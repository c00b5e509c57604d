"""What two statements would say without what clashes: a negation taken back, one side's word in place of the other's.

Statements that contradict each other agree but for the clash. Those that only share words with a negation say different
things with it and without it. So a model that knows agreements well can tell the two apart: it is asked a second time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
deny, refute, contradict, dispute, debunk, disprove, rebut | confirm
denies, refutes, contradicts, disputes, debunks, disproves, rebuts | confirms
denied, refuted, contradicted, disputed, debunked, disproved, disproven, rebutted | confirmed
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
unfounded, baseless, unproven | proven
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

_SHORT = re.compile(r"(?P<verb>\w*)n['’]t\b", re.IGNORECASE)
_VERBS = {"wo": "will", "ca": "can", "sha": "shall", "ai": "is"}


def _read_table() -> dict[str, str]:
    lines = (line.split("|") for line in _AFFIRMED.strip().splitlines())
    return {word.strip(): affirmed.strip() for words, affirmed in lines for word in words.split(",")}


_TABLE = _read_table()
_CUE = re.compile("|".join(rf"{re.escape(cue)}\b" for cue in _TABLE), re.IGNORECASE)


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


def undo(a: Statement, b: Statement) -> tuple[Undone, ...]:
    """The ways to undo what clashes between the two, at most `MOST`; none where nothing is seen to clash."""
    return (*_undo_negations(a, b), *_undo_differences(a, b))[:MOST]


def affirm(text: str, cue: Span) -> str | None:
    """The text without the negation at `cue`: "did not go" becomes "did go"; None for one that it knows no way for."""
    short = next((m for m in _SHORT.finditer(text) if m.end() == cue.end), None)
    if short:
        verb = short["verb"]
        return text[: short.start()] + _VERBS.get(verb.lower(), verb) + text[short.end() :]
    match = _CUE.match(text, cue.start)
    if match is None:
        return None
    said = _TABLE[match.group().lower()]
    return text[: match.start()] + said + text[match.end() + (not said) :]


def _undo_negations(a: Statement, b: Statement) -> Iterator[Undone]:
    for cue in _find_cues(read(a)):
        if (text := affirm(a.text, cue)) is not None:
            yield Undone(_saying(a, text), b, f"Without “{cue.of(a.text)}”", ((cue,), ()))
    for cue in _find_cues(read(b)):
        if (text := affirm(b.text, cue)) is not None:
            yield Undone(a, _saying(b, text), f"Without “{cue.of(b.text)}”", ((), (cue,)))


def _undo_differences(a: Statement, b: Statement) -> Iterator[Undone]:
    """The words of one side that differ, put in the place of the other's: of the same side for either order."""
    for seen in _DIFFERENCES:
        reason = seen(read(a), read(b)).reason
        if reason and reason.a and reason.b:
            p, q = reason.a[0], reason.b[0]
            sentence = f"With one word for “{p.of(a.text)}” and “{q.of(b.text)}”"
            spans = ((p,), (q,))
            if a.text <= b.text:
                yield Undone(_saying(a, _put(a.text, p, q.of(b.text))), b, sentence, spans)
            else:
                yield Undone(a, _saying(b, _put(b.text, q, p.of(a.text))), sentence, spans)


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
