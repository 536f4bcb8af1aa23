"""Learning the likeness model from examples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn import config_context
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import SVC

from bot.language.meaning import meanings_of_corpus
from bot.language.ngrams import NgramVectoriser
from bot.safety.examples import Example
from bot.safety.idioms import in_plain_words
from bot.safety.likeness import Floats, Likeness, features

FALSE_ALARMS = 0.055
"""How much of the innocent development messages may raise an alarm.

Two in three of those use the very words of distress or danger, so everyday talk raises far fewer.
"""

_FOLDS = 5
_PENALTY = 5.0
_SEED = 7

Flags = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]


def learn(examples: Sequence[Example], learnt_from: str = "") -> Likeness:
    """Learn to raise the alarm, to tell its kind, and to tell whom it is about.

    The threshold comes from cross-validation: every message is scored by a model that has not
    seen it.

    Args:
        examples: what to learn from.
        learnt_from: the fingerprint of their sources, kept with the model.
    """
    texts = [in_plain_words(example.text) for example in examples]
    vectoriser = NgramVectoriser.learn(texts, least=2)
    known = features(vectoriser, texts, meanings_of_corpus(texts))
    like = known.likeness_to(known)
    labels = np.array([example.label for example in examples])
    alarm = labels != "innocent"
    own = np.array([example.own for example in examples])
    told = np.array([example.about is not None for example in examples])
    other = np.array([example.about == "other" for example in examples])
    raising = _Decision(like, alarm, np.ones_like(alarm))
    decisions = (
        raising,
        _Decision(like, labels == "distress", alarm),
        _Decision(like, other, alarm & told),
    )
    fitted = [decision.fit(np.arange(len(examples))) for decision in decisions]
    weights = np.array([weights for weights, _ in fitted], dtype=np.float32)
    decisive = np.flatnonzero(weights.any(axis=0))  # the others weigh nothing, so leave them out
    return Likeness(
        vectoriser,
        known.rows(decisive),
        weights[:, decisive],
        np.array([offset for _, offset in fitted], dtype=np.float32),
        _threshold(raising.unseen_scores(labels)[~alarm & own]),
        learnt_from,
    )


class _Decision:
    """One yes-or-no question, learnt from the likeness of messages to each other."""

    def __init__(self, like: Floats, yes: Flags, counted: Flags) -> None:
        self._like, self._yes, self._counted = like, yes, counted

    def fit(self, seen: Rows) -> tuple[Floats, float]:
        """Return a weight for every message, zero for those not seen, and the offset."""
        rows = seen[self._counted[seen]]
        machine: Any = SVC(C=_PENALTY, kernel="precomputed", class_weight="balanced")
        with config_context(assume_finite=True):  # looking for gaps takes a third of the time
            machine.fit(self._like[np.ix_(rows, rows)], self._yes[rows])
        weights = np.zeros(len(self._yes), dtype=np.float32)
        weights[rows[machine.support_]] = machine.dual_coef_[0]
        return weights, float(machine.intercept_[0])

    def unseen_scores(self, labels: npt.NDArray[np.str_]) -> Floats:
        """Score every message by a model that was fitted without it."""
        scores = np.zeros(len(labels), dtype=np.float32)
        folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=_SEED)
        for seen, unseen in folds.split(self._like, labels):
            weights, offset = self.fit(seen)
            scores[unseen] = self._like[unseen] @ weights + offset
        return scores


def _threshold(harmless: Floats) -> float:
    highest = np.sort(harmless)[::-1]
    return float(highest[int(FALSE_ALARMS * len(highest))])
