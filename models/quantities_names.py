"""Numbers that count nothing: parts of names, clock times, and "one" as a pronoun."""

import calendar
import re

from models.quantities_grammar import AFTER, Quantity
from models.quantities_nouns import find_noun
from models.quantities_numbers import UNIT_WORDS

_NOT_COUNTED = re.compile(
    r"(?:[Aa]rticles?|[Ss]ections?|[Cc]hapter|Room|Route|Highway|Group\sof|No\.|[Nn]umber|Interstate|Flight|[Pp]age|\b[Pp]p?\.|"
    r"Act|Title|[Gg]rade|Class|Windows|Channel|[Ll]evel|[Pp]hase|Season|Episode|Part|[Tt]ype|Figure|Table|COVID|Covid|"
    r"G|Boeing|Game|Round|Day|Stage|Step|Volume|Exhibit|Week|Division|Terminal|Gate|Apollo|Falcon|Galaxy|iPhone|PlayStation|Xbox|Pixel|Super\sBowl|Formula|Ward|[Dd]istrict|Area|Building|Precinct|[Vv]ersion|[Tt]ier|Proposition|"
    r"Prop\.|Amendment|Resolution|(?:House|Senate|Assembly)\sBill|(?<![A-Za-z.])[HAS]\.?\s?(?:[BRFJCK]|Res|J\.\s?Res|Con\.\s?Res)\.?|S\.)[\s-]?$"
)
_LABELS = re.compile(
    r"(?:\b(?:Articles?|Sections?|Titles?|Chapters?|Phases?|Parts?|Stages?|Steps?|Levels?|Tiers?|Grades?|Districts?|Wards"
    r"|Rounds|Games|Pages|Rooms|Routes|Highways|Interstates|Propositions|Amendments|Volumes|Exhibits|Episodes|Seasons"
    r"|Zones?|Categor(?:y|ies)|Types?|Counts)|\b(?P<lower>articles|sections|chapters|phases|pages|tiers|stages|grades|districts))"
    rf"\s(?:(?:\d{{1,4}}|[IVX]{{1,4}}|{UNIT_WORDS})(?:,\s(?:and\s|or\s)?|\s(?:and|or|to|through)\s|[-–]))*$"
)
"""As in "Phases two and three", "Titles one to four", "articles 4 and 5"."""
_MAY_BE_LABEL = re.compile(r"(?:[a-z]s|[\w],|\w\s(?:and|or|to|through))\s$|[-–]$|, (?:and|or)\s$|[A-Z][a-z]*[a-z]\s$")
"""What can stand before it, looked for first."""
_HYPERBOLE = re.compile(
    r"\s(?:(?:other|different|little|small|more)\s)?(?:reasons?|things?|ways?|times(?!\s(?:as|larger|higher|greater|bigger|smaller|a\s|per\s|the\s|that\s))"
    r"|questions|pieces|directions|cuts|words|miles\saway|uses|excuses|thanks|details|possibilities|distractions)\b"
)
"""What there is "a thousand" of, or "a million": no value."""
_A_SCALE = re.compile(r"a\s(?:hundred|dozen(?=\stimes\sover\b)|thousand|million|billion|zillion)")
_ARTISTS = re.compile(
    r"(?:21\sSavage|50\sCent|2\sChainz|3\sDoors\sDown|38\sSpecial|10,000\sManiacs|30\sRock|24\sHour\sFitness)\b"
)
"""Names that begin with a number in digits."""
_FIRST_TO_SAY = re.compile(
    r"(?:One|Two|Three|Four|Five),\s(?!(?:and|or|but|to|perhaps|maybe|even|if|sometimes|one|two|three|four|five|six|seven)\b)[a-z]"
)
"""In "Two, the mayor lied": the second of his points."""
_INDEX = re.compile(
    r"\b(?:S&P|Fortune|Forbes|Russell|Nasdaq|NASDAQ|FTSE|Wilshire|Stoxx|STOXX|Nikkei|CAC|CSI|Inc\.|Poor[’']s)(?:\sGlobal)?[\s-]$"
)
_MAKES = re.compile(
    r"\b(?:ma(?:ke|kes|de|king)|leaves?|leaving|lets?|letting|leads?|gives?|giving|helps?|allows?|enables?|expects?|forces?|causes?)\s$",
    re.IGNORECASE,
)
_NOT_A_THING = re.compile(
    r"\s(?:prone|to|more|less|feel|think|wonder|want|believe|happy|sick|sad|proud|ill|seem|look|pause|realize|able|unable"
    r"|wary|nervous|a|an|the|so|very|rather|too|vulnerable|hope|pride|comfort|anxious|angry|free|see|know|understand)\b"
)
_NAME_BEFORE = re.compile(r"(?<![.!?:”\"]\s)\b(?P<word>[A-Z][A-Za-z]*(?:&[A-Z])?[A-Za-z]*)[\s-]$")
_NAME_AFTER = re.compile(r"\s(?:[A-Z][a-z]*[a-rt-z]|[A-Z]{3,})\b(?!-)")
_SPELLED_NAME = re.compile(r"\s(?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)ty\b")
"""In "Sixteen Thirty Fund"."""
_SHOW_AFTER = re.compile(r"\s(?:Minutes|Hours|Days|Seconds)\b")
_CELL_BEFORE = re.compile(r"\d%?\s\d{1,3}%?\s$")
_ROW_BEFORE = re.compile(r"[A-Z][\w’-]+\s[A-Z][\w’-]+\s$")
_ROW_AFTER = re.compile(r"\s[A-Z]|\s?$")
_CELL_AFTER = re.compile(r"\s\d{1,3}\s(?:\d|[A-Z])")
"""In a table that stands in the text as one line."""
_OPENERS = frozenset(
    "the a an at in on of for with from by to and or but some all only just over about nearly almost more less than up"
    " between those these every another than another sen rep mr mrs since while when if as that there they we he she it"
    " under around roughly approximately at least after before during within last next first then now i you his her"
    " their its our my your no not are is was were have has had".split()
)
_CLOCK = re.compile(
    r"\s?(?:a\.m|p\.m|am|pm|AM|PM|o'clock|o’clock|GMT|EST|EDT|noon|midnight|in\sthe\s(?:morning|afternoon|evening))\b"
)
_NOT_ONE = re.compile(
    r"\s(?:of|the|these|those|an?|his|her|their|my|our|another|day(?!\s(?:after|before|later|earlier))|night|morning|afternoon|evening|thing|point|way|side|hand|end|level|direction|that|who|which|has|is|was"
    r"|can|could|would|might|may|must|should|will|’s|sided|by\sone|after|and\sonly|or\s(?:the\sother|another|more)|on\sone"
    r"|at\sa\stime|step\sat\sa|(?:final|last|big|good|great|obvious|clear|simple|single|small|sure)\s(?:thing|way|point|of)"
    r"|and\sthe\ssame|involving|including|concerning|being|having|calling|saying|(?:inherent|common|familiar|typical|reminiscent|rooted|akin|devoid|worthy|fraught)\s(?:in|to|of|with)|moment(?=,)|called|named|aimed|based|fell\sswoop|bit|iota|whit|jot|(?:[\w-]+\s){1,3}after\s(?:the\sother|another)|(?:[\w-]+\s){1,3}at\sa\stime|reason|week\sfrom|last)\b|-(?:time|stop|off|liner|sided|on-one|of-a-kind|size)\b"
)  # fmt: skip
_NO_ONE = re.compile(
    r"\b(?:no|any|every|some|each|the|this|which|another|last|next|new|good|big|day|square|not|loved|number)[-\s]$",
    re.IGNORECASE,
)
_IDIOM = re.compile(r"\s(?:tolerance\b|cents’|cents'\sworth)")
_THREAD = re.compile(r"\d{1,2}/(?:\d{1,2}\s[A-Z“\"@]|\s)")
_QUOTED = re.compile(r"[“\"‘'](?:The\s)?$")
_CLOSED = re.compile(r"[.,]?[”\"’]")
_SPELLED = frozenset("one two three four five six seven eight nine ten".split())
_TURN = re.compile(r"\b(?:a|an|complete|full)\s$")
_TURNED = re.compile(r"\s(?:from|on|in|and|when|as|to)\b|[.,;”\"]|$")
_PIECE_OF = re.compile(r"\sof\san?\s(?:second|inch|mile|percent|percentage|point|degree|dollar|cent)\b")
_LOWER_NUMBERED = re.compile(
    r"\b(?:day|week|house|part|round|game|phase|stage|grade|level|type|tier|category|option|page|step|item|lesson|rule|district|question|number|no)\s$"
)
"""As in "on day 2"; before more than two digits, or before a noun, such a word is none."""
_ONE_OR = re.compile(r"\ban?(?:\s[a-z-]+){1,3}\sor\s$")
_IN_REPORTS = re.compile(r"\s(?:U\.\s?S\.|F\.\s?[23]d|S\.\s?Ct\.),?\s(?:at\s|\d|_)")
_OF_REPORTS = re.compile(r"(?:U\.\s?S\.|[23]d|Ct\.),?\s(?:at\s)?$")
"""The volume and page of a court report: "410 U. S., at 113"."""
_CAPS_MONTH = re.compile(r"\b[A-Z]{3,}(?:ARY|CH|IL|AY|NE|LY|ST|BER)\s$|\bMAY\s$")
_PRODUCT = re.compile("3M|7[0-8]7|911")
_EMERGENCY = re.compile(r"911\s(?:calls?|operators?|dispatch\w*|centers?|systems?|tapes?|recordings?)\b")
_YEARLIKE = re.compile(r"20[0-4]\d")
_MONTHS = frozenset(calendar.month_name[1:])
_FEET = re.compile(r"[’']\d{1,2}\b")
_FEET_BEFORE = re.compile(r"\d[’']$")
"""A height: 5’4”."""
_CODED = re.compile(r"-(?:n?CoV|model|style|type|caliber)\b")
_THINK = re.compile(r"\bth(?:ink(?:s|ing)?|ought)\s$")
_OR_TWO = re.compile(r"\b(?:day|week|month|year|hour|minute|mile|time)\sor\s$")
_ONCE = ("day", "night", "weekend", "minute", "second")
_DAY_OF = re.compile(
    r"\s(?:day|night|weekend)\sof\s(?!(?:the|this|that|these|those|my|your|his|her|its|our|their|an?)\b)[a-z]{3,}"
)
"""In "one day of work", which is a length; not in "one day of the week"."""
_OTHER_HALF = re.compile(
    r"\b(?:first|second|latter|other|better|back|front|lower|upper|top|bottom|left|right|\w+ern)[\s-]$", re.IGNORECASE
)
_MARKER = re.compile(r"[.):]\s[A-Z]")
_INSIDE = re.compile(r"[a-z,]\s$")
_NAMED_ORDINAL = re.compile(
    r"(?:,?\s(?:and|or)\s\d{1,3}(?:st|nd|rd|th))?\s(?:(?:U\.\s?S\.\s)?Circuit|Street|St\.|Avenue|Ave|Floor|Place|Amendment"
    r"|District|Congress(?:ional)?|Precinct|Ward|Division|Battalion|Brigade|Regiment|Army|Infantry|Fleet|Airborne"
    r"|circuit|(?:congressional\s)?district|precinct)\b|[-\s]hour\b"
)
"""Behind an ordinal in digits; "an 11th-hour deal" counts no hours."""
_COMPOUND = re.compile(
    r"(?:(?<=six)|(?<=seven)|(?<=eight)|(?<=nine))\sfigures\b|-(?:yard\sline|figures?\b|way|eyed|handed|faced)\b"
)
_ONE_PERSON = re.compile(r"(?:an|ese|crat|ist|er|or|i|ite|ian|woman|ic|ton|[A-Z]{2})$")
"""The name of one of many: "one Republican"; behind any other "one" is a pronoun: "a role, one Rell hopes to keep"."""
_HEAT = re.compile(
    r"temperature|degree|warm|heat|hot\b|cold|cool|chill|climate|Celsius|Fahrenheit|weather|fever|freez|boil"
)
_RISEN = re.compile(r"\b(?:above|below|reach(?:ed|es|ing)?|hits?|by|than|exceed(?:ed|s|ing)?|past|topped)\s$")
_HEATED = re.compile(r"[CF]\b")
_NOT_A_NUMBER = re.compile("|".join(p.pattern for p in (_CLOCK, _CODED, _IN_REPORTS, _COMPOUND)))


_AREA_CODE = re.compile(r"\(\d{3}\)\s?\d{3}[-–.\s]\d{4}(?!\d)")
_LOCAL_CODE = re.compile(r"\d{3}[-–]\d{4}")
_CALLED = re.compile(r"(?:\(\d{3}\)|\b\d{3}|\b(?:[Cc]all|[Dd]ial|[Pp]hone|[Tt]el\.?|[Tt]ext|at):?)\s?$")


def is_name_or_clock(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the number is part of a name ("Section 230", "Fortune 500") or of a clock time."""
    if _NOT_A_NUMBER.match(text, match.end()):
        return True
    before = text[max(0, start - 14) : start]
    if match["ordinal"]:
        return bool(_CAPS_MONTH.search(before) or _NAMED_ORDINAL.match(text, match.end()))
    if _HEATED.match(text, match.end()) and not (_HEAT.search(text) or _RISEN.search(before)):
        return True  # "Section 25C"
    if _FEET.match(text, match.end()) or _FEET_BEFORE.search(before):
        return True
    if _is_telephone(text, match, before) or _is_idiom(text, match, start) or _OF_REPORTS.search(before):
        return True
    return _stands_apart(text, match, start) or _is_capital(text, match, start) or _is_numbered(text, match, before)


def _is_telephone(text: str, match: re.Match[str], before: str) -> bool:
    """ "(414) 555-0145": both of its parts."""
    if before.endswith("("):
        return bool(_AREA_CODE.match(text, match.start() - 1))
    return bool(match["high"] and _LOCAL_CODE.fullmatch(match.group()) and _CALLED.search(before))


def _is_idiom(text: str, match: re.Match[str], start: int) -> bool:
    """ "A day or two", "a bump or two", "think twice", "the other half", "zero tolerance"."""
    before = text[max(0, start - 14) : start]
    if match["multiple"]:
        return bool(_THINK.search(before))
    low = (match["low"] or "").lower()
    if low == "two" and _ONE_OR.search(text, max(0, start - 40), start):
        return True
    if low in ("180", "360") and _TURN.search(before) and _TURNED.match(text, match.end()):
        return True  # "a complete 180"
    if _A_SCALE.match(text, match.start()) and not match["approx"] and _HYPERBOLE.match(text, match.end()):
        return True  # "a thousand other uses"
    if match["parts"] and _PIECE_OF.match(text, match.end()):
        return True  # "a tenth of a second" is no share
    half = match["half"] and _OTHER_HALF.search(before)
    few = low in ("two", "three", "2")
    fixed = (low == "zero" and text.startswith("-", match.end())) or match.group().lower() == "one-two"
    return bool(fixed or half or (few and _OR_TWO.search(before)) or _IDIOM.match(text, match.end()))


def _stands_apart(text: str, match: re.Match[str], start: int) -> bool:
    """The number of a list or thread, a cell of a table, a title that is a number."""
    before = text[max(0, start - 14) : start]
    thread = start == 0 and (_THREAD.match(text) or _FIRST_TO_SAY.match(text))
    return (
        bool(thread)
        or bool(match["low"] and _ARTISTS.match(text, match.start("low")))
        or _is_marker(text, match)
        or _is_whole_quotation(text, match, before)
        or _is_cell(text, match, before)
    )


def _is_numbered(text: str, match: re.Match[str], before: str) -> bool:
    """ "Section 230", "Big Ten", "on day 2", the company 3M, "a 747"."""
    plain = match["low"] and not match["currency"] and not AFTER.match(text, match.end())
    if text.startswith(" times", match.end()):
        return False
    if plain and _is_product(text, match):
        return True
    if plain and len(match["low"]) < 3 and match["low"].isdigit() and _LOWER_NUMBERED.search(before):
        return find_noun(text, match.end(), hyphen=False) is None
    if plain and match["low"].lower() in _SPELLED and _LOWER_NUMBERED.search(before):
        return text.startswith(" of ", match.end()) or find_noun(text, match.end(), hyphen=False) is None
    if plain and match["low"].isdigit() and len(match["low"]) > 1 and _INDEX.search(before):
        return True
    label = plain and "," not in match["low"] and (_NOT_COUNTED.search(before) or _is_label(text, match))
    return bool(label) or _is_numbered_name(text, match, before)


def _is_product(text: str, match: re.Match[str]) -> bool:
    """ "Dialed 911", "911 calls", "the company 3M"; "747 calls" are counted."""
    if _EMERGENCY.match(text, match.start("low")):
        return True
    return bool(_PRODUCT.fullmatch(match["low"])) and find_noun(text, match.end(), hyphen=False) is None


def _is_label(text: str, match: re.Match[str]) -> bool:
    """ "Phases two and three"; behind a word in lower case only what counts nothing: "read pages 40 times"."""
    if match["approx"] or not _MAY_BE_LABEL.search(text, max(0, match.start() - 8), match.start("low")):
        return False
    label = _LABELS.search(text, max(0, match.start() - 60), match.start("low"))
    if not label:
        return False
    return not label["lower"] or find_noun(text, match.end(), hyphen=False) is None


def _is_cell(text: str, match: re.Match[str], before: str) -> bool:
    """A number of a table, or of the show "60 Minutes"."""
    row = re.fullmatch(r"\d{1,2}\.\d", match.group()) and _ROW_AFTER.match(text, match.end())
    if row and _ROW_BEFORE.search(text, max(0, match.start() - 40), match.start()):
        return True  # "Odo Rell 13.3 Ada Brandt 7.1"
    digits = match["low"] and match["low"].isdigit()
    alone = digits and not (match["currency"] or match["approx"] or AFTER.match(text, match.end()))
    return bool(alone) and bool(
        _CELL_BEFORE.search(before) or _CELL_AFTER.match(text, match.end()) or _SHOW_AFTER.match(text, match.end())
    )


def _is_whole_quotation(text: str, match: re.Match[str], before: str) -> bool:
    """ "“The 360” shows you": a number that is a title."""
    closed = _CLOSED.match(text, match.end())
    return bool(closed and match["low"] and match["low"].isdigit()) and bool(_QUOTED.search(before))


def _is_marker(text: str, match: re.Match[str]) -> bool:
    """ "14. The port …", "(2) the port": the number of an item in a list."""
    alone = match.end() - match.start() == 1 and text[max(0, match.start() - 1) : match.start()] == "("
    if alone and text.startswith(")", match.end()):
        return True
    return match.start() < 4 and not text[: match.start()].strip(' (“"') and bool(_MARKER.match(text, match.end()))


def _is_capital(text: str, match: re.Match[str], start: int) -> bool:
    """ "the Gang of Eight": a number word with a capital letter inside a sentence."""
    if not match["low"] or match["approx"] or not text[start].isupper() or match["currency"]:
        return False
    after = AFTER.match(text, match.end())
    if after and not re.match(r"\s[A-Z][a-z]", text[after.end() : after.end() + 3]):
        return False  # "Two Trillion Dollars"
    return bool(_INSIDE.search(text[max(0, start - 4) : start])) and not text[start : match.end()].isupper()


def opens_name(text: str, match: re.Match[str], quantity: Quantity) -> bool:
    """ "38 North": a bare number before a name that it does not count."""
    bare = (
        match["low"]
        and match["low"][0].isdigit()
        and not (match["approx"] or match["currency"] or match["ordinal"] or match["sign"])
    )
    if bare and "," in match["low"]:
        return False  # "the 8,000 Rell asked for"
    bare = bare or (quantity.span.start == 0 and _SPELLED_NAME.match(text, match.end()))
    return bool(bare) and quantity.unit is None and bool(_NAME_AFTER.match(text, quantity.span.end))


def is_pronoun(text: str, quantity: Quantity) -> bool:
    """ "one of them", "one measure of risk", "no one", "one day": a word, not a count."""
    words = quantity.span.of(text).lower()
    if not re.match(r"one\b", words) or quantity.low != 1 or quantity.high != 1 or quantity.approximator:
        return False
    if quantity.kind != "share" and text.startswith(" of ", quantity.span.start + 3):
        return True
    if quantity.kind in ("share", "age", "multiple") or (quantity.kind == "measure" and quantity.unit not in _ONCE):
        return False
    number_end = quantity.span.start + 3
    before = text[max(0, quantity.span.start - 10) : quantity.span.start]
    if _MAKES.search(before) and _NOT_A_THING.match(text, number_end):
        return True  # "it makes one prone to falls"
    lasts = _DAY_OF.match(text, number_end)
    if _NO_ONE.search(before) or (_NOT_ONE.match(text, number_end) and not lasts):
        return True
    part = text.startswith(" of ", quantity.span.end) and not lasts
    return quantity.unit is None or part or _is_one_of_name(text, quantity)


def _is_one_of_name(text: str, quantity: Quantity) -> bool:
    """ "A force, one Rell hopes to use": the noun is a name."""
    last = quantity.span.of(text).split()[-1]
    if last in _MONTHS:
        return True
    return last[0].isupper() and len(last) > 3 and not _ONE_PERSON.search(last)


def _is_numbered_name(text: str, match: re.Match[str], before: str) -> bool:
    """ "Fortune 500", "Big Ten": a bare number right behind a name, with nothing that it could count."""
    name = _NAME_BEFORE.search(before)
    if (
        not name
        or not match["low"]
        or " to " in match.group()
        or match["approx"]
        or match["currency"]
        or match["ordinal"]
    ):
        return False
    if (
        (name["word"].lower() in _OPENERS and not _named_the(text, match, before))
        or AFTER.match(text, match.end())
        or " " in match["low"]
    ):
        return False
    if _YEARLIKE.fullmatch(match["low"]):
        return True  # "the Oslan 2020 organisers"
    hyphen, one = text[match.end() : match.end() + 1] == "-", match["low"].lower() == "one"
    return before.endswith("-") or find_noun(text, match.end(), hyphen=hyphen, single=one) is None


def _named_the(text: str, match: re.Match[str], before: str) -> bool:
    """ "at The 519": the article is part of a name."""
    inside = match.start() > 6 and before.endswith(" The ") and not re.search(r"[.!?:”\"]\sThe\s$", before)
    return inside and not re.match(r"[\s-]\w", text[match.end() : match.end() + 2])
