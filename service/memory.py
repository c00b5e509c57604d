"""Memory of a process of ours: what it made at its start is not looked through again with all that it does."""

import gc

YOUNG = 200_000
"""So many more objects may be made than went away before the young ones are looked through for cycles. A long report is
made of a hundred thousand, hardly any of them in a cycle, and gone when it is sent; at Python's own 700 a fifth of its
time went into looking, and looking once in the middle takes 40 ms. With torch at hand one look at all there is takes
0.3 s: as long as it takes to read, extract and store seven articles."""


def settle_memory() -> None:
    """Leaves what there is now out of the search for cycles, and searches less often; for the start."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
