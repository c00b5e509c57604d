"""What is made of everything that is stored, kept in memory for as long as nothing of it changes.

Claims and pairs change when articles come in, not when somebody judges: what is made of them serves a whole day of
judging and reading. Each state of the store has a name that no other state ever had: triggers give a new one with every
change, whoever makes it, and it is read in the same transaction as all else. So nothing that is kept can be stale, be
it changed by another process or put back from a backup.
"""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from sqlalchemy import Connection, func, select

from models.remembering import forget_with_all
from service.store.schema import claims, marks

MOST_CLAIMS = 200_000
"""Of more claims than these, by the greatest number given to one, nothing is kept: they would take gigabytes."""
STATES = "state of claims", "state of pairs"

T = TypeVar("T")


class Kept(Generic[T]):
    """One value, made of everything in the store as a transaction sees it."""

    def __init__(self, make: Callable[[Connection], T]) -> None:
        self._make = make
        self._held: tuple[str | None, T | None] = (None, None)
        self._making = Lock()
        self._forgotten = 0
        forget_with_all(self.forget)

    def find(self, connection: Connection) -> T | None:
        """The value; None where this state is met for the first time, or there is too much: then ask for less.

        Where articles come in between any two questions, it would be made each time for nothing.
        """
        state = find_state(connection)
        known, value = self._held
        if known != state:
            self._held = (state, None)
        elif (
            value is None and (connection.scalar(_NUMBER) or 0) <= MOST_CLAIMS and self._making.acquire(blocking=False)
        ):
            try:
                value = self._make_for(state, connection)
            finally:
                self._making.release()
        return value if known == state else None

    def forget(self) -> None:
        """Keeps nothing, nor what is being made at this moment."""
        self._forgotten += 1
        self._held = (None, None)

    def _make_for(self, state: str, connection: Connection) -> T:
        before = self._forgotten
        value = self._make(connection)
        if before == self._forgotten:
            self._held = (state, value)
        return value


def find_state(connection: Connection) -> str:
    """The name of what is stored of claims and pairs: the same name, the same claims and pairs."""
    return " ".join(connection.scalars(_STATE))


_NUMBER = select(func.max(claims.c.number))
_STATE = select(marks.c.value).where(marks.c.name.in_(STATES)).order_by(marks.c.name)
