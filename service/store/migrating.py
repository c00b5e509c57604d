"""Brings a store to the form that this version knows."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from service.errors import SettingsError

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(connection: Connection, place: str) -> None:
    """Runs what is missing in the caller's transaction; raises SettingsError for a store it does not know.

    Not for two threads at once: Alembic's context is global to the process.
    """
    config = Config()
    # A per cent sign in a path would be read as interpolation.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)
    current = MigrationContext.configure(connection).get_current_revision()
    _check(connection, place, current, known={script.revision for script in scripts.walk_revisions()})
    if current != scripts.get_current_head():
        command.upgrade(config, "head")


def _check(connection: Connection, place: str, current: str | None, *, known: set[str]) -> None:
    if current is None and inspect(connection).get_table_names():
        raise SettingsError(f"{place} is a database of something else. Name another folder with --data.")
    if current is not None and current not in known:
        raise SettingsError(
            f"The store {place} was made by a newer Crossclaim (its form is {current}). "
            "Update Crossclaim, or name another folder with --data."
        )
