"""Words by which somebody evaluates something, by the evaluation that they carry."""

from models.base import Evaluation
from models.lexicon_speech import find_inflections

_VERBS: dict[Evaluation, str] = {
    "welcomes": "welcome praise hail applaud endorse laud commend salute celebrate cheer champion embrace back"
    " support favor favour admire tout",
    "condemns": "condemn criticize criticise denounce slam blast decry deplore lambaste assail berate rebuke chide"
    " deride attack oppose protest excoriate castigate disparage bemoan lament rap censure vilify",
    "dismisses": "dismiss reject ridicule mock disregard rebuff spurn",
    "sceptical": "doubt question distrust mistrust",
    "waits": "study weigh",
}
# Verbs that need a word after them to evaluate: "brushed off", "shrugged off", "reserved judgment".
PARTICLE_VERBS: dict[tuple[str, str], Evaluation] = {
    ("brush", "off"): "dismisses",
    ("brush", "aside"): "dismisses",
    ("shrug", "off"): "dismisses",
    ("wave", "off"): "dismisses",
    ("wave", "away"): "dismisses",
    ("laugh", "off"): "dismisses",
    ("scoff", "at"): "dismisses",
    ("rail", "against"): "condemns",
    ("lash", "out"): "condemns",
    ("hit", "out"): "condemns",
    ("object", "to"): "condemns",
    ("approve", "of"): "welcomes",
    ("disapprove", "of"): "condemns",
    ("speak", "against"): "condemns",
    ("reserve", "judgment"): "waits",
    ("reserve", "judgement"): "waits",
    ("withhold", "judgment"): "waits",
    ("withhold", "judgement"): "waits",
    ("wait", "and"): "waits",
    ("play", "down"): "dismisses",
}
_IRREGULAR = {
    "wave": ("waved", "waves", "waving"),
    "hit": ("hit", "hits", "hitting"),
    "speak": ("spoke", "speaks", "speaking"),
    "shrug": ("shrugged", "shrugs", "shrugging"),
    "rap": ("rapped", "raps", "rapping"),
    "study": ("studied", "studies", "studying"),
}

NOUNS: dict[str, Evaluation] = {
    **dict.fromkeys(
        "optimism hope hopes confidence encouragement enthusiasm".split(), "optimistic"
    ),
    **dict.fromkeys(
        "skepticism scepticism doubt doubts misgivings unease wariness suspicion distrust mistrust".split(),
        "sceptical",
    ),
    **dict.fromkeys(
        "support approval praise satisfaction relief gratitude appreciation plaudits applause acclaim"
        " delight".split(),
        "welcomes",
    ),
    **dict.fromkeys(
        "criticism condemnation outrage anger dismay opposition disapproval indignation fury scorn rebuke"
        " disappointment alarm".split(),
        "condemns",
    ),
    **dict.fromkeys("indifference disdain derision contempt".split(), "dismisses"),
}  # fmt: skip
ADJECTIVES: dict[str, Evaluation] = {
    **dict.fromkeys("optimistic hopeful upbeat encouraged enthusiastic".split(), "optimistic"),
    **dict.fromkeys(
        "skeptical sceptical doubtful dubious wary unconvinced suspicious leery distrustful".split(), "sceptical"
    ),
    **dict.fromkeys("supportive pleased delighted grateful glad".split(), "welcomes"),
    **dict.fromkeys("critical dismayed outraged appalled furious".split(), "condemns"),
    **dict.fromkeys("dismissive unimpressed scornful".split(), "dismisses"),
    **dict.fromkeys(("noncommittal", "non-committal"), "waits"),
}  # fmt: skip

# "expressed optimism about", "reacted with scepticism to"
EXPRESSING = frozenset(
    w
    for v in "express voice signal convey show share offer react respond greet meet receive declare register air raise"
    " cast".split()
    for w in (v, *({"show": ("showed", "shows", "showing"), "meet": ("met", "meets", "meeting"),
                    "cast": ("cast", "casts", "casting")}.get(v) or find_inflections(v)))
)  # fmt: skip
# "drew praise from", "has earned plaudits in"
DRAWING = frozenset("drew drawn draws draw earned earns won wins met sparked prompted received faced faces".split())
# "framed it as an escalation", "called the plan a mistake"
FRAMING = frozenset(
    w
    for v in "call describe characterize characterise frame portray brand label see view regard depict dub present"
    " denounce condemn hail praise dismiss decry slam blast".split()
    for w in (v, *find_inflections(v), *(("seen",) if v == "see" else ()))
)
NEGATIVE = frozenset(
    "escalation escalatory mistake provocation provocative threat threatening disaster disastrous"
    " failure betrayal"
    " confrontational confrontation aggression aggressive hype farce sham dangerous reckless shameful illegal"
    " unacceptable wrong unfair hostile insult outrage scandal catastrophe catastrophic blunder error setback"
    " irresponsible misguided absurd nonsense ridiculous hypocritical hypocrisy destabilizing"
    " destabilising cruel"
    " cynical disgrace disgraceful blackmail interference propaganda witch-hunt hoax terrible awful"
    " horrible bad"
    " worst unjustified illegitimate unconstitutional flawed weak pointless meaningless stunt"
    " theatre surrender"
    " appeasement capitulation overreach distraction deplorable unlawful backward regression burden"
    " trap lie lies"
    " madness folly injustice racist inhumane".split()
)
POSITIVE = frozenset(
    "breakthrough success successful victory triumph milestone progress opportunity constructive"
    " historic positive"
    " encouraging good great excellent welcome promising wise courageous brave fair balanced"
    " pragmatic realistic"
    " sensible responsible landmark achievement improvement boost bright remarkable honest courage timely"
    " forward win hopeful productive fruitful sober impressive helpful reassuring best strong vital".split()
)
REVERSING = frozenset("not no never hardly less neither nor without far".split())


def _build_verbs() -> dict[str, Evaluation]:
    words: dict[str, Evaluation] = {}
    for evaluation, lemmas in _VERBS.items():
        for lemma in lemmas.split():
            for form in (lemma, *(_IRREGULAR.get(lemma) or find_inflections(lemma))):
                words[form] = evaluation
    return words


def _build_particles() -> dict[tuple[str, str], Evaluation]:
    return {
        (form, particle): evaluation
        for (lemma, particle), evaluation in PARTICLE_VERBS.items()
        for form in (lemma, *(_IRREGULAR.get(lemma) or find_inflections(lemma)))
    }


VERBS: dict[str, Evaluation] = _build_verbs()
PARTICLES: dict[tuple[str, str], Evaluation] = _build_particles()
