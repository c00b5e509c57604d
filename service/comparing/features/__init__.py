"""What two statements have and lack in common: one function a feature.

Each takes two readings, gives the same value for either order, and says in a reason what it saw. The first
line of its docstring is the explanation shown to users.
"""

from service.comparing.features import actors, amounts, modality, polarity, times, views, words
from service.comparing.features.base import NOTHING, Feature, Seen
from service.comparing.reading import Reading

__all__ = ["FEATURES", "NOTHING", "Feature", "find_features"]

FEATURES: tuple[Seen, ...] = (
    words.shared_words,
    words.all_words,
    words.shared_names,
    words.no_shared_name,
    words.shared_body,
    words.other_bodies,
    polarity.polarity_differs,
    polarity.negated_word,
    polarity.same_negated_word,
    polarity.opposite_words,
    polarity.negated_opposite,
    polarity.same_denial,
    polarity.denial_against_claim,
    amounts.quantities_differ,
    amounts.quantities_near,
    amounts.quantities_match,
    amounts.more_precise,
    times.dates_differ,
    times.dates_match,
    times.days_apart,
    times.scope_differs,
    modality.modality_differs,
    modality.condition_differs,
    modality.movement,
    modality.quantifiers_differ,
    modality.both_listed,
    actors.roles_swapped,
    actors.same_roles,
    actors.other_person,
    actors.other_subject,
    actors.places_differ,
    actors.same_holder,
    actors.other_holder,
    views.evaluation_opposed,
    views.evaluation_shared,
    views.evaluation_present,
    views.views_opposed,
    views.views_shared,
    views.views_of_others,
)


def find_features(a: Reading, b: Reading) -> dict[str, Feature]:
    """Every feature of the pair, under its name."""
    return {feature.__name__: feature(a, b) for feature in FEATURES}
