"""Opens the store: the engine, its migrations, and the two kinds of transaction."""

import os
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event, insert, make_url, select
from sqlalchemy.exc import ArgumentError

from models.remembering import forget_all
from service.errors import SettingsError
from service.store.failures import explained
from service.store.migrating import migrate
from service.store.schema import marks

__all__ = ["Connection", "Store", "open_store"]

BUSY_SECONDS = 15.0
"""How long a writer waits for another one."""
PURGE = "crossclaim-purge"
"""Set in `connection.info` by a takedown: old pages must leave the write-ahead log too."""

REMOVAL = "removal"
"""The mark that has a new value after every takedown: every process forgets then what it remembers of texts."""

# Alembic's context is global to the process; and SQLite may call a file locked while another process
# turns it to WAL, whatever the busy timeout.
_OPENING = threading.Lock()


class Store:
    """An open store. Any thread may ask for transactions; a connection belongs to the thread that took it."""

    def __init__(self, engine: Engine, place: str) -> None:
        self._engine = engine
        self._writer = engine.execution_options(crossclaim_writing=True)
        self._place = place
        self.epoch = ""
        """Random id given once: a store restored from a backup of another one shows by it."""
        self._removal: str | None = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state throughout and refuses to write."""
        with explained(self._place), self._engine.begin() as connection:
            self._forget_removed(connection)
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the right to write from its first moment.

        Commits on leaving, rolls back on an error. No model may run inside.
        """
        with explained(self._place):
            with self._writer.begin() as connection:
                yield connection
                purge = connection.info.pop(PURGE, False)
            if purge:
                forget_all()
                self._empty_log()

    def _forget_removed(self, connection: Connection) -> None:
        """Forgets what is remembered of texts, where any process took something down since the last transaction."""
        removal = connection.scalar(_REMOVAL)
        if removal != self._removal:
            forget_all()
            self._removal = removal

    def close(self) -> None:
        """Gives back files and connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _empty_log(self) -> None:
        raw = self._engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()


def open_store(url: str) -> Store:
    """Opens the store at a SQLAlchemy URL, making and migrating it where needed; close it after use.

    Several processes may open it at the same time. Raises SettingsError when the URL cannot be used, or when
    the store was made by a newer Crossclaim.
    """
    path = _path(url)
    store = Store(_engine(path), str(path))
    try:
        with _OPENING, explained(str(path)):
            with store._writer.begin() as connection:
                migrate(connection, str(path))
                store.epoch = _epoch(connection)
            _use_wal(store._engine)
    except BaseException:
        store.close()
        raise
    return store


def _path(url: str) -> Path:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise SettingsError(f"{url!r} is not a database URL: write sqlite:///folder/file.db.") from error
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        shown = parsed.render_as_string(hide_password=True)
        raise SettingsError(f"The store must be a SQLite file, not {shown}: write sqlite:///folder/file.db.")
    path = Path(os.path.abspath(str(parsed.database)))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"The folder {path.parent} cannot be made: {error.strerror}. Name another with --data."
        ) from error
    return path


def _engine(path: Path) -> Engine:
    url = make_url("sqlite://").set(database=str(path))
    # The server's threads (40 by default in Starlette) must never wait for a connection of the pool.
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS}, pool_size=8, max_overflow=56)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(raw: Any, record: object) -> None:  # noqa: ANN401, ARG001 - a DBAPI connection
    raw.isolation_level = None  # pysqlite would begin transactions by itself, and late
    cursor = raw.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")  # what was acknowledged survives a power cut
    cursor.execute("PRAGMA secure_delete = ON")  # a takedown overwrites what it frees
    cursor.execute("PRAGMA cache_size = -16000")  # KiB; finders jump about in more than the usual 2 MB
    cursor.close()


def _on_begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("crossclaim_writing", False)
    connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _use_wal(engine: Engine) -> None:
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
            return
        except raw.dbapi_connection.OperationalError as error:  # type: ignore[union-attr]
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        finally:
            raw.close()


def _epoch(connection: Connection) -> str:
    known = connection.scalar(select(marks.c.value).where(marks.c.name == "epoch"))
    if known is not None:
        return str(known)
    epoch = uuid.uuid4().hex
    connection.execute(insert(marks).values(name="epoch", value=epoch))
    return epoch


_REMOVAL = select(marks.c.value).where(marks.c.name == REMOVAL)
