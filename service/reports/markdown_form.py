"""Reports as Markdown, for the terminal, a wiki or a mail. Text from articles is escaped and makes no markup."""

import re
from collections.abc import Iterable

from service.domain.claims import Claim
from service.reports.standfirst import COMMANDS, count_words, empty_words, section_title, standfirst
from service.reports.values import Framing, FramingGroup, Item, Report, Side, Withheld
from service.reports.wording import (
    EVALUATION_WORDS,
    STANCE_WORDS,
    day,
    edit_words,
    filter_words,
    holder_of,
    judgement_words,
    link_to,
    one_line,
    origins_of,
    outlet_of,
    percent,
    published_words,
    role_of,
    title_of,
    words_after,
    words_before,
)

_MARKUP = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_AT_START = re.compile(r"^(?:[#+=-]|\d+(?=[.)]))")


def as_markdown(report: Report) -> str:
    """The report as CommonMark with one GitHub table; every quote stands in bold in its surrounding words."""
    parts = [
        _head(report),
        _table(report.framings),
        _section(section_title(report.kind), report.items),
        _section(
            "Same article", report.same_article, "Both statements stand in one article: never counted across sources."
        ),
        _withheld(report.withheld),
        _empty(report) if report.empty else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """The text on one line, with a backslash before whatever Markdown would act on."""
    safe = _MARKUP.sub(lambda found: f"\\{found[0]}", one_line(text))
    return _AT_START.sub(lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", safe)


def _head(report: Report) -> str:
    asked = filter_words(report.wanted)
    lines = [
        f"# {report.title}",
        standfirst(report),
        f"*{escaped(asked[:1].upper() + asked[1:])}.*" if asked else "",
        f"Made {day(report.generated_at)}. {'; '.join(count_words(report.counts))}.",
    ]
    return "\n\n".join(line for line in lines if line)


def _section(title: str, items: Iterable[Item], note: str = "") -> str:
    written = [_item(number, item) for number, item in enumerate(items, 1)]
    head = f"## {title}" + (f"\n\n{note}" if note else "")
    return "\n\n".join([head, *written]) if written else ""


def _item(number: int, item: Item) -> str:
    between = f"### {number}. {escaped(holder_of(item.a.claim))} / {escaped(holder_of(item.b.claim))}"
    verdict = item.comparison.verdict
    facts = [] if item.comparison.same_article else [origins_of(item)]
    if item.judgement is None:
        facts.append(f"confidence {percent(verdict.confidence)}")
    lines = [between, "; ".join(facts) + ("." if facts else ""), _side(item.a), _side(item.b)]
    return "\n\n".join([line for line in lines if line] + [_why(item)]).rstrip()


def _why(item: Item) -> str:
    judgement = item.judgement
    sentences = [escaped(reason) for reason in item.comparison.verdict.sentences]
    if item.one_origin and not item.comparison.same_article:
        sentences.append(f"Not counted as confirmation: {escaped(item.one_origin)}")
    if item.edits:
        changed = "; ".join(escaped(edit_words(edit)) for edit in item.edits)
        sentences.append(f"Edits of one text: {changed}.")
    if judgement:
        note = f": {escaped(judgement.note)}" if judgement.note else "."
        sentences.append(f"**{escaped(judgement_words(judgement))}**{note}")
    return "\n".join(f"- {sentence}" for sentence in sentences)


def _side(side: Side) -> str:
    copies = f"; also run by {', '.join(map(escaped, side.also_run_by))}" if side.also_run_by else ""
    return f"{_byline(side.claim)}{copies}\n\n> {_in_context(side.claim)}"


def _byline(claim: Claim) -> str:
    speaker = f", {escaped(holder_of(claim))}" if claim.said.speaker else ""
    role = role_of(claim)
    called = f" ({escaped(role)})" if role else ""
    said = STANCE_WORDS[claim.said.stance]
    when = escaped(published_words(claim.source.published))
    return f"**{escaped(outlet_of(claim))}**{speaker}{called}, {said}, {when}: {_link(claim)}"


def _link(claim: Claim) -> str:
    address = link_to(claim)
    title = escaped(title_of(claim))
    return f"[{title}](<{address}>)" if address else title


def _in_context(claim: Claim) -> str:
    before, after = escaped(words_before(claim)), escaped(words_after(claim))
    return f"{before} **{escaped(claim.said.quote)}** {after}".strip()


def _table(groups: Iterable[FramingGroup]) -> str:
    rows = [_row(row, divided=group.divided) for group in groups for row in group.rows]
    head = ["## Who evaluates what, and how", ""]
    columns = ["| Who | How | What | In which words | Where |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([*head, *columns, *rows]) if rows else ""


def _row(framing: Framing, *, divided: bool) -> str:
    claim = framing.claim
    body = f"**{escaped(framing.body)}**" + (" (divided)" if divided else "")
    actor = "" if framing.actor.casefold() == framing.body.casefold() else f": {escaped(framing.actor)}"
    speaker = f", said by {escaped(holder_of(claim))}" if claim.said.speaker else ""
    words = f"{escaped(framing.before)} **{escaped(framing.words)}** {escaped(framing.after)}".strip()
    outlets = ", ".join(map(escaped, (outlet_of(claim), *framing.side.also_run_by)))
    where = f"{outlets}, {escaped(published_words(claim.source.published))}: {_link(claim)}"
    cells = (body + actor + speaker, EVALUATION_WORDS[framing.evaluation], escaped(framing.target), words, where)
    return f"| {' | '.join(cells)} |"


def _withheld(withheld: Iterable[Withheld]) -> str:
    lines = [
        f"- {escaped(one.reason)}\n"
        f"  - {escaped(outlet_of(one.comparison.a))}: “{escaped(one.comparison.a.said.quote)}”\n"
        f"  - {escaped(outlet_of(one.comparison.b))}: “{escaped(one.comparison.b.said.quote)}”"
        for one in withheld
    ]
    return "\n".join(["## Withheld", "", *lines]) if lines else ""


def _empty(report: Report) -> str:
    steps = "\n".join(f"- `{command}`: {purpose}" for command, purpose in COMMANDS)
    return f"{empty_words(report)}\n\nWhat to do next:\n\n{steps}"
