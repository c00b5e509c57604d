"""A speaker's name and role from the words around it, and from those who spoke before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from models import lexicon
from models.attribution_names import Roster, looks_like_person, strip_possessive, strip_titles
from models.attribution_phrases import Phrase, Token, find_words_of, is_verb_like
from models.attribution_posts import Post
from models.attribution_pronouns import Scene, resolve_pronoun
from models.attribution_verbs import CueMention
from models.base import Span, Speaker

_SINGULAR = frozenset({"he", "she"})
_PARTICLES = frozenset("de da del della der den di du van von bin ibn al el la le dos ter".split())
_OFFICES = frozenset(
    "spokesman spokeswoman spokesperson minister mayor governor senator president chairman chairwoman director judge"
    " ambassador general admiral chief secretary commissioner lawyer professor speaker leader whip coach ceo cfo"
    " executive".split()
)
_SERVING = frozenset(
    "spokesman spokeswoman spokesperson lawyer lawyers aide adviser advisor advisers representative ally allies"
    " supporter supporters friend member friends critic critics counsel attorneys staffer envoy deputy".split()
)
_OF_OFFICES = frozenset("of to for".split())
_MAX_ROLE = 120
_PARTY = re.compile(r"[RDI]-[A-Z]")


@dataclass(frozen=True)
class Memory:
    """Who spoke last, and where; the sentence before. `pronouns` holds what a name was once called."""

    index: int = -10
    speakers: tuple[Speaker, ...] = ()
    previous: Span | None = None
    roles: dict[str, str] = field(default_factory=dict)
    pronouns: dict[str, str] = field(default_factory=dict)

    def after(self, index: int, sentence: Span, speakers: Sequence[Speaker]) -> "Memory":
        """The memory once a sentence is read."""
        roles, pronouns = self.roles, self.pronouns
        for speaker in speakers:
            called = speaker.mention.lower()
            if called in _SINGULAR and speaker.name.lower() not in _SINGULAR:
                pronouns = {**pronouns, speaker.name: called}
            if speaker.role and speaker.name not in roles:
                roles = {**roles, speaker.name: speaker.role}
        if not speakers:
            return replace(self, previous=sentence, roles=roles, pronouns=pronouns)
        kept = (*[s for s in self.speakers if s.name != speakers[0].name][-5:], *speakers[:1])
        return Memory(index, kept, sentence, roles, pronouns)

    def recent(self, index: int) -> Speaker | None:
        """The last speaker, if he spoke in the sentence before or nearly so."""
        return self.speakers[-1] if self.speakers and index - self.index <= 2 else None


def describe_speaker(text: str, tokens: Sequence[Token], cue: CueMention) -> Speaker:
    """Speaker as the sentence puts it: mention verbatim, name without titles, role from title or apposition."""
    phrase = cue.phrase
    described = strip_possessive(find_words_of(text, tokens, phrase))
    name, title = _split_title(described)
    role = ", ".join(part for part in (title, _find_apposition(text, tokens, phrase.last)) if part) or None
    named = _find_name_in_apposition(text, tokens, phrase)
    if named:
        name, role = named, described
    mention, start = described, tokens[phrase.first].start
    if cue.relative is not None:
        mention, start = tokens[cue.relative].text, tokens[cue.relative].start
    words = text[tokens[cue.at].start : tokens[cue.last - 1].end]
    return Speaker(name, role, mention, start, start + len(mention), words)


def describe_holder(text: str, post: Post, memory: Memory) -> Speaker:
    """The holder of a post's account, or whom a quotation is credited to, as the page names them."""
    mention = post.named.of(text)
    name, title = _split_title(mention)
    role = ", ".join(part for part in (title, post.role) if part)
    return Speaker(name, role or memory.roles.get(name), mention, post.named.start, post.named.end, post.cue)


def _find_name_in_apposition(text: str, tokens: Sequence[Token], phrase: Phrase) -> str | None:
    """The name of "its spokeswoman, Ada Brandt, said"."""
    words = tokens[phrase.first : phrase.last]
    office = words[0].low in lexicon.DETERMINERS | lexicon.POSSESSIVES and not words[-1].is_capital
    if len(words) < 2 or not (office or not any(t.is_capital for t in words[1:])):
        return None
    at = end = phrase.last + 1
    while end < len(tokens) and (tokens[end].is_capital or tokens[end].text == "&"):
        end += 1
    closed = end < len(tokens) and tokens[end].text == ","
    if tokens[phrase.last : phrase.last + 1] and tokens[phrase.last].text == "," and closed and end - at >= 2:
        end -= bool(_PARTY.match(tokens[end - 1].text))
        return _split_title(text[tokens[at].start : tokens[end - 1].end])[0]
    return None


def _split_title(mention: str) -> tuple[str, str | None]:
    words = mention.split()
    bare = words[1:] if words[0].lower() in lexicon.DETERMINERS | lexicon.POSSESSIVES else words
    stop = next((i for i, w in enumerate(bare) if w in lexicon.PREPOSITIONS), len(bare))
    titles = [i for i, w in enumerate(bare[:stop]) if w.rstrip(".").lower() in lexicon.TITLES]
    cut = titles[-1] + 1 if titles else 0
    if "and" in bare[:cut] and _names_two(bare[:cut]):
        return mention, None
    if not titles and bare and bare[0][0].islower():
        cut = next((i for i, w in enumerate(bare[:stop]) if w[0].isupper()), 0)
        cut = cut if stop - cut >= 2 and stop == len(bare) else 0
    if cut and cut < stop and _may_be_name(bare[cut:stop], titled=bool(titles)):
        role = None if _is_mood(bare[:cut], bare[stop - 1]) else _clean_role(" ".join(bare[:cut]))
        return " ".join(bare[cut:stop]), role
    return mention, None


def _may_be_name(words: Sequence[str], *, titled: bool) -> bool:
    """Not "General's Office" of "the Attorney General's Office", nor "Department" of "the Justice Department"."""
    if titled and words[-1].lower() in lexicon.BODY_HEADS:
        return False
    owned = any(word.endswith(("’s", "'s")) for word in words)
    return not owned and all(word[0].isupper() or word in _PARTICLES for word in words)


def _is_mood(words: Sequence[str], last: str) -> bool:
    """The "angry" of "an angry Foreign Ministry": no role; "state-run" may be one."""
    return last.lower() in lexicon.BODY_HEADS and len(words) == 1 and words[0].islower() and "-" not in words[0]


def _names_two(words: Sequence[str]) -> bool:
    """A name before "and", and a title before that: "Gov. Ada Brandt and Mayor …" are two people."""
    before = words[: words.index("and")]
    titled = [i for i, word in enumerate(before) if word.rstrip(".").lower() in lexicon.TITLES | _OFFICES]
    return bool(titled) and titled[0] < len(before) - 1 and before[-1][0].isupper()


def _clean_role(words: str) -> str | None:
    return None if words.rstrip(".").lower() in ("mr", "mrs", "ms", "mx") else words


def _find_apposition(text: str, tokens: Sequence[Token], at: int) -> str | None:
    """ ", the mayor of X," after the name."""
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return None
    if tokens[at + 1].low in lexicon.RELATIVES:
        return _find_office(text, tokens, at + 1)
    if not _starts_role(tokens, at + 1):
        return None
    end = at + 1
    while end < len(tokens) and (tokens[end].is_word or tokens[end].text in "&'’-"):
        if tokens[end].low in lexicon.RELATIVES and tokens[end].low != "that":
            break
        end += 1
    if any(t.low in lexicon.AUXILIARIES or is_verb_like(t) for t in tokens[at + 1 : end]):
        return None  # "According to the plan, the council would decide": a clause
    role = text[tokens[at + 1].start : tokens[end - 1].end]
    return role if len(role) <= _MAX_ROLE else None


def _starts_role(tokens: Sequence[Token], at: int) -> bool:
    low = tokens[at].low
    if low in ("the", "a", "an", "his", "her", "its", "their", "former", "chief", "senior", "one"):
        return True
    if any(t.low.endswith(("'s", "s'")) for t in tokens[at : at + 3]):
        return True
    return tokens[at].text[0].islower() and low in lexicon.TITLES


def _find_office(text: str, tokens: Sequence[Token], who: int) -> str | None:
    """ ", who served as the top X in Y,": the office named after "as"."""
    for k in range(who, min(len(tokens) - 1, who + 14)):
        if not tokens[k].is_word:
            return None
        if tokens[k].low == "as" and tokens[k + 1].low in ("the", "a", "an"):
            end = k + 1
            while end < len(tokens) and tokens[end].is_word and tokens[end].low not in ("under", "before", "after"):
                end += 1
            return text[tokens[k + 1].start : tokens[end - 1].end]
    return None


def resolve_speaker(speaker: Speaker, scene: Scene, memory: Memory, *, sentence: Span) -> Speaker:
    """The speaker of the sentence with the name that the article makes certain; otherwise as it stands."""
    low = speaker.name.lower()
    roster = scene.people.roster
    if speaker.mention.lower() == "who" and (tail := _find_person_at_end(speaker.name, roster)):
        return replace(speaker, name=tail, role=memory.roles.get(tail))
    if low in _SINGULAR:
        return _resolve_pronoun(speaker, scene, memory, sentence=sentence)
    if low == "they":
        return _resolve_they(speaker, scene, memory)
    if low.startswith("the ") and len(low.split()) == 2:
        return _resolve_definite(speaker, memory)
    full = roster.find_full_name(speaker.name)
    name, title = (full, None) if full else _as_name(speaker.name, roster)
    role = ", ".join(part for part in (title, speaker.role) if part)
    return replace(speaker, name=name, role=role or memory.roles.get(name))


def _find_person_at_end(name: str, roster: Roster) -> str | None:
    """Whom "who" means after "all eyes on Ada Brandt"."""
    words = name.split()
    link = max((i for i, word in enumerate(words) if word in lexicon.PREPOSITIONS), default=None)
    if link is None or link + 1 == len(words):
        return None
    tail = " ".join(words[link + 1 :])
    return roster.find_full_name(tail) or (tail if looks_like_person(tail, roster) else None)


def _as_name(mention: str, roster: Roster) -> tuple[str, str | None]:
    """A person's name and the office before it: "House majority leader Ada Brandt"; else the mention as it stands."""
    bare = strip_titles(mention)
    if looks_like_person(bare, roster):
        return bare, None
    words = mention.split()
    if "and" in words or "," in mention:
        return mention, None
    starts = (i for i in range(1, len(words) - 1) if looks_like_person(" ".join(words[i:]), roster))
    start = next(starts, None)
    if start is None or not _is_office(words[:start]):
        return mention, None
    return " ".join(words[start:]), " ".join(words[:start])


def _is_office(words: Sequence[str]) -> bool:
    """ "House Speaker", "acting chief of staff", "the bank's economist"; not the "Orsk &" of "Orsk & Isle Lines"."""
    last = words[-1].lower()
    if not last[0].isalpha() or last in lexicon.PREPOSITIONS | lexicon.DETERMINERS:
        return False
    if any(word.lower() in lexicon.PREPOSITIONS - _OF_OFFICES for word in words) or _serves_another(words):
        return False
    return words[-1].islower() or any(word.lower() in lexicon.TITLES or word.lower() in _OFFICES for word in words)


def _serves_another(words: Sequence[str]) -> bool:
    """ "A spokesman for Mayor", "an ally of Senator": the name that follows is another's."""
    low = [word.lower() for word in words]
    link = next((i for i, word in enumerate(low) if word in _OF_OFFICES), None)
    if link is None:
        return False
    return low[0] in ("a", "an", "one", "another") or low[-1] == low[link] or bool(_SERVING & set(low[:link]))


def _resolve_pronoun(speaker: Speaker, scene: Scene, memory: Memory, *, sentence: Span) -> Speaker:
    last = memory.speakers[-1] if memory.speakers else None
    name = resolve_pronoun(scene, speaker, last, sentence=sentence, previous=memory.previous)
    called = speaker.name.lower()
    if name is None or memory.pronouns.get(name, called) != called:
        return speaker
    role = last.role if last and last.name == name else memory.roles.get(name)
    return replace(speaker, name=name, role=role)


def _resolve_they(speaker: Speaker, scene: Scene, memory: Memory) -> Speaker:
    """Several who spoke in the sentence before; "Ada Brandt of the Velm Gardens" is one."""
    last = memory.speakers[-1] if memory.speakers else None
    if last and looks_like_person(last.name.partition(" of ")[0], scene.people.roster):
        return speaker
    if last and memory.previous and last.start >= memory.previous.start and last.mention.split()[-1].endswith("s"):
        return replace(speaker, name=last.name, role=last.role)
    return speaker


def _resolve_definite(speaker: Speaker, memory: Memory) -> Speaker:
    """ "The official noted" after "a senior official said" is that official."""
    noun = speaker.name.lower().split()[-1]
    holders = {name: role for name, role in memory.roles.items() if noun in role.lower().split() and name[:1].isupper()}
    if len(holders) == 1 and noun in _OFFICES:
        ((name, role),) = holders.items()
        return replace(speaker, name=name, role=role)
    last = memory.speakers[-1] if memory.speakers else None
    if last and memory.previous and last.start >= memory.previous.start and noun in last.mention.lower().split():
        return replace(speaker, name=last.name, role=last.role)
    return speaker
