"""Claims that stand alone: names for pronouns and parts of names, dates for "on Friday", bodies for "the ministry".

Only what the article makes certain is added, and nothing inside direct words: a wrong name is worse than a pronoun.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.attribution_quotes import Quotation
from models.base import Span, Speaker
from models.lexicon import RELATIVES
from models.quantities_dates import find_dates
from models.resolution_bodies import find_body
from models.resolution_days import find_day_words
from models.resolution_people import Gender, People, begins_name, find_people
from models.resolution_pronouns import Antecedent, find_antecedent, find_opening_pronoun, speaks_or_acts

_DATELINE = re.compile(r"[A-Z][A-Z .,’'/-]{2,40}(?:\([A-Z][\w ]*\)\s?)?\s?[—–-]{1,2}\s(?=[“\"‘'(\[]*[^\W_a-z])")
_MIN_PART = 25
_NEAR = 2
_SINGULAR = frozenset({"he", "she"})
_YEAR = re.compile(r"(?<![\w$£€,.])(?:1[5-9]|20)\d\d(?![\w,%])")


@dataclass(frozen=True)
class Edit:
    """Words to put in place of those at `span`."""

    span: Span
    words: str


class Resolver:
    """One article whose sentences are made to stand alone, in the order of the text."""

    def __init__(self, text: str, quotations: Sequence[Quotation], published: date | None) -> None:
        self.text = text
        self.quotations = quotations
        self.ends = [q.end for q in quotations]
        self.published = published
        self.people: People = find_people(text)
        self.previous: list[Span] = []
        self.antecedent: Antecedent | None = None
        self.count = 0
        self.meant: dict[str, int] = {}
        self.opened: dict[int, str] = {}

    def pass_over(self, sentence: Span) -> None:
        """Takes note of a sentence that is no claim: what it names may be meant later."""
        self._go_on(sentence, None)

    def stand_alone(self, span: Span, sentence: Span, speaker: Speaker | None) -> str:
        """The claim at `span` of the sentence, with what its surroundings tell put in; white space made plain."""
        edits = list(self._find_edits(span, sentence, speaker))
        plain = plain_words(_apply(self.text, span, edits))
        dateline = _DATELINE.match(plain)
        return plain[dateline.end() :] if dateline and len(plain) - dateline.end() > _MIN_PART else plain

    def name_speaker(self, speaker: Speaker) -> Speaker:
        """The speaker under the name that was put in for the pronoun; who is a name already stays."""
        name = self.opened.get(speaker.start)
        return replace(speaker, name=name) if name and speaker.name.lower() in _SINGULAR else speaker

    def _find_edits(self, span: Span, sentence: Span, speaker: Speaker | None) -> Iterator[Edit]:
        named = self._find_speaker(span, speaker)
        opened = None if named else self._find_opening(span, sentence)
        self._go_on(sentence, opened[0] if opened else self._as_antecedent(named, speaker))
        taken = [edit for edit in (named, opened and opened[1]) if edit]
        people = () if opened is None else (opened[0].name,)
        others = [*self._find_names(span, speaker, people), *self._find_bodies(span), *self._find_days(span)]
        yield from taken
        yield from (e for e in others if not any(_overlap(e.span, t.span) for t in taken))

    def _find_speaker(self, span: Span, speaker: Speaker | None) -> Edit | None:
        """The speaker's full name for a pronoun or part of a name."""
        if not speaker or speaker.name == speaker.mention or not span.start <= speaker.start < span.end:
            return None
        if (
            len(speaker.mention.split()) > 2
            or speaker.mention.lower() in RELATIVES
            or speaker.name in span.of(self.text)
        ):
            return None  # "The mayor, Ada Brandt, said" tells it already
        name = self._find_certain(speaker)
        return Edit(Span(speaker.start, speaker.start + len(speaker.mention)), name) if name else None

    def _find_certain(self, speaker: Speaker) -> str | None:
        """The name to put in: of a person known to the article, or a proper name of several words."""
        known = self.people.full.get(speaker.name.split()[-1])
        if speaker.mention.lower() in _SINGULAR:
            return known if self._is_near(speaker) else None
        if known and speaker.name.endswith(known):
            return known
        words = speaker.name.split()
        proper = len(words) > 1 and all(word[0].isupper() for word in words) and begins_name(words[0])
        return speaker.name if proper else None

    def _is_near(self, speaker: Speaker) -> bool:
        """Whether the person is one, of that gender, and was speaking or acting in the sentences right before."""
        last = speaker.name.split()[-1]
        known = self.people.full.get(last)
        gender: Gender = "m" if speaker.mention.lower() == "he" else "f"
        if known is None or not speaker.name.endswith(known) or not self.people.may_be(last, gender):
            return False
        if self.antecedent and self.antecedent.name == known:
            return True
        since = self.count - self.meant.get(last, -9)
        if since > _NEAR or (since and self._names_other(last, gender)):
            return False
        if self._has_namesake(last):
            return False
        return speaks_or_acts(self.text, self.previous, self.people, last)

    def _has_namesake(self, last: str) -> bool:
        """Whether two of that family name are in the story: "Rob McIntosh and his son"."""
        return len(self.people.roster.by_last.get(last, ())) > 1

    def _names_other(self, last: str, gender: Gender) -> bool:
        """Whether the sentence before names somebody else who can be meant."""
        found = self.people.find_in(self.previous[-1]) if self.previous else []
        return any(m.last != last and self.people.may_be(m.last, gender) for m in found)

    def _find_opening(self, span: Span, sentence: Span) -> tuple[Antecedent, Edit] | None:
        """The name for "He" or "Her" that opens a sentence, and whom it means."""
        pronoun = find_opening_pronoun(self.text, span)
        if pronoun is None or self._is_quoted(pronoun.span):
            return None
        found = find_antecedent(self.text, pronoun, self.people, self.previous, self.antecedent)
        if found is None or sentence.start != span.start:
            return None
        self.opened[pronoun.span.start] = found.name
        return found, Edit(pronoun.span, found.name + ("’s" if pronoun.possessive else ""))

    def _as_antecedent(self, named: Edit | None, speaker: Speaker | None) -> Antecedent | None:
        """The speaker whom a pronoun meant is meant by the next one too."""
        if named is None or speaker is None or speaker.mention.lower() not in ("he", "she"):
            return None
        return Antecedent(speaker.name, "m" if speaker.mention.lower() == "he" else "f")

    def _go_on(self, sentence: Span, meant: Antecedent | None) -> None:
        if not self.previous or self.previous[-1] != sentence:
            self.previous = [*self.previous[-2:], sentence]
            self.antecedent = meant
            self.count += 1
            for last in {m.last for m in self.people.find_in(sentence)} | (
                {meant.name.split()[-1]} if meant else set()
            ):
                self.meant[last] = self.count

    def _find_names(self, span: Span, speaker: Speaker | None, named: Iterable[str]) -> Iterator[Edit]:
        done = {*named, *([speaker.name] if speaker else [])}
        for mention in self.people.find_partial(span):
            if mention.full not in done and not self._is_quoted(mention.span):
                done.add(mention.full)
                yield Edit(mention.span, mention.full)

    def _find_bodies(self, span: Span) -> Iterator[Edit]:
        found = find_body(self.text, span)
        if found and not self._is_quoted(found[0]):
            yield Edit(*found)

    def _find_days(self, span: Span) -> Iterator[Edit]:
        if self.published is None or not find_dates(span.of(self.text)):
            return
        near = [*self.previous, span]
        years = {int(year) for one in near for year in _YEAR.findall(self.text, one.start, one.end)}
        of_now = not years - {self.published.year}
        for at, words in find_day_words(span.of(self.text), self.published, of_now=of_now):
            there = span.start + at
            if not self._is_quoted(Span(there, there + 1)):
                yield Edit(Span(there, there), words)

    def _is_quoted(self, span: Span) -> bool:
        first = bisect_right(self.ends, span.start)
        last = bisect_left(self.quotations, span.end, lo=first, key=lambda q: q.start)
        return first < last


def plain_words(words: str) -> str:
    """The words with every run of white space made one space."""
    return " ".join(words.split())


def _apply(text: str, span: Span, edits: Sequence[Edit]) -> str:
    words, at = [], span.start
    for edit in sorted(edits, key=lambda e: (e.span.start, e.span.end)):
        if edit.span.start >= at:
            words += [text[at : edit.span.start], edit.words]
            at = edit.span.end
    return "".join([*words, text[at : span.end]])


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
