"""Learning the likeness from clauses, and from descriptions of which only the flags are known."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np
from scipy.sparse import csr_matrix

from bot.language.embedding import get_embedder
from bot.language.ngrams import Floats, NgramVectoriser
from bot.language.regression import Columns, Features, Regression, fit
from bot.offers.extract.elsewhere import without_other_jobs
from bot.offers.extract.text import plain
from bot.offers.said.clauses import pieces_of
from bot.offers.said.examples import NOTHING, Clause, Description
from bot.offers.said.model import MEANING, SaidModel, sparse

STRENGTH = 1.0
"""The inverse of the penalty on large weights."""

_ROUNDS = 60
_GUESSES = 2
"""So often the clause that says a flag of a description is guessed anew."""


@attrs.frozen
class _Bag:
    """The rows of one description and what one of them must say."""

    rows: tuple[int, ...]
    says: int


def learn(
    clauses: Sequence[Clause], descriptions: Sequence[Description], fingerprint: str = ""
) -> SaidModel:
    """Learn to tell what a clause says.

    Of a description only the flags are known. A model learnt without it says which of its pieces
    is likeliest to hold each flag; that piece then counts as an example, and the model is fitted
    on. Every piece of a description without flags says nothing.

    Args:
        clauses: the clauses that are known one by one.
        descriptions: whole descriptions with their flags.
        fingerprint: names all this, to know the model by.
    """
    says = (*sorted({clause.says for clause in clauses} - {NOTHING}), NOTHING)
    texts = [plain(clause.text).text for clause in clauses]
    truth = [says.index(clause.says) for clause in clauses]
    bags: list[_Bag] = []
    for description in descriptions:
        pieces = told(description.text)
        rows = tuple(range(len(texts), len(texts) + len(pieces)))
        flags = [says.index(flag) for flag in description.flags if flag in says]
        bags += [_Bag(rows, flag) for flag in flags if rows]
        texts += pieces
        truth += [_UNKNOWN if description.flags else len(says) - 1] * len(pieces)
    vectoriser = NgramVectoriser.learn(texts)
    features = _features(vectoriser, texts)
    regression = _fitted(features, np.array(truth), len(says))
    for _ in range(_GUESSES):
        guessed = _guessed(features.scores(regression.weights) + regression.bias, truth, bags)
        regression = _fitted(features, guessed, len(says), regression)
    return SaidModel(says, vectoriser, regression, fingerprint)


_UNKNOWN = -1


def told(text: str) -> list[str]:
    """The pieces of a description in plain spelling, as they are read in a conversation."""
    page = without_other_jobs(plain(text))
    return [page.text[start:end] for start, end in pieces_of(page.text)]


def _fitted(
    features: Features, truth: Columns, classes: int, start: Regression | None = None
) -> Regression:
    known = np.flatnonzero(truth != _UNKNOWN)
    return fit(features[known], truth[known], classes, STRENGTH, _ROUNDS, start)


def _guessed(votes: Floats, truth: Sequence[int], bags: Sequence[_Bag]) -> Columns:
    """Return the truth with the likeliest piece of each description filled in for each flag."""
    guessed = np.array(truth)
    for bag in bags:
        rows = np.array(bag.rows)
        ahead = votes[rows, bag.says] - votes[rows].max(axis=1)
        guessed[rows[int(np.argmax(ahead + votes[rows, bag.says] / 100))]] = bag.says
    return guessed


def _features(vectoriser: NgramVectoriser, texts: Sequence[str]) -> Features:
    embedder = get_embedder()
    rows = [sparse(vectoriser, text) for text in texts]
    words = csr_matrix(
        (
            np.concatenate([row.values for row in rows]),
            np.concatenate([row.columns for row in rows]),
            np.cumsum([0, *(len(row.columns) for row in rows)]),
        ),
        shape=(len(texts), vectoriser.width),
        dtype=np.float32,
    )
    return Features(embedder.embed(texts) * MEANING, words)
