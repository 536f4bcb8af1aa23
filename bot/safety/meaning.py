"""The meaning of a message, as the safety check compares it.

Two sentence embeddings side by side: the general one, and the one that was taught on our examples.
The general one keeps the other honest, since it never saw them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from bot.language.embedding import LANGUAGE, get_adapted_embedder, get_embedder

NOTES = (LANGUAGE / "general.json", LANGUAGE / "adapted.json")
"""Tell which embeddings these are, by their sha256."""


def meanings_of(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """Return one unit vector per text that holds both embeddings.

    Raises:
        SetupError: a language model is missing.
    """
    both = np.hstack([get_embedder().embed(texts), get_adapted_embedder().embed(texts)])
    halves: npt.NDArray[np.float32] = both / np.float32(np.sqrt(2))
    return halves
