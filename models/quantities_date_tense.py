"""Whether a date without a year looks back or ahead, and what is said of these days instead of one."""

import re
from dataclasses import replace

from models.base import Span
from models.quantities_date_grammar import FISCAL_AFTER, FISCAL_BEFORE
from models.quantities_date_mention import DateMention
from models.quantities_tense import (
    describes_noun,
    find_tense,
    find_tense_of_all,
    is_going_on,
    is_held_today,
    is_past_around,
    is_past_report,
    is_told,
    is_told_nearby,
    is_told_right_before,
    looks_ahead,
    may_look_ahead,
    meets_ahead,
)

_POLLS = re.compile(r"\b(?:elect|ballot|voter|polls|defeat|nominee|candidate)\w*", re.IGNORECASE)
"""What is told of a month with an election may be of the one that comes."""
_AWAITED = re.compile(
    r"\b(?:elections?|re-?elect\w*|primar(?:y|ies)|caucus(?:es)?|contests?|convention|ballots?|exams?|decision(?!\sto\b)|arguments?|deadline|nominee"
    r"|holds?|win|winning|beat|defeat|oust|unseat|challenge|face)\b"
)
"""What is looked forward to: a month beside it is the last one only if the verb beside it says so."""
_BESIDE_MONTH = 40
_BALLOT = re.compile(
    r"\b(?:elections?|re-?elect\w*|ballots?|voters?|nominee|win|lose|beat|defeat|oust|unseat|face|face-off|challenge|contest|White\sHouse)\b"
)
_OCCURRED = re.compile(
    r"\s(?:(?!and\b)[\w-]+\s){0,2}?(?:calls?|fire|explosion|riot|massacre|flood|storm|earthquake|incident|ruling|verdict|letter|e-?mail|tweet|memo|conversation|attack|shooting|crash|strike|raid|murder|killing|death"
    r"|arrest|article|statement|speech)\b"
)
"""What a paper writes of only when it has been: "the July 25 call"."""
_BEFORE_POLL = re.compile(r"\b(?:before|until|until\safter|ahead\sof|win|in)\s(?:the|this)\s$")
_POLL_AFTER = re.compile(r"\s(?:general\s|presidential\s)?elections?\b")
_TO_BE = re.compile(r"\b(?:upcoming|planned|scheduled|future|next)\s$")
_MEETING_AHEAD = re.compile(
    r"(?:['’]s)?\s(?:[A-Z]\w+\s){0,3}(?:presidential\s)?(?:primary|primaries|caucus(?:es)?|debate|elections?|vote|contests?|deadline)\b"
)
_FALL, _NOVEMBER = 9, 11
_EACH = re.compile(
    r"\b(?:(?:each|every|most)|(?:first|second|third|fourth)\s[A-Z][a-z]+day\s(?:of|in))\s$", re.IGNORECASE
)
_EACH_BEFORE = 24
_DEADLINE = re.compile(r"\s(?:[a-z-]+\s)?(?:deadline|cutoff|due\sdate)\b")
_ON_TODAY = re.compile(
    r"\bon\s(?:the|our|my)\s(?:menu|agenda|docket|schedule|calendar|program|show|podcast)\s(?:for\s)?$", re.IGNORECASE
)


def with_tense(text: str, found: DateMention) -> DateMention:
    """The date with the tense that the words around it tell; "today" of these days is left open.

    Only days and months without a year need it: "on Friday" can lie before or behind."""
    if found.precision == "year" and _is_fiscal(text, found.span):
        return replace(found, tense="elsewhere")
    needs = found.precision in ("week", "weekday", "month", "day", "season") and found.year is None
    needs = needs or (found.unit == "weekend" and found.offset == 0)
    if not needs:
        return _without_generic_today(text, found)
    before = text[max(0, found.span.start - _EACH_BEFORE) : found.span.start]
    if _EACH.search(before):
        return replace(found, tense="elsewhere", recurs=True)
    if found.precision in ("day", "month"):
        find = _with_tense_of_day if found.precision == "day" else _with_tense_of_month
        return find(text, found, before)
    return _with_tense_of_weekday(text, found)


def _with_tense_of_day(text: str, found: DateMention, before: str) -> DateMention:
    if _DEADLINE.match(text, found.span.end) and not is_past_around(text, found.span):
        return replace(found, tense="future")
    if found.month == _NOVEMBER and _is_of_ballot(text, found.span):
        return replace(found, ballot=True)
    if describes_noun(text, found.span):
        past = _has_occurred(text, found.span)
        tense = "past" if past else find_tense_of_all(text, found.span)
        return replace(found, attributive=not past, tense=tense)
    return _with_tense_of_verb(text, found, before)


def _with_tense_of_verb(text: str, found: DateMention, before: str) -> DateMention:
    tense = find_tense(text, found.span)
    if tense == "future" and is_past_report(text, found.span, before):
        return replace(found, tense="past", attributive=True)
    if found.month == 12 and tense != "future" and found.span.of(text) == "the end of the year":
        return replace(found, tense="elsewhere")
    past = tense == "past"
    told = past and is_told_right_before(text, found.span)
    return replace(found, tense=tense, ahead=past and looks_ahead(text, found.span), behind=told)


def _with_tense_of_weekday(text: str, found: DateMention) -> DateMention:
    """Of weekdays, weeks and seasons."""
    occurred = found.precision == "weekday" and describes_noun(text, found.span) and _has_occurred(text, found.span)
    tense = "past" if occurred else find_tense(text, found.span)
    if found.precision == "season":
        return _with_tense_of_season(text, replace(found, tense=tense))
    ahead = tense == "unsure" and _is_ahead(text, found.span)
    return replace(found, tense=tense, ahead=ahead, behind=tense == "future" and is_past_around(text, found.span))


def _is_ahead(text: str, span: Span) -> bool:
    """ "As a Saturday primary approaches", "is splitting its force from Monday"."""
    meets = _MEETING_AHEAD.match(text, span.end) and not is_past_around(text, span)
    return bool(meets) or is_going_on(text, span)


def _with_tense_of_season(text: str, found: DateMention) -> DateMention:
    told = is_told_nearby(text, found.span)
    if found.span.of(text).lower().startswith(("previous", "prior")):
        return replace(found, tense="elsewhere")  # told from a story
    if found.month == _FALL and found.offset is None and not told and _is_of_ballot(text, found.span):
        return replace(found, ballot=True)
    return found if told or found.offset != 0 or found.tense != "past" else replace(found, tense="unsure")


def _with_tense_of_month(text: str, found: DateMention, before: str) -> DateMention:
    tense = find_tense(text, found.span)
    if tense == "future" and is_past_report(text, found.span, before):
        return replace(found, tense="past")
    if describes_noun(text, found.span) and _has_occurred(text, found.span):
        return replace(found, tense="past")
    if tense == "unsure" and meets_ahead(text, found.span):
        return replace(found, tense="future")
    if tense == "unsure" and not may_look_ahead(text, found.span):
        past = is_past_around(text, found.span) and not _POLLS.search(text)
        return replace(found, tense="past" if past else "unsure", attributive=True)
    return _with_weak_tense(text, replace(found, tense=tense))


def _with_weak_tense(text: str, found: DateMention) -> DateMention:
    """Where the verb nearest to a month is of another clause, or only "to do"."""
    if found.month == _NOVEMBER and found.offset is None and _is_of_ballot(text, found.span):
        return replace(found, ballot=True)
    awaited = found.offset is None and _is_awaited(text, found.span)
    if found.tense == "past" and awaited and not is_told_nearby(text, found.span):
        return replace(found, tense="elsewhere")
    if found.tense == "unsure" and not awaited and _is_of_past(text, found.span):
        return replace(found, tense="past", attributive=True)
    return found


def _is_of_ballot(text: str, span: Span) -> bool:
    """An election, and no verb beside it that tells what has been, or "before the November elections"."""
    if _BEFORE_POLL.search(text[max(0, span.start - 24) : span.start]) and _POLL_AFTER.match(text, span.end):
        return True
    near = _BALLOT.search(text, max(0, span.start - _BESIDE_MONTH), span.end + _BESIDE_MONTH)
    return near is not None and not is_told_nearby(text, span)


def _has_occurred(text: str, span: Span) -> bool:
    return bool(_OCCURRED.match(text, span.end)) and not _TO_BE.search(text[max(0, span.start - 12) : span.start])


def _is_awaited(text: str, span: Span) -> bool:
    return bool(_AWAITED.search(text, max(0, span.start - _BESIDE_MONTH), span.end + _BESIDE_MONTH))


def _is_of_past(text: str, span: Span) -> bool:
    """ "He lost time by failing to act during February": all verbs but the nearest tell what has been."""
    ahead = looks_ahead(text, span) or _POLLS.search(text) or text.endswith(" one ", 0, span.start)
    return not ahead and is_past_around(text, span)


def _is_fiscal(text: str, span: Span) -> bool:
    """ "Fiscal 2020" and "the 2018-19 school year" begin when their body says so."""
    before, after = text[max(0, span.start - 20) : span.start], text[span.end : span.end + 20]
    return span.of(text).startswith("FY") or bool(FISCAL_BEFORE.search(before) or FISCAL_AFTER.match(after))


def _without_generic_today(text: str, found: DateMention) -> DateMention:
    """ "As it exists today" is said of these days, "was closed today" of one."""
    bare = found.offset == 0 and found.unit == "day" and found.span.of(text).lower() == "today"
    if bare and _ON_TODAY.search(text[max(0, found.span.start - 24) : found.span.start]):
        return found
    if bare and text.startswith(("’s", "'s"), found.span.end):
        return found  # "today's hearing"
    if bare and not (is_told(text, found.span) or is_held_today(text, found.span)):
        return replace(found, offset=None, days_ago=None)
    return found
