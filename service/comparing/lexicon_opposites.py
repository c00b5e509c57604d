"""Words that exclude each other when they are said of one thing: pairs of opposites common in news; English.

A line is "these | those"; words are matched by their stems, and "+" joins words that stand next to each other.
General knowledge, compiled by hand.
"""

from service.comparing.tokens import stem

_OPPOSITES = """
rise rose risen climb grow grew grown jump increase soar gain surge double widen | fall fell fallen drop decline
  decrease sank sink shrink shrank plunge plummet dip slump tumble halve narrow slip
raise raised hike lift lifted boost expand | cut lower reduce slash trim curb shrink
approve approved pass passed adopt adopted ratify clear cleared endorse | reject rejected defeat defeated block blocked
  veto vetoed oppose turn+down turned+down
accept accepted agree agreed | refuse refused decline declined reject rejected rebuff
win won beat prevail triumph victory | lose lost defeat loss
guilty convict convicted conviction | innocent acquit acquitted acquittal exonerate exonerated cleared
open opened reopen reopened | close closed shut shuttered closure
alive survive survived survivor unhurt unharmed | dead die died death kill killed perish
profit surplus | loss deficit
allow allowed permit permitted legalize legalise let | ban banned forbid prohibit prohibited block bar barred outlaw
start started begin began begun launch launched resume resumed | stop stopped end ended halt halted suspend suspended
  cancel cancelled canceled scrap scrapped
arrive arrived enter entered return returned | leave left depart departed quit exit withdraw withdrew
join joined | leave left quit withdraw withdrew
support supported back backed favor favour | oppose opposed resist
include included | exclude excluded omit omitted
confirm confirmed prove proved proven | deny denied refute refuted disprove disproved debunk
succeed succeeded success | fail failed failure collapse collapsed
safe harmless | dangerous unsafe hazardous toxic
legal lawful constitutional | illegal unlawful unconstitutional
true accurate correct | false untrue inaccurate incorrect wrong
possible feasible | impossible
likely | unlikely
strong strengthen strengthened | weak weaken weakened
early earlier | late later
before | after
above over | below under
first | last
up | down
north northern | south southern
east eastern | west western
left | right
more | fewer less
most majority | minority few
all every unanimous unanimously | none no+one nobody
public publicly | private privately secret secretly
voluntary voluntarily | mandatory forced compulsory
intentional deliberate deliberately | accidental accident accidentally inadvertently mistake
arrest arrested detain detained jail jailed | free freed release released
hire hired appoint appointed | fire fired sack sacked dismiss dismissed
stay stayed remain remained keep kept | leave left resign resigned quit
present attend attended | absent absence skip skipped boycott
male man men | female woman women
rich wealthy | poor
sell sold | buy bought purchase purchased
warmer hotter | colder cooler
faster quicker | slower
better improve improved improvement | worse worsen worsened deteriorate
full fully complete completely | empty partial partially
same identical | different
delay delayed postpone postponed | on+time on+schedule
intact undamaged | damaged destroyed
effective effectively works worked | ineffective useless
active | inactive
secure secured | insecure
uphold upheld | overturn overturned quash quashed annul annulled
grant granted | deny denied refuse refused withhold withheld
sentence sentenced | acquit acquitted
long longer lengthen lengthened | short shorter shorten shortened
high higher highest | low lower lowest
large larger big bigger | small smaller
often frequent frequently regular regularly | rarely seldom irregular irregularly
genuine real authentic | fake forged forgery composite counterfeit hoax
upstream | downstream
inland onshore | offshore sea
ahead lead leading | behind trailing
majority | minority
praise praised | criticise criticised criticize criticized
recover recovered | relapse relapsed
find found | lose lost missing
know knew known aware | unaware unknown
cheap cheaper | expensive costly dearer
expand expanded | contract contracted shrink shrank
extend extended renew renewed | expire expired
build built | demolish demolished
peaceful peacefully | violent violently
single one | several multiple
alone | together
stand+by stood+by | walk+back walked+back retract retracted
tighten tightened | loosen loosened ease eased relax relaxed
import imports | export exports
"""


def _read_lines() -> list[str]:
    """Lines, with what is indented joined to the line before."""
    return _OPPOSITES.strip().replace("\n  ", " ").splitlines()


_NOT = ("un", "in", "im", "il", "ir", "dis", "non", "non-")


def find_plain(word: str) -> str | None:
    """The stem that a prefix turns into its opposite ("unsafe": "safe"), if the word has such a prefix."""
    prefix = next((p for p in sorted(_NOT, key=len, reverse=True) if word.startswith(p)), None)
    return word[len(prefix) :] if prefix and len(word) - len(prefix) >= len("fair") else None


def _stems(words: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(stem(part) for part in word.split("+")) for word in words.split())


CONCEPTS: tuple[tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]], ...] = tuple(
    (_stems(line.split("|")[0]), _stems(line.split("|")[1])) for line in _read_lines()
)
"""Each opposition: the stems of its two sides; a side's entries are sequences of neighbouring stems."""

SIDES: dict[tuple[str, ...], tuple[tuple[int, int], ...]] = {
    entry: tuple(
        (number, sign)
        for number, sides in enumerate(CONCEPTS)
        for sign, side in ((1, sides[0]), (-1, sides[1]))
        if entry in side
    )
    for concept in CONCEPTS
    for side in concept
    for entry in side
}
"""For an entry the oppositions that it belongs to, and on which side (1 or -1)."""
