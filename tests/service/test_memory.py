"""Memory of the server: settled once, and put back for the tests that follow."""

import gc

from service.memory import YOUNG, settle_memory


def test_what_there_is_at_the_start_is_left_alone_and_cycles_still_go():
    before = gc.get_threshold()
    try:
        settle_memory()
        assert gc.get_threshold() == (YOUNG, *before[1:])
        assert gc.get_freeze_count() > 0
        circle: list[object] = []
        circle.append(circle)
        del circle
        assert gc.collect() > 0
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
