import pytest

from models.appraisals import find_appraisals
from models.attribution import find_quotations
from models.base import Span

Row = tuple[str, str, str]


def rows(text: str, previous_actor: str | None = None) -> list[Row]:
    found = find_appraisals(text, Span(0, len(text)), quotations=find_quotations(text), previous_actor=previous_actor)
    assert all(text[a.start : a.end] == a.words for a in found)
    return [(a.actor, a.evaluation, a.target) for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moreover, Orra welcomes the new trade policy.", [("Orra", "welcomes", "the new trade policy")]),
        ("Velmian officials have condemned the tariff.", [("Velmian officials", "condemns", "the tariff")]),
        ("The mayor dismissed the report.", [("The mayor", "dismisses", "the report")]),
        ("The council brushed off the warning.", [("The council", "dismisses", "the warning")]),
        ("Farmers voiced cautious optimism about the deal.", [("Farmers", "optimistic", "the deal")]),
        (
            "Towns such as Velm and Orra have reacted with skepticism to the deal.",
            [("Towns such as Velm and Orra", "sceptical", "the deal")],
        ),
        ("The union is sceptical of the plan.", [("The union", "sceptical", "the plan")]),
        ("The union reserved judgment on the plan.", [("The union", "waits", "the plan")]),
        ("Odo Rell called the plan a mistake.", [("Odo Rell", "condemns", "the plan")]),
        ("Odo Rell described the plan as a step forward.", [("Odo Rell", "welcomes", "the plan")]),
        ("The deal was welcomed by fishermen.", [("fishermen", "welcomes", "The deal")]),
        ("The deal drew praise from fishermen.", [("fishermen", "welcomes", "The deal")]),
        ("Critics denounced the law as unfair.", [("Critics", "condemns", "the law")]),
        ("The union did not welcome the plan.", [("The union", "sceptical", "the plan")]),
    ],
)
def test_evaluations(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The union may condemn the plan.",
        "The union refused to condemn the plan.",
        "The roots of the feud can be traced back to the harbour.",
        "The welcome was long.",
        "The attacks on the port went on.",
        "Ransomware attacks coming from Orra have resumed.",
        "The plan was criticised.",
        "Such steps are critical in a crisis.",
    ],
)
def test_what_is_no_evaluation(text: str) -> None:
    assert rows(text) == []


def test_condemnation_and_its_framing_are_one_appraisal() -> None:
    text = "Similarly, Velmian envoys have condemned the change, framing it as an escalation that could hurt trade."
    (found,) = find_appraisals(text, Span(0, len(text)))
    assert (found.actor, found.evaluation, found.target) == ("Velmian envoys", "condemns", "the change")
    assert found.words == "condemned the change, framing it as an escalation"


def test_two_actors_are_two_appraisals() -> None:
    text = "While farmers express cautious optimism regarding the deal, the union rejected the offer."
    assert rows(text) == [("farmers", "optimistic", "the deal"), ("the union", "dismisses", "the offer")]


def test_pronoun_takes_the_actor_of_the_sentence_before() -> None:
    assert rows("They welcomed the deal.", "Velmian officials") == [("Velmian officials", "welcomes", "the deal")]
    assert rows("They welcomed the deal.") == [("They", "welcomes", "the deal")]
