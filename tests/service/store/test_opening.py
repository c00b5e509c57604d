"""Opening, migrations, transactions, and what several threads and processes do to each other."""

import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from service.domain.words import words_key
from service.errors import CrossclaimError, SettingsError
from service.store import opening
from service.store.articles import count_articles
from service.store.copies import find_untraced
from service.store.jobs import add_job, count_jobs, find_job
from service.store.kept import find_state
from service.store.migrating import MIGRATIONS
from service.store.opening import open_store
from service.store.schema import metadata
from service.store.standing import find_standing


def test_epoch_is_given_once_and_differs_between_stores(tmp_path):
    epochs = []
    for name in ("one", "one", "two"):
        with open_store(f"sqlite:///{tmp_path}/{name}.db") as store:
            epochs.append(store.epoch)
    assert len(epochs[0]) == 32
    assert epochs[0] == epochs[1] != epochs[2]


def test_every_table_that_reports_look_through_marks_its_changes(store):
    """A migration that rebuilds a table drops its triggers without a word: it must make them again."""
    with store.reading() as connection:
        found = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
    tables = ("articles", "versions", "mentions", "claims", "sentences", "comparisons")
    assert found >= {f"tr_{table}_{event}" for table in tables for event in ("insert", "update", "delete")}


def test_schema_is_the_sum_of_its_migrations(store):
    def ours(name, kind, _):
        return not (kind == "table" and name.startswith("claim_words"))

    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours, "compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_store_of_a_newer_version_is_refused(url, store):
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SettingsError, match=r"made by a newer Crossclaim \(its form is 9999\)\. Update"):
        open_store(url)


def test_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / "x.db").write_text("This is a letter, not a database. " * 40)
    with pytest.raises(SettingsError, match="is not a Crossclaim store"):
        open_store(f"sqlite:///{tmp_path}/x.db")


def test_database_of_something_else_is_refused_and_left_alone(tmp_path):
    with sqlite3.connect(tmp_path / "x.db") as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    before = (tmp_path / "x.db").read_bytes()
    with pytest.raises(SettingsError, match="a database of something else"):
        open_store(f"sqlite:///{tmp_path}/x.db")
    assert (tmp_path / "x.db").read_bytes() == before


@pytest.mark.parametrize("url", ["", "nonsense", "sqlite://", "postgresql://u:secret@h/d"])
def test_url_that_cannot_be_used_is_refused_without_its_password(url):
    with pytest.raises(SettingsError, match=r"sqlite:///folder/file\.db") as refused:
        open_store(url)
    assert "secret" not in str(refused.value)


def test_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match=f"{tmp_path}/file/data cannot be made"):
        open_store(f"sqlite:///{tmp_path}/file/data/x.db")


def test_reading_refuses_to_write(store):
    with pytest.raises(SettingsError, match="may only be read"), store.reading() as connection:
        add_job(connection, "ingest", {"n": 1})


def test_error_rolls_back(store):
    def break_down():
        with store.writing() as connection:
            add_job(connection, "ingest", {"n": 1})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_down()
    with store.reading() as connection:
        assert count_jobs(connection)["waiting"] == 0


def test_reader_sees_one_state_throughout(store):
    with store.reading() as reader:
        assert count_jobs(reader)["waiting"] == 0
        with store.writing() as writer:
            add_job(writer, "ingest", {"n": 1})
        assert count_jobs(reader)["waiting"] == 0
    with store.reading() as reader:
        assert count_jobs(reader)["waiting"] == 1


def test_second_writer_is_told_that_the_store_is_busy(url, store, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    busy = pytest.raises(CrossclaimError, match="is busy: another process holds it")
    with open_store(url) as other, store.writing(), busy, other.writing():
        pytest.fail("two writers at once")


def test_threads_write_one_after_the_other(store):
    def add(number):
        for _ in range(5):
            with store.writing() as connection:
                before = count_jobs(connection)["waiting"]
                add_job(connection, "ingest", {"n": number})
                assert count_jobs(connection)["waiting"] == before + 1

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(8)))
    with store.reading() as connection:
        assert count_jobs(connection)["waiting"] == 40


def test_threads_open_one_store(url):
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(open_store, [url] * 4))
    assert len({store.epoch for store in stores}) == 1
    for store in stores:
        store.close()


OPEN = """
import sys, time
from service.store.opening import open_store
while time.time() < float(sys.argv[2]): pass
with open_store(sys.argv[1]) as store:
    print(store.epoch)
"""


@pytest.mark.slow
def test_processes_open_one_store_at_once(url):
    command = [sys.executable, "-c", OPEN, url, str(time.time() + 3)]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    epochs = [process.communicate(timeout=60)[0] for process in started]
    assert [process.returncode for process in started] == [0, 0, 0]
    assert len(set(epochs)) == 1


KILLED = """
import os, sys
from service.domain.articles import Article
from service.store.articles import add_article
from service.store.opening import open_store
store = open_store(sys.argv[1])
with store.writing() as connection:
    add_article(connection, Article("Kept."), received_at="2025-12-08T00:00:00Z")
with store.writing() as connection:
    add_article(connection, Article("Lost."), received_at="2025-12-08T00:00:00Z")
    os._exit(9)
"""


@pytest.mark.slow
def test_process_that_dies_leaves_what_it_committed_and_nothing_else(url):
    assert subprocess.run([sys.executable, "-c", KILLED, url], check=False).returncode == 9
    with open_store(url) as store, store.reading() as connection:
        assert count_articles(connection) == 1
        assert connection.execute(text("SELECT text FROM versions")).scalars().all() == ["Kept."]
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"


def test_path_with_signs_that_urls_and_templates_read(tmp_path):
    with open_store(f"sqlite:///{tmp_path}/50% off & more/the store.db"):
        assert Path(tmp_path / "50% off & more" / "the store.db").is_file()


@contextmanager
def made_at(url, revision):
    """A store as an earlier version made it, open for filling."""
    Path(url.removeprefix("sqlite:///")).parent.mkdir(exist_ok=True)
    engine = create_engine(url)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        yield connection
    engine.dispose()


def test_store_of_the_first_form_is_brought_up_with_its_articles(url):
    """As 0001 left it: an article in two versions, and a finished job and a waiting one that hold its text."""
    payload = '{"article_id":"a","article":{"text":"Rain fell."},"received_at":"2025-12-08T00:00:00Z"}'
    with made_at(url, "0001") as connection:
        connection.execute(text("INSERT INTO articles (id) VALUES ('a')"))
        for name, current in (("old", False), ("new", True)):
            connection.execute(
                text(
                    "INSERT INTO versions (id, article_id, text_hash, language, litter, received_at, seen_at,"
                    " recorded_at, current, text)"
                    " VALUES (:id, 'a', :id, 'en', '[]', '', '', '', :current, 'Rain fell.')"
                ),
                {"id": name, "current": current},
            )
        for state in ("done", "waiting"):
            connection.execute(
                text(
                    "INSERT INTO jobs (kind, payload, state, attempts, recorded_at)"
                    " VALUES ('ingest', :payload, :state, 0, '')"
                ),
                {"payload": payload, "state": state},
            )
    with open_store(url) as store, store.reading() as connection:
        assert [one.version_id for one in find_untraced(connection, 9)] == ["new"]
        kept = {"article_id": "a", "received_at": "2025-12-08T00:00:00Z"}
        assert find_job(connection, 1).payload == kept
        assert find_job(connection, 2).payload == kept | {"article": {"text": "Rain fell."}}


OLD_PAIRS = """
INSERT INTO articles (id) VALUES ('x'), ('y'), ('z');
INSERT INTO sentences (id, text_hash, text) VALUES (1, 'h1', 'It is open.'), (2, 'h2', 'It is shut.');
INSERT INTO claims (id, article_id, quote, occurrence)
 VALUES ('cx', 'x', 'q', 0), ('cy', 'y', 'q', 0), ('cz', 'z', 'q', 0);
INSERT INTO versions (id, article_id, text_hash, language, litter, received_at, seen_at, recorded_at, current, text)
 SELECT id, id, id, 'en', '[]', '', '', '', 1, 'q' FROM articles;
INSERT INTO mentions (version_id, claim_id, sentence_id, start, "end", before, after, speaker, stance, kind,
 checkworthiness) VALUES ('x', 'cx', 1, 0, 1, '', '', NULL, 'asserts', 'fact', 0.5),
 ('y', 'cy', 2, 0, 1, '', '', '{"name": "Ann Ruhl"}', 'asserts', 'fact', 0.5),
 ('z', 'cz', 2, 0, 1, '', '', '{"name": "Ann Ruhl"}', 'asserts', 'fact', 0.5);
INSERT INTO comparisons (id, a_claim_id, b_claim_id, same_article, holds, rank, relation, confidence, similarity, model,
 recorded_at, details) VALUES ('xy', 'cx', 'cy', 0, NULL, -0.5, 'contradicts', 0.5, 0.9, 'm', '', '{}'),
 ('zx', 'cz', 'cx', 0, 'contradicts', -0.5, 'contradicts', 0.5, 0.9, 'm', '', '{}');
INSERT INTO judgements (pair_id, a_claim_id, b_claim_id, verdict, note, judged_at)
 VALUES ('xy', 'cx', 'cy', 'false_alarm', 'n', '2025-12-08'), ('gone', 'cy', 'cz', 'agrees', '', '2025-12-09');
"""


def test_judgements_of_before_there_was_a_review_hold_and_say_nothing_of_the_machine(url):
    with made_at(url, "0002") as connection:
        for statement in OLD_PAIRS.split(";"):
            connection.exec_driver_sql(statement)
    with open_store(url) as store, store.reading() as connection:
        words = connection.execute(text("SELECT words FROM comparisons")).scalars().all()
        assert set(words) == {words_key((1, None), (2, "Ann Ruhl"))}
        kept = text("SELECT words, machine_relation, machine_confidence, machine_model, blind FROM judgements")
        assert connection.execute(kept).all() == [(words[0], None, None, None, 0), (None, None, None, None, 0)]
        assert find_standing(connection, ["xy", "gone"])["xy"].verdict == "false_alarm"
        assert connection.execute(text("SELECT id, holds FROM comparisons")).all() == [("xy", None), ("zx", None)]


SETTLED = """
UPDATE versions SET published = '2025-12-08';
INSERT INTO articles (id) VALUES ('o');
INSERT INTO claims (id, article_id, quote, occurrence) VALUES ('co', 'o', 'q', 0);
INSERT INTO versions (id, article_id, text_hash, language, litter, received_at, seen_at, recorded_at, current, text,
 published) VALUES ('o', 'o', 'o', 'en', '[]', '', '', '', 1, 'q', '2021');
INSERT INTO mentions (version_id, claim_id, sentence_id, start, "end", before, after, speaker, stance, kind,
 checkworthiness) VALUES ('o', 'co', 1, 0, 1, '', '', NULL, 'asserts', 'fact', 0.5);
INSERT INTO comparisons (id, a_claim_id, b_claim_id, same_article, holds, rank, relation, confidence, similarity, model,
 recorded_at, details, words) SELECT 'oy', 'co', 'cy', 0, 'changed', -0.5, 'changed', 0.5, 0.9, 'm', '', '{}', words
 FROM comparisons WHERE id = 'xy';
INSERT INTO skips (reviewer, words, pair_id, a_claim_id, b_claim_id, skipped_at)
 SELECT 'Ann', words, 'oy', 'co', 'cy', '' FROM comparisons WHERE id = 'oy';
INSERT INTO marks (name, value) VALUES ('facts', '1 0.4 0.4')
"""
CONFLICT = """;
INSERT INTO judgements (pair_id, a_claim_id, b_claim_id, words, verdict, note, judged_at)
 SELECT id, a_claim_id, b_claim_id, words, 'agrees', '', '2025-12-10' FROM comparisons WHERE id = 'zx'"""
UNDONE = """;
INSERT INTO judgements (pair_id, a_claim_id, b_claim_id, words, judged_at)
 SELECT id, a_claim_id, b_claim_id, words, '2025-12-10' FROM comparisons WHERE id = 'xy'"""


@pytest.mark.parametrize(("more", "near"), [("", None), (CONFLICT, "agrees"), (UNDONE, "contradicts")])
def test_judgements_of_before_settle_all_copies_but_not_those_far_apart_in_time(url, more, near):
    with made_at(url, "0002") as connection:
        for statement in OLD_PAIRS.split(";"):
            connection.exec_driver_sql(statement)
    with made_at(url, "0004") as connection:
        for statement in (SETTLED + more).split(";"):
            connection.exec_driver_sql(statement)
    with open_store(url) as store, store.reading() as connection:
        held = dict(connection.execute(text("SELECT id, holds FROM comparisons")).all())
        assert held == {"xy": near, "zx": near, "oy": "changed"}
        words = dict(connection.execute(text("SELECT id, words FROM comparisons")).all())
        assert words["xy"] == words["zx"] == words_key((1, None), (2, "Ann Ruhl"))
        assert words["oy"] == words_key((1, None), (2, "Ann Ruhl"), far_apart=True)
        assert connection.scalar(text("SELECT words FROM skips")) == words["oy"]
        assert connection.scalar(text("SELECT count(*) FROM marks WHERE name = 'facts'")) == 0, "to be found anew"
        assert {key for key in held if held[key] != "changed" and key in find_standing(connection, list(held))} == (
            set() if more == UNDONE else {"xy", "zx"}
        )


def test_facts_of_a_store_without_judgements_are_kept(url):
    with made_at(url, "0004") as connection:
        connection.exec_driver_sql("INSERT INTO marks (name, value) VALUES ('facts', '1 0.4 0.4')")
    with open_store(url) as store, store.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM marks WHERE name = 'facts'")) == 1


def test_a_store_of_before_its_states_had_names_gets_them_and_they_change_with_it(url):
    with made_at(url, "0005"):
        pass
    with open_store(url) as store:
        with store.reading() as connection:
            first = find_state(connection)
            assert [len(name) for name in first.split()] == [32, 32]
        with store.writing() as connection:
            connection.execute(text("INSERT INTO articles (id) VALUES ('a')"))
            later = find_state(connection)
        assert [old == new for old, new in zip(first.split(), later.split(), strict=True)] == [False, True]
