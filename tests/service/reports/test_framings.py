"""The framings table: whose evaluation, of what, in which words; and who counts as Russia."""

import pytest

from service.reports.actors import is_people
from service.reports.framings import choose_framings, group_framings, read_framings
from service.reports.values import FramingFilter

PLAN = "the American defence plan"


@pytest.fixture
def claims(make):
    appraised = make.appraised
    return [
        appraised("The Kremlin welcomed the plan.", "welcomed", ("The Kremlin", "welcomes", "the plan"), start=100),
        appraised(
            "Russian envoys condemned the plan.", "condemned", ("Russian envoys", "condemns", "the plan"), start=300
        ),
        appraised(
            "Chinese officials doubted the plan.", "doubted", ("Chinese officials", "sceptical", "the plan"), start=500
        ),
        appraised("Critics praised the opera.", "praised", ("Critics", "welcomes", "the opera"), article="other"),
    ]


def rows(claims, **wanted):
    return choose_framings(read_framings(claims), FramingFilter(**wanted))


def test_one_row_for_each_appraisal_with_its_words_in_their_sentence(claims):
    first = rows(claims)[0]
    assert (first.before, first.words, first.after) == ("The Kremlin ", "welcomed", " the plan.")
    assert (first.actor, first.evaluation, first.target) == ("The Kremlin", "welcomes", "the plan")


@pytest.mark.parametrize("actor", ["Russia", "Moscow", "Russian"])
def test_a_country_is_known_by_its_other_names(claims, actor):
    assert [row.evaluation for row in rows(claims, actor=actor)] == ["welcomes", "condemns"]


def test_a_topic_leaves_out_what_is_about_something_else(claims):
    assert {row.target for row in rows(claims, topic="plan")} == {"the plan"}


def test_a_row_whose_passage_is_about_the_topic_belongs_to_it(make):
    claim = make.appraised(
        "The Kremlin welcomes the notion.",
        "welcomes",
        ("the Kremlin", "welcomes", "the notion"),
        article="a",
        start=900,
    )
    framings = read_framings([claim])
    wanted = FramingFilter(topic="strategy")
    assert choose_framings(framings, wanted, {"a": [500]}) == framings
    assert choose_framings(framings, wanted, {"a": [100], "b": [800]}) == []


def test_opposites_of_one_body_stand_together_and_are_told(claims):
    groups = {group.body: group for group in group_framings(rows(claims, topic="plan"), narrowed=True)}
    assert groups["Russia"].divided
    assert [row.evaluation for row in groups["Russia"].rows] == ["welcomes", "condemns"]
    assert not groups["China"].divided


def test_copies_of_one_sentence_are_one_row(make):
    said = ("The Kremlin welcomed the plan.", "welcomed", ("The Kremlin", "welcomes", "the plan"))
    copies = [make.appraised(*said, outlet=outlet) for outlet in ("Harbour Post", "Tarn Courier")]
    (row,) = read_framings(copies)
    assert row.side.also_run_by == ("Tarn Courier",)


@pytest.mark.parametrize(
    ("actor", "people"),
    [
        ("58 percent of Americans", True),
        ("many Russians", True),
        ("Russian officials", False),
        ("officials and Russians", False),
        ("Russia", False),
        ("the dockers' union", False),
    ],
)
def test_the_people_of_a_country_are_not_its_government(actor: str, people: bool) -> None:
    assert is_people(actor) is people
