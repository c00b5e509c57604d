"""The training loop: seeded, resumable, on a GPU when there is one.

A step is computed in bfloat16, by a copy of the network whose weights are rounded once a step and not once a product.
"""

import copy
import hashlib
import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

import torch
from torch import Tensor, nn
from torch.optim import AdamW
from torch.optim.lr_scheduler import LambdaLR
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from transformers import PreTrainedTokenizerBase

from models.training.data import Example
from models.training.dropout import quicken
from models.training.network import PairNetwork

CHECKPOINT = "checkpoint.pt"


@dataclass(frozen=True)
class Recipe:
    """What a run does with its examples; written into its checkpoint, and compared with it when a run resumes.

    `averaging` is the decay of the moving average of the weights that a finished run leaves; 0 leaves the last ones.
    """

    learning_rate: float = 1e-4
    batch: int = 32
    passes: float = 1.0
    warmup: float = 0.05
    weight_decay: float = 0.01
    label_smoothing: float = 0.0
    averaging: float = 0.0
    max_tokens: int = 128
    seed: int = 7

    @property
    def text(self) -> str:
        """The recipe as it stands in a checkpoint."""
        return json.dumps(asdict(self), sort_keys=True)


@dataclass(frozen=True)
class Run:
    """One training run: where it writes, how often it saves, and where it says how it goes."""

    folder: Path
    save_every: int = 200
    report: Callable[[str], None] = print


@dataclass(frozen=True)
class Learner:
    """The network with all that a step changes besides its weights; `average` is their moving average.

    `worker` is the network in bfloat16: it finds the gradients, which move the weights of the network itself.
    """

    network: PairNetwork
    worker: PairNetwork
    average: AveragedModel
    optimizer: AdamW
    schedule: LambdaLR
    recipe: Recipe
    examples: str

    @classmethod
    def start(cls, network: PairNetwork, recipe: Recipe, examples: str, steps: int) -> Self:
        """A learner before its first of `steps` steps: the rate rises over the warm-up, then falls to nothing.

        `examples` is a digest of what it learns from: a run resumes only with the same.
        """
        learned = [weights for weights in network.parameters() if weights.requires_grad]
        optimizer = AdamW(learned, lr=recipe.learning_rate, weight_decay=recipe.weight_decay, fused=True)
        schedule = LambdaLR(optimizer, lambda step: _rate(step / steps, recipe.warmup))
        average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(recipe.averaging))  # type: ignore[no-untyped-call]
        worker = copy.deepcopy(network).bfloat16()
        if not torch.cuda.is_available():
            quicken(worker, recipe.seed)
        return cls(network, worker.train(), average, optimizer, schedule, recipe, examples)

    def step(self, loss: Tensor) -> None:
        """One update of the weights, and of their average; `loss` is of what the worker said."""
        loss.backward()  # type: ignore[no-untyped-call]
        for weights, rounded in zip(self.network.parameters(), self.worker.parameters(), strict=True):
            weights.grad = None if rounded.grad is None else rounded.grad.float()
            rounded.grad = None
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.average.update_parameters(self.network)
        self._round()

    def save(self, folder: Path, step: int) -> None:
        """Writes the checkpoint; the old one stays until the new one is whole."""
        state = {name: part.state_dict() for name, part in self._parts().items()}
        unfinished = folder / (CHECKPOINT + ".part")
        torch.save({**state, "recipe": self.recipe.text, "examples": self.examples, "step": step}, unfinished)
        unfinished.replace(folder / CHECKPOINT)

    def resume(self, folder: Path) -> int:
        """Takes up the checkpoint in `folder` and returns its step; 0 when there is none.

        Raises ValueError when it was made by another recipe, or from other examples.
        """
        if not (folder / CHECKPOINT).exists():
            return 0
        state = torch.load(folder / CHECKPOINT, weights_only=True)
        if state["recipe"] != self.recipe.text:
            raise ValueError(f"{folder / CHECKPOINT} has another recipe: {state['recipe']}. Choose another --out.")
        if state["examples"] != self.examples:
            raise ValueError(f"{folder / CHECKPOINT} was trained on other pairs. Choose another --out.")
        for name, part in self._parts().items():
            part.load_state_dict(state[name])
        self._round()
        return int(state["step"])

    @torch.no_grad()
    def _round(self) -> None:
        for weights, rounded in zip(self.network.parameters(), self.worker.parameters(), strict=True):
            if rounded.requires_grad:
                rounded.copy_(weights)

    def _parts(self) -> dict[str, PairNetwork | AveragedModel | AdamW | LambdaLR]:
        return {
            "network": self.network,
            "average": self.average,
            "optimizer": self.optimizer,
            "schedule": self.schedule,
        }


def train(
    network: PairNetwork,
    tokenizer: PreTrainedTokenizerBase,
    examples: Sequence[Example],
    *,
    recipe: Recipe,
    run: Run,
) -> None:
    """Trains `network` in place and leaves the last checkpoint in `run.folder`; resumes from one found there."""
    run.folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(recipe.seed)
    if torch.cuda.is_available():
        network.to("cuda")
    batches = plan_batches([len(e.first) + len(e.second) for e in examples], recipe)
    learner = Learner.start(network, recipe, _digest(examples), len(batches))
    first = learner.resume(run.folder)
    started, losses = time.monotonic(), []
    for done in range(first + 1, len(batches) + 1):
        losses.append(_take_step(learner, tokenizer, [examples[i] for i in batches[done - 1]]))
        if done % run.save_every == 0 or done == len(batches):
            learner.save(run.folder, done)
            speed = (done - first) * recipe.batch / (time.monotonic() - started)
            loss = sum(losses) / len(losses)
            run.report(f"step {done}/{len(batches)}  loss {loss:.4f}  {speed:.0f} pairs/s")
            losses.clear()


def plan_batches(lengths: Sequence[int], recipe: Recipe) -> list[list[int]]:
    """The batches of all passes, as indices; the same for the same seed. Like lengths lie together."""
    generator = random.Random(recipe.seed)
    wanted = int(len(lengths) * recipe.passes)
    batches: list[list[int]] = []
    for _ in range(-(-wanted // max(1, len(lengths)))):
        order = list(range(len(lengths)))
        generator.shuffle(order)
        batches += _bucketed(order, lengths, recipe.batch, generator)
    return batches[: -(-wanted // recipe.batch)]


def load_network(network: PairNetwork, folder: Path) -> None:
    """Loads the averaged weights of a finished or unfinished run into `network`."""
    average = AveragedModel(network)
    average.load_state_dict(torch.load(folder / CHECKPOINT, weights_only=True)["average"])
    network.load_state_dict(average.module.state_dict())


def _digest(examples: Sequence[Example]) -> str:
    found = hashlib.sha256()
    for example in examples:
        found.update(repr(example).encode())
    return found.hexdigest()


def _bucketed(order: Sequence[int], lengths: Sequence[int], batch: int, generator: random.Random) -> list[list[int]]:
    bucket, batches = 50 * batch, []
    for start in range(0, len(order), bucket):
        near = sorted(order[start : start + bucket], key=lengths.__getitem__)
        batches += [near[i : i + batch] for i in range(0, len(near), batch)]
    generator.shuffle(batches)
    return batches


def _rate(progress: float, warmup: float) -> float:
    return progress / warmup if progress < warmup else max(0.0, (1 - progress) / (1 - warmup))


def _take_step(learner: Learner, tokenizer: PreTrainedTokenizerBase, chosen: Sequence[Example]) -> float:
    inputs = _encode(tokenizer, chosen, learner)
    loss = _loss(learner.worker(**inputs), chosen, learner.recipe.label_smoothing)
    learner.step(loss)
    return float(loss.detach())


def _encode(tokenizer: PreTrainedTokenizerBase, chosen: Sequence[Example], learner: Learner) -> dict[str, Tensor]:
    encoded = tokenizer(
        [e.first for e in chosen],
        [e.second for e in chosen],
        truncation=True,
        max_length=learner.recipe.max_tokens,
        padding=True,
        return_tensors="pt",
    )
    device = next(learner.network.parameters()).device
    return {name: tensor.to(device) for name, tensor in encoded.items()}


def _loss(logits: dict[str, Tensor], chosen: Sequence[Example], smoothing: float) -> Tensor:
    """Cross-entropy, the mean over the batch; each example counts for the head that it is meant for."""
    losses = []
    for name, scores in logits.items():
        rows = [i for i, e in enumerate(chosen) if e.head == name]
        labels = torch.tensor([chosen[i].label for i in rows], device=scores.device, dtype=torch.int64)
        losses.append(
            nn.functional.cross_entropy(scores[rows].float(), labels, label_smoothing=smoothing, reduction="sum")
        )
    return torch.stack(losses).sum() / len(chosen)
