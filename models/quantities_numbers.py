"""How numbers, approximators and currencies are written, and what they are worth."""

import math
import re

_SMALL = {
    word: float(n)
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
}
_TENS = {w: 10.0 * (n + 2) for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
_SCALES = {
    "dozen": 12.0, "dozens": 12.0, "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12, "b": 1e9,
}  # fmt: skip
_VAGUE = {"tens": (20, 99), "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2e3, 9999),
          "millions": (2e6, 999e6), "billions": (2e9, 999e9), "trillions": (2e12, 999e12)}  # fmt: skip
_TIMES = {"tens": (20, 99), "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2e3, 9999)}
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}
_MULTIPLES = {"once": 1.0, "twic": 2.0, "doub": 2.0, "trip": 3.0, "quad": 4.0, "halv": 0.5}
"""By the letters that all forms share."""
ORDINALS = {
    word: n + 1
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
    )
}
_CURRENCIES = {
    "$": "USD", "us$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "a$": "AUD",
    "c$": "CAD", "dollar": "USD", "euro": "EUR", "yen": "JPY", "ruble": "RUB", "rouble": "RUB", "yuan": "CNY",
    "rupee": "INR", "franc": "CHF", "usd": "USD", "eur": "EUR", "gbp": "GBP", "buck": "USD", "cent": "USD",
}  # fmt: skip
APPROXIMATORS = {
    "at least": "at least", "no fewer than": "at least", "no less than": "at least", "a minimum of": "at least",
    "not less than": "at least", "as few as": "at least", "as little as": "at least", "more than": "more than",
    "over": "more than", "above": "more than", "upwards of": "more than", "upward of": "more than",
    "exceeding": "more than", "exceed": "more than", "exceeds": "more than", "exceeded": "more than",
    "to exceed": "more than", "not exceed": "at most", "not exceeding": "at most", "not to exceed": "at most",
    "older than": "more than", "longer than": "more than", "younger than": "less than", "no longer than": "at most",
    "no older than": "at most", "surpasses": "more than", "tops": "more than", "passed": "more than",
    "passes": "more than", "crossed": "more than", "crosses": "more than", "in excess of": "more than",
    "surpass": "more than", "surpassed": "more than", "surpassing": "more than", "topped": "more than",
    "topping": "more than", "greater than": "more than", "past": "more than", "well over": "more than",
    "well above": "more than", "slightly more than": "more than", "just above": "more than",
    "a little more than": "more than", "a little over": "more than", "north of": "more than",
    "slightly over": "more than", "better than": "more than", ">": "more than", "less than": "less than",
    "fewer than": "less than", "under": "less than", "below": "less than", "lower than": "less than",
    "a fraction of": "less than", "well under": "less than", "well below": "less than", "<": "less than",
    "up to": "at most", "as many as": "at most", "as much as": "at most", "at most": "at most",
    "no more than": "at most", "a maximum of": "at most", "not more than": "at most", "as high as": "at most",
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "some": "about",
    "an estimated": "about", "estimated": "about", "circa": "about", "close to": "about", "approx.": "about",
    "closer to": "about", "nearer to": "about", "nearer": "about",
    "in the neighborhood of": "about", "in the ballpark of": "about", "on the order of": "about",
    "something like": "about", "perhaps": "about", "maybe": "about", "more or less": "about", "~": "about",
    "approaching": "nearly", "approaches": "nearly", "approached": "nearly", "nearing": "nearly", "nears": "nearly",
    "neared": "nearly", "toward": "nearly", "towards": "nearly",
    "nearly": "nearly", "almost": "nearly", "just under": "nearly", "slightly less than": "nearly",
    "a little less than": "nearly", "just over": "more than", "just shy of": "nearly", "just short of": "nearly",
    "almost exactly": "about", "nearly exactly": "about", "exactly": "exactly", "precisely": "exactly",
}  # fmt: skip
_SUFFIXES = {"or more": "at least", "or so": "about", "or fewer": "at most", "or less": "at most",
             "and older": "at least", "and over": "at least", "and up": "at least", "and above": "at least",
             "and younger": "at most", "and under": "at most", "or higher": "at least", "or older": "at least",
             "or younger": "at most", "or longer": "at least", "or greater": "at least", "or above": "at least",
             "or better": "at least", "or lower": "at most", "or below": "at most", "or under": "at most",
             "or over": "at least", "or shorter": "at most"}  # fmt: skip

UNIT_WORDS = "|".join([*_TENS, *sorted(_SMALL, key=len, reverse=True)])
SCALE_WORDS = "dozen|hundred|thousand|million|billion|trillion"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_BELOW_HUNDRED = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{_ONES})(?![\w-]))?|{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
)
_SPELLED = (
    rf"(?:(?:{_BELOW_HUNDRED}|(?:an?|another)(?=\s(?:{SCALE_WORDS})\b)|half(?=[-\s]dozen)|(?=dozen)(?:(?<=\bhis\s)|(?<=\bher\s)|(?<=\bits\s)|(?<=\bthe\s)|(?<=\btheir\s))(?<!\bby\sthe\s)dozen(?=\s)|half\san?(?=\s(?:dozen|million|billion|trillion|century|hour|mile|year|day|decade)\b)|an?\shalf(?=[\s-](?:century|hour|mile|decade)\b)|an?\squarter(?=[\s-](?:million|billion|trillion|century)\b))"
    rf"(?:[-\s](?:{SCALE_WORDS}|dozens)(?!\w)|(?:(?<=hundred)|(?<=thousand))(?:\sand)?[-\s]{_BELOW_HUNDRED}(?![\w-]))*)"
)
"""Only what is one number: "twenty-one" and "a hundred and five", not "two eight-hour" or "between seven and nine"."""
_SCALE = rf"(?:(?:\s|-)(?:{SCALE_WORDS})(?!\w)|(?:k|m|mn|bn|tn|b)(?!\w)|\s(?:mn|bn|tn|m)(?!\w))"
_HALF = r"(?:\sand\sa\shalf|[\s-]1/2|\s?[½¼¾⅓⅔⅕⅛])"
NUMBER = rf"(?:{_DIGITS}{_HALF}?{_SCALE}?|{_SPELLED}(?!\w)(?:\sand\sa\shalf(?:\s(?:{SCALE_WORDS})(?!\w))?)?)"
APPROXIMATOR = "|".join(re.escape(words).replace(r"\ ", r"\s") for words in sorted(APPROXIMATORS, key=len)[::-1])
_PIECE = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+|[½¼¾⅓⅔⅕⅛]")


_OR = re.compile(r",?\s(?:or|if\snot)\s(?:even\s|perhaps\s|maybe\s)?")
_LAST_SCALE = re.compile(rf"(?:{SCALE_WORDS}|bn|mn|tn|k|m|b)$")
_ANY_SCALE = re.compile(rf"{SCALE_WORDS}|\d(?:bn|mn|tn|k|m|b)$")


def read_number(words: str) -> float:
    """Value of digits or number words of the grammar `NUMBER`; "two and a half million" is 2.5 million."""
    words = words.lower().replace("and a half", "½").replace(" 1/2", "½").replace("-1/2", "½")
    total = current = 0.0
    for part in _PIECE.findall(words):
        if part[0].isdigit():
            current += float(part.replace(",", ""))
        elif part in _SCALES:
            scale = _SCALES[part]
            current = round((current or 1.0) * scale, 4)  # 265.66 billion, and no 0.00003 more
            if scale >= 1e3:
                total, current = total + current, 0.0
        elif part in ("half", "quarter"):
            current = 1 / _PARTS[part]
        elif part in _GLYPHS:
            current += _GLYPHS[part]
        elif part in ("a", "an"):
            current = current or 1.0
        else:
            current += _SMALL.get(part, _TENS.get(part, 0.0))
    return round(total + current, 6)


def read_range(low_words: str, high_words: str | None) -> tuple[float, float]:
    """Two numbers as low and high; "2 to 3 million" means millions on both sides."""
    low, high = read_number(low_words), read_number(high_words or low_words)
    scale = _LAST_SCALE.search((high_words or "").lower())
    if scale and not _ANY_SCALE.search(low_words.lower()) and low * _SCALES[scale.group()] <= high:
        low *= _SCALES[scale.group()]
    elif (high_words or "").endswith(",000") and low_words.isdigit() and low * 1e3 < high:
        low *= 1e3  # "5-10,000 people"
    return (low, high) if low <= high else (high, low)


def read_part(count: str, part: str) -> float:
    """Percent of "two" and "third"."""
    return 100 * read_number(count) / _PARTS[part.lower()]


def read_ratio(count: str, whole: str) -> float:
    """Percent of "one in five"; infinite for "in zero"."""
    of = read_number(whole)
    return 100 * read_number(count) / of if of else math.inf


def read_glyph(glyph: str) -> float:
    """Percent of a fraction written as one sign."""
    return 100 * _GLYPHS[glyph]


def read_vague(words: str) -> tuple[float, float]:
    """Least and most that "hundreds", "tens of thousands", "several hundred" can mean."""
    sides = _OR.split(words.lower())
    if len(sides) > 1:
        lows, highs = zip(*map(read_vague, sides), strict=True)
        return min(lows), max(highs)
    parts = words.lower().split()
    if parts[0] in ("several", "few", "a", "couple"):
        scale = _SCALES[parts[-1]] * _SCALES.get(parts[-2], 1.0)
        return (2 * scale, 2 * scale) if "couple" in parts else (2 * scale, 9 * scale)
    low, high = _VAGUE[parts[0]]
    if len(parts) > 1:
        scale = _SCALES[parts[-1].removesuffix("s")]
        low, high = _TIMES[parts[0]]
        return low * scale, high * scale + scale - 1
    return float(low), float(high)


def read_multiple(words: str) -> float:
    """How many times: "twice", "tripled", "five times", "tenfold"."""
    low = words.lower()
    return _MULTIPLES.get(low[:4]) or read_number(low.removesuffix("fold").removesuffix("times").rstrip("- "))


def find_approximator(words: str | None) -> str | None:
    """One of the approximators that a Quantity knows; None for other words."""
    return APPROXIMATORS.get(" ".join((words or "").lower().split()))


def find_suffix(words: str) -> str:
    """The approximator of "or more" and its like."""
    return _SUFFIXES[" ".join(words.lower().split())]


def find_currency(words: str) -> str | None:
    """The ISO code of a sign or word."""
    low = words.strip().lower().split()[-1]
    return _CURRENCIES.get(low) or _CURRENCIES.get(low.removesuffix("s"))


def is_cents(words: str) -> bool:
    """Whether the word counts hundredths of a dollar."""
    return words.strip().lower().startswith("cent")
