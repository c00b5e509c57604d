"""What the tests of the language side share: no deadlines, and growth that is told without a clock on the wall."""

import time
from collections.abc import Callable

import pytest
from hypothesis import settings

# A machine with other work takes a quarter of a second for what takes a millisecond.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

TIMES = 16
ENOUGH = 64


@pytest.fixture
def grows_linearly() -> Callable[[Callable[[str], object], str, int], bool]:
    """Whether reading `size` code points of a unit again and again takes about as long as 16 times a sixteenth of it.

    Linear work takes 16 times as long, quadratic 256 times: the bound of 64 is four times away from both, and noise
    on the short run only helps. The processor's time counts, and the better of two runs.
    """

    def call(read: Callable[[str], object], unit: str, size: int) -> bool:
        short, long = (unit * (part // len(unit)) for part in (size // TIMES, size))
        read(short)
        return _seconds(read, long) < ENOUGH * max(_seconds(read, short), 0.001)

    return call


def _seconds(read: Callable[[str], object], text: str) -> float:
    times = []
    for attempt in range(2):
        fresh = text + " " * (1 + attempt)  # what was read before is kept here and there
        began = time.process_time()
        read(fresh)
        times.append(time.process_time() - began)
    return min(times)
