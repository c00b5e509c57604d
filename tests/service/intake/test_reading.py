"""Files, folders, streams and objects: an article, or a sentence that says why not, and nothing else."""

import gzip
import json
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.domain.articles import Article, PublicationTime
from service.errors import BadInputError
from service.intake.reading import SUFFIXES, Rejected, read_object, read_path, read_stream

TEXT = "The parliament of Norland voted on Thursday to ban the export of raw timber.\nThe vote was close."
PAGE = f"<html><head><title>A ban</title></head><body><article><p>{TEXT}</p></article></body></html>"


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    raw = content if isinstance(content, bytes) else content.encode()
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    return path


def test_every_field_of_the_json_form_is_kept():
    article = read_object(
        {
            "id": "n-17",
            "url": "https://post.example/n-17",
            "title": "Norland bans export of raw timber",
            "outlet": "The Norland Post",
            "published_at": "2025-12-04T18:20:00Z",
            "author": "Eva Lind",
            "language": "en-GB",
            "text": TEXT,
            "topic": "unknown keys are passed over",
        },
        source="a.json",
    )
    assert article == Article(
        text=TEXT,
        outlet="The Norland Post",
        title="Norland bans export of raw timber",
        url="https://post.example/n-17",
        given_id="n-17",
        author="Eva Lind",
        published=PublicationTime("2025-12-04T18:20:00+00:00"),
        language="en",
        source="a.json",
    )


def test_a_given_date_with_two_readings_keeps_both():
    assert read_object({"text": TEXT, "published_at": "12/08/2025"}).published == PublicationTime(
        "2025-12-08", "2025-08-12"
    )


@pytest.mark.parametrize(
    ("given_object", "sentence"),
    [
        ({}, 'the article has no text; give its words as "text"'),
        ({"text": "a", "html": "b"}, 'the article has both "text" and "html"; keep one'),
        ({"text": 7}, "text must be a string, not int"),
        ({"text": TEXT, "id": 7}, "id must be a string, not int"),
        ({"text": " \n"}, "text is empty"),
        ({"html": "<p></p>"}, "holds no article"),
        ({"text": "\0\1\2\3 not text"}, "looks like binary data"),
        ({"text": TEXT, "published_at": "yesterday"}, "published_at 'yesterday' is no date"),
    ],
)
def test_what_cannot_be_used_is_told_with_the_field(given_object, sentence):
    with pytest.raises(BadInputError, match=sentence):
        read_object(given_object)


def test_control_characters_and_lone_surrogates_become_one_replacement_each():
    article = read_object({"text": TEXT + "\0 and \ud800", "title": "A\u0000 title\n of two lines"})
    assert article.text == TEXT + "\ufffd and \ufffd"
    assert article.title == "A\ufffd title of two lines"


def test_text_is_stored_as_it_is():
    text = "\r\n  " + TEXT + "\t\r\n\n"
    assert read_object({"text": text}).text == text


@pytest.mark.parametrize("packed", ["", ".gz"])
def test_a_folder_is_read_in_order_with_all_its_formats(tmp_path, packed):
    write(tmp_path, f"a.txt{packed}", TEXT)
    write(tmp_path, f"b/c.html{packed}", PAGE)
    write(tmp_path, f"b/d.JSON{packed}", json.dumps([{"text": TEXT, "id": "one"}, 7]))
    write(tmp_path, f"e.jsonl{packed}", json.dumps({"text": TEXT, "id": "two"}) + "\n\nnot json\n")
    write(tmp_path, "readme.md", "passed over")
    found = list(read_path(tmp_path))
    assert [one.given_id if isinstance(one, Article) else type(one) for one in found] == [
        None,
        None,
        "one",
        Rejected,
        "two",
        Rejected,
    ]
    assert {one.text for one in found if isinstance(one, Article)} == {TEXT, TEXT.replace("\n", " ")}
    assert found[0].source == str(tmp_path / f"a.txt{packed}")
    assert found[5].source == f"{tmp_path}/e.jsonl{packed}, line 3"


@pytest.mark.parametrize("name", ["missing.txt", "article.pdf", "empty", "long" * 100])
def test_a_path_that_cannot_be_read_at_all_is_an_error_at_once(tmp_path, name):
    (tmp_path / "article.pdf").write_bytes(b"%PDF")
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadInputError, match=name):
        read_path(tmp_path / name)


REJECTED = {
    "empty.txt": (b"", "is empty"),
    "blank.html": (b" \n ", "is empty"),
    "binary.txt": (bytes(range(256)) * 4, "looks like binary data"),
    "list.json": (b"[[]]", "is JSON, but no object"),
    "number.jsonl": (b"12", "is JSON, but no object"),
    "twice.json": (b'{"text": "a", "text": "b"}', "the key 'text' stands there twice"),
    "deep.json": (b"[" * 100_000, "nested too deeply|not valid JSON"),
    "digits.json": (b"1" * 10_000, "not valid JSON"),
    "broken.jsonl": (b'{"text": "a"', "not valid JSON"),
    "large.txt": (b"a" * 5000, "more than 4000 bytes"),
    "long.jsonl": (b"a" * 5000, "longer than 4000 bytes"),
    "bomb.txt.gz": (gzip.compress(bytes(5_000_000)), "more than 4000 bytes"),
    "cut.txt.gz": (gzip.compress(TEXT.encode())[:-9], "cannot be read"),
    "plain.jsonl.gz": (b'{"text": "a"}', "cannot be read"),
}


@pytest.mark.parametrize("name", REJECTED)
def test_one_bad_file_is_rejected_with_its_name_and_the_reason(tmp_path, name):
    content, reason = REJECTED[name]
    limit = 4000 if "4000" in reason else 1_000_000
    path = tmp_path / name
    path.write_bytes(content)
    (rejected,) = read_path(path, limit=limit)
    assert isinstance(rejected, Rejected)
    assert rejected.source.startswith(str(path))
    with pytest.raises(BadInputError, match=reason):
        raise BadInputError(rejected.reason)


def test_a_name_that_is_no_utf8_can_be_stored(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT)
    (article,) = read_path(tmp_path)
    assert article.source == f"{tmp_path}/caf\ufffd.txt"


def test_a_line_above_the_limit_does_not_stop_the_next(tmp_path):
    short = json.dumps({"text": TEXT})
    path = write(tmp_path, "a.jsonl", "x" * 10_000 + "\n" + short + "\n")
    assert [type(one) for one in read_path(path, limit=500)] == [Rejected, Article]


def test_a_stream_gives_one_result_a_line_that_is_not_blank():
    lines = [
        b'{"text": "One is enough."}\n',
        b"\n",
        b"\xff\xfe\n",
        '{"text": "Lone \\ud800 surrogate stays readable, as it is one of very many characters here."}',
    ]
    first, second, third = read_stream(lines)
    assert first.text == "One is enough."
    assert second.source == "standard input, line 3"
    assert third.text.startswith("Lone \ufffd surrogate")


CURLY = "“No,” said Zoë Ångström — it’s over for the café. "


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("name", ["a.txt", "a.json"])
def test_text_is_read_in_the_encoding_it_is_written_in(tmp_path, encoding, name):
    content = json.dumps({"text": CURLY * 4}, ensure_ascii=False) if name == "a.json" else CURLY * 4
    (tmp_path / name).write_bytes(content.encode(encoding))
    (article,) = read_path(tmp_path)
    assert article.text == CURLY * 4


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Министр сказал, что план не будет принят в этом году, и добавил, что переговоры продолжатся.", "cp1251"),
        ("Minister powiedział, że żaden plan nie zostanie przyjęty w tym roku, a rozmowy będą trwać.", "cp1250"),
        ("Le ministre a déclaré lundi que le plan était accepté à l’unanimité.", "cp1252"),
    ],
)
def test_an_old_encoding_is_guessed_by_the_language_it_reads_as(tmp_path, text, encoding):
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (article,) = read_path(tmp_path)
    assert article.text == text


def test_a_page_is_read_in_the_encoding_it_declares(tmp_path):
    sentence = "Парламент Норландии в четверг проголосовал за запрет вывоза необработанного леса из страны."
    page = f'<html><head><meta charset="koi8-r"></head><body><p>{sentence}</p><p>{sentence} Да.</p></body></html>'
    (tmp_path / "a.html").write_bytes(page.encode("koi8-r"))
    (article,) = read_path(tmp_path)
    assert article.text.splitlines()[0] == sentence
    assert article.language == "ru"


def test_one_broken_byte_does_not_turn_utf8_into_something_else(tmp_path):
    (tmp_path / "a.txt").write_bytes((CURLY * 4).encode() + b"\xe2\x80")
    (article,) = read_path(tmp_path)
    assert article.text == CURLY * 4 + "\ufffd"


def test_right_to_left_text_is_an_article():
    text = "صوّت برلمان نورلاند يوم الخميس على حظر تصدير الأخشاب الخام، وهي خطوة وصفها الجيران بأنها خرق للاتفاق.\nشارك"
    article = read_object({"text": text})
    assert article.language == "ar"
    assert [text[one.start : one.end] for one in article.litter] == ["شارك"]


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["The vote was close. ", "a", "1/", "a@b.", "(", "中"])
def test_five_megabytes_of_one_line_are_read(piece):
    text = piece * (5_000_000 // len(piece))
    assert read_object({"text": text}).text == text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))),
    name=st.sampled_from([suffix + packed for suffix in SUFFIXES for packed in ("", ".gz")]),
    pack=st.booleans(),
)
def test_any_bytes_in_any_format_are_an_article_or_rejected(tmp_path, content, name, pack):
    path = tmp_path / f"any{name}"
    path.write_bytes(gzip.compress(content) if pack else content)
    for one in read_path(path):
        assert isinstance(one, Article | Rejected)
        if isinstance(one, Article):
            one.text.encode("utf-8")
            assert "\0" not in one.text


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=40)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=5,
)
fields = st.sampled_from(["id", "url", "title", "outlet", "published_at", "author", "language", "text", "html"])


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(fields, json_values, max_size=9))
def test_any_object_is_an_article_or_bad_input(given_object):
    try:
        article = read_object(given_object)
    except BadInputError:
        return
    assert all(article.text[one.start : one.end] for one in article.litter)
