"""Reports as Markdown, for the terminal, a wiki or a mail. Text from articles is escaped and makes no markup."""

import re
from collections.abc import Iterable, Iterator, Sequence

from service.domain.claims import Claim
from service.reports.highlights import find_rewritten
from service.reports.standfirst import (
    COMMANDS,
    MOST_BESIDE,
    count_more,
    count_words,
    empty_words,
    more_words,
    section_title,
    standfirst,
)
from service.reports.values import (
    Coverage,
    Framing,
    FramingGroup,
    Item,
    Matrix,
    Report,
    Side,
    Single,
    Telling,
    View,
    Withheld,
)
from service.reports.wording import (
    EVALUATION_WORDS,
    STANCE_WORDS,
    day,
    edit_words,
    filter_words,
    holder_of,
    independence_words,
    judgement_words,
    link_to,
    one_line,
    origins_of,
    outlet_of,
    outlets_words,
    party_of,
    percent,
    published_words,
    role_of,
    title_of,
    words_after,
    words_before,
    worth_words,
)

# A dollar begins mathematics on GitHub, and an address with a scheme or www. becomes a link by itself.
_MARKUP = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)|:(?=//)|(?<=www)\.", re.IGNORECASE)
MOST_IN_CELL = 3
_AT_START = re.compile(r"^(?:[#+=-]|\d+(?=[.)]))")


def as_markdown(report: Report) -> str:
    """The report as CommonMark with GitHub's tables; every quote stands in bold in its surrounding words."""
    parts = [_head(report), *_content(report), *(text for part in report.parts for text in _part(part))]
    parts.append(_empty(report) if report.empty else "")
    return "\n\n".join(part for part in parts if part) + "\n"


def _content(report: Report, note: str = "") -> Iterator[str]:
    title = section_title(report.kind)
    yield _table(report.framings)
    yield _matrix(report.matrix)
    yield _section(title, report.items, note)
    note_within = "Both statements stand in one article: never counted across sources."
    yield _more(
        _section("Same article", report.same_article[:MOST_BESIDE], note_within), count_more(report, "same_article")
    )
    yield _more(_withheld(report.withheld[:MOST_BESIDE]), count_more(report, "withheld"))
    yield _list(title, [_single(number, one) for number, one in enumerate(report.singles, 1)], note)
    yield _list(title, [_coverage(number, one) for number, one in enumerate(report.coverage, 1)], note)


def _part(part: Report) -> Iterator[str]:
    note = f"{standfirst(part)}\n\n{'; '.join(count_words(part, part=True))}."
    if part.empty:
        yield f"## {section_title(part.kind)}\n\n{empty_words(part)}"
    yield from _content(part, note)


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
        f"Made {day(report.generated_at)}. {'; '.join(count_words(report))}.",
    ]
    return "\n\n".join(line for line in lines if line)


def _section(title: str, items: Iterable[Item], note: str = "") -> str:
    return _list(title, [_item(number, item) for number, item in enumerate(items, 1)], note)


def _list(title: str, written: Sequence[str], note: str = "") -> str:
    head = f"## {title}" + (f"\n\n{note}" if note else "")
    return "\n\n".join([head, *written]) if written else ""


def _item(number: int, item: Item) -> str:
    between = f"### {number}. {escaped(party_of(item.a.claim))} / {escaped(party_of(item.b.claim))}"
    verdict = item.comparison.verdict
    facts = [] if item.comparison.same_article else [origins_of(item)]
    if item.judgement is None:
        facts.append(f"confidence {percent(verdict.confidence)}")
    lines = [between, "; ".join(facts) + ("." if facts else ""), _side(item.a), _side(item.b), _also(item.also)]
    return "\n\n".join([line for line in lines if line] + [_why(item)]).rstrip()


def _also(claims: Sequence[Claim]) -> str:
    told = (f"Also told by {_byline(claim)}\n\n> **{escaped(claim.said.quote)}**" for claim in claims)
    return "\n\n".join(told)


def _why(item: Item) -> str:
    judgement = item.judgement
    sentences = [escaped(reason) for reason in item.comparison.verdict.sentences]
    if item.one_origin and not item.comparison.same_article:
        sentences.append(f"Not counted as confirmation: {escaped(item.one_origin)}")
    if item.edits:
        changed = "; ".join(escaped(edit_words(edit)) for edit in item.edits)
        sentences.append(f"Edits of one text: {changed}. {_rewritten(item)}")
    if judgement:
        note = f": {escaped(judgement.note)}" if judgement.note else "."
        sentences.append(f"**{escaped(judgement_words(judgement))}**{note}")
    return "\n".join(f"- {sentence}" for sentence in sentences)


def _rewritten(item: Item) -> str:
    """The quote of a as it became that of b: what went out struck through, what came in in bold."""
    marks = {"same": "", "out": "~~", "in": "**"}
    quotes = item.a.claim.said.quote, item.b.claim.said.quote
    pieces = ((escaped(piece.words), marks[piece.how]) for piece in find_rewritten(*quotes, item.edits))
    return " ".join(f"{mark}{words}{mark}" for words, mark in pieces if words)


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
    rows = [line for group in groups for line in _rows(group)]
    head = ["## Who evaluates what, and how", ""]
    columns = ["| Who | How | What | In which words | Where |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([*head, *columns, *rows]) if rows else ""


def _rows(group: FramingGroup) -> Iterator[str]:
    yield from (_row(row, divided=group.divided) for row in group.rows)
    if group.left_out:
        yield f"| **{escaped(group.body)}** | and {group.left_out} more in the framings report | | | |"


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


def _matrix(matrix: Matrix) -> str:
    """Outlets by evaluation with the words that carry it, and what some of them carry and others do not."""
    if not matrix.rows:
        return ""
    head = ["Outlet", *(EVALUATION_WORDS[evaluation] for evaluation in matrix.evaluations)]
    lines = [f"| {' | '.join(head)} |", f"| {' | '.join('---' for _ in head)} |"]
    lines += [f"| {' | '.join([escaped(row.outlet), *map(_cell, row.cells)])} |" for row in matrix.rows]
    views = [f"- {_view(view)}" for view in matrix.views]
    told = ["", "### What some outlets carry and others do not", "", *views] if views else []
    return "\n".join(["## Outlets by evaluation", "", *lines, *told])


def _cell(rows: Sequence[Framing]) -> str:
    entries = [f"{escaped(row.body)}: “{escaped(row.words)}”" for row in rows[:MOST_IN_CELL]]
    more = [f"and {len(rows) - MOST_IN_CELL} more"] if len(rows) > MOST_IN_CELL else []
    return "; ".join([*dict.fromkeys(entries), *more])


def _view(view: View) -> str:
    said = f"**{escaped(view.body)} {EVALUATION_WORDS[view.evaluation]}** (“{escaped('”, “'.join(view.words[:3]))}”)"
    return f"{said}: in {escaped(outlets_words(view.found))}; not found in {escaped(outlets_words(view.not_found))}"


def _single(number: int, single: Single) -> str:
    claim = single.side.claim
    origin = independence_words(single.outlets, 1)
    head = f"### {number}. {escaped(holder_of(claim))}\n\n{origin}; {worth_words(claim)}."
    return f"{head}\n\n{_side(single.side)}"


def _coverage(number: int, coverage: Coverage) -> str:
    head = f"### {number}. {independence_words(coverage.outlets, coverage.origins)}"
    lines = [head, f"> **{escaped(coverage.claim.said.quote)}**", "\n".join(map(_telling, coverage.tellings))]
    if coverage.disputed:
        lines.append(f"Contradicted in: {escaped(outlets_words(coverage.disputed))}.")
    if coverage.near:
        lines.append(f"Close to it, not counted: {escaped(outlets_words(coverage.near))}.")
    if coverage.not_found:
        lines.append(f"Not found in: {escaped(outlets_words(coverage.not_found))}.")
    return "\n\n".join(lines)


def _telling(telling: Telling) -> str:
    pair = telling.comparison
    said = f"- Reported by {_byline(telling.claim)}"
    if pair is None:
        return said
    sure = f"confidence {percent(telling.confidence)}" if telling.confidence is not None else ""
    judged = escaped(judgement_words(pair.judgement)) if pair.judgement else ""
    why = "; ".join(part for part in (sure, judged, *map(escaped, pair.verdict.sentences)) if part)
    return f"{said}\n  “{escaped(telling.claim.said.quote)}” ({why})"


def _withheld(withheld: Iterable[Withheld]) -> str:
    lines = [
        f"- {escaped(one.reason)}\n"
        f"  - “{escaped(one.comparison.a.said.quote)}” ({_byline(one.comparison.a)})\n"
        f"  - “{escaped(one.comparison.b.said.quote)}” ({_byline(one.comparison.b)})"
        for one in withheld
    ]
    return "\n".join(["## Withheld", "", *lines]) if lines else ""


def _more(section: str, more: int) -> str:
    return f"{section}\n\n{more_words(more)}" if more else section


def _empty(report: Report) -> str:
    steps = "\n".join(f"- `{command}`: {purpose}" for command, purpose in COMMANDS)
    return f"{empty_words(report)}\n\nWhat to do next:\n\n{steps}"
