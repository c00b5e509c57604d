"""Features of words and names in common."""

from service.comparing.features.base import NOTHING, Feature, explained, found, share_of_smaller
from service.comparing.reading import Reading


def shared_words(a: Reading, b: Reading) -> Feature:
    """How many of the shorter statement's content words stand in the other."""
    return Feature(share_of_smaller(a.content, b.content))


def all_words(a: Reading, b: Reading) -> Feature:
    """How many of both statements' content words they share."""
    together = a.content | b.content
    return Feature(len(a.content & b.content) / len(together)) if together else NOTHING


def shared_names(a: Reading, b: Reading) -> Feature:
    """How many of the names of the statement with fewer names stand in the other."""
    return Feature(share_of_smaller(a.names, b.names))


def no_shared_name(a: Reading, b: Reading) -> Feature:
    """Both statements name somebody or something, and nothing in common, by whatever name."""
    return found(bool(a.names and b.names) and not a.names & b.names and not a.body_names & b.body_names)


def shared_body(a: Reading, b: Reading) -> Feature:
    """Both statements name the same country or body, by whatever name."""
    for p in a.bodies:
        for q in b.bodies:
            if p.body == q.body:
                return explained(f"Both speak of {p.body}: “{{a}}” and “{{b}}”.", (a, p.span), (b, q.span))
    return NOTHING


def other_bodies(a: Reading, b: Reading) -> Feature:
    """Both statements name countries or bodies, and none in common."""
    return found(bool(a.bodies and b.bodies) and not a.body_names & b.body_names)
