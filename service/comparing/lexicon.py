"""Words that carry polarity, evaluation, modality and movement, each list as one pattern; English."""

import re

FUNCTION_WORDS = frozenset(
    """a about above after again against all also although am an and any are as at be because been before being
    below between both but by can could did do does doing down during each few for from further had has have
    having he her here hers him his how i if in into is it its itself just me more most my no nor not of off on
    once only or other our out over own same she should so some such than that the their them then there these
    they this those through to too under until up very was we were what when where which while who whom why will
    with would you your said says say told tells according added mr mrs ms dr""".split()
)

NOT_NAMES = frozenset(
    "mr mrs ms dr gen sen rep gov prof st i monday tuesday wednesday thursday friday saturday sunday".split()
) | frozenset("january february march april may june july august september october november december".split())

POINTERS = frozenset(
    "shift move notion step chang decis document text paper new announc it them develop idea propos latest".split()
)
"""Stems of words that point back to what was named before, and name nothing themselves."""

_NEGATION = """not(?!\\s(?:only|just|merely|least|to\\smention))
    no(?!\\s(?:fewer|less|more\\sthan|later|doubt|matter|sooner)) never none nobody
    nothing(?!\\sbut) neither nor without cannot n['’]t(?!\\s(?:only|just)) hardly scarcely barely
    fail(?:s|ed|ing|ure)?\\sto den(?:y|ies|ied|ying|ial|ials) refus(?:e|es|ed|al|ing) declin(?:e|es|ed|ing)\\sto
    reject(?:s|ed|ing|ion)? rul(?:e|es|ed|ing)\\sout false untrue unfounded baseless incorrect wrong
    discredit(?:s|ed)? unsubstantiated groundless
    contradict(?:s|ed)? disput(?:e|es|ed) refut(?:e|es|ed) lack(?:s|ed|ing)? absence unable unproven unlikely
    (?:prevent|avoid|avert)(?:s|ed|ing)? stopped\\sshort debunk(?:s|ed)? disprov(?:e|es|ed|en)"""

_REPORTS = (
    "claims?|reports?|accounts?|versions?|alleg[a-z]+|accus[a-z]+|suggest[a-z]+|charges?|rumou?rs?|that|assert[a-z]+"
)

_DENIAL = f"""den(?:y|ies|ied|ying|ial|ials) refut(?:e|es|ed|ing) rebut(?:s|ted)? debunk(?:s|ed)? discredit(?:s|ed)?
    (?:reject|dismiss|disput|contradict)[a-z]*\\s(?:\\w+\\s){{0,2}}?(?:{_REPORTS})
    (?:untrue|unfounded|baseless|false)(?:\\s(?:{_REPORTS})|(?!\\s\\w))
    no\\s(?:evidence|basis|truth|indication|proof)"""

_CONDITION = """if unless could may might would should in\\scase provided\\sthat hypothetical(?:ly)? were\\sto
    potential(?:ly)? threaten(?:s|ed|ing)?\\sto risk(?:s|ed)?"""

_ALL = (
    """all every each entire whole unanimous(?:ly)? always everyone everybody everything complete(?:ly)? full(?:y)?"""
)
_SOME = """some several few part(?:ly|s)? half sometimes partial(?:ly)? not\\sall majority minority most"""
_NONE = """none neither never nobody nothing not\\s(?:one|a\\ssingle) no(?!\\s(?:longer|fewer|less|doubt|matter))"""

_PREMISE = """if unless provided\\sthat in\\scase (?:would|could|might)\\shave were\\sto"""

_SUPPOSED = """if unless provided\\sthat in\\scase had\\s(?:there|he|she|it|they|we|the\\s\\w+)\\sbeen were\\sto
    (?:he|she|it|they|there)\\swere\\sto could(?!\\snot|n['’]t) might (?-i:may) should ought"""

_LISTED = """among one\\sof including includes? included such\\sas"""

_PRAISE = """welcom(?:e|es|ed|ing) prais(?:e|es|ed|ing) hail(?:s|ed|ing)? applaud(?:s|ed)? commend(?:s|ed|ing)?
    endors(?:e|es|ed) support(?:s|ed|ive)? back(?:s|ed|ing) optimis(?:m|tic) hope(?:s|ful)? breakthrough triumph
    success(?:ful)? victory positive promising encouraging constructive pragmatic historic landmark
    reassur(?:ed|ing) satisf(?:ied|action) strong robust fair wise right proud progress step\\sforward win
    boost(?:s|ed)? celebrat(?:e|es|ed) proof opportunity milestone bold effective overdue relief"""

_BLAME = """condemn(?:s|ed|ing|ation)? critici[sz](?:e|es|ed|ing|m) denounc(?:e|es|ed|ing) slam(?:s|med) blast(?:s|ed)
    decr(?:y|ied) attack(?:s|ed) lambast(?:s|ed|e) assail(?:s|ed) dismiss(?:es|ed|ive) reject(?:s|ed)
    scepti[a-z]+ skepti[a-z]+ doubt(?:s|ed|ful)? wary escalat(?:ion|ory|es) provocat(?:ion|ive) dangerous
    reckless hype(?:d)? smear betrayal failure disaster(?:ous)? disastrous outrage(?:d|ous)? insult(?:s)?
    shameful unacceptable mistake flawed weak(?:ness)? paltry alarm(?:ed|ing)? fear(?:s|ed)? worr(?:y|ied|ying)
    threat(?:en|ens|ened)? setback empty hollow cynical absurd unfair irresponsible cruel sham pointless
    illusion confrontational disappoint(?:ed|ing|ment)? misguided costly"""

_MODAL = """will would could may might should if unless plan(?:s|ned)?\\sto intend(?:s|ed)? expect(?:s|ed)? likely
    propos(?:e|es|ed) consider(?:s|ed|ing)? aim(?:s|ed)?\\sto hop(?:e|es|ed|ing)\\sto vow(?:s|ed)?
    pledg(?:e|es|ed) promis(?:e|es|ed) forecast(?:s)? predict(?:s|ed)? set\\sto due\\sto about\\sto"""

_MOVED = """rose risen rise(?:s)? climb(?:s|ed)? grew grown jump(?:s|ed)? increas(?:e|es|ed) fell fallen falls
    drop(?:s|ped)? declin(?:e|es|ed) revis(?:e|es|ed) updat(?:e|es|ed) now no\\slonger since earlier previously
    initially first later again has\\ssince meanwhile still already reversed changed abandon(?:s|ed)
    withdr(?:ew|awn) scrap(?:s|ped) finally after\\sall eventually so\\sfar"""


def _pattern(words: str) -> re.Pattern[str]:
    alternatives = "|".join(words.split())
    return re.compile(rf"(?:\b|(?<=[a-z])(?=n['’]t))(?:{alternatives})\b", re.IGNORECASE)


PATTERNS: dict[str, re.Pattern[str]] = {
    "negation": _pattern(_NEGATION),
    "denial": _pattern(_DENIAL),
    "condition": _pattern(_CONDITION),
    "premise": _pattern(_PREMISE),
    "supposed": _pattern(_SUPPOSED),
    "listed": _pattern(_LISTED),
    "all": _pattern(_ALL),
    "some": _pattern(_SOME),
    "none": _pattern(_NONE),
    "praise": _pattern(_PRAISE),
    "blame": _pattern(_BLAME),
    "modal": _pattern(_MODAL),
    "moved": _pattern(_MOVED),
}
