"""Claims of an article: each with its words, its speaker, its stance and its kind."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from models.appraisals import find_appraisals
from models.attribution import Attribution, find_attributions, find_quotations
from models.attribution_quotes import Quotation
from models.base import Appraisal, ExtractedClaim, Span, Speaker, Stance
from models.extraction_signals import find_checkworthiness, find_kind, is_foreign_statement, is_statement
from models.lexicon import RELATIVES
from models.quantities import find_dates, resolve_date
from models.segmentation import find_sentences, trim_span

_SPACES = re.compile(r"\s+")
_DATELINE = re.compile(r"[A-Z][A-Z .,’'/-]{2,40}(?:\([A-Z][\w ]*\)\s?)?\s?[—–-]{1,2}\s")
_JOINT = re.compile(r"(?:;|,)\s(?:while|but|and|whereas)\s|;\s|\s(?:while|but|and)\s")
_OPENING = re.compile(r"(?:while|although|though|whereas|even as)\s", re.IGNORECASE)
_COMMA = re.compile(r",\s")
_FUTURE = re.compile(r"\b(?:will|next|would|to be|plans?|set to|expected)\b")
_MIN_PART = 25


def extract(
    text: str,
    *,
    skip: Sequence[Span] = (),
    title: str | None = None,
    published_at: str | None = None,
    language: str = "en",
) -> list[ExtractedClaim]:
    """Claims in the order of the text; `quote == text[start:end]` for each.

    `skip` are spans of litter, `title` is passed over where it is repeated, `published_at` (ISO 8601) dates "on
    Friday". Of a text in another language than English the sentences are claims, without speaker or appraisal.
    """
    sentences = find_sentences(text, skip)
    if title:
        sentences = [s for s in sentences if _plain(s.of(text)).rstrip(".") != _plain(title).rstrip(".")]
    if not language.lower().startswith("en"):
        return [_foreign_claim(text, s) for s in sentences if is_foreign_statement(s.of(text))]
    return list(_Extraction(text, sentences, _read_day(published_at)).find_claims())


def _plain(words: str) -> str:
    return _SPACES.sub(" ", words).strip()


def _read_day(published_at: str | None) -> date | None:
    try:
        return date.fromisoformat((published_at or "")[:10])
    except ValueError:
        return None


def _foreign_claim(text: str, span: Span) -> ExtractedClaim:
    quote = span.of(text)
    kind = find_kind(quote)
    return ExtractedClaim(
        span.start, span.end, quote, _plain(quote), None, "asserts", kind,
        find_checkworthiness(_plain(quote), kind, attributed=False),
    )  # fmt: skip


def _name(appraisal: Appraisal, speaker: Speaker | None) -> Appraisal:
    """The appraisal of a sentence whose actor is its speaker, under the speaker's name."""
    if speaker and appraisal.actor == speaker.mention:
        return replace(appraisal, actor=speaker.name)
    return appraisal


class _Extraction:
    """One article on its way to claims."""

    def __init__(self, text: str, sentences: list[Span], published: date | None) -> None:
        self.text = text
        self.sentences = sentences
        self.published = published
        self.quotations = find_quotations(text)
        self.ends = [q.end for q in self.quotations]
        self.by_sentence: dict[Span, list[Attribution]] = {}
        for attribution in find_attributions(text, sentences):
            self.by_sentence.setdefault(attribution.sentence, []).append(attribution)

    def find_claims(self) -> Iterator[ExtractedClaim]:
        """One claim for each statement; two where both halves of a sentence stand with their own speakers."""
        actor: str | None = None
        for sentence in self.sentences:
            attributions = self.by_sentence.get(sentence, [])
            if not is_statement(sentence.of(self.text), attributed=bool(attributions)):
                actor = None
                continue
            appraisals = find_appraisals(
                self.text, sentence, quotations=self._find_quoted(sentence), previous_actor=actor
            )
            actor = appraisals[-1].actor if appraisals else None
            for span, attribution in self._split(sentence, attributions):
                yield self._build(span, attribution, appraisals)

    def _find_quoted(self, sentence: Span) -> list[Quotation]:
        first = bisect_right(self.ends, sentence.start)
        last = bisect_left(self.quotations, sentence.end, lo=first, key=lambda q: q.start)
        return self.quotations[first:last]

    def _split(
        self, sentence: Span, attributions: Sequence[Attribution]
    ) -> list[tuple[Span, Attribution | None]]:  # fmt: skip
        """The halves of "A said X, while B said Y"; else the whole sentence with its governing speaker."""
        main = attributions[0] if attributions else None
        if len(attributions) > 1:
            opening = _OPENING.match(self.text, sentence.start, sentence.end)
            whole = Span(opening.end(), sentence.end) if opening else sentence  # "While A said …, B said …"
            for joint in (_COMMA if opening else _JOINT).finditer(self.text, whole.start, whole.end):
                parts = self._split_at(whole, joint, attributions)
                if parts:
                    return parts
        return [(sentence, main)]

    def _split_at(
        self, sentence: Span, joint: re.Match[str], attributions: Sequence[Attribution]
    ) -> list[tuple[Span, Attribution | None]] | None:  # fmt: skip
        if any(q.start < joint.start() < q.end for q in self._find_quoted(sentence)):
            return None
        left = next((a for a in attributions if a.clause.end <= joint.start()), None)
        right = next((a for a in attributions if a.clause.start >= joint.end()), None)
        if not left or not right or left.speaker.start == right.speaker.start:
            return None
        if right.clause.start - joint.end() > 3 or right.speaker.start < joint.end():
            return None
        first = trim_span(self.text, sentence.start, joint.start())
        second = trim_span(self.text, joint.end(), sentence.end)
        if not first or not second or min(first.end - first.start, second.end - second.start) < _MIN_PART:
            return None
        return [(first, left), (second, right)]

    def _build(
        self, span: Span, attribution: Attribution | None, appraisals: Sequence[Appraisal]
    ) -> ExtractedClaim:  # fmt: skip
        quote = span.of(self.text)
        speaker = attribution.speaker if attribution else None
        stance: Stance = attribution.stance if attribution else "asserts"
        kind = find_kind(self._find_direct_words(span) if stance == "quotes" else quote)
        kept = tuple(_name(a, speaker) for a in appraisals if span.start <= a.start and a.end <= span.end)
        worth = find_checkworthiness(_plain(quote), kind, attributed=speaker is not None)
        words = self._stand_alone(span, speaker)
        return ExtractedClaim(span.start, span.end, quote, words, speaker, stance, kind, worth, kept)

    def _find_direct_words(self, span: Span) -> str:
        """What is quoted in the span, if anything longer than a few words is; else the whole span.

        "“It is shut,” said Ada Brandt, who will retire" tells no forecast.
        """
        found = [Span(max(q.start, span.start), min(q.end, span.end)) for q in self._find_quoted(span)]
        words = " ".join(part.of(self.text) for part in found)
        return words if len(words) >= _MIN_PART else span.of(self.text)

    def _stand_alone(self, span: Span, speaker: Speaker | None) -> str:
        """The sentence with the speaker's full name for a pronoun or part of a name, and days of the week dated."""
        edits: list[tuple[Span, str]] = []
        if speaker and speaker.name != speaker.mention and span.start <= speaker.start < span.end:
            mention = Span(speaker.start, speaker.start + len(speaker.mention))
            partial = len(speaker.mention.split()) <= 2 and speaker.mention.lower() not in RELATIVES
            if partial and speaker.name not in speaker.mention:
                edits.append((mention, speaker.name))
        edits.extend(self._find_days(span))
        words, at = [], span.start
        for where, name in sorted(edits, key=lambda e: e[0].start):
            words += [self.text[at : where.start], name]
            at = where.end
        words.append(self.text[at : span.end])
        plain = _plain("".join(words))
        dateline = _DATELINE.match(plain)
        return plain[dateline.end() :] if dateline and len(plain) - dateline.end() > _MIN_PART else plain

    def _find_days(self, span: Span) -> Iterator[tuple[Span, str]]:
        """ "on Friday" with the date of that Friday, where the sentence does not look ahead."""
        quote = span.of(self.text)
        if self.published is None or _FUTURE.search(quote):
            return
        for mention in find_dates(quote):
            day = resolve_date(mention, self.published) if mention.precision == "weekday" else None
            if day and quote[: mention.span.start].endswith("on "):
                at = Span(span.start + mention.span.start, span.start + mention.span.end)
                yield at, f"{mention.span.of(quote)} ({day.day} {day:%B %Y})"
