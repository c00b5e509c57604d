"""Dropout that costs little on a CPU, where drawing the masks took more than half of a training step."""

import numpy as np
import torch
from torch import Tensor, nn

from models.training.network import PairNetwork

STEPS = 256


class ByteDropout(nn.Module):
    """nn.Dropout whose masks are bytes drawn by NumPy; so the share that is dropped is one of 256 steps."""

    def __init__(self, share: float, seed: int) -> None:
        super().__init__()
        self._dropped = round(share * STEPS)
        self._generator = np.random.default_rng(seed)

    def forward(self, states: Tensor) -> Tensor:
        """`states` as they are, or, while training, with a share of them zero and the others larger for it."""
        if not self.training or not self._dropped:
            return states
        drawn = np.frombuffer(self._generator.bytes(states.numel()), dtype=np.uint8) >= self._dropped
        kept = torch.from_numpy(drawn).view(states.shape)
        return states * kept * (STEPS / (STEPS - self._dropped))


def quicken(network: PairNetwork, seed: int) -> None:
    """Puts ByteDropout in the place of nn.Dropout everywhere in `network` but where attention is shared out: that goes
    without, for its masks are as large as all others together. Attention is computed in plain steps, whose way back is
    quicker than that of the fused one."""
    network.encoder.set_attn_implementation("eager")
    for name, module in list(network.named_modules()):
        for child, part in list(module.named_children()):
            if isinstance(part, nn.Dropout):
                attends = name.endswith((".self", ".attn"))
                setattr(module, child, nn.Dropout(0.0) if attends else ByteDropout(part.p, seed))
                seed += 1
