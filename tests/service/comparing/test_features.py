"""Each feature on sentences where it must speak, and on near ones where it must not."""

import pytest

from service.comparing import features
from service.comparing.reading import read
from service.domain.claims import Statement


def readings(a, b, **known):
    """Two readings; a keyword such as speaker=(x, y) sets a field of both."""
    sides = [Statement(text, **{name: pair[i] for name, pair in known.items()}) for i, text in enumerate((a, b))]
    return read(sides[0]), read(sides[1])


@pytest.mark.parametrize(
    ("name", "a", "b", "value"),
    [
        ("polarity_differs", "The mayor denied the plan.", "The mayor announced the plan.", 1.0),
        ("polarity_differs", "The mayor did not sign.", "The mayor never signed.", 0.0),
        ("polarity_differs", "The mayor did not deny the plan.", "The mayor has a plan.", 0.0),
        ("polarity_differs", "They aren't ready.", "They are ready.", 1.0),
        ("quantities_differ", "The flood killed 31 people.", "The flood killed at least 40 people.", 1.0),
        ("quantities_differ", "The flood killed 43 people.", "The flood killed at least 40 people.", 0.0),
        ("quantities_differ", "The flood killed 31 people.", "The flood destroyed 40 houses.", 0.0),
        ("quantities_match", "About a third of voters stayed away.", "33% of voters stayed away.", 1.0),
        ("dates_differ", "The bridge opened on 3 May 2021.", "The bridge opened on 9 May 2021.", 1.0),
        ("dates_differ", "The bridge opened on 3 May 2021.", "The bridge opened in May 2021.", 0.0),
        ("dates_match", "The bridge opened on 3 May 2021.", "The bridge opened in May 2021.", 1.0),
        ("evaluation_opposed", "Ministers welcomed the treaty.", "Unions condemned the treaty.", 1.0),
        ("evaluation_opposed", "Ministers signed the treaty.", "Unions condemned the treaty.", 0.0),
        ("evaluation_shared", "Ministers hailed the treaty.", "Unions praised the treaty.", 1.0),
        ("views_opposed", "The Kremlin welcomed the plan.", "Russian envoys condemned the plan.", 1.0),
        ("views_opposed", "The Kremlin welcomed the plan.", "Chinese envoys condemned the plan.", 0.0),
        ("views_shared", "Moscow praised the plan.", "The Kremlin welcomed the plan.", 1.0),
        ("views_shared", "Moscow praised the plan.", "The Kremlin condemned the plan.", 0.0),
        ("views_of_others", "The Kremlin welcomed the plan.", "Chinese envoys condemned the plan.", 1.0),
        ("views_of_others", "The Kremlin welcomed the plan.", "Moscow published the plan.", 0.0),
        ("modality_differs", "The firm will close the plant.", "The firm closed the plant.", 1.0),
        ("modality_differs", "The firm will close the plant.", "The firm may close the plant.", 0.0),
        ("no_shared_name", "Officers in Velmora arrested Dana Ruiz.", "Police of Tarn freed Owen Pike.", 1.0),
        ("shared_body", "The Kremlin welcomed the plan.", "Russian envoys condemned the plan.", 1.0),
        ("shared_body", "The Kremlin welcomed the plan.", "Chinese envoys condemned the plan.", 0.0),
        ("other_bodies", "The Kremlin welcomed the plan.", "Beijing condemned the plan.", 1.0),
        ("shared_names", "The court in Velmora sat.", "Judges from Velmora rose.", 1.0),
    ],
)
def test_a_feature_sees_what_it_is_for(name, a, b, value):
    assert getattr(features, name)(*readings(a, b)).value == value


@pytest.mark.parametrize("feature", features.FEATURES, ids=lambda f: f.__name__)
def test_the_order_of_the_two_does_not_matter(feature):
    a, b = readings(
        "The minister, Ilse Brandt, denied on 3 May that 40 people had died and praised the crews.",
        "At least 31 people will not return, said Omar Vance, who condemned the delay on 9 May.",
        speaker=("Ilse Brandt", "Omar Vance"),
        published_at=("2025-05-03", "2025-05-10"),
        stance=("denies", "reports"),
    )
    assert feature(a, b).value == feature(b, a).value


def test_a_reason_quotes_words_that_stand_in_the_statements():
    a, b = readings("At least 40 people died.", "The storm killed 31 people.")
    assert features.quantities_differ(a, b).reason == "The numbers differ: “At least 40 people” against “31 people”."


@pytest.mark.parametrize(("dates", "days"), [(("2025-01-01", "2025-01-31"), 30), (("2025-01-01", None), None)])
def test_days_between_publications(dates, days):
    assert features.find_days_between(*readings("It rains.", "It rains.", published_at=dates)) == days
