"""The answer to a query as text for a terminal."""

import textwrap
from collections.abc import Iterator, Sequence

from service.flows.query import Answer, Match
from service.reports.wording import day, outlet_of

WIDTH = 96
SECTIONS = (
    ("agreements", "AGREE"),
    ("contradictions", "CONTRADICT"),
    ("changed", "CHANGED SINCE"),
    ("framings", "FRAME IT DIFFERENTLY"),
    ("related", "RELATED"),
    ("not_judged", "NOT JUDGED"),
)


def write_answer(answer: Answer) -> str:
    """The matches by relation, each with outlet, speaker, date, words and reasons."""
    sections = [(title, getattr(answer, name)) for name, title in SECTIONS]
    blocks = [_write_section(title, matches) for title, matches in sections if matches]
    return "\n\n".join(blocks) or "Nothing near this claim is stored. Add articles with `crossclaim add PATH`."


def _write_section(title: str, matches: Sequence[Match]) -> str:
    return "\n\n".join([f"{title} ({len(matches)})", *("\n".join(_write_match(m)) for m in matches)])


def _write_match(match: Match) -> Iterator[str]:
    claim, verdict = match.claim, match.verdict
    published = claim.source.published
    speaker = f", {claim.said.speaker.name}" if claim.said.speaker else ""
    when = f", {day(published.value)}" if published else ""
    score = f"{verdict.confidence:.0%}" if verdict.confidence is not None else f"near {verdict.similarity:.2f}"
    yield f"  {outlet_of(claim)}{speaker}{when}  [{score}]"
    yield textwrap.fill(f"“{claim.said.quote}”", WIDTH, initial_indent="    ", subsequent_indent="    ")
    for reason in verdict.sentences or ([verdict.not_judged] if verdict.not_judged else []):
        yield f"    - {reason}"
