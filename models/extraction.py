"""Claims of an article: each with its words, its speaker, its stance and its kind."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from models import lexicon
from models.appraisals import find_appraisals
from models.attribution import Attribution, find_attributions, find_credits, find_quotations
from models.attribution_posts import find_posts
from models.attribution_quotes import Quotation
from models.base import Appraisal, ExtractedClaim, Span, Speaker, Stance
from models.clauses import find_clauses
from models.composition import Composed, compose
from models.extraction_signals import (
    find_checkworthiness,
    find_kind,
    is_foreign_statement,
    is_lead_in,
    is_post_statement,
    is_statement,
)
from models.quantities_values import read_day
from models.resolution import Resolver, plain_words
from models.segmentation import find_sentences, trim_span

_JOINT = re.compile(r"(?:;|,)\s(?:while|but|and|whereas)\s|;\s|\s(?:while|but|and)\s")
_OPENING = re.compile(r"(?:while|although|though|whereas|even as)\s", re.IGNORECASE)
_COMMA = re.compile(r",\s")
_MIN_PART = 25
_AROUND = 40


def extract(
    text: str,
    *,
    skip: Sequence[Span] = (),
    title: str | None = None,
    published_at: str | None = None,
    language: str = "en",
) -> list[ExtractedClaim]:
    """Claims in the order of the text; `quote == text[start:end]` for each, in the text's own code points. What is
    read and compared is its composed form (NFC): the same words in another form of writing give the same claims.

    `skip` are spans of litter; in the midst of a sentence they stay in its quote and are left out of its `text`.
    `title` is passed over where it is repeated, `published_at` (ISO 8601) dates "on Friday". Of a text in another
    language than English the sentences are claims, without speaker or appraisal.
    """
    within = [span for span in sorted(skip, key=lambda s: s.start) if _is_within_sentence(text, span)]
    composed = compose(text, within)
    around = [composed.find_composed(span) for span in skip if span not in within]
    found = _extract(composed.text, around, title, published_at, language)
    return found if composed.text is text else [_restore(text, composed, claim) for claim in found]


def _is_within_sentence(text: str, span: Span) -> bool:
    """Whether litter stands in the midst of a line, behind words that no full stop closes."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    line = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2].rstrip()
    return bool(line) and line[-1] not in ".!?" and before not in ("", "\n") and after not in ("", "\n")


def _extract(
    text: str, skip: Sequence[Span], title: str | None, published_at: str | None, language: str
) -> list[ExtractedClaim]:
    english = language.lower().startswith("en")
    sentences = find_sentences(text, [*skip, *find_credits(text, find_quotations(text))] if english else skip)
    if title:
        sentences = [s for s in sentences if plain_words(s.of(text)).rstrip(".") != plain_words(title).rstrip(".")]
    if not english:
        return [_foreign_claim(text, s) for s in sentences if is_foreign_statement(s.of(text))]
    return list(_Extraction(text, sentences, read_day(published_at)).find_claims())


def _restore(text: str, composed: Composed, claim: ExtractedClaim) -> ExtractedClaim:
    """The claim of a composed text at the offsets, and in the words, of the text as it was given."""
    whole = composed.find_origin(Span(claim.start, claim.end))
    speaker, appraisals = claim.speaker, []
    if speaker:
        at = composed.find_origin(Span(speaker.start, speaker.end))
        speaker = replace(speaker, mention=at.of(text), start=at.start, end=at.end)
    for one in claim.appraisals:
        at = composed.find_origin(Span(one.start, one.end))
        appraisals.append(replace(one, words=at.of(text), start=at.start, end=at.end))
    return replace(
        claim, start=whole.start, end=whole.end, quote=whole.of(text), speaker=speaker, appraisals=tuple(appraisals)
    )  # fmt: skip


def _foreign_claim(text: str, span: Span) -> ExtractedClaim:
    quote = span.of(text)
    kind = find_kind(quote)
    return ExtractedClaim(
        span.start, span.end, quote, plain_words(quote), None, "asserts", kind,
        find_checkworthiness(plain_words(quote), kind, attributed=False),
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
        self.quotations = find_quotations(text)
        self.resolver = Resolver(text, self.quotations, published)
        self.posts = find_posts(text)
        self.ends = [q.end for q in self.quotations]
        self.by_sentence: dict[Span, list[Attribution]] = {}
        self.roles: dict[str, str] = {}
        for attribution in find_attributions(text, sentences):
            if attribution.speaker.role:
                self.roles.setdefault(attribution.speaker.name, attribution.speaker.role)
            self.by_sentence.setdefault(attribution.sentence, []).append(attribution)

    def find_claims(self) -> Iterator[ExtractedClaim]:
        """One claim for each statement; two where both halves of a sentence stand with their own speakers."""
        actor: str | None = None
        for sentence in self.sentences:
            attributions = self.by_sentence.get(sentence, [])
            if not self._is_claim(sentence, attributions):
                actor = None
                self.resolver.pass_over(sentence)
                continue
            appraisals = find_appraisals(
                self.text, sentence, quotations=self._find_quoted(sentence), previous_actor=actor
            )
            actor = appraisals[-1].actor if appraisals else None
            for span, attribution in self._split(sentence, attributions):
                yield self._build(span, sentence, attribution, appraisals)

    def _is_claim(self, sentence: Span, attributions: Sequence[Attribution]) -> bool:
        if sentence.end in self.posts.ends:
            return is_post_statement(sentence.of(self.text))
        main = attributions[0] if attributions else None
        if main and main.leads_in and is_lead_in(sentence.of(self.text), before=main.clause.start - sentence.start):
            return False
        return is_statement(sentence.of(self.text), attributed=bool(attributions))

    def _find_quoted(self, sentence: Span) -> list[Quotation]:
        first = bisect_right(self.ends, sentence.start)
        last = bisect_left(self.quotations, sentence.end, lo=first, key=lambda q: q.start)
        return self.quotations[first:last]

    def _split(
        self, sentence: Span, attributions: Sequence[Attribution]
    ) -> list[tuple[Span, Attribution | None]]:  # fmt: skip
        """The halves of "A said X, while B said Y", or of "A did X, and B did Y" in the outlet's own words; else the
        whole sentence with its governing speaker.
        """
        main = attributions[0] if attributions else None
        if main is None:
            return [(part, None) for part in find_clauses(self.text, sentence, self._find_quoted(sentence))]
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
        if right.speaker.name.lower() in lexicon.PRONOUNS:
            return None  # "…, but he worries": nobody knows who
        first = trim_span(self.text, sentence.start, joint.start())
        second = trim_span(self.text, joint.end(), sentence.end)
        if not first or not second or min(first.end - first.start, second.end - second.start) < _MIN_PART:
            return None
        return [(first, left), (second, right)]

    def _build(
        self, span: Span, sentence: Span, attribution: Attribution | None, appraisals: Sequence[Appraisal]
    ) -> ExtractedClaim:  # fmt: skip
        quote = span.of(self.text)
        speaker = attribution.speaker if attribution else None
        stance: Stance = attribution.stance if attribution else "asserts"
        kind = find_kind(self._find_direct_words(span) if stance == "quotes" else quote)
        kept = tuple(_name(a, speaker) for a in appraisals if span.start <= a.start and a.end <= span.end)
        worth = find_checkworthiness(plain_words(quote), kind, attributed=speaker is not None)
        words = self.resolver.stand_alone(span, sentence, speaker)
        speaker = self._name_speaker(speaker) if speaker else None
        return ExtractedClaim(span.start, span.end, quote, words, speaker, stance, kind, worth, kept)

    def _name_speaker(self, speaker: Speaker) -> Speaker:
        """Whom the stand-alone words name for "He" is the speaker too, with the role that he has elsewhere."""
        named = self.resolver.name_speaker(speaker)
        return replace(named, role=named.role or self.roles.get(named.name)) if named is not speaker else speaker

    def _find_direct_words(self, span: Span) -> str:
        """What is quoted in the span, if anything longer than a few words is; else the whole span.

        "“It is shut,” said Ada Brandt, who will retire" tells no forecast.
        """
        found = [Span(max(q.start, span.start), min(q.end, span.end)) for q in self._find_quoted(span)]
        words = " ".join(part.of(self.text) for part in found)
        return words if len(words) >= _MIN_PART else span.of(self.text)
