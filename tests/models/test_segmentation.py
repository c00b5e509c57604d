import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.base import Span
from models.segmentation import find_sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in find_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It stopped.", ["It rained.", "It stopped."]),
        ("Mr. Odo met Gen. Pia J. Rusk. They spoke.", ["Mr. Odo met Gen. Pia J. Rusk.", "They spoke."]),
        (
            "The U.S. Senate met at 5 p.m. on Monday. It voted.",
            ["The U.S. Senate met at 5 p.m. on Monday.", "It voted."],
        ),
        ("She moved to the U.S. The move was quick.", ["She moved to the U.S.", "The move was quick."]),
        ("Prices rose 3.5 percent. See No. 7 for more.", ["Prices rose 3.5 percent.", "See No. 7 for more."]),
        ("“It works!” he said. She left.", ["“It works!” he said.", "She left."]),
        ("“Is it safe?” Odo asked. Nobody knew.", ["“Is it safe?” Odo asked.", "Nobody knew."]),
        ("“A came. B went,” said Pia.", ["“A came.", "B went,” said Pia."]),
        ("He waited... Then he left.", ["He waited...", "Then he left."]),
        ("He said “no.” (She agreed.) All left.", ["He said “no.”", "(She agreed.)", "All left."]),
        ("« C’est fini. » Il part.", ["« C’est fini.", "» Il part."]),
        ("雨が降った。止んだ！本当？", ["雨が降った。", "止んだ！", "本当？"]),
        ("هل جاء؟ نعم جاء. ثم ذهب", ["هل جاء؟", "نعم جاء.", "ثم ذهب"]),
        ("The bridge fell.Rescuers came.", ["The bridge fell.", "Rescuers came."]),
        ("Visit example.com or v2.Beta today.", ["Visit example.com or v2.Beta today."]),
        ("A heading\nA sentence of a paragraph.", ["A heading", "A sentence of a paragraph."]),
        ("1. First point. 2. Second point.", ["1. First point.", "2. Second point."]),
    ],
)
def test_sentence_ends(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "The harbour authority of Velm said on Tuesday that it will\n"
        "close two of the four docks. Work begins in June and takes\n"
        "about nine months. Ships will be sent to Orra, where there\n"
        "is room.\n"
    )
    assert [" ".join(s.split()) for s in split(text)] == [
        "The harbour authority of Velm said on Tuesday that it will close two of the four docks.",
        "Work begins in June and takes about nine months.",
        "Ships will be sent to Orra, where there is room.",
    ]


def test_line_that_goes_on_in_lower_case_is_joined() -> None:
    assert split("The council met for three hours and\nthen adjourned.\nNobody spoke.") == [
        "The council met for three hours and\nthen adjourned.",
        "Nobody spoke.",
    ]


def test_skipped_spans_belong_to_no_sentence() -> None:
    text = "Share this page One came. Two went."
    assert [s.of(text) for s in find_sentences(text, [Span(0, 15)])] == ["One came.", "Two went."]


ANY_TEXT = st.text(st.characters(), max_size=300) | st.text(
    st.sampled_from("aB .!?\n\r\t“”\"'«»()。؟…1Mr\ud800\u2028\x00\x1c"), max_size=200
)


@given(ANY_TEXT, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), max_size=3))
def test_every_visible_character_lies_in_exactly_one_sentence(text: str, cuts: list[tuple[int, int]]) -> None:
    skip = [Span(start, start + length) for start, length in cuts]
    spans = find_sentences(text, skip)
    covered = [i for span in spans for i in range(span.start, span.end)]
    assert covered == sorted(set(covered))
    skipped = {i for span in skip for i in range(span.start, span.end)}
    visible = {i for i, c in enumerate(text) if not c.isspace()} - skipped
    assert visible <= set(covered)
    assert not skipped & set(covered)
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["a. B! ", "word ", "Mr. ", "“x.” said Y. ", "a.B"])
def test_long_lines_take_linear_time(grows_linearly, unit: str) -> None:
    assert grows_linearly(find_sentences, unit, 400_000)


@pytest.mark.parametrize(
    "parts",
    [
        ["港口将于六月关闭。", "部长说：“我们别无选择。”", "他没有解释原因！"],
        ["「港は閉鎖される。」と市長は述べた。", "詳細は不明だ。"],
        ["أغلق الميناء يوم الجمعة.", "قال الوزير إن السفن ستعود؟", "لم يذكر السبب۔", "انتهى"],
        ["Порт закрыт.", "Министр сказал: «Нет выбора».", "Он ушёл."],
        ["बंदरगाह बंद है।", "मंत्री ने कहा।"],
        ["ወደቡ ተዘግቷል።", "ሚኒስትሩ ተናገሩ።"],
        ["Նավահանգիստը փակ է։", "Նախարարը խոսեց։"],
    ],
)
@pytest.mark.parametrize("between", ["", " ", "\n"])
def test_sentences_of_other_scripts(parts: list[str], between: str) -> None:
    wide = parts[0][-1] in "。」"
    text = (between if wide or between else " ").join(parts)
    assert [span.of(text) for span in find_sentences(text)] == parts
