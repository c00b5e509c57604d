"""The label order of a foreign cross-encoder is read, never guessed."""

import pytest

from models.base import ModelError
from models.cross_encoder import HubPairModel, read_label_order


@pytest.mark.parametrize(
    ("labels", "order"),
    [
        ({0: "contradiction", 1: "entailment", 2: "neutral"}, [1, 2, 0]),
        ({0: "ENTAILMENT", 1: "NEUTRAL", 2: "CONTRADICTION"}, [0, 1, 2]),
    ],
)
def test_the_order_is_read_from_the_names(labels, order):
    assert read_label_order(labels, "some/model") == order


@pytest.mark.parametrize("labels", [{0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"}, {0: "entailment", 1: "not_entailment"}])
def test_names_that_do_not_say_are_refused(labels):
    with pytest.raises(ModelError, match="must name entailment, neutral, contradiction"):
        read_label_order(labels, "some/model")


@pytest.mark.slow
def test_a_cross_encoder_in_a_folder_is_used_with_its_own_order(tmp_path):
    from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

    from models.base import Passage
    from models.encoder import find_default_weights

    config = BertConfig(
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        id2label={0: "contradiction", 1: "entailment", 2: "neutral"},
        label2id={"contradiction": 0, "entailment": 1, "neutral": 2},
    )
    model = BertForSequenceClassification(config)
    model.classifier.bias.data[:] = model.classifier.bias.new_tensor([9.0, 0.0, 0.0])
    model.save_pretrained(tmp_path)
    AutoTokenizer.from_pretrained(find_default_weights()).save_pretrained(tmp_path)
    scores = HubPairModel(str(tmp_path)).read([(Passage("It rains."), Passage("It is dry."))])
    assert scores.entailment[0].argmax() == 2
    assert scores.relations is None
