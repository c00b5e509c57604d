"""Who says what: the attributions of an article, with speakers resolved as far as the article makes it certain."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.attribution_choice import Weighed, choose_main, find_strong, introduces_block, weigh_cues
from models.attribution_names import Roster, build_roster
from models.attribution_phrases import QUOTE, Token, Tokens, find_tokens
from models.attribution_posts import Post, find_credited_quotations, find_posts
from models.attribution_pronouns import Scene
from models.attribution_quotes import Quotation, find_quotations
from models.attribution_speakers import Memory, describe_holder, describe_speaker, resolve_speaker
from models.attribution_turns import find_turns
from models.attribution_verbs import CueMention
from models.attribution_voice import is_own_voice
from models.base import Span, Speaker, Stance
from models.resolution_people import find_people
from models.segmentation import find_sentences

__all__ = ["Attribution", "Quotation", "find_attributions", "find_quotations"]

_MAX_SENTENCE = 2_000
_QUOTED_SHARE = 0.5
_MIN_QUOTED = 12
_LONG_QUOTATION = 24
_FEW_WORDS = 3
_NAMED_BEHIND = re.compile(r"\s*[A-Z][\w.’'-]+\s+[A-Z][\w.’'-]+\s*,\s")
"""Who said it without the verb, as after "“It holds,” Ada Brandt, the engineer.": surely not who spoke before."""


@dataclass(frozen=True)
class Attribution:
    """One sentence held by a speaker; `primary` for the one that governs the whole sentence.

    `clause` covers the speaker and the attributing word; `carried` says that the speaker stands in another sentence or
    in the credit of a post, `leads_in` that the sentence ends in a colon before the paragraph that it attributes.
    """

    sentence: Span
    clause: Span
    speaker: Speaker
    stance: Stance
    primary: bool = True
    carried: bool = False
    leads_in: bool = False


def find_attributions(text: str, sentences: Sequence[Span] | None = None) -> list[Attribution]:
    """Attributions in the order of their sentences; a sentence that the outlet asserts itself has none."""
    spans = find_sentences(text, find_credits(text, find_quotations(text))) if sentences is None else list(sentences)
    return list(_Reader(text, spans).read())


def find_credits(text: str, quotations: Sequence[Quotation]) -> list[Span]:
    """What says whose a post or a quotation is, with the links around it: no part of a sentence."""
    return [*find_posts(text).litter, *find_credited_quotations(text, quotations).litter, *find_turns(text).litter]


class _Reader:
    """One pass over the sentences of an article, remembering who spoke last."""

    def __init__(self, text: str, sentences: list[Span]) -> None:
        self.text = text
        self.sentences = sentences
        self.quotations = find_quotations(text)
        self.ends = [q.end for q in self.quotations]
        self.roster: Roster = build_roster(text)
        self.own_voice = is_own_voice(text, self.quotations)
        self.scene = Scene(text, find_people(text), self.quotations)
        self.memory = Memory()
        self.weighed: dict[Span, tuple[Tokens, list[Weighed]]] = {}
        self.posts = find_posts(text)
        self.turns = find_turns(text)
        self.credited = find_credited_quotations(text, self.quotations)
        self.block: tuple[Span, Speaker] | None = None
        self.in_post: Attribution | None = None
        self.opened: tuple[int, Speaker] | None = None
        self.speaks = False

    def read(self) -> Iterator[Attribution]:
        for index, sentence in enumerate(self.sentences):
            post = self.turns.find(sentence) or self.posts.find(sentence) or self.credited.find(sentence)
            if post:
                yield self._read_post(sentence, post)
                self.memory = self.memory.after(index, sentence, ())
                continue
            found = self._read_sentence(index, sentence)
            yield from found
            self.memory = self.memory.after(index, sentence, [a.speaker for a in found or self._read_weak(sentence)])

    def _read_sentence(self, index: int, sentence: Span) -> list[Attribution]:
        if sentence.end - sentence.start > _MAX_SENTENCE:
            return []
        tokens, weighed = self._weigh(sentence)
        weighed = find_strong(tokens, weighed)
        if not weighed:
            return self._carry(index, sentence, self._find_quoted(sentence))
        main = choose_main(tokens, weighed)
        self.speaks = main.kind in ("say", "show") or tokens[-1].text == ":" or _is_quoted(tokens)
        ordered = [main, *(w.cue for w in weighed if w.cue is not main)]
        found = [self._attribute(sentence, tokens, c, primary=c is main) for c in ordered]
        if introduces_block(tokens, main) and (block := self._find_paragraph_below(sentence)):
            self.block = (block, found[0].speaker)
            found[0] = replace(found[0], leads_in=True)
        self._remember_opener(sentence, tokens, found)
        return found

    def _read_weak(self, sentence: Span) -> list[Attribution]:
        """Of whom the sentence speaks without telling his words: remembered, not attributed."""
        tokens, weighed = self._weigh(sentence) if sentence.end - sentence.start <= _MAX_SENTENCE else ((), [])
        if not weighed:
            return []
        self.speaks = False
        return [self._attribute(sentence, tokens, choose_main(tokens, weighed), primary=False)]

    def _remember_opener(self, sentence: Span, tokens: Tokens, found: Sequence[Attribution]) -> None:
        """Whose words begin here and go on: "“You?” a reporter asked, to which Ada Brandt replied: “Not us. Them.”"."""
        quoted = self._find_quoted(sentence)
        if not quoted or quoted[-1].end <= sentence.end:
            return
        start = max(t.start for t in tokens if t.low == QUOTE)
        nearest = max((a for a in found if a.clause.end <= start), key=lambda a: a.clause.end, default=None)
        if nearest and len(self.text[nearest.clause.end : start].split()) <= _FEW_WORDS:
            self.opened = (quoted[-1].start, nearest.speaker)

    def _weigh(self, sentence: Span) -> tuple[Tokens, list[Weighed]]:
        """Words and attributions of the sentence; read once, also where a quotation looks ahead."""
        if sentence not in self.weighed:
            tokens = find_tokens(self.text, sentence, self._find_quoted(sentence))
            opens = sentence == self.sentences[0]
            self.weighed[sentence] = (tokens, weigh_cues(tokens, self.roster, opens=opens, own_voice=self.own_voice))
        return self.weighed[sentence]

    def _find_quoted(self, sentence: Span) -> list[Quotation]:
        first = bisect_right(self.ends, sentence.start)
        last = bisect_left(self.quotations, sentence.end, lo=first, key=lambda q: q.start)
        return self.quotations[first:last]

    def _attribute(self, sentence: Span, tokens: Tokens, cue: CueMention, *, primary: bool) -> Attribution:
        speaker = describe_speaker(self.text, tokens, cue)
        speaker = resolve_speaker(speaker, self.scene, self.memory, sentence=sentence)
        clause = Span(tokens[cue.first].start, max(tokens[cue.last - 1].end, tokens[cue.phrase.last - 1].end))
        stance: Stance = "denies" if cue.denies else "quotes" if _is_quoted(tokens) else "reports"
        return Attribution(sentence, clause, speaker, stance, primary)

    def _carry(self, index: int, sentence: Span, quoted: list[Quotation]) -> list[Attribution]:
        """A sentence of direct words with no verb: the last speaker goes on, if near enough."""
        in_block = self.block and self.block[0].start <= sentence.start < self.block[0].end
        covered = sum(min(q.end, sentence.end) - max(q.start, sentence.start) for q in quoted)
        if covered < 0.6 * (sentence.end - sentence.start):
            return [_carry_on(sentence, self.block[1])] if self.block and in_block else []
        if _NAMED_BEHIND.match(self.text, quoted[-1].end, sentence.end):
            return []
        if self.opened and quoted[0].start == self.opened[0]:
            return [_carry_on(sentence, self.opened[1])]
        speaker = self._find_speaker_ahead(index, quoted[-1])
        if speaker is None and not self._is_anothers(quoted[0]):
            speaker = self._find_last_speaker(index, sentence)
        if speaker is None:
            return []
        return [_carry_on(sentence, speaker)]

    def _is_anothers(self, quotation: Quotation) -> bool:
        """Opened within a sentence whose own speaker is not known: the one before that sentence did not say it."""
        at = bisect_right(self.sentences, quotation.start, key=lambda s: s.start) - 1
        opening = self.sentences[at] if at >= 0 else None
        last = self.memory.speakers[-1] if self.memory.speakers else None
        if opening is None or last is None or quotation.start <= opening.start + 1:
            return False
        return quotation.end > opening.end and last.start < opening.start

    def _find_last_speaker(self, index: int, sentence: Span) -> Speaker | None:
        """Who spoke last and may go on: in a new paragraph only who was quoted or said something, not who did."""
        previous = self.memory.previous
        apart = previous is None or "\n" in self.text[previous.end : sentence.start]
        return None if apart and not self.speaks else self.memory.recent(index)

    def _read_post(self, sentence: Span, post: Post) -> Attribution:
        """The holder's own words, unless the sentence quotes somebody directly: "Odo Rell: “It will not hold.”"."""
        tokens, weighed = self._weigh(sentence)
        inner = self._attribute(sentence, tokens, choose_main(tokens, weighed), primary=True) if weighed else None
        quoted = self._find_quoted(sentence)
        if inner and (inner.stance == "quotes" or any(self._follows_colon(q) for q in quoted)):
            self.in_post = replace(inner, stance="quotes")
            return self.in_post
        begun = quoted[0].start if quoted else sentence.start
        if self.in_post and self.in_post.sentence.start <= begun < self.in_post.sentence.end:
            return _carry_on(sentence, self.in_post.speaker)
        return _carry_on(sentence, describe_holder(self.text, post, self.memory))

    def _follows_colon(self, quotation: Quotation) -> bool:
        return quotation.length >= _LONG_QUOTATION and self.text[
            max(0, quotation.start - 3) : quotation.start
        ].rstrip().endswith(":")

    def _find_paragraph_below(self, sentence: Span) -> Span | None:
        """The paragraph after the one that the sentence closes."""
        start = sentence.end + len(self.text[sentence.end :]) - len(self.text[sentence.end :].lstrip())
        if "\n" not in self.text[sentence.end : start]:
            return None
        end = self.text.find("\n", start)
        return Span(start, end if end >= 0 else len(self.text))

    def _find_speaker_ahead(self, index: int, quotation: Quotation) -> Speaker | None:
        """Who closes a quotation that runs over this sentence: “A. B,” X said."""
        for sentence in self.sentences[index + 1 : index + 8]:
            if sentence.start >= quotation.end:
                return None
            tokens, weighed = self._weigh(sentence)
            if weighed:
                speaker = describe_speaker(self.text, tokens, choose_main(tokens, weighed))
                return resolve_speaker(speaker, self.scene, self.memory, sentence=sentence)
        return None


def _carry_on(sentence: Span, speaker: Speaker) -> Attribution:
    return Attribution(sentence, Span(sentence.start, sentence.start), speaker, "quotes", carried=True)


def _is_quoted(tokens: Sequence[Token]) -> bool:
    """Whether direct words make up the sentence apart from who said them."""
    quoted = sum(t.end - t.start for t in tokens if t.low == QUOTE)
    longest = max((t.end - t.start for t in tokens if t.low == QUOTE), default=0)
    whole = tokens[-1].end - tokens[0].start
    opens = tokens[0].low == QUOTE and tokens[0].end - tokens[0].start >= _MIN_QUOTED
    return opens or quoted >= _QUOTED_SHARE * whole or (longest >= 25 and quoted >= 0.3 * whole)
