"""Closed classes of English words that sentences, noun phrases and names are recognised by."""

TITLES = frozenset(
    "mr mrs ms mx dr prof gen sen rep gov lt col capt cpl sgt maj adm cmdr rev hon pres amb supt insp det"
    " messrs fr br st sir dame lord lady president senator governor congressman congresswoman representative"
    " secretary general admiral colonel major captain lieutenant sergeant judge justice professor"
    " doctor mayor"
    " chancellor minister premier king queen prince princess pope bishop archbishop cardinal imam"
    " rabbi sheikh"
    " ayatollah ambassador assemblyman assemblywoman attorney chair chairman chairwoman chief director commissioner"
    " councilman councilwoman"
    " spokesman spokeswoman spokesperson vice deputy prime former then-president ex-president".split()
)
MALE_TITLES = frozenset("mr sir lord king prince congressman councilman chairman spokesman".split())

# A full stop after these never ends a sentence when a name or number follows.
STRONG_ABBREVIATIONS = frozenset(
    "mr mrs ms mx dr prof gen sen rep gov lt col capt cpl sgt maj adm cmdr rev hon pres amb supt insp messrs"
    " fr st mt ft vs cf eg ie viz sens reps gens drs profs gov'ts".split()
)
# A full stop after these ends a sentence only when the next word is one that often starts a sentence.
WEAK_ABBREVIATIONS = frozenset(
    "inc corp co ltd llc plc bros jr sr esq etc al ave blvd rd dept univ assn est approx ext vol ed eds"
    " ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev"
    " okla ore pa"
    " penn tenn tex va vt wash wis wyo mph kph ph.d b.a m.a m.d".split()
)
NUMBER_ABBREVIATIONS = frozenset(
    "no nos nr art sec fig figs pp p ch jan feb mar apr jun jul aug sep sept oct nov dec".split()
)

DETERMINERS = frozenset(
    "the a an this that these those some any many most several few both all each every no another other such"
    " one two three four five six seven eight nine ten dozens hundreds thousands more".split()
)
POSSESSIVES = frozenset("my your his her its our their whose".split())
PRONOUNS = frozenset("i you he she it we they who me him us them".split())
SUBJECT_PRONOUNS = frozenset("i you he she it we they".split())
RELATIVES = frozenset("who which that".split())
PREPOSITIONS = frozenset(
    "in on at by for with from to of about into over under after before during since until amid among against"
    " between through without within across toward towards near despite like as upon via than behind beyond"
    " including regarding concerning following per around outside inside throughout".split()
)
CONJUNCTIONS = frozenset(
    "and or but nor yet so because although though while whereas when whenever where if unless whether once"
    " however therefore moreover meanwhile besides".split()
)
QUESTION_WORDS = frozenset("how why what when where who which whom whose".split())
BE_FORMS = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
AUXILIARIES = (
    frozenset(
        "has have had having do does did done will would can could shall should may might must cannot ca wo"
        " hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't 's 've 'd"
        " 'll 're"
        " hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t shouldn’t"
        " isn’t aren’t wasn’t weren’t".split()
    )
    | BE_FORMS
)
NEGATIONS = frozenset(
    "not never no n't cannot nor neither without hardly didn't doesn't don't hasn't haven't hadn't won't"
    " wouldn't isn't aren't wasn't weren't didn’t doesn’t don’t hasn’t haven’t hadn’t won’t wouldn’t"
    " isn’t aren’t wasn’t weren’t can't can’t couldn't couldn’t".split()
)
ADVERBS = frozenset(
    "also now then later once again still even just only often always sometimes ever never not too both all"
    " thus instead further first soon long yet already repeatedly recently since earlier there"
    " himself herself"
    " themselves itself today yesterday tomorrow tonight simply merely".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH_ABBREVIATIONS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip

# Words that begin sentences: after an abbreviation they show that the full stop also ended one.
SENTENCE_STARTERS = frozenset(
    "The A An This That These Those It He She We They I You In On At By For With From But And So Yet However"
    " Although Though While When If As After Before Since Because Meanwhile Moreover Instead Its His Her Their"
    " Our My There Here Some Many Most Both All No Not What Why How Who Where One Two Now Then Still Asked"
    " Also According Such Under Other Another Last Next During".split()
)

# Heads of the names of bodies: such a word is never taken for the surname of a person.
BODY_HEADS = frozenset(
    "house department ministry council bank news times post states kingdom party university institute court"
    " congress senate parliament union nations committee commission agency bureau office group"
    " company corp inc"
    " association foundation center centre organization organisation federation alliance authority service"
    " street journal tribune herald press army navy force guard police party court league club team"
    " administration government embassy board fund trust society school college hospital church war wars act amendment"
    " treaty accord accords agreement summit avenue stadium airport olympics games".split()
)

ABSTRACT_ENDINGS = (
    "ment",
    "ments",
    "tion",
    "tions",
    "sion",
    "sions",
    "ness",
    "ity",
    "ship",
    "ence",
    "ism",
    "onset",
    "shift",
)
"""Endings of nouns that name no one; those below are the exceptions."""
SPEAKING_NOUNS = frozenset(
    """government governments administration administrations organization organizations organisation organisations
    commission commissions delegation delegations association associations corporation foundation federation union
    department departments parliament management regiment opposition coalition statement statements document
    documents legislation indictment constitution resolution declaration application petition complaint
    investigation investigations publication publications inspection examination community communities university
    ministry authority authorities majority minority intelligence audience conference leadership official officials
    analyst analysts expert experts critic critics lawmaker lawmakers witness witnesses diplomat diplomats man woman
    men women people person persons group groups company companies agency agencies report reports study studies poll
    polls survey surveys""".split()
)
