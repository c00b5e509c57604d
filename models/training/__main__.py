"""python -m models.training: trains the pair network and leaves a checkpoint; see --help."""

import argparse
from pathlib import Path

from transformers import AutoTokenizer

from models.training.data import Example, load_entailment, load_relations
from models.training.network import PairNetwork
from models.training.train import Recipe, Run, load_network, train

NON_COMMERCIAL = ("sick", "scifact")


def main() -> None:
    """Reads the arguments and runs one stage."""
    options = _parser().parse_args()
    network = PairNetwork.load_base(options.base)
    if options.init:
        load_network(network, options.init)
    recipe = Recipe(
        learning_rate=options.learning_rate,
        batch=options.batch,
        passes=options.passes,
        label_smoothing=options.label_smoothing,
        max_tokens=options.max_tokens,
        seed=options.seed,
    )
    examples = _examples(options)
    print(f"{len(examples)} examples", flush=True)
    run = Run(options.out, report=lambda line: print(line, flush=True))
    train(network, AutoTokenizer.from_pretrained(options.base), examples, recipe=recipe, run=run)


def _examples(options: argparse.Namespace) -> list[Example]:
    entailment = [e for path in options.nli for e in load_entailment(path, options.exclude)]
    relations = [e for path in options.pairs for e in load_relations(path)]
    kept = entailment[:: options.nli_step]
    return kept + relations * options.pairs_times


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m models.training", description=__doc__)
    parser.add_argument("--base", type=Path, required=True, help="folder of the transformer to start from")
    parser.add_argument("--init", type=Path, help="folder of an earlier run whose weights to start from")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints; a run found there is resumed")
    parser.add_argument("--nli", type=Path, nargs="*", default=[], help="JSON lines: premise, hypothesis, label, set")
    parser.add_argument("--pairs", type=Path, nargs="*", default=[], help="JSON lines: a, b, label")
    parser.add_argument("--exclude", nargs="*", default=NON_COMMERCIAL, help="sets left out (default: %(default)s)")
    parser.add_argument("--nli-step", type=int, default=1, help="take every n-th entailment pair")
    parser.add_argument("--pairs-times", type=int, default=1, help="repeat the relation pairs this often in a pass")
    parser.add_argument("--learning-rate", type=float, default=1e-4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--passes", type=float, default=1.0)
    parser.add_argument("--label-smoothing", type=float, default=0.0)
    parser.add_argument("--max-tokens", type=int, default=128)
    parser.add_argument("--seed", type=int, default=7)
    return parser


if __name__ == "__main__":
    main()
