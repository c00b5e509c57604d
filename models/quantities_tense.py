"""Whether the words around "on Friday" look back or ahead."""

import re
from typing import Literal

from models.base import Span

Tense = Literal["past", "future", "unsure", "elsewhere"]
"""The last: in a story of another year."""

_REPORTED = re.compile(
    r"(?<!\bbe\s)\b(?:said|told|announced|wrote|tweeted|testified|ruled|voted|declared|confirmed|reported|released|published|signed)"
    r"(?:\s(?!to\b|that\b|will\b|would\b)[\w’']+){0,3}\s(?:on\s|in\s|late\s|early\s|late\son\s|early\son\s|in\smid-)?$"
)
_LOOKS_BACK = re.compile(
    r"\bfrom\s(?:just\s|about\s)?[$£€]?\d[\w.,%]*(?:\s\w+){0,2}\sin\s$|\b(?:[Ss]ince|[Aa]fter)\s(?:\w+ly\s)?(?!winning)\w{3,}ing\b[^,;.]{0,60}\s(?:in|on)\s$"
    r"|(?<!be\s)(?<!is\s)(?<!are\s)\b(?:[Ss]peaking|[Aa]ppearing|[Tt]estifying|[Tt]weeting)\b[^,;.]{0,60}\s(?:on\s)?$"
)
"""As in "up from 22 percent in", "since launching his campaign in", "speaking to sailors on"."""
_AT_EVENT = re.compile(
    r"\b(?:said|told)\b.*,\sat\san?\s(?:\w+\s)?(?:event|rally|conference|hearing|forum|meeting|briefing|dinner)\b[^,;.]{0,50}\s(?:in|on)\s$"
)
"""As in "said Odo Rell, at an event in"."""
_REACH = 90
"""So near to a day stands what sets it ahead."""
_FUTURE = re.compile(
    r"\b(?:(?:will|won[’']t|shall)(?:\s(?:not|also|have|be|been|\w{2,}ed)\b)*|must|can(?!\s(?:no|not|be)\b)|(?:would|could|may|might)(?!\shave)|(?:plan|hope|intend|vow|want|expect|need)(?:s|d|ed)?\sto|(?:agree|prepare)s?\sto"
    r"|(?:is|are|was|were|be|[’']s|[’']re)\s(?:\w+\s)?(?:set|scheduled|expected|slated|due|going(?!\son\b)|poised|planning|planned|likely)"
    r"|(?:set|expected|poised)\sto|plans?\s(?:an?|the)|scheduled|slated|upcoming|ahead\sof|to\s(?:be|vote|meet|hold|begin|start|testify|appear|take|speak))\b"
    r"|[’']ll\b"
)  # fmt: skip
_NOT_BASE = "".join(rf"(?<!\b{word}\s)" for word in "to will would could can may might should not did".split())
_PAST = re.compile(
    r"\b(?:(?:(?<!-)|(?<=\bre-))(?!closed\sdoors|United|[Nn]eed|[Ii]ndeed|[Ss]peed|[Ff]eed|[Ss]eed|hundred|exceed|succeed|proceed|breed|bleed|sacred)\w{2,}ed|(?:was|were|had|did|could)n[’']t|was|were|had|did|said|told|wrote|came|went|took|made|got|gave|left|met|held|began|won|lost|led|ran|saw"
    r"|fell|rose|spoke|sent|found|died|struck|shot|broke|brought|built|bought|sold|became|grew|knew|kept|laid|paid|sat|stood"
    r"|taught|thought|threw|drew|drove|flew|fought|hung|heard|felt|swore|sought|spent|has\sbeen|have\sbeen"
    r"|chose|wore|tore|withdrew|overcame|undertook|woke|hid|drank|sang|swam|fled|blew|froze|ate|overthrew|underwent|arose|awoke"
    r"|swung|flung|rode|stole|forgot|forgave|forbade|clung|slept|wept|sank|shook|crept|strode|knelt|slid|swept|spun|stung|dealt|leapt|sprang)\b"
    rf"|\b{_NOT_BASE}(?:cut|put|set|hit|read|quit|split|shut)\b"
)
_INFINITIVE = re.compile(
    r"\bto\s(?!(?:about|around|nearly|almost|more|less|only|just|over|under|as|this|that|which|whom|all|some|both|death|prison|jail|court|office|power|war|trial|school|church)\b|the\b|a\b|an\b|his\b|her\b|their\b|its\b)[a-z]{2,}\b"
)
_PRESENT = re.compile(
    r"(?:\b(?:[Ii]t|[Hh]e|[Tt]here|who|that)[’']s|[’']re)\s(?:not\s|also\s|now\s)?\w+ing\b|\b(?:is|are|begins|starts|opens|meets|takes|votes|comes|faces|heads|goes|ends|premieres|airs|launches|debuts|arrives|returns|kicks|needs|wants|hopes|happens|(?:has|have)\s(?:an?|no|the|to|little|enough))\b"
)
_MEETS = re.compile(
    r"\b(?:faces?|facing|meets?|challenges?|takes?\son|taking\son|squares?\soff|runs?\sagainst|running\sagainst"
    r"|(?:[Tt]o|can|cannot|can[’']t)\s(?:beat|defeat|oust|unseat)"
    r"|on\sthe\s(?:[\w-]+\s){0,2}ballot|up\sfor\s(?:re-?)?election)\b"
)
_STARTING = re.compile(r"\b(?:starting|beginning|effective)\s(?:on\s)?$")
_TO_COME = re.compile(r"\b(?:is|are|will|takes?|goes?|begins?|starts?|must|can(?:not)?)\b|n[’']t\b")
_IF = re.compile(r"\b[Ii]f\b")
_LASTS = re.compile(r"\b(?:has|have|can|is|are|may|do|does|would|could)\b|[’'](?:s|re)\s")
_OTHER_YEAR = re.compile(r"(?<![\w$£€,.])(?:1[5-9]|20)\d\d(?![\w,%])[^.!?]*$")
_PERFECT = re.compile(r"\b(?:has|have)\s(?:\w+ly\s)?(?!been\b)\w+(?:ed|en|wn|rn)\b[^,.;:]{20,}$")
"""In "$1 million in 2001, $5 million today" and "has dropped from 20 to 5 among them today": these days."""
_OTHER_CLAUSE = re.compile(r"\b(?:as|what|where|how|than)\s")
_NO_VERBS = re.compile(
    r"\b(?:[A-Z][a-z]+|[\w’'-]+-[a-z]+|(?:(?<=\b[Tt]his )|(?<=\b[Aa] )|(?<=\b[Tt]he )|(?<=ly ))\w+ed|to\sbe)(?=\s)"
)
"""Names ("United"), compounds ("state-backed") and adjectives ("a changed system"), which only look like past forms."""
_SUBJECT_WORDS = 2
_DONE_BY = re.compile(r"(?<!was)(?<!were)(?<!been)\s\w+ed\sby\s[^,;]*$")
_HELD = re.compile(
    r"\b(?:holds?|votes?|voting|caucus(?:es)?|meets?|testif(?:y|ies)|airs|premieres|reports?|begins?|starts?|opens?|launch(?:es)?|heads?\sto|gets\sunderway)"
    r"\s(?:[\w’'-]+\s){0,4}$"
)
_GOING = re.compile(r"\b(?:is|are)\s(?:now\s|also\s)?\w{3,}ing\b(?!.*\b(?:after|since)\s\w+ing\b)")
_THESE_DAYS = re.compile(
    r"\b(?:than|never|from|they\sare|law\sas\s\w+|would\s(?:\w+\s)?be\s(?:in|an?|much|far|very|more|less|better|worse))\b[^,;.]{0,40}$|\bcontinues?\s$"
)
"""Before "today" where it means now: "stronger than he is", "will rise from 81 percent"."""
_GENERIC = re.compile(r"(?<=\sin\splace\stoday)|\sthan\b")
"""In "the system in place today", "fewer today than before"."""
_CLAUSE = re.compile(r"\b(?:as|that|who|which|when|because|where|how)\b")
_STATE = re.compile(r"\b(?:is|are)\s(?:\w+\s){0,2}\w+ed\s$")
_MODAL = re.compile(r"\b(?:will|won[’']t|shall|would|must|(?:ha(?:s|ve)|needs?|going)\sto)\b(?!\shave)|[’']ll\b")
_SIMPLE = frozenset("was were did had said told".split())
_PASSIVE = re.compile(r"\b(?:was|were|had|been|got)\s(?:\w+ly\s|all\s|both\s|also\s)?$")
_BE_DONE = re.compile(r"\bbe\s\w+(?:ed|n)\b")
_WHERE_TO_BE = re.compile(
    r",\s(?:where|when)\s(?:\w+\s){1,3}(?:is|are|was|were)\s(?:scheduled|expected|due|set|slated|planning|planned)\sto\b"
)
"""Behind the day: ", where he was scheduled to speak"."""
_SCARE_QUOTES = re.compile(r"[“\"]([^”“\".,\s]{1,20})[”\"]")
"""Marks around one word part no clause."""
_RIGHT_BEFORE = re.compile(
    r"\b(?!to\s)(?:\w{3,}ed|died|won|left|held|began|met|said|told|took|became|made|killed)\s(?:on\s)?$"
)
_TO_BE_DONE = re.compile(
    r"\b(?:(?P<to>to)|(?P<can>can|could)|will|would|may|might|must|should|shall)\s(?:not\s|soon\s|now\s)?be\s(?:\w+ly\s)?$"
)
_BREAK = re.compile(r"[;:—–“”]|,\s|\s(?:that|who|which|but|while)\s")
_DETERMINED = re.compile(r"(?:\b(?:an?|the|that|this|his|her|its|their)|['’]s)\s(?:[a-z-]+\s)?$", re.IGNORECASE)
_NOUN_AFTER = re.compile(
    r"\s(?!(?:is|are|was|were|has|had|will|would|at|in|on|of|to|by|for|from|with|and|or|but|as|when|that|after|before)\b)"
    r"[a-z]{3,}"
)
_BEFOREHAND = re.compile(r"\b(?:before|until|ahead\sof|into|leading\sup\sto)\s$", re.IGNORECASE)
_OFFICE = "president|office|re-?election|governor|mayor|Senate"
_LIES_AHEAD = {
    "put off": r"\b(?:extend|postpon|delay|adjourn|suspend|clos|cancel|push|recess|shut)[a-z]*\s(?:[\w’'-]+\s){0,5}"
    r"(?:until|through|to)\s(?:\d[\d:]*\s[ap]\.m\.,?\s|noon\s|midnight\s)?(?:on\s)?$",
    "begins": r"\b(?:begins?|starts?|kicks?\soff|takes?\s(?:place|effect)|goe?s?\sinto\s(?:effect|force)"
    r"|expires?|resumes?|reopens?)\s(?:on\s)?$",
    "goes into": r"\b(?:head|go|lead)ing\sinto\sthe\s$|\bheading\sinto\s$",
    "stands for an office": rf"\brun(?:ning|s)?\sfor\s(?:\w+\s)?(?:{_OFFICE})\s(?:again\s)?in\s(?:the\s)?$",
    "stands": r"(?<!was\s)(?<!were\s)(?<!been\s)\brunning\s(?:again\s)?in\s$",
    "will be elected": r"\b(?:is|are|gets?)\s(?:re-?)?elected\s(?:president\s)?(?:on|in)\s(?:the\s)?$",
    "votes": r"\bvoting\s(?:on\s)?$",
    "schedules": r"\bschedul(?:e|es|ed|ing)\s(?:an?|its|the)\s(?:[\w-]+\s)?"
    r"(?:hearing|vote|meeting|debate|session)\s(?:on\s|for\s)?$",
    "is scheduled": r"(?:,|\b(?:is|are|be))\s(?:now\s|currently\s)?(?:set|scheduled|slated|planned|due)\sfor\s$",
    "not yet": r"\byet\s[^,;.]{0,30}\bfor\s(?:the\s)?$",
    "meets you": r"\b(?:[Ss]ee\syou|[Jj]oin\s(?:us|me)|[Tt]une\sin)\s(?:[\w’]+\s){0,4}$",
    "is due": r"\bdue\sfor\s\w+\s(?:on\s)?$",
    "not before": r"\bas\s(?:early|soon)\sas\s$",
    "is expected": r"\b(?:expected|imminent|looming)\s\w+\s(?:on\s)?$",
    "is called for": r"\bcall(?:ed|s|ing)?\sfor\s(?:an?|new|more)\s[^,;.]{0,30}\son\s$",
}
"""What stands before a day to come, whatever the tense of the verb in it; by what is said of that day."""
_PUT_OFF = re.compile("|".join(_LIES_AHEAD.values()))
_DONE = re.compile(
    r"(?:\b(?:his|her|its|their|the|an?)\s|['’]s\s)(?:[a-z-]+\s)?(?:win|victory|performance|showing|loss|defeat|death|killing|shooting|attack|crash"
    r"|firing|resignation|arrest|collapse|passage|signing|publication|introduction|statement|remark|comment|announcement|tweet)s?\b[^,;:]{0,30}$|\b(?:for|after)\s(?!\w*thing\b)\w{3,}ing\b[^,;:]{0,60}$"
)
"""What has happened, whatever the verb before it looks to."""
_RELATIVE = re.compile(r"\b(?:who|which|that)\s(?:have\s|has\s|had\s)?\w+")
_PURPOSE = re.compile(
    r"\b(?:an?|the|his|her|its|their)\s(?:[\w-]+\s)?(?:plan|bid|effort|attempt|move|proposal|bill|measure|deal|request|push|motion"
    r"|decision|order|resolution|vote|call|drive)\sto\s[a-z]+"
)
"""In "on Friday, in a bid to take control, the council …" no verb of the sentence."""
_DID_NOT = re.compile(r"\bdid(?:\snot|n[’']t)\s[^,;.]{0,60}$")
_CHANCE = re.compile(r"\b(?:chance|odds|likelihood|probability)\s(?:of|that)\b[^,;.]{0,80}$")
_HAD = re.compile(r",?\s(?:(?:he|she|it|they|[A-Z]\w+)\s)?(?:had|was|were)\b")
_TRIED = re.compile(r"(?:tried|began|failed|managed|started|refused|continued|declined|rushed|struggled|sought)\sto\b")
_BY_OPENS = re.compile(r"(?:.*[.!?]”?\s)?(?:But|And|Yet|Then|Still)(?:,\s\w+,)?\sby\s", re.DOTALL)
_ASIDE = re.compile(r",\s(?:[\w’'.-]+\s){1,6}(?:said|says|added|told\s\w+),|,\s(?:said|says|added)\b")
_GAP = re.compile(r"\s{2,}")
_PAUSE_BEHIND = re.compile(r"^,\s")
"""In "at a dinner in May, Rell said" the clause with the verb begins behind the comma."""
_AROUND = 160


def find_tense(text: str, span: Span) -> Tense:
    """From the nearest verb before the words in their clause, else from the first one behind them.

    "unsure" where there is none, or only "to do".
    """
    before = _SCARE_QUOTES.sub(r"\1", text[max(0, span.start - _AROUND) : span.start])
    if _tells_past(before):
        return "past"
    if _PUT_OFF.search(before[-_REACH:]) or _WHERE_TO_BE.match(text, span.end):
        return "future"
    if _STARTING.search(before) and _TO_COME.search(_BREAK.split(before)[-1]):
        return "future"
    return "unsure" if before.lower().endswith(" for ") else _find_tense(text, span, before)


def _tells_past(before: str) -> bool:
    ends = before.lower().endswith(("since ", "as of ", "back in "))
    if ends or _REPORTED.search(before) or _LOOKS_BACK.search(before):
        return True
    return before.endswith((" in ", " on ")) and ", at a" in before and bool(_AT_EVENT.search(before))


def _find_tense(text: str, span: Span, before: str) -> Tense:
    if _BEFOREHAND.search(before) and not _PAST.search(_around(text, span)):
        return "future"
    if _CHANCE.search(before):
        return "future"
    if (
        before.lower().endswith(" by ")
        and not _reports_by(text, span, before)
        and not _HAD.match(text, span.end)
        and not _PAST.search(_BE_DONE.sub("", _BREAK.split(before)[-1][-24:]))
    ):
        return "future"
    after = _GAP.sub(" ", text[span.end : span.end + 4 * _AROUND])[:_AROUND]
    left = _BREAK.split(before)[-1]
    right = after if len(left.split()) < 3 else _BREAK.split(_PAUSE_BEHIND.sub("", after))[0]
    if _DID_NOT.search(left):
        return "past"
    if _DONE.search(left):  # not "hopes to build on his win on Saturday"
        told = _find_last_verb(left) or "past"
        return "unsure" if told == "future" else told
    return _find_last_verb(left) or _find_first_verb(right) or _find_of_all(_around(text, span))


def _reports_by(text: str, span: Span, before: str) -> bool:
    """ "But by Sunday, Rell said": the first verb behind the day has been, and is no aside ("he said, …")."""
    after = text[span.end : span.end + _AROUND]
    opens = _BY_OPENS.fullmatch(before) and after.startswith(",") and not _ASIDE.match(after)
    return bool(opens) and _find_first_verb(after) == "past"


def is_past_report(text: str, span: Span, before: str) -> bool:
    """ "By April 15" where every verb tells what has been, and none what is to do."""
    around = _around(text, span)
    told = before.lower().endswith("by ") and not _FUTURE.search(around) and not _INFINITIVE.search(around)
    return told and bool(_PAST.search(_BE_DONE.sub("", around)))


def is_told_nearby(text: str, span: Span) -> bool:
    """Whether the verb nearest to the words, in their own clause, tells what has been: not any verb of the text."""
    before = text[max(0, span.start - _AROUND) : span.start]
    if _tells_past(before):
        return True
    after = _GAP.sub(" ", text[span.end : span.end + 4 * _AROUND])[:_AROUND]
    left = _BREAK.split(before)[-1]
    right = after if len(left.split()) < 3 else _BREAK.split(_PAUSE_BEHIND.sub("", after))[0]
    return (_find_last_verb(left) or _find_first_verb(right)) == "past"


def is_told_right_before(text: str, span: Span) -> bool:
    """ "Died Feb. 7", "was named on Feb. 7": the verb that tells it stands beside the day."""
    return bool(_RIGHT_BEFORE.search(text[max(0, span.start - 30) : span.start]))


def is_past_around(text: str, span: Span) -> bool:
    """Whether any word around the span speaks of what has been."""
    return bool(_PAST.search(_around(text, span)))


def looks_ahead(text: str, span: Span) -> bool:
    """Whether any word around the span speaks of what is to come."""
    return bool(_FUTURE.search(_around(text, span)))


def find_tense_of_all(text: str, span: Span) -> Tense:
    """Past or future where all verbs around the span agree."""
    return _find_of_all(_around(text, span))


def describes_noun(text: str, span: Span) -> bool:
    """ "the transcript of an April 21 talk": the verbs of the sentence tell nothing of when that was."""
    following = _NOUN_AFTER.match(text, span.end)
    return bool(following) and bool(_DETERMINED.search(text[max(0, span.start - 20) : span.start]))


def is_held_today(text: str, span: Span) -> bool:
    """ "Four wards hold their primaries today"."""
    return bool(_HELD.search(_BREAK.split(text[max(0, span.start - _AROUND) : span.start])[-1]))


def is_going_on(text: str, span: Span) -> bool:
    """ "The bank is splitting its force from Monday"."""
    return bool(_GOING.search(_BREAK.split(text[max(0, span.start - _AROUND) : span.start])[-1]))


def is_told(text: str, span: Span) -> bool:
    """Whether something is told of that very day: "was closed today", "Today the council voted"."""
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + 60]
    if _THESE_DAYS.search(before):
        return False
    if _IF.search(before) or _STATE.search(before) or _DONE_BY.search(before) or _GENERIC.match(text, span.end):
        return False
    if _OTHER_YEAR.search(before) or _PERFECT.search(before):
        return False
    left = _NO_VERBS.sub("", _OTHER_CLAUSE.split(_BREAK.split(before)[-1])[-1])
    if _find_last_verb(left) in ("past", "future") or _REPORTED.search(before):
        return True
    after = re.split("[;:]", _NO_VERBS.sub("", after))[0]
    verb = _PAST.search(after) if len(left.split()) <= _SUBJECT_WORDS else None
    return verb is not None and not (_LASTS.search(after[: verb.start()]) or _CLAUSE.search(after[: verb.start()]))


def meets_ahead(text: str, span: Span) -> bool:
    """ "Faces Rell in November", "on the ballot in November": said of the November to come."""
    left = _BREAK.split(text[max(0, span.start - _AROUND) : span.start])[-1]
    return left.endswith(" in ") and bool(_MEETS.search(left)) and not _PAST.search(left)


def may_look_ahead(text: str, span: Span) -> bool:
    """Whether any word of the text speaks of what is to come, or the clause before the span of what can be done."""
    before = _BREAK.split(text[max(0, span.start - _AROUND) : span.start])[-1]
    return looks_ahead(text, span) or bool(_INFINITIVE.search(before)) or " can " in before or before.endswith("for ")


def _around(text: str, span: Span) -> str:
    """As much of the text as a long sentence has on either side; of direct words, these alone."""
    start, end = max(0, span.start - 3 * _AROUND), span.end + 3 * _AROUND
    opens, closes = text.rfind("“", start, span.start), text.find("”", span.end, end)
    if opens > text.rfind("”", start, span.start):
        return text[opens : closes if closes > 0 else end]
    return text[start:end]


def _find_of_all(text: str) -> Tense:
    ahead, back = _FUTURE.search(text), _PAST.search(text)
    if bool(ahead) == bool(back):
        return "unsure"
    return "future" if ahead else "past"


def _find_last_verb(before: str) -> Tense | None:
    """The verb nearest to the day; "was expected" looks ahead, though it is a past form."""
    ahead = [match.span() for match in _FUTURE.finditer(before)]
    back = [m.start() for m in _PAST.finditer(before) if not any(a <= m.start() < b for a, b in ahead)]
    other = [m.start() for pattern in (_INFINITIVE, _PRESENT) for m in pattern.finditer(before)]
    last = max([start for start, _ in ahead] + back, default=None)
    if last is None:
        return "unsure" if other else None
    passive = _PASSIVE.search(before[:last]) is not None
    if last in back and not passive and _MODAL.search(before[:last]) and _find_word(before, last) not in _SIMPLE:
        return "future"  # "will keep it funded through Sept. 30"
    to_be = _TO_BE_DONE.search(before[:last])
    if last in back and to_be:
        told = ahead or not (to_be["to"] or to_be["can"])
        return "future" if told else "unsure"  # "is scheduled to be sentenced on"
    further = sum(start > last for start in other)
    if further and last in back and not (further == 1 and _TRIED.match(before, last)):
        return "unsure"  # "failed to send him a paper to open on"
    return "past" if last in back else "future"


def _find_word(text: str, at: int) -> str:
    return text[at:].split(maxsplit=1)[0]


def _find_first_verb(after: str) -> Tense | None:
    """ "On Friday, X did": the first verb behind the day."""
    after = _PURPOSE.sub("", _RELATIVE.sub("", after))
    ahead, back, other = _FUTURE.search(after), _PAST.search(after), _PRESENT.search(after)
    starts = {tense: match.start() for tense, match in (("future", ahead), ("past", back), ("unsure", other)) if match}
    if not starts:
        return None
    first = min(starts, key=lambda tense: (starts[tense], tense))
    return "past" if first == "past" else "future" if first == "future" else "unsure"
