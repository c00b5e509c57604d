"""The weights of attributions: reading them, their errors, what they weigh, and how they are fitted."""

import json
import math

import numpy as np
import pytest

from models.attribution_cues import find_cues
from models.attribution_evidence import find_evidence
from models.attribution_phrases import find_tokens
from models.attribution_weights import FILE, load_weights
from models.base import ModelError, Span
from models.checksums import write_checksums
from models.training.attribution import Mention, find_mentions, find_threshold, fit


def probability(text: str) -> float:
    tokens = find_tokens(text, Span(0, len(text)), [])
    return max(load_weights().find_probability(find_evidence(tokens, cue)) for cue in find_cues(tokens))


def test_what_is_said_weighs_more_than_what_is_done() -> None:
    assert probability("The mayor of Velm said that the bridge was not safe for lorries.") > 0.85
    assert probability("The mayor of Velm told reporters that the bridge was not safe.") > 0.7
    assert probability("The mayor of Velm released four white doves from the bridge on Sunday.") < 0.5
    assert probability("The mayor of Velm shared a cab with an old friend from school.") < 0.4


def write(folder, content) -> None:
    (folder / FILE).write_text(content)
    write_checksums(folder, [FILE])


def test_weights_of_a_folder(tmp_path) -> None:
    write(tmp_path, json.dumps({"weights": {"word say": 2.0, "form ing": -1.0}, "bias": -1.0, "threshold": 0.5}))
    weights = load_weights(tmp_path)
    assert weights.threshold == 0.5
    assert weights.find_probability(["word say", "word say", "unheard of"]) == pytest.approx(1 / (1 + math.exp(-1)))
    assert weights.find_probability(["form ing"]) == pytest.approx(1 / (1 + math.exp(2)))


@pytest.mark.parametrize("content", ["no json", "[]", '{"weights": {}}'])
def test_weights_that_cannot_be_read_say_what_to_do(tmp_path, content) -> None:
    write(tmp_path, content)
    with pytest.raises(ModelError, match=r"weights\.json.*Install the package anew"):
        load_weights(tmp_path)


def test_weights_that_are_missing_or_changed_are_not_used(tmp_path) -> None:
    with pytest.raises(ModelError, match=r"checksums\.json is missing"):
        load_weights(tmp_path)
    write(tmp_path, "{}")
    (tmp_path / FILE).write_text('{"weights": {}, "bias": 0, "threshold": 0.5}')
    with pytest.raises(ModelError, match="not the file that was shipped"):
        load_weights(tmp_path)


def test_evidence_names_word_speaker_and_place() -> None:
    text = "When he warned that the dam could fail, nobody came."
    tokens = find_tokens(text, Span(0, len(text)), [])
    (cue,) = find_cues(tokens)
    found = set(find_evidence(tokens, cue))
    assert {
        "word warn",
        "form past",
        "word warn before that",
        "speaker he",
        "opens when",
        "under another clause",
    } <= found
    assert "speaker after" not in found


def span(text: str, words: str) -> dict[str, object]:
    start = text.index(words)
    return {"spans": [[start, start + len(words)]], "text": words}


def test_mentions_of_an_article_are_true_where_the_corpus_has_the_speaker() -> None:
    text = "Ada Brandt said that the dam was safe and sound. Odo Rell offered the crew some tea and cake."
    row = {
        "text": text,
        "attributions": [
            {"source": [span(text, "Ada Brandt")], "content": [span(text, "that the dam was safe and sound")]},
            {"source": [], "content": [span(text, "the crew some tea and cake")]},
            {"source": [span(text, "Odo Rell")], "content": [span(text, "some tea")]},
        ],
    }
    assert [m.attributes for m in find_mentions(3, row)] == [True, False]
    assert {m.article for m in find_mentions(3, row)} == {3}


def test_fit_learns_the_sign_and_leaves_out_what_is_rare() -> None:
    said, sold = Mention(0, ("say", "name"), True), Mention(1, ("sell", "name"), False)
    mentions = [said] * 40 + [sold] * 40 + [Mention(2, ("rare",), True)]
    names, weights = fit(mentions)
    assert names == ["name", "say", "sell"]
    assert weights[1] > 1 > -1 > weights[2]
    assert abs(weights[0]) < 0.2
    assert np.isfinite(weights).all()


def test_threshold_parts_the_held_out_articles() -> None:
    mentions = [Mention(i, ("say",) if i % 2 else ("sell",), bool(i % 2)) for i in range(200)]
    assert 0.2 <= find_threshold(mentions) < 0.7
