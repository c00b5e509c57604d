"""From a setting to an implementation: imports are made here, on demand, and nowhere else."""

from pathlib import Path

from models.base import Encoder, PairModel

WEIGHTS = Path(__file__).parent / "weights"
SHIPPED_PAIR_MODEL = WEIGHTS / "pair"


def load_encoder(name: str) -> Encoder:
    """The encoder called `name`: `default`, or the name or folder of a sentence-transformers model.

    Takes seconds: torch is imported. Raises ModelError when the weights cannot be had.
    """
    from models.encoder import TransformerEncoder, find_default_weights

    return TransformerEncoder(str(find_default_weights()) if name == "default" else name)


def load_pair_model(name: str, second: str = "") -> PairModel:
    """The pair model called `name`: `default`, a folder of the shipped form, or any cross-encoder's name or folder.

    With `second`, a larger one that knows relations, what the first finds worth it is read again by that one.
    Raises ModelError when the weights are missing or wrong, or the label order cannot be read.
    """
    if second:
        from models.second_reading import SecondReading

        return SecondReading(load_pair_model(name), load_pair_model(second))
    folder = SHIPPED_PAIR_MODEL if name == "default" else Path(name)
    if name == "default" or (folder / "checksums.json").exists():
        from models.pair_network import OnnxPairModel

        return OnnxPairModel(folder)
    from models.cross_encoder import HubPairModel

    return HubPairModel(name)
