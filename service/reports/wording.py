"""How values read in plain words: dates, stances, evaluations, who stands behind a claim, links that jump to words."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from models.base import Evaluation, Stance
from service.comparing.edits import Edit
from service.domain.articles import PublicationTime
from service.domain.claims import Claim
from service.domain.comparisons import Dismissal, Judgement, Relation
from service.reports.fragments import is_web_address, link_to_words
from service.reports.values import Item, ReportFilter

EVALUATION_WORDS: dict[Evaluation, str] = {
    "welcomes": "welcomes",
    "optimistic": "is optimistic",
    "neutral": "is neutral",
    "waits": "waits and sees",
    "sceptical": "is sceptical",
    "dismisses": "dismisses",
    "condemns": "condemns",
}
STANCE_WORDS: dict[Stance, str] = {
    "asserts": "stated by the outlet",
    "reports": "reported speech",
    "quotes": "direct quote",
    "denies": "denied",
}
VERDICT_WORDS: dict[Relation | Dismissal, str] = {
    "agrees": "agrees",
    "contradicts": "contradicts",
    "changed": "changed",
    "framing": "framed differently",
    "related": "related",
    "unrelated": "unrelated",
    "false_alarm": "false alarm",
    "not_worth": "not worth showing",
}
_PRONOUNS = frozenset("i you he she it we they who this that these those one".split())
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def plain(text: str) -> str:
    """The text without what a terminal or a file would act on: control characters and broken halves become �."""
    return text if text.isprintable() else _CONTROL.sub("�", text)  # quicker: nothing of that is printable


def one_line(text: str) -> str:
    """The text on one line, every run of white space one space."""
    return " ".join(plain(text).split())


def outlet_of(claim: Claim) -> str:
    """The outlet's name, or words that say there is none."""
    return claim.source.outlet or "Unnamed outlet"


def words_before(claim: Claim) -> str:
    """The words in front of the quote; "…" tells that they begin within a sentence."""
    return f"… {claim.before}" if claim.before[:1].islower() else claim.before


def words_after(claim: Claim) -> str:
    """The words behind the quote; "…" tells that they end within a sentence."""
    ended = not claim.after or claim.after.rstrip().endswith((".", "!", "?", "”", '"', "’", "…", ")"))
    return claim.after if ended else f"{claim.after.rstrip()} …"


def holder_of(claim: Claim) -> str:
    """Who stands behind the claim: its speaker, else the outlet."""
    return claim.said.speaker.name if claim.said.speaker else outlet_of(claim)


def party_of(claim: Claim) -> str:
    """Who stands on a side of a pair, for its heading: the holder, or the outlet where the article says only "she"."""
    holder = holder_of(claim)
    return outlet_of(claim) if holder.casefold() in _PRONOUNS else holder


def role_of(claim: Claim) -> str | None:
    """What the article calls the speaker, where it does."""
    return claim.said.speaker.role if claim.said.speaker else None


def title_of(claim: Claim) -> str:
    """The article's title, or words that say there is none."""
    return one_line(claim.source.title or "") or "Untitled article"


def day(written: str) -> str:
    """A date or time of ISO 8601 as "8 December 2025, 14:30 UTC"; as written where it is neither."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return one_line(written)
    named = f"{moment.day} {date(2000, moment.month, 1):%B} {moment.year}"
    if len(written) <= len("2025-12-08"):
        return named
    zone = "" if moment.tzinfo is None else f" {moment:%Z}".replace(" UTC+00:00", " UTC")
    return f"{named}, {moment:%H:%M}{zone}"


def published_words(published: PublicationTime | None) -> str:
    """When it was published, with the other reading of a date that has two."""
    if published is None:
        return "date unknown"
    if published.other is None:
        return day(published.value)
    return f"{day(published.value)} or {day(published.other)}: date ambiguous"


def origins_of(item: Item) -> str:
    """How independent the sides are: "2 outlets, 1 origin"."""
    return independence_words(item.outlets, item.origins)


def independence_words(outlets: int, origins: int) -> str:
    """How many outlets say it, and from how many origins: "2 outlets, 1 origin"."""
    return f"{_counted(outlets, 'outlet')}, {_counted(origins, 'origin')}"


def edit_words(edit: Edit) -> str:
    """An edit as "“12” became “19”"."""
    if not edit.before:
        return f"“{one_line(edit.after)}” was added"
    return f"“{one_line(edit.before)}” " + (f"became “{one_line(edit.after)}”" if edit.after else "was left out")


def outlets_words(names: Sequence[str], most: int = 8) -> str:
    """The names in one line, the first of them where there are many: "A, B and 12 more"."""
    shown = ", ".join(one_line(name) for name in names[:most])
    return f"{shown} and {len(names) - most} more" if len(names) > most else shown


def worth_words(claim: Claim) -> str:
    """Why a claim that stands alone is worth a look: "fact, worth checking 87 %"."""
    return f"{claim.said.kind}, worth checking {percent(claim.said.checkworthiness)}"


def judgement_words(judgement: Judgement) -> str:
    """Who judged what, and when."""
    by = f" by {one_line(judgement.judged_by)}" if judgement.judged_by else ""
    return f"Judged “{VERDICT_WORDS[judgement.verdict]}”{by}, {day(judgement.judged_at)}"


def percent(confidence: float | None) -> str:
    """A probability as "87 %"; an en dash where there is none."""
    return "–" if confidence is None else f"{min(max(confidence, 0.0), 1.0):.0%}".replace("%", " %")


def filter_words(wanted: ReportFilter) -> str:
    """What the report was asked for, in one line; empty when everything was."""
    parts = (
        wanted.topic and f"topic “{one_line(wanted.topic)}”",
        wanted.outlet and f"outlet {one_line(wanted.outlet)}",
        wanted.since and f"since {day(wanted.since)}",
        wanted.until and f"until {day(wanted.until)}",
    )
    return ", ".join(part for part in parts if part)


def link_to(claim: Claim) -> str | None:
    """The article's address, with a text fragment that jumps to the quote; None unless it is http or https."""
    return link_to_words(claim.source.url, claim.said.quote, before=claim.before, after=claim.after)


def web_address(url: str | None) -> str | None:
    """The address where it is http or https, fit to be linked to; else None."""
    bare = (url or "").strip()
    return bare if is_web_address(bare) else None


def address_of(claim: Claim) -> str | None:
    """The article's address as it can be printed; None unless it is http or https."""
    return web_address(claim.source.url)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
