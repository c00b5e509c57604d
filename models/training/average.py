"""The mean of the weights of several runs that began from one another: steadier than any of them."""

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor
from torch.optim.swa_utils import AveragedModel

from models.training.network import PairNetwork
from models.training.train import CHECKPOINT, load_network


def average_runs(base: Path, shares: Mapping[Path, float], out: Path) -> None:
    """Writes a checkpoint to `out` whose weights are those of the runs in `shares`, each times its share.

    Raises ValueError where the shares do not sum to 1. Source: model soups (Wortsman et al., 2022).
    """
    if abs(sum(shares.values()) - 1) > 1e-6:
        raise ValueError(f"The shares sum to {sum(shares.values()):g}; they must sum to 1.")
    mixed: dict[str, Tensor] = {}
    network = PairNetwork.load_base(base)
    for run, share in shares.items():
        load_network(network, run)
        for name, weights in network.state_dict().items():
            mixed[name] = mixed.get(name, torch.zeros_like(weights, dtype=torch.float64)) + share * weights.double()
    network.load_state_dict({name: weights.to(network.state_dict()[name].dtype) for name, weights in mixed.items()})
    out.mkdir(parents=True, exist_ok=True)
    torch.save({"average": AveragedModel(network).state_dict()}, out / CHECKPOINT)
