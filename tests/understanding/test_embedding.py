"""Sentence embeddings put like meanings close together, whatever the input."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot.errors import SetupError
from bot.language import DIMENSIONS, embedding, get_adapted_embedder, get_embedder

BOTH = pytest.mark.parametrize(
    "get", [get_embedder, get_adapted_embedder], ids=["general", "adapted"]
)


def test_like_meanings_lie_closer_than_unlike_ones() -> None:
    asked, same, other = get_embedder().embed(
        ["do I get sick pay?", "am i paid when I'm off ill", "what time does the library open"]
    )
    assert asked @ same > 0.6
    assert asked @ other < 0.3


@pytest.mark.parametrize(
    "text",
    ["", "   ", "👍", "a" * 10_000, "word " * 3_000, "\ud83d broken", "nul \x00 inside", "你好"],
    ids=["empty", "blank", "emoji", "one_long_word", "long", "half_a_pair", "nul", "chinese"],
)
@BOTH
def test_any_text_gets_a_unit_vector(get: Any, text: str) -> None:
    vector = get().embed([text])
    assert vector.shape == (1, DIMENSIONS)
    assert vector.dtype == np.float32
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-5)


@BOTH
def test_a_text_gets_the_same_vector_alone_and_among_others(get: Any) -> None:
    texts = ["short", "a rather longer text about rotas that change the night before"]
    together = get().embed(texts)
    alone = [get().embed([text])[0] for text in texts]
    assert np.allclose(together, alone, atol=1e-6)


@BOTH
def test_a_text_of_a_corpus_gets_nearly_the_vector_that_it_has_alone(get: Any) -> None:
    texts = [f"they changed my rota {when}" for when in ("today", "again", "twice", "last night")]
    likeness = (get().embed_corpus(texts) * get().embed(texts)).sum(axis=1)
    assert likeness.min() > 0.97
    assert get().embed_corpus([]).shape == (0, DIMENSIONS)


def test_the_caller_may_change_the_array_without_harm_to_the_next() -> None:
    first = get_embedder().embed(["can they cut my hours"])
    kept = first.copy()
    first *= 0
    assert np.array_equal(get_embedder().embed(["can they cut my hours"]), kept)


def test_no_texts_give_no_vectors() -> None:
    assert get_embedder().embed([]).shape == (0, DIMENSIONS)


def test_the_adapted_model_knows_what_sets_our_intents_apart() -> None:
    texts = [
        "they took fifty quid off my wages because the till was down",
        "a plate got smashed and it came out of my pay packet",
        "my pay packet never says how many hours I worked",
    ]
    till, plate, slip = get_adapted_embedder().embed(texts)
    assert till @ plate > till @ slip


def test_an_adapted_model_other_than_its_note_tells_of_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tmp_path / "adapted.onnx"
    model.write_bytes(b"something else")
    model.with_suffix(".json").write_text(json.dumps({"sha256": "0" * 64}))
    monkeypatch.setattr(embedding, "LANGUAGE", tmp_path)
    with pytest.raises(SetupError, match="damaged or was changed"):
        get_adapted_embedder.__wrapped__()
