"""What is never shown as a contradiction, whatever the scores say, and why."""

import re
from collections.abc import Callable

from service.comparing.features import actors, amounts, modality, polarity, times, views, words
from service.comparing.features.base import Seen
from service.comparing.reading import Reading
from service.domain.words import FAR_APART_DAYS

FEWEST_WORDS = 3
FEWEST_UNNAMED = 4
"""So many content words must a statement have that names nobody, nothing and no number."""
FEWEST_POINTING = 5
"""And so many when it also begins with a word that points back, or is nothing but a quotation."""
LEAST_SHARED = 0.05
"""Share of the shorter statement's words that the other must have too."""
_POINTING = frozenset("it this that these those they he she we i you there".split())
_QUESTION = re.compile(
    r"\?[”\"’'\s]*$|^[“\"‘'][^“\"]*\?[”\"’'](?:\s(?!(?:is|was|were|never|not)\b)\S+){0,5}"
    r"\s(?:asked|asks|wondered|wrote|tweeted|said)[.,]?(?:\s(?:on|in|at|to)(?:\s\S+){1,4})?$"
)
"""A question, also with who asked it: "“Did it hold?” the mayor asked.\""""
_QUOTES = "“”\"'‘’"
CLASHES: tuple[Seen, ...] = (
    polarity.negated_word,
    polarity.opposite_words,
    polarity.denial_against_claim,
    amounts.quantities_differ,
    times.dates_differ,
    actors.roles_swapped,
    actors.places_differ,
    modality.quantifiers_differ,
)
"""What in the words can exclude each other; a gate that judges the whole statement gives way to it."""


def told_at_different_times(a: Reading, b: Reading) -> str | None:
    """Statements published far apart do not contradict each other, unless both name the same date."""
    days = times.find_days_between(a, b)
    if days is None or days <= FAR_APART_DAYS or times.dates_match(a, b).value:
        return None
    return f"Not shown as a contradiction: {days} days lie between the two, and no common date is named."


def asked_not_said(a: Reading, b: Reading) -> str | None:
    """A question states nothing that could be contradicted."""
    if any(_QUESTION.search(r.statement.text) for r in (a, b)):
        return "Not shown as a contradiction: one side is a question."
    return None


def too_little_said(a: Reading, b: Reading) -> str | None:
    """A fragment, or a short remark that names nothing, says too little to be contradicted."""
    if any(len(r.content) < _find_fewest(r) for r in (a, b)):
        return "Not shown as a contradiction: one side says too little by itself."
    return None


def denied_by_both(a: Reading, b: Reading) -> str | None:
    """Two reports of a denial tell the same event, unless a number or date in them differs."""
    if not polarity.same_denial(a, b).value or amounts.quantities_differ(a, b).value or times.dates_differ(a, b).value:
        return None
    return "Not shown as a contradiction: both sides tell of a denial."


def of_two_namesakes(a: Reading, b: Reading) -> str | None:
    """What is said of two people with one last name does not clash."""
    if not actors.other_person(a, b).value:
        return None
    return "Not shown as a contradiction: the two speak of different people of one name."


def of_other_subjects(a: Reading, b: Reading) -> str | None:
    """Statements that begin with different names, and have none in common, speak of different things."""
    if not (actors.other_subject(a, b).value and words.no_shared_name(a, b).value):
        return None
    return "Not shown as a contradiction: the two name different subjects."


def of_other_things(a: Reading, b: Reading) -> str | None:
    """Statements with hardly a word and no country or body in common speak of different things."""
    if words.shared_words(a, b).value >= LEAST_SHARED or words.shared_body(a, b).value:
        return None
    return "Not shown as a contradiction: the two have hardly a word in common."


def only_if(a: Reading, b: Reading) -> str | None:
    """What holds only under a condition, or did not come about, does not clash with what is, unless the words do."""
    if a.has("premise") == b.has("premise") or _clash(a, b):
        return None
    return "Not shown as a contradiction: one side holds only under a condition."


def two_of_a_list(a: Reading, b: Reading) -> str | None:
    """Statements that each name some of several can both hold."""
    if not modality.both_listed(a, b).value or _clash(a, b):
        return None
    return "Not shown as a contradiction: each side names some of several."


def one_more_precise(a: Reading, b: Reading) -> str | None:
    """A more precise number that fits the other is no dispute."""
    if not amounts.more_precise(a, b).value or _clash(a, b) or polarity.polarity_differs(a, b).value:
        return None
    return "Not shown as a contradiction: one side is only more precise."


def of_different_scope(a: Reading, b: Reading) -> str | None:
    """A quarter and a year, or a city and its country, can differ."""
    if not times.scope_differs(a, b).value:
        return None
    return "Not shown as a contradiction: the two speak of different periods or areas."


def judged_not_stated(a: Reading, b: Reading) -> str | None:
    """Opposite evaluations are a matter of framing where no fact in the words clashes."""
    if not (views.evaluation_opposed(a, b).value or views.views_opposed(a, b).value) or _clash(a, b):
        return None
    return "Not shown as a contradiction: the two evaluate differently, and no fact clashes."


def judged_and_else_denied(a: Reading, b: Reading) -> str | None:
    """To deny something of a thing does not contradict how others judge it, unless the two have more in common."""
    if _is_else_denied(a, b) or _is_else_denied(b, a):
        return "Not shown as a contradiction: one side judges, the other denies something else of the same."
    return None


GATES: tuple[Callable[[Reading, Reading], str | None], ...] = (
    told_at_different_times,
    asked_not_said,
    too_little_said,
    denied_by_both,
    of_two_namesakes,
    of_other_subjects,
    of_other_things,
    only_if,
    two_of_a_list,
    one_more_precise,
    of_different_scope,
    judged_not_stated,
    judged_and_else_denied,
)


def find_withheld(a: Reading, b: Reading) -> str | None:
    """Why a contradiction between the two must not be shown; None when nothing speaks against it."""
    return next((why for gate in GATES if (why := gate(a, b))), None)


def _clash(a: Reading, b: Reading) -> bool:
    return any(seen(a, b).value for seen in CLASHES)


def _is_else_denied(judges: Reading, denies: Reading) -> bool:
    """Of what one side denies the other has names and the thing that it judges, and no more."""
    if not judges.views or denies.views or not denies.negations or amounts.quantities_differ(judges, denies).value:
        return False
    names = {word.stem for reading in (judges, denies) for word in reading.words if word.is_name}
    known = names.union(*(view.target for view in judges.views))
    return not (denies.negated_stems & judges.content) - known


def _find_fewest(reading: Reading) -> int:
    if reading.names or reading.bodies or reading.amounts or reading.moments:
        return FEWEST_WORDS
    text = reading.statement.text.strip()
    points = bool(reading.words) and reading.words[0].low.split("'")[0] in _POINTING
    return FEWEST_POINTING if points or (text and text[0] in _QUOTES and text[-1] in _QUOTES) else FEWEST_UNNAMED
