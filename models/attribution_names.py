"""People and bodies of an article: full names for partial ones, and what pronouns stand for when it is certain."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models import lexicon
from models.lexicon_names import FEMALE_NAMES, MALE_NAMES
from models.remembering import remembered

_FIRST_NAMES = MALE_NAMES | FEMALE_NAMES
_NAME = re.compile(
    r"(?:(?P<title>(?:[A-Z][\w’'-]*\.?\s){0,2}(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Maj|Adm|Rev|"
    r"President|Senator|Governor|General|Secretary|Minister|Chancellor|Mayor|Judge|Professor|Speaker|Leader|Whip|"
    r"Chairman|Chairwoman|Congressman|Congresswoman|Justice|Ambassador|Commissioner|Director|Chief|"
    r"Sheriff|Coach|Officer|Attorney|Spokesman|Spokeswoman)\.?)\s)?"
    r"(?P<name>[^\W\d_a-z][^\W\d_]*(?:[-’'][^\W\d_a-z][^\W\d_]*)?"
    r"(?:\s(?:[A-Z]\.|de|da|del|della|der|den|di|du|van|von|bin|ibn|al|el|la|le|dos|ter)){0,3}"
    r"(?:\s[^\W\d_a-z][^\W\d_]+(?:[-’'][^\W\d_a-z][^\W\d_]*)*){1,2})"
)
_CAPITALISED = re.compile(r"[A-Z][^\W_]+(?![\w:])")
_LEADING = re.compile(r"^(?:the|a|an|his|her|its|their|our|my)\s+", re.IGNORECASE)
_SMALL_WORD = re.compile(r"\b[^\W\d_A-Z]\w*")
_POSSESSIVE = re.compile(r"(?:’s|'s|’|')$")
_PLACE_STARTS = frozenset(
    "new north south east west northern southern eastern western central san los las saint united"
    " supreme white high"
    " grand great republican democratic democrat american african european russian chinese british"
    " social national"
    " international federal royal black islamic super happy good democrats republicans".split()
)
_THINGS = frozenset(
    "policy policies deal deals plan plans program programme rule rules bill law laws order service services terms"
    " review report reports fund account accounts show prize award awards house office street avenue bridge river lake"
    " island county city state states day week month year night morning crisis question questions".split()
)
"""What ends a name of no person: "Privacy Policy", "Green Deal"."""
_JUNIOR = re.compile(r",?\s(?:Jr|Sr)\b")
_KINDS = frozenset("Republican Republicans Democrat Democrats Democratic American British Independent".split())
_OPENING = frozenset(
    "Should Could Would Did Does Has Have Had Is Are Was Were Must Might Shall But And So Yet When While If As After"
    " Because Though Although Since Meanwhile However Later Earlier Then Now Today Once Still Also Even Only Just"
    " Like Unlike Under Whether What Why How Who Where That Than".split()
)
"""They open "Should Rell lose"; "Will", "May", "Can" and "Do" are names of people too."""
_OFFICE_OF = re.compile(r"\b(?:[Ss]ecretary|[Cc]hief|[Mm]inister|[Dd]irector|[Pp]resident|[Ss]peaker)\sof\s$")


@dataclass(frozen=True)
class Roster:
    """Full names by last name, and for a last name whether a man or woman was named by a title."""

    by_last: dict[str, tuple[str, ...]]
    gender: dict[str, str]
    counts: dict[str, int]

    def count(self, word: str) -> int:
        """How often the capitalised word stands in the article, places before a colon left out."""
        return self.counts.get(word.removesuffix("’s").removesuffix("'s"), 0)

    def is_person(self, last_name: str) -> bool:
        """Whether a full name of the article ends in that name."""
        return last_name in self.by_last

    def find_full_name(self, mention: str) -> str | None:
        """The one full name in the article that ends in the bare name; None when there is none, or two."""
        bare = strip_titles(mention)
        full = self.by_last.get(bare.split()[-1], ()) if bare else ()
        if len(bare.split()) == 1 and len(full) == 1 and not _LEADING.match(mention):
            return full[0]
        return None


@remembered(2)
def build_roster(text: str) -> Roster:
    """All full names of the text that look like persons. Kept: two readers ask for it in turn."""
    full: dict[str, dict[str, None]] = {}
    gender: dict[str, str] = {}
    for match in _find_names(text):
        name = _POSSESSIVE.sub("", match.group("name"))
        words = _without_opening(text, match.start("name"), name.split())
        junior = words[-1] in ("Jr", "Sr") or _JUNIOR.match(text, match.end())
        words = words[:-1] if words[-1] in ("Jr", "Sr") else words
        if len(words) > 1 and _is_person(text, match.start("name"), words):
            named = full.setdefault(words[-1], {})
            named[" ".join(words)] = None
            if junior:
                named[f"{words[0]} Jr."] = None  # the last name alone may mean the father or the son
    for match in re.finditer(r"\b(Mr|Mrs|Ms|Sir|Dame|Lord|Lady)\.?\s(?:[A-Z][\w’-]*\.?\s)?([A-Z][^\W\d_]+)", text):
        gender.setdefault(match.group(2), "m" if match.group(1).lower() in lexicon.MALE_TITLES else "f")
    counts = Counter(_CAPITALISED.findall(text))
    return Roster({last: _merge(names) for last, names in full.items()}, gender, counts)


def _find_names(text: str) -> Iterator[re.Match[str]]:
    """What looks like a name; behind "European Union" or "Harbour Trust CEO" within a match another may begin."""
    at = 0
    while match := _NAME.search(text, at):
        words = match.group("name").split()
        body = len(words) == 3 and (words[1].lower() in lexicon.BODY_HEADS or _opens_at_third(words))
        at = match.end() - len(words[2]) if body else match.end()
        if not body:
            yield match


def _opens_at_third(words: list[str]) -> bool:
    """ "Trust CEO Ada" of "Harbour Trust CEO Ada Brandt", "Party Chair Odo": the third word is the first name."""
    if words[1].lower() in lexicon.TITLES and words[0].lower() not in _FIRST_NAMES:
        return True
    known = [word.lower() in _FIRST_NAMES for word in words]
    return known == [False, False, True] and len(words[1]) > 2 and words[1].isupper()


def _is_before_name(text: str, words: list[str]) -> bool:
    """ "CEO" or "Velm" in "CEO Ada Brandt", "ambassador to Velm Ada Brandt": the article has it alone too."""
    first, second = words[0].lower(), words[1].lower()
    if first in lexicon.TITLES and first not in _FIRST_NAMES:
        return True
    if first in _FIRST_NAMES or second not in _FIRST_NAMES:
        return False
    acronym = len(words[0]) > 2 and words[0].isupper()
    office = len(words) == 3 and first.endswith(("er", "or", "ist", "ian")) and len(first) > 4  # "Pollster", "Actor"
    return acronym or office or text.count(words[0]) > text.count(f"{words[0]} {words[1]}")


def _opens_clause(text: str, start: int, word: str) -> bool:
    """ "Highlighting" in "Highlighting Velm’s role, …": a participle with a capital that only opens the sentence."""
    opens = start == 0 or text[start - 2 : start].strip(" ") in (".", "\n", "\n\n", "”", "?", "!")
    return opens and word.endswith("ing") and word.lower() not in _FIRST_NAMES and text.count(word) == 1


def _without_opening(text: str, start: int, words: list[str]) -> list[str]:
    """The name without "Should" or "But" before it, or the "State" of "Secretary of State Mike Rell", the "Union" of
    "ambassador to the European Union Mike Rell".
    """
    of_body = len(words) > 2 and (
        words[0].lower() in lexicon.BODY_HEADS or _OFFICE_OF.search(text[max(0, start - 24) : start])
    )
    sorted_in = len(words) > 2 and (words[0] in _KINDS or _is_before_name(text, words))  # "Republican Odo Rell"
    opening = words[0] in _OPENING or words[0].lower() in lexicon.PREPOSITIONS or _opens_clause(text, start, words[0])
    return words[1:] if of_body or sorted_in or opening else words


def _merge(names: Iterable[str]) -> tuple[str, ...]:
    """One name for those that differ only in a middle initial: the longest."""
    by_ends: dict[str, str] = {}
    for name in names:
        first = name if name.endswith("Jr.") else name.split()[0]
        if len(name) > len(by_ends.get(first, "")):
            by_ends[first] = name
    return tuple(by_ends.values())


def _is_person(text: str, start: int, words: list[str]) -> bool:
    if any(word.lower() in lexicon.BODY_HEADS for word in words):
        return False
    if words[0] in lexicon.SENTENCE_STARTERS or words[0].lower() in lexicon.TITLES | lexicon.WEEKDAYS:
        return False
    if words[0].lower() in _PLACE_STARTS or words[-1].lower() in _THINGS:
        return False
    if len(words) == 2 and _is_common_word(text, words[0].lower()):
        return False  # "Average Twitter"
    before = text[max(0, start - 5) : start].lower()
    return not before.endswith(("the ", " in ", " at ", "from ", "near ")) and words[-1].lower() not in lexicon.MONTHS


def _is_common_word(text: str, word: str) -> bool:
    """Whether the article has the word in small letters too, and no name list has it."""
    return word not in _FIRST_NAMES and word in _find_small_words(text)


@remembered(2)
def _find_small_words(text: str) -> frozenset[str]:
    """The words that begin with a small letter: asked for every name of one article after the other."""
    return frozenset(_SMALL_WORD.findall(text))


def strip_possessive(mention: str) -> str:
    """The mention without "'s" at its end."""
    return _POSSESSIVE.sub("", mention) or mention


def strip_titles(mention: str) -> str:
    """The mention without article, titles in front and possessive at the end."""
    words = _POSSESSIVE.sub("", _LEADING.sub("", mention)).split()
    while len(words) > 1 and words[0].rstrip(".").lower() in lexicon.TITLES:
        words = words[1:]
    return " ".join(words)


def looks_like_person(name: str, roster: Roster) -> bool:
    """A full name of the roster, or a mention with a personal title."""
    words = name.split()
    return bool(words) and name in roster.by_last.get(words[-1], ())
