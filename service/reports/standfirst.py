"""What each report says about itself: the sentence under its title, and what to do when there is nothing in it."""

from service.reports.values import Counts, Report, ReportKind
from service.reports.wording import filter_words

STANDFIRST: dict[ReportKind, str] = {
    "agreements": "Where one source backs up another on the same point. Copies of one text are one origin "
    "and confirm nothing.",
    "contradictions": "Statements that cannot both be true of the same thing at the same time. No winner is picked: "
    "you see who says what.",
    "changed": "The same thing at different times: revised figures, plans and what became of them. "
    "A development, not a dispute.",
    "framings": "The same thing seen differently: who evaluates what, how, and in which words.",
}
_SECTION: dict[ReportKind, str] = {
    "agreements": "Sources that agree",
    "contradictions": "Sources that contradict each other",
    "changed": "Statements that time has changed",
    "framings": "Pairs framed differently",
}
_NOUN: dict[ReportKind, str] = {
    "agreements": "agreements",
    "contradictions": "contradictions",
    "changed": "changes",
    "framings": "framings",
}
_LEFT_OUT = (
    ("folded", "{} from copies of the same words, folded into the pairs shown"),
    ("one_origin", "{} of one origin, not counted as confirmation"),
    ("same_article", "{} within one article, shown apart"),
    ("withheld", "{} withheld, with reasons"),
    ("dismissed", "{} dismissed by a person"),
    ("uncertain", "{} too uncertain to show"),
    ("not_judged", "{} not judged in the whole store"),
)
COMMANDS: tuple[tuple[str, str], ...] = (
    ("crossclaim add articles/", "add articles from at least two outlets about the same story"),
    ("crossclaim work", "finish the jobs that are waiting, if any"),
    ("crossclaim doctor", "see whether the models and the store are in order"),
)


def standfirst(report: Report) -> str:
    """What the report shows, in one or two sentences."""
    return STANDFIRST[report.kind]


def section_title(kind: ReportKind) -> str:
    """The heading over the pairs across sources."""
    return _SECTION[kind]


def count_words(counts: Counts) -> list[str]:
    """How much is shown, and how much is not and why; only what there is."""
    shown = f"{counts.shown} of {counts.pairs} pairs across sources"
    left_out = [words.format(count) for name, words in _LEFT_OUT if (count := getattr(counts, name))]
    return [shown, *left_out]


def empty_words(report: Report) -> str:
    """What it means that there is nothing to show, and what to do next."""
    noun = _NOUN[report.kind]
    if report.wanted.narrows:
        return f"No {noun} for {filter_words(report.wanted)}. Widen the dates, or leave the topic or the outlet out."
    return (
        f"No {noun} yet. Crossclaim compares articles with each other, so it needs at least two about the same story."
    )
