"""Errors of the database engine, turned into sentences in this one place."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from service.errors import BusyError, CrossclaimError, SettingsError

_BUSY = "The store {place} is busy: another process holds it for writing. Try again in a moment."

_SENTENCES: tuple[tuple[str, type[CrossclaimError], str], ...] = (
    ("locked", BusyError, _BUSY),
    (
        "disk is full",
        CrossclaimError,
        "The disk that holds the store {place} is full. Make room and try again.",
    ),
    (
        "disk i/o",
        CrossclaimError,
        "The store {place} cannot be read or written: check the disk that it lies on.",
    ),
    ("not a database", SettingsError, "{place} is not a Crossclaim store. Name another folder with --data."),
    ("malformed", SettingsError, "The store {place} is damaged. Put back a backup of the data folder."),
    (
        "unable to open",
        SettingsError,
        "The store {place} cannot be opened. Check that the folder may be written.",
    ),
    ("readonly", SettingsError, "The store {place} may only be read here. Check who may write the folder."),
    (
        "no such table",
        SettingsError,
        "The store {place} lacks a table. Put back a backup of the data folder.",
    ),
)


@contextmanager
def explained(place: str) -> Iterator[None]:
    """Raises what goes wrong with the store at `place` as an error with a sentence that says what to do.

    A broken constraint is a fault of ours, not of the store, and passes as it is.
    """
    try:
        yield
    except IntegrityError:
        raise
    except PoolTimeoutError as error:
        raise BusyError(_BUSY.format(place=place)) from error
    except DBAPIError as error:
        raise _sentence(str(error.orig), place) from error
    except sqlite3.Error as error:  # from the few steps that need the driver's own connection
        raise _sentence(str(error), place) from error


def _sentence(said: str, place: str) -> CrossclaimError:
    for words, kind, sentence in _SENTENCES:
        if words in said.lower():
            return kind(sentence.format(place=place))
    return CrossclaimError(f"The store {place} failed: {said}.")
