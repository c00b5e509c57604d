"""The command line: what it prints, where, and with which status."""

import gzip
import io
import json
import re
from pathlib import Path

import pytest

from service.cli.main import main
from service.cli.parser import COMMANDS
from service.cli.progress import Lines
from service.flows.takedown import take_down
from service.store.articles import find_articles

ROOT = Path(__file__).parents[3]
PAIR = {"id": 7, "a": {"text": "The bridge was closed."}, "b": {"text": "The bridge was open."}, "more": "ignored"}


@pytest.fixture
def run(workspace, monkeypatch, capsys):
    """Runs a command in the small workspace; gives status, output and errors."""
    monkeypatch.setattr("service.cli.commands.Workspace", lambda _: workspace)
    monkeypatch.setattr(workspace, "close", lambda: None)

    def call(*arguments):
        status = main([str(a) for a in arguments])
        return (status, *capsys.readouterr())

    return call


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, word in (("a", "closed"), ("b", "open")):
        text = f"The harbour bridge was {word} to all lorries on Monday, the port said."
        form = {"id": name, "outlet": f"Paper {name}", "published_at": "2025-12-08", "text": text}
        (folder / f"{name}.json").write_text(json.dumps(form))
    return folder


def test_add_then_report_as_each_format(run, articles):
    status, out, err = run("add", articles)
    assert (status, out) == (0, "")
    assert "2 articles added, 0 already there, 0 rejected; 2 claims, 1 pairs compared." in err
    status, out, _ = run("report", "contradictions", "--format", "json")
    (item,) = json.loads(out)["items"]
    assert {item["a"]["outlet"], item["b"]["outlet"]} == {"Paper a", "Paper b"}
    assert "Paper a" in run("report", "contradictions", "--format", "csv")[1]
    assert "<!doctype html>" in run("report", "contradictions", "--format", "html")[1].lower()
    assert run("report", "contradictions")[1].startswith("# Contradictions")


@pytest.mark.parametrize(("form", "start"), [("markdown", "# Briefing"), ("csv", "part,"), ("html", "<!doctype html>")])
def test_a_briefing_is_a_report_like_the_others(run, articles, form, start):
    run("add", articles)
    status, out, _ = run("report", "briefing", "--topic", "bridge", "--limit", 5, "--format", form)
    assert (status, out[: len(start)]) == (0, start)
    assert "Paper a" in out
    assert "Paper b" in out


def test_the_same_again_is_said_to_be_there(run, articles):
    run("add", articles)
    assert "0 articles added, 2 already there" in run("add", articles)[2]


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(run, articles):
    (articles / "c.json").write_text("{")
    status, _, err = run("add", articles)
    assert status == 1
    assert re.search(r"rejected: .*c\.json", err)
    assert "2 articles added, 0 already there, 1 rejected" in err


def test_what_was_taken_down_is_rejected_and_the_rest_of_its_folder_is_taken(run, articles, workspace, monkeypatch):
    monkeypatch.setattr("service.cli.commands.STEP", 1)
    run("add", articles)
    with workspace.store.reading() as connection:
        gone = next(line.id for line in find_articles(connection).items if line.outlet == "Paper a")
    take_down(workspace, gone)
    form = {
        "id": "c",
        "outlet": "Paper c",
        "text": "The harbour bridge was closed to all lorries on Monday, they said.",
    }
    (articles / "c.json").write_text(json.dumps(form))
    status, _, err = run("add", articles)
    assert status == 1
    (said,) = [line for line in err.splitlines() if line.startswith("rejected: ")]
    assert f"{articles / 'a.json'}: The article a was taken down at 20" in said
    assert said.endswith("; it is not taken in again.")
    assert "1 articles added, 1 already there, 1 rejected; 1 claims, 1 pairs compared." in err


def test_a_path_that_leads_nowhere_is_rejected_like_a_file_and_the_rest_is_taken(run, articles, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "empty.txt").write_text(" ")
    (tmp_path / "none").mkdir()
    names = ("photo.jpg", "gone.txt", "none", "empty.txt")
    status, _, err = run("add", *(tmp_path / name for name in names), articles)
    assert status == 1
    said = [line for line in err.splitlines() if line.startswith("rejected: ")]
    assert [line.count(str(tmp_path / name)) for line, name in zip(said, names, strict=True)] == [1] * 4
    reasons = ("is of no known format", "does not exist", "holds no .txt", "is empty")
    assert [reason in line for line, reason in zip(said, reasons, strict=True)] == [True] * 4
    assert "2 articles added, 0 already there, 4 rejected; 2 claims, 1 pairs compared." in err


def test_where_every_path_leads_nowhere_nothing_is_begun(run, tmp_path, monkeypatch):
    monkeypatch.setattr("service.cli.commands.work_off", lambda *_: pytest.fail("there is nothing to work on"))
    status, _, err = run("add", tmp_path / "a.txt", tmp_path / "b.jpg")
    assert status == 1
    assert [line.partition(":")[0] for line in err.splitlines()] == ["rejected", "rejected", "crossclaim"]
    assert "None of the 2 paths can be read" in err


def test_a_page_without_an_article_is_told_once_and_in_our_words(run, tmp_path, caplog):
    (tmp_path / "page.html").write_text("<html><body><p></p></body></html>")
    status, _, err = run("add", tmp_path / "page.html")
    assert status == 1
    assert err.count("page.html") == 1
    assert [record for record in caplog.records if record.name.startswith("trafilatura")] == []


def test_json_lines_on_standard_input(run, monkeypatch):
    line = json.dumps({"text": "The harbour bridge was closed to lorries, the port said.", "outlet": "Gazette"})
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line.encode() + b"\n")))
    assert "1 articles added" in run("add", "-")[2]


def test_extract_prints_the_claims_of_the_design_and_stores_nothing(run, articles):
    status, out, _ = run("extract", articles / "a.json")
    claim = json.loads(out)
    assert status == 0
    assert claim["article"] == "a"
    assert claim["quote"].startswith("The harbour bridge was closed")
    assert set(claim) >= {"article", "start", "end", "quote", "text", "speaker", "stance", "kind", "checkworthiness"}
    assert set(claim["speaker"]) == {"name", "role", "mention", "start", "end", "cue"}
    assert "0 articles" in run("doctor")[1]


def test_extract_prints_numbers_and_dates_as_values(run, tmp_path):
    text = "Robert Rell left Velm. He lost at least 40 ships on Friday, the port said. They were old."
    path = tmp_path / "b.json"
    path.write_text(json.dumps({"id": "b", "text": text, "published_at": "2021-10-31", "language": "en"}))
    _, second, third = [json.loads(line) for line in run("extract", path)[1].splitlines()]
    (quantity,), (day,) = second["quantities"], second["dates"]
    assert (quantity["words"], quantity["low"], quantity["of"]) == ("at least 40 ships", 40, "ships")
    assert (day["words"], day["first"], day["last"]) == ("Friday", "2021-10-29", "2021-10-29")
    assert text[quantity["start"] : quantity["end"]] == quantity["words"]
    assert second["added"] == [
        {"words": "He", "text": "Robert Rell"},
        {"words": "", "text": "(29 October 2021)"},
    ]
    assert (second["unresolved"], third["unresolved"]) == ([], ["They"])


def test_compare_prints_one_line_for_each_pair_in_order(run, tmp_path):
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text("".join(json.dumps(PAIR | {"id": i}) + "\n" for i in ("z", "a", 3)))
    status, out, _ = run("compare", pairs)
    lines = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [line["id"] for line in lines] == ["z", "a", 3]
    assert lines[0]["relation"] == "contradicts"
    assert set(lines[0]["relations"]) == {"agrees", "contradicts", "changed", "framing", "related", "unrelated"}
    assert set(lines[0]["scores"]) == {"similarity", "a_to_b", "b_to_a"}
    assert set(lines[0]["scores"]["a_to_b"]) == {"entailment", "neutral", "contradiction"}


def test_a_line_that_is_no_pair_is_told_with_its_number(run, tmp_path):
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps(PAIR) + "\n\n" + '{"id": 2, "a": {}}\n')
    status, out, err = run("compare", pairs)
    assert status == 1
    assert len(out.splitlines()) == 1
    assert "line 3" in err


def test_query_as_text_and_as_json(run, articles):
    run("add", articles)
    status, out, _ = run("query", "The harbour bridge was closed to all lorries", "--json")
    answer = json.loads(out)
    assert status == 0
    assert set(answer) >= {"agreements", "contradictions", "changed", "framings", "related"}
    assert answer["contradictions"][0]["quote"].startswith("The harbour bridge was open")
    text = run("query", "The harbour bridge was closed to all lorries")[1]
    assert text.index("AGREE (1)") < text.index("CONTRADICT (1)")


@pytest.mark.parametrize("cut", [-9, -1, 12])
def test_pairs_that_cannot_be_unpacked_are_told(run, tmp_path, cut):
    pairs = tmp_path / "pairs.jsonl.gz"
    packed = gzip.compress(json.dumps(PAIR).encode() + b"\n")
    pairs.write_bytes(packed)
    assert run("compare", pairs)[0] == 0
    pairs.write_bytes(packed[:cut] if cut < 0 else packed[:cut] + b"\xff" * 20 + packed[cut:])
    status, out, err = run("compare", pairs)
    assert (status, out) == (1, "")
    assert f"crossclaim: {pairs} cannot be read (" in err
    assert err.endswith("); check the file, or pack it again.\n")


@pytest.mark.parametrize("command", ["add", "extract"])
def test_an_article_that_cannot_be_unpacked_is_rejected(run, tmp_path, command):
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"The harbour bridge was closed to all lorries.")[:-9])
    status, _, err = run(command, path)
    assert status == 1
    assert f"rejected: {path} cannot be read (" in err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["add", "no/such/file.txt"], "does not exist"),
        (["compare", "no/such/file.jsonl"], "cannot be read"),
        (["query", "   "], "The claim is empty"),
        (["report", "changed", "--since", "2025-12-31", "--until", "2025-12-01"], "since 2025-12-31 lies after until"),
    ],
)
def test_wrong_input_fails_with_a_sentence(run, arguments, sentence):
    status, _, err = run(*arguments)
    assert status == 1
    assert sentence in err


def test_one_day_is_a_period(run):
    assert run("report", "changed", "--since", "2025-12-01", "--until", "2025-12-01")[0] == 0


def test_whoever_interrupts_is_told_what_is_kept_and_the_process_ends_at_once(run, articles, monkeypatch, capsys):
    def interrupted(*_):
        raise KeyboardInterrupt

    left = []
    monkeypatch.setattr("service.cli.commands.work_off", interrupted)
    monkeypatch.setattr("os._exit", left.append)
    status, _, err = run("add", articles)
    assert (status, left) == (130, [])
    assert "What was accepted is kept" in err
    monkeypatch.setattr("sys.argv", ["crossclaim", "add", str(articles)])
    main()
    assert left == [130]
    assert "crossclaim serve" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [[], ["report", "rumours"], ["report", "changed", "--since", "soon"], ["query", "x", "--limit", "0"]]
)
def test_wrong_use_exits_with_2(arguments):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_every_command_stands_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name, _, _ in COMMANDS if f"crossclaim {name}" not in readme] == []


def test_without_a_terminal_progress_is_a_line_now_and_then(capsys):
    often, seldom = Lines(1_500, "comparing", every=0.0), Lines(1_500, "comparing", every=60.0)
    often.update(1_200)
    seldom.update(1_200)
    assert capsys.readouterr().err == "comparing: 1,200 of 1,500\n"
