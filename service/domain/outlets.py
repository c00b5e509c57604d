"""Names of outlets and agencies: when two of them are one, and which names are an outlet's at all."""

import re

from models.remembering import remembered

UNNAMED_AGENCIES = "news agencies"
"""The origin of a text that is put together from agencies without saying which ("Staff and agencies")."""

# Names of agencies and the letters they sign with: one origin, however it is written.
AGENCIES = {
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "ap news": "Associated Press",
    "apnews.com": "Associated Press",
    "afp": "Agence France-Presse",
    "agence france-presse": "Agence France-Presse",
    "agence france presse": "Agence France-Presse",
    "upi": "United Press International",
    "united press international": "United Press International",
    "dpa": "Deutsche Presse-Agentur",
    "deutsche presse-agentur": "Deutsche Presse-Agentur",
    "pti": "Press Trust of India",
    "press trust of india": "Press Trust of India",
    "pa": "PA Media",
    "pa media": "PA Media",
    "press association": "PA Media",
    "ani": "Asian News International",
    "reuters": "Reuters",
    "reuters.com": "Reuters",
    "thomson reuters": "Reuters",
    "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "interfax": "Interfax",
    "ansa": "ANSA",
    "efe": "EFE",
    "kyodo news": "Kyodo",
    "kyodo": "Kyodo",
    "tribune news service": "Tribune News Service",
}
# What newspapers and agencies are called: a masthead is a name with one of these in it.
_MASTHEAD = re.compile(
    r"\b(?:Agency|Argus|Beacon|Bulletin|Chronicle|Courier|Daily|Dispatch|Echo|Examiner|Gazette|Globe|Herald|"
    r"Independent|Inquirer|Journal|Ledger|Magazine|Mail|Mirror|Monitor|News|Observer|Post|Press|Radio|Record|"
    r"Register|Reporter|Review|Sentinel|Standard|Star|Sun|Telegraph|Times|Tribune|Weekly|Wire)\b",
    re.IGNORECASE,
)


def agency_name(written: str) -> str:
    """The name of an agency for the letters it signs with (AP: Associated Press); any other name as it is."""
    is_host = "." in written and " " not in written and written == written.lower()
    return AGENCIES.get(_bare(written), written if is_host else written[:1].upper() + written[1:])


def is_agency(written: str) -> bool:
    """Whether this is the name of an agency, or the letters that it signs with."""
    return _bare(written) in AGENCIES


def has_masthead(name: str) -> bool:
    """Whether the name has a word in it that newspapers and agencies are called by."""
    return _MASTHEAD.search(name) is not None


@remembered(4096)
def outlet_key(name: str | None) -> str:
    """What two ways of writing one outlet have in common ("the AP", "Associated Press"); empty for no name."""
    return agency_name(_bare(name)).casefold() if name and name.strip() else ""


def _bare(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ").removeprefix("www.")
