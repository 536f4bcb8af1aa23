"""Learning the likeness model, and keeping it between runs."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import SVC

from bot.language.embedding import get_embedder
from bot.language.ngrams import NgramVectoriser
from bot.safety.examples import Example, load_examples, sources
from bot.safety.finding import KINDS, Kind
from bot.safety.idioms import DEFAULT as IDIOMS
from bot.safety.idioms import in_plain_words
from bot.safety.likeness import PIECE_WEIGHT, WIDTH, WORD_WEIGHT, Floats, Likeness, features
from bot.settings import Settings

FALSE_ALARMS = 0.04
"""How much of the innocent development messages may raise an alarm: both kinds together.

Two in three of those use the very words of distress or danger, so everyday talk raises far fewer.
"""

_FOLDS = 5
_PENALTY = 5.0
_SEED = 7

Flags = npt.NDArray[np.bool_]


def train_safety(folder: Path | None = None) -> Path:
    """Learn the model from data/safety and data/nlu, unless one of just this data is there.

    Takes about 20 seconds, most of it for embedding the messages. The same data gives the same
    model.

    Args:
        folder: where models are kept; otherwise `safety` in the folder of the settings.

    Returns:
        The file of the model.

    Raises:
        ContentError: a data file is wrong.
        SetupError: the language model is missing.
    """
    folder = folder or Settings.from_environment().var / "safety"
    path = folder / f"likeness-{_fingerprint()}.npz"
    if not path.is_file():
        learn(load_examples()).save(path)
        for old in folder.glob("likeness-*.npz"):
            if old != path:
                old.unlink(missing_ok=True)
    return path


def learn(examples: Sequence[Example]) -> Likeness:
    """Learn to raise the alarm, to tell its kind, and to tell whom it is about.

    The thresholds come from cross-validation: every message is scored by a model that has not
    seen it.
    """
    texts = [in_plain_words(example.text) for example in examples]
    vectors = get_embedder().embed(texts)
    vectoriser = NgramVectoriser.learn(texts, least=2)
    known = features(vectoriser, texts, vectors)
    like = known.likeness_to(known)
    labels = np.array([example.label for example in examples])
    alarm = labels != "innocent"
    told = np.array([example.about is not None for example in examples])
    decisions = [
        _Decision(like, alarm, np.ones_like(alarm)),
        _Decision(like, labels == "distress", alarm),
        _Decision(like, np.array([e.about == "other" for e in examples]), alarm & told),
    ]
    fitted = [decision.fit(np.arange(len(examples))) for decision in decisions]
    weights = np.array([weights for weights, _ in fitted], dtype=np.float32)
    decisive = np.flatnonzero(weights.any(axis=0))  # the others weigh nothing, so leave them out
    return Likeness(
        vectoriser,
        known.rows(decisive),
        weights[:, decisive],
        np.array([offset for _, offset in fitted], dtype=np.float32),
        _thresholds(decisions, labels, np.array([example.own for example in examples])),
    )


class _Decision:
    """One yes-or-no question, learnt from the likeness of messages to each other."""

    def __init__(self, like: Floats, yes: Flags, counted: Flags) -> None:
        self._like, self._yes, self._counted = like, yes, counted

    def fit(self, seen: npt.NDArray[np.int64]) -> tuple[Floats, float]:
        """Return a weight for every message, zero for those not seen, and the offset."""
        rows = seen[self._counted[seen]]
        machine: Any = SVC(C=_PENALTY, kernel="precomputed", class_weight="balanced")
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


def _thresholds(
    decisions: Sequence[_Decision], labels: npt.NDArray[np.str_], own: Flags
) -> dict[Kind, float]:
    alarm = decisions[0].unseen_scores(labels)
    distress = decisions[1].unseen_scores(labels) > 0
    innocent = (labels == "innocent") & own
    allowed = int(FALSE_ALARMS / len(KINDS) * innocent.sum())
    thresholds: dict[Kind, float] = {}
    for kind in KINDS:
        named = distress if kind == "distress" else ~distress
        highest = np.sort(alarm[innocent & named])[::-1]
        thresholds[kind] = float(highest[min(allowed, len(highest) - 1)])
    return thresholds


def _fingerprint() -> str:
    """Return a name for everything that the model is learnt from, this code included."""
    digest = hashlib.sha256()
    settings = (FALSE_ALARMS, _FOLDS, _PENALTY, _SEED, WIDTH, WORD_WEIGHT, PIECE_WEIGHT)
    digest.update(repr(settings).encode())
    for path in (*sources(), IDIOMS, *(Path(__file__).with_name(n) for n in _CODE)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


_CODE = ("learning.py", "likeness.py", "examples.py", "idioms.py")
