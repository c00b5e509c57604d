"""What a number counts: the head of the noun phrase behind it."""

import re

from models import lexicon
from models.quantities_numbers import UNIT_WORDS

_NOUN_WORD = re.compile(
    r"(?:\s(?:of|the|its|their|his|her|these|those|all|more|other|my|our|your|additional|different|fewer|such|most|least|(?:19|20)\d\d"
    r"|[\"“‘][a-z][\w-]*(?:\s[\w-]+){0,2}(?<!s)[\"”’](?=\s(?:[\w-]+\s)?[a-z]+s\b)"
    r"|(?:often|once|otherwise|still|sometimes|already|mostly)(?=\s[a-z-]+(?:ed|less|ful|ous|al|ive|ic|[ai]ble|en)\s[A-Za-z][a-z]+s\b))(?=\s))*"
    r"(?:\s[\"“‘']?|-)((?:[A-Z]\.){2,}|\d[\d,.]*-[a-z]+(?:-[a-z]+)*|[^\W\d_]+(?:[-’'&][^\W_]+)*)"
)
_IRREGULAR_PLURALS = frozenset(
    "people men women children police troops feet teeth personnel staff cattle aircraft dead injured wounded missing"
    " media data fish deer sheep gop freshmen criteria phenomena percent alumni".split()
)
_NOT_PLURAL = frozenset(
    "gas bias alias canvas atlas pancreas christmas texas kansas arkansas dallas vegas"
    " previous various religious serious is was has does this his its us plus years-long overseas sales news politics"
    " times-long us-based less across perhaps always yes".split()
)
_ATTRIBUTIVE = frozenset("sales arms sports news us".split())
_NO_HEAD = frozenset(
    "always sometimes perhaps besides afterwards towards overseas upstairs downstairs regardless nowadays indoors"
    " outdoors thus this ages yes has across plus versus minus years months weeks days hours minutes has was is"
    " does says means".split()
)
"""Words in -s that are no plural noun behind one."""
_ADJECTIVE = re.compile(
    r"(?:ous|ful|able|ible|less|ical|istic)$"
    r"|^(?:presidential|congressional|black|white|national|federal|political|annual|key|main|major|huge|big|good|great|new|old|clear|real|only|consecutive|straight)$"
)
_NOUNS_LIKE_ADJECTIVES = frozenset(
    "table timetable roundtable vegetable cable variable handful mouthful bible rabble musical constable"
    " medical".split()
)
_PERSON = re.compile(
    r"(?:person|(?<!hu)(?<!ger)(?<!ro)man|woman|child|senator|candidate|president|official|witness|voter|user|reader|critic|boy|girl"
    r"|mother|father)$"
)
_BEFORE_TO = frozenset("prior subject due close similar related according".split())
_TRAILING = frozenset(
    "courtesy late early last next"
    " easier harder better worse clear wrong"
    " short alone present absent available tall deep wide long together tonight today yet familiar involved involving"
    " responsible aware alive nationwide statewide worldwide unable willing whose whom right".split()
)
_BEFORE_CLAUSE = frozenset("time chance thing day moment place way reason year week night opportunity".split())
_ADVERB = re.compile(r"[a-z]{3,}ly$")
_NOUNS_IN_LY = frozenset(
    "family daily weekly monthly quarterly yearly supply assembly ally reply rally bully early elderly friendly lonely"
    " monopoly anomaly likely only deadly tally folly costly ugly holy orderly melancholy".split()
)
_PAIRS = re.compile(
    r"(?:\sand\s|\sor\s)(?:(?<=brothers and )sisters|(?<=sisters and )brothers|(?<=men and )women|(?<=women and )men"
    r"|(?<=women and )children|(?<=boys and )girls|(?<=girls and )boys|(?<=sons and )daughters"
    r"|(?<=daughters and )sons|(?<=mothers and )fathers)\b"
)
_PRONOUN_TAIL = re.compile(r"[’'](?:ve|re|ll|d|m|t)$", re.IGNORECASE)
_STOPS = frozenset(
    "of here there them those these that us me him said told says wrote came went took made got gave left met"
    " held began won lost led saw put plus percent am pm respectively apiece each ago later earlier old why how"
    " what when where i he she it we they you or and but than until away behind ahead only even either neither"
    " still joined agreed exchanged traded clashed sparred shook ought sank ran rose"
    " spoke sent became grew knew kept sat stood thought threw drew drove flew fought hung swore sought brought bought"
    " starts begins opens makes takes comes goes gives shows"
    " found felt heard chose wore tore bore rode struck stole fell caught taught slept wept meant understood forgot"
    " forgave forbade withdrew overcame undertook woke hid drank sang swam shrank sprang fled blew froze ate beheld"
    " overthrew underwent upheld withheld withstood arose awoke clung swung flung saw"
    " forbids requires allows prohibits asks includes contains becomes seems provides prevents protects lets tells gets"
    " keeps brings knows thinks believes argues applies creates establishes exists happens involves loses occurs"
    " proposes puts receives refers represents sends sits speaks suggests understands writes agrees adds appears"
    " arrives accuses alleges belongs denies describes enables ensures explains comprises consists depends deserves"
    " imposes indicates insists lacks criminalizes restricts authorizes eliminates seeks sees hears finds"
    " looks feels lays stays out means beat".split()
)
"""Words that end a phrase; the verbs among them, of the past or in -s, are never nouns."""
_SHORT = frozenset({"US", "UN", "EU", "UK", "GOP"})
_INGS = frozenset(
    "hearing meeting building training briefing shooting spending killing ruling filing warning funding beginning"
    " wedding painting finding bombing hanging landing reading sitting standing showing opening"
    " swing king ring spring string wing thing sling bing closing crossing gathering offering".split()
)
_VERBS_OF_ONE = frozenset(
    "kicks hits strikes looms lands returns rolls ends opens closes spreads fades threatens unfolds starts begins comes"
    " remains follows faces passes nears arrives continues focuses features airs premieres lasts".split()
)
"""Behind the noun of an ordinal, as in "a second wave hits", they are verbs; "three hits" are things."""
_SHOWS = re.compile(r"\s(?:that|the|how|why|an?|his|her|its|their)\b")
_PARTICLES = frozenset("up down out off over back".split())
_PARTICIPLES = frozenset(
    "seen given taken written shown done known begun driven chosen broken spoken stolen drawn thrown grown worn torn"
    " beaten hidden made built bought sold".split()
)
_WHOLE_ACTS = re.compile(
    r"\s(?:country|nation|population|state|world|city|electorate|party|public|audience|group|workforce)"
    r"(?=\s(?:supports|opposes|favors|views|wants|approves|votes|trusts|remains|works|struggles|votes|backs)\b)"
)
"""In "half the country supports him" the last word is a verb."""
_LOOSE_COMPOUND = re.compile(
    r"^(?:over|under|non|well|ill|self|long|short|high|low|far|hard|fast|slow|ever|still|once)-"
)
"""Adjectives such as "over-eager", which a comma parts from the next: "one over-eager, divisive man"."""
_PEOPLES = frozenset(
    "saudis iraqis israelis pakistanis taxis alibis afghanis yemenis kuwaitis bangladeshis emiratis qataris"
    " omanis nazis".split()
)
_MEASURES = frozenset(
    "year month week day hour minute second decade century quarter night weekend generation mile kilometer kilometre"
    " meter metre"
    " foot feet inch yard acre hectare ton tonne pound ounce gram kilogram kilo gallon liter litre barrel degree"
    " megawatt gigawatt kilowatt watt megaton kiloton knot mph kph km kg cm mm lb lbs oz megabyte gigabyte bushel"
    " micrometer micrometre nanometer nanometre centimeter centimetre millimeter millimetre lightyear"
    " kilobit megabit gigabit kilobyte terabyte".split()
)
_SHORT_MEASURES = {
    "mins": "minutes",
    "hrs": "hours",
    "secs": "seconds",
    "yrs": "years",
    "wks": "weeks",
    "kms": "kilometers",
}
_WINDOW = 80
_SQUARE = re.compile(r"square-(foot|mile|meter|metre|yard|inch|kilometer)", re.IGNORECASE)
_DIGIT_AFTER = re.compile(r"\s\d")
_PLURAL_AFTER = re.compile(r"\s([a-z]{3,}s)\b")
_OBJECT = re.compile(r"\s(?:that|the|an?|his|her|its|their|him|them|it|us)\b")
_OBJECT_ONLY = re.compile(r"\s(?:him|me|them|us)\b")
"""Behind a verb, as in "had one senator support him"; these begin no clause of their own."""
_LINK_ONE = re.compile(r",(?=\s[a-z]+-[a-z]+ed\s[a-z]+\b)")
_VERB_OBJECT = re.compile(r"\s(?:the|an?|his|her|its|their|him|them|it|us|how|why|what|whether)\b")
_FALLEN = frozenset("dead injured wounded missing".split())
_FALLEN_WHO = re.compile(r"\s(?:[A-Z][a-z]+\s)?[a-z]{4,}s\b")
"""In "eight wounded American soldiers", not in "eight wounded"."""
_OWNERS = re.compile(r"(?<=s)[’'](?=\s[a-z]+s\b)")
_SEES = re.compile(r"\b(?:saw|sees?|watch(?:ed|es)?|lets?|ma[dk]es?|help(?:ed|s)?)\sone\s[\w\s-]+$")
"""In "saw one studio claim the prize" the last word is a verb."""
_SAME_IN_PLURAL = frozenset("series species means headquarters crossroads news barracks lens bus gas corps".split())
_NOUNS_IN_ED = frozenset("bed seed need speed deed feed weed shed breed creed greed reed steed".split())
_ADORNS = re.compile(r"\s(?!(?:him|her|them|it|the|a|an|his|their|its|that|in|on|at|by|to|for|with|from|of)\b)[a-z]")
_LINK = re.compile(r"(?:,|,?\sand|,?\sor)(?=\s(?:[\w-]+\s){0,3}?(?:and\s|or\s)?(?:[\w-]+\s)+?[a-z]+s\b)")
"""Adjectives in a row: "three Liberal and Labour mayors"."""
_HYPHENED_ADJECTIVE = re.compile(r"^strong$|(?:[^e]ed|[^i]onal|tional|sional|fold)$")
"""In "one-dimensional", "three-legged"."""
_HYPHENED = re.compile(r"-([A-Za-z]+)(?:-[A-Za-z]+)*")
_OF_NUMBER = re.compile(
    rf"\sof\s(?:(?:the\s(?:[\w-]+\s)?[\w-]+|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)[’'](?:s\s|(?<=s[’'])\s)|the\s|its\s|their\s|his\s|her\s|all\s|those\s)?(?:last\s|past\s|first\s|next\s|top\s|other\s)?(?:\d[\d,]*|(?:{UNIT_WORDS})(?:-(?:{UNIT_WORDS}))?|hundreds?|dozens?)(?=\s[a-z])",
    re.IGNORECASE,
)


def find_noun(text: str, at: int, *, hyphen: bool, single: bool = False, linked: bool = True) -> tuple[str, int] | None:
    """The noun counted by a number that ends at `at`, in lower case, and where it ends.

    `hyphen` for "30-minute", whose noun is made plural; `single` for one thing, whose noun has no plural ending;
    `linked` where adjectives may stand in a row, and a possessive is the head: "the third way's vision".
    """
    found: tuple[str, int] | None = None
    one = single and text[max(0, at - 3) : at].lower() == "one"
    for step in range(6):
        match = _next_word(text, at, found, link=(_LINK_ONE if single else _LINK) if linked else None)
        if not match or _ends_phrase(match.group(1), first=step == 0):
            break
        at, word = _without_worth(match.end(), match.group(1))
        if (word in _BEFORE_TO and text.startswith(" to ", at)) or (single and _stops(text, found, match, one=one)):
            break
        if hyphen:
            return _find_unit(word, at)
        if single and linked and word.endswith(("’s", "'s")) and (one or word[0].islower()):
            return word[:-2].lower(), at - 2
        if not is_measure(word.lower()) and _OWNERS.match(text, at):
            at += 1
            continue  # "thousands of Rovians’ lives"
        if _is_passed_over(word, single=single, first=not found):
            continue
        if text.startswith("/", at) or text[at : at + 1].isdigit():
            return None  # "CO2", "three Reuters/Ipsos polls"
        found = (word.lower(), at)
        if _is_head(text, found, single=single, linked=linked):
            return _with_pair(text, found)
    return found if found and single and _is_sure(text, found) else None


def _is_head(text: str, found: tuple[str, int], *, single: bool, linked: bool) -> bool:
    """Whether the phrase ends with the word: a plural, or "half the country" where it acts."""
    word, at = found
    if not linked and _WHOLE_ACTS.match(text, at - len(word) - 1):
        return True
    return not single and is_plural(word) and not _goes_on(text, found)


def _find_unit(word: str, at: int) -> tuple[str, int] | None:
    """The plural of what stands behind a hyphen: "30-minute", "2,000-square-foot"; no adjective: "three-legged"."""
    if square := _SQUARE.fullmatch(word):
        return f"square {_pluralise(square[1].lower())}", at
    adjective = _HYPHENED_ADJECTIVE.search(word) and word not in _NOUNS_IN_ED
    return None if adjective else (_pluralise(word.lower()), at)


def _without_worth(at: int, word: str) -> tuple[int, str]:
    """ "Four months-worth of fuel"."""
    return (at - 6, word[:-6]) if word.endswith("s-worth") else (at, word)


def _stops(text: str, found: tuple[str, int] | None, match: re.Match[str], *, one: bool) -> bool:
    """Whether the word of the match is no part of the phrase of one thing."""
    word, at = match.group(1), match.end()
    if _is_end_of_one(text, found, word, at):
        return True
    if found and one and _VERB_OBJECT.match(text, at) and _SEES.search(text, max(0, found[1] - _WINDOW), found[1]):
        return True
    named = found is not None and text[found[1] - len(found[0])].isupper()
    if not found:
        return _is_verb_of_one(text, word, at, one=one)
    return _ends_single(found, word, one=one, named=named)


def _is_passed_over(word: str, *, single: bool, first: bool) -> bool:
    """ "Seven of the nation's towns", "two U.S. officials", "one internationally known expert"."""
    if single and ((first and _ADVERB.fullmatch(word) and word not in _NOUNS_IN_LY) or re.search(r"-.*ed$", word)):
        return True
    return word.endswith(("’s", "'s", "s’", "s'", ".")) or word in _SHORT


def _is_sure(text: str, found: tuple[str, int]) -> bool:
    """Whether the last word of one thing is a noun, and no adjective or participle."""
    word, at = found
    if word.startswith(("mid-", "pre-", "post-")) or (text.startswith(",", at) and _LOOSE_COMPOUND.match(word)):
        return False
    participle = word.endswith("ed") and word not in _NOUNS_IN_ED and "-" not in word
    return not participle and not _is_adjective(word) and not _DIGIT_AFTER.match(text, at)


def _next_word(
    text: str, at: int, found: tuple[str, int] | None, *, link: re.Pattern[str] | None
) -> re.Match[str] | None:
    """The next word of the phrase; articles may only stand before the first one, or behind a link."""
    linked = link.match(text, at, at + _WINDOW) if found and link else None
    at = linked.end() if linked else at
    match = _NOUN_WORD.match(text, at, at + _WINDOW)
    gap = found and match and match.start(1) > at + 2 and not text[at + 1 : at + 5].isdigit()
    return None if gap else match


def _is_verb_of_one(text: str, word: str, at: int, *, one: bool) -> bool:
    """ "This one details how", "the first charges him": no noun stands behind the number."""
    if word in _PARTICLES:
        return not _ADORNS.match(text, at)  # "ripped one up"
    if word[0].isupper() or not is_plural(word) or word in _SAME_IN_PLURAL or word in _ATTRIBUTIVE:
        return False
    return bool(_VERB_OBJECT.match(text, at)) or (one and not _ADORNS.match(text, at))


def _is_end_of_one(text: str, found: tuple[str, int] | None, word: str, at: int) -> bool:
    """ "One man claims the", "one voter asked": a verb."""
    if found and ((word.endswith("s") and _OBJECT.match(text, at)) or _OBJECT_ONLY.match(text, at)):
        return True
    if found and word in _INGS and _SHOWS.match(text, at):
        return True  # "one example showing that"
    inside_name = found is not None and text[found[1] - len(found[0])].isupper()
    if not _is_participle(word) or "-" in word or (inside_name and word[0].isupper()):
        return False
    return found is not None or not _ADORNS.match(text, at)


def find_hyphened(text: str, at: int) -> tuple[str, int] | None:
    """What an ordinal with a hyphen numbers: "sixth-grade teacher" a grade, "second-largest city" a city."""
    match = _HYPHENED.match(text, at)
    if not match or match[1] in lexicon.PREPOSITIONS:
        return None
    if match[1].endswith("est") or match[1] in (
        "ranking",
        "ever",
        "most",
        "best",
        "worst",
        "straight",
        "consecutive",
        "annual",
    ):
        return find_noun(text, match.end(), hyphen=False, single=True)
    return match[1].lower(), match.end()


def find_noun_of_number(text: str, at: int) -> str | None:
    """ "counts" for the first number of "eight of the 18 counts"."""
    match = _OF_NUMBER.match(text, at)
    found = find_noun(text, match.end(), hyphen=False) if match else None
    return found[0] if found else None


def _is_participle(word: str) -> bool:
    return (word.endswith(("ed", "ing")) and word not in _INGS) or word in _PARTICIPLES


def is_measure(noun: str) -> bool:
    """Whether the noun is a unit of time, length, weight or the like."""
    noun = noun.removeprefix("square ")
    return (
        noun in _MEASURES
        or noun.removesuffix("s") in _MEASURES
        or noun in ("inches", "centuries")
        or noun in _SHORT_MEASURES
    )


def spell_measure(noun: str) -> str:
    """The full name of a unit: "mins" are minutes."""
    return _SHORT_MEASURES.get(noun, noun)


def _goes_on(text: str, found: tuple[str, int]) -> bool:
    """ "Three sales managers", "two Rutgers librarians": the plural before is no head."""
    following = _PLURAL_AFTER.match(text, found[1], found[1] + 24)
    if found[0] in _FALLEN and _FALLEN_WHO.match(text, found[1]):
        return True
    if found[0] == "states" and text.startswith("United ", found[1] - 13):
        return True
    if following and _OBJECT.match(text, following.end()):
        return False  # "5% of the voters ends his chances"
    if not following or is_measure(found[0]) or found[0].endswith(("people", "men", "children")):
        return False
    return found[0] in _ATTRIBUTIVE or (is_plural(following[1]) and following[1] not in _NO_HEAD)


def _with_pair(text: str, found: tuple[str, int]) -> tuple[str, int]:
    """ "Six brothers and sisters" are six in all."""
    pair = _PAIRS.match(text, found[1], found[1] + 16)
    return (found[0] + pair.group().lower(), pair.end()) if pair else found


def _ends_single(found: tuple[str, int], word: str, *, one: bool, named: bool) -> bool:
    """Whether `word` is no part of the phrase of one thing: "one man notably", "first time Odo", "one voter asks"."""
    if word in _TRAILING or word in _VERBS_OF_ONE or (_ADVERB.fullmatch(word) and word not in _NOUNS_IN_LY):
        return True
    if word[0].isupper() and not named and found[0] in _BEFORE_CLAUSE:
        return True
    if word[0].isupper() and word[1:].islower() and not named and found[0] == "grader":
        return True  # "9th grader Odo Rell"
    if named and word[0].islower() and is_plural(word):
        return True  # "the 50th Harbour Day draws crowds"
    owner = word.endswith(("’s", "'s"))
    verb = is_plural(word) and word not in _ATTRIBUTIVE and word[0].islower() and not owner
    return verb and (one or bool(_PERSON.search(found[0])))


def _is_adjective(word: str) -> bool:
    return bool(_ADJECTIVE.search(word)) and word not in _NOUNS_LIKE_ADJECTIVES


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
        or low in lexicon.WEEKDAYS
        or low.split("’")[0].split("'")[0] in lexicon.SUBJECT_PRONOUNS
        or low in lexicon.MONTH_ABBREVIATIONS
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
    if first.endswith(("man", "woman")) and first not in ("human", "roman", "german"):
        return first[:-2] + "en"
    if first == "child":
        return "children"
    if first.endswith("y") and first[-2:-1] not in "aeiou":
        return first[:-1] + "ies"
    return first + ("es" if first.endswith(("ch", "sh", "ss", "x")) else "s")
