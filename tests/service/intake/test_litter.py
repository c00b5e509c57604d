"""What is marked as litter, and what must never be."""

from hypothesis import given
from hypothesis import strategies as st

from service.intake.blocks import find_blocks
from service.intake.litter import find_layout

ONE = "The parliament of Norland voted on Thursday to ban the export of raw timber, which its neighbours regret."
TWO = "Prime Minister Ada Kolt said the ban would protect 12,000 jobs, most of them in the far north of Norland."


def marked(*lines: str, title: str | None = None) -> list[tuple[str, str]]:
    text = "\n".join(lines)
    return [(one.reason, text[one.start : one.end]) for one in find_layout(text, title=title).litter]


def test_a_clean_article_has_no_litter():
    assert marked(ONE, TWO) == []


def test_short_sentences_at_the_edges_stay():
    assert marked("The vote was close.", ONE, TWO, "“It is a sad day for the woods,” said Frey.", "He left.") == []


def test_a_lead_between_title_and_byline_stays():
    assert marked(
        "Norland bans export of raw timber",
        "The neighbours call the step a breach of the trade pact.",
        "By Eva Lind",
        "4 December 2025",
        ONE,
        TWO,
        title="Norland bans export of raw timber",
    ) == [
        ("title", "Norland bans export of raw timber"),
        ("byline", "By Eva Lind"),
        ("date", "4 December 2025"),
    ]


def test_inner_headings_are_marked_and_speech_is_not():
    found = marked(ONE, "A divided house", TWO, "What comes next?", ONE + " Indeed.", "“No,” she said", TWO + " So.")
    assert found == [("heading", "A divided house"), ("heading", "What comes next?")]


def test_everything_behind_a_run_of_labels_is_litter():
    teaser = "Two lorries were blown off the road on Wednesday night, police said."
    found = marked(ONE, TWO, "Tags", "Timber", "Trade", "Storm closes the pass", teaser)
    assert [text for _, text in found] == ["Tags", "Timber", "Trade", "Storm closes the pass", teaser]


def test_single_lines_are_told_by_their_shape():
    assert marked(
        ONE,
        "(Reporting by Eva Lind; Editing by Max Roe)",
        "Logs wait at the port of Oslund. (Eva Lind/Harbour Press)",
        "https://paper.example/a1",
        "© 2026 The Norland Post",
        "___",
    ) == [
        ("byline", "(Reporting by Eva Lind; Editing by Max Roe)"),
        ("credit", "Logs wait at the port of Oslund. (Eva Lind/Harbour Press)"),
        ("address", "https://paper.example/a1"),
        ("copyright", "© 2026 The Norland Post"),
        ("separator", "___"),
    ]


def test_a_sentence_about_reporting_or_copyright_is_no_byline():
    reported = "The Norland Post reported that the minister had known of the plan since the early spring."
    law = "Copyright law was changed in 1976 by the lower house of the parliament in Oslund."
    assert marked(ONE, reported, law, TWO) == []


def test_a_sentence_broken_in_two_lines_stays_whole():
    assert (
        marked("The parliament of Norland came under pressure on Monday to", "allow the ban in May, Kolt said.", TWO)
        == []
    )


def test_a_repeated_line_is_marked_and_a_repeated_statement_once_kept():
    found = marked(ONE, "Advertisement", TWO, "Advertisement", ONE + " Yes.", "It was so.", TWO + " No.", "It was so.")
    assert found == [
        ("repeated line", "Advertisement"),
        ("repeated line", "Advertisement"),
        ("repeated line", "It was so."),
    ]


def test_a_call_to_the_reader_is_marked_only_beside_litter():
    call = "Tell us what you think of the ban."
    assert marked(ONE, TWO, call) == []
    assert marked(ONE, TWO, call, "Comments (12)") == [("to the reader", call), ("after the article", "Comments (12)")]


def test_hard_wrapped_paragraphs_are_one_block():
    text = (
        "A short heading\n\nThe parliament of Norland voted on Thursday\nto ban the export of raw timber, a step that\n"
        "its neighbours regret. It said so.\n"
    )
    assert [block.text for block in find_blocks(text)] == ["A short heading", text[17:-1]]


def test_a_text_without_a_sentence_is_all_article():
    assert marked("roses are red", "violets are blue") == []


lines = st.lists(
    st.one_of(st.text(max_size=60), st.sampled_from([ONE, TWO, "Share", "By Eva Lind", "12/08/2025", "http://a.b/c"])),
    max_size=12,
)


@given(lines, st.sampled_from(["\n", "\r\n", "\n\n"]), st.one_of(st.none(), st.text(max_size=20)))
def test_litter_is_ordered_not_empty_and_within_the_text(parts, end, title):
    text = end.join(parts)
    layout = find_layout(text, title=title)
    at = 0
    for passed in layout.litter:
        assert at <= passed.start < passed.end <= len(text)
        assert text[passed.start : passed.end].strip()
        at = passed.end
    kept = {text[block.start : block.end] for block in layout.body}
    assert kept == {block.text for block in layout.body}


@given(st.lists(st.sampled_from([ONE, TWO, ONE + " Yes.", TWO + " No."]), min_size=1, max_size=6, unique=True))
def test_paragraphs_alone_are_never_litter(paragraphs):
    assert find_layout("\n".join(paragraphs)).litter == ()
