"""Words, word pairs and pieces of words as weighted counts (tf-idf).

They see what a sentence embedding blurs: names such as P45 or CIS, and misspelt words, whose
pieces are still mostly right. Counts are damped by the logarithm, weighted by how rare the piece
is, and brought to unit length for words and for pieces of words apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

Floats = npt.NDArray[np.float32]
Columns = npt.NDArray[np.int64]

PIECE_LENGTHS = (2, 3, 4)
"""Lengths of the pieces of words, in characters; a word is padded with a space on either side."""

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[0-9]+|[£%?]")
_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without accents; every number becomes 0."""
    plain = unicodedata.normalize("NFKD", text.translate(_QUOTES)).lower()
    return _WORD.findall(_DIGITS.sub("0", plain))


def word_grams(words: Sequence[str]) -> Iterable[str]:
    """Return the words and the pairs of neighbours."""
    yield from words
    for first, second in pairwise(words):
        yield f"{first} {second}"


def pieces(words: Sequence[str]) -> Iterable[str]:
    """Return the pieces of each word, its edges marked by a space."""
    for word in words:
        padded = f" {word} "
        for length in PIECE_LENGTHS:
            for start in range(len(padded) - length + 1):
                yield padded[start : start + length]


@attrs.frozen
class SparseRow:
    """One text as columns and their values, in the same order."""

    columns: Columns
    values: Floats


def stacked(rows: Sequence[SparseRow], width: int) -> csr_matrix:
    """Return texts as one matrix, a row each, `width` columns wide."""
    return csr_matrix(
        (
            np.concatenate([row.values for row in rows]),
            np.concatenate([row.columns for row in rows]),
            np.cumsum([0, *(len(row.columns) for row in rows)]),
        ),
        shape=(len(rows), width),
        dtype=np.float32,
    )


@attrs.frozen(eq=False)
class Vocabulary:
    """Terms of one kind, their columns and weights.

    Attributes:
        columns: the column of each term.
        weights: the inverse document frequency of each column.
    """

    columns: dict[str, int]
    weights: Floats

    @classmethod
    def learn(cls, documents: Iterable[Iterable[str]], least: int) -> Vocabulary:
        """Return the terms that at least `least` documents hold, weighted by rarity."""
        seen: Counter[str] = Counter()
        total = 0
        for document in documents:
            seen.update(set(document))
            total += 1
        terms = sorted(term for term, count in seen.items() if count >= least)
        counts = np.array([seen[term] for term in terms], dtype=np.float64)
        weights = (np.log((1 + total) / (1 + counts)) + 1).astype(np.float32)
        return cls({term: column for column, term in enumerate(terms)}, weights)

    def row(self, terms: Iterable[str]) -> SparseRow:
        """Return the known terms of one text, brought to unit length."""
        counts = Counter(self.columns[term] for term in terms if term in self.columns)
        columns = np.fromiter(counts.keys(), dtype=np.int64, count=len(counts))
        values = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (1 + np.log(values)) * self.weights[columns]
        length = float(np.linalg.norm(values))
        return SparseRow(columns, (values / length if length else values).astype(np.float32))


@attrs.frozen(eq=False)
class NgramVectoriser:
    """Turns texts into sparse rows: words first, then pieces of words."""

    words: Vocabulary
    pieces: Vocabulary

    @classmethod
    def learn(cls, texts: Sequence[str], *, least: int = 2) -> NgramVectoriser:
        """Learn the vocabulary and its weights from training texts.

        Args:
            texts: the training texts.
            least: how many texts must hold a term for it to count.
        """
        split = [words_of(text) for text in texts]
        return cls(
            Vocabulary.learn((word_grams(words) for words in split), least),
            Vocabulary.learn((pieces(words) for words in split), least),
        )

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.words.columns) + len(self.pieces.columns)

    def row(self, text: str, word_weight: float, piece_weight: float) -> SparseRow:
        """Return one text as columns and values; the two kinds weighted as given."""
        words = words_of(text)
        first = self.words.row(word_grams(words))
        second = self.pieces.row(pieces(words))
        return SparseRow(
            np.concatenate([first.columns, second.columns + len(self.words.columns)]),
            np.concatenate([first.values * word_weight, second.values * piece_weight]),
        )

    def as_plain(self) -> dict[str, Any]:
        """Return everything learnt as plain data, ready for JSON."""
        return {
            kind: {
                "terms": list(vocabulary.columns),
                "weights": [round(float(weight), 6) for weight in vocabulary.weights],
            }
            for kind, vocabulary in (("words", self.words), ("pieces", self.pieces))
        }

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> NgramVectoriser:
        """Return what `as_plain` gave."""
        words, parts = (
            Vocabulary(
                {term: column for column, term in enumerate(plain[kind]["terms"])},
                np.array(plain[kind]["weights"], dtype=np.float32),
            )
            for kind in ("words", "pieces")
        )
        return cls(words, parts)
