"""Training: examples, the split by events, plans, a run that resumes where it was stopped, weights there and back."""

import gzip
import json

import pytest

from models.training.data import Example, add_contexts, load_entailment, load_relations, read_rows
from models.training.split import find_events, split_rows
from models.training.train import Recipe, plan_batches


def write(path, rows):
    with gzip.open(path, "wt") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)


def entailment(premise, label, part):
    return {"premise": premise, "hypothesis": "It rains.", "label": label, "set": part}


def test_excluded_sets_repeated_pairs_and_pairs_of_two_minds_are_left_out(tmp_path):
    write(
        tmp_path / "nli.jsonl.gz",
        [
            entailment("Drops fall.", "entailment", "free/train"),
            entailment("Drops fall.", "entailment", "free/train"),
            entailment("It is hot.", "neutral", "closed/train"),
            entailment("Clouds.", "neutral", "free/train"),
            entailment("Clouds.", "contradiction", "free/train"),
        ],
    )
    found = load_entailment(tmp_path / "nli.jsonl.gz", exclude=("closed",))
    assert found == [Example("Drops fall.", "It rains.", "entailment", 0)]


PAIR = {"id": "1", "a": {"text": "It rained.", "title": "Wet"}, "b": {"text": "It was dry."}, "label": "contradicts"}


def test_relations_come_in_both_orders_and_as_often_as_asked():
    found = load_relations([PAIR], times=3, seed=1)
    assert len(found) == 6
    assert {e.label for e in found} == {1}
    assert {(e.first.split(" |")[0], e.second.split(" |")[0]) for e in found} == {
        ("It rained.", "It was dry."),
        ("It was dry.", "It rained."),
    }
    assert {e.first for e in found} >= {"It rained.", "It rained. | in: Wet"}


def test_contexts_change_no_label_and_no_words():
    from models.base import Passage

    examples = [Example(f"Premise {i}.", "Hypothesis.", "entailment", i % 3) for i in range(40)]
    found = add_contexts(examples, [Passage("x", speaker="Ilse Brandt", title="Wet")], seed=3)
    assert [e.label for e in found] == [e.label for e in examples]
    assert all(new.first.startswith(old.first) for new, old in zip(found, examples, strict=True))
    assert any("Ilse Brandt" in e.first for e in found)
    assert any(new == old for new, old in zip(found, examples, strict=True))


def news(number, first, second):
    sides = ({"text": f"Claim {number} of {title}.", "title": title} for title in (first, second))
    return {"id": str(number), **dict(zip("ab", sides, strict=True))}


def test_pairs_that_share_an_article_are_one_event_also_over_others():
    rows = [news(1, "A", "B"), news(2, "C", "D"), news(3, "B", "C"), news(4, "E", "F")]
    first, second, third, fourth = find_events(rows)
    assert first == second == third != fourth


def test_the_split_is_the_same_each_time_and_parts_no_event():
    rows = [news(i, f"a{i % 50}", f"b{i % 50}") for i in range(400)]
    kept, held = split_rows(rows, 0.3)
    assert (kept, held) == split_rows(rows, 0.3)
    assert not {r["a"]["title"] for r in kept} & {r["a"]["title"] for r in held}
    assert 40 < len(held) < 200
    assert split_rows(rows, 0.0) == (rows, [])


def test_no_sentence_is_trained_on_and_held_out():
    rows = [{**news(i, "x", "y"), "group": f"day {i}"} for i in range(200)]
    for row in rows[::2]:
        row["a"] = {"text": "The same words on every other day."}
    kept, held = split_rows(rows, 0.3)
    assert 10 < len(held) < 100 and len(kept) > 100
    assert not {r[s]["text"] for r in kept for s in "ab"} & {r[s]["text"] for r in held for s in "ab"}
    bare = [{"a": {"text": f"{i}"}, "b": {"text": "x"}, "label": "agrees"} for i in range(3)]
    assert len(set(find_events(bare))) == 3


def test_a_plan_takes_every_example_once_in_a_pass():
    batches = plan_batches(list(range(101)), Recipe(batch=8, passes=1.0))
    assert sorted(i for batch in batches for i in batch) == list(range(101))
    assert batches == plan_batches(list(range(101)), Recipe(batch=8, passes=1.0))
    assert len(plan_batches(list(range(100)), Recipe(batch=10, passes=2.5))) == 25


def test_rows_are_read_plain_or_gzipped(tmp_path):
    write(tmp_path / "rows.jsonl.gz", [PAIR])
    (tmp_path / "rows.jsonl").write_text(json.dumps(PAIR) + "\n\n")
    assert list(read_rows(tmp_path / "rows.jsonl.gz")) == list(read_rows(tmp_path / "rows.jsonl")) == [PAIR]


def test_rows_that_are_cut_off_say_which_file_it_is(tmp_path):
    write(tmp_path / "rows.jsonl.gz", [PAIR] * 50)
    whole = (tmp_path / "rows.jsonl.gz").read_bytes()
    (tmp_path / "rows.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ValueError, match=r"rows\.jsonl\.gz cannot be read"):
        list(read_rows(tmp_path / "rows.jsonl.gz"))


EXAMPLES = [Example(f"Number {i} is even.", "It is.", "entailment", i % 2) for i in range(64)]


def small_network():
    import torch
    from transformers import BertConfig, BertModel

    from models.training.network import PairNetwork

    torch.manual_seed(0)
    config = BertConfig(
        hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0,
    )  # fmt: skip
    return PairNetwork(BertModel(config, add_pooling_layer=False), 16, dropout=0.0)


@pytest.fixture(scope="module")
def tokenizer():
    from transformers import AutoTokenizer

    from models.encoder import find_default_weights

    return AutoTokenizer.from_pretrained(find_default_weights())


@pytest.mark.slow
def test_a_run_that_is_stopped_ends_like_one_that_is_not(tmp_path, tokenizer):
    import torch

    from models.training.train import Run, train

    recipe = Recipe(batch=8, passes=1.0)

    class Stopped(Exception):
        pass

    def stop(line):
        if line.startswith("step 4/"):
            raise Stopped

    whole = small_network()
    train(whole, tokenizer, EXAMPLES, recipe=recipe, run=Run(tmp_path / "whole", 4, lambda _: None))
    with pytest.raises(Stopped):
        train(small_network(), tokenizer, EXAMPLES, recipe=recipe, run=Run(tmp_path / "parts", 4, stop))
    resumed = small_network()
    train(resumed, tokenizer, EXAMPLES, recipe=recipe, run=Run(tmp_path / "parts", 4, lambda _: None))
    for one, other in zip(whole.parameters(), resumed.parameters(), strict=True):
        assert torch.allclose(one, other, atol=1e-6)
    with pytest.raises(ValueError, match="another recipe"):
        train(small_network(), tokenizer, EXAMPLES, recipe=Recipe(batch=4), run=Run(tmp_path / "parts"))
    with pytest.raises(ValueError, match="other pairs"):
        train(small_network(), tokenizer, EXAMPLES[1:], recipe=recipe, run=Run(tmp_path / "parts"))


@pytest.mark.slow
@pytest.mark.parametrize("decay", [0.0, 0.5])
def test_a_run_leaves_the_moving_average_of_its_weights(tmp_path, tokenizer, decay):
    from models.training.train import Run, load_network, train

    network, seen = small_network(), []
    recipe = Recipe(batch=16, averaging=decay)
    keep = Run(tmp_path, 1, lambda _: seen.append(network.heads["entailment"].weight.detach().clone()))
    train(network, tokenizer, EXAMPLES, recipe=recipe, run=keep)
    average = seen[0]
    for weights in seen[1:]:
        average = decay * average + (1 - decay) * weights
    load_network(network, tmp_path)
    assert network.heads["entailment"].weight.detach().numpy() == pytest.approx(average.numpy(), abs=1e-6)


@pytest.mark.slow
def test_the_mean_of_two_runs_lies_between_them_by_their_shares(tmp_path):
    import torch
    from torch.optim.swa_utils import AveragedModel

    from models.encoder import find_default_weights
    from models.training.average import average_runs
    from models.training.network import PairNetwork
    from models.training.train import CHECKPOINT, load_network

    base = find_default_weights()
    for name, bias in (("a", 1.0), ("b", 3.0)):
        network = PairNetwork.load_base(base)
        torch.nn.init.constant_(network.heads["relation"].bias, bias)
        (tmp_path / name).mkdir()
        torch.save({"average": AveragedModel(network).state_dict()}, tmp_path / name / CHECKPOINT)
    average_runs(base, {tmp_path / "a": 0.25, tmp_path / "b": 0.75}, tmp_path / "mean")
    mean = PairNetwork.load_base(base)
    load_network(mean, tmp_path / "mean")
    assert mean.heads["relation"].bias.tolist() == pytest.approx([2.5] * 6)
    with pytest.raises(ValueError, match=r"sum to 0\.5"):
        average_runs(base, {tmp_path / "a": 0.5}, tmp_path / "half")


@pytest.mark.slow
def test_exported_weights_come_back_as_exact_as_int8(tmp_path):
    import torch

    from models.base import ModelError
    from models.checksums import write_checksums
    from models.encoder import find_default_weights
    from models.training.export import FILE, Export, export
    from models.training.network import PairNetwork
    from models.training.restore import restore
    from models.training.train import load_network

    base = find_default_weights()
    torch.manual_seed(5)
    network = PairNetwork.load_base(base)
    export(network, Export(base, tmp_path / "weights", "test", 64))
    restore(base, tmp_path / "weights", tmp_path / "run")
    restored = PairNetwork.load_base(base)
    load_network(restored, tmp_path / "run")
    for name, there in network.state_dict().items():
        step = (there.max() - there.min()) / 255
        assert torch.allclose(there, restored.state_dict()[name], atol=float(step) + 1e-7), name
    assert not torch.equal(PairNetwork.load_base(base).heads["relation"].weight, restored.heads["relation"].weight)
    other = tmp_path / "other"
    other.mkdir()
    (other / FILE).write_bytes(b"")
    with pytest.raises(ModelError, match="missing"):
        restore(base, other, tmp_path / "never")
    write_checksums(other, (FILE,))
    with pytest.raises(ValueError, match="was not exported from such a network"):
        restore(base, other, tmp_path / "never")


@pytest.mark.slow
def test_weights_too_large_for_one_file_are_shared_out_and_come_back(tmp_path, tokenizer, monkeypatch):
    import torch
    from transformers import MPNetConfig, MPNetModel

    from models.base import Passage
    from models.pair_network import OnnxPairModel
    from models.passages import render
    from models.training import export as exporting
    from models.training.network import PairNetwork
    from models.training.restore import restore
    from models.training.train import load_network

    torch.manual_seed(3)
    config = MPNetConfig(hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32)
    MPNetModel(config, add_pooling_layer=False).save_pretrained(tmp_path / "base")
    tokenizer.save_pretrained(tmp_path / "base")
    network = PairNetwork.load_base(tmp_path / "base").eval()
    for weights in network.parameters():
        torch.nn.init.normal_(weights, std=0.2)
    monkeypatch.setattr(exporting, "LARGEST", 489_000)
    exporting.export(network, exporting.Export(tmp_path / "base", tmp_path / "weights", "test", 64))
    sizes = [file.stat().st_size for file in (tmp_path / "weights").glob("*.bin")]
    assert len(sizes) == 2 and max(sizes) <= 489_000

    pair = (Passage("The dam held through the night."), Passage("The dam failed."))
    encoded = tokenizer(*([text] for text in render(*pair)), return_tensors="pt")
    with torch.no_grad():
        plain = network(encoded["input_ids"], encoded["attention_mask"])["relation"].softmax(-1).numpy()
    assert OnnxPairModel(tmp_path / "weights").read([pair]).relations == pytest.approx(plain, abs=0.05)

    restore(tmp_path / "base", tmp_path / "weights", tmp_path / "run")
    restored = PairNetwork.load_base(tmp_path / "base")
    load_network(restored, tmp_path / "run")
    for name, there in network.state_dict().items():
        step = (there.max() - there.min()) / 255
        assert torch.allclose(there, restored.state_dict()[name], atol=float(step) + 1e-7), name


def test_frozen_layers_are_the_lowest_and_the_table_of_word_pieces():
    network = small_network()
    network.freeze(0)
    frozen = {name for name, weights in network.named_parameters() if not weights.requires_grad}
    assert frozen and all(name.startswith("encoder.embeddings.") for name in frozen)
    network.freeze(1)
    assert {name for name, weights in network.named_parameters() if weights.requires_grad} == {
        f"heads.{head}.{kind}" for head in ("entailment", "relation") for kind in ("weight", "bias")
    }


def test_dropout_by_bytes_drops_its_share_and_keeps_the_mean():
    import torch

    from models.training.dropout import ByteDropout

    dropout = ByteDropout(0.25, seed=3)
    states = torch.ones(400, 500, requires_grad=True)
    found = dropout.train()(states)
    assert found.unique().tolist() == pytest.approx([0.0, 4 / 3])
    assert float((found == 0).float().mean()) == pytest.approx(0.25, abs=0.01)
    assert not torch.equal(found, dropout(states))
    found.sum().backward()
    assert torch.equal(states.grad, found.detach())
    assert dropout.eval()(states) is states


def test_a_quick_network_drops_out_everywhere_but_in_attention():
    from torch import nn
    from transformers import BertConfig, BertModel

    from models.training.dropout import ByteDropout, quicken
    from models.training.network import PairNetwork

    config = BertConfig(hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=16)
    network = PairNetwork(BertModel(config, add_pooling_layer=False), 16)
    quicken(network, seed=1)
    parts = dict(network.named_modules())
    plain = {name: part.p for name, part in parts.items() if isinstance(part, nn.Dropout)}
    assert plain == {f"encoder.encoder.layer.{i}.attention.self.dropout": 0.0 for i in range(2)}
    assert sum(isinstance(part, ByteDropout) for part in parts.values()) == 6
