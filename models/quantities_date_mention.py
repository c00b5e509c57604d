"""A date as the words of a text give it."""

from dataclasses import dataclass
from typing import Literal

from models.base import Span
from models.quantities_tense import Tense

Precision = Literal[
    "time", "day", "weekday", "week", "month", "quarter", "season", "year", "decade", "century", "part", "relative"
]
Unit = Literal["day", "week", "weekend", "month", "season", "year", "decade", "century"]


@dataclass(frozen=True)
class DateMention:
    """A date as far as the words give it; `ambiguous` when day and month could be exchanged (12/08/2025).

    `year` of a decade or century is its first year; `weekday` is 0 for Monday; `days_ago` and `months_ago` are
    set for relative dates ("two weeks ago") whose distance the words tell. `offset` counts `unit`s from the
    publication ("last week" is -1 week), `end_day` and `end_year` close a range ("March 3-5", "2011-15") and so does
    `end_month`, with which the last of several seasons begins, `part` is a part of the day or a clock time, `tense`
    whether the words look back or ahead, and `recurs` marks "on Fridays",
    `attributive` "an April 21 talk", which no verb sets in time; `ahead` says that some words around it look ahead,
    whatever its own verb, `behind` that some look back;
    `ballot` marks "the November election", which is in an even year where papers leave the year out.
    """

    span: Span
    precision: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    days_ago: int | None = None
    months_ago: int | None = None
    ambiguous: bool = False
    offset: int | None = None
    unit: Unit | None = None
    end_day: int | None = None
    end_year: int | None = None
    end_month: int | None = None
    part: str | None = None
    tense: Tense = "unsure"
    recurs: bool = False
    attributive: bool = False
    ahead: bool = False
    behind: bool = False
    ballot: bool = False
