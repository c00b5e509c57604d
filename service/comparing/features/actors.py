"""Features of who did what to whom, of whom and where the statements speak, and who holds them."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.base import Span
from service.comparing.features.base import NOTHING, Feature, explained, found
from service.comparing.reading import Reading
from service.comparing.tokens import Word
from service.domain.bodies import find_bodies

ROLE_REACH = 7
FEWEST_SHARED = 3
"""A deed has a verb and two names, all of which the other statement must have."""
_MUTUAL = frozenset("meet met agre talk marri join share discuss compar team said say told tell".split())
_BE = frozenset("is are was were been be being get got".split())
_TITLE_WORDS = frozenset("president minister secretary senator mr mrs ms dr sir the of former".split())


@dataclass(frozen=True)
class _Deed:
    """A verb with a word before and after it that the other side has too, as doer and as whom it is done to."""

    doer: str
    verb: str
    other: str
    span: Span


def roles_swapped(a: Reading, b: Reading) -> Feature:
    """Who does it and to whom it is done are exchanged; "A sued B" and "B was sued by A" are not."""
    first, second = _find_deeds(a, b), _find_deeds(b, a)
    same = {(d.doer, d.verb, d.other) for d in first} & {(d.doer, d.verb, d.other) for d in second}
    for p in first:
        for q in second:
            if not same and p.verb == q.verb and (p.doer, p.other) == (q.other, q.doer):
                return explained("Who did it to whom is exchanged: “{a}” against “{b}”.", (a, p.span), (b, q.span))
    return NOTHING


def same_roles(a: Reading, b: Reading) -> Feature:
    """The same one does the same to the same, in active or passive voice."""
    deeds = [{(d.doer, d.verb, d.other) for d in _find_deeds(x, y)} for x, y in ((a, b), (b, a))]
    return found(bool(deeds[0] & deeds[1]))


def other_person(a: Reading, b: Reading) -> Feature:
    """The statements name two people with one last name and different first names, and neither names both."""
    for p in a.persons:
        for q in b.persons:
            alike = {name[0] for name in p.given} & {name[0] for name in q.given}
            if p.last == q.last and not alike and not p.given & _all_names(b) and not q.given & _all_names(a):
                return explained("They speak of different people: “{a}” and “{b}”.", (a, p.span), (b, q.span))
    return NOTHING


def other_subject(a: Reading, b: Reading) -> Feature:
    """Each statement begins with a name, not its speaker's, that the other does not have by whatever name."""
    first, second = _find_subject(a), _find_subject(b)
    if not first or not second or first.body & second.body or _says_it(first, a) or _says_it(second, b):
        return NOTHING
    if first.words & second.names_of_statement or second.words & first.names_of_statement:
        return NOTHING
    return explained("They begin with different names: “{a}” and “{b}”.", (a, first.span), (b, second.span))


def places_differ(a: Reading, b: Reading) -> Feature:
    """Both statements say where, and the places have no name in common."""
    if not a.places or not b.places or any(p.words & q.words for p in a.places for q in b.places):
        return NOTHING
    p, q = a.places[0], b.places[0]
    if p.words & _all_names(b) or q.words & _all_names(a):
        return NOTHING
    return explained("The places differ: “{a}” against “{b}”.", (a, p.span), (b, q.span))


def same_holder(a: Reading, b: Reading) -> Feature:
    """Both statements are attributed to the same speaker, by whatever name."""
    return found(_compare_holders(a, b) is True)


def other_holder(a: Reading, b: Reading) -> Feature:
    """The statements are attributed to different speakers."""
    return found(_compare_holders(a, b) is False)


@dataclass(frozen=True)
class _Subject:
    words: frozenset[str]
    body: frozenset[str]
    names_of_statement: frozenset[str]
    span: Span


def _find_deeds(reading: Reading, other: Reading) -> list[_Deed]:
    return list(_iterate_deeds(reading, other))


def _iterate_deeds(reading: Reading, other: Reading) -> Iterator[_Deed]:
    """Verbs between two names that the other statement has too; which words are verbs is not known, only their place.

    "From A to B" is a deed of its own.
    """
    yield from _find_directions(reading)
    shared = reading.content & other.content
    if len(shared) < FEWEST_SHARED:
        return
    for place, verb in enumerate(reading.words):
        if verb.stem not in shared or verb.is_name or verb.stem in _MUTUAL:
            continue
        before = _nearest(reading.words[max(0, place - ROLE_REACH) : place][::-1], shared, verb)
        after = _nearest(reading.words[place + 1 : place + 1 + ROLE_REACH], shared, verb)
        if not before or not after or before.stem == after.stem:
            continue
        passive = _is_passive(reading, place)
        if passive and not _has_agent(reading, place):
            continue
        doer, whom = (after, before) if passive else (before, after)
        yield _Deed(_actor(doer), verb.stem, _actor(whom), Span(before.span.start, after.span.end))


def _find_directions(reading: Reading) -> Iterator[_Deed]:
    words = reading.words
    for start, word in enumerate(words[:-3]):
        end = next(
            (i for i in range(start + 2, min(start + 5, len(words) - 1)) if words[i].low in ("to", "into")), None
        )
        if word.low == "from" and end and words[start + 1].is_name and words[end + 1].is_name:
            span = Span(word.span.start, words[end + 1].span.end)
            yield _Deed(_actor(words[start + 1]), "from", _actor(words[end + 1]), span)


def _nearest(words: tuple[Word, ...], shared: frozenset[str], verb: Word) -> Word | None:
    """The nearest name of the verb's clause that the other statement has too."""
    return next((w for w in words if w.clause == verb.clause and w.stem in shared and _can_act(w)), None)


def _can_act(word: Word) -> bool:
    return word.is_name or (word.place == 0 and word.is_content) or (word.place == 1 and word.is_content)


def _actor(word: Word) -> str:
    return next(iter(find_bodies(word.low.capitalize())), word.stem)


def _is_passive(reading: Reading, place: int) -> bool:
    participle = reading.words[place].low.endswith(("ed", "en", "t", "d", "n"))
    being = any(w.low in _BE for w in reading.words[max(0, place - 3) : place])
    return participle and (being or reading.words[place + 1].low == "by")


def _has_agent(reading: Reading, place: int) -> bool:
    """Whether a passive verb says by whom: "acquitted in the Senate" does not."""
    return any(w.low == "by" for w in reading.words[place + 1 : place + 4])


def _find_subject(reading: Reading) -> _Subject | None:
    """The first run of capitalised words within the first eight words."""
    text = reading.statement.text
    start = next((i for i, w in enumerate(reading.words[:8]) if _begins_name(w, text)), None)
    if start is None:
        return None
    end = start
    while end + 1 < len(reading.words) and _continues(reading, end):
        end += 1
    run = reading.words[start : end + 1]
    span = Span(run[0].span.start, run[-1].span.end)
    words = frozenset(w.low.removesuffix("'s") for w in run) - _TITLE_WORDS
    return _Subject(words, frozenset(find_bodies(span.of(text))), _all_names(reading), span) if words else None


def _says_it(subject: _Subject, reading: Reading) -> bool:
    """Whether the name is that of who says it, which is not what it is about: "Rell denied that …"."""
    speaker = reading.statement.speaker or ""
    return bool(subject.words & set(speaker.lower().split()) or subject.body & set(find_bodies(speaker)))


def _begins_name(word: Word, text: str) -> bool:
    return word.is_content and text[word.span.start].isupper() and (word.is_name or word.place > 0)


def _continues(reading: Reading, end: int) -> bool:
    text, this, following = reading.statement.text, reading.words[end], reading.words[end + 1]
    return text[this.span.end : following.span.start] == " " and text[following.span.start].isupper()


def _all_names(reading: Reading) -> frozenset[str]:
    capital = (w.low.removesuffix("'s") for w in reading.words if reading.statement.text[w.span.start].isupper())
    return frozenset(capital) | reading.body_names


def _compare_holders(a: Reading, b: Reading) -> bool | None:
    """True for one speaker, False for two, None where one is not known."""
    first, second = a.statement.speaker, b.statement.speaker
    if not first or not second:
        return None
    if set(find_bodies(first)) & set(find_bodies(second)):
        return True
    words = [{w for w in name.lower().replace("'s", "").split() if w not in _TITLE_WORDS} for name in (first, second)]
    return bool(words[0] & words[1])
