"""Learning what turns do from examples."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from bot.language.descent import descend
from bot.language.embedding import get_embedder
from bot.language.regression import Features
from bot.rehearsal.skills.examples import Example
from bot.rehearsal.skills.features import Featuriser, Floats
from bot.rehearsal.skills.labels import KINDS, LABELS
from bot.rehearsal.skills.model import HEADS, SkillModel

STRENGTH = 2.0
"""The inverse of the penalty on large weights."""

SETTLING_WEIGHT = 3.0
"""In setting thresholds, a turn that nothing was learnt from counts as much as so many others."""

_FOLDS = 3
_ROUNDS = 120
_TRIED = np.round(np.arange(0.10, 0.81, 0.02), 2)

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]


def learn(
    examples: Sequence[Example], settling: Sequence[Example], fingerprint: str = ""
) -> SkillModel:
    """Learn one regression a label and one for the kind, then set the thresholds.

    Args:
        examples: what the weights are learnt from.
        settling: further turns that thresholds are set on, beside the examples as models that
            had not met them scored them.
        fingerprint: names all this, to know the model by.
    """
    texts = [example.text for example in examples]
    featuriser = Featuriser.learn(texts)
    features = featuriser.features(texts, get_embedder().embed_corpus(texts))
    weights, bias = fit(features, truth_of(examples))
    unseen = _scored_unseen(features, truth_of(examples))
    if settling:
        more = [example.text for example in settling]
        found = featuriser.features(more, get_embedder().embed_corpus(more)).scores(weights)
        unseen = np.vstack([unseen, found + bias])
    counts = np.r_[np.ones(len(examples)), np.full(len(settling), SETTLING_WEIGHT)]
    thresholds = _thresholds(unseen, truth_of((*examples, *settling)), counts)
    return SkillModel(featuriser, weights, bias, thresholds, fingerprint)


def truth_of(examples: Sequence[Example]) -> Floats:
    """Return one row an example, with 1 in the columns of `HEADS` that are true of it."""
    return np.array(
        [
            [label in each.labels for label in LABELS] + [kind == each.kind for kind in KINDS]
            for each in examples
        ],
        dtype=np.float32,
    )


def fit(features: Features, truth: Floats) -> tuple[Floats, Floats]:
    """Return the weights and the bias of every head, in the order of `HEADS`.

    All regressions are fitted at once, which takes seconds where one after the other takes a
    minute: the labels each on their own, the kinds against each other.
    """
    shape = (features.width + 1, len(HEADS))

    def loss(both: Floats) -> tuple[float, Floats]:
        weights = both[:-1]
        surprise, wrong = _surprise(features.scores(weights) + both[-1], truth)
        slope = np.empty(shape, dtype=np.float32)
        slope[:-1] = features.slope(wrong) + weights / np.float32(STRENGTH)
        slope[-1] = wrong.sum(axis=0)
        return surprise + float(np.vdot(weights, weights)) / (2 * STRENGTH), slope

    both = descend(loss, np.zeros(shape, dtype=np.float32), _ROUNDS)
    return both[:-1], both[-1]


def _surprise(votes: Floats, truth: Floats) -> tuple[float, Floats]:
    """Return how surprising the truth is under the votes, and how far each vote is off."""
    single, together = np.split(votes, [len(LABELS)], axis=1)
    yes, kinds = np.split(truth, [len(LABELS)], axis=1)
    highest = together.max(axis=1, keepdims=True)
    powers = np.exp(together - highest)
    total = powers.sum(axis=1, keepdims=True)
    surprise = float(
        np.logaddexp(0, single).sum()
        - (single * yes).sum()
        + (np.log(total) + highest).sum()
        - (together * kinds).sum()
    )
    likely = 1 / (1 + np.exp(-np.clip(single, -60, 60)))
    return surprise, np.hstack([likely - yes, powers / total - kinds])


def _scored_unseen(features: Features, truth: Floats) -> Floats:
    """Return the votes on every example of a model that was fitted without it."""
    votes = np.zeros_like(truth)
    fold = np.arange(len(truth)) % _FOLDS  # like turns stand together, so each fold has some
    for number in range(_FOLDS):
        seen, unseen = np.flatnonzero(fold != number), np.flatnonzero(fold == number)
        weights, bias = fit(features[seen], truth[seen])
        votes[unseen] = features[unseen].scores(weights) + bias
    return votes


def _thresholds(votes: Floats, truth: Floats, counts: Numbers) -> dict[str, float]:
    """Return for each label the likelihood from which naming it does best, by F1."""
    likely = 1 / (1 + np.exp(-votes[:, : len(LABELS)].astype(np.float64)))
    found = {}
    for column, label in enumerate(LABELS):
        true = truth[:, column] == 1
        scores = [_f1(likely[:, column] >= least, true, counts) for least in _TRIED]
        smooth = np.convolve(scores, np.ones(5) / 5, mode="same")[2:-2]  # a broad top, not a peak
        found[label] = float(_TRIED[2:-2][int(np.argmax(smooth))])
    return found


def _f1(named: Flags, truth: Flags, counts: Numbers) -> float:
    right = counts[named & truth].sum()
    return float(2 * right / max(counts[named].sum() + counts[truth].sum(), 1e-9))
