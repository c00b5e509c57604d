"""What was read of texts is remembered, so that none is read twice; and all of it is forgotten together."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])


def remembered(most: int) -> Callable[[F], F]:
    """Remembers what a function gave for its last `most` arguments, until `forget_all`; as `functools.lru_cache` does.

    For whatever takes words out of articles, be it only a name: somebody may ask that nothing of them stays. What comes
    with the program, such as weights, needs only `lru_cache`.
    """

    def remember(function: F) -> F:
        remembering = lru_cache(maxsize=most)(function)
        forget_with_all(remembering.cache_clear)
        return cast(F, remembering)

    return remember


def forget_with_all(forget: Callable[[], None]) -> None:
    """Lets `forget_all` call this too, for as long as the process lives: for what is remembered in other ways."""
    _ALL.append(forget)


def forget_all() -> None:
    """Forgets all that is remembered of texts: what is taken down must not stay in memory either.

    What is being read at this very moment by another thread may still be remembered afterwards.
    """
    for forget in _ALL:
        forget()


_ALL: list[Callable[[], None]] = []
