"""What each report says about itself: the sentence under its title, and what to do when there is nothing in it."""

from typing import Literal

from service.reports.values import Report, ReportKind
from service.reports.wording import filter_words

STANDFIRST: dict[ReportKind, str] = {
    "agreements": "Where one source backs up another on the same point. Copies of one text are one origin "
    "and confirm nothing.",
    "contradictions": "Statements that cannot both be true of the same thing at the same time. No winner is picked: "
    "you see who says what.",
    "changed": "The same thing at different times: revised figures, plans and what became of them. "
    "A development, not a dispute.",
    "framings": "The same thing seen differently: who evaluates what, how, and in which words.",
    "single-source": "What one origin tells and no other agrees with, contradicts, changes or frames. Facts first, "
    "those most worth checking before the others.",
    "coverage": "Agreed statements, the outlets that report them, and the outlets with an article on the topic in "
    "which they were not found. Not found is what Crossclaim found: it does not say that anything was left out on "
    "purpose.",
    "briefing": "Everything on a topic: what is agreed, disputed, changed and framed differently, what only one "
    "origin tells, and what some outlets report and others do not. No winner is picked: you see who says what.",
}
_SECTION: dict[ReportKind, str] = {
    "agreements": "Sources that agree",
    "contradictions": "Sources that contradict each other",
    "changed": "Statements that time has changed",
    "framings": "Pairs framed differently",
    "single-source": "Told by one origin",
    "coverage": "What some outlets report and others do not",
    "briefing": "Briefing",
}
_NOUN: dict[ReportKind, str] = {
    "agreements": "agreements",
    "contradictions": "contradictions",
    "changed": "changes",
    "framings": "framings",
    "single-source": "claims of a single origin",
    "coverage": "agreed statements",
    "briefing": "pairs or claims",
}
_LEFT_OUT = {
    "joined": "{} more on the same statements, folded into these",
    "folded": "{} from copies of the same words, folded into the pairs shown",
    "one_origin": "{} of one origin, not counted as confirmation",
    "same_article": "{} within one article, shown apart",
    "withheld": "{} withheld, with reasons",
    "dismissed": "{} dismissed by a person",
    "uncertain": "{} too uncertain to show",
    "not_judged": "{} not judged in the whole store",
}
_LEFT_TO_ITS_OWN = {
    "same_article": "{} within one article, in the report of this kind alone",
    "withheld": "{} withheld, in the report of this kind alone",
}
COMMANDS: tuple[tuple[str, str], ...] = (
    ("crossclaim add articles/", "add articles from at least two outlets about the same story"),
    ("crossclaim work", "finish the jobs that are waiting, if any"),
    ("crossclaim doctor", "see whether the models and the store are in order"),
)

MOST_BESIDE = 10
"""So many pairs within one article, and so many that were withheld, stand below those of a report that is read."""


def count_more(report: Report, section: Literal["same_article", "withheld"]) -> int:
    """How many of a section are counted and not among the MOST_BESIDE that are read."""
    total: int = getattr(report.counts, section)
    return max(total - min(MOST_BESIDE, len(getattr(report, section))), 0)


def more_words(more: int) -> str:
    """That there are more, and where."""
    return f"And {more} more; the report as JSON lists them, up to its limit."


def standfirst(report: Report) -> str:
    """What the report shows, in one or two sentences."""
    return STANDFIRST[report.kind]


def section_title(kind: ReportKind) -> str:
    """The heading over the pairs across sources."""
    return _SECTION[kind]


def count_words(report: Report, *, part: bool = False) -> list[str]:
    """How much is shown, and how much is not and why; only what there is. A `part` leaves some to its own report."""
    if report.parts:
        return [f"{_NOUN[one.kind]}: {_total(one)}" for one in report.parts] + _left_out(report, part=part)
    return [_shown(report), *_left_out(report, part=part)]


def _shown(report: Report) -> str:
    counts = report.counts
    if report.kind == "single-source":
        return f"{counts.shown} of {counts.claims} claims of one origin"
    if report.kind == "coverage":
        return f"{counts.shown} of {counts.statements} agreed statements; {counts.outlets} outlets on the topic"
    what = "agreed statements" if counts.joined else "pairs"
    return f"{counts.shown} of {counts.pairs} {what} across sources"


def _total(report: Report) -> int:
    counts = report.counts
    return counts.pairs + counts.claims + counts.statements


def _left_out(report: Report, *, part: bool) -> list[str]:
    words = _LEFT_OUT | _LEFT_TO_ITS_OWN if part else _LEFT_OUT
    return [said.format(count) for name, said in words.items() if (count := getattr(report.counts, name))]


def empty_words(report: Report) -> str:
    """What it means that there is nothing to show, and what to do next."""
    noun = _NOUN[report.kind]
    if report.kind == "coverage" and not report.wanted.topic:
        return "Name a topic: without one there is nothing that an outlet could be expected to report."
    if report.wanted.narrows:
        return f"No {noun} for {filter_words(report.wanted)}. Widen the dates, or leave the topic or the outlet out."
    return (
        f"No {noun} yet. Crossclaim compares articles with each other, so it needs at least two about the same story."
    )
