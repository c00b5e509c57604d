"""What a number counts: the head of the noun phrase behind it."""

import re

from models import lexicon

_NOUN_WORD = re.compile(
    r"(?:\s(?:of|the|its|their|his|her|these|those|all|more|other|my|our|your|additional|different|fewer|such|most|least)(?=\s))*"
    r"(?:\s[\"“‘']?|-)((?:[A-Z]\.){2,}|[^\W\d_]+(?:[-’'&][^\W_]+)*)"
)
_IRREGULAR_PLURALS = frozenset(
    "people men women children police troops feet teeth personnel staff cattle aircraft dead injured wounded missing"
    " media data fish deer sheep gop freshmen criteria phenomena percent alumni".split()
)
_NOT_PLURAL = frozenset(
    "previous various religious serious is was has does this his its us plus years-long overseas sales news politics"
    " times-long us-based less across perhaps always".split()
)
_ATTRIBUTIVE = frozenset("sales arms sports news us".split())
_PRONOUN_TAIL = re.compile(r"[’'](?:ve|re|ll|d|m|t)$", re.IGNORECASE)
_STOPS = frozenset(
    "of here there them those these that us me him said told says wrote came went took made got gave left met"
    " held began won lost led saw put plus percent am pm respectively apiece each ago later earlier old why how"
    " what when where i he she it we they you or and but than until away behind ahead only even either neither"
    " still starts begins opens makes takes comes goes gives shows".split()
)
_SHORT = frozenset({"US", "UN", "EU", "UK", "GOP"})
_INGS = frozenset(
    "hearing meeting building training briefing shooting spending killing ruling filing warning funding beginning"
    " wedding painting finding bombing hanging landing reading sitting standing showing opening"
    " closing crossing gathering offering".split()
)
_PEOPLES = frozenset(
    "saudis iraqis israelis pakistanis taxis alibis afghanis yemenis kuwaitis bangladeshis emiratis qataris"
    " omanis nazis".split()
)
_MEASURES = frozenset(
    "year month week day hour minute second decade century quarter night weekend generation mile kilometer kilometre"
    " meter metre"
    " foot feet inch yard acre hectare ton tonne pound ounce gram kilogram kilo gallon liter litre barrel degree"
    " megawatt gigawatt kilowatt watt megaton kiloton knot mph kph km kg cm mm lb lbs oz megabyte gigabyte bushel"
    " centimeter centimetre millimeter millimetre lightyear".split()
)
_WINDOW = 80
_OBJECT = re.compile(r"\s(?:that|the|a|an|his|her|him|them)\b")
_LINK_ONE = re.compile(r",(?=\s[a-z]+-[a-z]+ed\s[a-z]+\b)")
_ADORNS = re.compile(r"\s(?!(?:him|her|them|it|the|a|an|his|their|its|that|in|on|at|by|to|for|with|from|of)\b)[a-z]")
_LINK = re.compile(r"(?:,|,?\sand|,?\sor)(?=\s(?:[\w-]+\s){0,3}?(?:and\s|or\s)?(?:[\w-]+\s)+?[a-z]+s\b)")
"""Adjectives in a row: "three Liberal and Labour mayors"."""
_OF_NUMBER = re.compile(
    r"\sof\s(?:the\s|its\s|their\s|his\s|her\s|all\s|those\s)?(?:last\s|past\s|first\s|next\s|top\s|other\s)?(?:\d[\d,]*|[a-z]+(?:-[a-z]+)?)(?=\s[a-z])"
)


def find_noun(text: str, at: int, *, hyphen: bool, single: bool = False, linked: bool = True) -> tuple[str, int] | None:
    """The noun counted by a number that ends at `at`, in lower case, and where it ends.

    `hyphen` for "30-minute", whose noun is made plural; `single` for one thing, whose noun has no plural ending.
    """
    found: tuple[str, int] | None = None
    for step in range(6):
        match = _NOUN_WORD.match(text, at, at + _WINDOW)
        link = (_LINK_ONE if single else _LINK).match(text, at, at + _WINDOW) if found and linked else None
        if link:
            match = _NOUN_WORD.match(text, link.end(), link.end() + _WINDOW)
        if (
            not match
            or (found and match.start(1) > (link.end() if link else at) + 2)
            or _ends_phrase(match.group(1), first=step == 0)
        ):
            break
        at = match.end()
        word = match.group(1)
        if word.endswith(("’s", "'s", "s’", "s'", ".")) or word in _SHORT:
            continue  # "seven of the nation's towns", "two U.S. officials"
        if single and "-" in word and word.endswith("ed"):
            continue
        if single and found and word.endswith("s") and _OBJECT.match(text, at):
            break
        if (
            single
            and _is_participle(word)
            and not (found and text[found[1] - len(found[0])].isupper())
            and not (found is None and _ADORNS.match(text, at))
        ):
            break
        found = (word.lower(), at)
        if hyphen or (not single and is_plural(found[0]) and not _goes_on(text, found)):
            return (_pluralise(found[0]), found[1]) if hyphen else found
    return found if found and single else None


def find_noun_of_number(text: str, at: int) -> str | None:
    """ "counts" for the first number of "eight of the 18 counts"."""
    match = _OF_NUMBER.match(text, at)
    found = find_noun(text, match.end(), hyphen=False) if match else None
    return found[0] if found else None


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "ing")) and word not in _INGS


def is_measure(noun: str) -> bool:
    """Whether the noun is a unit of time, length, weight or the like."""
    return noun in _MEASURES or noun.removesuffix("s") in _MEASURES or noun == "inches"


def _goes_on(text: str, found: tuple[str, int]) -> bool:
    """ "Three sales managers": the plural before is no head."""
    return found[0] in _ATTRIBUTIVE and bool(re.match(r"\s[a-z]+s\b", text[found[1] : found[1] + 24]))


def _ends_phrase(word: str, *, first: bool) -> bool:
    if word in _SHORT:
        return False
    low = word.lower()
    return (
        low in lexicon.PREPOSITIONS
        or low in lexicon.CONJUNCTIONS
        or low in lexicon.AUXILIARIES
        or low in lexicon.RELATIVES
        or low in lexicon.SUBJECT_PRONOUNS
        or low in lexicon.DETERMINERS
        or low in lexicon.POSSESSIVES
        or (low in lexicon.ADVERBS and not (first and low == "further"))
        or low in _STOPS
        or bool(_PRONOUN_TAIL.search(low))
    )


def is_plural(word: str) -> bool:
    """Whether an English noun in lower case looks like a plural."""
    if word in _IRREGULAR_PLURALS or word.endswith(("women", "smen", "men", "people", "children")):
        return len(word) > 3 or word == "men"
    return word in _PEOPLES or (
        word.endswith("s") and word not in _NOT_PLURAL and not word.endswith(("ss", "us", "is", "ous"))
    )


def _pluralise(word: str) -> str:
    """The unit of "30-minute" is minutes; of "23-year-old", years; of "one-party", parties."""
    first = re.split(r"[-’'/]", word)[0]
    if first == "person":
        return "people"
    if is_plural(first) or first == "foot":
        return "feet" if first == "foot" else first
    if first.endswith("y") and first[-2:-1] not in "aeiou":
        return first[:-1] + "ies"
    return first + ("es" if first.endswith(("ch", "sh", "ss", "x")) else "s")
