"""Sentence embeddings put like meanings close together, whatever the input."""

import numpy as np
import pytest

from bot.language import DIMENSIONS, get_embedder


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
def test_any_text_gets_a_unit_vector(text: str) -> None:
    vector = get_embedder().embed([text])
    assert vector.shape == (1, DIMENSIONS)
    assert vector.dtype == np.float32
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-5)


def test_a_text_gets_the_same_vector_alone_and_among_others() -> None:
    texts = ["short", "a rather longer text about rotas that change the night before"]
    together = get_embedder().embed(texts)
    alone = [get_embedder().embed([text])[0] for text in texts]
    assert np.allclose(together, alone, atol=1e-6)


def test_the_caller_may_change_the_array_without_harm_to_the_next() -> None:
    first = get_embedder().embed(["can they cut my hours"])
    kept = first.copy()
    first *= 0
    assert np.array_equal(get_embedder().embed(["can they cut my hours"]), kept)


def test_no_texts_give_no_vectors() -> None:
    assert get_embedder().embed([]).shape == (0, DIMENSIONS)
