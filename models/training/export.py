"""From a trained network to the files that ship: int8 ONNX, tokenizer, labels, checksums."""

import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import onnx
import torch
from onnx.external_data_helper import set_external_data
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from onnxruntime.quantization.shape_inference import quant_pre_process

from models.base import ENTAILMENT_LABELS, RELATION_LABELS
from models.checksums import write_checksums
from models.training.network import PairNetwork

FILE = "pair.int8.onnx"
SMALL = 1024
BLOCK = 128
INT8_INPUTS = 4
"""ONNX Runtime's accuracy level of a matrix product whose inputs are quantised too."""
LARGEST = 24_000_000
"""So many bytes a file holds at most; what is larger is shared out over several."""


@dataclass(frozen=True)
class Export:
    """Where the tokenizer comes from, where the files go, what the weights are called, how much text they read.

    `precise` are parts of the names of matrices whose inputs hold a few very large values: one scale for all of an
    input is too coarse for them.
    """

    base: Path
    out: Path
    version: str
    max_tokens: int
    precise: tuple[str, ...] = ()


def export(network: PairNetwork, wanted: Export) -> None:
    """Writes the folder that OnnxPairModel loads: int8 weights by row, embeddings included; precise ones by block."""
    wanted.out.mkdir(parents=True, exist_ok=True)
    heads = {"entailment": ENTAILMENT_LABELS, "relation": RELATION_LABELS}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "pair.onnx"
        _write_onnx(network, plain)
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        if wanted.precise:
            _quantize_blocks(prepared, wanted.precise)
        quantize_dynamic(
            str(prepared),
            str(wanted.out / FILE),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )
    parts = _share_out(wanted.out / FILE)
    shutil.copy(wanted.base / "tokenizer.json", wanted.out / "tokenizer.json")
    config = {"version": wanted.version, "file": FILE, "max_tokens": wanted.max_tokens, "heads": heads}
    (wanted.out / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    write_checksums(wanted.out, (FILE, *parts, "tokenizer.json", "config.json"))


def _write_onnx(network: PairNetwork, path: Path) -> None:
    network.eval()
    example = torch.ones((2, 8), dtype=torch.int64)
    names = list(network.heads)
    torch.onnx.export(
        network,
        (example,) * len(network.inputs),
        str(path),
        input_names=list(network.inputs),
        output_names=names,
        dynamic_axes={name: {0: "pairs", 1: "tokens"} for name in network.inputs}
        | {name: {0: "pairs"} for name in names},
        opset_version=17,
        dynamo=False,
    )


def _quantize_blocks(path: Path, names: Sequence[str]) -> None:
    """Puts 8-bit matrices, with a scale for each block of them and of their inputs, in the place of those so named."""
    model = onnx.load(str(path))
    others = [n.name for n in model.graph.node if n.op_type == "MatMul" and not any(name in n.name for name in names)]
    quantizer = MatMulNBitsQuantizer(
        model, bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=INT8_INPUTS, nodes_to_exclude=others
    )
    quantizer.process()
    onnx.save(quantizer.model.model, str(path))


def _share_out(path: Path) -> list[str]:
    """Moves the weights of a file that is too large into files beside it, in their order; returns their names."""
    if path.stat().st_size <= LARGEST:
        return []
    model = onnx.load(str(path))
    left: dict[str, int] = {}
    for weights in model.graph.initializer:
        size = len(weights.raw_data)
        if size >= SMALL:
            part = next((name for name, room in left.items() if room >= size), f"weights-{len(left) + 1}.bin")
            left[part] = left.get(part, LARGEST) - size
            set_external_data(weights, part)
    for part in left:
        (path.parent / part).unlink(missing_ok=True)  # what is written is added to what is there
    onnx.save(model, str(path))
    for part in left:
        (path.parent / part).chmod(0o644)
    return list(left)
