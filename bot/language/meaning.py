"""The meaning of a text, as the safety check and the reading of offers compare it.

Two sentence embeddings side by side: the general one knows how people speak of anything, the one
that was taught on our examples what sets the subjects of the guide apart. The general one keeps the
other honest, since it never saw them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.language.embedding import LANGUAGE, Vectors, get_adapted_embedder, get_embedder

SOURCES = (LANGUAGE / "general.json", LANGUAGE / "adapted.json", Path(__file__))
"""Tell which embeddings these are, by their sha256, and how they are joined."""


def meanings_of(texts: Sequence[str]) -> Vectors:
    """Return one unit vector per text that holds both embeddings.

    Raises:
        SetupError: a language model is missing.
    """
    return _halves(get_embedder().embed(texts), get_adapted_embedder().embed(texts))


def meanings_of_corpus(texts: Sequence[str]) -> Vectors:
    """Return the same for many texts to learn from, a little less exact and much sooner.

    Raises:
        SetupError: a language model is missing.
    """
    return _halves(get_embedder().embed_corpus(texts), get_adapted_embedder().embed_corpus(texts))


def _halves(general: Vectors, adapted: Vectors) -> Vectors:
    both: Vectors = np.hstack([general, adapted]) / np.float32(np.sqrt(2))
    return both
