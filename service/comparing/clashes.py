"""Whether the words of two statements forbid that both are told as one fact, whatever a model makes of the pair.

Models read a denial as the claim it denies often enough; a fact that holds both is one that nobody would sign.
"""

import re

from models.base import Span
from models.remembering import remembered
from service.comparing.amounts import Amount, are_of_one_thing
from service.comparing.features import amounts as features
from service.comparing.features import polarity, times, views, words
from service.comparing.reading import Reading, read
from service.domain.claims import Claim, Statement

SHARED = 0.4
"""So many of the shorter one's content words must stand in the other: what differs between statements about other
points is no clash. Of 479 agreeing news pairs (pairs/news_train) the rule takes one in twenty for a clash."""

_REJECTED = re.compile(
    r"[\s”’\"')]*(?:It|That|This|They|There|He|She|The claim|The statement)\s"
    r"(?:(?:does|did|do|is|was|are|were|has|had|have|will|would|can)(?:\snot|n['’]t|\snever)"
    r"|(?:is|was|are|were)\s(?:false|untrue|wrong|incorrect|baseless|no such|nothing of the kind))"
    r"(?:\s[\w’'-]+){0,2}[.!;]"
)


@remembered(100_000)
def clash(a: Statement, b: Statement) -> bool:
    """Whether one states what the other denies or excludes: by negation, opposites, amounts, dates, or views.

    Also where one asks and the other states: a question says nothing that could be confirmed. The same words never
    clash.
    """
    if a.text == b.text:
        return False
    if _asks(a) != _asks(b):
        return True
    first, second = read(a), read(b)
    if words.shared_words(first, second).value < SHARED:
        return False
    return _is_denied(first, second) or _differs(first, second)


def is_rejected(claim: Claim) -> bool:
    """Whether the article itself goes on to reject the claim in a short sentence: "It does not." "That is untrue."

    What a source tells only to reject it, it does not back up (design, rule 5).
    """
    return bool(_REJECTED.match(claim.after))


def _asks(statement: Statement) -> bool:
    return statement.text.rstrip("”’\"')] ").endswith("?")


def _is_denied(a: Reading, b: Reading) -> bool:
    """One side negates what the other says, or says its opposite, and nothing shows that both negate the same."""
    if any(same(a, b).value for same in (polarity.same_negated_word, polarity.negated_opposite, polarity.same_denial)):
        return False
    negated = bool(polarity.polarity_differs(a, b).value)
    denied = negated and (_is_negated_word(a, b) or bool(polarity.denial_against_claim(a, b).value))
    return denied or bool(polarity.opposite_words(a, b).value)


def _is_negated_word(a: Reading, b: Reading) -> bool:
    """A word is negated on one side only, and no "and" stands between it and the negation: "did not ask and left"."""
    reason = polarity.negated_word(a, b).reason
    sides = ((a, reason.a), (b, reason.b)) if reason else ()
    return bool(sides) and not any(_is_parted(reading, span) for reading, spans in sides for span in spans)


def _is_parted(reading: Reading, span: Span) -> bool:
    return any(word.low == "and" for word in reading.words if span.start <= word.span.start < span.end)


def _differs(a: Reading, b: Reading) -> bool:
    """Numbers of one thing exclude each other, or dates, or the views of one body."""
    return _amounts_differ(a, b) or any(other(a, b).value for other in (times.dates_differ, views.views_opposed))


def _amounts_differ(a: Reading, b: Reading) -> bool:
    """Surely of one thing: 14 dead do not exclude 238 on board, and a number that both give settles it."""
    found = features.quantities_differ(a, b)
    if found.value < 1 or found.reason is None or features.quantities_match(a, b).value:
        return False
    p, q = (_amount_at(reading, spans[0]) for reading, spans in ((a, found.reason.a), (b, found.reason.b)))
    return are_of_one_thing(p, q)


def _amount_at(reading: Reading, span: Span) -> Amount:
    return next(amount for amount in reading.amounts if amount.span == span)
