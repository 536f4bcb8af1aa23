"""What was learnt about turns: a weight for every feature and label, and a threshold a label.

Plain arrays and JSON, so that a process needs no scikit-learn and nothing in the file is run.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import attrs
import numpy as np
import numpy.typing as npt

from bot.language.embedding import DIMENSIONS
from bot.language.keeping import write_whole
from bot.rehearsal.skills.features import Featuriser, Floats
from bot.rehearsal.skills.labels import KINDS, LABELS, Kind

Shares = npt.NDArray[np.float64]

HEADS = (*LABELS, *KINDS)
"""What each column of the weights decides: one yes or no a label, then what the turn mainly is."""


@attrs.frozen(eq=False)
class SkillModel:
    """Tells how likely a turn is to do each thing.

    Attributes:
        featuriser: turns a turn into numbers.
        weights: one row per feature, one column per head.
        bias: one number per head.
        thresholds: a turn does what is at least as likely as this, by label.
        learnt_from: the fingerprint of what it was learnt from (see `keeping`).
    """

    featuriser: Featuriser
    weights: Floats
    bias: Floats
    thresholds: Mapping[str, float]
    learnt_from: str = ""

    def shares(self, text: str, vector: Floats) -> tuple[dict[str, float], dict[Kind, float]]:
        """Return how likely each label is, and how likely each kind; kinds add up to 1.

        Args:
            text: the turn.
            vector: its sentence embedding.
        """
        dense = self.featuriser.dense(text, vector)
        votes = dense @ self.weights[: len(dense)] + self._votes_of_words(text) + self.bias
        return read_votes(votes.astype(np.float64))

    def votes_without_meaning(self, text: str) -> dict[str, float]:
        """Return how far the words and the form of a sentence speak for each label."""
        form = self.featuriser.dense(text, np.zeros(DIMENSIONS, dtype=np.float32))
        votes = form @ self.weights[: len(form)] + self._votes_of_words(text)
        return dict(zip(LABELS, map(float, votes), strict=False))

    def _votes_of_words(self, text: str) -> Floats:
        row = self.featuriser.sparse(text)
        votes: Floats = row.values.astype(np.float32) @ self.weights[row.columns]
        return votes

    def save(self, path: Path) -> None:
        """Write everything to one file, whole or not at all."""
        plain = {
            "featuriser": self.featuriser.as_plain(),
            "thresholds": dict(self.thresholds),
            "learnt_from": self.learnt_from,
        }
        write_whole(path, weights=self.weights, bias=self.bias, plain=np.array(json.dumps(plain)))

    @classmethod
    def load(cls, path: Path) -> SkillModel:
        """Read what `save` wrote."""
        with np.load(path, allow_pickle=False) as file:
            plain = json.loads(str(file["plain"]))
            return cls(
                Featuriser.from_plain(plain["featuriser"]),
                file["weights"],
                file["bias"],
                plain["thresholds"],
                plain["learnt_from"],
            )


def read_votes(votes: Shares) -> tuple[dict[str, float], dict[Kind, float]]:
    """Return the votes of one turn, one per head, as likelihoods of labels and of kinds."""
    single, together = votes[: len(LABELS)], votes[len(LABELS) :]
    yes = 1 / (1 + np.exp(-single))
    powers = np.exp(together - together.max())
    return (
        dict(zip(LABELS, map(float, yes), strict=True)),
        dict(zip(KINDS, map(float, powers / powers.sum()), strict=True)),
    )
