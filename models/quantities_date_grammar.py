"""How dates are written: one pattern with a named group for each form."""

import re

from models.quantities_grammar import OF_WHOLE, USUAL
from models.quantities_numbers import UNIT_WORDS

HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)(?!\w)"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:1[0-9]|20)\d\d"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_PART = r"(?:morning|afternoon|evening|night)"
_SEASON = r"(?:spring|summer|fall|autumn|winter)"
_UNIT = r"(?:day|week|weekend|month|year|decade|century)"
_SHIFT = r"(?i:this|last|next|past|previous|prior|coming)"
_BETWEEN = (
    r"(?:(?<=\b[Bb]etween\s\d\d\d\d\s)(?<!erence between\s\d\d\d\d\s)(?<!erences between\s\d\d\d\d\s)"
    r"(?<!gap between\s\d\d\d\d\s)(?<!comparison between\s\d\d\d\d\s))"
)
"""Behind the first year of "between 2010 and 2017"; "the difference between 2010 and 2017" is of the two."""
_SAYS_DAY = (
    r"(?:(?<=\b[Oo]n\s)|(?<=\bUpdate\s)|(?<=\bUPDATE\s)|(?<=\bUpdated\s)|(?<=\bupdated\s)|(?<=\b[Dd]ated\s)|(?<=\bsince\s)"
    rf"|(?<=\buntil\s)|(?<=day\s)|(?<=day,\s)|(?<![^\n])(?!{USUAL}(?!\d|:))(?=\d+/\d+(?::|\s[–—-]\s|\s(?:was|is)\b)))"
)
"""What tells the day "4/8" from a fraction or a score; threads ("2/5 When") are numbered, too."""
_LOWER = (
    r"this|last|next|past|previous|coming|every|each|noon|midnight|year|the\s(?:\d|end)|first|second|third|fourth|final\squarter|spring|summer"
    r"|fall|autumn|winter|prior|preceding|(?:day|week|month|quarter)\s[bep]|mid-|late-|early-|pre-|post-|yesterday|today|tomorrow|tonight|(?:fif|six|seven|eigh|nine)teenth[\s-]c|twentieth[\s-]c|twenty-first[\s-]c|over\sthe\sw|during\sthe\sw|several|an?\s(?:few|couple|hundred)"
    rf"|(?:half\s)?an?\s{_UNIT}|{UNIT_WORDS}"
)
"""What a date in lower case can begin with; looking for it first is faster than trying every form at every word."""
_CENTURIES = "fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first"
DATE = re.compile(
    rf"(?<![\w$£€#])(?<!\d[.,:/-])(?=[\dA-Z'’]|(?:{_LOWER}))(?:"
    rf"(?P<iso>{_YEAR}-[01]\d-[0-3]\d)(?!\d)"
    rf"|(?P<mdy>(?:(?P<w1>{WEEKDAY}),?\s)?(?P<m1>{MONTH})\s(?P<d1>{_DAY})(?!\d|[:.]\d|,\d(?!\d\d\d\b))"
    rf"(?:\s?(?:-|–|to)\s?(?P<e1>{_DAY})(?!\d|[:.,]\d))?(?:(?:,?\s|,)(?P<y1>{_YEAR})(?![\d,-]\d))?)(?!\w)"
    rf"|(?P<dmy>(?:(?P<w2>{WEEKDAY}),?\s)?(?:the\s)?(?P<d2>{_DAY})\s(?:of\s)?(?P<m2>{MONTH})(?:,?\s(?P<y2>{_YEAR})(?!\d))?)"
    rf"|(?P<my>(?P<m3>{MONTH})(?:,|\sof)?\s(?P<y3>{_YEAR})(?![\d,-]\d))"
    rf"|(?P<weekday>(?:(?P<which>{_SHIFT}|(?i:every|each))\s)?(?P<w3>{WEEKDAY})(?P<many>s)?(?!\w|,?\s{MONTH}\s\d)(?:\s(?P<p3>{_PART})(?P<many3>s)?\b)?)"
    rf"|(?P<month>(?:(?P<shift4>{_SHIFT})\s)?(?P<m4>{MONTH})(?!\.?\s\d))"
    rf"|(?P<clock>(?P<hour>\d{{1,2}})(?:(?::|\.(?=\d\d\s?[ap]\.?m))(?P<minute>[0-5]\d))?\s?(?:(?P<half>[ap])(?:\.m\b\.?|m\b)|(?P<half2>[AP])(?:\.M\b\.?|M\b)|o[’']clock)"
    rf"|(?P<spelled>(?i:{HOURS}))\so[’']clock|(?=\d\d?:)(?:(?<=\b[Aa]t\s)|(?<=\b[Bb]y\s)|(?<=ntil\s)|(?<=around\s)|(?<=about\s))(?P<plain>(?:1[0-2]|[1-9]):[0-5]\d)(?:\sin\sthe\s(?P<half3>morning|afternoon|evening)\b)?(?![\d:.%]|\s?(?:[ap]\.?m|[AP]\.?M))|(?:(?<=\b[Aa]t\s)|(?<=\b[Bb]y\s)|(?<=ntil\s)|(?<=efore\s)|(?<=fter\s)|(?<=round\s))(?P<noon>noon|midnight)\b)"
    rf"|(?P<end>(?:(?<=\b[Aa]t\s)|(?<=\b[Bb]y\s)|(?<=\bthe\s)|(?<=before\s)|(?<=until\s)|(?<=since\s))year[’']s\send|year-end(?=[,.;])|(?:(?<=\bby\s)|(?<=before\s)|(?<=until\s))the\send\sof\sthe\syear\b)"
    rf"|(?P<era>(?P<y14>(?:(?<=\bthe\syear\s)|(?<=\b[Ii]n\syear\s)|(?<=A\.D\.\s)|(?<=\bAD\s))[1-9]\d{{0,3}}(?![\w%]|[,.:/]\d)"
    rf"|[1-9]\d{{0,3}}(?=\s(?:A\.D\.|AD\b|CE\b|B\.C\.|BC\b|BCE\b)))(?:\s(?:A\.D\.|AD\b|CE\b|(?P<bc2>B\.C\.|BCE?\b)))?)"
    rf"|(?P<nine>(?=9/)(?:(?<=ince\s)|(?<=fter\s)|(?<=efore\s)|(?<=\b[Oo]n\s)|(?<=\bby\s)|(?<=until\s))9/11(?!-|\s(?:[A-Z]|[a-z]+s\b))|(?:(?<=\b[Ss]ince\s)|(?<=\b[Aa]fter\s)|(?<=\b[Bb]efore\s)|(?<=\bthe\s))9-11(?!\s[a-z]+s\b))(?![\d/])"
    rf"|(?P<slashed>{_SAYS_DAY}(?P<n4>1[0-2]|0?[1-9])/(?P<n5>3[01]|[12]\d|0?[1-9])(?![\d/%]|\.\d|{OF_WHOLE}))"
    rf"|(?P<numeric>(?P<n1>\d{{1,2}})/(?P<n2>\d{{1,2}})/(?P<n3>{_YEAR}|\d\d))\b"
    rf"|(?P<quarter>(?P<y50>{_YEAR})[’']?s?\sQ(?P<q10>[1-4])(?!\d)|(?:Q(?P<q1>[1-4])|(?P<q2>first|second|third|fourth|final|last)\squarter)(?:\s(?:of\s)?(?P<y5>{_YEAR}))(?!\d))"
    rf"|(?P<season>(?:(?P<s60>spring|summer)\s(?:or|and|to)\s(?:the\s)?(?=summer|fall|autumn))?(?P<s6>{_SEASON})(?:\s(?:of\s)?|,\s)(?P<y6>{_YEAR})(?!\d))"
    rf"|(?<=\bthe\s)(?P<bare>{_SEASON})(?=\s(?:of\b|and\b|after\b|before\b|when\b|the\b|to\b|he\b|she\b|they\b|by\b|with\b|in\b|at\b|but\b|as\b)|[,.;])"
    r"|(?P<short>['’](?P<s1>\d\d)\s?[-–]\s?['’]?(?P<s2>\d\d))(?![\w’'])"
    rf"|(?P<decade>(?:1[0-9]|20)\d0|['’]\d0|(?:(?<=in\sthe\s)|(?<=of\sthe\s)|(?<=the\slate\s)|(?<=the\searly\s)|(?<=the\smid-)|(?<=\d\d0s\sand\s))[2-9]0)s\b"
    rf"|(?P<century>(?P<c1>(?i:{_CENTURIES}))[\s-]century|\d\d?(?:st|nd|rd|th)(?:[\s-]centur(?:y|ies)(?P<bc>\sB\.?C\.?)?|(?=,?\s(?:and|or|to|through)\s(?:the\s)?"
    r"(?:early\s|late\s|mid-)?\d\d?(?:st|nd|rd|th)[\s-]centur)))"
    rf"|(?P<years>(?P<y7>{_YEAR})\s?(?:(?:-|–)\s?(?P<y8>{_YEAR}|\d\d)|(?:to|through)\s(?P<y10>{_YEAR})|{_BETWEEN}and\s(?P<y12>{_YEAR})))(?![\w%]|[,.:/-]\d)"
    rf"|(?P<year>(?:FY\s?|(?:[Mm]id|[Ll]ate|[Ee]arly|[Pp]re|[Pp]ost)-)?(?P<y9>{_YEAR}|(?=2[12])(?:(?<=\b[Bb]y\s)|(?<=\b[Ii]n\s)|(?<=ntil\s)|(?<=\byear\s))2[12]\d\d(?!\s(?:[a-z]+\s)?[a-z]+s\b)))(?![\w%]|[,.:/]\d|-\d|-n?CoV|-(?:model|style|type|caliber)\b)"
    rf"|(?P<named>(?i:yesterday|today|tomorrow|tonight|last\snight)(?:\s(?P<p10>{_PART})\b)?)\b"
    rf"|(?P<part>[Tt]his\s(?P<p11>morning|afternoon|evening))\b"
    rf"|(?P<shifted>(?P<shift12>{_SHIFT})\s(?P<u12>(?i:week|weekend|month|year|decade|century|{_SEASON}))(?:\sand\sa\shalf)?)(?![\w-])"
    r"|(?P<before>(?<=\bthe\s)(?:(?:prior|previous|preceding)\sday|(?P<u15>day|week|weekend|month|quarter|year)\s(?:before|earlier|prior))"
    r"(?=[,.;:)”—]|$|\s(?:and|but|when|as|with|while|because)\b))"
    r"|(?P<weekend>(?:[Oo]ver|[Dd]uring)\sthe\sweekend)(?![\w-]|\sof\b)"
    rf"|(?P<ago>(?P<n13>(?i:\d{{1,3}}|(?:half\s)?an?|(?:{UNIT_WORDS})(?:-(?:{UNIT_WORDS}))?|a\sfew|several"
    rf"|a\scouple(?:\sof)?|a\shundred))\s(?P<u13>(?i:{_UNIT}|centurie))s?\s(?i:ago))\b"
    r")"
)
FISCAL_BEFORE = re.compile(r"\b(?:fiscal|financial|FY|school|academic|season)(?:\syears?)?\s?$", re.IGNORECASE)
FISCAL_AFTER = re.compile(r"\s(?:fiscal|financial|budget|school|academic|tax)\s(?:year|budget)", re.IGNORECASE)
"""A year that is not that of the calendar."""
