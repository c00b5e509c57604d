"""What a quantity is, and how it is written in a text."""

import math
import re
from dataclasses import dataclass
from typing import Literal

from models.base import Span
from models.quantities_numbers import APPROXIMATOR, APPROXIMATORS, NUMBER, SCALE_WORDS, UNIT_WORDS

QuantityKind = Literal["count", "share", "money", "measure", "age", "multiple", "ordinal"]

_SIGN = r"(?:US|A|C)?\$|[£€¥₹₽₩]"
_VAGUE = r"dozens|scores|hundreds|thousands|millions|billions|trillions"
_LASTING = "decade|century|year|month|week|day|hour|mile|ton|acre|pound|generation"
_VAGUES = rf"(?:tens|{_VAGUE})\sof\s(?:thousands|millions|billions|trillions)|{_VAGUE}"
IN_MONEY = (
    r"(?:\smore)?\sin\s(?:[a-z-]+\s){0,2}(?:loans?|aid|assistance|relief|revenue|sales|profits|donations|contracts"
    r"|damages|spending|savings|dollars|debts?|funding|funds|grants|taxes|fines|subsidies)\b"
)
"""What makes a sum of money of "billions": "billions more in loans"."""
USUAL = "(?:1/[23458]|2/3|3/4)"
OF_WHOLE = (
    r"\sof\s(?!last|this|next)|[\s-](?:an?\s)?(?:inch|mile|cup|teaspoon|tablespoon|pound|ounce|ton|acre|majority|share)"
)
"""Fractions that are no day of a month; what makes one of any other: "4/8 of the fleet"."""
_PART = r"third|quarter|fourth|fifth|sixth|eighth|tenth"
_ALONE = (
    r"(?:[.,;:)”—]|$|\s(?:say|said|think|thought|believe[ds]?|voted|support(?:ed)?|oppose[ds]?|approve[ds]?|want(?:ed)?"
    r"|were|was|are|is|had|have|has|did|do|who|which|that|as|in|by|from|to|since|and|or|but|on|for|at|live|lived)\b)"
)
"""What can stand behind a share whose whole is not told: "more than half said so"."""
_COMMON = ("in", "on", "to", "at", "as", "up", "no", "not", "the")
_BEGINNING = "|".join(
    sorted(
        {
            r"\s".join(map(re.escape, words.split()[: 2 if words.split()[0] in _COMMON else 1]))
            for words in APPROXIMATORS
            if words[0].isalpha() and not words.startswith("a ")
        }
    )
) + (
    rf"|US\$|[AC]\$|USD|EUR|GBP|from\s|minus\s|{UNIT_WORDS}|half|{_VAGUE}|tens\sof|several|few|couple|twice|once\s|dozen\s|doubl|tripl|quadrupl|halv"
    rf"|another\s(?:{SCALE_WORDS})|an?\s(?:{SCALE_WORDS}|{_LASTING}|half|{_PART}|few|couple|little|minimum|maximum|fraction)|a-"
)
"""What a quantity can begin with; looking for it first is faster than trying every form at every word."""
BEGINNING = re.compile(rf"(?<![\w./#@\[])(?:[\d$£€¥₹₽₩\-−~<>½¼¾⅓⅔⅕⅛]|{_BEGINNING.lower()})")
"""The same for a text in lower case, where it is looked for four times as fast as without regard to case."""
_TIMES_AS_MUCH = (
    r"(?:double|triple|quadruple)(?=\s(?:the|that|its|their|his|her|our|your|what|as)\b)"
    r"|(?:(?<=\bto\s)|(?<=\bwill\s)|(?<=would\s)|(?<=could\s)|(?<=might\s)|(?<=\bmay\s))(?:double|triple|quadruple)"
    r"(?=[.,;]|$|\s(?:by|in|to|since|every|over|within|and|from|between)\b)"
    r"|(?:doubl|tripl|quadrupl)(?:ed|ing)(?!-|\s(?:down|back|up|as|over(?=[.,;]|\sin\b|\swith\b))\b)|(?:doubles|triples)(?=\s(?:the|its|to|in|every)\b)|halved"
)
"""What makes twice as much; not "doubled down", "a double standard" or "double digits"."""
_ONCE = (
    r"once(?=\s(?:an?|each|every|per)\s(?:minute|hour|day|night|week|month|season|year|decade|century|generation)"
    r"(?:[.,;:)”]|$|\s(?:and|or|but|at|in|on|for|to|by|with|since|until|when|if|as|should|would)\b|\s[—–]))"
)
"""How often, as in "once a day"; not "once a day had passed"."""
QUANTITY = re.compile(
    rf"(?<![\w./#@\[])(?<!\)\()(?<!\d[,:])(?<![A-Za-z]\+)(?!0(?:\d|\s(?:{SCALE_WORDS})))(?<![A-Za-z\d]-)(?=[\d$£€¥₹₽₩\-−~<>½¼¾⅓⅔⅕⅛]|(?:{_BEGINNING}))(?P<from>from\s)?(?:(?P<approx>{APPROXIMATOR})\s?(?<=[\s~<>])(?:the\s|an?\s(?=[$£€]|half-dozen\b|\d[\d.,]*(?:%|\s(?:percent|per\scent|in|out)\b)))?)?"
    rf"(?P<currency>{_SIGN}|(?:USD|EUR|GBP)\s)?(?P<sign>(?<![\w%)])[-−](?=\d)|(?<!\bor\s)minus\s)?"
    rf"(?:(?P<parts>(?!(?!three|one|an?\b)\w+[-\s]quarters)(?P<num>{UNIT_WORDS}|an?)[-\s](?P<den>half|{_PART})(?:s\b|(?=\s+of\b|\s+the\b)|(?<=one-third)|(?<=one-half)"
    rf"|(?<=one-quarter)|(?<=one-fourth)|(?<=one-fifth)|(?<=one-tenth)|(?=(?(approx){_ALONE}|(?!)))))"
    rf"|(?P<half>half(?=\s\(\d|\s(?:of|the|its|their|his|her|our|all)\b|(?(approx){_ALONE}|(?!))))"
    rf"|(?P<inof>(?(currency)(?!))(?P<inn>{NUMBER})(?:\s(?:in|out\sof|of(?=\severy\s))\s|-in-)(?!(?:19|20)\d\d\b)(?:every\s)?(?P<ofn>{NUMBER})(?!\w|[,.:]\d|-|\s(?:year|month|week|day|hour)s\b))"
    rf"|(?P<fraction>(?P<fn>\d{{1,2}})/(?P<fd>2|3|4|5|6|8|10|12|16|20)(?![\d/])(?:(?<=(?<!\d){USUAL})|(?={OF_WHOLE})))"
    rf"|(?P<vague>(?!(?(from)|(?!)))(?:{_VAGUES}),?\s(?:or|if\snot)\s(?:even\s|perhaps\s|maybe\s)?(?:{_VAGUES})\b"
    rf"|(?:tens|{_VAGUE})\sof\s(?:thousands|millions|billions|trillions)\b"
    rf"|(?:several|(?:a\s)?few|a\scouple(?:\sof)?)\s(?:{SCALE_WORDS})(?:\s(?:{SCALE_WORDS}))?\b"
    rf"|(?!scores\s(?!of\b))(?:{_VAGUE})(?=\s(?:of|more|have|were|are|had|will|died|fled|gathered|marched|lost|remain)\b|{IN_MONEY}))"
    rf"|(?P<ratio>{NUMBER}(?:-to-|\sto\s)(?:1|one))(?![\w%]|[.,]\d|\s(?:[a-z]+s|million|billion|percent|point|seat|vote|year|month|week|day|hour)\b)"
    rf"|(?P<single>(?(approx)(?<!toward\s)(?<!towards\s)(?<!aching\s)(?<!nearing\s)|(?:(?<=\bfor\s)|(?<=only\s)|(?<=within\s)|(?<=after\s)|(?<=served\s)|(?<=spent\s)|(?<=lasted\s)))an?(?=\s(?:{_LASTING})\b(?!\sago))"
    rf"|(?<=\bin\s)an?(?=\s(?:{_LASTING})(?:[.,;:]|$|\sand\s(?!age\b)))|(?<!times\s)an?(?=\s(?:{_LASTING})\s(?:later|earlier|after|before|and\sa\shalf|or\s(?:more|so|longer|less))\b))"
    rf"|(?P<multiple>twice|{_ONCE}|{_TIMES_AS_MUCH}"
    rf"|(?:{NUMBER})\stimes(?=\s(?:as|the|that|its|his|her|their|your|my|our|more|higher|larger|greater|bigger|what|[a-z]+er\sthan)\b)"
    rf"|(?:{UNIT_WORDS}|\d+)-?fold)"
    r"|(?P<glyph>[½¼¾⅓⅔⅕⅛])"
    rf"|(?P<low>{NUMBER})(?:\s?(?(from)(?:-|–|—)|(?:-to-|-or-|-|–|—|to|or(?=\s(?:\d|{UNIT_WORDS}))))\s?"
    rf"(?P<cur2>(?:US)?[$£€])?(?P<high>{NUMBER}))?)"
    r"(?P<ordinal>(?<=\d)(?:st|nd|rd|th)(?!\w))?"
    r"(?P<plus>\+|-plus)?(?P<odd>-(?:odd|some)(?=\s))?(?!(?!(?-i:GW|MW|kW|km|kg|cm|mm|mph|lbs|GB|TB|(?<=\d)[CF])\b)\w|[.,:/]\d|\.(?:com|org|net|gov)\b|%\w|\(\w|-\d{3}|-(?:in|on|by|and)-\w)",
    re.IGNORECASE,
)
TRIGGER = re.compile(
    rf"\d|[½¼¾⅓⅔⅕⅛]|\b(?:{UNIT_WORDS}|{SCALE_WORDS}|half|third|quarter|fifth|sixth|tenth|twice|once\s(?:a|e|p)|doubl|tripl|quadrupl|halv"
    rf"|an?\s(?:{_LASTING})|scores\sof|tens\sof|(?:hour|day|week|month|year|decade|century)-?(?:long|old)\b|first|second|fourth|ninth|twelfth|(?:twen|thir|for|fif|eigh)ties)"
)
"""What a text has in lower case that tells any quantity at all."""
AFTER = re.compile(
    r"[\s-]?(?P<percent>%|\[per\s?cent\]|per[\s-]?cent(?:age[\s-]points?)?\b|pct\b|percentage[\s-]points?\b|basis\spoints?\b)"
    r"|[\s-](?P<money>(?:U\.?S\.?\s)?(?:dollar|euro|yen|ruble|rouble|yuan|rupee|franc|buck|cent)s?\b)"
    r"|\s?(?P<metric>(?-i:GW|MW|kW|km|kg|cm|mm|mph|kph|lbs|GB|TB|ppm|ppb)\b)"
    r"|(?P<degrees>°\s?[CF]?\b|(?<=\d)(?-i:[CF])\b)", re.IGNORECASE
)  # fmt: skip


@dataclass(frozen=True)
class Quantity:
    """A number as it is stated; `low` and `high` differ for ranges. `unit` is "percent", a currency code, or
    the noun that is counted; `counted` is what a percentage, sum or duration is of; `approximator` is one of about,
    nearly, at least, more than, less than, at most, exactly, or None. `span` covers number, unit and approximator.
    `kind` tells counts from shares of a whole, money, measures, ages, multiples and ordinals.
    """

    low: float
    high: float
    unit: str | None
    approximator: str | None
    span: Span
    counted: str | None = None
    ordinal: bool = False
    kind: QuantityKind = "count"

    @property
    def bounds(self) -> tuple[float, float]:
        """The values that the words allow: "at least 40" is 40 to infinity, "about 40" is within a tenth."""
        slack = 0.1 * max(abs(self.low), abs(self.high))
        return {
            "at least": (self.low, math.inf),
            "more than": (self.low, math.inf),
            "less than": (-math.inf, self.high),
            "at most": (-math.inf, self.high),
            "about": (self.low - slack, self.high + slack),
            "nearly": (self.low - slack, self.high),
        }.get(self.approximator or "", (self.low, self.high))
