"""How like a clause is to clauses that say a red flag, from its meaning and its words.

Plain arrays and JSON, so that nothing in the file is run.
"""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import numpy as np
import numpy.typing as npt

from bot.language.keeping import write_whole
from bot.language.ngrams import Floats, NgramVectoriser, SparseRow
from bot.language.regression import Regression

Votes = npt.NDArray[np.float64]

MEANING = np.float32(3.0)
WORDS = 2.0
PIECES = 1.0
"""What the embedding, the words and the pieces of words weigh; by cross-validation on clauses."""


@attrs.frozen(eq=False)
class SaidModel:
    """Tells how likely a clause says each red flag.

    Attributes:
        says: what each column of the weights stands for: the red flags, and nothing.
        vectoriser: the words and pieces of words that count.
        regression: a weight for every feature and column.
        learnt_from: the fingerprint of what it was learnt from (see `keeping`).
    """

    says: tuple[str, ...]
    vectoriser: NgramVectoriser
    regression: Regression
    learnt_from: str = ""

    def votes(self, text: str, vector: Floats) -> Votes:
        """Return how far the clause speaks for each of `says`: the logarithms of the odds.

        Args:
            text: the clause in plain spelling.
            vector: its sentence embedding.
        """
        row = sparse(self.vectoriser, text)
        weights = self.regression.weights
        scores = vector * MEANING @ weights[: len(vector)] + self.regression.bias
        scores = (scores + row.values @ weights[row.columns + len(vector)]).astype(np.float64)
        powers = np.exp(scores - scores.max())
        others = np.maximum(powers.sum() - powers, 1e-12)
        votes: Votes = np.log(np.maximum(powers, 1e-12) / others)
        return votes

    def save(self, path: Path) -> None:
        """Write everything to one file, whole or not at all."""
        plain = {
            "says": self.says,
            "vectoriser": self.vectoriser.as_plain(),
            "learnt_from": self.learnt_from,
        }
        write_whole(
            path,
            weights=self.regression.weights,
            bias=self.regression.bias,
            plain=np.array(json.dumps(plain)),
        )

    @classmethod
    def load(cls, path: Path) -> SaidModel:
        """Read what `save` wrote."""
        with np.load(path, allow_pickle=False) as file:
            plain = json.loads(str(file["plain"]))
            return cls(
                tuple(plain["says"]),
                NgramVectoriser.from_plain(plain["vectoriser"]),
                Regression(file["weights"], file["bias"]),
                plain["learnt_from"],
            )


def sparse(vectoriser: NgramVectoriser, text: str) -> SparseRow:
    """Return the words of a clause and their pieces as columns and values."""
    return vectoriser.row(text, WORDS, PIECES)
