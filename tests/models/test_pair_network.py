"""The shipped pair model reads pairs side by side, and lets go of those not begun when it is interrupted."""

import time

import pytest

from models.pair_network import OnnxPairModel


class Interrupted(list):
    """Texts, and Ctrl-C once all of them are handed out."""

    def __iter__(self):
        yield from super().__iter__()
        raise KeyboardInterrupt


def test_whoever_interrupts_waits_for_the_pairs_in_hand_only(monkeypatch):
    begun = []

    def read_slowly(texts):
        begun.append(texts)
        time.sleep(0.01)

    model = OnnxPairModel.__new__(OnnxPairModel)
    monkeypatch.setattr(model, "_logits", read_slowly)
    monkeypatch.setattr("models.pair_network._count_cores", lambda: 1)
    with pytest.raises(KeyboardInterrupt):
        model._run(Interrupted([("a", "b")] * 200))
    assert 0 < len(begun) < 100
