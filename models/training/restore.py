"""From the files that ship back to a network that can be trained on: int8 ONNX to float, no more exact than int8."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import ModelProto, NodeProto, numpy_helper
from torch import Tensor
from torch.optim.swa_utils import AveragedModel

from models.checksums import check_files
from models.training.export import FILE
from models.training.network import PairNetwork
from models.training.train import CHECKPOINT

QUANTIZED = "_quantized"


def restore(base: Path, weights: Path, out: Path) -> None:
    """Writes a checkpoint to `out` that a run can start from or be averaged with, of the pair model in `weights`.

    `base` is the folder of the transformer that its training began with: it tells the shape of the network.
    Raises ModelError where the files are not those that were exported, and ValueError where they do not hold every
    weight of that network.
    """
    check_files(weights)
    network = PairNetwork.load_base(base)
    found = dict(_read_weights(onnx.load(str(weights / FILE))))
    missing = sorted(set(network.state_dict()) - set(found))
    if missing:
        raise ValueError(f"{weights / FILE} lacks {', '.join(missing[:3])}: it was not exported from such a network.")
    network.load_state_dict({name: found[name] for name in network.state_dict()})
    out.mkdir(parents=True, exist_ok=True)
    torch.save({"average": AveragedModel(network).state_dict()}, out / CHECKPOINT)


def _read_weights(model: ModelProto) -> Iterator[tuple[str, Tensor]]:
    """Every weight under its name in the network, beside the constants of the graph."""
    arrays = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    readers = {name: node for node in model.graph.node for name in node.input}
    for name, values in arrays.items():
        stem = name.removesuffix(QUANTIZED)
        if stem == name:
            yield name, torch.tensor(values)
            continue
        scale, zero = arrays[f"{stem}_scale"], arrays[f"{stem}_zero_point"]
        plain = torch.tensor((values.astype(np.float32) - zero.astype(np.float32)) * scale)
        reader = readers[name]
        # A table is looked up as it is; a matrix that multiplies lies transposed, and may have lost its name.
        yield (stem, plain) if reader.op_type == "Gather" else (_name(stem, reader), plain.T)


def _name(stem: str, reader: NodeProto) -> str:
    """/encoder/encoder/layer.0/output/dense/MatMul_quant to encoder.encoder.layer.0.output.dense.weight."""
    if not stem.startswith("onnx::"):
        return stem
    return ".".join(reader.name.strip("/").split("/")[:-1]) + ".weight"
