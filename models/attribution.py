"""Who says what: the attributions of an article, with speakers resolved as far as the article makes it certain."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.attribution_cues import find_cues, is_headline_mark, names_office
from models.attribution_evidence import find_evidence
from models.attribution_names import Roster, build_roster
from models.attribution_phrases import QUOTE, Token, find_tokens
from models.attribution_quotes import Quotation, find_quotations
from models.attribution_speakers import Memory, describe_speaker, resolve_speaker
from models.attribution_verbs import CueMention
from models.attribution_weights import load_weights
from models.base import Span, Speaker, Stance
from models.lexicon_speech import SURE_WORDS
from models.segmentation import find_sentences

__all__ = ["Attribution", "Quotation", "find_attributions", "find_quotations"]

_MAX_SENTENCE = 2_000
_QUOTED_SHARE = 0.5
_MIN_QUOTED = 12
_CLEARLY = 0.15
_LEAST_FOR_SURE = 0.2


@dataclass(frozen=True)
class Attribution:
    """One sentence held by a speaker; `primary` for the one that governs the whole sentence.

    `clause` covers the speaker and the attributing word; `carried` says that the speaker stands in an earlier sentence.
    """

    sentence: Span
    clause: Span
    speaker: Speaker
    stance: Stance
    primary: bool = True
    carried: bool = False


def find_attributions(text: str, sentences: Sequence[Span] | None = None) -> list[Attribution]:
    """Attributions in the order of their sentences; a sentence that the outlet asserts itself has none."""
    spans = list(find_sentences(text)) if sentences is None else list(sentences)
    return list(_Reader(text, spans).read())


class _Reader:
    """One pass over the sentences of an article, remembering who spoke last."""

    def __init__(self, text: str, sentences: list[Span]) -> None:
        self.text = text
        self.sentences = sentences
        self.quotations = find_quotations(text)
        self.ends = [q.end for q in self.quotations]
        self.roster: Roster = build_roster(text)
        self.memory = Memory()
        self.weights = load_weights()

    def read(self) -> Iterator[Attribution]:
        for index, sentence in enumerate(self.sentences):
            found = self._read_sentence(index, sentence)
            yield from found
            self.memory = self.memory.after(index, sentence, [a.speaker for a in found])

    def _read_sentence(self, index: int, sentence: Span) -> list[Attribution]:
        if sentence.end - sentence.start > _MAX_SENTENCE:
            return []
        quoted = self._find_quoted(sentence)
        tokens = find_tokens(self.text, sentence, quoted)
        cues = self._find_cues(tokens)
        if not cues:
            return self._carry(index, sentence, quoted)
        main = self._choose_main(tokens, cues)
        ordered = [main, *(c for c in cues if c is not main)]
        return [self._attribute(sentence, tokens, c, primary=c is main) for c in ordered]

    def _find_cues(self, tokens: list[Token]) -> list[CueMention]:
        if _is_bare_quotation(tokens):
            return []
        return [c for c in find_cues(tokens) if self._is_attributing(tokens, c)]

    def _is_attributing(self, tokens: list[Token], cue: CueMention) -> bool:
        """Beside the mark of a headline stands a speaker only if the article names him again: "Update:" is none."""
        if is_headline_mark(tokens, cue):
            return names_office(tokens, cue) or self.roster.is_repeated(tokens[cue.phrase.last - 1].text)
        if _is_writer(tokens, cue):
            return False
        least = _LEAST_FOR_SURE if tokens[cue.at].low in SURE_WORDS else self.weights.threshold
        return self._find_probability(tokens, cue) >= least

    def _choose_main(self, tokens: list[Token], cues: list[CueMention]) -> CueMention:
        """The attribution that governs the sentence by its form, unless another is clearly more probable."""
        governing = _find_governing(tokens, cues)
        if len(cues) == 1:
            return governing
        likeliest = max(cues, key=lambda c: self._find_probability(tokens, c))
        margin = self._find_probability(tokens, likeliest) - self._find_probability(tokens, governing)
        return likeliest if margin > _CLEARLY else governing

    def _find_probability(self, tokens: list[Token], cue: CueMention) -> float:
        return 1.0 if is_headline_mark(tokens, cue) else self.weights.find_probability(find_evidence(tokens, cue))

    def _find_quoted(self, sentence: Span) -> list[Quotation]:
        first = bisect_right(self.ends, sentence.start)
        last = bisect_left(self.quotations, sentence.end, lo=first, key=lambda q: q.start)
        return self.quotations[first:last]

    def _attribute(self, sentence: Span, tokens: list[Token], cue: CueMention, *, primary: bool) -> Attribution:
        speaker = describe_speaker(self.text, tokens, cue)
        speaker = resolve_speaker(self.text, speaker, self.roster, self.memory)
        clause = Span(tokens[cue.first].start, max(tokens[cue.last - 1].end, tokens[cue.phrase.last - 1].end))
        stance: Stance = "denies" if cue.denies else "quotes" if _is_quoted(tokens) else "reports"
        return Attribution(sentence, clause, speaker, stance, primary)

    def _carry(self, index: int, sentence: Span, quoted: list[Quotation]) -> list[Attribution]:
        """A sentence of direct words with no verb: the last speaker goes on, if near enough."""
        covered = sum(min(q.end, sentence.end) - max(q.start, sentence.start) for q in quoted)
        if covered < 0.6 * (sentence.end - sentence.start):
            return []
        speaker = self._find_speaker_ahead(index, quoted[-1]) or self.memory.recent(index)
        if speaker is None:
            return []
        return [Attribution(sentence, Span(sentence.start, sentence.start), speaker, "quotes", carried=True)]

    def _find_speaker_ahead(self, index: int, quotation: Quotation) -> Speaker | None:
        """Who closes a quotation that runs over this sentence: “A. B,” X said."""
        for sentence in self.sentences[index + 1 : index + 8]:
            if sentence.start >= quotation.end:
                return None
            tokens = find_tokens(self.text, sentence, self._find_quoted(sentence))
            cues = self._find_cues(tokens)
            if cues:
                speaker = describe_speaker(self.text, tokens, self._choose_main(tokens, cues))
                return resolve_speaker(self.text, speaker, self.roster, self.memory)
        return None


def _is_writer(tokens: Sequence[Token], cue: CueMention) -> bool:
    """ "I think", "we know", "you see" outside a quotation: the writer speaks, that is the outlet."""
    return tokens[cue.phrase.first].low.partition("'")[0] in ("i", "we", "you")


def _is_bare_quotation(tokens: Sequence[Token]) -> bool:
    return all(t.low == QUOTE or not t.is_word for t in tokens)


def _find_governing(tokens: Sequence[Token], cues: Sequence[CueMention]) -> CueMention:
    """The attribution that governs the sentence: one that closes it, else the first firm one."""
    beside = [c for c in cues if c.firm and c.kind == "say" and _is_beside_quotation(tokens, c)]
    firm = [c for c in cues if c.firm]
    last = next((c for c in reversed(firm) if c.kind == "say"), cues[-1])
    closes = last.trailing and last.firm and (last.at > 3 or len(cues) == 1)
    if closes and not any(_holds(tokens, outer, last) for outer in firm):
        return last
    said = [c for c in firm if c.kind == "say"]
    return (beside or said or firm or list(cues))[0]


def _holds(tokens: Sequence[Token], outer: CueMention, inner: CueMention) -> bool:
    """Whether the inner attribution is part of what the outer one says: "X said that the report warns of …"."""
    between = tokens[outer.at + 1 : inner.phrase.first]
    return outer.at < inner.phrase.first and all(t.is_word for t in between) and outer.kind == "say"


def _is_beside_quotation(tokens: Sequence[Token], cue: CueMention) -> bool:
    first = cue.first - 1
    return first >= 0 and tokens[first].low == QUOTE


def _is_quoted(tokens: Sequence[Token]) -> bool:
    """Whether direct words make up the sentence apart from who said them."""
    quoted = sum(t.end - t.start for t in tokens if t.low == QUOTE)
    longest = max((t.end - t.start for t in tokens if t.low == QUOTE), default=0)
    whole = tokens[-1].end - tokens[0].start
    opens = tokens[0].low == QUOTE and tokens[0].end - tokens[0].start >= _MIN_QUOTED
    return opens or quoted >= _QUOTED_SHARE * whole or (longest >= 25 and quoted >= 0.3 * whole)
