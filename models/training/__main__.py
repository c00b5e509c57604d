"""python -m models.training train | average | export | restore | score: makes the pair model; see --help of each."""

import argparse
from pathlib import Path

from transformers import AutoTokenizer

from models.training.average import average_runs
from models.training.data import (
    Example,
    add_contexts,
    find_passages,
    load_entailment,
    load_pairs,
    load_relations,
)
from models.training.export import Export, export
from models.training.network import PairNetwork
from models.training.restore import restore
from models.training.score import score_entailment
from models.training.train import Recipe, Run, load_network, train

NON_COMMERCIAL = ("sick", "scifact")


def main() -> None:
    """Reads the arguments and does what they say."""
    options = _parser().parse_args()
    try:
        options.do(options)
    except ValueError as error:  # what it says tells what to do
        raise SystemExit(str(error)) from error


def _train(options: argparse.Namespace) -> None:
    network = PairNetwork.load_base(options.base)
    if options.init:
        load_network(network, options.init)
    if options.freeze_embeddings or options.freeze_layers:
        network.freeze(options.freeze_layers)
    recipe = Recipe(
        learning_rate=options.learning_rate,
        batch=options.batch,
        passes=options.passes,
        label_smoothing=options.label_smoothing,
        averaging=options.averaging,
        max_tokens=options.max_tokens,
        seed=options.seed,
    )
    examples = _examples(options)
    print(f"{len(examples)} examples", flush=True)
    run = Run(options.out, report=lambda line: print(line, flush=True))
    train(network, AutoTokenizer.from_pretrained(options.base), examples, recipe=recipe, run=run)


def _examples(options: argparse.Namespace) -> list[Example]:
    entailment = [e for path in options.nli for e in load_entailment(path, options.exclude)][:: options.nli_step]
    rows = load_pairs(options.pairs, held_out=options.held_out)
    relations = load_relations(rows, times=options.pairs_times, seed=options.seed)
    in_context = add_contexts(entailment, find_passages(rows), seed=options.seed) if rows else entailment
    return in_context + relations


def _average(options: argparse.Namespace) -> None:
    shares = {Path(run): float(share) for run, _, share in (one.rpartition("=") for one in options.run)}
    average_runs(options.base, shares, options.out)


def _export(options: argparse.Namespace) -> None:
    network = PairNetwork.load_base(options.base)
    load_network(network, options.run)
    wanted = Export(options.base, options.out, options.version, options.max_tokens, tuple(options.precise))
    export(network, wanted)


def _restore(options: argparse.Namespace) -> None:
    restore(options.base, options.weights, options.out)


def _score(options: argparse.Namespace) -> None:
    for path in options.nli:
        print(f"{path.name}: {score_entailment(options.model, path, options.limit):.4f}", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m models.training", description=__doc__)
    commands = parser.add_subparsers(required=True)
    _add_train(commands.add_parser("train", help="one stage of training; leaves a checkpoint, and resumes from one"))
    averaging = commands.add_parser("average", help="the mean of the weights of several runs, as a checkpoint")
    averaging.set_defaults(do=_average)
    averaging.add_argument("--run", nargs="+", required=True, metavar="FOLDER=SHARE", help="the shares sum to 1")
    writing = commands.add_parser("export", help="a checkpoint to int8 ONNX with its checksums")
    writing.set_defaults(do=_export)
    writing.add_argument("--run", type=Path, required=True, help="folder of the run")
    writing.add_argument("--version", required=True, help="name of the weights, stored with every comparison")
    writing.add_argument("--max-tokens", type=int, default=160)
    writing.add_argument("--precise", nargs="*", default=[], help="parts of the names of matrices quantised by block")
    restoring = commands.add_parser("restore", help="weights that were exported, as a checkpoint to train on from")
    restoring.set_defaults(do=_restore)
    restoring.add_argument("--weights", type=Path, required=True, help="folder of the exported weights")
    for command in (averaging, writing, restoring):
        command.add_argument("--base", type=Path, required=True, help="the transformer that training began with")
        command.add_argument("--out", type=Path, required=True, help="folder that is written")
    scoring = commands.add_parser("score", help="accuracy of a pair model on entailment sets")
    scoring.set_defaults(do=_score)
    scoring.add_argument("--model", default="default", help="as the setting pair_model")
    scoring.add_argument("--nli", type=Path, nargs="+", required=True)
    scoring.add_argument("--limit", type=int, help="only the first so many rows")
    return parser


def _add_train(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(do=_train)
    parser.add_argument("--base", type=Path, required=True, help="folder of the transformer to start from")
    parser.add_argument("--init", type=Path, help="folder of an earlier run whose weights to start from")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints; a run found there is resumed")
    parser.add_argument("--nli", type=Path, nargs="*", default=[], help="JSON lines: premise, hypothesis, label, set")
    parser.add_argument("--pairs", type=Path, nargs="*", default=[], help="JSON lines: a, b, label")
    parser.add_argument("--exclude", nargs="*", default=NON_COMMERCIAL, help="sets left out (default: %(default)s)")
    parser.add_argument("--nli-step", type=int, default=1, help="take every n-th entailment pair")
    parser.add_argument("--held-out", type=float, default=0.0, help="share of the events kept out, to calibrate on")
    parser.add_argument("--pairs-times", type=int, default=1, help="repeat the relation pairs this often in a pass")
    parser.add_argument("--learning-rate", type=float, default=1e-4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--passes", type=float, default=1.0)
    parser.add_argument("--label-smoothing", type=float, default=0.0)
    parser.add_argument("--averaging", type=float, default=0.0, help="decay of the weights' moving average; 0: none")
    parser.add_argument("--max-tokens", type=int, default=128)
    parser.add_argument("--freeze-embeddings", action="store_true", help="leave the table of word pieces as it is")
    parser.add_argument("--freeze-layers", type=int, default=0, help="leave so many layers as they are, too")
    parser.add_argument("--seed", type=int, default=7)


if __name__ == "__main__":
    main()
