"""Learning what turns do from examples."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

from bot.language.embedding import get_embedder
from bot.rehearsal.skills.examples import Example
from bot.rehearsal.skills.features import Featuriser, Floats
from bot.rehearsal.skills.labels import KINDS, LABELS
from bot.rehearsal.skills.model import SkillModel

STRENGTH = 2.0
"""The inverse of the penalty on large weights (C of scikit-learn)."""

SETTLING_WEIGHT = 3.0
"""In setting thresholds, a turn that nothing was learnt from counts as much as so many others."""

_FOLDS = 5
_SEED = 20261122
_TRIED = np.round(np.arange(0.10, 0.81, 0.02), 2)

Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]


def learn(examples: Sequence[Example], settling: Sequence[Example]) -> SkillModel:
    """Learn one regression a label and one for the kind, then set the thresholds.

    Args:
        examples: what the weights are learnt from.
        settling: further turns that thresholds are set on, beside the examples as models that
            had not met them scored them.
    """
    texts = [example.text for example in examples]
    vectors = get_embedder().embed(texts)
    featuriser = Featuriser.learn(texts)
    features = featuriser.matrix(texts, vectors)
    weights, bias = fit(features, examples)
    unseen = _scored_unseen(features, examples)
    if settling:
        more = [example.text for example in settling]
        found = featuriser.matrix(more, get_embedder().embed(more)) @ weights + bias
        unseen = np.vstack([unseen, found])
    counts = np.r_[np.ones(len(examples)), np.full(len(settling), SETTLING_WEIGHT)]
    return SkillModel(
        featuriser, weights, bias, _thresholds(unseen, (*examples, *settling), counts)
    )


def fit(features: csr_matrix, examples: Sequence[Example]) -> tuple[Floats, Floats]:
    """Return the weights and the bias of every head, in the order of `HEADS`."""
    columns, bias = [], []
    for label in LABELS:
        truth = np.array([label in example.labels for example in examples])
        machine = LogisticRegression(C=STRENGTH, max_iter=400).fit(features, truth)
        columns.append(machine.coef_[0])
        bias.append(machine.intercept_[0])
    kinds = np.array([KINDS.index(example.kind) for example in examples])
    machine = LogisticRegression(C=STRENGTH, max_iter=400).fit(features, kinds)
    weights = np.vstack([*columns, *machine.coef_]).T
    return (
        np.ascontiguousarray(weights, dtype=np.float32),
        np.array([*bias, *machine.intercept_], dtype=np.float32),
    )


def _scored_unseen(features: csr_matrix, examples: Sequence[Example]) -> Floats:
    """Return the votes on every example of a model that was fitted without it."""
    votes = np.zeros((len(examples), len(LABELS) + len(KINDS)), dtype=np.float32)
    folds = KFold(_FOLDS, shuffle=True, random_state=_SEED)
    for seen, unseen in folds.split(np.arange(len(examples))):
        weights, bias = fit(features[seen], [examples[row] for row in seen])
        votes[unseen] = features[unseen] @ weights + bias
    return votes


def _thresholds(
    votes: Floats, examples: Sequence[Example], counts: npt.NDArray[np.float64]
) -> dict[str, float]:
    """Return for each label the likelihood from which naming it does best, by F1."""
    likely = 1 / (1 + np.exp(-votes[:, : len(LABELS)].astype(np.float64)))
    found = {}
    for column, label in enumerate(LABELS):
        truth = np.array([label in example.labels for example in examples])
        scores = [_f1(likely[:, column] >= least, truth, counts) for least in _TRIED]
        smooth = np.convolve(scores, np.ones(5) / 5, mode="same")[2:-2]  # a broad top, not a peak
        found[label] = float(_TRIED[2:-2][int(np.argmax(smooth))])
    return found


def _f1(named: Flags, truth: Flags, counts: npt.NDArray[np.float64]) -> float:
    right = counts[named & truth].sum()
    return float(2 * right / max(counts[named].sum() + counts[truth].sum(), 1e-9))
