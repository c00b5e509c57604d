"""Weights that are missing or wrong stop with a sentence; nothing falls back silently."""

import hashlib
import json
import subprocess
import sys

import numpy as np
import pytest

from models.backends import SHIPPED_PAIR_MODEL, load_pair_model
from models.base import ENTAILMENT_LABELS, ModelError, Passage
from models.checksums import CHECKSUMS, check_files


def test_no_weights_at_all(tmp_path):
    with pytest.raises(ModelError, match=r"checksums\.json is missing\. Reinstall"):
        check_files(tmp_path)


def test_a_file_that_is_missing(tmp_path):
    (tmp_path / CHECKSUMS).write_text(json.dumps({"pair.onnx": "0" * 64}))
    with pytest.raises(ModelError, match=r"pair\.onnx is missing"):
        load_pair_model(str(tmp_path))


def test_a_file_that_was_changed(tmp_path):
    (tmp_path / "pair.onnx").write_bytes(b"changed")
    (tmp_path / CHECKSUMS).write_text(json.dumps({"pair.onnx": hashlib.sha256(b"shipped").hexdigest()}))
    with pytest.raises(ModelError, match="not the file that was shipped"):
        load_pair_model(str(tmp_path))


def test_reaching_for_the_table_of_backends_loads_no_model_library():
    heavy = ("torch", "onnxruntime", "sentence_transformers")
    loaded = f"import sys, models.backends; print(*(m for m in {heavy} if m in sys.modules))"
    found = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert not found.stdout.strip()


def test_shipped_weights_are_at_most_25_megabytes_and_have_a_card():
    assert all(file.stat().st_size <= 25_000_000 for file in SHIPPED_PAIR_MODEL.iterdir())
    assert "Licences" in (SHIPPED_PAIR_MODEL / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pair_model():
    return load_pair_model("default")


def test_a_second_reader_stands_beside_the_first_and_is_checked_like_it(pair_model, tmp_path):
    both = load_pair_model("default", second=str(SHIPPED_PAIR_MODEL))
    assert both.version == f"{pair_model.version}+{pair_model.version}"
    pair = (Passage("The dam broke at dawn."), Passage("The dam held through the night."))
    assert np.array_equal(both.read([pair]).relations, pair_model.read([pair]).relations)
    (tmp_path / CHECKSUMS).write_text(json.dumps({"pair.onnx": "0" * 64}))
    with pytest.raises(ModelError, match=r"pair\.onnx is missing"):
        load_pair_model("default", second=str(tmp_path))


@pytest.mark.parametrize(
    ("premise", "hypothesis", "label"),
    [
        ("A man is playing a guitar on a stage.", "A man is playing an instrument.", "entailment"),
        ("The mayor signed the budget on Monday.", "The mayor did not sign the budget.", "contradiction"),
        ("Two women are walking along the river.", "The women are sisters.", "neutral"),
    ],
)
def test_the_shipped_model_knows_plain_entailment(pair_model, premise, hypothesis, label):
    scores = pair_model.read([(Passage(premise), Passage(hypothesis))])
    assert ENTAILMENT_LABELS[int(scores.entailment[0].argmax())] == label


def test_probabilities_do_not_depend_on_what_else_is_read(pair_model):
    pairs = [
        (Passage("The dam broke at dawn."), Passage("The dam held through the night.")),
        (Passage("Rain."), Passage("A long wet week lies ahead for farmers in the south of the country, they say.")),
    ]
    together = pair_model.read(pairs)
    for row, pair in enumerate(pairs):
        alone = pair_model.read([pair])
        assert np.array_equal(alone.entailment[0], together.entailment[row])
        assert np.array_equal(alone.relations[0], together.relations[row])


def test_no_pairs_give_no_rows(pair_model):
    scores = pair_model.read([])
    assert scores.entailment.shape == (0, 3)
    assert scores.relations.shape == (0, 6)
