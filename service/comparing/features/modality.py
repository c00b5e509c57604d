"""Features of what is planned, possible, conditional, moving, or said of all or only some."""

from service.comparing.features.base import NOTHING, Feature, explained, found, told_of_one
from service.comparing.reading import Reading


def modality_differs(a: Reading, b: Reading) -> Feature:
    """One statement speaks of what will or may be, the other of what is."""
    if a.has("modal") == b.has("modal"):
        return NOTHING
    told = a if a.has("modal") else b
    sentence = "One side is a plan, a forecast or a condition (“{words}”), the other is not."
    return told_of_one(sentence, (told, told.cues["modal"][0]), first=told is a)


def condition_differs(a: Reading, b: Reading) -> Feature:
    """One statement holds only under a condition, or is only possible, and the other is not."""
    if a.has("condition") == b.has("condition"):
        return NOTHING
    told = a if a.has("condition") else b
    sentence = "One side is only possible or conditional (“{words}”), the other is not."
    return told_of_one(sentence, (told, told.cues["condition"][0]), first=told is a)


def movement(a: Reading, b: Reading) -> Feature:
    """How many of the two statements speak of something that has moved."""
    moved = [r for r in (a, b) if r.has("moved")]
    if len(moved) == 2:
        return explained("A development is told: “{a}” and “{b}”.", (a, a.cues["moved"][0]), (b, b.cues["moved"][0]))
    if not moved:
        return NOTHING
    told = moved[0], moved[0].cues["moved"][0]
    return told_of_one("A development is told: “{words}”.", told, first=moved[0] is a, value=0.5)


def quantifiers_differ(a: Reading, b: Reading) -> Feature:
    """One statement speaks of all, the other of some or of none."""
    for one, other in (("all", "some"), ("all", "none"), ("some", "none")):
        for p, q in ((one, other), (other, one)):
            if a.has(p) and b.has(q) and not a.has(q) and not b.has(p):
                return explained("One says “{a}”, the other “{b}”.", (a, a.cues[p][0]), (b, b.cues[q][0]))
    return NOTHING


def both_listed(a: Reading, b: Reading) -> Feature:
    """Both statements name some of several: both can hold."""
    return found(a.has("listed") and b.has("listed"))
