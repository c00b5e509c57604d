"""The training loop: seeded, resumable, on a GPU when there is one."""

import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import PreTrainedTokenizerBase

from models.training.data import Example
from models.training.network import PairNetwork

CHECKPOINT = "checkpoint.pt"


@dataclass(frozen=True)
class Recipe:
    """What a run does; written beside its checkpoint, and compared with it when a run resumes."""

    learning_rate: float = 1e-4
    batch: int = 32
    passes: float = 1.0
    warmup: float = 0.05
    weight_decay: float = 0.01
    label_smoothing: float = 0.0
    max_tokens: int = 128
    seed: int = 7


@dataclass(frozen=True)
class Run:
    """One training run: where it writes, how often it saves, and where it says how it goes."""

    folder: Path
    save_every: int = 200
    report: Callable[[str], None] = print


def train(
    network: PairNetwork,
    tokenizer: PreTrainedTokenizerBase,
    examples: Sequence[Example],
    *,
    recipe: Recipe,
    run: Run,
) -> None:
    """Trains `network` in place and leaves the last checkpoint in `run.folder`; resumes from one found there.

    Raises ValueError when the checkpoint found there was made by another recipe.
    """
    run.folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(recipe.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network.to(device).train()
    batches = plan_batches([len(e.first) + len(e.second) for e in examples], recipe)
    optimizer = torch.optim.AdamW(
        network.parameters(), lr=recipe.learning_rate, weight_decay=recipe.weight_decay, fused=True
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: _rate(step / len(batches), recipe.warmup)
    )
    step = _resume(network, optimizer, schedule, recipe=recipe, folder=run.folder)
    started, first, losses = time.monotonic(), step, []
    for step in range(step, len(batches)):
        chosen = [examples[i] for i in batches[step]]
        losses.append(
            _take_step(
                network,
                optimizer,
                _encode(tokenizer, chosen, recipe, device),
                chosen,
                smoothing=recipe.label_smoothing,
            )
        )
        schedule.step()
        done = step + 1
        if done % run.save_every == 0 or done == len(batches):
            _save(network, optimizer, schedule, recipe=recipe, folder=run.folder, step=done)
            speed = (done - first) * recipe.batch / (time.monotonic() - started)
            run.report(
                f"step {done}/{len(batches)}  loss {sum(losses) / len(losses):.4f}  {speed:.0f} pairs/s"
            )
            losses.clear()


def plan_batches(lengths: Sequence[int], recipe: Recipe) -> list[list[int]]:
    """The batches of all passes, as indices; the same for the same seed. Pairs of like length lie together."""
    generator = random.Random(recipe.seed)
    wanted = int(len(lengths) * recipe.passes)
    batches: list[list[int]] = []
    for _ in range(-(-wanted // max(1, len(lengths)))):
        order = list(range(len(lengths)))
        generator.shuffle(order)
        batches += _bucketed(order, lengths, recipe.batch, generator)
    return batches[: -(-wanted // recipe.batch)]


def _bucketed(
    order: list[int], lengths: Sequence[int], batch: int, generator: random.Random
) -> list[list[int]]:
    bucket, batches = 50 * batch, []
    for start in range(0, len(order), bucket):
        near = sorted(order[start : start + bucket], key=lengths.__getitem__)
        batches += [near[i : i + batch] for i in range(0, len(near), batch)]
    generator.shuffle(batches)
    return batches


def _rate(progress: float, warmup: float) -> float:
    return progress / warmup if progress < warmup else max(0.0, (1 - progress) / (1 - warmup))


def _encode(
    tokenizer: PreTrainedTokenizerBase, chosen: Sequence[Example], recipe: Recipe, device: torch.device
) -> dict[str, Tensor]:
    encoded = tokenizer(
        [e.first for e in chosen],
        [e.second for e in chosen],
        truncation=True,
        max_length=recipe.max_tokens,
        padding=True,
        return_tensors="pt",
    )
    return {name: tensor.to(device) for name, tensor in encoded.items()}


def _take_step(
    network: PairNetwork,
    optimizer: torch.optim.Optimizer,
    inputs: dict[str, Tensor],
    chosen: Sequence[Example],
    *,
    smoothing: float,
) -> float:
    device = inputs["input_ids"].device
    with torch.autocast(device.type, dtype=torch.bfloat16):
        logits = network(**inputs)
    loss = torch.zeros((), device=device)
    for name, scores in logits.items():
        rows = [i for i, e in enumerate(chosen) if e.head == name]
        if rows:
            labels = torch.tensor([chosen[i].label for i in rows], device=device)
            loss = loss + nn.functional.cross_entropy(
                scores[rows].float(), labels, label_smoothing=smoothing, reduction="sum"
            )
    loss = loss / len(chosen)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return float(loss.detach())


def _save(
    network: PairNetwork,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
    *,
    recipe: Recipe,
    folder: Path,
    step: int,
) -> None:
    state = {
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "schedule": schedule.state_dict(),
        "recipe": json.dumps(asdict(recipe), sort_keys=True),
        "step": step,
    }
    unfinished = folder / (CHECKPOINT + ".part")
    torch.save(state, unfinished)
    unfinished.replace(folder / CHECKPOINT)


def _resume(
    network: PairNetwork,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
    *,
    recipe: Recipe,
    folder: Path,
) -> int:
    if not (folder / CHECKPOINT).exists():
        return 0
    state = torch.load(folder / CHECKPOINT, weights_only=True)
    if state["recipe"] != json.dumps(asdict(recipe), sort_keys=True):
        raise ValueError(
            f"{folder / CHECKPOINT} was made by another recipe: {state['recipe']}. Use another --out, or that recipe."
        )
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    return int(state["step"])


def load_network(network: PairNetwork, folder: Path) -> None:
    """Loads the weights of a finished or unfinished run into `network`."""
    network.load_state_dict(torch.load(folder / CHECKPOINT, weights_only=True)["network"])


def batched(items: Sequence[Example], size: int) -> Iterator[Sequence[Example]]:
    """Slices of at most `size`."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
