"""What differs and is no contradiction, beside what is one: both directions of each rule, through the whole verdict.

The scores are what a pair model gives such pairs when it errs towards a contradiction.
"""

from dataclasses import dataclass

import pytest

from service.comparing.gates import find_withheld
from service.comparing.reading import read
from service.comparing.verdict import Scores, decide
from service.domain.claims import Statement
from service.domain.comparisons import RELATIONS, Entailment, Verdict

UNSURE = Entailment(0.05, 0.25, 0.7)
CLASHING = {"contradicts": 0.98, "related": 0.01, "changed": 0.01}
FOLLOWS = Entailment(0.85, 0.1, 0.05)
AGREEING = {"agrees": 0.75, "related": 0.15, "contradicts": 0.05}
DAY = "2025-12-08"


def judge(a, b, first=DAY, second=DAY, scores=CLASHING) -> Verdict:
    way = FOLLOWS if scores is AGREEING else UNSURE
    shares = {r: scores.get(r, 0.0025) for r in RELATIONS}
    sides = Statement(a, published_at=first), Statement(b, published_at=second)
    return decide(*sides, Scores(0.85, way, way, shares, "test"))


@dataclass(frozen=True)
class Rule:
    """A pair that is no contradiction, why, and one much like it that is."""

    name: str
    no: tuple[str, str]
    why: str
    yes: tuple[str, str]


RULES = [
    Rule(
        "the same denial told twice",
        ("The Norvik ministry denied that its envoy met Ruiz.", "Norvik denies a meeting of its envoy and Ruiz."),
        "both sides tell of a denial",
        ("The Norvik ministry denied that its envoy met Ruiz.", "The Norvik ministry's envoy met Ruiz on a yacht."),
    ),
    Rule(
        "a remark without a subject",
        ("Hardly anything has changed.", "The law changed everything for tenants in Tarn."),
        "too little",
        ("Hardly anything has changed for tenants in Tarn.", "The law changed everything for tenants in Tarn."),
    ),
    Rule(
        "a bare quotation",
        ("“We never said that.”", "The mayor of Tarn said that the bridge is safe."),
        "too little",
        ("“We never said that the bridge in Tarn is safe.”", "The mayor said that the bridge in Tarn is safe."),
    ),
    Rule(
        "list-valued facts",
        ("A nurse from Tarn was among the dead of the bus crash.", "A teacher was one of the dead of the bus crash."),
        "some of several",
        ("A nurse was among the dead of the bus crash.", "All nurses survived the bus crash, none of them dead."),
    ),
    Rule(
        "a more precise restatement",
        ("At least 40 people died in the Velmora flood.", "The Velmora flood killed 43 people in the valley."),
        "more precise",
        ("At least 40 people died in the Velmora flood.", "The Velmora flood killed 31 people in the valley."),
    ),
    Rule(
        "another scope",
        ("Halden's profit fell by 4 percent in the second quarter.", "Halden's full-year profit fell by 9 percent."),
        "different periods or areas",
        ("Halden's profit fell by 4 percent in the second quarter.", "Second-quarter profit at Halden fell 9 percent."),
    ),
    Rule(
        "namesakes",
        ("Police in Tarn arrested Dana Ruiz.", "Police in Tarn freed the singer Owen Ruiz last spring."),
        "different people",
        ("Police in Tarn arrested Dana Ruiz.", "Police in Tarn released Dana Ruiz, whom nobody charged."),
    ),
    Rule(
        "other subjects",
        ("The Norvik group will keep the reactors.", "The Halden group closed the last of the reactors."),
        "different subjects",
        ("The Norvik group will keep the reactors.", "The Norvik group closed the last of the reactors."),
    ),
    Rule(
        "a condition",
        ("If the levee at Tarn breaks, 900 homes will be under water.", "The streets behind the Tarn levee are dry."),
        "under a condition",
        ("The levee at Tarn broke and homes are under water.", "The levee at Tarn has not broken, homes are dry."),
    ),
    Rule(
        "opposite opinions",
        ("Ministers hailed the Velmora treaty as a breakthrough.", "Unions condemned the Velmora treaty as a sham."),
        "evaluate differently",
        ("Ministers hailed the Velmora treaty, which bans mines.", "The Velmora treaty does not ban mines."),
    ),
    Rule(
        "a question",
        ("Did the dam at Tarn hold through the night?", "The dam at Tarn did not hold through the night."),
        "question",
        ("The dam at Tarn did hold through the night.", "The dam at Tarn did not hold through the night."),
    ),
]  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_what_is_no_contradiction_is_withheld_with_the_reason(rule):
    verdict = judge(*rule.no)
    assert verdict.relation != "contradicts"
    gate = find_withheld(*(read(Statement(text, published_at=DAY)) for text in rule.no))
    assert gate is not None
    assert rule.why in gate
    # Of two rules not even such scores reach the threshold: there is nothing to withhold then, and nothing is told.
    assert verdict.withheld in (None, gate)
    assert verdict.withheld is None or gate in verdict.sentences


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_what_is_much_like_it_and_one_is_shown(rule):
    verdict = judge(*rule.yes)
    assert (verdict.relation, verdict.withheld) == ("contradicts", None)


def test_a_value_that_moved_with_time_has_changed():
    toll = ("The flood toll stands at 31, officials said.", "The flood toll has risen to 40, officials said.")
    early_scores = {"contradicts": 0.35, "changed": 0.35, "related": 0.2}
    assert judge(*toll, "2025-12-01", "2025-12-05", early_scores).relation == "changed"
    assert judge(*toll, "2024-12-01", "2025-12-05").relation == "changed"
    assert judge("The flood killed 31 people.", "The flood killed 40 people.").relation == "contradicts"


def test_numbers_of_one_thing_that_differ_are_no_agreement():
    told = "Of the crew, 26 are missing."
    assert judge(told, "26 of the crew are missing.", scores=AGREEING).relation == "agrees"
    assert judge(told, "28 of the crew are missing.", scores=AGREEING).relation != "agrees"
    assert judge(told, "28 boats went out to look for them.", scores=AGREEING).relation == "agrees"


def test_a_claim_and_its_denial_contradict_and_two_denials_agree():
    denial = "Halden denied having dumped waste in the Tarn river."
    assert judge("Halden dumped waste in the Tarn river.", denial).relation == "contradicts"
    assert judge("Halden rejected reports that it dumped waste in the Tarn river.", denial).withheld
    assert judge("Halden denies it dumped waste in the Tarn river.", denial, scores=AGREEING).relation == "agrees"


def test_opposite_views_of_one_body_are_framing():
    praise, blame = "The Kremlin welcomed the Velmora plan.", "Russian envoys condemned the Velmora plan."
    framed = {"framing": 0.3, "contradicts": 0.4, "related": 0.2}
    assert judge(praise, blame, scores=framed).relation == "framing"
    assert judge(praise, "Moscow praised the Velmora plan.", scores=AGREEING).relation == "agrees"


def test_a_reason_names_both_sides_and_their_common_ground():
    verdict = judge("At least 40 people died in Tarn on Sunday.", "The storm killed 31 people in Tarn on 7 December.")
    assert verdict.sentences[:2] == (
        "The numbers differ: one says “At least 40 people”, the other “31 people”.",
        "Both speak of the same date: “Sunday” and “7 December”.",
    )
    assert len(verdict.highlights[0]) == 2
