"""Multinomial logistic regression on dense and sparse features side by side.

scikit-learn takes one matrix. With the embedding inside a sparse one, most of the work is walking
through numbers that are all there; kept apart, training takes half the time.
The objective is scikit-learn's: strength x weighted log loss + half the squared weights.
"""

from __future__ import annotations

import attrs
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from bot.language.descent import descend
from bot.language.ngrams import Floats

Columns = npt.NDArray[np.int64]


@attrs.frozen(eq=False)
class Features:
    """What is known of each text: its embedding and its n-grams, one row a text."""

    dense: Floats
    sparse: csr_matrix
    _turned: csr_matrix = attrs.field(init=False)  # turning it at each step would cost a fifth more

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_turned", self.sparse.T.tocsr())

    def __getitem__(self, rows: Columns) -> Features:
        return Features(self.dense[rows], self.sparse[rows])

    def scores(self, weights: Floats) -> Floats:
        """Return the score of each text (row) for each class (column), before the bias."""
        width = self.dense.shape[1]
        scores: Floats = self.dense @ weights[:width] + self.sparse @ weights[width:]
        return scores

    def slope(self, surprises: Floats) -> Floats:
        """Return how much each weight (feature, class) adds to the surprises (text, class)."""
        parts = (self.dense.T @ surprises, self._turned @ surprises)
        slope: Floats = np.concatenate(parts)
        return slope

    @property
    def width(self) -> int:
        """The number of features."""
        return int(self.dense.shape[1] + self.sparse.shape[1])


@attrs.frozen(eq=False)
class Regression:
    """Weights (feature, class) and bias (class)."""

    weights: Floats
    bias: Floats


def fit(
    features: Features,
    truth: Columns,
    classes: int,
    strength: float,
    rounds: int,
    start: Regression | None = None,
) -> Regression:
    """Fit by L-BFGS, every class weighing the same; stopped early after `rounds` on purpose.

    Args:
        features: one row a text.
        truth: the class of each text.
        classes: how many classes there are.
        strength: the inverse of the penalty on large weights.
        rounds: how many steps to take.
        start: where to start from; zeros by default.
    """
    shape = (features.width + 1, classes)
    counts = np.bincount(truth, minlength=classes)
    # How many examples we wrote says nothing of what people ask.
    weight = (len(truth) / (classes * np.maximum(counts, 1)))[truth].astype(np.float32)
    rows = np.arange(len(truth))

    def loss(both: Floats) -> tuple[float, Floats]:
        weights = both[:-1]
        scores = features.scores(weights) + both[-1]
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        sums = shares.sum(axis=1)
        surprise = weight @ (np.log(sums) - scores[rows, truth])
        shares /= sums[:, np.newaxis]
        shares[rows, truth] -= 1
        shares *= weight[:, np.newaxis] * np.float32(strength)
        slope = np.empty(shape, dtype=np.float32)
        slope[:-1] = features.slope(shares) + weights
        slope[-1] = shares.sum(axis=0)
        penalty = 0.5 * float(np.vdot(weights, weights))
        return strength * float(surprise) + penalty, slope

    first = np.zeros(shape) if start is None else np.vstack([start.weights, start.bias])
    both = descend(loss, first.astype(np.float32), rounds)
    return Regression(both[:-1], both[-1])
