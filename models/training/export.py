"""From a trained network to the files that ship: int8 ONNX, tokenizer, labels, checksums."""

import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from models.base import ENTAILMENT_LABELS, RELATION_LABELS
from models.checksums import write_checksums
from models.training.network import PairNetwork

FILE = "pair.int8.onnx"
INPUTS = ("input_ids", "attention_mask", "token_type_ids")


@dataclass(frozen=True)
class Export:
    """Where the tokenizer comes from, where the files go, what the weights are called, how much text they read."""

    base: Path
    out: Path
    version: str
    max_tokens: int


def export(network: PairNetwork, wanted: Export) -> None:
    """Writes the folder that OnnxPairModel loads: int8 weights by row, embeddings included."""
    wanted.out.mkdir(parents=True, exist_ok=True)
    heads = {"entailment": ENTAILMENT_LABELS, "relation": RELATION_LABELS}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "pair.onnx"
        _write_onnx(network, plain)
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared),
            str(wanted.out / FILE),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )
    shutil.copy(wanted.base / "tokenizer.json", wanted.out / "tokenizer.json")
    config = {"version": wanted.version, "file": FILE, "max_tokens": wanted.max_tokens, "heads": heads}
    (wanted.out / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    write_checksums(wanted.out, (FILE, "tokenizer.json", "config.json"))


def _write_onnx(network: PairNetwork, path: Path) -> None:
    network.eval()
    example = torch.ones((2, 8), dtype=torch.int64)
    names = list(network.heads)
    torch.onnx.export(
        network,
        (example, example, example),
        str(path),
        input_names=list(INPUTS),
        output_names=names,
        dynamic_axes={name: {0: "pairs", 1: "tokens"} for name in INPUTS} | {name: {0: "pairs"} for name in names},
        opset_version=17,
        dynamo=False,
    )
