"""Verbs that attribute: their inflected forms, and what each asks of the words around it.

`say` verbs stand with any content and also before their speaker ("said X"), `think` verbs take a clause,
`act` verbs take an object ("criticised the plan"), `show` verbs belong to documents too ("the report found"),
`do` verbs attribute in some of their uses only ("sought to", "released a statement saying").
Which use attributes is weighed: attribution_weights.
"""

from dataclasses import dataclass
from typing import Literal

VerbClass = Literal["say", "think", "act", "show", "do"]
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
    " imagine guess admire anticipate bet consider contemplate decide deem enjoy envision feel intend interpret know"
    " plan ponder relish remember want"
)
_ACT = (
    "call describe accuse criticize criticise praise condemn denounce welcome blame slam blast defend dismiss"
    " reject question mock urge cite characterize characterise frame portray hail applaud decry oppose support"
    " endorse support attack thank challenge label brand propose recommend discuss highlight outline express voice"
    " signal tout champion deride ridicule rebuke chide credit slap lambaste assail laud commend salute depict dub"
    " liken view regard perceive mention reference request instruct order encourage list promote point talk refer"
    " advocate rail rip apologize apologise announce congratulate invoke tease read refuse decline underscore vilify"
    " contrast favor favour plead trash belittle invite mull pitch spell recount allude articulate bash bemoan blog"
    " boo brag caricature cheer contradict cry demean disavow dislike downplay email extol growl insult interject"
    " jab lash lecture poke posit preach pronounce reassure rebuff rebut recite renounce repudiate retweet revile"
    " savage scoff speculate trumpet utter vouch yell"
)
# Verbs that attribute in some of their uses only; counted in PolNeAR's training part, where each stands in cues.
_SOMETIMES = (
    "accept acquiesce address adopt aim alarm align allow anger appeal appoint approve attribute authorise"
    " authorize avoid back balk bristle brush campaign cast celebrate charge circulate coin commit compare convey"
    " convince correct dedicate deflect deliver devote disappoint dismay display distance dwell embrace expand"
    " expose file fire focus give hammer herald hire hold horrify identify ignore illustrate impress include"
    " infuriate introduce irritate issue knock laugh launch lay lean lobby look make mount name need negotiate nod"
    " nominate notice offer opt paint pass peg persuade petition pivot prepare present press prove provide publish"
    " pursue push put raise rattle react recognize reflect release renew require resist restrict rethink rule scare"
    " see seek set share shift shock show shrug sign smile sound spar speak spend strike sue threaten thrill try"
    " turn unleash unveil veto vote weigh"
)
_SHOW = "show find suggest indicate reveal determine learn discover project detail document demonstrate"
_DENY = frozenset("deny dispute refute reject rebut repudiate decline refuse".split())
_AMBIGUOUS = frozenset(
    "caution address aim anger answer appeal attack back bet blame blast blog boo brand brush call campaign cast cause"
    " challenge champion charge cheer claim comment counter credit cry demand detail dislike display dispute document"
    " doubt echo email estimate express fear feel file find fire focus forecast frame guess herald hope include insult"
    " issue jab joke knock label laugh launch lecture like list look mention name need note notice object offer order"
    " petition pivot plan pledge point poke post praise press project promise promote protest push question quote rail"
    " raise read regard regret release relish report request resist rip rule scare see set share shock show shrug sign"
    " signal slam smile sound spar state strike support talk thank tout tweet veto view voice vote vow want wish"
    " wonder worry".split()
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
    "bet": ("bet", "bets", "betting"),
    "lay": ("laid", "lays", "laying"),
    "make": ("made", "makes", "making"),
    "put": ("put", "puts", "putting"),
    "give": ("gave", "gives", "giving"),
    "spend": ("spent", "spends", "spending"),
    "strike": ("struck", "strikes", "striking"),
    "set": ("set", "sets", "setting"),
    "try": ("tried", "tries", "trying"),
    "cry": ("cried", "cries", "crying"),
    "rely": ("relied", "relies", "relying"),
    "lobby": ("lobbied", "lobbies", "lobbying"),
    "horrify": ("horrified", "horrifies", "horrifying"),
    "identify": ("identified", "identifies", "identifying"),
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
    "rethink": ("rethought", "rethinks", "rethinking"),
    "withhold": ("withheld", "withholds", "withholding"),
}
_DOUBLING = frozenset(
    "shrug plan brag spar jab peg commit nod admit quip slam plan rip refer prefer dub regret slap rebut extol".split()
)
_PARTICIPLES = {
    "give": "given",
    "write": "written",
    "know": "known",
    "see": "seen",
    "speak": "spoken",
    "swear": "sworn",
}


def find_inflections(lemma: str) -> tuple[str, str, str]:
    """Past, third person and -ing form of an English verb."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    hissing = lemma.endswith(("s", "sh", "ch", "x", "o")) and not lemma.endswith("oo")
    third = lemma + ("es" if hissing else "s")
    if lemma.endswith("ee"):
        return lemma + "d", third, lemma + "ing"
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma.removesuffix("e")
    return stem + "ed", third, stem + "ing"


def _build_cues() -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    groups: tuple[tuple[VerbClass, str], ...] = (
        ("say", _SAY), ("think", _THINK), ("show", _SHOW), ("act", _ACT), ("do", _SOMETIMES),
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

# What shows something: after these "show", "shows" and "suggest" are verbs.
DOCUMENTS = frozenset(
    "polls reports surveys studies figures data records documents results tests photos images papers emails e-mails"
    " filings statistics estimates findings interviews poll report survey study analysis research evidence footage"
    " video".split()
)

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

# "dismissed reports that": of what others say it denies; of anything else it is a judgement.
DENYING_SPEECH = frozenset("dismiss rebuff ridicule".split())
OTHERS_SPEECH = frozenset(
    "claim claims allegation allegations report reports suggestion suggestions accusation accusations assertion"
    " assertions rumour rumours rumor rumors speculation notion idea charge charges".split()
)

# Words that say how somebody puts a thing; they attribute unless much speaks against it.
SURE_WORDS = frozenset(
    "said says told denied denies admitted admits warned warns claimed acknowledged acknowledges conceded concedes"
    " insisted insists alleged alleges argued argues announced added asserted declared believes according claim"
    " assertion allegation contention condemned criticized criticised praised blamed rejected"
    " contends contended noted notes explained explains testified wrote writes tweeted stressed emphasized cautioned"
    " predicted predicts complained recalled reported reports suggested suggests".split()
)

# "declined to say": the finite verb before "to" carries the subject of the attributing one.
GOVERNING = frozenset(
    "declined refused went on continued continues used began sought failed chose tried appeared"
    " seemed wanted wants"
    " rushed moved came took had has have proceeded hastened likes liked going get got is was"
    " willing hesitated"
    " refuses declines likely unlikely expected quick eager ready able unable set due determined reluctant prepared"
    " happy struggled scrambled struggling scrambling choosing moving failing working hoping need needs needed aims"
    " aimed vowed promised pledged threatened offered agreed decided plans planned planning continued want"
    " plans".split()
)
