"""Who acts in a piece of news text: countries and bodies by any of their names, and who hides behind "officials"."""

import re
from collections.abc import Iterable, Mapping

from models.base import Appraisal, ExtractedClaim, Speaker
from models.remembering import remembered
from service.domain.bodies import find_bodies, find_body_mentions
from service.reports.values import Grouped

_DETERMINERS = frozenset(
    "he her his it its many other several she some they their top we i our the a an and of".split()
)
# What stands for somebody who is named elsewhere: only then is the speaker, or the sentence, asked.
GENERIC_ACTORS = _DETERMINERS | frozenset(
    "senior high-ranking government ministry minister ministers official officials officer officers leader leaders"
    " representative representatives spokesman spokeswoman spokesperson spokespeople diplomat diplomats president"
    " parliament lawmakers authorities capital administration former foreign defence defense prime state".split()
)


def learn_bodies(speakers: Iterable[Speaker | None]) -> dict[str, str]:
    """Speakers' names with the body that their role names anywhere: said once, it holds for the bare name too."""
    known: dict[str, str] = {}
    for speaker in speakers:
        if speaker and (named := find_bodies(f"{speaker.role or ''} | {speaker.mention}")):
            known.setdefault(speaker.name, named[0])
    return known


def find_body(appraisal: Appraisal, claim: ExtractedClaim, *, known: Mapping[str, str]) -> tuple[str, Grouped]:
    """The body that an appraisal's actor belongs to and where that was read; the actor itself when nothing names one.

    The speaker is asked only when the actor is the speaker or a bare "officials"; the sentence only for the latter,
    and only if it names exactly one body that is not the target's.
    """
    actor, speaker = appraisal.actor, claim.speaker
    if is_people(actor):
        return _titled(actor), "named"
    if named := find_bodies(actor):
        return named[0], "named"
    generic = is_generic(actor)
    if speaker and (generic or _same_person(actor, f"{speaker.name} {speaker.mention}")):
        return _body_of_speaker(speaker, known), "speaker"
    target = find_bodies(appraisal.target)
    around = [body for body in find_bodies(claim.text) if body not in target]
    if generic and len(around) == 1:
        return around[0], "sentence"
    return _titled(actor), "named"


def _body_of_speaker(speaker: Speaker, known: Mapping[str, str]) -> str:
    named = find_bodies(f"{speaker.role or ''} | {speaker.mention} | {speaker.name}")
    return named[0] if named else known.get(speaker.name, speaker.name)


@remembered(4_096)
def is_people(actor: str) -> bool:
    """Whether the words name the people of a country and nobody in office: "58 percent of Americans"."""
    mentions = find_body_mentions(actor)
    offices = GENERIC_ACTORS & set(re.findall(r"[\w-]+", actor.casefold())) - _DETERMINERS
    return bool(mentions) and all(mention.people for mention in mentions) and not offices


@remembered(4_096)
def is_generic(actor: str) -> bool:
    """Whether the words name nobody: "officials", "he", "the foreign ministry"."""
    return all(word in GENERIC_ACTORS for word in re.findall(r"[\w-]+", actor.casefold()))


def is_actor(asked: str, named: str) -> bool:
    """Whether the words asked for stand in a name as whole words, in any case ("harbour union")."""
    return re.search(rf"(?<!\w){re.escape(asked.strip())}(?!\w)", named, re.IGNORECASE) is not None


@remembered(4_096)
def _same_person(actor: str, speaker: str) -> bool:
    spoken = set(re.findall(r"\w+", speaker.casefold()))
    return bool(spoken & set(re.findall(r"\w+", actor.casefold())) - GENERIC_ACTORS)


@remembered(4_096)
def _titled(actor: str) -> str:
    name = re.sub(r"^the\s+", "", " ".join(actor.split()), flags=re.IGNORECASE)
    return name[:1].upper() + name[1:] or "Nobody named"
