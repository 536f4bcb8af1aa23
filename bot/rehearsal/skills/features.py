"""A turn as numbers: its meaning, its words, how its sentences open, and their form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from bot.language.embedding import DIMENSIONS
from bot.language.ngrams import NgramVectoriser, SparseRow, Vocabulary, stacked, words_of
from bot.language.regression import Features
from bot.rehearsal.skills import cues
from bot.rehearsal.skills.sentences import sentences_of

Floats = npt.NDArray[np.float32]

_OPENING_WORDS = 4


@attrs.frozen
class Scales:
    """How much each sort of feature weighs; chosen by cross-validation on the training turns."""

    meaning: float = 2.0
    words: float = 2.0
    pieces: float = 0.5
    openings: float = 1.0
    cues: float = 1.0


def openings(text: str) -> Iterable[str]:
    """Return how each sentence of a turn opens: its first one to four words, fillers left out.

    The last sentence counts once more, as what the turn leaves the other with.
    """
    spoken = [words_of(cues.plain(sentence)) for sentence in sentences_of(text)]
    for words in spoken:
        yield from _heads(words, "^")
    yield from _heads(spoken[-1], "$")


def _heads(words: Sequence[str], mark: str) -> Iterable[str]:
    for length in range(1, min(_OPENING_WORDS, len(words)) + 1):
        yield mark + " ".join(words[:length])


@attrs.frozen(eq=False)
class Featuriser:
    """Turns texts and their embeddings into rows of numbers."""

    ngrams: NgramVectoriser
    openings: Vocabulary
    scales: Scales

    @classmethod
    def learn(
        cls, texts: Sequence[str], least: int = 2, scales: Scales | None = None
    ) -> Featuriser:
        """Learn which words, pieces and openings count: those in at least `least` turns."""
        return cls(
            NgramVectoriser.learn(texts, least=least),
            Vocabulary.learn((openings(text) for text in texts), least),
            scales or Scales(),
        )

    @property
    def width(self) -> int:
        """The number of columns."""
        return DIMENSIONS + cues.WIDTH + self.ngrams.width + len(self.openings.columns)

    def dense(self, text: str, vector: Floats) -> Floats:
        """Return the columns that every turn fills: meaning, then form."""
        return np.concatenate([vector * self.scales.meaning, cues.cues(text) * self.scales.cues])

    def sparse(self, text: str) -> SparseRow:
        """Return the words and openings; columns count on from those of `dense`."""
        words = self.ngrams.row(text, self.scales.words, self.scales.pieces)
        heads = self.openings.row(openings(text))
        start = DIMENSIONS + cues.WIDTH
        return SparseRow(
            np.concatenate([words.columns, heads.columns + self.ngrams.width]) + start,
            np.concatenate([words.values, heads.values * np.float32(self.scales.openings)]),
        )

    def features(self, texts: Sequence[str], vectors: Floats) -> Features:
        """Return all the columns of many turns, one row each."""
        dense = np.array([self.dense(t, v) for t, v in zip(texts, vectors, strict=True)])
        all_columns = stacked([self.sparse(text) for text in texts], self.width)
        return Features(dense.astype(np.float32), all_columns[:, dense.shape[1] :])

    def as_plain(self) -> dict[str, Any]:
        """Return everything learnt as plain data, ready for JSON."""
        return {
            "ngrams": self.ngrams.as_plain(),
            "openings": list(self.openings.columns),
            "rarity": [round(float(weight), 6) for weight in self.openings.weights],
            "scales": attrs.asdict(self.scales),
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> Featuriser:
        """Return what `as_plain` gave."""
        columns = {term: column for column, term in enumerate(plain["openings"])}
        return cls(
            NgramVectoriser.from_plain(plain["ngrams"]),
            Vocabulary(columns, np.array(plain["rarity"], dtype=np.float32)),
            Scales(**plain["scales"]),
        )
