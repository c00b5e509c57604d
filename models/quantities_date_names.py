"""Words that only look like dates: "Black Friday", "April Ross", "nearly 1800 people", the film "1917"."""

import re

from models import lexicon
from models.quantities_date_grammar import WEEKDAY

_BEFORE_MONTH = re.compile(
    r"\b(?:in|last|this|next|of|since|until|by|early|late|mid|before|after|from|through|for|during|between|to|and"
    r"|late-|early-|mid-|\w{2}ed)[\s-]$", re.IGNORECASE
)  # fmt: skip
_DESCRIBES = re.compile(r"\b(?:an?|his|her|its|their|our|my)\s$", re.IGNORECASE)
_CONTESTS = re.compile(
    r"\s(?:contests?|primar(?:y|ies)|elections?|debates?|meetings?|deadlines?|votes?|hearings?|crash|shooting|attack|fire)\b"
)
_DESCRIBED = re.compile(
    r"\s(?!(?:to|on|through|in|into|at|of|for|from|with|and|or|against|by|organi[sz]er|participant|leader|marcher|founder"
    r"|supporter|that|was|is|will)\w*\b)[a-z]{3,}"
)
"""In "a March letter", not in "a March to Velm"."""
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|until|by|of|from|during|before|after|through|to|between|and|late|early|mid|circa|the|fiscal|Fiscal\sYear"
    r"|around|for|his|her|its|their|our|a)\s$", re.IGNORECASE
)  # fmt: skip
_COUNTED_AFTER = re.compile(r"\s(?:more\s|new\s|other\s)?[a-z]*(?:s|men|women|people|children|troops)\b")
_SURELY_COUNTED = re.compile(
    r"\s(?:points?|dollars|people|miles|feet|meters|metres|votes|homes|troops|soldiers|jobs|deaths|dead|cases|degrees)\b"
)
_APPROXIMATE = re.compile(
    r"\b(?:nearly|almost|(?:more|fewer|less)\sthan|at\sleast|up\sto|approximately|roughly|some|exactly|only)\s$",
    re.IGNORECASE,
)
_NOUN_BEHIND = re.compile(r"\s(?!(?:was|is|has|had|did|and|or|in|to|when)\b)[a-z]{2,}")
_NUMBERED = re.compile(
    r"(?:\b(?:Russell|Windows|Model|Area|Room|Agenda|Vision|Event|Bill|Resolution)"
    r"|(?<![\w.])(?:[HAS]\.?\s?(?:[BRFJC]|Res|J\.\s?Res|Con\.\s?Res)\.?|S\.))\s$"
)
_EVENT_BEFORE = re.compile(
    r"(?<![.!?:”\"]\s)(?<!^)\b(?!(?:Act|Law|Bill|Order|Regulations|Christmas|Thanksgiving|Easter|Halloween|Ramadan|Day|Eve|Session"
    r"|Spring|Summer|Fall|Autumn|Winter|Late|Early|Mid|Around|Unlike|Like|Through|Throughout|Back|Former|Fiscal|One|Another"
    r"|Democratic|Republican|Circa|And|But|Or|Than|Was|Is|When|Where|After|Before|Since|By|From|Until|During|[A-Z][a-z]*\.)\b)"
    r"(?!" + WEEKDAY + r")[A-Z][A-Za-z]+\s$"
)
_EVENT_AFTER = re.compile(
    r"\s?[.,;:!?”’\"')]|$|\s(?:and|or|is|was|are|were|will|has|had|as|in|on|at|to|for|by|with|from|despite|because|organi[sz]ers?|participants?|dreams?|said|says)\b"
)
"""What makes a name of "Oslan 2020" or "the Harbour 2030 organisers"; a law of 2008 has a year."""
_PROJECT_AFTER = re.compile(r"\s(?:Project|Fund|Initiative|Society|PAC)\b")
_TITLE_END = re.compile(r"[,.]?[”\"’']")
_SHUT = re.compile(r"[”\"]|’(?!s\b)")
_NAME_AFTER = re.compile(r"\s(?!(?:" + WEEKDAY + r"|Republican|Democrat)\w*\b)[A-Z][a-z]")
_NAME_BEFORE = re.compile(
    r"\b(?!(?:On|In|By|Since|Until|Late|Early|The|And|But|From|Last|Next|This|Past|Every|As|For|At|After|Before|That|"
    + WEEKDAY + r")\s)[A-Z][a-z]+\s$"
)  # fmt: skip
_HOURS_AFTER = re.compile(r"\s(?:GMT|UTC|hours|hrs|local\stime)\b")
_NAMED_MONTH = re.compile(r"\s(?:Air\s|Medical\b|for\s(?:Our\s|Life\b|Science\b)|of\sDimes\b|on\sWashington\b)")
"""Behind "March" and "June" in names of bases, cases and marches."""
_COUNTED_DAY = re.compile(r"\b(?:first|second|third|fourth)\s$")
_FROM_EVENT = re.compile(
    r"\s(?:(?:morning|night|evening)\s)?(?:after|before|following)\b(?![^,;.]{0,20}" + WEEKDAY + r"\b)"
)
_ROLLING = re.compile(r"\b(?:in|over|within|during)\sthe\s$", re.IGNORECASE)
_OF_STORY = re.compile(r"\s(?:of|before|leading|that|when|there|[a-z]+ing)\b")
_ASKED = re.compile(r"\b(?:respond|survey|poll|minds?\b|those\swho|asked|tend)", re.IGNORECASE)
_OWNED = re.compile(r"(?:\b(?:my|his|her|its|our|your|their)|[’']s)\s$", re.IGNORECASE)
_FAMOUS = frozenset({"black", "good", "super", "cyber", "easter", "palm", "ash", "holy", "bloody", "giving", "fat"})
_ABBREVIATED = frozenset(month for month in lexicon.MONTH_ABBREVIATIONS if month != "may") | {"sept"}


def is_weekday(match: re.Match[str], before: str, after: str) -> bool:
    """ "Black Friday", the "Sunday Times" and "Fox News Sunday" are names, "on Fox News Sunday night" is none."""
    last = before.rsplit(maxsplit=1)[-1].lower().strip("“\"‘'(") if before.split() else ""
    if last in _FAMOUS or (last == "news" and match["w3"] == "Sunday" and not match["p3"]):
        return False
    return not re.match(
        r"-[a-z]|\s(?:Night|Times|Herald|Post|Mass|Telegraph|Mail|Express|Mirror|Review"
        r"|(?:Evening|Morning)\s(?:Post|News|Herald|Standard|Journal|Magazine)|shows?)\b",
        after,
    )


def is_named_day(word: str, before: str, after: str) -> bool:
    """ "Odo Rell Tonight", "USA Today": a word with a capital letter inside a sentence, or before a name."""
    if re.search(r"[\w,’']\s$", before) or (before.endswith(tuple('“"‘')) and _SHUT.match(after)):
        return True
    return bool(re.match(r"\sShow\b" if word == "Tonight" else r"\s[A-Z]", after))


def is_year(year: int, before: str, after: str) -> bool:
    """Whether four digits between these words are a year, and not a number, a count or a title."""
    if _HOURS_AFTER.match(after):
        return False  # "1800 GMT"
    film = (before.endswith(tuple("“\"‘'")) and _TITLE_END.match(after)) or _PROJECT_AFTER.match(after)
    if film or (year < 1700 and _COUNTED_AFTER.match(after) and not before.endswith("in ")):
        return False
    if _BEFORE_YEAR.search(before):
        return True
    named = _NUMBERED.search(before) or (_EVENT_BEFORE.search(before) and _EVENT_AFTER.match(after))
    if named or (_APPROXIMATE.search(before) and _NOUN_BEHIND.match(after)):
        return False  # "Oslan 2020", "nearly 1800 people"
    counted = (_COUNTED_AFTER if year < 1900 else _SURELY_COUNTED).match(after)
    if counted and not after[1:].startswith(("was", "is ", "has")):
        return False
    return year >= 1700


def is_month(match: re.Match[str], before: str, after: str) -> bool:
    """A month without day or year: "May" and "March" are words too, "April Ross" is a person."""
    if before.endswith(("ourth of ", "4th of ")) or _NAMED_MONTH.match(after):
        return False  # "the Fourth of July", "March Air Force Base", the case "June Medical"
    named = bool(match["shift4"]) or bool(_BEFORE_MONTH.search(before))
    named = named or bool(_DESCRIBES.search(before) and _DESCRIBED.match(after))
    named = named or bool(match["m4"] == "March" and before.endswith("the ") and _CONTESTS.match(after))
    if (
        re.match(r"\s\d|,\s?(?:1\d|20)\d\d(?![\d,])|-\w", after)
        or (_NAME_AFTER.match(after) and not named)
        or _NAME_BEFORE.search(before)
    ):
        return False
    bare = match["m4"].rstrip(".").lower()
    return named or (bare not in ("may", "march") and not (bare in _ABBREVIATED and not match["m4"].endswith(".")))


def is_rolling(text: str, start: int, end: int) -> bool:
    """ "In the last week" before the publication, and not of a siege, a campaign or a survey."""
    told = _OF_STORY.match(text, end) or _ASKED.search(text)
    return not told and bool(_ROLLING.search(text, max(0, start - 12), start))


def is_counted_day(text: str, start: int, end: int) -> bool:
    """ "The first Tuesday of November", "the Sunday before the vote": no day seen from the publication."""
    before = text[max(0, start - 8) : start]
    if _COUNTED_DAY.search(before):
        return text.startswith((" of ", " in "), end)
    return before.endswith("the ") and bool(_FROM_EVENT.match(text, end))


def is_last_of_all(text: str, start: int, end: int) -> bool:
    """ "My last Saturday in Velm", "the last Saturday in May": not the one before the publication."""
    before = text[max(0, start - 8) : start]
    of_month = before.lower().endswith("the ") and text.startswith((" in ", " of "), end)
    return of_month or bool(_OWNED.search(before))
