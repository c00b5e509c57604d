"""Each feature on pairs where it must fire and where it must not; symmetry of all; reasons quote what is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.comparing.features import FEATURES, find_features
from service.comparing.features.times import find_days_between
from service.comparing.reading import read
from service.domain.claims import Statement
from service.domain.reasons import is_verified

WEEK = {"published_at": ("2025-05-05", "2025-05-07")}


def readings(a, b, **known):
    """Two readings; a keyword such as speaker=(x, y) sets a field of both."""
    sides = [Statement(text, **{name: pair[i] for name, pair in known.items()}) for i, text in enumerate((a, b))]
    return read(sides[0]), read(sides[1])


def seen(name, a, b, **known):
    return find_features(*readings(a, b, **known))[name]


CASES = [
    ("polarity_differs", "The mayor denied the plan.", "The mayor announced the plan.", 1.0),
    ("polarity_differs", "The mayor did not sign.", "The mayor never signed.", 0.0),
    ("polarity_differs", "The mayor did not deny the plan.", "The mayor has a plan.", 0.0),
    ("polarity_differs", "The claim is not untrue.", "The claim is true.", 0.0),
    ("polarity_differs", "Officers never failed to prevent a riot.", "Riots broke out.", 1.0),
    ("polarity_differs", "Neither Tarn nor Eskil flooded.", "Eskil flooded.", 1.0),
    ("polarity_differs", "They aren't ready.", "They are ready.", 1.0),
    ("polarity_differs", "Not only Tarn but Eskil flooded.", "Tarn and Eskil flooded.", 0.0),
    ("polarity_differs", "No fewer than 40 houses burned.", "40 houses burned.", 0.0),
    ("negated_word", "The treaty does not ban missile tests.", "The treaty bans every missile test.", 1.0),
    ("negated_word", "The treaty does not ban missile tests.", "Missile tests were never banned by it.", 0.0),
    ("negated_word", "The mayor denied having taken a bribe.", "The mayor took a bribe, aides said.", 1.0),
    ("negated_word", "The mayor will not run, and taxes stay.", "The mayor kept taxes where they were.", 0.0),
    ("same_negated_word", "The dam did not break.", "The dam never broke or break, he said.", 1.0),
    ("same_negated_word", "The dam did not break.", "The dam did break.", 0.0),
    ("opposite_words", "Rents in Tarn rose in May.", "Rents in Tarn fell in May.", 1.0),
    ("opposite_words", "Rents in Tarn rose in May.", "Rents in Tarn did not fall in May.", 0.0),
    ("opposite_words", "Rents in Tarn rose in May.", "Snow fell on Eskil.", 0.0),
    ("opposite_words", "The court found Ruiz guilty of fraud.", "The court found Ruiz innocent of fraud.", 1.0),
    ("opposite_words", "The water in Tarn is safe.", "The water in Tarn is unsafe.", 1.0),
    ("opposite_words", "His income in Tarn grew.", "He will come to Tarn and grow.", 0.0),
    ("opposite_words", "The tally of Tarn is correct.", "The tally of Tarn is incorrect.", 1.0),
    ("opposite_words", "Parliament turned down the bill.", "Parliament passed the bill.", 1.0),
    ("opposite_words", "The bridge opened before dawn.", "The bridge opened after dawn.", 1.0),
    ("opposite_words", "Prices rose and fell in Tarn.", "Prices fell in Tarn.", 0.0),
    ("negated_opposite", "Rents in Tarn rose in May.", "Rents in Tarn did not fall in May.", 1.0),
    ("negated_opposite", "Rents in Tarn rose in May.", "Rents in Tarn fell in May.", 0.0),
    ("same_denial", "The ministry denied the leak.", "The ministry rejected reports of a leak.", 1.0),
    ("same_denial", "The ministry denied the leak.", "The ministry knew of the leak.", 0.0),
    ("denial_against_claim", "The firm denied having dumped waste in Tarn.", "The firm dumped waste in Tarn.", 1.0),
    ("denial_against_claim", "The firm denied having dumped waste.", "The firm opened a plant in Tarn.", 0.0),
    ("denial_against_claim", "The firm denied having dumped waste.", "The firm rejects that it dumped waste.", 0.0),
    ("denial_against_claim", "No evidence of bias at the port was seen.", "The port was run with plain bias.", 1.0),
    ("denial_against_claim", "No evidence of bias at the port was seen.", "She saw no port led by bias.", 0.0),
    ("denial_against_claim", "No evidence of bias at the port was seen.", "Rather than bias the port has debts.", 0.0),
    ("negated_word", "There was no proof of theft.", "The audit found proof of theft.", 1.0),
    ("negated_word", "There was no proof of theft.", "The audit did not find in the books any proof of theft.", 0.0),
    ("quantities_differ", "The flood killed 31 people.", "The flood killed at least 40 people.", 1.0),
    ("quantities_differ", "The flood killed 43 people.", "The flood killed at least 40 people.", 0.0),
    ("quantities_differ", "The flood killed 31 people.", "The flood destroyed 40 houses.", 0.0),
    ("quantities_differ", "The flood killed 31 people.", "The flood injured 40 people.", 0.0),
    ("quantities_differ", "Of the crew, 26 are missing.", "Of the crew, 28 are missing.", 1.0),
    ("quantities_differ", "Of the crew, 26 are missing.", "At sea, 28 boats sank.", 0.0),
    ("quantities_differ", "Profit was $4 million in May.", "The fine was $9 million.", 0.0),
    ("quantities_differ", "Profit rose to $4 million in Tarn.", "Profit rose to $9 million in Tarn.", 1.0),
    ("quantities_differ", "The vote will send 1,344 delegates.", "The vote will send 1,357 delegates.", 1.0),
    ("quantities_differ", "The vote will send 1,990 delegates.", "The vote will send 1,991 delegates.", 0.0),
    ("quantities_differ", "Prices rose by 9 percent in May.", "Prices rose by 9.4 percent in May.", 0.0),
    ("quantities_differ", "Prices rose by 8.4 percent in May.", "Prices rose by 8.5 percent in May.", 1.0),
    ("quantities_differ", "She sold shares worth between $620,000 and $1.7 million.",
     "She sold shares worth between $500,000 and $1.5 million.", 1.0),
    ("quantities_differ", "She sold shares worth between $628,000 and $1.72 million.",
     "She sold shares worth between $628,033 and $1.7 million.", 0.0),
    ("quantities_near", "The vote will send 1,344 delegates.", "The vote will send 1,357 delegates.", 1.0),
    ("quantities_near", "The flood killed 31 people.", "The flood killed exactly 350 people.", 0.0),
    ("quantities_near", "The flood killed 31 people.", "The flood killed 31 people.", 0.0),
    ("quantities_match", "About a third of voters stayed away.", "33% of voters stayed away.", 1.0),
    ("quantities_match", "The quake left 3,900 people homeless.", "The quake left 3,912 people homeless.", 1.0),
    ("quantities_match", "The quake left 39 people homeless.", "The quake left 41 people homeless.", 0.0),
    ("more_precise", "At least 40 people died.", "The storm killed 43 people.", 1.0),
    ("more_precise", "The storm killed 43 people.", "43 people died.", 0.0),
    ("dates_differ", "The bridge opened on 3 May 2021.", "The bridge opened on 9 May 2021.", 1.0),
    ("dates_differ", "The bridge opened on 3 May 2021.", "The bridge opened in May 2021.", 0.0),
    ("dates_differ", "He was found at 9:20 p.m.", "He was found at 7 a.m.", 1.0),
    ("dates_differ", "He was found at 9:20 p.m.", "He was found at 9 p.m.", 0.0),
    ("dates_match", "The bridge opened on 3 May 2021.", "The bridge opened in May 2021.", 1.0),
    ("scope_differs", "Profit fell in the second quarter.", "Profit fell in the third quarter.", 1.0),
    ("scope_differs", "Profit fell in the second quarter.", "Second-quarter profit fell.", 0.0),
    ("scope_differs", "Crime fell nationwide.", "Crime rose citywide.", 1.0),
    ("modality_differs", "The firm will close the plant.", "The firm closed the plant.", 1.0),
    ("modality_differs", "The firm will close the plant.", "The firm may close the plant.", 0.0),
    ("condition_differs", "The dam could burst.", "The dam burst.", 1.0),
    ("condition_differs", "The dam could burst.", "If it rains, the dam bursts.", 0.0),
    ("quantifiers_differ", "All crew members survived.", "None of the crew survived.", 1.0),
    ("quantifiers_differ", "All crew members survived.", "Every member of the crew survived.", 0.0),
    ("both_listed", "Ruiz was among the dead.", "A nurse was one of the dead.", 1.0),
    ("both_listed", "Ruiz was among the dead.", "A nurse died.", 0.0),
    ("movement", "The toll rose to 31.", "The toll was 28.", 0.5),
    ("movement", "The toll stood at 31.", "The toll was 28.", 0.0),
    ("negated_word", "“No, I want a new bridge,” she said.", "“I want a new bridge,” she said.", 0.0),
    ("negated_word", "She wants no new bridge.", "She wants a new bridge.", 1.0),
    ("negated_word", "The dam did not break.", "If the dam should break, the port floods.", 0.0),
    ("negated_word", "The dam did not break.", "They would leave, had there been a break in the dam.", 0.0),
    ("negated_word", "If the dam does not break, the port stays dry.", "The dam will break.", 0.0),
    ("negated_word", "The dam did not break.", "The dam could break.", 0.0),
    ("negated_word", "The port floods if it rains; the dam did break.", "The dam did not break.", 1.0),
    ("negated_word", "Police could not find the weapon.", "Police did find the weapon.", 1.0),
    ("negated_word", "Theresa May did not resign.", "Theresa May did resign on Friday.", 1.0),
    ("roles_swapped", "Last week Norvik sued Halden.", "On Monday Halden sued Norvik.", 1.0),
    ("roles_swapped", "Last week Norvik sued Halden.", "Halden was sued by Norvik.", 0.0),
    ("roles_swapped", "Norvik was acquitted by Halden.", "Norvik was acquitted in Halden.", 0.0),
    ("roles_swapped", "Power flowed from Norvik to Halden.", "Power flowed from Halden to Norvik.", 1.0),
    ("same_roles", "Last week Norvik sued Halden.", "In May Halden was sued by Norvik.", 1.0),
    ("same_roles", "Last week Norvik sued Halden.", "In May Halden sued Norvik.", 0.0),
    ("other_person", "Police arrested Dana Ruiz.", "Police arrested Owen Ruiz.", 1.0),
    ("other_person", "Police arrested Dana Ruiz.", "Police arrested Mayor Ruiz.", 0.0),
    ("other_person", "Police arrested Dana Ruiz.", "Police arrested D. Ruiz.", 0.0),
    ("other_person", "Police arrested Dana Ruiz.", "Though Ruiz fled, police came.", 0.0),
    ("other_person", "Police arrested Dana Ruiz.", "Midfielder Dana Ruiz scored.", 0.0),
    ("other_person", "Police arrested Dana Ruiz.", "Owen Ruiz said that Dana was ill.", 0.0),
    ("other_subject", "The town of Velmora fell silent.", "Troops of Eskil marched north.", 1.0),
    ("other_subject", "President Ruiz signed it.", "Dana Ruiz signed it.", 0.0),
    ("other_subject", "Then the Kremlin signed it.", "Today Moscow signed it.", 0.0),
    ("places_differ", "The ship sank near Tarn.", "The ship sank near Eskil.", 1.0),
    ("places_differ", "The ship sank near Tarn.", "The ship sank in Tarn Bay.", 0.0),
    ("places_differ", "The ship sank near Tarn.", "The ship sank in May.", 0.0),
    ("evaluation_opposed", "Ministers welcomed the treaty.", "Unions condemned the treaty.", 1.0),
    ("evaluation_opposed", "Ministers signed the treaty.", "Unions condemned the treaty.", 0.0),
    ("evaluation_shared", "Ministers hailed the treaty.", "Unions praised the treaty.", 1.0),
    ("evaluation_shared", "Ministers hailed the treaty.", "Unions signed the treaty.", 0.0),
    ("evaluation_present", "Ministers hailed the treaty.", "Unions signed the treaty.", 0.5),
    ("views_opposed", "The Kremlin welcomed the plan.", "Russian envoys condemned the plan.", 1.0),
    ("views_opposed", "The Kremlin welcomed the plan.", "Chinese envoys condemned the plan.", 0.0),
    ("views_shared", "Moscow praised the plan.", "The Kremlin welcomed the plan.", 1.0),
    ("views_shared", "Moscow praised the plan.", "The Kremlin condemned the plan.", 0.0),
    ("views_of_others", "The Kremlin welcomed the plan.", "Chinese envoys condemned the plan.", 1.0),
    ("views_of_others", "The Kremlin welcomed the plan.", "Moscow published the plan.", 0.0),
    ("no_shared_name", "Officers in Velmora arrested Dana Ruiz.", "Police of Tarn freed Owen Pike.", 1.0),
    ("no_shared_name", "Officers in Moscow arrested Ruiz.", "Police of the Kremlin freed Pike.", 0.0),
    ("shared_body", "The Kremlin welcomed the plan.", "Russian envoys condemned the plan.", 1.0),
    ("shared_body", "The Kremlin welcomed the plan.", "Chinese envoys condemned the plan.", 0.0),
    ("other_bodies", "The Kremlin welcomed the plan.", "Beijing condemned the plan.", 1.0),
    ("other_bodies", "The Kremlin welcomed the plan.", "Moscow condemned the plan.", 0.0),
    ("shared_names", "The court in Velmora sat.", "Judges from Velmora rose.", 1.0),
    ("shared_names", "The court in Velmora sat.", "Judges from Eskil rose.", 0.0),
    ("shared_words", "Rain fell.", "Heavy rain fell in Tarn.", 1.0),
    ("shared_words", "Rain fell.", "The mayor spoke.", 0.0),
    ("all_words", "Rain fell.", "Heavy rain fell.", 2 / 3),
]  # fmt: skip


@pytest.mark.parametrize(("name", "a", "b", "value"), CASES)
def test_a_feature_sees_what_it_is_for(name, a, b, value):
    assert seen(name, a, b).value == pytest.approx(value)


def test_every_feature_has_a_case():
    known = {name for name, *_ in CASES} | {"days_apart", "same_holder", "other_holder"}
    assert {feature.__name__ for feature in FEATURES} == known


@pytest.mark.parametrize(
    ("first", "second", "same", "other"),
    [
        ("Dana Ruiz", "President Ruiz", 1.0, 0.0),
        ("the Kremlin", "Russia's foreign ministry", 1.0, 0.0),
        ("Dana Ruiz", "Owen Pike", 0.0, 1.0),
        ("Dana Ruiz", None, 0.0, 0.0),
    ],
)
def test_holders_by_any_name(first, second, same, other):
    both = readings("It rains.", "It pours.", speaker=(first, second))
    found = find_features(*both)
    assert (found["same_holder"].value, found["other_holder"].value) == (same, other)


@pytest.mark.parametrize(("stances", "value"), [(("denies", "reports"), 1.0), (("denies", "denies"), 0.0)])
def test_a_denial_known_by_the_stance(stances, value):
    both = ("It was the firm that dumped waste.", "The firm dumped waste in Tarn.")
    assert seen("denial_against_claim", *both, stance=stances).value == value


def test_a_denial_names_the_first_word_behind_it_that_is_no_name():
    told = seen(
        "denial_against_claim", "The firm denied that waste burned in Tarn.", "People in Tarn saw burning waste."
    )
    assert told.reason.sentence == "One side denies it (“denied”), the other speaks of “waste”."


@pytest.mark.parametrize(
    ("a", "b", "differ", "match"),
    [
        ("The strike ended on Sunday.", "The strike ended on 4 May.", 0.0, 1.0),
        ("The strike ended on Sunday.", "The strike ended on 2 May.", 1.0, 0.0),
        ("The strike ended yesterday.", "The strike ended on Sunday.", 0.0, 1.0),
        ("The strike ended on Sunday.", "The strike began in 2019.", 0.0, 0.0),
        ("The strike ended in April.", "The strike ended on 2 May.", 1.0, 0.0),
        ("The strike ended in May.", "The strike ended on Friday.", 0.0, 1.0),
    ],
)
def test_weekdays_are_resolved_by_publication(a, b, differ, match):
    found = find_features(*readings(a, b, **WEEK))
    assert (found["dates_differ"].value, found["dates_match"].value) == (differ, match)


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("The strike ended on Sunday (4 May 2025).", "The strike ended on Sunday (27 April 2025).", 0.0),
        ("The strike ended on Sunday (4 May 2025).", "The strike ended on Friday (2 May 2025).", 1.0),
        ("The strike ended on Sunday (4 May 2025).", "The strike ended on 26 April.", 1.0),
        ("The strike ended (4 May 2025).", "The strike ended (27 April 2025).", 1.0),
    ],
)
def test_a_date_that_was_filled_in_behind_a_weekday_is_no_surer_than_the_weekday(a, b, differ):
    assert find_features(*readings(a, b, **WEEK))["dates_differ"].value == differ


@pytest.mark.parametrize("feature", FEATURES, ids=lambda f: f.__name__)
def test_the_order_of_the_two_does_not_matter(feature):
    a, b = readings(
        "The minister, Ilse Brandt, denied on 3 May that 40 people had died in Tarn and praised the crews.",
        "At least 31 people will not return to Eskil, said Omar Brandt, who condemned the delay on 9 May.",
        speaker=("Ilse Brandt", "Omar Vance"),
        published_at=("2025-05-03", "2025-05-10"),
        stance=("denies", "reports"),
    )
    assert feature(a, b).value == feature(b, a).value


WORDS = (
    "Norvik Halden Ruiz Kremlin Moscow the mayor denied rejected not never 40 31 at least about people rose fell in"
    " Tarn on Monday 3 May 2021 will if all none said $4 million percent of voters welcomed condemned “we” ? . ,"
).split()


@given(*[st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)] * 2)
def test_whatever_a_reason_quotes_stands_on_its_side(a, b):
    there = find_features(*readings(a, b, **WEEK))
    back = find_features(*readings(b, a, **WEEK))
    for name, feature in there.items():
        assert feature.value == back[name].value, name
        if feature.reason and "“we”" not in a + b:
            assert is_verified(feature.reason, a, b), name


def test_a_reason_names_the_words_of_both_sides():
    reason = seen("quantities_differ", "At least 40 people died.", "The storm killed 31 people.").reason
    assert reason.sentence == "The numbers differ: one says “At least 40 people”, the other “31 people”."
    assert (reason.a[0].of("At least 40 people died."), reason.b[0].start) == ("At least 40 people", 17)


def test_what_only_one_side_says_is_marked_there():
    a, b = "The mayor announced the plan.", "The mayor denied the plan."
    assert seen("polarity_differs", a, b).reason.a == ()
    assert seen("polarity_differs", a, b).reason.b[0].of(b) == "denied"


@pytest.mark.parametrize(("dates", "days"), [(("2025-01-01", "2025-01-31"), 30), (("2025-01-01", None), None)])
def test_days_between_publications(dates, days):
    assert find_days_between(*readings("It rains.", "It rains.", published_at=dates)) == days
    assert seen("days_apart", "It rains.", "It pours.", published_at=dates).value > 0 or days is None
