"""Verbs that attribute: their inflected forms, and what each asks of the words around it.

`say` verbs stand with any content and also before their speaker ("said X"), `think` verbs take a clause,
`act` verbs take an object ("criticised the plan"), `show` verbs belong to documents too ("the report found").
What somebody wants or plans is the outlet's own statement about him and attributes nothing.
"""

from dataclasses import dataclass
from typing import Literal

VerbClass = Literal["say", "think", "act", "show"]
Form = Literal["past", "present", "base", "ing"]


@dataclass(frozen=True)
class Cue:
    """One inflected form of an attributing verb."""

    lemma: str
    kind: VerbClass
    form: Form
    denies: bool
    ambiguous: bool


_SAY = (
    "say tell add note write report ask announce explain argue acknowledge declare conclude respond"
    " state claim"
    " insist warn reply reveal indicate reiterate stress emphasize emphasise remark confirm assert complain"
    " concede admit repeat caution quip joke tweet post continue recall lament observe contend"
    " maintain allege"
    " testify predict hint answer echo exclaim elaborate comment clarify disclose wonder mention imply affirm"
    " reaffirm opine boast counter assure inform remind advise pledge vow promise swear proclaim retort quote"
    " shout muse calculate chant grumble gripe joke boast insinuate stipulate estimate forecast"
    " protest object suggest agree disagree demand deny dispute refute"
)
_THINK = (
    "believe think prefer fear worry hope expect assume suspect doubt understand regret wish realize realise"
    " imagine guess"
)
_ACT = (
    "call describe accuse criticize criticise praise condemn denounce welcome blame slam blast defend dismiss"
    " reject question mock urge cite characterize characterise frame portray hail applaud decry"
    " oppose support"
    " endorse support attack thank challenge label brand propose recommend discuss"
    " highlight outline express voice signal tout champion deride ridicule rebuke chide credit slap"
    " lambaste assail laud commend salute depict dub liken view regard perceive mention reference"
    " request instruct order encourage list promote point talk refer advocate"
    " rail rip apologize apologise announce congratulate invoke tease read refuse decline"
    " underscore vilify contrast favor favour plead trash belittle invite mull pitch spell recount"
)
_SHOW = "show find suggest indicate reveal determine learn discover project detail document demonstrate"
_DENY = frozenset("deny dispute refute reject decline refuse".split())
_AMBIGUOUS = frozenset(
    "claim report note call plan view hope fear show offer demand promise request attack estimate"
    " question blame"
    " support back challenge label brand list credit order signal doubt wonder answer post comment"
    " project detail"
    " document list focus push talk point name raise slam blast read voice worry forecast tweet mention"
    " state need like want quote joke echo object protest counter praise rip thank feel address frame project"
    " regard dispute regret pledge vow express tout champion rail see guess wish find promote charge".split()
)
_IRREGULAR = {
    "say": ("said", "says", "saying"),
    "tell": ("told", "tells", "telling"),
    "write": ("wrote", "writes", "writing"),
    "think": ("thought", "thinks", "thinking"),
    "feel": ("felt", "feels", "feeling"),
    "know": ("knew", "knows", "knowing"),
    "understand": ("understood", "understands", "understanding"),
    "swear": ("swore", "swears", "swearing"),
    "see": ("saw", "sees", "seeing"),
    "find": ("found", "finds", "finding"),
    "seek": ("sought", "seeks", "seeking"),
    "forecast": ("forecast", "forecasts", "forecasting"),
    "speak": ("spoke", "speaks", "speaking"),
    "read": ("read", "reads", "reading"),
    "spell": ("spelled", "spells", "spelling"),
    "cast": ("cast", "casts", "casting"),
    "vilify": ("vilified", "vilifies", "vilifying"),
    "hold": ("held", "holds", "holding"),
    "sing": ("sang", "sings", "singing"),
    "deny": ("denied", "denies", "denying"),
    "reply": ("replied", "replies", "replying"),
    "testify": ("testified", "testifies", "testifying"),
    "imply": ("implied", "implies", "implying"),
    "worry": ("worried", "worries", "worrying"),
    "clarify": ("clarified", "clarifies", "clarifying"),
    "decry": ("decried", "decries", "decrying"),
}
_DOUBLING = frozenset("admit quip slam plan rip refer prefer dub regret slap".split())
_PARTICIPLES = {"write": "written", "know": "known", "see": "seen", "speak": "spoken", "swear": "sworn"}


def find_inflections(lemma: str) -> tuple[str, str, str]:
    """Past, third person and -ing form of an English verb."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma.removesuffix("e")
    return stem + "ed", third, stem + "ing"


def _build_cues() -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    groups: tuple[tuple[VerbClass, str], ...] = (
        ("say", _SAY), ("think", _THINK), ("show", _SHOW), ("act", _ACT),
    )  # fmt: skip
    for kind, lemmas in groups:
        for lemma in lemmas.split():
            past, third, ing = find_inflections(lemma)
            forms: tuple[tuple[str, Form], ...] = (
                (past, "past"), (third, "present"), (lemma, "base"), (ing, "ing"),
                (_PARTICIPLES.get(lemma, past), "past"),
            )  # fmt: skip
            for word, form in forms:
                ambiguous = form in ("present", "base") and lemma in _AMBIGUOUS
                cues.setdefault(word, Cue(lemma, kind, form, lemma in _DENY, ambiguous))
    return cues


CUES: dict[str, Cue] = _build_cues()

# Verbs whose speaker may follow them without a quotation before ("…, said the minister").
INVERTING = frozenset(
    "say add note write report ask explain argue acknowledge declare conclude respond state claim"
    " insist warn reply"
    " remark confirm assert complain concede admit repeat caution quip joke tweet continue recall"
    " lament observe"
    " contend allege testify predict exclaim announce answer echo wonder retort shout suggest tell".split()
)

# Forms that are nouns nearly always ("swing states that").
NOUNS = frozenset("states remarks reasons rules posts contrasts rebuke rebukes".split())

# "is confident that", "are worried about": with a form of "be" they attribute as "believe" does.
STATES_OF_MIND = frozenset(
    "worried concerned confident convinced adamant afraid certain sure optimistic hopeful skeptical sceptical uncertain"
    " unsure doubtful fearful wary critical supportive".split()
)
# "the mayor's claim that"
CLAIM_NOUNS = frozenset(
    "claim assertion argument belief view statement suggestion contention allegation prediction warning promise pledge"
    " vow claims assertions statements comments remarks criticism accusation accusations opinion promises".split()
)

# "declined to say": the finite verb before "to" carries the subject of the attributing one.
GOVERNING = frozenset(
    "declined refused went on continued continues used began sought failed chose tried appeared"
    " seemed wanted wants"
    " rushed moved came took had has have proceeded hastened likes liked going get got is was"
    " willing hesitated"
    " refuses declines continued want plans".split()
)
