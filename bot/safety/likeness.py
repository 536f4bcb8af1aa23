"""How like a message is to known messages of distress and danger.

A kernel machine over the meaning of a sentence (its embedding) and, added to it, its words. Three
decisions are learnt: whether to raise the alarm, of which kind, and whether somebody else is in
trouble. The weights are plain arrays, so that a process needs no scikit-learn to use them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from bot.language.keeping import write_whole
from bot.language.ngrams import NgramVectoriser, stacked
from bot.safety.finding import Kind

Floats = npt.NDArray[np.float32]

WORD_WEIGHT = 0.46
PIECE_WEIGHT = 0.46

NEARNESS = 3.0
"""How fast likeness of meaning falls with distance: exp(NEARNESS * (cosine - 1))."""

SHARED_WORDS = 0.5
"""How much the words and pieces in common add to likeness."""


_FEW = 32
_OFTEN = 1000
"""So many columns, the most common ones, are multiplied apart from the rest."""


@attrs.frozen(eq=False)
class Features:
    """Messages as numbers: one row each, meaning and words apart."""

    meaning: Floats
    words: Any

    def likeness_to(self, others: Features) -> Floats:
        """Return how like each row is to each row of `others`, from 0 upwards."""
        like: Floats = self.meaning @ others.meaning.T
        like -= 1
        like *= np.float32(NEARNESS)
        np.exp(like, out=like)  # in place: between all examples this is a gigabyte
        like += np.float32(SHARED_WORDS) * self._words_shared_with(others)
        return like

    def _words_shared_with(self, others: Features) -> Floats:
        if self.words.shape[0] <= _FEW:
            # For a message and its parts this is ten times as fast as a sparse product.
            return np.asarray(others.words @ self.words.toarray().T).T
        # A few columns fill most of the product, and there a dense one is five times as fast.
        often = others.words.getnnz(axis=0).argsort()[-_OFTEN:]
        rarely = np.setdiff1d(np.arange(others.words.shape[1]), often)
        shared = self.words[:, often].toarray() @ others.words[:, often].toarray().T
        shared += self.words[:, rarely] @ others.words[:, rarely].T
        return np.asarray(shared)

    def rows(self, which: npt.NDArray[np.int64]) -> Features:
        """Return some of the rows."""
        return Features(self.meaning[which], self.words[which])


@attrs.frozen(eq=False)
class Likeness:
    """What was learnt.

    Attributes:
        vectoriser: the words and pieces of words that count.
        known: the known messages that decide, as features.
        weights: three rows (alarm, kind, whom), with a weight for each known message.
        offsets: what is added to each of the three.
        threshold: the alarm is raised from this score.
        learnt_from: the fingerprint of what it was learnt from (see `bot.safety.keeping`).
    """

    vectoriser: NgramVectoriser
    known: Features
    weights: Floats
    offsets: Floats
    threshold: float
    learnt_from: str = ""

    def scores(self, texts: Sequence[str], vectors: Floats) -> list[tuple[Kind, float]]:
        """Return the likelier kind of each text and how far its score is above the threshold."""
        alarm, kind, _ = self._decide(texts, vectors)
        return [
            ("distress" if of_kind > 0 else "danger", float(score) - self.threshold)
            for score, of_kind in zip(alarm, kind, strict=True)
        ]

    def score_of_other(self, text: str, vectors: Floats) -> float:
        """Return above 0 where somebody else seems to be in trouble, below 0 for the writer."""
        return float(self._decide([text], vectors)[2][0])

    def _decide(self, texts: Sequence[str], vectors: Floats) -> Floats:
        like = features(self.vectoriser, texts, vectors).likeness_to(self.known)
        return np.asarray((like @ self.weights.T + self.offsets).T, dtype=np.float32)

    def save(self, path: Path) -> None:
        """Write everything to one file, whole or not at all."""
        write_whole(
            path,
            vectoriser=np.array(json.dumps(self.vectoriser.as_plain())),
            meaning=self.known.meaning.astype(np.float16),  # half the size, and just as good
            data=self.known.words.data,
            indices=self.known.words.indices,
            indptr=self.known.words.indptr,
            weights=self.weights,
            offsets=self.offsets,
            threshold=np.array(self.threshold),
            learnt_from=np.array(self.learnt_from),
        )

    @classmethod
    def load(cls, path: Path) -> Likeness:
        """Read what `save` wrote; nothing in the file is run.

        Raises:
            OSError, ValueError, KeyError: there is no such file, or it is damaged or older.
        """
        with np.load(path, allow_pickle=False) as file:
            vectoriser = NgramVectoriser.from_plain(json.loads(str(file["vectoriser"])))
            meaning = file["meaning"].astype(np.float32)
            shape = (len(meaning), vectoriser.width)
            words = csr_matrix((file["data"], file["indices"], file["indptr"]), shape=shape)
            return cls(
                vectoriser,
                Features(meaning, words),
                file["weights"],
                file["offsets"],
                float(file["threshold"]),
                str(file["learnt_from"]),
            )


def features(vectoriser: NgramVectoriser, texts: Sequence[str], vectors: Floats) -> Features:
    """Return messages as numbers.

    Args:
        vectoriser: the words that count.
        texts: the messages.
        vectors: their sentence embeddings, one row each.
    """
    rows = [vectoriser.row(text, WORD_WEIGHT, PIECE_WEIGHT) for text in texts]
    return Features(np.asarray(vectors, dtype=np.float32), stacked(rows, vectoriser.width))
